"""A participant shares a practice: step by step, seen before it is sent, then up to the maintainers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from handlers.participants.sharing import LONGEST
from handlers.texts import texts_in
from storage.practices import MOST_WAITING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.preview import BotApiServer, Message, Person
    from tests.end_to_end.conftest import RunBot, RunningBot

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(300)]

EN, RU = texts_in("en"), texts_in("ru")
SHARE, SHARE_RU = EN.keeping, RU.keeping
WHAT = "We let children paint stones for a board game about risk. Absence fell by half."
PLACE = "Two schools near Fuzuli."
EVIDENCE = "Attendance lists of 2022 and 2023."
CONTACT = "Leyla, leyla@example.org"


@pytest_asyncio.fixture(loop_scope="session")
async def maintainer(server: BotApiServer) -> Person:
    """Who is named in the settings."""
    return server.person("Kamran", language_code="ru")


@pytest_asyncio.fixture(loop_scope="session")
async def kept(run_bot: RunBot, maintainer: Person) -> AsyncIterator[RunningBot]:
    """A process with one maintainer, who has told it hello."""
    async with run_bot(BOT_MAINTAINERS=str(maintainer.id)) as bot:
        await bot.ask(maintainer, "/start")
        yield bot


async def begun(bot: RunningBot, person: Person) -> Message:
    """The first question."""
    assert (await bot.ask(person, "/share")).text.startswith("Tell of something that worked")
    return await person.reply()


async def previewed(bot: RunningBot, person: Person) -> Message:
    """The preview after all four answers."""
    await begun(bot, person)
    for answer in (WHAT, PLACE, EVIDENCE):
        await bot.ask(person, answer)
    return await bot.ask(person, CONTACT)


async def handed_in(bot: RunningBot, person: Person) -> Message:
    """What the contributor reads once it is sent."""
    preview = await previewed(bot, person)
    await person.press(preview.button(SHARE.share_send))
    return await person.edited(preview)


async def test_four_steps_a_preview_and_it_is_with_the_maintainers(
    kept: RunningBot, maintainer: Person
) -> None:
    leyla = await kept.guest()
    first = await begun(kept, leyla)
    assert first.text == "1 of 4. What did you do, and what came of it? Up to 1000 characters."
    assert "2 of 4" in (await kept.ask(leyla, WHAT)).text
    assert "3 of 4" in (await kept.ask(leyla, PLACE)).text
    assert "4 of 4" in (await kept.ask(leyla, EVIDENCE)).text
    preview = await kept.ask(leyla, CONTACT)
    for words in (WHAT, PLACE, EVIDENCE, CONTACT):
        assert words in preview.text
    await leyla.press(preview.button(SHARE.share_send))
    sent = await leyla.edited(preview)
    assert (sent.text, sent.buttons) == (SHARE.share_sent, [])
    told = await maintainer.reply()
    assert (
        told.text == "Участник поделился практикой: We let children paint stones for a board game about risk"
    )
    await maintainer.press(told.button(SHARE_RU.practice_read))
    read = await maintainer.edited(told)
    for words in (WHAT, PLACE, EVIDENCE, CONTACT):
        assert words in read.text
    assert (
        "agenda" not in (await kept.ask(leyla, "thank you")).text
    )  # what is written now is a question again


async def test_what_is_optional_can_be_skipped_and_every_answer_changed(
    kept: RunningBot, maintainer: Person
) -> None:
    leyla = await kept.guest()
    asked = await begun(kept, leyla)
    assert asked.buttons == []
    await kept.ask(leyla, WHAT)
    asked = await kept.ask(leyla, PLACE)
    await leyla.press(asked.button(SHARE.share_skip))
    asked_last = await leyla.reply()
    await leyla.press(asked.button(SHARE.share_skip))  # again: it wipes nothing and asks nothing
    await leyla.press(asked_last.button(SHARE.share_skip))
    preview = await leyla.reply()
    assert preview.text.count(SHARE.share_left_out) == 2
    await leyla.press(preview.button(SHARE.heading_place))
    assert "2 of 4" in (await leyla.reply()).text
    preview = await kept.ask(leyla, "Five schools.")
    assert "Five schools." in preview.text
    assert PLACE not in preview.text
    await leyla.press(preview.button(SHARE.share_send))
    assert (await maintainer.reply()).text


async def test_lengths_are_told_with_counts(bot: RunningBot) -> None:
    leyla = await bot.guest()
    await begun(bot, leyla)
    said = (await bot.ask(leyla, "x" * (LONGEST["what"] + 7))).text
    assert said == SHARE.share_too_long.format(length=1007, limit=1000, over=7)
    assert "2 of 4" in (await bot.ask(leyla, "x" * LONGEST["what"])).text


async def test_numbers_and_coordinates_are_taken_out_but_for_the_contact(bot: RunningBot) -> None:
    leyla = await bot.guest()
    await begun(bot, leyla)
    assert (await bot.ask(leyla, "We cleared 40.4093, 49.8671 and call +994 50 123 45 67.")).text == (
        SHARE.share_scrubbed
    )
    assert "2 of 4" in (await leyla.reply()).text
    await bot.ask(leyla, PLACE)
    await bot.ask(leyla, EVIDENCE)
    preview = await bot.ask(leyla, "Leyla, +994 50 123 45 67")
    assert "We cleared [coordinates] and call [phone]." in preview.text
    assert "Leyla, +994 50 123 45 67" in preview.text


async def test_a_cry_for_help_gets_the_card_and_is_no_step(bot: RunningBot) -> None:
    leyla = await bot.guest()
    await begun(bot, leyla)
    card = await bot.ask(leyla, "I stepped on a mine, help!")
    assert "112" in card.text
    asked = await leyla.reply()
    assert asked.text == SHARE.share_danger
    assert "2 of 4" in (await bot.ask(leyla, WHAT)).text  # it was left out, and we go on


async def test_words_that_only_read_like_a_cry_for_help_are_taken_on_request(bot: RunningBot) -> None:
    leyla = await bot.guest()
    await begun(bot, leyla)
    words = "I stepped on a mine, help! That is how the play begins which we let children perform."
    assert "112" in (await bot.ask(leyla, words)).text
    asked = await leyla.reply()
    await leyla.press(asked.button(SHARE.share_take))
    assert "2 of 4" in (await leyla.reply()).text
    await bot.ask(leyla, PLACE)
    await bot.ask(leyla, EVIDENCE)
    assert words in (await bot.ask(leyla, CONTACT)).text


async def test_cancel_leaves_and_removes(bot: RunningBot) -> None:
    leyla = await bot.guest()
    assert (await bot.ask(leyla, "/cancel")).text == EN.nothing_to_cancel
    await begun(bot, leyla)
    await bot.ask(leyla, WHAT)
    assert (await bot.ask(leyla, "/cancel")).text == EN.cancelled
    assert (await bot.ask(leyla, "hello")).text.startswith("Hello!")
    await begun(bot, leyla)


async def test_a_discarded_one_is_gone(kept: RunningBot, maintainer: Person) -> None:
    leyla = await kept.guest()
    preview = await previewed(kept, leyla)
    await leyla.press(preview.button(SHARE.share_discard))
    assert (await leyla.edited(preview)).text == SHARE.share_discarded
    assert (await leyla.press(preview.button(SHARE.share_send))).text == SHARE.share_gone
    assert maintainer.unread == 0


async def test_it_is_sent_once_however_often_the_button_is_pressed(
    kept: RunningBot, maintainer: Person
) -> None:
    leyla = await kept.guest()
    preview = await previewed(kept, leyla)
    leyla.tap(preview.button(SHARE.share_send))
    assert (await leyla.press(preview.button(SHARE.share_send))).text == SHARE.share_sent_already
    await maintainer.reply()
    await maintainer.silence(0.5)


async def test_nobody_else_s_buttons_work(kept: RunningBot, maintainer: Person) -> None:
    leyla, rustam = await kept.guest(), await kept.guest()
    preview = await previewed(kept, leyla)
    assert (await rustam.press(preview.button(SHARE.share_send))).text == SHARE.share_gone
    assert maintainer.unread == 0


async def test_pictures_and_changed_messages_are_not_taken(bot: RunningBot) -> None:
    leyla = await bot.guest()
    await begun(bot, leyla)
    leyla.send_photo(caption="Our stones")
    assert (await leyla.reply()).text == SHARE.share_words_only
    leyla.send_document("stones.pdf", b"%PDF-1.7")
    assert (await leyla.reply()).text == SHARE.share_words_only
    said = leyla.say(WHAT)
    await leyla.reply()
    leyla.edit(said, "Something else.")
    assert (await leyla.reply()).text == SHARE.share_edited


async def test_in_a_group_it_is_for_the_private_chat(bot: RunningBot) -> None:
    leyla = await bot.guest()
    group = bot.server.group("Hall A", members=[leyla])
    group.say(leyla, "/share@workshop_test_bot")
    assert (await group.reply()).text == EN.in_private


async def test_so_many_wait_at_a_time(bot: RunningBot) -> None:
    leyla = await bot.guest()
    for _ in range(MOST_WAITING):
        await handed_in(bot, leyla)
    assert (await bot.ask(leyla, "/share")).text == SHARE.share_enough.format(count=MOST_WAITING)


async def test_a_first_contact_is_told_that_words_are_kept(bot: RunningBot) -> None:
    said = await bot.ask(bot.newcomer(), "/share")
    assert EN.privacy_line in said.text


async def test_it_survives_a_restart(kept: RunningBot, maintainer: Person) -> None:
    leyla = await kept.guest()
    await begun(kept, leyla)
    await kept.ask(leyla, WHAT)
    await kept.stop()
    await kept.start()
    await kept.ask(leyla, PLACE)
    await kept.ask(leyla, EVIDENCE)
    preview = await kept.ask(leyla, CONTACT)
    assert WHAT in preview.text
    await kept.stop()
    await kept.start()
    await leyla.press(preview.button(SHARE.share_send))
    assert "We let children paint" in (await maintainer.reply()).text


async def test_what_was_left_lying_swallows_no_question_and_can_be_taken_up_again(
    run_bot: RunBot, tmp_path: Path
) -> None:
    clock = tmp_path / "clock"
    clock.write_text("2023-11-28T12:00+04:00 0")
    async with run_bot(BOT_CLOCK=str(clock)) as bot:
        leyla = await bot.guest()
        await begun(bot, leyla)
        await bot.ask(leyla, WHAT)
        clock.write_text("2023-11-28T15:01+04:00 0")
        await bot.ask(leyla, "/start")
        assert (await bot.ask(leyla, "hello")).text.startswith("Hello!")
        assert (await bot.ask(leyla, "/share")).text == SHARE.share_resumed
        assert "2 of 4" in (await leyla.reply()).text


async def test_declined_with_a_word_the_contributor_reads_it(kept: RunningBot, maintainer: Person) -> None:
    leyla = await kept.guest()
    await handed_in(kept, leyla)
    told = await maintainer.reply()
    await maintainer.press(told.button(SHARE_RU.practice_read))
    screen = await maintainer.edited(told)
    await maintainer.press(screen.button(SHARE_RU.practice_decline))
    assert (await maintainer.reply()).text == SHARE_RU.practice_word.format(limit=1000)
    assert (await kept.ask(maintainer, "x" * 1001)).text == SHARE_RU.reason_long.format(
        length=1001, limit=1000
    )
    assert (await kept.ask(maintainer, "Please add <figures>.")).text == SHARE_RU.practice_declined
    heard = (await leyla.reply()).text
    assert heard.startswith(
        "Thank you for your practice “We let children paint stones for a board game about risk”"
    )
    assert heard.endswith("Please add <figures>.")
    await maintainer.press(screen.button(SHARE_RU.practice_decline))  # decided on already
    assert (await maintainer.edited(screen)).text == SHARE_RU.practice_decided


async def test_declined_without_a_word(kept: RunningBot, maintainer: Person) -> None:
    leyla = await kept.guest()
    await handed_in(kept, leyla)
    told = await maintainer.reply()
    await maintainer.press(told.button(SHARE_RU.practice_read))
    screen = await maintainer.edited(told)
    await maintainer.press(screen.button(SHARE_RU.practice_decline))
    asked = await maintainer.reply()
    leyla.block()
    await maintainer.press(asked.button(SHARE_RU.practice_without_word))
    assert (await maintainer.reply()).text == SHARE_RU.practice_untold
    assert (await kept.ask(maintainer, "спасибо")).text.startswith("Пожалуйста")  # a question again


async def test_who_lost_the_role_meanwhile_decides_on_nothing(server: BotApiServer, run_bot: RunBot) -> None:
    """The word that was awaited tells nobody anything, and buttons are refused."""
    kamran, aysel = server.person("Kamran"), server.person("Aysel")
    async with run_bot(BOT_ORGANISERS=str(aysel.id)) as bot:
        await bot.ask(aysel, "/start")
        screen = await bot.ask(aysel, "/invite")
        await aysel.press(screen.button(EN.invite_maintainer))
        link = (await aysel.reply()).text.partition("start=")[2].split()[0]
        kamran.start(link)
        await kamran.reply()
        leyla = await bot.guest()
        await handed_in(bot, leyla)
        told = await kamran.reply()
        await kamran.press(told.button(SHARE.practice_read))
        read = await kamran.edited(told)
        await kamran.press(read.button(SHARE.practice_decline))
        await kamran.reply()
        await aysel.reply()  # that Kamran accepted
        screen = await bot.ask(aysel, "/invite")
        await aysel.press(screen.button("Kamran"))
        sure = await aysel.edited(screen)
        await aysel.press(sure.button(EN.remove_yes))
        await kamran.reply()
        assert (await bot.ask(kamran, "No.")).text == SHARE.role_lost
        assert (await kamran.press(read.button(SHARE.practice_approve))).text == EN.only_maintainers
        await leyla.silence(0.5)


async def test_forgotten_it_is_out_of_the_queue(kept: RunningBot, maintainer: Person) -> None:
    leyla = await kept.guest()
    await handed_in(kept, leyla)
    told = await maintainer.reply()
    asked = await kept.ask(leyla, "/forget_me")
    await leyla.press(asked.button(EN.forget_yes))
    await leyla.edited(asked)
    await maintainer.press(told.button(SHARE_RU.practice_read))
    assert (await maintainer.edited(told)).text == SHARE_RU.practice_decided
