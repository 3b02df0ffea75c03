"""Roles are given by setting or by a link that works once, lost at once, and stand in the audit."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from storage import audit, roles
from storage.database import Database
from storage.roles import Accepted, Holder

NOW = datetime(2023, 11, 28, 9, 30, tzinfo=UTC)
ANNA, BORIS, CEYLAN = 1, 2, 3


@pytest.fixture
async def named(database: Database) -> Database:
    """With one organiser by setting."""
    async with database.session() as session:
        await roles.settle(session, {"organiser": (ANNA,)}, now=NOW)
    return database


async def invited(database: Database, *, by: int = ANNA) -> str:
    async with database.session() as session:
        return await roles.invite(session, "organiser", by=by, now=NOW)


async def accept(
    database: Database, token: str, who: int, *, later: timedelta = timedelta()
) -> Accepted | None:
    async with database.session() as session:
        return await roles.accept(session, token, telegram_id=who, name=f"P{who}", now=NOW + later)


async def remove(database: Database, who: int) -> Holder | None:
    async with database.session() as session:
        return await roles.remove(session, who, "organiser", by=ANNA, now=NOW)


async def acts(database: Database) -> list[tuple[str, int | None, dict[str, object]]]:
    async with database.reading() as session:
        entries = await audit.entries(session, actions=roles.ACTIONS)
    return [(one.action, one.actor, one.details) for one in reversed(entries)]


async def test_a_link_gives_the_role_once_also_to_two_at_once(named: Database, database_url: str) -> None:
    token, other = await invited(named), Database(database_url)
    taken = await asyncio.gather(accept(named, token, BORIS), accept(other, token, CEYLAN))
    await other.close()
    assert sorted(taken, key=str) == [Accepted("organiser", ANNA, had_it=False), None]
    assert await accept(named, token, CEYLAN) is None


async def test_a_link_ends_after_a_day_and_with_its_maker(named: Database) -> None:
    late, token = await invited(named), await invited(named)
    assert await accept(named, late, BORIS, later=roles.INVITATION) is None
    assert await accept(named, token, BORIS, later=timedelta(hours=23)) is not None
    theirs = await invited(named, by=BORIS)
    assert await remove(named, BORIS) == Holder(BORIS, "organiser", "P2", by_setting=False)
    assert await accept(named, theirs, CEYLAN) is None
    async with named.reading() as session:
        assert await roles.held_by(session, BORIS) == frozenset()


async def test_a_role_by_setting_goes_only_with_the_setting(named: Database) -> None:
    kept = await remove(named, ANNA)
    assert kept
    assert kept.by_setting
    async with named.session() as session:
        assert await roles.settle(session, {}, now=NOW) == {ANNA}
    async with named.reading() as session:
        assert await roles.holders(session) == []
    assert await acts(named) == [("lose role", None, {"role": "organiser", "person": ANNA})]


async def test_made_taken_and_lost_stand_in_the_audit(named: Database) -> None:
    await accept(named, await invited(named), BORIS)
    await remove(named, BORIS)
    assert await acts(named) == [
        ("invite", ANNA, {"role": "organiser"}),
        ("accept", BORIS, {"role": "organiser", "invited_by": ANNA}),
        ("lose role", ANNA, {"role": "organiser", "person": BORIS}),
    ]


async def test_who_is_forgotten_loses_the_role_without_their_number(named: Database) -> None:
    await accept(named, await invited(named), BORIS)
    async with named.session() as session:
        await roles.forget(session, BORIS, now=NOW)
    async with named.reading() as session:
        assert [one.telegram_id for one in await roles.holders(session)] == [ANNA]
    assert (await acts(named))[-1] == ("lose role", None, {"role": "organiser"})
