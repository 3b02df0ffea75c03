"""Whether a message leans on the question before it, and what it brings of its own.

English, Azerbaijani, Russian and Turkish, with and without their own letters.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from corpus.answering import leaning_words
from corpus.answering.danger import canonical
from corpus.ranking.analysis import analyser, ascii_letters, words
from corpus.ranking.stopwords import INTERROGATIVES

Way = Literal["more", "else", "source", "fact", "part", "pronoun", "open"]
"""How a message leans.

- more: it asks for more of the same: "tell me more".
- else: for something other of the same: "what else?".
- source: for who or what stands behind it: "who said that?".
- fact: it asks and brings nothing to ask about: "where was that?".
- part: it puts something else in the place of a part: "and rats?".
- pronoun: it asks of its own about something it does not name: "how fast are they?", "how fast?".
- open: nothing in it leans; it may still be short of a subject: "is the call free?".
"""

_LANGUAGES = ("en", "az", "ru", "tr")
SHORTEST_IN_LATIN = 3
"""Letters from which a Russian word is known in Latin ones."""
_ENGLISH = frozenset(("men", "cut"))
"""Stop words of Azerbaijani without its letters which say something in English."""
MOST_CONTENT = 6
"""Words with a meaning of their own beyond which a message is a question in full."""
MOST_OPEN = 3
"""The same where nothing in it leans."""
FULL = 2
"""Words with a meaning, beside a question word, from which a message may be a question in full."""
SHORTEST_ASKED = 2
"""Words of a question that says nothing of whom: "how fast?"."""
SHORT = 3
"""Words up to which one letter at the beginning is the Russian for *and*: "a roboty?"."""

_LONE_LETTERS = frozenset("ai")
"""Openers of Russian that are English words in Latin letters."""
_DUMMY = re.compile(r"\bit\b.*\b(?:to|that|if|when|for)\b +\w")
"""The *it* of "how long does it take to train a dog" stands for nothing."""
_IN_LATIN = {"а": "a", "и": "i", "ну": "nu"}
"""The short openers of Russian, in one spelling."""


def _written(word: str) -> str:
    """One spelling of a folded word in its own script."""
    plain = ascii_letters(word).replace("ё", "е")
    return _IN_LATIN.get(plain, plain)


def _listed(block: str) -> frozenset[str]:
    return frozenset(map(_written, block.split()))


_INTERJECTING = _listed(leaning_words.INTERJECTIONS)
_OPENING = frozenset(
    tuple(map(_written, phrase.split())) for phrase in re.split(r"[|\n]", leaning_words.OPENERS) if phrase
)
_LONGEST_OPENER = max(map(len, _OPENING))
_LEANING = _listed(leaning_words.PRONOUNS)
_POINTING = _listed(leaning_words.DEMONSTRATIVES)
_BEFORE, _BEHIND = _listed(leaning_words.PREPOSITIONS), _listed(leaning_words.POSTPOSITIONS)
_FOR_MORE, _FOR_ELSE, _FOR_SOURCE = (
    _listed(leaning_words.MORE),
    _listed(leaning_words.ELSE),
    _listed(leaning_words.SOURCE),
)
_BOT = _listed(leaning_words.ADDRESSING)
_SAID, _KNOWN, _PEOPLE = (
    _listed(leaning_words.SAYING),
    _listed(leaning_words.KNOWING),
    _listed(leaning_words.WHO),
)
_ASKING = frozenset(_written(word) for language in _LANGUAGES for word in INTERROGATIVES[language].split())
_CLOSED = frozenset((
    *(_written(word) for language in _LANGUAGES for word in analyser(language).stop_words),
    *_INTERJECTING, *_LEANING, *_POINTING, *_BEFORE, *_BEHIND, *_FOR_MORE, *_FOR_ELSE, *_FOR_SOURCE,
    *_SAID, *_KNOWN, *_PEOPLE, *_ASKING, *_listed(leaning_words.AROUND),
    *(word for phrase in _OPENING for word in phrase),
)) - _ENGLISH  # fmt: skip
"""Words that bring no subject."""
_RUSSIAN_BY_SPELLING = {
    canonical(word): word for word in _CLOSED if len(word) >= SHORTEST_IN_LATIN and "а" <= word[0] <= "я"
}


@dataclass(frozen=True, slots=True)
class Leaning:
    """How a message leans on the one before it.

    Attributes:
        way: in which way.
        rest: its words without what opens it.
        asks: a question word is among them.
        other: it asks for something else than what was said: "who else spoke".
        full: it could be a question of its own by the number of its words.
    """

    way: Way
    rest: str
    asks: bool
    other: bool
    full: bool


@lru_cache(maxsize=2_000)
def leaning(text: str) -> Leaning | None:
    """How a message may lean on the question before it; None where it is a question in full."""
    said = words(text)
    if len(said) > 3 * MOST_CONTENT:
        return None
    keys = [_key(word) for word in said]
    start = _after_opener(said, keys)
    opened = start > _after_interjections(keys)
    keys = keys[start:]
    content = [key for key in keys if key not in _CLOSED]
    asks = any(key in _ASKING for key in keys)
    pronoun = _has_pronoun(keys)
    if content:
        way = _with_content(keys, content, opened=opened, asks=asks, pronoun=pronoun)
    else:
        way = _bare(keys, opened=opened)
    other, full = any(key in _FOR_ELSE for key in keys), asks and len(content) >= FULL
    return Leaning(way, _without(text, start), asks, other, full) if way else None


def _without(text: str, opening: int) -> str:
    """A text without its first words, as it was written."""
    spaced = text.split()
    while opening > 0 and spaced:
        opening -= len(words(spaced.pop(0)))
    return " ".join(spaced)


@lru_cache(maxsize=10_000)
def _key(word: str) -> str:
    """A folded word as it is listed: Russian in Latin letters as Russian where it is no word of another."""
    written = _written(word)
    return written if written in _CLOSED else _RUSSIAN_BY_SPELLING.get(canonical(word), written)


def brings_subject(word: str) -> bool:
    """Whether a folded word says what a question is about."""
    return _key(word) not in _CLOSED


def named(text: str, subject: str) -> str:
    """A text with a subject in the place of its pronouns, behind it where it has none."""
    said = words(text)
    put = [subject if _key(word) in _LEANING | _POINTING else word for word in said]
    return " ".join(put if subject in put else (*put, subject))


def _with_content(
    keys: list[str], content: list[str], *, opened: bool, asks: bool, pronoun: bool
) -> Way | None:
    if len(content) > MOST_CONTENT:
        return None
    if pronoun or (not opened and len(keys) == SHORTEST_ASKED and keys[0] in _ASKING):
        return "pronoun"
    if opened or (not asks and len(keys) <= SHORT + 1 and (keys[0] in _BEFORE or keys[-1] in _BEHIND)):
        return "part"
    return "open" if len(content) <= MOST_OPEN else None


def _bare(keys: list[str], *, opened: bool) -> Way | None:
    """What a message asks for that brings no subject at all."""
    there = frozenset(keys)
    if there & _FOR_SOURCE or (there & _SAID and there & _PEOPLE):
        return "source"
    if there & _KNOWN and there & _ASKING:
        return "source"
    if there & _FOR_ELSE and not there & _PEOPLE:
        return "else"
    if there & _FOR_MORE and not there & _PEOPLE:
        return "more"
    if there & _ASKING and not there & _BOT:
        return "fact"
    return "more" if opened and not keys else None


def _has_pronoun(keys: list[str]) -> bool:
    """Whether something is meant that the message has not named before: not "did the centre hold its …"."""
    named = 0
    dummy = _DUMMY.search(" ".join(keys))
    for place, key in enumerate(keys):
        if named >= FULL:
            return False
        if key in _LEANING and not dummy:
            return True
        if not named and key in _POINTING and (place + 1 == len(keys) or keys[place + 1] in _CLOSED):
            return True
        named += key not in _CLOSED
    return False


def _after_interjections(keys: list[str]) -> int:
    """Where a message begins behind its "ok, thanks"; 0 where it is nothing else."""
    start = 0
    while start < len(keys) and keys[start] in _INTERJECTING:
        start += 1
    return start if start < len(keys) else 0


def _after_opener(said: list[str], keys: list[str]) -> int:
    start = _after_interjections(keys)
    for end in range(min(start + _LONGEST_OPENER, len(keys)), start, -1):
        if tuple(keys[start:end]) in _OPENING and _opens(said[start], keys, start):
            return end
    return start


def _opens(first: str, keys: list[str], start: int) -> bool:
    """Whether the first word opens: not *five* in Azerbaijani, and not an English article or *I*."""
    if first == "beş":
        return False
    before_russian = start + 1 < len(keys) and not keys[start + 1].isascii()
    return first not in _LONE_LETTERS or before_russian or len(keys) - start <= SHORT
