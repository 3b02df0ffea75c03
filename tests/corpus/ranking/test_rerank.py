"""The second look: what is shared, letter group by letter group."""

import pytest

from corpus.ranking.rerank import HEADING, HEADING_ASKED, PASSAGE, SENTENCE, Grams, asked_grams, grams
from corpus.ranking.sequences import Text, read_passages


def shares(question: str, *passages: tuple[str, Text]) -> list[float]:
    sequences, words = read_passages(passages)
    asked = asked_grams((word, 1.0) for word in question.split())
    return Grams.of(words).shares(asked, sequences).tolist()


def test_grams_mark_the_beginning() -> None:
    """Ends of words vary, beginnings do not."""
    assert grams("mines") & grams("mine") == grams("mine")
    assert not grams("examine") & grams("mine") - grams("xmine")
    assert len(grams("a")) == 1
    assert grams("地雷") != grams("地")


def test_all_in_one_sentence_and_the_heading() -> None:
    """The whole of each weight where heading and sentence are the question."""
    (share,) = shares("mine dogs", ("Mine dogs", "Rain. Mine dogs. Snow."))
    assert share == pytest.approx(PASSAGE + SENTENCE + HEADING + HEADING_ASKED)


def test_each_part_by_its_weight() -> None:
    """Both words have a gram of the same weight: here and there is a half each."""
    apart, together, headed, none = shares(
        "rat dog", ("", "A rat. A dog."), ("", "A rat dog."), ("Rat", "A dog."), ("", "Snow.")
    )
    assert apart == pytest.approx(PASSAGE + SENTENCE / 2)
    assert together == pytest.approx(PASSAGE + SENTENCE)
    assert headed == pytest.approx(PASSAGE + SENTENCE / 2 + HEADING / 2 + HEADING_ASKED)
    assert none == 0


def test_a_passage_without_a_sentence() -> None:
    assert shares("dog", ("", ""), ("Dog", [])) == pytest.approx([0, PASSAGE + HEADING + HEADING_ASKED])
