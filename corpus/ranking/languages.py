"""The language a whole corpus is written in: script first, then function words."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice

from corpus.ranking.analysis import analyser, fold, words
from corpus.ranking.stopwords import STOP_WORDS

LOOKED_AT = 2_000
"""Words that are counted: enough to tell, whatever the corpus is."""
PASSAGE_WORDS = 40
"""Words of one passage, so that no single one decides."""
UNKNOWN = "und"
"""What ISO 639 calls a language that is not known; its words are truncated."""

_LETTER = re.compile(r"[^\W\d_]")
_SCRIPTS = {
    "latin": "a-zà-öø-ÿāăąćčďđēęěğīıłńňőřśşšţťūůűźżžơưạ-ỹə",
    "cyrillic": "\u0400-\u04ff",
    "el": "\u0370-\u03ff",
    "arabic": "\u0600-\u06ff",
    "he": "\u0590-\u05ff",
    "hi": "\u0900-\u097f",
    "ta": "\u0b80-\u0bff",
    "th": "\u0e00-\u0e7f",
    "hy": "\u0530-\u058f",
    "ja": "\u3040-\u30ff",
    "ko": "\uac00-\ud7a3",
    "zh": "\u4e00-\u9fff",
}
_SCRIPT = {script: re.compile(f"[{letters}]") for script, letters in _SCRIPTS.items()}
_KANA_SHARE = 0.05
"""Japanese has as much kana beside its Chinese letters, Chinese has none."""
_CYRILLIC, _ARABIC = ("ru", "uk"), ("ar", "fa")


def language_of(texts: Iterable[str]) -> str:
    """The ISO 639-1 code of the language most of some texts are in; `und` where nothing tells."""
    sample = [" ".join(fold(text[:600]).split()[:PASSAGE_WORDS]) for text in _spread(list(texts))]
    letters = Counter(_LETTER.findall(" ".join(sample)))
    count = {
        script: sum(number for letter, number in letters.items() if pattern.match(letter))
        for script, pattern in _SCRIPT.items()
    }
    if count["ja"] > _KANA_SHARE * count["zh"] and count["ja"] + count["zh"] > count["latin"]:
        return "ja"
    script = max(count, key=lambda name: count[name])
    if not count[script]:
        return UNKNOWN
    if script in ("latin", "cyrillic", "arabic"):
        return _by_function_words(sample, script)
    return script


def _by_function_words(sample: list[str], script: str) -> str:
    """The language whose function words are seen most, of those in a script."""
    said = Counter(islice((word for text in sample for word in words(text)), LOOKED_AT))
    listed = {"cyrillic": _CYRILLIC, "arabic": _ARABIC}.get(script) or _latin()
    seen = {
        language: sum(number for word, number in said.items() if analyser(language).is_stop_word(word))
        / len(analyser(language).stop_words) ** 0.5  # a long list catches more by chance
        for language in listed
    }
    best = max(seen, key=lambda language: seen[language])
    return best if seen[best] else UNKNOWN


def _latin() -> list[str]:
    return [language for language, listed in STOP_WORDS.items() if _SCRIPT["latin"].match(listed.strip())]


def _spread(texts: list[str]) -> list[str]:
    """Some of the texts, from all over the corpus."""
    step = max(len(texts) * PASSAGE_WORDS // LOOKED_AT, 1)
    return texts[::step]
