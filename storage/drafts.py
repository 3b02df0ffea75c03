"""The content of files, kept once by its SHA-256, and the shared draft of the next version.

Writing content again changes nothing: what an interrupted publication left is taken up by the next.
"""

from collections.abc import AsyncIterator, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import delete, insert, select, union, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.corpora_tables import BLOBS, DRAFT, FILES

ASKED_AT_ONCE = 500
"""Hashes in one statement: the databases limit its parameters."""
UNUSED_FOR = timedelta(days=1)
"""How long content stays that no version and no draft has: a publication may be under way."""

_KEEP_ONCE = {
    dialect: insert(BLOBS).on_conflict_do_nothing()
    for dialect, insert in (("sqlite", sqlite.insert), ("postgresql", postgresql.insert))
}


@dataclass(frozen=True, slots=True)
class Drafted:
    """A file that the next version has otherwise.

    Attributes:
        path: POSIX path inside the corpus folder.
        hash: of its content; None where it is taken out.
        over: the hash that was served then; None where there was no such file.
        by: Telegram id of who drafted it; None for the command line.
        at: when.
    """

    path: str
    hash: str | None
    over: str | None
    by: int | None
    at: datetime


def content_hash(content: bytes) -> str:
    """What content is kept by: its SHA-256 in hex."""
    return sha256(content).hexdigest()


async def contents(session: AsyncSession, hashes: Collection[str]) -> AsyncIterator[tuple[str, bytes]]:
    """Content by hash, one at a time: an original may have megabytes."""
    for some in _in_parts(set(hashes)):
        rows = await session.stream(select(BLOBS.c.hash, BLOBS.c.content).where(BLOBS.c.hash.in_(some)))
        async for row in rows.yield_per(20):
            yield row.hash, row.content


async def hold(session: AsyncSession, hashes: Collection[str], *, now: datetime) -> set[str]:
    """See that content stays for now; gives the hashes whose content is not kept."""
    lacking = set(hashes)
    for some in _in_parts(lacking):
        held = update(BLOBS).where(BLOBS.c.hash.in_(some)).values(added_at=now)
        lacking -= set(await session.scalars(held.returning(BLOBS.c.hash)))
    return lacking


async def keep(session: AsyncSession, contents: Iterable[bytes], *, now: datetime) -> None:
    """Keep content; what is kept already stays for now."""
    by_hash = {content_hash(content): content for content in contents}
    lacking = await hold(session, by_hash, now=now)
    rows = [{"hash": one, "content": by_hash[one], "added_at": now} for one in sorted(lacking)]
    if rows:
        dialect = (await session.connection()).dialect.name
        await session.execute(_KEEP_ONCE[dialect], rows)


async def draft(session: AsyncSession) -> list[Drafted]:
    """The shared draft, by path."""
    return [Drafted(*row) for row in await session.execute(select(DRAFT).order_by(DRAFT.c.path))]


async def put(
    session: AsyncSession, path: str, content: str | None, *, over: str | None, by: int | None, now: datetime
) -> None:
    """Draft a file, or that it is taken out; what is the same as served is no draft.

    Args:
        session: of the transaction.
        path: of the file.
        content: the hash of its content, which is kept; None to take the file out.
        over: the hash that is served.
        by: who.
        now: the instant.
    """
    await discard(session, path)
    if content != over:
        row = {"path": path, "hash": content, "over": over, "by": by, "at": now}
        await session.execute(insert(DRAFT), row)


async def discard(session: AsyncSession, path: str | None = None) -> int:
    """Drop the draft of one file, or of all; gives how many there were."""
    drafted = delete(DRAFT) if path is None else delete(DRAFT).where(DRAFT.c.path == path)
    connection = await session.connection()
    return (await connection.execute(drafted)).rowcount


async def settle(session: AsyncSession, files: Mapping[str, str]) -> None:
    """Drop the drafts that these files contain: they were published."""
    done = {one.path for one in await draft(session) if files.get(one.path) == one.hash}
    for some in _in_parts(done):
        await session.execute(delete(DRAFT).where(DRAFT.c.path.in_(some)))


async def sweep(session: AsyncSession, *, now: datetime) -> int:
    """Remove content that no version and no draft has; gives how much there was."""
    used = union(select(FILES.c.hash), select(DRAFT.c.hash).where(DRAFT.c.hash.is_not(None)))
    unused = delete(BLOBS).where(BLOBS.c.added_at < now - UNUSED_FOR, BLOBS.c.hash.not_in(used))
    connection = await session.connection()
    return (await connection.execute(unused)).rowcount


def _in_parts(hashes: Collection[str]) -> Iterator[list[str]]:
    listed = sorted(hashes)
    return (listed[start : start + ASKED_AT_ONCE] for start in range(0, len(listed), ASKED_AT_ONCE))
