"""What every handler is given: the collaborators, typed."""

from asyncio import Future
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from telegram.ext import Application, CallbackContext, ExtBot

from corpus.answering.answerer import Answerer
from handlers.bell import Bell
from handlers.delivery import Call
from handlers.languages import Languages
from handlers.participants.limits import QuestionLimit
from storage.database import Database
from storage.grouping import WriteQueue
from storage.people import Met, Participant, Told
from storage.questions import Asking, Recorded, Replied
from storage.roles import Role


@dataclass(slots=True)
class Knowledge:
    """The answerer in service; another takes its place whole, so one question sees one version."""

    answerer: Answerer


@dataclass(frozen=True, slots=True)
class Services:
    """The collaborators of the handlers; `bot.wiring` puts them together.

    Attributes:
        knowledge: what the bot knows, as it stands now.
        database: what the bot remembers.
        call: makes a call of Telegram.
        now: the clock, aware and in UTC.
        retention_days: how long question texts are kept.
        writes: the queue of small writes, the following ones among them.
        meet: notes that a person was here.
        record: writes a question into the log.
        attach: notes which messages answer a question.
        tell: notes that a person was told that questions are kept.
        limit: how many questions a person may ask within a minute.
        bell: rings for the organisers when a safety card was given.
        named: who holds a role by setting.
        languages: which language a person is spoken to in.
    """

    knowledge: Knowledge
    database: Database
    call: Call
    now: Callable[[], datetime]
    retention_days: int
    writes: WriteQueue
    meet: Callable[[Met], Future[Participant]]
    record: Callable[[Asking], Future[Recorded]]
    attach: Callable[[Replied], Future[None]]
    tell: Callable[[Told], Future[None]]
    limit: QuestionLimit
    bell: Bell
    named: Mapping[Role, Collection[int]]
    languages: Languages

    @property
    def answerer(self) -> Answerer:
        """What answers now; a handler that waits in between takes it once."""
        return self.knowledge.answerer

    def serve(self, answerer: Answerer) -> None:
        """Put another answerer in service."""
        self.knowledge.answerer = answerer


class Context(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[str, Services]]):
    """PTB's context with the services in reach."""

    @property
    def services(self) -> Services:
        """The collaborators, as `bot.wiring` put them into the application."""
        return self.bot_data["services"]


App = Application[ExtBot[None], Context, dict[Any, Any], dict[Any, Any], dict[str, Services], None]
"""The application of this bot; without a job queue: `bot.chores` keeps time."""
