"""What SIGKILL costs an announcement: nobody is missing but those who are reported, nobody has it twice."""

import asyncio
import json
import random
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from audience import TEXT, command, copies, invite, register
from kills import Bot, NoCounts

from bot.pacing import SendBudget
from bot.preview import BotApiServer, Delay
from storage.database import Database

PER_SECOND = 200
LATENCY = 0.05
LONGEST_WAIT = 120.0


async def killed(*, kills: int, people: int, seed: int) -> tuple[str, bool]:
    """Kill so many times while one announcement goes out; gives what to tell, and whether all is well."""
    chance = random.Random(seed)  # noqa: S311 - repeatable chance is the point
    with TemporaryDirectory(prefix="kills-") as name:
        folder = Path(name)
        async with BotApiServer(keep=4) as server:
            ids = invite(server, people)
            server.faults.add(Delay(LATENCY))
            file = folder / "data" / "workshop-bot.sqlite3"
            file.parent.mkdir()
            await _fill(file, ids)
            bot = Bot(server, folder, webhook=False, settings={"BOT_MESSAGES_PER_SECOND": str(PER_SECOND)})
            number = json.loads(await command(folder, "announce", "--text", TEXT, "--yes", "--json"))["id"]
            rounds = []
            try:
                for left in range(kills, 0, -1):
                    await bot.start()
                    pending = _counts(file)["pending"]
                    # So that the kills are spread over the whole of it.
                    share = pending / left * chance.random()
                    await _until_sent(file, pending - share)
                    flying = sum(call.status == 0 for call in server.calls if call.method == "sendMessage")
                    await bot.kill()
                    rounds.append((flying, _counts(file)["sending"]))
                await bot.start()
                await _finished(file)
            finally:
                await bot.kill()
            counts = _counts(file)
            shown = json.loads(await command(folder, "announce", "show", str(number), "--json"))
            return _told(ids, server, file, rounds, counts, shown["state"])


async def _fill(file: Path, ids: range) -> None:
    database = Database(f"sqlite+aiosqlite:///{file}")
    await database.migrate()
    await register(database, ids, datetime.now(UTC))
    await database.close()


def _counts(file: Path) -> dict[str, int]:
    with closing(sqlite3.connect(file, timeout=10)) as database:
        found = dict(database.execute("SELECT state, count(*) FROM deliveries GROUP BY state"))
    return {state: found.get(state, 0) for state in ("pending", "sending", "sent", "unknown", "failed")}


async def _until_sent(file: Path, pending: float) -> None:
    deadline = monotonic() + LONGEST_WAIT
    while _counts(file)["pending"] > pending and monotonic() < deadline:  # noqa: ASYNC110 - another process's
        await asyncio.sleep(0.002)


async def _finished(file: Path) -> None:
    deadline = monotonic() + LONGEST_WAIT
    while (counts := _counts(file))["pending"] or counts["sending"]:
        if monotonic() > deadline:
            raise NoCounts(f"it did not end: {counts}")
        await asyncio.sleep(0.1)
    await asyncio.sleep(1)


def _told(
    ids: range,
    server: BotApiServer,
    file: Path,
    rounds: list[tuple[int, int]],
    counts: dict[str, int],
    state: str,
) -> tuple[str, bool]:
    held = copies(server, ids)
    with closing(sqlite3.connect(file)) as database:
        unknown = [
            row[0] for row in database.execute("SELECT chat_id FROM deliveries WHERE state = 'unknown'")
        ]
    with_copy = copies(server, unknown)
    missing = held[0] - with_copy[0]
    doubled = sum(number for copies_held, number in held.items() if copies_held > 1)
    most = max(sending for _, sending in rounds)
    at_once = SendBudget(PER_SECOND).at_once
    lines = [
        f"{len(rounds)} kills of an announcement to {len(ids):,}, {PER_SECOND}/s, {LATENCY * 1e3:.0f} ms",
        "",
        "| kill | unknown by it | under way at the server |",
        "|---|---|---|",
        *(f"| {n} | {sending} | {flying} |" for n, (flying, sending) in enumerate(rounds, start=1)),
        "",
        f"{state}: {counts['sent']} sent, {counts['unknown']} unknown ({with_copy[0]} without a copy).",
        f"Missing without being reported: {missing}. With more than one copy: {doubled}.",
        f"Unknown by one kill: {most} at the most; sends under way: {at_once} at the most.",
    ]
    kept = (
        missing == 0 and doubled == 0 and most <= at_once and counts["sent"] + counts["unknown"] == len(ids)
    )
    return "\n".join(lines), kept
