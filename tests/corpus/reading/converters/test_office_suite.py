"""Files as LibreOffice writes them: what another program makes of a document is read the same."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pptx
import pytest

from corpus.passages import Page

PROGRAM = shutil.which("soffice")
TEXTS = (
    "Deminers walk the marked lane slowly and listen to every signal of the detector.",
    "Minatəmizləyənlər nişanlanmış zolaqla gedir və detektorun hər siqnalını dinləyirlər.",
    "Сапёры идут по размеченной полосе и слушают каждый сигнал миноискателя.",
)
CELLS = (("District", "Mines", "Area"), ("Agdam", "10", "12.5 ha"), ("Fuzuli", "", "7 ha"))
ROWS = "District: Agdam; Mines: 10; Area: 12.5 ha.\n\nDistrict: Fuzuli; Area: 7 ha."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A text, slides and a sheet, and what LibreOffice makes of them: `writer.pdf` and the like."""
    if PROGRAM is None:
        pytest.skip("LibreOffice is not installed: libreoffice-writer, -calc and -impress")
    folder = tmp_path_factory.mktemp("suite")
    write_text(folder / "writer.docx")
    write_slides(folder / "impress.pptx")
    write_sheet(folder / "calc.xlsx")
    save_as(folder, "odt", "writer.docx")
    save_as(folder, "pdf", "writer.docx", "impress.pptx")
    save_as(folder, "html", "writer.docx")
    save_as(folder, "doc", "writer.docx")
    (folder / "again").mkdir()
    save_as(folder / "again", "docx", "../writer.odt")
    save_as(folder / "again", "pptx", "../impress.pptx")
    save_as(folder / "again", "xlsx", "../calc.xlsx")
    return folder


def save_as(folder: Path, ending: str, *names: str) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [PROGRAM or "", profile, "--headless", "--convert-to", ending, *names]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=100)


def write_text(file: Path) -> None:
    document = docx.Document()
    for heading, text in zip(("Scope", "Ərazi", "Полоса"), TEXTS, strict=True):
        document.add_heading(heading, 1)
        document.add_paragraph(text)
    document.add_heading("Figures", 2)
    table = document.add_table(3, 3, style="Table Grid")
    for row, cells in enumerate(CELLS):
        for column, cell in enumerate(cells):
            table.cell(row, column).text = cell
    document.add_page_break()
    document.add_heading("Steps", 1)
    for step in ("Stop.", "Go back."):
        document.add_paragraph(step, style="List Number")
    document.save(str(file))


def write_slides(file: Path) -> None:
    presentation = pptx.Presentation()
    for title, text in zip(("Scope", "Ərazi", "Полоса"), TEXTS, strict=True):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text, slide.placeholders[1].text = title, text
    presentation.save(str(file))


def write_sheet(file: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Item", "Cost", "Twice"], ["Rats", 1234.5, "=B2*2"]):
        book.active.append(row)
    book.active["B2"].number_format = book.active["C2"].number_format = "#,##0.00"
    book.save(file)


@pytest.mark.parametrize("name", ["writer.docx", "again/writer.docx", "writer.pdf", "writer.html"])
def test_a_text(folder: Path, take: Callable[..., Any], name: str) -> None:
    imported = take(name, (folder / name).read_bytes(), title="A report")
    texts = {heading.split(" › ")[-1]: text for heading, text in imported.texts.items()}
    assert (texts["Scope"], texts["Ərazi"], texts["Полоса"]) == TEXTS
    assert texts["Figures"] == ROWS
    assert texts["Steps"].replace("1. ", "").replace("2. ", "") == "Stop.\n\nGo back."
    if name.endswith("pdf"):
        assert [passage.page for passage in imported.document.passages][-2:] == [Page(1, "1"), Page(2, "2")]


@pytest.mark.parametrize("name", ["impress.pptx", "again/impress.pptx", "impress.pdf"])
def test_slides(folder: Path, take: Callable[..., Any], name: str) -> None:
    imported = take(name, (folder / name).read_bytes())
    said = [passage.text for passage in imported.document.passages]
    assert [text.split("\n\n")[-1] for text in said] == list(TEXTS)
    assert [passage.page.number for passage in imported.document.passages] == [1, 2, 3]


def test_a_sheet_with_the_value_kept_of_its_formula(folder: Path, take: Callable[..., Any]) -> None:
    imported = take("calc.xlsx", (folder / "again" / "calc.xlsx").read_bytes())
    assert imported.texts == {"Sheet": "Item: Rats; Cost: 1,234.50; Twice: 2,469.00."}


@pytest.mark.parametrize(("name", "message"), [("writer.odt", "OpenDocument"), ("writer.doc", "old Office")])
def test_what_has_to_be_saved_anew(
    folder: Path, refusal: Callable[[str, bytes], Any], name: str, message: str
) -> None:
    assert message in refusal(name, (folder / name).read_bytes()).message
