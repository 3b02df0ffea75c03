"""The migrations give the tables the program works with, once, and never touch a newer database."""

import asyncio
import sys
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import create_async_engine

from storage.database import Database, DatabaseTooNew, DatabaseUnavailable
from storage.tables import Table

HEAD = ScriptDirectory("storage/migrations").get_current_head()

MIGRATE_AND_MEET = """
import asyncio, sys
from datetime import UTC, datetime
from storage import people
from storage.database import Database

async def main():
    database = Database(sys.argv[1])
    await database.migrate()
    met = [people.Met(int(sys.argv[2]), None, datetime(2023, 11, 28, tzinfo=UTC))]
    await database.write(lambda connection: people.meet_all(connection, met))
    await database.close()

asyncio.run(main())
"""


async def run(url: str, *statements: str) -> None:
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        for statement in statements:
            await connection.execute(text(statement))
    await engine.dispose()


async def value(url: str, query: str) -> object:
    engine = create_async_engine(url)
    async with engine.connect() as connection:
        result = (await connection.execute(text(query))).scalar_one()
    await engine.dispose()
    return result


async def migrate(url: str) -> None:
    database = Database(url)
    try:
        await database.migrate()
    finally:
        await database.close()


async def test_the_migrations_give_exactly_the_tables_of_the_program(database_url: str) -> None:
    def differences(connection: Connection) -> list[Any]:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        return list(compare_metadata(context, Table.metadata))

    await migrate(database_url)
    engine = create_async_engine(database_url)
    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []
        names = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
    await engine.dispose()
    assert set(names) == {*Table.metadata.tables, "alembic_version"}


async def test_a_second_start_changes_nothing(database: Database, database_url: str) -> None:
    insert = (
        "INSERT INTO participants (telegram_id, first_seen_at, last_seen_at)"
        " VALUES (5, '2023-11-28 00:00:00', '2023-11-28 00:00:00')"
    )
    await run(database_url, insert)
    await database.migrate()
    assert await value(database_url, "SELECT count(*) FROM participants") == 1
    assert await value(database_url, "SELECT version_num FROM alembic_version") == HEAD


async def test_a_newer_database_is_refused_with_what_to_do(database: Database, database_url: str) -> None:
    await run(database_url, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseTooNew) as refused:
        await database.migrate()
    line = str(refused.value)
    assert "'9999'" in line
    assert database.place in line
    assert "Upgrade the program" in line
    assert await value(database_url, "SELECT version_num FROM alembic_version") == "9999"


@pytest.mark.parametrize("journal", ["wal", "delete"])
async def test_a_newer_file_keeps_every_byte(tmp_path: Path, journal: str) -> None:
    file = tmp_path / "bot.sqlite3"
    url = f"sqlite+aiosqlite:///{file}"
    await migrate(url)
    await run(url, "CREATE TABLE later (id INTEGER)", "UPDATE alembic_version SET version_num = '9999'")
    await value(url, f"PRAGMA journal_mode = {journal}")
    before, changed = file.read_bytes(), file.stat().st_mtime_ns
    with pytest.raises(DatabaseTooNew):
        await migrate(url)
    assert file.read_bytes() == before
    assert file.stat().st_mtime_ns == changed
    assert list(tmp_path.iterdir()) == [file]  # noqa: ASYNC240 - one file


async def test_a_migration_that_fails_leaves_no_half(database_url: str) -> None:
    """`questions` is in the way: neither `participants`, made before it, nor a revision may stay."""
    await run(database_url, "CREATE TABLE questions (id INTEGER)")
    with pytest.raises(DatabaseUnavailable, match="questions"):
        await migrate(database_url)
    engine = create_async_engine(database_url)
    async with engine.connect() as connection:
        names = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
    await engine.dispose()
    assert names == ["questions"]


async def test_processes_that_start_at_once_share_one_migration(database_url: str) -> None:
    processes = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", MIGRATE_AND_MEET, database_url, str(number), stderr=asyncio.subprocess.PIPE
        )
        for number in range(3)
    ]
    async with asyncio.timeout(60):
        errors = [(await process.communicate())[1].decode() for process in processes]
    assert errors == ["", "", ""]
    assert await value(database_url, "SELECT count(*) FROM participants") == 3
    assert await value(database_url, "SELECT count(*) FROM alembic_version") == 1
