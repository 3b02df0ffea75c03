from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import pytest
from telegram import Bot, Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.preview import BotApiServer

Callback = Callable[[Update, ContextTypes.DEFAULT_TYPE], Awaitable[None]]


@pytest.fixture(autouse=True)
def _timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it, python-telegram-bot 22.8 warns of a deprecation whenever it builds a RetryAfter."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
async def server() -> AsyncIterator[BotApiServer]:
    async with BotApiServer() as server:
        yield server


@pytest.fixture
async def bot(server: BotApiServer) -> AsyncIterator[Bot]:
    """A client of python-telegram-bot, to call single methods."""
    url = server.root_url
    async with Bot(server.token, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot") as bot:
        yield bot


async def answer(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """What the bot of these tests does: repeats text and edits, and remarks on everything else."""
    if update.callback_query is not None:
        await update.callback_query.answer(f"You chose {update.callback_query.data}")
        await update.callback_query.edit_message_text(f"Chosen: {update.callback_query.data}")
        return
    message = update.effective_message
    assert message is not None
    await message.reply_text(message.text or "no text")


def build(server: BotApiServer) -> Application[Any, Any, Any, Any, Any, Any]:
    url = server.root_url
    builder = ApplicationBuilder().token(server.token).base_url(f"{url}/bot").base_file_url(f"{url}/file/bot")
    application = builder.build()
    application.add_handler(MessageHandler(filters.ALL, answer))
    application.add_handler(CallbackQueryHandler(answer))
    return application


@pytest.fixture
def polling(server: BotApiServer) -> Callable[[], AbstractAsyncContextManager[Application]]:
    """A whole python-telegram-bot application that polls the server while the context is open."""

    @asynccontextmanager
    async def run() -> AsyncIterator[Application]:
        application = build(server)
        async with application:
            await application.start()
            await application.updater.start_polling(poll_interval=0)
            yield application
            await application.updater.stop()
            await application.stop()

    return run
