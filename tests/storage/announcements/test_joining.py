"""Who comes later, or returns, gets what waits and what is still open."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from storage import people
from storage.announcements import steering
from storage.announcements.deliveries import Work
from storage.people import Returned

if TYPE_CHECKING:
    from conftest import Ledger

    from storage.database import Database

NOW = datetime(2023, 11, 28, 9, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)


async def test_late_joiners_get_what_has_not_ended(ledger: Ledger) -> None:
    await ledger.meet(1)
    open_, closed = await ledger.drafted(until=NOW + HOUR), await ledger.drafted()
    for number in (open_, closed):
        await ledger.confirmed(number)
    await ledger.due()
    for number in (open_, closed):
        await ledger.all_sent(await ledger.claim(number))
        assert await ledger.finish(number)
    assert [(await ledger.view(number)).state for number in (open_, closed)] == ["open", "finished"]
    await ledger.meet(2)
    assert await ledger.due() == [Work(open_, "send", 1)]
    assert [copy.chat_id for copy in await ledger.claim(open_)] == [2]
    assert await ledger.claim(closed) == []
    await ledger.meet(3)
    await ledger.due(now=NOW + HOUR)
    assert await ledger.claim(open_) == []


async def test_what_is_open_can_be_paused_and_stopped_and_ends_with_its_time(
    ledger: Ledger, database: Database
) -> None:
    await ledger.meet(1)
    paused, ended = [await ledger.drafted(until=NOW + HOUR) for _ in range(2)]
    for number in (paused, ended):
        await ledger.confirmed(number)
        await ledger.due()
        await ledger.all_sent(await ledger.claim(number))
        await ledger.finish(number)
    async with database.session() as session:
        assert await steering.pause(session, paused, by=7, now=NOW)
    await ledger.meet(2)
    assert await ledger.due() == [Work(ended, "send", 1)]
    await ledger.all_sent(await ledger.claim(ended))
    await ledger.finish(ended)
    async with database.session() as session:
        assert await steering.resume(session, paused, by=None, now=NOW)
        assert await steering.stop(session, paused, by=7, now=NOW)
    assert await ledger.due(now=NOW + HOUR) == []
    states = [await ledger.view(number) for number in (paused, ended)]
    assert [(one.state, one.finished_at is not None) for one in states] == [
        ("stopped", True),
        ("finished", True),
    ]


async def test_who_mutes_gets_nothing_that_waits_and_who_returns_gets_what_is_open(
    ledger: Ledger,
    database: Database,
) -> None:
    await ledger.meet(1, 2, 3)
    await ledger.mute(1)
    async with database.session() as session:
        await people.block(session, telegram_id=3, now=NOW)
    waiting = await ledger.drafted(starts_at=NOW + HOUR)
    open_, closed = await ledger.drafted(until=NOW + HOUR), await ledger.drafted()
    for number in (waiting, open_, closed):
        await ledger.confirmed(number)
    await ledger.due()
    for number in (open_, closed):
        await ledger.all_sent(await ledger.claim(number))
        await ledger.finish(number)
    await ledger.mute(2)
    assert await ledger.counts(waiting) == {}
    returned = [Returned(1, NOW), Returned(4, NOW)]
    assert await database.write(lambda c: people.unmute_all(c, returned)) == [True, False]
    async with database.session() as session:
        await people.unblock(session, telegram_id=3, now=NOW)
    assert await ledger.due() == [Work(open_, "send", 1)]
    assert {copy.chat_id for copy in await ledger.claim(open_)} == {1, 3}
    assert await ledger.counts(waiting) == {"pending": 2}
    assert await ledger.counts(closed) == {"sent": 1}


async def test_who_comes_while_it_waits_gets_it(ledger: Ledger) -> None:
    await ledger.meet(1)
    number = await ledger.drafted(starts_at=NOW + HOUR)
    await ledger.confirmed(number)
    await ledger.meet(2)
    await ledger.due(now=NOW + HOUR)
    assert {copy.chat_id for copy in await ledger.claim(number)} == {1, 2}
