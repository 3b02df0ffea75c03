"""What every press of a button on an organiser's screen comes with."""

from telegram import CallbackQuery, Message, Update

from handlers.context import Services
from handlers.texts import Texts, texts_in


def pressed(update: Update, services: Services) -> tuple[CallbackQuery, Message, Texts]:
    """The press, the message with the button, and the messages in the presser's language."""
    query = update.callback_query
    if query is None or not isinstance(query.message, Message):
        raise TypeError("this handler is for presses of buttons under a message")
    return query, query.message, texts_in(services.languages.of(query.from_user))
