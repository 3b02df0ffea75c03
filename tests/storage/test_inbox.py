"""An update is kept once, in order, until it is done; then only its number stays, for a while."""

from datetime import UTC, datetime, timedelta

from storage import inbox
from storage.database import Database
from storage.inbox import Arrived

NOW = datetime(2023, 11, 28, 9, 30, tzinfo=UTC)


async def store(database: Database, *numbers: int) -> set[int]:
    arrived = [Arrived(number, number % 3, f'{{"update_id": {number}}}') for number in numbers]
    return await database.write(lambda connection: inbox.store(connection, arrived, now=NOW))


async def finish(database: Database, *numbers: int) -> None:
    await database.write(lambda connection: inbox.finish(connection, numbers, now=NOW))


async def pending(database: Database, *, after: int = -1, limit: int = 100) -> list[int]:
    async with database.reading() as session:
        return [one.update_id for one in await inbox.pending(session, after=after, limit=limit)]


async def test_a_repeated_update_is_kept_once(database: Database) -> None:
    assert await store(database, 7, 8, 7) == {7, 8}
    assert await store(database, 8, 9) == {9}
    assert await pending(database) == [7, 8, 9]


async def test_what_is_done_is_not_pending_and_still_known(database: Database) -> None:
    await store(database, 1, 2, 3)
    await finish(database, 2)
    assert await pending(database) == [1, 3]
    assert await store(database, 2) == set()


async def test_pages_follow_telegrams_order(database: Database) -> None:
    await store(database, 5, 3, 9, 1)
    assert await pending(database, limit=2) == [1, 3]
    assert await pending(database, after=3) == [5, 9]


async def test_done_numbers_are_forgotten_in_time_and_waiting_ones_never(database: Database) -> None:
    await store(database, 1, 2)
    await finish(database, 1)
    async with database.session() as session:
        assert await inbox.prune(session, before=NOW) == 0
        assert await inbox.prune(session, before=NOW + timedelta(days=2)) == 1
    assert await pending(database) == [2]


async def test_an_update_of_a_megabyte_is_kept_whole(database: Database) -> None:
    body = '{"text": "' + "ə" * 1_000_000 + '"}'
    await database.write(lambda connection: inbox.store(connection, [Arrived(1, None, body)], now=NOW))
    async with database.reading() as session:
        assert (await inbox.pending(session, after=-1, limit=1))[0].body == body
