"""Which language a question is written in: script, letters, function words."""

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.answering.romanised import is_romanised
from corpus.ranking.analysis import analyser, ascii_letters, fold, words

_CYRILLIC = re.compile(r"[а-яё]")
_OWN_LETTERS = re.compile("[ığşçöü]")
_TURKIC = ("az", "tr")
_LATIN = re.compile(r"[a-z]")
MOST_WORDS = 200
"""Words of a text that are looked at."""
REMEMBERED = 64
"""Texts whose words are kept for a moment."""


def detect(text: str, languages: Sequence[str]) -> str | None:
    """The language of a text among those given, or None where nothing tells.

    Script decides first, then the letter `ə`, then the share of function words, the first of
    `languages` winning a tie between those that have any; where they are few, the words may be Russian in
    Latin letters.
    """
    folded = fold(text)
    cyrillic, latin = len(_CYRILLIC.findall(folded)), len(_LATIN.findall(folded))
    if "ru" in languages and cyrillic > latin:
        return "ru"
    if "az" in languages and "ə" in folded:
        return "az"
    found = {
        language: function_words(folded, language) + _own_letters(folded, language)
        for language in languages
        if language != "ru"
    }
    best = max(found, key=lambda language: found[language], default=None)
    if "ru" in languages and 2 * max(found.values(), default=0) <= len(words(folded)) and is_romanised(text):
        return "ru"
    return best if best and found[best] else None


def _own_letters(folded: str, language: str) -> int:
    """Words that show letters of Azerbaijani and Turkish, which English has not."""
    if language not in _TURKIC or not _OWN_LETTERS.search(folded):
        return 0
    return sum(bool(_OWN_LETTERS.search(word)) for word in words(folded)[:MOST_WORDS])


def function_words(folded: str, language: str) -> int:
    """How many of the first 200 words of a folded text are function words of a language."""
    return sum(map(analyser(language).stop_words.__contains__, _beginning(folded)))


@lru_cache(maxsize=REMEMBERED)
def _beginning(folded: str) -> tuple[str, ...]:
    """The first words of a text, as people type them: counted for one language after the other."""
    return tuple(map(ascii_letters, words(folded)[:MOST_WORDS]))
