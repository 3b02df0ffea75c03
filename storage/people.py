"""The people who write to the bot: met once, told once, forgotten on request."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.tables import ParticipantRow, QuestionRow

VALUE_COLUMNS = (
    col(ParticipantRow.id),
    col(ParticipantRow.language),
    col(ParticipantRow.language_code),
    col(ParticipantRow.notified_at),
)


@dataclass(frozen=True, slots=True)
class Participant:
    """A person as the bot knows them.

    Attributes:
        id: the bot's own number.
        language: ISO 639-1 code the person chose, or None.
        language_code: IETF tag of the person's Telegram, or None.
        notified: whether they were told that questions are kept.
    """

    id: int
    language: str | None
    language_code: str | None
    notified: bool


async def meet(
    session: AsyncSession, *, telegram_id: int, language_code: str | None, now: datetime
) -> Participant:
    """Give the person of this Telegram id, new or known, and note that they were here."""
    # Both know ON CONFLICT in the same words, but SQLAlchemy keeps a construct for each.
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    statement = (sqlite.insert if on_sqlite else postgresql.insert)(ParticipantRow).values(
        telegram_id=telegram_id, language_code=language_code, first_seen_at=now, last_seen_at=now
    )
    seen = {"language_code": language_code, "last_seen_at": now}
    statement = statement.on_conflict_do_update(index_elements=["telegram_id"], set_=seen)
    return _participant(*(await session.execute(statement.returning(*VALUE_COLUMNS))).one())


async def known(session: AsyncSession, *, telegram_id: int) -> Participant | None:
    """Give the person of this Telegram id, or None for one never met or forgotten."""
    statement = select(*VALUE_COLUMNS).where(col(ParticipantRow.telegram_id) == telegram_id)
    row = (await session.execute(statement)).one_or_none()
    return None if row is None else _participant(*row)


async def mark_notified(session: AsyncSession, *, participant: int, now: datetime) -> bool:
    """Note that the person was told that questions are kept; True for the first to note it."""
    unnotified = (col(ParticipantRow.id) == participant) & col(ParticipantRow.notified_at).is_(None)
    mark = update(ParticipantRow).where(unnotified).values(notified_at=now)
    return (await session.execute(mark.returning(col(ParticipantRow.id)))).one_or_none() is not None


async def forget(session: AsyncSession, *, telegram_id: int) -> int:
    """Remove the person with everything they asked; gives the number of questions removed."""
    person = select(col(ParticipantRow.id)).where(col(ParticipantRow.telegram_id) == telegram_id)
    theirs = delete(QuestionRow).where(col(QuestionRow.participant_id).in_(person))
    connection = await session.connection()
    removed = (await connection.execute(theirs)).rowcount
    await session.execute(delete(ParticipantRow).where(col(ParticipantRow.telegram_id) == telegram_id))
    return removed


def _participant(
    number: int, language: str | None, language_code: str | None, notified_at: datetime | None
) -> Participant:
    # Not `IS NOT NULL` in the statement: SQLite 3.40 gets that wrong in RETURNING.
    return Participant(number, language, language_code, notified=notified_at is not None)
