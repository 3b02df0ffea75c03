"""What an hour without a network costs: memory, log lines, questions.

    python tests/benchmarks/outage.py
    python tests/benchmarks/outage.py --minutes 5 --waiting 400

The full bot runs as `python -m bot run`. So many questions are asked, the server goes away while they are
being answered, half as many are asked meanwhile, and after the outage everybody must have an answer. The
command fails when somebody has none, when the bot has grown by 5 MB or more during the outage, or when it
logged more than a line a minute for each of the two that are out of reach: polling and sending.
"""

import asyncio
import logging
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Annotated

import typer
from contestants import Contestant, running

from bot.preview import BotApiServer, Delay, Person

QUESTION = "When did the workshop take place?"
START_SECONDS = 60.0
ANSWER_SECONDS = 120.0
"""How long after the outage the last answer may come."""
SETTLE_SECONDS = 20.0
"""The first tries and their buffers belong to the fall, not to the growth that follows."""
MOST_GROWTH_MB = 5.0


async def measure(*, minutes: float, waiting: int) -> bool:
    """Print what an outage did, minute by minute; gives whether all is as it should be."""
    with TemporaryDirectory(prefix="outage-") as name:
        folder = Path(name)
        async with (
            BotApiServer() as server,
            running("full", root_url=server.root_url, token=server.token, folder=folder) as bot,
        ):
            await server_up(server, bot)
            server.faults.add(Delay(0.2), method="sendMessage")  # so that it goes while answers go out
            people = ask(server, waiting)
            await people[0].reply(START_SECONDS)
            await server.stop()
            people += ask(server, waiting // 2)
            growth, lines = await watched(bot, minutes)
            server.faults.clear()
            await server.start()
            unanswered = await unanswered_in_time(people[1:])
    typer.echo(
        f"{minutes:g} minutes without Telegram, {len(people)} questions: memory {growth:+.1f} MB, "
        f"{lines} log lines, {unanswered} questions without an answer."
    )
    return unanswered == 0 and growth < MOST_GROWTH_MB and lines <= 2 * (minutes + 1)


async def server_up(server: BotApiServer, bot: Contestant) -> None:
    """Wait until the bot answers."""
    person = server.person("Leyla", language_code="en")
    person.say(QUESTION)
    with suppress(TimeoutError):
        await person.reply(START_SECONDS)
        return
    raise typer.BadParameter(f"the bot did not start: {bot.last_words()}")


def ask(server: BotApiServer, number: int) -> list[Person]:
    """People who all ask at once."""
    people = [server.person(f"Person {one}", language_code="en") for one in range(number)]
    for person in people:
        person.say(QUESTION)
    return people


async def watched(bot: Contestant, minutes: float) -> tuple[float, int]:
    """Note the memory every minute; gives its growth in MB and the lines the bot logged."""
    await asyncio.sleep(min(SETTLE_SECONDS, 30 * minutes))
    before, said = bot.usage().rss_mb, logged_lines(bot)
    began = monotonic()
    while (left := began + 60 * minutes - monotonic()) > 0:
        await asyncio.sleep(min(60.0, left))
        passed, memory = (monotonic() - began) / 60, bot.usage().rss_mb
        lines = logged_lines(bot) - said
        typer.echo(f"{passed:5.1f} min  {memory:6.1f} MB  {lines:4} log lines", err=True)
    return bot.usage().rss_mb - before, logged_lines(bot) - said


def logged_lines(bot: Contestant) -> int:
    """How many lines the bot has printed."""
    return (bot.folder / "output").read_text(encoding="utf-8").count("\n")


async def unanswered_in_time(people: list[Person]) -> int:
    """How many people have no answer when the time is up."""
    replies = await asyncio.gather(
        *(person.reply(ANSWER_SECONDS) for person in people), return_exceptions=True
    )
    return sum(isinstance(reply, TimeoutError) for reply in replies)


def main(
    *,
    minutes: Annotated[float, typer.Option(min=0.1, help="How long Telegram is out of reach.")] = 60.0,
    waiting: Annotated[int, typer.Option(min=2, help="Questions asked when it goes.")] = 400,
) -> None:
    """Take Telegram away, give it back, and print what that did."""
    logging.getLogger("aiohttp.server").disabled = True  # a call cut off on purpose is no news
    raise typer.Exit(code=0 if asyncio.run(measure(minutes=minutes, waiting=waiting)) else 1)


if __name__ == "__main__":
    typer.run(main)
