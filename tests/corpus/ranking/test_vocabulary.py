"""Words by number: found exactly, and by what a slip leaves of them."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from corpus.ranking.vocabulary import Spellings, Vocabulary, by_kind

SPELT = st.lists(st.text(min_size=1), unique=True, max_size=60)
SHORT = st.text("abcdeé", min_size=1, max_size=12)


@given(SPELT, st.text())
def test_found_is_what_was_given(spelt: list[str], other: str) -> None:
    vocabulary = Vocabulary.of(spelt)
    assert [vocabulary.find(word) for word in spelt] == list(range(len(spelt)))
    assert list(vocabulary) == spelt
    assert vocabulary.find(other) == (spelt.index(other) if other in spelt else None)


def test_half_a_character_is_no_fault() -> None:
    assert Vocabulary.of(["\ud800"]).find("\ud800") == 0


@given(st.lists(SHORT, unique=True, min_size=1, max_size=80), SHORT, st.sampled_from([1, 2]))
def test_no_near_word_is_passed_over(spelt: list[str], typed: str, slips: int) -> None:
    """All words of the same first letter within that distance are among those near."""
    ordered = by_kind(spelt)
    near = Spellings.of(ordered, Vocabulary.of(ordered)).near(typed, slips=slips)
    assert {word for word in spelt if word[0] == typed[0] and OSA.distance(word, typed) <= slips} <= set(near)
    assert all(word[0] == typed[0] and abs(len(word) - len(typed)) <= slips for word in near)


def test_words_with_digits_are_near_nothing() -> None:
    ordered = by_kind(["cd2", "ab1"])
    assert Spellings.of(ordered, Vocabulary.of(ordered)).near("abd", slips=1) == []
