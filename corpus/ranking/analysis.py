"""From text to the stems that are indexed and looked up, by language."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

import Stemmer

from corpus.ranking.irregular import BASE_BY_FORM
from corpus.ranking.stopwords import INTERROGATIVES, STOP_WORDS

TRUNCATED_LENGTH = 5
"""Letters kept of a word in a language without a stemmer; within a point of Snowball where both exist."""

_NO_MARKS = str.maketrans("", "", "'’ʼ.")
_WORD = re.compile(r"\d+(?:[.,]\d+)+|(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼ][^\W_]+)*")
_ISE = re.compile(r"(?<=\w{3})is(?=(?:e[drs]?|ers|ing|ations?)$)")
_OUR = re.compile(r"(?<=\w{3})our(?=(?:s|ed|ing|al|able|hood)?$)")
_ASCII_LETTERS = str.maketrans("əışğçöü", "eisgcou")
_AZERBAIJANI_ENDINGS = re.compile(
    r"(?:(?<=\w{2})l[ae]r|(?<=\w{4}))(?:i|si|u|su|imiz|umuz|miz)?"
    r"(?:n?[iu]n|d[ae]n?|n[iu]|n?[ae]|y[aeiu]|l[ae]|nd[ae]n?)?$"
)


def fold(text: str) -> str:
    """Bring text to one form: NFKC, lower case, no invisible characters.

    Zero-width characters, direction marks, accents that no letter holds (`ми́на`) and the dot that
    lower-casing `İ` leaves behind are dropped.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    if folded.isascii():
        return folded
    return "".join(
        letter
        for letter in folded
        if not ("\u0300" <= letter <= "\u036f" or unicodedata.category(letter) == "Cf")
    )


def ascii_letters(folded: str) -> str:
    """Azerbaijani and Turkish as people type them without their own letters: `ə` to `e`, `ş` to `s`."""
    return folded.translate(_ASCII_LETTERS)


def words(text: str) -> list[str]:
    """Split text into folded words; numbers keep their dots, `U.X.O.` becomes `uxo`, `3,460` `3460`."""
    return [_plain(match) for match in _WORD.findall(fold(text))]


def _plain(word: str) -> str:
    if word.isalpha():
        return word
    if word[0].isdigit():
        return word.replace(",", "")
    word = word.removesuffix("'s").removesuffix("’s")
    return word.translate(_NO_MARKS)


class Analyser:
    """The words of one language: which carry no subject, and what their stems are."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._stem = lru_cache(maxsize=50_000)(_stemmer(language))
        listed = STOP_WORDS.get(language, "").split()
        self.stop_words = frozenset(ascii_letters(word) for word in listed)
        asking = INTERROGATIVES.get(language, "").split()
        self._interrogatives = frozenset(ascii_letters(word) for word in asking)

    def stem(self, word: str) -> str:
        """The stem of one folded word."""
        return self._stem(word)

    def stems(self, text: str) -> list[str]:
        """The stems of all words of a text, in order."""
        return [self._stem(word) for word in words(text)]

    def is_stop_word(self, word: str) -> bool:
        """Whether a folded word says nothing of the subject: articles, question words, politeness."""
        return ascii_letters(word) in self.stop_words

    def is_interrogative(self, word: str) -> bool:
        """Whether a folded word asks: who, when, how many."""
        return ascii_letters(word) in self._interrogatives


@lru_cache
def analyser(language: str) -> Analyser:
    """The analyser of a language, one for the whole process."""
    return Analyser(language)


def _stemmer(language: str) -> Callable[[str], str]:
    if language == "az":
        return _azerbaijani
    if language == "en":
        english = Stemmer.Stemmer("english")
        return lambda word: str(english.stemWord(_american(BASE_BY_FORM.get(word, word))))
    if language in _SNOWBALL:
        snowball = Stemmer.Stemmer(_SNOWBALL[language])
        return lambda word: str(snowball.stemWord(word.replace("ё", "е")))
    return lambda word: word[:TRUNCATED_LENGTH]


def _american(word: str) -> str:
    """One spelling for `organise` and `organize`, `behaviour` and `behavior`."""
    return _OUR.sub("or", _ISE.sub("iz", word))


def _azerbaijani(word: str) -> str:
    """Endings off, then five letters: short nouns such as `mina` would else have a stem for each case."""
    bare = _AZERBAIJANI_ENDINGS.sub("", ascii_letters(word))
    return bare[:TRUNCATED_LENGTH]


_SNOWBALL = {
    "ar": "arabic", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "fi": "finnish", "fr": "french", "hu": "hungarian", "it": "italian", "nl": "dutch", "no": "norwegian",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish", "tr": "turkish",
}  # fmt: skip
