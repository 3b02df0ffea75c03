"""Fetching updates by long polling: confirmed only once they are stored."""

import asyncio
import random
from collections.abc import Sequence
from typing import Any

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.request import BaseRequest

from bot.inbox import Inbox, is_update
from bot.logs import Outage
from handlers.failures import seconds_asked
from storage.database import DatabaseUnavailable

POLL_SECONDS = 30
"""How long Telegram holds a poll with nothing to give."""
ANSWER_SECONDS = 10
"""How much longer an answer to a poll may take."""
DATABASE_PAUSE = 1.0
"""Seconds between tries while updates can't be stored."""
LONGEST_PAUSE = 30.0
"""Seconds between tries while Telegram can't be reached."""


class Poller:
    """Asks Telegram for updates, over a connection of its own, and puts them into the inbox.

    Args:
        request: the transport for this one method.
        url: the address of `getUpdates`, the token in it.
        wanted: kinds of updates.
        inbox: takes a batch before the next one is asked for.
        outage: tells when Telegram is out of reach.
    """

    def __init__(
        self, request: BaseRequest, url: str, *, wanted: Sequence[str], inbox: Inbox, outage: Outage
    ) -> None:
        self._request, self._inbox = request, inbox
        kinds = ",".join(f'"{kind}"' for kind in wanted)
        self._address = f"{url}?timeout={POLL_SECONDS}&allowed_updates=[{kinds}]"
        self._offset: int | None = None
        self._failures = 0
        self._outage = outage
        self._unstored = Outage("updates")

    async def run(self) -> None:
        """Fetch until cancelled; an outage is waited out.

        Raises:
            Conflict: another process uses the token.
            InvalidToken: the token was revoked.
        """
        while True:
            await self._inbox.room()
            try:
                updates = await self._fetch()
                self._outage.is_over()
                await self._inbox.take(updates)
                self._confirm(updates)
            except (Conflict, InvalidToken):
                raise
            except (TelegramError, DatabaseUnavailable) as error:
                await self._wait_out(error)
            else:
                self._failures = 0
                self._unstored.is_over()

    async def _fetch(self) -> list[Any]:
        address = self._address if self._offset is None else f"{self._address}&offset={self._offset}"
        result = await self._request.post(address, read_timeout=POLL_SECONDS + ANSWER_SECONDS)
        if not isinstance(result, list):
            raise TelegramError("getUpdates gave something that is no list")
        return result

    def _confirm(self, updates: Sequence[Any]) -> None:
        """The next poll tells Telegram that these arrived.

        Raises:
            TelegramError: none of them has a number; they would come again at once.
        """
        numbers = [raw["update_id"] for raw in updates if is_update(raw)]
        if numbers:
            self._offset = max(numbers) + 1
        elif updates:
            raise TelegramError("getUpdates gave nothing but malformed updates")

    async def _wait_out(self, error: Exception) -> None:
        outage = self._unstored if isinstance(error, DatabaseUnavailable) else self._outage
        outage.goes_on(str(error) or type(error).__name__)
        pause = min(LONGEST_PAUSE, 0.5 * 2 ** min(self._failures, 10))
        if isinstance(error, DatabaseUnavailable):  # Telegram is there, and the next may be a cry for help
            pause = DATABASE_PAUSE
        if isinstance(error, RetryAfter):
            pause = max(pause, seconds_asked(error))
        self._failures += 1
        await asyncio.sleep(pause * random.uniform(0.75, 1.25))  # noqa: S311  # jitter
