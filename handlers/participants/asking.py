"""A question, and the edit of one: answered, logged, sent."""

import re
from dataclasses import replace
from typing import Literal

from telegram import Message, Update, User

from corpus.answering.answer import Answer
from corpus.answering.answerer import Asker
from handlers import delivery, keyboards, replies
from handlers.context import Context, Services
from handlers.failures import tolerated, watched
from handlers.keyboards import Keyboard
from handlers.texts import texts_in
from storage.people import Told
from storage.questions import Asking, Candidate, Recorded, Replied

CARDS = ("safety", "refusal")
"""Kinds of answer that wait for nothing: not for the database, not for the search of an earlier answer."""


async def question(update: Update, context: Context) -> None:
    """Answer a text, or the caption of a picture."""
    message, asker = update.effective_message, update.effective_user
    if message is None or asker is None:
        return
    services, answerer = context.services, context.services.answerer
    text = _said(message, context.bot.username)
    answer = answerer.answer(text, Asker(asker.language_code))
    reply = replies.answer(answer, answerer.corpus.workshop)
    asking = _asking(text, answer, message, asker, services)
    if answer.kind in CARDS:  # as a new message after an edit too: a person may miss a changed one
        sent = await delivery.send(services.call, message, reply)
        recorded = await tolerated(services.record(asking))
    elif verdict := _over_limit(asker, services):
        await _refuse(verdict, asking, message, services)
        return
    else:
        recorded = await tolerated(services.record(asking))
        sent = await _deliver(answer, reply, message, recorded, services.call)
    if recorded:
        watched(services.attach(Replied(recorded.id, sent)))
        if not recorded.notified and answer.kind not in CARDS:
            watched(services.tell(Told(recorded.participant, services.now())))


async def _deliver(
    answer: Answer, reply: replies.Reply, message: Message, recorded: Recorded | None, call: delivery.Call
) -> list[int]:
    """Send the answer, or put it in the place of the one before the edit; without a log, without buttons."""
    if recorded is None:
        return await delivery.send(call, message, reply)
    if not recorded.notified:
        reply = reply.with_notice(texts_in(answer.language).privacy_line)
    keyboard = _keyboard(answer, recorded.id)
    if recorded.answer_message_ids:
        earlier = recorded.answer_message_ids
        return await delivery.replace(call, message.chat_id, earlier, reply, keyboard)
    return await delivery.send(call, message, reply, keyboard)


def _over_limit(asker: User, services: Services) -> Literal["notice", "quiet"] | None:
    verdict = services.limit.ask(asker.id, now=services.now())
    return None if verdict == "answer" else verdict


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


def _asking(text: str, answer: Answer, message: Message, asker: User, services: Services) -> Asking:
    """A question as the log keeps it; of its candidates only an answer shows one at once."""
    return Asking(
        telegram_id=asker.id,
        language_code=asker.language_code,
        chat_id=message.chat_id,
        chat_kind=message.chat.type,
        message_id=message.message_id,
        text=text,
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


def _keyboard(answer: Answer, number: int) -> Keyboard | None:
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
