"""The best of many scores, exactly, without sorting or partitioning them all."""

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Positions = npt.NDArray[np.intp]

ROWS = 64
"""Scores that share a block: whoever fills an array for `top_positions` pads it to a multiple."""
BLOCKS_PER_WANTED = 8
"""Below so many blocks for each score wanted, the bound they give is no help."""


def padded(size: int) -> int:
    """The length of an array of scores for so many passages."""
    return -(-size // ROWS) * ROWS


def top_positions(scores: Scores, *, k: int) -> Positions:
    """The positions of the k best scores above 0, best first, ties by position.

    Scores are seen as a table of 64 rows whose columns are the blocks: their maxima are one pass over
    memory. The k-th largest maximum is a safe bound, as k scores at least reach it, and only columns
    that reach it are looked at.

    Args:
        scores: none negative; their number a multiple of 64.
        k: at least 1.
    """
    blocks = len(scores) // ROWS
    if blocks < k * BLOCKS_PER_WANTED:
        return best_of(np.flatnonzero(scores), scores, k=k)
    table = scores.reshape(ROWS, blocks)
    maxima = table.max(axis=0)
    bound = np.partition(maxima, blocks - k)[blocks - k]
    if bound <= 0:
        columns = np.flatnonzero(maxima)
        rows, which = np.nonzero(table[:, columns])
    else:
        columns = np.flatnonzero(maxima >= bound)
        rows, which = np.nonzero(table[:, columns] >= bound)
    return best_of(np.sort(rows * blocks + columns[which]), scores, k=k)


def best_of(positions: Positions, scores: Scores, *, k: int) -> Positions:
    """The k positions with the best scores; `positions` rise, so that a stable sort keeps ties in order."""
    values = scores[positions]
    if len(values) > 4 * k:
        bound = np.partition(values, len(values) - k)[len(values) - k]
        above = np.flatnonzero(values > bound)
        level = np.flatnonzero(values == bound)[: k - len(above)]
        chosen = np.sort(np.concatenate([above, level]))
        positions, values = positions[chosen], values[chosen]
    return positions[np.argsort(-values, kind="stable")[:k]]
