"""Drafts: written, changed, counted, and confirmed once; from then on they are announcements."""

import hashlib
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from sqlalchemy import delete, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage import audit
from storage.announcements import audiences, contents, deliveries, selecting
from storage.announcements.audiences import Scope
from storage.announcements.contents import Content
from storage.announcements.selecting import Headcount
from storage.announcements.tables import ANNOUNCEMENTS, LISTED, AnnouncementRow
from storage.tables import PARTICIPANTS, CompositionRow, Table

COMPOSITIONS = Table.metadata.tables[str(CompositionRow.__tablename__)]


@dataclass(frozen=True, slots=True)
class Composed:
    """An announcement as it was composed.

    Attributes:
        contents: what it says, by language.
        audience: to whom, such as `everyone` or `language=az`.
        starts_at: when, None for at once.
        until: until when people who come later get it, too.
        urgent: whether it goes out in quiet hours.
        corrects: the announcement it is a reply to.
    """

    contents: Sequence[Content]
    audience: str = "everyone"
    starts_at: datetime | None = None
    until: datetime | None = None
    urgent: bool = False
    corrects: int | None = None


async def draft(session: AsyncSession, composed: Composed, *, author: int | None, now: datetime) -> int:
    """Write a draft; gives its number. Nothing goes out before it is confirmed.

    Raises:
        AudienceError: there is no such audience.
    """
    audiences.welcomes_newcomers(composed.audience)
    names = ("audience", "starts_at", "until", "urgent", "corrects")
    values = {name: getattr(composed, name) for name in names}
    row = AnnouncementRow(state="draft", author=author, created_at=now, **values)
    session.add(row)
    await session.flush()
    await contents.write(session, row.id, composed.contents)
    return row.id


async def say(session: AsyncSession, number: int, content: Content) -> None:
    """Give a draft its text in one language, in place of what it had in it."""
    await contents.write(session, number, [content])
    await void(session, number)


async def address(session: AsyncSession, number: int, audience: str) -> None:
    """Give a draft another audience; a confirmation offered for the one before is void."""
    await _change(session, number, audience=audience)


async def void(session: AsyncSession, number: int) -> None:
    """Void the confirmation that was offered: the draft has changed since."""
    await _change(session, number)


async def list_chats(session: AsyncSession, number: int, chat_ids: Iterable[int]) -> None:
    """Give a draft with the audience `list=…` its chats, each once, in place of those it had."""
    await session.execute(delete(LISTED).where(LISTED.c.announcement_id == number))
    left = iter(dict.fromkeys(chat_ids))
    while some := list(islice(left, 1_000)):
        await session.execute(
            insert(LISTED), [{"announcement_id": number, "chat_id": chat_id} for chat_id in some]
        )


async def discard(session: AsyncSession, number: int) -> None:
    """Remove a draft."""
    mine = (ANNOUNCEMENTS.c.id == number) & (ANNOUNCEMENTS.c.state == "draft")
    await session.execute(delete(ANNOUNCEMENTS).where(mine))


async def prune(session: AsyncSession, *, before: datetime) -> int:
    """Remove the drafts begun before an instant, and what was awaited for them; gives their number."""
    old = (ANNOUNCEMENTS.c.state == "draft") & (ANNOUNCEMENTS.c.created_at < before)
    removed = (await (await session.connection()).execute(delete(ANNOUNCEMENTS).where(old))).rowcount
    its = COMPOSITIONS.c.announcement_id  # where there are no announcements, NULL is not in them either
    gone = its.is_not(None) & its.not_in(select(ANNOUNCEMENTS.c.id))
    await session.execute(delete(COMPOSITIONS).where(gone))
    return removed


async def headcount(session: AsyncSession, audience: str, scope: Scope) -> Headcount:
    """How many an audience has now, and who is left out.

    Raises:
        AudienceError: there is no such audience.
    """
    row = (await session.execute(selecting.headcount(audiences.select_chats(audience, scope)))).one()
    return Headcount(*row)


async def offer(session: AsyncSession, number: int) -> str:
    """Give the token that confirms a draft, once; one given before does not any more."""
    token = secrets.token_urlsafe(16)
    hashed = ANNOUNCEMENTS.c.id == number
    await session.execute(update(ANNOUNCEMENTS).where(hashed).values(token_hash=_hash(token)))
    return token


async def confirm(
    session: AsyncSession, number: int, *, token: str, by: int | None, scope: Scope, now: datetime
) -> int | None:
    """Let a draft go, with a copy for each person there is now; gives their number.

    Returns:
        0 when the audience has become empty, and it stays a draft; None when the token is used or was
        replaced: of two who press at once the second gets this.

    Raises:
        AudienceError: the audience is no more, such as a theme.
    """
    asked = (ANNOUNCEMENTS.c.id == number) & (ANNOUNCEMENTS.c.state == "draft")
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
    chats = selecting.reached(audiences.select_chats(audience, replace(scope, announcement=number)))
    count = await session.run_sync(lambda inner: deliveries.add(inner.connection(), number, chats))
    if not count:
        back = update(ANNOUNCEMENTS).where(ANNOUNCEMENTS.c.id == number)
        at_once = literal(now, ANNOUNCEMENTS.c.starts_at.type)
        starts_at = func.nullif(ANNOUNCEMENTS.c.starts_at, at_once)
        await session.execute(back.values(state="draft", confirmed_at=None, starts_at=starts_at))
        return 0
    said = () if audience == "each" else await contents.contents_of(session, number)
    texts = {content.language: content.text for content in said}  # what is for one person stays theirs
    entry = audit.entry(
        "confirm", at=now, actor=by, announcement=number, audience=audience, count=count, texts=texts
    )
    await session.execute(entry)
    return count


async def _change(session: AsyncSession, number: int, **values: str) -> None:
    its = (ANNOUNCEMENTS.c.id == number) & (ANNOUNCEMENTS.c.state == "draft")
    await session.execute(update(ANNOUNCEMENTS).where(its).values(token_hash=None, **values))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
