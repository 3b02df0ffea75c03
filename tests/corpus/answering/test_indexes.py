"""Indexes that are kept: opened where they are whole and of these documents, else built from them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.answering.indexes import open_or_build, verify
from corpus.index import IndexFolderError
from corpus.ranking import build
from corpus.reading.folder import BUNDLED, Corpus, read_corpus


@pytest.fixture
def corpus() -> Corpus:
    return read_corpus(BUNDLED)


def test_a_kept_index_is_opened_and_finds_the_same(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = open_or_build(corpus, tmp_path, keep=True, least=1)
    assert {folder.name for folder in tmp_path.iterdir()} == set(built)
    monkeypatch.setattr("corpus.index.build", None)  # nothing may be built now
    opened = open_or_build(corpus, tmp_path)
    for language, index in built.items():
        assert opened[language].search("mina mine мина") == index.search("mina mine мина")


@pytest.mark.parametrize("harm", ["damaged", "truncated", "foreign", "of other documents"])
def test_a_kept_index_of_no_use_is_told_and_built_again(corpus: Corpus, tmp_path: Path, harm: str) -> None:
    built = open_or_build(corpus, tmp_path, keep=True, least=1)
    if harm == "damaged":
        (tmp_path / "en" / "index.json").write_text("{", encoding="utf-8")
    elif harm == "truncated":
        largest = max((tmp_path / "en").glob("*.npy"), key=lambda file: file.stat().st_size)
        largest.write_bytes(largest.read_bytes()[:-100])
    elif harm == "foreign":
        (tmp_path / "en" / "index.json").write_text('{"kind": "something else"}', encoding="utf-8")
    else:
        shutil.rmtree(tmp_path / "en")
        shutil.copytree(tmp_path / "az", tmp_path / "en")
    told: list[Exception] = []
    again = open_or_build(corpus, tmp_path, keep=True, least=1, refused=told.append)
    assert [type(error) for error in told] == [IndexFolderError]
    assert "Build it again" in str(told[0])
    assert again["en"].search("mine") == built["en"].search("mine")
    assert verify(tmp_path) == []


def test_a_changed_byte_is_found_when_asked_for(corpus: Corpus, tmp_path: Path) -> None:
    open_or_build(corpus, tmp_path, keep=True, least=1)
    file = max((tmp_path / "en").glob("*.npy"), key=lambda file: file.stat().st_size)
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    assert [file.name in str(error) for error in verify(tmp_path)] == [True]


def test_only_what_is_new_is_read(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document more: the index of all the others is taken over, and equals one built anew."""
    fewer = Corpus(corpus.workshop, corpus.documents[:-1], corpus.terms, (), corpus.folder)
    known = open_or_build(fewer)
    read: list[int] = []
    real = build.read_many
    monkeypatch.setattr(build, "read_many", lambda passages: read.append(len(passages)) or real(passages))
    updated = open_or_build(corpus, known=known)
    assert sum(read) == len(corpus.documents[-1].passages)
    fresh = open_or_build(corpus)
    for language, index in fresh.items():
        assert updated[language].search("mina mine мина", k=50) == index.search("mina mine мина", k=50)


def test_another_process_builds_and_keeps_them(tmp_path: Path) -> None:
    """What the running bot starts for large folders; the bundled workshop is too small to be kept."""
    command = (sys.executable, "-m", "corpus.answering.indexes", BUNDLED, tmp_path / "kept")
    assert subprocess.run(command, check=False, timeout=60).returncode == 0
    assert not (tmp_path / "kept").exists()
