"""What a folder brings: what changed in it since it was of a version, laid over what is served."""

from pathlib import Path

import pytest

from bot.documents.taking import FromFolder, mark_version, marked_version, take_folder
from corpus.reading.problems import CorpusError
from storage.drafts import content_hash

DOCUMENT = "---\nid: x\n---\n"


def of(**contents: str) -> dict[str, str]:
    """Hashes of files whose names are given without their ending."""
    return {"workshop.yaml": content_hash(b"w")} | {
        f"{name}.md": content_hash((DOCUMENT + content).encode()) for name, content in contents.items()
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "workshop.yaml").write_bytes(b"w")
    return tmp_path


def taken(folder: Path, *, base: dict[str, str], served: dict[str, str], **contents: str) -> FromFolder:
    for name, content in contents.items():
        (folder / f"{name}.md").write_text(DOCUMENT + content, encoding="utf-8")
    return take_folder(folder, base=base, served=served)


def test_what_is_new_changed_and_gone_is_taken(folder: Path) -> None:
    base = of(a="1", b="1", c="1")
    found = taken(folder, base=base, served=base, a="1", b="2", d="1")
    assert found.taken == (("changed", "b.md"), ("removed", "c.md"), ("added", "d.md"))
    assert found.files == of(a="1", b="2", d="1")
    assert found.kept == found.replaced == ()


def test_what_came_another_way_stays(folder: Path) -> None:
    """A correction in the chat, a new document, one taken out: the folder has not been told of them."""
    found = taken(folder, base=of(a="1", b="1"), served=of(a="2", c="1"), a="1", b="1")
    assert found.taken == ()
    assert found.files == of(a="2", c="1")
    assert found.kept == ("a.md", "b.md", "c.md")


def test_what_changed_both_ways_is_taken_and_named(folder: Path) -> None:
    found = taken(folder, base=of(a="1"), served=of(a="2"), a="3")
    assert found.taken == (("changed", "a.md"),)
    assert found.replaced == ("a.md",)


def test_the_same_change_both_ways_is_none(folder: Path) -> None:
    found = taken(folder, base=of(a="1"), served=of(a="2"), a="2")
    assert found.taken == found.kept == found.replaced == ()


def test_what_is_no_document_is_left_with_the_reason(folder: Path) -> None:
    (folder / "README.md").write_text("# About\n", encoding="utf-8")
    (folder / "report.pdf").write_bytes(b"%PDF")
    (folder / "secret.md").symlink_to("/etc/hostname")
    (folder / ".git").mkdir()
    (folder / ".git" / "x.md").write_text(DOCUMENT, encoding="utf-8")
    (folder / "originals").mkdir()
    (folder / "originals" / "report.pdf").write_bytes(b"%PDF")
    found = taken(folder, base=of(), served=of(), a="1")
    assert [path for path, _ in found.left] == ["README.md", "report.pdf", "secret.md"]
    assert found.taken == (("added", "a.md"), ("added", "originals/report.pdf"))


def test_a_published_document_that_lost_its_front_matter_is_taken_so_that_its_damage_shows(
    folder: Path,
) -> None:
    (folder / "a.md").write_text("no front matter", encoding="utf-8")
    assert taken(folder, base=of(a="1"), served=of(a="1")).taken == (("changed", "a.md"),)


def test_a_new_document_with_damaged_front_matter_is_taken_so_that_its_damage_shows(folder: Path) -> None:
    (folder / "a.md").write_bytes(b"\xef\xbb\xbf---\r\ntitle: [broken\r\n---\r\n## x\r\n")
    assert taken(folder, base=of(), served=of()).taken == (("added", "a.md"),)


def test_a_folder_without_an_event_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"workshop\.yaml"):
        take_folder(tmp_path, base={}, served={})


def test_a_folder_says_which_version_it_is_of(folder: Path) -> None:
    assert marked_version(folder) is None
    mark_version(folder, 7)
    assert marked_version(folder) == 7
    assert (folder / ".workshop-bot" / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert taken(folder, base=of(), served=of()).taken == ()
