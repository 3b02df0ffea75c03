"""Whose turn it is: a person's messages in order and once, different people side by side."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import time
from typing import TYPE_CHECKING

import pytest

from bot.preview import Hang

if TYPE_CHECKING:
    from bot.preview import BotApiServer
    from tests.end_to_end.conftest import RunBot, RunningBot

QUESTION = "When did the workshop take place?"
COMMANDS = ("/help", "/privacy", "/topics")

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def all_done(bot: RunningBot) -> None:
    """Wait until the inbox knows that every update is done: the replies come before."""
    with contextlib.closing(sqlite3.connect(bot.database)) as database:
        async with asyncio.timeout(20):
            while database.execute(  # noqa: ASYNC110  # the process tells nobody
                "SELECT 1 FROM updates WHERE done_at IS NULL"
            ).fetchone():
                await asyncio.sleep(0.01)


async def test_one_persons_messages_are_answered_in_order_among_many(bot: RunningBot) -> None:
    people = [await bot.guest() for _ in range(10)]
    for command in COMMANDS * 5:
        for person in people:
            person.say(command)
    for person in people:
        replies = [(await person.reply()).text for _ in range(15)]
        assert len(set(replies)) == 3
        assert replies == replies[:3] * 5


async def test_a_repeated_update_is_handled_once(bot: RunningBot) -> None:
    """As the same message under a number of its own shows: what is known is the number."""
    leyla = await bot.guest()
    message = leyla.say(QUESTION)
    answer = await leyla.reply()
    number = bot.server.raw_update({"message": leyla.say("/help").data}) - 2
    helped = [await leyla.reply() for _ in range(2)]
    assert helped[0].text == helped[1].text
    for _ in range(3):
        await asyncio.sleep(0.1)  # the poll waits for it
        bot.server.raw_update({"update_id": number, "message": {**message.data, "text": "/help"}})
    assert (await bot.ask(await bot.guest(), QUESTION)).text == answer.text
    await leyla.silence(0.5)


async def test_a_chat_that_hangs_holds_nobody_up(bot: RunningBot) -> None:
    hanging, leyla = await bot.guest(), await bot.guest()
    bot.server.faults.add(Hang(30), method="sendMessage", chat_id=hanging.id, times=1)
    hanging.say("/help")
    hanging.say("/privacy")
    await asyncio.sleep(0.2)
    for _ in range(5):
        began = time.monotonic()
        assert (await bot.ask(leyla, QUESTION)).marked("blockquote")
        assert time.monotonic() - began < 3
    assert hanging.unread == 0  # its second message waits for the first
    first, second = (await hanging.reply(30)).text, (await hanging.reply()).text
    assert "/topics" in first
    assert first != second


async def test_what_was_stored_comes_before_what_arrives_while_it_is_read(
    server: BotApiServer, run_bot: RunBot
) -> None:
    """The process is killed with messages in its inbox; more are written before the next one starts."""
    async with run_bot(BOT_QUESTIONS_PER_MINUTE="0") as bot:
        people = [await bot.guest() for _ in range(5)]
        await all_done(bot)
        hangs = [server.faults.add(Hang(30), method="sendMessage", chat_id=person.id) for person in people]
        for command in COMMANDS * 4:
            for person in people:
                person.say(command)
        async with asyncio.timeout(20):
            while server.world.updates.pending():  # noqa: ASYNC110  # the server tells nobody
                await asyncio.sleep(0.01)
        bot.kill()
        assert await bot.ended()
        for hang in hangs:
            server.faults.remove(hang)
        for command in COMMANDS * 4:
            for person in people:
                person.say(command)
        await bot.start()
        for person in people:
            replies = [(await person.reply()).text for _ in range(24)]
            assert replies == replies[:3] * 8
            await person.silence(0.1)
