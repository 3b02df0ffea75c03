"""A page is drawn with the passage marked, on whichever page its words stand."""

import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

from corpus.reading import pages
from corpus.reading.pages import LONGEST_SIDE, MARK, PageError

LONG = (
    "The machine clears a lane in one pass. It was tested by two teams in the autumn, who measured what "
    "was left in the ground and wrote a report about each of the lanes."
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Three pages of prose; the second says what is looked for, wrapped over two lines."""
    body = getSampleStyleSheet()["BodyText"]
    words = [Paragraph("Nothing is said here.", body), PageBreak(), Paragraph(LONG, body), PageBreak()]
    file = tmp_path / "report.pdf"
    SimpleDocTemplate(str(file), pagesize=A4).build([*words, Paragraph("The end.", body)])
    return file


def drawn(file: Path, number: int, sentences: Sequence[str]) -> Image.Image:
    image = Image.open(io.BytesIO(pages.picture(file, number=number, sentences=sentences)))
    assert image.format == "JPEG"
    assert abs(max(image.size) - LONGEST_SIDE) <= 1
    return image


def marked(image: Image.Image) -> tuple[int, int] | None:
    """The first and the last row of pixels that have the colour of the pen."""
    blue = np.asarray(image)[:, :, 2].astype(int)
    rows = np.flatnonzero((abs(blue - MARK[2]) < 12).sum(axis=1) > 50)
    return (int(rows[0]), int(rows[-1])) if len(rows) else None


def test_the_sentences_are_marked_over_their_lines(report: Path) -> None:
    both, first = marked(drawn(report, 2, [LONG])), marked(drawn(report, 2, [LONG.partition(". ")[0]]))
    assert both
    assert first
    assert abs(both[0] - first[0]) <= 1
    assert both[1] - first[1] > 10, "the second line too"
    assert marked(drawn(report, 2, ["Words that are not on the page at all."])) is None


def test_words_on_the_next_page_are_found_there(report: Path) -> None:
    assert marked(drawn(report, 1, [LONG])) == marked(drawn(report, 2, [LONG]))


def test_a_page_without_the_words_is_shown_as_it_is(report: Path) -> None:
    assert marked(drawn(report, 3, ["Not in here."])) is None


def test_a_turned_page_is_marked_where_the_words_are(report: Path, tmp_path: Path) -> None:
    file = tmp_path / "turned.pdf"
    with pypdfium2.PdfDocument(report) as document:
        document[1].set_rotation(90)
        document.save(file)
    turned = drawn(file, 2, [LONG])
    assert turned.width > turned.height
    upright, back = marked(drawn(report, 2, [LONG])), marked(turned.rotate(90, expand=True))
    assert upright
    assert back
    assert max(abs(one - other) for one, other in zip(upright, back, strict=True)) <= 4


@pytest.mark.parametrize(("name", "content"), [("no.pdf", b"%PDF-1.7 nothing"), ("empty.pdf", b"")])
def test_a_damaged_file_is_told(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(PageError, match=f"{name}: page 1 can't be drawn"):
        pages.picture(tmp_path / name, number=1, sentences=[])


def test_a_page_that_is_not_there_is_told(report: Path) -> None:
    with pytest.raises(PageError, match="there are 3 pages"):
        pages.picture(report, number=9, sentences=[])
