"""Who did what with announcements and roles: written once, read by organisers, changed by nobody."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Insert, insert, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.announcements.tables import AUDIT, AuditRow


@dataclass(frozen=True, slots=True)
class Entry:
    """One act.

    Attributes:
        at: when.
        actor: Telegram id of who did it; None for the command line and for the bot itself.
        action: such as `confirm`, `pause`, `edit`, `withdraw`.
        announcement: its number, if it was about one.
        details: such as the audience and the count.
    """

    at: datetime
    actor: int | None
    action: str
    announcement: int | None
    details: dict[str, Any]


def entry(
    action: str, *, at: datetime, actor: int | None, announcement: int | None = None, **details: object
) -> Insert:
    """The statement that adds an entry; run it in the transaction of what it tells."""
    return insert(AUDIT).values(
        at=at, actor=actor, action=action, announcement_id=announcement, details=details
    )


async def entries(
    session: AsyncSession,
    *,
    announcement: int | None = None,
    actions: Collection[str] | None = None,
    limit: int = 50,
) -> list[Entry]:
    """The latest entries, the newest first; of one announcement or of some actions if they are given."""
    statement = select(AuditRow).order_by(col(AuditRow.id).desc()).limit(limit)
    if announcement is not None:
        statement = statement.where(col(AuditRow.announcement_id) == announcement)
    if actions is not None:
        statement = statement.where(col(AuditRow.action).in_(actions))
    rows = await session.scalars(statement)
    return [Entry(row.at, row.actor, row.action, row.announcement_id, row.details) for row in rows]
