"""What rings when a safety card was given: it only takes note, so that no card waits for it."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from corpus.answering.answer import Card

MOST_WAITING = 1_000


@dataclass(frozen=True, slots=True)
class Alarm:
    """A card that was given.

    Attributes:
        participant: the bot's own number of the person.
        telegram_id: of the person, who is not told about themself.
        card: which card.
        at: when.
    """

    participant: int
    telegram_id: int
    card: Card
    at: datetime


class Bell:
    """The cards of which the organisers have still to hear, in order, so many at the most."""

    def __init__(self) -> None:
        self._waiting: asyncio.Queue[Alarm] = asyncio.Queue(MOST_WAITING)

    def ring(self, alarm: Alarm) -> None:
        """Note a card; with a thousand before it the organisers are warned already."""
        with suppress(asyncio.QueueFull):
            self._waiting.put_nowait(alarm)

    async def next(self) -> Alarm:
        """The next card, as soon as there is one."""
        return await self._waiting.get()
