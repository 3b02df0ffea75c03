"""What each stem adds to each passage, computed when the index is built: a question only adds up."""

import threading
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from corpus.ranking.bm25 import K1, B
from corpus.ranking.sequences import Arrays, Integers, Sequences, offsets
from corpus.ranking.top import Positions, Scores, best_of, padded, top_positions

HEADING_B = 0.3
"""Length normalisation of headings: they are short whatever the passage is."""
HEADING_WEIGHT = 0.8
"""What a word in the title or a heading adds, beside the same word in the text."""
DENSE = 8
"""A stem found in more than one of so many passages is kept as a score for each of them."""
FEW = 32
"""Where a question touches less than one of so many passages, only those are looked at."""


class Postings:
    """BM25 weights by stem and passage.

    A posting is 8 bytes: an int32 passage and a float32 weight. Very common stems are rows of weights.
    """

    def __init__(self, arrays: Arrays, *, size: int) -> None:
        self.arrays = arrays
        self.size = size
        self.frequencies = arrays["frequencies"].data
        self._offsets, self._rows = arrays["offsets"].data, arrays["rows"].data
        self._passages, self._weights = arrays["passages"], arrays["weights"]
        self._dense = arrays["dense"]
        self._scratch = _Scratch(padded(size))

    def scores(self, query: Mapping[int, float]) -> Scores:
        """The score of every passage for weighted stems."""
        scores = np.zeros(padded(self.size), np.float32)
        self._add(query, scores)
        return scores[: self.size]

    def top(
        self, query: Mapping[int, float], *, k: int, mask: Scores | None = None
    ) -> tuple[list[int], list[float]]:
        """The k best passages above 0 and their scores, best first, ties by position.

        Args:
            query: weight by term.
            k: how many; none if below 1.
            mask: 0 for each passage to leave out, else 1.
        """
        if k < 1 or not query or not self.size:
            return [], []
        with self._scratch as scores:
            touched = self._add(query, scores)
            if mask is not None:
                scores[: self.size] *= mask
            if touched is None or mask is not None:
                best = top_positions(scores, k=k)
                found = best.tolist(), scores[best].tolist()
                scores.fill(0)
            else:
                best = self._best_touched(touched, scores, k=k)
                found = best.tolist(), scores[best].tolist()
                for passages in touched:
                    scores[passages] = 0
        return found

    def weights_at(self, term: int, positions: Positions) -> Scores:
        """What one stem adds to some passages."""
        row = self._rows[term]
        if row >= 0:
            dense: Scores = self._dense[row, positions]
            return dense
        start, stop = self._offsets[term], self._offsets[term + 1]
        passages = self._passages[start:stop]
        at = np.minimum(np.searchsorted(passages, positions), stop - start - 1)
        return np.where(passages[at] == positions, self._weights[start:stop][at], np.float32(0))

    def _add(self, query: Mapping[int, float], scores: Scores) -> list[Positions] | None:
        """Add the stems' weights to zeros; the passages touched if they are few."""
        touched: list[Positions] | None = []
        left = self.size // FEW
        for term, weight in query.items():
            row = self._rows[term]
            if row >= 0:
                scores += self._dense[row] if weight == 1 else self._dense[row] * np.float32(weight)
                touched = None
                continue
            start, stop = self._offsets[term], self._offsets[term + 1]
            # Converted once and added by add.at: a third of the time of `scores[passages] += weights`.
            passages = self._passages[start:stop].astype(np.intp)
            added = self._weights[start:stop]
            np.add.at(scores, passages, added if weight == 1 else added * np.float32(weight))
            left -= stop - start
            if touched is not None:
                touched = [*touched, passages] if left >= 0 else None
        return touched

    @staticmethod
    def _best_touched(touched: list[Positions], scores: Scores, *, k: int) -> Positions:
        """The best of the passages some stems touched.

        A passage stands there once for each of its stems, so the k best are among the k times as many
        best entries, and among all that tie with the last of these.
        """
        positions = touched[0] if len(touched) == 1 else np.concatenate(touched)
        entries = k * len(touched)
        if len(positions) > 4 * entries:
            values = scores[positions]
            bound = np.partition(values, len(values) - entries)[len(values) - entries]
            positions = positions[values >= bound]
        return best_of(np.unique(positions) if len(touched) > 1 else positions, scores, k=k)


class _Scratch(threading.local):
    """Zeros for each thread to add scores to; whoever borrows them gives zeros back."""

    def __init__(self, length: int) -> None:
        self._length = length
        self._scores: Scores | None = None

    def __enter__(self) -> Scores:
        scores, self._scores = self._scores, None
        self._lent = np.zeros(self._length, np.float32) if scores is None else scores
        return self._lent

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._scores = self._lent


def build_postings(sequences: Sequences, term_by_word: Integers, *, terms: int) -> Postings:
    """Compute the weights of text and heading and merge them, a posting for each stem of a passage."""
    size = sequences.size
    sentence_lengths = np.diff(sequences.sentences)
    in_heading = np.zeros(len(sentence_lengths), np.bool_)
    in_heading[sequences.passages[:-1]] = True
    passage_by_sentence = np.repeat(np.arange(size), np.diff(sequences.passages))
    keys = term_by_word[sequences.tokens].astype(np.int64) * size
    keys += np.repeat(passage_by_sentence, sentence_lengths)
    heading_tokens = np.repeat(in_heading, sentence_lengths)
    headings, heading_weights = _weights(keys[heading_tokens], size=size, terms=terms, b=HEADING_B)
    found, weights = _weights(keys[~heading_tokens], size=size, terms=terms, b=B)
    del keys, heading_tokens
    found, weights = _merged(found, weights, headings, HEADING_WEIGHT * heading_weights)
    return _laid_out(found, weights.astype(np.float32), size=size, terms=terms)


def _weights(
    keys: npt.NDArray[np.int64], *, size: int, terms: int, b: float
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """BM25 of one field; a key is term x size + passage, once for each word there."""
    keys = np.sort(keys)
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    count = np.diff(first, append=len(keys))
    found = keys[first]
    term, passage = np.divmod(found, max(size, 1))
    length = np.bincount(passage, weights=count, minlength=size)
    frequency = np.bincount(term, minlength=terms)
    idf = np.log1p((size - frequency + 0.5) / (frequency + 0.5))
    norm = K1 * (1 - b + b * length / max(length.mean(), 1e-9)) if size else length
    return found, idf[term] * count * (K1 + 1) / (count + norm[passage])


def _merged(
    keys: npt.NDArray[np.int64],
    weights: npt.NDArray[np.float64],
    others: npt.NDArray[np.int64],
    added: npt.NDArray[np.float64],
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """Two fields as one: weights of the same stem in the same passage add up."""
    at = np.searchsorted(keys, others)
    both = at < len(keys)
    both[both] = keys[at[both]] == others[both]
    weights[at[both]] += added[both]
    new = ~both
    return np.insert(keys, at[new], others[new]), np.insert(weights, at[new], added[new])


def _laid_out(keys: npt.NDArray[np.int64], weights: Scores, *, size: int, terms: int) -> Postings:
    term, passage = np.divmod(keys, max(size, 1))
    frequencies = np.bincount(term, minlength=terms)
    common = np.flatnonzero(frequencies * DENSE > size)
    rows = np.full(terms, -1, np.int32)
    rows[common] = np.arange(len(common))
    row = rows[term]
    dense = np.zeros((len(common), padded(size)), np.float32)
    is_dense = row >= 0
    dense[row[is_dense], passage[is_dense]] = weights[is_dense]
    arrays: Arrays = {
        "frequencies": frequencies.astype(np.int32),
        "offsets": offsets(np.where(rows < 0, frequencies, 0)),
        "rows": rows,
        "passages": passage[~is_dense].astype(np.int32),
        "weights": weights[~is_dense],
        "dense": dense,
    }
    return Postings(arrays, size=size)
