import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.preview import (
    BLOCKED,
    QUERY_TOO_OLD,
    BotApiServer,
    Delay,
    Hang,
    Html,
    Limit,
    LoseReply,
    Refuse,
    Reset,
    too_many_requests,
)
from bot.preview.errors import BotApiError
from bot.preview.faults import Effect

Polling = Callable[[], AbstractAsyncContextManager[object]]


@pytest.mark.parametrize(
    ("effect", "expected", "delivered"),
    [
        (too_many_requests(7), RetryAfter, 0),
        (BLOCKED, Forbidden, 0),
        (QUERY_TOO_OLD, BadRequest, 0),
        (Html(502), NetworkError, 0),
        (Reset(), NetworkError, 0),
        (LoseReply(), NetworkError, 1),
        (Hang(5), TimedOut, 0),
        (Hang(5, handled=True), TimedOut, 1),
    ],
)
async def test_each_fault_is_what_the_client_takes_it_for(
    server: BotApiServer,
    bot: Bot,
    effect: Effect,
    expected: type[TelegramError],
    delivered: int,
) -> None:
    anna = server.person("Anna")
    rule = server.faults.add(effect, method="sendMessage", times=1)
    with pytest.raises(expected) as caught:
        await bot.send_message(anna.id, "first", read_timeout=0.3)
    assert type(caught.value) is expected
    assert (rule.hits, len(server.sent_to(anna))) == (1, delivered)
    await bot.send_message(anna.id, "second")
    assert server.sent_to(anna)[-1].text == "second"


async def test_a_call_that_hung_is_not_handled_after_the_client_left(server: BotApiServer, bot: Bot) -> None:
    anna = server.person("Anna")
    server.faults.add(Hang(0.4), times=1)
    with pytest.raises(TimedOut):
        await bot.send_message(anna.id, "lost", read_timeout=0.1)
    await anna.silence(0.6)


async def test_a_delay_only_takes_time(server: BotApiServer, bot: Bot) -> None:
    anna = server.person("Anna")
    server.faults.add(Delay(0.2))
    began = asyncio.get_running_loop().time()
    await bot.send_message(anna.id, "late")
    assert asyncio.get_running_loop().time() - began >= 0.2
    assert (await anna.reply()).text == "late"


async def test_a_fault_can_strike_one_chat_only(server: BotApiServer, bot: Bot) -> None:
    anna, rustam = server.person("Anna"), server.person("Rustam")
    server.faults.add(BLOCKED, chat_id=anna.id)
    await bot.send_message(rustam.id, "fine")
    with pytest.raises(Forbidden):
        await bot.send_message(anna.id, "refused")


def struck(seed: int) -> list[bool]:
    server = BotApiServer(seed=seed)
    server.faults.add(Reset(), probability=0.1)
    return [server.faults.strike("sendMessage", "1")[1] is not None for _ in range(2000)]


def test_chance_strikes_its_share_and_repeats_with_its_seed() -> None:
    assert struck(1) == struck(1) != struck(2)
    assert 150 <= sum(struck(1)) <= 250


async def count_sent(send: Callable[[], Awaitable[object]], attempts: int) -> tuple[int, list[float]]:
    waits, sent = list[float](), 0
    for _ in range(attempts):
        try:
            await send()
            sent += 1
        except RetryAfter as flood:
            waits.append(flood.retry_after / timedelta(seconds=1))
    return sent, waits


async def test_more_messages_than_the_limit_get_a_429(server: BotApiServer, bot: Bot) -> None:
    people = [server.person(str(number)) for number in range(5)]
    server.limits.overall = Limit(3, 30)
    queue = iter(people)
    sent, waits = await count_sent(lambda: bot.send_message(next(queue).id, "x"), 5)
    assert sent == 3
    assert all(25 < wait <= 30 for wait in waits)
    assert server.totals["sendMessage", 429] == 2


async def test_a_chat_has_its_own_limit(server: BotApiServer, bot: Bot) -> None:
    anna, group = server.person("Anna"), server.group("Team")
    server.limits.private = Limit(1, 30)
    server.limits.group = Limit(2, 30)
    assert (await count_sent(lambda: bot.send_message(anna.id, "x"), 3))[0] == 1
    assert (await count_sent(lambda: bot.send_message(group.id, "x"), 3))[0] == 2


async def test_a_bot_outlives_a_server_that_goes_away(server: BotApiServer, polling: Polling) -> None:
    anna = server.person("Anna")
    async with polling():
        anna.say("before")
        await anna.reply()
        await server.stop()
        anna.say("meanwhile")
        await asyncio.sleep(0.3)
        await server.start()
        assert (await anna.reply(timeout=20)).text == "meanwhile"


async def test_a_malformed_update_reaches_the_client(server: BotApiServer, bot: Bot) -> None:
    update_id = server.raw_update({"telepathy": {"thought": "?"}})
    (update,) = await bot.get_updates()
    assert update.update_id == update_id
    assert update.effective_message is None


async def test_any_refusal_can_be_ordered(server: BotApiServer, bot: Bot) -> None:
    server.faults.add(Refuse(BotApiError(500, "Internal Server Error: restart")), times=1)
    with pytest.raises(NetworkError, match="restart"):
        await bot.get_me()
