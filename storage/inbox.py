"""The inbox: every update as it came, until its handlers are done with it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import UPDATES

# Made once: to make these anew takes longer than to run them.
_NEW = {
    dialect: insert(UPDATES).on_conflict_do_nothing().returning(UPDATES.c.update_id)
    for dialect, insert in (("sqlite", sqlite.insert), ("postgresql", postgresql.insert))
}
_DONE = (
    update(UPDATES)
    .where(UPDATES.c.update_id == bindparam("number"))
    .values(done_at=bindparam("done"), body=None)
)


@dataclass(frozen=True, slots=True)
class Arrived:
    """An update as Telegram sent it.

    Attributes:
        update_id: Telegram's number, by which a repeated one is known.
        chat_id: the chat whose order it keeps; None where there is none.
        body: the JSON text.
    """

    update_id: int
    chat_id: int | None
    body: str


def store(connection: Connection, arrived: Sequence[Arrived], *, now: datetime) -> set[int]:
    """Keep updates; gives the numbers of those not seen before."""
    rows = [
        {"update_id": one.update_id, "chat_id": one.chat_id, "body": one.body, "received_at": now}
        for one in arrived
    ]
    return set(connection.scalars(_NEW[connection.dialect.name], rows))


async def pending(session: AsyncSession, *, after: int, limit: int) -> list[Arrived]:
    """The updates nobody is done with, in Telegram's order, from the one behind `after` on."""
    columns = (UPDATES.c.update_id, UPDATES.c.chat_id, UPDATES.c.body)
    waiting = select(*columns).where(UPDATES.c.done_at.is_(None), UPDATES.c.update_id > after)
    rows = await session.execute(waiting.order_by(UPDATES.c.update_id).limit(limit))
    return [Arrived(number, chat, body or "{}") for number, chat, body in rows]


def finish(connection: Connection, numbers: Iterable[int], *, now: datetime) -> None:
    """Note that updates are done; their text goes at once, their number stays to know a repeat by."""
    connection.execute(_DONE, [{"number": number, "done": now} for number in numbers])


async def forget(session: AsyncSession, *, chat_id: int, until: int, now: datetime) -> None:
    """Let go what is still kept of a chat's updates, from the first to the one of this number."""
    theirs = (UPDATES.c.chat_id == chat_id) & (UPDATES.c.update_id <= until) & UPDATES.c.done_at.is_(None)
    await session.execute(update(UPDATES).where(theirs).values(done_at=now, body=None))


async def prune(session: AsyncSession, *, before: datetime) -> int:
    """Forget the numbers of updates done earlier than `before`; gives how many."""
    connection = await session.connection()
    return (await connection.execute(delete(UPDATES).where(UPDATES.c.done_at < before))).rowcount
