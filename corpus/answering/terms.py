"""Finding the glossary's terms in a question, in any wording it lists."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from corpus.answering.everyday import (
    LANGUAGES,
    TermsByStems,
    by_stems,
    everyday_by_stems,
    everyday_terms,
)
from corpus.answering.romanised import Romanised, is_romanised
from corpus.glossary import Term
from corpus.ranking.analysis import analyser, ascii_letters, words
from corpus.ranking.stopwords import STOP_WORDS
from corpus.ranking.typos import corrections

REMEMBERED = 64
"""Questions whose terms are kept for a moment: one reader after the other wants them."""
REMEMBERED_WORDS = 4_096
"""Words whose meaning in another language is kept."""

SHORTEST_MISSPELT = 6
"""Letters from which a word may be a misspelt term: shorter ones are often another word."""

_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")


@dataclass(frozen=True, slots=True)
class Mention:
    """Terms meant by the words `start` to `end` (not included) of a question.

    Attributes:
        terms: of the glossary.
        everyday: what everybody says in these words, whatever the subject.
    """

    start: int
    end: int
    terms: tuple[Term, ...]
    everyday: tuple[Term, ...] = ()


class TermFinder:
    """Looks wordings up as sequences of stems, the longest first."""

    def __init__(self, terms: Iterable[Term], *, language: str) -> None:
        self._analyser = analyser(language)
        self._terms = tuple(terms)
        self._glossary = by_stems(self._terms, language)
        self._everyday = everyday_by_stems(language)
        self._longest: dict[str, int] = {}
        for stems in (*self._glossary, *self._everyday):
            if stems:
                self._longest[stems[0]] = max(len(stems), self._longest.get(stems[0], 0))

        self.find = lru_cache(maxsize=REMEMBERED)(self._find)
        self.find_all = lru_cache(maxsize=REMEMBERED)(self._find_all)
        self.meant = lru_cache(maxsize=REMEMBERED_WORDS)(self._meant)

    def _find(self, question: str) -> tuple[Mention, ...]:
        """The terms of the glossary mentioned, left to right, without overlap."""
        return self._mentions(question, {})

    def _find_all(self, question: str) -> tuple[Mention, ...]:
        """The same with everyday words."""
        return self._mentions(question, self._everyday)

    def _mentions(self, question: str, everyday: TermsByStems) -> tuple[Mention, ...]:
        said = words(question)
        stems = [self._analyser.stem(word) for word in said]
        capitals = {found.casefold() for found in _CAPITALS.findall(question)}
        mentions: list[Mention] = []
        start = 0
        while start < len(said):
            mention = self._longest_at(start, said, stems, capitals, everyday)
            if mention:
                mentions.append(mention)
            start = mention.end if mention else start + 1
        return tuple(mentions)

    def spelt(self, question: str) -> str:
        """A question as its language is written: Russian in Latin letters in its own."""
        if self._analyser.language != "ru" or not is_romanised(question):
            return question
        return self._romanised.restored(question)

    @cached_property
    def _romanised(self) -> Romanised:
        listed = (wording for term in (*everyday_terms(), *self._terms) for wording in term.wordings("ru"))
        return Romanised([*STOP_WORDS["ru"].split(), *words(" ".join(listed))])

    def _meant(self, word: str) -> Mention | None:
        """What a word means that is of another language in a mixed question, or misspelt."""
        for language in LANGUAGES:
            key = (analyser(language).stem(word),)
            terms = by_stems(self._terms, language).get(key)
            common = everyday_by_stems(language).get(key)
            if (terms or common) and language != self._analyser.language:
                return Mention(0, 1, tuple(terms or ()), tuple(common or ()))
        return self._nearest(word)

    def _nearest(self, word: str) -> Mention | None:
        """The terms of the glossary with a wording one typing error away."""
        plain = ascii_letters(word)
        listed = self._spellings.get(plain[0], ()) if len(plain) >= SHORTEST_MISSPELT else ()
        for spelling in corrections(plain, listed):
            return Mention(0, 1, tuple(self._glossary[self._analyser.stem(spelling),]))
        return None

    @cached_property
    def _spellings(self) -> dict[str, list[str]]:
        """The glossary's wordings of one word, by their first letter."""
        spellings: dict[str, set[str]] = defaultdict(set)
        for term in self._terms:
            for said in map(words, term.wordings(self._analyser.language)):
                if len(said) == 1 and self._analyser.stem(plain := ascii_letters(said[0])) in self._stems:
                    spellings[plain[0]].add(plain)
        return {letter: sorted(spelt) for letter, spelt in spellings.items()}

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(stems[0] for stems in self._glossary if len(stems) == 1)

    def _longest_at(
        self,
        start: int,
        said: Sequence[str],
        stems: Sequence[str],
        capitals: set[str],
        everyday: TermsByStems,
    ) -> Mention | None:
        longest = self._longest.get(stems[start], 0)
        for end in range(min(start + longest, len(stems)), start, -1):
            key = tuple(stems[start:end])
            terms, common = self._glossary.get(key), everyday.get(key)
            if common and not terms and all(map(self._analyser.is_stop_word, said[start:end])):
                continue
            if (terms or common) and (end - start > 1 or self._is_meant(said[start], capitals)):
                return Mention(start, end, tuple(terms or ()), tuple(common or ()))
        return None

    def _is_meant(self, word: str, capitals: set[str]) -> bool:
        """A stop word such as `at` is an abbreviation (anti-tank) only in capitals."""
        return not self._analyser.is_stop_word(word) or word in capitals
