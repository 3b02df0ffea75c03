"""An announcement on its way, as the command line shows it."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import datetime
from time import monotonic
from typing import Any
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from storage.announcements import audiences
from storage.announcements.views import Announcement, Progress

LOOK_SECONDS = 0.5
"""Between looks."""
TAKE_UP_SECONDS, MOVE_SECONDS = 30.0, 300.0
"""How long nobody may take up what is due, and how long nothing may move, before that is told."""
OVER = ("open", "finished", "stopped", "withdrawn")
"""States in which everybody there has it who is to have it."""
MISSED = ("failed", "unreachable", "unknown")

State = tuple[Announcement, Progress]


class StandsStillError(Exception):
    """Nobody sends it; the message is one line for who waits."""


async def watch(
    look: Callable[[], Awaitable[State]], *, now: Callable[[], datetime], zone: ZoneInfo
) -> State:
    """Draw a bar on standard error until everybody has it.

    Args:
        look: gives how it stands.
        now: the clock.
        zone: of the event.

    Raises:
        StandsStillError: nobody takes it up, or it does not move any more.
    """
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("waiting")
        before, since = None, monotonic()
        while True:
            one, progress = await look()
            done = progress.total - progress.left
            bar.update(task, total=progress.total, completed=done, description=_described(one, progress))
            if one.state in OVER:
                return one, progress
            seen = (one.state, progress.count_by_state)
            if seen != before or _not_due(one, now(), zone):
                before, since = seen, monotonic()
            _refuse_to_wait(one, monotonic() - since)
            await asyncio.sleep(LOOK_SECONDS)


def _not_due(one: Announcement, now: datetime, zone: ZoneInfo) -> bool:
    goes_at = one.goes_at(zone)
    return one.state == "queued" and goes_at is not None and now < goes_at


def _refuse_to_wait(one: Announcement, seconds: float) -> None:
    if one.state == "queued" and seconds > TAKE_UP_SECONDS:
        raise StandsStillError(
            f"Nobody has taken announcement {one.id} up for {TAKE_UP_SECONDS:.0f} seconds: is the bot "
            "running? It is recorded and goes out as soon as workshop-bot run does."
        )
    if seconds > MOVE_SECONDS:
        raise StandsStillError(
            f"Announcement {one.id} is {one.state} and has not moved for {MOVE_SECONDS:.0f} seconds. "
            f"See: announce show {one.id}"
        )


def told(one: Announcement, progress: Progress, zone: ZoneInfo) -> str:
    """In words: state, counts, times, and why copies failed, the most frequent reason first."""
    counts = ", ".join(f"{count:,} {state}" for state, count in progress.count_by_state.items() if count)
    said = counts or "Nobody so far"
    lines = [f"Announcement {one.id} to {one.place or one.audience}: {one.state}. {said}."]
    if one.state == "queued":
        lines.append(f"It goes out {when(one, zone)}.")
    if one.until:
        lines.append(until_told(one, zone))
    if progress.edits_left:
        lines.append(f"{progress.edits_left:,} copies still to be changed.")
    lines += [f"It was corrected by a reply: announce show {reply}" for reply in one.replies]
    ranked = sorted(progress.count_by_reason.items(), key=lambda item: -item[1])
    lines += [f"  {count:,} {state}: {reason}" for (state, reason), count in ranked]
    return "\n".join(lines)


def line(one: Announcement, progress: Progress, zone: ZoneInfo) -> str:
    """In one line, as in a list: when it goes out or went out among it."""
    start = " ".join(next((said.text for said in one.contents), "").split())[:40]
    at = one.goes_at(zone) or one.confirmed_at
    went = at_event(at, zone) if at else "-"
    sent = f"{progress.count_by_state['sent']}/{progress.total} sent"
    return f"{one.id:>4}  {one.state:<9}  {went}  {one.place or one.audience}  {sent}  {start}"


def when(one: Announcement, zone: ZoneInfo) -> str:
    """When a draft or one that waits goes out; that quiet hours hold it is said."""
    goes_at = one.goes_at(zone)
    if one.starts_at is None or goes_at is None:
        return "at once"
    said = f"at {at_event(goes_at, zone)}"
    if goes_at == one.starts_at or one.started_at:
        return said
    asked = at_event(one.starts_at, zone)
    return f"{said}: {asked} is in the quiet hours at the event (22 to 8), which only --urgent passes over"


def until_told(one: Announcement, zone: ZoneInfo) -> str:
    """Until when people who come later get it."""
    if one.until is None:
        return ""
    end = at_event(one.until, zone)
    if one.state in ("finished", "stopped", "withdrawn"):
        return f"Its end was {end}."
    if not audiences.welcomes_newcomers(one.audience):
        return f"It ends at {end}; this audience has no late joiners."
    return f"Who comes before {end} gets it, too."


def as_json(one: Announcement, progress: Progress, zone: ZoneInfo) -> dict[str, Any]:
    """For programs."""
    reasons = [
        {"state": state, "reason": reason, "count": count}
        for (state, reason), count in progress.count_by_reason.items()
    ]
    times = ("starts_at", "until", "confirmed_at", "started_at", "finished_at")
    goes_at = one.goes_at(zone)
    return {
        "id": one.id,
        "state": one.state,
        "audience": one.audience,
        "counts": dict(progress.count_by_state),
        "edits_left": progress.edits_left,
        "reasons": reasons,
        "replies": list(one.replies),
        **{name: _iso(getattr(one, name)) for name in times},
        "goes_at": _iso(goes_at),
    }


def dumped(value: Any) -> str:  # noqa: ANN401 - whatever JSON takes
    """JSON for people and programs."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def at_event(instant: datetime, zone: ZoneInfo) -> str:
    """An instant in the time zone of the event, which is named."""
    return f"{instant.astimezone(zone):%Y-%m-%d %H:%M} {zone.key}"


def _described(one: Announcement, progress: Progress) -> str:
    counted = progress.count_by_state
    return ", ".join([one.state, *(f"{counted[state]} {state}" for state in MISSED if counted[state])])


def _iso(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None
