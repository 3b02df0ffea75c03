"""The log tells how often a text was shown, what people thought of it, and what found no answer."""

import itertools
from datetime import UTC, datetime

from storage import questions, usage
from storage.database import Database
from storage.questions import Asking, Candidate
from storage.usage import Missed, Shown

NOW = datetime(2023, 11, 28, 9, 30, tzinfo=UTC)
_numbers = itertools.count(1)


async def ask(database: Database, text: str, *candidates: Candidate, kind: str = "answer") -> int:
    asking = Asking(
        telegram_id=7, language_code="en", chat_id=7, chat_kind="private", message_id=next(_numbers),
        text=text, language="en", kind=kind, confidence=0.9, candidates=candidates, milliseconds=1.0, now=NOW,
    )  # fmt: skip
    [recorded] = await database.write(lambda connection: questions.record(connection, [asking]))
    return recorded.id


async def test_a_text_is_counted_where_it_was_shown(database: Database) -> None:
    seen, next_in_line = Candidate("a#1", "f1", 0.9, shown=True), Candidate("b#1", "f2", 0.4, shown=False)
    first = await ask(database, "who?", seen, next_in_line)
    await ask(database, "who then?", seen)
    async with database.session() as session:
        await questions.give_feedback(session, first, telegram_id=7, feedback="unhelpful")
    async with database.reading() as session:
        assert await usage.shown(session) == {"f1": Shown(times=2, helpful=0, unhelpful=1)}


async def test_what_found_no_answer_is_listed_by_how_often_it_was_asked(database: Database) -> None:
    for text in ("Is there parking?", "is there parking? ", "Is lunch vegan?"):
        await ask(database, text, kind="not_found")
    await ask(database, "who opened it?")
    async with database.reading() as session:
        missed = await usage.missed(session, most=10)
        assert [(one.text.strip().lower(), one.times) for one in missed] == [
            ("is there parking?", 2),
            ("is lunch vegan?", 1),
        ]
        assert await usage.missed(session, most=1) == missed[:1]
        assert isinstance(missed[0], Missed)
