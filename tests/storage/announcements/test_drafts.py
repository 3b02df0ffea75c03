"""A draft is counted, confirmed once, and goes after a day."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import text

from storage import people
from storage.announcements import compositions, drafts, views
from storage.announcements.audiences import Scope
from storage.announcements.selecting import Headcount
from storage.database import Database

if TYPE_CHECKING:
    from conftest import Ledger

NOW = datetime(2023, 11, 28, 9, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)


async def test_two_who_press_at_once_send_it_once(
    ledger: Ledger, database: Database, database_url: str
) -> None:
    await ledger.meet(1, 2, 3)
    number = await ledger.drafted()
    async with database.session() as session:
        token = await drafts.offer(session, number)
    other = Database(database_url)
    pressed = await asyncio.gather(*(one.confirm(number, token) for one in (ledger, type(ledger)(other))))
    await other.close()
    assert sorted(pressed, key=str) == [3, None]
    assert await ledger.confirm(number, token) is None
    assert await ledger.counts(number) == {"pending": 3}
    assert await ledger.actions() == ["confirm"]


async def test_only_the_last_token_confirms(ledger: Ledger, database: Database) -> None:
    await ledger.meet(1)
    number = await ledger.drafted()
    async with database.session() as session:
        first, second = [await drafts.offer(session, number) for _ in range(2)]
    assert await ledger.confirm(number, first) is None
    assert await ledger.confirm(number, second) == 1


async def test_an_audience_that_became_empty_stays_a_draft(ledger: Ledger, database: Database) -> None:
    """With the time it had, or none."""
    number, later = await ledger.drafted(), await ledger.drafted(starts_at=NOW + HOUR)
    assert await ledger.confirmed(number) == 0
    assert await ledger.confirmed(later) == 0
    async with database.reading() as session:
        both = [await views.get(session, one) for one in (number, later)]
    assert [draft.starts_at for draft in both if draft] == [None, NOW + HOUR]
    await ledger.meet(1)
    assert await ledger.confirmed(number) == 1


async def test_who_is_left_out_is_counted_by_the_reason(ledger: Ledger, database: Database) -> None:
    await ledger.meet(1, 2, 3, 4)
    async with database.session() as session:
        await people.mute(session, telegram_id=1, now=NOW)
        await session.execute(
            text("UPDATE participants SET unreachable_at = '2023-11-28 00:00' WHERE telegram_id = 2")
        )
    async with database.reading() as session:
        assert await drafts.headcount(session, "everyone", Scope()) == Headcount(2, 1, 1)
    assert await ledger.sent_to("everyone") == {3, 4}
    await ledger.meet(2)
    assert await ledger.sent_to("everyone") == {2, 3, 4}, "who writes again can be reached again"


async def test_old_drafts_go_with_what_was_awaited_for_them(ledger: Ledger, database: Database) -> None:
    await ledger.meet(1)
    old, sent = await ledger.drafted(), await ledger.drafted()
    await ledger.confirmed(sent)
    async with database.session() as session:
        await compositions.begin(session, 7, "at", announcement=old)
        await compositions.begin(session, 8, "content")
        assert await drafts.prune(session, before=NOW) == 0
        assert await drafts.prune(session, before=NOW + HOUR) == 1
        assert await compositions.composers(session) == {8}
    assert (await ledger.view(sent)).state == "queued"
