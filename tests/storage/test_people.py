"""People are met once however often they write at once, told once, and forgotten whole."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import text

from storage import people, questions
from storage.database import Database
from storage.people import Participant
from storage.questions import Candidate, Entry

NOW = datetime(2023, 11, 28, 9, 30, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
LARGE_ID = 7_900_000_000_123  # Telegram's ids take up to 52 bits


async def meet(database: Database, telegram_id: int, language_code: str | None = "az") -> Participant:
    async with database.session() as session:
        return await people.meet(session, telegram_id=telegram_id, language_code=language_code, now=NOW)


async def ask(database: Database, participant: int, question: str = "Which IMAS covers EORE?") -> int:
    async with database.session() as session:
        entry = Entry(question, "en", "answer", 0.9, [Candidate("a#b", "f", 0.9, shown=True)], 1.5)
        return await questions.record(
            session,
            entry,
            participant=participant,
            chat_id=LARGE_ID,
            chat_kind="private",
            message_id=1,
            now=NOW,
        )


async def count(database: Database, table: str) -> int:
    async with database.reading() as session:
        result = await session.execute(text(f"SELECT count(*) FROM {table}"))  # noqa: S608 - ours
        return int(result.scalar_one())


async def test_a_person_keeps_number_and_choice_and_follows_their_telegram(database: Database) -> None:
    first = await meet(database, LARGE_ID, "az")
    assert first == Participant(id=first.id, language=None, language_code="az", notified=False)
    async with database.session() as session:
        again = await people.meet(session, telegram_id=LARGE_ID, language_code="ru", now=LATER)
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


async def test_only_the_first_reply_tells_that_questions_are_kept(database: Database) -> None:
    person = await meet(database, 1)

    async def tell() -> bool:
        async with database.session() as session:
            return await people.mark_notified(session, participant=person.id, now=NOW)

    assert sorted(await asyncio.gather(*(tell() for _ in range(5)))) == [False] * 4 + [True]
    assert (await meet(database, 1)).notified


async def test_forgetting_takes_the_person_with_all_questions_and_nobody_elses(database: Database) -> None:
    person, other = await meet(database, 1), await meet(database, 2)
    for participant in (person.id, person.id, other.id):
        await ask(database, participant)
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
    question = await ask(database, person.id)
    async with database.session() as session:
        await people.forget(session, telegram_id=1)
    newcomer = await meet(database, 2)
    assert newcomer.id > person.id
    assert await ask(database, newcomer.id) > question


async def test_nothing_forgotten_can_be_read_from_the_file(tmp_path: Path) -> None:
    file = tmp_path / "bot.sqlite3"
    database = Database(f"sqlite+aiosqlite:///{file}")
    await database.migrate()
    person = await meet(database, 1)
    await ask(database, person.id, "unforgettable")
    async with database.session() as session:
        await people.forget(session, telegram_id=1)
    await database.close()
    assert b"unforgettable" not in file.read_bytes()
