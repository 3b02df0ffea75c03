"""Documents that change while the bot serves them: read again, indexed beside the old, swapped in whole."""

import asyncio
import math
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import structlog

from bot.documents.published import brought_version
from bot.documents.version_folders import VersionFolders
from corpus.answering.answerer import Answerer, open_answerer
from corpus.answering.limits import LIMITS_FILE
from corpus.answering.prepared import open_prepared
from corpus.reading.folder import Corpus
from corpus.reading.problems import CorpusError
from handlers.context import Services
from storage import corpora

LOOK_SECONDS = 1.5
"""Between looks at the folder."""
LARGE_BYTES = 5_000_000
"""Documents from which indexing in this process would slow the answers: another one does it."""
BUILD_SECONDS = 1_800
"""How long that may take."""
LOOK_AT_PUBLISHED_SECONDS = 0.2
"""Between looks at what is published."""
RETRY_SECONDS = 30.0
"""Until a version that could not be used is tried again: a disk may have room by then."""

_log = structlog.get_logger()

Stamp = dict[str, tuple[int, int]]
"""Time of the last change in nanoseconds and size in bytes, by file."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the documents are, and where their indexes are kept."""

    documents: Path
    indexes: Path


async def follow(services: Services, shelf: Shelf) -> None:
    """Look at the folder until cancelled; what can't be used leaves the documents before it in service.

    A change is taken once two looks see the same: a copy under way is no new version.
    """
    served = before = await asyncio.to_thread(_stamp, shelf.documents)
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        now = await asyncio.to_thread(_stamp, shelf.documents)
        if now == before != served:
            served = now
            await _take(services, shelf, large=_bytes(now) > LARGE_BYTES)
        before = now


async def _take(services: Services, shelf: Shelf, *, large: bool) -> None:
    try:
        answerer = await _read_again(shelf, services.answerer, large=large)
        _refuse_loss(services.answerer.corpus, answerer.corpus)
    except Exception as error:  # noqa: BLE001  # whatever is wrong with them, the bot goes on with those before
        _log.error("changed documents can't be used", reason=str(error) or type(error).__name__)
        return
    services.serve(answerer)
    note(answerer)


async def follow_published(services: Services, folders: VersionFolders) -> None:
    """Look at what is published until cancelled; what can't be used leaves the version before in service.

    Every process does so, on whatever host: the first on a disk brings the version there and prepares it.
    """
    taken, again = 0, 0.0
    while True:
        await asyncio.sleep(LOOK_AT_PUBLISHED_SECONDS)
        try:
            async with services.database.reading() as session:
                serving = await corpora.latest(session)
            if serving is None or (serving.number == taken and time.monotonic() < again):
                continue
            taken, again = serving.number, math.inf
            await _take_published(services, folders, serving.version)
        except Exception as error:  # noqa: BLE001  # as in `_take`
            again = time.monotonic() + RETRY_SECONDS
            _log.error("published documents can't be used", reason=str(error) or type(error).__name__)


async def _take_published(services: Services, folders: VersionFolders, version: int) -> None:
    served = services.answerer
    place = await brought_version(services.database, folders, version, known=served.corpus.folder)
    if place == served.corpus.folder:
        return
    read = partial(open_prepared, place, known=served.indexes, refused=note_refused)
    answerer = await asyncio.to_thread(read)
    services.serve(answerer)
    _log.info("version", number=version)
    note(answerer)
    await asyncio.to_thread(folders.use, place)


def _refuse_loss(served: Corpus, changed: Corpus) -> None:
    """A document that was served and is now damaged, or a folder that is empty, is no new version."""
    paths = {document.path for document in served.documents}
    for problem in changed.problems:
        if problem.fatal and (problem.path in paths or (served.terms and not changed.terms)):
            raise CorpusError(problem)
    if not changed.documents:
        raise ValueError("there are no documents")


def note(answerer: Answerer) -> None:
    """Log what is served and what was left out."""
    for problem in answerer.corpus.problems:
        _log.warning("corpus", problem=str(problem))
    corpus = answerer.corpus
    _log.info("corpus", documents=len(corpus.documents), passages=len(list(corpus.passages)))


def note_refused(error: Exception) -> None:
    """Log a kept index that is of no use, or that can't be kept."""
    _log.warning("index", problem=str(error))


def note_doubt(doubt: str) -> None:
    """Log that limits were measured for other documents."""
    _log.warning("limits", problem=doubt)


async def _read_again(shelf: Shelf, served: Answerer, *, large: bool) -> Answerer:
    if large:
        await _index_beside(shelf)

    read = partial(
        open_answerer,
        shelf.documents,
        shelf.indexes,
        known=served.indexes,
        refused=note_refused,
        warned=note_doubt,
    )
    return await asyncio.to_thread(read)


async def _index_beside(shelf: Shelf) -> None:
    """Have another process build and keep the indexes; without it they are built here, more slowly."""
    command = (sys.executable, "-m", "corpus.answering.indexes", shelf.documents, shelf.indexes)
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.DEVNULL)
    try:
        async with asyncio.timeout(BUILD_SECONDS):
            if await process.wait():
                _log.warning("index not kept", status=process.returncode)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def _stamp(folder: Path) -> Stamp:
    return dict(_files(folder))


def _files(folder: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    for below, _, names in os.walk(folder):
        for name in names:
            if name.endswith((".md", ".yaml")) or name == LIMITS_FILE:
                path = Path(below, name)
                try:
                    facts = path.stat()
                except OSError:  # gone since it was listed
                    continue
                yield str(path), (facts.st_mtime_ns, facts.st_size)


def _bytes(stamp: Stamp) -> int:
    return sum(size for _, size in stamp.values())
