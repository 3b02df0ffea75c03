"""So many questions a person and minute; one notice, and silence, for more; never for a cry for help."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.preview import Reset
from handlers.texts import TEXTS_BY_LANGUAGE, texts_in

if TYPE_CHECKING:
    from pathlib import Path

    from bot.preview import BotApiServer
    from tests.end_to_end.conftest import RunBot, RunningBot

QUESTION = "When did the workshop take place?"
NOON = datetime(2023, 11, 28, 12, tzinfo=UTC)

pytestmark = pytest.mark.asyncio(loop_scope="session")


def set_clock(file: Path, instant: datetime) -> None:
    """Set a clock that stands still, in one step: the bot may read it at any moment."""
    new = file.with_suffix(".new")
    new.write_text(f"{instant.isoformat()} 0", encoding="utf-8")
    new.replace(file)


def is_notice(text: str, language: str, *, count: int) -> bool:
    """Whether it is the notice in a language, with whatever seconds."""
    pattern = re.escape(texts_in(language).limited).replace(r"\{seconds\}", "[0-9]+")
    return bool(re.fullmatch(pattern.replace(r"\{count\}", str(count)), text))


async def kinds(bot: RunningBot, question: str, number: int) -> list[str]:
    """What became of a question, each time it was asked, in order."""
    async with asyncio.timeout(20):
        while len(rows := await bot.questions(lambda row: row["question"] == question)) < number:
            pass
    return [str(row["kind"]) for row in rows]


async def test_over_the_limit_one_notice_and_silence_until_the_minute_is_over(
    run_bot: RunBot, tmp_path: Path
) -> None:
    clock = tmp_path / "clock"
    set_clock(clock, NOON)
    async with run_bot(BOT_CLOCK=str(clock), BOT_QUESTIONS_PER_MINUTE="3") as bot:
        leyla, rustam = await bot.guest(), await bot.guest()
        for _ in range(7):
            leyla.say(QUESTION)
        replies = [await leyla.reply() for _ in range(4)]
        assert all(reply.marked("blockquote") for reply in replies[:3])
        assert is_notice(replies[3].text, "en", count=3)
        assert "60" in replies[3].text
        said = await bot.ask(rustam, "What is a landmine?")  # another person has a minute of their own
        assert not is_notice(said.text, "en", count=3)
        for text in ("I found a mine", "I am standing on a mine"):
            assert "112" in (await bot.ask(leyla, text)).text
        await leyla.silence(0.5)
        assert await kinds(bot, QUESTION, 7) == ["answer"] * 3 + ["limited"] * 4
        assert (await bot.ask(leyla, "/help")).text  # commands are no questions
        set_clock(clock, NOON + timedelta(seconds=59))
        leyla.say(QUESTION)
        await leyla.silence(0.5)
        set_clock(clock, NOON + timedelta(seconds=60))
        assert (await bot.ask(leyla, QUESTION)).marked("blockquote")
        assert "Traceback" not in bot.log


async def test_the_notice_is_in_the_language_of_the_question_and_zero_is_no_limit(run_bot: RunBot) -> None:
    questions = {
        "en": QUESTION,
        "az": "Seminar nə vaxt keçirilib?",
        "ru": "Когда проходил семинар?",
    }
    async with run_bot(BOT_QUESTIONS_PER_MINUTE="1") as bot:
        for language in TEXTS_BY_LANGUAGE:
            person = await bot.guest(language)
            await bot.ask(person, questions[language])
            assert is_notice((await bot.ask(person, questions[language])).text, language, count=1)
    async with run_bot(BOT_QUESTIONS_PER_MINUTE="0") as bot:
        leyla = await bot.guest()
        for _ in range(60):
            leyla.say(QUESTION)
        for _ in range(60):
            assert (await leyla.reply()).marked("blockquote")


async def test_a_flood_by_one_chat_does_not_slow_others(bot: RunningBot) -> None:
    """Two hundred messages wait in one chat's lane; the others' answers come between them."""
    flooding, leyla = await bot.guest(), await bot.guest()
    for _ in range(200):
        flooding.say("/help")
    assert (await bot.ask(leyla, QUESTION)).marked("blockquote")
    assert flooding.unread < 200
    for _ in range(200):
        await flooding.reply()


async def test_a_question_whose_reply_gets_lost_is_not_counted_against_its_limit(
    server: BotApiServer, run_bot: RunBot
) -> None:
    """Its reply is tried again and again, and at last it is there."""
    async with run_bot(BOT_QUESTIONS_PER_MINUTE="1") as bot:
        leyla = bot.newcomer()
        server.faults.add(Reset(), method="sendMessage", times=14)
        leyla.say("When did the workshop take place?")
        assert (await leyla.reply(40)).marked("blockquote")
