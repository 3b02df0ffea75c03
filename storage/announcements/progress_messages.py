"""Which messages show how announcements go on: kept, so that they go on after a restart, too."""

from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.announcements.tables import PROGRESS_MESSAGES, ProgressMessageRow


@dataclass(frozen=True, slots=True)
class Place:
    """A message: its chat, which is a person's own, and its number there."""

    chat_id: int
    message_id: int


async def keep(session: AsyncSession, place: Place, announcement: int) -> None:
    """Note that a message shows an announcement now, whatever it showed before."""
    await session.merge(
        ProgressMessageRow(chat_id=place.chat_id, message_id=place.message_id, announcement_id=announcement)
    )


async def drop(session: AsyncSession, place: Place) -> None:
    """Note that a message shows something else now."""
    table = PROGRESS_MESSAGES.c
    its = (table.chat_id == place.chat_id) & (table.message_id == place.message_id)
    await session.execute(delete(PROGRESS_MESSAGES).where(its))


async def forget(session: AsyncSession, chat_id: int) -> None:
    """Remove what is known of the messages in a chat."""
    await session.execute(delete(PROGRESS_MESSAGES).where(PROGRESS_MESSAGES.c.chat_id == chat_id))


async def kept(session: AsyncSession) -> dict[Place, int]:
    """The announcement each message shows."""
    rows = (await session.execute(select(PROGRESS_MESSAGES))).all()
    return {Place(row.chat_id, row.message_id): row.announcement_id for row in rows}
