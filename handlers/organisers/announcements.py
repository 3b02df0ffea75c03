"""`/announcements`: those that wait, run or are over; hold, change, correct, withdraw; report and audit."""

from telegram import Message, Update

from handlers import delivery, keyboards, replies
from handlers.context import Context, Services
from handlers.organisers import screens
from handlers.organisers.composing import wait_for
from handlers.organisers.exporting import send_file
from handlers.organisers.presses import pressed
from handlers.organisers.progress import watch
from handlers.replies import Reply
from handlers.texts import Texts, texts_in
from handlers.times import shown
from storage import announcement_views, announcements, audit, roles
from storage.announcement_views import Announcement

LISTED = 10
"""Announcements shown at once."""

ACTS = {
    "pause": announcements.pause,
    "resume": announcements.resume,
    "stop": announcements.stop,
    "withdraw": announcements.withdraw,
    "resend": announcements.resend_unknown,
}


async def list_all(update: Update, context: Context) -> None:
    """Show the latest announcements."""
    message, user = update.effective_message, update.effective_user
    if message is None or user is None:
        return
    reply, keyboard = await _list(context.services, texts_in(context.services.languages.of(user)))
    await delivery.send(context.services.call, message, reply, keyboard)


async def press(update: Update, context: Context) -> None:
    """Follow a button of the list, or under an announcement."""
    query, message, texts = pressed(update, context.services)
    services, person = context.services, query.from_user.id
    _, *rest = (query.data or "").split(":")
    if not rest:
        await delivery.acknowledge(query)
        reply, keyboard = await _list(services, texts)
        await delivery.replace(services.call, message.chat_id, [message.message_id], reply, keyboard)
        return
    number, act, *values = int(rest[0]), *rest[1:]
    async with services.database.reading() as session:
        one = await announcement_views.get(session, number)
    if one is None or one.state == "draft":
        await delivery.acknowledge(query, texts.draft_gone)
        return
    if act in ACTS:
        async with services.database.session() as session:
            done = await ACTS[act](session, number, by=person, now=services.now())
        services.wake_sender()
        await delivery.acknowledge(query, None if done else texts.too_late)
        await watch(services, message, number, texts)
        return
    await delivery.acknowledge(query)
    await _look(act, values, one, message, person, context, texts)


async def _look(
    act: str,
    values: list[str],
    one: Announcement,
    message: Message,
    person: int,
    context: Context,
    texts: Texts,
) -> None:
    services = context.services
    match act:
        case "ask_stop" | "ask_withdraw":
            sure = texts.stop_sure if act == "ask_stop" else texts.withdraw_sure
            yes = keyboards.button(texts.yes_do_it, f"told:{one.id}:{act.removeprefix('ask_')}")
            keyboard = [[yes], [keyboards.button(texts.remove_no, f"told:{one.id}:show")]]
            services.watched.pop((message.chat_id, message.message_id), None)
            reply = Reply(before=(sure.format(number=one.id),))
            await delivery.replace(services.call, message.chat_id, [message.message_id], reply, keyboard)
        case "edit":
            await _edit(one, values, message, person, services, texts)
        case "reply":
            await wait_for(services, person, "reply", one.id)
            await delivery.send(services.call, message, Reply(before=(texts.reply_ask,)))
        case "at":
            await wait_for(services, person, "later", one.id)
            asked = texts.at_ask.format(zone=services.answerer.corpus.workshop.time_zone)
            await delivery.send(services.call, message, Reply(before=(asked,)))
        case "csv":
            async with services.database.reading() as session:
                lines = announcement_views.report_lines(session, one.id)
                await send_file(context, message.chat_id, f"announcement-{one.id}.csv", lines, texts)
        case "audit":
            await delivery.send(services.call, message, await _audit(services, one.id, texts))
        case _:
            await watch(services, message, one.id, texts)


async def _edit(
    one: Announcement, values: list[str], message: Message, person: int, services: Services, texts: Texts
) -> None:
    languages = [content.language for content in one.contents]
    if not values and len(languages) > 1:
        keyboard = [
            [keyboards.button(code or texts.for_all_languages, f"told:{one.id}:edit:{code}")]
            for code in languages
        ]
        await delivery.send(services.call, message, Reply(before=(texts.edit_which,)), keyboard)
        return
    language = values[0] if values else languages[0]
    await wait_for(services, person, f"edit:{language}", one.id)
    await delivery.send(services.call, message, Reply(before=(texts.edit_ask,)))


async def _list(services: Services, texts: Texts) -> tuple[Reply, keyboards.Keyboard | None]:
    async with services.database.reading() as session:
        latest = await announcement_views.latest(session, limit=LISTED)
    if not latest:
        return Reply(before=(texts.no_announcements,)), None
    return Reply(before=(texts.announcements,)), [[screens.listed(one, texts)] for one in latest]


async def _audit(services: Services, number: int, texts: Texts) -> Reply:
    async with services.database.reading() as session:
        entries = await audit.entries(session, announcement=number)
        name_by_id = {one.telegram_id: one.name for one in await roles.holders(session)}
    lines = []
    for entry in reversed(entries):
        who = texts.command_line if entry.actor is None else name_by_id.get(entry.actor) or str(entry.actor)
        details = ", ".join(f"{key}: {value}" for key, value in entry.details.items() if key != "texts")
        line = f"{shown(entry.at, services.zone)} · {who} · {entry.action} · {details}"
        lines.append(replies.safe(line.rstrip(" ·")))
    return Reply(before=(texts.audit, *lines))
