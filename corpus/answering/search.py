"""Finding the passages that hold what a question asks for, and how much of it they hold."""

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from corpus.answering.query import Query, Wording, Wordings, read_query
from corpus.answering.terms import TermFinder
from corpus.index import PassageIndex
from corpus.passages import Passage
from corpus.ranking.analysis import analyser
from corpus.ranking.top import Positions, Scores

REMEMBERED = 4_096
"""Passages whose terms are kept ready: all of a workshop, the ones asked for of a library."""
RERANKED = 20
"""Passages of the first stage that are looked at sentence by sentence."""
MOST = 5
"""Passages found: as many as an answer keeps."""
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


@dataclass(frozen=True, slots=True)
class _Held:
    """The terms a passage holds: anywhere, in its heading, and sentence by sentence."""

    anywhere: frozenset[int]
    heading: frozenset[int]
    sentences: tuple[frozenset[int], ...]


class Search:
    """The passages of one language, ready to be asked in any language of the glossary."""

    def __init__(self, passages: Sequence[Passage], *, index: PassageIndex) -> None:
        self._passages = passages
        self._index = index
        self._wordings = Wordings(index)
        self._held = lru_cache(maxsize=REMEMBERED)(self._read)
        self._masks: dict[frozenset[str], Scores | None] = {}

    def find(
        self, question: str, *, asked_in: str, finder: TermFinder, documents: frozenset[str]
    ) -> list[Found]:
        """The passages of some documents that hold anything of a question, best first, at most `MOST`."""
        mask = self._mask(documents)
        query = read_query(question, asked_in=analyser(asked_in), wordings=self._wordings, finder=finder)
        if not query.weight:
            return []
        positions, _ = self._index.top(query.terms(), k=RERANKED, mask=mask)
        if not positions:
            return []
        scores = self._scores(query, np.array(positions, np.intp)).tolist()
        found: list[Found] = []
        for position, score in zip(positions, scores, strict=True):
            least = found[MOST - 1].score if len(found) >= MOST else 0.0
            one = self._weigh(query, position, score, least=least)
            if one:
                insort(found, one, key=lambda known: -known.score)
        return found[:MOST]

    def _mask(self, documents: frozenset[str]) -> Scores | None:
        """1 for each passage of the documents, else 0; None for all; made once for each language asked in."""
        if documents not in self._masks:
            there = np.array([passage.document in documents for passage in self._passages], np.float32)
            self._masks[documents] = None if there.all() else there
        return self._masks[documents]

    def _weigh(self, query: Query, position: int, score: float, *, least: float) -> Found | None:
        """Look at a passage sentence by sentence, unless it holds nothing or can't reach the least score."""
        held = self._held(position)
        coverage = query.share_in(held.anywhere)
        heading = query.likeness(held.heading)
        most = 1.0 if query.weight >= WEAK_QUERY else heading
        covered = most * score * (0.5 + 0.5 * coverage)
        with_heading = 1 + HEADING_WEIGHT * heading
        if not coverage or covered * (with_heading + SENTENCE_WEIGHT * coverage) < least:
            return None  # no sentence holds more than the passage
        shares = query.shares_in(held.sentences)
        focus = max(shares)
        return Found(
            self._passages[position],
            covered * (with_heading + SENTENCE_WEIGHT * focus),
            coverage,
            focus,
            shares.index(focus),
            _is_thin(query, held),
            most,
        )

    def _scores(self, query: Query, positions: Positions) -> Scores:
        """BM25 by the best wording of each notion: two names for one thing make no passage twice as right."""
        total = np.zeros(len(positions), np.float32)
        for notion in query.notions:
            best: Scores | None = None
            for wording in notion.wordings:
                scores = self._wording_scores(wording, positions)
                best = scores if best is None else np.maximum(best, scores)
            if best is not None:
                total += best
        return total

    def _wording_scores(self, wording: Wording, positions: Positions) -> Scores:
        each = [self._index.weights_at(term, positions) for term in wording.idf_by_term]
        if len(each) == 1:
            return wording.weight * each[0]
        rows = np.stack(each) if each else np.zeros((1, len(positions)), np.float32)
        total: Scores = wording.weight * rows.sum(axis=0)
        return total * rows.all(axis=0) if wording.whole else total

    def _read(self, position: int) -> _Held:
        heading, *sentences = map(frozenset, self._index.sentences(position))
        return _Held(heading.union(*sentences), heading, tuple(sentences))


def _is_thin(query: Query, held: _Held) -> bool:
    if not query.numbers <= held.anywhere:
        return True
    return query.count_in(held.anywhere) == 1 and not query.share_in(held.heading)
