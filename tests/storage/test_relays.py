"""A question goes to the organisers once, leads back to its asker, and is let go with them."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from storage import awaited, people, question_log, questions, relays
from storage.awaited import Awaited
from storage.database import Database
from storage.questions import Asking
from storage.relays import Origin, Relay
from storage.tables import AwaitedRow, RelayMessageRow

NOW = datetime(2023, 11, 28, 9, 30, tzinfo=UTC)
ASKER, ORGANISER, OTHER = 7_900_000_000_123, 7_900_000_000_001, 7_900_000_000_002


async def ask(database: Database, message: int, kind: str = "not_found") -> Origin:
    asking = Asking(
        telegram_id=ASKER, language_code="en", chat_id=ASKER, chat_kind="private", message_id=message,
        text="wifi?", language="en", kind=kind, confidence=0.1, candidates=(), milliseconds=1.0, now=NOW,
    )  # fmt: skip
    recorded = await database.write(lambda connection: questions.record(connection, [asking]))
    async with database.reading() as session:
        origin = await relays.origin(session, recorded[0].id)
    assert origin
    return origin


async def begin(database: Database, asked: Origin, now: datetime = NOW) -> Relay | None:
    async with database.session() as session:
        return await relays.begin(session, asked, now=now)


async def waiting(database: Database) -> list[Awaited]:
    async with database.reading() as session:
        return await awaited.unanswered(session)


async def test_a_question_has_one_relay(database: Database) -> None:
    asked = await ask(database, 1)
    first = await begin(database, asked)
    assert first
    async with database.session() as session:
        await relays.note_sent(session, first.id, organiser=ORGANISER, head=5, others=[6])
    assert await begin(database, asked) == Relay(first.id, frozenset({ORGANISER}))


async def test_five_an_hour_and_cries_for_help_beside(database: Database) -> None:
    for message in range(5):
        assert await begin(database, await ask(database, message))
    sixth = await ask(database, 6)
    assert await begin(database, sixth) is None
    assert await begin(database, await ask(database, 7, "safety"))
    assert await begin(database, sixth, NOW + timedelta(hours=1))


async def test_the_first_answer_names_the_others_who_were_asked(database: Database) -> None:
    asked = await ask(database, 1)
    relay = await begin(database, asked)
    assert relay
    async with database.session() as session:
        await relays.note_sent(session, relay.id, organiser=ORGANISER, head=5, others=[6])
        await relays.note_sent(session, relay.id, organiser=OTHER, head=7, others=[8])
        for message in (5, 6):
            found = await relays.find(session, organiser=ORGANISER, message_id=message)
            assert found
            assert found.origin == asked
        assert await relays.note_answered(session, relay.id, by=ORGANISER, now=NOW) == [(OTHER, 7)]
        assert await relays.note_answered(session, relay.id, by=OTHER, now=NOW) == []


async def test_of_a_forgotten_asker_no_message_leads_back(database: Database) -> None:
    relay = await begin(database, await ask(database, 1))
    assert relay
    async with database.session() as session:
        await relays.note_sent(session, relay.id, organiser=ORGANISER, head=5, others=[])
        await people.forget(session, telegram_id=ASKER)
    async with database.session() as session:
        found = await relays.find(session, organiser=ORGANISER, message_id=5)
        assert found
        assert found.origin is None
        await relays.prune(session, before=NOW + timedelta(seconds=1))
        assert (await session.scalars(select(RelayMessageRow))).all() == []


async def test_what_an_organiser_answered_waits_no_longer(database: Database) -> None:
    first, second = await ask(database, 1), await ask(database, 2)
    async with database.session() as session:
        for asked in (first, second):
            await awaited.keep(session, asked.question, participant=asked.participant, now=NOW)
    relay = await begin(database, first)
    assert relay
    assert [one.question for one in await waiting(database)] == [first.question, second.question]
    async with database.session() as session:
        await relays.note_answered(session, relay.id, by=ORGANISER, now=NOW)
    assert [one.question for one in await waiting(database)] == [second.question]


async def test_a_question_past_its_days_waits_no_longer(database: Database) -> None:
    asked = await ask(database, 1)
    async with database.session() as session:
        await awaited.keep(session, asked.question, participant=asked.participant, now=NOW)
        await question_log.prune(session, before=NOW + timedelta(days=1))
        await awaited.prune(session)
        assert (await session.scalars(select(AwaitedRow))).all() == []
