"""From text to the stems that are indexed and looked up, by language."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain

import Stemmer

from corpus.ranking.irregular import BASE_BY_FORM
from corpus.ranking.stopwords import INTERROGATIVES, STOP_WORDS

ANALYSIS = f"4, Snowball {Stemmer.version()}, Unicode {unicodedata.unidata_version}"
"""What the words of a saved index depend on; the number goes up with every change of this module."""
TRUNCATED_LENGTH = 5
"""Letters kept of a word in a language without a stemmer; within a point of Snowball where both exist."""
LONGEST_REMEMBERED = 40
"""Characters between two spaces up to which their words are kept: what is longer seldom comes again."""

LONGEST_QUESTION = 300
"""Characters up to which the words of a whole text are kept for a moment."""

_NO_MARKS = str.maketrans("", "", "'’ʼ.")
_UNWRITTEN = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0640\u064b-\u065f\u0670"  # accents, points, vowel marks
    "\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f]"  # of Unicode's category Cf
)
_MARKED = "\u0900-\u0963\u0966-\u0dff\u0e00-\u0eff\u0f71-\u0fbc\u1000-\u109f\u1780-\u17d3"
"""Scripts whose vowels are marks of their own, which `\\w` leaves out."""
_LETTER = rf"(?:[^\W_]|[{_MARKED}])"
_WORD = re.compile(rf"\d+(?:[.,]\d+)+|(?:[^\W\d_]\.){{2,}}|{_LETTER}+(?:['’ʼ]{_LETTER}+)*")
_END = re.compile(r"[!?。।॥؟]+|\.(?=[\"'”’»)\]]*$)")
_WORD_OR_END = re.compile(f"{_WORD.pattern}|{_END.pattern}")
_ABBREVIATIONS = frozenset({
    "mr", "mrs", "ms", "dr", "prof", "st", "no", "nos", "vs", "etc", "cf", "approx", "fig", "vol", "pp",
    "гг", "ст", "см", "рис", "пр", "др", "və",
})  # fmt: skip
_CJK = "\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17d3"
"""Thai, Lao, Burmese and Khmer."""
_FIRST_UNSPACED = "\u0e00"
_RUN = re.compile(f"(?P<cjk>[{_CJK}]+)|(?P<unspaced>[{_UNSPACED}]+)|[^{_CJK}{_UNSPACED}]+")
_ISE = re.compile(r"(?<=\w{3})is(?=(?:e[drs]?|ers|ing|ations?)$)")
_OUR = re.compile(r"(?<=\w{3})our(?=(?:s|ed|ing|al|able|hood)?$)")
_FLEETING = re.compile("(?<=[^аеиоуыэюя])[ое](?=[кц]$)")
"""The vowel that `ребёнок`, `участок`, `конец` lose in every other case."""
_ASCII_LETTERS = str.maketrans("əışğçöü", "eisgcou")
_NOMINAL = """
lar ler nin nun in un ndan nden nda nde dan den da de ni nu na ne yi yu ya ye si su i u a e la le yla yle
imiz umuz miz muz iniz unuz niz nuz li lu liq lik luq luk lig liy lug luy mi mu dir dur
"""
"""Endings of number, case and person in Azerbaijani, as they are without its own letters."""
_VERBAL = """
maq mek mag mey ma me mali meli ir ur yir yur ib ub yib yub di du mis mus dir dur sa se
acaq ecek acag ecey yacaq yecek yacag yecey ar er an en yan yen diq dik dig diy duq duk dug duy
araq erek yaraq yerek il ul ilis ulus lan len las les siniz sunuz
"""
"""Endings of time, mood and voice."""


def _any_of(endings: str) -> str:
    return "|".join(sorted(endings.split(), key=len, reverse=True))


_AZERBAIJANI_ENDING = re.compile(
    rf"(?:(?<=\w{{3}})(?:{_any_of(_NOMINAL + _VERBAL)})"
    rf"|(?<=^(?:ad|at|ay|el|ev|il|is|it|iy|od|ot|uz))(?:{_any_of(_NOMINAL)})"
    rf"|(?<=^(?:ac|al|at|de|ed|et|ol|ye))(?:{_any_of(_VERBAL)}|in|un))$"
)
"""One ending behind three letters, or behind a root of two."""
_SOFTENED = {"q": "k", "g": "k", "d": "t"}
"""Last letters that soften before an ending: `uşaq`, `uşağı`; `qayıtmaq`, `qayıdır`."""
LONGEST_HARD = 3
"""Letters up to which a last one does not soften: `ad` is a name, `at` a horse."""


def fold(text: str) -> str:
    """Bring text to one form: NFKC, lower case, no invisible characters.

    Zero-width characters, direction marks, accents that no letter holds (`ми́на`), Arabic and Hebrew vowel
    points and the dot that lower-casing `İ` leaves behind are dropped.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return folded if folded.isascii() else _UNWRITTEN.sub("", folded)


def ascii_letters(folded: str) -> str:
    """Azerbaijani and Turkish as people type them without their own letters: `ə` to `e`, `ş` to `s`."""
    return folded.translate(_ASCII_LETTERS)


def words(text: str) -> list[str]:
    """Split text into folded words; numbers keep their dots, `U.X.O.` becomes `uxo`, `3,460` `3460`.

    Chinese, Japanese and Korean are cut into single and double characters, Thai, Lao, Burmese and Khmer
    into triples: none of them marks its words, or not the part of them that is looked for.
    """
    return [*(_whole if len(text) <= LONGEST_QUESTION else _split)(text)]


def words_and_ends(spaced: str) -> Iterator[str]:
    """The words of text without a space inside, and an empty string wherever a sentence ends."""
    before = ""
    for match in _WORD_OR_END.findall(fold(spaced)):
        if not _END.fullmatch(match):
            yield from _cut(_plain(match))
        elif match != "." or (len(before) != 1 and before not in _ABBREVIATIONS):
            yield ""
        before = match


def _split(text: str) -> tuple[str, ...]:
    return tuple(chain.from_iterable(map(_words_of, text.split())))


_whole = lru_cache(maxsize=256)(_split)
"""A question is split by one reader after the other."""


def _words_of(spaced: str) -> tuple[str, ...]:
    return _remembered(spaced) if len(spaced) <= LONGEST_REMEMBERED else _read(spaced)


def _read(spaced: str) -> tuple[str, ...]:
    return tuple(word for match in _WORD.findall(fold(spaced)) for word in _cut(_plain(match)))


_remembered = lru_cache(maxsize=50_000)(_read)


def _plain(word: str) -> str:
    if word.isalpha():
        return word
    if word[0].isdigit():
        return word.replace(",", "")
    word = word.removesuffix("'s").removesuffix("’s")
    return word.translate(_NO_MARKS)


def _cut(word: str) -> Iterator[str]:
    """The word itself, or the pieces of scripts that set no space between words."""
    if not word:  # nothing but apostrophes
        return
    if max(word) < _FIRST_UNSPACED:
        yield word
        return
    for run in _RUN.finditer(word):
        text, script = run.group(), run.lastgroup
        if script == "cjk":
            for start in range(len(text)):
                yield text[start]
                if start + 1 < len(text):
                    yield text[start : start + 2]
        elif script == "unspaced":
            yield from (text[start : start + 3] for start in range(max(len(text) - 2, 1)))
        else:
            yield text


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
    if _SNOWBALL.get(language) in Stemmer.algorithms():
        snowball = Stemmer.Stemmer(_SNOWBALL[language])
        if language == "ru":
            return lambda word: _FLEETING.sub("", str(snowball.stemWord(word.replace("ё", "е"))))
        return lambda word: str(snowball.stemWord(word))
    return lambda word: word[:TRUNCATED_LENGTH]


def _american(word: str) -> str:
    """One spelling for `organise` and `organize`, `behaviour` and `behavior`."""
    return _OUR.sub("or", _ISE.sub("iz", word))


def _azerbaijani(word: str) -> str:
    """Endings off one by one, then the first letters: `açılıb`, `açmaq` and `açdı` are one word."""
    stem, before = ascii_letters(word), ""
    while stem != before:
        before, stem = stem, _AZERBAIJANI_ENDING.sub("", stem)
    if len(stem) > LONGEST_HARD or stem == "ed":
        stem = stem[:-1] + _SOFTENED.get(stem[-1], stem[-1])
    return stem[: TRUNCATED_LENGTH + 1]


_SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish",
    "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch", "no": "norwegian", "pl": "polish",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil",
    "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
