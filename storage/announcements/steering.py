"""What organisers do with an announcement that was confirmed: hold, change, correct, withdraw.

`drafts` comes before, `views` tells how they stand, `schedule` and `deliveries` are the sender's side.

draft ─confirm► queued ─when due► sending ─nothing left► open ─end reached► finished
                  └──── pause ──┬───┘     └─it has no end─────────────────────┘
                              paused ─resume► queued
open: everybody there has it; who comes before its end makes it `sending` again
stop: any of queued, sending, paused, open ► stopped        withdraw: any but a draft ► withdrawn
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage import audit
from storage.announcements import contents, deliveries, drafts
from storage.announcements.audiences import Scope
from storage.announcements.contents import Content
from storage.announcements.drafts import Composed
from storage.announcements.tables import ANNOUNCEMENTS, DELIVERIES, State

CURRENT: tuple[State, ...] = ("queued", "sending", "open")
Changes = Mapping[Literal["starts_at", "until", "urgent"], datetime | bool | None]
"""What can be set anew before it begins."""


async def change(
    session: AsyncSession,
    announcement: int,
    changed: Changes,
    *,
    by: int | None,
    now: datetime,
) -> bool:
    """Set when a draft or one that waits goes out, until when, or its urgency; False when it has begun."""
    done = await _moved(session, announcement, ("draft", "queued"), changed, begun=False)
    if done:
        details = {
            key: value.isoformat() if isinstance(value, datetime) else value for key, value in changed.items()
        }
        await session.execute(audit.entry("change", at=now, actor=by, announcement=announcement, **details))
        await drafts.void(session, announcement)
    return done


async def pause(session: AsyncSession, announcement: int, *, by: int | None, now: datetime) -> bool:
    """Hold it; what is under way arrives. False when there is nothing to hold."""
    return await _acted(session, announcement, "pause", CURRENT, "paused", by, now)


async def resume(session: AsyncSession, announcement: int, *, by: int | None, now: datetime) -> bool:
    """Let what was paused go on, now in the name of who says so."""
    moved = await _acted(session, announcement, "resume", ("paused",), "queued", by, now)
    if moved and by is not None:
        mine = ANNOUNCEMENTS.c.id == announcement
        await session.execute(update(ANNOUNCEMENTS).where(mine).values(author=by))
    return moved


async def stop(session: AsyncSession, announcement: int, *, by: int | None, now: datetime) -> bool:
    """End it for good; who has no copy yet gets none. False when it is over already."""
    return await _acted(session, announcement, "stop", (*CURRENT, "paused"), "stopped", by, now)


async def withdraw(session: AsyncSession, announcement: int, *, by: int | None, now: datetime) -> bool:
    """Stop it and have its copies deleted, as far as Telegram lets a bot."""
    before: tuple[State, ...] = (*CURRENT, "paused", "stopped", "finished")
    moved = await _acted(session, announcement, "withdraw", before, "withdrawn", by, now)
    if moved:
        # A later revision than any copy's: each is due.
        values = {"withdrawn_at": now, "revision": ANNOUNCEMENTS.c.revision + 1, "outdated": True}
        await session.execute(update(ANNOUNCEMENTS).where(ANNOUNCEMENTS.c.id == announcement).values(values))
    return moved


async def edit(
    session: AsyncSession, announcement: int, changed: Sequence[Content], *, by: int | None, now: datetime
) -> bool:
    """Say something else: copies that were sent are changed, the others are sent like that.

    Only texts and captions change, in languages it had already. False when it was withdrawn.
    """
    before: tuple[State, ...] = ("draft", *CURRENT, "paused", "stopped", "finished")
    values = {"revision": ANNOUNCEMENTS.c.revision + 1, "outdated": True}
    moved = await _moved(session, announcement, before, values)
    if moved:
        await contents.write(session, announcement, changed)
        texts = {content.language: content.text for content in changed}
        await session.execute(audit.entry("edit", at=now, actor=by, announcement=announcement, texts=texts))
    return moved


async def correct(
    session: AsyncSession, announcement: int, said: Sequence[Content], *, by: int | None, now: datetime
) -> int:
    """Reply to every copy that was sent; gives the number of replies."""
    audience = f"recipients={announcement}"
    reply = Composed(said, audience, urgent=True, corrects=announcement)
    number = await drafts.draft(session, reply, author=by, now=now)
    token = await drafts.offer(session, number)
    count = await drafts.confirm(session, number, token=token, by=by, scope=Scope(), now=now)
    if not count:  # nobody has a copy yet
        await drafts.discard(session, number)
    return count or 0


async def tell_each(
    session: AsyncSession, content_by_chat: Mapping[int, Content], *, now: datetime
) -> int | None:
    """Send people a text of their own each, through the ledger: paced, once, reported like any other.

    Returns:
        The number of the announcement, or None where nobody of them can be reached.
    """
    if not content_by_chat:
        return None
    texts = [replace(content, language=str(chat_id)) for chat_id, content in content_by_chat.items()]
    number = await drafts.draft(session, Composed(texts, "each"), author=None, now=now)
    await drafts.list_chats(session, number, content_by_chat)
    token = await drafts.offer(session, number)
    if await drafts.confirm(session, number, token=token, by=None, scope=Scope(), now=now):
        return number
    await drafts.discard(session, number)
    return None


async def resend_unknown(session: AsyncSession, announcement: int, *, by: int | None, now: datetime) -> int:
    """Send it again to those of whom it is not known whether they have it; gives their number."""
    there = select(ANNOUNCEMENTS.c.id).where(
        ANNOUNCEMENTS.c.id == announcement, ANNOUNCEMENTS.c.state != "withdrawn"
    )
    again = (
        update(DELIVERIES)
        .where(DELIVERIES.c.announcement_id.in_(there), DELIVERIES.c.state == "unknown")
        .values(state="pending", reason=None, settled_at=None, attempts=0)
    )
    count = (await (await session.connection()).execute(again)).rowcount
    if count:
        over: tuple[State, ...] = ("finished", "stopped", "open")
        await _moved(session, announcement, over, {"state": "queued", "finished_at": None})
        # An end that is reached would fail them; it is that of late joiners, of whom there are none any more.
        reached = update(ANNOUNCEMENTS).where(
            ANNOUNCEMENTS.c.id == announcement, ANNOUNCEMENTS.c.until <= now
        )
        await session.execute(reached.values(until=None))
        await session.execute(audit.entry("resend", at=now, actor=by, announcement=announcement, count=count))
    return count


async def _acted(
    session: AsyncSession,
    announcement: int,
    action: str,
    before: Sequence[State],
    after: State,
    by: int | None,
    now: datetime,
) -> bool:
    over = after in ("stopped", "withdrawn")
    values = {"state": after, **({"finished_at": now} if over else {})}
    moved = await _moved(session, announcement, before, values)
    if moved:
        await session.execute(audit.entry(action, at=now, actor=by, announcement=announcement))
    if moved and over:
        await session.run_sync(lambda inner: deliveries.abandon(inner.connection(), [announcement], now=now))
    return moved


async def _moved(
    session: AsyncSession,
    announcement: int,
    before: Sequence[State],
    values: Mapping[Any, Any],
    *,
    begun: bool = True,
) -> bool:
    """Change an announcement that is in one of the states, and has not begun if that matters."""
    statement = update(ANNOUNCEMENTS).where(
        ANNOUNCEMENTS.c.id == announcement, ANNOUNCEMENTS.c.state.in_(before)
    )
    if not begun:
        statement = statement.where(ANNOUNCEMENTS.c.started_at.is_(None))
    connection = await session.connection()
    return (await connection.execute(statement.values(dict(values)))).rowcount == 1
