"""`/announce`: the words, who gets them, when; a preview as it will look, and one confirmation."""

from datetime import timedelta

from telegram import Message, Update
from telegram.error import BadRequest

from handlers import access, delivery, keyboards, replies
from handlers.access import texts_for
from handlers.context import Context, Services
from handlers.keyboards import Keyboard
from handlers.organisers import screens
from handlers.organisers.contents import UnfitError, content_of
from handlers.organisers.presses import pressed
from handlers.organisers.progress import watch
from handlers.replies import Reply
from handlers.texts import Texts, texts_in
from handlers.times import read_time
from storage import announcement_views, announcements, audiences, compositions
from storage.announcement_views import Announcement
from storage.audiences import AudienceError, Headcount, Scope
from storage.compositions import Composition

LARGEST_LIST = 5 * 2**20
"""Bytes of a file with ids: some 400,000 of them."""
HOUR = timedelta(hours=1)


async def announce(update: Update, context: Context) -> None:
    """Ask for the words."""
    message, user = update.effective_message, update.effective_user
    if message is None or user is None:
        return
    await wait_for(context.services, user.id, "content")
    texts = texts_in(context.services.languages.of(user))
    await delivery.send(context.services.call, message, Reply(before=(texts.announce_what,)))


async def cancel(update: Update, context: Context) -> None:
    """Leave composing; the draft goes."""
    message, user, services = update.effective_message, update.effective_user, context.services
    if message is None or user is None:
        return
    texts = texts_in(services.languages.of(user))
    said = texts.cancelled if await leave(services, user.id) else texts.nothing_to_cancel
    await delivery.send(services.call, message, Reply(before=(said,)))


async def wait_for(
    services: Services, telegram_id: int, awaiting: str, announcement: int | None = None
) -> None:
    """Take the next message of an organiser for something, also after a restart."""
    async with services.database.session() as session:
        await compositions.begin(session, telegram_id, awaiting, announcement=announcement)
    services.composing.add(telegram_id)


async def leave(services: Services, telegram_id: int) -> bool:
    """Take the next message for a question again; a draft it was for goes. False where nothing was begun."""
    async with services.database.session() as session:
        found = await compositions.of(session, telegram_id)
        await compositions.end(session, telegram_id)
        if found and found.announcement is not None:
            await announcements.discard(session, found.announcement)
    services.composing.discard(telegram_id)
    return found is not None


async def take(update: Update, context: Context) -> None:
    """Take a message for what was awaited."""
    message, user, services = update.effective_message, update.effective_user, context.services
    if message is None or user is None:
        return
    texts = texts_in(services.languages.of(user))
    if not await access.holds(services, user.id, "organiser"):
        await leave(services, user.id)
        await delivery.send(services.call, message, Reply(before=(texts.role_gone_meanwhile,)))
        return
    async with services.database.reading() as session:
        awaited = await compositions.of(session, user.id)
    if awaited is None:  # taken back in this moment by another press
        services.composing.discard(user.id)
        return
    answer = services.answerer.answer(message.text or message.caption or "")
    if answer.kind == "safety":  # safety before anything else: an organiser may be the one in danger
        card = replies.answer(answer, services.answerer.corpus.workshop)
        await delivery.send(services.call, message, card)
    try:
        await _taken(awaited, message, user.id, context)
    except UnfitError as error:
        await delivery.send(services.call, message, Reply(before=(str(error),)))


async def _taken(awaited: Composition, message: Message, author: int, context: Context) -> None:
    services, texts = context.services, await texts_for(context.services, author)
    what, _, language = awaited.awaiting.partition(":")
    if awaited.announcement is None:
        content = content_of(message, "", texts)
        async with services.database.session() as session:
            number = await announcements.draft(
                session, contents=[content], audience="everyone", author=author, now=services.now()
            )
    elif what == "edit":
        await _edited(awaited.announcement, language, message, author, services)
        return
    elif what == "later":
        await _postponed(awaited.announcement, message, author, services)
        return
    elif what == "reply":
        await _corrected(awaited.announcement, message, author, services)
        return
    else:
        number = awaited.announcement
        await _into_draft(number, what, language, message, context)
    async with services.database.session() as session:  # what is written now is a question again
        await compositions.begin(session, author, "", announcement=number)
    services.composing.discard(author)
    await _show(services, message.chat_id, number, author)


async def _into_draft(number: int, what: str, language: str, message: Message, context: Context) -> None:
    services = context.services
    texts = texts_in(services.languages.of(message.from_user))
    if what == "content":
        content = content_of(message, language, texts)
        async with services.database.session() as session:
            await compositions.say(session, number, content)
    elif what == "list":
        ids = await _ids(message, context, texts)
        async with services.database.session() as session:
            await compositions.list_anew(session, number, ids)
    else:
        await _set_time(number, what, message, services, texts)


async def _set_time(number: int, what: str, message: Message, services: Services, texts: Texts) -> None:
    now = services.now()
    instant = read_time(message.text or "", now=now, zone=services.zone)
    if instant is None:
        raise UnfitError(texts.no_time)
    if instant <= now:
        raise UnfitError(texts.time_past)
    await _change(services, number, message.chat_id, **{"starts_at" if what == "at" else "until": instant})


async def _ids(message: Message, context: Context, texts: Texts) -> list[int]:
    text = message.text or ""
    if message.document:
        if (message.document.file_size or 0) > LARGEST_LIST:
            raise UnfitError(texts.list_too_large)
        file = await context.bot.get_file(message.document.file_id)
        text = bytes(await file.download_as_bytearray()).decode("utf-8-sig", "replace")
    found, wrong = [], []
    for number, line in enumerate(text.splitlines(), start=1):
        if not (given := line.partition("#")[0].strip()):
            continue
        try:
            found.append(audiences.chat_id(given))
        except AudienceError:
            wrong.append(f"{number} ({replies.safe(given[:30])})")
    if wrong or not found:
        lines = ", ".join(wrong[:5]) + (" …" if len(wrong) > len(wrong[:5]) else "")
        raise UnfitError(texts.list_wrong.format(lines=lines or "–"))
    return found


async def _edited(number: int, language: str, message: Message, author: int, services: Services) -> None:
    texts = await texts_for(services, author)
    said = content_of(message, language, texts)
    async with services.database.session() as session:
        contents = [
            one.saying(
                said.text, said.parameters.get("entities") or said.parameters.get("caption_entities") or ()
            )
            if one.language == language
            else one
            for one in await announcements.contents_of(session, number)
        ]
        done = await announcements.edit(session, number, contents, by=author, now=services.now())
        await compositions.end(session, author)
    services.composing.discard(author)
    services.wake_sender()
    keyboard = [[keyboards.button(texts.button_reply, f"told:{number}:reply")], screens.back(number, texts)]
    reply = Reply(before=(texts.edit_done if done else texts.too_late,))
    await delivery.send(services.call, message, reply, keyboard)


async def _corrected(number: int, message: Message, author: int, services: Services) -> None:
    texts = await texts_for(services, author)
    content = content_of(message, "", texts)
    async with services.database.session() as session:
        count = await announcements.correct(session, number, [content], by=author, now=services.now())
        await compositions.end(session, author)
    services.composing.discard(author)
    services.wake_sender()
    reply = Reply(before=(texts.reply_done.format(count=count),))
    await delivery.send(services.call, message, reply, [screens.back(number, texts)])


async def _postponed(number: int, message: Message, author: int, services: Services) -> None:
    texts = await texts_for(services, author)
    async with services.database.reading() as session:
        one = await announcement_views.get(session, number)
    if one and one.state == "queued" and one.started_at is None:
        await _set_time(number, "at", message, services, texts)
        said = texts.time_changed
    else:
        said = texts.too_late
    async with services.database.session() as session:
        await compositions.end(session, author)
    services.composing.discard(author)
    services.wake_sender()
    await delivery.send(services.call, message, Reply(before=(said,)), [screens.back(number, texts)])


async def press(update: Update, context: Context) -> None:  # noqa: C901 - a case a button
    """Follow a button of the draft's screen."""
    query, message, texts = pressed(update, context.services)
    _, number_given, action, *values = (query.data or "").split(":")
    number, value, services, person = (
        int(number_given),
        ":".join(values),
        context.services,
        query.from_user.id,
    )
    draft = await _draft(services, number)
    await delivery.acknowledge(query, None if draft else texts.draft_gone)
    if draft is None:
        return
    match action:
        case "to" if value == "list":
            await _ask(services, message, person, "list", number, texts.list_ask)
        case "to" if value:
            async with services.database.session() as session:
                await compositions.address(session, number, value)
            await _show(services, message.chat_id, number, person, instead=message)
        case "to":
            keyboard = screens.audience_buttons(
                number, services.answerer.corpus, services.languages.of(query.from_user)
            )
            await _replace(services, message, Reply(before=(texts.announce_to,)), keyboard)
        case "text":
            await _ask(services, message, person, f"content:{value}", number, texts.announce_what)
        case "at" | "until":
            asked = texts.at_ask if action == "at" else texts.until_ask
            zone = services.answerer.corpus.workshop.time_zone
            await _ask(services, message, person, action, number, asked.format(zone=zone))
        case "now":
            await _change(services, number, person, starts_at=None)
            await _show(services, message.chat_id, number, person, instead=message)
        case "urgent":
            await _change(services, number, person, urgent=not draft.urgent)
            await _show(services, message.chat_id, number, person, instead=message)
        case "preview":
            await _preview(services, message, draft, person, texts)
        case "discard":
            await leave(services, person)
            async with services.database.session() as session:
                await announcements.discard(session, number)
            await _replace(services, message, Reply(before=(texts.cancelled,)), None)
        case _:
            await _show(services, message.chat_id, number, person, instead=message)


async def confirm(update: Update, context: Context) -> None:
    """Let it go: once, whoever presses and however often."""
    query, message, texts = pressed(update, context.services)
    _, number, token = (query.data or "").split(":")
    services, person = context.services, query.from_user.id
    draft = await _draft(services, int(number))
    if draft and draft.starts_at and draft.starts_at <= services.now():
        await delivery.acknowledge(query, texts.time_past)
        return
    try:
        async with services.database.session() as session:
            count = await announcements.confirm(
                session,
                int(number),
                token=token,
                by=person,
                scope=_scope(services, int(number), person),
                now=services.now(),
            )
            if count:
                await compositions.end(session, person)
    except AudienceError:
        count = 0
    if count is None:
        await delivery.acknowledge(query, texts.confirmed_already)
        return
    await delivery.acknowledge(query, None if count else texts.audience_empty)
    if count:
        services.composing.discard(person)
        services.wake_sender()
        await watch(services, message, int(number), texts)


async def _preview(
    services: Services, message: Message, draft: Announcement, person: int, texts: Texts
) -> None:
    """Send it as it will look, by the calls it will go out by, each language; then the button that sends."""
    count = await _count(services, draft, person)
    if count is None or not count.reached:
        await delivery.send(services.call, message, Reply(before=(texts.audience_empty,)))
        return
    now = services.now()
    if draft.starts_at and draft.starts_at <= now:
        await delivery.send(services.call, message, Reply(before=(texts.time_past,)))
        return
    for content in draft.contents:
        try:
            await services.call(content.method, {"chat_id": message.chat_id, **content.parameters})
        except BadRequest as error:
            said = texts.preview_refused.format(reason=replies.safe(error.message))
            await delivery.send(services.call, message, Reply(before=(said,)))
            return
    async with services.database.session() as session:
        token = await announcements.offer(session, draft.id)
        same = await announcements.nearly_the_same(session, draft.id, since=now - HOUR)
    lines = [screens.summary(draft, count, services.zone, texts)]
    if same is not None:
        lines.append(texts.same_text.format(number=same))
    if announcements.is_quiet(draft.starts_at or now, services.zone) and not draft.urgent:
        lines.append(texts.quiet_now)
    keyboard = [
        [keyboards.button(texts.button_send.format(count=count.reached), f"send:{draft.id}:{token}")],
        [keyboards.button(texts.button_change, f"draft:{draft.id}:show")],
    ]
    await delivery.send(services.call, message, Reply(before=("\n\n".join(lines),)), keyboard)


async def _show(
    services: Services, chat_id: int, number: int, person: int, *, instead: Message | None = None
) -> None:
    draft = await _draft(services, number)
    texts = await texts_for(services, person)
    if draft is None:
        await delivery.tell(services.call, chat_id, Reply(before=(texts.draft_gone,)))
        return
    count = await _count(services, draft, person)
    reply = Reply(before=(screens.summary(draft, count, services.zone, texts),))
    keyboard = screens.draft_buttons(draft, texts)
    if instead is None:
        await delivery.tell(services.call, chat_id, reply, keyboard)
    else:
        await _replace(services, instead, reply, keyboard)


async def _count(services: Services, draft: Announcement, person: int) -> Headcount | None:
    try:
        async with services.database.reading() as session:
            return await announcements.headcount(session, draft.audience, _scope(services, draft.id, person))
    except AudienceError:  # a theme that is no more
        return None


async def _draft(services: Services, number: int) -> Announcement | None:
    async with services.database.reading() as session:
        found = await announcement_views.get(session, number)
    return found if found and found.state == "draft" else None


async def _change(services: Services, number: int, person: int, **changed: object) -> None:
    async with services.database.session() as session:
        one = await announcement_views.get(session, number)
        if one is None:
            return
        values = {"starts_at": one.starts_at, "until": one.until, "urgent": one.urgent, **changed}
        await announcements.change(session, number, by=person, now=services.now(), **values)  # type: ignore[arg-type]
        await compositions.void(session, number)


async def _ask(
    services: Services, message: Message, person: int, awaiting: str, number: int, said: str
) -> None:
    await wait_for(services, person, awaiting, number)
    await delivery.send(services.call, message, Reply(before=(said,)))


async def _replace(services: Services, message: Message, reply: Reply, keyboard: Keyboard | None) -> None:
    await delivery.replace(services.call, message.chat_id, [message.message_id], reply, keyboard)


def _scope(services: Services, number: int, author: int) -> Scope:
    return Scope(
        announcement=number, author=author, documents_by_theme=services.answerer.corpus.documents_by_theme
    )
