"""The log as files that organisers open: CSV safe for spreadsheets, and JSON lines."""

import csv
import io
import json
import re
from collections.abc import AsyncIterable, AsyncIterator, Iterable
from dataclasses import asdict, fields

from storage.question_log import LoggedQuestion

COLUMNS = tuple(field.name for field in fields(LoggedQuestion))

# https://owasp.org/www-community/attacks/CSV_Injection; a spreadsheet overlooks leading white space and
# characters without a width, and takes the full-width forms for the plain ones.
FORMULA = re.compile(r"[\t\r\n]|[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠−]")


async def csv_lines(questions: AsyncIterable[LoggedQuestion]) -> AsyncIterator[bytes]:
    """Give the log as CSV (RFC 4180) in UTF-8: the names of the columns, then a record a question."""
    yield csv_heading(COLUMNS)
    async for question in questions:
        values = {**asdict(question), **_plain(question), "passages": ";".join(question.passages)}
        yield csv_record(values[column] for column in COLUMNS)


async def jsonl_lines(questions: AsyncIterable[LoggedQuestion]) -> AsyncIterator[bytes]:
    """Give the log as JSON lines in UTF-8, an object a question; `passages` is a list."""
    async for question in questions:
        line = json.dumps({**asdict(question), **_plain(question)}, ensure_ascii=False)
        yield f"{line}\n".encode()


def safe_cell(value: object) -> object:
    """Put an apostrophe before a text that a spreadsheet would run as a formula."""
    if isinstance(value, str) and FORMULA.match(value):
        return f"'{value}"
    return value


def _plain(question: LoggedQuestion) -> dict[str, object]:
    return {"asked_at": question.asked_at.isoformat(timespec="milliseconds")}


def csv_heading(columns: Iterable[str]) -> bytes:
    """The names of the columns, after a byte order mark: without it Excel shows letters such as ə wrongly."""
    return b"\xef\xbb\xbf" + csv_record(columns)


def csv_record(cells: Iterable[object]) -> bytes:
    """A line of CSV that a spreadsheet takes for what it is."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerow(map(safe_cell, cells))
    return buffer.getvalue().encode()
