"""What tests share: a fresh database each, on SQLite and on a PostgreSQL server of the test run's own."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path

import pytest

from storage.database import Database

DATABASE_NUMBERS = count(1)
SERVER_PROGRAMS = ("initdb", "pg_ctl", "postgres")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
async def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """Address of a database without tables that only this test uses."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'bot.sqlite3'}"
        return
    name = f"test_{next(DATABASE_NUMBERS)}"
    folder: Path = request.getfixturevalue("postgres_folder")
    await _on_server(folder, f"CREATE DATABASE {name}")
    yield f"postgresql+asyncpg://postgres@/{name}?host={folder}"
    await _on_server(folder, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A database with its tables."""
    database = Database(database_url)
    await database.migrate()
    yield database
    await database.close()


@pytest.fixture(scope="session")
def postgres_folder() -> Iterator[Path]:
    """Folder with the socket of a PostgreSQL server, one a test worker, gone at the end."""
    programs = _server_programs()
    account = "postgres" if os.geteuid() == 0 else None  # the server refuses to run as root
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    if account:
        os.chown(folder, pwd.getpwnam(account).pw_uid, -1)
    control = (programs / "pg_ctl", "-D", folder / "data", "-w")
    options = f"-k {folder} -c listen_addresses= -c fsync=off"
    cluster = ("-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    try:
        _run(account, programs / "initdb", "-D", folder / "data", *cluster)
        _run(account, *control, "-l", folder / "log", "-o", options, "start")
        yield folder
        _run(account, *control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def _server_programs() -> Path:
    pytest.importorskip("asyncpg", reason="the driver of PostgreSQL is not installed: asyncpg")
    on_path = shutil.which("initdb")
    folders = [*([Path(on_path).resolve().parent] if on_path else []),
               *sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]  # fmt: skip
    for folder in folders:
        if all((folder / program).exists() for program in SERVER_PROGRAMS):
            return folder
    pytest.skip(f"PostgreSQL's server programs are not installed: {', '.join(SERVER_PROGRAMS)}")


def _run(account: str | None, *command: str | Path) -> None:
    # To a file, not a pipe: the server inherits it and would keep a pipe open.
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(
            command, check=False, user=account, cwd="/", timeout=60, stdout=output, stderr=output
        )
        output.seek(0)
        assert done.returncode == 0, output.read().decode(errors="replace")


async def _on_server(folder: Path, statement: str) -> None:
    import asyncpg  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra, not there for all

    connection = await asyncpg.connect(host=str(folder), user="postgres", database="postgres")
    await connection.execute(statement)
    await connection.close()
