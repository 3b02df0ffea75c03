"""What the log of questions says about the passages, and about what is missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.tables import CandidateRow, ParticipantRow, QuestionRow

TEXTS_AT_ONCE = 500
"""Texts that one statement asks about: a database takes so many values at once."""


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


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who was shown a text.

    Attributes:
        telegram_id: theirs.
        language: ISO 639-1 code of the question it answered, the latest if there were several.
        fingerprint: of the text.
    """

    telegram_id: int
    language: str
    fingerprint: str


async def readers(session: AsyncSession, fingerprints: Iterable[str]) -> list[Reader]:
    """Who was shown one of some texts, each person once for each text."""
    found: dict[tuple[int, str], Reader] = {}
    left = iter(fingerprints)
    while some := list(islice(left, TEXTS_AT_ONCE)):
        statement = (
            select(col(ParticipantRow.telegram_id), col(QuestionRow.language), col(CandidateRow.fingerprint))
            .join(QuestionRow, col(QuestionRow.id) == col(CandidateRow.question_id))
            .join(ParticipantRow, col(ParticipantRow.id) == col(QuestionRow.participant_id))
            .where(col(CandidateRow.shown), col(CandidateRow.fingerprint).in_(some))
            .order_by(col(QuestionRow.id))
        )
        for person, language, fingerprint in await session.execute(statement):
            found[person, fingerprint] = Reader(person, language, fingerprint)
    return list(found.values())


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
