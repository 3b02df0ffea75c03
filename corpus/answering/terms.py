"""Finding the glossary's terms in a question, in any wording it lists."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.glossary import Term
from corpus.ranking.analysis import analyser, words

REMEMBERED = 64
"""Questions whose terms are kept for a moment: one reader after the other wants them."""

_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")


@dataclass(frozen=True, slots=True)
class Mention:
    """Terms meant by the words `start` to `end` (not included) of a question."""

    start: int
    end: int
    terms: tuple[Term, ...]


class TermFinder:
    """Looks wordings up as sequences of stems, the longest first."""

    def __init__(self, terms: Iterable[Term], *, language: str) -> None:
        self._analyser = analyser(language)
        self._terms_by_stems: dict[tuple[str, ...], list[Term]] = {}
        for term in terms:
            for wording in term.wordings(language):
                known = self._terms_by_stems.setdefault(tuple(self._analyser.stems(wording)), [])
                if term not in known:
                    known.append(term)
        self._longest = max(map(len, self._terms_by_stems), default=0)

        self.find = lru_cache(maxsize=REMEMBERED)(self._find)

    def _find(self, question: str) -> tuple[Mention, ...]:
        """The terms mentioned, left to right, without overlap."""
        said = words(question)
        stems = [self._analyser.stem(word) for word in said]
        capitals = {found.casefold() for found in _CAPITALS.findall(question)}
        mentions: list[Mention] = []
        start = 0
        while start < len(said):
            mention = self._longest_at(start, said, stems, capitals)
            if mention:
                mentions.append(mention)
            start = mention.end if mention else start + 1
        return tuple(mentions)

    def _longest_at(
        self, start: int, said: Sequence[str], stems: Sequence[str], capitals: set[str]
    ) -> Mention | None:
        for end in range(min(start + self._longest, len(stems)), start, -1):
            terms = self._terms_by_stems.get(tuple(stems[start:end]))
            if terms and (end - start > 1 or self._is_meant(said[start], capitals)):
                return Mention(start, end, tuple(terms))
        return None

    def _is_meant(self, word: str, capitals: set[str]) -> bool:
        """A stop word such as `at` is an abbreviation (anti-tank) only in capitals."""
        return not self._analyser.is_stop_word(word) or word in capitals
