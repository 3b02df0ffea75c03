"""The one door to retrieval: exact, ordered, and unmoved by whatever is asked."""

import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.index import HEADING_WEIGHT, PassageIndex
from corpus.ranking.bm25 import LuceneBm25

WORDS = st.lists(st.sampled_from(["mine", "mines", "dog", "land", "clear", "the", "of", "😀"]), max_size=9)
TEXTS = st.lists(WORDS.map(" ".join), max_size=30)
QUESTIONS = st.one_of(WORDS.map(" ".join), st.text(max_size=40))


@given(TEXTS, QUESTIONS, st.integers(0, 40))
def test_search_equals_a_full_sort(texts: list[str], question: str, k: int) -> None:
    """Scores above 0, best first, ties by position, at most k: as if every passage had been sorted."""
    index = PassageIndex.from_texts(texts, language="en")
    scores = index.score(Counter(index.analyse(question))).tolist()
    ranked = sorted(range(len(texts)), key=lambda position: (-scores[position], position))
    expected = [(position, scores[position]) for position in ranked if scores[position] > 0][:k]
    assert [(hit.position, hit.score) for hit in index.search(question, k=k)] == expected


@given(TEXTS.filter(lambda texts: any(map(str.split, texts))), WORDS)
def test_scores_equal_rank_bm25(texts: list[str], question: list[str]) -> None:
    """The oracle is the library, over the same stems."""
    index = PassageIndex.from_texts(texts, language="en")
    stems = [index.analyse(text) for text in texts]
    query = index.analyse(" ".join(question))
    expected = LuceneBm25(stems).get_scores(query).tolist() if any(stems) else [0.0] * len(texts)
    assert index.score(Counter(query)).tolist() == pytest.approx(expected, rel=1e-5)


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param([], id="no passage"),
        pytest.param([""], id="an empty one"),
        pytest.param(["mines are cleared"], id="one"),
        pytest.param(["mines are cleared"] * 40, id="all equal"),
        pytest.param(["the of and"] * 3, id="only stop words"),
        pytest.param(["mine", "dog"], id="a word in exactly half"),
        pytest.param(["😀", "…", "\0"], id="no word at all"),
    ],
)
@pytest.mark.parametrize(
    "question",
    [
        "",
        "mines",
        "the of",
        "unheard words",
        "😀🏽",
        "\0\u202e\u200b",
        "mine " * 200_000,
        "x" * 1_000_000,
        "\ud800",
    ],
    ids=[
        "empty",
        "known",
        "stop words",
        "unknown",
        "emoji",
        "invisible",
        "million",
        "one long word",
        "surrogate",
    ],
)
def test_no_corpus_and_no_question_breaks_it(texts: list[str], question: str) -> None:
    """No exception, no NaN, no negative score; equal passages come in their order."""
    hits = PassageIndex.from_texts(texts, language="en").search(question)
    assert all(math.isfinite(hit.score) and hit.score > 0 for hit in hits)
    assert [hit.position for hit in hits] == sorted(hit.position for hit in hits)
    assert len(hits) <= 10


def test_one_passage_is_found() -> None:
    """Where Okapi's idf would be negative."""
    (hit,) = PassageIndex.from_texts(["mines are cleared"], language="en").search("mine")
    assert (hit.position, hit.score > 0) == (0, True)


def test_unknown_words_find_nothing() -> None:
    assert PassageIndex.from_texts(["mines", "dogs"], language="en").search("unheard") == []


@pytest.mark.parametrize("k", [0, -1, -100])
def test_none_wanted_none_given(k: int) -> None:
    assert PassageIndex.from_texts(["mine", "mine dog"], language="en").search("mine", k=k) == []


def test_a_heading_adds_to_its_passage() -> None:
    """By its weight, and without a word for passages whose heading lacks it."""
    texts = ["mines are cleared", "mines are cleared"]
    plain = PassageIndex.from_texts(texts, language="en").score({"mine": 1.0})
    headed = PassageIndex.from_texts(texts, language="en", headings=["", "Mines"]).score({"mine": 1.0})
    added = (headed - plain).tolist()
    assert added[0] == 0
    assert 0 < added[1] < HEADING_WEIGHT * math.log(1 + 1.5 / 1.5) * 2.5


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("ru", "Минные поля опасны", "поле"),
        ("az", "Minaların axtarışı", "mina"),
        ("tr", "Köpekler mayın arar", "köpek"),
    ],
)
def test_each_language_by_its_own_rules(language: str, text: str, question: str) -> None:
    assert PassageIndex.from_texts([text, "1"], language=language).search(question)
