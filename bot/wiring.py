"""The composition root: every collaborator is put together here, for commands and tests alike.

Telegram and the database are imported by the functions that need them: `ask` starts without either.
"""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from bot.documents.version_folders import VersionFolders
from bot.settings import SettingsError
from corpus.answering.answerer import Answerer, open_answerer
from corpus.answering.prepared import open_prepared
from corpus.reading.folder import BUNDLED

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import datetime
    from pathlib import Path

    from telegram.request import BaseRequest

    from bot.announcements.sender import Sender
    from bot.documents.publishing import CorpusPublisher
    from bot.pacing import FloodControl, SendBudget
    from bot.settings import Settings
    from handlers.context import App, Services
    from handlers.delivery import Call
    from storage.database import Database
    from storage.roles import Role


def index_folder(settings: Settings) -> Path:
    """Where the indexes of large corpora are kept."""
    return settings.data_dir / "index"


def version_folders(settings: Settings) -> VersionFolders:
    """Where published versions lie on this disk."""
    return VersionFolders(settings.data_dir / "corpus")


def served_folder(settings: Settings) -> Path:
    """The documents that are served: the folder that was set, else the published version, else the bundled.

    A published version is brought to this disk where it is not there yet. Nothing else is written, and
    without a database none is made.

    Raises:
        CorpusError: the published corpus has no usable `workshop.yaml`.
        DatabaseUnavailable: the database can't be read.
        SettingsError: the published version can't be brought to this disk.
    """
    if settings.corpus_dir is not None:
        return settings.corpus_dir
    if settings.database_url is None and not _database_file(settings).exists():
        return BUNDLED
    from bot.documents.aside import WorkFailed
    from bot.documents.published import find

    async def found() -> Path | None:
        database = build_database(settings)
        try:
            return await find(database, version_folders(settings))
        finally:
            await database.close()

    try:
        return asyncio.run(found()) or BUNDLED
    except (OSError, WorkFailed) as error:
        raise SettingsError(
            f"BOT_DATA_DIR is '{settings.data_dir}', where the published documents can't be put ({error}): "
            "expected a folder that can be written, on a disk with room"
        ) from error


def build_answerer(
    settings: Settings,
    *,
    keep: bool = False,
    refused: Callable[[Exception], object] = lambda _error: None,
    warned: Callable[[str], object] = lambda _doubt: None,
) -> Answerer:
    """What answers, over the documents that are served.

    Args:
        settings: which documents, and where their indexes are kept.
        keep: save an index that had to be built, where that is worth it.
        refused: told of a kept index that is of no use; it is built again.
        warned: told of limits that were measured for other documents.

    Raises:
        CorpusError: the corpus has no usable `workshop.yaml`.
        DatabaseUnavailable: the database can't be read.
        SettingsError: the published version can't be brought to this disk.
    """
    documents = served_folder(settings)
    if version_folders(settings).root in documents.parents:
        return open_prepared(documents, refused=refused)
    return open_answerer(documents, index_folder(settings), keep=keep, refused=refused, warned=warned)


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
    return Database(f"sqlite+aiosqlite:///{_database_file(settings)}")


def _database_file(settings: Settings) -> Path:
    return settings.data_dir.absolute() / "workshop-bot.sqlite3"


def build_publisher(
    settings: Settings, database: Database, *, now: Callable[[], datetime]
) -> CorpusPublisher:
    """What keeps and publishes the corpus."""
    from bot.documents.publishing import CorpusPublisher

    return CorpusPublisher(
        database, version_folders(settings), unpublished=settings.corpus_dir or BUNDLED, now=now
    )


def build_services(
    settings: Settings,
    *,
    call: Call,
    answerer: Answerer | None = None,
    database: Database | None = None,
    now: Callable[[], datetime] | None = None,
    wake_sender: Callable[[], object] = lambda: None,
) -> Services:
    """The collaborators a set of settings asks for; each can be given instead.

    Args:
        settings: the token among them.
        call: makes a call of Telegram.
        answerer: instead of one over the documents that were set.
        database: instead of the one that was set.
        now: instead of the clock.
        wake_sender: told of announcements that were changed.

    Raises:
        CorpusError: the corpus has no usable `workshop.yaml`.
        DatabaseUnavailable: the database address can't be used.
        SettingsError: the data folder can't be made.
    """
    from bot.clock import Clock
    from bot.documents.reloading import note_doubt, note_refused
    from handlers.bell import Bell
    from handlers.context import Knowledge, Services
    from handlers.languages import Languages
    from handlers.participants.limits import QuestionLimit
    from handlers.routes import show_menu
    from storage import people, questions
    from storage.grouping import WriteQueue

    database = database or build_database(settings)
    now = now or Clock(settings.clock).now
    writes = WriteQueue(database)
    menus: dict[int, Collection[Role]] = {}
    # In this order within a commit: an edit must find the answer that was attached in the same moment.
    attach, tell = writes.kind(questions.attach_answers), writes.kind(people.mark_told)
    meet, record = writes.kind(people.meet_all), writes.kind(questions.record)
    return Services(
        knowledge=Knowledge(
            answerer or build_answerer(settings, keep=True, refused=note_refused, warned=note_doubt)
        ),
        database=database,
        call=call,
        now=now,
        retention_days=settings.retention_days,
        writes=writes,
        meet=meet,
        record=record,
        attach=attach,
        tell=tell,
        limit=QuestionLimit(settings.questions_per_minute),
        bell=Bell(),
        languages=Languages(),
        unmute=writes.kind(people.unmute_all),
        named={"organiser": settings.organisers, "maintainer": settings.maintainers},
        show_menu=partial(show_menu, call, menus),
        menus=menus,
        wake_sender=wake_sender,
        publisher=build_publisher(settings, database, now=now),
    )


def build_sender(
    services: Services,
    *,
    address: str,
    budget: SendBudget,
    flood_control: FloodControl,
    news: asyncio.Event,
) -> Sender:
    """What sends the announcements, over connections of its own.

    Args:
        services: the database and the clock.
        address: the Bot API's root with the token.
        budget: shared with what sends the answers.
        flood_control: shared likewise.
        news: set when an announcement was changed.
    """
    from bot.announcements.sender import READ_SECONDS, Sender
    from bot.transport import AiohttpRequest

    transport = AiohttpRequest(
        connections=budget.at_once, read_timeout=READ_SECONDS, patience=0, flood_control=flood_control
    )
    return Sender(
        services.database,
        transport,
        address,
        budget=budget,
        news=news,
        now=services.now,
        zone=lambda: services.zone,
    )


def build_application(services: Services, *, token: str, api_url: str, transport: BaseRequest) -> App:
    """The Telegram application with its routes, not yet started; its calls go over the transport."""
    from telegram.ext import ApplicationBuilder, ContextTypes

    from bot.transport import AiohttpRequest
    from handlers.context import Context
    from handlers.routes import add_routes

    application: App = (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{api_url}/bot")
        .base_file_url(f"{api_url}/file/bot")
        .context_types(ContextTypes(context=Context))
        .request(transport)
        .get_updates_request(AiohttpRequest(connections=1))
        .updater(None)  # bot.inbox stores updates before they are confirmed
        .job_queue(None)
        .build()
    )
    application.bot_data["services"] = services
    add_routes(application)
    return application
