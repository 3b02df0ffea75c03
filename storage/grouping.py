"""Writes that wait for one another share a commit: the hop to the database is dear, a row in it is not."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from sqlalchemy import Connection

from storage.database import Database

Item = TypeVar("Item")
Result = TypeVar("Result")

LARGEST_GROUP = 200
"""Items written in one transaction: beyond that waiting for the group costs more than another commit."""


class GroupCommit(Generic[Item, Result]):
    """One kind of write, done for all callers that wait at the same time.

    Args:
        database: where to write.
        write: writes items in one transaction and gives a result for each, in order.
    """

    def __init__(
        self, database: Database, write: Callable[[Connection, Sequence[Item]], Sequence[Result]]
    ) -> None:
        self._database = database
        self._write = write
        self._waiting: deque[tuple[Item, asyncio.Future[Result]]] = deque()
        self._turn = asyncio.Lock()

    async def __call__(self, item: Item) -> Result:
        """Write an item; returns once it is committed.

        Raises:
            Exception: what the write raised for this item alone.
        """
        result: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, result))
        try:
            while not result.done():
                async with self._turn:
                    if not result.done():
                        await self._write_group()
        finally:
            result.cancel()  # of a caller that is cancelled: nobody waits for its result
        return result.result()

    async def _write_group(self) -> None:
        """Write what waits; a caller cancelled meanwhile leaves the others' items to the next turn."""
        group = [self._waiting.popleft() for _ in range(min(len(self._waiting), LARGEST_GROUP))]
        group = [(item, result) for item, result in group if not result.done()]
        try:
            await self._commit(group)
        except asyncio.CancelledError:
            self._waiting.extendleft(reversed(group))
            raise
        except Exception as error:  # noqa: BLE001  # told to those who wait
            if len(group) == 1:
                _tell(group[0][1], error)
            else:
                await self._write_singly(group)

    async def _write_singly(self, group: Sequence[tuple[Item, asyncio.Future[Result]]]) -> None:
        """After a group failed: the one item at fault must not take the others with it."""
        for position, one in enumerate(group):
            try:
                await self._commit([one])
            except asyncio.CancelledError:
                self._waiting.extendleft(reversed(group[position:]))
                raise
            except Exception as error:  # noqa: BLE001  # as above
                _tell(one[1], error)

    async def _commit(self, group: Sequence[tuple[Item, asyncio.Future[Result]]]) -> None:
        if not group:
            return
        items = [item for item, _ in group]
        results = await self._database.write(lambda connection: self._write(connection, items))
        for (_, waiting), result in zip(group, results, strict=True):
            if not waiting.done():
                waiting.set_result(result)


def _tell(waiting: asyncio.Future[Result], error: Exception) -> None:
    if not waiting.done():
        waiting.set_exception(error)
