"""In a group the bot speaks when it is spoken to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handlers.texts import texts_in

if TYPE_CHECKING:
    from bot.preview import Group, Message, Person
    from tests.end_to_end.conftest import RunningBot

pytestmark = pytest.mark.asyncio(loop_scope="session")

QUESTION = "When did the workshop take place?"
ENGLISH = texts_in("en")


async def company(bot: RunningBot) -> tuple[Group, Person, Person]:
    """A group with the bot and two people it knows."""
    leyla, rustam = await bot.guest(), await bot.guest()
    return bot.server.group("Deminers", members=[leyla, rustam]), leyla, rustam


async def heard(group: Group, person: Person, text: str, reply_to: Message | None = None) -> Message:
    """The reply in the group."""
    group.say(person, text, reply_to=reply_to)
    return await group.reply()


@pytest.mark.parametrize("mention", ["@workshop_test_bot", "@Workshop_Test_Bot"])
async def test_a_mention_is_answered_in_reply_to_the_question(bot: RunningBot, mention: str) -> None:
    group, leyla, _ = await company(bot)
    asked = group.say(leyla, f"{mention} {QUESTION}")
    answer = await group.reply()
    assert "28 November 2023" in answer.marked("blockquote")[0]
    assert answer.reply_to == asked.message_id


async def test_a_reply_to_the_bot_is_answered(bot: RunningBot) -> None:
    group, leyla, rustam = await company(bot)
    answer = await heard(group, leyla, f"@workshop_test_bot {QUESTION}")
    assert (await heard(group, rustam, "How are rats used to find mines?", answer)).marked("blockquote")


@pytest.mark.parametrize("command", ["/help", "/help@workshop_test_bot", "/topics", "/privacy", "/start"])
async def test_a_command_is_answered(bot: RunningBot, command: str) -> None:
    group, leyla, _ = await company(bot)
    assert (await heard(group, leyla, command)).text


async def test_an_unknown_command_is_answered_where_it_names_the_bot(bot: RunningBot) -> None:
    group, leyla, _ = await company(bot)
    assert (await heard(group, leyla, "/agendum@workshop_test_bot")).text == ENGLISH.unknown_command


async def test_what_is_said_to_others_is_met_with_silence(bot: RunningBot) -> None:
    """Proven by order: the bot's next message answers what was said after all of it."""
    group, leyla, rustam = await company(bot)
    said = group.say(leyla, QUESTION)
    group.say(rustam, "At the end of November", reply_to=said)
    group.say(rustam, "@another_bot When did the workshop take place?")
    group.say(rustam, "workshop_test_bot is a strange name")
    group.say(rustam, "mail@workshop_test_bot.example")
    group.say(rustam, "/help@another_bot")
    group.say(rustam, "/unknown")
    last = group.say(leyla, "/privacy")
    assert (await group.reply()).reply_to == last.message_id
    assert group.unread == 0


async def test_only_the_asker_can_rate(bot: RunningBot) -> None:
    group, leyla, rustam = await company(bot)
    answer = await heard(group, leyla, f"@workshop_test_bot {QUESTION}")
    refused = await group.press(rustam, answer.button(ENGLISH.helpful))
    assert refused.text == ENGLISH.only_the_asker
    assert group.chat.messages[answer.message_id] is answer.data
    assert (await group.press(leyla, answer.button(ENGLISH.helpful))).text == ENGLISH.thanks_for_helpful


async def test_only_the_person_who_asked_can_have_themselves_forgotten(bot: RunningBot) -> None:
    group, leyla, rustam = await company(bot)
    asked = await heard(group, leyla, "/forget_me")
    assert (await group.press(rustam, asked.button(ENGLISH.forget_yes))).text == ENGLISH.not_your_button
    assert group.chat.messages[asked.message_id] is asked.data


async def test_the_notice_is_given_in_a_group_too(bot: RunningBot) -> None:
    newcomer = bot.newcomer()
    group = bot.server.group("Deminers", members=[newcomer])
    assert ENGLISH.privacy_line in (await heard(group, newcomer, f"@workshop_test_bot {QUESTION}")).text
    assert ENGLISH.privacy_line not in (await bot.ask(newcomer, QUESTION)).text


async def test_an_edited_mention_edits_its_answer(bot: RunningBot) -> None:
    group, leyla, _ = await company(bot)
    asked = group.say(leyla, f"@workshop_test_bot {QUESTION}")
    answer = await group.reply()
    group.edit(asked, "@workshop_test_bot How are rats used to find mines?")
    assert "rats" in (await group.edited(answer)).text.lower()


async def test_an_emergency_told_to_the_bot_is_answered_with_the_card(bot: RunningBot) -> None:
    group, leyla, _ = await company(bot)
    assert "112" in (await heard(group, leyla, "@workshop_test_bot I found a mine")).text


async def test_the_log_tells_the_kind_of_chat(bot: RunningBot) -> None:
    group, leyla, _ = await company(bot)
    await heard(group, leyla, "@workshop_test_bot How do dogs find mines, again?")
    (row,) = await bot.questions(lambda row: "dogs find mines, again" in str(row["question"]))
    assert row["chat_kind"] == "supergroup"
    assert "@" not in row["question"]
