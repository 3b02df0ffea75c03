"""A question as notions, each with every wording the index might hold."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from corpus.answering.terms import Mention, TermFinder
from corpus.glossary import Term
from corpus.index import PassageIndex
from corpus.ranking.analysis import Analyser, analyser, ascii_letters, words
from corpus.ranking.typos import SHORTEST, drops_a_letter

REMEMBERED = 10_000
"""Words and terms whose wordings are kept."""
MISSING = -1
"""Stands for the term of a number no passage holds."""
MOST_WORDS = 60
"""Words of a question that are looked at: beyond that it is a pasted page, not a question."""
SYNONYM_WEIGHT = 0.8
"""Another wording of the same language, against the asker's own."""
EVERYDAY_WEIGHT = 0.5
"""Another everyday word of the same language: they are looser than the terms of the field."""
EVERYDAY_TRANSLATION = 0.2
"""An everyday word of another language: it orders passages, and makes hardly any of them sure."""
EVERYDAY_SHARE = 0.8
"""What an everyday word outside the glossary counts of its idf: a small corpus makes it look rare."""
COUNTING = frozenset(("many", "сколько", "скольких", "скольким", "nece", "qeder", "kac"))
"""What stands before the thing whose number is asked for."""
HOW = "necə"
"""Azerbaijani; typed without its own letters it is `neçə`, how many."""
MIXED = ("en", "az", "ru")
"""Languages that people put into one question."""
NAMED = 0.3
"""Share of a name below which it is not there."""
MOST_CAPITALS = 0.6
"""Share of the words with a capital letter above which capitals tell nothing."""
_CAPITAL = re.compile(r"(?<=[\w,;:] )[A-ZА-ЯЁƏÖÜĞŞÇİ][\w’'-]+")
STOP_WORD_WEIGHT = 0.3
"""Stop words help a little to order passages that hold the subject."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say a notion.

    Attributes:
        idf_by_term: of its terms that the index holds.
        idf: of the whole wording, what the index lacks included.
        weight: against the asker's own wording.
        whole: a part of it says nothing.
        complete: the index holds all of it.
    """

    idf_by_term: Mapping[int, float]
    idf: float
    weight: float
    whole: bool
    complete: bool

    def share_in(self, held: Collection[int]) -> float:
        """How much of the wording a set of terms holds, by idf, 0-1; all or nothing of a synonym."""
        there = [idf for term, idf in self.idf_by_term.items() if term in held]
        if not there or (self.whole and (len(there) < len(self.idf_by_term) or not self.complete)):
            return 0.0
        return sum(there) / self.idf


class Notion(NamedTuple):
    """What one word or term of the question asks for.

    Attributes:
        wordings: the ways to say it, in the language of the index.
        weight: what it counts in coverage, an idf; 0 for stop words.
        asks: it is a question word.
        numbers: the terms of its numbers of two digits or more, `MISSING` where the index lacks one.
        counted: it is what "how many" asks the number of.
        named: it is a name.
        said: the words of the question.
    """

    wordings: tuple[Wording, ...]
    weight: float
    asks: bool = False
    numbers: tuple[int, ...] = ()
    counted: bool = False
    named: bool = False
    said: str = ""

    def share_in(self, held: frozenset[int]) -> float:
        """How much of it a set of terms holds, 0-1, by its best wording."""
        return max((wording.weight * wording.share_in(held) for wording in self.wordings), default=0.0)


class Query:
    """A question read for one index."""

    def __init__(self, notions: Sequence[Notion]) -> None:
        self.notions = notions
        subjects = [notion for notion in notions if notion.weight]
        self.weight = sum(notion.weight for notion in subjects)
        self.count = len(subjects)
        self._subjects = _Parts(subjects, [notion.weight for notion in subjects])
        self.figures = frozenset(
            word for notion in subjects for word in notion.said.split() if word.isdecimal()
        )
        self.numbers = frozenset(number for notion in subjects for number in notion.numbers)
        counted = [notion for notion in subjects if notion.counted]
        self._counted = _Parts(counted, [notion.weight for notion in counted])
        self._names = [notion for notion in subjects if notion.named]
        asking = [notion for notion in notions if notion.asks and notion.wordings]
        self._asking_weight = float(len(asking))
        self._alike = _Parts(
            [*subjects, *asking], [*(notion.weight for notion in subjects), *([1.0] * len(asking))]
        )

    def share_in(self, held: frozenset[int]) -> float:
        """The share of what is asked for, by idf, that a set of terms holds, 0-1."""
        return min(self._subjects.held_in(held)[0] / self.weight, 1.0)

    def shares_in(self, sentences: Iterable[frozenset[int]]) -> list[float]:
        """The same for each of some sets."""
        return [min(weight / self.weight, 1.0) for weight in self._subjects.weights_in(sentences)]

    def count_in(self, held: frozenset[int]) -> int:
        """How many of the things asked for a set of terms holds."""
        return self._subjects.held_in(held)[1]

    def lacks_counted(self, held: frozenset[int]) -> bool:
        """Whether the number of something is asked for that a set of terms does not hold."""
        return bool(self._counted.weight) and not self._counted.held_in(held)[0]

    def lacks_a_name(self, held: frozenset[int]) -> bool:
        """Whether a name is asked for that a set of terms does not hold."""
        return any(notion.share_in(held) < NAMED for notion in self._names)

    def likeness(self, headings: Iterable[frozenset[int]]) -> float:
        """How far the best of some headings asks the same, 0-1: subjects by idf, a question word as one."""
        return max(self._alike.weights_in(headings)) / self._alike.weight

    def most_likeness(self, coverage: float) -> float:
        """What no part of a passage can exceed that holds so much of what is asked for."""
        return (coverage * self.weight + self._asking_weight) / self._alike.weight

    def terms(self) -> dict[int, float]:
        """The weighted terms of the first stage: each at its best weight."""
        weights: dict[int, float] = {}
        for notion in self.notions:
            scale = 1.0 if notion.weight else STOP_WORD_WEIGHT
            for wording in notion.wordings:
                for term in wording.idf_by_term:
                    weights[term] = max(weights.get(term, 0.0), scale * wording.weight)
        return weights


class _Parts:
    """What a set of terms holds of some notions, by their weights; sets of one content are counted once."""

    def __init__(self, notions: Sequence[Notion], weights: Sequence[float]) -> None:
        self.weight = sum(weights)
        self._by_term: dict[int, list[tuple[int, float, Wording | None]]] = {}
        for number, (notion, weight) in enumerate(zip(notions, weights, strict=True)):
            for wording in notion.wordings:
                terms = list(wording.idf_by_term)
                value = weight * wording.weight
                if len(terms) == 1 and wording.complete:
                    self._by_term.setdefault(terms[0], []).append((number, value, None))
                else:  # of a whole one any term will do: all have to be there
                    for term in terms[:1] if wording.whole else terms:
                        self._by_term.setdefault(term, []).append((number, value, wording))
        parts = (
            wording.idf_by_term for listed in self._by_term.values() for _, _, wording in listed if wording
        )
        self._asked = frozenset((*self._by_term, *(term for terms in parts for term in terms)))
        self._known: dict[frozenset[int], tuple[float, int]] = {frozenset(): (0.0, 0)}

    def held_in(self, held: frozenset[int]) -> tuple[float, int]:
        """The weight and the number of the notions there, each by its best wording."""
        there = self._asked & held
        return self._known.get(there) or self._counted(there)

    def weights_in(self, sentences: Iterable[frozenset[int]]) -> list[float]:
        """The weight of the notions in each of some sets."""
        return [
            (self._known.get(there) or self._counted(there))[0]
            for there in map(self._asked.__and__, sentences)
        ]

    def _counted(self, there: frozenset[int]) -> tuple[float, int]:
        """Count and remember: sentences hold the same few words again and again."""
        best: dict[int, float] = {}
        for term in there:
            for number, value, wording in self._by_term.get(term, ()):
                share = value if wording is None else value * wording.share_in(there)
                if share > best.get(number, 0.0):
                    best[number] = share
        known = self._known[there] = sum(best.values()), len(best)
        return known


def read_query(question: str, *, asked_in: Analyser, wordings: "Wordings", finder: TermFinder) -> Query:
    """Read a question for an index, of its own or of another language.

    In its own language a word stands for itself, its synonyms and, where the index lacks it, for words
    one typing error away. In another language only the glossary's terms are translated; names, numbers
    and abbreviations pass as they are, and what has no translation counts as not found.
    """
    said = words(question)[:MOST_WORDS]
    reader = _Reader(said, asked_in, wordings, finder, names_in(question))
    mentions = {mention.start: mention for mention in finder.find_all(question)}
    return Query(list(reader.notions(mentions)))


def names_in(question: str) -> frozenset[str]:
    """The words with a capital letter inside a sentence; none where most words have one."""
    capitals = _CAPITAL.findall(question)
    if len(capitals) > MOST_CAPITALS * len(question.split()):
        return frozenset()
    return frozenset(word for capital in capitals for word in words(capital))


class Wordings:
    """What an index holds of words and terms; kept, as questions repeat them."""

    def __init__(self, index: PassageIndex) -> None:
        self.index = index
        self.of = lru_cache(maxsize=REMEMBERED)(self._of)
        self.of_mention = lru_cache(maxsize=REMEMBERED)(self._of_mention)
        self.corrections = lru_cache(maxsize=REMEMBERED)(self._corrections)

    def _of(self, stems: tuple[str, ...], weight: float = 1.0, *, whole: bool = False) -> Wording:
        terms = [self.index.term(stem) for stem in dict.fromkeys(stems)]
        idf_by_term = {term: self.index.idf(term) for term in terms if term is not None}
        missing = len(terms) - len(idf_by_term)
        idf = sum(idf_by_term.values()) + missing * self.index.unknown_idf
        return Wording(idf_by_term, idf, weight, whole=whole, complete=not missing)

    def _of_mention(
        self, terms: tuple[Term, ...], everyday: tuple[Term, ...], *, own: bool
    ) -> dict[tuple[str, ...], Wording]:
        """The wordings of what is meant that the index holds, by their stems; those of the glossary first."""
        loose = self._translations(everyday, EVERYDAY_WEIGHT if own else EVERYDAY_TRANSLATION)
        close = self._translations(terms, SYNONYM_WEIGHT if own else 1.0)
        return close | loose | close

    def _translations(self, terms: tuple[Term, ...], weight: float) -> dict[tuple[str, ...], Wording]:
        """The wordings of terms that the index holds, by their stems."""
        spelt = (wording for term in terms for wording in term.wordings(self.index.language))
        found = {
            stems: self.of(stems, weight, whole=True) for stems in map(tuple, map(self.index.analyse, spelt))
        }
        return {stems: wording for stems, wording in found.items() if wording.complete}

    def _corrections(self, word: str) -> tuple[Wording, ...]:
        """The words of the index that a misspelt one may mean."""
        return tuple(
            Wording({term: idf}, idf, weight, whole=False, complete=True)
            for term, weight in self.index.corrections(word).items()
            for idf in (self.index.idf(term),)
        )


class _Reader:
    def __init__(
        self,
        said: Sequence[str],
        asked_in: Analyser,
        wordings: Wordings,
        finder: TermFinder,
        names: frozenset[str],
    ) -> None:
        self.said, self.asked_in, self.wordings, self.finder = said, asked_in, wordings, finder
        self.names = names
        self.index = wordings.index
        self.own = asked_in.language == self.index.language

    def notions(self, mentions: dict[int, Mention]) -> Iterator[Notion]:
        position, counting = 0, False
        while position < len(self.said):
            mention = mentions.get(position)
            word = self.said[position]
            notion = self._term(mention) if mention else self._word(word)
            if mention and not notion.wordings and mention.end == position + 1:
                notion = self._word(word)
            end = mention.end if mention else position + 1
            counted = counting and bool(notion.weight)
            part = self.said[position:end]
            named = bool(notion.weight) and not self.names.isdisjoint(part)
            yield notion._replace(counted=counted, named=named, said=" ".join(part))
            counting = (ascii_letters(word) in COUNTING and word != HOW) or (counting and not notion.weight)
            position = end

    def _term(self, mention: Mention) -> Notion:
        own = tuple(map(self.index.analyser.stem, self.said[mention.start : mention.end]))
        meant = self.wordings.of_mention(mention.terms, mention.everyday, own=self.own)
        wordings = [wording for stems, wording in meant.items() if stems != own]
        said = self.wordings.of(own)
        if self.own or said.complete:
            wordings.insert(0, said)
        notion = self._notion(wordings, said, own)
        if mention.terms:
            return notion
        return notion._replace(weight=EVERYDAY_SHARE * (said.idf if self.own else notion.weight))

    def _word(self, word: str) -> Notion:
        stem = self.index.analyser.stem(word)
        said = self.wordings.of((stem,))
        known = said.complete
        is_letter = len(word) == 1 and word.isalpha()
        if is_letter or self.asked_in.is_stop_word(word) or (not known and self._says_nothing(word)):
            kept = (said,) if self.own and known else ()
            return Notion(kept, 0.0, asks=self.asked_in.is_interrogative(word))
        if known or word.isdecimal():
            return self._notion([said], said, (stem,))
        wordings: tuple[Wording, ...] = self.wordings.corrections(word) if self.own else ()
        mention = self.finder.meant(word)
        if mention:
            meant = self.wordings.of_mention(mention.terms, mention.everyday, own=False)
            wordings = (*wordings, *meant.values())
        return Notion(wordings, said.idf if self.own or not wordings else wordings[0].idf)

    def _says_nothing(self, word: str) -> bool:
        """A misspelt stop word, or one of another language in a mixed question: "когда was ANAMA founded".

        A longer word is more likely a subject the corpus lacks than a slip.
        """
        slip = len(word) <= SHORTEST and drops_a_letter(word, self.asked_in.stop_words)
        return slip or any(analyser(language).is_stop_word(word) for language in MIXED)

    def _notion(self, wordings: Sequence[Wording], said: Wording, stems: tuple[str, ...]) -> Notion:
        """A notion weighs as its first wording that the index holds, else as the unknown words it is."""
        numbers = (stem for stem in stems if stem.isdecimal() and len(stem) > 1) if said in wordings else ()
        terms = (self.index.term(stem) for stem in numbers)
        return Notion(
            tuple(wordings),
            next((wording.idf for wording in wordings if wording.complete), said.idf),
            numbers=tuple(MISSING if term is None else term for term in terms),
        )
