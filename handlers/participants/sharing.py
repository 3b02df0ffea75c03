"""`/share`: a practice that worked, told in four steps, seen as it would stand, then sent."""

from datetime import timedelta
from typing import cast

from telegram import Message, Update
from telegram.constants import ChatType

from corpus.answering.answerer import Asker
from corpus.reading.practice import title_of
from handlers import access, delivery
from handlers.context import Context, Services
from handlers.failures import noted
from handlers.keyboards import Keyboard, button
from handlers.organisers.awaiting import leave, wait_for
from handlers.participants.arriving import say
from handlers.replies import Reply, safe
from handlers.texts import Texts, texts_in
from storage import practices
from storage.people import Met
from storage.practices import OPTIONAL, STEPS, Practice, Step
from storage.scrubbing import scrub

LONGEST: dict[Step, int] = {"what": 1000, "place": 300, "evidence": 800, "contact": 200}
"""Characters of each step."""
LAPSE = timedelta(hours=3)
"""After so long a message is a question again: the practice was left lying."""


async def share(update: Update, context: Context) -> None:
    """Begin, or go on with what was begun."""
    message, user, services = update.effective_message, update.effective_user, context.services
    if message is None or user is None:
        return
    texts = texts_in(services.languages.of(user))
    if message.chat.type != ChatType.PRIVATE:
        await say(update, context, Reply(before=(texts.in_private,)))
        return
    person = await services.meet(Met(user.id, user.language_code, services.now()))
    async with services.database.session() as session:
        waiting = await practices.count_waiting(session, user.id)
        if waiting < practices.MOST_WAITING:
            language = services.languages.of(user) or services.answerer.languages[0]
            one = await practices.draft(
                session, participant=person.id, language=language.split("-")[0], now=services.now()
            )
    if waiting >= practices.MOST_WAITING:
        await say(update, context, Reply(before=(texts.keeping.share_enough.format(count=waiting),)))
        return
    begun = texts.keeping.share_intro if one.what is None else texts.keeping.share_resumed
    await say(update, context, Reply(before=(begun,)))
    await _go_on(message, one, services, texts)


async def take(message: Message, step: str, services: Services, texts: Texts) -> None:
    """Take the words of a step."""
    one = await _drafting(message.chat_id, services)
    if one is None or step not in STEPS:
        await leave(services, message.chat_id)
        await _send(services, message, texts.keeping.share_gone)
    elif not message.text:
        await _send(services, message, texts.keeping.share_words_only)
    else:
        await _take_words(message, one, step, message.text, services, texts)


async def _take_words(
    message: Message, one: Practice, step: Step, text: str, services: Services, texts: Texts
) -> None:
    written = text.strip()
    if (over := len(written) - LONGEST[step]) > 0:
        said = texts.keeping.share_too_long.format(length=len(written), limit=LONGEST[step], over=over)
        await _send(services, message, said)
        return
    words = written if step == "contact" else scrub(written)
    answer = services.answerer.answer(words, Asker(one.language))
    async with services.database.session() as session:
        language = answer.language if step == "what" else None
        await practices.tell(session, one.id, step, words, language=language, now=services.now())
    if words != written:
        await _send(services, message, texts.keeping.share_scrubbed)
    if told := await _drafting(message.chat_id, services):
        await _go_on(message, told, services, texts)


async def lapsed(telegram_id: int, services: Services) -> bool:
    """Whether a practice was left lying so long that the next message is no part of it any more."""
    one = await _drafting(telegram_id, services)
    if one is None or services.now() - one.changed_at < LAPSE:
        return False
    await leave(services, telegram_id)
    return True


async def ask_whether_meant(message: Message, step: str, services: Services, texts: Texts) -> None:
    """After a safety card: words that read like a cry for help are taken only if the person says so."""
    if (one := await _drafting(message.chat_id, services)) and message.text:
        keyboard = [[button(texts.keeping.share_take, f"share:{one.id}:take:{step}")]]
        reply = Reply(before=(texts.keeping.share_danger,))
        await delivery.send(services.call, message, reply, keyboard, referring=True)


async def press(update: Update, context: Context) -> None:
    """Follow a button of the person who tells."""
    query, services = update.callback_query, context.services
    if query is None or not isinstance(query.message, Message):
        return
    texts = texts_in(services.languages.of(query.from_user))
    _, number, action, step = (query.data or "").split(":")
    async with services.database.reading() as session:
        one = await practices.get(session, int(number))
    if one is None or one.telegram_id != query.from_user.id:
        await delivery.acknowledge(query, texts.keeping.share_gone)
    elif one.state != "drafting":
        await delivery.acknowledge(query, texts.keeping.share_sent_already)
    else:
        await delivery.acknowledge(query)
        await _follow(query.message, one, action, cast("Step", step), services, texts)


async def _follow(
    message: Message, one: Practice, action: str, step: Step, services: Services, texts: Texts
) -> None:
    match action:
        case "change":
            await _ask(message, one, step, services, texts)
        case "skip" if one.missing == step:
            async with services.database.session() as session:
                await practices.tell(session, one.id, step, "", now=services.now())
            if told := await _drafting(one.telegram_id, services):
                await _go_on(message, told, services, texts)
        case "take" if message.reply_to_message and message.reply_to_message.text:
            await _take_words(message, one, step, message.reply_to_message.text, services, texts)
        case "discard":
            async with services.database.session() as session:
                await practices.discard(session, one.telegram_id)
            await leave(services, one.telegram_id)
            await _replace(services, message, texts.keeping.share_discarded)
        case "send" if one.missing is None:
            await _hand_in(message, one, services, texts)


async def _hand_in(message: Message, one: Practice, services: Services, texts: Texts) -> None:
    """Put a practice before the maintainers, once."""
    async with services.database.session() as session:
        sent = await practices.send(session, one.id, now=services.now())
    if not sent:
        return
    await leave(services, one.telegram_id)
    await _replace(services, message, texts.keeping.share_sent)
    for maintainer in await access.maintainers(services):
        try:
            theirs = await access.texts_for(services, maintainer)
            said = theirs.keeping.practice_new.format(title=safe(title_of(one.what or "")))
            keyboard = [[button(theirs.keeping.practice_read, f"practice:{one.id}:show:")]]
            await delivery.tell(services.call, maintainer, Reply(before=(said,)), keyboard)
        except Exception as error:  # noqa: BLE001  # the other maintainers must still hear of it
            noted(error, event="maintainer not told")


async def _go_on(message: Message, one: Practice, services: Services, texts: Texts) -> None:
    """Ask for what is missing, or show what came of it."""
    if one.missing:
        await _ask(message, one, one.missing, services, texts)
        return
    await leave(services, one.telegram_id)
    labels = headings(texts)
    changes = [button(f"✏️ {labels[step]}", f"share:{one.id}:change:{step}") for step in STEPS]
    keyboard: Keyboard = [
        [button(texts.keeping.share_send, f"share:{one.id}:send:")],
        *[changes[start : start + 2] for start in range(0, len(changes), 2)],
        [button(texts.keeping.share_discard, f"share:{one.id}:discard:")],
    ]
    reply = Reply(before=(*shown(one, texts), "", f"<i>{texts.keeping.share_preview}</i>"))
    await delivery.send(services.call, message, reply, keyboard)


async def _ask(message: Message, one: Practice, step: Step, services: Services, texts: Texts) -> None:
    async with services.database.session() as session:
        await practices.touch(session, one.id, now=services.now())
    await wait_for(services, one.telegram_id, f"share:{step}")
    asked = {
        "what": texts.keeping.share_what,
        "place": texts.keeping.share_place,
        "evidence": texts.keeping.share_evidence,
        "contact": texts.keeping.share_contact,
    }[step]
    skip = [[button(texts.keeping.share_skip, f"share:{one.id}:skip:{step}")]]
    keyboard = skip if step in OPTIONAL and one.missing == step else None
    reply = Reply(before=(asked.format(limit=LONGEST[step]),))
    await delivery.send(services.call, message, reply, keyboard)


def headings(texts: Texts) -> dict[Step, str]:
    """What each step is called above its words."""
    return {
        "what": texts.keeping.heading_what,
        "place": texts.keeping.heading_place,
        "evidence": texts.keeping.heading_evidence,
        "contact": texts.keeping.heading_contact,
    }


def shown(one: Practice, texts: Texts) -> list[str]:
    """A practice as lines of HTML."""
    lines = [f"<b>{safe(title_of(one.what or ''))}</b>"]
    for step, heading in headings(texts).items():
        words = safe(getattr(one, step) or "") or f"<i>{texts.keeping.share_left_out}</i>"
        lines += ["", f"<b>{heading}</b>", words]
    return lines


async def _drafting(telegram_id: int, services: Services) -> Practice | None:
    async with services.database.reading() as session:
        return await practices.drafting(session, telegram_id)


async def _send(services: Services, message: Message, line: str) -> None:
    await delivery.send(services.call, message, Reply(before=(line,)))


async def _replace(services: Services, message: Message, line: str) -> None:
    reply = Reply(before=(line,))
    await delivery.replace(services.call, message.chat_id, [message.message_id], reply, None)
