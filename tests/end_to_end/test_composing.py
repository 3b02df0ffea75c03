"""Announcements made in the chat: from the words to the report, by organisers alone."""

from __future__ import annotations

import asyncio
import csv
import io
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from bot.preview import LoseReply
from handlers.texts import texts_in

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.preview import BotApiServer, Message, Person
    from tests.end_to_end.conftest import RunBot, RunningBot

pytestmark = pytest.mark.asyncio(loop_scope="session")

EN, RU = texts_in("en"), texts_in("ru")
NOON = "2023-11-28T12:00+04:00"
"""Never quiet, whenever the tests run."""


@pytest_asyncio.fixture(loop_scope="session")
async def organiser(server: BotApiServer) -> Person:
    """Who is named in the settings."""
    return server.person("Aysel", language_code="en", username="aysel")


@pytest_asyncio.fixture(loop_scope="session")
async def bot(run_bot: RunBot, organiser: Person) -> AsyncIterator[RunningBot]:
    """A process with one organiser, at noon of the event."""
    async with run_bot(BOT_ORGANISERS=str(organiser.id), BOT_CLOCK=NOON) as bot:
        await bot.ask(organiser, "/start")
        yield bot


async def draft(bot: RunningBot, organiser: Person, text: str = "Lunch is at 13:00.") -> Message:
    """The screen of a draft with a text."""
    await bot.ask(organiser, "/announce")
    return await bot.ask(organiser, text)


async def pressed(person: Person, screen: Message, *labels: str) -> Message:
    """The screen after buttons were pressed one after another."""
    for label in labels:
        await person.press(screen.button(label))
        screen = await person.edited(screen)
    return screen


async def offered(person: Person, screen: Message, *, copies: int = 1) -> tuple[list[Message], Message]:
    """The preview as it will look, and the message with the button that sends."""
    await person.press(screen.button(EN.button_preview))
    return [await person.reply() for _ in range(copies)], await person.reply()


async def sent(person: Person, offer: Message) -> Message:
    """The progress message once the announcement is over."""
    await person.press(offer.button("✅"))
    while EN.state_finished not in offer.text:
        offer = await person.edited(offer)
    return offer


async def test_everyone_gets_it_once_as_it_was_sent_and_the_report_counts(
    bot: RunningBot, organiser: Person
) -> None:
    leyla, rustam, muted, gone = [await bot.guest() for _ in range(4)]
    await bot.ask(muted, "/mute")
    gone.block()
    await bot.ask(organiser, "/announce")
    bold = [{"type": "bold", "offset": 0, "length": 5}]
    organiser._post(organiser.user, {"text": "Lunch is at 13:00.", "entities": bold})  # noqa: SLF001
    screen = await organiser.reply()
    assert EN.headcount.format(reached=3, muted=1, unreachable=1) in screen.text
    (preview,), offer = await offered(organiser, screen)
    assert (preview.text, preview.marked("bold")) == ("Lunch is at 13:00.", ["Lunch"])
    assert EN.button_send.format(count=3) in [button.text for button in offer.buttons]
    report = await sent(organiser, offer)
    assert "Sent 3 of 3, left 0" in report.text
    for person in (leyla, rustam, organiser):
        copy = await person.reply()
        assert (copy.text, copy.marked("bold")) == ("Lunch is at 13:00.", ["Lunch"])
        assert person.unread == 0
    assert (muted.unread, gone.unread) == (0, 0)


async def test_pressing_twice_sends_once(bot: RunningBot, organiser: Person) -> None:
    leyla = await bot.guest()
    _, offer = await offered(organiser, await draft(bot, organiser))
    button = offer.button("✅")
    organiser.tap(button)
    assert (await organiser.press(button)).text == EN.confirmed_already
    assert (await leyla.reply()).text == "Lunch is at 13:00."
    await leyla.silence(1)


async def test_each_gets_their_own_language(bot: RunningBot, organiser: Person) -> None:
    leyla, rustam = await bot.guest("az"), await bot.guest("ru")
    await pressed(organiser, await draft(bot, organiser), "+ ru")
    screen = await bot.ask(organiser, "Обед в 13:00.")
    copies, offer = await offered(organiser, screen, copies=2)
    assert {copy.text for copy in copies} == {"Lunch is at 13:00.", "Обед в 13:00."}
    await sent(organiser, offer)
    assert (await leyla.reply()).text == "Lunch is at 13:00."
    assert (await rustam.reply()).text == "Обед в 13:00."


async def test_a_photo_a_document_and_a_forwarded_message_are_kept(
    bot: RunningBot, organiser: Person
) -> None:
    leyla = await bot.guest()
    group = bot.server.group("Hall A", members=[leyla])
    for send in (
        lambda: organiser.send_photo(caption="The map"),
        lambda: organiser.send_document("map.pdf", b"%PDF-1.7", caption="The map"),
        lambda: organiser.forward(group.say(leyla, "The map")),
    ):
        await bot.ask(organiser, "/announce")
        given = send()
        _, offer = await offered(organiser, await organiser.reply())
        await sent(organiser, offer)
        assert (await organiser.reply()).text == "The map"
        copy = await leyla.reply()
        assert copy.text == "The map"
        for kind in ("photo", "document"):
            assert copy.data.get(kind) == given.data.get(kind)


async def test_the_audience_is_chosen_by_buttons(bot: RunningBot, organiser: Person) -> None:
    leyla, rustam = await bot.guest("az"), await bot.guest("ru")
    screen = await draft(bot, organiser)
    screen = await pressed(organiser, screen, EN.button_to, EN.to_language.format(language="ru"))
    assert "Reached: 1." in screen.text
    _, offer = await offered(organiser, screen)
    await sent(organiser, offer)
    assert (await rustam.reply()).text == "Lunch is at 13:00."
    assert leyla.unread == 0


async def test_a_list_with_a_line_that_is_no_id_is_refused_whole(bot: RunningBot, organiser: Person) -> None:
    leyla = await bot.guest()
    await pressed(organiser, await draft(bot, organiser), EN.button_to, EN.to_list)
    organiser.send_document("ids.txt", f"{leyla.id}\nLeyla\n".encode())
    assert "2 (Leyla)" in (await organiser.reply()).text
    organiser.send_document("ids.txt", f"{leyla.id} # Leyla\n\n".encode())
    assert "Reached: 1." in (await organiser.reply()).text


async def test_an_audience_that_is_empty_is_told_before_anything_goes(
    bot: RunningBot, organiser: Person
) -> None:
    screen = await draft(bot, organiser)
    screen = await pressed(organiser, screen, EN.button_to, EN.role_maintainer)
    await organiser.press(screen.button(EN.button_preview))
    assert (await organiser.reply()).text == EN.audience_empty


async def test_a_time_is_typed_and_the_past_refused(bot: RunningBot, organiser: Person) -> None:
    leyla = await bot.guest()
    asked = await pressed(organiser, await draft(bot, organiser), EN.button_at)
    assert "Asia/Baku" in asked.text
    assert (await bot.ask(organiser, "11:00")).text == EN.time_past
    assert (await bot.ask(organiser, "soon")).text == EN.no_time
    screen = await bot.ask(organiser, "28.11.2023 14:00")
    assert "28.11.2023 14:00 (Asia/Baku)" in screen.text
    _, offer = await offered(organiser, screen)
    await organiser.press(offer.button("✅"))
    waiting = await organiser.edited(offer)
    assert EN.state_waiting in waiting.text
    listed = await bot.ask(organiser, "/announcements")
    shown = await pressed(organiser, listed, EN.state_waiting)
    shown = await pressed(organiser, shown, EN.button_stop, EN.yes_do_it)
    assert EN.state_stopped in shown.text
    assert leyla.unread == 0


async def test_a_warning_for_nearly_the_same_text(bot: RunningBot, organiser: Person) -> None:
    _, offer = await offered(organiser, await draft(bot, organiser))
    await sent(organiser, offer)
    assert (await organiser.reply()).text == "Lunch is at 13:00."
    _, offer = await offered(organiser, await draft(bot, organiser, "Lunch is at 13:00!"))
    assert EN.same_text.format(number=1) in offer.text


async def test_no_message_reads_draft_once_it_was_sent(bot: RunningBot, organiser: Person) -> None:
    """The screen makes room for the preview, a question takes its place, and an old button ends it."""
    asked = await pressed(organiser, await draft(bot, organiser), EN.button_at)
    back = await pressed(organiser, asked, EN.earlier)
    assert "Draft" in back.text
    assert (await bot.ask(organiser, "Thank you!")).text == EN.thanks, "nothing is awaited any more"
    _, offer = await offered(organiser, back)
    changing = await pressed(organiser, offer, EN.button_change)
    _, offer = await offered(organiser, changing)
    await sent(organiser, offer)
    assert not [message.text for message in organiser.messages if "Draft" in message.text]


async def test_a_draft_and_what_is_awaited_survive_a_kill(bot: RunningBot, organiser: Person) -> None:
    await pressed(organiser, await draft(bot, organiser), "+ ru")
    bot.kill()
    await bot.ended()
    await bot.start()
    screen = await bot.ask(organiser, "Обед в 13:00.")
    assert "Обед в 13:00." in screen.text
    assert "Lunch is at 13:00." in screen.text


async def test_who_loses_the_role_while_composing_sends_nothing(bot: RunningBot, organiser: Person) -> None:
    leyla = await bot.guest()
    screen = await bot.ask(organiser, "/invite")
    await organiser.press(screen.button(EN.invite_organiser))
    link = (await organiser.reply()).text
    leyla.start(link.partition("?start=")[2].split()[0])
    await leyla.reply()
    await organiser.reply()
    screen = await draft(bot, leyla)
    _, offer = await offered(leyla, screen)
    await bot.ask(leyla, "/announce")
    list_ = await bot.ask(organiser, "/invite")
    await pressed(organiser, list_, "Leyla", EN.remove_yes)
    await leyla.reply()
    assert (await leyla.press(offer.button("✅"))).text == EN.only_organisers
    assert (await bot.ask(leyla, "Another text")).text == EN.role_gone_meanwhile
    assert organiser.unread == 0


async def test_correct_reply_withdraw_report_and_audit(bot: RunningBot, organiser: Person) -> None:
    leyla = await bot.guest()
    _, offer = await offered(organiser, await draft(bot, organiser))
    report = await sent(organiser, offer)
    await organiser.reply()
    copy = await leyla.reply()
    await organiser.press(report.button(EN.button_edit))
    assert (await organiser.reply()).text == EN.edit_ask
    done = await bot.ask(organiser, "Lunch is at 13:30.")
    assert (await leyla.edited(copy)).text == "Lunch is at 13:30."
    await organiser.press(done.button(EN.button_reply))
    assert (await organiser.reply()).text == EN.reply_ask
    organiser.say("Half an hour later!")
    reply = await leyla.reply()
    assert (reply.text, reply.reply_to) == ("Half an hour later!", copy.message_id)
    said = [await organiser.reply(), await organiser.reply()]
    assert EN.reply_done.format(count=2) in [one.text for one in said]
    listed = await bot.ask(organiser, "/announcements")
    assert len(listed.buttons) == 1, "the reply stands with what it corrects"
    shown = await pressed(organiser, listed, "1 · ")
    assert "announcement 1" in (await pressed(organiser, shown, EN.button_its_reply.format(number=2))).text
    await organiser.press(report.button(EN.button_csv))
    file = (await organiser.reply()).data["document"]
    held = bot.server.world.files.get(file["file_id"])
    assert held
    rows = list(csv.DictReader(io.StringIO(held.content.decode("utf-8-sig"))))
    assert {row["chat_id"] for row in rows} == {str(leyla.id), str(organiser.id)}
    await pressed(organiser, report, EN.button_withdraw, EN.yes_do_it)
    await leyla.deleted(copy)
    await organiser.press(report.button(EN.button_audit))
    audit = (await organiser.reply()).text
    assert [word in audit for word in ("confirm", "edit", "withdraw", "Aysel")] == [True] * 4


@pytest.mark.parametrize("what", ["sticker", "album", "caption"])
async def test_what_a_bot_can_t_send_on_is_told(bot: RunningBot, organiser: Person, what: str) -> None:
    await bot.ask(organiser, "/announce")
    if what == "sticker":
        organiser.send_sticker()
        expected = EN.unfit
    elif what == "caption":
        organiser.send_photo(caption="x" * 1025)
        expected = EN.unfit_caption.format(length=1025, limit=1024)
    else:
        content = {"photo": [{"file_id": "x", "file_unique_id": "y", "width": 1, "height": 1}]}
        organiser._post(organiser.user, {**content, "media_group_id": "7"})  # noqa: SLF001
        expected = EN.unfit_album
    assert (await organiser.reply()).text == expected


async def test_cancel_leaves_and_a_text_is_a_question_again(bot: RunningBot, organiser: Person) -> None:
    await bot.ask(organiser, "/announce")
    assert (await bot.ask(organiser, "/cancel")).text == EN.cancelled
    assert (await bot.ask(organiser, "When did the workshop take place?")).marked("blockquote")
    assert (await bot.ask(organiser, "/cancel")).text == EN.nothing_to_cancel


async def test_a_cry_for_help_gets_its_card_even_while_composing(bot: RunningBot, organiser: Person) -> None:
    await bot.ask(organiser, "/announce")
    card = await bot.ask(organiser, "I stepped on a mine")
    assert "112" in card.text
    assert EN.button_preview in [button.text for button in (await organiser.reply()).buttons]


async def test_groups_an_organiser_added_the_bot_to_are_an_audience(
    bot: RunningBot, organiser: Person
) -> None:
    leyla = await bot.guest()
    ours, theirs, left = (bot.server.group(name) for name in ("Hall A", "Another", "Left"))
    ours.add_bot(organiser)
    theirs.add_bot(leyla)
    left.add_bot(organiser)
    left.remove_bot(organiser)
    screen = await draft(bot, organiser)
    screen = await pressed(organiser, screen, EN.button_to, EN.to_groups)
    assert EN.headcount.format(reached=1, muted=0, unreachable=1) in screen.text
    _, offer = await offered(organiser, screen)
    await sent(organiser, offer)
    assert (await ours.reply()).text == "Lunch is at 13:00."
    assert theirs.unread == 0


async def test_one_group_is_chosen_from_a_list(bot: RunningBot, organiser: Person) -> None:
    screen = await pressed(organiser, await draft(bot, organiser), EN.button_to, EN.to_one)
    assert screen.text == EN.no_places
    ours, other = (bot.server.group(name) for name in ("Hall A", "Hall B"))
    for group in (ours, other):
        group.add_bot(organiser)
    await bot.ask(organiser, "/start")  # by now both are known
    screen = await pressed(organiser, screen, EN.earlier, EN.to_one, "Hall A")
    assert "To: Hall A" in screen.text
    _, offer = await offered(organiser, screen)
    assert "Hall A" in (await sent(organiser, offer)).text
    assert (await ours.reply()).text == "Lunch is at 13:00."
    assert other.unread == 0


async def test_quiet_hours_are_told_and_can_be_overridden(run_bot: RunBot, organiser: Person) -> None:
    async with run_bot(BOT_ORGANISERS=str(organiser.id), BOT_CLOCK="2023-11-28T23:00+04:00") as bot:
        await bot.ask(organiser, "/start")
        screen = await draft(bot, organiser)
        _, offer = await offered(organiser, screen)
        waits = EN.quiet_now.format(when="29.11.2023 08:00 (Asia/Baku)", button=EN.button_urgent)
        assert waits in offer.text
        send = offer.button("✅")
        screen = await pressed(organiser, offer, EN.button_change, EN.button_urgent)
        assert (await organiser.press(send)).text == EN.confirmed_already
        _, offer = await offered(organiser, screen)
        assert waits not in offer.text
        await sent(organiser, offer)


async def test_what_waits_for_the_end_of_quiet_hours_says_so(run_bot: RunBot, organiser: Person) -> None:
    """Its end and its urgency can still be changed; then it goes at once."""
    async with run_bot(BOT_ORGANISERS=str(organiser.id), BOT_CLOCK="2023-11-28T23:00+04:00") as bot:
        await bot.ask(organiser, "/start")
        _, offer = await offered(organiser, await draft(bot, organiser))
        await organiser.press(offer.button("✅"))
        waiting = await organiser.edited(offer)
        assert "29.11.2023 08:00 (Asia/Baku)" in waiting.text
        await organiser.press(waiting.button(EN.button_until))
        assert "Asia/Baku" in (await organiser.reply()).text
        assert (await bot.ask(organiser, "28.11.2023 22:59")).text == EN.time_past
        done = await bot.ask(organiser, "29.11.2023 12:00")
        assert done.text == EN.time_changed
        shown = await pressed(organiser, done, EN.button_refresh)
        assert EN.report_until.format(until="29.11.2023 12:00 (Asia/Baku)") in shown.text
        await organiser.press(shown.button(EN.button_urgent))
        assert (await organiser.reply()).text == "Lunch is at 13:00."
        while EN.state_open not in shown.text:
            shown = await organiser.edited(shown)


async def test_what_is_open_says_so_and_can_be_stopped(bot: RunningBot, organiser: Person) -> None:
    await pressed(organiser, await draft(bot, organiser), EN.button_until)
    assert (await bot.ask(organiser, "11:00")).text == EN.time_past
    screen = await bot.ask(organiser, "18:00")
    await pressed(organiser, screen, EN.button_at)
    assert (await bot.ask(organiser, "19:00")).text == EN.end_first
    screen = await bot.ask(organiser, "13:00")
    screen = await pressed(organiser, screen, EN.button_now)
    _, offer = await offered(organiser, screen)
    await organiser.press(offer.button("✅"))
    while EN.state_open not in offer.text:
        offer = await organiser.edited(offer)
    assert (await organiser.reply()).text == "Lunch is at 13:00."
    late = await bot.guest()
    assert (await late.reply()).text == "Lunch is at 13:00."
    shown = await pressed(organiser, await bot.ask(organiser, "/announcements"), "1 · ")
    shown = await pressed(organiser, shown, EN.button_stop, EN.yes_do_it)
    assert EN.state_stopped in shown.text
    await (await bot.guest()).silence(1)


async def test_pause_resume_and_resend_by_buttons(run_bot: RunBot, organiser: Person) -> None:
    async with run_bot(BOT_ORGANISERS=str(organiser.id), BOT_CLOCK=NOON, BOT_MESSAGES_PER_SECOND="5") as bot:
        await bot.ask(organiser, "/start")
        guests = [bot.newcomer() for _ in range(20)]
        bot.server.faults.add(LoseReply(), method="sendMessage", chat_id=guests[-1].id, times=1)
        await pressed(organiser, await draft(bot, organiser), EN.button_to, EN.to_list)
        screen = await bot.ask(organiser, "\n".join(str(guest.id) for guest in guests))
        _, offer = await offered(organiser, screen)
        await organiser.press(offer.button("✅"))
        shown = await organiser.edited(offer)
        shown = await pressed(organiser, shown, EN.button_pause)
        while EN.state_paused not in shown.text:
            shown = await organiser.edited(shown)
        await asyncio.sleep(0.5)
        held = [len(bot.server.sent_to(guest)) for guest in guests]
        await asyncio.sleep(1)
        assert [len(bot.server.sent_to(guest)) for guest in guests] == held
        assert sum(held) < 20
        await organiser.press(shown.button(EN.button_resume))
        while "unknown 1" not in shown.text or EN.state_finished not in shown.text:
            shown = await organiser.edited(shown, 15)
        await organiser.press(shown.button(EN.button_resend))
        while "Sent 20 of 20" not in shown.text:
            shown = await organiser.edited(shown, 15)
        assert [len(bot.server.sent_to(guest)) for guest in guests] == [1] * 19 + [2]


async def test_the_progress_goes_on_after_a_restart(run_bot: RunBot, organiser: Person) -> None:
    """Without anybody pressing anything."""
    async with run_bot(BOT_ORGANISERS=str(organiser.id), BOT_CLOCK=NOON, BOT_MESSAGES_PER_SECOND="5") as bot:
        await bot.ask(organiser, "/start")
        guests = [bot.newcomer() for _ in range(20)]
        await pressed(organiser, await draft(bot, organiser), EN.button_to, EN.to_list)
        screen = await bot.ask(organiser, "\n".join(str(guest.id) for guest in guests))
        _, offer = await offered(organiser, screen)
        await organiser.press(offer.button("✅"))
        shown = await organiser.edited(offer)
        bot.kill()
        await bot.ended()
        await bot.start()
        while EN.state_finished not in shown.text:
            shown = await organiser.edited(shown, 15)


async def test_a_draft_is_kept_for_a_day(run_bot: RunBot, organiser: Person, tmp_path: Path) -> None:
    clock = tmp_path / "clock"
    clock.write_text("2023-11-27T12:00+04:00")
    async with run_bot(BOT_ORGANISERS=str(organiser.id), BOT_CLOCK=str(clock)) as bot:
        await bot.ask(organiser, "/start")
        asked = await pressed(organiser, await draft(bot, organiser), "+ ru")
        clock.write_text("2023-11-28T12:30+04:00")
        await asyncio.sleep(3)
        assert (await bot.ask(organiser, "Thank you!")).text == EN.thanks
        assert (await pressed(organiser, asked, EN.earlier)).text == EN.draft_gone


async def test_the_log_comes_as_a_file(bot: RunningBot, organiser: Person) -> None:
    leyla = await bot.guest()
    await bot.ask(leyla, "=HYPERLINK(1)")
    assert (await bot.ask(leyla, "/export")).text == EN.only_organisers
    asked = await bot.ask(organiser, "/export")
    await organiser.press(asked.button(EN.export_today))
    file = (await organiser.reply()).data["document"]
    held = bot.server.world.files.get(file["file_id"])
    assert held
    rows = list(csv.DictReader(io.StringIO(held.content.decode("utf-8-sig"))))
    assert [row["question"] for row in rows] == ["'=HYPERLINK(1)"]
    assert (await bot.ask(organiser, "/export 2023-11-27")).text == EN.export_empty
    assert (await bot.ask(organiser, "/export yesterday")).text == EN.no_days
    organiser.say("/export 2023-11-28 2023-11-29")
    assert (await organiser.reply()).data["document"]


async def test_a_correction_telegram_would_refuse_is_told_before_anything_changes(
    bot: RunningBot, organiser: Person
) -> None:
    """A file in place of words, and a text that is longer than a caption may be."""
    await bot.ask(organiser, "/announce")
    organiser.send_photo(caption="The map")
    _, offer = await offered(organiser, await organiser.reply())
    report = await sent(organiser, offer)
    copy = await organiser.reply()
    await organiser.press(report.button(EN.button_edit))
    assert (await organiser.reply()).text == EN.edit_ask
    organiser.send_photo(caption="Another map")
    assert (await organiser.reply()).text == EN.unfit_correction
    too_long = EN.unfit_caption.format(length=1025, limit=1024)
    assert (await bot.ask(organiser, "x" * 1025)).text == too_long
    assert EN.edit_done in (await bot.ask(organiser, "The new map")).text
    assert (await organiser.edited(copy)).text == "The new map"


async def test_who_left_a_draft_is_not_told_that_it_was_sent(bot: RunningBot, organiser: Person) -> None:
    _, offer = await offered(organiser, await draft(bot, organiser))
    await bot.ask(organiser, "/cancel")
    assert (await organiser.press(offer.button("✅"))).text == EN.draft_gone


async def test_an_end_that_comes_before_quiet_hours_are_over_is_told(
    bot: RunningBot, organiser: Person
) -> None:
    await pressed(organiser, await draft(bot, organiser), EN.button_at)
    screen = await bot.ask(organiser, "23:00")
    await pressed(organiser, screen, EN.button_until)
    screen = await bot.ask(organiser, "29.11.2023 02:00")
    await organiser.press(screen.button(EN.button_preview))
    told = (await organiser.reply()).text
    assert told.startswith(EN.end_first)
    assert "29.11.2023 08:00 (Asia/Baku)" in told
    screen = await pressed(organiser, screen, EN.button_urgent)
    _, offer = await offered(organiser, screen)
    assert offer.button("✅")


async def test_no_reply_is_offered_where_the_correction_came_too_late(
    bot: RunningBot, organiser: Person
) -> None:
    _, offer = await offered(organiser, await draft(bot, organiser))
    report = await sent(organiser, offer)
    await organiser.reply()
    await organiser.press(report.button(EN.button_edit))
    await organiser.reply()
    await bot.command("announce", "withdraw", "1", "--yes")
    late = await bot.ask(organiser, "Lunch is at 14:00.")
    assert late.text == EN.too_late
    assert [button.text for button in late.buttons] == [EN.button_refresh]


async def test_discarding_one_draft_leaves_the_other(bot: RunningBot, organiser: Person) -> None:
    """Also the one that was worked on last."""
    first, second = await draft(bot, organiser), await draft(bot, organiser, "Tea is at 16:00.")
    first = await pressed(organiser, first, EN.button_urgent)
    await pressed(organiser, second, EN.button_discard)
    _, offer = await offered(organiser, first)
    assert "Sent 1 of 1" in (await sent(organiser, offer)).text
