"""Networks that fail, a Telegram that stumbles, updates nobody understands: the loop goes on."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

import pytest

from bot.preview import Delay, Hang, Html, LoseReply, Refuse, Reset
from bot.preview.errors import BotApiError

if TYPE_CHECKING:
    from bot.preview import BotApiServer, Person
    from tests.end_to_end.conftest import RunBot, RunningBot

QUESTION = "When did the workshop take place?"
OUT_OF_REACH = "Telegram out of reach"

pytestmark = pytest.mark.asyncio(loop_scope="session")


def crowd(bot: RunningBot, number: int) -> list[Person]:
    """People who all ask at once."""
    people = [bot.newcomer() for _ in range(number)]
    for person in people:
        person.say(QUESTION)
    return people


async def answered(people: list[Person], *, seconds: float) -> None:
    """Wait until everybody has an answer."""
    async with asyncio.timeout(seconds):
        for person in people:
            assert (await person.reply(seconds)).marked("blockquote")


async def test_every_question_is_answered_over_a_bad_network(server: BotApiServer, run_bot: RunBot) -> None:
    async with run_bot() as bot:
        for effect, share in (
            (Reset(), 0.05),
            (LoseReply(), 0.05),
            (Hang(20), 0.02),
            (Refuse(BotApiError(502, "Bad Gateway")), 0.05),
        ):
            server.faults.add(effect, probability=share)
        people = crowd(bot, 200)
        await answered(people, seconds=60)
        assert all(rule.hits for rule in server.faults.rules)
        server.faults.clear()
    assert bot.log.count(OUT_OF_REACH) <= 2
    assert "Traceback" not in bot.log
    assert "[error" not in bot.log


async def test_a_network_that_goes_while_answers_are_being_sent(
    server: BotApiServer, run_bot: RunBot
) -> None:
    """One line says so, one that it is over, and everybody is answered once."""
    async with run_bot() as bot:
        server.faults.add(Delay(0.2), method="sendMessage")
        people = crowd(bot, 300)
        await people[0].reply()
        await server.stop()
        assert not all(person.unread for person in people[1:])
        people[1:] += crowd(bot, 20)  # they write all the same, Telegram keeps it
        await asyncio.sleep(2.5)
        await server.start()
        await answered(people[1:], seconds=60)
    assert bot.log.count("out of reach") == bot.log.count("in reach again") == 1
    assert "[error" not in bot.log


@pytest.mark.parametrize("status", [200, 502])
async def test_html_instead_of_a_reply_is_waited_out(bot: RunningBot, status: int) -> None:
    leyla = await bot.guest()
    for method in ("getUpdates", "sendMessage"):
        bot.server.faults.add(Html(status), method=method, times=3)
    assert (await bot.ask(leyla, QUESTION)).marked("blockquote")
    await leyla.silence(0.3)


async def test_a_webhook_set_elsewhere_ends_the_bot_with_one_line(
    server: BotApiServer, run_bot: RunBot
) -> None:
    """Telegram answers a poll with 409 then, as it does while another process polls."""
    async with run_bot() as bot:
        bot.ends_with = 1
        server.faults.add(Refuse(BotApiError(409, "Conflict: webhook is active")), method="getUpdates")
        bot.newcomer().say(QUESTION)  # ends the poll under way
        assert await bot.ended() == 1
        server.faults.clear()
        told = [line for line in bot.log.splitlines() if line.startswith("workshop-bot: ")]
        assert len(told) == 1
        assert "Another process" in told[0]


MALFORMED: list[dict[str, Any]] = [
    {},
    {"message": None},
    {"message": "text"},
    {"message": {"chat": "x", "from": 5}},
    {"message": {"message_id": 1, "date": 1, "chat": {"id": 2**70, "type": "private"}, "text": "x"}},
    {"edited_message": {"message_id": "x", "chat": {"id": -1}}},
    {"callback_query": {"id": "1", "from": {"id": 1}, "data": 5}},
    {"unheard_of": {"chat": {"id": 5}}},
    {"poll": {"id": "1", "question": "\ud800"}},
    {"update_id": -5, "message": {}},
    {"update_id": 2**70, "message": {}},
]


async def test_updates_nobody_understands_are_passed_over(run_bot: RunBot) -> None:
    """The one too large for any database can't be confirmed, so it goes last."""
    async with run_bot() as bot:
        leyla = await bot.guest()
        for malformed in MALFORMED[:-1]:
            bot.server.raw_update(dict(malformed))
        assert (await bot.ask(leyla, QUESTION)).marked("blockquote")
        assert "Traceback" not in bot.log
        assert "malformed updates left out" in bot.log
        before = bot.log.count("\n")
        bot.server.raw_update(MALFORMED[-1])
        await asyncio.sleep(2)
        assert bot.log.count("\n") - before < 10


async def test_text_that_can_t_be_encoded_and_a_megabyte_are_answered(run_bot: RunBot) -> None:
    async with run_bot() as bot:
        leyla = await bot.guest()
        for text in (f"{QUESTION} \ud83d", f"{QUESTION} \x00", f"{QUESTION} " * 30_000):
            assert (await bot.ask(leyla, text)).text
        assert (await bot.ask(leyla, QUESTION)).marked("blockquote")
        assert "Traceback" not in bot.log


@pytest.mark.parametrize("gone", [False, True], ids=["busy", "network gone"])
async def test_sigterm_with_work_waiting_ends_in_time_and_leaves_the_rest(
    server: BotApiServer, run_bot: RunBot, *, gone: bool
) -> None:
    """What is left is answered after the restart; while Telegram is there, nobody gets two answers."""
    async with run_bot() as bot:
        delay = server.faults.add(Delay(1.0), method="sendMessage")
        people = crowd(bot, 400)
        await asyncio.sleep(0.5)
        if gone:
            await server.stop()
        began = time.monotonic()
        assert await bot.stop() == 0
        assert time.monotonic() - began < 10
        waiting = [person for person in people if not person.unread]
        assert len(waiting) > 100
        server.faults.remove(delay)
        if gone:
            await server.start()
        await bot.start()
        await answered(people, seconds=30)
        if not gone:
            assert not any(person.unread for person in people)
    assert "Traceback" not in bot.log
