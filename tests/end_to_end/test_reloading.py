"""Documents that change while the bot serves them."""

from __future__ import annotations

import asyncio
import shutil
from typing import TYPE_CHECKING

import pytest

from corpus.reading.folder import BUNDLED

if TYPE_CHECKING:
    from pathlib import Path

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


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    return shutil.copytree(BUNDLED, tmp_path / "documents")


async def answered(bot: RunningBot, person: Person, words: str) -> None:
    """Ask until the answer holds some words."""
    async with asyncio.timeout(15):
        while words not in (await bot.ask(person, QUESTION)).text:  # noqa: ASYNC110 - the bot is another process
            await asyncio.sleep(0.5)


async def refused(bot: RunningBot, times: int) -> None:
    """Wait until changed documents were refused so often."""
    async with asyncio.timeout(15):
        while bot.log.count("changed documents can't be used") < times:  # noqa: ASYNC110 - as above
            await asyncio.sleep(0.2)


async def test_a_new_document_answers_without_a_restart(run_bot: RunBot, documents: Path) -> None:
    """Added, changed, taken away; what can't be used leaves the one before in service, with a line."""
    async with run_bot(BOT_CORPUS_DIR=str(documents), BOT_QUESTIONS_PER_MINUTE="0") as bot:
        leyla = await bot.guest()
        assert "bicycles" not in (await bot.ask(leyla, QUESTION)).text
        added = documents / "en" / "bicycles.md"
        added.write_text(DOCUMENT.format(place="in the yard"), encoding="utf-8")
        await answered(bot, leyla, "in the yard")
        added.write_text(DOCUMENT.format(place="behind the hall"), encoding="utf-8")
        await answered(bot, leyla, "behind the hall")

        whole = added.read_text(encoding="utf-8")
        added.write_text(whole[:20], encoding="utf-8")  # as while it is being copied
        await refused(bot, 1)
        assert "behind the hall" in (await bot.ask(leyla, QUESTION)).text
        added.write_text(whole, encoding="utf-8")

        workshop = documents / "workshop.yaml"
        whole = workshop.read_text(encoding="utf-8")
        workshop.write_text("nothing: of use\n", encoding="utf-8")
        await refused(bot, 2)
        assert "behind the hall" in (await bot.ask(leyla, QUESTION)).text

        workshop.write_text(whole, encoding="utf-8")
        added.unlink()
        await answered(bot, leyla, "did not find")
        assert "Traceback" not in bot.log
