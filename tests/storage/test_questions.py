"""The log keeps what was asked and shown, follows edits, listens to the asker alone and is pruned in time."""

import dataclasses
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from storage import people, question_log, questions
from storage.database import Database
from storage.people import Met, Participant
from storage.question_log import LoggedQuestion
from storage.questions import Asked, Asking, Candidate, Recorded, Replied
from storage.scrubbing import scrub
from storage.tables import QUESTIONS

NOW = datetime(2023, 11, 28, 9, 30, tzinfo=UTC)
ASKER, CHAT = 7_900_000_000_123, -1_001_234_567_890
CANDIDATES = (
    Candidate("imas#eore", "f1", 0.91, shown=True),
    Candidate("imas#survey", "f2", 0.42, shown=False),
    Candidate("robots#demo", "f3", 0.17, shown=False),
)


def asking(**changes: Any) -> Asking:  # noqa: ANN401 - any field of the question
    question = Asking(
        telegram_id=ASKER, language_code="en", chat_id=CHAT, chat_kind="supergroup", message_id=10,
        text="Which IMAS covers EORE?", language="en", kind="answer", confidence=0.91,
        candidates=CANDIDATES, milliseconds=1.25, now=NOW,
    )  # fmt: skip
    return dataclasses.replace(question, **changes)


async def ask(database: Database, **changes: Any) -> int:  # noqa: ANN401 - as above
    return (await record(database, asking(**changes)))[0].id


async def record(database: Database, *asked: Asking) -> list[Recorded]:
    return await database.write(lambda connection: questions.record(connection, asked))


async def attach(database: Database, question: int, *message_ids: int) -> None:
    replied = [Replied(question, message_ids)]
    await database.write(lambda connection: questions.attach_answers(connection, replied))


async def find(database: Database, question: int) -> Asked | None:
    async with database.reading() as session:
        return await questions.by_id(session, question)


async def read_log(database: Database, **limits: datetime) -> list[LoggedQuestion]:
    async with database.reading() as session:
        return [logged async for logged in question_log.log(session, **limits)]


async def test_a_question_is_found_by_its_number(database: Database) -> None:
    question = await ask(database)
    await attach(database, question, 11, 12)
    expected = Asked(
        id=question, telegram_id=ASKER, chat_id=CHAT, language="en", kind="answer", feedback=None,
        candidates=CANDIDATES, answer_message_ids=(11, 12),
    )  # fmt: skip
    assert await find(database, question) == expected
    assert await find(database, question + 1) is None


async def test_the_log_holds_what_organisers_read(database: Database) -> None:
    question = await ask(database)
    [logged] = await read_log(database)
    assert logged == LoggedQuestion(
        id=question, asked_at=NOW, participant=1, chat_kind="supergroup", language="en",
        question="Which IMAS covers EORE?", kind="answer", confidence=0.91, passages=("imas#eore",),
        milliseconds=1.25, feedback=None,
    )  # fmt: skip


async def test_what_is_scrubbed_can_be_stored(database: Database) -> None:
    question = await ask(database, text=scrub("I am at 40.4093, 49.8671,\0 call +994 50 123 45 67 \ud800"))
    [logged] = await read_log(database)
    assert logged.question == "I am at [coordinates], call [phone] "
    assert await ask(database, text=scrub("write to leyla@example.az")) == question
    [logged] = await read_log(database)
    assert logged.question == "write to [e-mail]"


async def test_a_question_of_100_000_characters_loses_none(database: Database) -> None:
    words = "mina " * 20_000
    await ask(database, text=words)
    [logged] = await read_log(database)
    assert logged.question == words


async def test_an_edit_replaces_the_question_and_what_was_found(database: Database) -> None:
    question = await ask(database)
    await give(database, question, "unhelpful")
    await attach(database, question, 11)
    edit = asking(
        text="Minalar haqqında", language="az", kind="not_found", candidates=CANDIDATES[1:2],
        now=NOW + timedelta(minutes=1),
    )  # fmt: skip
    [recorded] = await record(database, edit)
    assert (recorded.id, recorded.answer_message_ids) == (question, (11,))
    asked = await find(database, question)
    assert asked is not None
    assert (asked.kind, asked.language, asked.feedback) == ("not_found", "az", None)
    assert asked.candidates == CANDIDATES[1:2]
    [logged] = await read_log(database)
    assert (logged.question, logged.asked_at) == ("Minalar haqqında", NOW)


async def test_questions_of_many_people_are_recorded_together_each_as_its_own(database: Database) -> None:
    first = await ask(database, telegram_id=1, message_id=1)
    batch = [asking(telegram_id=person, chat_id=person, message_id=number, text=f"{person}/{number}")
             for person in (1, 2, 3) for number in (7, 8)]  # fmt: skip
    again = asking(telegram_id=1, message_id=1, text="again")
    recorded = await record(database, *batch, again)
    assert recorded[-1].id == first
    assert len({one.id for one in recorded}) == 7
    by_id = {logged.id: logged for logged in await read_log(database)}
    assert [by_id[one.id].question for one in recorded] == [one.text for one in (*batch, again)]
    assert [by_id[one.id].participant for one in recorded] == [one.participant for one in recorded]
    assert len({one.participant for one in recorded}) == 3


async def test_next_best_is_logged_as_shown(database: Database) -> None:
    question = await ask(database)
    async with database.session() as session:
        await questions.show(session, question, rank=2)
    [logged] = await read_log(database)
    assert logged.passages == ("imas#eore", "robots#demo")


async def seen(session: AsyncSession, *met: Met) -> Participant:
    """Note that they were here, within a transaction; gives the first."""
    return (await session.run_sync(lambda inner: people.meet_all(inner.connection(), met)))[0]


async def give(database: Database, question: int, feedback: questions.Feedback, by: int = ASKER) -> bool:
    async with database.session() as session:
        return await questions.give_feedback(session, question, telegram_id=by, feedback=feedback)


async def test_only_the_asker_judges_the_answer_and_may_change_their_mind(database: Database) -> None:
    question = await ask(database)
    async with database.session() as session:
        await seen(session, Met(5, None, NOW))
    assert await give(database, question, "helpful")
    assert not await give(database, question, "unhelpful", by=5)
    assert not await give(database, question, "unhelpful", by=6)
    assert [logged.feedback for logged in await read_log(database)] == ["helpful"]
    assert await give(database, question, "unhelpful")
    assert [logged.feedback for logged in await read_log(database)] == ["unhelpful"]


async def test_a_message_number_counted_anew_is_a_new_question(database: Database) -> None:
    first = await ask(database, now=NOW - timedelta(days=3))
    second = await ask(database)
    assert [logged.id for logged in await read_log(database)] == [first, second]


async def test_the_log_comes_whole_and_in_order_over_many_pages(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(question_log, "LOG_PAGE", 3)
    asked = [await ask(database, message_id=number, now=NOW - timedelta(days=number)) for number in range(7)]
    assert [logged.id for logged in await read_log(database)] == asked
    since, until = NOW - timedelta(days=4), NOW - timedelta(days=1)
    assert [logged.id for logged in await read_log(database, since=since, until=until)] == asked[2:5]
    assert [logged.id for logged in await read_log(database, until=until)] == asked[2:]


async def test_pruning_takes_text_person_and_place_and_leaves_the_figures(database: Database) -> None:
    old = await ask(database, now=NOW - timedelta(days=181))
    new = await ask(database, message_id=11, now=NOW - timedelta(days=179))
    await attach(database, old, 12)
    async with database.session() as session:
        await questions.give_feedback(session, old, telegram_id=ASKER, feedback="helpful")
    limit = NOW - timedelta(days=180)
    async with database.session() as session:
        assert await question_log.prune(session, before=limit) == 1
    async with database.session() as session:
        assert await question_log.prune(session, before=limit) == 0
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


async def test_the_same_text_again_is_no_edit(database: Database) -> None:
    """A reply that did not get out is tried again: what the asker thought of an answer stays."""
    question = await ask(database)
    async with database.session() as session:
        await questions.give_feedback(session, question, telegram_id=asking().telegram_id, feedback="helpful")
    assert await ask(database) == question
    found = await find(database, question)
    assert found
    assert found.feedback == "helpful"
    async with database.reading() as session:
        assert await session.scalar(select(QUESTIONS.c.edited_at)) is None
