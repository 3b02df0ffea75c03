"""One page of a PDF: its pieces of text and its ruled lines, each with its place.

Places are in points from the lower left corner of the page as it is shown.
"""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median_high

import pypdfium2 as pdfium
from pypdfium2 import raw

WIDE_GAP = 0.7
"""Of the size of letters: what stands apart by more is another piece, such as a table's next cell."""
MOST_PATHS = 5_000
"""On a page with more drawn lines there is a map or a drawing, no table."""
MOST_TILTED = 0.99
"""Cosine of the angle up to which text is upright; what is turned further is in a drawing or a margin."""
THICKEST_RULE = 3.0
"""Points."""

_BOLD = re.compile(rb"bold|black|heavy|semibold|demi", re.IGNORECASE)
_BULLETS = dict.fromkeys(map(ord, "\uf0b7\uf0a7\uf0d8\uf0fc\uf076"), "•")
"""What symbol fonts call their marks of a list."""
_HYPHEN = "\x02"
"""What PDFium gives for a hyphen at a line's end."""
_NAME_ROOM = 100


@dataclass(slots=True)
class Piece:
    """Letters on one line without a wide gap between them."""

    text: str
    x0: float
    x1: float
    y0: float
    y1: float
    size: float
    is_bold: bool = False

    @property
    def middle(self) -> float:
        """Its height on the page."""
        return (self.y0 + self.y1) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line, across or down."""

    x0: float
    x1: float
    y0: float
    y1: float

    @property
    def is_across(self) -> bool:
        """Whether it runs from left to right."""
        return self.x1 - self.x0 > self.y1 - self.y0


class PageView:
    """Turns places in the file into places on the page as it is shown."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        left, bottom, right, top = page.get_mediabox()
        self._left, self._bottom, self._right, self._top = left, bottom, right, top
        self.quarters = page.get_rotation() // 90 % 4
        sides = (right - left, top - bottom)
        self.width, self.height = sides[::-1] if self.quarters % 2 else sides

    def box(self, x0: float, x1: float, y0: float, y1: float) -> tuple[float, float, float, float]:
        """Left, right, lower and upper edge."""
        match self.quarters:
            case 1:
                return y0 - self._bottom, y1 - self._bottom, self._right - x1, self._right - x0
            case 2:
                return self._right - x1, self._right - x0, self._top - y1, self._top - y0
            case 3:
                return self._top - y1, self._top - y0, x0 - self._left, x1 - self._left
            case _:
                return x0 - self._left, x1 - self._left, y0 - self._bottom, y1 - self._bottom


def pieces(text_page: pdfium.PdfTextPage, view: PageView) -> list[Piece]:
    """The pieces of text in the order of the file; upright text only."""
    found: list[Piece] = []
    piece: Piece | None = None
    bold: list[bool] = []
    sizes: list[float] = []
    rect = raw.FS_RECTF()
    handle = text_page.raw
    for index in range(text_page.count_chars()):
        letter = _letter(raw.FPDFText_GetUnicode(handle, index))
        if letter in "\r\n":
            piece = None
            continue
        if letter.isspace():
            if piece:
                piece.text += " "
            continue
        raw.FPDFText_GetLooseCharBox(handle, index, rect)
        x0, x1, y0, y1 = view.box(rect.left, rect.right, rect.bottom, rect.top)
        if piece is None or not _goes_on(piece, x0, y0, y1):
            if not _is_upright(handle, index, view):
                piece = None
                continue
            piece, bold, sizes = Piece("", x0, x1, y0, y1, _size(handle, index)), [], []
            found.append(piece)
        if piece.text.endswith(" ") or not piece.text:
            bold.append(_is_bold(handle, index))
            sizes.append(_size(handle, index))
            piece.is_bold, piece.size = 2 * sum(bold) > len(bold), median_high(sizes)
        piece.text += letter
        piece.x1 = max(piece.x1, x1)
    return [one for one in found if one.text.strip()]


def _letter(code: int) -> str:
    """The letter of a code; what no font explains is the sign for that."""
    if not code or 0xD800 <= code < 0xE000 or code >= 0xFFFE:  # noqa: PLR2004  # no characters
        return "\ufffd"
    letter = chr(code).translate(_BULLETS)
    if letter == _HYPHEN:
        return "\u00ad"
    return "\ufffd" if "\ue000" <= letter <= "\uf8ff" else letter


def _goes_on(piece: Piece, x0: float, y0: float, y1: float) -> bool:
    gap = x0 - piece.x1
    same_line = abs(y0 - piece.y0) < 0.2 * piece.size and abs(y1 - piece.y1) < 0.3 * piece.size
    return same_line and -piece.size < gap < WIDE_GAP * piece.size


def _is_upright(handle: raw.FPDF_TEXTPAGE, index: int, view: PageView) -> bool:
    angle = raw.FPDFText_GetCharAngle(handle, index) + view.quarters * math.pi / 2
    return math.cos(angle) > MOST_TILTED


def _size(handle: raw.FPDF_TEXTPAGE, index: int) -> float:
    """Of the letters as they are shown."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(handle, index, matrix)
    return float(raw.FPDFText_GetFontSize(handle, index) * math.hypot(matrix.c, matrix.d)) or 1.0


def _is_bold(handle: raw.FPDF_TEXTPAGE, index: int) -> bool:
    name = ctypes.create_string_buffer(_NAME_ROOM)
    raw.FPDFText_GetFontInfo(handle, index, name, _NAME_ROOM, None)
    return bool(_BOLD.search(name.value)) or raw.FPDFText_GetFontWeight(handle, index) >= 600  # noqa: PLR2004  # CSS's semi-bold


def rules(page: pdfium.PdfPage, view: PageView) -> list[Rule]:
    """The straight lines drawn on a page; none where there are so many that it is a drawing."""
    paths = []
    for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        paths.append(path)
        if len(paths) > MOST_PATHS:
            return []
    return [rule for path in paths for rule in _rules_of(path, view)]


def _rules_of(path: pdfium.PdfObject, view: PageView) -> Iterator[Rule]:
    matrix = path.get_matrix()
    before: tuple[float, float] | None = None
    start: tuple[float, float] | None = None
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(raw.FPDFPath_CountSegments(path.raw), MOST_PATHS)):
        segment = raw.FPDFPath_GetPathSegment(path.raw, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        kind = raw.FPDFPathSegment_GetType(segment)
        point = matrix.on_point(x.value, y.value)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif before and kind == raw.FPDF_SEGMENT_LINETO:
            yield from _straight(before, point, view)
            if start and raw.FPDFPathSegment_GetClose(segment):
                yield from _straight(point, start, view)
        before = point


def _straight(one: tuple[float, float], other: tuple[float, float], view: PageView) -> Iterator[Rule]:
    (xa, ya), (xb, yb) = one, other
    x0, x1, y0, y1 = view.box(min(xa, xb), max(xa, xb), min(ya, yb), max(ya, yb))
    if (x1 - x0 < THICKEST_RULE) != (y1 - y0 < THICKEST_RULE):
        yield Rule(x0, x1, y0, y1)
