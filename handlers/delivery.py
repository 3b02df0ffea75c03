"""The few calls that put a reply on a person's screen, and Telegram's refusals that are no failure."""

from collections.abc import Awaitable, Callable, Sequence
from itertools import zip_longest
from typing import TypeVar

from telegram import CallbackQuery, InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ChatType, ParseMode
from telegram.error import BadRequest
from telegram.ext import ExtBot

from handlers.replies import Reply, plain

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
"""A preview of the first source would be larger than the answer."""

Sent = TypeVar("Sent")


async def send(message: Message, reply: Reply, keyboard: InlineKeyboardMarkup | None = None) -> list[int]:
    """Reply to a message, in as many messages as the reply needs; gives their ids.

    In a group the reply refers to the question, since others write between them.
    """
    refers_to = None if message.chat.type == ChatType.PRIVATE else message.message_id
    parts = reply.messages()
    keyboards = [*[None] * (len(parts) - 1), keyboard]
    bot: ExtBot[None] = message.get_bot()  # type: ignore[assignment]  # the application's own
    return [
        await _post(bot, message.chat_id, part, buttons, refers_to=refers_to)
        for part, buttons in zip(parts, keyboards, strict=True)
    ]


async def replace(
    bot: ExtBot[None],
    chat_id: int,
    message_ids: Sequence[int],
    reply: Reply,
    keyboard: InlineKeyboardMarkup | None,
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
        if message_id is not None and await _edited(bot, chat_id, message_id, part, buttons):
            held.append(message_id)
        else:
            refers_to = held[0] if held else None
            held.append(await _post(bot, chat_id, part, buttons, refers_to=refers_to))
    await _withdraw(bot, chat_id, surplus)
    return held


async def rebutton(bot: ExtBot[None], chat_id: int, message_id: int, keyboard: InlineKeyboardMarkup) -> None:
    """Change the buttons of a message and nothing else."""
    try:
        await bot.edit_message_reply_markup(chat_id, message_id, reply_markup=keyboard)
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


async def _withdraw(bot: ExtBot[None], chat_id: int, message_ids: Sequence[int]) -> None:
    """Delete messages of ours, as far as Telegram still lets us."""
    for message_id in message_ids:
        try:
            await bot.delete_message(chat_id, message_id)
        except BadRequest:  # deleted by the person, or older than two days
            continue


async def _post(
    bot: ExtBot[None],
    chat_id: int,
    markup: str,
    keyboard: InlineKeyboardMarkup | None,
    *,
    refers_to: int | None,
) -> int:
    reference = ReplyParameters(refers_to, allow_sending_without_reply=True) if refers_to else None
    sent = await _marked_or_plain(
        markup,
        lambda text, mode: bot.send_message(
            chat_id,
            text,
            parse_mode=mode,
            reply_parameters=reference,
            reply_markup=keyboard,
            link_preview_options=NO_PREVIEW,
        ),
    )
    return sent.message_id


async def _edited(
    bot: ExtBot[None], chat_id: int, message_id: int, markup: str, keyboard: InlineKeyboardMarkup | None
) -> bool:
    """Edit a message; False when there is none to edit any more."""
    try:
        await _marked_or_plain(
            markup,
            lambda text, mode: bot.edit_message_text(
                text,
                chat_id,
                message_id,
                parse_mode=mode,
                reply_markup=keyboard,
                link_preview_options=NO_PREVIEW,
            ),
        )
    except BadRequest as error:
        if _gone(error):
            return False
        if not _unchanged(error):
            raise
    return True


async def _marked_or_plain(markup: str, call: Callable[[str, str | None], Awaitable[Sent]]) -> Sent:
    """Make a call with our HTML, and with plain text where Telegram refuses the entities."""
    try:
        return await call(markup, ParseMode.HTML)
    except BadRequest as error:
        if "can't parse entities" not in error.message.lower():
            raise
    return await call(plain(markup), None)


def _unchanged(error: BadRequest) -> bool:
    return "not modified" in error.message.lower()


def _gone(error: BadRequest) -> bool:
    said = error.message.lower()
    return "message to edit not found" in said or "message can't be edited" in said
