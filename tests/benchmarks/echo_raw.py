"""The cheapest bot there can be, to see how fast the server is: `python echo_raw.py URL TOKEN`.

It writes its HTTP by hand over connections it keeps open, and handles nothing but a text.
"""

import asyncio
import json
import sys
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

CONNECTIONS = 32
"""How many replies are under way at once."""
_LENGTH = b"content-length:"


@dataclass(slots=True)
class Connection:
    """A connection to the server, one call at a time."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    path: str

    async def call(self, method: str, **params: str | int) -> bytes:
        """The body of the answer to a method."""
        body = json.dumps(params).encode()
        head = (
            f"POST {self.path}/{method} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        self.writer.write(head.encode() + body)
        answer = (await self.reader.readuntil(b"\r\n\r\n")).lower()
        at = answer.index(_LENGTH) + len(_LENGTH)
        return await self.reader.readexactly(int(answer[at : answer.index(b"\r", at)]))


async def connect(root_url: str, token: str) -> Connection:
    """Open a connection."""
    url = urlsplit(root_url)
    return Connection(*await asyncio.open_connection(url.hostname, url.port), f"/bot{token}")


async def poll(connection: Connection, messages: asyncio.Queue[dict[str, Any]]) -> None:
    """Fetch messages for ever."""
    offset = 0
    while True:
        updates = json.loads(await connection.call("getUpdates", offset=offset, timeout=10))["result"]
        for update in updates:
            offset = update["update_id"] + 1
            messages.put_nowait(update["message"])


async def echo(connection: Connection, messages: asyncio.Queue[dict[str, Any]]) -> None:
    """Send texts back for ever."""
    while True:
        message = await messages.get()
        await connection.call("sendMessage", chat_id=message["chat"]["id"], text=message["text"])


async def main(root_url: str, token: str) -> None:
    """Serve until stopped."""
    messages: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(poll(await connect(root_url, token), messages))
        for _ in range(CONNECTIONS):
            tasks.create_task(echo(await connect(root_url, token), messages))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
