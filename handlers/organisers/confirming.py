"""The preview of a draft as it will look, and the one confirmation that sends it."""

from datetime import timedelta

from telegram import Message, Update
from telegram.error import BadRequest

from handlers import delivery, keyboards, replies
from handlers.context import Context, Services
from handlers.organisers import screens
from handlers.organisers.awaiting import done
from handlers.organisers.presses import pressed
from handlers.organisers.progress import watch
from handlers.organisers.reach import count_of, draft_of, scope_of
from handlers.replies import Reply
from handlers.texts import Texts
from storage.announcements import drafts, quiet_hours, repetitions, views
from storage.announcements.audiences import AudienceError
from storage.announcements.views import Announcement

RECENTLY = timedelta(hours=1)
"""So long nearly the same text is told as a repetition."""


async def preview(
    services: Services, message: Message, draft: Announcement, person: int, texts: Texts
) -> None:
    """Send it as it will look, by the calls it will go out by, each language; then the button that sends.

    The screen of the draft makes room: at any time there is one message that says it is a draft.
    """
    count = await count_of(services, draft, person)
    empty = texts.audience_empty if count is None or not count.reached else ""
    if count is None or (empty := empty or _untimely(draft, services, texts)):
        held = empty == texts.end_first and not draft.urgent
        why = screens.quiet(draft.starts_at or services.now(), services.zone, texts) if held else []
        await delivery.send(services.call, message, Reply(before=(empty, *why)))
        return
    for content in draft.contents:
        try:
            await services.call(content.method, {"chat_id": message.chat_id, **content.parameters})
        except BadRequest as error:
            said = texts.preview_refused.format(reason=replies.safe(error.message))
            await delivery.send(services.call, message, Reply(before=(said,)))
            return
    async with services.database.session() as session:
        token = await drafts.offer(session, draft.id)
        twin = await repetitions.nearly_the_same(session, draft.id, since=services.now() - RECENTLY)
    lines = [screens.summary(draft, count, services.zone, texts)]
    if draft.starts_at is None and not draft.urgent:
        lines += screens.quiet(services.now(), services.zone, texts)
    if twin:
        warning = texts.same_text if twin.sent else texts.same_text_waits
        lines.append(warning.format(number=twin.announcement))
    keyboard = [
        [keyboards.button(texts.button_send.format(count=count.reached), f"send:{draft.id}:{token}")],
        [keyboards.button(texts.button_change, f"draft:{draft.id}:show")],
    ]
    heading = Reply(before=(texts.preview_head,))
    await delivery.replace(services.call, message.chat_id, [message.message_id], heading, None)
    await delivery.send(services.call, message, Reply(before=("\n\n".join(lines),)), keyboard)


async def confirm(update: Update, context: Context) -> None:
    """Let it go: once, whoever presses and however often."""
    query, message, texts = pressed(update, context.services)
    _, given, token = (query.data or "").split(":")
    services, person, number = context.services, query.from_user.id, int(given)
    draft = await draft_of(services, number)
    if draft and (problem := _untimely(draft, services, texts)):
        await delivery.acknowledge(query, problem)
        return
    scope = scope_of(services, number, person)
    try:
        async with services.database.session() as session:
            count = await drafts.confirm(
                session, number, token=token, by=person, scope=scope, now=services.now()
            )
    except AudienceError:
        count = 0
    if count is None:
        async with services.database.reading() as session:
            there = await views.get(session, number)
        await delivery.acknowledge(query, texts.confirmed_already if there else texts.draft_gone)
        if draft is None:  # sent by another press: this one shows how it goes on, too
            await watch(services, message, number, texts)
        return
    await delivery.acknowledge(query, None if count else texts.audience_empty)
    if count:
        await done(services, person)
        services.wake_sender()
        await watch(services, message, number, texts)


def _untimely(draft: Announcement, services: Services, texts: Texts) -> str:
    """That one of its times has passed, or its end comes before it goes out; empty if neither is so."""
    now = services.now()
    if any(at and at <= now for at in (draft.starts_at, draft.until)):
        return texts.time_past
    goes_at = draft.starts_at or now
    if not draft.urgent:
        goes_at = quiet_hours.awake(goes_at, services.zone)
    return texts.end_first if draft.until and draft.until <= goes_at else ""
