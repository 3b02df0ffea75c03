"""What is awaited from an organiser is kept, one thing at a time; so are the messages that show progress."""

from datetime import UTC, datetime

from storage.announcements import compositions, drafts, progress_messages
from storage.announcements.compositions import Composition
from storage.announcements.contents import Content
from storage.announcements.drafts import Composed
from storage.announcements.progress_messages import Place
from storage.database import Database

NOW = datetime(2023, 11, 28, 9, 30, tzinfo=UTC)
HELLO = Content("sendMessage", {"text": "Hello"})


async def test_the_last_that_was_begun_is_awaited(database: Database) -> None:
    async with database.session() as session:
        number = await drafts.draft(session, Composed([HELLO]), author=7, now=NOW)
        await compositions.begin(session, 7, "content")
        await compositions.begin(session, 7, "at", announcement=number)
        await compositions.begin(session, 8, "", announcement=number)
    async with database.reading() as session:
        assert await compositions.of(session, 7) == Composition("at", number)
        assert await compositions.of(session, 9) is None
        assert await compositions.composers(session) == {7}, "8 presses buttons"
    async with database.session() as session:
        await compositions.end(session, 7)
        assert await compositions.of(session, 7) is None


async def test_a_message_shows_one_announcement_until_it_is_left(database: Database) -> None:
    place, other = Place(7, 100), Place(8, 100)
    async with database.session() as session:
        first, second = [await drafts.draft(session, Composed([HELLO]), author=7, now=NOW) for _ in range(2)]
        await progress_messages.keep(session, place, first)
        await progress_messages.keep(session, other, first)
    async with database.session() as session:
        await progress_messages.keep(session, place, second)
        assert await progress_messages.kept(session) == {place: second, other: first}
        await progress_messages.drop(session, place)
        await drafts.discard(session, first)
    async with database.reading() as session:
        assert await progress_messages.kept(session) == {}, "gone with its announcement"
