"""The order in which a page is read: columns, lines, tables."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean

from corpus.reading.converters.pdf_page import WIDE_GAP, Piece, Rule

NARROWEST_GUTTER = 8.0
"""Points between two columns of text."""
PROSE_WORDS = 4.0
"""Words a line of a column has on average; cells of a table have fewer."""
LEAST_LINES = 4
"""Lines of a column."""
TOUCH = 3.0
"""Points within which drawn lines meet."""
LEAST_ROWS = 3
"""Rows, the one with the names included, from which pieces that stand below each other are a table."""

_LABEL = re.compile(r"[•‣◦▪■●○–—*·-]|\(?\w{1,3}(?:\.\w{1,3})*[.)]")
"""What stands before the items of a list."""


@dataclass(slots=True)
class Line:
    """A line of text.

    Attributes:
        left: edge of its column.
        right: edge of its column.
        share: how high on the page it stands: 0 is the lower end, 1 the upper one.
    """

    text: str
    x0: float
    x1: float
    y0: float
    y1: float
    size: float
    is_bold: bool
    left: float = 0.0
    right: float = 0.0
    share: float = 0.5


@dataclass(slots=True)
class Table:
    """Cells by row and column; `edges` are the left edges of its columns."""

    rows: list[list[str]]
    x0: float
    x1: float
    y0: float
    y1: float
    edges: tuple[float, ...]


Item = Line | Table
_Placed = Piece | Table


def arranged(pieces: Sequence[Piece], rules: Sequence[Rule]) -> list[Item]:
    """What stands on a page, in reading order."""
    tables, rest = _ruled_tables(list(pieces), rules)
    return [item for column in _columns([*rest, *tables]) for item in _items(column)]


# Tables with drawn lines


def _ruled_tables(pieces: list[Piece], rules: Sequence[Rule]) -> tuple[list[Table], list[Piece]]:
    tables = []
    for grid in _grids(rules):
        xs = _apart(rule.x0 for rule in grid if not rule.is_across)
        ys = _apart(rule.y0 for rule in grid if rule.is_across)
        if len(xs) < LEAST_ROWS or len(ys) < LEAST_ROWS:  # two columns, two rows
            continue
        inside = [
            piece
            for piece in pieces
            if xs[0] - TOUCH < piece.x0 < xs[-1] and ys[0] - TOUCH < piece.middle < ys[-1] + TOUCH
        ]
        cells: dict[tuple[int, int], list[Piece]] = {}
        for piece in inside:
            row = sum(piece.middle < y for y in ys[:-1])
            column = max(sum(piece.x0 + TOUCH > x for x in xs[:-1]) - 1, 0)
            cells.setdefault((row, column), []).append(piece)
        listed = [
            [_joined(cells.get((row, column), ())) for column in range(len(xs) - 1)] for row in range(len(ys))
        ]
        if sum(any(row) for row in listed) > 1:
            tables.append(Table(listed, xs[0], xs[-1], ys[0], ys[-1], tuple(xs[:-1])))
            kept = set(map(id, inside))
            pieces = [piece for piece in pieces if id(piece) not in kept]
    return tables, pieces


def _grids(rules: Sequence[Rule]) -> list[list[Rule]]:
    """The drawn lines that meet each other, directly or by others."""
    grids: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda one: (-one.y1, one.x0)):
        met = [grid for grid in grids if any(_meet(rule, other) for other in grid)]
        joined = [rule, *(one for grid in met for one in grid)]
        grids = [*(grid for grid in grids if grid not in met), joined]
    return grids


def _meet(one: Rule, other: Rule) -> bool:
    return (
        one.x0 <= other.x1 + TOUCH
        and other.x0 <= one.x1 + TOUCH
        and one.y0 <= other.y1 + TOUCH
        and other.y0 <= one.y1 + TOUCH
    )


def _apart(places: Iterable[float]) -> list[float]:
    """Places in order, those that are one line's edges once."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > TOUCH:
            kept.append(place)
    return kept


def _joined(pieces: Iterable[Piece]) -> str:
    return " ".join(_line(line).text for line in _lines(pieces))


# Columns


def _columns(placed: list[_Placed]) -> Iterator[list[_Placed]]:
    """Columns of prose one after the other; what crosses the gutter stands before or after them."""
    best: list[list[_Placed]] = []
    most = 0
    for gutter in _gutters(placed):
        bands = list(_bands(placed, gutter))
        held = sum(len(band) for band, is_split in bands if is_split)
        if held > most:
            most = held
            best = [
                part
                for band, is_split in bands
                for part in (_sides(band, gutter) if is_split else (band,))
                if part
            ]
    if not best:
        yield placed
        return
    for part in best:
        yield from _columns(part) if len(part) < len(placed) else [part]


def _gutters(placed: Sequence[_Placed]) -> list[float]:
    """Places that have text close by on both sides: the left edges of what has something to its left."""
    edges = _apart(one.x0 for one in placed if isinstance(one, Piece))
    starts = [edge for edge in edges[1:] if sum(abs(one.x0 - edge) <= TOUCH for one in placed) >= LEAST_LINES]
    return [start - NARROWEST_GUTTER / 2 for start in starts[:20]]


def _bands(placed: Sequence[_Placed], gutter: float) -> Iterator[tuple[list[_Placed], bool]]:
    """From the top down: what the gutter divides into two columns of prose, and what it does not."""
    half = NARROWEST_GUTTER / 2 - 0.5

    def crosses(one: _Placed) -> bool:
        return one.x0 < gutter + half and one.x1 > gutter - half

    whole: list[_Placed] = []
    band: list[_Placed] = []
    for one in [*sorted(placed, key=lambda one: -one.y1), None]:
        if one is not None and not crosses(one):
            band.append(one)
            continue
        if band and all(map(_is_prose, _sides(band, gutter))):
            yield whole, False
            yield band, True
            whole = []
        else:
            whole += band
        band = []
        whole += [one] if one else []
    yield whole, False


def _sides(band: Sequence[_Placed], gutter: float) -> tuple[list[_Placed], list[_Placed]]:
    return [one for one in band if one.x0 < gutter], [one for one in band if one.x0 >= gutter]


def _is_prose(side: Sequence[_Placed]) -> bool:
    pieces = [one for one in side if isinstance(one, Piece)]
    lines = [_line(line) for line in _lines(pieces)]
    if len(lines) < LEAST_LINES:
        return False
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    return (
        mean(len(line.text.split()) for line in lines) >= PROSE_WORDS
        and mean(line.x1 - line.x0 for line in lines) > (right - left) / 2
    )


# Lines, and tables without drawn lines


def _items(column: list[_Placed]) -> Iterator[Item]:
    pieces = [one for one in column if isinstance(one, Piece)]
    tables = sorted((one for one in column if isinstance(one, Table)), key=lambda one: -one.y1)
    left = min((piece.x0 for piece in pieces), default=0.0)
    right = max((piece.x1 for piece in pieces), default=0.0)
    run: list[list[Piece]] = []
    for line in _lines(pieces):
        while tables and tables[0].y1 > line[0].middle:
            yield from _read(run, left, right)
            yield tables.pop(0)
            run = []
        run.append(line)
    yield from _read(run, left, right)
    yield from tables


def _lines(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces at the same height, from the top down, each line from left to right."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: -one.y1):
        if lines:
            tallest = max(lines[-1], key=lambda one: one.size)
            shared = min(piece.y1, tallest.y1) - max(piece.y0, tallest.y0)
            if shared > 0.5 * min(piece.size, tallest.size):
                lines[-1].append(piece)
                continue
        lines.append([piece])
    return [sorted(line, key=lambda one: one.x0) for line in lines]


def _line(pieces: Sequence[Piece], left: float = 0.0, right: float = 0.0) -> Line:
    text = pieces[0].text
    for before, piece in pairwise(pieces):
        touches = piece.x0 - before.x1 < 0.15 * max(piece.size, before.size)
        text += piece.text if touches else f" {piece.text}"
    longest = max(pieces, key=lambda one: len(one.text))
    return Line(
        " ".join(text.split()),
        pieces[0].x0,
        max(piece.x1 for piece in pieces),
        longest.y0,
        longest.y1,
        longest.size,
        all(piece.is_bold for piece in pieces),
        left,
        right,
    )


def _read(lines: Sequence[list[Piece]], left: float, right: float) -> Iterator[Item]:
    """Lines, those that stand below each other cell by cell as a table."""
    start = 0
    while start < len(lines):
        stop = start
        while stop < len(lines) and len(_cells(lines[stop])) > 1:
            stop += 1
        table = _aligned([_cells(line) for line in lines[start:stop]]) if stop - start >= LEAST_ROWS else None
        if table:
            yield table
            start = stop
        else:
            yield _line(lines[start], left, right)
            start += 1


def _cells(line: Sequence[Piece]) -> list[Line]:
    """The parts of a line that stand apart."""
    groups = [[line[0]]]
    for before, piece in pairwise(line):
        if piece.x0 - before.x1 > WIDE_GAP * piece.size:
            groups.append([])
        groups[-1].append(piece)
    return [_line(group) for group in groups]


def _aligned(rows: list[list[Line]]) -> Table | None:
    """A table, if each cell of each row stands in a column of its own."""
    spans = _spans(cell for row in rows for cell in row)
    placed = [[_place(cell, spans) for cell in row] for row in rows]
    if all(_LABEL.fullmatch(row[0].text) for row in rows):  # a list
        return None
    if len(spans) < 2 or any(len(set(places)) < len(places) for places in placed):  # noqa: PLR2004
        return None
    listed = []
    for row, places in zip(rows, placed, strict=True):
        by_place = dict(zip(places, (cell.text for cell in row), strict=True))
        listed.append([by_place.get(place, "") for place in range(len(spans))])
    cells = [cell for row in rows for cell in row]
    return Table(
        listed,
        min(cell.x0 for cell in cells),
        max(cell.x1 for cell in cells),
        min(cell.y0 for cell in cells),
        max(cell.y1 for cell in cells),
        tuple(start for start, _ in spans),
    )


def _spans(cells: Iterable[Line]) -> list[tuple[float, float]]:
    """The stretches from left to right that cells cover without a gap."""
    spans: list[tuple[float, float]] = []
    for cell in sorted(cells, key=lambda one: one.x0):
        if spans and cell.x0 < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], cell.x1))
        else:
            spans.append((cell.x0, cell.x1))
    return spans


def _place(cell: Line, spans: Sequence[tuple[float, float]]) -> int:
    return next(place for place, (start, end) in enumerate(spans) if start <= cell.x0 <= end)
