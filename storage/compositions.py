"""What an organiser is composing: which words the bot waits for, and the draft they belong to."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage import announcements
from storage.announcement_tables import ANNOUNCEMENTS, CONTENTS, LISTED
from storage.announcements import Content
from storage.tables import CompositionRow


@dataclass(frozen=True, slots=True)
class Composition:
    """What the next message of an organiser is for.

    Attributes:
        awaiting: such as `content`, `at`, `until`, `list`, `edit:az`, `reply`; empty while buttons are used.
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


async def address(session: AsyncSession, draft: int, audience: str) -> None:
    """Give a draft another audience; a confirmation offered for the one before is void."""
    await _change(session, draft, audience=audience)


async def void(session: AsyncSession, draft: int) -> None:
    """Void the confirmation that was offered: the draft has changed since."""
    await _change(session, draft)


async def say(session: AsyncSession, draft: int, content: Content) -> None:
    """Give a draft its text in one language, in place of what it had in it."""
    its = (CONTENTS.c.announcement_id == draft) & (CONTENTS.c.language == content.language)
    await session.execute(delete(CONTENTS).where(its))
    row = {
        "announcement_id": draft,
        "language": content.language,
        "method": content.method,
        "parameters": dict(content.parameters),
    }
    await session.execute(insert(CONTENTS), row)
    await void(session, draft)


async def list_anew(session: AsyncSession, draft: int, chat_ids: Iterable[int]) -> None:
    """Give a draft a list of chats as its audience, in place of one it had."""
    await session.execute(delete(LISTED).where(LISTED.c.announcement_id == draft))
    await announcements.list_chats(session, draft, chat_ids)
    await address(session, draft, "list=file")


async def _change(session: AsyncSession, draft: int, **values: str) -> None:
    its = (ANNOUNCEMENTS.c.id == draft) & (ANNOUNCEMENTS.c.state == "draft")
    await session.execute(update(ANNOUNCEMENTS).where(its).values(token_hash=None, **values))
