"""A draft as its screens need it: what it says, and whom it would reach."""

from handlers.context import Services
from storage.announcements import drafts, views
from storage.announcements.audiences import AudienceError, Scope
from storage.announcements.selecting import Headcount
from storage.announcements.views import Announcement


async def draft_of(services: Services, number: int) -> Announcement | None:
    """The draft of a number, if there is one and it was not confirmed."""
    async with services.database.reading() as session:
        found = await views.get(session, number)
    return found if found and found.state == "draft" else None


async def count_of(services: Services, draft: Announcement, person: int) -> Headcount | None:
    """How many it reaches if this person sends it; None for an audience that is no more."""
    try:
        async with services.database.reading() as session:
            return await drafts.headcount(session, draft.audience, scope_of(services, draft.id, person))
    except AudienceError:
        return None


def scope_of(services: Services, number: int, author: int) -> Scope:
    """What its audience may depend on."""
    return Scope(
        announcement=number, author=author, documents_by_theme=services.answerer.corpus.documents_by_theme
    )
