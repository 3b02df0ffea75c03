"""Which words the bot waits for from an organiser, also after a restart."""

from handlers.context import Services
from storage.announcements import compositions, drafts


async def wait_for(
    services: Services, telegram_id: int, awaiting: str, announcement: int | None = None
) -> None:
    """Take the next message of an organiser for something; with empty words for a question again."""
    async with services.database.session() as session:
        await compositions.begin(session, telegram_id, awaiting, announcement=announcement)
    if awaiting:
        services.composing.add(telegram_id)
    else:
        services.composing.discard(telegram_id)


async def leave(services: Services, telegram_id: int) -> bool:
    """Take the next message for a question again; a draft it was for goes. False where nothing was begun."""
    async with services.database.session() as session:
        found = await compositions.of(session, telegram_id)
        await compositions.end(session, telegram_id)
        if found and found.announcement is not None:
            await drafts.discard(session, found.announcement)
    services.composing.discard(telegram_id)
    return found is not None


async def done(services: Services, telegram_id: int) -> None:
    """Wait for nothing any more; what was composed stays."""
    async with services.database.session() as session:
        await compositions.end(session, telegram_id)
    services.composing.discard(telegram_id)
