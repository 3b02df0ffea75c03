"""The formula, computed by hand."""

import math

import pytest

from corpus.ranking.bm25 import LuceneBm25, lucene_idf

MINE = ["mine", "dog"]
CLEARED = ["mine", "field", "mine", "clear"]
LAND = ["land"]


def test_scores_equal_the_formula() -> None:
    """ln(1 + (N - df + .5)/(df + .5)) · tf (k1 + 1) / (tf + k1 (1 - b + b · length / mean length))."""
    model = LuceneBm25([MINE, CLEARED, LAND])
    mean = (2 + 4 + 1) / 3
    idf = math.log(1 + (3 - 2 + 0.5) / (2 + 0.5))
    once = idf * 1 * 2.5 / (1 + 1.5 * (0.25 + 0.75 * 2 / mean))
    twice = idf * 2 * 2.5 / (2 + 1.5 * (0.25 + 0.75 * 4 / mean))
    assert model.get_scores(["mine"]).tolist() == pytest.approx([once, twice, 0.0])


def test_without_length_normalisation() -> None:
    model = LuceneBm25([MINE, CLEARED, LAND], b=0.0)
    idf = math.log(1 + (3 - 1 + 0.5) / (1 + 0.5))
    assert model.get_scores(["dog"]).tolist() == pytest.approx([idf * 2.5 / 2.5, 0.0, 0.0])


def test_a_word_found_everywhere_still_counts() -> None:
    """Okapi's own idf would be negative here."""
    assert (LuceneBm25([LAND, LAND, LAND]).get_scores(["land"]) > 0).all()


@pytest.mark.parametrize(
    ("frequency", "size", "idf"), [(0, 0, 0.6931), (1, 1, 0.2877), (0, 9, 2.9957), (9, 9, 0.0513)]
)
def test_idf(frequency: int, size: int, idf: float) -> None:
    assert lucene_idf(frequency, size) == pytest.approx(idf, abs=1e-4)
