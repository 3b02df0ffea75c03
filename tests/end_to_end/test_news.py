"""A new version reaches those whom it concerns, once, and nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bot.preview import Person
    from tests.end_to_end.conftest import RunBot, RunningBot

pytestmark = pytest.mark.asyncio(loop_scope="session")

QUESTION = "Where do the participants park their bicycles?"
DOCUMENT = """---
id: bicycles
title: Bicycles
theme: workshop
language: en
date: 2023-11-28
review: 2033-11-28
sources:
  desk:
    title: The desk
---
## Where participants park their bicycles

Participants park their bicycles {place}. The desk keeps the keys.

Sources: desk
"""
DAYTIME = "2023-11-28T09:00:00Z"


async def publish(bot: RunningBot, place: str, *options: str) -> str:
    """Publish the bicycles where they are now."""
    file = bot.folder / "bicycles.md"
    file.write_text(DOCUMENT.format(place=place), encoding="utf-8")
    await bot.command("corpus", "add", str(file))
    return await bot.command("corpus", "publish", "--yes", *options)


async def asked(bot: RunningBot, person: Person, words: str) -> None:
    """Ask until the answer holds some words: another version is served within five seconds."""
    for _ in range(20):
        if words in (await bot.ask(person, QUESTION)).text:
            return
    raise AssertionError(f"no answer with {words!r}")


@pytest.mark.timeout(400)  # it publishes three times
async def test_who_waits_and_who_was_shown_something_else_hears_once(run_bot: RunBot) -> None:
    async with run_bot(BOT_CLOCK=DAYTIME, BOT_QUESTIONS_PER_MINUTE="0") as bot:
        leyla, other, nobody = await bot.guest(), await bot.guest(), await bot.guest()
        unanswered = await bot.ask(leyla, QUESTION)
        await bot.ask(other, QUESTION)
        await leyla.press(unanswered.button("Tell me when there is an answer"))
        said = await publish(bot, "in the yard")
        assert "1 answers to questions that waited and 0 corrections" in said
        news = await leyla.reply(20)
        assert news.text.startswith(f"You asked: “{QUESTION}” There is an answer now:")
        assert "Participants park their bicycles in the yard." in news.text
        await asked(bot, other, "in the yard")

        said = await publish(bot, "behind the hall")
        assert "0 answers to questions that waited and 2 corrections" in said
        for person in (leyla, other):
            correction = await person.reply(20)
            assert correction.text.startswith("A text I showed you has been corrected.")
            assert "in the yard" in correction.text
            assert "Participants park their bicycles behind the hall." in correction.text
        await nobody.silence(1)

        await publish(bot, "in the yard, at last", "--no-tell")
        await other.silence(2)
