"""PDF files: their text page by page, with what is printed on every page left out."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO

import pypdfium2 as pdfium
from pypdfium2 import raw

from corpus.passages import Page
from corpus.reading.converters.blocks import Content, Unreadable
from corpus.reading.converters.pdf_flow import LARGER, blocks, usual_size
from corpus.reading.converters.pdf_layout import Item, Line, arranged
from corpus.reading.converters.pdf_page import PageView, pieces, rules

MOST_PAGES = 1_000
LEAST_LETTERS = 20
"""On a page of text; one with fewer and a picture is a picture of a page."""
SCANNED = 0.8
"""Share of pages that are pictures from which a file is a scan."""
EDGE = 0.12
"""Share of a page's height, above and below, where headers and page numbers stand."""
APART = 0.4
"""Of the letters' size, between the text and what is printed on every page."""
LEAST_REPEATS = 3
"""Pages on which a line has to come again to be a header."""
REPEATED = 0.2
"""Share of the pages, too: left and right pages have headers of their own."""
REPEATED_LARGE = 0.5
"""The same for letters of a heading's size: slides of one subject share their title."""

_SCAN_REMEDY = (
    "Run text recognition on it and send the PDF it makes, for example: "
    "ocrmypdf -l eng+rus+aze scan.pdf text.pdf"
)
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|p\.|səhifə|səh\.|страница|стр\.|с\.)?\s*"
    r"(?P<label>\d{1,4}|[ivxlc]{1,7})\s*(?:(?:/|of|из|\|)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_DAY = re.compile(r"D?:?(\d{4})(\d\d)(\d\d)")


def read_pdf(content: bytes) -> Content:
    """The text of a PDF with headings by size and weight, tables, page labels.

    Raises:
        Unreadable: it is locked, damaged, a scan, or has too many pages.
    """
    with _opened(content) as document:
        count = len(document)
        if count > MOST_PAGES:
            raise Unreadable(f"it has {count:,} pages, over {MOST_PAGES:,}", "Send it in several files")
        read = [_page(document, index) for index in range(count)]
        pictures = [number for number, (_, is_picture) in enumerate(read, 1) if is_picture]
        if len(pictures) > SCANNED * count:
            raise Unreadable(f"it is a scan: pictures of {len(pictures)} pages without text", _SCAN_REMEDY)
        pages, printed = _without_edges([items for items, _ in read])
        labels = _labels(document, printed)
        marks = [Page(number, label) for number, label in enumerate(labels, 1)]
        found = Content(
            list(blocks(pages, marks)),
            title=document.get_metadata_value("Title"),
            date=_day(document.get_metadata_value("ModDate"))
            or _day(document.get_metadata_value("CreationDate")),
        )
    if pictures:
        listed = ", ".join(map(str, pictures[:20]))
        found.notes.append((f"pictures without text were left out: page {listed}", _SCAN_REMEDY))
    return found


def _opened(content: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(BytesIO(content))
    except pdfium.PdfiumError as error:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise Unreadable(
                "it is locked with a password", "Save it without the password and send it again"
            ) from None
        raise Unreadable(
            "the file is damaged", "Open it, save or print it anew as PDF and send that"
        ) from None


def _page(document: pdfium.PdfDocument, index: int) -> tuple[list[Item], bool]:
    """What stands on a page, and whether it is a picture of a page."""
    page = document[index]
    try:
        view = PageView(page)
        text_page = page.get_textpage()
        found = pieces(text_page, view)
        text_page.close()
        letters = sum(len(piece.text) for piece in found)
        is_picture = letters < LEAST_LETTERS and any(
            page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4)
        )
        items = arranged(found, rules(page, view))
        for item in items:
            if isinstance(item, Line):
                item.share = (item.y0 + item.y1) / 2 / view.height
        return items, is_picture
    finally:
        page.close()


def _without_edges(pages: Sequence[list[Item]]) -> tuple[list[list[Item]], list[str]]:
    """The pages without headers, footers and page numbers, and the numbers printed on them."""
    seen = Counter(key for page in pages for key in {_repeated(line) for line in _edge_lines(page)})
    large = LARGER * usual_size([item for page in pages for item in page if isinstance(item, Line)])

    def is_header(line: Line) -> bool:
        share = REPEATED if line.size < large else REPEATED_LARGE
        return seen[_repeated(line)] >= max(LEAST_REPEATS, share * len(pages))

    kept, printed = [], []
    for page in pages:
        gone, label = [], ""
        for line in _edge_lines(page):
            number = _PAGE_NUMBER.fullmatch(line.text)
            if number or is_header(line):
                gone.append(line)
                label = label or (number["label"] if number else "")
        kept.append([item for item in page if not any(item is line for line in gone)])
        printed.append(label)
    return kept, printed


def _edge_lines(page: Sequence[Item]) -> Iterator[Line]:
    """Lines near a page's ends that stand apart from the text, or beyond such a line."""
    lines = [item for item in page if isinstance(item, Line)]

    def from_below(line: Line) -> float:
        return line.share

    def from_above(line: Line) -> float:
        return 1 - line.share

    for share in (from_below, from_above):
        inner: Line | None = None
        was_edge = True
        for line in sorted(lines, key=share, reverse=True):
            gap = max(inner.y0 - line.y1, line.y0 - inner.y1) if inner else 0.0
            was_edge = share(line) < EDGE and (was_edge or gap > APART * line.size)
            if was_edge:
                yield line
            inner = line


def _repeated(line: Line) -> str:
    """A header whatever page number is in it."""
    return re.sub(r"\d+", "#", line.text.casefold())


def _labels(document: pdfium.PdfDocument, printed: Sequence[str]) -> list[str]:
    """The file's own labels of its pages, else the numbers printed on them, else their positions."""
    own = [document.get_page_label(index) for index in range(len(document))]
    if any(own):
        return [label or str(number) for number, label in enumerate(own, 1)]
    offsets = Counter(number - int(label) for number, label in enumerate(printed, 1) if label.isdigit())
    if not offsets or offsets.most_common(1)[0][1] < len(printed) / 2:
        return [str(number) for number in range(1, len(printed) + 1)]
    offset = offsets.most_common(1)[0][0]
    return [
        label if label and not label.isdigit() else str(number - offset if number > offset else number)
        for number, label in enumerate(printed, 1)
    ]


def _day(stamp: str | None) -> dt.date | None:
    found = _DAY.match(stamp or "")
    try:
        return dt.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
