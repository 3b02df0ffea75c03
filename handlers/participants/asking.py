"""A question, and the edit of one: answered, logged, sent."""

import re
from dataclasses import dataclass

from telegram import InlineKeyboardMarkup, Message, Update, User

from corpus.answering.answer import Answer
from corpus.answering.answerer import Asker
from handlers import delivery, keyboards, replies
from handlers.context import Context, Services
from handlers.failures import tolerated
from handlers.texts import texts_in
from storage import people, questions
from storage.questions import Candidate, Entry

CARDS = ("safety", "refusal")
"""Kinds of answer that wait for nothing: not for the database, not for the search of an earlier answer."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with its answer, before either is kept or sent."""

    text: str
    answer: Answer
    message: Message
    asker: User
    edited: bool


@dataclass(frozen=True, slots=True)
class _Logged:
    """A question in the log.

    Attributes:
        number: its number.
        participant: the bot's own number of the asker.
        notified: whether the asker knows that questions are kept.
        answered_in: the messages that hold the answer to what was asked before an edit.
    """

    number: int
    participant: int
    notified: bool
    answered_in: tuple[int, ...] = ()


async def question(update: Update, context: Context) -> None:
    """Answer a text, or the caption of a picture."""
    message, asker = update.effective_message, update.effective_user
    if message is None or asker is None:
        return
    services = context.services
    text = _said(message, context.bot.username)
    answer = services.answerer.answer(text, Asker(asker.language_code))
    asked = _Asked(text, answer, message, asker, edited=update.edited_message is not None)
    if answer.kind in CARDS:  # as a new message after an edit too: a person may miss a changed one
        sent = await delivery.send(message, _reply(answer, services))
        logged = await tolerated(_log(asked, services), context)
    else:
        logged = await tolerated(_log(asked, services), context)
        sent = await _deliver(answer, message, logged, context)
    if logged:
        told = logged.notified or answer.kind not in CARDS
        await tolerated(_attach(logged, sent, services, told=told), context)


async def _deliver(answer: Answer, message: Message, logged: _Logged | None, context: Context) -> list[int]:
    """Send the answer, or put it in the place of the one before the edit; without a log, without buttons."""
    reply = _reply(answer, context.services)
    if logged is None:
        return await delivery.send(message, reply)
    if not logged.notified:
        reply = reply.with_line(f"\n<i>{texts_in(answer.language).privacy_line}</i>")
    keyboard = _keyboard(answer, logged.number)
    if logged.answered_in:
        return await delivery.replace(context.bot, message.chat_id, logged.answered_in, reply, keyboard)
    return await delivery.send(message, reply, keyboard)


async def _log(asked: _Asked, services: Services) -> _Logged:
    now, asker, message = services.now(), asked.asker, asked.message
    place = {"chat_id": message.chat_id, "message_id": message.message_id}
    entry = _entry(asked.text, asked.answer)
    async with services.database.session() as session:
        person = await people.meet(session, telegram_id=asker.id, language_code=asker.language_code, now=now)
        earlier = await questions.by_message(session, **place) if asked.edited else None
        if earlier and await questions.revise(session, earlier.id, entry, now=now):
            return _Logged(earlier.id, person.id, person.notified, earlier.answer_message_ids)
        number = await questions.record(
            session, entry, participant=person.id, chat_kind=message.chat.type, now=now, **place
        )
    return _Logged(number, person.id, person.notified)


async def _attach(logged: _Logged, sent: list[int], services: Services, *, told: bool) -> None:
    async with services.database.session() as session:
        await questions.attach_answer(session, logged.number, message_ids=sent)
        if told and not logged.notified:
            await people.mark_notified(session, participant=logged.participant, now=services.now())


def _entry(text: str, answer: Answer) -> Entry:
    candidates = [
        Candidate(
            candidate.passage.id,
            candidate.passage.fingerprint,
            candidate.confidence,
            shown=answer.kind == "answer" and rank == 0,
        )
        for rank, candidate in enumerate(answer.candidates)
    ]
    return Entry(text, answer.language, answer.kind, answer.confidence, candidates, answer.milliseconds)


def _reply(answer: Answer, services: Services) -> replies.Reply:
    return replies.answer(answer, services.answerer.corpus.workshop)


def _keyboard(answer: Answer, number: int) -> InlineKeyboardMarkup | None:
    if answer.kind == "not_found":
        return keyboards.under_not_found(answer, number)
    if answer.kind not in ("answer", "definition"):
        return None
    return keyboards.under_answer(
        number,
        rank=0,
        ranks=len(answer.candidates),
        whole=not answer.candidates or answer.quotes == answer.candidates[0].passage.sentences,
        feedback=None,
        texts=texts_in(answer.language),
    )


def _said(message: Message, username: str) -> str:
    """The text or caption without the mention of the bot that brought it here."""
    text = message.text or message.caption or ""
    return re.sub(rf"@{re.escape(username)}\b", " ", text, flags=re.IGNORECASE).strip()
