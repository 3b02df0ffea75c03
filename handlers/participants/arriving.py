"""`/start`, `/help`, and what is no question: stickers, voices, unknown commands."""

from telegram import Update

from handlers import delivery
from handlers.context import Context, Services
from handlers.replies import Reply, safe
from handlers.texts import Texts, texts_in
from storage import people


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


async def say(update: Update, context: Context, line: str) -> None:
    """Reply with a line; the first reply a person ever gets says that questions are kept."""
    message, user = update.effective_message, update.effective_user
    if message is None or user is None:
        return
    now = context.services.now()
    async with context.services.database.session() as session:
        person = await people.meet(session, telegram_id=user.id, language_code=user.language_code, now=now)
    reply = Reply(before=(line,))
    if not person.notified:
        reply = reply.with_line(f"<i>{texts_in(user.language_code).privacy_line}</i>")
    await delivery.send(message, reply)
    if not person.notified:
        async with context.services.database.session() as session:
            await people.mark_notified(session, participant=person.id, now=now)


def _number(services: Services) -> str:
    return services.answerer.corpus.workshop.safety.numbers[0].number


def _texts(update: Update) -> Texts:
    return texts_in(update.effective_user.language_code if update.effective_user else None)
