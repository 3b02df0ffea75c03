"""Who comes later, or wants announcements again: they get what waits, and what has not reached its end."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, update

from storage.announcements import audiences, deliveries, selecting
from storage.announcements.audiences import AudienceError, Scope
from storage.announcements.tables import ANNOUNCEMENTS
from storage.tables import PARTICIPANTS

OVERLAP = 1_000
"""Participants looked at again for late joiners: on PostgreSQL numbers may appear out of order."""

_ID, _STATE = ANNOUNCEMENTS.c.id, ANNOUNCEMENTS.c.state


def welcome(connection: Connection, now: datetime) -> None:
    """Give newcomers what has not begun yet, and what has an end that is not reached yet."""
    newest = connection.execute(select(func.coalesce(func.max(PARTICIPANTS.c.id), 0))).scalar_one()
    behind = select(_ID, ANNOUNCEMENTS.c.audience, ANNOUNCEMENTS.c.reached_through).where(
        _can_be_joined(now, begun=("sending", "open"), waiting=("queued",)),
        ANNOUNCEMENTS.c.reached_through < newest,
    )
    for number, audience, reached_through in connection.execute(behind).all():
        if audiences.welcomes_newcomers(audience):
            chats = selecting.reached(audiences.select_chats(audience, Scope(announcement=number)))
            newcomers = chats.where(chats.selected_columns.participant > reached_through - OVERLAP)
            if deliveries.add(connection, number, newcomers):
                _go_on(connection, number)
        through = update(ANNOUNCEMENTS).where(_ID.in_([number]))
        connection.execute(through.values(reached_through=newest))


def welcome_back(connection: Connection, telegram_ids: Sequence[int], *, now: datetime) -> None:
    """Give the same to people who were left out so far, as they had muted or blocked the bot."""
    current = select(_ID, ANNOUNCEMENTS.c.audience, ANNOUNCEMENTS.c.author).where(
        _can_be_joined(now, begun=("sending", "open", "paused"), waiting=("queued", "paused"))
    )
    for number, audience, author in connection.execute(current).all():
        try:
            selected = audiences.select_chats(audience, Scope(announcement=number, author=author))
        except AudienceError:  # a theme: which documents it has is not known here
            continue
        chats = selecting.reached(selected)
        theirs = chats.where(chats.selected_columns.chat_id.in_(telegram_ids))
        if deliveries.add(connection, number, theirs):
            _go_on(connection, number)


def _can_be_joined(now: datetime, *, begun: Sequence[str], waiting: Sequence[str]) -> ColumnElement[bool]:
    still_open = and_(_STATE.in_(begun), ANNOUNCEMENTS.c.until > now)
    return or_(still_open, and_(_STATE.in_(waiting), ANNOUNCEMENTS.c.started_at.is_(None)))


def _go_on(connection: Connection, number: int) -> None:
    again = update(ANNOUNCEMENTS).where(_ID.in_([number]), _STATE.in_(["open"]))
    connection.execute(again.values(state="sending"))
