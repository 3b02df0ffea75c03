"""An organiser's reply to a question that was passed on: it goes back to the asker."""

import asyncio

import structlog
from telegram import Message, Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError
from telegram.ext import ApplicationHandlerStop

from handlers import access, delivery
from handlers.context import Context, Services
from handlers.failures import PATIENCE_SECONDS, noted
from handlers.replies import Reply
from handlers.texts import texts_in
from storage import relays
from storage.database import DatabaseUnavailable
from storage.relays import Found, Origin

_log = structlog.get_logger()


async def carry_back(update: Update, context: Context) -> None:
    """Take a reply to a relayed question; any other message goes on to the handlers behind this one.

    Raises:
        ApplicationHandlerStop: the message was taken.
    """
    message, services = update.effective_message, context.services
    found = await _relay(message, services) if message else None
    if message is None or found is None:
        return
    try:
        if update.edited_message:
            await _say(message, services, texts_in(_language(message, services)).relay_edited)
        else:
            await _answer(message, found, services)
    except TelegramError as error:  # else the handlers behind would take the reply for a question
        await context.application.process_error(update, error)
    raise ApplicationHandlerStop


async def _relay(message: Message, services: Services) -> Found | None:
    """What the message replies to, if that is a relayed question and the sender still an organiser.

    A database that is slow or gone makes nobody wait: the message might be a cry for help.
    """
    replied, sender = message.reply_to_message, message.from_user
    if replied is None or sender is None:
        return None
    try:
        async with asyncio.timeout(PATIENCE_SECONDS), services.database.reading() as session:
            found = await relays.find(session, organiser=message.chat_id, message_id=replied.message_id)
        return found if found and sender.id in await access.organisers(services) else None
    except (DatabaseUnavailable, TimeoutError) as error:
        noted(error, event="relay not read")
        return None


async def _answer(message: Message, found: Found, services: Services) -> None:
    texts = texts_in(_language(message, services))
    if found.origin is None:
        await _say(message, services, texts.relay_gone)
        return
    try:
        await _copy(message, found.origin, services)
    except Forbidden:
        await _say(message, services, texts.relay_blocked)
        return
    except (BadRequest, ChatMigrated) as error:
        _log.warning("relay not delivered", reason=error.message)
        await _say(message, services, texts.relay_failed)
        return
    async with services.database.session() as session:
        others = await relays.note_answered(session, found.relay, by=message.chat_id, now=services.now())
    try:  # it is delivered: whatever happens now must not deliver it again
        await _say(message, services, texts.relay_delivered)
        for organiser, head in others:
            await _close(organiser, head, found.origin, services)
    except TelegramError as error:
        noted(error, event="relay not confirmed")


async def _copy(message: Message, origin: Origin, services: Services) -> None:
    """Copy the reply to where the question was asked, without the organiser's name."""
    source = {"from_chat_id": message.chat_id, "message_id": message.message_id}
    question = {"message_id": origin.message_id, "allow_sending_without_reply": True}
    await services.call("copyMessage", {"chat_id": origin.chat_id, **source, "reply_parameters": question})


async def _close(organiser: int, head: int, origin: Origin, services: Services) -> None:
    """Say on another organiser's message that the question has its answer."""
    texts = await access.texts_for(services, organiser)
    said = Reply(before=(texts.relay_closed, texts.relay_head.format(number=origin.participant)))
    try:
        await delivery.edit(services.call, organiser, head, said)
    except (BadRequest, Forbidden) as error:
        _log.info("relay not closed", reason=error.message)


async def _say(message: Message, services: Services, line: str) -> None:
    await delivery.send(services.call, message, Reply(before=(line,)))


def _language(message: Message, services: Services) -> str | None:
    return services.languages.of(message.from_user)
