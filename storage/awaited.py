"""Questions without an answer whose askers want to hear when there is one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.tables import AwaitedRow, ParticipantRow, QuestionRow, RelayRow


@dataclass(frozen=True, slots=True)
class Awaited:
    """A question that waits for an answer.

    Attributes:
        question: its number in the log.
        telegram_id: the asker.
        chat_id: where it was asked.
        message_id: of the question in that chat.
        language: ISO 639-1 code of the question.
        text: scrubbed.
        since: when the asker said so.
    """

    question: int
    telegram_id: int
    chat_id: int
    message_id: int
    language: str
    text: str
    since: datetime


async def keep(session: AsyncSession, question: int, *, participant: int, now: datetime) -> None:
    """Keep a question until there is an answer; one that is kept stays so."""
    if not await session.get(AwaitedRow, question):
        session.add(AwaitedRow(question_id=question, participant_id=participant, since=now))


async def unanswered(session: AsyncSession) -> list[Awaited]:
    """Kept questions that neither the documents nor an organiser have answered, the oldest first."""
    answered = select(RelayRow).where(
        col(RelayRow.question_id) == col(QuestionRow.id), col(RelayRow.answered_at).is_not(None)
    )
    statement = (
        select(AwaitedRow, QuestionRow, col(ParticipantRow.telegram_id))
        .join(QuestionRow, col(QuestionRow.id) == col(AwaitedRow.question_id))
        .join(ParticipantRow, col(ParticipantRow.id) == col(AwaitedRow.participant_id))
        .where(col(QuestionRow.kind) == "not_found", ~answered.exists())
        .order_by(col(AwaitedRow.since), col(AwaitedRow.question_id))
    )
    return [
        Awaited(asked.id, asker, asked.chat_id, asked.message_id, asked.language, asked.text, row.since)
        for row, asked, asker in await session.execute(statement)
        if asked.chat_id is not None and asked.message_id is not None and asked.text is not None
    ]


async def let_go(session: AsyncSession, questions: Collection[int]) -> None:
    """Wait no longer for an answer to these."""
    await session.execute(delete(AwaitedRow).where(col(AwaitedRow.question_id).in_(questions)))


async def prune(session: AsyncSession) -> None:
    """Let go of the questions whose text is past its days."""
    pruned = select(col(QuestionRow.id)).where(col(QuestionRow.text).is_(None))
    await session.execute(delete(AwaitedRow).where(col(AwaitedRow.question_id).in_(pruned)))
