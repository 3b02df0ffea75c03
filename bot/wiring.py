"""The composition root: every collaborator is put together here, for commands and tests alike.

Telegram and the database are imported by the functions that need them: `ask` starts without either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.settings import SettingsError
from corpus.answering.answerer import Answerer
from corpus.reading.folder import BUNDLED, read_corpus

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from bot.settings import Settings
    from handlers.context import App, Services
    from storage.database import Database


def build_answerer(settings: Settings) -> Answerer:
    """What answers: over the folder that was set, else the bundled workshop.

    Raises:
        CorpusError: the corpus has no usable `workshop.yaml`.
    """
    return Answerer(read_corpus(settings.corpus_dir or BUNDLED))


def build_database(settings: Settings) -> Database:
    """The database that was set, else the file in the data folder, which is made.

    Raises:
        DatabaseUnavailable: the address can't be used.
        SettingsError: the data folder can't be made.
    """
    from storage.database import Database

    if settings.database_url is not None:
        return Database(settings.database_url.get_secret_value())
    folder = settings.data_dir.absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(
            f"BOT_DATA_DIR is '{settings.data_dir}', which can't be made ({error.strerror}): "
            "expected a folder that can be written"
        ) from None
    return Database(f"sqlite+aiosqlite:///{folder / 'workshop-bot.sqlite3'}")


def build_services(
    settings: Settings,
    *,
    answerer: Answerer | None = None,
    database: Database | None = None,
    now: Callable[[], datetime] | None = None,
) -> Services:
    """The collaborators a set of settings asks for; each can be given instead.

    Raises:
        CorpusError: the corpus has no usable `workshop.yaml`.
        DatabaseUnavailable: the database address can't be used.
        SettingsError: the data folder can't be made.
    """
    from bot.clock import Clock
    from handlers.context import Services
    from handlers.participants.limits import QuestionLimit
    from storage import questions
    from storage.grouping import GroupCommit

    database = database or build_database(settings)
    return Services(
        answerer=answerer or build_answerer(settings),
        database=database,
        now=now or Clock(settings.clock).now,
        retention_days=settings.retention_days,
        record=GroupCommit(database, questions.record),
        attach=GroupCommit(database, questions.attach_answers),
        limit=QuestionLimit(settings.questions_per_minute),
    )


def build_application(services: Services, *, token: str, api_url: str) -> App:
    """The Telegram application with its routes, not yet started."""
    from telegram.ext import ApplicationBuilder, ContextTypes

    from bot.transport import AiohttpRequest
    from handlers.context import Context
    from handlers.routes import add_routes

    root = api_url.rstrip("/")
    application: App = (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{root}/bot")
        .base_file_url(f"{root}/file/bot")
        .context_types(ContextTypes(context=Context))
        .request(AiohttpRequest())
        .get_updates_request(AiohttpRequest(connections=1))
        .updater(None)  # bot.inbox stores updates before they are confirmed
        .job_queue(None)
        .build()
    )
    application.bot_data["services"] = services
    add_routes(application)
    return application
