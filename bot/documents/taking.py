"""What a folder of documents brings: what changed in it since it was last published, and what is left."""

from codecs import BOM_UTF8
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bot.documents.adding import BESIDE
from bot.documents.published import Local
from corpus.answering.limits import LIMITS_FILE
from corpus.reading.folder import LARGEST_FILE, ORIGINALS
from corpus.reading.problems import CorpusError, Problem
from storage.drafts import content_hash

MARK = ".workshop-bot"
"""The folder in a folder that says which version that is of; two clones may be of different ones."""
LARGEST_ORIGINAL = 50_000_000
"""Bytes; the Bot API sends no larger file."""


@dataclass(frozen=True, slots=True)
class FromFolder:
    """What a folder brings.

    Attributes:
        files: of the next version, hash by path.
        local: where the content of the folder's files lies, by hash.
        taken: paths that are added, changed or removed by it, with the word for that.
        kept: paths that stay though the folder has them otherwise or not at all: they came another way.
        replaced: paths that were changed in the folder and another way, too; the folder's are taken.
        left: files that are not taken, with the reason.
        since: the version the folder was of.
    """

    files: Mapping[str, str]
    local: Local
    taken: tuple[tuple[str, str], ...]
    kept: tuple[str, ...]
    replaced: tuple[str, ...]
    left: tuple[tuple[str, str], ...]
    since: int = 1


def take_folder(folder: Path, *, base: Mapping[str, str], served: Mapping[str, str]) -> FromFolder:
    """Find what changed in a folder, and lay it over what is served.

    Args:
        folder: of documents.
        base: the files as the folder last had them when it was published, or those served at first.
        served: the files that are served; what came into them another way stays.

    Raises:
        CorpusError: it is no folder of documents.
        OSError: a file can't be read.
    """
    if not (folder / "workshop.yaml").is_file():
        message = "the folder has no workshop.yaml"
        raise CorpusError(
            Problem(str(folder), 1, message, "Name the folder with workshop.yaml and documents")
        )
    found, left = _files(folder, known=base.keys() | served.keys())
    there = {path: content_hash(file.read_bytes()) for path, file in found.items()}
    files = dict(served)
    taken, kept, replaced = [], [], []
    for path in sorted((there.keys() | base.keys() | served.keys()) - {LIMITS_FILE}):
        now, was, serves = there.get(path), base.get(path), served.get(path)
        if now == serves:
            continue
        if now == was:
            kept.append(path)
            continue
        if serves not in (was, now):
            replaced.append(path)
        taken.append((_word(serves, now), path))
        files.pop(path, None)
        if now:
            files[path] = now
    if LIMITS_FILE in there:
        files[LIMITS_FILE] = there[LIMITS_FILE]  # measured anew, should they be of other documents
    local = {there[path]: file for path, file in found.items()}
    return FromFolder(files, local, tuple(taken), tuple(kept), tuple(replaced), tuple(left))


def marked_version(folder: Path) -> int | None:
    """Which version a folder is of, as far as it says."""
    try:
        return int((folder / MARK / "version").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def mark_version(folder: Path, version: int) -> None:
    """Note in a folder which version it is of, out of git's sight; one that can't be written goes without."""
    with suppress(OSError):
        (folder / MARK).mkdir(exist_ok=True)
        (folder / MARK / ".gitignore").write_text("*\n", encoding="utf-8")
        (folder / MARK / "version").write_text(f"{version}\n", encoding="utf-8")


def _word(serves: str | None, now: str | None) -> str:
    if now is None:
        return "removed"
    return "changed" if serves else "added"


def _files(folder: Path, *, known: set[str]) -> tuple[dict[str, Path], list[tuple[str, str]]]:
    """The files that belong to a corpus by path, and those that don't, with the reason."""
    found: dict[str, Path] = {}
    left: list[tuple[str, str]] = []
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder)
        if any(part.startswith(".") for part in path.parts) or not (file.is_file() or file.is_symlink()):
            continue
        name = path.as_posix()
        if reason := _unfit(file, name, known=name in known):
            left.append((name, reason))
        else:
            found[name] = file
    return found, left


def _unfit(file: Path, name: str, *, known: bool) -> str | None:
    """Why a file is not taken; one that was published is, whatever became of it: its damage must show."""
    if file.is_symlink():
        return "a link to another place"
    if not name.isprintable() or "\\" in name:
        return "a name that not every system can hold"
    size = file.stat().st_size
    if name.startswith(f"{ORIGINALS}/"):
        return f"larger than {LARGEST_ORIGINAL:,} bytes" if size > LARGEST_ORIGINAL else None
    if known or name in (*BESIDE, LIMITS_FILE):
        return None
    if not name.endswith(".md"):
        return "no document: import it with 'corpus add' if it should be one"
    # Too large, or damaged in its front matter, it is refused when it is read: it must not go unseen.
    is_document = size > LARGEST_FILE or _opens_front_matter(file.read_bytes())
    return None if is_document else "without front matter"


def _opens_front_matter(content: bytes) -> bool:
    return content.removeprefix(BOM_UTF8).partition(b"\n")[0].rstrip() == b"---"
