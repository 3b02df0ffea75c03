"""Bytes to text: the encoding is found, or the file refused; a wrong guess would be quoted to the letter."""

import re
from collections.abc import Callable

from corpus.answering.language import function_words
from corpus.ranking.analysis import fold
from corpus.reading.converters.blocks import Unreadable

SEEN = 100_000
"""Characters looked at."""
LEAST_FUNCTION_WORDS = 0.04
"""Share of the words from which a text is in the language; real texts have 0.15 and more."""
LEAST_WORDS = 40
"""Of a shorter text more has to be function words."""

_CANDIDATES = (
    ("cp1251", ("ru",)),
    ("cp1254", ("tr", "az")),
    ("cp1252", ("en",)),
    ("koi8-r", ("ru",)),
    ("cp866", ("ru",)),
    ("cp1250", ("en",)),
)
_REMEDY = "Save it with the encoding UTF-8 and send it again"
_TWICE = re.compile(
    "[\u00c2-\u00d1\u00d8-\u00de][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]"
    "|[РС][\u00a0-\u00bf\u0402-\u040f\u0451-\u045f\u0490\u0491\u2013-\u2122]"
    "|[ГДЕЙ][\u00a7\u00b0\u00b1\u00b6\u0458\u045f\u2122]"
)
"""UTF-8 read as a Windows code page: `Ð¼` or `Рј` for `м`, `É™` or `Й™` for `ə`."""
MOST_TWICE, MOST_ACCENTED, MOST_LOST = 0.04, 0.5, 0.01
"""Shares of the letters of a sound text."""
_ACCENTED = re.compile("[À-ÖØ-öø-ÿ]")
_TURNED = re.compile(r"(?<=[а-яёa-z])[А-ЯЁA-Z]")
"""Capitals inside words: Russian letters in the wrong one of its code pages."""
MOST_TURNED = 0.02
_LETTER = re.compile(r"[^\W\d_]")


def decode(content: bytes) -> str:
    """The text of a file.

    Raises:
        Unreadable: the encoding can't be told.
    """
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return _strictly(content, encoding)
    wide = _wide(content)
    if wide:
        return _strictly(content, wide)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _guessed(content, error.start)
    if "\0" in text:
        raise Unreadable("it holds zero bytes: it is no text", "Send the document it was made from")
    return text


def refuse_mojibake(text: str) -> None:
    """Stop a text whose letters were lost on the way.

    Raises:
        Unreadable: it reads like one encoding taken for another, or its letters are unknown.
    """
    seen = text[:SEEN]
    letters = len(_LETTER.findall(seen)) or 1
    if (
        len(_TWICE.findall(seen)) > MOST_TWICE * letters
        or len(_ACCENTED.findall(seen)) > MOST_ACCENTED * letters
    ):
        example = next(iter(re.findall(rf"\S*(?:{_TWICE.pattern}|{_ACCENTED.pattern}{{3}})\S*", seen)), "")
        raise Unreadable(f"its letters were garbled by a wrong encoding, such as “{example[:30]}”", _REMEDY)
    lost = seen.count("\ufffd")
    if lost > MOST_LOST * letters:
        raise Unreadable(
            f"{lost:,} of its {letters:,} letters can't be read", "Send the document it was made from"
        )


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(f"byte {error.start:,} is no {encoding.upper()}", _REMEDY) from None


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin text is zero, of Cyrillic four."""
    sample = content[:10_000]
    if len(sample) < 4 or len(content) % 2:  # noqa: PLR2004  # two letters
        return None
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if 5 * sum(byte in (0, 1, 2, 4) for byte in high) > 4 * len(high) and high.count(0):
            return encoding
    return None


def _guessed(content: bytes, first_fault: int) -> str:
    """The code page under which the text has most function words of its language."""
    replaced = content.decode("utf-8", "replace")
    if 2 * replaced.count("\ufffd") < sum(letter > "\x7f" for letter in replaced):
        raise Unreadable(f"byte {first_fault:,} is no UTF-8, the rest is", _REMEDY)
    best: tuple[float, str] = (LEAST_FUNCTION_WORDS, "")
    for encoding, languages in _CANDIDATES:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if any("\x7f" <= letter <= "\x9f" or letter < "\t" for letter in text[:SEEN]):
            continue
        if len(_TURNED.findall(text)) > MOST_TURNED * len(text):
            continue
        share = max(map(_share_in(text), languages))
        if share > best[0]:
            best = (share, text)
    if not best[1]:
        raise Unreadable(f"its encoding can't be told: byte {first_fault:,} is no UTF-8", _REMEDY)
    return best[1]


def _share_in(text: str) -> Callable[[str], float]:
    folded = fold(text[:5_000])
    count = min(max(len(folded.split()), LEAST_WORDS), 200)
    return lambda language: function_words(folded, language) / count
