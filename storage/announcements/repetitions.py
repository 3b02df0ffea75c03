"""Announcements that say nearly the same: an organiser is warned of the second."""

from dataclasses import dataclass
from datetime import datetime

from rapidfuzz import fuzz
from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.announcements.contents import contents_of
from storage.announcements.tables import ANNOUNCEMENTS

NEARLY_THE_SAME = 90.0
"""Likeness of two texts in per cent from which an organiser is warned."""


@dataclass(frozen=True, slots=True)
class Twin:
    """Another announcement that says nearly the same: its number, and whether it went out already."""

    announcement: int
    sent: bool


async def nearly_the_same(session: AsyncSession, announcement: int, *, since: datetime) -> Twin | None:
    """The latest other announcement with nearly the same text that went out since an instant or waits."""
    table, state = ANNOUNCEMENTS.c, ANNOUNCEMENTS.c.state
    sent = (table.started_at >= since) | (state == "sending")
    current = or_(sent, state == "queued") & (table.id != announcement)
    others = select(table.id, table.started_at).where(current).order_by(table.id.desc())
    texts = [content.text for content in await contents_of(session, announcement)]
    for other, started_at in (await session.execute(others)).all():
        for content in await contents_of(session, other):
            if any(text and fuzz.ratio(text, content.text) >= NEARLY_THE_SAME for text in texts):
                return Twin(int(other), sent=started_at is not None)
    return None
