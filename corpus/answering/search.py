"""Finding the passages that hold what a question asks for, and how much of it they hold."""

import math
from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from corpus.answering.facts import Fact, asked_fact, facts_in, numbers_in
from corpus.answering.query import Query, Wording, Wordings, read_query
from corpus.answering.terms import TermFinder
from corpus.index import PassageIndex
from corpus.passages import Passage
from corpus.ranking.analysis import analyser
from corpus.ranking.top import Positions, Scores

_NOTHING = np.empty(0, np.float32)
REMEMBERED = 4_096
"""Passages whose terms are kept ready: all of a workshop, the ones asked for of a library."""
QUERIES_REMEMBERED = 8
"""Questions that are kept read for a moment: a follow-up is looked up in one passage after the other."""
RERANKED = 20
"""Passages of the first stage that are looked at sentence by sentence."""
MOST = 6
"""Passages found: the best one, and those it has to stand out from."""
SENTENCE_WEIGHT = 0.5
"""How much the best single sentence counts beside the whole passage."""
HEADING_WEIGHT = 1.6
"""How much a heading that asks the same counts: "When the workshop took place"."""
WEAK_QUERY = 2.0
"""The idf of a question below which most passages hold its words: only a heading that asks it counts."""
THIN = 0.45
"""What is left of a passage's hold on a question where one ordinary word is all they share."""
FACTLESS = 0.5
"""The same where a number, a sum or a date is asked for and the passage has none near."""
SINGLE = 0.55
"""The same where a question has but one word or term: much is about it."""
NAMELESS = 0.6
"""The same where something is asked of somebody or of a place that the passage does not name."""
FACTLESS_SCORE = 0.85
"""What is left of its score where the fact is missing."""
NATIVE = 0.05
"""How much surer a passage in another language must be, found by a question known in this one."""
TITLE = 0.85
"""What a heading is worth that asks the same only with the title, which all passages of a document have."""
FOREIGN_SCORE = 0.6
"""What is left of it where only the question asked is in this language, and the passage in another."""
FACTS_NEEDED: frozenset[Fact] = frozenset(("date", "money", "number"))
"""Facts whose look tells that they are not there; a name or a place may be a word like any other."""
FACT_WEIGHT = 0.15
"""How much a sentence is preferred that has the sort of fact asked for."""
ASKED_BY_HEADING = 0.3
"""What a heading that asks the very same is worth of the lead that is missing."""
LEAD_HALF = 5.0
"""The lead, in words no passage holds, that is worth half."""
GAP_HALF = 3.0
"""The same of the lead over the next passage alone."""
NEXT_WEIGHT = 0.4
"""What the next passage alone counts against all that follow."""


@dataclass(slots=True)
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
        gap: the same against the best of the others.
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
    gap: float = 0.0

    @property
    def confidence(self) -> float:
        """How sure the passage answers, 0–1: it holds what is asked, and stands out from the others.

        The geometric mean of the two: near misses hold the words but stand among their like. A heading that
        asks the same makes up for a small lead.
        """
        lead = (1 - NEXT_WEIGHT) * self.lead / (self.lead + LEAD_HALF)
        lead += NEXT_WEIGHT * self.gap / (self.gap + GAP_HALF)
        standing = lead + (1 - lead) * ASKED_BY_HEADING * self.heading**2
        return round(math.sqrt(self.hold * standing), 4)


@dataclass(frozen=True, slots=True)
class _Held:
    """The terms a passage holds: anywhere, in its heading, in each question it answers, in each sentence."""

    anywhere: frozenset[int]
    heading: frozenset[int]
    section: frozenset[int]
    asked: tuple[frozenset[int], ...]
    sentences: tuple[frozenset[int], ...]
    facts: tuple[frozenset[Fact], ...]
    numbers: tuple[frozenset[str], ...]


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
        self._positions = {passage.id: position for position, passage in enumerate(passages)}
        self._held = lru_cache(maxsize=REMEMBERED)(self._read)
        self._query = lru_cache(maxsize=QUERIES_REMEMBERED)(self._read_query)
        self._masks: dict[tuple[frozenset[str], str], Scores | None] = {}

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
        mask = self._mask(documents, asked_in)
        if mask is not None and not mask.size:
            return []
        query = self._query(question, asked_in, finder)
        if not query.weight:
            return []
        positions, _ = self._index.top(query.terms(), k=RERANKED, mask=mask)
        if not positions:
            return []
        scores = self._scores(query, np.array(positions, np.intp)).tolist()
        fact = asked_fact(question)
        looked_at = [
            (*_most(query, self._held(position), score), position)
            for position, score in zip(positions, scores, strict=True)
            if self._passages[position].id not in without
        ]
        looked_at.sort(key=lambda one: -one[0])
        found: list[Found] = []
        for bound, covered, coverage, position in looked_at:
            least = found[most - 1].score if len(found) >= most else 0.0
            if not bound or bound < least:
                break  # neither this one nor any after it comes among the best
            one = self._weigh(query, fact, position, covered, coverage, least=least)
            if one:
                insort(found, one, key=lambda known: -known.score)
        return self._led(found[:most])

    def words(self, question: str, passage: Passage, *, asked_in: str, finder: TermFinder) -> list[Word]:
        """What a question asks for, in order, and how much of each a passage holds."""
        held = self._held(self._positions[passage.id]).anywhere
        return [
            Word(notion.said, round(notion.weight, 2), round(notion.share_in(held), 2))
            for notion in self._query(question, asked_in, finder).notions
        ]

    def _read_query(self, question: str, asked_in: str, finder: TermFinder) -> Query:
        return read_query(question, asked_in=analyser(asked_in), wordings=self._wordings, finder=finder)

    def _led(self, found: Sequence[Found]) -> list[Found]:
        """The passages found, each with its lead over those that follow the best, and over the next."""
        others = [one.score for one in found[1:MOST]]
        mean, next_best = sum(others) / (MOST - 1), max(others, default=0.0)
        scale = self._index.unknown_idf
        for one in found:
            one.lead = max(one.score - mean, 0.0) / scale
            one.gap = max(one.score - next_best, 0.0) / scale
        here = self._index.language
        return sorted(found, key=lambda one: -one.confidence - NATIVE * (one.passage.language == here))

    def _mask(self, documents: frozenset[str], asked_in: str) -> Scores | None:
        """1 for each passage of the documents, else 0; None for all, empty for none; made once a language.

        Passages in another language are here for those who ask in the words of their known questions.
        """
        if (documents, asked_in) not in self._masks:
            here = self._index.language
            read = [
                passage.document in documents and here in (asked_in, passage.language)
                for passage in self._passages
            ]
            there = np.array(read, np.float32)
            self._masks[documents, asked_in] = None if there.all() else there if there.any() else _NOTHING
        return self._masks[documents, asked_in]

    def _weigh(
        self, query: Query, fact: Fact | None, position: int, covered: float, coverage: float, *, least: float
    ) -> Found | None:
        """Look at a passage sentence by sentence, unless its heading tells that it can't reach the least."""
        held = self._held(position)
        heading = max(query.likeness((held.section, *held.asked)), TITLE * query.likeness((held.heading,)))
        if covered * (1 + HEADING_WEIGHT * heading + SENTENCE_WEIGHT * coverage) < least:
            return None
        most = 1.0 if query.weight >= WEAK_QUERY else heading
        covered *= most
        with_heading = 1 + HEADING_WEIGHT * heading
        shares = query.shares_in(held.sentences)
        there = [fact in facts for facts in held.facts]
        if fact == "number":
            there = [bool(numbers - query.figures) for numbers in held.numbers]
        wanted = [share + FACT_WEIGHT * has for share, has in zip(shares, there, strict=True)]
        best = max(range(len(wanted)), key=wanted.__getitem__)
        focus = max(*shares, *query.shares_in(held.asked), 0.0)
        hold = 0.7 * coverage + 0.3 * focus
        lacking = query.lacks_counted(held.anywhere) or (fact in FACTS_NEEDED and not there[best])
        if _is_thin(query, held):
            hold *= THIN
        elif lacking:
            hold *= FACTLESS
        if query.count == 1:
            hold *= SINGLE
        if query.lacks_a_name(held.anywhere):
            hold *= NAMELESS
        return Found(
            self._passages[position],
            covered
            * (with_heading + SENTENCE_WEIGHT * focus)
            * (FACTLESS_SCORE if lacking else 1.0)
            * (1.0 if self._passages[position].language == self._index.language else FOREIGN_SCORE),
            coverage,
            focus,
            best,
            there[best],
            min(hold, most),
            heading,
        )

    def _scores(self, query: Query, positions: Positions) -> Scores:
        """BM25 by the best wording of each notion: two names for one thing make no passage twice as right.

        A rarer wording counts no more than the notion does: "landmine" is no news to who asked for mines.
        """
        total = np.zeros(len(positions), np.float32)
        for notion in query.notions:
            best: Scores | None = None
            for wording in notion.wordings:
                scores = self._wording_scores(wording, positions)
                if wording.idf > notion.weight > 0:
                    scores *= notion.weight / wording.idf
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
        heading, *texts = map(frozenset, self._index.sentences(position))
        passage = self._passages[position]
        count = len(passage.sentences)
        own = passage.language == self._index.language
        said, asked = (texts[:count], texts[count:]) if own else ([frozenset[int]()] * count, texts)
        section = self._terms(" ".join(passage.section)) if own else frozenset[int]()
        facts = tuple(facts_in(sentence, passage.language) for sentence in passage.sentences)
        numbers = tuple(numbers_in(sentence, passage.language) for sentence in passage.sentences)
        return _Held(heading.union(*texts), heading, section, tuple(asked), tuple(said), facts, numbers)

    def _terms(self, text: str) -> frozenset[int]:
        terms = map(self._index.term, self._index.analyse(text))
        return frozenset(term for term in terms if term is not None)


def _most(query: Query, held: _Held, score: float) -> tuple[float, float, float]:
    """What the score of a passage can't exceed, the part of it for what it covers, and how much that is.

    No heading and no sentence holds more than all of it.
    """
    coverage = query.share_in(held.anywhere)
    covered = score * (0.5 + 0.5 * coverage)
    likeness = query.most_likeness(coverage) if coverage else 0.0
    bound = covered * (1 + HEADING_WEIGHT * likeness + SENTENCE_WEIGHT * coverage) if coverage else 0.0
    return bound, covered, coverage


def _is_thin(query: Query, held: _Held) -> bool:
    if not query.numbers <= held.anywhere:
        return True
    return query.count_in(held.anywhere) == 1 and not query.share_in(held.heading)
