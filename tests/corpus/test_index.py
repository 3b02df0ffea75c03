"""The one door to retrieval: exact, ordered, and unmoved by whatever is asked."""

import math
import random
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.index import PassageIndex, fingerprint
from corpus.ranking.bm25 import LuceneBm25
from corpus.ranking.postings import HEADING_B, HEADING_WEIGHT

WORDS = st.lists(st.sampled_from(["mine", "mines", "dog", "land", "clear", "the", "of", "😀"]), max_size=9)
QUESTIONS = st.one_of(WORDS.map(" ".join), st.text(max_size=40))
Corpus = tuple[list[str], list[str]]
"""Headings and texts."""


@st.composite
def corpora(draw: st.DrawFn, most: int = 5_000) -> Corpus:
    """From one passage to thousands, of few words or many, some passages empty, some without heading."""
    chance = random.Random(draw(st.integers(0, 2**32)))  # noqa: S311 - repeatable chance is the point
    size = draw(st.one_of(st.integers(1, 40), st.integers(1, most)))
    vocabulary = [
        f"word{chr(97 + number % 26)}{number}" for number in range(draw(st.sampled_from([2, 30, 900])))
    ]

    def said(longest: int) -> str:
        count = chance.randrange(longest)
        return " ".join(vocabulary[int(len(vocabulary) * chance.random() ** 3)] for _ in range(count))

    return [said(3) for _ in range(size)], [said(14) for _ in range(size)]


def indexed(corpus: Corpus) -> PassageIndex:
    headings, texts = corpus
    return PassageIndex.from_texts(texts, language="xx", headings=headings)


def asked(corpus: Corpus, seed: int) -> str:
    """A question of words the corpus has, the same word twice at times."""
    chance = random.Random(seed)  # noqa: S311
    said = " ".join(corpus[1]).split()
    return " ".join(chance.choices(said, k=chance.randrange(1, 12))) if said else ""


def numbered(index: PassageIndex, question: str) -> Counter[int]:
    terms = (index.term(stem) for stem in index.analyse(question))
    return Counter(term for term in terms if term is not None)


@given(corpora(), st.integers(0, 1000), st.sampled_from([1, 3, 10, 100]))
def test_search_equals_a_full_sort(corpus: Corpus, seed: int, k: int) -> None:
    """Scores above 0, best first, ties by position, at most k: as if every passage had been sorted."""
    index, question = indexed(corpus), asked(corpus, seed)
    scores = index.scores(numbered(index, question)).tolist()
    ranked = sorted(range(len(scores)), key=lambda position: (-scores[position], position))
    expected = [(position, scores[position]) for position in ranked if scores[position] > 0][:k]
    for _ in range(2):  # the second finds what the first left behind
        assert [tuple(hit) for hit in index.search(question, k=k)] == expected


@given(corpora(), st.integers(0, 1000))
def test_scores_equal_rank_bm25(corpus: Corpus, seed: int) -> None:
    """The oracle is the library, one for the texts and one for the headings, over the same stems."""
    index, question = indexed(corpus), asked(corpus, seed)
    expected = np.zeros(len(corpus[0]))
    for field, weight, b in zip(corpus, (HEADING_WEIGHT, 1.0), (HEADING_B, 0.75), strict=True):
        stems = [index.analyse(text) for text in field]
        if any(stems):  # the library divides by the mean length
            expected += weight * LuceneBm25(stems, b=b).get_scores(index.analyse(question))
    np.testing.assert_allclose(index.scores(numbered(index, question)), expected, rtol=1e-5)


@given(corpora(most=300), st.integers(0, 1000), st.randoms(use_true_random=False))
def test_a_rebuild_equals_a_new_index(corpus: Corpus, seed: int, chance: random.Random) -> None:
    """Passages taken out, put in and moved, with the old index at hand: bit by bit the same."""
    old = indexed(corpus)
    kept = chance.sample(range(len(corpus[0])), chance.randrange(len(corpus[0]) + 1))
    headings, texts = [[field[at] for at in kept] for field in corpus]
    for _ in range(chance.randrange(3)):
        at = chance.randrange(len(texts) + 1)
        headings.insert(at, "something new")
        texts.insert(at, f"quite new words {seed} wordz1")
    fresh = PassageIndex.from_texts(texts, language="xx", headings=headings)
    rebuilt = PassageIndex.from_texts(texts, language="xx", headings=headings, known=old)
    expected = fresh.parts.arrays()
    for name, array in rebuilt.parts.arrays().items():
        np.testing.assert_array_equal(array, expected[name], err_msg=name)
    assert rebuilt.fingerprint == fresh.fingerprint == fingerprint(texts, language="xx", headings=headings)


def test_a_rebuild_reads_only_what_is_new(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    original = PassageIndex.from_texts(["mines are cleared", "dogs smell mines"])

    def spy(text: str) -> list[str]:
        read.append(text)
        return text.split()

    monkeypatch.setattr("corpus.ranking.sequences.words", spy)
    PassageIndex.from_texts([["rats are light"], "dogs smell mines"], known=original)
    assert read == ["", "rats are light"]


@pytest.mark.parametrize("position", [0, 1, 2])
def test_sentences_are_the_callers(position: int) -> None:
    """Heading first, then each sentence as given, be it empty or two in one."""
    texts = [["Mines. Dogs.", "", "Rats"], [], "One mine. Two dogs."]
    index = PassageIndex.from_texts(texts, headings=["A heading", "", "Other"])
    counts = [[len(sentence) for sentence in index.sentences(at)] for at in range(3)]
    assert counts[position] == [[2, 2, 0, 1], [0], [1, 2, 2]][position]


def test_rank_forgives_a_slip() -> None:
    index = PassageIndex.from_texts(["The detector finds metal", "The dog finds explosives"])
    assert index.search("detecotr") == []
    assert [hit.position for hit in index.rank("detecotr")] == [0]


def test_rank_prefers_one_sentence_that_holds_it_all() -> None:
    scattered = "The dog sleeps. Nobody cleared that. In the field it rains. A rat runs and runs and runs."
    together = "The dog cleared the field. Rain falls. Nobody sleeps there. A rat runs and runs and runs."
    index = PassageIndex.from_texts([scattered, together])
    assert [hit.position for hit in index.rank("dog cleared field")] == [1, 0]


@given(corpora(most=300), st.integers(0, 1000), st.sampled_from([1, 10, 120]))
def test_rank_is_ordered(corpus: Corpus, seed: int, k: int) -> None:
    """The same passages as the first stage finds, no more than asked for, best first."""
    index, question = indexed(corpus), asked(corpus, seed)
    hits = index.rank(question, k=k)
    assert len(hits) == min(k, len(index.search(question, k=300)))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert {hit.position for hit in hits} <= {hit.position for hit in index.search(question, k=300)}


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
    index = PassageIndex.from_texts(texts, language="en")
    for hits in (index.search(question), index.rank(question)):
        assert all(math.isfinite(hit.score) and hit.score > 0 for hit in hits)
        assert [hit.position for hit in hits] == sorted(hit.position for hit in hits)
        assert len(hits) <= 10


def test_one_passage_is_found() -> None:
    """Where Okapi's idf would be negative."""
    (hit,) = PassageIndex.from_texts(["mines are cleared"], language="en").search("mine")
    assert (hit.position, hit.score > 0) == (0, True)


def test_unknown_words_find_nothing() -> None:
    index = PassageIndex.from_texts(["mines", "dogs"], language="en")
    assert index.search("unheard") == index.rank("unheard") == []


@given(QUESTIONS)
def test_any_question_is_answered(question: str) -> None:
    index = PassageIndex.from_texts(
        ["Mines are cleared. Dogs help.", "", "the of"], headings=["A", "", "Mine"]
    )
    assert len(index.search(question)) <= 3
    assert len(index.rank(question)) <= 3


@pytest.mark.parametrize("k", [0, -1, -100])
def test_none_wanted_none_given(k: int) -> None:
    index = PassageIndex.from_texts(["mine", "mine dog"], language="en")
    assert index.search("mine", k=k) == index.rank("mine", k=k) == []


def test_a_heading_adds_to_its_passage() -> None:
    """By its weight, and without a word for passages whose heading lacks it."""
    texts = ["mines are cleared", "mines are cleared"]
    plain = PassageIndex.from_texts(texts, language="en")
    headed = PassageIndex.from_texts(texts, language="en", headings=["", "Mines"])
    added = (headed.scores(numbered(headed, "mine")) - plain.scores(numbered(plain, "mine"))).tolist()
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
