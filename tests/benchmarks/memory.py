"""Whether the bot grows: its resident memory over very many questions through one process.

    python tests/benchmarks/memory.py
    python tests/benchmarks/memory.py --questions 60000 --after 10000 --people 200

The full bot runs as `python -m bot run`, polling, on a new database, and so many people ask it without a
pause. Its resident memory is noted after the first questions and at the end. The command fails when it has
grown by 10 MB or more in between.
"""

import asyncio
import logging
import signal
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Annotated

import typer
from asking import texts_by_language
from contestants import Contestant, running
from load import Load

from bot.preview import BotApiServer

MOST_GROWTH_MB = 10.0
MESSAGES_KEPT = 4
"""A chat's messages in the server: nobody looks back."""
NOTES = 10
"""How often the memory is noted on the way."""
STALLED_SECONDS = 120.0
"""So long for a tenth of the questions is no progress."""
START_SECONDS = 60.0


class NoFigures(Exception):  # noqa: N818 - a bot that fails is a result, not an error
    """There is nothing to measure; the message says why."""


async def measure(*, questions: int, after: int, people: int) -> tuple[float, float]:
    """Resident memory in MB after the first questions and after all of them.

    Raises:
        NoFigures: the bot did not start or did not get on.
    """
    if (task := asyncio.current_task()) is not None:  # SIGTERM ends the bot, too
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    with TemporaryDirectory(prefix="memory-") as name:
        async with (
            BotApiServer(keep=MESSAGES_KEPT) as server,
            running("full", root_url=server.root_url, token=server.token, folder=Path(name)) as bot,
        ):
            load = Load(server, people, texts_by_language())
            load.greet()
            if not await load.heard(START_SECONDS):
                raise NoFigures(f"no reply within {START_SECONDS:g} s: {bot.last_words()}")
            writing = asyncio.ensure_future(load.write())
            try:
                before = await _noted(bot, load, after, of=after)
                return before, await _noted(bot, load, questions - after, of=questions)
            finally:
                writing.cancel()
                with suppress(asyncio.CancelledError):
                    await writing


async def _noted(bot: Contestant, load: Load, questions: int, *, of: int) -> float:
    """Let so many questions be answered; gives the memory then, and prints it on the way."""
    began, done = monotonic(), 0
    while done < questions:
        step = min(max(1, questions // NOTES), questions - done)
        window = await load.collect(step, seconds=STALLED_SECONDS)
        if len(window.latencies) < step:
            raise NoFigures(f"stalled after {of - questions + done} questions: {bot.last_words()}")
        done += step
        pace = done / (monotonic() - began)
        typer.echo(
            f"{of - questions + done:>8} questions  {bot.usage().rss_mb:7.1f} MB  {pace:6.0f}/s", err=True
        )
    return bot.usage().rss_mb


def main(
    *,
    questions: Annotated[int, typer.Option(min=2, help="Questions through one process.")] = 360_000,
    after: Annotated[int | None, typer.Option(min=1, help="First noted then, else after a sixth.")] = None,
    people: Annotated[int, typer.Option(min=1, help="How many ask at once.")] = 100,
) -> None:
    """Ask, and print what the bot's memory did."""
    logging.getLogger("aiohttp.server").disabled = True  # a bot that ends in the middle of a call is no news
    first = after or questions // 6
    if first >= questions:
        raise typer.BadParameter(f"--after {first} is not below --questions {questions}")
    try:
        before, at_the_end = asyncio.run(measure(questions=questions, after=first, people=people))
    except asyncio.CancelledError:
        raise typer.Exit(code=128 + signal.SIGTERM) from None
    except NoFigures as problem:
        typer.echo(f"no figures: {problem}", err=True)
        raise typer.Exit(code=1) from None
    growth = at_the_end - before
    typer.echo(
        f"Resident memory after {first} questions {before:.1f} MB, after {questions} {at_the_end:.1f} MB: "
        f"{growth:+.1f} MB."
    )
    raise typer.Exit(code=0 if growth < MOST_GROWTH_MB else 1)


if __name__ == "__main__":
    typer.run(main)
