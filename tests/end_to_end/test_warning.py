"""The organisers hear that a safety card was given; the person's words only by their own press."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from handlers.texts import texts_in

if TYPE_CHECKING:
    from pathlib import Path

    from bot.preview import BotApiServer
    from tests.end_to_end.conftest import RunBot

pytestmark = pytest.mark.asyncio(loop_scope="session")

ENGLISH = texts_in("en")
CRY = "I am standing on a mine at 40.4093, 49.8671"


async def test_a_card_is_told_once_in_ten_minutes_without_the_words(
    run_bot: RunBot, server: BotApiServer, tmp_path: Path
) -> None:
    murad = server.person("Murad", language_code="en")
    clock = tmp_path / "clock"
    clock.write_text("2023-11-28T09:00+00:00")
    async with run_bot(BOT_ORGANISERS=str(murad.id), BOT_CLOCK=str(clock)) as bot:
        await bot.ask(murad, "/start")
        leyla = await bot.guest()
        await bot.ask(leyla, CRY)
        told = (await murad.reply()).text
        assert "At 13:00" in told  # the event is in Baku
        assert not [word for word in ("40.4", "standing on a mine at", "Leyla") if word in told]
        await bot.ask(leyla, CRY)
        await murad.silence(0.5)
        clock.write_text("2023-11-28T09:10:30+00:00")
        await bot.ask(leyla, CRY)
        assert "At 13:10" in (await murad.reply()).text


async def test_the_button_under_the_card_passes_on_words_and_place(
    run_bot: RunBot, server: BotApiServer
) -> None:
    murad = server.person("Murad", language_code="en")
    async with run_bot(BOT_ORGANISERS=str(murad.id)) as bot:
        leyla = await bot.guest()
        card = await bot.ask(leyla, CRY)
        await murad.reply()
        assert (await leyla.press(card.button(ENGLISH.ask_organisers))).text == ENGLISH.relay_passed
        head = await murad.reply()
        assert (await murad.reply()).text == CRY
        murad.say("help is on its way", reply_to=head)
        assert (await leyla.reply()).text == "help is on its way"


async def test_the_card_does_not_wait_for_organisers_who_are_gone(
    run_bot: RunBot, server: BotApiServer
) -> None:
    murad = server.person("Murad", language_code="en")
    murad.block()
    async with run_bot(BOT_ORGANISERS=str(murad.id)) as bot:
        leyla = await bot.guest()
        assert "112" in (await bot.ask(leyla, CRY)).text
        assert "112" in (await bot.ask(leyla, CRY)).text


async def test_who_was_invited_can_be_asked_where_the_settings_name_nobody(
    run_bot: RunBot, server: BotApiServer
) -> None:
    murad, leyla = server.person("Murad", language_code="en"), server.person("Leyla", language_code="en")
    async with run_bot(BOT_ORGANISERS=str(murad.id)) as bot:
        await bot.ask(murad, "/start")
        screen = await bot.ask(murad, "/invite")
        await murad.press(screen.button(ENGLISH.invite_organiser))
        payload = re.search(r"\?start=([\w-]+)", (await murad.reply()).text)
        assert payload
        leyla.start(payload[1])
        await leyla.reply()
    async with run_bot() as bot:
        rustam = await bot.guest()
        card = await bot.ask(rustam, CRY)
        await leyla.reply()
        assert (await rustam.press(card.button(ENGLISH.ask_organisers))).text == ENGLISH.relay_passed
        unknown = await bot.ask(rustam, "How tall is Mount Everest?")
        assert unknown.button(ENGLISH.ask_organisers)


async def test_nobody_is_offered_organisers_that_are_not_there(run_bot: RunBot) -> None:
    async with run_bot() as bot:
        card = await bot.ask(await bot.guest(), CRY)
        assert not card.buttons
