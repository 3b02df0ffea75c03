"""`/start`, `/help`, and what is no question: stickers, voices, unknown commands."""

from dataclasses import replace

from telegram import Update
from telegram.constants import ChatType

from handlers import access, delivery, replies
from handlers.context import Context
from handlers.failures import tolerated, watched
from handlers.keyboards import Keyboard
from handlers.organisers import inviting
from handlers.replies import Reply
from handlers.texts import texts_in
from handlers.welcoming import welcome
from storage.people import Met, Returned, Told


async def start(update: Update, context: Context) -> None:
    """Welcome a person and show what to ask; take an invitation, and let announcements come again."""
    message, user, services = update.effective_message, update.effective_user, context.services
    if message is None or user is None:
        return
    payload = (context.args or [""])[0]
    if payload.startswith(inviting.PAYLOAD) and message.chat.type == ChatType.PRIVATE:
        await inviting.accept(message, user, payload.removeprefix(inviting.PAYLOAD), services)
        return
    language = _language(update, context)
    reply = welcome(services.answerer, language)
    if await tolerated(services.unmute(Returned(user.id, services.now()))):
        reply = replace(reply, before=(texts_in(language).unmuted, "", *reply.before))
    await say(update, context, reply)
    if held := await access.held_in(update, services):  # who is named in the settings is met here first
        await inviting.note_name(user, services)
        await services.show_menu(user.id, held)


async def text_only(update: Update, context: Context) -> None:
    """Say that pictures, voices and the like can't be read, and what matters if they show a danger."""
    language, workshop = _language(update, context), context.services.answerer.corpus.workshop
    await say(update, context, replies.with_safety(texts_in(language).text_only, language, workshop))


async def unknown_command(update: Update, context: Context) -> None:
    """Say which commands there are."""
    await say(update, context, Reply(before=(texts_in(_language(update, context)).unknown_command,)))


async def say(update: Update, context: Context, reply: Reply, keyboard: Keyboard | None = None) -> None:
    """Send a reply; the first one a person ever gets says that questions are kept."""
    message, user = update.effective_message, update.effective_user
    if message is None or user is None:
        return
    services = context.services
    person = await tolerated(services.meet(Met(user.id, user.language_code, services.now())))
    if person is None or person.notified:
        await delivery.send(services.call, message, reply, keyboard)
        return
    told = reply.with_notice(texts_in(services.languages.of(user)).privacy_line)
    await delivery.send(services.call, message, told, keyboard)
    watched(services.tell(Told(person.id, services.now())))


def _language(update: Update, context: Context) -> str | None:
    return context.services.languages.of(update.effective_user)
