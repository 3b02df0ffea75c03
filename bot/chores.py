"""What is due every day: old question texts are removed, and people long unseen; and menus at the start."""

import asyncio
from collections.abc import Collection
from datetime import datetime, timedelta

import structlog
from sqlalchemy.exc import SQLAlchemyError
from telegram.error import TelegramError

from handlers.context import Services
from handlers.failures import noted
from handlers.maintainers.practices import tell_published
from handlers.organisers.progress import UPDATE_SECONDS, take_up, update_watched
from storage import awaited, inbox, people, practices, question_log, relays, roles
from storage.announcements import compositions, contents, drafts, schedule
from storage.database import DatabaseUnavailable
from storage.roles import Role

INTERVAL = timedelta(days=1)
DRAFTS = timedelta(days=1)
"""How long a draft may lie."""
REPEATS = timedelta(days=2)
"""How long the number of a handled update is known; Telegram repeats one for a day at the most."""
LOOK_SECONDS = 1.0
"""Real seconds between looks at the clock, which a rehearsal may set forward."""

_log = structlog.get_logger()


async def keep_house(services: Services) -> None:
    """Do the daily chores at the start and then daily by the bot's clock, until cancelled."""
    due: datetime | None = None
    while True:
        now = services.now()
        if due is None or now >= due:
            due = now + INTERVAL
            await _prune(services, now)
        await asyncio.sleep(LOOK_SECONDS)


async def show_menus(services: Services) -> None:
    """Give everybody with a role the menu of this version."""
    for person, held in list(services.menus.items()):
        await show_menu_if_possible(services, person, services.menus.get(person, held))


async def show_progress(services: Services) -> None:
    """Keep the messages that show how announcements go on up to date, until cancelled."""
    taken_up = False
    while True:
        await asyncio.sleep(UPDATE_SECONDS)
        try:
            if not taken_up:
                await take_up(services)
            taken_up = True
            await update_watched(services)
        except (DatabaseUnavailable, SQLAlchemyError) as error:
            noted(error, event="progress not read")


async def tell_contributors(services: Services) -> None:
    """Tell those whose practices are among the documents, as often as others are served, until cancelled."""
    told: object = None
    while True:
        served = services.answerer.corpus
        if served is not told:
            try:
                await tell_published(services)
                told = served
            except (DatabaseUnavailable, SQLAlchemyError, TelegramError) as error:
                noted(error, event="contributors not told")
        await asyncio.sleep(LOOK_SECONDS)


async def show_menu_if_possible(services: Services, person: int, held: Collection[Role]) -> None:
    """Give a person the menu of their roles; a refusal is no reason not to serve."""
    try:
        await services.show_menu(person, held)
    except TelegramError as error:
        _log.warning("menu not set", reason=error.message)


async def _prune(services: Services, now: datetime) -> None:
    before, composed = now - timedelta(days=services.retention_days), set(services.composing)
    try:
        async with services.database.session() as session:
            questions = await question_log.prune(session, before=before)
            await awaited.prune(session)
            await relays.prune(session, before=before)
            await practices.prune(session, before=before)
            await contents.prune(session, before=before)
            participants = await people.prune(session, before=before)
            await inbox.prune(session, before=now - REPEATS)
            chosen = await people.chosen_languages(session)
            await roles.prune(session, now=now)
            await session.run_sync(lambda inner: schedule.prune(inner.connection(), before=before))
            await drafts.prune(session, before=now - DRAFTS)
            composing = await compositions.composers(session)
    except (DatabaseUnavailable, SQLAlchemyError) as error:  # tomorrow is another day; the bot goes on
        noted(error, event="retention failed")
        return
    services.languages.load(chosen)  # without those who are gone
    services.composing.difference_update(composed - composing)
    if questions or participants:
        _log.info("retention", questions=questions, participants=participants)
