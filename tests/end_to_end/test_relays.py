"""A question without an answer waits for one or goes to the organisers, and their reply comes back."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from handlers.texts import texts_in

if TYPE_CHECKING:
    from bot.preview import BotApiServer, Message, Person
    from tests.end_to_end.conftest import RunBot, RunningBot

pytestmark = pytest.mark.asyncio(loop_scope="session")

ENGLISH, RUSSIAN = texts_in("en"), texts_in("ru")
UNKNOWN = "what is the wifi password & <who> knows it?"


@pytest.fixture
def organisers(server: BotApiServer) -> list[Person]:
    """Two of them, one who reads Russian and one English."""
    return [server.person("Aysel", language_code="ru"), server.person("Murad", language_code="en")]


@pytest.fixture
def named(organisers: list[Person]) -> dict[str, str]:
    return {"BOT_ORGANISERS": ",".join(str(person.id) for person in organisers)}


async def asked(bot: RunningBot, person: Person, text: str = UNKNOWN) -> Message:
    """The answer that says that nothing was found."""
    answer = await bot.ask(person, text)
    assert answer.text.startswith(ENGLISH.not_found)
    return answer


async def passed_on(bot: RunningBot, person: Person, text: str = UNKNOWN) -> Message:
    """The question as the person wrote it, after it went to the organisers."""
    answer = await asked(bot, person, text)
    assert (await person.press(answer.button(ENGLISH.ask_organisers))).text == ENGLISH.relay_passed
    return next(message for message in reversed(person.messages) if message.text == text)


async def received(organiser: Person) -> tuple[Message, Message]:
    """Who asks, and what."""
    return await organiser.reply(), await organiser.reply()


async def greet(bot: RunningBot, organisers: list[Person]) -> None:
    """Each has started the bot, so that it knows their language."""
    for person in organisers:
        await bot.ask(person, "/start")


async def test_the_reply_of_an_organiser_returns_to_the_question(
    run_bot: RunBot, organisers: list[Person], named: dict[str, str]
) -> None:
    async with run_bot(**named) as bot:
        await greet(bot, organisers)
        leyla, (aysel, murad) = await bot.guest(), organisers
        question = await passed_on(bot, leyla)
        head, body = await received(aysel)
        assert "Участник" in head.text
        assert "Leyla" not in head.text + body.text
        assert (body.text, body.reply_to) == (UNKNOWN, head.message_id)
        other, _ = await received(murad)
        aysel.say("guest <1234>", reply_to=head)
        answer = await leyla.reply()
        assert (answer.text, answer.reply_to) == ("guest <1234>", question.message_id)
        assert (await aysel.reply()).text == RUSSIAN.relay_delivered
        assert (await murad.edited(other)).text.startswith("✓ Answered by another organiser.")


async def test_a_voice_returns_too_also_from_the_copy_and_after_a_restart(
    run_bot: RunBot, organisers: list[Person], named: dict[str, str]
) -> None:
    async with run_bot(**named) as bot:
        await greet(bot, organisers)
        leyla, (_, murad) = await bot.guest(), organisers
        await passed_on(bot, leyla)
        _, body = await received(murad)
        await bot.stop()
        await bot.start()
        file = murad.world.files.add("voice.oga", b"OggS", mime_type="audio/ogg", folder="voices")
        murad._post(murad.user, {"voice": {**file.reference(), "duration": 3}}, body)  # noqa: SLF001
        assert "voice" in (await leyla.reply()).data
        assert (await murad.reply()).text == ENGLISH.relay_delivered


async def test_a_second_press_sends_nothing_more(
    run_bot: RunBot, organisers: list[Person], named: dict[str, str]
) -> None:
    async with run_bot(**named) as bot:
        leyla, (aysel, _) = await bot.guest(), organisers
        answer = await asked(bot, leyla)
        await leyla.press(answer.button(ENGLISH.ask_organisers))
        marked = await leyla.edited(answer)
        assert marked.button(f"✓ {ENGLISH.ask_organisers}")
        assert (await leyla.press(marked.button(ENGLISH.ask_organisers))).text == ENGLISH.relay_again
        await received(aysel)
        assert aysel.unread == 0


async def test_five_an_hour_are_passed_on(
    run_bot: RunBot, organisers: list[Person], named: dict[str, str]
) -> None:
    async with run_bot(**named) as bot:
        leyla = await bot.guest()
        for number in range(5):
            await passed_on(bot, leyla, f"{UNKNOWN} {number}")
        answer = await asked(bot, leyla)
        said = (await leyla.press(answer.button(ENGLISH.ask_organisers))).text
        assert said == ENGLISH.relay_limited.format(count=5)
        assert len(bot.server.sent_to(organisers[0])) == 10


async def test_nobody_reachable_is_told(
    run_bot: RunBot, organisers: list[Person], named: dict[str, str]
) -> None:
    """And can be tried again once somebody is."""
    async with run_bot(**named) as bot:
        leyla = await bot.guest()
        for person in organisers:
            person.block()
        answer = await asked(bot, leyla)
        button = answer.button(ENGLISH.ask_organisers)
        assert (await leyla.press(button)).text == ENGLISH.relay_unreachable
        organisers[0].unblock()
        assert (await leyla.press(button)).text == ENGLISH.relay_passed


async def test_a_question_that_was_deleted_is_passed_on_as_it_was_kept(
    run_bot: RunBot, organisers: list[Person], named: dict[str, str]
) -> None:
    async with run_bot(**named) as bot:
        leyla = await bot.guest()
        answer = await asked(bot, leyla)
        question = next(message for message in leyla.messages if message.text == UNKNOWN)
        del leyla.chat.messages[question.message_id]
        await leyla.press(answer.button(ENGLISH.ask_organisers))
        head, body = await received(organisers[1])
        assert body.text == UNKNOWN
        organisers[1].say("ask at the desk", reply_to=head)
        assert (await leyla.reply()).text == "ask at the desk"


async def test_the_longest_question_arrives_whole(
    run_bot: RunBot, organisers: list[Person], named: dict[str, str]
) -> None:
    async with run_bot(**named) as bot:
        longest = ("wifi password & " * 256)[:4095] + "?"
        await passed_on(bot, await bot.guest(), longest)
        assert (await received(organisers[0]))[1].text == longest


async def test_the_organiser_is_told_why_a_reply_does_not_arrive(
    run_bot: RunBot, organisers: list[Person], named: dict[str, str]
) -> None:
    async with run_bot(**named) as bot:
        await greet(bot, organisers)
        leyla, (_, murad) = await bot.guest(), organisers
        await passed_on(bot, leyla)
        head, _ = await received(murad)
        leyla.block()
        murad.say("1234", reply_to=head)
        assert (await murad.reply()).text == ENGLISH.relay_blocked
        leyla.unblock()
        confirm = await bot.ask(leyla, "/forget_me")
        await leyla.press(confirm.button(ENGLISH.forget_yes))
        murad.say("1234", reply_to=head)
        assert (await murad.reply()).text == ENGLISH.relay_gone
        reply = murad.say("When did the workshop take place?")
        assert (await murad.reply()).marked("blockquote")
        assert reply.message_id not in [message.reply_to for message in leyla.messages]


async def test_an_edited_reply_is_not_passed_on(
    run_bot: RunBot, organisers: list[Person], named: dict[str, str]
) -> None:
    async with run_bot(**named) as bot:
        await greet(bot, organisers)
        leyla, (_, murad) = await bot.guest(), organisers
        await passed_on(bot, leyla)
        head, _ = await received(murad)
        said = murad.say("1234", reply_to=head)
        assert (await murad.reply()).text == ENGLISH.relay_delivered
        murad.edit(said, "12345")
        assert (await murad.reply()).text == ENGLISH.relay_edited
        assert (await leyla.reply()).text == "1234"
        assert leyla.unread == 0


async def test_an_organiser_asks_the_others(
    run_bot: RunBot, organisers: list[Person], named: dict[str, str]
) -> None:
    async with run_bot(**named) as bot:
        await greet(bot, organisers)
        aysel, murad = organisers
        await passed_on(bot, murad)
        assert (await received(aysel))[1].text == UNKNOWN
        assert murad.unread == 0


async def test_a_stranger_s_reply_to_the_bot_is_a_question(run_bot: RunBot, named: dict[str, str]) -> None:
    async with run_bot(**named) as bot:
        leyla = await bot.guest()
        answer = await asked(bot, leyla)
        leyla.say("When did the workshop take place?", reply_to=answer)
        assert (await leyla.reply()).marked("blockquote")


async def test_in_a_group_the_asker_alone_passes_on_and_is_answered_there(
    run_bot: RunBot, organisers: list[Person], named: dict[str, str]
) -> None:
    async with run_bot(**named) as bot:
        leyla, rustam = await bot.guest(), await bot.guest()
        group = bot.server.group("Deminers", members=[leyla, rustam])
        question = group.say(leyla, f"@workshop_test_bot {UNKNOWN}")
        answer = await group.reply()
        for label in (ENGLISH.ask_organisers, ENGLISH.tell_me):
            assert (await group.press(rustam, answer.button(label))).text == ENGLISH.not_your_button
        await group.press(leyla, answer.button(ENGLISH.ask_organisers))
        head, _ = await received(organisers[0])
        organisers[0].say("1234", reply_to=head)
        back = await group.reply()
        assert (back.text, back.reply_to) == ("1234", question.message_id)


async def test_without_organisers_there_is_no_such_button(bot: RunningBot) -> None:
    answer = await asked(bot, await bot.guest())
    assert [button.text for button in answer.buttons][-1] == ENGLISH.tell_me


def kept(bot: RunningBot, person: Person) -> int:
    """How many questions of a person wait for an answer."""
    with sqlite3.connect(bot.database) as connection:
        statement = (
            "SELECT count(*) FROM awaited_questions JOIN participants ON participant_id = id"
            " WHERE telegram_id = ?"
        )
        return int(connection.execute(statement, [person.id]).fetchone()[0])


async def test_a_question_waits_until_the_button_is_pressed_again(bot: RunningBot) -> None:
    person = await bot.guest()
    answer = await asked(bot, person)
    assert (await person.press(answer.button(ENGLISH.tell_me))).text == ENGLISH.awaited
    assert kept(bot, person) == 1
    marked = await person.edited(answer)
    assert (await person.press(marked.button(f"✓ {ENGLISH.tell_me}"))).text == ENGLISH.awaited_no_more
    assert kept(bot, person) == 0


async def test_a_press_that_is_handled_twice_is_one_press(bot: RunningBot) -> None:
    person = await bot.guest()
    answer = await asked(bot, person)
    person.tap(answer.button(ENGLISH.tell_me))
    assert (await person.press(answer.button(ENGLISH.tell_me))).text == ENGLISH.awaited
    assert kept(bot, person) == 1


async def test_forgetting_a_person_forgets_what_they_wait_for(bot: RunningBot) -> None:
    person = await bot.guest()
    answer = await asked(bot, person)
    await person.press(answer.button(ENGLISH.tell_me))
    confirm = await bot.ask(person, "/forget_me")
    await person.press(confirm.button(ENGLISH.forget_yes))
    with sqlite3.connect(bot.database) as connection:
        count = (
            "SELECT count(*) FROM awaited_questions WHERE participant_id NOT IN (SELECT id FROM participants)"
        )
        assert connection.execute(count).fetchone() == (0,)
    assert (await person.press(answer.button(ENGLISH.tell_me))).text == ENGLISH.section_gone


async def test_the_buttons_stay_when_a_near_section_is_opened(bot: RunningBot) -> None:
    person = await bot.guest()
    answer = await asked(bot, person, "what does a minefield cost in the city of Ulaanbaatar?")
    await person.press(answer.buttons[0])
    opened = await person.edited(answer)
    assert opened.marked("blockquote")
    assert opened.button(ENGLISH.tell_me)
