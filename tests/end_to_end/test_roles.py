"""Who may do what: roles by setting and by invitation, lost at once; people who want no announcements."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from handlers.texts import texts_in

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.preview import BotApiServer, Person
    from tests.end_to_end.conftest import RunBot, RunningBot

pytestmark = pytest.mark.asyncio(loop_scope="session")

ENGLISH = texts_in("en")
ORGANISER = 700_000_001
"""The first person of a server gets this id."""


def menu(server: BotApiServer, person: Person, language: str = "") -> list[str]:
    """The commands Telegram shows a person in their private chat."""
    scope = json.dumps({"type": "chat", "chat_id": person.id}, sort_keys=True)
    commands = server.world.profile.commands
    shown = commands.get((scope, language)) or commands['{"type": "default"}', language]
    return [command["command"] for command in shown]


async def link(bot: RunningBot, organiser: Person, label: str = ENGLISH.invite_organiser) -> str:
    """The payload of a fresh invitation."""
    screen = await bot.ask(organiser, "/invite")
    await organiser.press(screen.button(label))
    said = await organiser.reply()
    assert "24 hours" in said.text
    found = re.search(r"https://t\.me/workshop_test_bot\?start=([A-Za-z0-9_-]{1,64})\n", said.text)
    assert found, said.text
    return found[1]


@pytest_asyncio.fixture(loop_scope="session")
async def organiser(server: BotApiServer) -> Person:
    """Who is named in the settings."""
    person = server.person("Aysel", username="aysel")
    assert person.id == ORGANISER
    return person


@pytest_asyncio.fixture(loop_scope="session")
async def bot(run_bot: RunBot, organiser: Person) -> AsyncIterator[RunningBot]:
    """A process with one organiser, who has told it hello."""
    async with run_bot(BOT_ORGANISERS=f" {organiser.id},") as bot:
        await bot.ask(organiser, "/start")
        yield bot


async def test_an_invitation_gives_the_role_once_and_the_inviter_hears_who(
    bot: RunningBot, organiser: Person
) -> None:
    leyla, rustam = bot.newcomer(), await bot.guest("ru")
    assert (await bot.ask(leyla, "/invite")).text.startswith(ENGLISH.only_organisers)
    payload = await link(bot, organiser)
    leyla.start(payload)
    assert "organiser" in (await leyla.reply()).text
    assert (await organiser.reply()).text == "Leyla accepted your invitation and is now: organiser."
    rustam.start(payload)
    assert (await rustam.reply()).text == texts_in("ru").invitation_void
    assert "invite" in menu(bot.server, leyla)
    assert "invite" in menu(bot.server, leyla, "az")
    assert "invite" not in menu(bot.server, rustam, "ru")
    listed = (await bot.ask(leyla, "/invite")).text
    assert "Leyla — organiser" in listed
    assert "Aysel (@aysel) — organiser (set by the operator)" in listed
    assert "/invite" in (await bot.ask(leyla, "/help")).text
    assert "/invite" not in (await bot.ask(rustam, "/help")).text


async def test_who_has_the_role_already_leaves_the_link_to_another(
    bot: RunningBot, organiser: Person
) -> None:
    payload = await link(bot, organiser)
    organiser.start(payload)
    assert (await organiser.reply()).text == ENGLISH.role_had.format(role="organiser")
    leyla = await bot.guest()
    leyla.start(payload)
    assert "organiser" in (await leyla.reply()).text


async def test_a_maintainer_is_no_organiser(bot: RunningBot, organiser: Person) -> None:
    leyla = await bot.guest()
    leyla.start(await link(bot, organiser, ENGLISH.invite_maintainer))
    assert "maintainer" in (await leyla.reply()).text
    assert (await bot.ask(leyla, "/invite")).text == ENGLISH.only_organisers


async def test_a_role_that_is_taken_is_gone_at_once(bot: RunningBot, organiser: Person) -> None:
    """Command, open buttons, menu and the invitations its holder made."""
    leyla, rustam = await bot.guest(), await bot.guest("ru")
    leyla.start(await link(bot, organiser))
    await leyla.reply()
    await organiser.reply()
    payload, screen = await link(bot, leyla), await bot.ask(leyla, "/invite")
    list_ = await bot.ask(organiser, "/invite")
    await organiser.press(list_.button("Leyla"))
    asked = await organiser.edited(list_)
    assert "Leyla" in asked.text
    await organiser.press(asked.button(ENGLISH.remove_yes))
    assert "Leyla" not in (await organiser.edited(asked)).text
    assert (await leyla.reply()).text == ENGLISH.role_lost.format(role="organiser")
    assert (await bot.ask(leyla, "/invite")).text == ENGLISH.only_organisers
    pressed = await leyla.press(screen.button(ENGLISH.invite_organiser))
    assert pressed.text == ENGLISH.only_organisers
    assert leyla.unread == 0
    assert "invite" not in menu(bot.server, leyla)
    rustam.start(payload)
    assert (await rustam.reply()).text == texts_in("ru").invitation_void


async def test_an_invitation_is_accepted_after_a_restart(bot: RunningBot, organiser: Person) -> None:
    leyla, payload = bot.newcomer(), await link(bot, organiser)
    assert await bot.stop() == 0
    await bot.start()
    leyla.start(payload)
    assert "organiser" in (await leyla.reply()).text
    assert (await organiser.reply()).text == "Leyla accepted your invitation and is now: organiser."


async def test_who_invited_accepted_and_lost_a_role_stands_in_the_audit(
    bot: RunningBot, organiser: Person
) -> None:
    leyla = bot.newcomer()
    leyla.start(await link(bot, organiser))
    await leyla.reply()
    await organiser.reply()
    list_ = await bot.ask(organiser, "/invite")
    await organiser.press(list_.button("Leyla"))
    asked = await organiser.edited(list_)
    await organiser.press(asked.button(ENGLISH.remove_yes))
    left = await organiser.edited(asked)
    await organiser.press(left.button(ENGLISH.button_audit))
    _, made, taken, lost = (await organiser.reply()).text.splitlines()
    assert "Aysel (@aysel) · invite · role: organiser" in made
    assert f"{leyla.id} · accept · role: organiser, invited_by: Aysel (@aysel)" in taken
    assert f"Aysel (@aysel) · lose role · role: organiser, person: {leyla.id}" in lost


async def test_what_the_settings_name_no_button_can_take(bot: RunningBot, organiser: Person) -> None:
    leyla = await bot.guest()
    leyla.start(await link(bot, organiser))
    await leyla.reply()
    screen = await bot.ask(leyla, "/invite")
    assert not [button for button in screen.buttons if "Aysel" in button.text]
    assert "invite" in menu(bot.server, organiser)


async def test_an_invitation_ends_after_a_day(run_bot: RunBot, organiser: Person, tmp_path: Path) -> None:
    clock = tmp_path / "clock"
    clock.write_text("2023-11-27T09:00+04:00")
    async with run_bot(BOT_ORGANISERS=str(organiser.id), BOT_CLOCK=str(clock)) as bot:
        await bot.ask(organiser, "/start")
        early, late = await link(bot, organiser), await link(bot, organiser)
        clock.write_text("2023-11-28T08:58+04:00")
        leyla, rustam = await bot.guest(), await bot.guest()
        leyla.start(early)
        assert "organiser" in (await leyla.reply()).text
        clock.write_text("2023-11-28T09:03+04:00")
        rustam.start(late)
        assert (await rustam.reply()).text == ENGLISH.invitation_void


async def test_a_setting_that_names_somebody_no_more_takes_role_and_menu(
    server: BotApiServer, run_bot: RunBot, organiser: Person
) -> None:
    async with run_bot(BOT_ORGANISERS=str(organiser.id)) as bot:
        await bot.ask(organiser, "/start")
        assert "invite" in menu(server, organiser)
    async with run_bot() as bot:
        assert "invite" not in menu(server, organiser)
        assert (await bot.ask(organiser, "/invite")).text == ENGLISH.only_organisers


async def test_the_token_of_a_link_is_stored_nowhere(bot: RunningBot, organiser: Person) -> None:
    payload = await link(bot, organiser)
    assert await bot.stop() == 0
    token = payload.removeprefix("role-").encode()
    kept = [file for file in bot.folder.rglob("*") if file.is_file() and token in file.read_bytes()]
    assert kept == []


async def test_roles_are_a_private_matter(bot: RunningBot, organiser: Person) -> None:
    group = bot.server.group("Hall A", members=[organiser])
    group.say(organiser, "/invite@workshop_test_bot")
    assert (await group.reply()).text == ENGLISH.in_private


async def test_forgetting_takes_the_role_with_it(bot: RunningBot, organiser: Person) -> None:
    leyla = await bot.guest()
    leyla.start(await link(bot, organiser))
    await leyla.reply()
    asked = await bot.ask(leyla, "/forget_me")
    await leyla.press(asked.button(ENGLISH.forget_yes))
    await leyla.edited(asked)
    assert "Leyla" not in (await bot.ask(organiser, "/invite")).text.replace("Leyla accepted", "")
    assert "invite" not in menu(bot.server, leyla)


@pytest.mark.parametrize("language", ["en", "az", "ru"])
async def test_mute_and_start(bot: RunningBot, language: str) -> None:
    """The answers go on, and only who had muted is told that announcements come again."""
    leyla, texts = await bot.guest(language), texts_in(language)
    assert (await bot.ask(leyla, "/mute")).text == texts.muted
    assert (await bot.ask(leyla, "When did the workshop take place?")).marked("blockquote")
    assert (await bot.ask(leyla, "/start")).text.startswith(texts.unmuted)
    assert not (await bot.ask(leyla, "/start")).text.startswith(texts.unmuted)


@pytest.mark.parametrize("given", ["aysel", "12,x", "-100200", "0"])
async def test_a_setting_that_holds_no_ids_stops_the_start(try_to_start: object, given: str) -> None:
    done = await try_to_start(BOT_ORGANISERS=given)  # type: ignore[operator]
    assert done.returncode == 2
    assert "BOT_ORGANISERS" in done.stderr
    assert given in done.stderr
