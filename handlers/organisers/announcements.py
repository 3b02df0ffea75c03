"""`/announcements`: those that wait, run or are over; hold, change, correct, withdraw; report and audit."""

from telegram import Message, Update

from handlers import delivery, keyboards
from handlers.context import Context, Services
from handlers.organisers import auditing, drafting, screens
from handlers.organisers.awaiting import wait_for
from handlers.organisers.exporting import send_file
from handlers.organisers.presses import pressed, written
from handlers.organisers.progress import leave, watch
from handlers.replies import Reply
from handlers.texts import Texts
from storage.announcements import steering, views
from storage.announcements.progress_messages import Place
from storage.announcements.views import Announcement

LISTED = 10
"""Announcements shown at once."""

ACTS = {
    "pause": steering.pause,
    "resume": steering.resume,
    "stop": steering.stop,
    "withdraw": steering.withdraw,
    "resend": steering.resend_unknown,
}


async def list_all(update: Update, context: Context) -> None:
    """Show the latest announcements."""
    message, _, texts = written(update, context.services)
    reply, keyboard = await _list(context.services, texts)
    await delivery.send(context.services.call, message, reply, keyboard)


async def press(update: Update, context: Context) -> None:
    """Follow a button of the list, or under an announcement."""
    query, message, texts = pressed(update, context.services)
    services, person = context.services, query.from_user.id
    _, *rest = (query.data or "").split(":")
    if not rest:
        await delivery.acknowledge(query)
        await leave(services, Place(message.chat_id, message.message_id))
        reply, keyboard = await _list(services, texts)
        await delivery.replace(services.call, message.chat_id, [message.message_id], reply, keyboard)
        return
    number, act, *values = int(rest[0]), *rest[1:]
    async with services.database.reading() as session:
        one = await views.get(session, number)
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
            await leave(services, Place(message.chat_id, message.message_id))
            reply = Reply(before=(sure.format(number=one.id),))
            await delivery.replace(services.call, message.chat_id, [message.message_id], reply, keyboard)
        case "edit":
            await _edit(one, values, message, person, services, texts)
        case "reply":
            await wait_for(services, person, "reply", one.id)
            await delivery.send(services.call, message, Reply(before=(texts.reply_ask,)))
        case "at" | "until":
            await wait_for(services, person, f"later:{act}", one.id)
            asked = screens.question(act, services.zone, texts)
            await delivery.send(services.call, message, Reply(before=(asked,)))
        case "urgent":
            await drafting.change(services, one.id, person, {"urgent": values == ["yes"]})
            services.wake_sender()
            await watch(services, message, one.id, texts)
        case "csv":
            async with services.database.reading() as session:
                lines = views.report_lines(session, one.id)
                await send_file(context, message.chat_id, f"announcement-{one.id}.csv", lines, texts)
        case "audit":
            said = await auditing.of_announcement(services, one.id, texts)
            await delivery.send(services.call, message, said)
        case _:
            await watch(services, message, one.id, texts)


async def _edit(
    one: Announcement, values: list[str], message: Message, person: int, services: Services, texts: Texts
) -> None:
    languages = [content.language for content in one.contents]
    if not languages:  # each person has a text of their own
        await delivery.send(services.call, message, Reply(before=(texts.too_late,)))
        return
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
        latest = await views.latest(session, limit=LISTED)
    if not latest:
        return Reply(before=(texts.no_announcements,)), None
    return Reply(before=(texts.announcements,)), [
        [screens.listed(one, services.zone, texts)] for one in latest
    ]
