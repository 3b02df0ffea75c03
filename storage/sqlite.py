"""What SQLite has to be told to keep the promises that PostgreSQL keeps by itself."""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, NullPool, StaticPool, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

Result = TypeVar("Result")

BUSY_TIMEOUT_SECONDS = 2
"""How long a transaction waits for another process's; the bot has to hear of the next cry for help."""
MIGRATION_TIMEOUT_SECONDS = 15
"""How long a migration waits for another process's."""
LARGEST_LOG = 4 * 2**20
"""Bytes of the write-ahead log beyond which its pages are brought to the file: SQLite's own limit."""
LOOK_COMMITS = 50
"""Commits between looks at the size of the log."""


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
    """One connection whose small transactions are done where they are asked for, in the event loop.

    In WAL a commit seldom waits for the disk, and a row costs some ten microseconds. In a thread beside a
    busy event loop each row waits up to five milliseconds for the interpreter instead: a group of thirty
    took seventy. What does wait is left to a thread: another process's lock, the disk at a checkpoint.
    """

    def __init__(self, url: URL) -> None:
        self._engine = create_engine(
            url.set(drivername="sqlite"),
            connect_args={"isolation_level": None, "timeout": 0, "check_same_thread": False},
            poolclass=StaticPool,
        )
        event.listen(self._engine, "connect", _prepare)
        event.listen(self._engine, "connect", _leave_checkpoints)
        event.listen(self._engine, "begin", _begin)
        self._open: Connection | None = None
        self._log = Path(f"{url.database}-wal")
        self._commits = 0
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="sqlite-writer")

    async def write(self, work: Callable[[Connection], Result]) -> Result:
        """Do a piece of work in one transaction."""
        try:
            result = self._write(work)
        except OperationalError as error:
            if not _is_locked(error):
                raise
            result = await self._in_thread(partial(self._write_patiently, work))
        self._commits += 1
        if self._commits >= LOOK_COMMITS:
            self._commits = 0
            if self._log.exists() and self._log.stat().st_size > LARGEST_LOG:
                await self._in_thread(self._checkpoint)
        return result

    async def close(self) -> None:
        """Close the connection, after what is being written."""
        await self._in_thread(self._close)
        self._thread.shutdown()

    def _close(self) -> None:
        if self._open:
            self._open.close()
        self._engine.dispose()

    async def _in_thread(self, work: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    @property
    def _connection(self) -> Connection:
        """The one connection, kept: to take one from a pool takes as long as a small write."""
        if self._open is None:
            self._open = self._engine.connect()
        return self._open

    def _write(self, work: Callable[[Connection], Result]) -> Result:
        with self._connection.begin():
            return work(self._connection)

    def _write_patiently(self, work: Callable[[Connection], Result]) -> Result:
        self._wait(BUSY_TIMEOUT_SECONDS)
        try:
            return self._write(work)
        finally:
            self._wait(0)

    def _checkpoint(self) -> None:
        with suppress(sqlite3.Error):  # a disk that is full: what was written stands in the log, as before
            self._pragma("wal_checkpoint(TRUNCATE)")

    def _wait(self, seconds: float) -> None:
        self._pragma(f"busy_timeout = {seconds * 1000:.0f}")

    def _pragma(self, said: str) -> None:
        """Outside any transaction, which SQLAlchemy would begin by itself."""
        self._connection.connection.cursor().execute(f"PRAGMA {said}").close()


def _is_locked(error: OperationalError) -> bool:
    code = (
        getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
    )  # the primary one: https://sqlite.org/rescode.html
    return code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


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


def _leave_checkpoints(connection: sqlite3.Connection, _record: object) -> None:
    """Not within a commit: a checkpoint waits for the disk."""
    connection.execute("PRAGMA wal_autocheckpoint = 0").close()


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
