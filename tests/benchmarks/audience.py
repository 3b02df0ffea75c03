"""Very many people who get an announcement, and a few who ask meanwhile."""

import asyncio
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count, cycle, islice
from pathlib import Path
from time import monotonic
from typing import Any

from asking import shuffled, texts_by_language
from contestants import environment
from sqlalchemy import insert

from bot.preview import BotApiServer, Person
from bot.preview.world import Chat
from storage.database import Database
from storage.tables import PARTICIPANTS

FIRST_ID = 1_000_000_001
"""Of the audience; those who ask have ids of the server's own."""
TEXT = "The bus leaves at five."
REPLY_SECONDS = 60.0
ASKERS = 60
_SEND = "sendMessage"
_AT_ONCE = 10_000


class Chats(dict[int, Chat]):
    """The chats of a server; one of the audience is made when it is written to."""

    def __init__(self, server: BotApiServer, people: int) -> None:
        super().__init__()
        self._server, self._ids = server, range(FIRST_ID, FIRST_ID + people)

    def get(self, key: int, default: Any = None) -> Any:  # noqa: ANN401 - as dict's
        """The chat of this id, made if it is one of the audience."""
        if key not in self and key in self._ids:
            self._server.world.add_chat({"id": key, "first_name": "Guest", "type": "private"})
        return super().get(key, default)


def invite(server: BotApiServer, people: int) -> range:
    """Let a server know so many people without holding them all; gives their ids."""
    server.world.chats = Chats(server, people)
    return range(FIRST_ID, FIRST_ID + people)


async def register(database: Database, ids: Sequence[int], now: Any) -> None:  # noqa: ANN401 - a datetime
    """Write people into the bot's database as it would itself."""
    left = iter(ids)
    while some := list(islice(left, _AT_ONCE)):
        rows = [
            {
                "telegram_id": number,
                "language_code": "en",
                "first_seen_at": now,
                "last_seen_at": now,
                "notified_at": now,
            }
            for number in some
        ]
        await database.write(lambda connection, rows=rows: connection.execute(insert(PARTICIPANTS), rows))


async def command(folder: Path, *words: str) -> str:
    """What a command of the bot prints, over the data of a folder."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *words),
        stdout=asyncio.subprocess.PIPE,
        cwd=folder,
        env=environment("http://127.0.0.1:1", "1:none", folder),
    )
    printed, _ = await process.communicate()
    if process.returncode:
        raise RuntimeError(f"{words} ended with status {process.returncode}")
    return printed.decode()


def copies(server: BotApiServer, ids: Sequence[int], text: str = TEXT) -> Counter[int]:
    """How many people have how many copies."""
    held: Counter[int] = Counter()
    for chat_id in ids:
        chat = dict.get(server.world.chats, chat_id)
        held[sum(one["text"] == text for one in chat.messages.values()) if chat else 0] += 1
    return held


class Askers:
    """People who ask something, so many a second, and how long they wait; in seconds."""

    def __init__(self, server: BotApiServer, per_second: float) -> None:
        self.waits: list[float] = []
        self.unanswered = 0
        self._every = 1 / per_second
        self._people = cycle(
            [server.person(f"Person {number}", language_code="en") for number in range(ASKERS)]
        )
        self._texts = cycle(shuffled(texts_by_language()["en"], seed=0))

    async def ask(self) -> None:
        """Ask until cancelled, each without waiting for the others."""
        began = monotonic()
        async with asyncio.TaskGroup() as tasks:
            for number in count():
                await asyncio.sleep(max(0.0, began + number * self._every - monotonic()))
                tasks.create_task(self._ask(next(self._people), next(self._texts)))

    async def _ask(self, person: Person, text: str) -> None:
        person.chat.unread.clear()
        began = monotonic()
        person.say(text)
        try:
            await person.reply(REPLY_SECONDS)
            self.waits.append(monotonic() - began)
        except TimeoutError:
            self.unanswered += 1


class Sends:
    """The messages a server took and refused since it was looked at first."""

    def __init__(self, server: BotApiServer) -> None:
        self._server = server
        self._before = Counter(server.totals)

    def count(self, status: int) -> int:
        """How many got this status."""
        return self._server.totals[_SEND, status] - self._before[_SEND, status]


@contextmanager
def asking(askers: Askers) -> Iterator[None]:
    """They ask as long as it lasts."""
    task = asyncio.ensure_future(askers.ask())
    try:
        yield
    finally:
        task.cancel()
