"""What goes next: one transaction settles what came back and claims the copies that may go now."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import structlog
from sqlalchemy import Connection

from bot.announcements.copies import Job, changing, missing_file, sending
from storage.announcements import contents, corrections, deliveries, schedule
from storage.announcements.contents import Said
from storage.announcements.deliveries import Settled, Work
from storage.database import Database

_FIRST_CHAT = -(2**62)

_log = structlog.get_logger()


@dataclass(slots=True)
class Change:
    """A pass over the copies of an announcement that are to be edited or deleted."""

    after: int = _FIRST_CHAT
    found: bool = False


@dataclass(slots=True)
class Results:
    """What came back since the last turn.

    Attributes:
        sent: copies that were sent, or not.
        changed: copies that were edited or deleted, or not.
        file_id_by_upload: files Telegram has now, by announcement and kind.
        why_by_held: announcements that can't go on, and why.
    """

    sent: list[Settled] = field(default_factory=list)
    changed: list[Settled] = field(default_factory=list)
    file_id_by_upload: dict[tuple[int, str], str] = field(default_factory=dict)
    why_by_held: dict[int, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.sent or self.changed or self.file_id_by_upload or self.why_by_held)

    def take_back(self, earlier: "Results") -> None:
        """Keep what could not be written, too."""
        self.sent[:0], self.changed[:0] = earlier.sent, earlier.changed
        self.file_id_by_upload |= earlier.file_id_by_upload
        self.why_by_held |= earlier.why_by_held


class Claims:
    """The copies under way, what came back of them, and what there is to do.

    Attributes:
        works: what there is to do, each in its turn.
        results: what came back and is not settled yet.
        in_flight: calls under way, by announcement, kind and revision.
    """

    def __init__(self) -> None:
        self.works: list[Work] = []
        self.results = Results()
        self.in_flight: Counter[tuple[int, str, int]] = Counter()
        self._said: dict[int, Said] = {}
        self._changes: dict[tuple[int, int], Change] = {}

    @property
    def unsettled(self) -> bool:
        """Whether anything is under way or came back that the ledger does not know yet."""
        return bool(self.results or self.in_flight)

    def look(self, works: Sequence[Work]) -> None:
        """Take over what there is to do now."""
        self.works = list(works)
        current = {work.announcement for work in works}
        self._said = {number: said for number, said in self._said.items() if number in current}
        self._changes = {key: change for key, change in self._changes.items() if key[0] in current}

    async def exchange(self, database: Database, free: int, *, now: datetime) -> list[Job]:
        """Settle what came back, claim so many copies; they count as under way from now on."""
        results, self.results = self.results, Results()
        try:
            jobs = await database.write(lambda connection: self._exchange(connection, results, free, now))
        except BaseException:
            self.results.take_back(results)
            raise
        for job in jobs:
            self.in_flight[job.key] += 1
        return jobs

    def landed(self, job: Job) -> None:
        """Its call has ended; the result is noted in the same moment."""
        self.in_flight[job.key] -= 1
        if not self.in_flight[job.key]:
            del self.in_flight[job.key]

    def _exchange(self, connection: Connection, results: Results, free: int, now: datetime) -> list[Job]:
        if results.sent:
            deliveries.settle(connection, results.sent, now=now)
        if results.changed:
            corrections.changed(connection, results.changed)
        for (announcement, kind), file_id in results.file_id_by_upload.items():
            contents.uploaded(connection, announcement, kind=kind, file_id=file_id)
            self._said.pop(announcement, None)
        for announcement, why in results.why_by_held.items():
            schedule.hold(connection, announcement, why=why, now=now)
        jobs: list[Job] = []
        works = self.works = [*self.works[1:], *self.works[:1]]  # each its turn
        for work in works:
            if len(jobs) < free:
                jobs += self._claimed(connection, work, free - len(jobs), now)
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
        if not copies and not self._flying(work.announcement) and not self.results:
            self._end(connection, work.announcement, now)
        file = contents.file(connection, work.announcement) if upload and copies else None
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
        change = self._changes.setdefault((work.announcement, work.revision), Change())
        copies = corrections.outdated(connection, work, after=change.after, number=number)
        if copies:
            change.after, change.found = copies[-1].chat_id, True
        elif not self._behind(work):
            if not change.found:
                corrections.caught_up(connection, work)
            del self._changes[work.announcement, work.revision]
        return [changing(work, copy, said) for copy in copies]

    def _what(self, connection: Connection, announcement: int) -> Said:
        said = self._said.get(announcement)
        if said is None or said.revision != contents.revision(connection, announcement):
            said = self._said[announcement] = contents.said(connection, announcement)
        return said

    def _flying(self, announcement: int) -> int:
        return sum(
            number
            for (its, kind, _), number in self.in_flight.items()
            if (its, kind) == (announcement, "send")
        )

    def _behind(self, work: Work) -> bool:
        """Whether calls are under way that may leave a copy with an older text."""
        return any(
            number and its == work.announcement and (kind != "send" or revision < work.revision)
            for (its, kind, revision), number in self.in_flight.items()
        )
