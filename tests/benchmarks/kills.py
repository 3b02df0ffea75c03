"""What SIGKILL costs: questions that are lost, and answers that come twice.

    python tests/benchmarks/kills.py
    python tests/benchmarks/kills.py --kills 20 --waiting 400 --webhook

The full bot runs as `python -m bot run` and talks to the loopback Bot API server in this process. Before
each kill many people write four different questions each; as soon as a random share of them is answered,
the process is killed and started again. When nothing waits any more, everybody's answers are counted, and
whether they came in the order of the questions. The command fails when a question was lost or put in the
wrong place, or when more answers came twice than updates can be under way at once.
"""

import asyncio
import logging
import random
import signal
import socket
import sqlite3
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from types import MappingProxyType
from typing import Annotated

import typer
from contestants import environment

from bot.ordering import AT_ONCE
from bot.preview import BotApiServer, Message, Person

QUESTIONS = (
    "When did the workshop take place?",
    "What is a landmine?",
    "Who opened the workshop?",
    "What is the Ottawa Convention?",
)
LONGEST_START = 30.0
LONGEST_WAIT = 90.0
"""Seconds after a restart in which everything must be answered."""
LOOK_SECONDS = 0.02
NO_SETTINGS: Mapping[str, str] = MappingProxyType({})
KILL_SECONDS = 0.002
"""How closely the moment of a kill is looked out for."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the questions around one kill.

    Attributes:
        answered: questions answered when the process was killed.
        lost: questions never answered.
        twice: answers that came more than once.
        disordered: people whose answers came in another order than their questions.
    """

    answered: int
    lost: int
    twice: int
    disordered: int


class NoCounts(Exception):  # noqa: N818 - the counts can't be taken, which is a result
    """The bot did not come up or did not come to an end with its work; the message says so."""


class Bot:
    """The process, started again and again over one data folder."""

    def __init__(
        self, server: BotApiServer, folder: Path, *, webhook: bool, settings: Mapping[str, str] = NO_SETTINGS
    ) -> None:
        self._output = folder / "output"
        self._database = folder / "data" / "workshop-bot.sqlite3"
        self._folder = folder
        self._environment = environment(server.root_url, server.token, folder) | settings
        if webhook:
            listen = f"127.0.0.1:{_free_port()}"
            self._environment |= {
                "BOT_WEBHOOK_URL": f"http://{listen}/telegram",
                "BOT_WEBHOOK_LISTEN": listen,
                "BOT_WEBHOOK_SECRET": "sesame",
            }
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start it and wait until it serves."""
        with self._output.open("wb") as output:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "run"),
                cwd=self._folder,
                env=self._environment,
                stdout=output,
                stderr=output,
            )
        deadline = monotonic() + LONGEST_START
        while b"serving" not in self._output.read_bytes():
            if monotonic() > deadline or self._process.returncode is not None:
                raise NoCounts(f"it did not start: {self._output.read_text()[-500:]}")
            await asyncio.sleep(LOOK_SECONDS)

    async def kill(self) -> None:
        """SIGKILL."""
        if self._process and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    def waiting(self) -> int:
        """How many stored updates are not done."""
        with closing(sqlite3.connect(self._database)) as database:
            (number,) = database.execute("SELECT count(*) FROM updates WHERE done_at IS NULL").fetchone()
        return int(number)


@asynccontextmanager
async def running(*, webhook: bool) -> AsyncIterator[tuple[BotApiServer, Bot]]:
    """A server and a bot that serves."""
    with TemporaryDirectory(prefix="kills-") as name:
        async with BotApiServer() as server:
            bot = Bot(server, Path(name), webhook=webhook)
            try:
                await bot.start()
                yield server, bot
            finally:
                await bot.kill()


async def count_kills(*, kills: int, waiting: int, webhook: bool, seed: int) -> list[Counts]:
    """Kill so many times, each time with so many questions waiting.

    Raises:
        NoCounts: the bot did not start or did not finish.
    """
    if (task := asyncio.current_task()) is not None:  # SIGTERM ends the bot, too
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    chance = random.Random(seed)  # noqa: S311 - repeatable chance is the point
    async with running(webhook=webhook) as (server, bot):
        expected = await _expected(server)
        counts = []
        for _ in range(kills):
            people = _ask(server, waiting)
            answered = await _answered(people, chance.randrange(waiting))
            await bot.kill()
            await bot.start()
            await _settled(server, bot)
            counts.append(_counted(people, expected, answered))
            typer.echo(f"kill {len(counts)}: {counts[-1]}", err=True)
    return counts


async def _expected(server: BotApiServer) -> list[str]:
    """The answers, by the place of the question."""
    person = server.person("Leyla", language_code="en")
    answers = []
    for question in QUESTIONS:
        person.say(question)
        answers.append(_gist(await person.reply(LONGEST_WAIT)))
    if len(set(answers)) < len(QUESTIONS):
        raise NoCounts(f"the questions can't be told apart by their answers: {answers}")
    return answers


async def _answered(people: Sequence[Person], number: int) -> int:
    """Wait until so many answers have come; gives how many there are by then."""
    deadline = monotonic() + LONGEST_WAIT
    while (  # noqa: ASYNC110 - a hundred people, none of whom can wake us
        answered := sum(person.unread for person in people)
    ) < number and monotonic() < deadline:
        await asyncio.sleep(KILL_SECONDS)
    return answered


def _ask(server: BotApiServer, number: int) -> list[Person]:
    """Let people write, the first question of all before the second of any."""
    people = [
        server.person(f"Person {one}", language_code="en") for one in range(-(-number // len(QUESTIONS)))
    ]
    for question in QUESTIONS:
        for person in people:
            person.say(question)
    return people


async def _settled(server: BotApiServer, bot: Bot) -> None:
    """Wait until nothing waits, neither with Telegram nor in the inbox."""
    deadline = monotonic() + LONGEST_WAIT
    while bot.waiting() or _with_telegram(server):
        if monotonic() > deadline:
            raise NoCounts(f"{bot.waiting()} updates still wait after {LONGEST_WAIT:g} s")
        await asyncio.sleep(LOOK_SECONDS)


def _with_telegram(server: BotApiServer) -> bool:
    return len(server.world.updates) > 0


def _counted(people: Sequence[Person], expected: Sequence[str], answered: int) -> Counts:
    lost = twice = disordered = 0
    for person in people:
        places = []
        while person.unread:
            gist = _gist(Message(person.chat.unread.popleft()))
            if gist in expected:
                places.append(expected.index(gist))
        lost += len(expected) - len(set(places))
        twice += len(places) - len(set(places))
        disordered += [place for place, _ in groupby(places)] != sorted(set(places))
    return Counts(answered, lost, twice, disordered)


def _gist(answer: Message) -> str:
    """What is the same in the answer to everybody."""
    return "\n".join(answer.marked("blockquote")) or answer.text.partition("\n")[0]


def _free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        return int(listener.getsockname()[1])


def main(
    *,
    kills: Annotated[int, typer.Option(min=1, help="How often the process is killed.")] = 20,
    waiting: Annotated[int, typer.Option(min=4, help="Questions that wait at each kill.")] = 400,
    webhook: Annotated[bool, typer.Option("--webhook", help="Be called instead of polling.")] = False,
    seed: Annotated[int, typer.Option(help="Of the moments of the kills.")] = 0,
) -> None:
    """Kill the bot, and print what it cost."""
    logging.getLogger("aiohttp.server").disabled = True  # a bot killed in the middle of a call is no news
    try:
        counts = asyncio.run(count_kills(kills=kills, waiting=waiting, webhook=webhook, seed=seed))
    except asyncio.CancelledError:
        raise typer.Exit(code=128 + signal.SIGTERM) from None
    except NoCounts as problem:
        typer.echo(f"no counts: {problem}", err=True)
        raise typer.Exit(code=1) from None
    typer.echo(table(counts, waiting=waiting, webhook=webhook))
    spoilt = any(one.lost or one.disordered or one.twice > AT_ONCE for one in counts)
    raise typer.Exit(code=1 if spoilt else 0)


def table(counts: Sequence[Counts], *, waiting: int, webhook: bool) -> str:
    """The counts, a row a kill, and their sum."""
    way = "webhook" if webhook else "polling"
    lines = [
        f"{len(counts)} kills, {waiting} questions waiting at each, {way}",
        "",
        "| kill | answered before | lost | answered twice | out of order |",
        "|---|---|---|---|---|",
    ]
    for number, one in enumerate(counts, start=1):
        lines.append(f"| {number} | {one.answered} | {one.lost} | {one.twice} | {one.disordered} |")
    sums = [sum(getattr(one, name) for one in counts) for name in ("lost", "twice", "disordered")]
    most = max(one.twice for one in counts)
    lines += [
        f"| all | | {sums[0]} | {sums[1]} | {sums[2]} |",
        "",
        f"Answered twice at one kill: {most} at the most; under way at once: {AT_ONCE} at the most.",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    typer.run(main)
