"""The best of many scores: exactly those a full sort gives."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from corpus.ranking.top import ROWS, best_of, padded, top_positions


@given(
    st.integers(0, 2**32), st.integers(1, 40_000), st.integers(1, 60), st.sampled_from([1, 2, 5, 1_000_000])
)
def test_top_equals_a_full_sort(seed: int, size: int, k: int, different: int) -> None:
    """Few blocks or many, all scores different or nearly all alike, most of them 0 or none."""
    random = np.random.default_rng(seed)
    scores = np.zeros(padded(size), np.float32)
    scores[:size] = random.integers(0, different, size, endpoint=True) * (
        random.random(size) < random.random()
    )
    expected = sorted(np.flatnonzero(scores).tolist(), key=lambda position: (-scores[position], position))[:k]
    assert top_positions(scores, k=k).tolist() == expected


def test_ties_at_the_bound_keep_their_order() -> None:
    scores = np.ones(ROWS * 1_000, np.float32)
    scores[40_000] = 2
    assert top_positions(scores, k=4).tolist() == [40_000, 0, 1, 2]
    assert best_of(np.arange(len(scores)), scores, k=4).tolist() == [40_000, 0, 1, 2]
