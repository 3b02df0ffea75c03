"""The one door to retrieval: an index of passages that gives scores, best first."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np

from corpus.ranking.analysis import ANALYSIS, analyser, words
from corpus.ranking.bm25 import lucene_idf
from corpus.ranking.postings import Postings, build_postings
from corpus.ranking.rerank import MOST_SENTENCES, RERANKED, Grams, asked_grams
from corpus.ranking.sequences import KEY_BYTES, Integers, Sequences, Text, joined, passage_key
from corpus.ranking.store import IndexFolderError, open_arrays, save_arrays, verify_arrays
from corpus.ranking.top import Scores
from corpus.ranking.typos import corrections, slips_in
from corpus.ranking.vocabulary import Arrays, Spellings, Vocabulary, by_kind
from corpus.ranking.workers import read_many

STOP_WORD_WEIGHT = 0.5
"""What a stop word of a question counts."""
MOST_WORDS = 64
"""Words of a question that `rank` reads."""

Progress = Callable[[int, int], object]
"""Told how many of the passages to analyse are done, and how many there are."""


class Hit(NamedTuple):
    """A passage found; `position` counts from 0 in the order the index was given."""

    position: int
    score: float


class PassageIndex:
    """BM25 over passages of one language, the heading a field of its own; never changed once made."""

    def __init__(
        self,
        language: str,
        keys: bytes,
        sequences: Sequences,
        words: Vocabulary,
        term_by_word: Integers,
        spellings: Spellings,
        grams: Grams,
        terms: Vocabulary,
        postings: Postings,
    ) -> None:
        self.analyser = analyser(language)
        self.language = language
        self.keys = keys
        self.sequences = sequences
        self.words, self.term_by_word = words, term_by_word
        self.spellings, self.grams = spellings, grams
        self.terms = terms
        self.postings = postings
        self.size = sequences.size
        self._unknown = lucene_idf(0, self.size)

    @classmethod
    def from_texts(
        cls,
        texts: Iterable[Text],
        *,
        language: str = "en",
        headings: Iterable[str] | None = None,
        known: "PassageIndex | None" = None,
        progress: Progress | None = None,
    ) -> Self:
        """Index texts, with a heading each where there are any.

        Args:
            texts: each a string, or the sentences of a passage.
            language: ISO 639-1; decides on stems and stop words.
            headings: title and section path, as many as there are texts.
            known: an index whose passages need not be analysed again where they stand here too.
            progress: told now and then how far the analysis is.
        """
        bodies = list(texts)
        titles = [""] * len(bodies) if headings is None else list(headings)
        passages = list(zip(titles, bodies, strict=True))
        keys = [passage_key(heading, text) for heading, text in passages]
        analysed = _analysed(passages, keys, known, progress)
        return cls._of(language, b"".join(keys), *_in_order(*analysed))

    @classmethod
    def _of(cls, language: str, keys: bytes, sequences: Sequences, spelt: list[str]) -> Self:
        stem = analyser(language).stem
        stems = [stem(word) for word in spelt]
        terms = sorted(set(stems))
        number_by_term = {term: number for number, term in enumerate(terms)}
        term_by_word = np.fromiter((number_by_term[term] for term in stems), np.int32, len(stems))
        vocabulary = Vocabulary.of(spelt)
        return cls(
            language,
            keys,
            sequences,
            vocabulary,
            term_by_word,
            Spellings.of(spelt, vocabulary),
            Grams.of(spelt),
            Vocabulary.of(terms),
            build_postings(sequences, term_by_word, terms=len(terms)),
        )

    def save(self, folder: Path) -> None:
        """Write the index into a folder of its own; one that is there is replaced as a whole.

        Raises:
            OSError: the folder can't be written.
        """
        parts = {
            "words": self.words.arrays,
            "spellings": self.spellings.arrays,
            "grams": self.grams.arrays,
            "terms": self.terms.arrays,
            "postings": self.postings.arrays,
            "sequences": self.sequences.arrays,
        }
        arrays = {f"{part}-{name}": array for part, named in parts.items() for name, array in named.items()}
        arrays["term-by-word"] = self.term_by_word
        arrays["keys"] = np.frombuffer(self.keys, np.uint8)
        facts = {"language": self.language, "passages": self.size, "corpus": self.fingerprint}
        save_arrays(folder, arrays, analysis=ANALYSIS, **facts)

    @classmethod
    def load(cls, folder: Path, *, corpus: str | None = None) -> Self:
        """Open a saved index; its files are mapped, and read as far as questions need them.

        Args:
            folder: where it was saved.
            corpus: the `fingerprint` it should have; any will do if None.

        Raises:
            IndexFolderError: there is none, or it is damaged, foreign, or of another corpus.
        """
        expected = {"analysis": ANALYSIS} | ({} if corpus is None else {"corpus": corpus})
        arrays, facts = open_arrays(folder, **expected)

        def part(name: str) -> Arrays:
            prefix = f"{name}-"
            return {key.removeprefix(prefix): array for key, array in arrays.items() if key.startswith(prefix)}

        try:
            words = Vocabulary(part("words"))
            return cls(
                facts["language"],
                arrays["keys"].tobytes(),
                Sequences(**part("sequences")),
                words,
                arrays["term-by-word"],
                Spellings(part("spellings"), words),
                Grams(part("grams")),
                Vocabulary(part("terms")),
                Postings(part("postings"), size=facts["passages"]),
            )
        except (KeyError, TypeError, ValueError):
            raise IndexFolderError(folder, "files are missing or do not fit together") from None

    @staticmethod
    def verify(folder: Path) -> None:
        """Read a saved index whole and compare its checksums.

        Raises:
            IndexFolderError: it is damaged.
        """
        verify_arrays(folder)

    @property
    def fingerprint(self) -> str:
        """The same for two indexes only if their language, passages and order are."""
        return blake2b(self.keys, key=self.language.encode()[:64], digest_size=KEY_BYTES).hexdigest()

    def position_by_key(self) -> dict[bytes, int]:
        """Where a passage stands, by the key of its heading and text."""
        starts = range(0, len(self.keys), KEY_BYTES)
        return {self.keys[start : start + KEY_BYTES]: number for number, start in enumerate(starts)}

    def analyse(self, question: str) -> list[str]:
        """The words of a question it looks up, as stems, in order."""
        return self.analyser.stems(question)

    def search(self, question: str, k: int = 10) -> list[Hit]:
        """The k best passages that score above 0, best first, ties by position."""
        query: dict[int, float] = {}
        find = self.terms.find
        for stem in self.analyse(question):
            term = find(stem)
            if term is not None:
                query[term] = query.get(term, 0.0) + 1.0
        return [Hit(*hit) for hit in zip(*self.postings.top(query, k=k), strict=True)]

    def rank(self, question: str, k: int = 10) -> list[Hit]:
        """The k best passages after a second look, best first: what to ask for where quality counts.

        Stop words count less, a word the index lacks stands for those one typing error away, and the best
        50 of the first stage are ordered anew. Of a long question the first words are read.
        """
        query, asked = self._read(words(question)[:MOST_WORDS])
        positions, scores = self.postings.top(query, k=max(k, RERANKED) if k > 0 else 0)
        if not positions:
            return []
        best = np.array(positions[:RERANKED], np.intp)
        added = self.grams.shares(asked, self.sequences.take(best, most=MOST_SENTENCES))
        whole = sum(weight * self.idf_of(term) for term, weight in query.items())
        shares = np.array(scores, np.float32) / whole
        shares[: len(best)] += added
        order = np.argsort(-shares, kind="stable")[:k].tolist()
        return [Hit(positions[place], float(shares[place])) for place in order]

    def _read(self, said: Sequence[str]) -> tuple[dict[int, float], dict[int, float]]:
        """The weighted terms of some words, and their weighted grams."""
        query: dict[int, float] = {}
        weighed: list[tuple[str, float]] = []
        for word in said:
            scale = STOP_WORD_WEIGHT if self.analyser.is_stop_word(word) else 1.0
            term = self.terms.find(self.analyser.stem(word))
            if term is not None:
                query[term] = query.get(term, 0.0) + scale
                weighed.append((word, scale * self.idf_of(term)))
            else:
                weighed.append((word, scale * self._unknown))
                for near, weight in self.corrections(word).items():
                    query[near] = max(query.get(near, 0.0), weight)
        return query, asked_grams(weighed)

    def corrections(self, word: str) -> dict[int, float]:
        """The terms that a misspelt word may mean, with their weights."""
        slips = slips_in(word)
        if not slips:
            return {}
        near = corrections(word, self.spellings.near(word, slips=slips))
        weights: dict[int, float] = {}
        for spelling, weight in near.items():
            term = self.terms.find(self.analyser.stem(spelling))
            assert term is not None  # noqa: S101  # of a word of the index
            weights.setdefault(term, weight)
        return weights

    def idf_of(self, term: int) -> float:
        """Lucene's idf of a term, over headings and texts together."""
        return lucene_idf(self.postings.frequencies[term], self.size)

    def score(self, query: Mapping[str, float]) -> Scores:
        """The score of every passage for weighted stems."""
        numbered = ((self.terms.find(stem), weight) for stem, weight in query.items())
        return self.postings.scores({term: weight for term, weight in numbered if term is not None})


def _analysed(
    passages: list[tuple[str, Text]], keys: list[bytes], known: PassageIndex | None, progress: Progress | None
) -> tuple[Sequences, list[str]]:
    """The passages as sequences, and the words their numbers stand for, in any order.

    Only those that `known` lacks are read.
    """
    position_by_key = known.position_by_key() if known else {}
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
    for read, words in read_many(new):
        numbers = [number_by_word.setdefault(word, len(number_by_word)) for word in words]
        parts.append(read.renumbered(np.array(numbers, np.int32)))
        done += read.size
        if progress:
            progress(done, len(new))
    sequences = joined(parts)
    if 0 < len(new) < len(passages):
        is_new = np.array([position is None for position in positions])
        sequences = sequences.take(np.argsort(np.argsort(is_new, kind="stable"), kind="stable"))
    return sequences, list(number_by_word)


def _in_order(sequences: Sequences, words: list[str]) -> tuple[Sequences, list[str]]:
    """The same with the words numbered in the order of the index: however it came about, it is the same."""
    ordered = by_kind(words)
    number_by_word = {word: number for number, word in enumerate(ordered)}
    numbers = np.fromiter((number_by_word[word] for word in words), np.int32, len(words))
    return sequences.renumbered(numbers), ordered
