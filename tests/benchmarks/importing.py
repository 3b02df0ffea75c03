"""How long importing a long PDF takes, and how much memory: `python tests/benchmarks/importing.py [PAGES]`.

The file is made here: headings, paragraphs in three languages, tables with and without lines, headers and
page numbers. The whole way is measured, the start of the process that reads it included; the memory is that
process's peak. The budget of the project is a minute and 600 MB for 300 pages.
"""

import datetime as dt
import resource
import sys
from collections.abc import Iterator
from io import BytesIO
from itertools import cycle
from time import perf_counter

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph, Table

from corpus.reading.converting import convert
from corpus.reading.folder import BUNDLED
from corpus.reading.markdown import read_markdown
from corpus.reading.workshop import read_workshop

FONTS = "/usr/share/fonts/truetype/dejavu"
"""Of Debian's package fonts-dejavu-core."""
SENTENCES = (
    "Deminers walk the marked lane slowly and listen to every signal, because each of them may be a mine. ",
    "Minatəmizləyənlər nişanlanmış zolaqla gedir və hər siqnalı dinləyirlər, çünki o, mina ola bilər. ",
    "Сапёры идут по размеченной полосе и слушают каждый сигнал, потому что он может оказаться миной. ",
)
GRID = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]


def report(pages: int) -> bytes:
    """A PDF of so many full pages."""
    for name, file in (("Sans", "DejaVuSans.ttf"), ("Bold", "DejaVuSans-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, f"{FONTS}/{file}"))
    file = BytesIO()
    document = BaseDocTemplate(file, pagesize=A4, title="A long report")
    document.addPageTemplates(PageTemplate(frames=[Frame(60, 60, 475, 720)], onPage=_furnish))
    document.build(list(_story(pages)))
    return file.getvalue()


def _furnish(canvas: Canvas, document: BaseDocTemplate) -> None:
    canvas.setFont("Sans", 8)
    canvas.drawString(60, 810, "A long report of mine action")
    canvas.drawCentredString(297, 30, str(document.page))


def _story(pages: int) -> Iterator[Flowable]:
    body = ParagraphStyle("body", fontName="Sans", fontSize=10, leading=13, spaceAfter=6, alignment=4)
    heading = ParagraphStyle("heading", fontName="Bold", fontSize=14, leading=18, spaceAfter=6)
    sentences = cycle(SENTENCES)
    for page in range(1, pages + 1):
        yield Paragraph(f"Chapter {page}: what was found in district {page}", heading)
        for number in range(6):
            yield Paragraph(f"{next(sentences) * 4}This is paragraph {page * 10 + number}.", body)
        rows = [
            ["District", "Mines", "Area, ha"],
            *([f"District {row}", str(row * page), "12.5"] for row in range(5)),
        ]
        yield Table(rows, style=[("FONT", (0, 0), (-1, -1), "Sans", 9), *(GRID if page % 2 else [])])
        yield PageBreak()


def main() -> None:
    """Print one line of figures."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    content = report(pages)
    workshop = read_workshop(BUNDLED / "workshop.yaml")
    start = perf_counter()
    converted = convert("report.pdf", content, workshop=workshop, today=dt.date(2026, 11, 24))
    seconds = perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    document, _ = read_markdown(converted.markdown, path="report.md", themes=list(workshop.themes))
    sys.stdout.write(
        f"{pages} pages ({len(content) / 1e6:.1f} MB) to {len(document.passages):,} passages "
        f"in {seconds:.1f} s, peak {peak:.0f} MB\n"
    )


if __name__ == "__main__":
    main()
