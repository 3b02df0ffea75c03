"""The ledger of copies, as the sender keeps it: claimed before they are sent, settled after.

A copy is `sending` in the database before its call goes out, so whatever ends the process leaves behind
which copies may or may not have arrived. Statements are made once: to make them anew takes longer than to
run them. None of them reads more rows than it is asked for, so memory does not grow with the audience.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import (
    Connection,
    Integer,
    Select,
    bindparam,
    delete,
    exists,
    func,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from storage import audiences, audit
from storage.announcement_tables import ANNOUNCEMENTS, CHATS, CONTENTS, DELIVERIES, FILES
from storage.audiences import Scope
from storage.tables import PARTICIPANTS, Table

INTERRUPTED = "the bot ended while it was being sent"
TOO_LATE = "its end was reached first"
OVERLAP = 1_000
"""Participants looked at again for late joiners: on PostgreSQL numbers may appear out of order."""

_ROLES = Table.metadata.tables["roles"]
_ID, _STATE = ANNOUNCEMENTS.c.id, ANNOUNCEMENTS.c.state
_ITS = DELIVERIES.c.announcement_id == bindparam("announcement")
_PENDING = DELIVERIES.c.state == "pending"

_CURRENT = select(_STATE, ANNOUNCEMENTS.c.revision).where(bindparam("announcement") == _ID)
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
_OUTDATED = (
    select(DELIVERIES.c.chat_id, DELIVERIES.c.language, DELIVERIES.c.message_id)
    .where(
        _ITS,
        DELIVERIES.c.chat_id > bindparam("after"),
        DELIVERIES.c.state == "sent",
        DELIVERIES.c.revision < bindparam("current"),
    )
    .order_by(DELIVERIES.c.chat_id)
    .limit(bindparam("number", type_=Integer))
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
_CHANGED = (
    update(DELIVERIES)
    .where(_ITS, DELIVERIES.c.chat_id == bindparam("chat"), DELIVERIES.c.state == "sent")
    .values(
        state=bindparam("becomes"),
        reason=bindparam("because"),
        revision=bindparam("shows"),
    )
)
_LOST = (
    update(PARTICIPANTS)
    .where(PARTICIPANTS.c.telegram_id == bindparam("chat"))
    .values(unreachable_at=bindparam("at")),
    update(CHATS).where(CHATS.c.id == bindparam("chat")).values(unreachable_at=bindparam("at")),
)
_UNFINISHED = exists().where(_ITS, DELIVERIES.c.state.in_(("pending", "sending")))
_FINISH = (
    update(ANNOUNCEMENTS)
    .where(bindparam("announcement") == _ID, _STATE == "sending", ~_UNFINISHED)
    .values(state="finished", finished_at=bindparam("at"))
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


@dataclass(frozen=True, slots=True)
class Said:
    """What an announcement says, as a call of the Bot API, by language."""

    revision: int
    call_by_language: Mapping[str, tuple[str, Mapping[str, Any]]]

    def to(self, language: str | None) -> tuple[str, Mapping[str, Any]]:
        """The method and its parameters for a person of a language."""
        known = self.call_by_language
        return known.get(language or "") or known.get("") or known.get("en") or next(iter(known.values()))


def add(connection: Connection, announcement: int, chats: Select[Any]) -> int:
    """Put a copy for each of the chats into the ledger, once; gives how many are new.

    Args:
        connection: in the transaction of what makes them due.
        announcement: its number.
        chats: as `audiences.reached` gives them.
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


def due(connection: Connection, *, now: datetime, quiet: bool) -> list[Work]:
    """Bring the announcements to where the time wants them; gives what is to be done, urgent ones first.

    Args:
        connection: of a transaction.
        now: the time.
        quiet: whether these are quiet hours, in which only what is urgent begins.
    """
    _expire(connection, now)
    _begin(connection, now, quiet=quiet)
    _welcome(connection, now)
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


def anything(connection: Connection) -> bool:
    """Whether any announcement needs to be looked at: cheap enough to be asked all the time."""
    current = _STATE.in_(("queued", "sending")) | ANNOUNCEMENTS.c.outdated
    coming = ANNOUNCEMENTS.c.until.is_not(None) & (_STATE == "finished")
    return bool(connection.execute(select(exists().where(current | coming))).scalar_one())


def claim(connection: Connection, announcement: int, *, number: int) -> list[Copy]:
    """Take so many copies to send: they are under way from now on. None of what is paused or stopped."""
    state, _ = connection.execute(_CURRENT, {"announcement": announcement}).one()
    if state != "sending":
        return []
    rows = connection.execute(_CLAIM, {"announcement": announcement, "number": number})
    return [Copy(announcement, *row) for row in rows]


def revision(connection: Connection, announcement: int) -> int:
    """The number of its present text."""
    _, number = connection.execute(_CURRENT, {"announcement": announcement}).one()
    return int(number)


def outdated(connection: Connection, work: Work, *, after: int, number: int) -> list[Copy]:
    """Copies that do not show the last text or are to be deleted, of chats beyond one, in order."""
    values = {"announcement": work.announcement, "after": after, "current": work.revision, "number": number}
    return [Copy(work.announcement, *row) for row in connection.execute(_OUTDATED, values)]


def said(connection: Connection, announcement: int) -> Said:
    """What an announcement says now."""
    rows = connection.execute(select(CONTENTS).where(CONTENTS.c.announcement_id == announcement))
    return Said(
        revision(connection, announcement), {row.language: (row.method, row.parameters) for row in rows}
    )


def file(connection: Connection, announcement: int) -> tuple[str, bytes] | None:
    """Name and content of a file that Telegram has not got yet."""
    found = select(FILES.c.name, FILES.c.content).where(FILES.c.announcement_id == announcement)
    row = connection.execute(found).one_or_none()
    return None if row is None else (row.name, row.content)


def uploaded(connection: Connection, announcement: int, *, kind: str, file_id: str) -> None:
    """Telegram has the file now, under an id that all further copies use."""
    its = CONTENTS.c.announcement_id == announcement
    for language, parameters in connection.execute(
        select(CONTENTS.c.language, CONTENTS.c.parameters).where(its)
    ).all():
        values = {"parameters": {**parameters, kind: file_id}}
        connection.execute(update(CONTENTS).where(its, CONTENTS.c.language == language).values(values))
    connection.execute(delete(FILES).where(FILES.c.announcement_id == announcement))


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


def changed(connection: Connection, settled: Sequence[Settled], *, now: datetime) -> None:
    """Write down what became of copies that were edited or deleted."""
    connection.execute(_CHANGED, [_values(one, now) for one in settled])


def caught_up(connection: Connection, work: Work) -> None:
    """All copies show the last text, or are deleted as far as possible."""
    its = update(ANNOUNCEMENTS).where(_ID.in_([work.announcement]), ANNOUNCEMENTS.c.revision == work.revision)
    connection.execute(its.values(outdated=False))


def finish(connection: Connection, announcement: int, *, now: datetime) -> bool:
    """End an announcement of which nothing is left to send; False when something is."""
    return connection.execute(_FINISH, {"announcement": announcement, "at": now}).rowcount == 1


def hold(connection: Connection, announcement: int, *, why: str, now: datetime) -> None:
    """Pause an announcement that can't go on by itself; an organiser may mend and resume it."""
    its = update(ANNOUNCEMENTS).where(_ID.in_([announcement]), _STATE.in_(("queued", "sending")))
    connection.execute(its.values(state="paused"))
    connection.execute(audit.entry("hold", at=now, actor=None, announcement=announcement, why=why))


def prune(connection: Connection, *, before: datetime) -> int:
    """Forget who got the announcements that ended before an instant; gives the number of copies."""
    over = select(_ID).where(ANNOUNCEMENTS.c.finished_at < before)
    return connection.execute(delete(DELIVERIES).where(DELIVERIES.c.announcement_id.in_(over))).rowcount


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


def _expire(connection: Connection, now: datetime) -> None:
    """What has an end that was reached is of no use any more to those who have not got it."""
    ended = select(_ID).where(ANNOUNCEMENTS.c.until <= now, _STATE.in_(("queued", "sending")))
    for number in connection.execute(ended).scalars().all():
        values = {"state": "failed", "reason": TOO_LATE, "settled_at": now}
        late = update(DELIVERIES).where(DELIVERIES.c.announcement_id == number, _PENDING)
        connection.execute(late.values(values))
        waiting = update(ANNOUNCEMENTS).where(number == _ID, _STATE == "queued")
        connection.execute(waiting.values(state="sending"))


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


def _welcome(connection: Connection, now: datetime) -> None:
    """Give those who came later what has an end that is not reached yet."""
    newest = connection.execute(select(func.coalesce(func.max(PARTICIPANTS.c.id), 0))).scalar_one()
    current = _STATE.in_(("sending", "finished")) & (ANNOUNCEMENTS.c.until > now)
    behind = select(_ID, ANNOUNCEMENTS.c.audience, ANNOUNCEMENTS.c.reached_through).where(
        current, ANNOUNCEMENTS.c.reached_through < newest
    )
    for number, audience, reached_through in connection.execute(behind).all():
        values: dict[str, Any] = {"reached_through": newest}
        if audiences.is_open(audience):
            chats = audiences.reached(audiences.select_chats(audience, Scope(announcement=number)))
            newcomers = chats.where(chats.selected_columns.participant > reached_through - OVERLAP)
            if add(connection, number, newcomers):
                values |= {"state": "sending", "finished_at": None}
        connection.execute(update(ANNOUNCEMENTS).where(number == _ID).values(values))
