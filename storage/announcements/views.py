"""How announcements stand: one, the latest, how far they are, and what became of each copy."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from sqlalchemy import String, cast, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.announcements import quiet_hours
from storage.announcements.contents import Content, contents_of
from storage.announcements.tables import ANNOUNCEMENTS, CHATS, DELIVERIES, AnnouncementRow, State
from storage.export import csv_heading, csv_record

DELIVERY_STATES = ("pending", "sending", "sent", "failed", "unreachable", "unknown", "withdrawn")


@dataclass(frozen=True, slots=True)
class Announcement:
    """An announcement as it stands.

    Attributes:
        id: its number.
        state: where it is on its way.
        audience: such as `everyone` or `language=az`.
        author: Telegram id of who sent it, None for the command line.
        corrects: the announcement it is a correction of.
        urgent: whether it goes out in quiet hours.
        starts_at: when it is due.
        until: until when people who come later get it, too.
        confirmed_at: when it was confirmed.
        started_at: when the first copy was sent.
        finished_at: when it ended, in whichever way.
        contents: what it says, by language; nothing where each person has a text of their own, which is
            for them alone.
        edited: how often its text was changed.
        place: the title of the one group or channel it is for.
        replies: the numbers of the replies that corrected it.
    """

    id: int
    state: State
    audience: str
    author: int | None
    corrects: int | None
    urgent: bool
    starts_at: datetime | None
    until: datetime | None
    confirmed_at: datetime | None
    started_at: datetime | None
    finished_at: datetime | None
    contents: tuple[Content, ...]
    edited: int
    place: str | None
    replies: tuple[int, ...]

    def goes_at(self, zone: tzinfo) -> datetime | None:
        """When it begins or began: what is not urgent waits for the end of quiet hours."""
        if self.started_at or self.starts_at is None or self.urgent:
            return self.started_at or self.starts_at
        return quiet_hours.awake(self.starts_at, zone)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an announcement is.

    Attributes:
        count_by_state: copies by state, all states present.
        edits_left: copies that were sent and do not show the last edit yet, or are to be withdrawn.
        count_by_reason: of copies that were not sent, or not changed, by (state, reason).
    """

    count_by_state: Mapping[str, int]
    edits_left: int = 0
    count_by_reason: Mapping[tuple[str, str], int] = field(default_factory=dict)

    @property
    def left(self) -> int:
        """Copies not sent yet."""
        return self.count_by_state["pending"] + self.count_by_state["sending"]

    @property
    def total(self) -> int:
        """All copies."""
        return sum(self.count_by_state.values())

    def per_second(self, before: "Progress", seconds: float) -> float:
        """Copies settled a second since the progress so many seconds ago."""
        return max(0.0, ((self.total - self.left) - (before.total - before.left)) / seconds)


async def get(session: AsyncSession, announcement: int) -> Announcement | None:
    """One announcement."""
    row = await session.get(AnnouncementRow, announcement, populate_existing=True)
    return None if row is None else await _announcement(session, row)


async def latest(session: AsyncSession, *, limit: int = 20) -> list[Announcement]:
    """The latest that are no drafts and no replies to others, the newest first."""
    told = (col(AnnouncementRow.state) != "draft") & col(AnnouncementRow.corrects).is_(None)
    statement = select(AnnouncementRow).where(told)
    rows = await session.scalars(statement.order_by(col(AnnouncementRow.id).desc()).limit(limit))
    return [await _announcement(session, row) for row in rows.all()]


async def progress(session: AsyncSession, announcement: int) -> Progress:
    """How far one is."""
    its = DELIVERIES.c.announcement_id == announcement
    counted = select(DELIVERIES.c.state, func.count()).where(its).group_by(DELIVERIES.c.state)
    found = {row[0]: row[1] for row in await session.execute(counted)}
    revision = await session.scalar(
        select(ANNOUNCEMENTS.c.revision).where(ANNOUNCEMENTS.c.id == announcement)
    )
    told, edits_left = ["failed", "unreachable", "unknown"], 0
    if revision and revision > 1:  # else no need to look through all that were sent
        told.append("sent")
        behind = (DELIVERIES.c.state == "sent") & (DELIVERIES.c.revision < revision)
        edits_left = (await session.execute(select(func.count()).where(its, behind))).scalar_one()
    reasons = (
        select(DELIVERIES.c.state, DELIVERIES.c.reason, func.count())
        .where(its, DELIVERIES.c.state.in_(told), DELIVERIES.c.reason.is_not(None))
        .group_by(DELIVERIES.c.state, DELIVERIES.c.reason)
    )
    count_by_reason = {(state, reason): number for state, reason, number in await session.execute(reasons)}
    return Progress({state: found.get(state, 0) for state in DELIVERY_STATES}, edits_left, count_by_reason)


async def report_lines(session: AsyncSession, announcement: int) -> AsyncIterator[bytes]:
    """What became of each copy, chat by chat, as CSV for spreadsheets."""
    columns = ("chat_id", "language", "state", "reason", "message_id", "settled_at")
    statement = (
        select(*(DELIVERIES.c[name] for name in columns))
        .where(DELIVERIES.c.announcement_id == announcement)
        .order_by(DELIVERIES.c.chat_id)
    )
    yield csv_heading(columns)
    async for *values, settled_at in await session.stream(statement, execution_options={"yield_per": 1_000}):
        yield csv_record([*values, settled_at.isoformat(timespec="seconds") if settled_at else None])


async def places(session: AsyncSession, *, limit: int) -> dict[int, str]:
    """The groups and channels that can be reached, the latest added first: title by id."""
    there = select(CHATS.c.id, CHATS.c.title).where(CHATS.c.unreachable_at.is_(None))
    rows = await session.execute(there.order_by(CHATS.c.added_at.desc(), CHATS.c.id).limit(limit))
    return {row.id: row.title for row in rows}


async def _announcement(session: AsyncSession, row: AnnouncementRow) -> Announcement:
    kind, _, value = row.audience.partition("=")
    its_chat = cast(CHATS.c.id, String) == value
    title = select(CHATS.c.title).where(its_chat) if kind == "chat" else None
    replies = select(ANNOUNCEMENTS.c.id).where(ANNOUNCEMENTS.c.corrects == row.id)
    names = [name for name in Announcement.__slots__ if hasattr(row, name)]
    return Announcement(
        **{name: getattr(row, name) for name in names},
        contents=() if row.audience == "each" else await contents_of(session, row.id),
        edited=row.revision - 1 - (row.withdrawn_at is not None),
        place=None if title is None else await session.scalar(title),
        replies=tuple((await session.scalars(replies.order_by(ANNOUNCEMENTS.c.id))).all()),
    )
