"""Questions passed on to the organisers, and which of their messages lead back to the asker."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.tables import ParticipantRow, QuestionRow, RelayMessageRow, RelayRow

HOUR = timedelta(hours=1)
MOST_AN_HOUR = 5
"""Questions a person may pass on within an hour; cries for help are not counted."""
UNCOUNTED = "safety"
LATEST_CARDS = 100
"""Cards of a chat whose button still finds its question."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A question and where it came from.

    Attributes:
        question: its number in the log.
        participant: the bot's own number of the asker.
        telegram_id: the asker.
        chat_id: where it was asked.
        message_id: of the question in that chat.
        language: ISO 639-1 code it was answered in.
        kind: of its answer.
        text: scrubbed.
    """

    question: int
    participant: int
    telegram_id: int
    chat_id: int
    message_id: int
    language: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Relay:
    """A question on its way: its number, and the organisers who have it."""

    id: int
    reached: frozenset[int]


@dataclass(frozen=True, slots=True)
class Found:
    """What a message to an organiser is about; no origin once the asker is forgotten or time is over."""

    relay: int
    origin: Origin | None


async def origin(session: AsyncSession, question: int | None) -> Origin | None:
    """Where a question came from; None for one unknown, forgotten or past its days."""
    statement = (
        select(QuestionRow, col(ParticipantRow.telegram_id))
        .join(ParticipantRow, col(ParticipantRow.id) == col(QuestionRow.participant_id))
        .where(col(QuestionRow.id) == question)
    )
    found = (await session.execute(statement)).one_or_none()
    if found is None:
        return None
    row, telegram_id = found
    if row.participant_id is None or row.chat_id is None or row.message_id is None or row.text is None:
        return None
    return Origin(
        question=row.id,
        participant=row.participant_id,
        telegram_id=telegram_id,
        chat_id=row.chat_id,
        message_id=row.message_id,
        language=row.language,
        kind=row.kind,
        text=row.text,
    )


async def of_card(session: AsyncSession, *, chat_id: int, message_id: int) -> int | None:
    """The number of the question that a safety card answered: the card is sent before it has one."""
    statement = select(col(QuestionRow.id), col(QuestionRow.answer_message_ids)).where(
        col(QuestionRow.chat_id) == chat_id, col(QuestionRow.kind) == UNCOUNTED
    )
    latest = await session.execute(statement.order_by(col(QuestionRow.id).desc()).limit(LATEST_CARDS))
    return next((number for number, messages in latest if message_id in messages), None)


async def begin(session: AsyncSession, asked: Origin, *, now: datetime) -> Relay | None:
    """The relay of a question, new or known; None where the asker has passed on enough for an hour."""
    statement = select(RelayRow).where(col(RelayRow.question_id) == asked.question)
    known = (await session.scalars(statement)).one_or_none()
    if known is not None:
        reached = select(col(RelayMessageRow.organiser_id)).where(col(RelayMessageRow.relay_id) == known.id)
        return Relay(known.id, frozenset(await session.scalars(reached)))
    if asked.kind != UNCOUNTED and await _within_an_hour(session, asked.participant, now) >= MOST_AN_HOUR:
        return None
    row = RelayRow(question_id=asked.question, passed_at=now)
    session.add(row)
    await session.flush()
    return Relay(row.id, frozenset())


async def note_sent(
    session: AsyncSession, relay: int, *, organiser: int, head: int, others: Sequence[int]
) -> None:
    """Note the messages an organiser got: the one that says who asks, and those with the question."""
    for message in (head, *others):  # a number may come again with another bot, so it is put over the old one
        await session.merge(
            RelayMessageRow(
                organiser_id=organiser, message_id=message, relay_id=relay, is_head=message == head
            )
        )


async def withdraw(session: AsyncSession, relay: int) -> None:
    """Remove a relay that reached nobody, so that it can be tried again and is not counted."""
    await session.execute(delete(RelayRow).where(col(RelayRow.id) == relay))


async def find(session: AsyncSession, *, organiser: int, message_id: int) -> Found | None:
    """What a message to an organiser is about; None for one that is no relay."""
    message = await session.get(RelayMessageRow, (organiser, message_id))
    relay = await session.get(RelayRow, message.relay_id) if message else None
    return Found(relay.id, await origin(session, relay.question_id)) if relay else None


async def note_answered(
    session: AsyncSession, relay: int, *, by: int, now: datetime
) -> list[tuple[int, int]]:
    """Note an answer; the first one gives the others who were asked, each with their message about it."""
    first = update(RelayRow).where(col(RelayRow.id) == relay, col(RelayRow.answered_at).is_(None))
    changed = await session.execute(first.values(answered_at=now).returning(col(RelayRow.id)))
    if changed.one_or_none() is None:
        return []
    heads = select(col(RelayMessageRow.organiser_id), col(RelayMessageRow.message_id)).where(
        col(RelayMessageRow.relay_id) == relay,
        col(RelayMessageRow.is_head),
        col(RelayMessageRow.organiser_id) != by,
    )
    return [(organiser, head) for organiser, head in await session.execute(heads)]


async def prune(session: AsyncSession, *, before: datetime) -> None:
    """Remove the relays begun before an instant."""
    await session.execute(delete(RelayRow).where(col(RelayRow.passed_at) < before))


async def _within_an_hour(session: AsyncSession, participant: int, now: datetime) -> int:
    statement = (
        select(func.count())
        .select_from(RelayRow)
        .join(QuestionRow, col(QuestionRow.id) == col(RelayRow.question_id))
        .where(
            col(QuestionRow.participant_id) == participant,
            col(QuestionRow.kind) != UNCOUNTED,
            col(RelayRow.passed_at) > now - HOUR,
        )
    )
    return (await session.scalars(statement)).one()
