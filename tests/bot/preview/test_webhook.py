import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from telegram import Bot, Update
from telegram.error import BadRequest, Conflict

from bot.preview import BotApiServer
from bot.preview.webhook import SECRET_HEADER


class Receiver:
    """The bot's end of a webhook: notes what comes, refuses when told to."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.secrets: set[str | None] = set()
        self.came = asyncio.Condition()
        self.refuse = 0
        self.url = ""

    async def receive(self, request: web.Request) -> web.Response:
        """Take an update, "slow" ones slowly."""
        self.secrets.add(request.headers.get(SECRET_HEADER))
        if self.refuse:
            self.refuse -= 1
            return web.Response(status=500)
        update = Update.de_json(await request.json())
        await asyncio.sleep(0.01 if update.message.text == "slow" else 0)
        async with self.came:
            self.texts.append(update.message.text)
            self.came.notify_all()
        return web.Response()

    async def count(self, number: int) -> list[str]:
        """The texts, as soon as there are so many."""
        async with asyncio.timeout(10), self.came:
            await self.came.wait_for(lambda: len(self.texts) >= number)
        return self.texts


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    application = web.Application()
    application.router.add_post("/hook", receiver.receive)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


async def test_updates_are_posted_with_the_secret_and_in_order(
    server: BotApiServer, bot: Bot, receiver: Receiver
) -> None:
    anna = server.person("Anna")
    anna.say("waited")
    await bot.set_webhook(receiver.url, secret_token="s3cret_-")  # noqa: S106 - of this test
    for text in ("slow", "two", "three"):
        anna.say(text)
    assert await receiver.count(4) == ["waited", "slow", "two", "three"]
    assert receiver.secrets == {"s3cret_-"}
    assert (await bot.get_webhook_info()).pending_update_count == 0


async def test_an_update_is_repeated_until_it_is_taken(
    server: BotApiServer, bot: Bot, receiver: Receiver
) -> None:
    receiver.refuse = 3
    await bot.set_webhook(receiver.url)
    anna = server.person("Anna")
    anna.say("one")
    anna.say("two")
    assert await receiver.count(2) == ["one", "two"]
    assert "500" in (await bot.get_webhook_info()).last_error_message


async def test_a_line_that_is_stuck_holds_up_no_other_chat(
    server: BotApiServer, bot: Bot, receiver: Receiver
) -> None:
    await bot.set_webhook(receiver.url, max_connections=1)
    server.raw_update({"message": {"chat": {"id": 5}}})  # the receiver answers 500 to it for ever
    server.person("Anna").say("passes")
    assert await receiver.count(1) == ["passes"]
    await bot.delete_webhook(drop_pending_updates=True)


async def test_while_a_webhook_is_set_polling_conflicts(server: BotApiServer, bot: Bot) -> None:
    await bot.set_webhook("http://127.0.0.1:9/nobody-listens")
    with pytest.raises(Conflict, match="webhook is active"):
        await bot.get_updates()
    server.person("Anna").say("kept")
    await bot.delete_webhook()
    assert [update.message.text for update in await bot.get_updates()] == ["kept"]


async def test_pending_updates_are_dropped_only_on_request(server: BotApiServer, bot: Bot) -> None:
    server.person("Anna").say("unwanted")
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()


@pytest.mark.parametrize(
    ("url", "secret"),
    [("http://example.org/hook", "fine"), ("https://example.org/hook", "not fine")],
)
async def test_a_webhook_telegram_would_refuse(bot: Bot, url: str, secret: str) -> None:
    with pytest.raises(BadRequest):
        await bot.set_webhook(url, secret_token=secret)


async def test_a_webhook_survives_a_restart_of_the_server(
    server: BotApiServer, bot: Bot, receiver: Receiver
) -> None:
    await bot.set_webhook(receiver.url)
    await server.stop()
    anna = server.person("Anna")
    anna.say("meanwhile")
    await server.start()
    anna.say("after")
    assert await receiver.count(2) == ["meanwhile", "after"]
