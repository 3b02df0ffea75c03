"""Presentations: each slide a page, its title a heading."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pptx
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER

from corpus.passages import Page
from corpus.reading.converters.archives import refuse_unsafe
from corpus.reading.converters.blocks import Block, Content, Heading, Paragraph, clean, rows

MOST_TITLE_WORDS = 12
"""Of the first words of a slide without a title that stand in for it."""
DEEPEST_GROUP = 10

_FURNITURE = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.HEADER, PP_PLACEHOLDER.SLIDE_NUMBER)

Shape = Any
"""python-pptx ships no types."""


def read_slides(content: bytes) -> Content:
    """The text of a PPTX file, slide by slide; speaker notes stay the speaker's.

    Raises:
        Unreadable: it is unsafe to unpack, locked, or holds macros.
    """
    refuse_unsafe(content)
    presentation = pptx.Presentation(BytesIO(content))
    properties = presentation.core_properties
    changed = properties.modified or properties.created
    found = Content([], title=properties.title, date=changed.date() if changed else None)
    hidden, unread, noted, title = [], 0, 0, ""
    for number, slide in enumerate(presentation.slides, 1):
        if slide.element.get("show") == "0":
            hidden.append(number)
            continue
        read = _Slide(slide)
        title = read.title or title
        found.blocks.append(Page(number, str(number), "slide"))
        found.blocks += [Heading(title, 1)] if title else []
        found.blocks += read.blocks
        unread += read.unread
        noted += slide.has_notes_slide and bool(clean(_notes(slide)))
    if hidden:
        found.notes.append((f"hidden slides were left out: {', '.join(map(str, hidden))}", "Show them first"))
    if unread:
        found.notes.append((f"pictures and charts were left out: {unread}", "Say in words what they show"))
    if noted:
        found.notes.append(
            (f"speaker notes were left out: {noted} slides", "Put what all may read on slides")
        )
    return found


class _Slide:
    """The title and the other text of a slide, from the top down."""

    def __init__(self, slide: Any) -> None:  # noqa: ANN401  # python-pptx ships no types
        self.unread = 0
        named = slide.shapes.title
        self.title = clean(named.text_frame.text) if named is not None else ""
        shapes = [shape for shape in slide.shapes if named is None or shape.shape_id != named.shape_id]
        self.blocks: list[Block] = [
            block for shape in _in_order(shapes) for block in self._read(shape) if block.text
        ]
        first = self.blocks[0] if self.blocks else None
        if not self.title and isinstance(first, Paragraph) and len(first.text.split()) <= MOST_TITLE_WORDS:
            self.title = first.text
            self.blocks = self.blocks[1:] or self.blocks

    def _read(self, shape: Shape, depth: int = 0) -> Iterator[Paragraph]:
        if shape.is_placeholder and shape.placeholder_format.type in _FURNITURE:
            return
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP and depth < DEEPEST_GROUP:
            for inner in _in_order(list(shape.shapes)):
                yield from self._read(inner, depth + 1)
        elif shape.has_table:
            grid = [[_cell(cell) for cell in row.cells] for row in shape.table.rows]
            yield from (row for row in rows(grid) if isinstance(row, Paragraph))
        elif shape.has_text_frame:
            said = [(clean(line.text), line.level) for line in shape.text_frame.paragraphs]
            said = [(text, level) for text, level in said if text]
            for text, level in said:
                yield Paragraph(text, is_item=level > 0 or (shape.is_placeholder and len(said) > 1))
        else:
            self.unread += 1


def _cell(cell: Any) -> str:  # noqa: ANN401  # python-pptx ships no types
    return "" if cell.is_spanned else str(cell.text_frame.text)


def _in_order(shapes: list[Shape]) -> list[Shape]:
    """From the top down, from left to right; what has no place of its own keeps its turn."""
    return sorted(shapes, key=lambda shape: (shape.top or 0, shape.left or 0))


def _notes(slide: Any) -> str:  # noqa: ANN401  # python-pptx ships no types
    frame = slide.notes_slide.notes_text_frame
    return frame.text if frame is not None else ""
