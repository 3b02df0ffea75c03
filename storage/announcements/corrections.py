"""Copies that were sent and are to be changed to the last text, or deleted; the sender's side."""

from collections.abc import Sequence

from sqlalchemy import Connection, Integer, bindparam, select, update

from storage.announcements.deliveries import Copy, Settled, Work
from storage.announcements.tables import ANNOUNCEMENTS, DELIVERIES

_ITS = DELIVERIES.c.announcement_id == bindparam("announcement")
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
_CHANGED = (
    update(DELIVERIES)
    .where(_ITS, DELIVERIES.c.chat_id == bindparam("chat"), DELIVERIES.c.state == "sent")
    .values(state=bindparam("becomes"), reason=bindparam("because"), revision=bindparam("shows"))
)


def outdated(connection: Connection, work: Work, *, after: int, number: int) -> list[Copy]:
    """Copies that do not show the last text or are to be deleted, of chats beyond one, in order."""
    values = {"announcement": work.announcement, "after": after, "current": work.revision, "number": number}
    return [Copy(work.announcement, *row) for row in connection.execute(_OUTDATED, values)]


def changed(connection: Connection, settled: Sequence[Settled]) -> None:
    """Write down what became of copies that were edited or deleted."""
    rows = [
        {
            "announcement": one.copy.announcement,
            "chat": one.copy.chat_id,
            "becomes": one.state,
            "because": one.reason,
            "shows": one.revision,
        }
        for one in settled
    ]
    connection.execute(_CHANGED, rows)


def caught_up(connection: Connection, work: Work) -> None:
    """All copies show the last text, or are deleted as far as possible."""
    its = update(ANNOUNCEMENTS).where(
        ANNOUNCEMENTS.c.id == work.announcement, ANNOUNCEMENTS.c.revision == work.revision
    )
    connection.execute(its.values(outdated=False))
