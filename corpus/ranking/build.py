"""From passages to the parts of an index; only what is not yet analysed is read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from corpus.ranking.analysis import analyser
from corpus.ranking.postings import Postings, build_postings
from corpus.ranking.rerank import Grams
from corpus.ranking.sequences import KEY_BYTES, Arrays, Integers, Sequences, Text, joined, passage_key
from corpus.ranking.vocabulary import Spellings, Vocabulary, by_kind
from corpus.ranking.workers import read_many

Progress = Callable[[int, int], object]
"""Told how many of the passages to analyse are done, and how many there are."""


@dataclass(frozen=True)
class Parts:
    """All an index is made of; never changed once made.

    Attributes:
        keys: 16 bytes for each passage, by which it is known again.
        sequences: the words of each passage, in order.
        words: as they are spelt, by number.
        term_by_word: the number of each word's stem.
        spellings: the same words, for misspelt ones.
        terms: the stems, by number.
        postings: the weights.
    """

    keys: npt.NDArray[np.uint8]
    sequences: Sequences
    words: Vocabulary
    term_by_word: Integers
    spellings: Spellings
    terms: Vocabulary
    postings: Postings
    saved_grams: Grams | None = None

    @cached_property
    def grams(self) -> Grams:
        """The 4-grams of the words; made when they are first wanted, as not every index is asked for them."""
        return self.saved_grams or Grams.of(self.words)

    def arrays(self) -> Arrays:
        """Every array by a name of its own."""
        parts: Mapping[str, Arrays] = {
            "sequences": self.sequences.arrays,
            "words": self.words.arrays,
            "spellings": self.spellings.arrays,
            "terms": self.terms.arrays,
            "postings": self.postings.arrays,
            "grams": self.grams.arrays,
            "index": {"keys": self.keys, "term_by_word": self.term_by_word},
        }
        return {f"{part}-{name}": array for part, named in parts.items() for name, array in named.items()}

    @classmethod
    def of(cls, arrays: Arrays, *, size: int) -> "Parts":
        """The parts from what `arrays` gave.

        Raises:
            KeyError, TypeError, ValueError: something is missing.
        """

        def part(name: str) -> Arrays:
            prefix = f"{name}-"
            named = (key for key in arrays if key.startswith(prefix))
            return {key.removeprefix(prefix): arrays[key] for key in named}

        words = Vocabulary(part("words"))
        return cls(
            sequences=Sequences(**part("sequences")),
            words=words,
            spellings=Spellings(part("spellings"), words),
            terms=Vocabulary(part("terms")),
            postings=Postings(part("postings"), size=size),
            saved_grams=Grams(part("grams")),
            **part("index"),
        )


def build(
    passages: Sequence[tuple[str, Text]], *, language: str, known: Parts | None, progress: Progress | None
) -> Parts:
    """Build an index of headings and texts, with what `known` has analysed taken from there.

    However it came about, the same passages give the same index.
    """
    keys = [passage_key(heading, text) for heading, text in passages]
    sequences, spelt = _in_order(*_analysed(passages, keys, known, progress))
    stems = [*map(analyser(language).stem, spelt)]
    terms = sorted(set(stems))
    number_by_term = {term: number for number, term in enumerate(terms)}
    term_by_word = np.fromiter(map(number_by_term.__getitem__, stems), np.int32, len(stems))
    words = Vocabulary.of(spelt)
    return Parts(
        keys=np.frombuffer(b"".join(keys), np.uint8),
        sequences=sequences,
        words=words,
        term_by_word=term_by_word,
        spellings=Spellings.of(spelt, words),
        terms=Vocabulary.of(terms),
        postings=build_postings(sequences, term_by_word, terms=len(terms)),
    )


def _analysed(
    passages: Sequence[tuple[str, Text]],
    keys: Sequence[bytes],
    known: Parts | None,
    progress: Progress | None,
) -> tuple[Sequences, list[str]]:
    """The passages as sequences, and the words their numbers stand for, in any order."""
    position_by_key = _position_by_key(known) if known else {}
    positions = [position_by_key.get(key) for key in keys]
    new = [passage for passage, position in zip(passages, positions, strict=True) if position is None]
    number_by_word: dict[str, int] = {}
    parts: list[Sequences] = []
    if known and len(new) < len(passages):
        kept = known.sequences.take(np.array([at for at in positions if at is not None], np.intp))
        used = np.unique(kept.tokens)
        number_by_word = {known.words[word]: number for number, word in enumerate(used.tolist())}
        parts.append(kept.renumbered(np.searchsorted(used, np.arange(len(known.words))).astype(np.int32)))
    done = 0
    for read, spelt in read_many(new):
        numbers = [number_by_word.setdefault(word, len(number_by_word)) for word in spelt]
        parts.append(read.renumbered(np.array(numbers, np.int32)))
        done += read.size
        if progress:
            progress(done, len(new))
    sequences = joined(parts)
    if 0 < len(new) < len(passages):  # the new ones stand at the end: back to their places
        is_new = np.array([position is None for position in positions])
        sequences = sequences.take(np.argsort(np.argsort(is_new, kind="stable"), kind="stable"))
    return sequences, list(number_by_word)


def _in_order(sequences: Sequences, spelt: list[str]) -> tuple[Sequences, list[str]]:
    """The same with the words numbered in the order of the index."""
    ordered = by_kind(spelt)
    number_by_word = {word: number for number, word in enumerate(ordered)}
    numbers = np.fromiter(map(number_by_word.__getitem__, spelt), np.int32, len(spelt))
    return sequences.renumbered(numbers), ordered


def _position_by_key(parts: Parts) -> dict[bytes, int]:
    keys = parts.keys.tobytes()
    return {keys[start : start + KEY_BYTES]: start // KEY_BYTES for start in range(0, len(keys), KEY_BYTES)}
