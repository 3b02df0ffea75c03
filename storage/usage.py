"""What the log of questions says about the passages, and about what is missing."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.tables import CandidateRow, QuestionRow


@dataclass(frozen=True, slots=True)
class Shown:
    """How often a text was shown, and by how many who saw it rated of help and of none."""

    times: int
    helpful: int
    unhelpful: int


@dataclass(frozen=True, slots=True)
class Missed:
    """A question that found no answer, as it was asked last, and how often it was asked."""

    text: str
    times: int


async def shown(session: AsyncSession) -> dict[str, Shown]:
    """The use of every passage that was ever shown, by the fingerprint of its text."""

    def rated(feedback: str) -> ColumnElement[int]:
        return func.sum(case((col(QuestionRow.feedback) == feedback, 1), else_=0))

    statement = (
        select(col(CandidateRow.fingerprint), func.count(), rated("helpful"), rated("unhelpful"))
        .join(QuestionRow, col(QuestionRow.id) == col(CandidateRow.question_id))
        .where(col(CandidateRow.shown))
        .group_by(col(CandidateRow.fingerprint))
    )
    return {fingerprint: Shown(*counts) for fingerprint, *counts in await session.execute(statement)}


async def missed(session: AsyncSession, *, most: int) -> list[Missed]:
    """Questions without an answer whose text is still kept, the most frequent first."""
    same = func.lower(func.trim(col(QuestionRow.text)))
    times = func.count()
    statement = (
        select(func.max(col(QuestionRow.text)), times)
        .where(col(QuestionRow.kind) == "not_found", col(QuestionRow.text).is_not(None))
        .group_by(same)
        .order_by(times.desc(), func.max(col(QuestionRow.asked_at)).desc())
        .limit(most)
    )
    return [Missed(text, count) for text, count in await session.execute(statement) if text]
