"""A new workshop: its samples can be served at once, and the check leads to a folder without a fault."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.reading.folder import BUNDLED, read_corpus
from corpus.starting import start, to_do


def command(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments], capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    start(tmp_path / "new")
    return tmp_path / "new"


def test_the_samples_can_be_read_as_they_are(folder: Path) -> None:
    corpus = read_corpus(folder)
    assert not corpus.problems
    assert [passage.heading for passage in corpus.passages] == [
        "Where the workshop takes place",
        "How participants register at the workshop",
    ]


def test_the_safety_cards_are_those_of_the_bundled_workshop(folder: Path) -> None:
    assert read_corpus(folder).workshop.safety.cards == read_corpus(BUNDLED).workshop.safety.cards


def test_every_line_that_waits_is_named_with_what_to_write(folder: Path) -> None:
    waiting = [
        f"{path.relative_to(folder).as_posix()}:{number}"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if "TODO" in line
    ]
    said = list(to_do(folder))
    assert sorted(f"{one.path}:{one.line}" for one in said) == sorted(waiting)
    assert len(said) > 10
    assert all(len(one.message) > len("to do: xx") for one in said)


def test_the_check_fails_until_the_last_line_is_filled_in(folder: Path) -> None:
    before = command("corpus", "check", str(folder))
    assert (before.returncode, "workshop.yaml:4: to do: the name of the workshop." in before.stdout) == (
        1,
        True,
    )
    for path in folder.rglob("*.*"):
        filled = re.sub(r"TODO:? ?", "", path.read_text(encoding="utf-8"))
        path.write_text(filled.replace("'000'", "'113'"), encoding="utf-8")
    after = command("corpus", "check", str(folder))
    assert after.returncode == 0, after.stdout
    assert "note: the theme 'programme' has no document" in after.stdout


def test_the_sample_number_is_never_taken_for_a_real_one(folder: Path) -> None:
    file = folder / "workshop.yaml"
    file.write_text(re.sub(r"TODO:? ?", "", file.read_text(encoding="utf-8")), encoding="utf-8")
    assert [one.message for one in to_do(folder) if one.path == file.name] == ["to do: the emergency number"]


def test_a_golden_question_whose_words_stand_nowhere_is_a_fault(folder: Path) -> None:
    file = folder / "en" / "practical.md"
    file.write_text(file.read_text(encoding="utf-8").replace("08:30", "09:00"), encoding="utf-8")
    said = command("corpus", "check", str(folder)).stdout
    assert "questions.jsonl:2: no passage holds 'from 08:30 on'" in said


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep", encoding="utf-8")
    done = command("init", str(tmp_path))
    assert (done.returncode, [path.name for path in tmp_path.iterdir()]) == (2, ["mine.txt"])
    assert "is not empty" in done.stderr
