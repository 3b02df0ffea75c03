"""A question, and the edit of one: answered, logged, sent."""

from dataclasses import dataclass

from telegram import InlineKeyboardMarkup, Message, Update, User

from corpus.answering.answer import Answer
from corpus.answering.answerer import Asker
from handlers import delivery, keyboards, replies
from handlers.context import Context, Services
from handlers.texts import texts_in
from storage import people, questions
from storage.questions import Asked, Candidate, Entry


@dataclass(frozen=True, slots=True)
class _Logged:
    """The number of a question in the log, and whether its asker knows that it is kept."""

    number: int
    participant: int
    notified: bool


async def question(update: Update, context: Context) -> None:
    """Answer a text, or the caption of a picture."""
    message, asker = update.effective_message, update.effective_user
    if message is None or asker is None:
        return
    earlier = await _earlier(message, context.services) if update.edited_message else None
    text = _said(message, context.bot.username)
    answer = context.services.answerer.answer(text, Asker(asker.language_code))
    if answer.kind == "safety":  # advice waits for nothing, and a person may miss an edit
        sent = await delivery.send(message, _reply(answer, context.services))
        logged = await _log(text, answer, message, asker, earlier, context.services)
        await _attach(logged, sent, context.services)
    else:
        logged = await _log(text, answer, message, asker, earlier, context.services)
        await _deliver(answer, message, logged, earlier, context)


async def _deliver(
    answer: Answer, message: Message, logged: _Logged, earlier: Asked | None, context: Context
) -> None:
    reply = _reply(answer, context.services)
    if not logged.notified:
        reply = reply.with_line(f"\n<i>{texts_in(answer.language).privacy_line}</i>")
    keyboard = _keyboard(answer, logged.number)
    if earlier and earlier.answer_message_ids:
        first, *rest = earlier.answer_message_ids
        await delivery.replace(context.bot, message.chat_id, first, reply, keyboard)
        await delivery.withdraw(context.bot, message.chat_id, rest)
        sent = [first]
    else:
        sent = await delivery.send(message, reply, keyboard)
    await _attach(logged, sent, context.services, notified=True)


async def _earlier(message: Message, services: Services) -> Asked | None:
    """What this message asked before it was edited."""
    async with services.database.reading() as session:
        return await questions.by_message(session, chat_id=message.chat_id, message_id=message.message_id)


async def _log(
    text: str, answer: Answer, message: Message, asker: User, earlier: Asked | None, services: Services
) -> _Logged:
    now = services.now()
    entry = _entry(text, answer)
    async with services.database.session() as session:
        person = await people.meet(session, telegram_id=asker.id, language_code=asker.language_code, now=now)
        if earlier and await questions.revise(session, earlier.id, entry, now=now):
            return _Logged(earlier.id, person.id, person.notified)
        number = await questions.record(
            session,
            entry,
            participant=person.id,
            chat_id=message.chat_id,
            chat_kind=message.chat.type,
            message_id=message.message_id,
            now=now,
        )
    return _Logged(number, person.id, person.notified)


async def _attach(logged: _Logged, sent: list[int], services: Services, *, notified: bool = False) -> None:
    async with services.database.session() as session:
        await questions.attach_answer(session, logged.number, message_ids=sent)
        if notified and not logged.notified:
            await people.mark_notified(session, participant=logged.participant, now=services.now())


def _entry(text: str, answer: Answer) -> Entry:
    """A question as the log keeps it; of its candidates only an answer shows one at once."""
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
    return text.replace(f"@{username}", " ").strip()
