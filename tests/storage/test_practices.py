"""A practice is told, sent, decided on and published once each, and goes with its contributor."""

from datetime import UTC, datetime, timedelta

from storage import people, practices
from storage.database import Database
from storage.people import Met
from storage.practices import STEPS, Practice

NOW = datetime(2023, 11, 28, 9, 30, tzinfo=UTC)
LEYLA, RUSTAM, MAINTAINER = 7_900_000_000_123, 7_900_000_000_124, 7_900_000_000_001


async def draft(database: Database, telegram_id: int = LEYLA) -> Practice:
    async with database.session() as session:
        met = [Met(telegram_id, "en", NOW)]
        (person,) = await session.run_sync(lambda inner: people.meet_all(inner.connection(), met))
        return await practices.draft(session, participant=person.id, language="en", now=NOW)


async def sent(database: Database, telegram_id: int = LEYLA) -> Practice:
    one = await draft(database, telegram_id)
    async with database.session() as session:
        for step in STEPS:
            assert await practices.tell(session, one.id, step, f"The {step}.", now=NOW)
        assert await practices.send(session, one.id, now=NOW)
    return one


async def waiting(database: Database) -> list[int]:
    async with database.reading() as session:
        return [one.id for one in await practices.waiting(session)]


async def test_a_person_tells_one_at_a_time_and_goes_on_where_they_left(database: Database) -> None:
    one = await draft(database)
    assert one.missing == "what"
    async with database.session() as session:
        await practices.tell(session, one.id, "what", "We mapped it.", language="ru", now=NOW)
        await practices.tell(session, one.id, "evidence", "", now=NOW)
    again = await draft(database)
    assert (again.id, again.missing, again.language) == (one.id, "place", "ru")
    assert (again.what, again.evidence) == ("We mapped it.", "")
    assert (await draft(database, RUSTAM)).id != one.id


async def test_what_is_sent_is_told_no_further_and_sent_no_second_time(database: Database) -> None:
    one = await sent(database)
    async with database.session() as session:
        assert not await practices.tell(session, one.id, "what", "Something else.", now=NOW)
        assert not await practices.send(session, one.id, now=NOW)
        assert await practices.count_waiting(session, LEYLA) == 1
        assert await practices.count_waiting(session, RUSTAM) == 0
        assert await practices.drafting(session, LEYLA) is None
    assert await waiting(database) == [one.id]


async def test_the_first_decision_holds(database: Database) -> None:
    first, second = await sent(database), await sent(database, RUSTAM)
    async with database.session() as session:
        assert await practices.approve(session, first.id, path="p.md", by=MAINTAINER, now=NOW)
        assert not await practices.decline(session, first.id, by=MAINTAINER, now=NOW)
        assert await practices.decline(session, second.id, by=MAINTAINER, now=NOW)
        assert not await practices.approve(session, second.id, path="q.md", by=MAINTAINER, now=NOW)
    assert await waiting(database) == []


async def test_a_practice_is_published_once_when_its_document_is(database: Database) -> None:
    one = await sent(database)
    async with database.session() as session:
        await practices.approve(session, one.id, path="p.md", by=MAINTAINER, now=NOW)
        assert await practices.publish(session, {"q.md"}, now=NOW) == []
        (published,) = await practices.publish(session, {"p.md", "q.md"}, now=NOW)
        assert (published.id, published.telegram_id) == (one.id, LEYLA)
        assert await practices.publish(session, {"p.md"}, now=NOW) == []


async def test_a_practice_goes_with_its_contributor(database: Database) -> None:
    one, other = await sent(database), await sent(database, RUSTAM)
    async with database.session() as session:
        await practices.approve(session, one.id, path="p.md", by=MAINTAINER, now=NOW)
        assert await practices.paths_of(session, LEYLA) == ["p.md"]
        await people.forget(session, telegram_id=LEYLA)
        assert await practices.get(session, one.id) is None
        assert await practices.publish(session, {"p.md"}, now=NOW) == []
    assert await waiting(database) == [other.id]


async def test_a_draft_can_be_dropped_and_what_was_sent_stays(database: Database) -> None:
    kept, dropped = await sent(database), await draft(database)
    async with database.session() as session:
        await practices.discard(session, LEYLA)
        assert await practices.get(session, dropped.id) is None
    assert await waiting(database) == [kept.id]
    assert (await draft(database)).id != dropped.id


async def test_what_is_past_its_days_is_let_go(database: Database) -> None:
    await sent(database)
    async with database.session() as session:
        await practices.prune(session, before=NOW)
    assert len(await waiting(database)) == 1
    async with database.session() as session:
        await practices.prune(session, before=NOW + timedelta(seconds=1))
    assert await waiting(database) == []
