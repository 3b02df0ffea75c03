"""People who all write at once: each sends a message, waits for the reply, sends the next."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import cycle
from time import perf_counter

from asking import shuffled

from bot.preview import BotApiServer, Message, Person

REPLY_SECONDS = 60.0
"""After this long a message counts as unanswered, and its sender writes the next."""


@dataclass(slots=True)
class Window:
    """What happened since it was opened; latencies in seconds, in the order of the replies."""

    opened_at: float = field(default_factory=perf_counter)
    closed_at: float = 0.0
    latencies: list[float] = field(default_factory=list)
    unanswered: int = 0
    with_buttons: int = 0


class Load:
    """The people and what they measure; the window can be changed while they write."""

    def __init__(self, server: BotApiServer, people: int, texts_by_language: dict[str, list[str]]) -> None:
        self.window = Window()
        self._texts_by_language = texts_by_language
        self._goal: int | None = None
        self._reached = asyncio.Event()
        languages = sorted(texts_by_language)
        self._people = [
            server.person(f"Person {number}", language_code=languages[number % len(languages)])
            for number in range(people)
        ]

    def greet(self) -> None:
        """Let the first person write."""
        person = self._people[0]
        person.say(self._texts(person, seed=-1)[0])

    async def heard(self, seconds: float) -> bool:
        """Whether the first person has been answered within the seconds."""
        with suppress(TimeoutError):
            await self._people[0].reply(seconds)
            return True
        return False

    async def write(self) -> None:
        """Let everybody write until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            for seed, person in enumerate(self._people):
                tasks.create_task(self._converse(person, self._texts(person, seed=seed)))

    async def collect(self, messages: int, *, seconds: float) -> Window:
        """A new window, closed after so many replies or so many seconds."""
        window = self.window = Window()
        self._goal = messages
        self._reached.clear()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._reached.wait(), seconds)
        window.closed_at = perf_counter()
        self.window = Window()
        return window

    async def _converse(self, person: Person, texts: Sequence[str]) -> None:
        for text in cycle(texts):
            person.chat.unread.clear()  # further parts of the last reply
            began = perf_counter()
            person.say(text)
            try:
                reply = await person.reply(REPLY_SECONDS)
            except TimeoutError:
                self.window.unanswered += 1
            else:
                self._note(perf_counter() - began, reply)

    def _note(self, latency: float, reply: Message) -> None:
        window = self.window
        window.latencies.append(latency)
        window.with_buttons += "reply_markup" in reply.data
        if len(window.latencies) == self._goal:
            self._reached.set()

    def _texts(self, person: Person, *, seed: int) -> list[str]:
        return shuffled(self._texts_by_language[person.user["language_code"]], seed=seed)
