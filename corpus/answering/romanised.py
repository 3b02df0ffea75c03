"""Russian in Latin letters: recognised, and written back in its own.

People spell as they like (`chto`, `čto`, `azerbajdzhan`, `azerbaydjan`), so that words are compared by a key
in which the spellings meet; a word that is not known is written back by rule.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from corpus.answering.everyday import everyday_terms
from corpus.ranking.analysis import analyser, ascii_letters, fold, words
from corpus.ranking.stopwords import STOP_WORDS

_LATIN = re.compile(r"[^\W\d_а-яё]+(?:['’ʼ][^\W\d_а-яё]+)*", re.IGNORECASE)
_RULES = (
    ("shch", "щ"), ("sch", "щ"), ("zh", "ж"), ("ch", "ч"), ("sh", "ш"), ("kh", "х"), ("ts", "ц"),
    ("dj", "дж"), ("ya", "я"), ("ja", "я"), ("yu", "ю"), ("ju", "ю"), ("yo", "е"), ("jo", "е"),
    ("ye", "е"), ("je", "е"), ("a", "а"), ("b", "б"), ("v", "в"), ("w", "в"), ("g", "г"), ("d", "д"),
    ("e", "е"), ("z", "з"), ("i", "и"), ("k", "к"), ("q", "к"), ("l", "л"), ("m", "м"), ("n", "н"),
    ("o", "о"), ("p", "п"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"), ("f", "ф"), ("h", "х"),
    ("x", "х"), ("c", "ц"), ("y", "ы"), ("j", "й"), ("'", "ь"), ("ž", "ж"), ("č", "ч"), ("š", "ш"),
    ("ь", "ь"),
)  # fmt: skip
_BY_SPELLING = dict(_RULES)
_SPELLING = re.compile("|".join(spelling for spelling, _ in _RULES))
_SHORT_I = re.compile(r"(?<=[аеиоуыэюя])ы|(?<=[аеиоуыэюя])и(?=$)")
_KEY = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "j", "з": "z", "и": "i",
    "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "h", "ц": "c", "ч": "q", "ш": "w", "щ": "w", "ъ": "", "ы": "i", "ь": "",
    "э": "e", "ю": "iu", "я": "ia",
})  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_ALSO_ENGLISH = "my your our hers no sorry"
_NOT_ROMANISED = re.compile("[а-яёəığşçöü]")
"""Cyrillic, and the letters of Azerbaijani and Turkish."""
LEAST_SHARE = 0.4
"""Share of a message's words that have to be Russian before it is taken for it."""

REMEMBERED = 64
"""Questions that are kept for a moment."""
MOST_WORDS = 60
"""Words of a message that are looked at."""


def _key(cyrillic: str) -> str:
    """What all spellings of a word have in common."""
    return _DOUBLED.sub(r"\1", cyrillic.translate(_KEY))


def _keys(cyrillic: Iterable[str]) -> list[str]:
    """The keys of many words at once."""
    return _key("\n".join(cyrillic)).split("\n")


def _by_rule(latin: str) -> str:
    """A folded word in Cyrillic, letter by letter."""
    return _SHORT_I.sub("й", _SPELLING.sub(lambda found: _BY_SPELLING[found.group()], latin))


def _readings(latin: str) -> tuple[str, ...]:
    """A word by rule, and with `j` as in `jurnal`."""
    read = _by_rule(latin)
    return (read, _by_rule(latin.replace("j", "zh"))) if "j" in latin else (read,)


class Romanised:
    """Russian words, found by any Latin spelling."""

    def __init__(self, known: Iterable[str]) -> None:
        self._stem = analyser("ru").stem
        self._word_by_key: dict[str, str] = {}
        listed = [*known]
        stems = [self._stem(word) for word in listed]
        for word, key, stem, stem_key in zip(listed, _keys(listed), stems, _keys(stems), strict=True):
            if len(stem) > 1:
                self._word_by_key.setdefault(stem_key + "-", word)
            self._word_by_key.setdefault(key, word)

    def find(self, latin: str) -> str | None:
        """The known word that a folded one in Latin letters spells, or one of its inflections."""
        for read in _readings(latin):
            word = self._word_by_key.get(_key(read)) or self._word_by_key.get(_key(self._stem(read)) + "-")
            if word:
                return word
        return None

    def restored(self, text: str) -> str:
        """A text with its Latin words in Cyrillic, but for capitals and words of other languages."""

        def written(found: re.Match[str]) -> str:
            latin = fold(found.group())
            if found.group().isupper() and len(latin) > 1:
                return found.group()
            return self.find(latin) or (found.group() if latin in _said_elsewhere() else _by_rule(latin))

        return _LATIN.sub(written, text)


@lru_cache
def _everyday() -> Romanised:
    said = (wording for term in everyday_terms() for wording in term.wordings("ru"))
    return Romanised([*STOP_WORDS["ru"].split(), *words(" ".join(said))])


@lru_cache
def _said_elsewhere() -> frozenset[str]:
    """Words of other languages in Latin letters, which are no sign of Russian."""
    said = (
        wording
        for term in everyday_terms()
        for language in ("en", "az")
        for wording in term.wordings(language)
    )
    listed = " ".join((_ALSO_ENGLISH, *said, *(STOP_WORDS[language] for language in ("en", "az", "tr"))))
    return frozenset(ascii_letters("\n".join(words(listed))).split("\n"))


def read_words() -> None:
    """Read the words that tell Russian in Latin letters, before anybody waits for it."""
    _everyday()
    _said_elsewhere()


@lru_cache(maxsize=REMEMBERED)
def is_romanised(text: str) -> bool:
    """Whether a text in Latin letters has more words of Russian alone than of the other languages alone."""
    if _NOT_ROMANISED.search(fold(text)):
        return False
    said = [word for word in words(text)[:MOST_WORDS] if word.isalpha() and len(word) > 1]
    others = {word for word in said if word in _said_elsewhere()}
    russian = {word for word in said if _everyday().find(word)}
    telling = len(russian - others)
    return telling > len(others - russian) and telling >= LEAST_SHARE * len(said)
