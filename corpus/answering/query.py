"""A question as notions, each with every wording the index might hold."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.answering.terms import Mention, TermFinder
from corpus.index import PassageIndex
from corpus.ranking.analysis import Analyser, words
from corpus.ranking.typos import SHORTEST, corrections, drops_a_letter

MOST_WORDS = 60
"""Words of a question that are looked at: beyond that it is a pasted page, not a question."""
SYNONYM_WEIGHT = 0.8
"""Another wording of the same language, against the asker's own."""
STOP_WORD_WEIGHT = 0.3
"""Stop words help a little to order passages that hold the subject."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say a notion: its stems with their idf, and whether a part of them says nothing."""

    idf_by_stem: Mapping[str, float]
    weight: float
    whole: bool = False

    @property
    def idf(self) -> float:
        """The idf of the whole wording."""
        return sum(self.idf_by_stem.values())

    def share_in(self, held: Collection[str]) -> float:
        """How much of the wording a set of stems holds, by idf, 0-1; all or nothing of a synonym."""
        there = [idf for stem, idf in self.idf_by_stem.items() if stem in held]
        if not there or (self.whole and len(there) < len(self.idf_by_stem)):
            return 0.0
        return sum(there) / self.idf


@dataclass(frozen=True, slots=True)
class Notion:
    """What one word or term of the question asks for.

    Attributes:
        wordings: the ways to say it, in the language of the index.
        weight: what it counts in coverage, an idf; 0 for stop words.
        asks: it is a question word.
    """

    wordings: tuple[Wording, ...]
    weight: float
    asks: bool = False


class Query:
    """A question read for one index."""

    def __init__(self, notions: Sequence[Notion]) -> None:
        self.notions = notions
        subjects = [notion for notion in notions if notion.weight]
        self.weight = sum(notion.weight for notion in subjects)
        self._subjects = _Parts(subjects, [notion.weight for notion in subjects])
        self.numbers = frozenset(
            stem
            for notion in subjects
            for wording in notion.wordings[:1]
            for stem in wording.idf_by_stem
            if stem.isdecimal() and len(stem) > 1
        )
        asking = [notion for notion in notions if notion.asks and notion.wordings]
        self._asking = _Parts(asking, [1.0] * len(asking))

    def share_in(self, held: frozenset[str]) -> float:
        """The share of what is asked for, by idf, that a set of stems holds, 0-1."""
        return min(self._subjects.held_in(held)[0] / self.weight, 1.0)

    def count_in(self, held: frozenset[str]) -> int:
        """How many of the things asked for a set of stems holds."""
        return self._subjects.held_in(held)[1]

    def likeness(self, heading: frozenset[str]) -> float:
        """How far a heading asks the same, 0-1: the subjects by idf, each question word as one."""
        said = self._subjects.held_in(heading)[0] + self._asking.held_in(heading)[0]
        return said / (self.weight + self._asking.weight)

    def stems(self) -> dict[str, float]:
        """The weighted stems of the first stage: each at its best weight."""
        weights: dict[str, float] = {}
        for notion in self.notions:
            scale = 1.0 if notion.weight else STOP_WORD_WEIGHT
            for wording in notion.wordings:
                for stem in wording.idf_by_stem:
                    weights[stem] = max(weights.get(stem, 0.0), scale * wording.weight)
        return weights


class _Parts:
    """What a set of stems holds of some notions, by their weights; sets of one content are counted once."""

    def __init__(self, notions: Sequence[Notion], weights: Sequence[float]) -> None:
        self.weight = sum(weights)
        self._values: dict[str, list[tuple[int, float]]] = {}
        self._phrases: list[tuple[int, float, Wording]] = []
        for number, (notion, weight) in enumerate(zip(notions, weights, strict=True)):
            for wording in notion.wordings:
                if len(wording.idf_by_stem) == 1:
                    (stem,) = wording.idf_by_stem
                    self._values.setdefault(stem, []).append((number, weight * wording.weight))
                else:
                    self._phrases.append((number, weight * wording.weight, wording))
        phrased = (stem for _, _, wording in self._phrases for stem in wording.idf_by_stem)
        self._asked = frozenset((*self._values, *phrased))
        self._known: dict[frozenset[str], tuple[float, int]] = {frozenset(): (0.0, 0)}

    def held_in(self, held: frozenset[str]) -> tuple[float, int]:
        """The weight and the number of the notions there, each by its best wording."""
        there = self._asked & held
        known = self._known.get(there)
        if known is None:  # sentences hold the same few words again and again
            best: dict[int, float] = {}
            for stem in there:
                for number, value in self._values.get(stem, ()):
                    best[number] = max(best.get(number, 0.0), value)
            for number, weight, wording in self._phrases:
                share = wording.share_in(there)
                if share:
                    best[number] = max(best.get(number, 0.0), weight * share)
            known = self._known[there] = sum(best.values()), len(best)
        return known


def read_query(question: str, *, asked_in: Analyser, index: PassageIndex, finder: TermFinder) -> Query:
    """Read a question for an index, of its own or of another language.

    In its own language a word stands for itself, its synonyms and, where the index lacks it, for words
    one typing error away. In another language only the glossary's terms are translated; names, numbers
    and abbreviations pass as they are, and what has no translation counts as not found.
    """
    said = words(question)[:MOST_WORDS]
    reader = _Reader(said, asked_in, index)
    mentions = {mention.start: mention for mention in finder.find(question)}
    return Query(list(reader.notions(mentions)))


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
            tuple(self.index.analyse(wording))
            for term in mention.terms
            for wording in term.wordings(language)
        )
        weight = SYNONYM_WEIGHT if self.own else 1.0
        known = [stems for stems in others if stems != own and self._known(stems)]
        wordings = [self._wording(stems, weight, whole=True) for stems in known]
        if self.own or self._known(own):
            wordings.insert(0, self._wording(own))
        return self._notion(wordings, own)

    def _word(self, word: str) -> Notion:
        stem = self.index.analyser.stem(word)
        known = stem in self.index.vocabulary
        is_letter = len(word) == 1 and word.isalpha()
        if is_letter or self.asked_in.is_stop_word(word) or (not known and self._is_slip_of_stop_word(word)):
            said = (self._wording((stem,)),) if self.own and known else ()
            return Notion(said, 0.0, asks=self.asked_in.is_interrogative(word))
        if known:
            return self._notion([self._wording((stem,))], (stem,))
        if word.isdecimal():
            return Notion((self._wording((stem,)),), self.index.idf(stem))
        slips = corrections(word, self.index.words_like(word)) if self.own else {}
        near = {self.index.stem_by_word[spelling]: weight for spelling, weight in reversed(slips.items())}
        wordings = tuple(self._wording((spelling,), weight) for spelling, weight in near.items())
        return Notion(wordings, self.index.idf(stem))

    def _is_slip_of_stop_word(self, word: str) -> bool:
        """A longer word is more likely a subject the corpus lacks."""
        return len(word) <= SHORTEST and drops_a_letter(word, self.asked_in.stop_words)

    def _notion(self, wordings: Sequence[Wording], own: tuple[str, ...]) -> Notion:
        """A notion weighs as its first wording that the index holds, else as the unknown words it is."""
        known = (wording.idf for wording in wordings if self._known(wording.idf_by_stem))
        return Notion(tuple(wordings), next(known, sum(map(self.index.idf, own))))

    def _wording(self, stems: Iterable[str], weight: float = 1.0, *, whole: bool = False) -> Wording:
        return Wording({stem: self.index.idf(stem) for stem in stems}, weight, whole)

    def _known(self, stems: Iterable[str]) -> bool:
        return all(stem in self.index.vocabulary for stem in stems)
