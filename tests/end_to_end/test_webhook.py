"""Being called by Telegram: only by Telegram, and with 200 only for what is stored."""

from __future__ import annotations

import asyncio
import contextlib
import io
import socket
import sqlite3
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import aiohttp
import pytest
import pytest_asyncio

from bot.preview import BotApiServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.preview import Person
    from tests.end_to_end.conftest import RunBot, RunningBot

QUESTION = "When did the workshop take place?"
SECRET = "sesame"  # noqa: S105  # of a double
HEADER = "X-Telegram-Bot-Api-Secret-Token"

pytestmark = pytest.mark.asyncio(loop_scope="session")


def webhook_settings() -> dict[str, str]:
    """The settings of a webhook on a free port."""
    with contextlib.closing(socket.create_server(("127.0.0.1", 0))) as listener:
        listen = f"127.0.0.1:{listener.getsockname()[1]}"
    return {
        "BOT_WEBHOOK_URL": f"http://{listen}/telegram",
        "BOT_WEBHOOK_LISTEN": listen,
        "BOT_WEBHOOK_SECRET": SECRET,
    }


async def webhook_url(server: BotApiServer) -> str:
    """What Telegram would call, by its own word."""
    address = f"{server.root_url}/bot{server.token}/getWebhookInfo"
    async with aiohttp.ClientSession() as session, session.get(address) as response:
        return str((await response.json())["result"]["url"])


async def open_call(
    url: str, *, secret: bytes, length: int
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A call whose head is sent and whose body is not."""
    parts = urlsplit(url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    writer.write(
        f"POST {parts.path} HTTP/1.1\r\nHost: bot\r\nContent-Length: {length}\r\n{HEADER}: ".encode()
        + secret
        + b"\r\n\r\n"
    )
    await writer.drain()
    return reader, writer


class Caller:
    """Somebody who calls the bot's address and knows the secret, unless told otherwise."""

    def __init__(self, bot: RunningBot, url: str, session: aiohttp.ClientSession) -> None:
        self.bot, self.url, self.session = bot, url, session

    async def post(self, body: object, *, secret: str | None = SECRET, path: str = "") -> int:
        """The status the call is answered with."""
        headers = {} if secret is None else {HEADER: secret}
        call = self.session.post(self.url + path, data=body, headers=headers)
        async with asyncio.timeout(20), call as response:
            return response.status

    def question(self, person: Person, number: int) -> dict[str, Any]:
        """An update as Telegram would send it, with a number of its own."""
        message = self.bot.server.world.post(person.chat, {"text": QUESTION}, sender=person.user)
        return {"update_id": number, "message": message}

    async def deliver(self, update: dict[str, Any]) -> int:
        """Call with an update."""
        call = self.session.post(self.url, json=update, headers={HEADER: SECRET})
        async with asyncio.timeout(20), call as response:
            return response.status


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def caller(run_anywhere: RunBot, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Caller]:
    """One bot by webhook for the tests that leave it as they found it."""
    settings = webhook_settings()
    async with (
        BotApiServer() as server,
        run_anywhere(server, tmp_path_factory.mktemp("webhook"), **settings) as bot,
        aiohttp.ClientSession() as session,
    ):
        yield Caller(bot, settings["BOT_WEBHOOK_URL"], session)
        assert "Traceback" not in bot.log
        assert SECRET not in bot.log


@pytest.mark.parametrize("secret", [None, "", "open sesame", f"{SECRET}x"])
async def test_a_wrong_secret_is_refused(caller: Caller, secret: str | None) -> None:
    leyla = caller.bot.newcomer()
    body = aiohttp.JsonPayload(caller.question(leyla, 900_000_000))
    assert await caller.post(body, secret=secret) == 403
    await leyla.silence(0.2)


async def test_a_secret_that_is_no_text_is_refused(caller: Caller) -> None:
    reader, writer = await open_call(caller.url, secret=b"\xff\xfe", length=2)
    writer.write(b"{}")
    async with asyncio.timeout(20):
        assert (await reader.readline()).split()[1] == b"403"
    writer.close()
    await writer.wait_closed()


@pytest.mark.parametrize("body", [b"", b"no json", b"\xff\xfe", b"[" * 100_000, b'{"update_id": '])
async def test_what_is_no_json_is_refused(caller: Caller, body: bytes) -> None:
    assert await caller.post(body) == 400


async def test_a_huge_body_is_refused(caller: Caller) -> None:
    assert await caller.post(io.BytesIO(b"x" * 5_000_000)) == 413


async def test_another_path_is_not_served(caller: Caller) -> None:
    assert await caller.post(b"{}", path="/more") == 404
    async with caller.session.get(caller.url) as response:
        assert response.status == 405


@pytest.mark.parametrize(
    "body", [b"{}", b"[]", b"null", b"5", b'{"update_id": "x"}', b'{"update_id": 1e999}']
)
async def test_json_that_is_no_update_is_taken_and_left_out(caller: Caller, body: bytes) -> None:
    """Refused, Telegram would send it again and again."""
    assert await caller.post(body) == 200


async def test_a_slow_body_is_given_up_and_holds_nobody_up(caller: Caller) -> None:
    async def slow() -> AsyncIterator[bytes]:
        for _ in range(60):
            yield b" "
            await asyncio.sleep(0.25)

    leyla = await caller.bot.guest()
    calling = asyncio.ensure_future(caller.post(slow()))
    assert (await caller.bot.ask(leyla, QUESTION)).marked("blockquote")
    with contextlib.suppress(aiohttp.ClientError):  # the connection is closed under what is still being sent
        assert await calling == 408
    assert "slow body" in caller.bot.log


async def test_a_repeated_update_is_handled_once(caller: Caller) -> None:
    leyla = await caller.bot.guest()
    update = caller.question(leyla, 910_000_000)
    assert await asyncio.gather(*(caller.deliver(update) for _ in range(5))) == [200] * 5
    assert (await leyla.reply()).marked("blockquote")
    assert await caller.deliver(update) == 200
    await leyla.silence(0.5)


async def test_a_cry_for_help_that_comes_again_is_heard_once(caller: Caller) -> None:
    leyla = await caller.bot.guest()
    update = caller.question(leyla, 920_000_000)
    update["message"]["text"] = "I found a mine"
    assert await caller.deliver(update) == 200
    assert "112" in (await leyla.reply()).text
    assert await caller.deliver(update) == 200
    await leyla.silence(0.5)


async def test_one_persons_messages_keep_their_order(caller: Caller) -> None:
    leyla = await caller.bot.guest()
    for command in ("/help", "/privacy", "/topics") * 4:
        leyla.say(command)
    replies = [(await leyla.reply()).text for _ in range(12)]
    assert replies == replies[:3] * 4
    assert len(set(replies)) == 3


async def test_what_can_t_be_stored_is_not_confirmed_and_comes_again(run_bot: RunBot) -> None:
    settings = webhook_settings()
    async with run_bot(**settings) as bot, aiohttp.ClientSession() as session:
        caller = Caller(bot, settings["BOT_WEBHOOK_URL"], session)
        leyla, rustam = await bot.guest(), await bot.guest()
        lock = sqlite3.connect(bot.database, isolation_level=None)
        lock.execute("BEGIN IMMEDIATE")
        rustam.say(QUESTION)
        assert await caller.deliver(caller.question(leyla, 900_000_000)) == 503
        assert bot.server.world.updates.pending()
        lock.rollback()
        lock.close()
        assert (await rustam.reply()).marked("blockquote")
        await leyla.silence(0.5)
        assert rustam.unread == 0
        assert "Traceback" not in bot.log


async def test_from_polling_to_webhook_and_back_without_a_hand(server: BotApiServer, run_bot: RunBot) -> None:
    """The webhook stays set at the stop; a bot that polls takes it away, and what waited is answered."""
    settings = webhook_settings()
    async with run_bot() as bot:
        leyla = await bot.guest()
    leyla.say(QUESTION)
    async with run_bot(**settings) as bot:
        assert (await leyla.reply()).marked("blockquote")
        assert await webhook_url(server) == settings["BOT_WEBHOOK_URL"]
    assert await webhook_url(server) == settings["BOT_WEBHOOK_URL"]
    leyla.say(QUESTION)
    async with run_bot() as bot:
        assert (await leyla.reply()).marked("blockquote")
        assert await webhook_url(server) == ""
        assert leyla.unread == 0


async def test_a_caller_who_dawdles_does_not_hold_the_stop_up(run_bot: RunBot) -> None:
    settings = webhook_settings()
    async with run_bot(**settings) as bot:
        _, writer = await open_call(settings["BOT_WEBHOOK_URL"], secret=SECRET.encode(), length=100)
        await asyncio.sleep(0.2)
        began = time.monotonic()
        assert await bot.stop() == 0
        assert time.monotonic() - began < 6
        writer.close()
        await writer.wait_closed()
    assert "Traceback" not in bot.log


async def test_an_address_in_use_is_told_in_one_line(server: BotApiServer, run_bot: RunBot) -> None:
    settings = {**webhook_settings(), "BOT_WEBHOOK_LISTEN": f"127.0.0.1:{server.port}"}
    with pytest.raises(AssertionError, match="BOT_WEBHOOK_LISTEN can't be listened on"):
        async with run_bot(**settings):
            pass
