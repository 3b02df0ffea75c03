"""The log keeps what was asked and shown, follows edits, listens to the asker alone and is pruned in time."""

import dataclasses
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from storage import people, questions
from storage.database import Database
from storage.questions import Asked, Candidate, Entry, LoggedQuestion

NOW = datetime(2023, 11, 28, 9, 30, tzinfo=UTC)
ASKER, CHAT = 7_900_000_000_123, -1_001_234_567_890
CANDIDATES = (
    Candidate("imas#eore", "f1", 0.91, shown=True),
    Candidate("imas#survey", "f2", 0.42, shown=False),
    Candidate("robots#demo", "f3", 0.17, shown=False),
)


async def ask(database: Database, **changes: Any) -> int:  # noqa: ANN401 - any field of the question
    async with database.session() as session:
        person = await people.meet(session, telegram_id=ASKER, language_code="en", now=NOW)
        entry = Entry("Which IMAS covers EORE?", "en", "answer", 0.91, CANDIDATES, 1.25)
        fields = {field.name for field in dataclasses.fields(Entry)}
        told = dataclasses.replace(entry, **{key: changes.pop(key) for key in fields & changes.keys()})
        placed: dict[str, Any] = {
            "participant": person.id, "chat_id": CHAT, "chat_kind": "supergroup", "message_id": 10,
            "now": NOW,
        }  # fmt: skip
        return await questions.record(session, told, **(placed | changes))


async def find(database: Database, question: int) -> Asked | None:
    async with database.reading() as session:
        return await questions.by_id(session, question)


async def read_log(database: Database, **limits: datetime) -> list[LoggedQuestion]:
    async with database.reading() as session:
        return [logged async for logged in questions.log(session, **limits)]


async def test_a_question_is_found_by_its_message_and_its_number(database: Database) -> None:
    question = await ask(database)
    async with database.session() as session:
        await questions.attach_answer(session, question, message_ids=[11, 12])
    expected = Asked(
        id=question, telegram_id=ASKER, chat_id=CHAT, language="en", kind="answer", feedback=None,
        candidates=CANDIDATES, answer_message_ids=(11, 12),
    )  # fmt: skip
    assert await find(database, question) == expected
    async with database.reading() as session:
        assert await questions.by_message(session, chat_id=CHAT, message_id=10) == expected
        assert await questions.by_message(session, chat_id=CHAT, message_id=11) is None
        assert await questions.by_message(session, chat_id=1, message_id=10) is None
    assert await find(database, question + 1) is None


async def test_the_log_holds_what_organisers_read(database: Database) -> None:
    question = await ask(database)
    [logged] = await read_log(database)
    assert logged == LoggedQuestion(
        id=question, asked_at=NOW, participant=1, chat_kind="supergroup", language="en",
        question="Which IMAS covers EORE?", kind="answer", confidence=0.91, passages=("imas#eore",),
        milliseconds=1.25, feedback=None,
    )  # fmt: skip


async def test_stored_text_is_scrubbed_when_asked_and_when_edited(database: Database) -> None:
    question = await ask(database, text="I am at 40.4093, 49.8671,\0 call +994 50 123 45 67 \ud800")
    [logged] = await read_log(database)
    assert logged.question == "I am at [coordinates], call [phone] "
    await revise(database, question, text="write to leyla@example.az")
    [logged] = await read_log(database)
    assert logged.question == "write to [e-mail]"


async def test_a_question_of_100_000_characters_loses_none(database: Database) -> None:
    words = "mina " * 20_000
    await ask(database, text=words)
    [logged] = await read_log(database)
    assert logged.question == words


async def revise(
    database: Database, question: int, *, text: str = "…", candidates: Sequence[Candidate] = ()
) -> bool:
    async with database.session() as session:
        entry = Entry(text, "az", "not_found", 0.1, candidates, 2.5)
        return await questions.revise(session, question, entry, now=NOW + timedelta(minutes=1))


async def test_an_edit_replaces_the_question_and_what_was_found(database: Database) -> None:
    question = await ask(database)
    await give(database, question, "unhelpful")
    assert await revise(database, question, text="Minalar haqqında", candidates=CANDIDATES[1:2])
    asked = await find(database, question)
    assert asked is not None
    assert (asked.kind, asked.language, asked.feedback) == ("not_found", "az", None)
    assert asked.candidates == CANDIDATES[1:2]
    [logged] = await read_log(database)
    assert (logged.question, logged.asked_at) == ("Minalar haqqında", NOW)


async def test_an_edit_of_a_forgotten_question_brings_nothing_back(database: Database) -> None:
    question = await ask(database)
    async with database.session() as session:
        await people.forget(session, telegram_id=ASKER)
    assert not await revise(database, question, candidates=CANDIDATES)
    assert await read_log(database) == []


async def test_next_best_is_logged_as_shown(database: Database) -> None:
    question = await ask(database)
    async with database.session() as session:
        await questions.show(session, question, rank=2)
    [logged] = await read_log(database)
    assert logged.passages == ("imas#eore", "robots#demo")


async def give(database: Database, question: int, feedback: questions.Feedback, by: int = ASKER) -> bool:
    async with database.session() as session:
        return await questions.give_feedback(session, question, telegram_id=by, feedback=feedback)


async def test_only_the_asker_judges_the_answer_and_may_change_their_mind(database: Database) -> None:
    question = await ask(database)
    async with database.session() as session:
        await people.meet(session, telegram_id=5, language_code=None, now=NOW)
    assert await give(database, question, "helpful")
    assert not await give(database, question, "unhelpful", by=5)
    assert not await give(database, question, "unhelpful", by=6)
    assert [logged.feedback for logged in await read_log(database)] == ["helpful"]
    assert await give(database, question, "unhelpful")
    assert [logged.feedback for logged in await read_log(database)] == ["unhelpful"]


async def test_a_message_number_counted_anew_is_a_new_question(database: Database) -> None:
    first = await ask(database)
    second = await ask(database)
    async with database.reading() as session:
        latest = await questions.by_message(session, chat_id=CHAT, message_id=10)
    assert latest is not None
    assert latest.id == second
    assert [logged.id for logged in await read_log(database)] == [first, second]


async def test_the_log_comes_whole_and_in_order_over_many_pages(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(questions, "LOG_PAGE", 3)
    asked = [await ask(database, now=NOW - timedelta(days=number)) for number in range(7)]
    assert [logged.id for logged in await read_log(database)] == asked
    since, until = NOW - timedelta(days=4), NOW - timedelta(days=1)
    assert [logged.id for logged in await read_log(database, since=since, until=until)] == asked[2:5]
    assert [logged.id for logged in await read_log(database, until=until)] == asked[2:]


async def test_pruning_takes_text_person_and_place_and_leaves_the_figures(database: Database) -> None:
    old = await ask(database, now=NOW - timedelta(days=181))
    new = await ask(database, message_id=11, now=NOW - timedelta(days=179))
    async with database.session() as session:
        await questions.attach_answer(session, old, message_ids=[12])
        await questions.give_feedback(session, old, telegram_id=ASKER, feedback="helpful")
    limit = NOW - timedelta(days=180)
    async with database.session() as session:
        assert await questions.prune(session, before=limit) == 1
    async with database.session() as session:
        assert await questions.prune(session, before=limit) == 0
    pruned, kept = await read_log(database)
    assert (pruned.question, pruned.participant) == (None, None)
    assert (pruned.kind, pruned.passages, pruned.milliseconds, pruned.feedback) == (
        "answer", ("imas#eore",), 1.25, "helpful",
    )  # fmt: skip
    assert (kept.id, kept.question, kept.participant) == (new, "Which IMAS covers EORE?", 1)
    asked = await find(database, old)
    assert asked is not None
    assert (asked.telegram_id, asked.chat_id, asked.answer_message_ids) == (None, None, ())
    async with database.reading() as session:
        columns = text("SELECT chat_id, message_id FROM questions WHERE id = :id")
        assert (await session.execute(columns, {"id": old})).one() == (None, None)
