"""The buttons where nothing was found: *Tell me when there is an answer* and *Ask the organisers*."""

from sqlalchemy.ext.asyncio import AsyncSession
from telegram import CallbackQuery, Message, Update
from telegram.error import BadRequest, Forbidden

from handlers import access, delivery, keyboards
from handlers.context import Context, Services
from handlers.replies import Reply
from handlers.texts import texts_in
from storage import awaited, relays
from storage.relays import Origin


async def wait(update: Update, context: Context) -> None:
    """Keep a question until there is an answer; pressed where the button says so, let go of it.

    What the button showed decides, not what is kept: the same press may be handled twice.
    """
    query, services = _pressed(update), context.services
    asked = await _asked(query, services)
    if asked is None:
        return
    message, texts = query.message, texts_in(asked.language)
    markup = message.reply_markup if isinstance(message, Message) else None
    keeping = not (markup and keyboards.is_marked(keyboards.shown(markup), query.data or ""))
    async with services.database.session() as session:
        if keeping:
            await awaited.keep(session, asked.question, participant=asked.participant, now=services.now())
        else:
            await awaited.let_go(session, [asked.question])
    await delivery.acknowledge(query, texts.awaited if keeping else texts.awaited_no_more)
    await _mark(query, services, done=keeping)


async def pass_on(update: Update, context: Context) -> None:
    """Send a question to the organisers without a name; a repeated press sends what is left."""
    query, services = _pressed(update), context.services
    asked = await _asked(query, services)
    if asked is None:
        return
    texts = texts_in(asked.language)
    async with services.database.session() as session:
        relay = await relays.begin(session, asked, now=services.now())
    if relay is None:
        await delivery.acknowledge(query, texts.relay_limited.format(count=relays.MOST_AN_HOUR))
        return
    reached = set(relay.reached)
    for organiser in await _asked_organisers(asked, services):
        if organiser not in reached and await _send(relay.id, asked, organiser, services):
            reached.add(organiser)
    if not reached:
        async with services.database.session() as session:
            await relays.withdraw(session, relay.id)
        await delivery.acknowledge(query, texts.relay_unreachable)
        return
    await delivery.acknowledge(query, texts.relay_again if relay.reached else texts.relay_passed)
    await _mark(query, services, done=True)


async def _asked_organisers(asked: Origin, services: Services) -> list[int]:
    """All but the asker; an organiser who is the only one asks themself, as when trying the bot out."""
    organisers = await access.organisers(services)
    return [one for one in organisers if one != asked.telegram_id] or organisers


async def _send(relay: int, asked: Origin, organiser: int, services: Services) -> bool:
    """Say who asks and copy the question below it; False where the organiser can't be reached."""
    texts = await access.texts_for(services, organiser)
    who = Reply(before=(texts.relay_head.format(number=asked.participant),))
    head = await delivery.tell(services.call, organiser, who)
    if head is None:
        return False
    body = await _copy(asked, organiser, head, services)
    async with services.database.session() as session:
        others = [] if body is None else [body]
        await relays.note_sent(session, relay, organiser=organiser, head=head, others=others)
    return True


async def _copy(asked: Origin, organiser: int, head: int, services: Services) -> int | None:
    """Copy the message itself, place and numbers included; where it is gone, the words that were kept."""
    below = {"message_id": head, "allow_sending_without_reply": True}
    source = {"from_chat_id": asked.chat_id, "message_id": asked.message_id}
    try:
        copied = await services.call(
            "copyMessage", {"chat_id": organiser, **source, "reply_parameters": below}
        )
    except (BadRequest, Forbidden):
        return await delivery.tell(services.call, organiser, Reply(quotes=(asked.text,)))
    number: int = copied["message_id"]
    return number


async def _asked(query: CallbackQuery, services: Services) -> Origin | None:
    """The question under whose answer a button was pressed; None, which is told, for anyone but the asker."""
    async with services.database.reading() as session:
        asked = await relays.origin(session, await _number(query, session))
    texts = texts_in(services.languages.of(query.from_user))
    if asked is None:
        await delivery.acknowledge(query, texts.section_gone)
        return None
    if asked.telegram_id != query.from_user.id:
        await delivery.acknowledge(query, texts.not_your_button)
        return None
    return asked


async def _number(query: CallbackQuery, session: AsyncSession) -> int | None:
    """The number of the question, in the button or by the card that it stands under."""
    number = (query.data or "").partition(":")[2]
    if number != "card":
        return int(number)
    card = query.message
    return await relays.of_card(session, chat_id=card.chat.id, message_id=card.message_id) if card else None


async def _mark(query: CallbackQuery, services: Services, *, done: bool) -> None:
    """Show on the button that was pressed whether it holds."""
    message = query.message
    if isinstance(message, Message) and message.reply_markup:
        shown = keyboards.marked(keyboards.shown(message.reply_markup), query.data or "", done=done)
        await delivery.rebutton(services.call, message.chat.id, message.message_id, shown)


def _pressed(update: Update) -> CallbackQuery:
    if update.callback_query is None:
        raise TypeError("this handler is for presses of buttons")
    return update.callback_query
