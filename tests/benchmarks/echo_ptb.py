"""An echo bot the way python-telegram-bot's documentation builds one.

`python echo_ptb.py URL TOKEN [--concurrent]`; the plain form handles one update after the other.
"""

import logging
import sys

from telegram import Update
from telegram.ext import ApplicationBuilder, CommandHandler, ContextTypes, MessageHandler, filters


async def greet(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Say hello."""
    if update.message is not None:
        await update.message.reply_text("Hello! Whatever you write comes back.")


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Send a text back."""
    if update.message is not None and update.message.text is not None:
        await update.message.reply_text(update.message.text)


def main(root_url: str, token: str, *, concurrent: bool) -> None:
    """Serve until stopped."""
    logging.basicConfig(level=logging.INFO)
    logging.getLogger("httpx").setLevel(logging.WARNING)
    builder = ApplicationBuilder().token(token).base_url(f"{root_url}/bot")
    application = builder.concurrent_updates(concurrent).build()
    application.add_handler(CommandHandler("start", greet))
    application.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, echo))
    application.run_polling(allowed_updates=Update.ALL_TYPES)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], concurrent="--concurrent" in sys.argv)
