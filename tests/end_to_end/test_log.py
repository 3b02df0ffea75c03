"""What is kept of a conversation, for whom, and for how long."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import sqlite3
from typing import TYPE_CHECKING

import pytest

from handlers.texts import TEXTS_BY_LANGUAGE, texts_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end_to_end.conftest import RunBot, RunningBot

pytestmark = pytest.mark.asyncio(loop_scope="session")

QUESTION = "When did the workshop take place?"
COLUMNS = (
    "id, asked_at, participant, chat_kind, language, question, "
    "kind, confidence, passages, milliseconds, feedback"
)
ENGLISH = texts_in("en")


async def test_the_export_holds_a_run_as_the_contract_says(run_bot: RunBot) -> None:
    """The columns by name and order, both forms alike, no Telegram id, no telephone, no formula, no token."""
    async with run_bot() as bot:
        leyla, rustam = await bot.guest("en"), await bot.guest("ru")
        answer = await bot.ask(leyla, QUESTION)
        await leyla.press(answer.button(ENGLISH.helpful))
        await bot.ask(rustam, "Когда проходил семинар? +994 50 123 45 67, r@example.az")
        await bot.ask(leyla, '=HYPERLINK("http://evil.example")')
        await bot.ask(leyla, "thanks")
        assert await bot.stop() == 0
        printed = bot.export("csv")
        rows = list(csv.DictReader(io.StringIO(printed)))
        lines = [json.loads(line) for line in bot.export("jsonl").splitlines()]
    assert ", ".join(rows[0]) == ", ".join(lines[0]) == COLUMNS
    assert [line["kind"] for line in lines if line["participant"] == 1] == [
        "answer",
        "not_found",
        "smalltalk",
    ]
    assert [line["language"] for line in lines] == ["en", "ru", "en", "en"]
    assert [line["feedback"] for line in lines] == ["helpful", None, None, None]
    assert len({line["participant"] for line in lines}) == 2
    assert lines[0]["question"] == QUESTION
    assert lines[0]["passages"]
    assert 0 < lines[0]["confidence"] <= 1
    assert lines[0]["chat_kind"] == "private"
    assert lines[0]["asked_at"].endswith("+00:00")
    assert rows[2]["question"].startswith("'=")
    assert [row["question"].lstrip("'") for row in rows] == [line["question"] for line in lines]
    for secret in (str(leyla.id), str(rustam.id), "123 45 67", "r@example.az", bot.server.token, "Leyla"):
        assert secret not in printed


async def test_the_operational_log_holds_neither_the_token_nor_what_was_asked(run_bot: RunBot) -> None:
    async with run_bot() as bot:
        leyla = await bot.guest()
        answer = await bot.ask(leyla, "When did the quokka workshop take place?")
        for button in answer.buttons[:1]:
            await leyla.press(button)
        await bot.ask(leyla, "I found a mine beside the quokka")
    for secret in (bot.server.token, bot.server.token.split(":")[1], "quokka", str(leyla.id), "Leyla"):
        assert secret not in bot.log


@pytest.mark.parametrize("language", list(TEXTS_BY_LANGUAGE))
async def test_forget_me_asks_first_and_then_forgets(bot: RunningBot, language: str) -> None:
    texts, leyla = texts_in(language), await bot.guest(language)
    answer = await bot.ask(leyla, QUESTION)
    confirmation = await bot.ask(leyla, "/forget_me")
    await leyla.press(confirmation.button(texts.forget_no))
    assert (await leyla.edited(confirmation)).text == texts.kept
    confirmation = await bot.ask(leyla, "/forget_me")
    await leyla.press(confirmation.button(texts.forget_yes))
    assert (await leyla.edited(confirmation)).text == texts.forgotten.format(questions=1)
    assert (await leyla.press(answer.button(ENGLISH.helpful))).text == texts.section_gone
    assert (await bot.ask(leyla, "/forget_me")).text.startswith(texts.nothing_to_forget)
    assert ENGLISH.privacy_line in (await bot.ask(leyla, QUESTION)).text


async def test_what_is_forgotten_is_in_no_export(bot: RunningBot) -> None:
    leyla, rustam = await bot.guest(), await bot.guest()
    await bot.ask(leyla, "Do wallabies find mines?")
    await bot.ask(rustam, "Do wallabies find bombs?")
    confirmation = await bot.ask(leyla, "/forget_me")
    await leyla.press(confirmation.button(ENGLISH.forget_yes))
    await leyla.edited(confirmation)
    (row,) = await bot.questions(lambda row: "wallabies" in str(row["question"]))
    assert row["question"] == "Do wallabies find bombs?"


async def test_somebody_unknown_leaves_no_trace_by_asking_to_be_forgotten(bot: RunningBot) -> None:
    leyla = bot.newcomer()
    for _ in range(2):
        reply = await bot.ask(leyla, "/forget_me")
        assert reply.text == f"{ENGLISH.nothing_to_forget}\n\n{ENGLISH.privacy_line}"


async def test_texts_go_when_their_days_are_over_and_figures_stay(run_bot: RunBot, tmp_path: Path) -> None:
    """Also the words of the person who asked: the clock of a rehearsal is set forward."""
    clock = tmp_path / "clock"
    clock.write_text("2023-11-28T09:00:00+04:00")
    async with run_bot(BOT_CLOCK=str(clock), BOT_RETENTION_DAYS="30") as bot:
        leyla = await bot.guest()
        answer = await bot.ask(leyla, QUESTION)
        (asked,) = await bot.questions(lambda row: row["question"] == QUESTION)
        assert asked["asked_at"].startswith("2023-11-28T05:00")
        clock.write_text("2023-12-27T09:00:00+04:00")
        await bot.ask(leyla, "How are rats used to find mines?")
        clock.write_text("2023-12-29T09:00:00+04:00")
        (pruned,) = await bot.questions(lambda row: row["question"] is None)
        kept = {"question", "participant"}
        assert pruned == {**asked, **dict.fromkeys(kept)}
        assert await bot.questions(lambda row: row["question"] == "How are rats used to find mines?")
        assert (await leyla.press(answer.button(ENGLISH.helpful))).text == ENGLISH.section_gone


async def test_a_person_unseen_for_the_days_is_removed_and_told_anew(run_bot: RunBot, tmp_path: Path) -> None:
    """The Telegram number goes with the last question; one who only pressed /start goes too."""
    clock = tmp_path / "clock"
    clock.write_text("2023-11-28T09:00:00+04:00")
    async with run_bot(BOT_CLOCK=str(clock), BOT_RETENTION_DAYS="30") as bot:
        leyla, rustam = await bot.guest(), await bot.guest()
        await bot.ask(leyla, QUESTION)
        await bot.questions(lambda row: row["question"] == QUESTION)
        clock.write_text("2023-12-29T09:00:00+04:00")
        await bot.questions(lambda row: row["participant"] is None)
        with sqlite3.connect(bot.database) as connection:
            assert connection.execute("SELECT count(*) FROM participants").fetchone() == (0,)
        connection.close()
        for person in (leyla, rustam):
            assert ENGLISH.privacy_line in (await bot.ask(person, QUESTION)).text


async def test_questions_of_many_people_at_once_are_all_answered_and_kept(bot: RunningBot) -> None:
    people = [await bot.guest() for _ in range(20)]
    for number, person in enumerate(people):
        person.say(f"{QUESTION} {'~' * (number + 1)}")
    for reply in await asyncio.gather(*(person.reply() for person in people)):
        assert reply.marked("blockquote")
    rows = await bot.questions(lambda row: "~" in str(row["question"]))
    assert sorted(row["question"].count("~") for row in rows) == list(range(1, 21))
    assert len({row["participant"] for row in rows}) == 20
