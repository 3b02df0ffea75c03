"""Start and stop of the bot on Telegram, in order; the only place that creates tasks."""

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from typing import Any

import structlog
from telegram import Update
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.chores import keep_house
from handlers.context import App, Services
from handlers.routes import menu
from handlers.texts import TEXTS_BY_LANGUAGE

WANTED = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY]
"""The kinds of updates there are handlers for."""

_log = structlog.get_logger()


class StartFailedError(Exception):
    """The bot can't start; the message is one line for the operator."""


async def run(application: App, services: Services) -> None:
    """Serve until SIGTERM or SIGINT.

    Raises:
        StartFailedError: Telegram refuses the token or can't be reached, or another process has it.
        DatabaseTooNew: a newer program wrote the database.
        DatabaseUnavailable: the database can't be opened.
    """
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await services.database.migrate()
    _note_corpus(services)
    try:
        await _serve(application, services, stop)
    finally:
        await services.database.close()


async def _serve(application: App, services: Services, stop: asyncio.Event) -> None:
    conflict = asyncio.Event()
    updater = application.updater
    assert updater is not None  # noqa: S101  # built with one
    async with _initialised(application), _task(keep_house(services)):
        await _introduce(application, services)
        with _told_plainly():
            await updater.start_polling(
                allowed_updates=WANTED, error_callback=_noting(conflict), drop_pending_updates=False
            )
        await application.start()
        _log.info("serving", bot=application.bot.username)
        await _either(stop, conflict)
        await updater.stop()
        await application.stop()
    if conflict.is_set():
        raise StartFailedError("Another process is using this token: stop it first.")
    _log.info("stopped")


@contextlib.asynccontextmanager
async def _initialised(application: App) -> AsyncIterator[None]:
    with _told_plainly():
        await application.initialize()
    try:
        yield
    finally:
        await application.shutdown()


@contextlib.contextmanager
def _told_plainly() -> Iterator[None]:
    """Turn Telegram's refusal to let the bot start into one line that says what to do."""
    try:
        yield
    except InvalidToken:
        raise StartFailedError(
            "Telegram refuses BOT_TOKEN: check it, or ask BotFather for a new one."
        ) from None
    except TelegramError as error:
        raise StartFailedError(
            f"Telegram can't be reached ({error.message}): check the network and BOT_API_URL."
        ) from None


@contextlib.asynccontextmanager
async def _task(work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Work that goes on beside the bot and ends with it."""
    task = asyncio.create_task(work)  # noqa: TID251  # this module owns the tasks
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def _either(*events: asyncio.Event) -> None:
    waits = [asyncio.ensure_future(event.wait()) for event in events]
    await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()


async def _introduce(application: App, services: Services) -> None:
    """Set the command menu and the bot's descriptions, by language; a refusal is no reason not to serve."""
    number = services.answerer.corpus.workshop.safety.numbers[0].number
    try:
        for language, texts in TEXTS_BY_LANGUAGE.items():
            code = None if language == "en" else language  # English for everyone without their own
            await application.bot.set_my_commands(menu(texts), language_code=code)
            description = texts.description.format(number=number)
            await application.bot.set_my_description(description, language_code=code)
            await application.bot.set_my_short_description(texts.short_description, language_code=code)
    except TelegramError as error:
        _log.warning("menus not set", reason=error.message)


def _noting(conflict: asyncio.Event) -> Callable[[TelegramError], None]:
    def note(error: TelegramError) -> None:
        if isinstance(error, Conflict):
            conflict.set()
        else:
            _log.warning("polling", reason=error.message)

    return note


def _note_corpus(services: Services) -> None:
    corpus = services.answerer.corpus
    for problem in corpus.problems:
        _log.warning("corpus", problem=str(problem))
    _log.info("corpus", documents=len(corpus.documents), passages=len(list(corpus.passages)))
