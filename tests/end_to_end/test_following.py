"""Follow-ups in a chat: "and rats?", "tell me more", "who said that?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handlers.texts import texts_in

if TYPE_CHECKING:
    from pathlib import Path

    from bot.preview import Message
    from tests.end_to_end.conftest import RunBot, RunningBot

pytestmark = pytest.mark.asyncio(loop_scope="session")

ENGLISH = texts_in("en")
DOGS = "How do dogs find mines?"


def quoted(message: Message) -> str:
    """What is quoted of the documents."""
    return "\n".join(message.marked("blockquote"))


@pytest.mark.parametrize(
    ("question", "follow_up", "says"),
    [
        (DOGS, "and rats?", "scratch"),
        (DOGS, "tell me more", "two years"),
        ("Why is innovation in demining slow?", "who said that?", "Dorn"),
        ("Когда проходил семинар?", "а где?", "Баку"),
        ("Seminar nə vaxt keçirilib?", "bəs harada?", "Bakı"),
    ],
)
async def test_a_follow_up_leans_on_the_question_before(
    bot: RunningBot, question: str, follow_up: str, says: str
) -> None:
    leyla = await bot.guest()
    await bot.ask(leyla, question)
    assert says in quoted(await bot.ask(leyla, follow_up))


async def test_a_thread_goes_on_over_thanks_and_what_was_not_found(bot: RunningBot) -> None:
    leyla = await bot.guest()
    for said in (DOGS, "and elephants?", "thanks!"):
        assert "scratch" not in quoted(await bot.ask(leyla, said))
    assert "scratch" in quoted(await bot.ask(leyla, "and rats?"))


async def test_an_emergency_is_never_a_follow_up(bot: RunningBot) -> None:
    leyla = await bot.guest()
    await bot.ask(leyla, DOGS)
    assert "112" in (await bot.ask(leyla, "and I found a mine")).text


async def test_without_a_question_before_nothing_is_made_up(bot: RunningBot) -> None:
    leyla, rustam = await bot.guest(), await bot.guest()
    await bot.ask(leyla, DOGS)
    assert (await bot.ask(rustam, "tell me more")).text.startswith(ENGLISH.not_found)


async def test_an_edited_follow_up_leans_on_the_same_question(bot: RunningBot) -> None:
    leyla = await bot.guest()
    await bot.ask(leyla, DOGS)
    said = leyla.say("and elephants?")
    answer = await leyla.reply()
    leyla.edit(said, "and rats?")
    assert "scratch" in quoted(await leyla.edited(answer))


async def test_a_section_opened_under_an_answer_is_read_on(bot: RunningBot) -> None:
    """The next message goes on from what is on the screen."""
    leyla = await bot.guest()
    answer = await bot.ask(leyla, DOGS)
    await leyla.press(answer.button(ENGLISH.next_best))
    opened = quoted(await leyla.edited(answer))
    assert opened
    assert quoted(await bot.ask(leyla, "who said that?"))[:60] == opened[:60]


async def test_in_a_group_each_person_has_a_thread(bot: RunningBot) -> None:
    leyla, rustam = await bot.guest(), await bot.guest()
    group = bot.server.group("Deminers", members=[leyla, rustam])
    for person, said, says in (
        (leyla, DOGS, "smell"),
        (rustam, "Who opened the workshop?", "Suleymanov"),
        (leyla, "and rats?", "scratch"),
    ):
        group.say(person, f"@workshop_test_bot {said}")
        assert says in quoted(await group.reply())


async def test_forget_me_forgets_the_thread(bot: RunningBot) -> None:
    leyla = await bot.guest()
    await bot.ask(leyla, DOGS)
    confirmation = await bot.ask(leyla, "/forget_me")
    await leyla.press(confirmation.button(ENGLISH.forget_yes))
    await leyla.edited(confirmation)
    assert (await bot.ask(leyla, "tell me more")).text.startswith(ENGLISH.not_found)


async def test_after_ten_minutes_a_question_stands_alone(run_bot: RunBot, tmp_path: Path) -> None:
    clock = tmp_path / "clock"
    clock.write_text("2023-11-28T12:00:00+04:00 1")
    async with run_bot(BOT_CLOCK=str(clock)) as bot:
        leyla = await bot.guest()
        await bot.ask(leyla, DOGS)
        clock.write_text("2023-11-28T12:09:00+04:00 1")
        assert quoted(await bot.ask(leyla, "tell me more"))
        clock.write_text("2023-11-28T12:20:00+04:00 1")
        assert (await bot.ask(leyla, "tell me more")).text.startswith(ENGLISH.not_found)
