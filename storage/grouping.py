"""Small writes that wait for one another share a commit: the hop to the database is dear, a row is not."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection

from storage.database import Database, DatabaseUnavailable

Item = TypeVar("Item")
Result = TypeVar("Result")

LARGEST_GROUP = 100
"""Items written in one transaction: beyond that waiting for the group costs more than another commit."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    rank: int
    item: Any
    result: asyncio.Future[Any]


class WriteQueue:
    """The small writes of one process, all that wait at the same time in one transaction.

    Within a transaction the kinds follow one another in the order in which `kind` was called. Nothing is
    written unless `run` runs.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kinds: list[Callable[[Connection, Sequence[Any]], Sequence[Any]]] = []
        self._waiting: deque[_Waiting] = deque()
        self._more, self._empty = asyncio.Event(), asyncio.Event()
        self._empty.set()

    def kind(
        self, write: Callable[[Connection, Sequence[Item]], Sequence[Result]]
    ) -> Callable[[Item], asyncio.Future[Result]]:
        """Name a kind of write; gives what puts an item of it into the queue.

        The future has the item's result once it is committed, or what the write raised for it alone; an
        item whose future is cancelled before its turn is left out.

        Args:
            write: writes items within a transaction and gives a result for each, in order.
        """
        rank = len(self._kinds)
        self._kinds.append(write)

        def submit(item: Item) -> asyncio.Future[Result]:
            result: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
            self._waiting.append(_Waiting(rank, item, result))
            self._empty.clear()
            self._more.set()
            return result

        return submit

    async def run(self) -> None:
        """Write what waits, until cancelled; who still waits then is cancelled too."""
        group: list[_Waiting] = []
        try:
            while True:
                await self._more.wait()
                self._more.clear()
                while self._waiting:
                    group = [self._waiting.popleft() for _ in range(min(len(self._waiting), LARGEST_GROUP))]
                    await self._write_group(group)
                self._empty.set()
        finally:
            for one in (*group, *self._waiting):
                one.result.cancel()

    async def emptied(self, *, within: float) -> None:
        """Wait until nothing waits, so many seconds at the most."""
        with suppress(TimeoutError):
            async with asyncio.timeout(within):
                await self._empty.wait()

    async def _write_group(self, group: Sequence[_Waiting]) -> None:
        group = [one for one in group if not one.result.done()]
        try:
            if group:
                await self._commit(group)
        except Exception as error:  # noqa: BLE001  # told to those who wait
            if len(group) == 1 or isinstance(error, DatabaseUnavailable):
                for one in group:
                    if not one.result.done():
                        one.result.set_exception(error)
            else:  # one item at fault must not take the others with it
                for one in group:
                    await self._write_group([one])

    async def _commit(self, group: Sequence[_Waiting]) -> None:
        results = await self._database.write(lambda connection: self._write(connection, group))
        for one, result in zip(group, results, strict=True):
            if not one.result.done():
                one.result.set_result(result)

    def _write(self, connection: Connection, group: Sequence[_Waiting]) -> list[Any]:
        results: list[Any] = [None] * len(group)
        for rank, write in enumerate(self._kinds):
            places = [place for place, one in enumerate(group) if one.rank == rank]
            if places:
                written = write(connection, [group[place].item for place in places])
                for place, result in zip(places, written, strict=True):
                    results[place] = result
        return results
