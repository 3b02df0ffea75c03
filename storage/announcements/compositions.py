"""What an organiser is composing: which words the bot waits for, and the draft they belong to."""

from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.tables import CompositionRow


@dataclass(frozen=True, slots=True)
class Composition:
    """What the next message of an organiser is for.

    Attributes:
        awaiting: such as `content`, `at`, `until`, `list`, `edit:az`, `later:until`, `reply`; empty while
            buttons are used.
        announcement: the draft or announcement it is for; None before there is one.
    """

    awaiting: str
    announcement: int | None


async def begin(
    session: AsyncSession, telegram_id: int, awaiting: str, *, announcement: int | None = None
) -> None:
    """Take the next message of an organiser for something; what was awaited before is not any more."""
    await end(session, telegram_id)
    session.add(CompositionRow(telegram_id=telegram_id, awaiting=awaiting, announcement_id=announcement))
    await session.flush()


async def of(session: AsyncSession, telegram_id: int) -> Composition | None:
    """What an organiser's next message is for, or None for a question like anybody's."""
    row = await session.get(CompositionRow, telegram_id)
    return None if row is None else Composition(row.awaiting, row.announcement_id)


async def end(session: AsyncSession, telegram_id: int) -> None:
    """Take the next message for a question again."""
    await session.execute(delete(CompositionRow).where(col(CompositionRow.telegram_id) == telegram_id))


async def composers(session: AsyncSession) -> set[int]:
    """The organisers from whom something is awaited."""
    waiting = select(col(CompositionRow.telegram_id)).where(col(CompositionRow.awaiting) != "")
    return set((await session.scalars(waiting)).all())
