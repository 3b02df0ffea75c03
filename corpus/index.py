"""The one door to retrieval: an index of passages that gives scores, best first."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np

from corpus.ranking.analysis import ANALYSIS, analyser, words
from corpus.ranking.bm25 import lucene_idf
from corpus.ranking.build import Parts, Progress, build
from corpus.ranking.rerank import MOST_SENTENCES, RERANKED, asked_grams
from corpus.ranking.sequences import KEY_BYTES, Text, passage_key
from corpus.ranking.store import IndexFolderError, open_arrays, save_arrays, verify_arrays
from corpus.ranking.top import Positions, Scores
from corpus.ranking.typos import corrections, slips_in

__all__ = ["Hit", "IndexFolderError", "PassageIndex", "Progress", "fingerprint"]

STOP_WORD_WEIGHT = 0.5
"""What a stop word of a question counts."""
MOST_WORDS = 64
"""Words of a question that `rank` reads."""
REMEMBERED = 50_000
"""Stems whose numbers are kept."""


class Hit(NamedTuple):
    """A passage found; `position` counts from 0 in the order the index was given."""

    position: int
    score: float


class PassageIndex:
    """BM25 over passages of one language, the heading a field of its own; never changed once made."""

    def __init__(self, parts: Parts, *, language: str) -> None:
        """Serve the parts of an index; `from_texts` and `load` make them."""
        self.language = language
        self.analyser = analyser(language)
        self.size = parts.sequences.size
        self.unknown_idf = lucene_idf(0, self.size)
        self.term = lru_cache(maxsize=REMEMBERED)(parts.terms.find)
        """The number of a stem, None where no passage holds it."""
        self.parts = parts

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
            known: an index whose passages are not analysed again where they stand here too.
            progress: told now and then how far the analysis is.
        """
        passages = _paired(texts, headings)
        parts = build(passages, language=language, known=known.parts if known else None, progress=progress)
        return cls(parts, language=language)

    def save(self, folder: Path) -> None:
        """Write the index into a folder of its own; one that is there is replaced as a whole.

        Raises:
            OSError: the folder can't be written.
        """
        facts = {"language": self.language, "passages": self.size, "corpus": self.fingerprint}
        save_arrays(Path(folder), self.parts.arrays(), analysis=ANALYSIS, **facts)

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
        arrays, facts = open_arrays(Path(folder), **expected)
        try:
            index = cls(Parts.of(arrays, size=facts["passages"]), language=facts["language"])
            fits = index.size == facts["passages"] and len(index.parts.keys) == index.size * KEY_BYTES
        except (KeyError, TypeError, ValueError):
            fits = False
        if not fits:
            raise IndexFolderError(Path(folder), "its files are missing or do not fit together")
        return index

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
        return _fingerprint(self.parts.keys.tobytes(), self.language)

    def analyse(self, question: str) -> list[str]:
        """The words of a question it looks up, as stems, in order."""
        return self.analyser.stems(question)

    def search(self, question: str, k: int = 10) -> list[Hit]:
        """The k best passages that score above 0, best first, ties by position."""
        query: dict[int, float] = {}
        for term in map(self.term, self.analyse(question)):
            if term is not None:
                query[term] = query.get(term, 0.0) + 1.0
        return [Hit(*hit) for hit in zip(*self.top(query, k=k), strict=True)]

    def rank(self, question: str, k: int = 10) -> list[Hit]:
        """The k best passages after a second look, best first: for where quality counts.

        Stop words count less, a word the index lacks stands for those one typing error away, and the best
        50 of the first stage are ordered anew. Of a long question the first words are read.
        """
        query, asked = self._read(words(question)[:MOST_WORDS])
        positions, scores = self.top(query, k=max(k, RERANKED) if k > 0 else 0)
        if not positions:
            return []
        best = np.array(positions[:RERANKED], np.intp)
        shares = np.array(scores) / sum(weight * self.idf(term) for term, weight in query.items())
        looked_at = self.parts.sequences.take(best, most=MOST_SENTENCES)
        shares[: len(best)] += self.parts.grams.shares(asked, looked_at)
        order = np.argsort(-shares, kind="stable")[:k].tolist()
        return [Hit(positions[place], float(shares[place])) for place in order]

    def _read(self, said: Sequence[str]) -> tuple[dict[int, float], dict[int, float]]:
        """The weighted terms of some words, and their weighted 4-grams."""
        query: dict[int, float] = {}
        weighed: list[tuple[str, float]] = []
        for word in said:
            scale = STOP_WORD_WEIGHT if self.analyser.is_stop_word(word) else 1.0
            term = self.term(self.analyser.stem(word))
            if term is not None:
                query[term] = query.get(term, 0.0) + scale
            else:
                for near, weight in self.corrections(word).items():
                    query[near] = max(query.get(near, 0.0), weight)
            weighed.append((word, scale * (self.unknown_idf if term is None else self.idf(term))))
        return query, asked_grams(weighed)

    def top(
        self, query: Mapping[int, float], *, k: int, mask: Scores | None = None
    ) -> tuple[list[int], list[float]]:
        """The k best passages above 0 and their scores, best first, ties by position.

        Args:
            query: weight by term.
            k: how many; none if below 1.
            mask: 0 for each passage to leave out, else 1.
        """
        return self.parts.postings.top(query, k=k, mask=mask)

    def scores(self, query: Mapping[int, float]) -> Scores:
        """The score of every passage for weighted terms."""
        return self.parts.postings.scores(query)

    def weights_at(self, term: int, positions: Positions) -> Scores:
        """What one term adds to the score of some passages."""
        return self.parts.postings.weights_at(term, positions)

    def idf(self, term: int) -> float:
        """Lucene's idf of a term, over headings and texts together."""
        return lucene_idf(self.parts.postings.frequencies[term], self.size)

    def corrections(self, word: str) -> dict[int, float]:
        """The terms that a misspelt word may mean, with their weights."""
        slips = slips_in(word)
        near = corrections(word, self.parts.spellings.near(word, slips=slips)) if slips else {}
        weights: dict[int, float] = {}
        for spelling, weight in near.items():
            term = self.term(self.analyser.stem(spelling))
            if term is not None:
                weights.setdefault(term, weight)
        return weights

    def sentences(self, position: int) -> list[list[int]]:
        """The terms of a passage, sentence by sentence, its heading first."""
        sequences = self.parts.sequences
        first, last = sequences.passages[position : position + 2].tolist()
        bounds = sequences.sentences[first : last + 1].tolist()
        terms = self.parts.term_by_word[sequences.tokens[bounds[0] : bounds[-1]]].tolist()
        return [terms[start - bounds[0] : stop - bounds[0]] for start, stop in pairwise(bounds)]


def fingerprint(texts: Iterable[Text], *, language: str, headings: Iterable[str] | None = None) -> str:
    """The fingerprint the index of these texts has, without building it."""
    keys = (passage_key(heading, text) for heading, text in _paired(texts, headings))
    return _fingerprint(b"".join(keys), language)


def _fingerprint(keys: bytes, language: str) -> str:
    return blake2b(keys, key=language.encode()[:64], digest_size=KEY_BYTES).hexdigest()


def _paired(texts: Iterable[Text], headings: Iterable[str] | None) -> list[tuple[str, Text]]:
    bodies = list(texts)
    return list(zip([""] * len(bodies) if headings is None else headings, bodies, strict=True))
