"""Who holds a role: organisers and maintainers, named in the settings or invited by a link."""

import hashlib
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, cast, get_args

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage import audit
from storage.tables import InvitationRow, RoleRow

Role = Literal["organiser", "maintainer"]
ROLES: tuple[Role, ...] = get_args(Role)

INVITATION = timedelta(hours=24)
"""How long an invitation can be accepted."""

INVITED, ACCEPTED, LOST = "invite", "accept", "lose role"
ACTIONS = (INVITED, ACCEPTED, LOST)
"""What stands in the audit: who made a link for which role, who took it, who lost a role by whom."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A person with a role.

    Attributes:
        telegram_id: also the id of their private chat.
        role: which.
        name: as it was when they got it, None for one who is named in the settings and never wrote.
        by_setting: whether the settings name them, so that nobody can take it in a chat.
    """

    telegram_id: int
    role: Role
    name: str | None
    by_setting: bool


@dataclass(frozen=True, slots=True)
class Accepted:
    """What came of a link: the role it gives, who made it, and whether the person had it already."""

    role: Role
    invited_by: int
    had_it: bool


async def held_by(session: AsyncSession, telegram_id: int) -> frozenset[Role]:
    """The roles of a person."""
    statement = select(col(RoleRow.role)).where(col(RoleRow.telegram_id) == telegram_id)
    return frozenset(cast("list[Role]", (await session.scalars(statement)).all()))


async def holders(session: AsyncSession) -> list[Holder]:
    """All who hold a role, the longest first."""
    statement = select(RoleRow).order_by(col(RoleRow.granted_at), col(RoleRow.telegram_id), col(RoleRow.role))
    rows = await session.scalars(statement)
    return [Holder(row.telegram_id, cast("Role", row.role), row.name, row.by_setting) for row in rows]


async def organisers(session: AsyncSession) -> list[int]:
    """The private chats of the organisers, which are their Telegram ids."""
    statement = select(col(RoleRow.telegram_id)).where(col(RoleRow.role) == "organiser")
    return list((await session.scalars(statement.order_by(col(RoleRow.granted_at)))).all())


async def settle(session: AsyncSession, named: Mapping[Role, Collection[int]], *, now: datetime) -> set[int]:
    """Take over who the settings name; gives those who lost a role since they were read before."""
    rows = {(row.telegram_id, row.role): row for row in await session.scalars(select(RoleRow))}
    wanted = {(person, role) for role, people in named.items() for person in people}
    lost = set()
    for key, row in rows.items():
        if row.by_setting and key not in wanted:
            row.by_setting = False
            if row.granted_by is None:
                await session.delete(row)
                lost.add(row.telegram_id)
                lose = audit.entry(LOST, at=now, actor=None, role=row.role, person=row.telegram_id)
                await session.execute(lose)
    for person, role in sorted(wanted):
        if (person, role) in rows:
            rows[person, role].by_setting = True
        else:
            session.add(RoleRow(telegram_id=person, role=role, by_setting=True, granted_at=now))
    return lost


async def invite(session: AsyncSession, role: Role, *, by: int, now: datetime) -> str:
    """Make an invitation; gives the token for its link, of which only a hash is kept."""
    token = secrets.token_urlsafe(24)
    session.add(InvitationRow(token_hash=_hash(token), role=role, invited_by=by, expires_at=now + INVITATION))
    await session.execute(audit.entry(INVITED, at=now, actor=by, role=role))
    return token


async def accept(
    session: AsyncSession, token: str, *, telegram_id: int, name: str, now: datetime
) -> Accepted | None:
    """Give the person the role of an invitation, which is used up by it.

    Returns:
        None for a link that is used, expired or unknown, or whose maker is no organiser any more. Who
        has the role already leaves the link as it is.
    """
    found = col(InvitationRow.token_hash) == _hash(token)
    # With a lock: of two people who open the link at once one gets the role.
    invitation = (await session.scalars(select(InvitationRow).where(found).with_for_update())).one_or_none()
    if invitation is None or invitation.expires_at <= now:
        return None
    if "organiser" not in await held_by(session, invitation.invited_by):
        return None
    role = cast("Role", invitation.role)
    if role in await held_by(session, telegram_id):
        return Accepted(role, invitation.invited_by, had_it=True)
    await session.delete(invitation)
    session.add(
        RoleRow(
            telegram_id=telegram_id,
            role=role,
            by_setting=False,
            granted_by=invitation.invited_by,
            granted_at=now,
            name=name,
        )
    )
    by = invitation.invited_by
    await session.execute(audit.entry(ACCEPTED, at=now, actor=telegram_id, role=role, invited_by=by))
    return Accepted(role, invitation.invited_by, had_it=False)


async def name(session: AsyncSession, telegram_id: int, *, as_: str) -> None:
    """Note how a person with roles is called."""
    for row in await session.scalars(select(RoleRow).where(col(RoleRow.telegram_id) == telegram_id)):
        row.name = as_


async def remove(
    session: AsyncSession, telegram_id: int, role: Role, *, by: int, now: datetime
) -> Holder | None:
    """Take a role and the open invitations with it; gives who held it.

    Returns:
        None where nobody did. Whom the settings name keeps the role: their `by_setting` tells it.
    """
    row = await session.get(RoleRow, (telegram_id, role))
    if row is None:
        return None
    if not row.by_setting:
        await session.delete(row)
        await session.execute(delete(InvitationRow).where(col(InvitationRow.invited_by) == telegram_id))
        await session.execute(audit.entry(LOST, at=now, actor=by, role=role, person=telegram_id))
    return Holder(telegram_id, role, row.name, row.by_setting)


async def forget(session: AsyncSession, telegram_id: int, *, now: datetime) -> None:
    """Remove the roles a person got by invitation, and their name where the settings name them.

    The audit tells that a role was lost, and not whose: the person wants to be forgotten.
    """
    for row in await session.scalars(select(RoleRow).where(col(RoleRow.telegram_id) == telegram_id)):
        if row.by_setting:
            row.name = None
        else:
            await session.delete(row)
            await session.execute(audit.entry(LOST, at=now, actor=None, role=row.role))
    await session.execute(delete(InvitationRow).where(col(InvitationRow.invited_by) == telegram_id))


async def prune(session: AsyncSession, *, now: datetime) -> None:
    """Remove the invitations nobody can accept any more."""
    await session.execute(delete(InvitationRow).where(col(InvitationRow.expires_at) <= now))


def _hash(token: str) -> str:
    # Plain SHA-256: the token is random and as long as the hash is strong, so there is nothing to guess.
    return hashlib.sha256(token.encode()).hexdigest()
