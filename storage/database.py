"""The database: opens it, keeps its tables up to date and gives out transactions, on SQLite or PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from sqlalchemy import URL, Connection, NullPool, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from storage import sqlite

Result = TypeVar("Result")

DRIVERS = ("sqlite+aiosqlite", "postgresql+asyncpg")
WAL_PAUSE_SECONDS = 0.05
TURN_TIMEOUT_SECONDS = 60
CONNECT_TIMEOUT_SECONDS = 10
STATEMENT_TIMEOUT_SECONDS = 60

UNUSABLE = (DBAPIError, PoolTimeoutError, OSError, ArgumentError, TypeError, ValueError)
"""What SQLAlchemy and the drivers raise for a server, a file or an option of the URL that is no good."""


class DatabaseUnavailable(Exception):  # noqa: N818 - says what is the matter better than "Error"
    """The database can't be opened; the message is one line for the operator, without the password."""


class DatabaseTooNew(Exception):  # noqa: N818 - as above
    """A newer program has changed the tables; the message is one line, without the password."""


class Database:
    """One database for the life of the process; `close()` it at the end.

    Args:
        url: `sqlite+aiosqlite:///FILE` or `postgresql+asyncpg://USER:PASSWORD@HOST/NAME`.

    Raises:
        DatabaseUnavailable: the URL is of no such form, or the PostgreSQL driver is not installed.
    """

    def __init__(self, url: str) -> None:
        self._url = _parsed(url)
        with self._told_plainly():
            self._engine = _engine(self._url)
        self._sessions = async_sessionmaker(self._engine, expire_on_commit=False)
        self._snapshots = async_sessionmaker(_reading(self._engine), expire_on_commit=False)
        # SQLite has one writer: waiting here is first come first served and costs nothing,
        # while SQLite itself lets writers poll.
        self._writer = asyncio.Lock()
        self._sqlite = sqlite.Writer(self._url) if self._is_sqlite else None

    async def write(self, work: Callable[[Connection], Result]) -> Result:
        """Do a piece of work in one transaction: one hop to the database, however many statements.

        Raises:
            DatabaseUnavailable: the database can't be reached or written, or stays locked.
        """
        async with self._turn():
            try:
                if self._sqlite:
                    return await self._sqlite.write(work)
                async with AsyncExitStack() as stack:
                    with self._told_plainly():
                        connection = await stack.enter_async_context(self._engine.begin())
                    return await connection.run_sync(work)
            except DBAPIError as error:
                if type(error) not in (OperationalError, DatabaseError, InterfaceError):
                    raise  # the work is at fault, not the database
                with self._told_plainly():
                    raise

    @asynccontextmanager
    async def session(self) -> AsyncIterator[AsyncSession]:
        """Give one transaction: kept when the block ends, undone when it raises or is cancelled.

        It may write from the start, so on SQLite others wait for it: keep it short and never nest two.

        Raises:
            DatabaseUnavailable: the database can't be reached, or stays locked.
        """
        async with self._turn(), self._sessions() as session:
            with self._told_plainly():
                await session.connection()
            yield session
            await session.commit()

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        if not self._is_sqlite:
            yield
            return
        with self._told_plainly():
            await self._wait_for_turn()
        try:
            yield
        finally:
            self._writer.release()

    async def _wait_for_turn(self) -> None:
        if not self._writer.locked():
            await self._writer.acquire()
            return
        try:
            async with asyncio.timeout(TURN_TIMEOUT_SECONDS):
                await self._writer.acquire()
        except TimeoutError:
            raise TimeoutError(
                f"other transactions have kept it for {TURN_TIMEOUT_SECONDS} seconds"
            ) from None

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """Give one transaction that only reads: what it sees stands still, and nobody waits for it.

        Raises:
            DatabaseUnavailable: the database can't be reached.
        """
        async with self._snapshots() as session:
            with self._told_plainly():
                await session.connection()
            yield session

    async def migrate(self) -> None:
        """Bring the tables up to date, all or nothing; another process doing the same waits its turn.

        Raises:
            DatabaseTooNew: a newer program has changed the tables; they are left as they are.
            DatabaseUnavailable: the database can't be reached or written.
        """
        # Alembic costs a tenth of a second, which a command that only answers need not wait for.
        from storage.migrations import UnknownRevisionError, upgrade  # noqa: PLC0415

        engine = _engine(self._url, migrating=True)
        try:
            with self._told_plainly():
                async with engine.begin() as connection:
                    await connection.run_sync(upgrade)
                    if self._is_sqlite:
                        await connection.run_sync(sqlite.check_references)
        except UnknownRevisionError as error:
            raise DatabaseTooNew(
                f"The database {self.place} is newer than this program: it has revision {error.revision!r}, "
                "which this version does not know. Upgrade the program; nothing was changed."
            ) from error
        finally:
            await engine.dispose()
        with self._told_plainly():
            await self._open_once()

    async def _open_once(self) -> None:
        """Open the first connection, which turns a SQLite file to WAL.

        SQLite does that only while nobody else uses the file, and does not wait for it by itself.
        """
        for _ in range(int(sqlite.BUSY_TIMEOUT_SECONDS / WAL_PAUSE_SECONDS)):
            with suppress(OperationalError):
                async with self._engine.connect():
                    return
            await asyncio.sleep(WAL_PAUSE_SECONDS)
        async with self._engine.connect():
            return

    async def close(self) -> None:
        """Close all connections; the object can't be used after it."""
        if self._sqlite:
            await self._sqlite.close()
        await self._engine.dispose()

    @property
    def place(self) -> str:
        """Where the database is: a file, or an address without password and options."""
        if self._is_sqlite:
            return str(self._url.database)
        return self._url.set(query={}).render_as_string(hide_password=True)

    @property
    def _is_sqlite(self) -> bool:
        return self._url.get_backend_name() == "sqlite"

    @contextmanager
    def _told_plainly(self) -> Iterator[None]:
        """Turn what the drivers raise for a database they can't open into one line that says what to do."""
        try:
            yield
        except UNUSABLE as error:
            raise DatabaseUnavailable(
                f"The database {self.place} can't be used: {self._reason(error)}. {self._remedy()}"
            ) from error

    def _reason(self, error: Exception) -> str:
        if self._missing_folder:
            return f"the folder {self._missing_folder} does not exist"
        cause = error.orig if isinstance(error, DBAPIError) else error
        return " ".join(str(cause).split()).rstrip(".") or type(cause).__name__

    def _remedy(self) -> str:
        if self._missing_folder:
            return "Create the folder or correct BOT_DATABASE_URL."
        if self._is_sqlite:
            return "Check that the file is a database that this user may write, or correct BOT_DATABASE_URL."
        return "Check that the server runs and that BOT_DATABASE_URL names it rightly."

    @property
    def _missing_folder(self) -> Path | None:
        folder = Path(str(self._url.database)).parent
        return folder if self._is_sqlite and not folder.is_dir() else None


def _parsed(url: str) -> URL:
    expected = " or ".join(f"{driver}://…" for driver in DRIVERS)
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        # Not the URL itself: what can't be taken apart may hold a password anywhere.
        raise DatabaseUnavailable(f"The database URL can't be read: expected {expected}") from error
    if parsed.drivername not in DRIVERS:
        raise DatabaseUnavailable(f"The database URL begins with {parsed.drivername!r}: expected {expected}")
    if parsed.drivername == "sqlite+aiosqlite" and parsed.database in {None, "", ":memory:"}:
        raise DatabaseUnavailable("The database URL names no file: expected sqlite+aiosqlite:///FILE")
    return parsed


def _engine(url: URL, *, migrating: bool = False) -> AsyncEngine:
    if url.get_backend_name() == "sqlite":
        return sqlite.engine(url, migrating=migrating)
    try:
        return create_async_engine(
            url,
            pool_pre_ping=True,
            connect_args={"timeout": CONNECT_TIMEOUT_SECONDS, "command_timeout": STATEMENT_TIMEOUT_SECONDS},
            **({"poolclass": NullPool} if migrating else {}),
        )
    except ModuleNotFoundError as error:
        raise DatabaseUnavailable(
            "PostgreSQL needs the package asyncpg: install the program with its 'postgres' extra."
        ) from error


def _reading(engine: AsyncEngine) -> AsyncEngine:
    if engine.dialect.name == "sqlite":
        return engine.execution_options(reading=True)
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
