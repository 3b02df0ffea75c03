"""`/announce`: the words come first; what is written then goes to where it is awaited."""

from telegram import Message, Update

from handlers import access, delivery, replies
from handlers.access import texts_for
from handlers.context import Context
from handlers.organisers import correcting, drafting
from handlers.organisers.awaiting import leave, wait_for
from handlers.organisers.contents import UnfitError, content_of, ids_of, time_of
from handlers.organisers.presses import written
from handlers.organisers.reach import draft_of
from handlers.replies import Reply
from storage.announcements import compositions, drafts
from storage.announcements.compositions import Composition
from storage.announcements.drafts import Composed


async def announce(update: Update, context: Context) -> None:
    """Ask for the words."""
    message, user, texts = written(update, context.services)
    await wait_for(context.services, user.id, "content")
    await delivery.send(context.services.call, message, Reply(before=(texts.announce_what,)))


async def cancel(update: Update, context: Context) -> None:
    """Leave composing; the draft goes."""
    message, user, texts = written(update, context.services)
    said = texts.cancelled if await leave(context.services, user.id) else texts.nothing_to_cancel
    await delivery.send(context.services.call, message, Reply(before=(said,)))


async def take(update: Update, context: Context) -> None:
    """Take a message for what was awaited."""
    services = context.services
    message, user, texts = written(update, services)
    if not await access.holds(services, user.id, "organiser"):
        await leave(services, user.id)
        await delivery.send(services.call, message, Reply(before=(texts.role_gone_meanwhile,)))
        return
    async with services.database.reading() as session:
        awaited = await compositions.of(session, user.id)
    if awaited is None:  # taken back in this moment by another press
        services.composing.discard(user.id)
        return
    answer = services.answerer.answer(message.text or message.caption or "")
    if answer.kind == "safety":  # safety before anything else: an organiser may be the one in danger
        card = replies.answer(answer, services.answerer.corpus.workshop)
        await delivery.send(services.call, message, card)
    try:
        await _taken(awaited, message, user.id, context)
    except UnfitError as error:
        await delivery.send(services.call, message, Reply(before=(str(error),)))


async def _taken(awaited: Composition, message: Message, author: int, context: Context) -> None:
    services, number = context.services, awaited.announcement
    what, _, detail = awaited.awaiting.partition(":")
    if number is None:
        content = content_of(message, "", await texts_for(services, author))
        async with services.database.session() as session:
            number = await drafts.draft(session, Composed([content]), author=author, now=services.now())
    elif what == "edit":
        await correcting.edit(number, detail, message, author, services)
        return
    elif what == "later":
        await correcting.postpone(number, detail, message, author, services)
        return
    elif what == "reply":
        await correcting.reply(number, message, author, services)
        return
    elif await draft_of(services, number):
        await _into_draft(number, what, detail, message, author, context)
    await wait_for(services, author, "", number)  # what is written now is a question again
    await drafting.show(services, message.chat_id, number, author)


async def _into_draft(
    number: int, what: str, language: str, message: Message, author: int, context: Context
) -> None:
    services = context.services
    texts = await texts_for(services, author)
    if what == "content":
        content = content_of(message, language, texts)
        async with services.database.session() as session:
            await drafts.say(session, number, content)
    elif what == "list":
        ids = await ids_of(message, context, texts)
        async with services.database.session() as session:
            await drafts.list_chats(session, number, ids)
            await drafts.address(session, number, "list=file")
    elif draft := await draft_of(services, number):
        changed = time_of(message, what, draft, services, texts)
        await drafting.change(services, number, author, changed)
