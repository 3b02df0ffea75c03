"""PDF files as reportlab writes them: text in reading order, structure by place and size, pages by label."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    ListFlowable,
    ListItem,
    PageBreak,
    PageTemplate,
    SimpleDocTemplate,
    Table,
)
from reportlab.platypus import (
    Paragraph as Text,
)

from corpus.passages import Page
from corpus.reading.converters.blocks import Block, Heading, Paragraph, Unreadable
from corpus.reading.converters.pdf import read_pdf

FOLDERS = ("/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/dejavu-sans-fonts", "/usr/share/fonts/TTF")
WIDTH, HEIGHT = A4

ENGLISH = (
    "Deminers walk the marked lane slowly and listen to every signal of the detector, because each signal "
    "may be a mine. The leader of the team writes down every signal with its time and place."
)
AZERBAIJANI = (
    "Minatəmizləyənlər nişanlanmış zolaqla yavaş-yavaş gedir və detektorun hər siqnalını dinləyirlər, çünki "
    "hər siqnal mina ola bilər. Qrup rəhbəri hər siqnalı vaxtı və yeri ilə qeyd edir."
)
RUSSIAN = (
    "Сапёры медленно идут по размеченной полосе и слушают каждый сигнал миноискателя, потому что любой "
    "сигнал может оказаться миной. Руководитель группы записывает каждый сигнал с временем и местом."
)


@pytest.fixture(scope="module", autouse=True)
def fonts() -> None:
    """Letters of all three scripts; a PDF library's own fonts have none of Azerbaijani."""
    found = next((Path(folder) for folder in FOLDERS if Path(folder, "DejaVuSans.ttf").exists()), None)
    if found is None:
        pytest.skip("the fonts DejaVu are not installed: fonts-dejavu-core")
    pdfmetrics.registerFont(TTFont("Sans", str(found / "DejaVuSans.ttf")))
    pdfmetrics.registerFont(TTFont("Bold", str(found / "DejaVuSans-Bold.ttf")))


BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=6)


def body(text: str, **style: Any) -> Text:  # noqa: ANN401  # reportlab's own
    return Text(text, ParagraphStyle("one", BODY, fontName="Sans", **style))


def heading(text: str, size: int) -> Text:
    style = ParagraphStyle("heading", fontName="Bold", fontSize=size, leading=size * 1.2, spaceAfter=6)
    return Text(text, style)


def pdf(
    story: list[Flowable], on_page: Callable[[Canvas, Any], None] = lambda *_: None, **facts: str
) -> bytes:
    file = BytesIO()
    SimpleDocTemplate(file, pagesize=A4, **facts).build(story, onFirstPage=on_page, onLaterPages=on_page)
    return file.getvalue()


def drawn(draw: Callable[[Canvas], Iterator[None]], **settings: Any) -> bytes:  # noqa: ANN401
    """A PDF drawn by hand, a page each time the drawer yields."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, **settings)
    canvas.setFont("Sans", 10)
    for _ in draw(canvas):
        canvas.showPage()
        canvas.setFont("Sans", 10)
    canvas.save()
    return file.getvalue()


def without_pages(content: bytes) -> list[Block]:
    return [block for block in read_pdf(content).blocks if not isinstance(block, Page)]


def test_headings_by_size_and_weight() -> None:
    story = [heading("Annual report", 18), heading("Chapter one: how we work in the field and at home", 13),
             body(ENGLISH), heading("What was learned", 10), body(ENGLISH)]  # fmt: skip
    assert without_pages(pdf(story)) == [
        Heading("Annual report", 1),
        Heading("Chapter one: how we work in the field and at home", 2),
        Paragraph(ENGLISH),
        Heading("What was learned", 3),
        Paragraph(ENGLISH),
    ]


def test_a_heading_over_two_lines_is_one() -> None:
    long = "A heading that is so long that it needs a second line on this page of ours"
    assert without_pages(pdf([heading(long, 18), body(ENGLISH)])) == [Heading(long, 1), Paragraph(ENGLISH)]


@pytest.mark.parametrize("text", [ENGLISH, AZERBAIJANI, RUSSIAN], ids=["en", "az", "ru"])
@pytest.mark.parametrize("alignment", [0, 4], ids=["left", "justified"])
def test_letters_of_every_language_come_through(text: str, alignment: int) -> None:
    story = [body(f"{number}: {text}", alignment=alignment) for number in range(3)]
    assert without_pages(pdf(story)) == [Paragraph(f"{number}: {text}") for number in range(3)]


def test_words_broken_at_line_ends_are_whole() -> None:
    """A hyphen of the word's own stays: the document says so elsewhere."""

    def draw(canvas: Canvas) -> Iterator[None]:
        lines = ("The well-known teams send infor-", "mation to the well-", "known centre every day and in-",
                 "form all others of it.")  # fmt: skip
        for number, line in enumerate(lines):
            canvas.drawString(72, 700 - 13 * number, line)
        yield

    assert without_pages(drawn(draw)) == [
        Paragraph(
            "The well-known teams send information to the well-known centre every day and inform all "
            "others of it."
        )
    ]


def test_columns_are_read_one_after_the_other() -> None:
    file = BytesIO()
    document = BaseDocTemplate(file, pagesize=A4)
    frames = [Frame(60, 60, 230, 640), Frame(305, 60, 230, 640)]

    def title(canvas: Canvas, _: object) -> None:
        canvas.setFont("Bold", 18)
        canvas.drawString(60, 740, "A title over both of the columns")

    document.addPageTemplates(PageTemplate(frames=frames, onPage=title))
    texts = [f"Paragraph {number} begins here. {ENGLISH}" for number in range(10)]
    document.build([body(text) for text in texts])
    assert without_pages(file.getvalue()) == [
        Heading("A title over both of the columns", 1),
        *map(Paragraph, texts),
    ]


CELLS = [["District", "Mines found", "Area, ha"], ["Agdam", "10", "12.5"], ["Fuzuli", "", "7.25"],
         ["Terter and its villages", "3", "1"]]  # fmt: skip
SAID = [
    Paragraph("District: Agdam; Mines found: 10; Area, ha: 12.5."),
    Paragraph("District: Fuzuli; Area, ha: 7.25."),
    Paragraph("District: Terter and its villages; Mines found: 3; Area, ha: 1."),
]
GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)


@pytest.mark.parametrize(
    "style",
    [
        [GRID],
        [("BOX", (0, 0), (-1, -1), 1, colors.black), ("INNERGRID", (0, 0), (-1, -1), 1, colors.gray)],
        [],
    ],
)
def test_a_table_with_or_without_lines(style: list[Any]) -> None:
    assert without_pages(pdf([body(ENGLISH), Table(CELLS, style=style), body(ENGLISH)])) == [
        Paragraph(ENGLISH), *SAID, Paragraph(ENGLISH),
    ]  # fmt: skip


def test_words_wrapped_in_a_cell_stay_together() -> None:
    cells = [["District", "Remarks"], ["Agdam", body(ENGLISH)], ["Fuzuli", body("None.")]]
    assert without_pages(pdf([Table(cells, style=[GRID], colWidths=[100, 200])])) == [
        Paragraph(f"District: Agdam; Remarks: {ENGLISH}"),
        Paragraph("District: Fuzuli; Remarks: None."),
    ]


@pytest.mark.parametrize("repeat", [0, 1], ids=["named once", "named again"])
def test_a_table_goes_on_over_the_page_s_end(repeat: int) -> None:
    cells = [["District", "Mines"], *([f"District {number}", str(number)] for number in range(60))]
    said = without_pages(pdf([Table(cells, style=[GRID], repeatRows=repeat)]))
    assert said == [Paragraph(f"District: District {number}; Mines: {number}.") for number in range(60)]


def test_items_of_a_list() -> None:
    items = [ListItem(body(text)) for text in ("Keep to the lane.", f"Then: {ENGLISH}")]
    assert without_pages(pdf([body(ENGLISH), ListFlowable(items, bulletType="bullet"), body(ENGLISH)])) == [
        Paragraph(ENGLISH),
        Paragraph("Keep to the lane.", is_item=True),
        Paragraph(f"Then: {ENGLISH}", is_item=True),
        Paragraph(ENGLISH),
    ]


def test_a_table_of_contents_is_left_out() -> None:
    lines = [f"Chapter {number} {'. ' * 40} {number}" for number in range(5)]
    assert without_pages(pdf([*map(body, lines), body(ENGLISH)])) == [Paragraph(ENGLISH)]


def test_headers_and_page_numbers_are_left_out_and_paragraphs_go_on() -> None:
    """What is printed on every page is no text; the numbers printed there are the pages' labels."""

    def on_page(canvas: Canvas, document: Any) -> None:  # noqa: ANN401
        canvas.setFont("Sans", 8)
        canvas.drawString(72, HEIGHT - 30, "Mine action report")
        if document.page > 2:
            canvas.drawCentredString(WIDTH / 2, 30, f"– {document.page - 2} –")

    texts = [f"Paragraph {number} begins. {ENGLISH} {ENGLISH}" for number in range(60)]
    blocks = read_pdf(pdf([body(text) for text in texts], on_page)).blocks
    assert [block for block in blocks if isinstance(block, Paragraph)] == [Paragraph(text) for text in texts]
    labels = [block.label for block in blocks if isinstance(block, Page)]
    assert labels[2:] == [str(number) for number in range(1, len(labels) - 1)]
    assert len(labels) > 4


def test_slides_of_one_subject_keep_their_title() -> None:
    """A title that comes again is no header, unless it is on most pages."""

    def draw(canvas: Canvas) -> Iterator[None]:
        for number in range(10):
            canvas.setFont("Bold", 20)
            canvas.drawString(72, HEIGHT - 40, "Results" if number < 3 else f"Subject {'x' * number}")
            canvas.drawString(72, 30, "Our great institute")
            canvas.setFont("Sans", 10)
            for line in range(5):
                canvas.drawString(72, 600 - 13 * line, f"Slide {number} says many words in line {line}")
            yield

    headings = [block.text for block in without_pages(drawn(draw)) if isinstance(block, Heading)]
    assert headings == ["Results"] * 3 + [f"Subject {'x' * number}" for number in range(3, 10)]


def test_the_file_s_own_page_labels() -> None:
    def draw(canvas: Canvas) -> Iterator[None]:
        canvas.addPageLabel(0, style="ROMAN_LOWER", start=1)
        canvas.addPageLabel(2, style="ARABIC", start=1, prefix="A-")
        for number in range(4):
            canvas.drawString(72, 500, f"The text of sheet number {number} stands here.")
            yield

    assert [block for block in read_pdf(drawn(draw)).blocks if isinstance(block, Page)] == [
        Page(1, "i"), Page(2, "ii"), Page(3, "A-1"), Page(4, "A-2"),
    ]  # fmt: skip


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(degrees: int) -> None:
    def draw(canvas: Canvas) -> Iterator[None]:
        canvas.setPageRotation(degrees)
        away = {0: (0, 0), 90: (WIDTH, 0), 180: (WIDTH, HEIGHT), 270: (0, HEIGHT)}[degrees]
        canvas.translate(*away)
        canvas.rotate(degrees)
        for number, line in enumerate(("The first line of the text goes on", "in the second one below.")):
            canvas.drawString(72, 400 - 13 * number, line)
        yield

    assert without_pages(drawn(draw)) == [
        Paragraph("The first line of the text goes on in the second one below.")
    ]


def test_letters_in_the_margin_do_not_disturb() -> None:
    def draw(canvas: Canvas) -> Iterator[None]:
        canvas.drawString(72, 500, "The text stands upright on its page.")
        canvas.rotate(90)
        canvas.drawString(300, -30, "Downloaded on Monday")
        yield

    assert without_pages(drawn(draw)) == [Paragraph("The text stands upright on its page.")]


def picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "white")), 0, 0, WIDTH, HEIGHT)


def test_a_scan_is_refused_with_advice() -> None:
    def draw(canvas: Canvas) -> Iterator[None]:
        for _ in range(3):
            picture(canvas)
            yield

    with pytest.raises(Unreadable, match="it is a scan: pictures of 3 pages") as refused:
        read_pdf(drawn(draw))
    assert "ocrmypdf" in refused.value.remedy


def test_a_scan_with_recognised_text_is_read() -> None:
    def draw(canvas: Canvas) -> Iterator[None]:
        picture(canvas)
        text = canvas.beginText(72, 500)
        text.setTextRenderMode(3)
        text.textLine("This text was recognised and lies below the picture.")
        canvas.drawText(text)
        yield

    assert without_pages(drawn(draw)) == [Paragraph("This text was recognised and lies below the picture.")]


def test_a_picture_among_pages_of_text_is_noted() -> None:
    def draw(canvas: Canvas) -> Iterator[None]:
        for number in range(5):
            if number == 2:
                picture(canvas)
            else:
                canvas.drawString(72, 500, f"The text of sheet number {number} stands here.")
            yield

    ((message, remedy),) = read_pdf(drawn(draw)).notes
    assert message == "pictures without text were left out: page 3"
    assert "text recognition" in remedy


def test_what_the_file_says_of_itself() -> None:
    read = read_pdf(pdf([body(ENGLISH), PageBreak(), body(ENGLISH)], title="Hesabat"))
    assert read.title == "Hesabat"
    assert read.date is not None


def test_a_locked_file_is_named() -> None:
    def draw(canvas: Canvas) -> Iterator[None]:
        canvas.drawString(72, 500, "Secret.")
        yield

    with pytest.raises(Unreadable, match="locked with a password"):
        read_pdf(drawn(draw, encrypt="word"))


def test_a_wide_page() -> None:
    file = BytesIO()
    SimpleDocTemplate(file, pagesize=landscape(A4)).build([body(ENGLISH)])
    assert without_pages(file.getvalue()) == [Paragraph(ENGLISH)]
