"""What can't or must not be read: refused with a reason and a remedy, whatever it calls itself."""

import random
import zipfile
from collections.abc import Callable
from io import BytesIO

import docx
import openpyxl
import pptx
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from corpus.passages import Document
from corpus.reading.converters.blocks import Unreadable
from corpus.reading.converters.pdf import MOST_PAGES
from corpus.reading.converters.sniffing import sniff
from corpus.reading.converting import LARGEST
from corpus.reading.problems import CorpusError, Problem

TEXT = "Deminers walk the marked lane slowly and listen to every signal of the detector."
Refusal = Callable[[str, bytes], Problem]


def word(text: str = TEXT) -> bytes:
    document, file = docx.Document(), BytesIO()
    document.add_heading("How we work", 1)
    document.add_paragraph(text)
    document.save(file)
    return file.getvalue()


def slides() -> bytes:
    presentation, file = pptx.Presentation(), BytesIO()
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    slide.shapes.title.text, slide.placeholders[1].text = "How we work", TEXT
    presentation.save(file)
    return file.getvalue()


def sheets() -> bytes:
    book, file = openpyxl.Workbook(), BytesIO()
    book.active.append(["Team", "What it does"])
    book.active.append(["Deminers", TEXT])
    book.save(file)
    return file.getvalue()


def pdf(pages: int = 1, text: str = TEXT, **settings: str) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, **settings)
    for _ in range(pages):
        canvas.drawString(72, 500, text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def picture(kind: str) -> bytes:
    file = BytesIO()
    Image.new("RGB", (9, 9)).save(file, kind)
    return file.getvalue()


def with_part(archive: bytes, name: str, content: bytes) -> bytes:
    """An office file with a part more, or another one in its place."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(archive)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return file.getvalue()


def archive(**parts: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return file.getvalue()


def with_doctype(content: bytes, part: str, doctype: str) -> bytes:
    with zipfile.ZipFile(BytesIO(content)) as old:
        xml = old.read(part).decode()
    root = xml.partition("?>")[2] if xml.startswith("<?xml") else xml
    return with_part(content, part, f"{doctype}{root.replace(TEXT, '&more;')}".encode())


OUTSIDE = '<!DOCTYPE a [<!ENTITY more SYSTEM "file:///etc/hostname">]>'
LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY more "&b;&b;&b;">]>'
LOCKED = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500)
)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param("a.pdf", b"", "the file is empty", id="empty"),
        pytest.param("a.txt", b" \n\n ", "there is no text", id="blank"),
        pytest.param("a.docx", word(""), None, id="a heading alone"),
        pytest.param("a.pdf", pdf(text=""), "there is no text", id="empty page"),
        pytest.param("a.pdf", pdf(encrypt="word"), "locked with a password", id="locked PDF"),
        pytest.param("a.docx", LOCKED, "locked with a password", id="locked Word"),
        pytest.param("a.doc", LOCKED.replace(b"E\0n\0c", b"W\0o\0r"), "old Office version", id="old Word"),
        pytest.param("a.pdf", pdf()[:300], "damaged", id="torn PDF"),
        pytest.param("a.docx", word()[:5_000], "damaged", id="torn Word"),
        pytest.param(
            "a.docx", with_part(word(), "word/document.xml", b"<w:document"), "damaged", id="torn XML"
        ),
        pytest.param("a.pdf", pdf(MOST_PAGES + 1), "1,001 pages, over 1,000", id="too many pages"),
        pytest.param(
            "a.docx", with_part(word(), "word/vbaProject.bin", b"\0"), "macros", id="macros in Word"
        ),
        pytest.param(
            "a.xlsx", with_part(sheets(), "xl/vbaProject.bin", b"\0"), "macros", id="macros in Excel"
        ),
        pytest.param(
            "a.pptx", with_part(slides(), "ppt/vbaProject.bin", b"\0"), "macros", id="macros in slides"
        ),
        pytest.param(
            "a.docx", with_doctype(word(), "word/document.xml", OUTSIDE), "XML entities", id="outside"
        ),
        pytest.param(
            "a.docx", with_doctype(word(), "word/document.xml", LAUGHS), "XML entities", id="laughs"
        ),
        pytest.param(
            "a.xlsx",
            with_doctype(sheets(), "xl/worksheets/sheet1.xml", OUTSIDE),
            "XML entities",
            id="in Excel",
        ),
        pytest.param(
            "a.pptx", with_doctype(slides(), "ppt/slides/slide1.xml", OUTSIDE), "XML entities", id="in slides"
        ),
        pytest.param("a.docx", with_part(word(), "word/media/a.bin", bytes(50_000_000)), "grows", id="bomb"),
        pytest.param("a.zip", archive(a=word()), "an archive", id="archive"),
        pytest.param(
            "a.odt", archive(mimetype=b"application/vnd.oasis.opendocument.text"), "OpenDocument", id="ODT"
        ),
        pytest.param("a.epub", archive(mimetype=b"application/epub+zip"), "e-book", id="e-book"),
        pytest.param("a.pdf", picture("PNG"), "a picture", id="PNG called PDF"),
        pytest.param("a.docx", picture("JPEG"), "a picture", id="JPEG called Word"),
        pytest.param("a.gif", picture("GIF"), "a picture", id="GIF"),
        pytest.param("a.txt", b"MZ\x90\0" + bytes(100), "a program", id="program called text"),
        pytest.param("a.doc", rb"{\rtf1\ansi Text}", "Rich Text", id="RTF"),
        pytest.param("a.csv", b"District,Mines\nAgdam,10\n", "separated values", id="CSV"),
        pytest.param("a.xml", b"<?xml version='1.0'?><a>b</a>", "XML", id="XML"),
        pytest.param(
            "a.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related\n", "web archive", id="MHT"
        ),
        pytest.param(
            "a.txt", b"\x93\xfa\x96\x7b\x8c\xea" * 50, "encoding can't be told", id="unknown encoding"
        ),
        pytest.param(
            "a.txt", ("Мина опасна. " * 20).encode().decode("cp1251").encode(), "garbled", id="mojibake"
        ),
    ],
)
def test_refused(refusal: Refusal, name: str, content: bytes, message: str | None) -> None:
    problem = refusal(name, content)
    assert (problem.path, problem.line, problem.fatal) == (name, 1, True)
    assert (message or "there is no text") in problem.message


def test_a_file_over_the_limit(refusal: Refusal) -> None:
    assert "larger than 20 MB" in refusal("a.pdf", bytes(LARGEST + 1)).message


@pytest.mark.parametrize(
    ("name", "content", "ending"),
    [
        ("a.docx", pdf(), "pdf"),
        ("a.pdf", word(), "docx"),
        ("a", slides(), "pptx"),
        ("a.doc", sheets(), "xlsx"),
        ("a.pdf", f"<!doctype html><p>{TEXT}</p>".encode(), "html"),
        ("a.docx", TEXT.encode(), "txt"),
    ],
)
def test_the_content_tells_what_a_file_is(
    take: Callable[..., object], name: str, content: bytes, ending: str
) -> None:
    imported = take(name, content)
    assert imported.converted.original == f"originals/a.{ending}"  # type: ignore[attr-defined]
    (passage,) = imported.document.passages  # type: ignore[attr-defined]
    assert TEXT in passage.text


def test_an_archive_that_lies_about_its_sizes(refusal: Refusal) -> None:
    """What it says is small is not unpacked further than that."""
    content = bytearray(with_part(word(), "word/document.xml", b"<a>" + b" " * 5_000_000 + b"</a>"))
    entry = content.rindex(b"word/document.xml") - 46
    assert content[entry : entry + 4] == b"PK\x01\x02"
    content[entry + 24 : entry + 28] = (100).to_bytes(4, "little")
    assert "damaged" in refusal("a.docx", bytes(content)).message


def test_more_memory_than_there_is_for_it(refusal: Refusal) -> None:
    """Elements by the million, packed too little to be taken for a bomb."""
    numbers = random.Random(1)  # noqa: S311  # no secret
    empty = "".join(numbers.choices(("<w:p/>", "<w:r/>", "<w:t/>"), k=6_500_000))
    with zipfile.ZipFile(BytesIO(word())) as old:
        xml = old.read("word/document.xml").decode().replace("<w:body>", f"<w:body>{empty}")
    problem = refusal("a.docx", with_part(word(), "word/document.xml", xml.encode()))
    assert "memory" in problem.message
    assert problem.remedy == "Send it in several files"


FILES = {"docx": word(), "pptx": slides(), "xlsx": sheets(), "pdf": pdf(3)}


@pytest.mark.parametrize("ending", FILES)
@pytest.mark.parametrize("seed", range(4))
def test_any_damage_is_refused_or_read(take: Callable[..., object], ending: str, seed: int) -> None:
    """Bytes flipped, cut out, doubled: an answer comes, and none of it is an accident of ours."""
    chance = random.Random(seed)  # noqa: S311  # no secret
    content = bytearray(FILES[ending])
    start = chance.randrange(len(content))
    if seed % 2:
        for _ in range(20):
            content[chance.randrange(len(content))] = chance.randrange(256)
    else:
        content[start : start + chance.randrange(1, 400)] = content[:start][-chance.randrange(200) :]
    try:
        imported = take(f"a.{ending}", bytes(content))
    except CorpusError as error:
        assert error.problem.message  # noqa: PT017  # either is right
        assert error.problem.remedy  # noqa: PT017
    else:
        assert isinstance(imported.document, Document)  # type: ignore[attr-defined]


@pytest.mark.parametrize("length", [0, 1, 3, 4, 8, 30])
def test_the_shortest_files(length: int) -> None:
    """No beginning of a file is enough to break the look at it."""
    for start in (
        b"%PDF-1.4",
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"<!doctype html>",
        b"\xff\xfe",
    ):
        try:
            sniff("a", start[:length])
        except Unreadable as error:
            assert error.remedy  # noqa: PT017  # either is right
