"""Finding the passages that hold what a question asks for, and how much of it they hold."""

import math
from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from corpus.answering.facts import Fact, asked_fact, facts_in
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
MOST = 6
"""Passages found: the best one, and those it has to stand out from."""
SENTENCE_WEIGHT = 0.5
"""How much the best single sentence counts beside the whole passage."""
HEADING_WEIGHT = 0.8
"""How much a heading that asks the same counts: "When the workshop took place"."""
WEAK_QUERY = 2.0
"""The idf of a question below which most passages hold its words: only a heading that asks it counts."""
THIN = 0.45
"""What is left of a passage's hold on a question where one ordinary word is all they share."""
FACTLESS = 0.5
"""The same where a number, a sum or a date is asked for and the passage has none near."""
FACTLESS_SCORE = 0.85
"""What is left of its score then."""
FACTS_NEEDED: frozenset[Fact] = frozenset(("date", "money", "number"))
"""Facts whose look tells that they are not there; a name or a place may be a word like any other."""
FACT_WEIGHT = 0.15
"""How much a sentence is preferred that has the sort of fact asked for."""
ASKED_BY_HEADING = 0.5
"""What a heading that asks the very same is worth, as a lead."""
LEAD_HALF = 5.0
"""The lead, in words no passage holds, that is worth half."""


@dataclass(frozen=True, slots=True)
class Found:
    """A passage found for a question.

    Attributes:
        passage: the passage.
        score: orders passages of one search.
        coverage: share of the question's idf that the passage holds, 0–1.
        focus: the same share for its best sentence.
        best: that sentence's position.
        fact: that sentence holds the sort of fact asked for.
        hold: how sure the passage alone makes, 0–1: less where only one thing asked for is there, and in
            passing, or a number is not there; or where hardly anything is asked but what everybody says.
        heading: how far a heading asks the same, 0–1.
        lead: by how much its score is above that of the others, in words that no passage holds.
    """

    passage: Passage
    score: float
    coverage: float
    focus: float
    best: int
    fact: bool
    hold: float
    heading: float
    lead: float = 0.0

    @property
    def confidence(self) -> float:
        """How sure the passage answers, 0–1: it holds what is asked, and stands out from the others.

        The geometric mean of the two: near misses hold the words but stand among their like. A heading that
        asks the same makes up for a small lead.
        """
        standing = max(self.lead / (self.lead + LEAD_HALF), ASKED_BY_HEADING * self.heading**8)
        return round(math.sqrt(self.hold * standing), 4)


@dataclass(frozen=True, slots=True)
class _Held:
    """The terms a passage holds: anywhere, in its heading, and sentence by sentence."""

    anywhere: frozenset[int]
    heading: frozenset[int]
    sentences: tuple[frozenset[int], ...]
    facts: tuple[frozenset[Fact], ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word or term of a question: what it weighs, and how much of it a passage holds, 0–1."""

    said: str
    weight: float
    held: float


class Search:
    """The passages of one language, ready to be asked in any language of the glossary."""

    def __init__(self, passages: Sequence[Passage], *, index: PassageIndex) -> None:
        self._passages = passages
        self._index = index
        self._wordings = Wordings(index)
        self._held = lru_cache(maxsize=REMEMBERED)(self._read)
        self._masks: dict[frozenset[str], Scores | None] = {}

    def find(
        self,
        question: str,
        *,
        asked_in: str,
        finder: TermFinder,
        documents: frozenset[str],
        without: frozenset[str] = frozenset(),
        most: int = MOST,
    ) -> list[Found]:
        """The passages of some documents that hold anything of a question, best first.

        Args:
            question: as it was asked.
            asked_in: its language.
            finder: finds the glossary's terms in that language.
            documents: ids of those that are read.
            without: ids of passages that are passed over, as if they were not there.
            most: of them, at most `RERANKED`.
        """
        mask = self._mask(documents)
        if mask is not None and not mask.any():
            return []
        query = self._query(question, asked_in, finder)
        if not query.weight:
            return []
        positions, _ = self._index.top(query.terms(), k=RERANKED, mask=mask)
        if not positions:
            return []
        scores = self._scores(query, np.array(positions, np.intp)).tolist()
        fact = asked_fact(question)
        found: list[Found] = []
        for position, score in zip(positions, scores, strict=True):
            if self._passages[position].id in without:
                continue
            least = found[most - 1].score if len(found) >= most else 0.0
            one = self._weigh(query, fact, position, score, least=least)
            if one:
                insort(found, one, key=lambda known: -known.score)
        return self._led(found[:most])

    def words(self, question: str, passage: Passage, *, asked_in: str, finder: TermFinder) -> list[Word]:
        """What a question asks for, in order, and how much of each a passage holds."""
        held = self._held(self._passages.index(passage)).anywhere
        return [
            Word(notion.said, round(notion.weight, 2), round(notion.share_in(held), 2))
            for notion in self._query(question, asked_in, finder).notions
        ]

    def _query(self, question: str, asked_in: str, finder: TermFinder) -> Query:
        return read_query(question, asked_in=analyser(asked_in), wordings=self._wordings, finder=finder)

    def _led(self, found: Sequence[Found]) -> list[Found]:
        """The passages found, each with its lead over the mean of those that follow the best."""
        others = sum(one.score for one in found[1:MOST]) / (MOST - 1)
        scale = self._index.unknown_idf
        led = [replace(one, lead=max(one.score - others, 0.0) / scale) for one in found]
        return sorted(led, key=lambda one: -one.confidence)

    def _mask(self, documents: frozenset[str]) -> Scores | None:
        """1 for each passage of the documents, else 0; None for all; made once for each language asked in."""
        if documents not in self._masks:
            there = np.array([passage.document in documents for passage in self._passages], np.float32)
            self._masks[documents] = None if there.all() else there
        return self._masks[documents]

    def _weigh(
        self, query: Query, fact: Fact | None, position: int, score: float, *, least: float
    ) -> Found | None:
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
        there = [fact in facts for facts in held.facts]
        wanted = [share + FACT_WEIGHT * has for share, has in zip(shares, there, strict=True)]
        best = max(range(len(wanted)), key=wanted.__getitem__)
        focus = max(shares)
        hold = 0.7 * coverage + 0.3 * focus
        lacking = query.lacks_counted(held.anywhere) or (fact in FACTS_NEEDED and not there[best])
        if _is_thin(query, held):
            hold *= THIN
        elif lacking:
            hold *= FACTLESS
        return Found(
            self._passages[position],
            covered * (with_heading + SENTENCE_WEIGHT * focus) * (FACTLESS_SCORE if lacking else 1.0),
            coverage,
            focus,
            best,
            there[best],
            min(hold, most),
            heading,
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
        facts = tuple(map(facts_in, self._passages[position].sentences))
        return _Held(heading.union(*sentences), heading, tuple(sentences), facts)


def _is_thin(query: Query, held: _Held) -> bool:
    if not query.numbers <= held.anywhere:
        return True
    return query.count_in(held.anywhere) == 1 and not query.share_in(held.heading)
