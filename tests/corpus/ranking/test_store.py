"""A saved index opens as it was, and a folder that is anything else is refused with a reason."""

import json
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from corpus.index import IndexFolderError, PassageIndex
from corpus.ranking import store
from corpus.ranking.store import DESCRIPTION

TEXTS = ["Mines are cleared by dogs. Rats help.", "Земля без мин", "", "Dogs and mines " * 30]
TEXTS += [f"Rain {number}" for number in range(30)]
HEADINGS = ["Clearing", "", "Nothing", "Dogs", *["Weather"] * 30]


@pytest.fixture
def index() -> PassageIndex:
    return PassageIndex.from_texts(TEXTS, headings=HEADINGS)


@pytest.fixture
def saved(index: PassageIndex, tmp_path: Path) -> Path:
    index.save(tmp_path / "index")
    return tmp_path / "index"


@pytest.mark.parametrize("texts", [TEXTS, TEXTS[:1], [""], []])
def test_opened_as_saved(texts: list[str], tmp_path: Path) -> None:
    """Whatever is asked, down to no passage at all."""
    index = PassageIndex.from_texts(texts, language="ru")
    index.save(tmp_path / "index")
    opened = PassageIndex.load(tmp_path / "index", corpus=index.fingerprint)
    for question in ("mines", "dgos rats", "мина", ""):
        assert opened.search(question) == index.search(question)
        assert opened.rank(question) == index.rank(question)
    assert (opened.language, opened.size) == ("ru", len(texts))
    PassageIndex.verify(tmp_path / "index")


def test_opened_without_being_read(saved: Path) -> None:
    """The files are mapped: their pages are shared by all who have the index open."""
    arrays = PassageIndex.load(saved).parts.arrays()
    for name in ("postings-passages", "postings-weights", "sequences-tokens", "words-letters"):
        assert isinstance(arrays[name].base, np.memmap), name


def test_replaced_as_a_whole(saved: Path) -> None:
    """Who has the old one open goes on with it; nothing else is left in the folder above."""
    opened = PassageIndex.load(saved)
    PassageIndex.from_texts(["rats"]).save(saved)
    assert [hit.position for hit in opened.search("mines")] == [3, 0]
    assert PassageIndex.load(saved).size == 1
    assert [path.name for path in saved.parent.iterdir()] == ["index"]


def test_a_posting_is_eight_bytes() -> None:
    texts = [f"word{number} word{number + 1}" for number in range(5_000)]
    arrays = PassageIndex.from_texts(texts).parts.arrays()
    assert len(arrays["postings-dense"]) == 0
    assert arrays["postings-passages"].nbytes + arrays["postings-weights"].nbytes == 8 * 10_000


def described(change: Callable[[dict[str, object]], object]) -> Callable[[Path], object]:
    def write(folder: Path) -> None:
        content = json.loads((folder / DESCRIPTION).read_text())
        del content["checksum"]
        change(content)
        signed = {**content, "checksum": store._digest(content)}  # noqa: SLF001  # as a program that means it
        (folder / DESCRIPTION).write_text(json.dumps(signed))

    return write


def cut(folder: Path) -> None:
    file = folder / "postings-weights.npy"
    file.write_bytes(file.read_bytes()[:-1])


def swapped(folder: Path) -> None:
    shutil.copy(folder / "postings-passages.npy", folder / "postings-weights.npy")


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (shutil.rmtree, "index.json can't be read"),
        (lambda folder: (folder / DESCRIPTION).write_text("{"), "index.json is damaged"),
        (lambda folder: (folder / DESCRIPTION).write_text("[" * 100_000), "index.json is damaged"),
        (lambda folder: (folder / DESCRIPTION).write_bytes(b"\xff"), "index.json is damaged"),
        (lambda folder: (folder / DESCRIPTION).write_text("[]"), "is of something else"),
        (described(lambda content: content.update(kind="a mill")), "is of something else"),
        (described(lambda content: content.update(format=99)), "format is 99"),
        (described(lambda content: content.update(analysis="0")), "other analysis"),
        (described(lambda content: content.update(passages="four")), "do not fit together"),
        (described(lambda content: content.pop("passages")), "do not fit together"),
        (described(lambda content: content.pop("files")), "index.json is damaged"),
        (described(lambda content: content.update(files={})), "do not fit together"),
        (cut, "postings-weights.npy has"),
        (swapped, "postings-weights.npy holds other numbers"),
        (lambda folder: (folder / "terms-starts.npy").unlink(), "terms-starts.npy can't be read"),
        (lambda folder: (folder / "keys.npy").write_bytes(b""), None),
    ],
)  # fmt: skip
def test_refused(saved: Path, damage: Callable[[Path], object], reason: str | None) -> None:
    """Damaged, truncated, foreign: the error names the folder, the fault and the way out."""
    damage(saved)
    if reason is None:  # a file more is no matter
        assert PassageIndex.load(saved).size == len(TEXTS)
        return
    with pytest.raises(IndexFolderError, match="Build it again") as refused:
        PassageIndex.load(saved)
    assert str(saved) in str(refused.value)
    assert reason in str(refused.value)


def test_another_corpus_is_refused(saved: Path) -> None:
    other = PassageIndex.from_texts(TEXTS[::-1], headings=HEADINGS)
    with pytest.raises(IndexFolderError, match="other corpus"):
        PassageIndex.load(saved, corpus=other.fingerprint)


@pytest.mark.parametrize("name", ["postings-weights", "words-letters", "sequences-tokens"])
def test_verify_finds_a_changed_byte(saved: Path, name: str) -> None:
    """What opening can't see without reading it all."""
    file = saved / f"{name}.npy"
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    PassageIndex.load(saved)
    with pytest.raises(IndexFolderError, match=f"{name}.npy is not as it was written"):
        PassageIndex.verify(saved)


def test_a_folder_that_cannot_be_written_leaves_nothing(index: PassageIndex, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        index.save(tmp_path / "file" / "index")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_text("mine")
    with pytest.raises(FileExistsError, match="something else"):
        PassageIndex.from_texts(["mines"]).save(tmp_path)
    assert precious.read_text() == "mine"


@pytest.mark.parametrize(("field", "value"), [("passages", 100), ("passages", 3.0), ("language", "de")])
def test_a_description_that_was_changed_is_refused(tmp_path: Path, field: str, value: object) -> None:
    folder = tmp_path / "index"
    PassageIndex.from_texts(["mines", "dogs", "rats"]).save(folder)
    described = json.loads((folder / "index.json").read_text())
    (folder / "index.json").write_text(json.dumps({**described, field: value}))
    with pytest.raises(IndexFolderError):
        PassageIndex.load(folder)


def test_two_that_save_at_once_leave_one_whole_index(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    indexes = [PassageIndex.from_texts([f"mines {number}"]) for number in range(2)]
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(lambda number: indexes[number % 2].save(folder), range(60)))
    PassageIndex.verify(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["index"]
