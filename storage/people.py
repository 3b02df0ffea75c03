"""The people who write to the bot: met once, told once, forgotten on request or in time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Insert, Table, bindparam, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.announcements import joining
from storage.announcements.tables import DELIVERIES, ContentRow, DeliveryRow
from storage.tables import PARTICIPANTS, QUESTIONS, ParticipantRow, QuestionRow

QUIET = timedelta(minutes=10)
"""How long the organisers hear nothing more of the same person's safety cards."""

VALUE_COLUMNS = tuple(PARTICIPANTS.c[name] for name in ("id", "language", "language_code", "notified_at"))


def _seen(insert: Callable[[Table], sqlite.Insert | postgresql.Insert]) -> Insert:
    """A person met, new or again: the databases say it in the same words, SQLAlchemy in two."""
    statement = insert(PARTICIPANTS)
    latest = {name: statement.excluded[name] for name in ("language_code", "last_seen_at")}
    # Who writes can be written to.
    return statement.on_conflict_do_update(
        index_elements=["telegram_id"], set_={**latest, "unreachable_at": None}
    )


# Made once: to make these anew takes longer than to run them.
_SEEN = {"sqlite": _seen(sqlite.insert), "postgresql": _seen(postgresql.insert)}
_THESE = select(PARTICIPANTS.c.telegram_id, *VALUE_COLUMNS).where(
    PARTICIPANTS.c.telegram_id.in_(bindparam("telegram_ids", expanding=True))
)
_TOLD = (
    update(PARTICIPANTS)
    .where(PARTICIPANTS.c.notified_at.is_(None), PARTICIPANTS.c.id == bindparam("participant"))
    .values(notified_at=bindparam("at"))
)
_UNMUTED = (
    update(PARTICIPANTS)
    .where(
        PARTICIPANTS.c.muted_at.is_not(None),
        PARTICIPANTS.c.telegram_id.in_(bindparam("telegram_ids", expanding=True)),
    )
    .values(muted_at=None)
    .returning(PARTICIPANTS.c.telegram_id)
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


@dataclass(frozen=True, slots=True)
class Met:
    """A person who wrote: Telegram's id and language tag, and when."""

    telegram_id: int
    language_code: str | None
    now: datetime


@dataclass(frozen=True, slots=True)
class Returned:
    """A person who pressed /start, and when: announcements may reach them again."""

    telegram_id: int
    now: datetime


@dataclass(frozen=True, slots=True)
class Told:
    """A participant who was told that questions are kept, and when."""

    participant: int
    at: datetime


def meet_all(connection: Connection, met: Sequence[Met]) -> list[Participant]:
    """Give each of the people, new or known, and note that they were here."""
    latest = {one.telegram_id: one for one in met}
    rows = [
        {
            "telegram_id": one.telegram_id,
            "language_code": one.language_code,
            "first_seen_at": one.now,
            "last_seen_at": one.now,
        }
        for one in sorted(latest.values(), key=lambda one: one.telegram_id)  # one order: no deadlock
    ]
    connection.execute(_SEEN[connection.dialect.name], rows)
    found = connection.execute(_THESE, {"telegram_ids": list(latest)})
    known_by_id = {telegram_id: _participant(*values) for telegram_id, *values in found}
    return [known_by_id[one.telegram_id] for one in met]


async def known(session: AsyncSession, *, telegram_id: int) -> Participant | None:
    """Give the person of this Telegram id, or None for one never met or forgotten."""
    statement = select(*VALUE_COLUMNS).where(col(ParticipantRow.telegram_id) == telegram_id)
    row = (await session.execute(statement)).one_or_none()
    return None if row is None else _participant(*row)


def mark_told(connection: Connection, told: Sequence[Told]) -> list[None]:
    """Note since when participants know that questions are kept; the first time counts."""
    connection.execute(_TOLD, [{"participant": one.participant, "at": one.at} for one in told])
    return [None] * len(told)


async def choose_language(session: AsyncSession, *, telegram_id: int, language: str | None) -> None:
    """Note the language a person wants, an ISO 639-1 code; None for none in particular."""
    theirs = update(ParticipantRow).where(col(ParticipantRow.telegram_id) == telegram_id)
    await session.execute(theirs.values(language=language))


async def chosen_languages(session: AsyncSession) -> dict[int, str]:
    """The languages that people chose, by Telegram id."""
    statement = select(PARTICIPANTS.c.telegram_id, PARTICIPANTS.c.language)
    chosen = await session.execute(statement.where(PARTICIPANTS.c.language.is_not(None)))
    return {row.telegram_id: row.language for row in chosen}


async def note_alarm(session: AsyncSession, participant: int, *, now: datetime) -> bool:
    """Note that the organisers hear of a card given to a person; False where they just did."""
    last = col(ParticipantRow.alarmed_at)
    due = last.is_(None) | (last <= now - QUIET) | (last > now)  # a rehearsal may set the clock back
    theirs = update(ParticipantRow).where(col(ParticipantRow.id) == participant, due)
    noted = await session.execute(theirs.values(alarmed_at=now).returning(col(ParticipantRow.id)))
    return noted.one_or_none() is not None


async def mute(session: AsyncSession, *, telegram_id: int, now: datetime) -> None:
    """Keep announcements from a person the bot has met, also those that wait."""
    person = PARTICIPANTS.c.telegram_id == telegram_id
    await session.execute(update(PARTICIPANTS).where(person).values(muted_at=now))
    theirs = (DELIVERIES.c.chat_id == telegram_id) & (DELIVERIES.c.state == "pending")
    await session.execute(delete(DELIVERIES).where(theirs))


async def block(session: AsyncSession, *, telegram_id: int, now: datetime) -> None:
    """Note that a person blocked the bot."""
    theirs = PARTICIPANTS.c.telegram_id == telegram_id
    await session.execute(update(PARTICIPANTS).where(theirs).values(unreachable_at=now))


async def unblock(session: AsyncSession, *, telegram_id: int, now: datetime) -> None:
    """Note that a person lets the bot write again, and give them the announcements that are still open."""
    theirs = PARTICIPANTS.c.telegram_id == telegram_id
    await session.execute(update(PARTICIPANTS).where(theirs).values(unreachable_at=None))
    await session.run_sync(lambda inner: joining.welcome_back(inner.connection(), [telegram_id], now=now))


def unmute_all(connection: Connection, returned: Sequence[Returned]) -> list[bool]:
    """Let announcements reach people again, open ones at once; gives whether they had muted them."""
    changed = connection.execute(_UNMUTED, {"telegram_ids": [one.telegram_id for one in returned]})
    unmuted = set(changed.scalars())
    if unmuted:
        joining.welcome_back(connection, list(unmuted), now=max(one.now for one in returned))
    return [one.telegram_id in unmuted for one in returned]


async def forget(session: AsyncSession, *, telegram_id: int) -> int:
    """Remove the person with everything they asked; gives the number of questions removed."""
    person = select(col(ParticipantRow.id)).where(col(ParticipantRow.telegram_id) == telegram_id)
    theirs = delete(QuestionRow).where(col(QuestionRow.participant_id).in_(person))
    connection = await session.connection()
    removed = (await connection.execute(theirs)).rowcount
    await session.execute(delete(DeliveryRow).where(col(DeliveryRow.chat_id) == telegram_id))
    await session.execute(delete(ContentRow).where(col(ContentRow.language) == str(telegram_id)))
    await session.execute(delete(ParticipantRow).where(col(ParticipantRow.telegram_id) == telegram_id))
    return removed


async def prune(session: AsyncSession, *, before: datetime) -> int:
    """Remove the people unseen since before an instant of whom no question is kept; gives their number."""
    asked = select(QUESTIONS.c.id).where(QUESTIONS.c.participant_id == PARTICIPANTS.c.id)
    gone = (PARTICIPANTS.c.last_seen_at < before) & ~asked.exists()
    connection = await session.connection()
    return (await connection.execute(delete(PARTICIPANTS).where(gone))).rowcount


def _participant(
    number: int, language: str | None, language_code: str | None, notified_at: datetime | None
) -> Participant:
    # Not `IS NOT NULL` in the statement: SQLite 3.40 gets that wrong in RETURNING.
    return Participant(number, language, language_code, notified=notified_at is not None)
