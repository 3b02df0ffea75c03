"""Words and stems by number, in flat arrays that open without being read."""

from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

import numpy as np

from corpus.ranking.sequences import Arrays, offsets

LONGEST = 0xFFFF
"""Letters beyond which words are no longer told apart by length."""


class Vocabulary:
    """Strings numbered in the order they were given, found by a hash table of their UTF-8."""

    def __init__(self, arrays: Arrays) -> None:
        self.arrays = arrays
        self._letters, self._starts = arrays["letters"].data, arrays["starts"].data
        self._buckets, self._members = arrays["buckets"].data, arrays["members"].data
        self._mask = len(self._buckets) - 2

    @classmethod
    def of(cls, strings: Sequence[str]) -> "Vocabulary":
        """Number some strings, all different."""
        encoded = [_utf8(string) for string in strings]
        mask = (1 << max(len(encoded) - 1, 0).bit_length()) - 1
        buckets = np.fromiter((crc32(letters) & mask for letters in encoded), np.int64, len(encoded))
        return cls(
            {
                "letters": np.frombuffer(b"".join(encoded), np.uint8),
                "starts": offsets(np.fromiter(map(len, encoded), np.int64, len(encoded))),
                "buckets": offsets(np.bincount(buckets, minlength=mask + 1)),
                "members": np.argsort(buckets, kind="stable").astype(np.int32),
            }
        )

    def __len__(self) -> int:
        return len(self._members)

    def __getitem__(self, number: int) -> str:
        return str(self._letters[self._starts[number] : self._starts[number + 1]], "utf-8", "surrogatepass")

    def __iter__(self) -> Iterator[str]:
        return (self[number] for number in range(len(self)))

    def find(self, string: str) -> int | None:
        """The number of a string, None for one that is not there."""
        letters = _utf8(string)
        bucket = crc32(letters) & self._mask
        for number in self._members[self._buckets[bucket] : self._buckets[bucket + 1]]:
            if self._letters[self._starts[number] : self._starts[number + 1]] == letters:
                return number
        return None


class Spellings:
    """Words by first letter and length, with the letters each is made of: what a misspelt one may mean.

    A word's signature has one bit for each letter in it. An edit changes two of them at most, so that
    almost all words of the same length are told apart without being read.
    """

    def __init__(self, arrays: Arrays, words: Vocabulary) -> None:
        self.arrays = arrays
        self._words = words
        self._signatures = arrays["signatures"]
        self._kinds, self._first = arrays["kinds"], arrays["first"]

    @classmethod
    def of(cls, words: Sequence[str], vocabulary: Vocabulary) -> "Spellings":
        """Prepare words that are in the order of `by_kind`."""
        kinds, first = np.unique(
            np.fromiter((_kind(word[0], len(word)) for word in words), np.int64, len(words)),
            return_index=True,
        )
        signatures = np.fromiter(map(_signature, words), np.uint64, len(words))
        arrays: Arrays = {"signatures": signatures, "kinds": kinds, "first": np.append(first, len(words))}
        return cls(arrays, vocabulary)

    def near(self, word: str, *, slips: int) -> list[str]:
        """Words with the same first letter that some slips may lead to: few more than those that do."""
        low, high = (_kind(word[0], length) for length in (max(len(word) - slips, 1), len(word) + slips))
        start = self._first[np.searchsorted(self._kinds, low)]
        stop = self._first[np.searchsorted(self._kinds, high, side="right")]
        other_letters = np.bitwise_count(self._signatures[start:stop] ^ np.uint64(_signature(word)))
        return [self._words[start + number] for number in np.flatnonzero(other_letters <= 2 * slips).tolist()]


def by_kind(words: Iterable[str]) -> list[str]:
    """Words in the order of the index: by first letter, then length."""
    return sorted(words, key=lambda word: (word[0], len(word), word))


def _kind(letter: str, length: int) -> int:
    return ord(letter) << 16 | min(length, LONGEST)


def _signature(word: str) -> int:
    """A bit for each letter; all bits where a digit shows that it is no word to misspell."""
    if not word.isalpha():
        return 0xFFFF_FFFF_FFFF_FFFF
    signature = 0
    for letter in word:
        signature |= 1 << (ord(letter) & 63)
    return signature


def _utf8(string: str) -> bytes:
    return string.encode("utf-8", "surrogatepass")
