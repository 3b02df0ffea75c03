"""Announcements from draft to end, as organisers handle them.

`storage.announcement_views` tells how they stand, `storage.deliveries` is the sender's side.

draft ─confirm► queued ─when due► sending ─nothing left► finished
                  └──── pause ──┬───┘
                              paused ─resume► queued
stop: queued, sending or paused ► stopped          withdraw: any but a draft ► withdrawn
"""

import hashlib
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, tzinfo
from itertools import islice
from typing import Any, Literal

from rapidfuzz import fuzz
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage import audiences, audit, deliveries
from storage.announcement_tables import (
    ANNOUNCEMENTS,
    CONTENTS,
    DELIVERIES,
    FILES,
    LISTED,
    AnnouncementRow,
    ContentRow,
)
from storage.audiences import Headcount, Scope
from storage.tables import PARTICIPANTS

State = Literal["draft", "queued", "sending", "paused", "stopped", "finished", "withdrawn"]

NEARLY_THE_SAME = 90.0
"""Likeness of two texts in per cent from which an organiser is warned."""


QUIET_FROM, QUIET_UNTIL = time(22), time(8)
"""Quiet hours in the event's time zone: what is due then and not urgent begins when they end."""


def is_quiet(now: datetime, zone: tzinfo) -> bool:
    """Whether these are quiet hours."""
    here = now.astimezone(zone).time()
    return here >= QUIET_FROM or here < QUIET_UNTIL


@dataclass(frozen=True, slots=True)
class Content:
    """What is said in one language: a call of the Bot API without the chat.

    Attributes:
        method: `sendMessage`, `sendPhoto`, `sendDocument`, `copyMessage` …
        parameters: its parameters; formatted text as `text` or `caption` with its entities.
        language: two letters, or empty for everybody who has no text of their own.
    """

    method: str
    parameters: Mapping[str, Any]
    language: str = ""

    @property
    def text(self) -> str:
        """The text or the caption."""
        text: str = self.parameters.get("text") or self.parameters.get("caption") or ""
        return text

    def saying(self, text: str, entities: Sequence[Mapping[str, Any]] = ()) -> "Content":
        """The same with another text or caption."""
        name, marks = ("text", "entities") if "text" in self.parameters else ("caption", "caption_entities")
        kept = {key: value for key, value in self.parameters.items() if key not in (name, marks)}
        return replace(self, parameters={**kept, name: text, **({marks: list(entities)} if entities else {})})


async def draft(  # noqa: PLR0913 - what an announcement is made of
    session: AsyncSession,
    *,
    contents: Sequence[Content],
    audience: str,
    author: int | None,
    now: datetime,
    starts_at: datetime | None = None,
    until: datetime | None = None,
    urgent: bool = False,
    corrects: int | None = None,
) -> int:
    """Write a draft; gives its number. Nothing goes out before it is confirmed.

    Raises:
        AudienceError: there is no such audience.
    """
    audiences.is_open(audience)
    row = AnnouncementRow(
        state="draft",
        audience=audience,
        author=author,
        corrects=corrects,
        urgent=urgent,
        created_at=now,
        starts_at=starts_at,
        until=until,
    )
    session.add(row)
    await session.flush()
    await _write_contents(session, row.id, contents)
    return row.id


async def attach(session: AsyncSession, announcement: int, *, name: str, content: bytes) -> None:
    """Give a draft the file its `sendPhoto` or `sendDocument` needs; without it they hold a file's id."""
    await session.execute(insert(FILES), {"announcement_id": announcement, "name": name, "content": content})


async def list_chats(session: AsyncSession, announcement: int, chat_ids: Iterable[int]) -> None:
    """Give a draft with the audience `list=…` its chats, each once."""
    left = iter(dict.fromkeys(chat_ids))
    while some := list(islice(left, 1_000)):
        await session.execute(
            insert(LISTED), [{"announcement_id": announcement, "chat_id": chat_id} for chat_id in some]
        )


async def change(
    session: AsyncSession,
    announcement: int,
    *,
    by: int | None,
    now: datetime,
    starts_at: datetime | None,
    until: datetime | None,
    urgent: bool,
) -> bool:
    """Set the times of a draft or of one that waits anew; False when it has begun."""
    changed = await _moved(
        session,
        announcement,
        ("draft", "queued"),
        {"starts_at": starts_at, "until": until, "urgent": urgent},
        begun=False,
    )
    if changed:
        details = {"starts_at": _iso(starts_at), "until": _iso(until), "urgent": urgent}
        await session.execute(audit.entry("change", at=now, actor=by, announcement=announcement, **details))
    return changed


async def discard(session: AsyncSession, announcement: int) -> None:
    """Remove a draft."""
    draft = (ANNOUNCEMENTS.c.id == announcement) & (ANNOUNCEMENTS.c.state == "draft")
    await session.execute(delete(ANNOUNCEMENTS).where(draft))


async def headcount(session: AsyncSession, audience: str, scope: Scope) -> Headcount:
    """How many an audience has now, and who is left out.

    Raises:
        AudienceError: there is no such audience.
    """
    row = (await session.execute(audiences.headcount(audiences.select_chats(audience, scope)))).one()
    return Headcount(*row)


async def nearly_the_same(session: AsyncSession, announcement: int, *, since: datetime) -> int | None:
    """The number of another announcement confirmed since an instant that says nearly the same."""
    recent = (ANNOUNCEMENTS.c.confirmed_at >= since) & (ANNOUNCEMENTS.c.id != announcement)
    others = select(ANNOUNCEMENTS.c.id).where(recent).order_by(ANNOUNCEMENTS.c.id.desc())
    texts = [content.text for content in await contents_of(session, announcement)]
    for other in (await session.scalars(others)).all():
        for content in await contents_of(session, other):
            if any(text and fuzz.ratio(text, content.text) >= NEARLY_THE_SAME for text in texts):
                return int(other)
    return None


async def offer(session: AsyncSession, announcement: int) -> str:
    """Give the token that confirms a draft, once; one given before does not any more."""
    token = secrets.token_urlsafe(16)
    hashed = ANNOUNCEMENTS.c.id == announcement
    await session.execute(update(ANNOUNCEMENTS).where(hashed).values(token_hash=_hash(token)))
    return token


async def confirm(
    session: AsyncSession, announcement: int, *, token: str, by: int | None, scope: Scope, now: datetime
) -> int | None:
    """Let a draft go, with a copy for each person there is now; gives their number.

    Returns:
        0 when the audience has become empty, and it stays a draft; None when the token is used or was
        replaced: of two who press at once the second gets this.

    Raises:
        AudienceError: the audience is no more, such as a theme.
    """
    asked = (ANNOUNCEMENTS.c.id == announcement) & (ANNOUNCEMENTS.c.state == "draft")
    queued = (
        update(ANNOUNCEMENTS)
        .where(asked, ANNOUNCEMENTS.c.token_hash == _hash(token))
        .values(
            state="queued",
            token_hash=None,
            confirmed_at=now,
            starts_at=func.coalesce(ANNOUNCEMENTS.c.starts_at, now),
            reached_through=select(func.coalesce(func.max(PARTICIPANTS.c.id), 0)).scalar_subquery(),
        )
        .returning(ANNOUNCEMENTS.c.audience)
    )
    audience = (await session.execute(queued)).scalar_one_or_none()
    if audience is None:
        return None
    scope = replace(scope, announcement=announcement)
    chats = audiences.reached(audiences.select_chats(audience, scope))
    count = await session.run_sync(lambda inner: deliveries.add(inner.connection(), announcement, chats))
    if not count:
        await session.execute(
            update(ANNOUNCEMENTS)
            .where(ANNOUNCEMENTS.c.id == announcement)
            .values(state="draft", confirmed_at=None)
        )
        return 0
    texts = {content.language: content.text for content in await contents_of(session, announcement)}
    entry = audit.entry(
        "confirm", at=now, actor=by, announcement=announcement, audience=audience, count=count, texts=texts
    )
    await session.execute(entry)
    return count


async def pause(session: AsyncSession, announcement: int, *, by: int | None, now: datetime) -> bool:
    """Hold it; what is under way arrives. False when there is nothing to hold."""
    return await _acted(session, announcement, "pause", ("queued", "sending"), "paused", by, now)


async def resume(session: AsyncSession, announcement: int, *, by: int | None, now: datetime) -> bool:
    """Let what was paused go on, now in the name of who says so."""
    moved = await _acted(session, announcement, "resume", ("paused",), "queued", by, now)
    if moved and by is not None:
        mine = ANNOUNCEMENTS.c.id == announcement
        await session.execute(update(ANNOUNCEMENTS).where(mine).values(author=by))
    return moved


async def stop(session: AsyncSession, announcement: int, *, by: int | None, now: datetime) -> bool:
    """End it for good; who has no copy yet gets none. False when it is over already."""
    return await _acted(session, announcement, "stop", ("queued", "sending", "paused"), "stopped", by, now)


async def withdraw(session: AsyncSession, announcement: int, *, by: int | None, now: datetime) -> bool:
    """Stop it and have its copies deleted, as far as Telegram lets a bot."""
    before: tuple[State, ...] = ("queued", "sending", "paused", "stopped", "finished")
    moved = await _acted(session, announcement, "withdraw", before, "withdrawn", by, now)
    if moved:
        # A later revision than any copy's: each is due.
        values = {"withdrawn_at": now, "revision": ANNOUNCEMENTS.c.revision + 1, "outdated": True}
        await session.execute(update(ANNOUNCEMENTS).where(ANNOUNCEMENTS.c.id == announcement).values(values))
    return moved


async def edit(
    session: AsyncSession, announcement: int, contents: Sequence[Content], *, by: int | None, now: datetime
) -> bool:
    """Say something else: copies that were sent are changed, the others are sent like that.

    Only texts and captions change, in languages it had already. False when it was withdrawn.
    """
    changed = await _moved(
        session,
        announcement,
        ("draft", "queued", "sending", "paused", "stopped", "finished"),
        {"revision": ANNOUNCEMENTS.c.revision + 1, "outdated": True},
    )
    if changed:
        await session.execute(delete(CONTENTS).where(CONTENTS.c.announcement_id == announcement))
        await _write_contents(session, announcement, contents)
        texts = {content.language: content.text for content in contents}
        await session.execute(audit.entry("edit", at=now, actor=by, announcement=announcement, texts=texts))
    return changed


async def correct(
    session: AsyncSession, announcement: int, contents: Sequence[Content], *, by: int | None, now: datetime
) -> int:
    """Reply to every copy that was sent, as an announcement of its own; gives the number of replies."""
    audience = f"recipients={announcement}"
    reply = await draft(
        session,
        contents=contents,
        audience=audience,
        author=by,
        now=now,
        urgent=True,
        corrects=announcement,
    )
    token = await offer(session, reply)
    return await confirm(session, reply, token=token, by=by, scope=Scope(), now=now) or 0


async def resend_unknown(session: AsyncSession, announcement: int, *, by: int | None, now: datetime) -> int:
    """Send it again to those of whom it is not known whether they have it; gives their number."""
    again = (
        update(DELIVERIES)
        .where(DELIVERIES.c.announcement_id == announcement, DELIVERIES.c.state == "unknown")
        .values(state="pending", reason=None, settled_at=None, attempts=0)
    )
    count = (await (await session.connection()).execute(again)).rowcount
    if count:
        await _moved(session, announcement, ("finished", "stopped"), {"state": "queued", "finished_at": None})
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
    return moved


async def _moved(
    session: AsyncSession,
    announcement: int,
    before: Sequence[State],
    values: Mapping[str, Any],
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


async def _write_contents(session: AsyncSession, announcement: int, contents: Sequence[Content]) -> None:
    rows = [
        {
            "announcement_id": announcement,
            "language": one.language,
            "method": one.method,
            "parameters": dict(one.parameters),
        }
        for one in contents
    ]
    await session.execute(insert(CONTENTS), rows)


async def contents_of(session: AsyncSession, announcement: int) -> tuple[Content, ...]:
    """What an announcement says, by language."""
    its = col(ContentRow.announcement_id) == announcement
    rows = await session.scalars(select(ContentRow).where(its).order_by(col(ContentRow.language)))
    return tuple(Content(row.method, row.parameters, row.language) for row in rows)


def _iso(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
