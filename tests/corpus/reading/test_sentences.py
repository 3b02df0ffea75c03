"""Sentences: split where one ends, and never a letter changed."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.reading.sentences import sentences

PROSE = st.text(st.sampled_from("aBяЯəƏ1 .!?…«»\"')(,\n\t\u00a0\u2003"), max_size=80)


@given(st.one_of(st.text(), PROSE))
@example("Dr. A. B. (e.g. C). “D.” E…  F")
def test_joined_by_a_space_they_give_the_text_back(text: str) -> None:
    assert " ".join(" ".join(sentences(text)).split()) == " ".join(text.split())


@given(PROSE)
def test_none_is_empty(text: str) -> None:
    assert all(sentence and sentence == sentence.strip() for sentence in sentences(text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three? Four… Five", 5),
        ("It weighs 1.2 kg. 28 countries came.", 2),
        ("Dr. Mammadov spoke, e.g. about No. 5 of Art. 7.", 1),
        ("In the U.S. Army style.", 1),
        ("He said: “Stop.” Then he left.", 2),
        ("Собака ищет быстро, т.е. за час. Это г. Баку.", 2),
        ("İt axtarır. Əməliyyat davam edir.", 2),
        ("see www.anama.gov.az. visit it", 1),
    ],
)
def test_where_a_sentence_ends(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize("pattern", ["A. ", "x. ( ", ".” ", '."', "((((", "e.g. "])
def test_long_text_takes_linear_time(pattern: str) -> None:
    """200,000 repetitions: a quadratic step would take minutes."""
    start = time.perf_counter()
    sentences(pattern * 200_000)
    assert time.perf_counter() - start < 5
