"""Whose turn it is: each chat's updates in the order they came, different chats side by side."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any, Generic, TypeVar

from telegram.ext import BaseUpdateProcessor

Item = TypeVar("Item")

AT_ONCE = 128
"""Updates handled side by side; each mostly waits for the database or for Telegram."""


class Lanes(Generic[Item]):
    """One lane a chat; a lane's next update waits until the one before is handled.

    Args:
        handle: takes one update; its failures are its own affair.
        tasks: owns the workers, one for each chat that has something waiting.
    """

    def __init__(self, handle: Callable[[Item], Awaitable[None]], tasks: asyncio.TaskGroup) -> None:
        self._handle = handle
        self._tasks = tasks
        self._lanes: dict[int, deque[Item]] = {}
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._stopping = False
        self._idle = asyncio.Event()
        self._idle.set()
        self._shrunk = asyncio.Event()
        self.waiting = 0
        """Updates taken in and not yet handled."""

    def put(self, chat: int, item: Item) -> None:
        """Line an update up behind its chat's others."""
        self.waiting += 1
        lane = self._lanes.get(chat)
        if lane is None:
            self._lanes[chat] = deque((item,))
            self._idle.clear()
            self._tasks.create_task(self._work(chat))
        else:
            lane.append(item)

    async def wait_below(self, most: int) -> None:
        """Wait until fewer than so many updates wait."""
        while self.waiting >= most:
            self._shrunk.clear()
            await self._shrunk.wait()

    async def stop(self, *, within: float) -> None:
        """Begin nothing new, and wait so many seconds for what is running."""
        self._stopping = True
        try:
            await asyncio.wait_for(self._idle.wait(), timeout=within)
        except TimeoutError:
            return

    async def _work(self, chat: int) -> None:
        lane = self._lanes[chat]
        try:
            while lane and not self._stopping:
                async with self._slots:
                    if not self._stopping:
                        await self._handle(lane[0])
                lane.popleft()
                self.waiting -= 1
                self._shrunk.set()
        finally:
            del self._lanes[chat]
            if not self._lanes:
                self._idle.set()


class ChatOrder(BaseUpdateProcessor):
    """PTB's update processor: one update of a chat at a time."""

    def __init__(self) -> None:
        super().__init__(max_concurrent_updates=AT_ONCE)
        self._turns: dict[int, asyncio.Lock] = {}
        self._count: dict[int, int] = {}

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Wait for the chat's turn, then process."""
        chat = getattr(getattr(update, "effective_chat", None), "id", 0)
        lock = self._turns.setdefault(chat, asyncio.Lock())
        self._count[chat] = self._count.get(chat, 0) + 1
        try:
            async with lock:
                await coroutine
        finally:
            self._count[chat] -= 1
            if not self._count[chat]:
                del self._count[chat], self._turns[chat]

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to close."""
