"""Words that are awaited from somebody: which conversation takes them, and how one is left."""

import asyncio

from telegram import Update
from telegram.constants import ChatType

from handlers import access, delivery
from handlers.context import Context, Services
from handlers.failures import PATIENCE_SECONDS, noted
from handlers.maintainers import correcting, documents, practices, publishing
from handlers.maintainers.keeping import Keeps, attempted, screen_at
from handlers.organisers import composing
from handlers.organisers.awaiting import leave
from handlers.participants import asking, sharing
from handlers.replies import Reply
from handlers.texts import texts_in
from storage import practices as shared
from storage.announcements import compositions
from storage.database import DatabaseUnavailable

TAKES: dict[str, Keeps] = {
    "decline": practices.take_word,
    "title": documents.take_title,
    "override": publishing.take_reason,
    "correct": correcting.take,
}
"""What is awaited from maintainers, by the word before the first colon; organisers have their own."""


async def take(update: Update, context: Context) -> None:
    """Hand a message to the conversation it belongs to; a cry for help gets its card before anything else."""
    message, user, services = update.effective_message, update.effective_user, context.services
    if message is None or user is None:
        return
    text = message.text or message.caption or ""
    danger = services.answerer.answer(text).kind == "safety"
    awaited = await _awaited(user.id, services)
    kind, *parts = (awaited or "").split(":")
    texts = texts_in(services.languages.of(user))
    if kind == "share":
        await _take_practice(update, context, parts[0], danger=danger)
    elif awaited is None or (danger and kind in TAKES) or update.edited_message:
        await asking.question(update, context)
    elif kind not in TAKES:
        await composing.take(update, context)
    elif await access.holds(services, user.id, "maintainer"):
        await attempted(screen_at(message, user, context), TAKES[kind], parts)
    else:
        await leave(services, user.id)
        await delivery.send(services.call, message, Reply(before=(texts.keeping.role_lost,)))


async def _take_practice(update: Update, context: Context, step: str, *, danger: bool) -> None:
    message, services = update.effective_message, context.services
    if message is None:
        return
    texts = texts_in(services.languages.of(message.from_user))
    if danger:
        await asking.question(update, context)
        await sharing.ask_whether_meant(message, step, services, texts)
    elif await sharing.lapsed(message.chat_id, services):
        await asking.question(update, context)
    elif update.edited_message:
        await delivery.send(services.call, message, Reply(before=(texts.keeping.share_edited,)))
    else:
        await sharing.take(message, step, services, texts)


async def _awaited(telegram_id: int, services: Services) -> str | None:
    """What is awaited; None for nothing, and where the database can't be asked."""
    try:
        async with asyncio.timeout(PATIENCE_SECONDS), services.database.reading() as session:
            found = await compositions.of(session, telegram_id)
    except (DatabaseUnavailable, TimeoutError) as error:
        noted(error, event="composition not read")
        return None
    return found.awaiting if found else None


async def cancel(update: Update, context: Context) -> None:
    """Leave what was begun; what was not sent goes."""
    message, user, services = update.effective_message, update.effective_user, context.services
    if message is None or user is None:
        return
    if message.chat.type != ChatType.PRIVATE:
        in_private = texts_in(services.languages.of(user)).in_private
        await delivery.send(services.call, message, Reply(before=(in_private,)))
        return
    async with services.database.session() as session:
        await shared.discard(session, user.id)
    await composing.cancel(update, context)
