"""Updates in: stored before Telegram hears that they arrived, then handled, then done."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.logs import Outage
from bot.ordering import Lanes
from storage import inbox
from storage.database import Database, DatabaseUnavailable
from storage.grouping import GroupCommit
from storage.inbox import Arrived

MOST_WAITING = 5_000
"""Updates kept in memory; beyond that they wait in the database, and with Telegram."""
PAGE = 500
"""Updates read from the database at a time."""
STORE_SECONDS = 2.0
"""How long storing a batch may take."""
RETRY_SECONDS = 1.0
"""Between looks at a database that does not answer."""
LONGEST_PAUSE = 30.0
"""Seconds between tries of an update while Telegram is out of reach."""

_log = structlog.get_logger()

RawUpdate = Mapping[str, Any]


class TelegramGoneError(Exception):
    """Telegram could not be reached while an update was handled: it is to be handled again."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    update_id: int
    raw: RawUpdate


class Inbox:
    """The durable queue between Telegram and the handlers.

    Args:
        database: where updates are kept.
        process: handles one update; TelegramGoneError asks for another try, what else it raises ends it.
        is_urgent: whether an update can't wait for the database.
        tasks: owns the workers.
        now: the clock.
    """

    def __init__(
        self,
        database: Database,
        process: Callable[[RawUpdate], Awaitable[None]],
        *,
        is_urgent: Callable[[RawUpdate], bool],
        tasks: asyncio.TaskGroup,
        now: Callable[[], datetime],
    ) -> None:
        self._database, self._process, self._now = database, process, now
        self._is_urgent = is_urgent
        self._ahead: dict[int, bool] = {}  # urgent updates not yet stored, and whether they are handled
        self._outage = Outage("Telegram")
        self._lanes: Lanes[_Waiting] = Lanes(self._handle, tasks)
        self._store = GroupCommit(database, self._store_batches)
        self._finish = GroupCommit(database, self._finish_all)
        self._lined_up: set[int] = set()
        self._behind = asyncio.Event()  # the database holds updates that memory does not
        self._behind.set()

    async def take(self, updates: Sequence[object]) -> None:
        """Keep a batch in one transaction, then line it up; what is no update is left out with a line.

        Raises:
            DatabaseUnavailable: nothing of the batch was kept: don't confirm it.
        """
        raws = {raw["update_id"]: raw for raw in updates if isinstance(raw, dict) and _is_update(raw)}
        if len(raws) < len(updates):
            _log.warning("malformed updates left out", count=len(updates) - len(raws))
        if not raws:
            return
        for number, raw in raws.items():
            if number not in self._ahead and self._is_urgent(raw):
                self._ahead[number] = False
                self._line_up(number, raw)
        new = await self._stored([_arrived(raw) for raw in raws.values()])
        ahead = {number: self._ahead.pop(number) for number in raws if number in self._ahead}
        for number in (number for number, handled in ahead.items() if handled):
            await self._finish(number)
        self._line_up_all({number: raws[number] for number in sorted(new - ahead.keys())})

    async def _stored(self, batch: Sequence[Arrived]) -> set[int]:
        """Store a batch; a database that is locked must not keep the next cry for help from being heard."""
        try:
            async with asyncio.timeout(STORE_SECONDS):
                return await self._store(batch)
        except TimeoutError:
            raise DatabaseUnavailable(
                f"The database took longer than {STORE_SECONDS} s to store updates."
            ) from None
        except SQLAlchemyError as error:
            raise DatabaseUnavailable(f"The database can't store updates: {type(error).__name__}.") from error

    def _line_up_all(self, raws: Mapping[int, RawUpdate]) -> None:
        if self._behind.is_set() or self._lanes.waiting + len(raws) > MOST_WAITING:
            self._behind.set()  # behind those that wait in the database
            return
        for number, raw in raws.items():
            self._line_up(number, raw)

    async def run(self) -> None:
        """Bring what waits in the database to the handlers, an earlier run's first; until cancelled."""
        while True:
            await self._behind.wait()
            try:
                await self._catch_up()
            except DatabaseUnavailable as error:
                _log.error("inbox can't be read", reason=str(error))
                await asyncio.sleep(RETRY_SECONDS)

    async def room(self) -> None:
        """Wait until memory has room for another batch."""
        await self._lanes.wait_below(MOST_WAITING)

    async def stop(self, *, within: float) -> None:
        """Begin nothing new and wait so many seconds for what is running; the rest stays in the database."""
        await self._lanes.stop(within=within)

    async def _catch_up(self) -> None:
        """Page by page, until a page ends the wait: then new updates go straight to their lanes again."""
        after = -1
        while True:
            await self.room()
            known = set(self._lined_up)  # one that is done while this page is read is in the page still
            async with self._database.reading() as session:
                page = await inbox.pending(session, after=after, limit=PAGE)
            for arrived in page:
                after = arrived.update_id
                if after not in known and after not in self._lined_up:
                    self._line_up(after, json.loads(arrived.body))
            if len(page) < PAGE:
                self._behind.clear()
                return

    def _line_up(self, number: int, raw: RawUpdate) -> None:
        self._lined_up.add(number)
        self._lanes.put(_chat_of(raw) or -number, _Waiting(number, raw))

    async def _handle(self, waiting: _Waiting) -> None:
        await self._process_until_done(waiting)
        await self._end(waiting)
        self._lined_up.discard(waiting.update_id)

    async def _end(self, waiting: _Waiting) -> None:
        if waiting.update_id in self._ahead:  # not stored yet: finished when it is
            self._ahead[waiting.update_id] = True
            return
        try:
            await self._finish(waiting.update_id)
        except Exception as error:  # noqa: BLE001  # it is handled again at the next start
            _log.error("update not marked done", update_id=waiting.update_id, error=type(error).__name__)

    async def _process_until_done(self, waiting: _Waiting) -> None:
        """Handle an update; again, after a pause, as long as Telegram is out of reach."""
        pause = 1.0
        while True:
            try:
                await self._process(waiting.raw)
            except TelegramGoneError as error:
                self._outage.goes_on(str(error))
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
                continue
            except Exception as error:  # noqa: BLE001  # no update may stop the others
                _log.error("update failed", update_id=waiting.update_id, error=type(error).__name__)
            else:
                self._outage.is_over()
            return

    async def _store_batches(
        self, session: AsyncSession, batches: Sequence[Sequence[Arrived]]
    ) -> list[set[int]]:
        new = await inbox.store(session, [one for batch in batches for one in batch], now=self._now())
        return [{one.update_id for one in batch} & new for batch in batches]

    async def _finish_all(self, session: AsyncSession, numbers: Sequence[int]) -> list[None]:
        await inbox.finish(session, numbers, now=self._now())
        return [None] * len(numbers)


def _is_update(raw: RawUpdate) -> bool:
    return type(raw.get("update_id")) is int


def _arrived(raw: RawUpdate) -> Arrived:
    return Arrived(raw["update_id"], _chat_of(raw), json.dumps(raw, ensure_ascii=False))


def _chat_of(raw: RawUpdate) -> int | None:
    """The chat an update belongs to, wherever its kind keeps it; else its person."""
    for content in raw.values():
        if isinstance(content, dict):
            message = content.get("message")
            for holder in (content, message if isinstance(message, dict) else {}):
                chat = holder.get("chat")
                if isinstance(chat, dict) and isinstance(chat.get("id"), int):
                    return int(chat["id"])
            person = content.get("from")
            if isinstance(person, dict) and isinstance(person.get("id"), int):
                return int(person["id"])
    return None
