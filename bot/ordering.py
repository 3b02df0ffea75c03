"""Whose turn it is: each chat's updates in the order they came, different chats side by side."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Generic, TypeVar

Item = TypeVar("Item")

AT_ONCE = 128
"""Updates handled side by side; each mostly waits for the database or for Telegram."""


class Lanes(Generic[Item]):
    """One lane a chat; a lane's next update waits until the one before is handled.

    Args:
        handle: takes one update and gives None once it is done, else the seconds after which it is to be
            tried again; its failures are its own affair.
        tasks: owns the workers, one for each chat that has something waiting.
    """

    def __init__(self, handle: Callable[[Item], Awaitable[float | None]], tasks: asyncio.TaskGroup) -> None:
        self._handle = handle
        self._tasks = tasks
        self._lanes: dict[int, deque[Item]] = {}
        self._workers: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._stop = asyncio.Event()
        self._shrunk = asyncio.Event()
        self.waiting = 0
        """Updates taken in and not yet handled."""

    def put(self, chat: int, item: Item) -> None:
        """Line an update up behind its chat's others."""
        self.waiting += 1
        lane = self._lanes.get(chat)
        if lane is None:
            self._lanes[chat] = deque((item,))
            worker = self._tasks.create_task(self._work(chat))
            self._workers.add(worker)
            worker.add_done_callback(self._workers.discard)
        else:
            lane.append(item)

    async def wait_below(self, most: int) -> None:
        """Wait until fewer than so many updates wait."""
        while self.waiting >= most:
            self._shrunk.clear()
            await self._shrunk.wait()

    async def stop(self, *, within: float) -> None:
        """Begin nothing new, wait so many seconds for what is running, and cancel the rest."""
        self._stop.set()
        if self._workers:
            _, slow = await asyncio.wait(set(self._workers), timeout=within)
            for worker in slow:
                worker.cancel()

    async def _work(self, chat: int) -> None:
        lane = self._lanes[chat]
        try:
            while lane and not self._stop.is_set():
                async with self._slots:
                    pause = None if self._stop.is_set() else await self._handle(lane[0])
                if pause is not None:  # without keeping others from a slot
                    await self._rest(pause)
                    continue
                lane.popleft()
                self.waiting -= 1
                self._shrunk.set()
        finally:
            del self._lanes[chat]

    async def _rest(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._stop.wait()
