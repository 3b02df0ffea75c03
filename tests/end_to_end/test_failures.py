"""When something of ours fails, the person hears a kind sentence and the log an id, but no contents."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.preview import Delay, Html, Reset
from handlers.texts import TEXTS_BY_LANGUAGE, texts_in

if TYPE_CHECKING:
    from bot.preview import BotApiServer
    from tests.end_to_end.conftest import RunBot, RunningBot

pytestmark = pytest.mark.asyncio(loop_scope="session")

ENGLISH = texts_in("en")


def failure_id(said: str, language: str) -> str:
    """The id in the sentence that says that something failed."""
    pattern = re.escape(texts_in(language).failed).replace(r"\{id\}", "([0-9a-f]{6})")
    found = re.fullmatch(pattern, said)
    assert found, said
    return found[1]


async def test_a_failure_is_told_kindly_with_an_id_that_stands_in_the_log(run_bot: RunBot) -> None:
    """The tables are taken from under the process: a command and a button fail, an answer does not."""
    async with run_bot() as bot:
        people = {language: await bot.guest(language) for language in TEXTS_BY_LANGUAGE}
        leyla = people["en"]
        answer = await bot.ask(leyla, "When did the workshop take place?")
        with sqlite3.connect(bot.database) as database:
            for table in ("candidates", "questions", "participants"):
                database.execute(f"DROP TABLE {table}")
        database.close()
        for language, person in people.items():
            said = (await bot.ask(person, "/forget_me")).text
            assert f"id={failure_id(said, language)}" in bot.log
        pressed = await leyla.press(answer.button(ENGLISH.helpful))
        assert pressed.show_alert
        assert f"id={failure_id(pressed.text, 'en')}" in bot.log
        unkept = await bot.ask(leyla, "When did the secret wombat workshop take place?")
        assert not unkept.buttons
        assert (await bot.ask(leyla, "When did the workshop take place?")).marked("blockquote")
        assert "112" in (await bot.ask(leyla, "I found a mine near the secret wombat")).text
        assert "no such table" in bot.log
        for secret in ("wombat", str(leyla.id), bot.server.token, "Traceback"):
            assert secret not in bot.log


@pytest.mark.parametrize("fault", [Html(502), Reset()])
async def test_the_bot_outlives_a_telegram_that_stumbles(bot: RunningBot, fault: Html | Reset) -> None:
    leyla = await bot.guest()
    bot.server.faults.add(fault, method="getUpdates", times=2)
    assert (await bot.ask(leyla, "When did the workshop take place?")).marked("blockquote")
    assert bot.server.token not in bot.log


async def test_what_could_not_be_marked_done_is_marked_later(server: BotApiServer, run_bot: RunBot) -> None:
    """Else it would be answered again after the next start, whenever that is."""
    async with run_bot() as bot:
        leyla = await bot.guest()
        server.faults.add(Delay(0.6), method="sendMessage")
        leyla.say("When did the workshop take place?")
        await asyncio.sleep(0.3)
        with closing(sqlite3.connect(bot.database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert (await leyla.reply(10)).marked("blockquote")
            await asyncio.sleep(3)
            other.execute("COMMIT")
            async with asyncio.timeout(10):
                while other.execute(  # noqa: ASYNC110 - the bot is another process
                    "SELECT count(*) FROM updates WHERE done_at IS NULL"
                ).fetchone()[0]:
                    await asyncio.sleep(0.1)
        await bot.stop()
        await bot.start()
        await leyla.silence(1)
