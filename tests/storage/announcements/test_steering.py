"""What organisers do with an announcement: hold, change, correct, withdraw, send again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage import audit
from storage.announcements import contents, corrections, deliveries, schedule, steering, views
from storage.announcements.contents import Content
from storage.announcements.deliveries import Settled

if TYPE_CHECKING:
    from conftest import Ledger

    from storage.database import Database

NOW = datetime(2023, 11, 28, 9, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
HELLO = Content("sendMessage", {"text": "Hello, everybody"})


async def test_people_can_be_told_a_text_of_their_own_each(ledger: Ledger, database: Database) -> None:
    """Once, also those who muted announcements: they asked for it."""
    await ledger.meet(1, 2, 3)
    await ledger.mute(2)
    async with database.session() as session:
        said = {1: HELLO.saying("One"), 2: HELLO.saying("Two")}
        number = await steering.tell_each(session, said, now=NOW)
        assert await steering.tell_each(session, {}, now=NOW) is None
    assert number is not None
    await ledger.due()
    calls = await database.write(lambda connection: contents.said(connection, number))
    told = {copy.chat_id: calls.to(copy.language)[1]["text"] for copy in await ledger.claim(number)}
    assert told == {1: "One", 2: "Two"}
    async with database.session() as session:
        one = await views.get(session, number)
        assert one
        assert one.contents == (), "nobody else is shown what is for one person"
        await contents.prune(session, before=NOW)
        assert await contents.contents_of(session, number), "its days are not over"
        await contents.prune(session, before=NOW + timedelta(seconds=1))
        assert await contents.contents_of(session, number) == ()
        entries = await audit.entries(session, announcement=number)
    assert "One" not in str(entries)


async def test_a_reply_that_nobody_can_get_leaves_nothing_behind(ledger: Ledger, database: Database) -> None:
    await ledger.meet(1)
    number = await ledger.drafted()
    await ledger.confirmed(number)
    async with database.session() as session:
        reply = [HELLO.saying("It changed")]
        assert await steering.correct(session, number, reply, by=7, now=NOW) == 0
        one = await views.get(session, number)
    assert one
    assert one.replies == ()


async def test_what_is_sent_again_goes_out_though_its_end_is_reached(
    ledger: Ledger, database: Database
) -> None:
    """The end is that of late joiners; who asks for it again knows what time it is."""
    await ledger.meet(1)
    number = await ledger.drafted(until=NOW + HOUR)
    await ledger.confirmed(number)
    await ledger.due()
    [copy] = await ledger.claim(number)
    await ledger.settle(Settled(copy, "unknown"))
    later = NOW + 2 * HOUR
    await database.write(lambda connection: deliveries.finish(connection, number, now=NOW))
    async with database.session() as session:
        assert await steering.resend_unknown(session, number, by=7, now=later) == 1
    await database.write(lambda connection: schedule.due(connection, now=later, quiet=False))
    assert len(await ledger.claim(number)) == 1


async def test_nothing_is_claimed_of_what_is_paused_or_stopped(ledger: Ledger, database: Database) -> None:
    await ledger.meet(1, 2)
    number = await ledger.drafted()
    await ledger.confirmed(number)
    await ledger.due()
    async with database.session() as session:
        assert await steering.pause(session, number, by=7, now=NOW)
        assert not await steering.pause(session, number, by=7, now=NOW)
    assert await ledger.claim(number) == []
    async with database.session() as session:
        assert await steering.resume(session, number, by=None, now=NOW)
    await ledger.due(quiet=True)
    assert len(await ledger.claim(number, 1)) == 1, "what has begun goes on in quiet hours"
    async with database.session() as session:
        assert await steering.stop(session, number, by=7, now=NOW)
        assert not await steering.resume(session, number, by=7, now=NOW)
    assert await ledger.claim(number) == []
    assert await ledger.actions() == ["stop", "resume", "pause", "confirm"]


async def test_what_is_stopped_or_withdrawn_leaves_nothing_pending(
    ledger: Ledger, database: Database
) -> None:
    """Neither what waited nor what Telegram asked to try later."""
    await ledger.meet(1, 2)
    numbers = [await ledger.drafted() for _ in range(2)]
    for number, end in zip(numbers, (steering.stop, steering.withdraw), strict=True):
        await ledger.confirmed(number)
        await ledger.due()
        [copy] = await ledger.claim(number, 1)
        async with database.session() as session:
            assert await end(session, number, by=7, now=NOW)
        await ledger.settle(Settled(copy, "pending", attempts=1))
    assert [await ledger.counts(number) for number in numbers] == [{"failed": 2}, {"withdrawn": 2}]


async def test_what_is_withdrawn_is_not_sent_again(ledger: Ledger, database: Database) -> None:
    await ledger.meet(1)
    number = await ledger.drafted()
    await ledger.confirmed(number)
    await ledger.due()
    await ledger.claim(number)
    await database.write(lambda connection: deliveries.interrupted(connection, now=NOW))
    async with database.session() as session:
        await steering.withdraw(session, number, by=7, now=NOW)
        assert await steering.resend_unknown(session, number, by=7, now=NOW) == 0


async def test_end_and_urgency_change_until_it_begins(ledger: Ledger, database: Database) -> None:
    await ledger.meet(1)
    number = await ledger.drafted(starts_at=NOW + HOUR)
    await ledger.confirmed(number)

    async def change(values: steering.Changes) -> bool:
        async with database.session() as session:
            return await steering.change(session, number, values, by=7, now=NOW)

    assert await change({"until": NOW + 2 * HOUR})
    assert await change({"urgent": True})
    one = await ledger.view(number)
    assert (one.starts_at, one.until, one.urgent) == (NOW + HOUR, NOW + 2 * HOUR, True)
    await ledger.due(now=NOW + HOUR)
    assert not await change({"urgent": False})
    assert await ledger.actions() == ["change", "change", "confirm"]


async def test_a_reply_stands_with_what_it_corrects(ledger: Ledger, database: Database) -> None:
    await ledger.meet(1)
    number = await ledger.drafted()
    await ledger.confirmed(number)
    await ledger.due()
    await ledger.all_sent(await ledger.claim(number))
    async with database.session() as session:
        await steering.correct(session, number, [HELLO], by=7, now=NOW)
    async with database.reading() as session:
        [listed] = await views.latest(session)
    assert (listed.id, len(listed.replies)) == (number, 1)
    assert (await ledger.view(listed.replies[0])).corrects == number


async def test_an_edit_reaches_each_copy_and_those_not_sent_yet(ledger: Ledger, database: Database) -> None:
    await ledger.meet(1, 2, 3)
    number = await ledger.drafted()
    await ledger.confirmed(number)
    await ledger.due()
    await ledger.all_sent(await ledger.claim(number, 2))
    async with database.session() as session:
        assert await steering.edit(session, number, [HELLO.saying("Better")], by=7, now=NOW)
    sending, editing = await ledger.due()
    assert (sending.kind, editing.kind) == ("send", "edit")
    outdated = await database.write(lambda c: corrections.outdated(c, editing, after=0, number=10))
    assert [(copy.chat_id, copy.message_id) for copy in outdated] == [(1, 1001), (2, 1002)]
    said = await database.write(lambda c: contents.said(c, number))
    assert said.to("az") == ("sendMessage", {"text": "Better"})
    changes = [Settled(copy, "sent", editing.revision) for copy in outdated]
    await database.write(lambda c: corrections.changed(c, changes))
    assert await database.write(lambda c: corrections.outdated(c, editing, after=0, number=10)) == []
    async with database.session() as session:
        assert await steering.correct(session, number, [HELLO], by=None, now=NOW) == 2
    reply, *_ = await ledger.due()
    assert sorted((c.chat_id, c.message_id) for c in await ledger.claim(reply.announcement)) == [
        (1, 1001),
        (2, 1002),
    ]


async def test_a_withdrawn_one_is_deleted_where_it_was_sent(ledger: Ledger, database: Database) -> None:
    await ledger.meet(1, 2)
    number = await ledger.drafted()
    await ledger.confirmed(number)
    await ledger.due()
    await ledger.all_sent(await ledger.claim(number, 1))
    async with database.session() as session:
        assert await steering.withdraw(session, number, by=7, now=NOW)
        assert not await steering.edit(session, number, [HELLO], by=7, now=NOW)
    [work] = await ledger.due()
    assert work.kind == "delete"
    assert await ledger.claim(number) == []
    [copy] = await database.write(lambda c: corrections.outdated(c, work, after=0, number=10))
    gone = [Settled(copy, "withdrawn", work.revision)]
    await database.write(lambda c: corrections.changed(c, gone))
    await database.write(lambda c: corrections.caught_up(c, work))
    assert await ledger.due() == []
    assert await ledger.counts(number) == {"withdrawn": 2}, "the one that waited, too"


async def test_each_person_gets_their_language(ledger: Ledger, database: Database) -> None:
    texts = (Content("sendMessage", {"text": "Hi"}), Content("sendMessage", {"text": "Salam"}, "az"))
    number = await ledger.drafted("chat=1", *texts)
    said = await database.write(lambda connection: contents.said(connection, number))
    assert [said.to(language)[1]["text"] for language in ("az", "ru", None)] == ["Salam", "Hi", "Hi"]


@pytest.mark.parametrize("change", ["UPDATE audit SET action = 'x'", "DELETE FROM audit"])
async def test_nobody_can_change_the_audit(ledger: Ledger, database: Database, change: str) -> None:
    await ledger.meet(1)
    await ledger.confirmed(await ledger.drafted())
    with pytest.raises(DBAPIError, match="only be added to"):
        async with database.session() as session:
            await session.execute(text(change))
    async with database.reading() as session:
        [entry] = await audit.entries(session)
    assert (entry.actor, entry.action, entry.details["count"]) == (7, "confirm", 1)


async def test_the_report_is_safe_for_spreadsheets(ledger: Ledger, database: Database) -> None:
    await ledger.meet(1)
    number = await ledger.drafted()
    await ledger.confirmed(number)
    await ledger.due()
    [copy] = await ledger.claim(number)
    await ledger.settle(Settled(copy, "failed", reason="=1+1"))
    async with database.reading() as session:
        lines = [line async for line in views.report_lines(session, number)]
    assert lines[1].decode().split(",")[:4] == ["1", "en", "failed", "'=1+1"]
