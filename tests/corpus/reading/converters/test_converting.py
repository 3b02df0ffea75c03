"""A file somebody sent becomes a document: its facts, its name, and what the process that reads it may do."""

import datetime as dt
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from corpus.reading import converting
from corpus.reading.converters.naming import safe_id, shown_name
from corpus.reading.problems import CorpusError, Problem
from corpus.workshop import Workshop

TODAY = dt.date(2026, 11, 24)
TEXT = (
    b"How rats work\n\nA rat searches the area of a tennis court in thirty minutes, and that is all it does."
)
PAGE = (
    "<html><head><title>{title}</title></head><body><h1>Rats</h1><p>A rat finds the mines.</p></body></html>"
)
Take = Callable[..., object]


def head(imported: object) -> dict[str, object]:
    document = imported.document  # type: ignore[attr-defined]
    return {name: getattr(document, name) for name in ("id", "title", "theme", "language", "date", "review")}


def test_what_is_not_given_is_found(take: Take) -> None:
    imported = take("Rat_report final.txt", TEXT)
    assert head(imported) == {
        "id": "rat-report-final",
        "title": "How rats work",
        "theme": "practical",
        "language": "en",
        "date": TODAY,
        "review": dt.date(2027, 11, 24),
    }
    (note,) = imported.converted.notes  # type: ignore[attr-defined]
    assert note.message == "its theme was not given, 'practical' is taken"
    assert not note.fatal


def test_what_is_given_holds(take: Take) -> None:
    given = {
        "id": "Rats & dogs",
        "title": "Rats: a “report”",
        "theme": "technology",
        "language": "tr",
        "date": dt.date(2023, 11, 28),
        "review": dt.date(2024, 2, 29),
    }
    imported = take("a.txt", TEXT, **given)
    assert head(imported) == {**given, "id": "rats-dogs"}
    assert imported.converted.notes == ()  # type: ignore[attr-defined]


def test_a_fact_that_can_t_be_is_named(take: Take) -> None:
    """As in any document, with the line it would stand in."""
    for facts, fault in (
        ({"theme": "rodents"}, "'rodents' is not known"),
        ({"language": "no way"}, "language"),
    ):
        with pytest.raises(CorpusError, match=fault):
            take("a.txt", TEXT, **facts)
    assert len(head(take("a" * 200_000, TEXT, title="Rats " * 50_000))["title"]) <= 200  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Крысы находят мины.", "ru"),
        ("Siçovullar mina tapır və heç vaxt yorulmur.", "az"),
        ("Rats find mines.", "en"),
        ("Ratten finden Minen, und das ist für alle gut. " * 20, "de"),
        ("Mayın aramak için bir köpek daha gerekir ve bu çok iyidir. " * 20, "tr"),
        ("1 2 3", "en"),
    ],
)
def test_the_language_is_told_by_the_words(take: Take, text: str, language: str) -> None:
    """Of a few words only a language the workshop speaks is believed."""
    assert head(take("a.txt", text.encode()))["language"] == language


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ("Rats & mines", "Rats & mines"),
        ("Microsoft Word - a.doc", "How rats work"),
        ("untitled", "How rats work"),
        ("Slide 1", "How rats work"),
        ("", "How rats work"),
    ],
)
def test_a_title_that_a_program_gave_is_none(take: Take, given: str, title: str) -> None:
    content = f"---\ntitle: '{given}'\n---\n# How rats work\n\nA rat finds the mines."
    assert head(take("a.md", content.encode()))["title"] == title


@pytest.mark.parametrize(
    ("day", "date"),
    [
        ("2023-11-28", dt.date(2023, 11, 28)),
        ("2027-01-01", TODAY),
        ("1980-01-01", TODAY),
        ("'2023-13-45'", TODAY),
    ],
)
def test_a_day_that_can_t_be_is_not_believed(take: Take, day: str, date: dt.date) -> None:
    content = f"---\ndate: {day}\n---\n# Rats\n\nA rat finds mines."
    assert head(take("a.md", content.encode()))["date"] == date


def test_the_day_after_a_leap_day(workshop: Workshop) -> None:
    leap = dt.date(2028, 2, 29)
    converted = converting.convert("a.txt", TEXT, workshop=workshop, today=leap)
    assert "review: 2029-02-28\n" in converted.markdown


def test_a_web_page_is_cited_with_its_address(take: Take) -> None:
    page = PAGE.format(title="Rats").replace(
        "<title>", '<link rel="canonical" href="https://a.org/r"><title>'
    )
    (passage,) = take("a.html", page.encode()).document.passages  # type: ignore[attr-defined]
    assert [source.url for source in passage.sources] == ["https://a.org/r"]


NAMES = [
    ("../../etc/passwd", "passwd", "passwd"),
    ("/etc/cron.d/x.pdf", "x", "x.pdf"),
    (r"C:\docs\a b.pdf", "a-b", "a b.pdf"),
    ("a\0b.pdf", "a-b", "a b.pdf"),
    ("Отчёт о щенках.docx", "otchet-o-shchenkakh", "Отчёт о щенках.docx"),
    ("Mina təhlükəsi – ərazi.pdf", "mina-tehlukesi-erazi", "Mina təhlükəsi – ərazi.pdf"),
    ("Жұмыс Größe.pdf", "zhmys-grosse", "Жұмыс Größe.pdf"),
    ("..", None, ".."),
    ("日本語.pdf", None, "日本語.pdf"),
    (".hidden", "hidden", ".hidden"),
    ("a" * 500 + ".pdf", "a" * 60, "a" * 116 + ".pdf"),
    ("a\nb\t<b>.pdf", "a-b-b", "a b <b>.pdf"),
    ("", "the-file", "the file"),
    ("con.txt", "con", "con.txt"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "expected", "shown"), NAMES)
def test_any_name_becomes_a_safe_id(take: Take, name: str, expected: str | None, shown: str) -> None:
    """Neither a folder nor a letter that a file system minds gets through."""
    assert shown_name(name) == shown
    imported = take(name, TEXT)
    identity = imported.converted.id  # type: ignore[attr-defined]
    if expected is None:
        assert identity.startswith("document-")
    else:
        assert identity == expected
    assert imported.converted.original == f"originals/{identity}.txt"  # type: ignore[attr-defined]
    assert Path("/corpus", imported.document.original).resolve().parent == Path("/corpus/originals")  # type: ignore[attr-defined]


def test_names_without_latin_letters_have_ids_of_their_own() -> None:
    assert len({safe_id(name) for name in ("日本語", "中文", "", "…")}) == 4


@pytest.fixture
def instead(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """Has the process that reads a Word file run something else in the place of its library."""

    def instead(program: str) -> None:
        (tmp_path / "docx.py").write_text(program, encoding="utf-8")
        monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    return instead


@pytest.fixture
def word() -> bytes:
    """What is taken for a Word file."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    return file.getvalue()


def test_without_the_extra_it_is_said_how_to_install_it(
    instead: Callable[[str], None], word: bytes, refusal: Callable[[str, bytes], Problem]
) -> None:
    instead("raise ModuleNotFoundError('no docx', name='docx')")
    problem = refusal("a.docx", word)
    assert str(problem) == (
        "a.docx:1: reading it needs docx. Install it with: pip install 'workshop-bot[documents]'."
    )


def test_the_token_stays_with_the_bot(
    instead: Callable[[str], None],
    word: bytes,
    refusal: Callable[[str, bytes], Problem],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BOT_TOKEN", "123:secret")
    instead("import os; raise ModuleNotFoundError(name=str([key for key in os.environ if 'BOT' in key]))")
    assert "needs []" in refusal("a.docx", word).message


@pytest.mark.parametrize(
    "deed",
    [
        "import socket; socket.create_connection(('127.0.0.1', {port}), 1)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.fork()",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:{port}')",
    ],
)
def test_no_network_and_no_programs(
    instead: Callable[[str], None], word: bytes, refusal: Callable[[str, bytes], Problem], deed: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        instead(deed.format(port=server.getsockname()[1]))
        assert "PermissionError" in refusal("a.docx", word).message
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no such limits")
def test_no_files_are_written(
    instead: Callable[[str], None], word: bytes, refusal: Callable[[str, bytes], Problem], tmp_path: Path
) -> None:
    instead(f"open({str(tmp_path / 'written')!r}, 'w').write('x' * 100_000)")
    assert "broke off" in refusal("a.docx", word).message or not (tmp_path / "written").stat().st_size
    assert not (tmp_path / "written").stat().st_size


@pytest.mark.skipif(sys.platform != "linux", reason="the system does not keep to such limits")
def test_no_more_memory_than_allowed(
    instead: Callable[[str], None], word: bytes, refusal: Callable[[str, bytes], Problem]
) -> None:
    instead("bytearray(700 * 2**20)")
    assert refusal("a.docx", word).message == "reading it takes more than 600 MB of memory"


def test_no_more_time_than_allowed(
    instead: Callable[[str], None],
    word: bytes,
    refusal: Callable[[str, bytes], Problem],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is ended, not left behind."""
    monkeypatch.setattr(converting, "SECONDS", 2)
    instead("import os, time; print(os.getpid(), file=open(2, 'w')); time.sleep(60)")
    before = children()
    assert refusal("a.docx", word).message == "reading it takes longer than 2 seconds"
    assert children() <= before


def children() -> set[str]:
    listed = subprocess.run(
        ["ps", "--ppid", str(os.getpid()), "-o", "args="], capture_output=True, text=True, check=False
    )
    return {line for line in listed.stdout.splitlines() if "converters" in line}


def test_a_crash_is_an_answer_too(
    instead: Callable[[str], None], word: bytes, refusal: Callable[[str, bytes], Problem]
) -> None:
    instead("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)")
    assert refusal("a.docx", word).message == "reading it broke off (signal 11)"


def test_the_libraries_are_not_loaded_by_the_bot() -> None:
    """Neither to answer nor to import: only the process of its own has them."""
    program = (
        "import sys, bot.cli, bot.terminal, corpus.answering.answerer, corpus.reading.converting\n"
        "print([name for name in ('docx', 'pptx', 'openpyxl', 'pypdfium2', 'trafilatura', 'lxml')"
        " if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
