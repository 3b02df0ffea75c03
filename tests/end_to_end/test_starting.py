"""The start, the stop and what prevents them: one line that says what to do, never a traceback."""

from __future__ import annotations

import shutil
import sqlite3
from typing import TYPE_CHECKING

import pytest

from bot.preview import Html, Refuse, too_many_requests
from bot.preview.errors import BotApiError
from bot.wiring import BUNDLED
from handlers.texts import texts_in
from storage.database import Database

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from bot.preview import BotApiServer
    from tests.end_to_end.conftest import RunBot, TryToStart

QUESTION = "When did the workshop take place?"
ENGLISH = texts_in("en")
TOKEN = "123456:TEST"  # noqa: S105  # of a double
EXPECTED = {
    "BOT_RETENTION_DAYS": "expected a number of days, 1 to 36500",
    "BOT_QUESTIONS_PER_MINUTE": "expected a whole number, 0 or more",
}
NOWHERE = "http://127.0.0.1:9"
"""The discard port: nobody listens there."""

pytestmark = pytest.mark.asyncio(loop_scope="session")


def complaint(ended: subprocess.CompletedProcess[str]) -> str:
    """The one line on standard error that is not the log's."""
    assert "Traceback" not in ended.stderr, ended.stderr
    (line,) = [line for line in ended.stderr.splitlines() if line.startswith("workshop-bot: ")]
    assert ended.stderr.rstrip().endswith(line)
    return line


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("BOT_RETENTION_DAYS", "abc"),
        ("BOT_RETENTION_DAYS", "0"),
        ("BOT_RETENTION_DAYS", "999999999999"),
        ("BOT_QUESTIONS_PER_MINUTE", "-1"),
        ("BOT_QUESTIONS_PER_MINUTE", "2.5"),
        ("BOT_API_URL", "foo"),
        ("BOT_CORPUS_DIR", "/nowhere/at/all"),
        ("BOT_CLOCK", "never"),
        ("BOT_CLOCK", "/etc/hostname"),
        ("BOT_DATA_DIR", "/dev/null/data"),
    ],
)
async def test_a_wrong_setting_ends_the_start_with_its_name_and_what_was_given(
    try_to_start: TryToStart, name: str, given: str
) -> None:
    ended = await try_to_start(**{"BOT_TOKEN": TOKEN, "BOT_API_URL": NOWHERE, name: given})
    line = complaint(ended)
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert f"{name} is {given!r}" in line
    assert ": expected " in line
    assert EXPECTED.get(name, "") in line


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("BOT_TOKEN", "sesame"),
        ("BOT_TOKEN", "123456:with space"),
        ("BOT_DATABASE_URL", "mysql://bot:sesame@host/log"),
        ("BOT_DATABASE_URL", "sesame"),
    ],
)
async def test_a_wrong_secret_is_named_and_not_shown(try_to_start: TryToStart, name: str, given: str) -> None:
    ended = await try_to_start(**{"BOT_TOKEN": TOKEN, "BOT_API_URL": NOWHERE, name: given})
    assert ended.returncode == 2
    assert complaint(ended).startswith(f"workshop-bot: {name} is (hidden): expected ")
    assert "sesame" not in ended.stderr


async def test_no_token_is_a_wrong_setting(try_to_start: TryToStart) -> None:
    ended = await try_to_start()
    assert ended.returncode == 2
    assert "BOT_TOKEN" in complaint(ended)


async def test_no_network_ends_the_start(try_to_start: TryToStart) -> None:
    ended = await try_to_start(BOT_TOKEN=TOKEN, BOT_API_URL=NOWHERE)
    assert ended.returncode == 1
    assert "can't be reached" in complaint(ended)
    assert TOKEN not in ended.stderr


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A copy of the bundled workshop."""
    return shutil.copytree(BUNDLED, tmp_path / "corpus")


@pytest.mark.parametrize("missing", ["inside", "numbers"])
async def test_a_missing_card_or_number_prevents_the_start(
    try_to_start: TryToStart, corpus: Path, missing: str
) -> None:
    file = corpus / "workshop.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(f"\n  {missing}:", f"\n  {missing}_:"))
    ended = await try_to_start(BOT_TOKEN=TOKEN, BOT_API_URL=NOWHERE, BOT_CORPUS_DIR=str(corpus))
    assert ended.returncode == 1
    line = complaint(ended)
    assert "workshop.yaml:" in line
    assert f"safety.{missing}" in line


async def test_a_workshop_that_is_no_yaml_is_told_with_file_and_line(
    try_to_start: TryToStart, corpus: Path
) -> None:
    (corpus / "workshop.yaml").write_text("name: x\n\t- y\n")
    ended = await try_to_start(BOT_TOKEN=TOKEN, BOT_API_URL=NOWHERE, BOT_CORPUS_DIR=str(corpus))
    assert ended.returncode == 1
    assert "workshop.yaml:2" in complaint(ended)


async def test_one_bad_document_is_left_out_and_told_and_the_rest_serves(
    run_bot: RunBot, corpus: Path
) -> None:
    (corpus / "en" / "bad.md").write_text("# No front matter\n\nText.\n")
    async with run_bot(BOT_CORPUS_DIR=str(corpus)) as bot:
        leyla = bot.newcomer()
        assert (await bot.ask(leyla, "When did the workshop take place?")).marked("blockquote")
    assert "en/bad.md:1" in bot.log


async def test_a_token_that_telegram_refuses_is_told_so(
    server: BotApiServer, try_to_start: TryToStart
) -> None:
    ended = await try_to_start(server, BOT_TOKEN="654321:WRONG")  # noqa: S106  # nobody's
    assert ended.returncode == 1
    assert "refuses BOT_TOKEN" in complaint(ended)
    assert "654321" not in ended.stderr


@pytest.mark.parametrize("effect", [Html(502), too_many_requests(600)])
async def test_telegram_out_of_order_at_the_start_is_told_so(
    server: BotApiServer, try_to_start: TryToStart, effect: Html | Refuse
) -> None:
    server.faults.add(effect, method="getMe")
    ended = await try_to_start(server)
    assert ended.returncode == 1
    assert "can't be reached" in complaint(ended)


async def test_a_database_newer_than_the_program_is_refused_and_left_alone(
    server: BotApiServer, try_to_start: TryToStart, tmp_path: Path
) -> None:
    file = tmp_path / "log.sqlite3"
    url = f"sqlite+aiosqlite:///{file}"
    database = Database(url)
    await database.migrate()
    await database.close()
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = file.read_bytes()
    ended = await try_to_start(server, BOT_DATABASE_URL=url)
    assert ended.returncode == 1
    assert "newer than this program" in complaint(ended)
    assert file.read_bytes() == before


async def test_another_process_on_the_same_token_ends_the_bot(server: BotApiServer, run_bot: RunBot) -> None:
    async with run_bot() as bot:
        bot.ends_with = 1
        conflict = Refuse(BotApiError(409, "Conflict: terminated by other getUpdates request"))
        server.faults.add(conflict, method="getUpdates")
        bot.newcomer().say("hello")  # ends the poll under way
        assert await bot.ended() == 1
    assert bot.log.splitlines()[-1].startswith("workshop-bot: Another process")
    assert "Traceback" not in bot.log


async def test_menus_that_can_t_be_set_are_no_reason_not_to_serve(
    server: BotApiServer, run_bot: RunBot
) -> None:
    server.faults.add(too_many_requests(600), method="setMyCommands")
    async with run_bot() as bot:
        assert (await bot.ask(bot.newcomer(), "/help")).text


async def test_a_restart_loses_no_question_and_no_button(run_bot: RunBot) -> None:
    """SIGTERM ends it in order; what was asked meanwhile is answered afterwards."""
    async with run_bot() as bot:
        leyla, rustam = await bot.guest(), await bot.guest()
        answer = await bot.ask(leyla, QUESTION)
        topics = await bot.ask(leyla, "/topics")
        assert await bot.stop() == 0
        rustam.say(QUESTION)
        await bot.start()
        assert (await rustam.reply()).marked("blockquote")
        await leyla.press(answer.button(ENGLISH.helpful))
        liked = await leyla.edited(answer)
        await leyla.press(liked.button(ENGLISH.next_best))
        assert (await leyla.edited(liked)).button(f"✓ {ENGLISH.helpful}")
        await leyla.press(topics.buttons[0])
        assert (await leyla.edited(topics)).text != topics.text
    assert "Traceback" not in bot.log
