"""`/mute`: no announcements any more; `/start` takes it back."""

from telegram import Update

from handlers.context import Context
from handlers.participants.arriving import say
from handlers.replies import Reply
from handlers.texts import texts_in
from storage import people
from storage.people import Met


async def mute(update: Update, context: Context) -> None:
    """Keep announcements from a person; answers go on."""
    user, services = update.effective_user, context.services
    if user is None:
        return
    await services.meet(Met(user.id, user.language_code, services.now()))
    async with services.database.session() as session:
        await people.mute(session, telegram_id=user.id, now=services.now())
    await say(update, context, Reply(before=(texts_in(services.languages.of(user)).muted,)))
