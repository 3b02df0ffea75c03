"""Nearly the same text is noticed where it went out or waits to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from storage.announcements import repetitions, steering
from storage.announcements.contents import Content
from storage.announcements.repetitions import Twin

if TYPE_CHECKING:
    from conftest import Ledger

    from storage.database import Database

NOW = datetime(2023, 11, 28, 9, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
HELLO = Content("sendMessage", {"text": "Hello, everybody"})


async def test_nearly_the_same_text_within_the_hour_is_noticed(ledger: Ledger, database: Database) -> None:
    await ledger.meet(1)
    first = await ledger.drafted(
        "everyone", HELLO.saying("The bus leaves at five from gate B"), starts_at=NOW + HOUR
    )
    await ledger.confirmed(first)
    same = await ledger.drafted("everyone", HELLO.saying("The bus leaves at five from gate C"))
    other = await ledger.drafted("everyone", HELLO.saying("Lunch is served"))

    async def twin(draft: int, *, since: datetime) -> Twin | None:
        async with database.reading() as session:
            return await repetitions.nearly_the_same(session, draft, since=since)

    assert await twin(same, since=NOW) == Twin(first, sent=False), "it waits"
    assert await twin(other, since=NOW) is None
    await ledger.due(now=NOW + HOUR)
    await ledger.all_sent(await ledger.claim(first))
    await ledger.finish(first)
    assert await twin(same, since=NOW + HOUR) == Twin(first, sent=True), "sent then, confirmed before"
    assert await twin(same, since=NOW + 2 * HOUR) is None


async def test_what_never_went_out_is_no_repetition(ledger: Ledger, database: Database) -> None:
    await ledger.meet(1)
    first, second = await ledger.drafted(), await ledger.drafted()
    await ledger.confirmed(first)
    async with database.session() as session:
        await steering.withdraw(session, first, by=7, now=NOW)
    async with database.reading() as session:
        assert await repetitions.nearly_the_same(session, second, since=NOW - HOUR) is None
