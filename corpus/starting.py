"""A new workshop's folder, ready to fill in: samples with notes, and what is still to be done in one."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from corpus.reading.folder import BUNDLED
from corpus.reading.problems import Problem

STARTER = Path(__file__).parent / "starter"
"""The samples; the safety cards come from the bundled workshop, their one home."""

_LEFT = re.compile(r"\bTODO\b:?\s*([^'\"}#]*)")
_SAMPLE_NUMBER = re.compile(r"number:\s*'000'")


def start(folder: Path) -> list[Path]:
    """Write a workshop's first files, and give their paths inside the folder.

    Raises:
        FileExistsError: something is there already; it is left alone.
        OSError: the folder can't be written.
    """
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise FileExistsError(f"{folder} is not empty")
    shutil.copytree(STARTER, folder, dirs_exist_ok=True)
    with (folder / "workshop.yaml").open("a", encoding="utf-8") as file:
        file.write(_cards())
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())


def to_do(folder: Path) -> Iterator[Problem]:
    """The lines that still wait for the maintainer."""
    for file in sorted(folder.rglob("*")):
        if file.suffix in (".yaml", ".md", ".jsonl") and file.is_file():
            path = file.relative_to(folder).as_posix()
            lines = file.read_text(encoding="utf-8-sig", errors="replace").splitlines()
            for number, line in enumerate(lines, 1):
                left = _LEFT.search(line)
                if left or _SAMPLE_NUMBER.search(line):
                    said = left[1].strip(" .") if left else "the emergency number"
                    yield Problem(path, number, f"to do: {said or 'fill this in'}", "Then take the TODO out")


def _cards() -> str:
    """The cards of the bundled `workshop.yaml`, as they stand there at its end."""
    text = (BUNDLED / "workshop.yaml").read_text(encoding="utf-8")
    return text[text.index("\n  found:\n") + 1 :]
