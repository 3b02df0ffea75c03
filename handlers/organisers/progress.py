"""The messages that show how announcements go on, and update themselves until they are over."""

import structlog
from telegram import Message
from telegram.error import Forbidden, TelegramError

from handlers import access, delivery
from handlers.access import texts_for
from handlers.context import Services, Watched
from handlers.keyboards import Keyboard
from handlers.organisers import screens
from handlers.replies import Reply
from handlers.texts import Texts
from storage.announcements import progress_messages, views
from storage.announcements.progress_messages import Place
from storage.announcements.views import Progress

UPDATE_SECONDS = 3.0
"""Between edits of a message: Telegram takes twenty a minute in a chat."""
MOST_WATCHED = 100
"""Messages that update themselves; beyond that the oldest stands still, and its button still works."""

_log = structlog.get_logger()


async def watch(services: Services, message: Message, number: int, texts: Texts) -> None:
    """Put the progress of an announcement in the place of a message, and keep it up to date."""
    watched, place = Watched(number, texts), Place(message.chat_id, message.message_id)
    screen = await _screen(services, watched)
    if screen is None:
        return
    said, keyboard, goes_on = screen
    await _keep(services, place, watched)  # first: so it goes on if the process ends in between
    shown = await delivery.replace(
        services.call, place.chat_id, [place.message_id], Reply(before=(said,)), keyboard
    )
    watched.shown = said
    if not goes_on or shown != [place.message_id]:
        await leave(services, place)
    if goes_on and shown != [place.message_id]:  # it could not be edited any more
        await _keep(services, Place(place.chat_id, shown[0]), watched)


async def leave(services: Services, place: Place) -> None:
    """Let a message stand as it is: it shows something else now, or nothing will change any more."""
    if services.watched.pop(place, None):
        async with services.database.session() as session:
            await progress_messages.drop(session, place)


async def take_up(services: Services) -> None:
    """Go on with the messages that were kept up to date before a restart."""
    async with services.database.reading() as session:
        kept = await progress_messages.kept(session)
    for place, number in kept.items():
        services.watched[place] = Watched(number, await texts_for(services, place.chat_id))


async def update_watched(services: Services) -> None:
    """Bring every watched message up to date; one whose announcement is over is left."""
    for place, watched in list(services.watched.items()):
        try:
            goes_on = await _update(services, place, watched)
        except Forbidden:
            goes_on = False
        except TelegramError as error:  # tried again in a moment
            _log.info("progress not shown", reason=error.message)
            continue
        if not goes_on and services.watched.get(place) is watched:
            await leave(services, place)


async def _keep(services: Services, place: Place, watched: Watched) -> None:
    services.watched[place] = watched
    async with services.database.session() as session:
        await progress_messages.keep(session, place, watched.announcement)
    while len(services.watched) > MOST_WATCHED:
        await leave(services, next(iter(services.watched)))


async def _update(services: Services, place: Place, watched: Watched) -> bool:
    """Show how it stands; False when nothing will change any more, or nobody may or can see it."""
    screen = await _screen(services, watched)
    if screen is None:
        return False
    said, keyboard, goes_on = screen
    if said == watched.shown:
        return goes_on
    if not await access.holds(services, place.chat_id, "organiser"):
        return False
    reply = Reply(before=(said,))
    if not await delivery.edit(services.call, place.chat_id, place.message_id, reply, keyboard):
        return False
    watched.shown = said
    return goes_on


async def _screen(services: Services, watched: Watched) -> tuple[str, Keyboard, bool] | None:
    """What the message says, its buttons, and whether that can change by itself."""
    async with services.database.reading() as session:
        one = await views.get(session, watched.announcement)
        if one is None:
            return None
        progress = await views.progress(session, watched.announcement)
    pace = _pace(watched, progress, services)
    said = screens.report(one, progress, services.zone, watched.texts, pace)
    goes_on = one.state in ("queued", "sending", "open", "paused") or progress.edits_left > 0
    return said, screens.report_buttons(one, progress, watched.texts), goes_on


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
