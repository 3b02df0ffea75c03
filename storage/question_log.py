"""The log of questions as the organisers read it, and what is taken from it in time."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.tables import CandidateRow, QuestionRow

LOG_PAGE = 500
"""Questions read at a time: what bounds the memory of an export."""
NOT_SEARCHED = ("limited", "smalltalk")
"""Kinds of answer that no document decides on."""


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


@dataclass(frozen=True, slots=True)
class AskedLately:
    """A question of the log, the last of those with the same words; `id` is its number."""

    id: int
    text: str
    language: str
    kind: str


async def lately(session: AsyncSession, *, most: int, kind: str | None = None) -> list[AskedLately]:
    """The last distinct questions, the newest first; of one kind, else all that were searched for."""
    row = QuestionRow
    searched = col(row.kind).not_in(NOT_SEARCHED) if kind is None else col(row.kind) == kind
    newest = (
        select(func.max(col(row.id)))
        .where(col(row.text).is_not(None), searched)
        .group_by(col(row.text), col(row.language))
        .order_by(func.max(col(row.id)).desc())
        .limit(most)
    )
    rows = await session.scalars(select(row).where(col(row.id).in_(newest)).order_by(col(row.id).desc()))
    return [AskedLately(one.id, one.text, one.language, one.kind) for one in rows if one.text is not None]


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
