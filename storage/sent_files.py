"""Files that Telegram has already: a picture of a page, a whole document."""

from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import SentFileRow


async def find(session: AsyncSession, key: str) -> str | None:
    """Telegram's id of the file that was kept under a key."""
    row = await session.get(SentFileRow, key)
    return row.file_id if row else None


async def keep(session: AsyncSession, key: str, file_id: str) -> None:
    """Remember Telegram's id of a file; a newer one takes its place."""
    await session.merge(SentFileRow(key=key, file_id=file_id))
