"""Three hundred people and a bad day: kills and faults leave each in the right state, and none doubled."""

import asyncio
import csv
import io
import json
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bot.pacing import SendBudget
from bot.preview import BLOCKED, BotApiServer, Delay, Html, LoseReply, Person, Refuse, too_many_requests
from bot.preview.errors import BotApiError

if TYPE_CHECKING:
    from conftest import RunBot, RunningBot

pytestmark = pytest.mark.asyncio(loop_scope="session")

PEOPLE = 300
PER_SECOND = 200
TEXT = "The bus leaves at five."


def audience(server: BotApiServer, folder: Path) -> tuple[list[Person], str]:
    """People who are known to Telegram alone, and the list of them."""
    guests = [server.person(f"Guest {number}") for number in range(PEOPLE)]
    file = folder / "guests"
    file.write_text("\n".join(str(guest.id) for guest in guests))
    return guests, f"list={file}"


def copies(guests: Sequence[Person]) -> Counter[int]:
    """How many copies each has."""
    return Counter({guest.id: sum(message.text == TEXT for message in guest.messages) for guest in guests})


async def states(bot: "RunningBot", number: int) -> dict[int, str]:
    printed = await bot.command("announce", "show", str(number), "--csv")
    rows = csv.DictReader(io.StringIO(printed.removeprefix("\ufeff")))
    return {int(row["chat_id"]): row["state"] for row in rows}


async def record(bot: "RunningBot", to: str, *words: str) -> dict[str, Any]:
    printed = await bot.command("announce", "--text", TEXT, "--to", to, "--yes", "--json", *words)
    said: dict[str, Any] = json.loads(printed)
    return said


async def finished(bot: "RunningBot", number: int) -> dict[str, Any]:
    async with asyncio.timeout(30):
        while True:
            said: dict[str, Any] = json.loads(await bot.command("announce", "show", str(number), "--json"))
            if said["state"] == "finished":
                return said


async def test_kills_double_nothing_and_lose_nothing_untold(
    run_bot: "RunBot", server: BotApiServer, database_url: str, tmp_path: Path
) -> None:
    """Also on PostgreSQL, where a transaction takes its time."""
    server.faults.add(Delay(0.03), method="sendMessage")
    guests, to = audience(server, tmp_path)
    chance = random.Random(1)  # noqa: S311 - repeatable chance is the point
    async with run_bot(BOT_MESSAGES_PER_SECOND=str(PER_SECOND), BOT_DATABASE_URL=database_url) as bot:
        number = (await record(bot, to))["id"]
        for kill in range(1, 4):
            wanted = (kill - chance.random()) * PEOPLE / 4
            async with asyncio.timeout(30):
                while copies(guests).total() < wanted:  # noqa: ASYNC110 - three hundred who could wake us
                    await asyncio.sleep(0.01)
            bot.kill()
            await bot.ended()
            await bot.start()
        said = await finished(bot, number)
        ended, held = await states(bot, number), copies(guests)
    assert set(ended.values()) <= {"sent", "unknown"}
    assert {guest for guest, number in held.items() if number != 1 and ended[guest] == "sent"} == set()
    assert max(held.values()) == 1
    assert said["counts"]["unknown"] <= 3 * SendBudget(PER_SECOND).at_once
    assert said["counts"]["unknown"] < PEOPLE / 2


async def test_a_bad_network_leaves_everybody_in_the_right_state(
    run_bot: "RunBot", server: BotApiServer, tmp_path: Path
) -> None:
    guests, to = audience(server, tmp_path)
    blocked = {guest.id for guest in guests[::10]}
    for guest in blocked:
        server.faults.add(BLOCKED, method="sendMessage", chat_id=guest)
    error = Refuse(BotApiError(500, "Internal Server Error"))
    server.faults.add(too_many_requests(1), method="sendMessage", probability=0.03)
    server.faults.add(error, method="sendMessage", probability=0.05)
    effects = (Html(502), LoseReply())
    lost = [server.faults.add(effect, method="sendMessage", probability=0.03) for effect in effects]
    async with run_bot(BOT_MESSAGES_PER_SECOND=str(PER_SECOND)) as bot:
        said = await record(bot, to, "--follow")
        ended, held = await states(bot, said["id"]), copies(guests)
    assert {guest for guest, state in ended.items() if state == "unreachable"} == blocked
    assert {guest for guest, state in ended.items() if state == "sent" and held[guest] != 1} == set()
    assert said["counts"]["unknown"] == sum(rule.hits for rule in lost)
    assert said["counts"]["failed"] == said["counts"]["pending"] == 0
    assert max(held.values()) == 1
