"""Questions as they are asked: recorded together, shown, rated, found again by their buttons."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal, NamedTuple, cast

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage import people
from storage.people import Met
from storage.tables import CANDIDATES, QUESTIONS, CandidateRow, ParticipantRow, QuestionRow

Feedback = Literal["helpful", "unhelpful"]

# Made once: to make these anew takes longer than to run them.
_NEW = insert(QUESTIONS).returning(QUESTIONS.c.id, sort_by_parameter_order=True)
_CHANGE = update(QUESTIONS).where(QUESTIONS.c.id == bindparam("question"))
_CANDIDATES = insert(CANDIDATES)
_EARLIER = select(
    *(QUESTIONS.c[name] for name in ("chat_id", "message_id", "id", "text", "answer_message_ids"))
).where(
    QUESTIONS.c.chat_id.in_(bindparam("chats", expanding=True)),
    QUESTIONS.c.message_id.in_(bindparam("messages", expanding=True)),
    QUESTIONS.c.asked_at > bindparam("since"),
)

EDITABLE = timedelta(hours=48)
"""How long Telegram lets a message be edited; an older one of the same number is another bot's."""


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
class Asking:
    """A message that asks, and how it was answered.

    Attributes:
        telegram_id: the asker.
        language_code: IETF tag of the asker's Telegram.
        chat_id: Telegram's id of the chat.
        chat_kind: Telegram's type of the chat.
        message_id: Telegram's id of the message.
        text: the question, scrubbed.
        language: ISO 639-1 code the answer was given in.
        kind: kind of the answer.
        confidence: of the answer, 0 to 1.
        candidates: passages found, best first.
        milliseconds: the answer took.
        now: the instant of asking, aware.
    """

    telegram_id: int
    language_code: str | None
    chat_id: int
    chat_kind: str
    message_id: int
    text: str
    language: str
    kind: str
    confidence: float
    candidates: Sequence[Candidate]
    milliseconds: float
    now: datetime


@dataclass(frozen=True, slots=True)
class Recorded:
    """A question in the log.

    Attributes:
        id: its number.
        participant: the bot's own number of the asker.
        notified: whether the asker was told that questions are kept.
        answer_message_ids: the messages that answered it before, if it was edited or came twice.
    """

    id: int
    participant: int
    notified: bool
    answer_message_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Replied:
    """Which messages answer a question."""

    question: int
    message_ids: Sequence[int]


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
    feedback: Feedback | None
    candidates: tuple[Candidate, ...]
    answer_message_ids: tuple[int, ...]


def record(connection: Connection, asked: Sequence[Asking]) -> list[Recorded]:
    """Log messages that ask; an edited or repeated one changes its own row."""
    met = [Met(one.telegram_id, one.language_code, one.now) for one in asked]
    known = people.meet_all(connection, met)
    earlier = _earlier(connection, asked)
    numbers = {key: row.number for key, row in earlier.items()}
    _revise(connection, [(earlier[_key(one)], one) for one in asked if _key(one) in earlier])
    new = [one for one in asked if _key(one) not in numbers]
    people_by_id = {one.telegram_id: person for one, person in zip(asked, known, strict=True)}
    numbers |= _insert(connection, new, {key: person.id for key, person in people_by_id.items()})
    _add_candidates(connection, [(numbers[_key(one)], one) for one in asked])
    return [
        Recorded(
            numbers[_key(one)],
            person.id,
            person.notified,
            earlier[_key(one)].answer_message_ids if _key(one) in earlier else (),
        )
        for one, person in zip(asked, known, strict=True)
    ]


def attach_answers(connection: Connection, replied: Sequence[Replied]) -> list[None]:
    """Note which messages hold the answers, so that an edit reaches them."""
    values = [{"question": one.question, "answer_message_ids": list(one.message_ids)} for one in replied]
    connection.execute(_CHANGE, values)
    return [None] * len(replied)


async def by_id(session: AsyncSession, question: int) -> Asked | None:
    """Find a question by its number."""
    asker = col(ParticipantRow.id) == col(QuestionRow.participant_id)
    statement = select(QuestionRow, col(ParticipantRow.telegram_id)).outerjoin(ParticipantRow, asker)
    found = (await session.execute(statement.where(col(QuestionRow.id) == question))).one_or_none()
    if found is None:
        return None
    row, telegram_id = found
    return Asked(
        id=row.id,
        telegram_id=telegram_id,
        chat_id=row.chat_id,
        language=row.language,
        kind=row.kind,
        feedback=cast("Feedback | None", row.feedback),
        candidates=await _candidates(session, row.id),
        answer_message_ids=tuple(row.answer_message_ids),
    )


async def show(session: AsyncSession, question: int, *, rank: int) -> None:
    """Note that the person saw one more candidate; `rank` is its position, from 0."""
    this = (col(CandidateRow.question_id) == question) & (col(CandidateRow.rank) == rank)
    await session.execute(update(CandidateRow).where(this).values(shown=True))


async def shown_later(session: AsyncSession, question: int, candidate: Candidate) -> None:
    """Note a passage that was shown long after the question, behind those that were found for it."""
    behind = select(func.coalesce(func.max(col(CandidateRow.rank)), -1) + 1).where(
        col(CandidateRow.question_id) == question
    )
    rank = (await session.execute(behind)).scalar_one()
    row = {"question_id": question, "rank": rank, "passage": candidate.passage}
    row |= {"fingerprint": candidate.fingerprint, "confidence": candidate.confidence, "shown": True}
    await session.execute(_CANDIDATES, row)


async def give_feedback(
    session: AsyncSession, question: int, *, telegram_id: int, feedback: Feedback
) -> bool:
    """Note what the asker thought of the answer; False, and nothing noted, for anyone else."""
    asker = select(col(ParticipantRow.id)).where(col(ParticipantRow.telegram_id) == telegram_id)
    asked_by_them = col(QuestionRow.participant_id) == asker.scalar_subquery()
    theirs = update(QuestionRow).where(col(QuestionRow.id) == question, asked_by_them)
    changed = await session.execute(theirs.values(feedback=feedback).returning(col(QuestionRow.id)))
    return changed.one_or_none() is not None


_Key = tuple[int, int]


class _Earlier(NamedTuple):
    number: int
    text: str | None
    answer_message_ids: tuple[int, ...]


def _key(asked: Asking) -> _Key:
    return asked.chat_id, asked.message_id


def _earlier(connection: Connection, asked: Sequence[Asking]) -> dict[_Key, _Earlier]:
    """The messages that are in the log already."""
    these = {
        "chats": list({one.chat_id for one in asked}),
        "messages": list({one.message_id for one in asked}),
        "since": min(one.now for one in asked) - EDITABLE,
    }
    rows = connection.execute(_EARLIER, these)
    return {
        (chat, message): _Earlier(number, text, tuple(answers))
        for chat, message, number, text, answers in rows
    }


def _insert(connection: Connection, asked: Sequence[Asking], participants: dict[int, int]) -> dict[_Key, int]:
    if not asked:
        return {}
    rows = [
        {
            "participant_id": participants[one.telegram_id],
            "chat_id": one.chat_id,
            "chat_kind": one.chat_kind,
            "message_id": one.message_id,
            "asked_at": one.now,
            "answer_message_ids": [],
            **_values(one),
        }
        for one in asked
    ]
    numbers = connection.scalars(_NEW, rows)
    return {_key(one): number for one, number in zip(asked, numbers, strict=True)}


def _revise(connection: Connection, asked: Sequence[tuple[_Earlier, Asking]]) -> None:
    """What an edited message asks now; its old candidates and feedback no longer stand.

    One with the same text is no edit: its reply did not get out, and it is answered again.
    """
    if not asked:
        return
    again = [{"question": row.number, **_values(one)} for row, one in asked if one.text == row.text]
    edited = [
        {"question": row.number, **_values(one), "feedback": None, "edited_at": one.now}
        for row, one in asked
        if one.text != row.text
    ]
    for rows in filter(None, (again, edited)):
        connection.execute(_CHANGE, rows)
    theirs = CANDIDATES.c.question_id.in_([row.number for row, _ in asked])
    connection.execute(delete(CANDIDATES).where(theirs))


def _values(asked: Asking) -> dict[str, Any]:
    return {
        "text": asked.text,
        "language": asked.language,
        "kind": asked.kind,
        "confidence": asked.confidence,
        "milliseconds": asked.milliseconds,
    }


def _add_candidates(connection: Connection, asked: Sequence[tuple[int, Asking]]) -> None:
    rows = [
        {
            "question_id": number,
            "rank": rank,
            "passage": candidate.passage,
            "fingerprint": candidate.fingerprint,
            "confidence": candidate.confidence,
            "shown": candidate.shown,
        }
        for number, one in asked
        for rank, candidate in enumerate(one.candidates)
    ]
    if rows:
        connection.execute(_CANDIDATES, rows)


async def _candidates(session: AsyncSession, question: int) -> tuple[Candidate, ...]:
    of_question = select(CandidateRow).where(col(CandidateRow.question_id) == question)
    rows = await session.scalars(of_question.order_by(col(CandidateRow.rank)))
    return tuple(Candidate(row.passage, row.fingerprint, row.confidence, row.shown) for row in rows)
