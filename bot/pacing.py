"""When a call may go: the budget of sends, waits after a refusal for flooding, pauses between attempts."""

import asyncio
import math
import random
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from telegram.error import RetryAfter

HOLDS_KEPT = 1_000
"""Holds above this number are looked through for those that are over."""

FLOOD_SCOPES = 5
"""So many different chats refused within a second: the limit of all chats together was hit."""

WINDOW_SECONDS = 1.025
"""What is sent within a second arrives within a little more or less."""
RESERVE = 0.02
"""Share of the budget kept for the answers of the next moment."""
BURST_SECONDS = 0.05
"""How much of what was held up may go at once."""
FEWEST_AT_ONCE, AT_ONCE_SECONDS = 16, 0.5
"""So many announcements, or a budget's of so many seconds, may be under way: slower replies slow it down."""


@dataclass(frozen=True, slots=True)
class Backoff:
    """Pauses between attempts, each about twice the one before.

    Attributes:
        retries: attempts after the first.
        seconds: the longest the first pause can be.
        chance: gives a number in 0-1; a pause is between half and all of its longest.
    """

    retries: int = 5
    seconds: float = 0.25
    chance: Callable[[], float] = random.random

    def pauses(self) -> Iterator[float]:
        """The pauses in order, in seconds."""
        for attempt in range(self.retries):
            yield self.seconds * 2**attempt * (1 + self.chance()) / 2


@dataclass(slots=True)
class FloodControl:
    """Obeys `retry_after`, for the chat that was refused and for all.

    Telegram does not say which limit was hit. A refusal holds the scope of the call (its chat); one that
    has no scope holds every call, and so do refusals of several chats at once. What waits goes one by one,
    not all in the moment the wait is over.

    Attributes:
        per_second: how many waiting calls go in a second.
    """

    per_second: float = 30.0
    _until_by_scope: dict[str, float] = field(default_factory=dict)
    _all_until: float = 0.0
    _refused: deque[tuple[str, float, float]] = field(default_factory=lambda: deque(maxlen=FLOOD_SCOPES))
    _waiting: int = 0

    async def turn(self, scope: str, *, latest: float) -> None:
        """Wait until a call may go.

        Args:
            scope: whose limit the call counts against: a chat or a method; empty for none.
            latest: the instant on the event loop's clock by which it must be its turn.

        Raises:
            RetryAfter: it would be later.
        """
        if not self._until_by_scope and not self._all_until:
            return
        loop = asyncio.get_running_loop()
        while (left := self._held_until(scope) - loop.time()) > 0:
            wait = left + self._waiting / self.per_second
            if loop.time() + wait > latest:
                raise RetryAfter(math.ceil(left))
            await self._sleep(wait)
        self._until_by_scope.pop(scope, None)

    def holds(self, scope: str) -> bool:
        """Whether a call would have to wait now."""
        return self._held_until(scope) > asyncio.get_running_loop().time()

    def hold(self, scope: str, *, seconds: float) -> None:
        """Telegram refused a call and asks to wait."""
        now = asyncio.get_running_loop().time()
        everyone = seconds if not scope else self._flood(scope, seconds, now)
        if everyone:
            self._all_until = max(self._all_until, now + everyone)
        if scope:
            self._until_by_scope[scope] = max(self._held_until(scope), now + seconds)
        if len(self._until_by_scope) > HOLDS_KEPT:
            self._forget(now)

    def _held_until(self, scope: str) -> float:
        return max(self._all_until, self._until_by_scope.get(scope, 0.0))

    def _flood(self, scope: str, seconds: float, now: float) -> float:
        """How long everybody waits if this refusal shows that the limit of all was hit, else 0."""
        self._refused.append((scope, now, seconds))
        scopes = {refused for refused, at, _ in self._refused if now - at < 1}
        return min(wait for *_, wait in self._refused) if len(scopes) == FLOOD_SCOPES else 0.0

    async def _sleep(self, seconds: float) -> None:
        self._waiting += 1
        try:
            await asyncio.sleep(seconds)
        finally:
            self._waiting -= 1

    def _forget(self, now: float) -> None:
        self._until_by_scope = {scope: until for scope, until in self._until_by_scope.items() if until > now}


class SendBudget:
    """The messages a second that answers and announcements share.

    Answers go when they are ready and are noted here; announcements take what is left of any second,
    evenly. So a person who asks never waits for an announcement.

    Args:
        per_second: Telegram's limit for all chats together.
        clock: monotonic seconds.

    Attributes:
        at_once: how many announcements may be under way.
    """

    def __init__(self, per_second: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.at_once = max(FEWEST_AT_ONCE, int(per_second * AT_ONCE_SECONDS))
        self._most = max(1, per_second - round(per_second * RESERVE))
        self._rate = self._most / WINDOW_SECONDS
        self._burst = max(1.0, self._rate * BURST_SECONDS)
        self._clock = clock
        self._sent: deque[float] = deque()
        self._credit, self._credited_at = 0.0, clock()

    def note(self) -> None:
        """A message goes out now."""
        self._sent.append(self._clock())
        self._forget()

    def free(self) -> int:
        """How many announcements may go now."""
        now = self._clock()
        self._credit = min(self._burst, self._credit + (now - self._credited_at) * self._rate)
        self._credited_at = now
        self._forget()
        return max(0, min(int(self._credit), self._most - len(self._sent)))

    def take(self, number: int) -> None:
        """So many of the free ones go now."""
        self._credit -= number
        self._sent.extend([self._clock()] * number)

    def _forget(self) -> None:
        over = self._clock() - WINDOW_SECONDS
        while self._sent and self._sent[0] <= over:
            self._sent.popleft()
