"""Each copy is claimed once and ends in one state, whatever ends the process."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from storage import people
from storage.announcements import deliveries, drafts, schedule, steering
from storage.announcements.audiences import Scope
from storage.announcements.deliveries import Settled, Work
from storage.announcements.tables import ChatRow

if TYPE_CHECKING:
    from conftest import Ledger

    from storage.database import Database

NOW = datetime(2023, 11, 28, 9, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)


async def test_a_copy_is_claimed_once_and_settled(ledger: Ledger, database: Database) -> None:
    await ledger.meet(*range(1, 6))
    number = await ledger.drafted()
    await ledger.confirmed(number)
    assert await ledger.claim(number) == [], "it has not begun"
    assert await ledger.due() == [Work(number, "send", 1)]
    first, second = await ledger.claim(number, 3), await ledger.claim(number)
    assert sorted(copy.chat_id for copy in (*first, *second)) == [1, 2, 3, 4, 5]
    await ledger.all_sent(first)
    blocked, unclear = second
    await ledger.settle(Settled(blocked, "unreachable", reason="blocked"), Settled(unclear, "unknown"))
    assert await ledger.counts(number) == {"sent": 3, "unreachable": 1, "unknown": 1}
    assert await database.write(lambda connection: deliveries.finish(connection, number, now=NOW))
    async with database.reading() as session:
        assert (await drafts.headcount(session, "everyone", Scope())).unreachable == 1


async def test_what_failed_for_a_while_goes_behind_the_others(ledger: Ledger) -> None:
    await ledger.meet(1, 2, 3)
    number = await ledger.drafted()
    await ledger.confirmed(number)
    await ledger.due()
    [first] = await ledger.claim(number, 1)
    await ledger.settle(Settled(first, "pending", attempts=1))
    order = [(await ledger.claim(number, 1))[0] for _ in range(3)]
    assert order[-1].chat_id == first.chat_id
    assert order[-1].attempts == 1


async def test_what_was_under_way_at_a_crash_is_unknown_until_somebody_asks(
    ledger: Ledger, database: Database
) -> None:
    await ledger.meet(1, 2)
    number = await ledger.drafted()
    await ledger.confirmed(number)
    await ledger.due()
    await ledger.claim(number, 1)
    assert await database.write(lambda connection: deliveries.interrupted(connection, now=NOW)) == {number: 1}
    assert await ledger.counts(number) == {"pending": 1, "unknown": 1}
    await ledger.all_sent(await ledger.claim(number))
    await database.write(lambda connection: deliveries.finish(connection, number, now=NOW))
    assert await ledger.due() == []
    async with database.session() as session:
        assert await steering.resend_unknown(session, number, by=7, now=NOW) == 1
    await ledger.due()
    assert len(await ledger.claim(number)) == 1


async def test_a_group_that_moved_keeps_its_copy_and_its_place(ledger: Ledger, database: Database) -> None:
    async with database.session() as session:
        session.add(ChatRow(id=-5, kind="group", title="Team", added_at=NOW))
    number = await ledger.drafted("groups")
    await ledger.confirmed(number)
    await ledger.due()
    [copy] = await ledger.claim(number)
    await ledger.settle(Settled(copy, "pending", moved_to=-100_5))
    assert [copy.chat_id for copy in await ledger.claim(number)] == [-100_5]
    assert await ledger.sent_to("groups") == {-100_5}


async def test_forgetting_a_person_takes_their_copies(ledger: Ledger, database: Database) -> None:
    await ledger.meet(1, 2)
    number = await ledger.drafted()
    await ledger.confirmed(number)
    async with database.session() as session:
        await people.forget(session, telegram_id=1)
    assert await ledger.counts(number) == {"pending": 1}


async def test_copies_are_forgotten_with_time(ledger: Ledger, database: Database) -> None:
    await ledger.meet(1)
    number = await ledger.drafted()
    await ledger.confirmed(number)
    await ledger.due()
    await ledger.all_sent(await ledger.claim(number))
    await database.write(lambda connection: deliveries.finish(connection, number, now=NOW))
    assert await database.write(lambda connection: schedule.prune(connection, before=NOW)) == 0
    assert await database.write(lambda connection: schedule.prune(connection, before=NOW + HOUR)) == 1
