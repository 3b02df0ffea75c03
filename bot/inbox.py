"""Updates in: stored before Telegram hears that they arrived, then handled, then done."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from bot.ordering import Lanes
from storage import inbox
from storage.database import Database, DatabaseUnavailable
from storage.grouping import GroupCommit
from storage.inbox import Arrived

MOST_WAITING = 5_000
"""Updates kept in memory; beyond that they wait in the database, and with Telegram."""
PAGE = 500
"""Updates read from the database at a time."""
RETRY_SECONDS = 1.0
"""Between looks at a database that does not answer."""

_log = structlog.get_logger()

RawUpdate = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Waiting:
    update_id: int
    raw: RawUpdate


class Inbox:
    """The durable queue between Telegram and the handlers.

    Args:
        database: where updates are kept.
        process: handles one update; what it raises is logged and ends that update.
        tasks: owns the workers.
        now: the clock.
    """

    def __init__(
        self,
        database: Database,
        process: Callable[[RawUpdate], Awaitable[None]],
        *,
        tasks: asyncio.TaskGroup,
        now: Callable[[], datetime],
    ) -> None:
        self._database, self._process, self._now = database, process, now
        self._lanes: Lanes[_Waiting] = Lanes(self._handle, tasks)
        self._store = GroupCommit(database, self._store_batches)
        self._finish = GroupCommit(database, self._finish_all)
        self._last_read = -1
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
        new = await self._store([_arrived(raw) for raw in raws.values()])
        if self._behind.is_set() or self._lanes.waiting + len(new) > MOST_WAITING:
            self._behind.set()
            return
        for number in sorted(new):
            self._line_up(number, raws[number])

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
        while True:
            await self.room()
            async with self._database.reading() as session:
                page = await inbox.pending(session, after=self._last_read, limit=PAGE)
            for arrived in page:
                self._line_up(arrived.update_id, json.loads(arrived.body))
            if len(page) < PAGE:
                self._behind.clear()
                return

    def _line_up(self, number: int, raw: RawUpdate) -> None:
        self._last_read = max(self._last_read, number)
        self._lanes.put(_chat_of(raw) or -number, _Waiting(number, raw))

    async def _handle(self, waiting: _Waiting) -> None:
        try:
            await self._process(waiting.raw)
        except Exception as error:  # noqa: BLE001  # no update may stop the others
            _log.error("update failed", update_id=waiting.update_id, error=type(error).__name__)
        try:
            await self._finish(waiting.update_id)
        except Exception as error:  # noqa: BLE001  # it is handled again at the next start
            _log.error("update not marked done", update_id=waiting.update_id, error=type(error).__name__)

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
