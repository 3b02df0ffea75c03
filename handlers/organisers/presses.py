"""What every command of an organiser, and every press of a button on their screens, comes with."""

from telegram import CallbackQuery, Message, Update, User

from handlers.context import Services
from handlers.texts import Texts, texts_in


def pressed(update: Update, services: Services) -> tuple[CallbackQuery, Message, Texts]:
    """The press, the message with the button, and the messages in the presser's language."""
    query = update.callback_query
    if query is None or not isinstance(query.message, Message):
        raise TypeError("this handler is for presses of buttons under a message")
    return query, query.message, texts_in(services.languages.of(query.from_user))


def written(update: Update, services: Services) -> tuple[Message, User, Texts]:
    """The message, who wrote it, and the messages in their language."""
    message, user = update.effective_message, update.effective_user
    if message is None or user is None:
        raise TypeError("this handler is for messages that somebody wrote")
    return message, user, texts_in(services.languages.of(user))
