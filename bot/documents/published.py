"""What is served: read from the database, brought to disk whole and prepared, opened."""

import asyncio
import errno
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.documents.aside import aside
from bot.documents.version_folders import VersionFolders, write
from corpus.answering.prepared import PREPARED, open_prepared, prepare
from storage import corpora, drafts
from storage.corpora import Serving
from storage.database import Database
from storage.drafts import content_hash

WRITTEN_AT_ONCE = 100
"""Files that one hop to another thread writes."""

Local = Mapping[str, Path]
"""Where content lies on this disk, by its hash."""


class ChangedMeanwhile(OSError):  # noqa: N818 - it says what happened
    """A file was written while it was read; the message says which."""


@dataclass(frozen=True, slots=True)
class Served:
    """What is served now.

    Attributes:
        serving: number of the serving, 0 while nothing was published.
        version: number of the version, None while nothing was published.
        files: the hash of each file by path.
        local: where the content lies while nothing was published.
    """

    serving: int
    version: int | None
    files: Mapping[str, str]
    local: Local = field(default_factory=dict)


async def latest(database: Database) -> Serving | None:
    """The serving in force, None while nothing was published, also in a database of an older program.

    Raises:
        DatabaseUnavailable: the database can't be read.
    """
    async with database.reading() as session:
        return await corpora.latest(session) if await corpora.has_tables(session) else None


async def read_served(database: Database, unpublished: Path) -> Served:
    """What is served now.

    Args:
        database: with its tables.
        unpublished: the folder that is served while nothing was published.

    Raises:
        DatabaseUnavailable: the database can't be read.
        OSError: the folder can't be read.
    """
    async with database.reading() as session:
        serving = await corpora.latest(session)
        if serving:
            return Served(serving.number, serving.version, await corpora.files(session, serving.version))
    hashes = await asyncio.to_thread(hashed, unpublished)
    return Served(0, None, hashes, {content: unpublished / path for path, content in hashes.items()})


async def find(database: Database, folders: VersionFolders) -> Path | None:
    """The folder of the published version, brought to this disk; None while nothing was published.

    Raises:
        CorpusError, DatabaseUnavailable, OSError, WorkFailed: as `brought`.
    """
    serving = await latest(database)
    return await brought_version(database, folders, serving.version) if serving else None


async def brought_version(
    database: Database, folders: VersionFolders, version: int, *, known: Path | None = None
) -> Path:
    """The folder of a version; see `brought`."""
    async with database.reading() as session:
        files = await corpora.files(session, version)
    return await brought(database, folders, files, known=known)


async def brought(
    database: Database,
    folders: VersionFolders,
    files: Mapping[str, str],
    *,
    known: Path | None = None,
    local: Local | None = None,
) -> Path:
    """The folder with these files, whole and prepared; made where it is not there.

    Args:
        database: where their content is kept.
        folders: where they belong.
        files: hash by path.
        known: a prepared folder of another version: what stands there too is not analysed again.
        local: where content lies on this disk, as far as it does.

    Raises:
        CorpusError: `workshop.yaml` can't be used.
        DatabaseUnavailable: the database can't be read.
        OSError: the disk is full, or can't be written.
        WorkFailed: they could not be prepared.
    """
    if await asyncio.to_thread(folders.is_whole, files):
        return folders.place(files)
    with folders.new() as folder:
        await fill(database, folder, files, local=local)
        await aside(prepare_folder, folder, known)
        return await asyncio.to_thread(folders.settle, folder, files)


def prepare_folder(folder: Path, known: Path | None) -> None:
    """Prepare a folder, knowing another one."""
    usable = known is not None and (known / PREPARED).is_dir()
    prepare(folder, known=open_prepared(known).indexes if known and usable else None)


async def fill(
    database: Database, folder: Path, files: Mapping[str, str], *, local: Local | None = None
) -> None:
    """Write files into a folder, their content from this disk where it lies there, else from the database.

    Raises:
        DatabaseUnavailable: the database can't be read.
        OSError: the folder can't be written, or content is missing or was changed meanwhile.
    """
    paths: dict[str, list[str]] = {}
    for path, content in files.items():
        paths.setdefault(content, []).append(path)
    here = {content: place for content, place in (local or {}).items() if content in paths}
    await asyncio.to_thread(_copy, folder, paths, here)
    wanted = paths.keys() - here.keys()
    waiting: list[tuple[str, bytes]] = []
    async with database.reading() as session:
        async for content, written in drafts.contents(session, wanted):
            wanted.discard(content)
            waiting += [(path, written) for path in paths[content]]
            if len(waiting) >= WRITTEN_AT_ONCE:
                await asyncio.to_thread(_write_all, folder, waiting)
                waiting = []
    await asyncio.to_thread(_write_all, folder, waiting)
    if wanted:
        raise OSError(errno.ENOENT, f"the database lacks the content of {paths[wanted.pop()][0]}")


def hashed(folder: Path) -> dict[str, str]:
    """The hash of each file of a corpus folder by path; hidden files and folders are none.

    Raises:
        OSError: a file can't be read.
    """
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    paths = {path.relative_to(folder).as_posix(): path for path in found}
    return {
        path: content_hash(file.read_bytes())
        for path, file in paths.items()
        if not any(part.startswith(".") for part in path.split("/"))
    }


def documents_in(files: Mapping[str, str]) -> int:
    """How many of the files are documents."""
    return sum(path.endswith(".md") and not path.startswith("originals/") for path in files)


def _copy(folder: Path, paths: Mapping[str, list[str]], here: Local) -> None:
    for content, place in here.items():
        read = place.read_bytes()
        if content_hash(read) != content:
            raise ChangedMeanwhile(f"{place} was changed while it was read")
        _write_all(folder, [(path, read) for path in paths[content]])


def _write_all(folder: Path, contents: list[tuple[str, bytes]]) -> None:
    for path, content in contents:
        write(folder, path, content)
