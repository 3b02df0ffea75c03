"""The ledger of announcements as tests use it: short words for what organisers and the sender do."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select

from storage import audit, people
from storage.announcements import deliveries, drafts, schedule, views
from storage.announcements.audiences import Scope
from storage.announcements.contents import Content
from storage.announcements.deliveries import Copy, Settled, Work
from storage.announcements.drafts import Composed
from storage.announcements.tables import DELIVERIES
from storage.database import Database
from storage.people import Met

NOW = datetime(2023, 11, 28, 9, 30, tzinfo=UTC)
HELLO = Content("sendMessage", {"text": "Hello, everybody"})


class Ledger:
    """Announcements in a database, in transactions of their own, at one time unless another is given."""

    def __init__(self, database: Database) -> None:
        self.database = database

    async def meet(self, *telegram_ids: int, language: str = "en") -> None:
        """Note that people were here."""
        met = [Met(telegram_id, language, NOW) for telegram_id in telegram_ids]
        await self.database.write(lambda connection: people.meet_all(connection, met))

    async def drafted(
        self,
        audience: str = "everyone",
        *said: Content,
        author: int | None = None,
        **more: Any,  # noqa: ANN401 - times and urgency
    ) -> int:
        """The number of a draft with these texts, times and urgency."""
        composed = Composed(said or (HELLO,), audience, **more)
        async with self.database.session() as session:
            return await drafts.draft(session, composed, author=author, now=NOW)

    async def confirmed(self, number: int, scope: Scope = Scope()) -> int | None:  # noqa: B008 - frozen
        """Offer and confirm a draft; gives the number of copies."""
        async with self.database.session() as session:
            token = await drafts.offer(session, number)
        return await self.confirm(number, token, scope)

    async def confirm(self, number: int, token: str, scope: Scope = Scope()) -> int | None:  # noqa: B008
        """Confirm it by a token that was offered."""
        async with self.database.session() as session:
            return await drafts.confirm(session, number, token=token, by=7, scope=scope, now=NOW)

    async def sent_to(self, audience: str, scope: Scope = Scope()) -> set[int]:  # noqa: B008
        """The chats an audience reaches."""
        number = await self.drafted(audience)
        await self.confirmed(number, scope)
        its = select(DELIVERIES.c.chat_id).where(DELIVERIES.c.announcement_id == number)
        async with self.database.reading() as session:
            return set(await session.scalars(its))

    async def mute(self, telegram_id: int) -> None:
        """Let a person want no announcements."""
        async with self.database.session() as session:
            await people.mute(session, telegram_id=telegram_id, now=NOW)

    async def finish(self, number: int) -> bool:
        """End one with nothing left to send."""
        return await self.database.write(lambda connection: deliveries.finish(connection, number, now=NOW))

    async def view(self, number: int) -> views.Announcement:
        """One as it stands."""
        async with self.database.reading() as session:
            one = await views.get(session, number)
        assert one
        return one

    async def due(self, *, now: datetime = NOW, quiet: bool = False) -> list[Work]:
        """What is to be done at a time."""
        return await self.database.write(lambda connection: schedule.due(connection, now=now, quiet=quiet))

    async def claim(self, number: int, most: int = 100) -> list[Copy]:
        """Take copies to send."""
        return await self.database.write(lambda connection: deliveries.claim(connection, number, number=most))

    async def settle(self, *settled: Settled) -> None:
        """Write down what became of copies."""
        await self.database.write(lambda connection: deliveries.settle(connection, settled, now=NOW))

    async def counts(self, number: int) -> dict[str, int]:
        """Copies by state, of the states there are."""
        async with self.database.reading() as session:
            progress = await views.progress(session, number)
        return {state: count for state, count in progress.count_by_state.items() if count}

    async def actions(self) -> list[str]:
        """What was done, the last act first."""
        async with self.database.reading() as session:
            return [entry.action for entry in await audit.entries(session)]

    async def all_sent(self, copies: Sequence[Copy], revision: int = 1) -> None:
        """Settle copies as sent, each with a number of its own."""
        await self.settle(
            *(Settled(copy, "sent", revision, message_id=copy.chat_id + 1000) for copy in copies)
        )


@pytest.fixture
def ledger(database: Database) -> Ledger:
    """The announcements of a fresh database."""
    return Ledger(database)
