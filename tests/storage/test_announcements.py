"""An announcement is confirmed once; each copy is claimed once and ends in one state; the audit stays."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from storage import announcement_views, announcements, audiences, audit, deliveries, people, roles
from storage.announcement_tables import DELIVERIES, ChatRow
from storage.announcements import Content
from storage.audiences import AudienceError, Headcount, Scope
from storage.database import Database
from storage.deliveries import Copy, Settled, Work
from storage.questions import Asking, Candidate, record

NOW = datetime(2023, 11, 28, 9, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
HELLO = Content("sendMessage", {"text": "Hello, everybody"})


async def meet(database: Database, *telegram_ids: int, language: str = "en") -> None:
    async with database.session() as session:
        for telegram_id in telegram_ids:
            await people.meet(session, telegram_id=telegram_id, language_code=language, now=NOW)


async def drafted(database: Database, audience: str = "everyone", *contents: Content, **more: object) -> int:
    values = {"contents": contents or (HELLO,), "audience": audience, "author": None, "now": NOW, **more}
    async with database.session() as session:
        return await announcements.draft(session, **values)  # type: ignore[arg-type]


async def confirmed(database: Database, number: int, scope: Scope = Scope()) -> int | None:  # noqa: B008 - frozen
    async with database.session() as session:
        token = await announcements.offer(session, number)
    return await confirm(database, number, token, scope)


async def confirm(database: Database, number: int, token: str, scope: Scope = Scope()) -> int | None:  # noqa: B008
    async with database.session() as session:
        return await announcements.confirm(session, number, token=token, by=7, scope=scope, now=NOW)


async def sent_to(database: Database, audience: str, scope: Scope = Scope()) -> set[int]:  # noqa: B008
    number = await drafted(database, audience)
    await confirmed(database, number, scope)
    its = select(DELIVERIES.c.chat_id).where(DELIVERIES.c.announcement_id == number)
    async with database.reading() as session:
        return set(await session.scalars(its))


async def due(database: Database, *, now: datetime = NOW, quiet: bool = False) -> list[Work]:
    return await database.write(lambda connection: deliveries.due(connection, now=now, quiet=quiet))


async def claim(database: Database, number: int, most: int = 100) -> list[Copy]:
    return await database.write(lambda connection: deliveries.claim(connection, number, number=most))


async def settle(database: Database, *settled: Settled) -> None:
    await database.write(lambda connection: deliveries.settle(connection, settled, now=NOW))


async def counts(database: Database, number: int) -> dict[str, int]:
    async with database.reading() as session:
        progress = await announcement_views.progress(session, number)
    return {state: count for state, count in progress.count_by_state.items() if count}


async def actions(database: Database) -> list[str]:
    async with database.reading() as session:
        return [entry.action for entry in await audit.entries(session)]


async def all_sent(database: Database, copies: Sequence[Copy], revision: int = 1) -> None:
    await settle(
        database, *(Settled(copy, "sent", revision, message_id=copy.chat_id + 1000) for copy in copies)
    )


async def test_two_who_press_at_once_send_it_once(database: Database, database_url: str) -> None:
    await meet(database, 1, 2, 3)
    number = await drafted(database)
    async with database.session() as session:
        token = await announcements.offer(session, number)
    other = Database(database_url)
    pressed = await asyncio.gather(*(confirm(base, number, token) for base in (database, other)))
    await other.close()
    assert sorted(pressed, key=str) == [3, None]
    assert await confirm(database, number, token) is None
    assert await counts(database, number) == {"pending": 3}
    assert await actions(database) == ["confirm"]


async def test_only_the_last_token_confirms(database: Database) -> None:
    await meet(database, 1)
    number = await drafted(database)
    async with database.session() as session:
        first, second = [await announcements.offer(session, number) for _ in range(2)]
    assert await confirm(database, number, first) is None
    assert await confirm(database, number, second) == 1


async def test_an_audience_that_became_empty_stays_a_draft(database: Database) -> None:
    number = await drafted(database)
    assert await confirmed(database, number) == 0
    await meet(database, 1)
    assert await confirmed(database, number) == 1


async def test_who_is_left_out_is_counted_by_the_reason(database: Database) -> None:
    await meet(database, 1, 2, 3, 4)
    async with database.session() as session:
        await people.mute(session, telegram_id=1, language_code=None, now=NOW)
        await session.execute(
            text("UPDATE participants SET unreachable_at = '2023-11-28 00:00' WHERE telegram_id = 2")
        )
    async with database.reading() as session:
        assert await announcements.headcount(session, "everyone", Scope()) == Headcount(2, 1, 1)
    assert await sent_to(database, "everyone") == {3, 4}
    await meet(database, 2)
    assert await sent_to(database, "everyone") == {2, 3, 4}, "who writes again can be reached again"


async def test_audiences_are_those_they_name(database: Database) -> None:
    await meet(database, 1, 2)
    await meet(database, 3, language="az-AZ")
    async with database.session() as session:
        await roles.settle(session, {"organiser": (1, 9), "maintainer": (2,)}, now=NOW)
        session.add(ChatRow(id=-5, kind="supergroup", title="Team", added_at=NOW))
    asked = Asking(
        telegram_id=2, language_code=None, chat_id=2, chat_kind="private", message_id=1, text="?",
        language="en", kind="answer", confidence=0.9, milliseconds=1.0, now=NOW,
        candidates=[Candidate("rats#demo", "f", 0.9, shown=True)],
    )  # fmt: skip
    await database.write(lambda connection: record(connection, [asked]))
    themes = Scope(documents_by_theme={"technology": ["rats"], "safety": []})
    assert await sent_to(database, "language=az") == {3}
    assert await sent_to(database, "role=organiser") == {1, 9}, "also one who never wrote"
    assert await sent_to(database, "theme=technology", themes) == {2}
    assert await sent_to(database, "theme=safety", themes) == set()
    assert await sent_to(database, "groups") == {-5}
    assert await sent_to(database, "chat=-77") == {-77}
    assert await sent_to(database, "me", Scope(author=1)) == {1}
    number = await drafted(database, "list=guests")
    async with database.session() as session:
        await announcements.list_chats(session, number, [3, 50, 3])
    assert await confirmed(database, number) == 2


@pytest.mark.parametrize(
    "audience", ["", "nobody", "everyone=1", "chat", "chat=", "chat=x", "theme=cooking", "me"]
)
def test_what_is_no_audience_is_told(audience: str) -> None:
    with pytest.raises(AudienceError, match=r"expected"):
        audiences.select_chats(audience, Scope())


async def test_another_audience_is_one_entry(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    await meet(database, 1, 2)
    odd = audiences.Audience(
        lambda _value, _scope: audiences.people(audiences.PARTICIPANTS.c.telegram_id == 1)
    )
    monkeypatch.setitem(audiences.AUDIENCES, "odd", odd)
    assert await sent_to(database, "odd") == {1}


async def test_a_copy_is_claimed_once_and_settled(database: Database) -> None:
    await meet(database, *range(1, 6))
    number = await drafted(database)
    await confirmed(database, number)
    assert await claim(database, number) == [], "it has not begun"
    assert await due(database) == [Work(number, "send", 1)]
    first, second = await claim(database, number, 3), await claim(database, number)
    assert sorted(copy.chat_id for copy in (*first, *second)) == [1, 2, 3, 4, 5]
    await all_sent(database, first)
    blocked, unclear = second
    await settle(database, Settled(blocked, "unreachable", reason="blocked"), Settled(unclear, "unknown"))
    assert await counts(database, number) == {"sent": 3, "unreachable": 1, "unknown": 1}
    assert await database.write(lambda connection: deliveries.finish(connection, number, now=NOW))
    async with database.reading() as session:
        assert (await announcements.headcount(session, "everyone", Scope())).unreachable == 1


async def test_what_failed_for_a_while_goes_behind_the_others(database: Database) -> None:
    await meet(database, 1, 2, 3)
    number = await drafted(database)
    await confirmed(database, number)
    await due(database)
    [first] = await claim(database, number, 1)
    await settle(database, Settled(first, "pending", attempts=1))
    order = [(await claim(database, number, 1))[0] for _ in range(3)]
    assert order[-1].chat_id == first.chat_id
    assert order[-1].attempts == 1


async def test_what_was_under_way_at_a_crash_is_unknown_until_somebody_asks(database: Database) -> None:
    await meet(database, 1, 2)
    number = await drafted(database)
    await confirmed(database, number)
    await due(database)
    await claim(database, number, 1)
    assert await database.write(lambda connection: deliveries.interrupted(connection, now=NOW)) == {number: 1}
    assert await counts(database, number) == {"pending": 1, "unknown": 1}
    await all_sent(database, await claim(database, number))
    await database.write(lambda connection: deliveries.finish(connection, number, now=NOW))
    assert await due(database) == []
    async with database.session() as session:
        assert await announcements.resend_unknown(session, number, by=7, now=NOW) == 1
    await due(database)
    assert len(await claim(database, number)) == 1


async def test_nothing_is_claimed_of_what_is_paused_or_stopped(database: Database) -> None:
    await meet(database, 1, 2)
    number = await drafted(database)
    await confirmed(database, number)
    await due(database)
    async with database.session() as session:
        assert await announcements.pause(session, number, by=7, now=NOW)
        assert not await announcements.pause(session, number, by=7, now=NOW)
    assert await claim(database, number) == []
    async with database.session() as session:
        assert await announcements.resume(session, number, by=None, now=NOW)
    await due(database, quiet=True)
    assert len(await claim(database, number, 1)) == 1, "what has begun goes on in quiet hours"
    async with database.session() as session:
        assert await announcements.stop(session, number, by=7, now=NOW)
        assert not await announcements.resume(session, number, by=7, now=NOW)
    assert await claim(database, number) == []
    assert await actions(database) == ["stop", "resume", "pause", "confirm"]


async def test_it_waits_for_its_time_and_for_the_end_of_quiet_hours(database: Database) -> None:
    await meet(database, 1)
    number = await drafted(database, starts_at=NOW + HOUR)
    urgent = await drafted(database, starts_at=NOW + HOUR, urgent=True)
    for one in (number, urgent):
        await confirmed(database, one)
    assert await due(database) == []
    assert await due(database, now=NOW + HOUR, quiet=True) == [Work(urgent, "send", 1)]
    assert await due(database, now=NOW + HOUR) == [Work(urgent, "send", 1), Work(number, "send", 1)]


async def test_late_joiners_get_what_has_not_ended(database: Database) -> None:
    await meet(database, 1)
    open_, closed = await drafted(database, until=NOW + HOUR), await drafted(database)
    for number in (open_, closed):
        await confirmed(database, number)
    await due(database)
    for number in (open_, closed):
        await all_sent(database, await claim(database, number))
        await database.write(lambda connection, number=number: deliveries.finish(connection, number, now=NOW))
    await meet(database, 2)
    assert await due(database) == [Work(open_, "send", 1)]
    assert [copy.chat_id for copy in await claim(database, open_)] == [2]
    assert await claim(database, closed) == []
    await meet(database, 3)
    await due(database, now=NOW + HOUR)
    assert await claim(database, open_) == []


async def test_what_ends_before_it_was_sent_is_too_late(database: Database) -> None:
    await meet(database, 1)
    number = await drafted(database, until=NOW + HOUR)
    await confirmed(database, number)
    await due(database, now=NOW + HOUR)
    assert await counts(database, number) == {"failed": 1}


async def test_who_is_no_organiser_any_more_sends_nothing(database: Database) -> None:
    await meet(database, 1)
    async with database.session() as session:
        await roles.settle(session, {"organiser": (7, 8)}, now=NOW)
    number = await drafted(database, author=7)
    await confirmed(database, number)
    async with database.session() as session:
        await roles.settle(session, {"organiser": (8,)}, now=NOW)
    assert await due(database) == []
    async with database.session() as session:
        assert await announcements.resume(session, number, by=8, now=NOW)
    assert await due(database) == [Work(number, "send", 1)]


async def test_an_edit_reaches_each_copy_and_those_not_sent_yet(database: Database) -> None:
    await meet(database, 1, 2, 3)
    number = await drafted(database)
    await confirmed(database, number)
    await due(database)
    await all_sent(database, await claim(database, number, 2))
    async with database.session() as session:
        assert await announcements.edit(session, number, [HELLO.saying("Better")], by=7, now=NOW)
    sending, editing = await due(database)
    assert (sending.kind, editing.kind) == ("send", "edit")
    outdated = await database.write(lambda c: deliveries.outdated(c, editing, after=0, number=10))
    assert [(copy.chat_id, copy.message_id) for copy in outdated] == [(1, 1001), (2, 1002)]
    said = await database.write(lambda c: deliveries.said(c, number))
    assert said.to("az") == ("sendMessage", {"text": "Better"})
    changes = [Settled(copy, "sent", editing.revision) for copy in outdated]
    await database.write(lambda c: deliveries.changed(c, changes, now=NOW))
    assert await database.write(lambda c: deliveries.outdated(c, editing, after=0, number=10)) == []
    async with database.session() as session:
        assert await announcements.correct(session, number, [HELLO], by=None, now=NOW) == 2
    reply, *_ = await due(database)
    assert sorted((c.chat_id, c.message_id) for c in await claim(database, reply.announcement)) == [
        (1, 1001),
        (2, 1002),
    ]


async def test_a_withdrawn_one_is_deleted_where_it_was_sent(database: Database) -> None:
    await meet(database, 1, 2)
    number = await drafted(database)
    await confirmed(database, number)
    await due(database)
    await all_sent(database, await claim(database, number, 1))
    async with database.session() as session:
        assert await announcements.withdraw(session, number, by=7, now=NOW)
        assert not await announcements.edit(session, number, [HELLO], by=7, now=NOW)
    [work] = await due(database)
    assert work.kind == "delete"
    assert await claim(database, number) == []
    [copy] = await database.write(lambda c: deliveries.outdated(c, work, after=0, number=10))
    gone = [Settled(copy, "withdrawn", work.revision)]
    await database.write(lambda c: deliveries.changed(c, gone, now=NOW))
    await database.write(lambda c: deliveries.caught_up(c, work))
    assert await due(database) == []
    assert await counts(database, number) == {"pending": 1, "withdrawn": 1}


async def test_a_group_that_moved_keeps_its_copy_and_its_place(database: Database) -> None:
    async with database.session() as session:
        session.add(ChatRow(id=-5, kind="group", title="Team", added_at=NOW))
    number = await drafted(database, "groups")
    await confirmed(database, number)
    await due(database)
    [copy] = await claim(database, number)
    await settle(database, Settled(copy, "pending", moved_to=-100_5))
    assert [copy.chat_id for copy in await claim(database, number)] == [-100_5]
    assert await sent_to(database, "groups") == {-100_5}


async def test_each_person_gets_their_language(database: Database) -> None:
    contents = (Content("sendMessage", {"text": "Hi"}), Content("sendMessage", {"text": "Salam"}, "az"))
    number = await drafted(database, "chat=1", *contents)
    said = await database.write(lambda connection: deliveries.said(connection, number))
    assert [said.to(language)[1]["text"] for language in ("az", "ru", None)] == ["Salam", "Hi", "Hi"]


async def test_nearly_the_same_text_within_the_hour_is_noticed(database: Database) -> None:
    await meet(database, 1)
    first = await drafted(database, "everyone", HELLO.saying("The bus leaves at five from gate B"))
    await confirmed(database, first)
    same = await drafted(database, "everyone", HELLO.saying("The bus leaves at five from gate C"))
    other = await drafted(database, "everyone", HELLO.saying("Lunch is served"))
    async with database.reading() as session:
        assert await announcements.nearly_the_same(session, same, since=NOW - HOUR) == first
        assert await announcements.nearly_the_same(session, other, since=NOW - HOUR) is None
        assert await announcements.nearly_the_same(session, same, since=NOW + HOUR) is None


async def test_forgetting_a_person_takes_their_copies(database: Database) -> None:
    await meet(database, 1, 2)
    number = await drafted(database)
    await confirmed(database, number)
    async with database.session() as session:
        await people.forget(session, telegram_id=1)
    assert await counts(database, number) == {"pending": 1}


@pytest.mark.parametrize("change", ["UPDATE audit SET action = 'x'", "DELETE FROM audit"])
async def test_nobody_can_change_the_audit(database: Database, change: str) -> None:
    await meet(database, 1)
    await confirmed(database, await drafted(database))
    with pytest.raises(DBAPIError, match="only be added to"):
        async with database.session() as session:
            await session.execute(text(change))
    async with database.reading() as session:
        [entry] = await audit.entries(session)
    assert (entry.actor, entry.action, entry.details["count"]) == (7, "confirm", 1)


async def test_the_report_is_safe_for_spreadsheets(database: Database) -> None:
    await meet(database, 1)
    number = await drafted(database)
    await confirmed(database, number)
    await due(database)
    [copy] = await claim(database, number)
    await settle(database, Settled(copy, "failed", reason="=1+1"))
    async with database.reading() as session:
        lines = [line async for line in announcement_views.report_lines(session, number)]
    assert lines[1].decode().split(",")[:4] == ["1", "en", "failed", "'=1+1"]


async def test_copies_are_forgotten_with_time(database: Database) -> None:
    await meet(database, 1)
    number = await drafted(database)
    await confirmed(database, number)
    await due(database)
    await all_sent(database, await claim(database, number))
    await database.write(lambda connection: deliveries.finish(connection, number, now=NOW))
    assert await database.write(lambda connection: deliveries.prune(connection, before=NOW)) == 0
    assert await database.write(lambda connection: deliveries.prune(connection, before=NOW + HOUR)) == 1
