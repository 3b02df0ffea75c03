"""Lines of a PDF put together to headings, paragraphs and items, over the ends of columns and pages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from corpus.passages import Page
from corpus.reading.converters.blocks import Block, Heading, Paragraph, clean, rows
from corpus.reading.converters.pdf_layout import TOUCH, Item, Line, Table

LARGER = 1.15
"""Times the size of the text from which a line is a heading."""
ALIKE = 0.08
"""Share by which sizes of one style differ."""
MOST_BOLD_WORDS = 14
"""Of a bold line that is a heading."""
LOOSE = 1.35
"""Times the usual distance of two lines from which a new paragraph begins."""
LEADING = 1.15
"""Times the size of a heading's letters, from one of its lines to the next."""
INDENT = 0.8
"""Of the letters' size by which a paragraph's first line begins further right."""
SHORT = 0.12
"""Share of the column's width that a paragraph's last line leaves free."""

_LEADERS = re.compile(r"(?:\.{4,}|(?:\. ){4,}|…{2,})\s*[\divxlc]*$")
_ITEM = re.compile(r"(?:[•‣◦▪■●○–—*·]\s+|-\s+)(?=\S)")
_NUMBERED = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-zа-я]\))\s+\S")
_ENDED = re.compile(r"[.!?…:;]['\"”’»)\]]*\d{0,3}$")
_BROKEN = re.compile("(?P<word>[^\\W\\d_]+)(?P<mark>[-\u00ad\u2010])$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def blocks(pages: Sequence[Sequence[Item]], marks: Sequence[Page]) -> Iterator[Block]:
    """The blocks of a whole file.

    Args:
        pages: what stands on each, in reading order.
        marks: the pages.
    """
    flow = _Flow([item for page in pages for item in page if isinstance(item, Line)])
    for page, mark in zip(pages, marks, strict=True):
        flow.turn(mark)
        for before, item in pairwise((None, *page)):
            if isinstance(item, Table):
                flow.table(item)
            elif item is not None and not _LEADERS.search(item.text):
                flow.line(item, before if isinstance(before, Line) else None)
    flow.end()
    yield from flow.blocks


class _Flow:
    """Takes lines in reading order; a paragraph is kept open until the next one begins."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.blocks: list[Block] = []
        self._said = Counter(word.casefold() for line in lines for word in _WORD.findall(line.text))
        self._body = usual_size(lines)
        self._sizes = _heading_sizes(lines, self._body)
        self._pitch = _usual_pitch(lines)
        self._open: list[Line] = []
        self._level = 0
        self._turned: list[Page] = []
        self._table: Table | None = None

    def turn(self, page: Page) -> None:
        """A page begins; a paragraph may go on over its edge."""
        self._turned.append(page)

    def table(self, table: Table) -> None:
        """A table; one that goes on from the page before keeps its columns' names."""
        self._close()
        goes_on = self._table is not None and self._turned and _same_columns(self._table, table)
        self._begin_page()
        listed = table.rows
        if goes_on and self._table:
            head = self._table.rows[0]
            listed = [head, *(listed[1:] if listed[0] == head else listed)]
        self.blocks += rows(listed)
        self._table = Table(listed, table.x0, table.x1, table.y0, table.y1, table.edges)

    def line(self, line: Line, before: Line | None) -> None:
        """The next line; `before` is the one before it on the page."""
        self._table = None
        level = self._heading_level(line)
        if self._open and (level != self._level or self._begins(line, before, level)):
            self._close()
        if not self._open:
            self._begin_page()
            self._level = level
        self._open.append(line)

    def end(self) -> None:
        """Nothing follows."""
        self._close()
        self._begin_page()

    def _begin_page(self) -> None:
        self.blocks += self._turned
        self._turned = []

    def _heading_level(self, line: Line) -> int:
        """1 and up for a heading, 0 for text."""
        for level, size in enumerate(self._sizes, 1):
            if line.size >= size * (1 - ALIKE):
                return level
        is_title = (
            line.is_bold
            and len(line.text.split()) <= MOST_BOLD_WORDS
            and not line.text.endswith((".", ";", ","))
        )
        return len(self._sizes) + 1 if is_title and line.size > self._body * (1 - ALIKE) else 0

    def _begins(self, line: Line, before: Line | None, level: int) -> bool:
        """Whether a line of the same kind begins something new."""
        last = self._open[-1]
        if abs(line.size - last.size) > ALIKE * last.size and not level:
            return True
        if before is last and line.y1 < last.y1:
            pitch = last.y0 - line.y0
            if pitch > LOOSE * (LEADING * line.size if level else self._pitch):
                return True
        elif level or not _may_go_on(last, line):  # another column or page
            return True
        if level:
            return False
        if _ITEM.match(line.text) or _NUMBERED.match(line.text):
            return True
        left_free = last.right - last.x1 > SHORT * (last.right - last.left)
        is_indented = line.x0 - line.left > INDENT * line.size and last.x0 - line.x0 < -INDENT * line.size
        return bool(_ENDED.search(last.text)) and (
            left_free or (is_indented and not _ITEM.match(self._open[0].text))
        )

    def _close(self) -> None:
        """Put the open lines together to a block."""
        if not self._open:
            return
        text = self._open[0].text
        for line in self._open[1:]:
            text = self._continued(text, line.text)
        text = clean(text)
        self._open = []
        if self._level and any(map(str.isalpha, text)):
            self.blocks.append(Heading(text, self._level))
            return
        mark = _ITEM.match(text)
        self.blocks.append(Paragraph(text[mark.end() :] if mark else text, bool(mark)))

    def _continued(self, text: str, more: str) -> str:
        """Two lines as one; a word broken at the end is whole again, unless the hyphen is its own."""
        broken = _BROKEN.search(text)
        rest = _WORD.match(more)
        if not broken or not rest or not rest[0][:1].islower():
            return f"{text} {more}"
        hyphened = f"{broken['word']}-{rest[0]}".casefold()
        whole = hyphened.replace("-", "", 1)
        keeps = self._said[hyphened] > self._said[whole]
        return f"{text[: broken.start('mark')]}{'-' if keeps else ''}{more}"


def _may_go_on(last: Line, line: Line) -> bool:
    """Whether a paragraph goes on in the next column or on the next page."""
    return not _ENDED.search(last.text) and line.text[:1].islower()


def usual_size(lines: Sequence[Line]) -> float:
    """The size most letters are of."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def _heading_sizes(lines: Sequence[Line], body: float) -> list[float]:
    """The sizes of headings, the largest first, those of one style as one."""
    sizes: list[float] = []
    for size in sorted({line.size for line in lines if line.size >= LARGER * body}, reverse=True):
        if not sizes or size < sizes[-1] * (1 - ALIKE):
            sizes.append(size)
    return sizes


def _usual_pitch(lines: Sequence[Line]) -> float:
    """The usual distance from one line to the next."""
    steps = [
        before.y0 - line.y0
        for before, line in pairwise(lines)
        if 0 < before.y0 - line.y0 < 3 * line.size and abs(before.size - line.size) < ALIKE * line.size
    ]
    return median(steps) if steps else 0.0


def _same_columns(one: Table, other: Table) -> bool:
    return len(one.edges) == len(other.edges) and all(
        abs(a - b) < TOUCH for a, b in zip(one.edges, other.edges, strict=True)
    )
