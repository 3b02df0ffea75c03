"""The screen of a draft: what it says, to whom and when; a button for all that can be changed."""

from telegram import Message, Update, User

from handlers import delivery
from handlers.access import texts_for
from handlers.context import Context, Services
from handlers.keyboards import Keyboard
from handlers.organisers import confirming, screens
from handlers.organisers.awaiting import leave, wait_for
from handlers.organisers.presses import pressed
from handlers.organisers.reach import count_of, draft_of
from handlers.replies import Reply
from handlers.texts import Texts
from storage.announcements import compositions, drafts, steering, views
from storage.announcements.steering import Changes
from storage.announcements.views import Announcement

MOST_PLACES = 40
"""Groups and channels with a button; Telegram takes a hundred buttons in all."""


async def press(update: Update, context: Context) -> None:
    """Follow a button of the draft's screen."""
    query, message, texts = pressed(update, context.services)
    _, number, action, *values = (query.data or "").split(":")
    services, person = context.services, query.from_user.id
    draft = await draft_of(services, int(number))
    await delivery.acknowledge(query, None if draft else texts.draft_gone)
    if draft is None:
        await _replace(services, message, texts.draft_gone, None)
    elif action == "to":
        await _address(services, message, draft, query.from_user, ":".join(values), texts)
    elif action in ("text", "at", "until"):
        awaiting = f"content:{values[0]}" if action == "text" else action
        await _ask(services, message, person, awaiting, draft, screens.question(action, services.zone, texts))
    elif action == "preview":
        await confirming.preview(services, message, draft, person, texts)
    elif action == "discard":
        async with services.database.reading() as session:
            begun = await compositions.of(session, person)
        if begun and begun.announcement == draft.id:  # what was begun after it stays
            await leave(services, person)
        async with services.database.session() as session:
            await drafts.discard(session, draft.id)
        await _replace(services, message, texts.cancelled, None)
    else:
        if action == "now":
            await change(services, draft.id, person, {"starts_at": None})
        elif action == "urgent":
            await change(services, draft.id, person, {"urgent": values == ["yes"]})
        await wait_for(services, person, "", draft.id)
        await show(services, message.chat_id, draft.id, person, instead=message)


async def show(
    services: Services, chat_id: int, number: int, person: int, *, instead: Message | None = None
) -> None:
    """Show a draft with its buttons, in the place of a message if one is given."""
    draft = await draft_of(services, number)
    texts = await texts_for(services, person)
    if draft is None:
        await delivery.tell(services.call, chat_id, Reply(before=(texts.draft_gone,)))
        return
    count = await count_of(services, draft, person)
    said = screens.summary(draft, count, services.zone, texts)
    keyboard = screens.draft_buttons(draft, texts)
    if instead is None:
        await delivery.tell(services.call, chat_id, Reply(before=(said,)), keyboard)
    else:
        await _replace(services, instead, said, keyboard)


async def change(services: Services, number: int, person: int, changes: Changes) -> bool:
    """Change the times or the urgency of a draft or of one that waits; False when it has begun."""
    async with services.database.session() as session:
        return await steering.change(session, number, changes, by=person, now=services.now())


async def _address(
    services: Services, message: Message, draft: Announcement, user: User, audience: str, texts: Texts
) -> None:
    person, language = user.id, services.languages.of(user)
    if audience == "list":
        await _ask(services, message, person, "list", draft, texts.list_ask)
    elif audience == "one":
        async with services.database.reading() as session:
            places = await views.places(session, limit=MOST_PLACES)
        said = texts.which_place if places else texts.no_places
        await _replace(services, message, said, screens.place_buttons(draft.id, places, texts))
    elif audience:
        async with services.database.session() as session:
            await drafts.address(session, draft.id, audience)
        await show(services, message.chat_id, draft.id, person, instead=message)
    else:
        keyboard = screens.audience_buttons(draft.id, services.answerer.corpus, language)
        await _replace(services, message, texts.announce_to, keyboard)


async def _ask(
    services: Services, message: Message, person: int, awaiting: str, draft: Announcement, said: str
) -> None:
    """Ask in the place of the screen: what is written next shows the draft anew."""
    texts = await texts_for(services, person)
    await wait_for(services, person, awaiting, draft.id)
    await _replace(services, message, said, [screens.back_to_draft(draft.id, texts)])


async def _replace(services: Services, message: Message, said: str, keyboard: Keyboard | None) -> None:
    reply = Reply(before=(said,))
    await delivery.replace(services.call, message.chat_id, [message.message_id], reply, keyboard)
