"""The shared draft of the next version: files added, corrected and taken out, none of them served yet."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from bot.documents.adding import Taken, front_matter, take
from bot.documents.aside import WorkFailed, aside
from bot.documents.published import Served, brought, fill, read_served
from bot.documents.version_folders import VersionFolders, write
from corpus.answering.prepared import open_prepared
from corpus.quality.gate import Real
from corpus.quality.trial import Preview, preview
from corpus.reading.converting import Facts
from corpus.reading.problems import CorpusError, Problem
from corpus.reading.workshop import read_workshop
from handlers.publishing import Added, Change, Draft, PublishingUnavailable
from storage import drafts, question_log
from storage.database import Database, DatabaseUnavailable
from storage.drafts import Drafted, content_hash

MOST_ASKED = 2_000
"""Questions of the log that are put to what is drafted."""
BATCH_BYTES = 2_000_000
"""Content that one transaction writes: others wait for it."""


class CorpusDrafts:
    """Keeps the draft in the database; `handlers.publishing.Publisher` says what each method promises.

    Args:
        database: with its tables.
        folders: where versions lie on this disk.
        unpublished: the folder that is served while nothing was published.
        now: the clock.
    """

    def __init__(
        self, database: Database, folders: VersionFolders, *, unpublished: Path, now: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._folders = folders
        self._unpublished = unpublished
        self._now = now

    async def draft(self) -> Draft:
        """What would be published now."""
        with told_plainly():
            served, drafted = await self._drafted()
            contents = await self._contents(served, {one.hash or one.over or "" for one in drafted})
        changes = [
            Change(
                one.path,
                "removed" if one.hash is None else "changed" if one.path in served.files else "added",
                _title(contents.get(one.hash or one.over or "", b""), one.path),
                one.by,
                overtaken=_is_overtaken(one, served),
            )
            for one in drafted
        ]
        return Draft(tuple(changes), served.version)

    async def add(
        self,
        name: str,
        content: bytes,
        *,
        by: int | None,
        facts: Facts | None = None,
        path: str | None = None,
    ) -> Added:
        """Take a file into the draft."""
        with told_plainly():
            served, drafted = await self._drafted()
            files, before = overlaid(served, drafted), await self._folder_of(served)
            workshop = await asyncio.to_thread(read_workshop, before / "workshop.yaml")
            today, facts = self._now().date(), facts or Facts()
            taken = await asyncio.to_thread(take, name, content, workshop=workshop, today=today, facts=facts)
            path = path or await self._path_of(taken, before, served, drafted, files)
            wanted = {path: taken.content}
            if taken.original:
                _refuse_anothers(taken.original, content, files, replaces=path in files)
                wanted[taken.original] = content
            found = await self._preview(before, served, files, wanted, path)
            await self._keep(wanted.values())
            await self._put({one: content_hash(written) for one, written in wanted.items()}, served, by=by)
        notes = (*taken.notes, *found.notes)
        return Added(path, found.title, found.passages, found.answers, notes, path in files)

    async def remove(self, path: str, *, by: int | None) -> None:
        """Take a document out of the draft, with the original it was made from."""
        with told_plainly():
            served, drafted = await self._drafted()
            files = overlaid(served, drafted)
            content = await self._content(served, _hash_of(path, files))
            gone = {path, str(front_matter(content).get("original"))} & files.keys()
            await self._put(dict.fromkeys(gone), served, by=by)

    async def discard(self, path: str | None, *, by: int | None) -> None:  # noqa: ARG002 - anyone may
        """Drop the change of one file, with its original's, or the whole draft."""
        with told_plainly():
            served, drafted = await self._drafted()
            dropped = {path}
            for one in drafted:
                if one.path == path and one.hash:
                    dropped.add(front_matter(await self._content(served, one.hash)).get("original", path))
            async with self._database.session() as session:
                for each in dropped:
                    await drafts.discard(session, each)

    async def source(self, path: str) -> str:
        """The Markdown of a document as the draft has it."""
        with told_plainly():
            served, drafted = await self._drafted()
            content = await self._content(served, _hash_of(path, overlaid(served, drafted)))
        return content.decode("utf-8-sig", errors="replace")

    async def _drafted(self) -> tuple[Served, list[Drafted]]:
        served = await read_served(self._database, self._unpublished)
        async with self._database.reading() as session:
            return served, await drafts.draft(session)

    async def _put(self, hashes: Mapping[str, str | None], served: Served, *, by: int | None) -> None:
        async with self._database.session() as session:
            for path, content in hashes.items():
                over = served.files.get(path)
                await drafts.put(session, path, content, over=over, by=by, now=self._now())

    async def _keep(self, contents: Iterable[bytes]) -> None:
        """Keep content in the database."""
        async with self._database.session() as session:
            await drafts.keep(session, contents, now=self._now())

    async def _path_of(
        self, taken: Taken, before: Path, served: Served, drafted: list[Drafted], files: Mapping[str, str]
    ) -> str:
        """Where the document of this id is, else a place of its own."""
        if taken.id is None:
            return taken.place
        corpus = (await asyncio.to_thread(open_prepared, before)).corpus
        ids = {document.id: document.path for document in corpus.documents}
        for one in drafted:
            if one.hash and one.path.endswith(".md"):
                ids[front_matter(await self._content(served, one.hash)).get("id", "")] = one.path
        if ids.get(taken.id) in files:
            return ids[taken.id]
        stem, path, count = taken.place.removesuffix(".md"), taken.place, 1
        while path in files:
            count += 1
            path = f"{stem}-{count}.md"
        return path

    async def _preview(
        self, before: Path, served: Served, files: Mapping[str, str], wanted: Mapping[str, bytes], path: str
    ) -> Preview:
        unanswered = await self._asked("not_found")
        with self._folders.new() as folder:
            others = {one: content for one, content in files.items() if one not in wanted}
            await fill(self._database, folder, others, local=served.local)
            for one, written in wanted.items():
                await asyncio.to_thread(write, folder, one, written)
            return await aside(preview, before, folder, path, unanswered)

    async def _folder_of(self, served: Served) -> Path:
        """Where what is served lies prepared, so that a rollback to it finds it so."""
        return await brought(self._database, self._folders, served.files, local=served.local)

    async def _asked(self, kind: str | None = None) -> list[Real]:
        async with self._database.reading() as session:
            asked = await question_log.lately(session, most=MOST_ASKED, kind=kind)
        return [Real(f"q{one.id}", one.text, one.language) for one in asked]

    async def _content(self, served: Served, content: str) -> bytes:
        return (await self._contents(served, {content}))[content]

    async def _contents(self, served: Served, hashes: set[str]) -> dict[str, bytes]:
        found = {
            one: await asyncio.to_thread(served.local[one].read_bytes) for one in hashes & served.local.keys()
        }
        async with self._database.reading() as session:
            return found | dict([one async for one in drafts.contents(session, hashes - found.keys())])


def overlaid(served: Served, drafted: list[Drafted]) -> dict[str, str]:
    """The files of the next version: those served, with the draft over them."""
    files = dict(served.files)
    for one in drafted:
        if one.hash is None:
            files.pop(one.path, None)
        else:
            files[one.path] = one.hash
    return files


def overtaken(served: Served, drafted: list[Drafted]) -> list[str]:
    """The files that were published in another form since they were drafted."""
    return [one.path for one in drafted if _is_overtaken(one, served)]


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn what the disk, the database and another process raise into a line that says what to do."""
    try:
        yield
    except (CorpusError, LookupError):
        raise
    except DatabaseUnavailable as error:
        raise PublishingUnavailable(f"{error} Nothing was changed.") from error
    except SQLAlchemyError as error:
        reason = " ".join(str(getattr(error, "orig", None) or error).split())
        raise PublishingUnavailable(
            f"The database can't be used: {reason}. Nothing that is served was changed; try again."
        ) from error
    except OSError as error:
        reason = error.strerror or str(error)
        where = f" ({error.filename})" if error.filename else ""
        raise PublishingUnavailable(
            f"The disk: {reason}{where}. Nothing that is served was changed; mend it and try again."
        ) from error
    except WorkFailed as error:
        raise PublishingUnavailable(
            f"The work broke off: {error}. Nothing that is served was changed; try again."
        ) from error


def _is_overtaken(one: Drafted, served: Served) -> bool:
    return served.files.get(one.path) != one.over


def _hash_of(path: str, files: Mapping[str, str]) -> str:
    if path not in files:
        raise LookupError(f"there is no {path}")
    return files[path]


def _title(content: bytes, path: str) -> str:
    return str(front_matter(content).get("title", path))


def _refuse_anothers(original: str, content: bytes, files: Mapping[str, str], *, replaces: bool) -> None:
    """See that the original of one document does not take the place of another's."""
    if not replaces and files.get(original, content_hash(content)) != content_hash(content):
        message = "a file of this name belongs to another document"
        raise CorpusError(
            Problem(original, 1, message, "Give it another name, or remove that document first")
        )
