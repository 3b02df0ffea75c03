"""What an organiser writes about an announcement that was confirmed: another text, a reply, another time."""

from telegram import Message

from handlers import delivery, keyboards
from handlers.access import texts_for
from handlers.context import Services
from handlers.organisers import drafting, screens
from handlers.organisers.awaiting import done
from handlers.organisers.contents import content_of, correction_of, time_of
from handlers.replies import Reply
from storage.announcements import contents, steering, views


async def edit(number: int, language: str, message: Message, author: int, services: Services) -> None:
    """Change its text in one language, in every copy that was delivered."""
    texts = await texts_for(services, author)
    async with services.database.session() as session:
        changed = [
            correction_of(message, one, texts)
            for one in await contents.contents_of(session, number)
            if one.language == language
        ]
        edited = await steering.edit(session, number, changed, by=author, now=services.now())
    await done(services, author)
    services.wake_sender()
    keyboard = [screens.back(number, texts)]
    if edited:
        keyboard.insert(0, [keyboards.button(texts.button_reply, f"told:{number}:reply")])
    answer = Reply(before=(texts.edit_done if edited else texts.too_late,))
    await delivery.send(services.call, message, answer, keyboard)


async def reply(number: int, message: Message, author: int, services: Services) -> None:
    """Reply to every copy that was delivered."""
    texts = await texts_for(services, author)
    content = content_of(message, "", texts)
    async with services.database.session() as session:
        count = await steering.correct(session, number, [content], by=author, now=services.now())
    await done(services, author)
    services.wake_sender()
    answer = Reply(before=(texts.reply_done.format(count=count),))
    await delivery.send(services.call, message, answer, [screens.back(number, texts)])


async def postpone(number: int, what: str, message: Message, author: int, services: Services) -> None:
    """Set when one that waits goes out, or its end."""
    texts = await texts_for(services, author)
    async with services.database.reading() as session:
        one = await views.get(session, number)
    changed = False
    if one and one.state == "queued" and one.started_at is None:
        times = time_of(message, what, one, services, texts)
        changed = await drafting.change(services, number, author, times)
    await done(services, author)
    services.wake_sender()
    answer = Reply(before=(texts.time_changed if changed else texts.too_late,))
    await delivery.send(services.call, message, answer, [screens.back(number, texts)])
