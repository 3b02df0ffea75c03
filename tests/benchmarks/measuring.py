"""One measurement: a bot is started, people write to it, and what it did in a window is counted."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import monotonic, process_time

from asking import texts_by_language
from contestants import Contestant, Usage, logged, running
from load import Load, Window
from report import Figures

from bot.preview import BotApiServer, Delay

START_SECONDS = 60.0
"""How long a bot may take from its start to its first reply."""
WARM_UP_SECONDS = 15.0
MESSAGES_KEPT = 4
"""A chat's messages in the server: nobody looks back."""


class NoFigures(Exception):  # noqa: N818 - a bot that fails is a result, not an error
    """There is nothing to measure; the message says why."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured.

    Attributes:
        people: how many write at once.
        warm_up: replies before the window opens.
        messages: replies that close it.
        seconds: the longest it stays open.
        latency: seconds every call of the bot is held up, as the way to Telegram does.
    """

    people: int
    warm_up: int
    messages: int
    seconds: float
    latency: float = 0.0


async def measure(key: str, plan: Plan) -> Figures:
    """Measure one bot from its start to its end.

    Raises:
        NoFigures: it did not start, ended by itself or answered nothing.
    """
    with TemporaryDirectory(prefix="benchmark-") as name:
        folder = Path(name)
        async with (
            BotApiServer(keep=MESSAGES_KEPT) as server,
            running(key, root_url=server.root_url, token=server.token, folder=folder) as bot,
        ):
            if plan.latency:
                server.faults.add(Delay(plan.latency))
            load = Load(server, plan.people, texts_by_language())
            await _up(bot, load)
            async with _writing(load):
                figures = await _figures(bot, load, plan)
        if key == "full":
            await _check_log(folder, figures)
    return figures


async def _up(bot: Contestant, load: Load) -> None:
    load.greet()
    deadline = monotonic() + START_SECONDS
    while monotonic() < deadline and not bot.ended():
        if await load.heard(0.5):
            return
    state = "ended by itself" if bot.ended() else f"no reply within {START_SECONDS:g} s"
    raise NoFigures(f"{state}: {bot.last_words()}")


@asynccontextmanager
async def _writing(load: Load) -> AsyncIterator[None]:
    writing = asyncio.ensure_future(load.write())
    try:
        yield
    finally:
        writing.cancel()
        with suppress(asyncio.CancelledError):
            await writing


async def _figures(bot: Contestant, load: Load, plan: Plan) -> Figures:
    await load.collect(plan.warm_up, seconds=WARM_UP_SECONDS)
    before, own_before = bot.usage(), process_time()
    window = await load.collect(plan.messages, seconds=plan.seconds)
    after, own_seconds = bot.usage(), process_time() - own_before
    if bot.ended():
        raise NoFigures(f"ended under load, status {bot.process.returncode}: {bot.last_words()}")
    if len(window.latencies) < 2:
        raise NoFigures(f"{window.unanswered} messages unanswered: {bot.last_words()}")
    return _counted(window, before, after, own_seconds)


def _counted(window: Window, before: Usage, after: Usage, own_seconds: float) -> Figures:
    cuts = quantiles(window.latencies, n=20, method="inclusive")
    replies, seconds = len(window.latencies), window.closed_at - window.opened_at
    return Figures(
        per_second=replies / seconds,
        p50_ms=cuts[9] * 1e3,
        p95_ms=cuts[18] * 1e3,
        rss_mb=after.rss_mb,
        peak_mb=after.peak_mb,
        cpu_ms=(after.cpu_seconds - before.cpu_seconds) / replies * 1e3,
        server_percent=own_seconds / seconds * 100,
        buttons_percent=window.with_buttons / replies * 100,
        replies=replies,
        unanswered=window.unanswered,
    )


async def _check_log(folder: Path, figures: Figures) -> None:
    """An answer without its question in the log would be another, faster bot."""
    if (found := await logged(folder)) < figures.replies:
        raise NoFigures(f"{figures.replies} questions answered, only {found} in the log")
