"""The ledger of copies, as the sender keeps it: claimed before they are sent, settled after.

A copy is `sending` in the database before its call goes out, so whatever ends the process leaves behind
which copies may or may not have arrived. Statements are made once: to make them anew takes longer than to
run them. None of them reads more rows than it is asked for, so memory does not grow with the audience.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import (
    Connection,
    Integer,
    Select,
    bindparam,
    case,
    delete,
    exists,
    literal,
    null,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from storage import audit
from storage.announcements.tables import ANNOUNCEMENTS, CHATS, DELIVERIES
from storage.tables import PARTICIPANTS, UtcDateTime

INTERRUPTED = "the bot ended while it was being sent"
STOPPED = "it was stopped first"

_ID, _STATE = ANNOUNCEMENTS.c.id, ANNOUNCEMENTS.c.state
_ITS = DELIVERIES.c.announcement_id == bindparam("announcement")
_PENDING = DELIVERIES.c.state == "pending"

_CURRENT = select(_STATE).where(bindparam("announcement") == _ID)
_CLAIM = (
    update(DELIVERIES)
    .where(
        _ITS,
        DELIVERIES.c.chat_id.in_(
            select(DELIVERIES.c.chat_id)
            .where(_ITS, _PENDING)
            .order_by(DELIVERIES.c.attempts)
            .limit(bindparam("number", type_=Integer))
        ),
    )
    .values(state="sending")
    .returning(DELIVERIES.c.chat_id, DELIVERIES.c.language, DELIVERIES.c.reply_to, DELIVERIES.c.attempts)
)
_SETTLE = (
    update(DELIVERIES)
    .where(
        _ITS,
        DELIVERIES.c.chat_id == bindparam("chat"),
        # Unknown, too: a process that took over may have called it so while this one still waited.
        or_(DELIVERIES.c.state == "sending", DELIVERIES.c.state == "unknown"),
    )
    .values(
        state=bindparam("becomes"),
        message_id=bindparam("sent_as"),
        reason=bindparam("because"),
        revision=bindparam("shows"),
        settled_at=bindparam("at"),
        attempts=bindparam("tried"),
    )
)
_LOST = (
    update(PARTICIPANTS)
    .where(PARTICIPANTS.c.telegram_id == bindparam("chat"))
    .values(unreachable_at=bindparam("at")),
    update(CHATS).where(CHATS.c.id == bindparam("chat")).values(unreachable_at=bindparam("at")),
)
_UNFINISHED = exists().where(_ITS, DELIVERIES.c.state.in_(("pending", "sending")))
_NOW = bindparam("at", type_=UtcDateTime())
_STAYS_OPEN = ANNOUNCEMENTS.c.until > _NOW
_FINISH = (
    update(ANNOUNCEMENTS)
    .where(bindparam("announcement") == _ID, _STATE == "sending", ~_UNFINISHED)
    .values(
        state=case((_STAYS_OPEN, "open"), else_="finished"),
        finished_at=case((_STAYS_OPEN, null()), else_=_NOW),
    )
)


@dataclass(frozen=True, slots=True)
class Work:
    """An announcement that has something to be done.

    Attributes:
        announcement: its number.
        kind: copies to send, to edit or to delete.
        revision: of its text.
    """

    announcement: int
    kind: Literal["send", "edit", "delete"]
    revision: int


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy to be sent, edited or deleted.

    Attributes:
        announcement: its number.
        chat_id: of the person or group.
        language: two letters, None where it is not known.
        message_id: the copy, to edit or delete it; the message it replies to, to send it.
        attempts: how often Telegram failed at it or asked for a pause.
    """

    announcement: int
    chat_id: int
    language: str | None
    message_id: int | None
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a copy.

    Attributes:
        copy: which.
        state: `pending` to try it again later.
        revision: of the text it shows now.
        message_id: of the message sent.
        reason: why it was not sent.
        attempts: how often it was tried, if it is to be tried again.
        moved_to: the supergroup its group has become.
    """

    copy: Copy
    state: Literal["pending", "sent", "failed", "unreachable", "unknown", "withdrawn"]
    revision: int = 0
    message_id: int | None = None
    reason: str | None = None
    attempts: int = 0
    moved_to: int | None = None


def add(connection: Connection, announcement: int, chats: Select[Any]) -> int:
    """Put a copy for each of the chats into the ledger, once; gives how many are new.

    Args:
        connection: in the transaction of what makes them due.
        announcement: its number.
        chats: as `selecting.reached` gives them.
    """
    found = chats.order_by(None).subquery()
    rows = select(
        literal(announcement),
        found.c.chat_id,
        found.c.language,
        found.c.reply_to,
        *map(literal, ("pending", 0, 0)),
    ).where(literal(value=True))  # SQLite takes ON CONFLICT for a join without it
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    columns = ("announcement_id", "chat_id", "language", "reply_to", "state", "attempts", "revision")
    statement = dialect.insert(DELIVERIES).from_select(columns, rows.order_by(found.c.chat_id))
    return connection.execute(statement.on_conflict_do_nothing()).rowcount


def interrupted(connection: Connection, *, now: datetime, announcement: int | None = None) -> dict[int, int]:
    """Call unknown what is being sent by nobody any more; gives how many, by announcement."""
    orphans = update(DELIVERIES).where(DELIVERIES.c.state == "sending")
    if announcement is not None:
        orphans = orphans.where(DELIVERIES.c.announcement_id == announcement)
    unknown = orphans.values(state="unknown", reason=INTERRUPTED, settled_at=now)
    found = connection.execute(unknown.returning(DELIVERIES.c.announcement_id)).scalars()
    count_by_announcement = dict(Counter(found))
    for number, count in count_by_announcement.items():
        connection.execute(audit.entry("interrupted", at=now, actor=None, announcement=number, count=count))
    return count_by_announcement


def claim(connection: Connection, announcement: int, *, number: int) -> list[Copy]:
    """Take so many copies to send: they are under way from now on. None of what is paused or stopped."""
    state = connection.execute(_CURRENT, {"announcement": announcement}).scalar_one()
    if state != "sending":
        return []
    rows = connection.execute(_CLAIM, {"announcement": announcement, "number": number})
    return [Copy(announcement, *row) for row in rows]


def settle(connection: Connection, settled: Sequence[Settled], *, now: datetime) -> None:
    """Write down what became of copies that were sent, and who can't be reached any more."""
    rows = [_values(one, now) for one in settled if one.moved_to is None]
    if rows:
        connection.execute(_SETTLE, rows)
    lost = [{"chat": one.copy.chat_id, "at": now} for one in settled if one.state == "unreachable"]
    for statement in _LOST if lost else ():
        connection.execute(statement, lost)
    for one in settled:
        if one.moved_to is not None:
            _rekey(connection, one.copy, one.moved_to)
    if again := {one.copy.announcement for one in settled if one.state == "pending"}:
        abandon(connection, again, now=now)


def abandon(connection: Connection, announcements: Collection[int], *, now: datetime) -> None:
    """Settle the copies that nobody sends any more: those that wait of what was stopped or withdrawn."""
    for state, becomes in (("stopped", ("failed", STOPPED)), ("withdrawn", ("withdrawn", None))):
        over = select(_ID).where(_ID.in_(announcements), _STATE.in_([state]))
        waiting = update(DELIVERIES).where(DELIVERIES.c.announcement_id.in_(over), _PENDING)
        copy_state, reason = becomes
        connection.execute(waiting.values(state=copy_state, reason=reason, settled_at=now))


def finish(connection: Connection, announcement: int, *, now: datetime) -> bool:
    """End an announcement with nothing left to send, or leave it open; False when something is left."""
    return connection.execute(_FINISH, {"announcement": announcement, "at": now}).rowcount == 1


def _values(one: Settled, now: datetime) -> dict[str, Any]:
    return {
        "announcement": one.copy.announcement,
        "chat": one.copy.chat_id,
        "becomes": one.state,
        "sent_as": one.message_id,
        "because": one.reason,
        "shows": one.revision,
        "at": None if one.state == "pending" else now,
        "tried": one.attempts,
    }


def _rekey(connection: Connection, copy: Copy, moved_to: int) -> None:
    """Give a group its new id, and its copy, which was refused, another try."""
    its = (DELIVERIES.c.announcement_id == copy.announcement) & (DELIVERIES.c.chat_id == copy.chat_id)
    there = exists().where(
        DELIVERIES.c.announcement_id == copy.announcement, DELIVERIES.c.chat_id == moved_to
    )
    if connection.execute(select(there)).scalar_one():
        connection.execute(delete(DELIVERIES).where(its))
    else:
        connection.execute(update(DELIVERIES).where(its).values(chat_id=moved_to, state="pending"))
    if connection.execute(select(exists().where(CHATS.c.id == moved_to))).scalar_one():
        connection.execute(delete(CHATS).where(CHATS.c.id == copy.chat_id))
    else:
        connection.execute(update(CHATS).where(CHATS.c.id == copy.chat_id).values(id=moved_to))
