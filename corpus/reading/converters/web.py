"""Web pages: what they say, without menus and the like."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import trafilatura
from lxml import html

from corpus.reading.converters.blocks import Content, Heading, Paragraph, clean, rows
from corpus.reading.converters.decoding import decode

MOST_LINKED = 0.25
"""Share of a page's text in links up to which it has no menus to speak of."""
A_MENU = 0.6
"""Share of a list's text in links from which it is a menu."""

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LEFT_OUT = frozenset((
    "script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button", "select",
    "textarea", "iframe", "object", "svg", "canvas", "video", "audio", "head", "title", "dialog",
))  # fmt: skip
_ROLES_LEFT_OUT = frozenset(("navigation", "banner", "contentinfo", "search", "complementary", "dialog"))
_INLINE = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins",
    "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
    "tt", "u", "var", "wbr",
))  # fmt: skip
MOST_SPANNED = 100
"""Rows or columns a cell may take."""

Element = Any
"""lxml ships no types."""


def read_web(content: bytes) -> Content:
    """The main text of a page with its headings, lists and tables.

    Where the page marks its main part, that is read; else what trafilatura takes for it, unless there is
    nothing but text.

    Raises:
        Unreadable: the encoding can't be told.
    """
    text = _text(content)
    tree = html.document_fromstring(text, parser=html.HTMLParser(no_network=True, remove_comments=True))
    about = trafilatura.extract_metadata(html.document_fromstring(text))
    main = tree.xpath("//main | //*[@role='main']") or tree.xpath("//article")
    if len(main) == 1:
        blocks: list[Heading | Paragraph] = list(_blocks(main[0]))
    else:
        body = tree.find("body")
        blocks = list(_blocks(tree if body is None else body))
        if _linked(tree) > MOST_LINKED:
            blocks = _kept(blocks, trafilatura.extract(text, favor_recall=True, include_comments=False) or "")
    url = about.url or ""
    return Content(
        [*blocks], title=about.title, date=_day(about.date), url=url if _ADDRESS.fullmatch(url) else None
    )


def _text(content: bytes) -> str:
    named = _CHARSET.search(content[:4_096])
    try:
        text = content.decode(named[1].decode()) if named else decode(content)
    except (LookupError, UnicodeDecodeError):
        text = decode(content)
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)  # lxml refuses a declaration in text


class _Words:
    """Words gathered until a block of their own begins."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def add(self, text: str | None) -> None:
        self._parts.append(text or "")

    def raw(self) -> str:
        return "".join(self._parts)

    def taken(self) -> str:
        said, self._parts = clean("".join(self._parts)), []
        return said


def _blocks(root: Element, *, is_item: bool = False) -> Iterator[Heading | Paragraph]:
    """The blocks below an element, in order."""
    words = _Words()
    words.add(root.text)
    for child in root:
        if not isinstance(child.tag, str) or _is_left_out(child):
            pass
        elif child.tag == "br":
            words.add(" ")
        elif child.tag in _INLINE and not any(
            True for _ in child.iter(*_HEADINGS, "p", "li", "table", "div")
        ):
            words.add(_inside(child))
        else:
            if said := words.taken():
                yield Paragraph(said, is_item)
            yield from _block(child, is_item=is_item)
        words.add(child.tail)
    if said := words.taken():
        yield Paragraph(said, is_item)


def _block(element: Element, *, is_item: bool) -> Iterator[Heading | Paragraph]:
    if element.tag in _HEADINGS:
        if said := clean(_inside(element)):
            yield Heading(said, int(element.tag[1]))
    elif element.tag == "table" and not element.xpath(".//table"):
        yield from (row for row in rows(_grid(element)) if isinstance(row, Paragraph))
    elif element.tag in ("ul", "ol") and _linked(element) > A_MENU and len(element) > 1:
        return
    else:
        yield from _blocks(element, is_item=is_item or element.tag in ("li", "dd"))


def _grid(table: Element) -> list[list[str]]:
    """The cells of a table; one over several rows says the same in each, one over columns leaves gaps."""
    grid: list[list[str]] = []
    below: dict[int, tuple[int, str]] = {}
    for row in table.iter("tr"):
        cells: list[str] = []
        for cell in row.iter("td", "th"):
            _take_from_above(cells, below)
            said, wide, high = _inside(cell), _span(cell, "colspan"), _span(cell, "rowspan")
            if high > 1:
                below[len(cells)] = (high - 1, said)
            cells += [said, *[""] * (wide - 1)]
        _take_from_above(cells, below)
        grid.append(cells)
    return grid


def _take_from_above(cells: list[str], below: dict[int, tuple[int, str]]) -> None:
    while (column := len(cells)) in below:
        left, said = below.pop(column)
        if left > 1:
            below[column] = (left - 1, said)
        cells.append(said)


def _span(cell: Element, name: str) -> int:
    said = cell.get(name) or ""
    return max(1, min(int(said), MOST_SPANNED)) if said.isdecimal() else 1


def _inside(element: Element) -> str:
    """All words of an element; what begins a line of its own is not glued to what stands before it."""
    words = _Words()
    waiting: list[Element | str] = [element]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            words.add(node)
        elif isinstance(node.tag, str) and node.tag not in _LEFT_OUT:
            words.add("" if node.tag in _INLINE else " ")
            words.add(node.text)
            for child in reversed(node):
                waiting += [child.tail or "", child]
    return words.raw()


def _is_left_out(element: Element) -> bool:
    return (
        element.tag in _LEFT_OUT
        or element.get("role") in _ROLES_LEFT_OUT
        or element.get("aria-hidden") == "true"
        or element.get("hidden") is not None
        or (element.tag == "header" and not any(True for _ in element.iter("h1")))
        or bool(re.search(r"display\s*:\s*none", element.get("style") or ""))
    )


def _linked(element: Element) -> float:
    """Share of an element's text that is in links."""
    total = len(clean("".join(element.itertext()))) or 1
    return sum(len(clean("".join(link.itertext()))) for link in element.iter("a")) / total


def _kept(blocks: list[Heading | Paragraph], main: str) -> list[Heading | Paragraph]:
    """The paragraphs that are in the main text too, and the headings that have any under them."""
    said = clean(main)
    kept: list[Heading | Paragraph] = []
    for block in reversed(blocks):
        is_said = block.text[:80] in said or block.text.split(": ")[-1].rstrip(".") in said
        if (isinstance(block, Heading) and kept and block.text in said) or (
            isinstance(block, Paragraph) and is_said
        ):
            kept.append(block)
    return kept[::-1]


def _day(said: str | None) -> date | None:
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        return None
