"""A document as the units that are compared: sentences and rows of tables, with what each rests on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from rapidfuzz import fuzz

from corpus.passages import Document, Passage

ALIKE = 50.0
"""Likeness, 0–100, from which one unit is taken to have become the other."""
MOST_COMPARED = 100_000
"""Pairs up to which the likest are sought; beyond that they are taken as they come."""
_NUMBER = re.compile(r"\d+(?:[.,:\u00a0\u202f ]\d+)*")
_ROW = re.compile(r"[^:;]{1,120}:\s[^;]*(?:;\s[^:;]{1,120}:\s[^;]*)+")
_LOST = re.compile(r"[\ufffd\x00-\x08\x0b-\x1f\x7f-\x9f]|(?:^|\s)\?{2,}|(?<![/\w])\w+\?+\w+(?![/=])")
"""Where letters were lost: the sign for it, control codes, question marks in the middle of words."""
_READ_WRONGLY = ("cp1252", "latin-1", "cp1251", "cp1254", "koi8-r", "cp866", "mac-roman")
"""As which UTF-8 is read by mistake in the countries of the bot's languages."""
MOSTLY = 0.5
"""Share of the letters beyond ASCII from which they are taken to be UTF-8 that was read as something else."""


def _misread(encoding: str) -> re.Pattern[str]:
    """What the letters of UTF-8 beyond ASCII look like in another encoding (the form is that of RFC 3629)."""
    first, second, third, more = (
        "[" + "".join(map(re.escape, bytes(codes).decode(encoding, "ignore"))) + "]"
        for codes in (range(0xC2, 0xE0), range(0xE0, 0xF0), range(0xF0, 0xF5), range(0x80, 0xC0))
    )
    return re.compile(f"{first}{more}|{second}{more}{{2}}|{third}{more}{{3}}")


_MISREAD = tuple(map(_misread, _READ_WRONGLY))


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or a row of a table.

    Attributes:
        text: to the letter, in composed letters.
        path: the headings above.
        rests_on: its sources as one line.
    """

    text: str
    path: tuple[str, ...]
    rests_on: str

    @property
    def section(self) -> str:
        """The headings as one line."""
        return " › ".join(self.path)


def units_of(document: Document) -> list[Unit]:
    """The units of a document, in order."""
    return [unit for passage in document.passages for unit in _units(passage)]


def is_row(text: str) -> bool:
    """Whether this is a row of a table: `Column: value; Column: value.`."""
    return _ROW.fullmatch(text) is not None


def numbers_in(text: str) -> tuple[str, ...]:
    """The numbers of a text, in order."""
    return tuple(_NUMBER.findall(text))


def broken(text: str) -> bool:
    """Whether letters were read with a wrong encoding, or lost on the way."""
    if _LOST.search(text):
        return True
    beyond = sum(not letter.isascii() for letter in text) if not text.isascii() else 0
    return beyond > 0 and any(
        sum(len(found) for found in pattern.findall(text)) >= MOSTLY * beyond for pattern in _MISREAD
    )


def paired(before: Sequence[Unit], after: Sequence[Unit]) -> Iterator[tuple[Unit | None, Unit | None]]:
    """Which unit became which; None where one came or went."""
    left = list(after)
    in_order = len(before) == len(after) or len(before) * len(after) > MOST_COMPARED
    for place, was in enumerate(before):
        if in_order:
            now = after[place] if place < len(after) else None
        else:
            now = max(left, key=lambda unit: fuzz.ratio(was.text, unit.text), default=None)
            if now and fuzz.ratio(was.text, now.text) < ALIKE:
                now = None
        if now:
            left.remove(now)
        yield was, now
    for now in left:
        yield None, now


def _units(passage: Passage) -> Iterator[Unit]:
    rests_on = "; ".join(
        sorted({" ".join(filter(None, (source.title, source.url))) for source in passage.sources})
    )
    start = 0
    for count in passage.paragraphs:
        sentences = passage.sentences[start : start + count]
        start += count
        paragraph = " ".join(sentences)
        for text in [paragraph] if is_row(paragraph) else sentences:
            yield Unit(normalize("NFC", text), passage.section, rests_on)
