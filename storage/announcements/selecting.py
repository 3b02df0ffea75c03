"""Selections of chats, with who is left out and why: what audiences are made of."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, FromClause, Select, cast, false, func, null, or_, select

from storage.announcements.tables import CHATS
from storage.tables import PARTICIPANTS


@dataclass(frozen=True, slots=True)
class Headcount:
    """How many an audience has: those who get the announcement, and those left out and why."""

    reached: int
    muted: int
    unreachable: int

    @property
    def total(self) -> int:
        """All there are."""
        return self.reached + self.muted + self.unreachable


LANGUAGE: ColumnElement[str] = func.lower(
    func.coalesce(PARTICIPANTS.c.language, func.substr(PARTICIPANTS.c.language_code, 1, 2))
)
"""Of a person: the one they chose, else their Telegram's, as two letters."""


def people(condition: ColumnElement[bool] | None = None) -> Select[Any]:
    """Participants, those for whom a condition holds."""
    selected = _chats(
        PARTICIPANTS.c.telegram_id,
        PARTICIPANTS,
        PARTICIPANTS.c.unreachable_at.is_not(None),
        muted=PARTICIPANTS.c.muted_at.is_not(None),
    )
    return selected if condition is None else selected.where(condition)


def chats(chosen: Select[Any], *, also_muted: bool = False) -> Select[Any]:
    """Chats, known to the bot or not.

    Args:
        chosen: gives their ids as `id`; as `message_id` the message to reply to, if there is one; as
            `content` which of the contents each gets, if not the one in their language.
        also_muted: whether those get it who want no announcements.
    """
    base = chosen.subquery()
    known = base.outerjoin(PARTICIPANTS, PARTICIPANTS.c.telegram_id == base.c.id)
    gone = or_(PARTICIPANTS.c.unreachable_at.is_not(None), CHATS.c.unreachable_at.is_not(None))
    joined = known.outerjoin(CHATS, CHATS.c.id == base.c.id)
    return _chats(
        base.c.id,
        joined,
        gone,
        muted=false() if also_muted else PARTICIPANTS.c.muted_at.is_not(None),
        reply_to=base.c.get("message_id"),
        content=base.c.get("content"),
    )


def _chats(
    chat_id: ColumnElement[int],
    source: FromClause,
    unreachable: ColumnElement[bool],
    *,
    muted: ColumnElement[bool],
    reply_to: ColumnElement[int] | None = None,
    content: ColumnElement[str] | None = None,
) -> Select[Any]:
    return select(
        chat_id.label("chat_id"),
        (LANGUAGE if content is None else content).label("language"),
        (cast(null(), BigInteger) if reply_to is None else reply_to).label("reply_to"),
        PARTICIPANTS.c.id.label("participant"),
        muted.label("muted"),
        unreachable.label("unreachable"),
    ).select_from(source)


def reached(selected: Select[Any]) -> Select[Any]:
    """Those of a selection who get the announcement: chat, language and the message it replies to."""
    found = selected.subquery()
    return select(found.c.chat_id, found.c.language, found.c.reply_to, found.c.participant).where(
        ~found.c.muted, ~found.c.unreachable
    )


def headcount(selected: Select[Any]) -> Select[Any]:
    """A row of three numbers, as in `Headcount`."""
    found = selected.subquery()
    unreachable, muted = found.c.unreachable, found.c.muted
    counted: list[Any] = [~muted & ~unreachable, muted & ~unreachable, unreachable]
    counts: Any = [func.count().filter(condition) for condition in counted]
    return select(*counts).select_from(found)
