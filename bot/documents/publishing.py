"""Publishing: the draft or a folder tried beside what is served, then put in service whole or not at all."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from bot.documents.aside import aside
from bot.documents.drafting import BATCH_BYTES, CorpusDrafts, overlaid, overtaken, told_plainly
from bot.documents.published import (
    ChangedMeanwhile,
    Local,
    Served,
    brought,
    documents_in,
    fill,
    hashed,
    read_served,
)
from bot.documents.taking import FromFolder, mark_version, marked_version, take_folder
from corpus.answering.limits import LIMITS_FILE
from corpus.quality.trial import compare, try_out
from handlers.publishing import NothingToPublish, PublishingUnavailable, Refused, Stale, Trial
from storage import corpora, drafts
from storage.corpora import Overtaken, Publication, Version
from storage.drafts import content_hash

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from bot.documents.news import News
    from corpus.quality.changes import Diff

FIRST = 1
"""The version that what was served at first is recorded as."""
NO_OVERRIDES: Mapping[str, str] = MappingProxyType({})


class CorpusPublisher(CorpusDrafts):
    """Keeps and publishes the corpus; `handlers.publishing.Publisher` says what each method promises."""

    async def trial(self) -> Trial:
        """Build the draft beside what is served, compare, and put the questions to both."""
        with told_plainly():
            served, drafted = await self._drafted()
        notes = [
            f"{path} was published in another form since it was drafted: the draft's takes its place."
            for path in overtaken(served, drafted)
        ]
        files = overlaid(served, drafted)
        return await self._try(served, files, origin="draft", local=served.local, notes=notes)

    async def take_folder(self, folder: Path) -> tuple[Served, FromFolder]:
        """Find what changed in a folder since it was last published; what came another way since stays.

        Returns:
            What is served now, and what the folder brings.

        Raises:
            CorpusError: it is no folder of documents.
            PublishingUnavailable: as for `Publisher`.
        """
        with told_plainly():
            served = await read_served(self._database, self._unpublished)
            since = await self._last_brought(served, folder)
            async with self._database.reading() as session:
                base = await corpora.files(session, since) or served.files
            found = await asyncio.to_thread(take_folder, folder, base=base, served=served.files)
            return served, replace(found, since=since)

    async def try_folder(self, served: Served, found: FromFolder) -> Trial:
        """Try what a folder brings; raises as `trial`."""
        local = {**served.local, **found.local}
        notes = [
            f"{path} was changed in the folder and, since that was last published, another way, too: "
            "the folder's takes its place."
            for path in found.replaced
        ]
        return await self._try(served, found.files, origin="folder", local=local, notes=notes)

    async def compare(self, served: Served, files: Mapping[str, str], local: Local) -> Diff:
        """What these files change, without trying them: one that can't be used is a finding.

        Raises:
            CorpusError: `workshop.yaml` can't be used.
            PublishingUnavailable: as for `Publisher`.
        """
        with told_plainly():
            before = await self._folder_of(served)
            with self._folders.new() as folder:
                await fill(self._database, folder, files, local=local)
                return await aside(compare, before, folder)

    async def drafted_files(self) -> tuple[Served, dict[str, str]]:
        """What is served now, and the files with the draft over them."""
        with told_plainly():
            served, drafted = await self._drafted()
            return served, overlaid(served, drafted)

    async def _last_brought(self, served: Served, folder: Path) -> int:
        """The version a folder is of, as its mark says; else the last that came from a folder, or the first.

        One that was rolled back is none: what it brought would have to be brought again.
        """
        marked = await asyncio.to_thread(marked_version, folder)
        async with self._database.reading() as session:
            versions = {one.number: one for one in await corpora.versions(session)}
        line, one = [], versions.get(served.version or 0)
        while one:
            line.append(one)
            one = versions.get(one.base or 0)
        if marked in {one.number for one in line}:
            return marked
        return next((one.number for one in line if one.origin != "draft"), FIRST)

    async def _try(
        self,
        served: Served,
        files: Mapping[str, str],
        *,
        origin: Literal["draft", "folder"],
        local: Local,
        notes: Sequence[str],
    ) -> Trial:
        if _without_limits(files) == _without_limits(served.files):
            raise NothingToPublish
        with told_plainly():
            before, real = await self._folder_of(served), await self._asked()
            with self._folders.new() as folder:
                await fill(self._database, folder, files, local=local)
                outcome = await aside(try_out, before, folder, real)
                from bot.documents import news  # what it imports would take half the time of a rollback

                concerned = await news.find(self._database, before, folder)
                limits = await asyncio.to_thread(_limits_in, folder)
                tried = {**_without_limits(files), **limits}
                await asyncio.to_thread(self._folders.settle, folder, tried)
        return Trial(
            served.version,
            served.serving,
            origin,
            tried,
            outcome.diff,
            outcome.verdict,
            told=len(concerned.answered),
            corrected=len(concerned.corrected),
            notes=(*notes, *outcome.notes),
        )

    async def publish(
        self, trial: Trial, *, by: int | None, overrides: Mapping[str, str] = NO_OVERRIDES, tell: bool = True
    ) -> int:
        """Put what was tried in service."""
        if refused := trial.verdict.refused(overrides):
            raise Refused(refused)
        lost = {one.id for one in trial.verdict.lost}
        publication = Publication(
            files=trial.files,
            documents=documents_in(trial.files),
            origin=trial.origin,
            after=trial.serving,
            overrides={question: reason for question, reason in overrides.items() if question in lost},
            tell=tell,
        )
        with told_plainly(), told_stale():
            place = self._folders.place(trial.files)
            if not await asyncio.to_thread(self._folders.is_whole, trial.files):
                raise PublishingUnavailable("What was tried has been cleared away since: try again.")
            await self._keep_files(place, trial.files)
            first = {} if trial.serving else await asyncio.to_thread(hashed, self._unpublished)
            await self._keep_files(self._unpublished, first)
            concerned = await self._concerned(place) if tell else None
            number = await self._put_in_service(publication, first, concerned, by=by)
            await asyncio.to_thread(self._folders.use, place)
        return number

    async def versions(self) -> list[Version]:
        """All versions, the newest first."""
        with told_plainly():
            async with self._database.reading() as session:
                return await corpora.versions(session)

    async def export(self, folder: Path) -> int:
        """Write the files that are served into a folder, and which version it is; gives how many.

        Raises:
            PublishingUnavailable: as for `Publisher`.
        """
        with told_plainly():
            served = await read_served(self._database, self._unpublished)
            await fill(self._database, folder, served.files, local=served.local)
            await asyncio.to_thread(mark_version, folder, served.version or FIRST)
            return len(served.files)

    async def rollback(self, version: int, *, by: int | None) -> None:
        """Serve an earlier version again; where it is served, nothing is done."""
        with told_plainly(), told_stale():
            async with self._database.reading() as session:
                serving = await corpora.latest(session)
                files = await corpora.files(session, version)
            if not files or serving is None:
                raise LookupError(f"there is no version {version}")
            if serving.version == version:
                return
            place = await brought(self._database, self._folders, files)
            async with self._database.session() as session:
                await corpora.roll_back(session, version, after=serving.number, by=by, now=self._now())
            await asyncio.to_thread(self._folders.use, place)

    async def _concerned(self, place: Path) -> News:
        """Whom it concerns now: since the trial more may have asked."""
        served = await read_served(self._database, self._unpublished)
        from bot.documents import news

        return await news.find(self._database, await self._folder_of(served), place)

    async def _put_in_service(
        self,
        publication: Publication,
        first: Mapping[str, str],
        concerned: News | None,
        *,
        by: int | None,
    ) -> int:
        """One transaction: what was served so far, if that was never recorded, then this, and who is told."""
        now = self._now()
        async with self._database.session() as session:
            if first:
                after = await corpora.record_first(session, first, documents=documents_in(first), now=now)
                publication = replace(publication, after=after)
            number = await corpora.publish(session, publication, by=by, now=now)
            if concerned:
                from bot.documents import news

                await news.tell(session, concerned, now=now)
        async with self._database.session() as session:
            await drafts.sweep(session, now=now)
        return number

    async def _keep_files(self, folder: Path, files: Mapping[str, str]) -> None:
        """Keep the content that the database lacks, and see that what it has stays for now."""
        async with self._database.session() as session:
            lacking = await drafts.hold(session, files.values(), now=self._now())
        paths = {content: folder / path for path, content in files.items() if content in lacking}
        batch: list[bytes] = []
        for content, path in paths.items():
            batch.append(await asyncio.to_thread(_read, path, content))
            if sum(map(len, batch)) >= BATCH_BYTES:
                await self._keep(batch)
                batch = []
        await self._keep(batch)


@contextmanager
def told_stale() -> Iterator[None]:
    """Say in the words of the port that another was quicker."""
    try:
        yield
    except Overtaken as error:
        raise Stale(error.version) from error


def _read(file: Path, content: str) -> bytes:
    read = file.read_bytes()
    if content_hash(read) != content:
        raise ChangedMeanwhile(f"{file} was changed while it was read")
    return read


def _without_limits(files: Mapping[str, str]) -> dict[str, str]:
    return {path: content for path, content in files.items() if path != LIMITS_FILE}


def _limits_in(folder: Path) -> dict[str, str]:
    file = folder / LIMITS_FILE
    return {LIMITS_FILE: content_hash(file.read_bytes())} if file.exists() else {}
