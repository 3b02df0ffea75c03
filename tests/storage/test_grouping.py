"""Writes that wait together share a commit, and none of them is lost or told wrongly."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection

from storage import inbox
from storage.database import Database, DatabaseUnavailable
from storage.grouping import LARGEST_GROUP, WriteQueue
from storage.inbox import Arrived
from storage.sqlite import BUSY_TIMEOUT_SECONDS

NOW = datetime(2023, 11, 28, 9, 30, tzinfo=UTC)


class Writer:
    """Stores updates and counts its transactions; refuses an update without a body."""

    def __init__(self, database: Database) -> None:
        self.groups: list[int] = []
        self.database = database
        self.queue = WriteQueue(database)
        self.finish = self.queue.kind(self.done)
        self.commit = self.queue.kind(self.write)

    def done(self, connection: Connection, numbers: Sequence[int]) -> list[None]:
        inbox.finish(connection, numbers, now=NOW)
        return [None] * len(numbers)

    def write(self, connection: Connection, items: Sequence[Arrived]) -> list[int]:
        self.groups.append(len(items))
        if any(not item.body for item in items):
            raise ValueError("no body")
        inbox.store(connection, items, now=NOW)
        return [item.update_id for item in items]

    async def stored(self) -> set[int]:
        async with self.database.reading() as session:
            return {one.update_id for one in await inbox.pending(session, after=-1, limit=10_000)}


def update(number: int, body: str = "{}") -> Arrived:
    return Arrived(number, 1, body)


@pytest.fixture
async def writer(database: Database) -> AsyncIterator[Writer]:
    made = Writer(database)
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(made.queue.run())
        yield made
        running.cancel()


async def test_writes_at_once_share_commits_and_each_gets_its_own_result(writer: Writer) -> None:
    results = await asyncio.gather(*(writer.commit(update(number)) for number in range(300)))
    assert results == list(range(300))
    assert await writer.stored() == set(range(300))
    assert len(writer.groups) <= 2 + 300 // LARGEST_GROUP


async def test_an_item_at_fault_fails_alone(writer: Writer) -> None:
    bodies = ["{}", "{}", "", "{}"]
    writes = (writer.commit(update(number, body)) for number, body in enumerate(bodies))
    results = await asyncio.gather(*writes, return_exceptions=True)
    assert [isinstance(result, ValueError) for result in results] == [False, False, True, False]
    assert await writer.stored() == {0, 1, 3}


async def test_a_cancelled_item_is_left_out_and_costs_the_others_nothing(writer: Writer) -> None:
    writes = [writer.commit(update(number)) for number in range(20)]
    writes[3].cancel()
    results = await asyncio.gather(*writes, return_exceptions=True)
    assert isinstance(results[3], asyncio.CancelledError)
    assert await writer.stored() == set(range(20)) - {3}


async def test_kinds_follow_one_another_within_a_commit(writer: Writer) -> None:
    """The first kind is written first: what was asked for in the same moment is not done yet."""
    stored, done = writer.commit(update(1)), writer.finish(1)
    await asyncio.gather(stored, done)
    assert await writer.stored() == {1}
    await writer.finish(1)
    assert await writer.stored() == set()


async def test_the_groups_stay_within_their_size(writer: Writer) -> None:
    await asyncio.gather(*(writer.commit(update(number)) for number in range(LARGEST_GROUP + 50)))
    assert max(writer.groups) <= LARGEST_GROUP


async def test_it_is_empty_once_all_is_committed(writer: Writer) -> None:
    written = [writer.commit(update(number)) for number in range(20)]
    await writer.queue.emptied(within=10)
    assert all(one.done() for one in written)


async def test_a_locked_database_is_waited_for_once_for_all(tmp_path: Path) -> None:
    """Not again for each of them: every try waits for seconds, and callers have given up by then."""
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'bot.sqlite3'}")
    await database.migrate()
    writer = Writer(database)
    with closing(sqlite3.connect(tmp_path / "bot.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        async with asyncio.TaskGroup() as tasks, asyncio.timeout(3 * BUSY_TIMEOUT_SECONDS):
            running = tasks.create_task(writer.queue.run())
            writes = (writer.commit(update(number)) for number in range(9))
            results = await asyncio.gather(*writes, return_exceptions=True)
            running.cancel()
    await database.close()
    assert all(isinstance(result, DatabaseUnavailable) for result in results)


async def test_who_still_waits_at_the_end_waits_no_longer(database: Database) -> None:
    writer = Writer(database)
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(writer.queue.run())
        await asyncio.sleep(0)
        waiting = [writer.commit(update(number)) for number in range(3)]
        running.cancel()
    assert all(one.cancelled() for one in waiting)
