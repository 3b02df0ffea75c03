"""`/export`: the log of questions of a period, as a file for a spreadsheet."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from datetime import datetime, time, timedelta
from typing import IO

from telegram import InputFile, Message, Update

from handlers import delivery, keyboards
from handlers.context import Context
from handlers.organisers.presses import pressed, written
from handlers.replies import Reply
from handlers.texts import Texts
from handlers.times import read_days
from storage import audit, question_log
from storage.export import csv_lines

LARGEST_FILE = 49 * 2**20
"""Bytes; Telegram takes 50 MB from a bot."""
BREATH = 50
"""Lines after which others get their turn: a line takes some twenty microseconds."""
SEND_SECONDS = 300.0


class TooLargeError(Exception):
    """A file that Telegram would not take."""


async def export(update: Update, context: Context) -> None:
    """Send the log of the days that were named, or ask which."""
    services = context.services
    message, user, texts = written(update, services)
    if context.args:
        days = read_days(" ".join(context.args), zone=services.zone)
        if days is None:
            await delivery.send(services.call, message, Reply(before=(texts.no_days,)))
        else:
            await _send_log(context, message, user.id, days, texts)
        return
    keyboard = [
        [keyboards.button(texts.export_today, "export:1"), keyboards.button(texts.export_week, "export:7")],
        [keyboards.button(texts.export_all, "export:0")],
    ]
    await delivery.send(services.call, message, Reply(before=(texts.export_which,)), keyboard)


async def press(update: Update, context: Context) -> None:
    """Send the log of the last days, today among them; 0 is all of it."""
    query, message, texts = pressed(update, context.services)
    await delivery.acknowledge(query)
    days = int((query.data or "").split(":")[1])
    today = datetime.combine(
        context.services.now().astimezone(context.services.zone), time(), context.services.zone
    )
    period = (today - timedelta(days=days - 1), today + timedelta(days=1)) if days else (None, None)
    await _send_log(context, message, query.from_user.id, period, texts)


async def _send_log(
    context: Context,
    message: Message,
    person: int,
    period: tuple[datetime | None, datetime | None],
    texts: Texts,
) -> None:
    services, (since, until) = context.services, period
    async with services.database.reading() as session:
        lines = csv_lines(question_log.log(session, since=since, until=until))
        sent = await send_file(context, message.chat_id, "questions.csv", lines, texts)
    if sent:
        days = {"since": since.isoformat() if since else None, "until": until.isoformat() if until else None}
        async with services.database.session() as session:
            await session.execute(
                audit.entry("export", at=services.now(), actor=person, announcement=None, **days)
            )


async def send_file(
    context: Context, chat_id: int, name: str, lines: AsyncIterator[bytes], texts: Texts
) -> bool:
    """Send lines as a document, written to the disk first; False when it is too large or has none."""
    services = context.services
    with tempfile.TemporaryFile() as file:
        try:
            number = await _write(file, lines)
        except TooLargeError:
            await delivery.tell(services.call, chat_id, Reply(before=(texts.export_too_large,)))
            return False
        if number <= 1:  # the heading alone
            await delivery.tell(services.call, chat_id, Reply(before=(texts.export_empty,)))
            return False
        file.seek(0)
        document = InputFile(file, filename=name, read_file_handle=False)
        await context.bot.send_document(chat_id, document, write_timeout=SEND_SECONDS)
    return True


async def _write(file: IO[bytes], lines: AsyncIterator[bytes]) -> int:
    number = size = 0
    async for line in lines:
        number, size = number + 1, size + len(line)
        if size > LARGEST_FILE:
            raise TooLargeError
        file.write(line)
        if number % BREATH == 0:
            await asyncio.sleep(0)
    return number
