"""What every format is read into: headings, paragraphs, rows of tables, the pages they stand on."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from corpus.passages import Page

LONGEST_HEADING = 25
"""Words; what is longer is a paragraph in large letters."""

_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u2060\ufeff\ufffe\uffff]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_ENDED = re.compile(r"[.!?…;:]['\"”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` counts from 1, gaps are closed later."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, an item of a list, or a row of a table."""

    text: str
    is_item: bool = False


Block = Heading | Paragraph | Page
"""A page stands where it begins."""


@dataclass(slots=True)
class Content:
    """What a file says, and what it says of itself.

    Attributes:
        blocks: in reading order.
        title: from its properties.
        date: of the last change, else of its making.
        url: where it was published.
        notes: what was left out, and what can be done about it.
    """

    blocks: list[Block]
    title: str | None = None
    date: dt.date | None = None
    url: str | None = None
    notes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Everything that is said, a line for each block."""
        return "\n".join(block.text for block in self.blocks if not isinstance(block, Page))


class Unreadable(Exception):  # noqa: N818  # a verdict on a file
    """A file that can't be taken: why, and what its sender can do."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy


def clean(text: str) -> str:
    """Text on one line, composed (NFC), without characters that nobody sees."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    visible = _INVISIBLE.sub("", _SURROGATES.sub("\ufffd", text))
    return " ".join(unicodedata.normalize("NFC", visible).split())


def rows(table: Iterable[Sequence[str]]) -> list[Block]:
    """The rows under a table's first one, each as `Column: value; Column: value.` says it.

    A cell without a value says nothing; a table of one row, or of one column, is its cells.
    """
    lines = [[clean(cell) for cell in row] for row in table]
    lines = [line for line in lines if any(line)]
    if len(lines) == 1 or all(sum(map(bool, line)) == 1 for line in lines):
        return [Paragraph(cell) for line in lines for cell in line if cell]
    return [Paragraph(_row(lines[0], line)) for line in lines[1:]]


def _row(columns: Sequence[str], cells: Sequence[str]) -> str:
    named = [*columns, *[""] * (len(cells) - len(columns))]
    pairs = [
        f"{column.rstrip(':')}: {cell}" if column and column != cell else cell
        for column, cell in zip(named, cells, strict=False)
        if cell
    ]
    said = "; ".join(pairs)
    return said if _ENDED.search(said) else f"{said}."
