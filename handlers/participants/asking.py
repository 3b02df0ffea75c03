"""A question, and the edit of one: answered, logged, sent."""

import asyncio
import re
from asyncio import Future
from dataclasses import replace
from functools import partial
from typing import Literal

from telegram import Message, Update, User

from corpus.answering.answer import Answer, Card
from corpus.answering.answerer import Asker
from corpus.answering.following import Previous, previous_of
from handlers import delivery, keyboards, replies
from handlers.bell import Alarm
from handlers.context import Context, Services
from handlers.failures import tolerated, watched
from handlers.keyboards import Keyboard
from handlers.participants import evidence
from handlers.texts import texts_in
from storage.people import Told
from storage.questions import Asking, Candidate, Recorded, Replied
from storage.scrubbing import scrub

CARDS = ("safety", "refusal")
"""Kinds of answer that wait for nothing: not for the log, not for the search of an earlier answer."""
QUICK = 500
"""Letters up to which a text is scrubbed in the event loop: at the worst a millisecond."""


async def question(update: Update, context: Context) -> None:
    """Answer a text, or the caption of a picture."""
    message, asker = update.effective_message, update.effective_user
    if message is None or asker is None:
        return
    services, answerer = context.services, context.services.answerer
    text = _said(message, context.bot.username)
    previous = services.last_questions.before(
        asker.id, message.chat_id, message.message_id, now=services.now()
    )
    answer = answerer.answer(text, Asker(services.languages.of(asker)), previous)
    reply = replies.answer(answer, answerer.corpus.workshop)
    if answer.kind in CARDS:  # as a new message after an edit too: a person may miss a changed one
        calling = answer.kind == "safety" and services.has_organisers
        keyboard = keyboards.under_card(texts_in(answer.language)) if calling else None
        sent = await delivery.send(services.call, message, reply, keyboard)
        recording = services.record(await _asking(text, answer, message, asker, services))
        watched(recording)
        recording.add_done_callback(partial(_attach, services, sent))
        if answer.card:
            recording.add_done_callback(partial(_ring, services, asker.id, answer.card))
        return
    verdict = services.limit.ask(asker.id, update.update_id, now=services.now())
    asking = await _asking(text, answer, message, asker, services)
    if verdict != "answer":
        await _refuse(verdict, asking, message, services)
        return
    if answer.kind != "smalltalk":
        _note(text, answer, previous, message, asker, services)
    recorded = await tolerated(services.record(asking))
    sent = await _deliver(answer, reply, message, recorded, services)
    if recorded:
        watched(services.attach(Replied(recorded.id, sent)))
        if not recorded.notified:
            watched(services.tell(Told(recorded.participant, services.now())))


def _note(
    text: str, answer: Answer, previous: Previous | None, message: Message, asker: User, services: Services
) -> None:
    """Remember what the person's next message may lean on."""
    services.last_questions.note(
        asker.id,
        message.chat_id,
        message.message_id,
        previous_of(text, answer, previous),
        offered=[candidate.passage.fingerprint for candidate in answer.candidates],
        now=services.now(),
    )


def _attach(services: Services, sent: list[int], recording: Future[Recorded]) -> None:
    """Note which messages hold a card once it is in the log: the person's next cry waits for neither."""
    if not recording.cancelled() and recording.exception() is None:
        watched(services.attach(Replied(recording.result().id, sent)))


def _ring(services: Services, person: int, card: Card, recording: Future[Recorded]) -> None:
    """Let the organisers know of a card, once its person has a number."""
    if not recording.cancelled() and recording.exception() is None:
        services.bell.ring(Alarm(recording.result().participant, person, card, services.now()))


async def _deliver(
    answer: Answer, reply: replies.Reply, message: Message, recorded: Recorded | None, services: Services
) -> list[int]:
    """Send the answer, or put it in the place of the one before the edit; without a log, without buttons."""
    call = services.call
    if recorded is None:
        return await delivery.send(call, message, reply)
    if not recorded.notified:
        reply = reply.with_notice(texts_in(answer.language).privacy_line)
    keyboard = _keyboard(answer, recorded.id, message.chat_id, services)
    if recorded.answer_message_ids:
        earlier = recorded.answer_message_ids
        return await delivery.replace(call, message.chat_id, earlier, reply, keyboard)
    return await delivery.send(call, message, reply, keyboard)


async def _refuse(
    verdict: Literal["notice", "quiet"], asking: Asking, message: Message, services: Services
) -> None:
    """Too many questions within a minute: one notice, and every question still in the log."""
    limit = services.limit
    unanswered = replace(asking, kind="limited", confidence=0.0, candidates=())
    await tolerated(services.record(unanswered))
    if verdict == "notice":
        seconds = limit.seconds_left(asking.telegram_id, now=services.now())
        line = texts_in(asking.language).limited.format(count=limit.per_minute, seconds=seconds)
        await delivery.send(services.call, message, replies.Reply(before=(line,)))


async def _asking(text: str, answer: Answer, message: Message, asker: User, services: Services) -> Asking:
    """A question as the log keeps it; of its candidates only an answer shows one at once."""
    scrubbed = scrub(text) if len(text) <= QUICK else await asyncio.to_thread(scrub, text)
    return Asking(
        telegram_id=asker.id,
        language_code=asker.language_code,
        chat_id=message.chat_id,
        chat_kind=message.chat.type,
        message_id=message.message_id,
        text=scrubbed,
        language=answer.language,
        kind=answer.kind,
        confidence=answer.confidence,
        candidates=[
            Candidate(
                candidate.passage.id,
                candidate.passage.fingerprint,
                candidate.confidence,
                shown=answer.kind == "answer" and rank == 0,
            )
            for rank, candidate in enumerate(answer.candidates)
        ],
        milliseconds=answer.milliseconds,
        now=services.now(),
    )


def _keyboard(answer: Answer, number: int, chat_id: int, services: Services) -> Keyboard | None:
    if answer.kind == "choose":
        return keyboards.to_open(answer, number)
    if answer.kind == "not_found":
        texts, organisers = texts_in(answer.language), services.has_organisers
        return keyboards.under_not_found(answer, number, organisers=organisers, texts=texts)
    if answer.kind not in ("answer", "definition"):
        return None
    keyboard = keyboards.under_answer(
        number,
        rank=0,
        ranks=len(answer.candidates),
        whole=not answer.candidates or answer.quotes == answer.candidates[0].passage.sentences,
        feedback=None,
        evidence=evidence.offered(answer.candidates[0].passage, services) if answer.candidates else (),
        texts=texts_in(answer.language),
    )
    # In a group nobody has the button: it is no chat of a maintainer's.
    if answer.kind == "answer" and services.is_shown("maintainer", chat_id):
        keyboard += keyboards.correct(number, 0, texts_in(answer.language))
    return keyboard


def _said(message: Message, username: str) -> str:
    """The text or caption without the mention of the bot that brought it here."""
    text = message.text or message.caption or ""
    return re.sub(rf"@{re.escape(username)}\b", " ", text, flags=re.IGNORECASE).strip()
