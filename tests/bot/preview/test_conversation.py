import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, ChatMigrated, Conflict, EndPointNotFound, Forbidden, InvalidToken

from bot.preview import BotApiServer

Polling = Callable[[], AbstractAsyncContextManager[object]]


async def test_a_polling_bot_answers_each_person_in_their_chat(
    server: BotApiServer, polling: Polling
) -> None:
    anna, rustam = server.person("Anna"), server.person("Rustam")
    async with polling():
        anna.say("Seminar nə vaxt olub?")
        rustam.say("Где это было?")
        assert (await rustam.reply()).text == "Где это было?"
        assert (await anna.reply()).text == "Seminar nə vaxt olub?"
    assert [message.text for message in server.sent_to(anna)] == ["Seminar nə vaxt olub?"]


async def test_what_was_asked_while_the_bot_was_away_waits_for_it(
    server: BotApiServer, polling: Polling
) -> None:
    anna = server.person("Anna")
    for number in range(250):
        anna.say(str(number))
    async with polling():
        replies = [(await anna.reply()).text for _ in range(250)]
    assert replies == [str(number) for number in range(250)]


async def test_updates_come_again_until_an_offset_confirms_them(server: BotApiServer, bot: Bot) -> None:
    anna = server.person("Anna")
    anna.say("one")
    anna.say("two")
    first = await bot.get_updates(limit=1)
    again = await bot.get_updates()
    assert [update.message.text for update in again] == ["one", "two"]
    assert again[0].update_id == first[0].update_id
    rest = await bot.get_updates(offset=again[1].update_id)
    assert [update.message.text for update in rest] == ["two"]
    assert await bot.get_updates(offset=rest[0].update_id + 1) == ()


async def test_a_negative_offset_keeps_only_the_last_updates(server: BotApiServer, bot: Bot) -> None:
    anna = server.person("Anna")
    for text in ("one", "two", "three"):
        anna.say(text)
    assert [update.message.text for update in await bot.get_updates(offset=-2)] == ["two", "three"]
    assert [update.message.text for update in await bot.get_updates()] == ["two", "three"]


async def test_a_long_poll_ends_with_the_update_or_with_its_time(server: BotApiServer, bot: Bot) -> None:
    anna = server.person("Anna")
    loop = asyncio.get_running_loop()
    loop.call_later(0.1, anna.say, "now")
    began = loop.time()
    (update,) = await bot.get_updates(timeout=30)
    assert loop.time() - began < 5
    assert await bot.get_updates(offset=update.update_id + 1, timeout=1) == ()
    assert loop.time() - began > 1


async def test_of_two_consumers_the_earlier_gets_the_conflict(server: BotApiServer, bot: Bot) -> None:
    second = Bot(server.token, base_url=f"{server.root_url}/bot")
    async with asyncio.TaskGroup() as group, second:
        earlier = group.create_task(expect_conflict(bot))
        while server.calls[-1].method != "getUpdates":  # noqa: ASYNC110 - until the server has the call
            await asyncio.sleep(0.01)
        later = group.create_task(second.get_updates(timeout=30))
        await earlier
        server.person("Anna").say("for the later")
        assert len(await later) == 1


async def expect_conflict(bot: Bot) -> None:
    with pytest.raises(Conflict, match=r"(?i)terminated by other getUpdates"):
        await bot.get_updates(timeout=30)


async def test_only_the_kinds_of_updates_asked_for_are_queued(server: BotApiServer, bot: Bot) -> None:
    anna = server.person("Anna")
    await bot.get_updates(allowed_updates=["edited_message"])
    message = anna.say("not wanted")
    anna.edit(message, "wanted")
    (update,) = await bot.get_updates()
    assert update.edited_message.text == "wanted"


@pytest.mark.parametrize("token", ["123456:WRONG", "nonsense"])
async def test_a_wrong_token_is_refused(server: BotApiServer, token: str) -> None:
    bot = Bot(token, base_url=f"{server.root_url}/bot")
    with pytest.raises(InvalidToken):
        await bot.initialize()
    await bot.shutdown()


async def test_an_unknown_method_is_not_found(bot: Bot) -> None:
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("sendCarrierPigeon")


async def test_a_pressed_button_is_answered_and_its_message_edited(
    server: BotApiServer, bot: Bot, polling: Polling
) -> None:
    anna = server.person("Anna")
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("👍 Helpful", callback_data="yes")]])
    await bot.send_message(anna.id, "Was it?", reply_markup=keyboard)
    asked = await anna.reply()
    async with polling():
        answer = await anna.press(asked.button("Helpful"))
        assert answer.text == "You chose yes"
        edited = await anna.edited(asked)
    assert (edited.text, edited.buttons) == ("Chosen: yes", [])
    assert asked.text == "Was it?"


async def test_a_callback_query_grows_too_old_to_answer(server: BotApiServer, bot: Bot) -> None:
    anna = server.person("Anna")
    keyboard = InlineKeyboardMarkup.from_button(InlineKeyboardButton("Go", callback_data="go"))
    await bot.send_message(anna.id, "?", reply_markup=keyboard)
    anna.tap((await anna.reply()).button("Go"))
    (update,) = await bot.get_updates()
    server.world.query_seconds = 0.0
    with pytest.raises(BadRequest, match=r"(?i)query is too old"):
        await update.callback_query.answer()


async def test_a_bot_learns_of_a_block_and_can_write_after_it_is_lifted(
    server: BotApiServer, bot: Bot
) -> None:
    anna = server.person("Anna")
    anna.block()
    (update,) = await bot.get_updates()
    assert update.my_chat_member.new_chat_member.status == "kicked"
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(anna.id, "Hello?")
    anna.unblock()
    await bot.send_message(anna.id, "Hello!")
    assert (await anna.reply()).text == "Hello!"


async def test_groups_carry_mentions_and_replies(server: BotApiServer, bot: Bot) -> None:
    anna = server.person("Anna")
    group = server.group("Field team", members=[anna])
    sent = await bot.send_message(group.id, "Ask me")
    group.say(anna, "😀 @workshop_test_bot when?", reply_to=await group.reply())
    (update,) = await bot.get_updates()
    assert update.message.parse_entities(["mention"]) == {update.message.entities[0]: "@workshop_test_bot"}
    assert update.message.reply_to_message.message_id == sent.message_id
    assert (await bot.get_chat_member(group.id, anna.id)).status == "member"
    assert (await bot.get_chat(group.id)).title == "Field team"


async def test_a_bot_thrown_out_of_a_group_can_come_back(server: BotApiServer, bot: Bot) -> None:
    anna = server.person("Anna")
    group = server.group("Field team", members=[anna])
    group.remove_bot(anna)
    with pytest.raises(Forbidden, match="kicked from the supergroup chat"):
        await bot.send_message(group.id, "Still here?")
    group.add_bot(anna)
    await bot.send_message(group.id, "Back")
    statuses = [update.my_chat_member.new_chat_member.status for update in await bot.get_updates()]
    assert statuses == ["kicked", "member"]


async def test_a_group_that_grew_names_its_new_id(server: BotApiServer, bot: Bot) -> None:
    group = server.group("Small", members=[server.person("Anna")], kind="group")
    grown = group.upgrade()
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(group.id, "Where are you?")
    assert moved.value.new_chat_id == grown.id
    await bot.send_message(grown.id, "Here")
    assert (await grown.reply()).text == "Here"


async def test_a_timeout_says_who_waited_for_what(server: BotApiServer) -> None:
    with pytest.raises(TimeoutError, match=r"Anna: no new message within 0\.05 s"):
        await server.person("Anna").reply(timeout=0.05)


async def test_a_chat_remembers_only_as_many_messages_as_it_may() -> None:
    async with BotApiServer(keep=10) as server:
        anna = server.person("Anna")
        for number in range(50):
            anna.say(str(number))
        assert [message.text for message in anna.messages] == [str(number) for number in range(40, 50)]
