"""The few calls that put a reply on a person's screen, and Telegram's refusals that are no failure."""

from collections.abc import Sequence

from telegram import CallbackQuery, InlineKeyboardMarkup, LinkPreviewOptions, Message
from telegram.constants import ChatType, ParseMode
from telegram.error import BadRequest
from telegram.ext import ExtBot

from handlers.replies import Reply, plain

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
"""A preview of the first source would be larger than the answer."""


async def send(message: Message, reply: Reply, keyboard: InlineKeyboardMarkup | None = None) -> list[int]:
    """Reply to a message, in as many messages as the reply needs; gives their ids.

    In a group the reply refers to the question, since others write between them.
    """
    referring = message.chat.type != ChatType.PRIVATE
    parts = reply.messages()
    return [
        await _say(message, part, referring=referring, keyboard=keyboard if part is parts[-1] else None)
        for part in parts
    ]


async def replace(
    bot: ExtBot[None], chat_id: int, message_id: int, reply: Reply, keyboard: InlineKeyboardMarkup | None
) -> None:
    """Put another reply in the place of a message; what does not fit one message is cut at a sentence."""
    text = reply.messages()[0]
    try:
        await _edit(bot, chat_id, message_id, text, keyboard, parse_mode=ParseMode.HTML)
    except BadRequest as error:
        if _unparsed(error):
            await _edit(bot, chat_id, message_id, plain(text), keyboard, parse_mode=None)
        elif "not modified" not in error.message.lower():
            raise


async def rebutton(bot: ExtBot[None], chat_id: int, message_id: int, keyboard: InlineKeyboardMarkup) -> None:
    """Change the buttons of a message and nothing else."""
    try:
        await bot.edit_message_reply_markup(chat_id, message_id, reply_markup=keyboard)
    except BadRequest as error:
        if "not modified" not in error.message.lower():
            raise


async def acknowledge(query: CallbackQuery, text: str | None = None) -> None:
    """Answer a press; one that is too old, as after a downtime, is past answering."""
    try:
        await query.answer(text)
    except BadRequest as error:
        if "query is too old" not in error.message.lower():
            raise


async def withdraw(bot: ExtBot[None], chat_id: int, message_ids: Sequence[int]) -> None:
    """Delete messages of ours, as far as Telegram still lets us."""
    for message_id in message_ids:
        try:
            await bot.delete_message(chat_id, message_id)
        except BadRequest:  # deleted by the person, or older than two days
            continue


async def _say(message: Message, text: str, *, referring: bool, keyboard: InlineKeyboardMarkup | None) -> int:
    try:
        sent = await message.reply_html(
            text, do_quote=referring, reply_markup=keyboard, link_preview_options=NO_PREVIEW
        )
    except BadRequest as error:
        if not _unparsed(error):
            raise
        sent = await message.reply_text(
            plain(text), do_quote=referring, reply_markup=keyboard, link_preview_options=NO_PREVIEW
        )
    return sent.message_id


async def _edit(
    bot: ExtBot[None],
    chat_id: int,
    message_id: int,
    text: str,
    keyboard: InlineKeyboardMarkup | None,
    *,
    parse_mode: str | None,
) -> None:
    await bot.edit_message_text(
        text,
        chat_id=chat_id,
        message_id=message_id,
        parse_mode=parse_mode,
        reply_markup=keyboard,
        link_preview_options=NO_PREVIEW,
    )


def _unparsed(error: BadRequest) -> bool:
    return "can't parse entities" in error.message.lower()
