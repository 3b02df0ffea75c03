"""The figures of a measurement, and the table and ratios made of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from statistics import median

from contestants import NAMES_BY_KEY

Case = tuple[str, int]
"""Key of a bot, and how many people write to it at once."""


@dataclass(frozen=True, slots=True)
class Figures:
    """One measurement.

    Attributes:
        per_second: messages answered a second.
        p50_ms: the middle latency, from the moment a message is there to be fetched to its reply.
        p95_ms: the latency 95 of 100 messages stay under.
        rss_mb: resident memory of the bot at the end.
        peak_mb: the most it ever was, the start included.
        cpu_ms: user and system time of the bot a message.
        server_percent: share of one CPU this process took, for the server and the people.
        buttons_percent: share of the replies that had buttons.
        replies: messages answered.
        unanswered: messages nobody answered in time.
    """

    per_second: float
    p50_ms: float
    p95_ms: float
    rss_mb: float
    peak_mb: float
    cpu_ms: float
    server_percent: float
    buttons_percent: float
    replies: float
    unanswered: float


COLUMNS = ("messages/s", "p50 ms", "p95 ms", "RSS MB", "peak MB", "CPU ms", "server", "buttons", "unanswered")


def medians(runs: Sequence[Figures]) -> Figures:
    """Each figure's median over the runs."""
    return Figures(*(median(getattr(run, field.name) for run in runs) for field in fields(Figures)))


def table(figures_by_case: Mapping[Case, Figures]) -> str:
    """The figures as a Markdown table, few people first; CPU is user and system time a message."""
    rows = [_row(*case, figures) for case, figures in sorted(figures_by_case.items(), key=_order)]
    cells = [["bot", "people", *COLUMNS], *rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    cells.insert(1, ["-" * width for width in widths])
    return "\n".join(_line(row, widths) for row in cells)


def ratios(figures_by_case: Mapping[Case, Figures]) -> Iterator[str]:
    """The ratios the project holds itself to, as far as their bots were measured."""
    at = figures_by_case.get
    for key, least in (("aiogram", 1.0), ("ptb-concurrent", 15.0)):
        if (full := at(("full", 500))) and (other := at((key, 500))):
            ratio = full.per_second / other.per_second
            yield f"full / {NAMES_BY_KEY[key]}, messages/s, 500 people: {ratio:.2f} (at least {least:g})"
    if full := at(("full", 500)):
        yield f"full, p95 / p50, 500 people: {full.p95_ms / full.p50_ms:.2f} (under 2)"
    if (full := at(("full", 1))) and (other := at(("ptb", 1))):
        ratio = full.p50_ms / other.p50_ms
        yield f"full / {NAMES_BY_KEY['ptb']}, p50, 1 person: {ratio:.2f} (under 1.5)"


def _order(item: tuple[Case, Figures]) -> tuple[int, int]:
    (key, people), _ = item
    return people, list(NAMES_BY_KEY).index(key)


def _row(key: str, people: int, figures: Figures) -> list[str]:
    return [
        NAMES_BY_KEY[key],
        f"{people}",
        f"{figures.per_second:,.0f}",
        f"{figures.p50_ms:,.1f}",
        f"{figures.p95_ms:,.1f}",
        f"{figures.rss_mb:.0f}",
        f"{figures.peak_mb:.0f}",
        f"{figures.cpu_ms:.2f}",
        f"{figures.server_percent:.0f} %",
        f"{figures.buttons_percent:.0f} %",
        f"{figures.unanswered:.0f}",
    ]


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(row, widths, strict=True)
    cells = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]
    return f"| {' | '.join(cells)} |"
