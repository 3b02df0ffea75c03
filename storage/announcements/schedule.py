"""Brings announcements to where the time wants them: they begin, are held, end and are forgotten."""

from datetime import datetime

from sqlalchemy import Connection, delete, exists, func, select, update

from storage import audit
from storage.announcements.deliveries import Work
from storage.announcements.joining import welcome
from storage.announcements.tables import ANNOUNCEMENTS, DELIVERIES
from storage.tables import Table

TOO_LATE = "its end was reached first"

_ROLES = Table.metadata.tables["roles"]
_ID, _STATE = ANNOUNCEMENTS.c.id, ANNOUNCEMENTS.c.state


def anything(connection: Connection) -> bool:
    """Whether any announcement needs to be looked at: cheap enough to be asked all the time."""
    current = _STATE.in_(("queued", "sending", "open")) | ANNOUNCEMENTS.c.outdated
    return bool(connection.execute(select(exists().where(current))).scalar_one())


def due(connection: Connection, *, now: datetime, quiet: bool) -> list[Work]:
    """Bring the announcements to where the time wants them; gives what is to be done, urgent ones first.

    Args:
        connection: of a transaction.
        now: the time.
        quiet: whether these are quiet hours, in which only what is urgent begins.
    """
    _expire(connection, now)
    welcome(connection, now)
    _begin(connection, now, quiet=quiet)
    rows = connection.execute(
        select(_ID, _STATE, ANNOUNCEMENTS.c.revision, ANNOUNCEMENTS.c.outdated)
        .where((_STATE == "sending") | ANNOUNCEMENTS.c.outdated)
        .order_by(ANNOUNCEMENTS.c.urgent.desc(), _ID)
    )
    works = []
    for number, state, revision, changes in rows.all():
        if state == "sending":
            works.append(Work(number, "send", revision))
        if changes:
            works.append(Work(number, "delete" if state == "withdrawn" else "edit", revision))
    return works


def hold(connection: Connection, announcement: int, *, why: str, now: datetime) -> None:
    """Pause an announcement that can't go on by itself; an organiser may mend and resume it."""
    its = update(ANNOUNCEMENTS).where(_ID.in_([announcement]), _STATE.in_(("queued", "sending")))
    connection.execute(its.values(state="paused"))
    connection.execute(audit.entry("hold", at=now, actor=None, announcement=announcement, why=why))


def prune(connection: Connection, *, before: datetime) -> int:
    """Forget who got the announcements that ended before an instant; gives the number of copies."""
    over = select(_ID).where(ANNOUNCEMENTS.c.finished_at < before)
    return connection.execute(delete(DELIVERIES).where(DELIVERIES.c.announcement_id.in_(over))).rowcount


def _expire(connection: Connection, now: datetime) -> None:
    """What has an end that was reached is of no use any more to those who have not got it."""
    over = ANNOUNCEMENTS.c.until <= now
    ended = select(_ID).where(over, _STATE.in_(("queued", "sending")))
    for number in connection.execute(ended).scalars().all():
        values = {"state": "failed", "reason": TOO_LATE, "settled_at": now}
        late = update(DELIVERIES).where(
            DELIVERIES.c.announcement_id == number, DELIVERIES.c.state == "pending"
        )
        connection.execute(late.values(values))
        waiting = update(ANNOUNCEMENTS).where(number == _ID, _STATE == "queued")
        connection.execute(waiting.values(state="sending"))
    closing = update(ANNOUNCEMENTS).where(over, _STATE == "open")
    connection.execute(closing.values(state="finished", finished_at=now))


def _begin(connection: Connection, now: datetime, *, quiet: bool) -> None:
    waiting = (_STATE == "queued") & (ANNOUNCEMENTS.c.starts_at <= now)
    if quiet:  # what has begun goes on, and who resumes something knows how late it is
        waiting &= ANNOUNCEMENTS.c.urgent | ANNOUNCEMENTS.c.started_at.is_not(None)
    still = exists().where(_ROLES.c.telegram_id == ANNOUNCEMENTS.c.author, _ROLES.c.role == "organiser")
    for number, entitled in connection.execute(
        select(_ID, ANNOUNCEMENTS.c.author.is_(None) | still).where(waiting)
    ).all():
        if not entitled:  # another organiser may resume it, in their own name
            hold(connection, number, why="its author is no organiser any more", now=now)
            continue
        values = {"state": "sending", "started_at": func.coalesce(ANNOUNCEMENTS.c.started_at, now)}
        connection.execute(update(ANNOUNCEMENTS).where(number == _ID).values(values))
