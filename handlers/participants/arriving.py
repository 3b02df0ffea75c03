"""`/start`, `/help`, and what is no question: stickers, voices, unknown commands."""

from telegram import InlineKeyboardMarkup, Update, User

from handlers import delivery, replies
from handlers.context import Context, Services
from handlers.failures import tolerated
from handlers.replies import Reply
from handlers.texts import texts_in
from handlers.welcoming import welcome
from storage import people
from storage.people import Participant


async def start(update: Update, context: Context) -> None:
    """Welcome a person and show what to ask."""
    await say(update, context, welcome(context.services.answerer, _language(update)))


async def text_only(update: Update, context: Context) -> None:
    """Say that pictures, voices and the like can't be read, and what matters if they show a danger."""
    language, workshop = _language(update), context.services.answerer.corpus.workshop
    await say(update, context, replies.with_safety(texts_in(language).text_only, language, workshop))


async def unknown_command(update: Update, context: Context) -> None:
    """Say which commands there are."""
    await say(update, context, Reply(before=(texts_in(_language(update)).unknown_command,)))


async def say(
    update: Update, context: Context, reply: Reply, keyboard: InlineKeyboardMarkup | None = None
) -> None:
    """Send a reply; the first one a person ever gets says that questions are kept."""
    message, user = update.effective_message, update.effective_user
    if message is None or user is None:
        return
    person = await tolerated(_met(user, context.services), context)
    if person is None or person.notified:
        await delivery.send(message, reply, keyboard)
        return
    told = reply.with_notice(texts_in(user.language_code).privacy_line)
    await delivery.send(message, told, keyboard)
    await tolerated(_told(person, context.services), context)


async def _met(user: User, services: Services) -> Participant:
    async with services.database.session() as session:
        return await people.meet(
            session, telegram_id=user.id, language_code=user.language_code, now=services.now()
        )


async def _told(person: Participant, services: Services) -> None:
    told = {person.id: services.now()}
    await services.database.write(lambda connection: people.mark_notified(connection, told))


def _language(update: Update) -> str | None:
    return update.effective_user.language_code if update.effective_user else None
