"""How fast the bot answers, beside the echo bots of python-telegram-bot and aiogram.

    python tests/benchmarks/messages.py
    python tests/benchmarks/messages.py --people 1,50 --runs 1 --only full,aiogram --json FILE

Needs aiogram, listed as `bench` in `pyproject.toml`. Every bot is a process of its own and talks to the
loopback Bot API server in this process, which also plays the people: so many at once, each of whom sends a
message, waits for the reply and sends the next. The full bot runs as `python -m bot run` on a new database
and is asked real questions; the others echo the same ones. The bots take turns within each run; the figures
are medians of the runs, each over a window that opens after a warm-up (`--warm-up 1`: with the first rush,
when all write in the same moment). On the loopback a call is there at once; `--latency-ms 50` is nearer to
Telegram. One CPU for this process and one for the bot are assumed: where the column "server" comes near 100
%, the server was the limit, not the bot.
"""

import asyncio
import json
import logging
import signal
from collections import defaultdict
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from contestants import NAMES_BY_KEY
from measuring import NoFigures, Plan, measure
from report import Case, Figures, medians, ratios, table

MOST_MESSAGES = 5_000
Runs = dict[Case, list[Figures]]


def main(  # noqa: PLR0913 - one for each option
    *,
    people: Annotated[str, typer.Option(help="How many people write at once, one case each.")] = "1,50,500",
    runs: Annotated[int, typer.Option(min=1, help="Runs the medians are taken of.")] = 3,
    messages: Annotated[int | None, typer.Option(min=2, help="Messages a case, else 500 to 5,000.")] = None,
    warm_up: Annotated[int | None, typer.Option(min=1, help="Replies before, else two a person.")] = None,
    latency_ms: Annotated[float, typer.Option(min=0, help="Time each call takes on its way.")] = 0.0,
    seconds: Annotated[float, typer.Option(help="The longest a case is measured.")] = 30.0,
    only: Annotated[str, typer.Option(help="The bots that take part.")] = ",".join(NAMES_BY_KEY),
    json_file: Annotated[Path | None, typer.Option("--json", help="Keep every run's figures here.")] = None,
) -> None:
    """Measure, and print the medians and the ratios."""
    logging.getLogger("aiohttp.server").addFilter(_not_hung_up)
    keys = _keys(only)
    plans = [
        Plan(
            number,
            warm_up=warm_up or max(50, 2 * number),
            messages=messages or _messages(number),
            seconds=seconds,
            latency=latency_ms / 1e3,
        )
        for number in _numbers(people)
    ]
    try:
        runs_by_case, problems = asyncio.run(_measured(keys, plans, runs))
    except asyncio.CancelledError:
        raise typer.Exit(code=128 + signal.SIGTERM) from None
    figures_by_case = {case: medians(measured) for case, measured in runs_by_case.items()}
    typer.echo("\n".join([table(figures_by_case), *ratios(figures_by_case), *problems]))
    if json_file is not None:
        json_file.write_text(json.dumps(_kept(runs_by_case), indent=2) + "\n", encoding="utf-8")
    raise typer.Exit(code=1 if problems else 0)


async def _measured(keys: list[str], plans: list[Plan], runs: int) -> tuple[Runs, list[str]]:
    """All figures by case, and what went wrong; SIGTERM ends the bot that runs, too."""
    if (task := asyncio.current_task()) is not None:
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    runs_by_case: Runs = defaultdict(list)
    problems = []
    for run in range(1, runs + 1):
        for plan in plans:
            for key in keys:
                note = f"run {run}, {plan.people} people, {NAMES_BY_KEY[key]}"
                typer.echo(note, err=True)
                try:
                    figures = await measure(key, plan)
                except NoFigures as problem:
                    problems.append(f"{note}: {problem}")
                else:
                    runs_by_case[key, plan.people].append(figures)
    return runs_by_case, problems


def _not_hung_up(record: logging.LogRecord) -> bool:
    """A bot that is ended in the middle of a call is no news."""
    return record.exc_info is None or record.exc_info[0] is not ConnectionResetError


def _keys(only: str) -> list[str]:
    keys = only.split(",")
    if unknown := set(keys) - set(NAMES_BY_KEY):
        raise typer.BadParameter(f"{', '.join(sorted(unknown))}: expected some of {', '.join(NAMES_BY_KEY)}")
    return keys


def _numbers(people: str) -> list[int]:
    try:
        return [int(number) for number in people.split(",")]
    except ValueError:
        raise typer.BadParameter(f"{people!r}: expected numbers, such as 1,50,500") from None


def _messages(people: int) -> int:
    return max(500, min(40 * people, MOST_MESSAGES))


def _kept(runs_by_case: Runs) -> list[dict[str, object]]:
    return [
        {"bot": key, "people": people, "runs": [asdict(figures) for figures in measured]}
        for (key, people), measured in runs_by_case.items()
    ]


if __name__ == "__main__":
    typer.run(main)
