"""Practices that participants share: told step by step, decided on by a maintainer, then published."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, cast, get_args

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.practice_tables import PracticeRow
from storage.tables import ParticipantRow

Step = Literal["what", "place", "evidence", "contact"]
STEPS: tuple[Step, ...] = get_args(Step)
"""What is asked for, in this order."""
OPTIONAL: tuple[Step, ...] = ("evidence", "contact")
State = Literal["drafting", "waiting", "approved", "declined", "published"]

MOST_WAITING = 5
"""Practices of one person that wait at a time."""


@dataclass(frozen=True, slots=True)
class Practice:
    """A practice as far as it has been told.

    Attributes:
        id: its number.
        telegram_id: of the contributor, also the id of their private chat.
        state: `drafting` until it is sent, then `waiting` for the maintainers, who decide.
        language: ISO 639-1 code of what was written.
        what: what was done; None until it is told, as with the others.
        place: where it worked.
        evidence: how one knows; empty where the person left it out.
        contact: under which name it stands and how to reach them; empty where they left it out.
        changed_at: when a word of it, or its state, was changed last.
        path: of the document it became.
    """

    id: int
    telegram_id: int
    state: State
    language: str
    what: str | None
    place: str | None
    evidence: str | None
    contact: str | None
    changed_at: datetime
    path: str | None

    @property
    def missing(self) -> Step | None:
        """The first step that is not told yet."""
        return next((step for step in STEPS if getattr(self, step) is None), None)


async def draft(session: AsyncSession, *, participant: int, language: str, now: datetime) -> Practice:
    """The practice a participant is telling, or a new one; a person tells one at a time."""
    theirs = select(PracticeRow).where(
        col(PracticeRow.participant_id) == participant, col(PracticeRow.state) == "drafting"
    )
    row = (await session.scalars(theirs)).first()
    if row is None:
        row = PracticeRow(participant_id=participant, state="drafting", language=language, changed_at=now)
        session.add(row)
        await session.flush()
    found = await get(session, row.id)
    if found is None:
        raise LookupError(f"participant {participant} is not known")
    return found


async def get(session: AsyncSession, number: int) -> Practice | None:
    """One practice, or None for one that is no more."""
    return next(iter(await _where(session, col(PracticeRow.id) == number)), None)


async def drafting(session: AsyncSession, telegram_id: int) -> Practice | None:
    """The practice a person is telling, if any."""
    theirs = (col(ParticipantRow.telegram_id) == telegram_id) & (col(PracticeRow.state) == "drafting")
    return next(iter(await _where(session, theirs)), None)


async def waiting(session: AsyncSession) -> list[Practice]:
    """Those to be decided on, the oldest first."""
    return await _where(session, col(PracticeRow.state) == "waiting")


async def count_waiting(session: AsyncSession, telegram_id: int) -> int:
    """How many practices of a person wait."""
    theirs = (col(ParticipantRow.telegram_id) == telegram_id) & (col(PracticeRow.state) == "waiting")
    statement = select(func.count()).select_from(PracticeRow).join(ParticipantRow).where(theirs)
    return (await session.scalars(statement)).one()


async def tell(
    session: AsyncSession, number: int, step: Step, words: str, *, language: str | None = None, now: datetime
) -> bool:
    """Put the words of a step into a draft; False where it is no draft any more.

    Args:
        session: of the database.
        number: of the practice.
        step: which.
        words: scrubbed; empty leaves the step out.
        language: of the words, where they tell.
        now: the clock.
    """
    values: dict[str, object] = {step: words, "changed_at": now}
    if language is not None:
        values["language"] = language
    return await _moved(session, number, "drafting", values)


async def touch(session: AsyncSession, number: int, *, now: datetime) -> None:
    """Note that a person is at it."""
    await _moved(session, number, "drafting", {"changed_at": now})


async def send(session: AsyncSession, number: int, *, now: datetime) -> bool:
    """Hand a draft to the maintainers; False where that was done already."""
    return await _moved(session, number, "drafting", {"state": "waiting", "changed_at": now})


async def approve(session: AsyncSession, number: int, *, path: str, by: int, now: datetime) -> bool:
    """Note the document a practice became; False where it was decided on already, or is no more."""
    values = {"state": "approved", "path": path, "decided_by": by, "changed_at": now}
    return await _moved(session, number, "waiting", values)


async def decline(session: AsyncSession, number: int, *, by: int, now: datetime) -> bool:
    """Note that a practice is not taken; False where it was decided on already, or is no more."""
    values = {"state": "declined", "decided_by": by, "changed_at": now}
    return await _moved(session, number, "waiting", values)


async def publish(session: AsyncSession, paths: Collection[str], *, now: datetime) -> list[Practice]:
    """Note which approved practices are among the documents people see; gives them, each once ever."""
    approved = col(PracticeRow.state) == "approved"
    found = [one for one in await _where(session, approved) if one.path in paths]
    values = {"state": "published", "changed_at": now}
    return [one for one in found if await _moved(session, one.id, "approved", values)]


async def take_back(session: AsyncSession, number: int, *, now: datetime) -> None:
    """Note that a contributor has not heard that their practice is published."""
    await _moved(session, number, "published", {"state": "approved", "changed_at": now})


async def discard(session: AsyncSession, telegram_id: int) -> None:
    """Remove what a person has not sent."""
    person = select(col(ParticipantRow.id)).where(col(ParticipantRow.telegram_id) == telegram_id)
    unsent = col(PracticeRow.participant_id).in_(person) & (col(PracticeRow.state) == "drafting")
    await session.execute(delete(PracticeRow).where(unsent))


async def paths_of(session: AsyncSession, telegram_id: int) -> list[str]:
    """The documents that a person's practices became."""
    statement = select(col(PracticeRow.path)).join(ParticipantRow).order_by(col(PracticeRow.id))
    paths = await session.scalars(statement.where(col(ParticipantRow.telegram_id) == telegram_id))
    return [path for path in paths if path]


async def prune(session: AsyncSession, *, before: datetime) -> None:
    """Remove what has not changed since before an instant."""
    await session.execute(delete(PracticeRow).where(col(PracticeRow.changed_at) < before))


async def _moved(session: AsyncSession, number: int, state: State, values: dict[str, object]) -> bool:
    """Change a practice in a state; False where it is in another by now."""
    its = (col(PracticeRow.id) == number) & (col(PracticeRow.state) == state)
    changed = await session.execute(
        update(PracticeRow).where(its).values(values).returning(col(PracticeRow.id))
    )
    return changed.one_or_none() is not None


async def _where(session: AsyncSession, clause: ColumnElement[bool]) -> list[Practice]:
    statement = select(PracticeRow, col(ParticipantRow.telegram_id)).join(ParticipantRow).where(clause)
    rows = await session.execute(
        statement.order_by(col(PracticeRow.id)).execution_options(populate_existing=True)
    )
    return [
        Practice(
            row.id,
            telegram_id,
            cast("State", row.state),
            row.language,
            row.what,
            row.place,
            row.evidence,
            row.contact,
            row.changed_at,
            row.path,
        )
        for row, telegram_id in rows
    ]
