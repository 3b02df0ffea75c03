"""Announcements begin, are held and end when it is time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from storage import roles
from storage.announcements import steering
from storage.announcements.deliveries import Work

if TYPE_CHECKING:
    from conftest import Ledger

    from storage.database import Database

NOW = datetime(2023, 11, 28, 9, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)


async def test_it_waits_for_its_time_and_for_the_end_of_quiet_hours(ledger: Ledger) -> None:
    await ledger.meet(1)
    number = await ledger.drafted(starts_at=NOW + HOUR)
    urgent = await ledger.drafted(starts_at=NOW + HOUR, urgent=True)
    for one in (number, urgent):
        await ledger.confirmed(one)
    assert await ledger.due() == []
    assert await ledger.due(now=NOW + HOUR, quiet=True) == [Work(urgent, "send", 1)]
    assert await ledger.due(now=NOW + HOUR) == [Work(urgent, "send", 1), Work(number, "send", 1)]


async def test_quiet_hours_show_in_when_it_goes(ledger: Ledger) -> None:
    """22:00 to 08:00 of the event: in UTC 18:00 to 04:00."""
    await ledger.meet(1)
    late = datetime(2023, 11, 28, 19, 0, tzinfo=UTC)
    number, urgent = [await ledger.drafted(starts_at=late, urgent=flag) for flag in (False, True)]
    baku = ZoneInfo("Asia/Baku")
    assert (await ledger.view(number)).goes_at(baku) == datetime(2023, 11, 29, 4, 0, tzinfo=UTC)
    assert (await ledger.view(urgent)).goes_at(baku) == late


async def test_what_ends_before_it_was_sent_is_too_late(ledger: Ledger) -> None:
    await ledger.meet(1)
    number = await ledger.drafted(until=NOW + HOUR)
    await ledger.confirmed(number)
    await ledger.due(now=NOW + HOUR)
    assert await ledger.counts(number) == {"failed": 1}


async def test_who_is_no_organiser_any_more_sends_nothing(ledger: Ledger, database: Database) -> None:
    await ledger.meet(1)
    async with database.session() as session:
        await roles.settle(session, {"organiser": (7, 8)}, now=NOW)
    number = await ledger.drafted(author=7)
    await ledger.confirmed(number)
    async with database.session() as session:
        await roles.settle(session, {"organiser": (8,)}, now=NOW)
    assert await ledger.due() == []
    async with database.session() as session:
        assert await steering.resume(session, number, by=8, now=NOW)
    assert await ledger.due() == [Work(number, "send", 1)]
