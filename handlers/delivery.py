"""The few calls that put a reply on a person's screen, and Telegram's refusals that are no failure."""

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from telegram import CallbackQuery, Message
from telegram.constants import ChatType
from telegram.error import BadRequest, Forbidden

from handlers.keyboards import Keyboard
from handlers.replies import Reply, plain

Call = Callable[[str, Mapping[str, object]], Awaitable[Any]]
"""Makes a call of the Bot API: its name, its parameters; gives its result as JSON does."""

NO_PREVIEW = json.dumps({"is_disabled": True})
"""A preview of the first source would be larger than the answer."""


async def send(
    call: Call,
    message: Message,
    reply: Reply,
    keyboard: Keyboard | None = None,
    *,
    referring: bool = False,
) -> list[int]:
    """Reply to a message, in as many messages as the reply needs; gives their ids.

    In a group the reply refers to the question, since others write between them; elsewhere if asked to.
    """
    refers_to = message.message_id if referring or message.chat.type != ChatType.PRIVATE else None
    *parts, last = reply.messages()
    sent = [await _post(call, message.chat_id, part, None, refers_to=refers_to) for part in parts]
    return [*sent, await _post(call, message.chat_id, last, keyboard, refers_to=refers_to)]


async def tell(call: Call, chat_id: int, reply: Reply, keyboard: Keyboard | None = None) -> int | None:
    """Write to a person unasked; gives the id of the last message, None where they can't be reached."""
    *parts, last = reply.messages()
    try:
        for part in parts:
            await _post(call, chat_id, part, None, refers_to=None)
        return await _post(call, chat_id, last, keyboard, refers_to=None)
    except Forbidden:
        return None
    except BadRequest as error:
        if "chat not found" not in error.message.lower():
            raise
        return None


async def ask(call: Call, chat_id: int, markup: str) -> None:
    """Send a line of HTML to which the person's next words are an answer: Telegram opens the keyboard."""
    place = {"chat_id": chat_id, "reply_markup": {"force_reply": True}}
    await _marked_or_plain(call, "sendMessage", markup, None, place)


async def edit(
    call: Call, chat_id: int, message_id: int, reply: Reply, keyboard: Keyboard | None = None
) -> bool:
    """Change a message of ours that fits into one; False when there is none to edit any more."""
    return await _edited(call, chat_id, message_id, reply.messages()[0], keyboard)


async def replace(
    call: Call, chat_id: int, message_ids: Sequence[int], reply: Reply, keyboard: Keyboard | None
) -> list[int]:
    """Put another reply in the place of messages of ours; gives the ids of those that hold it now.

    Where it needs more messages than there were, it goes on in new ones; where it needs fewer, the rest
    is deleted. What can't be edited any more is sent anew.
    """
    parts = reply.messages()
    kept, surplus = message_ids[: len(parts)], message_ids[len(parts) :]
    held: list[int] = []
    for number, (part, message_id) in enumerate(zip_longest(parts, kept), start=1):
        buttons = keyboard if number == len(parts) else None
        if message_id is not None and await _edited(call, chat_id, message_id, part, buttons):
            held.append(message_id)
        else:
            refers_to = held[0] if held else None
            held.append(await _post(call, chat_id, part, buttons, refers_to=refers_to))
    await _withdraw(call, chat_id, surplus)
    return held


async def rebutton(call: Call, chat_id: int, message_id: int, keyboard: Keyboard) -> None:
    """Change the buttons of a message and nothing else."""
    parameters = {"chat_id": chat_id, "message_id": message_id, "reply_markup": _markup(keyboard)}
    try:
        await call("editMessageReplyMarkup", parameters)
    except BadRequest as error:
        if not _unchanged(error) and not _gone(error):
            raise


async def acknowledge(query: CallbackQuery, text: str | None = None) -> None:
    """Answer a press; one that is too old, as after a downtime, is past answering."""
    try:
        await query.answer(text)
    except BadRequest as error:
        if "query is too old" not in error.message.lower():
            raise


async def _withdraw(call: Call, chat_id: int, message_ids: Sequence[int]) -> None:
    """Delete messages of ours, as far as Telegram still lets us."""
    for message_id in message_ids:
        try:
            await call("deleteMessage", {"chat_id": chat_id, "message_id": message_id})
        except BadRequest:  # deleted by the person, or older than two days
            continue


async def _post(
    call: Call, chat_id: int, markup: str, keyboard: Keyboard | None, *, refers_to: int | None
) -> int:
    reference = {"message_id": refers_to, "allow_sending_without_reply": True} if refers_to else None
    sent = await _marked_or_plain(
        call, "sendMessage", markup, keyboard, {"chat_id": chat_id, "reply_parameters": reference}
    )
    number: int = sent["message_id"]
    return number


async def _edited(call: Call, chat_id: int, message_id: int, markup: str, keyboard: Keyboard | None) -> bool:
    """Edit a message; False when there is none to edit any more."""
    place = {"chat_id": chat_id, "message_id": message_id}
    try:
        await _marked_or_plain(call, "editMessageText", markup, keyboard, place)
    except BadRequest as error:
        if _gone(error):
            return False
        if not _unchanged(error):
            raise
    return True


async def _marked_or_plain(
    call: Call, method: str, markup: str, keyboard: Keyboard | None, place: Mapping[str, object]
) -> Any:  # noqa: ANN401 - JSON
    """Make a call with our HTML, and with plain text where Telegram refuses the entities."""
    parameters = {
        "text": markup,
        "parse_mode": "HTML",
        "link_preview_options": NO_PREVIEW,
        "reply_markup": _markup(keyboard) if keyboard else None,
        **place,
    }
    try:
        return await call(method, parameters)
    except BadRequest as error:
        if "can't parse entities" not in error.message.lower():
            raise
    return await call(method, {**parameters, "text": plain(markup), "parse_mode": None})


def _markup(keyboard: Keyboard) -> dict[str, object]:
    rows = [[{"text": label, "callback_data": data} for label, data in row] for row in keyboard]
    return {"inline_keyboard": rows}


def _unchanged(error: BadRequest) -> bool:
    return "not modified" in error.message.lower()


def _gone(error: BadRequest) -> bool:
    said = error.message.lower()
    return "message to edit not found" in said or "message can't be edited" in said
