"""Versions and drafts of the corpus, on both databases."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage import corpora, drafts
from storage.corpora import Overtaken, Publication
from storage.database import Database
from storage.drafts import content_hash

NOW = datetime(2023, 11, 28, 9, tzinfo=UTC)
ONE, OTHER = b"one", b"other"
FIRST = {"a.md": content_hash(ONE)}


def publication(files: dict[str, str], *, after: int) -> Publication:
    return Publication(files, documents=len(files), origin="draft", after=after, overrides={}, tell=True)


@pytest.fixture
async def begun(database: Database) -> Database:
    """One version is served."""
    async with database.session() as session:
        await drafts.keep(session, [ONE, OTHER], now=NOW)
        assert await corpora.record_first(session, FIRST, documents=1, now=NOW) == 1
    return database


async def test_a_version_is_published_after_the_one_it_was_judged_against(begun: Database) -> None:
    files = {"b.md": content_hash(OTHER)}
    async with begun.session() as session:
        assert await corpora.publish(session, publication(files, after=1), by=7, now=NOW) == 2
    async with begun.reading() as session:
        served = await corpora.latest(session)
        assert served is not None
        assert (served.number, served.version, served.by, served.act) == (2, 2, 7, "publish")
        assert await corpora.files(session, 2) == files
        assert await corpora.files(session, 1) == FIRST
    with pytest.raises(Overtaken) as told:
        async with begun.session() as session:
            await corpora.publish(session, publication(FIRST, after=1), by=8, now=NOW)
    assert told.value.version == 2
    async with begun.reading() as session:
        assert [one.number for one in await corpora.versions(session)] == [2, 1]


async def test_a_rollback_is_a_serving_of_its_own(begun: Database) -> None:
    async with begun.session() as session:
        await corpora.publish(session, publication(FIRST, after=1), by=7, now=NOW)
        await corpora.roll_back(session, 1, after=2, by=8, now=NOW)
        with pytest.raises(LookupError):
            await corpora.roll_back(session, 9, after=3, by=8, now=NOW)
    async with begun.reading() as session:
        acts = [(one.number, one.version, one.act) for one in await corpora.history(session)]
    assert acts == [(3, 1, "rollback"), (2, 2, "publish"), (1, 1, "first")]


@pytest.mark.parametrize(
    "statement", ["UPDATE corpus_servings SET version = 1", "DELETE FROM corpus_servings WHERE number = 1"]
)
async def test_the_history_can_only_be_added_to(begun: Database, statement: str) -> None:
    with pytest.raises(DBAPIError, match="only be added to"):
        async with begun.session() as session:
            await session.execute(text(statement))
    async with begun.reading() as session:
        assert len(await corpora.history(session)) == 1


async def test_a_draft_that_says_what_is_served_is_none(begun: Database) -> None:
    one, other = map(content_hash, (ONE, OTHER))
    async with begun.session() as session:
        await drafts.put(session, "a.md", other, over=one, by=7, now=NOW)
        await drafts.put(session, "b.md", None, over=one, by=None, now=NOW)
        assert [(row.path, row.hash, row.by) for row in await drafts.draft(session)] == [
            ("a.md", other, 7),
            ("b.md", None, None),
        ]
        await drafts.put(session, "a.md", one, over=one, by=8, now=NOW)
        await drafts.discard(session, "b.md")
        assert await drafts.draft(session) == []


async def test_publishing_settles_the_drafts_it_contains(begun: Database) -> None:
    one, other = map(content_hash, (ONE, OTHER))
    async with begun.session() as session:
        await drafts.put(session, "b.md", other, over=None, by=7, now=NOW)
        await drafts.put(session, "c.md", other, over=None, by=7, now=NOW)
        await corpora.publish(session, publication({"a.md": one, "b.md": other}, after=1), by=7, now=NOW)
        assert [row.path for row in await drafts.draft(session)] == ["c.md"]


async def test_unused_content_goes_after_a_day_and_used_content_never(begun: Database) -> None:
    later = NOW + timedelta(days=2)
    async with begun.session() as session:
        assert await drafts.sweep(session, now=NOW + timedelta(hours=1)) == 0
        assert await drafts.hold(session, {content_hash(OTHER), "0"}, now=later) == {"0"}
        assert await drafts.sweep(session, now=later) == 0
        assert await drafts.sweep(session, now=later + timedelta(days=2)) == 1
        left = [
            content async for _, content in drafts.contents(session, {content_hash(ONE), content_hash(OTHER)})
        ]
    assert left == [ONE]


async def test_content_is_kept_once(begun: Database) -> None:
    async with begun.session() as session:
        await drafts.keep(session, [ONE, ONE, b"third"], now=NOW)
        found = dict(
            [one async for one in drafts.contents(session, {content_hash(ONE), content_hash(b"third")})]
        )
    assert sorted(found.values()) == [ONE, b"third"]


async def test_a_database_of_an_older_program_has_no_versions(database_url: str) -> None:
    older = Database(database_url)
    async with older.reading() as session:
        assert not await corpora.has_tables(session)
    await older.migrate()
    async with older.reading() as session:
        assert await corpora.has_tables(session)
        assert await corpora.latest(session) is None
    await older.close()
