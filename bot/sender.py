"""The worker of the announcements' ledger: claims copies, sends each once, and settles them in groups.

Every turn is one transaction: what came back is settled, and as many copies are claimed as may go at once.
They are sent when it is committed. So `sending` in the database is what was under way, whatever ends the
process; at the start it becomes `unknown`, and is sent again only if an organiser asks.
"""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from functools import partial
from typing import Any

import structlog
from sqlalchemy import Connection

from bot.copies import Job, changed, changing, missing_file, sending, settled
from bot.courier import Courier, Outcome, outcome_of
from bot.logs import Outage
from bot.pacing import SendBudget
from bot.transport import AiohttpRequest
from handlers.failures import noted
from storage import deliveries
from storage.announcements import is_quiet
from storage.database import Database, DatabaseUnavailable
from storage.deliveries import Said, Settled, Work

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
_FIRST_CHAT = -(2**62)

_log = structlog.get_logger()


@dataclass(slots=True)
class _Change:
    """A pass over the copies of an announcement that are to be edited or deleted."""

    after: int = _FIRST_CHAT
    found: bool = False


@dataclass(slots=True)
class _Results:
    """What came back since the last turn."""

    sent: list[Settled] = field(default_factory=list)
    changed: list[Settled] = field(default_factory=list)
    file_id_by_upload: dict[tuple[int, str], str] = field(default_factory=dict)
    why_by_held: dict[int, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.sent or self.changed or self.file_id_by_upload or self.why_by_held)

    def take_back(self, earlier: "_Results") -> None:
        """Keep what could not be written, too."""
        self.sent[:0], self.changed[:0] = earlier.sent, earlier.changed
        self.file_id_by_upload |= earlier.file_id_by_upload
        self.why_by_held |= earlier.why_by_held


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
        self._works: list[Work] = []
        self._look_at = self._paused_until = 0.0
        self._streak = self._lost = 0
        self._outage = Outage("the database of announcements")
        self._said: dict[int, Said] = {}
        self._changes: dict[tuple[int, int], _Change] = {}
        self._in_flight: Counter[tuple[int, str, int]] = Counter()
        self._results = _Results()

    async def stop(self, *, within: float) -> None:
        """Claim nothing more and settle what is under way, within so many seconds."""
        self._stopping = True
        self._news.set()
        until = _monotonic() + within
        while (self._in_flight.total() or self._results) and _monotonic() < until:  # noqa: ASYNC110 - once
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
        busy = self._results or self._in_flight.total() or (self._works and not self._pause_left())
        if busy:
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
        if not self._results and not (free and self._works):
            return
        results, self._results = self._results, _Results()
        try:
            jobs = await self._database.write(lambda connection: self._exchange(connection, results, free))
        except BaseException:
            self._results.take_back(results)
            raise
        self._budget.take(len(jobs))
        for job in jobs:
            self._in_flight[job.key] += 1
            tasks.create_task(self._deliver(job))

    async def _look(self) -> None:
        async with self._database.reading() as session:
            anything = await session.run_sync(lambda inner: deliveries.anything(inner.connection()))
        self._works = []
        if anything:
            now = self._now()
            quiet = is_quiet(now, self._zone())
            self._works = await self._database.write(partial(deliveries.due, now=now, quiet=quiet))
        current = {work.announcement for work in self._works}
        self._said = {number: said for number, said in self._said.items() if number in current}
        self._changes = {key: change for key, change in self._changes.items() if key[0] in current}

    def _free(self) -> int:
        """How many calls may be made now."""
        if self._stopping or self._pause_left():
            return 0
        slots = 1 if self._streak else self._budget.at_once  # one try while Telegram fails
        return max(0, min(self._budget.free(), slots - self._in_flight.total()))

    def _exchange(self, connection: Connection, results: _Results, free: int) -> list[Job]:
        """Settle and claim: one transaction."""
        now = self._now()
        if results.sent:
            deliveries.settle(connection, results.sent, now=now)
        if results.changed:
            deliveries.changed(connection, results.changed, now=now)
        for (announcement, kind), file_id in results.file_id_by_upload.items():
            deliveries.uploaded(connection, announcement, kind=kind, file_id=file_id)
            self._said.pop(announcement, None)
        for announcement, why in results.why_by_held.items():
            deliveries.hold(connection, announcement, why=why, now=now)
        jobs: list[Job] = []
        works = self._works = [*self._works[1:], *self._works[:1]]  # each its turn
        for work in works:
            if len(jobs) < free:
                claimed = self._claimed(connection, work, free - len(jobs), now)
                jobs += claimed
        return jobs

    def _claimed(self, connection: Connection, work: Work, number: int, now: datetime) -> list[Job]:
        if work.kind != "send":
            return self._changing(connection, work, number)
        said = self._what(connection, work.announcement)
        work = Work(work.announcement, "send", said.revision)
        upload = missing_file(said)
        if upload:
            if self._flying(work.announcement):
                return []
            number = 1
        copies = deliveries.claim(connection, work.announcement, number=number)
        if not copies and not self._flying(work.announcement) and not self._results:
            self._end(connection, work.announcement, now)
        file = deliveries.file(connection, work.announcement) if upload and copies else None
        return [sending(work, copy, said, upload=upload, file=file) for copy in copies]

    def _end(self, connection: Connection, announcement: int, now: datetime) -> None:
        """Finish it; what is left then was claimed by a transaction whose end nobody heard of."""
        if deliveries.finish(connection, announcement, now=now):
            _log.info("announcement finished", announcement=announcement)
        else:
            deliveries.interrupted(connection, now=now, announcement=announcement)

    def _changing(self, connection: Connection, work: Work, number: int) -> list[Job]:
        said = self._what(connection, work.announcement)
        if said.revision != work.revision:
            return []
        change = self._changes.setdefault((work.announcement, work.revision), _Change())
        copies = deliveries.outdated(connection, work, after=change.after, number=number)
        if copies:
            change.after, change.found = copies[-1].chat_id, True
        elif not self._behind(work):
            if not change.found:
                deliveries.caught_up(connection, work)
            del self._changes[work.announcement, work.revision]
        return [changing(work, copy, said) for copy in copies]

    def _what(self, connection: Connection, announcement: int) -> Said:
        said = self._said.get(announcement)
        if said is None or said.revision != deliveries.revision(connection, announcement):
            said = self._said[announcement] = deliveries.said(connection, announcement)
        return said

    def _flying(self, announcement: int) -> int:
        return sum(
            number
            for (its, kind, _), number in self._in_flight.items()
            if (its, kind) == (announcement, "send")
        )

    def _behind(self, work: Work) -> bool:
        """Whether calls are under way that may leave a copy with an older text."""
        return any(
            number and its == work.announcement and (kind != "send" or revision < work.revision)
            for (its, kind, revision), number in self._in_flight.items()
        )

    async def _deliver(self, job: Job) -> None:
        try:
            outcome = await outcome_of(
                self._call, job.method, {"chat_id": job.copy.chat_id, **job.parameters}
            )
        except Exception as error:  # noqa: BLE001  # of one copy; the others go on
            outcome = Outcome("refused", reason=f"failed, see {noted(error)} in the log")
        self._in_flight[job.key] -= 1
        if not self._in_flight[job.key]:
            del self._in_flight[job.key]
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
            self._results.changed.append(change)

    def _note_sent(self, job: Job, outcome: Outcome) -> None:
        self._results.sent.append(settled(job, outcome))
        if job.uploads and outcome.kind == "done":
            given = outcome.result[job.uploads]
            file = given[-1] if isinstance(given, list) else given
            self._results.file_id_by_upload[job.work.announcement, job.uploads] = file["file_id"]
        elif job.uploads and outcome.kind == "refused":
            self._results.why_by_held[job.work.announcement] = f"Telegram refuses the file: {outcome.reason}"

    def _pause(self, seconds: float | None) -> None:
        """Stop everything: as long as Telegram asks, or longer and longer while it can't be reached."""
        if seconds is None:
            seconds = min(LONGEST_PAUSE, 0.25 * 2**self._streak)
            self._streak = min(self._streak + 1, 10)
        self._paused_until = max(self._paused_until, _monotonic() + seconds)


def _monotonic() -> float:
    return asyncio.get_running_loop().time()
