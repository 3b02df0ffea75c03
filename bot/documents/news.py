"""Telling whom a new version concerns: who waited for an answer, and who was shown what no longer holds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncSession

from bot.announcements.message import formatted
from bot.documents.aside import aside
from corpus.answering.answer import Answer
from corpus.answering.prepared import open_prepared
from corpus.quality.news import Correction, answered, corrections
from corpus.workshop import Workshop
from handlers import replies
from handlers.delivery import NO_PREVIEW
from handlers.replies import Reply
from handlers.texts import texts_in
from storage import awaited as waiting
from storage import questions, usage
from storage.announcements import steering
from storage.announcements.contents import Content
from storage.awaited import Awaited
from storage.database import Database
from storage.questions import Candidate
from storage.usage import Reader


@dataclass(frozen=True, slots=True)
class News:
    """Whom a version concerns.

    Attributes:
        workshop: the event, as the version has it.
        answered: questions that waited, with their answer.
        corrected: who was shown a text that changed in substance, with what changed.
    """

    workshop: Workshop
    answered: Sequence[tuple[Awaited, Answer]] = ()
    corrected: Sequence[tuple[Reader, Correction]] = ()


async def find(database: Database, before: Path, after: Path) -> News:
    """Whom it concerns that one prepared folder takes the place of another.

    Raises:
        DatabaseUnavailable: the log can't be read.
        WorkFailed: the folders could not be compared.
    """
    async with database.reading() as session:
        unanswered = await waiting.unanswered(session)
    workshop, told, changed = await aside(_compared, before, after, unanswered)
    async with database.reading() as session:
        readers = await usage.readers(session, changed)
    return News(workshop, told, [(reader, changed[reader.fingerprint]) for reader in readers])


def _compared(
    before: Path, after: Path, unanswered: Sequence[Awaited]
) -> tuple[Workshop, list[tuple[Awaited, Answer]], Mapping[str, Correction]]:
    was, now = open_prepared(before), open_prepared(after)
    changed = corrections(was.corpus, now.corpus)
    return now.corpus.workshop, answered(now, unanswered), changed


async def tell(session: AsyncSession, news: News, *, now: datetime) -> None:
    """Put a message for each of them into the ledger, and let go of the questions that waited."""
    told = [(one.telegram_id, _answer(one, answer, news.workshop)) for one, answer in news.answered]
    told += [(reader.telegram_id, _correction(reader, one)) for reader, one in news.corrected]
    for round_ in _rounds(told):
        await steering.tell_each(session, round_, now=now)
    for asked, answer in news.answered:
        for found in answer.candidates[:1]:
            passage = found.passage
            seen = Candidate(passage.id, passage.fingerprint, found.confidence, shown=True)
            await questions.shown_later(session, asked.question, seen)
    await waiting.let_go(session, [one.question for one, _ in news.answered])


def _rounds(messages: Iterable[tuple[int, Content]]) -> list[dict[int, Content]]:
    """The messages in as many announcements as one person gets: an announcement has one for each."""
    rounds: list[dict[int, Content]] = []
    for person, content in messages:
        free = next((one for one in rounds if person not in one), None)
        if free is None:
            rounds.append(free := {})
        free[person] = content
    return rounds


def _answer(asked: Awaited, answer: Answer, workshop: Workshop) -> Content:
    reply = replies.answered_at_last(asked.text, answer, workshop)
    here = asked.chat_id == asked.telegram_id  # else it was asked in a group, and is answered to the person
    question = {"message_id": asked.message_id, "allow_sending_without_reply": True}
    return _content(reply, **({"reply_parameters": question} if here else {}))


def _correction(reader: Reader, one: Correction) -> Content:
    return _content(replies.corrected(one.before, one.after, texts_in(reader.language)))


def _content(reply: Reply, **beside: object) -> Content:
    text, entities = formatted(reply.messages()[0], html=True)
    return Content(
        "sendMessage", {"text": text, "entities": entities, "link_preview_options": NO_PREVIEW, **beside}
    )
