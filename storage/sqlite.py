"""What SQLite has to be told to keep the promises that PostgreSQL keeps by itself."""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, NullPool, StaticPool, create_engine, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

Result = TypeVar("Result")

BUSY_TIMEOUT_SECONDS = 2
"""How long a transaction waits for another process's; the bot has to hear of the next cry for help."""
MIGRATION_TIMEOUT_SECONDS = 15
"""How long a migration waits for another process's."""


def engine(url: URL, *, migrating: bool) -> AsyncEngine:
    """Give an engine whose transactions are real ones; one for `migrating` leaves the file's mode alone."""
    made = create_async_engine(
        url,
        # The driver would begin only before the first write and leave reads outside the transaction.
        connect_args={
            "isolation_level": None,
            "timeout": MIGRATION_TIMEOUT_SECONDS if migrating else BUSY_TIMEOUT_SECONDS,
        },
        **({"poolclass": NullPool} if migrating else {}),
    )
    event.listen(made.sync_engine, "do_connect", _try_to_open)
    event.listen(made.sync_engine, "connect", _prepare_migration if migrating else _prepare)
    event.listen(made.sync_engine, "begin", _begin)
    event.listen(made.sync_engine, "invalidate", _undo)
    return made


class Writer:
    """One connection in one thread: a whole transaction is one hop away from the event loop."""

    def __init__(self, url: URL) -> None:
        self._engine = create_engine(
            url.set(drivername="sqlite"),
            connect_args={
                "isolation_level": None,
                "timeout": BUSY_TIMEOUT_SECONDS,
                "check_same_thread": False,
            },
            poolclass=StaticPool,
        )
        event.listen(self._engine, "connect", _prepare)
        event.listen(self._engine, "begin", _begin)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="sqlite-writer")

    async def write(self, work: Callable[[Connection], Result]) -> Result:
        """Do a piece of work in one transaction of that thread."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._write, work)

    async def close(self) -> None:
        """Close the connection, after what is being written."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._engine.dispose)
        self._thread.shutdown()

    def _write(self, work: Callable[[Connection], Result]) -> Result:
        with self._engine.begin() as connection:
            return work(connection)


def _try_to_open(_dialect: object, _record: object, place: list[Any], options: dict[str, Any]) -> None:
    """Fail here for a file that can't be opened: aiosqlite would leave a thread that may outlive the loop."""
    sqlite3.connect(*place, **options).close()


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    # What a person wants forgotten is overwritten, not only unlinked.
    cursor.execute("PRAGMA secure_delete = ON")
    cursor.close()


def _prepare_migration(connection: sqlite3.Connection, _record: object) -> None:
    """Leave the file as it is until its revision is known; let tables be rebuilt under their references."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = OFF")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Take the write lock at once: a transaction that reads first could lose it to another and fail."""
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _undo(connection: sqlite3.Connection, _record: object, _error: BaseException | None) -> None:
    """End a cancelled transaction: closing alone keeps its lock until the last cursor is collected."""
    connection.rollback()


def check_references(connection: Connection) -> None:
    """See that no migration left a reference without its row, as references were off meanwhile."""
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise RuntimeError(f"The migration would break {len(broken)} references, first {broken[0]}")
