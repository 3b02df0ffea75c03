"""What every handler is given: the collaborators, typed."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from telegram.ext import Application, CallbackContext, ExtBot

from corpus.answering.answerer import Answerer
from handlers.participants.limits import QuestionLimit
from storage.database import Database
from storage.questions import Asking, Recorded, Replied


@dataclass(frozen=True, slots=True)
class Services:
    """The collaborators of the handlers; `bot.wiring` puts them together.

    Attributes:
        answerer: what the bot knows.
        database: what the bot remembers.
        now: the clock, aware and in UTC.
        retention_days: how long question texts are kept.
        record: writes a question into the log; those that come together share a commit.
        attach: notes which messages answer a question, likewise.
        limit: how many questions a person may ask within a minute.
    """

    answerer: Answerer
    database: Database
    now: Callable[[], datetime]
    retention_days: int
    record: Callable[[Asking], Awaitable[Recorded]]
    attach: Callable[[Replied], Awaitable[None]]
    limit: QuestionLimit


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[str, Services]]):
    """PTB's context with the services in reach."""

    @property
    def services(self) -> Services:
        """The collaborators, as `bot.wiring` put them into the application."""
        return self.bot_data["services"]


App = Application[ExtBot[None], Context, dict[Any, Any], dict[Any, Any], dict[str, Services], None]
"""The application of this bot; without a job queue: `bot.chores` keeps time."""
