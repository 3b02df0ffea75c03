"""Groups and channels that an organiser added the bot to: they can be told announcements."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.announcements.tables import CHATS, ChatRow


async def joined(
    session: AsyncSession, chat_id: int, *, kind: str, title: str, added_by: int, now: datetime
) -> None:
    """Note that the bot is in a chat, new or again."""
    row = await session.get(ChatRow, chat_id)
    if row is None:
        session.add(ChatRow(id=chat_id, kind=kind, title=title, added_by=added_by, added_at=now))
        return
    row.kind, row.title, row.unreachable_at = kind, title, None


async def left(session: AsyncSession, chat_id: int, *, now: datetime) -> None:
    """Note that the bot is in a chat no more."""
    await session.execute(update(CHATS).where(CHATS.c.id == chat_id).values(unreachable_at=now))
