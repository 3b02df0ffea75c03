"""`/language`: the language a person wants to be spoken to in where their words do not tell it."""

from telegram import Update

from handlers import delivery, keyboards
from handlers.context import Context
from handlers.participants.arriving import say
from handlers.replies import Reply
from handlers.texts import texts_in
from storage import people
from storage.people import Met


async def language(update: Update, context: Context) -> None:
    """Offer the languages."""
    if user := update.effective_user:
        texts = texts_in(context.services.languages.of(user))
        await say(update, context, Reply(before=(texts.language_ask,)), keyboards.languages(user.id, texts))


async def choose(update: Update, context: Context) -> None:
    """Keep the language of the button, as the one who was asked decides."""
    query, services = update.callback_query, context.services
    if query is None or query.message is None or not query.data:
        return
    user = query.from_user
    _, code, person = query.data.split(":")
    if int(person) != user.id:
        await delivery.acknowledge(query, texts_in(services.languages.of(user)).not_your_button)
        return
    chosen = None if code == keyboards.AS_WRITTEN else code
    await services.meet(Met(user.id, user.language_code, services.now()))
    async with services.database.session() as session:
        await people.choose_language(session, telegram_id=user.id, language=chosen)
    services.languages.choose(user.id, chosen)
    await delivery.acknowledge(query)
    texts, message = texts_in(services.languages.of(user)), query.message
    said = texts.language_chosen if chosen else texts.language_as_written
    await delivery.replace(services.call, message.chat.id, [message.message_id], Reply(before=(said,)), None)
