"""The message that shows how an announcement goes on, and updates itself until it is over."""

import structlog
from telegram import Message
from telegram.error import TelegramError

from handlers import delivery
from handlers.context import Services, Watched
from handlers.organisers import screens
from handlers.replies import Reply
from handlers.texts import Texts
from storage import announcement_views
from storage.announcement_views import Progress

UPDATE_SECONDS = 3.0
"""Between edits of a message: Telegram takes twenty a minute in a chat."""
MOST_WATCHED = 100
"""Messages that update themselves; beyond that the oldest stands still, and its button still works."""

_log = structlog.get_logger()


async def watch(services: Services, message: Message, number: int, texts: Texts) -> None:
    """Put the progress of an announcement in the place of a message, and keep it up to date."""
    watched = Watched(message.chat_id, message.message_id, number, texts)
    services.watched[watched.chat_id, watched.message_id] = watched
    while len(services.watched) > MOST_WATCHED:
        del services.watched[next(iter(services.watched))]
    await show(services, watched)


async def update_watched(services: Services) -> None:
    """Bring every watched message up to date; one whose announcement is over is left."""
    for place, watched in list(services.watched.items()):
        try:
            if not await show(services, watched):
                services.watched.pop(place, None)
        except TelegramError as error:  # tried again in a moment
            _log.info("progress not shown", reason=error.message)


async def show(services: Services, watched: Watched) -> bool:
    """Show how it stands; False when nothing will change any more."""
    async with services.database.reading() as session:
        one = await announcement_views.get(session, watched.announcement)
        if one is None:
            return False
        progress = await announcement_views.progress(session, watched.announcement)
    pace = _pace(watched, progress, services)
    text = screens.report(one, progress, services.zone, watched.texts, pace)
    if text != watched.shown:
        keyboard = screens.report_buttons(one, progress, watched.texts)
        reply = Reply(before=(text,))
        await delivery.replace(services.call, watched.chat_id, [watched.message_id], reply, keyboard)
        watched.shown = text
    return one.state in ("queued", "sending", "paused") or progress.edits_left > 0


def _pace(watched: Watched, progress: Progress, services: Services) -> str:
    """Copies a second since the look before, and the time they leave to go."""
    now, before, texts = services.now(), watched.before, watched.texts
    watched.before = (now, progress)
    if before is None or not progress.left:
        return ""
    seconds = (now - before[0]).total_seconds()
    rate = progress.per_second(before[1], seconds) if seconds > 0 else 0.0
    if not rate:
        return ""
    return texts.pace.format(rate=round(rate), seconds=round(progress.left / rate))
