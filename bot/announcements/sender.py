"""The worker of the announcements' ledger: claims copies, sends each once, and settles them in groups.

Every turn is one transaction: what came back is settled, and as many copies are claimed as may go at once
(`claiming`). They are sent when it is committed. So `sending` in the database is what was under way,
whatever ends the process; at the start it becomes `unknown`, and is sent again only if an organiser asks.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime, tzinfo
from functools import partial
from typing import Any

import structlog

from bot.announcements.claiming import Claims
from bot.announcements.copies import Job, changed, settled
from bot.courier import Courier, Outcome, outcome_of
from bot.logs import Outage
from bot.pacing import SendBudget
from bot.transport import AiohttpRequest
from handlers.failures import noted
from storage.announcements import deliveries, schedule
from storage.announcements.quiet_hours import is_quiet
from storage.database import Database, DatabaseUnavailable

LOOK_SECONDS = 0.5
"""Between looks for what the command line recorded, and for what the clock makes due."""
TURN_SECONDS = 0.01
"""Between turns while there is something to send: shorter ones are more commits, longer ones more at once."""
READ_SECONDS = 30.0
"""How long Telegram may take to reply: longer than for an answer, as a lost reply costs a copy its state."""
LONGEST_PAUSE = 30.0
"""Seconds between tries while Telegram is out of reach."""
LOST_IN_A_ROW = 3
"""Replies lost one after another that look like an outage."""

_log = structlog.get_logger()


class Sender:
    """Sends what the ledger holds, until stopped.

    Args:
        database: the ledger.
        transport: without patience: a call is made once. Opened and closed by `run`.
        address: the Bot API's root with the token.
        budget: shared with the answers.
        news: set when an announcement was changed: look at once.
        now: the clock.
        zone: gives the time zone of the event, for quiet hours.
    """

    def __init__(
        self,
        database: Database,
        transport: AiohttpRequest,
        address: str,
        *,
        budget: SendBudget,
        news: asyncio.Event,
        now: Callable[[], datetime],
        zone: Callable[[], tzinfo],
    ) -> None:
        self._database, self._transport = database, transport
        self._call = Courier(transport, address)
        self._budget = budget
        self._now, self._zone = now, zone
        self._news, self._stopping = news, False
        self._claims = Claims()
        self._look_at = self._paused_until = 0.0
        self._streak = self._lost = 0
        self._outage = Outage("the database of announcements")

    async def stop(self, *, within: float) -> None:
        """Claim nothing more and settle what is under way, within so many seconds."""
        self._stopping = True
        self._news.set()
        until = _monotonic() + within
        while self._claims.unsettled and _monotonic() < until:  # noqa: ASYNC110 - once
            await asyncio.sleep(TURN_SECONDS)

    async def run(self, tasks: asyncio.TaskGroup) -> None:
        """Send until cancelled.

        Args:
            tasks: where the calls run.
        """
        await self._transport.initialize()
        try:
            await self._safely(self._take_over, retry=True)
            while True:
                await self._safely(partial(self._turn, tasks))
                await self._wait()
        finally:
            await self._transport.shutdown()

    async def _safely(self, step: Callable[[], Any], *, retry: bool = False) -> None:
        """Do a step; a database that does not answer is waited for."""
        while True:
            try:
                await step()
            except DatabaseUnavailable as error:
                self._outage.goes_on(str(error))
            except Exception as error:  # noqa: BLE001  # of announcements: answers go on
                noted(error, event="announcements wait")
            else:
                self._outage.is_over()
                return
            await asyncio.sleep(1)
            if not retry:
                return

    async def _take_over(self) -> None:
        unknown = await self._database.write(
            lambda database: deliveries.interrupted(database, now=self._now())
        )
        for announcement, count in unknown.items():
            _log.warning("announcement interrupted", announcement=announcement, unknown=count)

    async def _wait(self) -> None:
        if self._claims.unsettled or (self._claims.works and not self._pause_left()):
            await asyncio.sleep(TURN_SECONDS)
            return
        try:
            async with asyncio.timeout(
                max(TURN_SECONDS, min(LOOK_SECONDS, self._pause_left() or LOOK_SECONDS))
            ):
                await self._news.wait()
        except TimeoutError:
            return
        self._news.clear()
        self._look_at = 0.0

    def _pause_left(self) -> float:
        return max(0.0, self._paused_until - _monotonic())

    async def _turn(self, tasks: asyncio.TaskGroup) -> None:
        if _monotonic() >= self._look_at and not self._stopping:
            await self._look()
            self._look_at = _monotonic() + LOOK_SECONDS
        free = self._free()
        if not self._claims.results and not (free and self._claims.works):
            return
        jobs = await self._claims.exchange(self._database, free, now=self._now())
        self._budget.take(len(jobs))
        for job in jobs:
            tasks.create_task(self._deliver(job))

    async def _look(self) -> None:
        async with self._database.reading() as session:
            anything = await session.run_sync(lambda inner: schedule.anything(inner.connection()))
        now = self._now()
        due = partial(schedule.due, now=now, quiet=is_quiet(now, self._zone()))
        self._claims.look(await self._database.write(due) if anything else [])

    def _free(self) -> int:
        """How many calls may be made now."""
        if self._stopping or self._pause_left():
            return 0
        slots = 1 if self._streak else self._budget.at_once  # one try while Telegram fails
        return max(0, min(self._budget.free(), slots - self._claims.in_flight.total()))

    async def _deliver(self, job: Job) -> None:
        try:
            outcome = await outcome_of(
                self._call, job.method, {"chat_id": job.copy.chat_id, **job.parameters}
            )
        except Exception as error:  # noqa: BLE001  # of one copy; the others go on
            outcome = Outcome("refused", reason=f"failed, see {noted(error)} in the log")
        self._claims.landed(job)
        self._note(job, outcome)

    def _note(self, job: Job, outcome: Outcome) -> None:
        self._lost = self._lost + 1 if outcome.kind == "unknown" else 0
        if outcome.kind in ("later", "failing") or self._lost >= LOST_IN_A_ROW:
            self._pause(outcome.seconds)
        elif outcome.kind != "unknown":
            self._streak = 0
        if job.work.kind == "send":
            self._note_sent(job, outcome)
        elif (change := changed(job, outcome)) is not None:
            self._claims.results.changed.append(change)

    def _note_sent(self, job: Job, outcome: Outcome) -> None:
        self._claims.results.sent.append(settled(job, outcome))
        if job.uploads and outcome.kind == "done":
            given = outcome.result[job.uploads]
            file = given[-1] if isinstance(given, list) else given
            self._claims.results.file_id_by_upload[job.work.announcement, job.uploads] = file["file_id"]
        elif job.uploads and outcome.kind == "refused":
            self._claims.results.why_by_held[job.work.announcement] = (
                f"Telegram refuses the file: {outcome.reason}"
            )

    def _pause(self, seconds: float | None) -> None:
        """Stop everything: as long as Telegram asks, or longer and longer while it can't be reached."""
        if seconds is None:
            seconds = min(LONGEST_PAUSE, 0.25 * 2**self._streak)
            self._streak = min(self._streak + 1, 10)
        self._paused_until = max(self._paused_until, _monotonic() + seconds)


def _monotonic() -> float:
    return asyncio.get_running_loop().time()
