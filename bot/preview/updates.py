"""The updates a bot has not confirmed yet, and the long poll that waits for them."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

from bot.preview.errors import BotApiError

Json = dict[str, Any]

POLL_SECONDS = 50
"""The longest a poll is held open, whatever `timeout` asks for."""
BATCH = 100
"""The most updates one poll returns."""

_ON_REQUEST_ONLY = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


class UpdateQueue:
    """Updates in the order they happened, kept until an offset or a webhook's reply confirms them.

    Attributes:
        allowed: the kinds the bot asked for; None for Telegram's default.
        listener: called with each new update, for the webhook in force.
    """

    def __init__(self) -> None:
        self.allowed: frozenset[str] | None = None
        self.listener: Callable[[Json], None] | None = None
        self._pending: OrderedDict[int, Json] = OrderedDict()
        self._next_id = 100_000_001
        self._poll: asyncio.Future[bool] | None = None

    def __len__(self) -> int:
        return len(self._pending)

    def allow(self, kinds: Iterable[str]) -> None:
        """Deliver only these kinds from now on; none means the default."""
        self.allowed = frozenset(kinds) or None

    def add(self, kind: str, payload: Json) -> int | None:
        """Queue an update and return its id, or None when the bot does not want its kind."""
        wanted = kind not in _ON_REQUEST_ONLY if self.allowed is None else kind in self.allowed
        return self.add_raw({kind: payload}) if wanted else None

    def add_raw(self, update: Json) -> int:
        """Queue an update as it stands; it gets an id when it has none."""
        update_id = int(update.get("update_id", self._next_id))
        self._next_id = max(self._next_id, update_id + 1)
        update = {"update_id": update_id, **update}
        self._pending[update_id] = update
        self._end_poll(superseded=False)
        if self.listener is not None:
            self.listener(update)
        return update_id

    def pending(self) -> list[Json]:
        """All that is not confirmed, oldest first."""
        return list(self._pending.values())

    def confirm(self, update_id: int) -> None:
        """Forget one update, which the webhook took."""
        self._pending.pop(update_id, None)

    def drop(self) -> None:
        """Forget all of them."""
        self._pending.clear()

    def release(self) -> None:
        """End the poll that waits, without updates: the server goes down."""
        self._end_poll(superseded=False)

    async def poll(self, *, offset: int, limit: int, timeout: float) -> list[Json]:  # noqa: ASYNC109 - Telegram's name
        """The updates from `offset` on, waiting up to `timeout` seconds for the first.

        Raises:
            BotApiError: 409 when another poll has begun meanwhile.
        """
        self._end_poll(superseded=True)
        self._confirm_before(offset)
        if not self._pending and timeout > 0:
            await self._wait(min(timeout, POLL_SECONDS))
        return list(islice(self._pending.values(), limit if 0 < limit <= BATCH else BATCH))

    async def _wait(self, seconds: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        await asyncio.wait([poll], timeout=seconds)
        if self._poll is poll:
            self._poll = None
        if poll.done() and poll.result():
            raise BotApiError(
                409,
                "Conflict: terminated by other getUpdates request; "
                "make sure that only one bot instance is running",
            )

    def _end_poll(self, *, superseded: bool) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(superseded)
            self._poll = None

    def _confirm_before(self, offset: int) -> None:
        if offset < 0:
            offset = next(islice(reversed(self._pending), -offset - 1, None), 0)
        while self._pending and next(iter(self._pending)) < offset:
            self._pending.popitem(last=False)
