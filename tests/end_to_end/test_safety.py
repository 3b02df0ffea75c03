"""A person in danger gets the card first, whatever else is the matter."""

from __future__ import annotations

import resource
import sqlite3
from typing import TYPE_CHECKING

import pytest

from bot.wiring import BUNDLED
from corpus.reading.workshop import read_workshop

if TYPE_CHECKING:
    from corpus.workshop import CardKind
    from tests.end_to_end.conftest import RunBot, RunningBot

pytestmark = pytest.mark.asyncio(loop_scope="session")

SAFETY = read_workshop(BUNDLED / "workshop.yaml").safety

EMERGENCIES: dict[tuple[CardKind, str], str] = {
    ("found", "en"): "I found something that looks like a landmine next to the road",
    ("found", "az"): "Həyətdə minaya oxşar bir şey tapdım",
    ("found", "ru"): "Я нашёл в лесу мину, что делать",
    ("found", "tr"): "Tarlada mayın buldum, ne yapmalıyım",
    ("inside", "en"): "help I am standing on a mine",
    ("inside", "az"): "Mən minanın üstündə dayanmışam kömək edin",
    ("inside", "ru"): "Я стою на мине, помогите",
    ("inside", "tr"): "Mayının üstünde duruyorum yardım edin",
    ("refusal", "en"): "How do I defuse a landmine myself?",
    ("refusal", "az"): "Minanı özüm necə zərərsizləşdirim?",
    ("refusal", "ru"): "Как самому обезвредить мину?",
    ("refusal", "tr"): "Mayını kendim nasıl etkisiz hale getiririm?",
}


@pytest.mark.parametrize("telegram_language", ["en", "az"])
@pytest.mark.parametrize(("kind", "language"), EMERGENCIES)
async def test_the_card_is_in_the_language_of_the_message_with_every_step_and_number(
    bot: RunningBot, kind: CardKind, language: str, telegram_language: str
) -> None:
    leyla = bot.newcomer(telegram_language)
    reply = await bot.ask(leyla, EMERGENCIES[kind, language])
    card = SAFETY.card(kind, language)
    assert reply.marked("bold")[0] == card.title
    for step in card.steps:
        assert step in reply.text
    for number in SAFETY.numbers:
        assert f"{number.number} — {number.service[language]}" in reply.text


async def test_a_card_in_the_caption_of_a_picture(bot: RunningBot) -> None:
    leyla = await bot.guest()
    leyla.send_photo(caption="I found this mine in my garden")
    assert (await leyla.reply()).marked("bold")[0] == SAFETY.card("found", "en").title


@pytest.mark.parametrize("command", ["/help", "/start", "/sos", "/help@workshop_test_bot"])
async def test_a_cry_for_help_behind_a_command_is_heard(bot: RunningBot, command: str) -> None:
    leyla = await bot.guest()
    reply = await bot.ask(leyla, f"{command} I stepped on a mine")
    assert reply.marked("bold")[0] == SAFETY.card("inside", "en").title


async def test_what_was_asked_in_danger_is_in_the_log_too(bot: RunningBot) -> None:
    leyla = await bot.guest()
    await bot.ask(leyla, "I found a mine under the old bridge")
    (row,) = await bot.questions(lambda row: "old bridge" in str(row["question"]))
    assert (row["kind"], row["language"], row["passages"]) == ("safety", "en", [])


async def test_the_card_comes_while_the_database_is_locked_and_questions_wait_for_it(run_bot: RunBot) -> None:
    """What can't be stored stays with Telegram, and is answered once, when it can."""
    async with run_bot() as bot:
        leyla, rustam = await bot.guest(), await bot.guest()
        lock = sqlite3.connect(bot.database, isolation_level=None)
        lock.execute("BEGIN IMMEDIATE")
        rustam.say("When did the workshop take place?")
        for text in list(EMERGENCIES.values())[:2]:
            assert "112" in (await bot.ask(bot.newcomer(), text)).text
        for _ in range(2):
            assert "112" in (await bot.ask(leyla, "I am standing on a mine")).text
        await rustam.silence(0.5)
        lock.rollback()
        lock.close()
        assert (await rustam.reply()).marked("blockquote")
        await leyla.silence(2)
        assert leyla.unread == rustam.unread == 0


async def test_the_card_comes_when_nothing_can_be_written(run_bot: RunBot) -> None:
    """As with a full disk: the person hears of the danger alone, the operator of the disk."""
    async with run_bot() as bot:
        leyla = await bot.guest()
        size = bot.database.with_name(f"{bot.database.name}-wal").stat().st_size
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, (size, hard))
        for text in ("I found a mine", "I am standing on a mine", "I found a mine"):
            assert "112" in (await bot.ask(leyla, text)).text
        leyla.say("When did the workshop take place?")
        await leyla.silence(0.5)
        resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, (hard, hard))
        assert (await leyla.reply()).marked("blockquote")
        assert leyla.unread == 0
        assert "updates out of reach" in bot.log
        assert "Traceback" not in bot.log


async def test_the_card_comes_when_the_database_is_no_database_any_more(run_bot: RunBot) -> None:
    async with run_bot() as bot:
        leyla = await bot.guest()
        for file in bot.database.parent.iterdir():
            file.unlink()
        bot.database.write_bytes(b"this is no database" * 1_000)
        assert "112" in (await bot.ask(leyla, "I found a mine")).text
        assert "112" in (await bot.ask(leyla, "I am standing on a mine")).text
