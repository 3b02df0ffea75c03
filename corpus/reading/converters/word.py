"""Word files: headings by their style, lists with their numbers, tables, footnotes."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from corpus.reading.converters.archives import refuse_unsafe
from corpus.reading.converters.blocks import Content, Heading, Paragraph, clean, rows
from corpus.reading.converters.word_lists import Numbering

MOST_BOLD_WORDS = 12
"""Of a bold paragraph that is a heading without its style."""
_BOLD_LEVEL = 10
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What programs without text boxes would show in their place."""
_LEFT_OUT = {qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), qn("w:instrText"), _FALLBACK}
_SPACES = {qn("w:tab"), qn("w:br"), qn("w:cr")}

Element = Any
"""Of the file's XML."""


def read_word(content: bytes) -> Content:
    """The text of a DOCX file, tracked changes as accepted.

    Raises:
        Unreadable: it is unsafe to unpack, locked, or holds macros.
    """
    refuse_unsafe(content)
    document = docx.Document(BytesIO(content))
    properties = document.core_properties
    changed = properties.modified or properties.created
    reader = _Reader(document)
    found = Content(
        [block for block in reader.blocks(document.element.body) if block.text],
        title=properties.title,
        date=changed.date() if changed else None,
    )
    pictures = len(list(document.element.body.iter(qn("pic:pic"))))
    if pictures:
        found.notes.append((f"pictures were left out: {pictures}", "Say in words what they show"))
    return found


class _Reader:
    def __init__(self, document: Any) -> None:  # noqa: ANN401  # python-docx ships no types
        self._styles = {style.get(qn("w:styleId")): style for style in document.styles.element.style_lst}
        self._numbering = Numbering(document.part)
        self._footnotes = _footnotes(document.part)

    def blocks(self, parent: Element) -> Iterator[Heading | Paragraph]:
        """What stands in a body, a cell, a text box."""
        for child in parent.iterchildren():
            if child.tag == qn("w:p"):
                yield from self._paragraph(child)
            elif child.tag == qn("w:tbl"):
                yield from self._table(child)
            elif child.tag in (qn("w:sdt"), qn("w:ins"), qn("w:customXml"), qn("w:smartTag")):
                inside = child.find(qn("w:sdtContent"))
                if not _is_table_of_contents(child):
                    yield from self.blocks(child if inside is None else inside)

    def _paragraph(self, paragraph: Element) -> Iterator[Heading | Paragraph]:
        text = clean(_text(paragraph))
        style = self._style_of(paragraph)
        if text and not (style is not None and _name(style).startswith("toc ")):
            level = self._level(paragraph)
            label, is_bullet = self._numbering.label(self._setting(paragraph, "numPr"))
            said = f"{label} {text}" if label and text else text
            if level is None and not label and not is_bullet and _is_bold_line(paragraph, text):
                level = _BOLD_LEVEL
            yield Paragraph(said, is_bullet) if level is None else Heading(said, level)
        for reference in paragraph.iter(qn("w:footnoteReference")):
            yield Paragraph(self._footnotes.get(reference.get(qn("w:id")), ""))
        for box in paragraph.iter(qn("w:txbxContent")):
            if not any(above.tag in (_FALLBACK, qn("w:txbxContent")) for above in box.iterancestors()):
                yield from self.blocks(box)

    def _table(self, table: Element) -> Iterator[Heading | Paragraph]:
        grid: list[list[str]] = []
        for row in table.iter(qn("w:tr")):
            if next(row.iterancestors(qn("w:tbl"))) is table:
                grid.append(self._row(row, grid[-1] if grid else []))
        if len(grid) == 1 and len(grid[0]) == 1:  # a frame around text
            for cell in table.iter(qn("w:tc")):
                yield from self.blocks(cell)
                return
        yield from (row for row in rows(grid) if isinstance(row, Paragraph))

    def _row(self, row: Element, above: list[str]) -> list[str]:
        """The cells; one merged with the one above says the same, one merged sideways leaves a gap."""
        cells: list[str] = []
        for cell in row.iterchildren(qn("w:tc")):
            setting = cell.find(qn("w:tcPr"))
            merged = None if setting is None else setting.find(qn("w:vMerge"))
            wide = None if setting is None else setting.find(qn("w:gridSpan"))
            said = " ".join(block.text for block in self.blocks(cell))
            if merged is not None and merged.get(qn("w:val")) != "restart" and len(cells) < len(above):
                said = above[len(cells)]
            cells += [said, *[""] * (int(wide.get(qn("w:val"))) - 1 if wide is not None else 0)]
        return cells

    def _style_of(self, paragraph: Element) -> Element | None:
        named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return None if named is None else self._styles.get(named.get(qn("w:val")))

    def _setting(self, paragraph: Element, name: str) -> Element | None:
        """A setting of the paragraph, else of its style or of one that style is based on."""
        holder, seen = paragraph, 0
        while holder is not None and seen < len(self._styles) + 1:
            found = holder.find(f"{qn('w:pPr')}/{qn(f'w:{name}')}")
            if found is not None:
                return found
            based = holder.find(qn("w:basedOn"))
            holder = (
                self._style_of(paragraph)
                if holder is paragraph
                else None
                if based is None
                else self._styles.get(based.get(qn("w:val")))
            )
            seen += 1
        return None

    def _level(self, paragraph: Element) -> int | None:
        """1 for a title, 2 for a heading of the first level, and so on; None for text."""
        style = self._style_of(paragraph)
        if style is not None and _name(style) == "title":
            return 1
        outline = self._setting(paragraph, "outlineLvl")
        level = -1 if outline is None else int(outline.get(qn("w:val")))
        return level + 2 if 0 <= level < _BOLD_LEVEL - 1 else None


def _text(paragraph: Element) -> str:
    """The words as they are shown once all changes are accepted."""
    parts: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        node = waiting.pop()
        if node.tag in _LEFT_OUT:
            continue
        if node.tag == qn("w:t"):
            parts.append(node.text or "")
        elif node.tag in _SPACES:
            parts.append(" ")
        elif node.tag == qn("w:noBreakHyphen"):
            parts.append("-")
        waiting += reversed(node)
    return "".join(parts)


def _name(style: Element) -> str:
    named = style.find(qn("w:name"))
    return "" if named is None else str(named.get(qn("w:val"))).lower()


def _is_bold_line(paragraph: Element, text: str) -> bool:
    words = text.split()
    runs = [run for run in paragraph.iter(qn("w:r")) if "".join(run.itertext()).strip()]
    bold = [run.find(f"{qn('w:rPr')}/{qn('w:b')}") for run in runs]
    return (
        all(mark is not None and mark.get(qn("w:val")) not in ("0", "false") for mark in bold)
        and len(words) <= MOST_BOLD_WORDS
        and not text.endswith((".", ",", ";"))
        and not any(True for _ in paragraph.iterancestors(qn("w:tc")))
    )


def _is_table_of_contents(element: Element) -> bool:
    gallery = element.find(f"{qn('w:sdtPr')}/{qn('w:docPartObj')}/{qn('w:docPartGallery')}")
    return gallery is not None and gallery.get(qn("w:val")) == "Table of Contents"


def _footnotes(part: Any) -> dict[str, str]:  # noqa: ANN401  # python-docx ships no types
    for relation in part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES and not relation.is_external:
            root = parse_xml(relation.target_part.blob)
            return {
                note.get(qn("w:id")): clean(" ".join(map(_text, note.iter(qn("w:p")))))
                for note in root.iter(qn("w:footnote"))
            }
    return {}
