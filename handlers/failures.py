"""What happens when a handler fails: an id in the log, a kind sentence to the person, no contents."""

import secrets

import structlog
from telegram import Update
from telegram.error import Forbidden, TelegramError

from handlers.context import Context
from handlers.texts import texts_in

_log = structlog.get_logger()


async def failed(update: object, context: Context) -> None:
    """Log the failure under an id that the person is told too."""
    if isinstance(context.error, Forbidden):  # the person has blocked the bot: nobody is left to tell
        _log.info("unreachable", reason=context.error.message)
        return
    failure = secrets.token_hex(3)
    _log.error("failed", id=failure, exc_info=context.error)
    message = update.effective_message if isinstance(update, Update) else None
    user = update.effective_user if isinstance(update, Update) else None
    if message is None or user is None:
        return
    try:
        await message.reply_text(texts_in(user.language_code).failed.format(id=failure))
    except TelegramError as error:
        _log.warning("failure not told", id=failure, reason=type(error).__name__)
