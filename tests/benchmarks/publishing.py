"""A library is published beside a running bot: how long it takes, and how the bot answers meanwhile.

`python tests/benchmarks/publishing.py [DOCUMENTS]` prints the figures: seconds of `corpus publish DIR` with
2,000 questions in the log, the 95th percentile of the bot's replies before, during and after, and the
seconds from `corpus rollback` to the first reply from the other version.
"""

import asyncio
import json
import os
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from asking import shuffled, texts_by_language
from synthetic import Zipf

from bot.preview import BotApiServer, Person
from corpus.reading.folder import BUNDLED
from storage import questions
from storage.database import Database
from storage.questions import Asking

DOCUMENTS, SECTIONS, WORDS_IN_SENTENCE = 2_000, 5, 17
LOGGED = 2_000
PEOPLE, PAUSE_SECONDS, IDLE_SECONDS = 3, 0.1, 20.0
ONLY_THERE = "Where is the library's reading room?"
HEAD = """---
id: d{number:04}
title: Document {number}
theme: workshop
language: en
date: 2023-11-28
review: 2033-11-28
---
"""
ROOM = """## Where the library's reading room is

The library's reading room is behind the hall.

Sources: field
"""


class Asked:
    """Replies in a window, in seconds."""

    def __init__(self) -> None:
        self.latencies: list[float] = []

    def p95(self) -> float:
        """Milliseconds."""
        return quantiles(self.latencies, n=100)[94] * 1000


async def main(documents: int) -> None:
    """Measure and print."""
    with TemporaryDirectory(prefix="publishing-") as name:
        folder = Path(name)
        library = write_library(folder / "library", documents)
        environment = {
            "PATH": os.environ["PATH"],  # noqa: TID251 - what any program needs
            "BOT_DATA_DIR": str(folder / "data"),
            "BOT_QUESTIONS_PER_MINUTE": "0",
        }
        await log_questions(folder / "data")
        async with BotApiServer(keep=4) as server, running(server, environment, folder):
            people = [server.person(f"Person {number}", language_code="en") for number in range(PEOPLE)]
            window = [Asked()]
            writing = [
                asyncio.ensure_future(write(person, window, seed)) for seed, person in enumerate(people)
            ]
            await asyncio.sleep(5)
            idle = await measured(window, asyncio.sleep(IDLE_SECONDS))
            began = perf_counter()
            publishing = await measured(
                window, command(environment, folder, "publish", str(library), "--yes", *overrides())
            )
            published = perf_counter() - began
            reader = server.person("Reader", language_code="en")
            switched = await until(reader, "behind the hall")
            after = await measured(window, asyncio.sleep(IDLE_SECONDS))
            began = perf_counter()
            await command(environment, folder, "rollback", "1")
            command_took = perf_counter() - began
            await until(reader, "not find")
            back = perf_counter() - began
            began = perf_counter()
            rolling = await measured(window, command(environment, folder, "rollback", "2"))
            await until(reader, "behind the hall")
            forth = perf_counter() - began
            for one in writing:
                one.cancel()
        print(f"{documents:,} documents published in {published:.1f} s, served {switched:.1f} s later")
        print("replies, 95th percentile in milliseconds:")
        for said, one in (
            ("idle", idle),
            ("while publishing", publishing),
            ("after", after),
            ("back", rolling),
        ):
            longest = max(one.latencies) * 1000
            print(f"  {said}: {one.p95():.1f} of {len(one.latencies)}, the longest {longest:.0f}")
        print(f"  while publishing as a multiple of idle: {publishing.p95() / idle.p95():.2f}")
        print(
            f"rollback to the first other reply: {back:.2f} s and {forth:.2f} s "
            f"({command_took:.2f} s of the first the command)"
        )


def write_library(folder: Path, documents: int) -> Path:
    """Synthetic documents beside those of the bundled workshop, one of which says what only it says."""
    shutil.copytree(BUNDLED, folder)
    text = Zipf(vocabulary=30_000, seed=1)
    passages = list(text.passages(documents * SECTIONS))
    (folder / "library").mkdir()
    for number in range(documents):
        sections = passages[number * SECTIONS : (number + 1) * SECTIONS]
        parts = [
            f"## Section {place} {' '.join(words[:3])}\n\n{sentences(words)}\n\nSources: field\n"
            for place, words in enumerate(sections)
        ]
        body = "\n".join(parts)
        (folder / "library" / f"d{number:04}.md").write_text(
            HEAD.format(number=number) + body, encoding="utf-8"
        )
    (folder / "library" / "room.md").write_text(HEAD.format(number=documents) + ROOM, encoding="utf-8")
    return folder


def overrides() -> list[str]:
    """Invented words dilute the workshop's: whatever that costs is no matter here."""
    lines = (BUNDLED / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    return [
        *(word for line in lines for word in ("--override", json.loads(line)["id"])),
        "--reason",
        "measured",
    ]


def sentences(words: list[str]) -> str:
    """Words as sentences."""
    parts = [words[start : start + WORDS_IN_SENTENCE] for start in range(0, len(words), WORDS_IN_SENTENCE)]
    return " ".join(f"{' '.join(part).capitalize()}." for part in parts)


async def log_questions(data: Path) -> None:
    """Put as many distinct questions in the log as the gate asks."""
    data.mkdir()  # noqa: ASYNC240 - before anything is measured
    database = Database(f"sqlite+aiosqlite:///{data / 'workshop-bot.sqlite3'}")
    await database.migrate()
    texts = list(dict.fromkeys(text for some in texts_by_language().values() for text in some))
    now = datetime.now(UTC)
    asked = [
        Asking(1, "en", 1, "private", number, _distinct(texts, number), "en", "answer", 0.9, (), 1.0, now)
        for number in range(LOGGED)
    ]
    await database.write(lambda connection: questions.record(connection, asked))
    await database.close()


def _distinct(texts: list[str], number: int) -> str:
    again, place = divmod(number, len(texts))
    return texts[place] + " again" * again


@asynccontextmanager
async def running(server: BotApiServer, environment: dict[str, str], folder: Path) -> AsyncIterator[None]:
    """The bot's process, once it serves."""
    told = {"BOT_TOKEN": server.token, "BOT_API_URL": server.root_url, **environment}
    log = folder / "log"
    with log.open("wb") as written:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", env=told, cwd=folder, stdout=written, stderr=written
        )
    try:
        async with asyncio.timeout(60):
            while "serving" not in log.read_text(encoding="utf-8"):  # noqa: ASYNC110 - another process
                await asyncio.sleep(0.05)
        yield
    finally:
        process.terminate()
        await process.wait()


async def command(environment: dict[str, str], folder: Path, *words: str) -> None:
    """Run a command of the maintainers' side; it has to succeed."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "corpus", *words, env=environment, cwd=folder,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    out, _ = await process.communicate()
    if process.returncode:
        sys.exit(out.decode()[-2_000:])


async def measured(window: list[Asked], work: object) -> Asked:
    """The replies while something is done."""
    window[0] = asked = Asked()
    await work  # type: ignore[misc]
    window[0] = Asked()
    return asked


async def write(person: Person, window: list[Asked], seed: int) -> None:
    """Ask, read, pause, ask."""
    texts = shuffled(texts_by_language()["en"], seed=seed)
    number = 0
    while True:
        person.chat.unread.clear()
        began, into = perf_counter(), window[0]
        person.say(texts[number % len(texts)])
        with suppress(TimeoutError):
            await person.reply(30)
            into.latencies.append(perf_counter() - began)
        number += 1
        await asyncio.sleep(PAUSE_SECONDS)


async def until(person: Person, words: str) -> float:
    """Ask until the reply holds some words; gives the seconds."""
    began = perf_counter()
    while True:
        person.chat.unread.clear()
        person.say(ONLY_THERE)
        if words in (await person.reply(30)).text:
            return perf_counter() - began
        await asyncio.sleep(0.02)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if sys.argv[1:] else DOCUMENTS))
