"""People are met once however often they write at once, told once, and forgotten whole."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from storage import people, question_log, questions
from storage.database import Database
from storage.people import Met, Participant, Told
from storage.questions import Asking, Candidate

NOW = datetime(2023, 11, 28, 9, 30, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
LARGE_ID = 7_900_000_000_123  # Telegram's ids take up to 52 bits


async def seen(session: AsyncSession, *met: Met) -> Participant:
    """Note that they were here, within a transaction; gives the first."""
    return (await session.run_sync(lambda inner: people.meet_all(inner.connection(), met)))[0]


async def meet(database: Database, telegram_id: int, language_code: str | None = "az") -> Participant:
    async with database.session() as session:
        return await seen(session, Met(telegram_id, language_code, NOW))


async def ask(database: Database, person: int, question: str = "Which IMAS covers EORE?") -> int:
    asked = Asking(
        telegram_id=person, language_code=None, chat_id=person, chat_kind="private",
        message_id=len(question),
        text=question, language="en", kind="answer", confidence=0.9,
        candidates=[Candidate("a#b", "f", 0.9, shown=True)], milliseconds=1.5, now=NOW,
    )  # fmt: skip
    recorded = await database.write(lambda connection: questions.record(connection, [asked]))
    return recorded[0].id


async def notify(database: Database, *told: people.Participant) -> None:
    marks = [Told(person.id, NOW) for person in told]
    await database.write(lambda connection: people.mark_told(connection, marks))


async def count(database: Database, table: str) -> int:
    async with database.reading() as session:
        result = await session.execute(text(f"SELECT count(*) FROM {table}"))  # noqa: S608 - ours
        return int(result.scalar_one())


async def test_a_person_keeps_number_and_choice_and_follows_their_telegram(database: Database) -> None:
    first = await meet(database, LARGE_ID, "az")
    assert first == Participant(id=first.id, language=None, language_code="az", notified=False)
    async with database.session() as session:
        again = await seen(session, Met(LARGE_ID, "ru", LATER))
    assert again == Participant(id=first.id, language=None, language_code="ru", notified=False)
    async with database.reading() as session:
        assert await people.known(session, telegram_id=LARGE_ID) == again
        assert await people.known(session, telegram_id=1) is None


async def test_one_person_writing_at_once_is_one_participant(database: Database, database_url: str) -> None:
    other = Database(database_url)
    met = await asyncio.gather(*(meet(base, LARGE_ID) for base in [database, other] * 10))
    await other.close()
    assert len({person.id for person in met}) == 1
    assert await count(database, "participants") == 1


async def test_who_was_told_that_questions_are_kept_stays_told(database: Database) -> None:
    person = await meet(database, 1)
    await notify(database, person)
    assert (await meet(database, 1)).notified
    assert not (await meet(database, 2)).notified


async def test_forgetting_takes_the_person_with_all_questions_and_nobody_elses(database: Database) -> None:
    await meet(database, 1)
    await ask(database, 1, "one question")
    await ask(database, 1, "and another")
    await ask(database, 2)
    async with database.session() as session:
        assert await people.forget(session, telegram_id=1) == 2
    assert await count(database, "participants") == 1
    assert await count(database, "questions") == 1
    assert await count(database, "candidates") == 1
    async with database.session() as session:
        assert await people.forget(session, telegram_id=1) == 0


async def test_numbers_of_the_forgotten_are_not_given_again(database: Database) -> None:
    """A button under an old answer must not reach what another person asks later."""
    person = await meet(database, 1)
    question = await ask(database, 1)
    async with database.session() as session:
        await people.forget(session, telegram_id=1)
    newcomer = await meet(database, 2)
    assert newcomer.id > person.id
    assert await ask(database, 2) > question


async def test_nothing_forgotten_can_be_read_from_the_file(tmp_path: Path) -> None:
    file = tmp_path / "bot.sqlite3"
    database = Database(f"sqlite+aiosqlite:///{file}")
    await database.migrate()
    await ask(database, 1, "unforgettable")
    async with database.session() as session:
        await people.forget(session, telegram_id=1)
    await database.close()
    assert b"unforgettable" not in file.read_bytes()


async def test_who_is_long_unseen_and_whose_questions_are_pruned_is_removed(database: Database) -> None:
    """Not one who was here since, nor one of whom a question is kept; and they are told anew."""
    limit = NOW + timedelta(days=1)
    gone, here, asker = await meet(database, 1), await meet(database, 2), await meet(database, 3)
    await ask(database, 1)
    await notify(database, gone, here, asker)
    async with database.session() as session:
        await question_log.prune(session, before=limit)
        await seen(session, Met(2, None, limit))
    await ask(database, 3)
    async with database.session() as session:
        assert await people.prune(session, before=limit) == 1
        assert await people.prune(session, before=limit) == 0
    async with database.reading() as session:
        known = [await people.known(session, telegram_id=number) for number in (1, 2, 3)]
    assert [person and person.id for person in known] == [None, here.id, asker.id]
    assert await count(database, "questions") == 2
    again = await meet(database, 1)
    assert (again.id > asker.id, again.notified) == (True, False)
