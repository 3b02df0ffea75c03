"""Writes that wait together share a commit, and none of them is lost or told wrongly."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection

from storage import inbox
from storage.database import Database
from storage.grouping import GroupCommit
from storage.inbox import Arrived

NOW = datetime(2023, 11, 28, 9, 30, tzinfo=UTC)


class Writer:
    """Stores updates and counts its transactions; refuses an update without a body."""

    def __init__(self, database: Database) -> None:
        self.groups: list[int] = []
        self.database = database
        self.entered = asyncio.Event()
        self.loop = asyncio.get_running_loop()
        self.commit = GroupCommit(database, self.write)

    def write(self, connection: Connection, items: Sequence[Arrived]) -> list[int]:
        self.groups.append(len(items))
        self.loop.call_soon_threadsafe(self.entered.set)
        if any(not item.body for item in items):
            raise ValueError("no body")
        inbox.store(connection, items, now=NOW)
        return [item.update_id for item in items]

    async def stored(self) -> set[int]:
        async with self.database.reading() as session:
            return {one.update_id for one in await inbox.pending(session, after=-1, limit=10_000)}


def update(number: int, body: str = "{}") -> Arrived:
    return Arrived(number, 1, body)


async def test_writes_at_once_share_commits_and_each_gets_its_own_result(database: Database) -> None:
    writer = Writer(database)
    results = await asyncio.gather(*(writer.commit(update(number)) for number in range(300)))
    assert results == list(range(300))
    assert await writer.stored() == set(range(300))
    assert len(writer.groups) <= 4


async def test_an_item_at_fault_fails_alone(database: Database) -> None:
    writer = Writer(database)
    bodies = ["{}", "{}", "", "{}"]
    writes = (writer.commit(update(number, body)) for number, body in enumerate(bodies))
    results = await asyncio.gather(*writes, return_exceptions=True)
    assert [isinstance(result, ValueError) for result in results] == [False, False, True, False]
    assert await writer.stored() == {0, 1, 3}


async def test_a_cancelled_caller_costs_the_others_nothing(database: Database) -> None:
    writer = Writer(database)
    first = asyncio.create_task(writer.commit(update(0)))  # noqa: TID251  # a test's own
    await writer.entered.wait()
    others = [asyncio.create_task(writer.commit(update(number))) for number in range(1, 20)]  # noqa: TID251
    await asyncio.sleep(0)
    first.cancel()
    others[3].cancel()
    results = await asyncio.gather(first, *others, return_exceptions=True)
    assert isinstance(results[4], asyncio.CancelledError)
    assert [result for result in results[1:] if isinstance(result, int)] == [
        number for number in range(1, 20) if number != 4
    ]
    assert set(range(1, 20)) - {4} <= await writer.stored()


@pytest.mark.parametrize("size", [1, 250])
async def test_the_groups_stay_within_their_size(database: Database, size: int) -> None:
    writer = Writer(database)
    await asyncio.gather(*(writer.commit(update(number)) for number in range(size)))
    assert max(writer.groups) <= 200
