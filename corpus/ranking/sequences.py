"""Analysed passages as flat arrays: all that scores, sentences and a later rebuild are made from."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt

from corpus.ranking.analysis import LONGEST_REMEMBERED, words, words_and_ends

Text = str | Sequence[str]
"""A passage as one text, or as its sentences where they are known."""
Integers = npt.NDArray[np.int32]
Offsets = npt.NDArray[np.int64]
Arrays = dict[str, npt.NDArray[Any]]
"""By name; each part of an index says which types."""

KEY_BYTES = 16
"""Of the hash that tells whether a passage is one already analysed."""
_PAUSE, _SENTENCE = -1, -2
"""Marks between the words while a text is read."""


@dataclass(frozen=True, slots=True)
class Sequences:
    """The words of passages, in order, as numbers.

    Attributes:
        tokens: the number of each word; the heading's words come first in a passage.
        sentences: where each sentence begins in `tokens`, and the end; a passage's first is its heading.
        passages: where each passage begins in `sentences`, and the end.
    """

    tokens: Integers
    sentences: Offsets
    passages: Offsets

    @property
    def arrays(self) -> Arrays:
        """The parts by name."""
        return {"tokens": self.tokens, "sentences": self.sentences, "passages": self.passages}

    @property
    def size(self) -> int:
        """How many passages."""
        return len(self.passages) - 1

    def take(self, positions: npt.NDArray[np.intp], *, most: int | None = None) -> "Sequences":
        """Some of the passages, in the order given; of each the heading and at most so many sentences."""
        first = self.passages[positions]
        counts = self.passages[positions + 1] - first
        if most is not None:
            counts = np.minimum(counts, 1 + most)
        chosen = ranges(first, counts)
        starts = self.sentences[chosen]
        lengths = self.sentences[chosen + 1] - starts
        return Sequences(self.tokens[ranges(starts, lengths)], offsets(lengths), offsets(counts))

    def renumbered(self, number_by_number: Integers) -> "Sequences":
        """The same with other numbers for its words."""
        return Sequences(number_by_number[self.tokens], self.sentences, self.passages)


def joined(parts: Sequence[Sequences]) -> Sequences:
    """Passages one after the other; their words are numbered alike."""
    if len(parts) == 1:
        return parts[0]
    return Sequences(
        np.concatenate([np.empty(0, np.int32), *(part.tokens for part in parts)]),
        offsets(np.concatenate([np.empty(0, np.int64), *(np.diff(part.sentences) for part in parts)])),
        offsets(np.concatenate([np.empty(0, np.int64), *(np.diff(part.passages) for part in parts)])),
    )


def offsets(lengths: npt.NDArray[np.integer]) -> Offsets:
    """Where runs of these lengths begin, and the end of the last."""
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths, dtype=np.int64)])


def ranges(starts: Offsets, lengths: Offsets) -> Offsets:
    """All numbers of some ranges, one range after the other."""
    ends = np.cumsum(lengths)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - ends + lengths, lengths)


def passage_key(heading: str, text: Text) -> bytes:
    """The same for two passages only if heading and text are; sentences count as such."""
    said = text if isinstance(text, str) else "\x1e".join(text)
    kind = "text" if isinstance(text, str) else "sentences"
    whole = f"{kind}\x1f{heading}\x1f{said}".encode("utf-8", "surrogatepass")
    return blake2b(whole, digest_size=KEY_BYTES).digest()


def read_passages(passages: Iterable[tuple[str, Text]]) -> tuple[Sequences, list[str]]:
    """Analyse passages; the words are numbered in the order of the list that comes with them."""
    numbers = _Numbers()
    spaced = _Spaced(numbers)
    tokens, stops = array("i"), array("q")
    for heading, text in passages:
        for sentence in (heading,) if isinstance(text, str) else (heading, *text):
            tokens.extend(map(numbers.__getitem__, words(sentence)))
            tokens.append(_SENTENCE)
        if isinstance(text, str):
            tokens.extend(chain.from_iterable(map(spaced.__getitem__, text.split())))
            tokens.append(_PAUSE)
        stops.append(len(tokens))
    read = np.array(tokens, np.int32)
    return _split(read, np.array(stops, np.int64)), list(numbers)


def _split(read: Integers, stops: Offsets) -> Sequences:
    """Take the marks out: a pause ends a sentence only after a word."""
    marks = np.flatnonzero(read < 0)
    lengths = np.diff(marks - np.arange(len(marks)), prepend=0)
    ends = (lengths > 0) | (read[marks] == _SENTENCE)
    count_before = np.concatenate([np.zeros(1, np.int64), np.cumsum(ends)])
    counts = np.diff(count_before[np.searchsorted(marks, stops)], prepend=0)
    return Sequences(read[read >= 0], offsets(lengths[ends]), offsets(counts))


class _Numbers(dict[str, int]):
    """A number for each word, the next for a new one."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


class _Spaced(dict[str, tuple[int, ...]]):
    """The numbers and pauses in text without a space: most of it comes again and again."""

    def __init__(self, numbers: _Numbers) -> None:
        super().__init__()
        self._numbers = numbers

    def __missing__(self, spaced: str) -> tuple[int, ...]:
        read = tuple(self._numbers[word] if word else _PAUSE for word in words_and_ends(spaced))
        if len(spaced) <= LONGEST_REMEMBERED:
            self[spaced] = read
        return read
