"""A question as notions, each with every wording the index might hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import OSA

from corpus.answering.terms import Mention, TermFinder
from corpus.index import PassageIndex
from corpus.ranking.analysis import Analyser, words
from corpus.ranking.typos import SHORTEST, corrections

MOST_WORDS = 60
"""Words of a question that are looked at: beyond that it is a pasted page, not a question."""
SHORTEST_SLIP = 3
"""Letters from which an unknown short word may be a stop word with a letter dropped."""
SYNONYM_WEIGHT = 0.8
"""Another wording of the same language, against the asker's own."""
STOP_WORD_WEIGHT = 0.3
"""Stop words help a little to order passages that hold the subject."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say a notion: its stems, all of which are meant."""

    stems: tuple[str, ...]
    weight: float


@dataclass(frozen=True)
class Notion:
    """What one word or term of the question asks for.

    Attributes:
        wordings: the ways to say it, in the language of the index.
        weight: what it counts in coverage, an idf; 0 for stop words.
    """

    wordings: tuple[Wording, ...]
    weight: float

    @cached_property
    def stems(self) -> frozenset[str]:
        """Every stem of every wording."""
        return frozenset(stem for wording in self.wordings for stem in wording.stems)


@dataclass(frozen=True, slots=True)
class Query:
    """A question read for one index."""

    notions: tuple[Notion, ...]

    @property
    def weight(self) -> float:
        """The idf of everything asked for."""
        return sum(notion.weight for notion in self.notions)

    def stems(self) -> dict[str, float]:
        """The weighted stems of the first stage: each at its best weight."""
        weights: dict[str, float] = {}
        for notion in self.notions:
            scale = 1.0 if notion.weight else STOP_WORD_WEIGHT
            for wording in notion.wordings:
                for stem in wording.stems:
                    weights[stem] = max(weights.get(stem, 0.0), scale * wording.weight)
        return weights


def read_query(question: str, *, asked_in: Analyser, index: PassageIndex, finder: TermFinder) -> Query:
    """Read a question for an index, of its own or of another language.

    In its own language a word stands for itself, its synonyms and, where the index lacks it, for words
    one typing error away. In another language only the glossary's terms are translated; names, numbers
    and abbreviations pass as they are, and what has no translation counts as not found.
    """
    said = words(question)[:MOST_WORDS]
    reader = _Reader(said, asked_in, index)
    mentions = {mention.start: mention for mention in finder.find(question)}
    return Query(tuple(reader.notions(mentions)))


class _Reader:
    def __init__(self, said: Sequence[str], asked_in: Analyser, index: PassageIndex) -> None:
        self.said, self.asked_in, self.index = said, asked_in, index
        self.own = asked_in.language == index.analyser.language

    def notions(self, mentions: dict[int, Mention]) -> Iterator[Notion]:
        position = 0
        while position < len(self.said):
            mention = mentions.get(position)
            if mention:
                yield self._term(mention)
                position = mention.end
            else:
                yield self._word(self.said[position])
                position += 1

    def _term(self, mention: Mention) -> Notion:
        own = tuple(self.index.analyser.stem(word) for word in self.said[mention.start : mention.end])
        language = self.index.analyser.language
        others = dict.fromkeys(
            tuple(self.index.analyse(wording)) for term in mention.terms for wording in term.wordings(language)
        )
        weight = SYNONYM_WEIGHT if self.own else 1.0
        wordings = [Wording(stems, weight) for stems in others if stems != own and self._known(stems)]
        if self.own or self._known(own):
            wordings.insert(0, Wording(own, 1.0))
        return self._notion(wordings, own)

    def _word(self, word: str) -> Notion:
        stem = self.index.analyser.stem(word)
        known = stem in self.index.vocabulary
        if self.asked_in.is_stop_word(word) or (not known and self._is_slip_of_stop_word(word)):
            return Notion((Wording((stem,), 1.0),) if self.own and known else (), 0.0)
        if known:
            return self._notion([Wording((stem,), 1.0)], (stem,))
        slips = corrections(word, self.index.stem_by_word) if self.own else {}
        near = {self.index.stem_by_word[spelling]: weight for spelling, weight in reversed(slips.items())}
        return Notion(
            tuple(Wording((spelling,), weight) for spelling, weight in near.items()), self.index.idf(stem)
        )

    def _is_slip_of_stop_word(self, word: str) -> bool:
        """`wat` for `what`: a dropped letter; longer words are more likely a subject the corpus lacks."""
        return SHORTEST_SLIP <= len(word) <= SHORTEST and any(
            len(stop) > len(word) and stop[0] == word[0] and OSA.distance(word, stop) == 1
            for stop in self.asked_in.stop_words
        )

    def _notion(self, wordings: Sequence[Wording], own: tuple[str, ...]) -> Notion:
        """A notion weighs as its weightiest wording that the index holds, else as the unknown words it is."""
        known = [sum(map(self.index.idf, wording.stems)) for wording in wordings if self._known(wording.stems)]
        weight = max(known) if known else sum(map(self.index.idf, own))
        return Notion(tuple(wordings), weight)

    def _known(self, stems: tuple[str, ...]) -> bool:
        return all(stem in self.index.vocabulary for stem in stems)
