"""Versions of the corpus, and which of them was served from when.

A serving carries the number after the one it was judged against, so of two that follow the same one only
the first gets in.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Table, func, insert, inspect, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from storage import drafts
from storage.corpora_tables import FILES, SERVINGS, VERSIONS

Origin = Literal["served", "draft", "folder"]
"""Where a version comes from: what was served before the first one, the shared draft, a folder."""
Act = Literal["first", "publish", "rollback"]


class Overtaken(Exception):  # noqa: N818 - it says what happened
    """Another version was put in service meanwhile; nothing was written.

    Attributes:
        version: the one that is served now.
    """

    def __init__(self, version: int) -> None:
        super().__init__(f"version {version} was put in service meanwhile")
        self.version = version


@dataclass(frozen=True, slots=True)
class Version:
    """A published version.

    Attributes:
        number: from 1.
        at: when it was published.
        by: Telegram id of who published it; None for the command line.
        origin: where it comes from.
        base: the version it was made from, None for the first.
        documents: number of its Markdown files.
        overrides: by id of a golden question that it lost, why it was published all the same.
        served: whether it is the one in service.
    """

    number: int
    at: datetime
    by: int | None
    origin: Origin
    base: int | None
    documents: int
    overrides: Mapping[str, str]
    served: bool


@dataclass(frozen=True, slots=True)
class Serving:
    """That a version was put in service.

    Attributes:
        number: from 1, without gaps.
        version: the version.
        at: when.
        by: Telegram id of who did it; None for the command line.
        act: how it came.
        overrides: by id of a golden question that was lost, why.
        tell: whether those whom it concerns are to be told.
    """

    number: int
    version: int
    at: datetime
    by: int | None
    act: Act
    overrides: Mapping[str, str]
    tell: bool


@dataclass(frozen=True, slots=True)
class Publication:
    """What is to be published.

    Attributes:
        files: hash by path.
        documents: number of the Markdown files among them.
        origin: where it comes from.
        after: the number of the serving it was judged against, 0 where there was none.
        overrides: by id of a golden question that is lost, why.
        tell: whether those whom it concerns are to be told.
    """

    files: Mapping[str, str]
    documents: int
    origin: Origin
    after: int
    overrides: Mapping[str, str]
    tell: bool


async def has_tables(session: AsyncSession) -> bool:
    """Whether the database is new enough to have versions."""
    connection = await session.connection()
    return await connection.run_sync(lambda inner: inspect(inner).has_table(SERVINGS.name))


async def latest(session: AsyncSession) -> Serving | None:
    """What is served, None while nothing was published."""
    newest = select(SERVINGS).order_by(SERVINGS.c.number.desc()).limit(1)
    row = (await session.execute(newest)).one_or_none()
    return Serving(*row) if row else None


async def history(session: AsyncSession) -> list[Serving]:
    """What was served, the newest first."""
    rows = await session.execute(select(SERVINGS).order_by(SERVINGS.c.number.desc()))
    return [Serving(*row) for row in rows]


async def versions(session: AsyncSession) -> list[Version]:
    """All versions, the newest first."""
    servings = await history(session)
    overrides = {one.version: one.overrides for one in servings if one.act == "publish"}
    served = servings[0].version if servings else None
    rows = await session.execute(select(VERSIONS).order_by(VERSIONS.c.number.desc()))
    return [
        Version(
            row.number,
            row.at,
            row.by,
            row.origin,
            row.base,
            row.documents,
            overrides.get(row.number, {}),
            row.number == served,
        )
        for row in rows
    ]


async def files(session: AsyncSession, version: int) -> dict[str, str]:
    """The hash of each file of a version by path; empty if there is no such version."""
    of_version = select(FILES.c.path, FILES.c.hash).where(FILES.c.version == version).order_by(FILES.c.path)
    return {row.path: row.hash for row in await session.execute(of_version)}


async def record_first(
    session: AsyncSession, files: Mapping[str, str], *, documents: int, now: datetime
) -> int:
    """Record what was served before anything was published as version 1; gives the number of its serving.

    Raises:
        Overtaken: there are versions.
    """
    version = {"number": 1, "at": now, "by": None, "origin": "served", "base": None, "documents": documents}
    await _add_version(session, version, files)
    await _serve(session, 1, "first", after=0, by=None, at=now)
    return 1


async def publish(session: AsyncSession, publication: Publication, *, by: int | None, now: datetime) -> int:
    """Add a version and put it in service; drafts that it contains are done.

    Returns:
        The number of the version.

    Raises:
        Overtaken: another was put in service since the one it was judged against.
    """
    base = await _expected(session, publication.after)
    number = 1 + (await session.scalar(select(func.max(VERSIONS.c.number))) or 0)
    version = {
        "number": number,
        "at": now,
        "by": by,
        "origin": publication.origin,
        "base": base,
        "documents": publication.documents,
    }
    said = {"overrides": dict(publication.overrides), "tell": publication.tell}
    await _add_version(session, version, publication.files)
    await _serve(session, number, "publish", after=publication.after, by=by, at=now, **said)
    await drafts.settle(session, publication.files)
    return number


async def roll_back(
    session: AsyncSession, version: int, *, after: int, by: int | None, now: datetime
) -> None:
    """Serve an earlier version again.

    Raises:
        LookupError: there is no such version.
        Overtaken: another was put in service meanwhile.
    """
    await _expected(session, after)
    if not await session.scalar(select(VERSIONS.c.number).where(VERSIONS.c.number == version)):
        raise LookupError(f"there is no version {version}")
    await _serve(session, version, "rollback", after=after, by=by, at=now)


async def _expected(session: AsyncSession, after: int) -> int | None:
    """The version served by a serving, which has to be the last."""
    served = await latest(session)
    if served and served.number != after:
        raise Overtaken(served.version)
    return served.version if served else None


async def _add_version(session: AsyncSession, row: Mapping[str, Any], files: Mapping[str, str]) -> None:
    await _insert_or_overtaken(session, VERSIONS, row)
    rows = [{"version": row["number"], "path": path, "hash": content} for path, content in files.items()]
    await session.execute(insert(FILES), rows)


async def _serve(session: AsyncSession, version: int, act: Act, *, after: int, **said: Any) -> None:  # noqa: ANN401 - columns
    row = {"number": after + 1, "version": version, "act": act, "overrides": {}, "tell": False, **said}
    await _insert_or_overtaken(session, SERVINGS, row)


async def _insert_or_overtaken(session: AsyncSession, table: Table, row: Mapping[str, Any]) -> None:
    """Insert a row whose number another transaction may have taken in the same moment."""
    try:
        async with session.begin_nested():
            await session.execute(insert(table), row)
    except IntegrityError:
        served = await latest(session)
        if not await session.scalar(select(table.c.number).where(table.c.number == row["number"])):
            raise  # it is not the number
        raise Overtaken(served.version if served else 1) from None
