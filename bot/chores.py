"""What is due every day: old question texts are removed, and people long unseen."""

import asyncio
from datetime import datetime, timedelta

import structlog
from sqlalchemy.exc import SQLAlchemyError

from handlers.context import Services
from handlers.failures import noted
from storage import awaited, inbox, people, question_log, relays
from storage.database import DatabaseUnavailable

INTERVAL = timedelta(days=1)
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


async def _prune(services: Services, now: datetime) -> None:
    before = now - timedelta(days=services.retention_days)
    try:
        async with services.database.session() as session:
            questions = await question_log.prune(session, before=before)
            await awaited.prune(session)
            await relays.prune(session, before=before)
            participants = await people.prune(session, before=before)
            await inbox.prune(session, before=now - REPEATS)
            chosen = await people.chosen_languages(session)
    except (DatabaseUnavailable, SQLAlchemyError) as error:  # tomorrow is another day; the bot goes on
        noted(error, event="retention failed")
        return
    services.languages.load(chosen)  # without those who are gone
    if questions or participants:
        _log.info("retention", questions=questions, participants=participants)
