"""An announcement on its way, as the command line shows it."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from storage.announcement_views import Announcement, Progress

LOOK_SECONDS = 0.5
"""Between looks."""
OVER = ("finished", "stopped", "withdrawn")
MISSED = ("failed", "unreachable", "unknown")

State = tuple[Announcement, Progress]


async def watch(look: Callable[[], Awaitable[State]]) -> State:
    """Draw a bar on standard error until it is over."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("waiting")
        while True:
            one, progress = await look()
            done = progress.total - progress.left
            bar.update(task, total=progress.total, completed=done, description=_described(one, progress))
            if one.state in OVER:
                return one, progress
            await asyncio.sleep(LOOK_SECONDS)


def told(one: Announcement, progress: Progress) -> str:
    """In words: state, counts, and why copies failed, the most frequent reason first."""
    counts = ", ".join(f"{count:,} {state}" for state, count in progress.count_by_state.items() if count)
    lines = [f"Announcement {one.id} to {one.audience}: {one.state}. {counts}."]
    if progress.edits_left:
        lines.append(f"{progress.edits_left:,} copies still to be changed.")
    ranked = sorted(progress.count_by_reason.items(), key=lambda item: -item[1])
    lines += [f"  {count:,} {state}: {reason}" for (state, reason), count in ranked]
    return "\n".join(lines)


def line(one: Announcement, progress: Progress) -> str:
    """In one line, as in a list."""
    start = " ".join(next((said.text for said in one.contents), "").split())[:40]
    when = minute(one.starts_at or one.confirmed_at)
    sent = f"{progress.count_by_state['sent']}/{progress.total} sent"
    return f"{one.id:>4}  {one.state:<9}  {when}  {one.audience}  {sent}  {start}"


def as_json(one: Announcement, progress: Progress) -> dict[str, Any]:
    """For programs."""
    reasons = [
        {"state": state, "reason": reason, "count": count}
        for (state, reason), count in progress.count_by_reason.items()
    ]
    times = ("starts_at", "until", "confirmed_at", "started_at", "finished_at")
    return {
        "id": one.id,
        "state": one.state,
        "audience": one.audience,
        "counts": dict(progress.count_by_state),
        "edits_left": progress.edits_left,
        "reasons": reasons,
        **{name: _iso(getattr(one, name)) for name in times},
    }


def dumped(value: Any) -> str:  # noqa: ANN401 - whatever JSON takes
    """JSON for people and programs."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def minute(instant: datetime | None) -> str:
    """An instant for people."""
    return f"{instant:%Y-%m-%d %H:%M} UTC" if instant else "-"


def _described(one: Announcement, progress: Progress) -> str:
    counted = progress.count_by_state
    return ", ".join([one.state, *(f"{counted[state]} {state}" for state in MISSED if counted[state])])


def _iso(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None
