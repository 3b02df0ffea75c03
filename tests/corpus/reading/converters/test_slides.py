"""Presentations as python-pptx writes them: each slide a page."""

from io import BytesIO
from typing import Any

import pptx
import pytest
from PIL import Image
from pptx.util import Inches

from corpus.passages import Page
from corpus.reading.converters.blocks import Content, Heading, Paragraph
from corpus.reading.converters.slides import read_slides

TITLE_AND_TEXT, TITLE_ONLY, BLANK = 1, 5, 6
BOX = (Inches(1), Inches(1), Inches(4), Inches(1))


@pytest.fixture
def presentation() -> Any:  # noqa: ANN401  # python-pptx ships no types
    return pptx.Presentation()


def add(presentation: Any, layout: int, title: str = "") -> Any:  # noqa: ANN401
    slide = presentation.slides.add_slide(presentation.slide_layouts[layout])
    if title:
        slide.shapes.title.text = title
    return slide


def read(presentation: Any) -> Content:  # noqa: ANN401
    file = BytesIO()
    presentation.save(file)
    return read_slides(file.getvalue())


def test_a_slide_is_a_page_with_its_title_as_heading(presentation: Any) -> None:  # noqa: ANN401
    slide = add(presentation, TITLE_AND_TEXT, "How rats work")
    frame = slide.placeholders[1].text_frame
    frame.text = "A rat sniffs."
    frame.add_paragraph().text = "It scratches."
    slide = add(presentation, TITLE_ONLY, "Numbers")
    table = slide.shapes.add_table(2, 2, *BOX).table
    for place, text in enumerate(("Team", "Mines", "A", "7")):
        table.cell(place // 2, place % 2).text = text
    assert read(presentation).blocks == [
        Page(1, "1", "slide"),
        Heading("How rats work", 1),
        Paragraph("A rat sniffs.", is_item=True),
        Paragraph("It scratches.", is_item=True),
        Page(2, "2", "slide"),
        Heading("Numbers", 1),
        Paragraph("Team: A; Mines: 7."),
    ]


def test_boxes_are_read_from_the_top_down_and_in_groups(presentation: Any) -> None:  # noqa: ANN401
    slide = add(presentation, TITLE_ONLY, "Boxes")
    slide.shapes.add_textbox(Inches(1), Inches(5), Inches(4), Inches(1)).text_frame.text = "Below."
    group = slide.shapes.add_group_shape()
    group.shapes.add_textbox(Inches(1), Inches(2), Inches(4), Inches(1)).text_frame.text = "Above."
    assert [block.text for block in read(presentation).blocks[2:]] == ["Above.", "Below."]  # type: ignore[union-attr]


def test_a_slide_without_a_title_goes_by_its_first_words_or_the_title_before(presentation: Any) -> None:  # noqa: ANN401
    add(presentation, BLANK).shapes.add_textbox(*BOX).text_frame.text = "A short line"
    add(presentation, BLANK).shapes.add_textbox(*BOX).text_frame.text = "Many words follow " * 10
    headings = [block.text for block in read(presentation).blocks if isinstance(block, Heading)]
    assert headings == ["A short line", "A short line"]


def test_what_is_left_out_is_said(presentation: Any) -> None:  # noqa: ANN401
    """Notes are the speaker's own; a hidden slide was not shown; a picture has no words."""
    slide = add(presentation, TITLE_ONLY, "Shown")
    picture = BytesIO()
    Image.new("RGB", (4, 4)).save(picture, "PNG")
    slide.shapes.add_picture(picture, *BOX)
    slide.notes_slide.notes_text_frame.text = "Say nothing of the budget."
    add(presentation, TITLE_ONLY, "Hidden").element.set("show", "0")
    content = read(presentation)
    assert "budget" not in content.text
    assert "Hidden" not in content.text
    assert [message for message, _ in content.notes] == [
        "hidden slides were left out: 2",
        "pictures and charts were left out: 1",
        "speaker notes were left out: 1 slides",
    ]
