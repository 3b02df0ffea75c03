"""Who did what, as organisers read it: with an announcement, and with roles."""

from collections.abc import Sequence

from handlers import replies
from handlers.context import Services
from handlers.replies import Reply
from handlers.texts import Texts
from handlers.times import shown
from storage import audit, roles
from storage.audit import Entry

PEOPLE = ("person", "invited_by")
"""Details that are Telegram ids."""


async def of_announcement(services: Services, number: int, texts: Texts) -> Reply:
    """What was done with an announcement, the first act first."""
    async with services.database.reading() as session:
        entries = await audit.entries(session, announcement=number)
    return await _told(services, entries, texts)


async def of_roles(services: Services, texts: Texts) -> Reply:
    """Who invited, accepted, and lost a role, the first act first."""
    async with services.database.reading() as session:
        entries = await audit.entries(session, actions=roles.ACTIONS)
    return await _told(services, entries, texts)


async def _told(services: Services, entries: Sequence[Entry], texts: Texts) -> Reply:
    async with services.database.reading() as session:
        name_by_id = {one.telegram_id: one.name for one in await roles.holders(session)}

    def called(person: int | None) -> str:
        return texts.command_line if person is None else name_by_id.get(person) or str(person)

    lines = []
    for entry in reversed(entries):
        details = ", ".join(
            f"{key}: {called(value) if key in PEOPLE else value}"
            for key, value in entry.details.items()
            if key != "texts"
        )
        line = f"{shown(entry.at, services.zone)} · {called(entry.actor)} · {entry.action} · {details}"
        lines.append(replies.safe(line.rstrip(" ·")))
    return Reply(before=(texts.audit, *lines))
