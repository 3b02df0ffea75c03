"""`/language`: the words of a question first, then the choice, then what Telegram says."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from handlers.texts import texts_in

if TYPE_CHECKING:
    from bot.preview import Person
    from tests.end_to_end.conftest import RunBot, RunningBot

pytestmark = pytest.mark.asyncio(loop_scope="session")

ENGLISH, AZERBAIJANI, RUSSIAN = texts_in("en"), texts_in("az"), texts_in("ru")
NO_LANGUAGE = "qwrtp zxvbn"
"""What no language is found in, and nothing else either."""


async def choose(bot: RunningBot, person: Person, label: str) -> str:
    """What the message with the buttons says after one was pressed."""
    offered = await bot.ask(person, "/language")
    await person.press(offered.button(label))
    return (await person.edited(offered)).text


async def test_the_choice_speaks_where_the_text_tells_nothing(bot: RunningBot) -> None:
    person = await bot.guest("en")
    assert (await bot.ask(person, NO_LANGUAGE)).text.startswith(ENGLISH.not_found)
    assert await choose(bot, person, "Azərbaycanca") == AZERBAIJANI.language_chosen
    assert (await bot.ask(person, NO_LANGUAGE)).text.startswith(AZERBAIJANI.not_found)


async def test_the_text_goes_before_the_choice(bot: RunningBot) -> None:
    person = await bot.guest("en")
    await choose(bot, person, "Azərbaycanca")
    assert (await bot.ask(person, "какой пароль от вайфая")).text.startswith(RUSSIAN.not_found)


async def test_the_bot_s_own_words_follow_the_choice(bot: RunningBot) -> None:
    person = await bot.guest("en")
    await choose(bot, person, "Русский")
    assert (await bot.ask(person, "/topics")).text == RUSSIAN.topics


async def test_as_i_write_takes_the_choice_back(bot: RunningBot) -> None:
    person = await bot.guest("en")
    await choose(bot, person, "Русский")
    assert await choose(bot, person, RUSSIAN.as_i_write) == ENGLISH.language_as_written
    assert (await bot.ask(person, NO_LANGUAGE)).text.startswith(ENGLISH.not_found)


async def test_in_a_group_only_who_asked_may_choose(bot: RunningBot) -> None:
    leyla, rustam = await bot.guest(), await bot.guest()
    group = bot.server.group("Deminers", members=[leyla, rustam])
    group.say(leyla, "/language@workshop_test_bot")
    offered = await group.reply()
    assert (await group.press(rustam, offered.button("Русский"))).text == ENGLISH.not_your_button
    assert (await bot.ask(rustam, "/topics")).text == ENGLISH.topics


async def test_forgetting_a_person_forgets_the_choice(bot: RunningBot) -> None:
    person = await bot.guest("en")
    await choose(bot, person, "Русский")
    asked = await bot.ask(person, "/forget_me")
    await person.press(asked.button(RUSSIAN.forget_yes))
    await person.edited(asked)
    assert (await bot.ask(person, "/topics")).text.startswith(ENGLISH.topics)
    with sqlite3.connect(bot.database) as connection:
        row = connection.execute("SELECT language FROM participants WHERE telegram_id = ?", [person.id])
        assert row.fetchall() == [(None,)]


async def test_the_choice_survives_a_restart(run_bot: RunBot) -> None:
    async with run_bot() as bot:
        person = await bot.guest("en")
        await choose(bot, person, "Azərbaycanca")
        await bot.stop()
        await bot.start()
        assert (await bot.ask(person, NO_LANGUAGE)).text.startswith(AZERBAIJANI.not_found)
