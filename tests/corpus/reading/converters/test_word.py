"""Word files as python-docx writes them: what a reader sees is what the passages say."""

import datetime as dt
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from corpus.reading.converters.blocks import Block, Heading, Paragraph
from corpus.reading.converters.word import read_word

FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


@pytest.fixture
def document() -> Any:  # noqa: ANN401  # python-docx ships no types
    return docx.Document()


def saved(document: Any) -> bytes:  # noqa: ANN401
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def blocks(document: Any) -> list[Block]:  # noqa: ANN401
    return read_word(saved(document)).blocks


def test_headings_by_style(document: Any) -> None:  # noqa: ANN401
    document.add_heading("A report", 0)
    document.add_heading("Scope", 1)
    document.add_paragraph("Where we worked.")
    document.add_heading("Details", 2)
    assert blocks(document) == [
        Heading("A report", 1), Heading("Scope", 2), Paragraph("Where we worked."), Heading("Details", 3),
    ]  # fmt: skip


def test_a_style_based_on_a_heading_is_one(document: Any) -> None:  # noqa: ANN401
    style = document.styles.add_style("Chapter", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Heading 2"]
    document.add_paragraph("Scope", style="Chapter")
    assert blocks(document) == [Heading("Scope", 3)]


def test_a_bold_line_alone_is_a_heading(document: Any) -> None:  # noqa: ANN401
    document.add_paragraph().add_run("What we learned").bold = True
    mixed = document.add_paragraph()
    mixed.add_run("Note").bold = True
    mixed.add_run(" that it rains.")
    assert blocks(document) == [Heading("What we learned", 10), Paragraph("Note that it rains.")]


def test_lists_keep_the_numbers_that_are_shown(document: Any) -> None:  # noqa: ANN401
    for text in ("Stop.", "Go back."):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("A point", style="List Bullet")
    assert blocks(document) == [
        Paragraph("1. Stop."), Paragraph("2. Go back."), Paragraph("A point", is_item=True),
    ]  # fmt: skip


def test_numbered_headings(document: Any) -> None:  # noqa: ANN401
    """As Word counts them: the deeper level anew under each of the upper one."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for level, text in enumerate(("%1.", "%1.%2"))
    )
    numbering = document.part.numbering_part.element
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="99">{levels}</w:abstractNum>')
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="99"><w:abstractNumId w:val="99"/></w:num>'))
    for text, level in (("Scope", 1), ("Area", 2), ("Time", 2), ("Results", 1), ("Area", 2)):
        heading = document.add_heading(text, level)
        heading._p.get_or_add_pPr().append(  # noqa: SLF001  # python-docx has no way of its own
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level - 1}"/><w:numId w:val="99"/></w:numPr>')
        )
    said = [block.text for block in blocks(document) if isinstance(block, Heading)]
    assert said == ["1. Scope", "1.1 Area", "1.2 Time", "2. Results", "2.1 Area"]


def test_tables(document: Any) -> None:  # noqa: ANN401
    table = document.add_table(4, 3)
    for row, texts in enumerate(
        (("District", "Mines", "Area"), ("Agdam", "10", "12.5 ha"), ("Fuzuli", "", "7 ha"))
    ):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(2, 0).merge(table.cell(3, 0))
    table.cell(3, 1).merge(table.cell(3, 2)).text = "none"
    assert blocks(document) == [
        Paragraph("District: Agdam; Mines: 10; Area: 12.5 ha."),
        Paragraph("District: Fuzuli; Area: 7 ha."),
        Paragraph("District: Fuzuli; Mines: none."),
    ]


def test_a_frame_around_text_is_no_table(document: Any) -> None:  # noqa: ANN401
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "One."
    cell.add_paragraph("Two.")
    assert blocks(document) == [Paragraph("One."), Paragraph("Two.")]


def test_changes_are_read_as_accepted(document: Any) -> None:  # noqa: ANN401
    paragraph = document.add_paragraph("Ten mines ")
    for tag, inner, text in (("w:ins", "w:t", "were found"), ("w:del", "w:delText", "were lost")):
        change, run, said = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(inner)
        said.text = text
        run.append(said)
        change.append(run)
        paragraph._p.append(change)  # noqa: SLF001  # python-docx has no way of its own
    assert blocks(document) == [Paragraph("Ten mines were found")]


def test_breaks_and_tabs_keep_words_apart(document: Any) -> None:  # noqa: ANN401
    run = document.add_paragraph("One").add_run()
    run.add_break(WD_BREAK.LINE)
    run.add_text("two")
    run.add_tab()
    run.add_text("three")
    assert blocks(document) == [Paragraph("One two three")]


def test_a_footnote_follows_its_paragraph(document: Any) -> None:  # noqa: ANN401
    notes = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p><w:r><w:t>Counted twice.</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    )
    part = docx.opc.part.Part(
        docx.opc.packuri.PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        notes.encode(),
        document.part.package,
    )
    document.part.relate_to(part, FOOTNOTES)
    run = document.add_paragraph("Ten mines.").add_run()
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), "2")
    run._r.append(reference)  # noqa: SLF001  # python-docx has no way of its own
    document.add_paragraph("No more.")
    assert blocks(document) == [Paragraph("Ten mines."), Paragraph("Counted twice."), Paragraph("No more.")]


def test_what_the_file_says_of_itself(document: Any) -> None:  # noqa: ANN401
    document.core_properties.title = "Hesabat"
    document.core_properties.modified = dt.datetime(2023, 11, 28, 10, tzinfo=dt.UTC)
    document.add_paragraph("Text.")
    read = read_word(saved(document))
    assert (read.title, read.date) == ("Hesabat", dt.date(2023, 11, 28))
