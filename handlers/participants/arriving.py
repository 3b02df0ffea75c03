"""`/start`, `/help`, and what is no question: stickers, voices, unknown commands."""

from telegram import InlineKeyboardMarkup, Update, User

from handlers import delivery
from handlers.context import Context, Services
from handlers.failures import tolerated
from handlers.replies import Reply, safe
from handlers.texts import Texts, texts_in
from storage import people
from storage.people import Participant


async def start(update: Update, context: Context) -> None:
    """Welcome a person and show what to ask."""
    workshop = context.services.answerer.corpus.workshop
    language = update.effective_user.language_code if update.effective_user else None
    texts = texts_in(language)
    await say(update, context, texts.welcome.format(workshop=safe(workshop.name_in(language))))


async def text_only(update: Update, context: Context) -> None:
    """Say that pictures, voices and the like can't be read, and what matters if they show a danger."""
    texts = _texts(update)
    await say(update, context, texts.text_only.format(number=_number(context.services)))


async def unknown_command(update: Update, context: Context) -> None:
    """Say which commands there are."""
    await say(update, context, _texts(update).unknown_command)


async def say(
    update: Update, context: Context, line: str, keyboard: InlineKeyboardMarkup | None = None
) -> None:
    """Reply with a line; the first reply a person ever gets says that questions are kept."""
    message, user = update.effective_message, update.effective_user
    if message is None or user is None:
        return
    person = await tolerated(_met(user, context.services), context)
    reply = Reply(before=(line,))
    if person is None or person.notified:
        await delivery.send(message, reply, keyboard)
        return
    reply = reply.with_line(f"<i>{texts_in(user.language_code).privacy_line}</i>")
    await delivery.send(message, reply, keyboard)
    await tolerated(_told(person, context.services), context)


async def _met(user: User, services: Services) -> Participant:
    async with services.database.session() as session:
        return await people.meet(
            session, telegram_id=user.id, language_code=user.language_code, now=services.now()
        )


async def _told(person: Participant, services: Services) -> None:
    async with services.database.session() as session:
        await people.mark_notified(session, {person.id: services.now()})


def _number(services: Services) -> str:
    return services.answerer.corpus.workshop.safety.numbers[0].number


def _texts(update: Update) -> Texts:
    return texts_in(update.effective_user.language_code if update.effective_user else None)
