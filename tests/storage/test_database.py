"""Transactions, and what a person reads when the database can't be opened, on both databases."""

import asyncio
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError, StatementError
from sqlalchemy.ext.asyncio import AsyncSession

from storage import inbox, people
from storage.database import Database, DatabaseUnavailable
from storage.inbox import Arrived
from storage.people import Met, Participant
from storage.sqlite import LARGEST_LOG, LOOK_COMMITS

NOW = datetime(2023, 11, 28, 9, 30, 15, 250_000, tzinfo=UTC)


async def seen(session: AsyncSession, *met: Met) -> Participant:
    """Note that they were here, within a transaction; gives the first."""
    return (await session.run_sync(lambda inner: people.meet_all(inner.connection(), met)))[0]


async def meet(database: Database, telegram_id: int) -> None:
    async with database.session() as session:
        await seen(session, Met(telegram_id, "az", NOW))


async def count(database: Database) -> int:
    async with database.reading() as session:
        result = await session.execute(text("SELECT count(*) FROM participants"))
        return int(result.scalar_one())


async def test_a_finished_transaction_is_kept_by_the_next_process(
    database: Database, database_url: str
) -> None:
    await meet(database, 1)
    other = Database(database_url)
    assert await count(other) == 1
    await other.close()


async def test_an_error_undoes_the_whole_transaction(database: Database) -> None:
    async def fail_half_way() -> None:
        async with database.session() as session:
            await seen(session, Met(1, None, NOW))
            raise LookupError

    with pytest.raises(LookupError):
        await fail_half_way()
    assert await count(database) == 0


@pytest.mark.parametrize("delay", [0, 0.0005, 0.001, 0.002, 0.005, 0.02])
async def test_cancelling_a_transaction_leaves_nothing_behind(database: Database, delay: float) -> None:
    """Wherever the cancellation strikes, and the next transaction does not wait for the dead one."""

    async def endless() -> None:
        async with database.session() as session:
            for telegram_id in range(1, 1_000_000):
                await seen(session, Met(telegram_id, None, NOW))

    with suppress(TimeoutError):
        await asyncio.wait_for(endless(), delay)
    assert await count(database) == 0
    async with asyncio.timeout(5):
        await meet(database, 7)
    assert await count(database) == 1


async def test_many_writers_at_once_all_get_their_turn(database: Database) -> None:
    await asyncio.gather(*(meet(database, telegram_id) for telegram_id in range(100)))
    assert await count(database) == 100


async def test_a_transaction_inside_another_ends_with_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And never waits for itself for good; only SQLite has a single writer."""
    monkeypatch.setattr("storage.database.TURN_TIMEOUT_SECONDS", 0.05)
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'bot.sqlite3'}")
    await database.migrate()
    async with database.session():
        with pytest.raises(DatabaseUnavailable, match="other transactions"):
            await meet(database, 1)
    await meet(database, 1)
    await database.close()


async def test_a_reader_sees_one_moment_and_holds_up_no_writer(database: Database) -> None:
    async with database.reading() as session:
        everyone = text("SELECT count(*) FROM participants")
        assert (await session.execute(everyone)).scalar_one() == 0
        async with asyncio.timeout(5):
            await meet(database, 1)
        assert (await session.execute(everyone)).scalar_one() == 0


async def test_times_come_back_aware_and_in_utc(database: Database) -> None:
    from storage.tables import ParticipantRow  # noqa: PLC0415 - the only test that looks below the functions

    baku = NOW.astimezone(timezone(timedelta(hours=4)))
    async with database.session() as session:
        person = await seen(session, Met(1, None, baku))
    async with database.reading() as session:
        row = await session.get_one(ParticipantRow, person.id)
    assert row.first_seen_at == NOW
    assert row.first_seen_at.utcoffset() == timedelta(0)


async def test_a_time_without_a_zone_is_refused(database: Database) -> None:
    async with database.session() as session:
        naive = seen(session, Met(1, None, NOW.replace(tzinfo=None)))
        with pytest.raises(StatementError, match="without a time zone"):
            await naive


async def test_a_question_of_nobody_is_refused(database: Database) -> None:
    """References are enforced, also by SQLite, which does not by itself."""
    orphan = text(
        "INSERT INTO candidates (question_id, rank, passage, fingerprint, confidence, shown)"
        " VALUES (99, 0, 'p', 'f', 0.5, true)"
    )
    with pytest.raises(DBAPIError):
        async with database.session() as session:
            await session.execute(orphan)


@pytest.mark.parametrize(
    "database_url", [pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True
)
async def test_a_killed_server_connection_is_replaced(database: Database, database_url: str) -> None:
    await meet(database, 1)
    other = Database(database_url)
    async with other.session() as session:
        await session.execute(
            text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                 " WHERE datname = current_database() AND pid <> pg_backend_pid()")
        )  # fmt: skip
    await other.close()
    await meet(database, 2)
    assert await count(database) == 2


@pytest.mark.parametrize("call", ["migrate", "session", "reading"])
async def test_a_missing_folder_is_named_with_what_to_do(tmp_path: Path, call: str) -> None:
    folder = tmp_path / "gone"
    line = await refusal(f"sqlite+aiosqlite:///{folder}/bot.sqlite3", call)
    assert f"the folder {folder} does not exist" in line
    assert "Create the folder" in line
    assert not folder.exists()


@pytest.mark.parametrize("call", ["migrate", "session", "reading"])
async def test_what_is_no_database_is_said_and_left_alone(tmp_path: Path, call: str) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("My notes on mine action. " * 100)
    before = notes.read_bytes()
    line = await refusal(f"sqlite+aiosqlite:///{notes}", call)
    assert str(notes) in line
    assert "file is not a database" in line
    assert notes.read_bytes() == before


async def test_a_folder_in_place_of_the_file_is_said(tmp_path: Path) -> None:
    assert "unable to open database file" in await refusal(f"sqlite+aiosqlite:///{tmp_path}", "migrate")


async def test_a_database_locked_by_another_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.sqlite.BUSY_TIMEOUT_SECONDS", 0.05)
    file = tmp_path / "bot.sqlite3"
    other = sqlite3.connect(file)
    other.execute("BEGIN EXCLUSIVE")
    assert "locked" in await refusal(f"sqlite+aiosqlite:///{file}", "migrate")
    other.close()


@pytest.mark.parametrize("call", ["migrate", "session", "reading"])
async def test_an_unreachable_server_is_named_without_the_password(call: str) -> None:
    pytest.importorskip("asyncpg")
    line = await refusal("postgresql+asyncpg://bot:hunter2@127.0.0.1:1/workshop?ssl=disable", call)
    assert "127.0.0.1:1/workshop" in line
    assert "Check that the server runs" in line


@pytest.mark.parametrize("option", ["nonsense=1", "password=hunter2&port=none"])
async def test_a_wrong_option_in_the_url_is_said(option: str) -> None:
    pytest.importorskip("asyncpg")
    with pytest.raises(DatabaseUnavailable) as refused:
        await open_by(Database(f"postgresql+asyncpg://bot:hunter2@127.0.0.1:1/x?{option}"), "migrate")
    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "hunter2",
        "postgresql+asyncpg://bot:hunter2@host:port/x",
        "postgresql://bot:hunter2@host/x",
        "mysql+aiomysql://bot:hunter2@host/x",
        "sqlite:///bot.sqlite3",
        "sqlite+aiosqlite://",
        "sqlite+aiosqlite:///:memory:",
    ],
)
async def test_another_url_is_refused_with_the_form_expected(url: str) -> None:
    with pytest.raises(DatabaseUnavailable) as refused:
        Database(url)
    line = str(refused.value)
    assert "expected sqlite+aiosqlite://" in line
    assert "hunter2" not in line


async def refusal(url: str, call: str) -> str:
    """Open the database and give the line with which it refuses."""
    database = Database(url)
    with pytest.raises(DatabaseUnavailable) as refused:
        await open_by(database, call)
    await database.close()
    line = str(refused.value)
    assert "\n" not in line
    assert "hunter2" not in line
    return line


async def open_by(database: Database, call: str) -> None:
    if call == "migrate":
        await database.migrate()
    elif call == "session":
        await meet(database, 1)
    else:
        await count(database)


async def test_what_is_written_beside_a_lock_of_another_process_waits_for_it_without_holding_the_loop(
    tmp_path: Path,
) -> None:
    """The event loop goes on meanwhile, and later writes are done in it again."""
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'bot.sqlite3'}")
    await database.migrate()
    turns = 0

    async def turn() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0.01)
            turns += 1

    with closing(sqlite3.connect(tmp_path / "bot.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        async with asyncio.TaskGroup() as tasks:
            turning = tasks.create_task(turn())
            writing = tasks.create_task(database.write(lambda one: one.exec_driver_sql("SELECT 1").scalar()))
            await asyncio.sleep(0.5)
            assert not writing.done()
            other.execute("COMMIT")
            assert await writing == 1
            turning.cancel()
    assert turns > 20
    await database.close()


async def test_the_log_of_a_busy_database_does_not_grow_without_end(tmp_path: Path) -> None:
    """Its pages are brought to the file beside the event loop, not within a commit."""
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'bot.sqlite3'}")
    await database.migrate()
    filler = "x" * 100_000

    def store(connection: Connection, number: int) -> None:
        inbox.store(connection, [Arrived(number, 1, filler)], now=NOW)

    for number in range(2 * LOOK_COMMITS):
        await database.write(partial(store, number=number))
    assert (tmp_path / "bot.sqlite3-wal").stat().st_size <= LARGEST_LOG
    await database.close()


@pytest.mark.parametrize("host", ["/nowhere", "127.0.0.1"])
async def test_a_postgresql_that_is_gone_is_said_by_a_write_too(host: str) -> None:
    """Whatever the driver raises: what waits for the database must not end the bot."""
    pytest.importorskip("asyncpg")
    database = Database(f"postgresql+asyncpg://postgres@/bot?host={host}&port=1")
    with pytest.raises(DatabaseUnavailable):
        await database.write(lambda connection: connection.exec_driver_sql("SELECT 1"))
    await database.close()
