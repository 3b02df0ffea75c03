"""An announcement is confirmed once; each copy is claimed once and ends in one state; the audit stays."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Select, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from storage import (
    announcement_drafts,
    announcement_views,
    announcements,
    audiences,
    audit,
    compositions,
    contents,
    corrections,
    deliveries,
    people,
    repetitions,
    roles,
    schedule,
    selecting,
)
from storage.announcement_drafts import Composed
from storage.announcement_tables import DELIVERIES, ChatRow
from storage.audiences import AudienceError, Scope
from storage.contents import Content
from storage.database import Database
from storage.deliveries import Copy, Settled, Work
from storage.people import Met, Participant, Returned
from storage.questions import Asking, Candidate, record
from storage.repetitions import Twin
from storage.selecting import Headcount

NOW = datetime(2023, 11, 28, 9, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
HELLO = Content("sendMessage", {"text": "Hello, everybody"})


async def seen(session: AsyncSession, *met: Met) -> Participant:
    """Note that they were here, within a transaction; gives the first."""
    return (await session.run_sync(lambda inner: people.meet_all(inner.connection(), met)))[0]


async def meet(database: Database, *telegram_ids: int, language: str = "en") -> None:
    async with database.session() as session:
        for telegram_id in telegram_ids:
            await seen(session, Met(telegram_id, language, NOW))


async def drafted(
    database: Database,
    audience: str = "everyone",
    *said: Content,
    author: int | None = None,
    **more: Any,  # noqa: ANN401 - times and urgency
) -> int:
    composed = Composed(said or (HELLO,), audience, **more)
    async with database.session() as session:
        return await announcement_drafts.draft(session, composed, author=author, now=NOW)


async def confirmed(database: Database, number: int, scope: Scope = Scope()) -> int | None:  # noqa: B008 - frozen
    async with database.session() as session:
        token = await announcement_drafts.offer(session, number)
    return await confirm(database, number, token, scope)


async def confirm(database: Database, number: int, token: str, scope: Scope = Scope()) -> int | None:  # noqa: B008
    async with database.session() as session:
        return await announcement_drafts.confirm(session, number, token=token, by=7, scope=scope, now=NOW)


async def sent_to(database: Database, audience: str, scope: Scope = Scope()) -> set[int]:  # noqa: B008
    number = await drafted(database, audience)
    await confirmed(database, number, scope)
    its = select(DELIVERIES.c.chat_id).where(DELIVERIES.c.announcement_id == number)
    async with database.reading() as session:
        return set(await session.scalars(its))


async def mute(database: Database, telegram_id: int) -> None:
    async with database.session() as session:
        await people.mute(session, telegram_id=telegram_id, now=NOW)


async def finish(database: Database, number: int) -> bool:
    return await database.write(lambda connection: deliveries.finish(connection, number, now=NOW))


async def view(database: Database, number: int) -> announcement_views.Announcement:
    async with database.reading() as session:
        one = await announcement_views.get(session, number)
    assert one
    return one


async def due(database: Database, *, now: datetime = NOW, quiet: bool = False) -> list[Work]:
    return await database.write(lambda connection: schedule.due(connection, now=now, quiet=quiet))


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
        token = await announcement_drafts.offer(session, number)
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
        first, second = [await announcement_drafts.offer(session, number) for _ in range(2)]
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
        await people.mute(session, telegram_id=1, now=NOW)
        await session.execute(
            text("UPDATE participants SET unreachable_at = '2023-11-28 00:00' WHERE telegram_id = 2")
        )
    async with database.reading() as session:
        assert await announcement_drafts.headcount(session, "everyone", Scope()) == Headcount(2, 1, 1)
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
    assert await sent_to(database, "chat=-5") == {-5}
    assert await sent_to(database, "chat=3") == {3}
    assert await sent_to(database, "chat=-77") == set(), "nobody knows it"
    assert await sent_to(database, "me", Scope(author=1)) == {1}
    number = await drafted(database, "list=guests")
    async with database.session() as session:
        await announcement_drafts.list_chats(session, number, [3, 50, 3])
    assert await confirmed(database, number) == 2


@pytest.mark.parametrize(
    "audience",
    [
        *("", "nobody", "everyone=1", "chat", "chat=", "chat=x", "theme=cooking", "me"),
        *("role=king", "language=english", "chat=" + "9" * 5000),
    ],
)
def test_what_is_no_audience_is_told(audience: str) -> None:
    with pytest.raises(AudienceError, match=r"expected") as refused:
        audiences.select_chats(audience, Scope())
    assert "recipients" not in str(refused.value), "that is for replies alone"
    assert len(str(refused.value)) < 200


def test_what_is_for_other_parts_of_the_bot_can_t_be_asked_for() -> None:
    for audience in ("recipients=1", "each"):
        with pytest.raises(AudienceError, match="expected everyone"):
            audiences.check(audience)
    audiences.check("language=az")


async def test_another_audience_is_a_registered_statement(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await meet(database, 1, 2)
    monkeypatch.setattr(audiences, "AUDIENCES", {**audiences.AUDIENCES})

    @audiences.audience("above", takes="a number")
    def _above(value: str, _scope: Scope) -> Select[Any]:
        return selecting.people(audiences.PARTICIPANTS.c.telegram_id > int(value))

    assert await sent_to(database, "above=1") == {2}


async def test_people_can_be_told_a_text_of_their_own_each(database: Database) -> None:
    """Once, also those who muted announcements: they asked for it."""
    await meet(database, 1, 2, 3)
    await mute(database, 2)
    async with database.session() as session:
        said = {1: HELLO.saying("One"), 2: HELLO.saying("Two")}
        number = await announcements.tell_each(session, said, now=NOW)
        assert await announcements.tell_each(session, {}, now=NOW) is None
    assert number is not None
    await due(database)
    calls = await database.write(lambda connection: contents.said(connection, number))
    told = {copy.chat_id: calls.to(copy.language)[1]["text"] for copy in await claim(database, number)}
    assert told == {1: "One", 2: "Two"}
    async with database.session() as session:
        await contents.prune(session, before=NOW)
        assert await contents.contents_of(session, number), "its days are not over"
        await contents.prune(session, before=NOW + timedelta(seconds=1))
        assert await contents.contents_of(session, number) == ()
        entries = await audit.entries(session, announcement=number)
    assert "One" not in str(entries)


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
        assert (await announcement_drafts.headcount(session, "everyone", Scope())).unreachable == 1


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
        assert await finish(database, number)
    assert [(await view(database, number)).state for number in (open_, closed)] == ["open", "finished"]
    await meet(database, 2)
    assert await due(database) == [Work(open_, "send", 1)]
    assert [copy.chat_id for copy in await claim(database, open_)] == [2]
    assert await claim(database, closed) == []
    await meet(database, 3)
    await due(database, now=NOW + HOUR)
    assert await claim(database, open_) == []


async def test_what_is_open_can_be_paused_and_stopped_and_ends_with_its_time(database: Database) -> None:
    await meet(database, 1)
    paused, ended = [await drafted(database, until=NOW + HOUR) for _ in range(2)]
    for number in (paused, ended):
        await confirmed(database, number)
        await due(database)
        await all_sent(database, await claim(database, number))
        await finish(database, number)
    async with database.session() as session:
        assert await announcements.pause(session, paused, by=7, now=NOW)
    await meet(database, 2)
    assert await due(database) == [Work(ended, "send", 1)]
    await all_sent(database, await claim(database, ended))
    await finish(database, ended)
    async with database.session() as session:
        assert await announcements.resume(session, paused, by=None, now=NOW)
        assert await announcements.stop(session, paused, by=7, now=NOW)
    assert await due(database, now=NOW + HOUR) == []
    states = [await view(database, number) for number in (paused, ended)]
    assert [(one.state, one.finished_at is not None) for one in states] == [
        ("stopped", True),
        ("finished", True),
    ]


async def test_who_mutes_gets_nothing_that_waits_and_who_returns_gets_what_is_open(
    database: Database,
) -> None:
    await meet(database, 1, 2, 3)
    await mute(database, 1)
    async with database.session() as session:
        await people.block(session, telegram_id=3, now=NOW)
    waiting = await drafted(database, starts_at=NOW + HOUR)
    open_, closed = await drafted(database, until=NOW + HOUR), await drafted(database)
    for number in (waiting, open_, closed):
        await confirmed(database, number)
    await due(database)
    for number in (open_, closed):
        await all_sent(database, await claim(database, number))
        await finish(database, number)
    await mute(database, 2)
    assert await counts(database, waiting) == {}
    returned = [Returned(1, NOW), Returned(4, NOW)]
    assert await database.write(lambda c: people.unmute_all(c, returned)) == [True, False]
    async with database.session() as session:
        await people.unblock(session, telegram_id=3, now=NOW)
    assert await due(database) == [Work(open_, "send", 1)]
    assert {copy.chat_id for copy in await claim(database, open_)} == {1, 3}
    assert await counts(database, waiting) == {"pending": 2}
    assert await counts(database, closed) == {"sent": 1}


async def test_who_comes_while_it_waits_gets_it(database: Database) -> None:
    await meet(database, 1)
    number = await drafted(database, starts_at=NOW + HOUR)
    await confirmed(database, number)
    await meet(database, 2)
    await due(database, now=NOW + HOUR)
    assert {copy.chat_id for copy in await claim(database, number)} == {1, 2}


async def test_what_is_stopped_or_withdrawn_leaves_nothing_pending(database: Database) -> None:
    """Neither what waited nor what Telegram asked to try later."""
    await meet(database, 1, 2)
    numbers = [await drafted(database) for _ in range(2)]
    for number, end in zip(numbers, (announcements.stop, announcements.withdraw), strict=True):
        await confirmed(database, number)
        await due(database)
        [copy] = await claim(database, number, 1)
        async with database.session() as session:
            assert await end(session, number, by=7, now=NOW)
        await settle(database, Settled(copy, "pending", attempts=1))
    assert [await counts(database, number) for number in numbers] == [{"failed": 2}, {"withdrawn": 2}]


async def test_what_is_withdrawn_is_not_sent_again(database: Database) -> None:
    await meet(database, 1)
    number = await drafted(database)
    await confirmed(database, number)
    await due(database)
    await claim(database, number)
    await database.write(lambda connection: deliveries.interrupted(connection, now=NOW))
    async with database.session() as session:
        await announcements.withdraw(session, number, by=7, now=NOW)
        assert await announcements.resend_unknown(session, number, by=7, now=NOW) == 0


async def test_quiet_hours_show_in_when_it_goes(database: Database) -> None:
    """22:00 to 08:00 of the event: in UTC 18:00 to 04:00."""
    await meet(database, 1)
    late = datetime(2023, 11, 28, 19, 0, tzinfo=UTC)
    number, urgent = [await drafted(database, starts_at=late, urgent=flag) for flag in (False, True)]
    baku = ZoneInfo("Asia/Baku")
    assert (await view(database, number)).goes_at(baku) == datetime(2023, 11, 29, 4, 0, tzinfo=UTC)
    assert (await view(database, urgent)).goes_at(baku) == late


async def test_end_and_urgency_change_until_it_begins(database: Database) -> None:
    await meet(database, 1)
    number = await drafted(database, starts_at=NOW + HOUR)
    await confirmed(database, number)

    async def change(values: announcements.Changes) -> bool:
        async with database.session() as session:
            return await announcements.change(session, number, values, by=7, now=NOW)

    assert await change({"until": NOW + 2 * HOUR})
    assert await change({"urgent": True})
    one = await view(database, number)
    assert (one.starts_at, one.until, one.urgent) == (NOW + HOUR, NOW + 2 * HOUR, True)
    await due(database, now=NOW + HOUR)
    assert not await change({"urgent": False})
    assert await actions(database) == ["change", "change", "confirm"]


async def test_a_reply_stands_with_what_it_corrects(database: Database) -> None:
    await meet(database, 1)
    number = await drafted(database)
    await confirmed(database, number)
    await due(database)
    await all_sent(database, await claim(database, number))
    async with database.session() as session:
        await announcements.correct(session, number, [HELLO], by=7, now=NOW)
    async with database.reading() as session:
        [listed] = await announcement_views.latest(session)
    assert (listed.id, len(listed.replies)) == (number, 1)
    assert (await view(database, listed.replies[0])).corrects == number


async def test_old_drafts_go_with_what_was_awaited_for_them(database: Database) -> None:
    await meet(database, 1)
    old, sent = await drafted(database), await drafted(database)
    await confirmed(database, sent)
    async with database.session() as session:
        await compositions.begin(session, 7, "at", announcement=old)
        await compositions.begin(session, 8, "content")
        assert await announcement_drafts.prune(session, before=NOW) == 0
        assert await announcement_drafts.prune(session, before=NOW + HOUR) == 1
        assert await compositions.composers(session) == {8}
    assert (await view(database, sent)).state == "queued"


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
    outdated = await database.write(lambda c: corrections.outdated(c, editing, after=0, number=10))
    assert [(copy.chat_id, copy.message_id) for copy in outdated] == [(1, 1001), (2, 1002)]
    said = await database.write(lambda c: contents.said(c, number))
    assert said.to("az") == ("sendMessage", {"text": "Better"})
    changes = [Settled(copy, "sent", editing.revision) for copy in outdated]
    await database.write(lambda c: corrections.changed(c, changes))
    assert await database.write(lambda c: corrections.outdated(c, editing, after=0, number=10)) == []
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
    [copy] = await database.write(lambda c: corrections.outdated(c, work, after=0, number=10))
    gone = [Settled(copy, "withdrawn", work.revision)]
    await database.write(lambda c: corrections.changed(c, gone))
    await database.write(lambda c: corrections.caught_up(c, work))
    assert await due(database) == []
    assert await counts(database, number) == {"withdrawn": 2}, "the one that waited, too"


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
    texts = (Content("sendMessage", {"text": "Hi"}), Content("sendMessage", {"text": "Salam"}, "az"))
    number = await drafted(database, "chat=1", *texts)
    said = await database.write(lambda connection: contents.said(connection, number))
    assert [said.to(language)[1]["text"] for language in ("az", "ru", None)] == ["Salam", "Hi", "Hi"]


async def test_nearly_the_same_text_within_the_hour_is_noticed(database: Database) -> None:
    await meet(database, 1)
    first = await drafted(
        database, "everyone", HELLO.saying("The bus leaves at five from gate B"), starts_at=NOW + HOUR
    )
    await confirmed(database, first)
    same = await drafted(database, "everyone", HELLO.saying("The bus leaves at five from gate C"))
    other = await drafted(database, "everyone", HELLO.saying("Lunch is served"))

    async def twin(draft: int, *, since: datetime) -> Twin | None:
        async with database.reading() as session:
            return await repetitions.nearly_the_same(session, draft, since=since)

    assert await twin(same, since=NOW) == Twin(first, sent=False), "it waits"
    assert await twin(other, since=NOW) is None
    await due(database, now=NOW + HOUR)
    await all_sent(database, await claim(database, first))
    await finish(database, first)
    assert await twin(same, since=NOW + HOUR) == Twin(first, sent=True), "sent then, confirmed before"
    assert await twin(same, since=NOW + 2 * HOUR) is None


async def test_what_never_went_out_is_no_repetition(database: Database) -> None:
    await meet(database, 1)
    first, second = await drafted(database), await drafted(database)
    await confirmed(database, first)
    async with database.session() as session:
        await announcements.withdraw(session, first, by=7, now=NOW)
    async with database.reading() as session:
        assert await repetitions.nearly_the_same(session, second, since=NOW - HOUR) is None


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
    assert await database.write(lambda connection: schedule.prune(connection, before=NOW)) == 0
    assert await database.write(lambda connection: schedule.prune(connection, before=NOW + HOUR)) == 1
