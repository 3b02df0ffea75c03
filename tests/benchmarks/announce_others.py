"""An announcement the way others send it: `python announce_others.py URL TOKEN FILE WAY PER_SECOND`.

FILE holds a chat's id in each line. WAY is `limiter-RETRIES`: python-telegram-bot's AIORateLimiter under one
`gather`, with so many retries, or `loop`: one after the other with a pause. Both echo meanwhile.
"""

import asyncio
import logging
import sys
from contextlib import suppress
from pathlib import Path

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, ApplicationBuilder, ContextTypes, MessageHandler, filters

TEXT = "The bus leaves at five."


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Send a text back."""
    if update.message is not None and update.message.text is not None:
        await update.message.reply_text(update.message.text)


def main(root_url: str, token: str, file: str, way: str, per_second: int) -> None:
    """Serve until stopped; the announcement goes out when the first message comes."""
    logging.basicConfig(level=logging.WARNING)
    name, _, retries = way.partition("-")
    chats = [int(line) for line in Path(file).read_text().split()]
    builder = ApplicationBuilder().token(token).base_url(f"{root_url}/bot").concurrent_updates(256)
    if name == "limiter":
        limiter = AIORateLimiter(overall_max_rate=per_second, overall_time_period=1, max_retries=int(retries))
        builder = builder.rate_limiter(limiter)
    application = builder.connection_pool_size(256).pool_timeout(600).build()

    async def send(chat: int) -> None:
        with suppress(TelegramError):
            await application.bot.send_message(chat, TEXT)

    async def announce(_update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        if name == "limiter":
            await asyncio.gather(*map(send, chats))
        for chat in chats if name == "loop" else ():
            await send(chat)
            await asyncio.sleep(1 / per_second)

    application.add_handler(MessageHandler(filters.Regex("^/announce$"), announce))
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling(allowed_updates=Update.ALL_TYPES)


if __name__ == "__main__":
    main(*sys.argv[1:5], int(sys.argv[5]))  # type: ignore[call-arg]
