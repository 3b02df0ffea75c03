"""An edited question edits its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handlers.texts import texts_in

if TYPE_CHECKING:
    from tests.end_to_end.conftest import RunningBot

pytestmark = pytest.mark.asyncio(loop_scope="session")

FIRST, SECOND = "When did the workshop take place?", "How are rats used to find mines?"
ENGLISH = texts_in("en")


async def test_the_answer_changes_in_its_place_and_the_log_with_it(bot: RunningBot) -> None:
    leyla = await bot.guest()
    asked = leyla.say(f"{FIRST}!!!")
    answer = await leyla.reply()
    await leyla.press(answer.button(ENGLISH.helpful))
    liked = await leyla.edited(answer)
    leyla.edit(asked, f"{SECOND}!!!")
    changed = await leyla.edited(liked)
    assert "rats" in changed.marked("blockquote")[0].lower()
    assert changed.button(ENGLISH.helpful)
    assert leyla.unread == 0
    (row,) = await bot.questions(lambda row: "!!!" in str(row["question"]))
    assert row["question"].startswith(SECOND)
    assert row["feedback"] is None


async def test_the_first_notice_is_not_repeated_by_an_edit(bot: RunningBot) -> None:
    leyla = bot.newcomer()
    asked = leyla.say(FIRST)
    answer = await leyla.reply()
    leyla.edit(asked, SECOND)
    assert ENGLISH.privacy_line not in (await leyla.edited(answer)).text


async def test_an_edit_into_an_emergency_is_answered_by_a_new_message(bot: RunningBot) -> None:
    leyla = await bot.guest()
    asked = leyla.say(FIRST)
    answer = await leyla.reply()
    leyla.edit(asked, "I am standing on a mine, help")
    card = await leyla.reply()
    assert "112" in card.text
    assert leyla.chat.messages[answer.message_id] is answer.data


async def test_an_edit_of_a_message_that_the_bot_does_not_know_is_a_question(bot: RunningBot) -> None:
    leyla = await bot.guest()
    help_asked = leyla.say("/help")
    await leyla.reply()
    leyla.edit(help_asked, FIRST)
    assert (await leyla.reply()).marked("blockquote")


async def test_a_question_edited_into_a_command_gets_what_the_command_gives(bot: RunningBot) -> None:
    leyla = await bot.guest()
    asked = leyla.say("topics")
    await leyla.reply()
    leyla.edit(asked, "/topics")
    assert (await leyla.reply()).text == ENGLISH.topics


async def test_an_edit_that_changes_nothing_is_no_failure(bot: RunningBot) -> None:
    leyla = await bot.guest()
    asked = leyla.say(FIRST)
    answer = await leyla.reply()
    leyla.edit(asked, f"{FIRST} ")
    assert (await bot.ask(leyla, "/start")).text
    assert leyla.chat.messages[answer.message_id] is answer.data


async def test_the_edit_of_a_question_whose_answer_was_deleted_is_answered_anew(bot: RunningBot) -> None:
    leyla = await bot.guest()
    asked = leyla.say(FIRST)
    answer = await leyla.reply()
    del leyla.chat.messages[answer.message_id]
    leyla.edit(asked, SECOND)
    assert (await leyla.reply()).marked("blockquote")
