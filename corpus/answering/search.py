"""Finding the passages that hold what a question asks for, and how much of it they hold."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from corpus.answering.query import Notion, Query, read_query
from corpus.answering.terms import TermFinder
from corpus.index import PassageIndex, Scores
from corpus.passages import Passage
from corpus.ranking.analysis import analyser

RERANKED = 20
"""Passages of the first stage that are looked at sentence by sentence."""
SENTENCE_WEIGHT = 0.5
"""How much the best single sentence counts beside the whole passage."""
HEADING_WEIGHT = 0.8
"""How much a heading that asks the same counts: "When the workshop took place"."""
WEAK_QUERY = 2.0
"""The idf of a question below which most passages hold its words: only a heading that asks it counts."""
THIN = 0.45
"""What confidence keeps where one ordinary word is all that a question and a passage share."""


@dataclass(frozen=True, slots=True)
class Found:
    """A passage found for a question.

    Attributes:
        passage: the passage.
        score: orders passages of one search.
        coverage: share of the question's idf that the passage holds, 0–1.
        focus: the same share for its best sentence.
        best: that sentence's position.
        thin: only one thing asked for is there, and in passing, in no heading; or a number is not there.
        most: the most it can be sure of; below 1 where hardly anything is asked but what everybody says.
    """

    passage: Passage
    score: float
    coverage: float
    focus: float
    best: int
    thin: bool
    most: float

    @property
    def confidence(self) -> float:
        """How sure the passage answers, 0–1: what it covers, best in a single sentence."""
        covered = 0.7 * self.coverage + 0.3 * self.focus
        return round(min(covered * (THIN if self.thin else 1.0), self.most), 4)


class Search:
    """The passages of one language, ready to be asked in any language of the glossary."""

    def __init__(self, passages: Sequence[Passage], *, language: str) -> None:
        self._passages = passages
        headings = [" ".join((passage.title, *passage.section)) for passage in passages]
        self._index = PassageIndex.from_texts(
            [passage.text for passage in passages], language=language, headings=headings
        )
        self._headings = [frozenset(self._index.analyse(heading)) for heading in headings]
        self._sentences: dict[int, list[frozenset[str]]] = {}
        self._masks: dict[frozenset[str], Scores] = {}

    def find(
        self, question: str, *, asked_in: str, finder: TermFinder, documents: frozenset[str]
    ) -> list[Found]:
        """The passages of some documents that hold anything of a question, best first."""
        mask = self._mask(documents)
        if not mask.any():
            return []
        query = read_query(question, asked_in=analyser(asked_in), index=self._index, finder=finder)
        if not query.weight:
            return []
        scores = self._index.score(query.stems()) * mask
        hits = self._index.top(scores, k=RERANKED)
        positions = np.array([hit.position for hit in hits], dtype=np.intp)
        best = np.sum([self._scores(notion, positions) for notion in query.notions], axis=0)
        found = [
            self._weigh(query, hit.position, float(score)) for hit, score in zip(hits, best, strict=True)
        ]
        return sorted((one for one in found if one.coverage), key=lambda one: -one.score)

    def _mask(self, documents: frozenset[str]) -> Scores:
        """1 for each passage of the documents, else 0; made once for each language that is asked in."""
        known = self._masks.get(documents)
        if known is None:
            there = [passage.document in documents for passage in self._passages]
            known = self._masks[documents] = np.array(there, dtype=np.float32)
        return known

    def _weigh(self, query: Query, position: int, score: float) -> Found:
        coverage = query.share_in(self._index.stems[position])
        shares = [query.share_in(sentence) for sentence in self._split(position)]
        focus = max(shares)
        heading = query.likeness(self._headings[position])
        most = 1.0 if query.weight >= WEAK_QUERY else heading
        return Found(
            self._passages[position],
            most * score * (0.5 + 0.5 * coverage) * (1 + SENTENCE_WEIGHT * focus + HEADING_WEIGHT * heading),
            coverage,
            focus,
            shares.index(focus),
            self._is_thin(query, position),
            most,
        )

    def _scores(self, notion: Notion, positions: npt.NDArray[np.intp]) -> Scores:
        """The best wording's BM25: a passage that uses two names for one thing is not twice as right."""
        best = np.zeros(len(positions), dtype=np.float32)
        for wording in notion.wordings:
            known = [stem for stem in wording.idf_by_stem if stem in self._index.vocabulary]
            if known:
                each = np.stack([self._index.weights(stem)[positions] for stem in known])
                scores = each.sum(axis=0) * (each.all(axis=0) if wording.whole else 1)
                np.maximum(best, wording.weight * scores, out=best)
        return best

    def _is_thin(self, query: Query, position: int) -> bool:
        if not query.numbers <= self._index.stems[position]:
            return True
        return query.count_in(self._index.stems[position]) == 1 and not query.share_in(
            self._headings[position]
        )

    def _split(self, position: int) -> list[frozenset[str]]:
        known = self._sentences.get(position)
        if known is None:
            passage = self._passages[position]
            stems = self._index.analyser.stems
            known = [frozenset(stems(sentence)) for sentence in passage.sentences]
            self._sentences[position] = known
        return known
