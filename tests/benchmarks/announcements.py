"""An announcement to very many: how long, how much memory, and who waits; beside what others do.

    python tests/benchmarks/announcements.py send                       # 30,000 people, five minutes
    python tests/benchmarks/announcements.py send --people 1000000 --seconds 60
    python tests/benchmarks/announcements.py compare                    # 1,500 people, four ways
    python tests/benchmarks/announcements.py kills                      # 30 times SIGKILL
    python tests/benchmarks/announcements.py faults                     # 429, 5xx, lost replies, blocked

The full bot runs as `python -m bot run` against the loopback Bot API server in this process, which refuses
more than the limit in any second and takes 50 ms for each call. Five people a second ask something. Each
command fails when a promise is broken. `compare` needs the packages listed as `bench` in `pyproject.toml`.
"""

import asyncio
import gc
import logging
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Annotated

import typer
from announcement_faults import faults_of
from announcement_kills import killed
from audience import ASKERS, TEXT, Askers, Sends, asking, command, copies, invite, register
from contestants import HERE, Contestant, running

from bot.preview import BotApiServer, Delay, Limit
from storage.database import Database

app = typer.Typer(no_args_is_help=True)

LATENCY = 0.05
START_SECONDS = 60.0
LOOK_SECONDS = 1.0
"""Between looks at the memory, each of which holds the server up for some milliseconds."""
MOST_RATIO, MOST_MB, MOST_WAIT = 1.06, 40.0, 1.0
MESSAGES_KEPT = 4
OTHERS = {
    "limiter-0": "gather + AIORateLimiter, no retries",
    "limiter-5": "gather + AIORateLimiter, 5 retries",
    "loop": "loop with a pause",
}


@dataclass(frozen=True, slots=True)
class Figures:
    """One announcement.

    Attributes:
        people: the audience.
        seconds: from the command to the last copy, or how long it was watched.
        answers: messages the bot sent besides.
        ideal: (copies + answers) ÷ limit, in seconds.
        refused: calls that got 429.
        held: how many people have how many copies.
        p95: seconds a person who asked waited at most, 95 of 100.
        unanswered: questions without an answer.
        idle_mb: resident memory before.
        peak_mb: the most while it went out.
    """

    people: int
    seconds: float
    answers: int
    ideal: float
    refused: int
    held: Counter[int]
    p95: float
    unanswered: int
    idle_mb: float
    peak_mb: float

    @property
    def lost(self) -> int:
        """People without a copy."""
        return self.held[0]

    @property
    def doubled(self) -> int:
        """People with more than one."""
        return sum(number for copies_held, number in self.held.items() if copies_held > 1)

    def row(self, name: str) -> str:
        """A row of the table."""
        cells = (
            name,
            f"{self.people:,}",
            f"{self.seconds:.1f} / {self.ideal:.1f} = {self.seconds / self.ideal:.3f}",
            f"{self.refused}",
            f"{self.lost}",
            f"{self.doubled}",
            f"{self.p95:.2f} s, {self.unanswered}",
            f"{self.idle_mb:.0f} → {self.peak_mb:.0f} MB",
        )
        return f"| {' | '.join(cells)} |"


HEADING = (
    "| way | people | seconds / ideal | 429 | lost | doubled | p95 of who asks, unanswered | memory |\n"
    "|---|---|---|---|---|---|---|---|"
)


async def send(*, people: int, per_second: int, seconds: float | None) -> Figures:
    """Send with the full bot."""
    with TemporaryDirectory(prefix="announcements-") as name:
        folder = Path(name)
        async with BotApiServer(keep=MESSAGES_KEPT) as server:
            ids = invite(server, people)
            await _fill(folder, ids)
            settings = {"BOT_MESSAGES_PER_SECOND": str(per_second)}
            async with running(
                "full", root_url=server.root_url, token=server.token, folder=folder, settings=settings
            ) as bot:
                return await _measured(server, bot, folder, ids, per_second, seconds)


async def others(way: str, *, people: int, per_second: int) -> Figures:
    """Send as others do."""
    with TemporaryDirectory(prefix="announcements-") as name:
        folder = Path(name)
        async with BotApiServer(keep=MESSAGES_KEPT) as server:
            ids = invite(server, people)
            (folder / "ids").write_text("\n".join(map(str, ids)))
            words = (sys.executable, str(HERE / "announce_others.py"), server.root_url, server.token)
            async with running(
                way,
                root_url=server.root_url,
                token=server.token,
                folder=folder,
                command=(*words, str(folder / "ids"), way, str(per_second)),
            ) as bot:
                return await _measured(server, bot, None, ids, per_second, None)


async def _fill(folder: Path, ids: range) -> None:
    (folder / "data").mkdir()
    database = Database(f"sqlite+aiosqlite:///{folder / 'data' / 'workshop-bot.sqlite3'}")
    await database.migrate()
    await register(database, ids, datetime.now(UTC))
    await database.close()


async def _measured(
    server: BotApiServer,
    bot: Contestant,
    folder: Path | None,
    ids: range,
    per_second: int,
    seconds: float | None,
) -> Figures:
    organiser = server.person("Organiser", language_code="en")
    organiser.say("hello")
    await organiser.reply(START_SECONDS)
    await asyncio.sleep(2)
    server.limits.overall = Limit(per_second)
    server.faults.add(Delay(LATENCY))
    askers, sends, idle = Askers(server, 5), Sends(server), bot.usage().rss_mb
    if folder:
        began = monotonic()
        await command(folder, "announce", "--text", TEXT, "--yes")
        typer.echo(f"recorded in {monotonic() - began:.1f} s", err=True)
    else:
        organiser.say("/announce")
    gc.disable()  # to look through all these chats would hold the server up for a tenth of a second
    began, peak = monotonic(), idle
    with asking(askers):
        while not _over(server, len(ids), monotonic() - began, seconds):
            await asyncio.sleep(LOOK_SECONDS)
            peak = max(peak, bot.usage().rss_mb)
            if bot.ended():
                raise RuntimeError(bot.last_words())
        took, taken = monotonic() - began, sends.count(200)
    held = copies(server, ids)
    arrived = len(ids) - held[0]
    if seconds is None:
        took = _last_copy(server) - began
    return Figures(
        people=len(ids),
        seconds=took,
        answers=taken - arrived,
        ideal=taken / per_second,
        refused=sends.count(429),
        held=held,
        p95=quantiles(askers.waits, n=20)[18] if len(askers.waits) > 1 else float("inf"),
        unanswered=askers.unanswered,
        idle_mb=idle,
        peak_mb=peak,
    )


_still: dict[int, tuple[int, float]] = {}


def _over(server: BotApiServer, people: int, elapsed: float, seconds: float | None) -> bool:
    """Whether everybody has it, it was watched long enough, or no copy came for ten seconds."""
    if seconds is not None:
        return elapsed >= seconds
    having = len(server.world.chats) - ASKERS - 1  # the organiser
    known, since = _still.get(id(server), (-1, elapsed))
    if having != known:
        _still[id(server)] = having, elapsed
    return having >= people or (having == known and elapsed - since > 30)


def _last_copy(server: BotApiServer) -> float:
    return (
        max(call.at for call in server.calls if call.params.get("text") == TEXT and call.status == 200)
        + LATENCY
    )


@app.command("send")
def send_(
    *,
    people: Annotated[int, typer.Option(min=1)] = 30_000,
    per_second: Annotated[int, typer.Option(min=1)] = 100,
    seconds: Annotated[float | None, typer.Option(help="Watch only so long.")] = None,
) -> None:
    """One announcement by the full bot."""
    figures = asyncio.run(send(people=people, per_second=per_second, seconds=seconds))
    typer.echo(f"{HEADING}\n{figures.row('the full bot')}")
    raise typer.Exit(code=1 if list(_broken(figures, whole=seconds is None)) else 0)


def _broken(figures: Figures, *, whole: bool) -> Iterator[str]:
    checks = {
        "429": figures.refused == 0,
        "doubled": figures.doubled == 0,
        "unanswered": figures.unanswered == 0,
        "an answer took too long": figures.p95 < MOST_WAIT,
        "memory": figures.peak_mb - figures.idle_mb <= MOST_MB,
        "lost": figures.lost == 0 or not whole,
        "too slow": figures.seconds <= MOST_RATIO * figures.ideal,
    }
    for name, kept in checks.items():
        if not kept:
            typer.echo(f"broken: {name}", err=True)
            yield name


@app.command()
def compare(
    *,
    people: Annotated[int, typer.Option(min=1)] = 1_500,
    per_second: Annotated[int, typer.Option(min=1)] = 100,
) -> None:
    """The full bot beside other ways, in one run."""
    typer.echo(HEADING)
    typer.echo(asyncio.run(send(people=people, per_second=per_second, seconds=None)).row("the full bot"))
    for way, name in OTHERS.items():
        typer.echo(asyncio.run(others(way, people=people, per_second=per_second)).row(name))


@app.command()
def kills(
    *,
    number: Annotated[int, typer.Option("--kills", min=1)] = 30,
    people: Annotated[int, typer.Option(min=1)] = 3_000,
    seed: int = 0,
) -> None:
    """SIGKILL at random moments of one announcement."""
    told, kept = asyncio.run(killed(kills=number, people=people, seed=seed))
    typer.echo(told)
    raise typer.Exit(code=0 if kept else 1)


@app.command()
def faults(*, people: Annotated[int, typer.Option(min=10)] = 1_000, seed: int = 0) -> None:
    """10 % of the calls get 429, 5 % 5xx, 5 % lose their reply; 10 % of the people blocked the bot."""
    told, kept = asyncio.run(faults_of(people=people, seed=seed))
    typer.echo(told)
    raise typer.Exit(code=0 if kept else 1)


if __name__ == "__main__":
    logging.getLogger("aiohttp.server").disabled = True  # a bot that ends in the middle of a call is no news
    app()
