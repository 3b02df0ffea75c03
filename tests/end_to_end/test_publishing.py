"""The corpus is published beside a running bot, which answers from it within seconds."""

from __future__ import annotations

import asyncio
import json
import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from bot.preview import Person
    from tests.end_to_end.conftest import RunBot, RunningBot

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(600)]

LONGEST_SWITCH = 60
"""Seconds; that it takes less than five is measured by `tests/benchmarks/publishing.py`."""
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

Participants park their bicycles {place}. The desk keeps the 12 keys.

Sources: desk
"""


@pytest.fixture
def settings(database_url: str) -> dict[str, str]:
    """A database of the test's own, on SQLite and on PostgreSQL."""
    return {"BOT_DATABASE_URL": database_url, "BOT_QUESTIONS_PER_MINUTE": "0"}


@pytest.fixture
def document(tmp_path: Path) -> Path:
    file = tmp_path / "bicycles.md"
    file.write_text(DOCUMENT.format(place="in the yard"), encoding="utf-8")
    return file


async def answered(bot: RunningBot, person: Person, words: str) -> None:
    """Ask until the answer holds some words, as another version is being brought into service."""
    async with asyncio.timeout(LONGEST_SWITCH):
        while words not in (await bot.ask(person, QUESTION)).text:  # noqa: ASYNC110 - the bot is another process
            await asyncio.sleep(0.2)


async def test_add_publish_roll_back(run_bot: RunBot, settings: dict[str, str], document: Path) -> None:
    """What is drafted is not served; what is published is; a rollback brings the answers before back."""
    async with run_bot(**settings) as bot:
        leyla = await bot.guest()
        assert "en/bicycles.md" in await bot.command("corpus", "add", str(document))
        assert "bicycles" not in (await bot.ask(leyla, QUESTION)).text
        assert "bicycles" not in await bot.command("corpus", "list")
        assert "new document" in await bot.command("corpus", "diff")
        assert "Version 2" in await bot.command("corpus", "publish", "--yes")
        await answered(bot, leyla, "in the yard")
        assert "en/bicycles.md" in await bot.command("corpus", "list")
        assert "in the yard" in await bot.command("ask", QUESTION)

        document.write_text(DOCUMENT.format(place="behind the hall"), encoding="utf-8")  # noqa: ASYNC240 - small
        assert "replaced" in await bot.command("corpus", "add", str(document))
        assert "Version 3" in await bot.command("corpus", "publish", "--yes")
        await answered(bot, leyla, "behind the hall")

        await bot.command("corpus", "rollback", "1")
        await answered(bot, leyla, "did not find")
        await bot.command("corpus", "rollback", "2")
        await answered(bot, leyla, "in the yard")
        versions = json.loads(await bot.command("corpus", "versions", "--json"))
        assert [(one["number"], one["served"]) for one in versions] == [(3, False), (2, True), (1, False)]
        assert "Traceback" not in bot.log
    async with run_bot(**settings) as bot:  # what was published is served after a restart
        assert "in the yard" in (await bot.ask(await bot.guest(), QUESTION)).text


async def test_a_process_on_another_disk_brings_the_version_there(
    run_bot: RunBot, settings: dict[str, str], document: Path, tmp_path: Path
) -> None:
    """Each host has a folder of its own; the database is all they share."""
    async with run_bot(**settings, BOT_DATA_DIR=str(tmp_path / "another disk")) as bot:
        leyla = await bot.guest()
        await bot.command("corpus", "add", str(document))
        await bot.command("corpus", "publish", "--yes")
        shutil.rmtree(tmp_path / "another disk" / "corpus")  # as on a disk the command never saw
        await bot.command("corpus", "rollback", "1")
        await bot.command("corpus", "rollback", "2")
        await answered(bot, leyla, "in the yard")


async def test_a_folder_brings_what_changed_in_it(
    run_bot: RunBot, settings: dict[str, str], document: Path, tmp_path: Path
) -> None:
    """A correction made in the chat or by a command since then stays; the folder says what it took."""
    async with run_bot(**settings) as bot:
        folder = tmp_path / "folder"
        await bot.command("corpus", "export", str(folder))
        assert (await bot.command("corpus", "publish", str(folder), "--yes")).count("Nothing changes") == 1
        (folder / "README.md").write_text("# About this folder\n", encoding="utf-8")
        (folder / ".git").mkdir()
        (folder / ".git" / "description.md").write_text("none of the corpus", encoding="utf-8")
        shutil.copy(document, folder / "en" / "bicycles.md")
        said = await bot.command("corpus", "publish", str(folder), "--yes")
        assert "1 added" in said
        assert "added en/bicycles.md" in said
        assert "left README.md" in said
        leyla = await bot.guest()
        await answered(bot, leyla, "in the yard")

        other = tmp_path / "boats.md"
        text = DOCUMENT.format(place="at the pier").replace("bicycles", "boats").replace("Bicycles", "Boats")
        other.write_text(text, encoding="utf-8")
        await bot.command("corpus", "add", str(other))
        await bot.command("corpus", "publish", "--yes")
        (folder / "en" / "bicycles.md").write_text(DOCUMENT.format(place="upstairs"), encoding="utf-8")
        said = await bot.command("corpus", "publish", str(folder), "--yes")
        assert "1 changed" in said
        assert "kept en/boats.md" in said
        await answered(bot, leyla, "upstairs")
        assert "en/boats.md" in await bot.command("corpus", "list")

        (folder / "en" / "bicycles.md").unlink()
        assert "removed en/bicycles.md" in await bot.command("corpus", "publish", str(folder), "--yes")
        await answered(bot, leyla, "did not find")


async def test_a_lost_golden_question_is_refused_until_it_is_overridden(
    run_bot: RunBot, settings: dict[str, str]
) -> None:
    """`--yes` never passes the gate; the reason is kept."""
    async with run_bot(**settings) as bot:
        await bot.command("corpus", "remove", "en/animals.md")
        refused = await bot.command("corpus", "publish", "--yes", status=1)
        assert "golden questions lose their answer" in refused
        ids = refused.partition("answer: ")[2].partition(". ")[0].split(", ")
        assert ids
        await bot.command("corpus", "publish", "--yes", "--override", ids[0], status=2)
        if len(ids) > 1:
            one = ("--override", ids[0], "--reason", "the animals have left")
            assert ids[1] in await bot.command("corpus", "publish", "--yes", *one, status=1)
        assert json.loads(await bot.command("corpus", "versions", "--json")) == []
        all_of_them = [word for id_ in ids for word in ("--override", id_)]
        reason = ("--reason", "the animals have left")
        assert "Version 2" in await bot.command("corpus", "publish", "--yes", *all_of_them, *reason)
        newest = json.loads(await bot.command("corpus", "versions", "--json"))[0]
        assert newest["overrides"] == dict.fromkeys(ids, "the animals have left")


async def test_a_version_that_can_not_be_used_leaves_the_one_before(
    run_bot: RunBot, settings: dict[str, str], document: Path, tmp_path: Path
) -> None:
    """The disk of the bot can't be written: it goes on, says so, and switches once it can."""
    async with run_bot(**settings) as bot:
        leyla = await bot.guest()
        blocked = tmp_path / "data" / "corpus"
        blocked.parent.mkdir(exist_ok=True)
        blocked.write_text("no folder", encoding="utf-8")
        elsewhere = {"BOT_DATA_DIR": str(tmp_path / "the maintainer's")}
        await bot.command("corpus", "add", str(document), **elsewhere)
        await bot.command("corpus", "publish", "--yes", **elsewhere)
        async with asyncio.timeout(LONGEST_SWITCH):
            while "can't be used" not in bot.log:  # noqa: ASYNC110 - as above
                await asyncio.sleep(0.1)
        assert "did not find" in (await bot.ask(leyla, QUESTION)).text
        assert "Traceback" not in bot.log
