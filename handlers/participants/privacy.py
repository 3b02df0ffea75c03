"""`/privacy` and `/forget_me`: what is kept, and how to be forgotten."""

from telegram import Update

from handlers import delivery, keyboards
from handlers.context import Context
from handlers.maintainers.practices import tell_forgotten
from handlers.participants.arriving import say
from handlers.replies import Reply
from handlers.texts import texts_in
from storage import inbox, people, practices, roles
from storage.announcements import compositions, progress_messages


async def privacy(update: Update, context: Context) -> None:
    """Say in plain words what is kept, how long and what for."""
    if update.effective_user:
        texts = texts_in(context.services.languages.of(update.effective_user))
        said = texts.privacy.format(days=context.services.retention_days)
        await say(update, context, Reply(before=(said,)))


async def forget_me(update: Update, context: Context) -> None:
    """Ask before removing anything."""
    message, user = update.effective_message, update.effective_user
    if message is None or user is None:
        return
    texts, call = texts_in(context.services.languages.of(user)), context.services.call
    async with context.services.database.reading() as session:
        person = await people.known(session, telegram_id=user.id)
    if person:
        reply = Reply(before=(texts.forget_confirm,))
        await delivery.send(call, message, reply, keyboards.forget(user.id, texts))
    else:  # nothing is kept, so not that they were told either
        reply = Reply(before=(texts.nothing_to_forget,))
        await delivery.send(call, message, reply.with_notice(texts.privacy_line))


async def decide(update: Update, context: Context) -> None:
    """Remove the person's data, or not, as the one who was asked decides."""
    query = update.callback_query
    if query is None or query.message is None or not query.data:
        return
    texts = texts_in(context.services.languages.of(query.from_user))
    decision, _, person = query.data.partition(":")
    if int(person) != query.from_user.id:
        await delivery.acknowledge(query, texts.not_your_button)
        return
    said = texts.kept
    if decision == "forget":
        now, theirs = context.services.now(), query.from_user.id  # a private chat has the person's number
        async with context.services.database.session() as session:
            before = await roles.held_by(session, theirs)
            documents = await practices.paths_of(session, theirs)
            removed = await people.forget(session, telegram_id=theirs)
            await roles.forget(session, theirs, now=now)
            await compositions.end(session, theirs)
            await progress_messages.forget(session, theirs)
            await inbox.forget(session, chat_id=theirs, until=update.update_id, now=now)
            held = await roles.held_by(session, theirs)
        context.services.languages.choose(theirs, None)
        context.services.last_questions.forget(theirs)
        await tell_forgotten(documents, context.services)
        if held != before:
            await context.services.show_menu(theirs, held)
        said = texts.forgotten.format(questions=removed)
    await delivery.acknowledge(query)
    reply, message = Reply(before=(said,)), query.message
    await delivery.replace(context.services.call, message.chat.id, [message.message_id], reply, None)
