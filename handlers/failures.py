"""What happens when something fails: an id in the log, a kind sentence to the person, no contents."""

import asyncio
import secrets
import traceback
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Error as SqliteError
from typing import TypeVar

import structlog
from telegram import Update
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from handlers.context import Context
from handlers.texts import texts_in
from storage.database import DatabaseUnavailable

PATIENCE_SECONDS = 3.0
"""How long a person waits for the database before they get their reply without it."""
FRAMES = 4
"""Places of a failure that are logged, the last one is where it happened."""
WITHOUT_CONTENTS = (TelegramError, DatabaseUnavailable, SqliteError)
"""Errors whose message says what is wrong and never repeats what a person wrote."""


@dataclass(frozen=True, slots=True)
class Gone:
    """Why Telegram took no reply, and the seconds it asks to wait."""

    reason: str
    seconds: float = 0.0


telegram_gone: ContextVar[Gone | None] = ContextVar("telegram_gone", default=None)
"""Set where Telegram took no reply to the update that is being handled: it is handled again."""

Given = TypeVar("Given")

_log = structlog.get_logger()


async def failed(update: object, context: Context) -> None:
    """Log the failure under an id that the person is told too; a Telegram out of reach is tried again."""
    if isinstance(context.error, RetryAfter):
        telegram_gone.set(Gone(context.error.message, seconds_asked(context.error)))
        return
    if isinstance(context.error, NetworkError) and not isinstance(context.error, BadRequest):
        telegram_gone.set(Gone(context.error.message))
        return
    if isinstance(context.error, Forbidden):  # the person has blocked the bot: nobody is left to tell
        _log.info("unreachable", reason=context.error.message)
        return
    failure = noted(context.error)
    user = update.effective_user if isinstance(update, Update) else None
    if not isinstance(update, Update) or user is None:
        return
    said = texts_in(context.services.languages.of(user)).failed.format(id=failure)
    try:
        if update.callback_query:
            await update.callback_query.answer(said, show_alert=True)
        elif update.effective_message:
            await update.effective_message.reply_text(said)
    except TelegramError as error:
        _log.warning("failure not told", id=failure, reason=error.message)


def seconds_asked(error: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    after = error.retry_after
    return float(after) if isinstance(after, int | float) else after.total_seconds()


async def tolerated(write: asyncio.Future[Given]) -> Given | None:
    """What a write gives, or None where it fails or takes long: the reply matters more than the log.

    What still waits for its turn then is written behind the reply.
    """
    watched(write)
    await asyncio.wait({write}, timeout=PATIENCE_SECONDS)
    return write.result() if write.done() and _failure(write) is None else None


def watched(write: asyncio.Future[Given]) -> None:
    """Log a write that fails, whoever waits for it."""
    write.add_done_callback(_note_failure)


def _note_failure(write: asyncio.Future[Given]) -> None:
    if error := _failure(write):
        noted(error, event="not stored")


def _failure(write: asyncio.Future[Given]) -> BaseException | None:
    return asyncio.CancelledError() if write.cancelled() else write.exception()


def noted(error: BaseException | None, *, event: str = "failed") -> str:
    """Log an error under a new id, which is given; a message that may repeat a question is left out."""
    failure = secrets.token_hex(3)
    chain = list(_chain(error))
    reasons = [" ".join(str(one).split()) for one in chain if isinstance(one, WITHOUT_CONTENTS)]
    _log.error(
        event,
        id=failure,
        error=" from ".join(type(one).__name__ for one in chain),
        reason=reasons[-1] if reasons else None,
        at=_places(error),
    )
    return failure


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__


def _places(error: BaseException | None) -> str:
    frames = traceback.extract_tb(error.__traceback__ if error else None)[-FRAMES:]
    places = ["/".join(Path(frame.filename).parts[-2:]) + f":{frame.lineno}" for frame in frames]
    return " > ".join(places)
