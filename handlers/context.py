"""What every handler is given: the collaborators, typed."""

from asyncio import Future, Semaphore
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from telegram.ext import Application, CallbackContext, ExtBot

from corpus.answering.answerer import Answerer
from handlers.bell import Bell
from handlers.delivery import Call
from handlers.languages import Languages
from handlers.participants.following_up import LastQuestions
from handlers.participants.limits import QuestionLimit
from handlers.publishing import Publisher, Trial
from handlers.texts import Texts
from storage.announcements.progress_messages import Place
from storage.announcements.views import Progress
from storage.database import Database
from storage.grouping import WriteQueue
from storage.people import Met, Participant, Returned, Told
from storage.questions import Asking, Recorded, Replied
from storage.roles import Role

DRAWN_AT_ONCE = 2
"""Pages drawn at the same time: each takes a processor for a fifth of a second."""


@dataclass(slots=True)
class Knowledge:
    """The answerer in service; another takes its place whole, so one question sees one version."""

    answerer: Answerer


@dataclass(slots=True)
class Watched:
    """A message that shows how an announcement goes on.

    Attributes:
        announcement: the number of the announcement.
        texts: the messages in the reader's language.
        shown: what it says, not to send the same edit again.
        before: when progress was last looked at, and how it was.
    """

    announcement: int
    texts: Texts
    shown: str = ""
    before: tuple[datetime, Progress] | None = None


@dataclass(slots=True)
class Offer:
    """A trial that a maintainer may publish, once.

    Attributes:
        token: what its buttons know it by.
        trial: what would be published.
        overrides: by id of a golden question that is lost, why it may be.
        tell: whether those whom it concerns are told.
    """

    token: str
    trial: Trial
    overrides: dict[str, str] = field(default_factory=dict)
    tell: bool = True


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
        unmute: lets announcements reach a person again; gives whether they had muted them.
        limit: how many questions a person may ask within a minute.
        bell: rings for the organisers when a safety card was given.
        languages: which language a person is spoken to in.
        named: who holds a role by setting; the database knows who holds it in all.
        show_menu: gives a person the command menu of their roles.
        wake_sender: says that an announcement was changed.
        publisher: keeps and publishes the corpus.
        composing: the organisers whose next message is no question.
        watched: by place, the messages that show how announcements go on.
        offers: by maintainer, the trial that they were shown last.
        menus: who was shown the menu of which roles; for what people see, the database says what they may.
        last_questions: what a person's next message may lean on.
        drawing: the pages that may be drawn at the same time.
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
    unmute: Callable[[Returned], Future[bool]]
    limit: QuestionLimit
    bell: Bell
    languages: Languages
    named: Mapping[Role, Collection[int]]
    show_menu: Callable[[int, Collection[Role]], Awaitable[None]]
    wake_sender: Callable[[], object]
    publisher: Publisher
    composing: set[int] = field(default_factory=set)
    watched: dict[Place, Watched] = field(default_factory=dict)
    offers: dict[int, Offer] = field(default_factory=dict)
    menus: dict[int, Collection[Role]] = field(default_factory=dict)
    last_questions: LastQuestions = field(default_factory=LastQuestions)
    drawing: Semaphore = field(default_factory=lambda: Semaphore(DRAWN_AT_ONCE))

    def is_shown(self, role: Role, telegram_id: int) -> bool:
        """Whether a person was shown the menu of a role."""
        return role in self.menus.get(telegram_id, ())

    @property
    def has_organisers(self) -> bool:
        """Whether there is somebody to ask."""
        return any("organiser" in held for held in self.menus.values())

    @property
    def answerer(self) -> Answerer:
        """What answers now; a handler that waits in between takes it once."""
        return self.knowledge.answerer

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of the event, in which organisers read and write times."""
        return ZoneInfo(self.answerer.corpus.workshop.time_zone)

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
