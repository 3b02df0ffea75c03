"""Finding the passages that hold what a question asks for, and how much of it they hold."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from corpus.answering.query import Notion, Query, read_query
from corpus.answering.terms import TermFinder
from corpus.glossary import Term
from corpus.index import PassageIndex
from corpus.passages import Passage
from corpus.ranking.analysis import analyser

RERANKED = 20
"""Passages of the first stage that are looked at sentence by sentence."""
SENTENCE_WEIGHT = 0.5
"""How much the best single sentence counts beside the whole passage."""
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
        thin: only one thing asked for is there, and in passing: no heading names it.
    """

    passage: Passage
    score: float
    coverage: float
    focus: float
    best: int
    thin: bool

    @property
    def confidence(self) -> float:
        """How sure the passage answers, 0–1: what it covers, best in a single sentence."""
        covered = 0.7 * self.coverage + 0.3 * self.focus
        return round(covered * (THIN if self.thin else 1.0), 4)


class Search:
    """The passages of one language, ready to be asked in any language of the glossary."""

    def __init__(self, passages: Sequence[Passage], terms: Collection[Term], *, language: str) -> None:
        self.language = language
        self._passages = passages
        headings = [" ".join((passage.title, *passage.section)) for passage in passages]
        self._index = PassageIndex.from_texts(
            [passage.text for passage in passages], language=language, headings=headings
        )
        self._headings = [frozenset(self._index.analyse(heading)) for heading in headings]
        self._sentences: dict[int, list[frozenset[str]]] = {}

    def find(self, question: str, *, asked_in: str, finder: TermFinder) -> list[Found]:
        """The passages that hold anything of a question, best first."""
        query = read_query(question, asked_in=analyser(asked_in), index=self._index, finder=finder)
        if not query.weight:
            return []
        hits = self._index.top(self._index.score(query.stems()), k=RERANKED)
        found = [self._weigh(query, hit.position) for hit in hits]
        return sorted((one for one in found if one.coverage), key=lambda one: -one.score)

    def _weigh(self, query: Query, position: int) -> Found:
        held = self._index.stems[position]
        coverage = self._share(query.notions, held) / query.weight
        shares = [self._share(query.notions, sentence) / query.weight for sentence in self._split(position)]
        focus = max(shares)
        score = sum(self._score(notion, position) for notion in query.notions)
        return Found(
            self._passages[position],
            score * (1 + SENTENCE_WEIGHT * focus) * (0.5 + 0.5 * coverage),
            min(coverage, 1.0),
            min(focus, 1.0),
            shares.index(focus),
            self._is_thin(query, position),
        )

    def _is_thin(self, query: Query, position: int) -> bool:
        asked = [notion for notion in query.notions if notion.weight]
        there = sum(self._held(notion, self._index.stems[position]) > 0 for notion in asked)
        return there < 2 and not self._share(asked, self._headings[position])  # noqa: PLR2004  # one, or several

    def _score(self, notion: Notion, position: int) -> float:
        """The best wording's BM25: a passage that uses two names for one thing is not twice as right."""
        scores = (
            wording.weight * sum(float(self._index.weights(stem)[position]) for stem in wording.stems)
            for wording in notion.wordings
            if all(stem in self._index.vocabulary for stem in wording.stems)
        )
        return max(scores, default=0.0)

    def _share(self, notions: Iterable[Notion], held: Collection[str]) -> float:
        """The idf of the notions that a set of stems holds."""
        return sum(notion.weight * self._held(notion, held) for notion in notions if notion.weight)

    def _held(self, notion: Notion, held: Collection[str]) -> float:
        """How much of a notion is there: its best wording, by the idf of its stems."""
        if notion.stems.isdisjoint(held):
            return 0.0
        best = 0.0
        for wording in notion.wordings:
            whole = sum(self._index.idf(stem) for stem in wording.stems)
            there = sum(self._index.idf(stem) for stem in wording.stems if stem in held)
            best = max(best, wording.weight * there / whole)
        return best

    def _split(self, position: int) -> list[frozenset[str]]:
        known = self._sentences.get(position)
        if known is None:
            passage = self._passages[position]
            stems = self._index.analyser.stems
            known = [frozenset(stems(sentence)) for sentence in passage.sentences]
            self._sentences[position] = known
        return known
