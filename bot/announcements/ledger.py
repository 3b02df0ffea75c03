"""The ledger of announcements at the command line: opened, read, and acted on."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import IO, TypeVar
from zoneinfo import ZoneInfo

from bot.announcements.following import StandsStillError, State, watch
from bot.announcements.message import NoMessageError
from bot.clock import Clock
from bot.confirming import FAILED, WRONG_CALL, stop
from bot.settings import read_settings
from bot.wiring import build_database, served_folder
from corpus.reading.workshop import read_workshop
from storage.announcements import views
from storage.announcements.audiences import AudienceError
from storage.database import Database, DatabaseTooNew, DatabaseUnavailable

Result = TypeVar("Result")


class Command:
    """One command, over the database and the clock of the settings.

    Attributes:
        settings: as the environment gives them.
        now: the clock.
    """

    def __init__(self) -> None:
        self.settings = read_settings()
        self.now = Clock(self.settings.clock).now

    @contextmanager
    def problems_told(self) -> Iterator[None]:
        """End the command with one line where it asks for what can't be."""
        try:
            yield
        except (NoMessageError, AudienceError) as problem:
            stop(str(problem), status=WRONG_CALL)
        except StandsStillError as problem:
            stop(str(problem), status=FAILED)

    @cached_property
    def zone(self) -> ZoneInfo:
        """The time zone of the event."""
        return ZoneInfo(read_workshop(self.folder / "workshop.yaml").time_zone)

    def follow(self, number: int) -> None:
        """Show how it goes on until everybody has it.

        Raises:
            StandsStillError: nobody sends it.
        """
        zone = self.zone
        self.run(lambda database: watch(lambda: self.state(database, number), now=self.now, zone=zone))

    def run(self, work: Callable[[Database], Awaitable[Result]]) -> Result:
        """Do something with the database."""

        async def opened() -> Result:
            database = build_database(self.settings)
            try:
                await database.migrate()
                return await work(database)
            finally:
                await database.close()

        try:
            return asyncio.run(opened())
        except (DatabaseTooNew, DatabaseUnavailable) as error:
            stop(str(error), status=FAILED)
        except KeyboardInterrupt:
            stop("Left; the running bot goes on.", status=FAILED)

    async def state(self, database: Database, number: int) -> State:
        """An announcement and how far it is."""
        async with database.reading() as session:
            one = await views.get(session, number)
            if one is None:
                stop(f"There is no announcement {number}.", status=WRONG_CALL)
            return one, await views.progress(session, number)

    def latest(self) -> list[State]:
        """The latest announcements."""

        async def rows(database: Database) -> list[State]:
            async with database.reading() as session:
                latest = await views.latest(session)
                return [(one, await views.progress(session, one.id)) for one in latest]

        return self.run(rows)

    def report(self, number: int, output: IO[bytes]) -> None:
        """What became of each copy, as CSV."""

        async def written(database: Database) -> None:
            async with database.reading() as session:
                async for line in views.report_lines(session, number):
                    output.write(line)

        self.run(written)

    def act(self, number: int, act: Callable[..., Awaitable[int | bool]], *, done: str, refused: str) -> None:
        """Move an announcement, and say whether it could be."""

        async def acted(database: Database) -> bool:
            await self.state(database, number)
            async with database.session() as session:
                return bool(await act(session, number, by=None, now=self.now()))

        if not self.run(acted):
            stop(f"Announcement {number} {refused}.", status=FAILED)
        print(f"Announcement {number} {done}.")

    @cached_property
    def folder(self) -> Path:
        """Where the workshop's documents are; looked up before anything is run, as it asks the database."""
        try:
            return served_folder(self.settings)
        except DatabaseUnavailable as error:
            stop(str(error), status=FAILED)
