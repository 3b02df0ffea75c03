"""Updates in: stored before Telegram hears that they arrived, then handled, then done."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeGuard

import structlog
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot.logs import Outage
from bot.ordering import Lanes
from storage import inbox
from storage.database import Database, DatabaseUnavailable
from storage.grouping import WriteQueue
from storage.inbox import Arrived

MOST_WAITING = 5_000
"""Updates kept in memory; beyond that they wait in the database, and with Telegram."""
PAGE = 500
"""Updates read from the database at a time."""
STORE_SECONDS = 2.0
"""How long storing a batch may take."""
RETRY_SECONDS = 1.0
"""Between looks at a database that does not answer."""
URGENT_SECONDS = 0.25
"""How long a cry for help waits to be stored before it is heard all the same."""
LARGEST_NUMBER = 2**63 - 1
"""What a column of the database holds."""
LONGEST_PAUSE = 30.0
"""Seconds between tries of an update while Telegram is out of reach."""

_log = structlog.get_logger()

RawUpdate = Mapping[str, Any]


class TelegramGoneError(Exception):
    """Telegram took no reply while an update was handled: it is to be handled again.

    Attributes:
        seconds: how long it asks to wait.
    """

    def __init__(self, reason: str, *, seconds: float = 0.0) -> None:
        super().__init__(reason)
        self.seconds = seconds


@dataclass(slots=True)
class _Waiting:
    update_id: int
    raw: RawUpdate
    pause: float = 1.0


class Inbox:
    """The durable queue between Telegram and the handlers.

    Args:
        database: where updates are read from.
        writes: the queue by which they are kept.
        process: handles one update; TelegramGoneError asks for another try, what else it raises ends it.
        is_urgent: whether an update can't wait for the database.
        tasks: owns the workers.
        now: the clock.
        outage: tells when Telegram is out of reach.
    """

    def __init__(
        self,
        database: Database,
        writes: WriteQueue,
        process: Callable[[RawUpdate], Awaitable[None]],
        *,
        is_urgent: Callable[[RawUpdate], bool],
        tasks: asyncio.TaskGroup,
        now: Callable[[], datetime],
        outage: Outage,
    ) -> None:
        self._database, self._process, self._now = database, process, now
        self._is_urgent = is_urgent
        self._ahead: dict[int, bool] = {}  # urgent updates not yet stored, and whether they are handled
        self._outage, self._unread = outage, Outage("inbox")
        self._lanes: Lanes[_Waiting] = Lanes(self._handle, tasks)
        self._store, self._finish = writes.kind(self._store_batches), writes.kind(self._finish_all)
        self._lined_up: set[int] = set()
        self._behind = asyncio.Event()  # the database holds updates that memory does not
        self._behind.set()
        self._missed = False  # more of that has come since the catching up began
        self._done_meanwhile: set[int] = set()  # while a page was being read
        self._unmarked: set[int] = set()  # done, and the database does not know

    async def take(self, updates: Sequence[object]) -> None:
        """Keep a batch in one transaction, then line it up; what is no update is left out with a line.

        Raises:
            DatabaseUnavailable: nothing of the batch was kept: don't confirm it.
        """
        raws = {raw["update_id"]: raw for raw in updates if is_update(raw)}
        if malformed := sum(not is_update(raw) for raw in updates):
            _log.warning("malformed updates left out", count=malformed)
        if not raws:
            return
        new = await self._stored([_arrived(raw) for raw in raws.values()], raws)
        ahead = {number: self._ahead.pop(number) for number in raws if number in self._ahead}
        for number in (number for number, handled in ahead.items() if handled):
            await self._end(number)
        if raws.keys() - new - ahead.keys() - self._lined_up:
            self._look_again()  # a repeat, or stored by an attempt that was given up: the database knows
        self._line_up_new({number: raws[number] for number in sorted(new - ahead.keys())})

    async def _stored(self, batch: Sequence[Arrived], raws: Mapping[int, RawUpdate]) -> set[int]:
        """Store a batch; a database that is locked must not keep a cry for help from being heard."""
        impatience = asyncio.get_running_loop().call_later(URGENT_SECONDS, self._hear_urgent, raws)
        try:
            async with asyncio.timeout(STORE_SECONDS):
                return await self._store(batch)
        except TimeoutError:
            self._hear_urgent(raws)
            raise DatabaseUnavailable(
                f"The database took longer than {STORE_SECONDS} s to store updates."
            ) from None
        except (SQLAlchemyError, DatabaseUnavailable) as error:
            self._hear_urgent(raws)
            raise DatabaseUnavailable(f"The database can't store updates: {type(error).__name__}.") from error
        finally:
            impatience.cancel()

    def _hear_urgent(self, raws: Mapping[int, RawUpdate]) -> None:
        for number, raw in raws.items():
            if number not in self._lined_up and self._is_urgent(raw):
                self._ahead[number] = False
                self._line_up(number, raw)

    def _line_up_new(self, raws: Mapping[int, RawUpdate]) -> None:
        """Line up what was stored; behind what waits in the database, unless it is a cry for help."""
        if self._behind.is_set() or self._lanes.waiting + len(raws) > MOST_WAITING:
            self._look_again()
            raws = {number: raw for number, raw in raws.items() if self._is_urgent(raw)}
        for number, raw in raws.items():
            if number not in self._lined_up:
                self._line_up(number, raw)

    def _look_again(self) -> None:
        self._missed = True
        self._behind.set()

    async def run(self) -> None:
        """Bring what waits in the database to the handlers, an earlier run's first; until cancelled."""
        while True:
            await self._behind.wait()
            try:
                await self._catch_up()
                self._unread.is_over()
            except (DatabaseUnavailable, SQLAlchemyError) as error:
                self._unread.goes_on(type(error).__name__)
                await asyncio.sleep(RETRY_SECONDS)

    async def room(self) -> None:
        """Wait until memory has room for another batch."""
        await self._lanes.wait_below(MOST_WAITING)

    async def stop(self, *, within: float) -> None:
        """Begin nothing new and wait so many seconds for what is running; the rest stays in the database."""
        await self._lanes.stop(within=within)

    async def _catch_up(self) -> None:
        """Page by page, until a page ends the wait: then new updates go straight to their lanes again."""
        after, self._missed = -1, False
        await self._mark_again()
        while True:
            await self.room()
            self._done_meanwhile.clear()
            async with self._database.reading() as session:
                page = await inbox.pending(session, after=after, limit=PAGE)
            for arrived in page:
                after = arrived.update_id
                if after not in self._lined_up and after not in self._done_meanwhile:
                    self._line_up(after, json.loads(arrived.body))
            if len(page) < PAGE:
                break
        if not self._missed:
            self._behind.clear()

    def _line_up(self, number: int, raw: RawUpdate) -> None:
        self._lined_up.add(number)
        self._lanes.put(_chat_of(raw) or -number, _Waiting(number, raw))

    async def _handle(self, waiting: _Waiting) -> float | None:
        """Handle an update; gives the seconds after which it is to be tried again."""
        try:
            await self._process(waiting.raw)
        except TelegramGoneError as error:
            self._outage.goes_on(str(error))
            pause, waiting.pause = waiting.pause, min(2 * waiting.pause, LONGEST_PAUSE)
            return max(pause, error.seconds)
        except Exception as error:  # noqa: BLE001  # no update may stop the others
            _log.error("update failed", update_id=waiting.update_id, error=type(error).__name__)
        else:
            self._outage.is_over()
        if waiting.update_id in self._ahead:  # not stored yet: finished when it is
            self._ahead[waiting.update_id] = True
        else:
            await self._end(waiting.update_id)
        return None

    async def _end(self, number: int) -> None:
        """Note that an update is done; until then it is under way, and answered again after a crash."""
        try:
            await self._finish(number)
        except Exception as error:  # noqa: BLE001  # whatever the database has
            _log.error("update not marked done", update_id=number, error=type(error).__name__)
            self._unmarked.add(number)
            self._look_again()
        else:
            self._ended(number)

    async def _mark_again(self) -> None:
        """Note what could not be noted when it was done: it must not be answered after the next start."""
        for number in sorted(self._unmarked):
            await self._finish(number)
            self._unmarked.discard(number)
            self._ended(number)

    def _ended(self, number: int) -> None:
        self._lined_up.discard(number)
        if self._behind.is_set():
            self._done_meanwhile.add(number)

    def _store_batches(self, connection: Connection, batches: Sequence[Sequence[Arrived]]) -> list[set[int]]:
        new = inbox.store(connection, [one for batch in batches for one in batch], now=self._now())
        return [{one.update_id for one in batch} & new for batch in batches]

    def _finish_all(self, connection: Connection, numbers: Sequence[int]) -> list[None]:
        inbox.finish(connection, numbers, now=self._now())
        return [None] * len(numbers)


def is_update(raw: object) -> TypeGuard[RawUpdate]:
    """Whether something is an update: a JSON object with a number to know it by."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return type(number) is int and 0 <= number <= LARGEST_NUMBER


def _arrived(raw: RawUpdate) -> Arrived:
    # ASCII: half of a surrogate pair can't be stored, its escape can.
    return Arrived(raw["update_id"], _chat_of(raw), json.dumps(raw))


def _chat_of(raw: RawUpdate) -> int | None:
    """The chat an update belongs to, wherever its kind keeps it; else its person."""
    for content in raw.values():
        if isinstance(content, dict):
            message = content.get("message")
            for holder, name in ((content, "chat"), (message, "chat"), (content, "from")):
                whose = holder.get(name) if isinstance(holder, dict) else None
                number = whose.get("id") if isinstance(whose, dict) else None
                if type(number) is int and abs(number) <= LARGEST_NUMBER:
                    return number
    return None
