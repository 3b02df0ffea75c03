"""A second look at the best passages: what of the question stands in one sentence, in the heading, anywhere.

It compares character 4-grams, so that endings, compounds and misspellings count by what they share. The
four weights are one setting for all languages and collections; any of them may change by a quarter and
moves nDCG@10 by less than half a point.
"""

from collections.abc import Iterable, Mapping
from zlib import crc32

import numpy as np
import numpy.typing as npt

from corpus.ranking.sequences import Arrays, Offsets, Sequences, offsets, ranges
from corpus.ranking.top import Positions, Scores

RERANKED = 50
"""Passages of the first stage that are looked at again."""
GRAM = 4
MOST_SENTENCES = 100
"""Sentences of a passage that are looked at: what is longer is a book."""
PASSAGE, SENTENCE, HEADING = 0.6, 1.2, 1.0
"""Weight of the share of the question that the passage, its best sentence and its heading hold."""
HEADING_ASKED = 0.65
"""Weight of the share of the heading that the question asks for."""

_GRAM_NUMBERS = 1 << 16


LONGEST_WORD = 64
"""Letters of a word that are compared: more are no word, and a question of millions must end in time."""


def grams(word: str) -> set[int]:
    """The 4-grams of a word with a mark at its beginning, as 16-bit hashes; a short word is its own."""
    marked = f"_{word[:LONGEST_WORD]}"
    count = max(len(marked) - GRAM + 1, 1)
    parts = (marked[start : start + GRAM] for start in range(count))
    return {crc32(part.encode("utf-8", "surrogatepass")) % _GRAM_NUMBERS for part in parts}


class Grams:
    """The 4-grams of each word of an index."""

    def __init__(self, arrays: Arrays) -> None:
        self.arrays = arrays
        self._starts, self._grams = arrays["starts"], arrays["grams"]

    @classmethod
    def of(cls, words: Iterable[str]) -> "Grams":
        """Number the grams of words."""
        each = [sorted(grams(word)) for word in words]
        lengths = np.fromiter(map(len, each), np.int64, len(each))
        flat = np.fromiter((gram for word in each for gram in word), np.uint16, int(lengths.sum()))
        return cls({"starts": offsets(lengths), "grams": flat})

    def shares(self, asked: Mapping[int, float], sequences: Sequences) -> Scores:
        """What passages share with weighted grams, each by the four weights; from 0 to their sum.

        Args:
            asked: weight by gram; at least one.
            sequences: the passages.
        """
        number_by_gram = np.full(_GRAM_NUMBERS, -1, np.int16)
        number_by_gram[list(asked)] = np.arange(len(asked))
        weights = np.fromiter(asked.values(), np.float32, len(asked))
        weights /= weights.sum()
        count, sentence, number = self._found(sequences, number_by_gram)
        there = np.zeros((len(sequences.sentences) - 1, len(asked)), np.bool_)
        there[sentence, number] = True
        first = sequences.passages[:-1]
        sentences = there @ weights
        heading = sentences[first]
        sentences[first] = 0
        passage = np.logical_or.reduceat(there, first) @ weights
        best = np.maximum.reduceat(sentences, first)
        asked_of_heading = np.bincount(sentence, minlength=len(there))[first] / np.maximum(count[first], 1)
        shares: Scores = (
            PASSAGE * passage + SENTENCE * best + HEADING * heading + HEADING_ASKED * asked_of_heading
        ).astype(np.float32)
        return shares

    def _found(
        self, sequences: Sequences, number_by_gram: npt.NDArray[np.int16]
    ) -> tuple[Offsets, Positions, npt.NDArray[np.int16]]:
        """How many grams each sentence has; sentence and number of those asked for, as often as they come."""
        start = self._starts[sequences.tokens]
        length = self._starts[sequences.tokens + 1] - start
        numbers = number_by_gram[self._grams[ranges(start, length)]]
        hits = np.flatnonzero(numbers >= 0)
        until = offsets(length)[sequences.sentences]
        return np.diff(until), np.searchsorted(until, hits, side="right") - 1, numbers[hits]


def asked_grams(said: Iterable[tuple[str, float]]) -> dict[int, float]:
    """The grams of weighted words: a word's weight is shared by its grams, a gram has its best word's."""
    asked: dict[int, float] = {}
    for word, weight in said:
        of_word = grams(word)
        for gram in of_word:
            asked[gram] = max(asked.get(gram, 0.0), weight / len(of_word))
    return asked
