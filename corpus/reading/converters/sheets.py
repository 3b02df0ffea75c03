"""Spreadsheets: each sheet a page, each row under its columns' names."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby
from typing import Any

import openpyxl

from corpus.passages import Page
from corpus.reading.converters.archives import refuse_unsafe
from corpus.reading.converters.blocks import Block, Content, Heading, Paragraph, Unreadable, clean, rows
from corpus.reading.converters.sheet_values import shown

MOST_ROWS = 20_000
"""With something in them, in all sheets."""
MOST_COLUMNS = 100
MOST_EMPTY = 100_000
"""Rows without anything that are passed over."""

_NEVER_COMPUTED = re.compile(rb"<c\b[^>]*>\s*<f\b[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")


def read_sheets(content: bytes) -> Content:
    """The values of an XLSX file as they are shown; formulas by the value kept of them.

    Raises:
        Unreadable: it is unsafe to unpack, locked, holds macros, or is too long.
    """
    refuse_unsafe(content)
    book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True)
    changed = book.properties.modified or book.properties.created
    found = Content([], title=book.properties.title, date=changed.date() if changed else None)
    hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
    left = MOST_ROWS
    for number, sheet in enumerate(book.worksheets, 1):
        if sheet.sheet_state != "visible":
            continue
        read = list(_rows(sheet, left))
        left -= len(read)
        found.blocks += [Page(number, clean(sheet.title), "sheet"), Heading(clean(sheet.title), 1)]
        found.blocks += _blocks(read)
    if hidden:
        found.notes.append((f"hidden sheets were left out: {', '.join(hidden)}", "Show them first"))
    if unknown := _without_value(content):
        found.notes.append(
            (f"formulas without a kept value were left out: {unknown}", "Open it in Excel and save it")
        )
    return found


def _rows(sheet: Any, most: int) -> Iterator[tuple[int, list[str]]]:  # noqa: ANN401  # no types
    """The rows with something in them and their positions."""
    sheet.reset_dimensions()  # what the file says of its size need not be so
    count = 0
    for position, row in enumerate(sheet.iter_rows()):
        said = [
            "" if cell.value is None else clean(shown(cell.value, cell.number_format))
            for cell in row[:MOST_COLUMNS]
        ]
        if any(said):
            count += 1
            yield position, said
        if count > most:
            raise Unreadable(f"it has over {MOST_ROWS:,} rows", "Send it in several files")
        if position - count > MOST_EMPTY:
            return


def _blocks(read: list[tuple[int, list[str]]]) -> Iterator[Block]:
    """Rows that follow each other are one table; a single cell above it is a line of text."""
    for _, together in groupby(enumerate(read), key=lambda entry: entry[1][0] - entry[0]):
        table = [row for _, (_, row) in together]
        while table and sum(map(bool, table[0])) == 1:
            yield Paragraph(next(filter(None, table.pop(0))))
        yield from rows(table)


def _without_value(content: bytes) -> int:
    """Formulas that no program has computed yet."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        return sum(len(_NEVER_COMPUTED.findall(archive.read(name))) for name in sheets)
