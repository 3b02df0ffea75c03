"""The log of questions: what was asked, what was found for it and shown, and what the asker thought of it."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.scrubbing import scrub
from storage.tables import CandidateRow, ParticipantRow, QuestionRow

Feedback = Literal["helpful", "unhelpful"]

LOG_PAGE = 500
"""Questions read at a time: what bounds the memory of an export."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage found for a question.

    Attributes:
        passage: id of the passage.
        fingerprint: hash of its text.
        confidence: 0 to 1.
        shown: whether the person saw it, or it is next in line.
    """

    passage: str
    fingerprint: str
    confidence: float
    shown: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """What was asked and how it was answered.

    Attributes:
        text: the question as it was written.
        language: ISO 639-1 code the answer was given in.
        kind: kind of the answer.
        confidence: of the answer, 0 to 1.
        candidates: passages found, best first.
        milliseconds: the answer took.
    """

    text: str
    language: str
    kind: str
    confidence: float
    candidates: Sequence[Candidate]
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in the log, as the buttons under its answer need it.

    Attributes:
        id: the number of the question.
        telegram_id: the asker, None once pruned.
        chat_id: where it was asked, None once pruned.
        language: ISO 639-1 code.
        kind: kind of the answer.
        feedback: what the asker thought of the answer.
        candidates: best first; the position is the rank.
        answer_message_ids: the messages that hold the answer, in order.
    """

    id: int
    telegram_id: int | None
    chat_id: int | None
    language: str
    kind: str
    feedback: str | None
    candidates: tuple[Candidate, ...]
    answer_message_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LoggedQuestion:
    """A question as the organisers read it; the fields are the columns of the export.

    Attributes:
        participant: the bot's own number of the asker, None once pruned.
        question: the scrubbed text, None once pruned.
        passages: ids of the passages shown, best first.
    """

    id: int
    asked_at: datetime
    participant: int | None
    chat_kind: str
    language: str
    question: str | None
    kind: str
    confidence: float
    passages: tuple[str, ...]
    milliseconds: float
    feedback: str | None


async def record(
    session: AsyncSession,
    entry: Entry,
    *,
    participant: int | None,
    chat_id: int | None,
    chat_kind: str,
    message_id: int | None,
    now: datetime,
) -> int:
    """Log a question with its text scrubbed; gives its number.

    Args:
        session: an open transaction.
        entry: what was asked and how it was answered.
        participant: the bot's own number of the asker.
        chat_id: Telegram's id of the chat.
        chat_kind: Telegram's type of the chat.
        message_id: Telegram's id of the message.
        now: the instant of asking, aware.
    """
    statement = insert(QuestionRow).values(
        participant_id=participant,
        chat_id=chat_id,
        chat_kind=chat_kind,
        message_id=message_id,
        asked_at=now,
        answer_message_ids=[],
        **_values(entry),
    )
    question = (await session.execute(statement.returning(col(QuestionRow.id)))).scalar_one()
    await _add_candidates(session, question, entry.candidates)
    return question


async def revise(session: AsyncSession, question: int, entry: Entry, *, now: datetime) -> bool:
    """Log what an edited question says now; its old candidates and feedback no longer stand.

    Returns:
        False when the question is no longer in the log.
    """
    values = {**_values(entry), "feedback": None, "edited_at": now}
    if not await _change(session, question, values=values):
        return False
    await session.execute(delete(CandidateRow).where(col(CandidateRow.question_id) == question))
    await _add_candidates(session, question, entry.candidates)
    return True


async def by_message(session: AsyncSession, *, chat_id: int, message_id: int) -> Asked | None:
    """Find the question that this message asked, the latest if a server counted anew."""
    here = (col(QuestionRow.chat_id) == chat_id) & (col(QuestionRow.message_id) == message_id)
    return await _asked(session, here)


async def by_id(session: AsyncSession, question: int) -> Asked | None:
    """Find a question by its number."""
    return await _asked(session, col(QuestionRow.id) == question)


async def attach_answer(session: AsyncSession, question: int, *, message_ids: Sequence[int]) -> None:
    """Note which messages hold the answer, so that an edit of the question reaches them."""
    await _change(session, question, values={"answer_message_ids": list(message_ids)})


async def show(session: AsyncSession, question: int, *, rank: int) -> None:
    """Note that the person saw one more candidate; `rank` is its position, from 0."""
    this = (col(CandidateRow.question_id) == question) & (col(CandidateRow.rank) == rank)
    await session.execute(update(CandidateRow).where(this).values(shown=True))


async def give_feedback(
    session: AsyncSession, question: int, *, telegram_id: int, feedback: Feedback
) -> bool:
    """Note what the asker thought of the answer; False, and nothing noted, for anyone else."""
    asker = select(col(ParticipantRow.id)).where(col(ParticipantRow.telegram_id) == telegram_id)
    asked_by_them = col(QuestionRow.participant_id) == asker.scalar_subquery()
    return await _change(session, question, asked_by_them, values={"feedback": feedback})


async def log(
    session: AsyncSession, *, since: datetime | None = None, until: datetime | None = None
) -> AsyncIterator[LoggedQuestion]:
    """Read the log in the order of asking, a page at a time; `since` is included, `until` is not."""
    asked: list[ColumnElement[bool]] = []
    if since is not None:
        asked.append(col(QuestionRow.asked_at) >= since)
    if until is not None:
        asked.append(col(QuestionRow.asked_at) < until)
    last = 0
    while page := await _log_page(session, col(QuestionRow.id) > last, *asked):
        for question in page:
            yield question
        last = page[-1].id


async def prune(session: AsyncSession, *, before: datetime) -> int:
    """Take text, person and place from the questions asked earlier than `before`; the figures stay.

    Returns:
        The number of questions pruned by this call.
    """
    overdue = (col(QuestionRow.asked_at) < before) & col(QuestionRow.text).is_not(None)
    nothing = {"text": None, "participant_id": None, "chat_id": None, "message_id": None}
    emptied = update(QuestionRow).where(overdue).values(**nothing, answer_message_ids=[])
    connection = await session.connection()
    return (await connection.execute(emptied)).rowcount


def _values(entry: Entry) -> dict[str, object]:
    return {
        "text": scrub(entry.text),
        "language": entry.language,
        "kind": entry.kind,
        "confidence": entry.confidence,
        "milliseconds": entry.milliseconds,
    }


async def _add_candidates(session: AsyncSession, question: int, candidates: Sequence[Candidate]) -> None:
    rows = [
        {
            "question_id": question,
            "rank": rank,
            "passage": candidate.passage,
            "fingerprint": candidate.fingerprint,
            "confidence": candidate.confidence,
            "shown": candidate.shown,
        }
        for rank, candidate in enumerate(candidates)
    ]
    if rows:
        await session.execute(insert(CandidateRow), rows)


async def _change(
    session: AsyncSession, question: int, *conditions: ColumnElement[bool], values: dict[str, object]
) -> bool:
    """Change one question where the conditions hold; False when there is no such question."""
    statement = update(QuestionRow).where(col(QuestionRow.id) == question, *conditions).values(values)
    changed = await session.execute(statement.returning(col(QuestionRow.id)))
    return changed.one_or_none() is not None


async def _asked(session: AsyncSession, *conditions: ColumnElement[bool]) -> Asked | None:
    asker = col(ParticipantRow.id) == col(QuestionRow.participant_id)
    statement = select(QuestionRow, col(ParticipantRow.telegram_id)).outerjoin(ParticipantRow, asker)
    latest = statement.where(*conditions).order_by(col(QuestionRow.id).desc()).limit(1)
    found = (await session.execute(latest)).one_or_none()
    if found is None:
        return None
    row, telegram_id = found
    return Asked(
        id=row.id,
        telegram_id=telegram_id,
        chat_id=row.chat_id,
        language=row.language,
        kind=row.kind,
        feedback=row.feedback,
        candidates=await _candidates(session, row.id),
        answer_message_ids=tuple(row.answer_message_ids),
    )


async def _candidates(session: AsyncSession, question: int) -> tuple[Candidate, ...]:
    of_question = select(CandidateRow).where(col(CandidateRow.question_id) == question)
    rows = await session.scalars(of_question.order_by(col(CandidateRow.rank)))
    return tuple(Candidate(row.passage, row.fingerprint, row.confidence, row.shown) for row in rows)


async def _log_page(session: AsyncSession, *conditions: ColumnElement[bool]) -> list[LoggedQuestion]:
    page = select(QuestionRow).where(*conditions).order_by(col(QuestionRow.id)).limit(LOG_PAGE)
    rows = (await session.scalars(page)).all()
    shown = await _shown_by_question(session, [row.id for row in rows])
    return [_logged(row, shown.get(row.id, [])) for row in rows]


def _logged(row: QuestionRow, passages: Sequence[str]) -> LoggedQuestion:
    return LoggedQuestion(
        id=row.id,
        asked_at=row.asked_at,
        participant=row.participant_id,
        chat_kind=row.chat_kind,
        language=row.language,
        question=row.text,
        kind=row.kind,
        confidence=row.confidence,
        passages=tuple(passages),
        milliseconds=row.milliseconds,
        feedback=row.feedback,
    )


async def _shown_by_question(session: AsyncSession, questions: Sequence[int]) -> dict[int, list[str]]:
    shown = col(CandidateRow.question_id).in_(questions) & col(CandidateRow.shown)
    statement = select(CandidateRow).where(shown).order_by(col(CandidateRow.rank))
    passages: dict[int, list[str]] = {}
    for row in await session.scalars(statement):
        passages.setdefault(row.question_id, []).append(row.passage)
    return passages
