"""Typing errors: words the corpus lacks, and the words of the corpus one slip away."""

from collections.abc import Collection
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 4
"""Letters a word needs before it is taken for a misspelling: below that, one edit makes another word."""
SHORTEST_SLIP = 3
"""Letters from which a word may be a listed one with a letter dropped."""
LONG = 10
"""Letters from which two slips in one word are still the same word."""
WEIGHTS = (0.8, 0.4, 0.3)
"""Weight of the nearest, the second and the third candidate."""


def drops_a_letter(word: str, listed: frozenset[str]) -> bool:
    """Whether a short word is one of those listed with a letter dropped: `wat` for `what`."""
    return word in _with_a_letter_dropped(listed)


@lru_cache
def _with_a_letter_dropped(listed: frozenset[str]) -> frozenset[str]:
    """The first letter stays: people seldom get it wrong."""
    return frozenset(
        whole[:at] + whole[at + 1 :]
        for whole in listed
        if len(whole) > SHORTEST_SLIP
        for at in range(1, len(whole))
    )


def slips_in(word: str) -> int:
    """How many slips a word is forgiven: none in a short one or a number."""
    if len(word) < SHORTEST or not word.isalpha():
        return 0
    return 1 if len(word) < LONG else 2


def corrections(word: str, vocabulary: Collection[str]) -> dict[str, float]:
    """Words of the vocabulary that differ by a typing error, with their weights, nearest first.

    A slip is an inserted, dropped, replaced or swapped letter (optimal string alignment). The first
    letter is trusted: people seldom get it wrong, and it keeps unrelated words out. The vocabulary
    given is the part of it that begins with that letter.
    """
    slips = slips_in(word)
    if not slips:
        return {}
    near = process.extract(word, vocabulary, scorer=OSA.distance, score_cutoff=slips, limit=None)
    ranked = sorted((distance, abs(len(found) - len(word)), found) for found, distance, _ in near)
    return {found: weight for (_, _, found), weight in zip(ranked, WEIGHTS, strict=False)}
