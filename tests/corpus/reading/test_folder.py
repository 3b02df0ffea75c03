"""One bad file is named with line and remedy, and never takes the others down."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest

from corpus.index import PassageIndex
from corpus.reading.folder import BUNDLED, LARGEST_FILE, Corpus, read_corpus
from corpus.reading.problems import Problem

BODY = """
A rat searches the area of a tennis court in thirty minutes. A person with a detector needs four days.

Sources: apopo
"""
MALFORMED = [
    ("no front matter", "---\nid: rats", "id: rats", 1, "no front matter"),
    ("front matter left open", "---\n## How", "## How", 1, "no front matter"),
    ("front matter is a text", "---\nid: rats", "---\nrats\n---\n---", 2, "no list of fields"),
    ("front matter is no YAML", "language: en", "language: [en", 6, "no YAML"),
    ("missing id", "id: rats\n", "", 2, "id: field required"),
    ("missing title", "title: Rats that find mines\n", "", 2, "title: field required"),
    ("missing theme", "theme: technology\n", "", 2, "theme: field required"),
    ("missing language", "language: en\n", "", 2, "language: field required"),
    ("missing date", "date: 2023-11-28\n", "", 2, "date: field required"),
    ("missing review", "review: 2024-11-28\n", "", 2, "review: field required"),
    ("empty title", "title: Rats that find mines", "title: ' '", 3, "title: "),
    ("id with a capital", "id: rats", "id: Rats", 2, "id: "),
    ("unknown theme", "theme: technology", "theme: rodents", 4, "'rodents' is not known"),
    ("language read as false", "language: en", "language: no", 5, "language: "),
    ("day that is text", "date: 2023-11-28", "date: last autumn", 6, "date: "),
    ("day that can't be", "date: 2023-11-28", "date: 2023-13-45", 6, "month must be in 1..12"),
    ("day with an hour", "date: 2023-11-28", "date: 2023-11-28 10:00:00", 6, "date: "),
    ("review day that can't be", "review: 2024-11-28", "review: 2024-02-30", 7, "day is out of range"),
    ("the same field twice", "language: en", "language: en\nlanguage: az", 6, "'language' stands twice"),
    ("sources as a text", "  apopo: {title: 'APOPO, annual report', url: 'https://apopo.org'}", "  apopo", 8,
     "sources: "),
    ("original outside its folder", "review: ", "original: originals/../rats.pdf\nreview: ", 7, "original: "),
    ("hidden original", "review: ", "original: originals/..\nreview: ", 7, "original: "),
    ("sharing left open", "review: ", "share: perhaps\nreview: ", 7, "share: "),
    ("source without a title", "{title: 'APOPO, annual report', url", "{url", 9, "apopo.title: "),
    ("source with a bad address", "https://apopo.org", "javascript:alert(1)", 9, "apopo.url: "),
    ("nested without end", "title: Rats that find mines", "title: " + "[" * 100_000, 3, "too deeply nested"),
    ("text before a heading", "---\n## How", "---\nStray words.\n\n## How", 11, "before the first heading"),
    ("heading without words", "## How fast a rat works", "##", 11, "heading without words"),
    ("section without a source", "Sources: apopo\n", "", 11, "names no source"),
    ("source line inside a paragraph", "days.\n\nSources", "days.\nSources", 11, "names no source"),
    ("unknown source key", "Sources: apopo", "Sources: apopo, nasa", 11, "the source 'nasa' is not listed"),
    ("heading twice", "Sources: apopo\n", "Sources: apopo\n\n## How fast a rat works\nA.\n\nSources: field\n",
     17, "stands twice"),
    ("nothing but a heading", BODY, "", 1, "no section with text"),
    ("text in HTML", "Sources: apopo", "<div>Never shown</div>\n\nSources: apopo", 15, "text in HTML"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [pytest.param(*case, id=name) for name, *case in MALFORMED],
)
def test_malformed_document(folder: Path, document: str, old: str, new: str, line: int, message: str) -> None:
    """The problem names file, line, fault and remedy; the sound document is served all the same."""
    assert old in document
    (folder / "rats.md").write_text(document.replace(old, new, 1), encoding="utf-8")
    problem = only_problem(folder)
    assert (problem.path, problem.line) == ("rats.md", line)
    assert message in problem.message
    assert problem.remedy
    assert problem.fatal


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"", "no front matter", id="empty"),
        pytest.param(b" \n\n", "no front matter", id="blank"),
        pytest.param(b"---\n---\n# A", "no list of fields", id="empty front matter"),
        pytest.param("Мина".encode("cp1251"), "no UTF-8", id="another encoding"),
        pytest.param("---\nid: rats".encode("utf-16"), "no UTF-8", id="UTF-16"),
        pytest.param(bytes(range(256)) * 10, "no UTF-8", id="a picture"),
        pytest.param(b"\0" * 100, "no front matter", id="zeros"),
        pytest.param(b"x" * (LARGEST_FILE + 1), "larger than 5,000,000 bytes", id="huge"),
    ],
)
def test_file_that_is_no_document(folder: Path, content: bytes, message: str) -> None:
    (folder / "rats.md").write_bytes(content)
    problem = only_problem(folder)
    assert problem.path == "rats.md"
    assert message in problem.message


def test_unreadable_file(folder: Path) -> None:
    """A folder that is called like a document, and a link to nothing."""
    (folder / "a.md").mkdir()
    (folder / "b.md").symlink_to(folder / "gone")
    corpus = read_corpus(folder)
    assert [problem.path for problem in corpus.problems] == ["a.md", "b.md"]
    assert all("can't be read" in problem.message for problem in corpus.problems)
    assert served(corpus) == ["sound"]


def test_originals_are_not_read(folder: Path) -> None:
    """What documents were imported from lies beside them, Markdown too."""
    (folder / "originals").mkdir()
    (folder / "originals" / "rats.md").write_text("No front matter.", encoding="utf-8")
    assert read_corpus(folder).problems == ()


def test_same_id_twice(folder: Path, document: str) -> None:
    """The first file by name keeps the id; the second one names the first."""
    (folder / "more").mkdir()
    (folder / "more" / "twin.md").write_text(document.replace("id: rats", "id: sound"), encoding="utf-8")
    corpus = read_corpus(folder)
    (problem,) = corpus.problems
    assert "taken by more/twin.md" in problem.message
    assert served(corpus) == ["sound"]


@pytest.mark.parametrize(
    "encode",
    [
        pytest.param(lambda text: b"\xef\xbb\xbf" + text.encode(), id="byte order mark"),
        pytest.param(lambda text: text.replace("\n", "\r\n").encode(), id="Windows line ends"),
        pytest.param(lambda text: text.rstrip().encode(), id="no last line end"),
        pytest.param(
            lambda text: text.replace("Sources", "<!-- to be checked\nby two -->\n\nSources").encode(),
            id="comment",
        ),
    ],
)
def test_harmless_differences(folder: Path, document: str, encode: Callable[[str], bytes]) -> None:
    """The same passage comes out, with the same id and fingerprint."""
    (folder / "rats.md").write_bytes(encode(document))
    corpus = read_corpus(folder)
    assert corpus.problems == ()
    one, other = corpus.passages
    assert (one.sentences, one.fingerprint) == (other.sentences, other.fingerprint)
    assert one.id == "rats#how-fast-a-rat-works"


def test_long_section_is_only_noted(folder: Path, document: str) -> None:
    """Over 150 words under a heading: served, with a note that names the heading's line."""
    (folder / "rats.md").write_text(
        document.replace("days.", "days. " + "More words. " * 75), encoding="utf-8"
    )
    corpus = read_corpus(folder)
    (note,) = corpus.problems
    assert (note.line, note.fatal) == (11, False)
    assert served(corpus) == ["rats", "sound"]


def test_order_of_the_file_system_is_no_matter(bundled: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever order folders list their files in, the same index comes out."""
    scandir, listed = os.scandir, []

    def backwards(path: str) -> AbstractContextManager[list[os.DirEntry[str]]]:
        with scandir(path) as entries:
            listed.append(sorted(entries, key=lambda entry: entry.name, reverse=True))
        return nullcontext(listed[-1])

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", backwards)
        again = read_corpus(BUNDLED)
    assert max(map(len, listed)) > 10
    assert again.documents == bundled.documents
    assert [term.id for term in again.terms] == [term.id for term in bundled.terms]
    one, other = (PassageIndex.from_texts(p.text for p in corpus.passages) for corpus in (bundled, again))
    assert one.search("dogs that find mines", k=50) == other.search("dogs that find mines", k=50)


def only_problem(folder: Path) -> Problem:
    corpus = read_corpus(folder)
    assert served(corpus) == ["sound"]
    (problem,) = corpus.problems
    return problem


def served(corpus: Corpus) -> list[str]:
    return [document.id for document in corpus.documents]
