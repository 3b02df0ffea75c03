"""Where the bot is: groups that an organiser added it to, and where it was removed or blocked."""

from telegram import Update
from telegram.constants import ChatMemberStatus, ChatType

from handlers import access
from handlers.context import Context
from storage import chats, people

_GONE = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


async def changed(update: Update, context: Context) -> None:
    """Note that the bot was added, removed or blocked."""
    change, services = update.my_chat_member, context.services
    if change is None:
        return
    gone, chat, now = change.new_chat_member.status in _GONE, change.chat, services.now()
    organiser = not gone and await access.holds(services, change.from_user.id, "organiser")
    async with services.database.session() as session:
        if chat.type == ChatType.PRIVATE:
            note = people.block if gone else people.unblock
            await note(session, telegram_id=chat.id, now=now)
        elif gone:
            await chats.left(session, chat.id, now=now)
        elif organiser:
            await chats.joined(
                session,
                chat.id,
                kind=chat.type,
                title=chat.title or "",
                added_by=change.from_user.id,
                now=now,
            )
