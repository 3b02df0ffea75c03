"""Delivers updates to the bot's own address, each chat's in order, until the bot takes them."""

import asyncio
import time
from collections import deque
from typing import Any

import aiohttp

from bot.preview.updates import UpdateQueue

Json = dict[str, Any]

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of the header
FIRST_RETRY_SECONDS = 0.05
LAST_RETRY_SECONDS = 1.0
"""Telegram waits longer; a test should not."""
REPLY_SECONDS = 60.0


class Webhook:
    """A webhook in force: one line of updates a chat, `max_connections` chats at a time."""

    def __init__(self, updates: UpdateQueue, url: str, *, secret_token: str, max_connections: int) -> None:
        self.url = url
        self.max_connections = max_connections
        self.last_error: tuple[int, str] | None = None
        self._updates = updates
        self._headers = {SECRET_HEADER: secret_token} if secret_token else {}
        self._lines: dict[int, deque[Json]] = {}
        self._ready: asyncio.Queue[int] = asyncio.Queue()
        self._retry_seconds: dict[int, float] = {}
        self._session: aiohttp.ClientSession | None = None
        self._couriers: set[asyncio.Task[None]] = set()

    def start(self) -> None:
        """Begin to deliver, what is pending first."""
        timeout = aiohttp.ClientTimeout(total=REPLY_SECONDS)
        connector = aiohttp.TCPConnector(limit=self.max_connections, ssl=False)
        self._session = aiohttp.ClientSession(connector=connector, timeout=timeout)
        self._lines, self._ready, self._retry_seconds = {}, asyncio.Queue(), {}
        for update in self._updates.pending():
            self._line_up(update)
        self._updates.listener = self._line_up
        for _ in range(self.max_connections):
            courier = asyncio.create_task(self._deliver())  # noqa: TID251 - the server's own, ended by stop()
            self._couriers.add(courier)

    async def stop(self) -> None:
        """Stop delivering; what was not taken stays pending."""
        self._updates.listener = None
        for courier in self._couriers:
            courier.cancel()
        await asyncio.gather(*self._couriers, return_exceptions=True)
        self._couriers.clear()
        if self._session is not None:
            await self._session.close()

    def _line_up(self, update: Json) -> None:
        chat_id = _chat_id(update)
        line = self._lines.get(chat_id)
        if line is not None:
            line.append(update)
            return
        self._lines[chat_id] = deque([update])
        self._ready.put_nowait(chat_id)

    async def _deliver(self) -> None:
        while True:
            chat_id = await self._ready.get()
            line = self._lines[chat_id]
            if await self._taken(line[0]):
                self._next_in_line(chat_id, line)
            else:
                self._try_later(chat_id)

    def _next_in_line(self, chat_id: int, line: deque[Json]) -> None:
        self._updates.confirm(line.popleft()["update_id"])
        self._retry_seconds.pop(chat_id, None)
        if line:
            self._ready.put_nowait(chat_id)
        else:
            del self._lines[chat_id]

    def _try_later(self, chat_id: int) -> None:
        seconds = self._retry_seconds.get(chat_id, FIRST_RETRY_SECONDS)
        self._retry_seconds[chat_id] = min(seconds * 2, LAST_RETRY_SECONDS)
        asyncio.get_running_loop().call_later(seconds, self._ready.put_nowait, chat_id)

    async def _taken(self, update: Json) -> bool:
        assert self._session is not None  # noqa: S101 - couriers start after it
        try:
            async with self._session.post(self.url, json=update, headers=self._headers) as response:
                if response.ok:
                    return True
                problem = f"Wrong response from the webhook: {response.status} {response.reason}"
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            problem = f"Connection failed: {type(error).__name__}"
        self.last_error = (int(time.time()), problem)
        return False


def _chat_id(update: Json) -> int:
    """The chat whose order an update belongs to; 0 for those of no chat."""
    for payload in update.values():
        if isinstance(payload, dict):
            holder = payload.get("message", payload)
            chat = holder.get("chat") if isinstance(holder, dict) else None
            if isinstance(chat, dict) and isinstance(chat.get("id"), int):
                return int(chat["id"])
    return 0
