"""The transport against the real loopback server: what it heals, what it reports, what it never does."""

import asyncio
import gc
import io
import logging
import socket
import time
import traceback
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from typing import IO

import pytest
from telegram import Bot, InputFile
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.exchange import NOT_SENT, NotConnectedError, NotConnectedInTimeError, RefusedForNowError
from bot.pacing import Backoff, FloodControl
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
from bot.transport import AiohttpRequest

SECRET = "A-not_to_be_shown-Z"  # noqa: S105 - of a double
TOKEN = f"123456:{SECRET}"
QUICK = Backoff(retries=2, seconds=0.02)
SERVER_ERROR = Refuse(BotApiError(500, "Internal Server Error: restart"))
CONFLICT = Refuse(BotApiError(409, "Conflict: terminated by other getUpdates request"))

Connect = Callable[..., AbstractAsyncContextManager[Bot]]


@pytest.fixture(autouse=True)
def _timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it, python-telegram-bot 22.8 warns of a deprecation whenever it builds a RetryAfter."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
async def server() -> AsyncIterator[BotApiServer]:
    async with BotApiServer(TOKEN) as server:
        yield server


@asynccontextmanager
async def connected(root_url: str, transport: AiohttpRequest) -> AsyncIterator[Bot]:
    """PTB's client over a transport; `getMe` is not called."""
    polling = AiohttpRequest(connections=1, read_timeout=2)
    bot = Bot(
        TOKEN,
        base_url=f"{root_url}/bot",
        base_file_url=f"{root_url}/file/bot",
        request=transport,
        get_updates_request=polling,
    )
    async with transport, polling:
        yield bot


@pytest.fixture
async def transport() -> AiohttpRequest:
    return AiohttpRequest(backoff=QUICK, read_timeout=0.3)


@pytest.fixture
async def bot(server: BotApiServer, transport: AiohttpRequest) -> AsyncIterator[Bot]:
    async with connected(server.root_url, transport) as bot:
        yield bot


@asynccontextmanager
async def raw_server(*replies: bytes) -> AsyncIterator[tuple[str, list[bytes]]]:
    """Something that is not Telegram: it answers each request with the next reply; the last one stays."""
    requests = list[bytes]()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while head := await reader.read(65536):
            requests.append(head)
            writer.write(replies[min(len(requests), len(replies)) - 1])
            await writer.drain()
        writer.close()

    listener = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with listener:
        yield f"http://127.0.0.1:{listener.sockets[0].getsockname()[1]}", requests


def http(status: str, body: bytes, *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


@pytest.fixture
def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port: int = taken.getsockname()[1]
    return port


def told(error: BaseException | None) -> str:
    """Everything an error and those behind it say, suppressed ones included."""
    texts = list[str]()
    while error is not None:
        texts += [str(error), repr(error), repr(error.args), *traceback.format_exception(error)]
        error = error.__cause__ or error.__context__
    return "\n".join(texts)


def elapsed_since(began: float) -> float:
    return time.monotonic() - began


# What it heals


@pytest.mark.parametrize(
    ("effect", "delivered", "repeated"),
    [
        (Html(502), 1, 1),
        (SERVER_ERROR, 1, 1),
        (Reset(), 1, 1),
        (LoseReply(), 2, 1),
        (Hang(5), 1, 1),
        (Hang(5, handled=True), 2, 1),
        (too_many_requests(1), 1, 0),
    ],
)
async def test_an_answer_survives_every_passing_fault(
    server: BotApiServer, bot: Bot, transport: AiohttpRequest, effect: Effect, delivered: int, repeated: int
) -> None:
    """It arrives, twice at most, and what may have arrived twice is counted."""
    anna = server.person("Anna")
    server.faults.add(effect, method="sendMessage", times=1)
    await bot.send_message(anna.id, "The answer")
    assert [message.text for message in server.sent_to(anna)] == ["The answer"] * delivered
    assert transport.repeated == repeated


async def test_repeating_what_leaves_no_message_is_not_counted(
    server: BotApiServer, bot: Bot, transport: AiohttpRequest
) -> None:
    server.faults.add(LoseReply(), method="setMyDescription", times=1)
    await bot.set_my_description("Ask me")
    assert server.totals["setMyDescription", 200] == 2
    assert transport.repeated == 0


async def test_most_calls_get_through_a_network_that_fails_one_in_six(server: BotApiServer) -> None:
    people = [server.person(str(number)) for number in range(150)]
    for effect, share in ((Reset(), 0.05), (LoseReply(), 0.05), (Hang(5), 0.02), (SERVER_ERROR, 0.05)):
        server.faults.add(effect, probability=share)
    transport = AiohttpRequest(read_timeout=0.3, backoff=Backoff(seconds=0.02))
    async with connected(server.root_url, transport) as bot:
        await asyncio.gather(*(bot.send_message(person.id, "The answer") for person in people))
    assert all(server.sent_to(person) for person in people)
    assert 0 < transport.repeated < 60


async def test_a_server_that_comes_back_in_time_gets_the_call(server: BotApiServer) -> None:
    anna = server.person("Anna")
    await server.stop()
    transport = AiohttpRequest(backoff=Backoff(retries=8, seconds=0.05, chance=lambda: 0.0))
    async with connected(server.root_url, transport) as bot:
        sending = asyncio.ensure_future(bot.send_message(anna.id, "Late"))
        await asyncio.sleep(0.2)
        await server.start()
        await sending
    assert [message.text for message in server.sent_to(anna)] == ["Late"]
    assert transport.repeated == 0


# What it reports


@pytest.mark.parametrize(
    ("effect", "expected", "attempts"),
    [
        (Html(502), NetworkError, 3),
        (Html(403), NetworkError, 3),
        (Html(404), NetworkError, 3),
        (Html(200), NetworkError, 3),
        (SERVER_ERROR, RefusedForNowError, 3),
        (Reset(), NetworkError, 3),
        (LoseReply(), NetworkError, 3),
        (Hang(5), TimedOut, 3),
        (BLOCKED, Forbidden, 1),
        (QUERY_TOO_OLD, BadRequest, 1),
        (CONFLICT, Conflict, 1),
        (Refuse(BotApiError(401, "Unauthorized")), InvalidToken, 1),
        (too_many_requests(3600), RetryAfter, 1),
    ],
)
async def test_a_lasting_fault_ends_in_ptbs_error_without_the_token(
    server: BotApiServer,
    bot: Bot,
    caplog: pytest.LogCaptureFixture,
    effect: Effect,
    expected: type[TelegramError],
    attempts: int,
) -> None:
    """A page of a gateway is never taken for Telegram's own refusal, and is not repeated to anyone."""
    caplog.set_level(logging.DEBUG)  # after PTB logged its addresses, at that level, when the bot was built
    rule = server.faults.add(effect, method="sendMessage")
    began = time.monotonic()
    with pytest.raises(expected) as caught:
        await bot.send_message(server.person("Anna").id, "first")
    assert type(caught.value) is expected
    assert rule.hits == attempts
    assert elapsed_since(began) < 2
    assert "\n" not in str(caught.value)
    assert "<html" not in told(caught.value) + caplog.text
    assert SECRET not in told(caught.value) + caplog.text


@pytest.mark.parametrize(
    "reply",
    [
        b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
        http("200 OK", b""),
        http("200 OK", b"<html>Log in to the hotel's network</html>", "Content-Type: text/html"),
        http("200 OK", b'{"ok": true, "resu'),
        http("200 OK", b'{"ok": true}'),
        http("200 OK", b"[1, 2]"),
        http("200 OK", b"[" * 100_000),
        http("200 OK", b"not gzip", "Content-Encoding: gzip"),
        http("200 OK", b"{}", "X: " + "x" * 10_000),
        http("400 Bad Request", b'{"description": 7}'),
        http("429 Too Many Requests", b'{"ok": false, "parameters": {"retry_after": "soon"}}'),
        http("429 Too Many Requests", b'{"ok": false, "parameters": [1]}'),
        http("302 Found", b"", "Location: http://127.0.0.1:1/elsewhere"),
        http("200 OK", b'{"ok": true', "Content-Length: 500", "Connection: close"),
    ],
)
async def test_garbage_is_a_network_error_of_one_short_line(
    transport: AiohttpRequest, caplog: pytest.LogCaptureFixture, reply: bytes
) -> None:
    async with raw_server(reply) as (url, _), connected(url, transport) as bot:
        caplog.set_level(logging.DEBUG)
        with pytest.raises(NetworkError) as caught:
            await bot.get_me()
    assert type(caught.value) in {NetworkError, TimedOut}
    assert len(str(caught.value)) < 150
    assert "\n" not in str(caught.value)
    assert SECRET not in told(caught.value) + caplog.text


async def test_a_refused_connection_is_told_apart(transport: AiohttpRequest, free_port: int) -> None:
    """Who announces needs to know that nothing was sent."""
    async with connected(f"http://127.0.0.1:{free_port}", transport) as bot:
        with pytest.raises(NotConnectedError, match=f"127.0.0.1:{free_port}") as caught:
            await bot.get_me()
    assert isinstance(caught.value, NOT_SENT)
    assert SECRET not in told(caught.value)


@pytest.mark.parametrize(
    "root", ["https://127.0.0.1:{}", "http://nowhere.invalid:{}", "http://[::1", "gopher://x"]
)
async def test_an_address_that_leads_nowhere_keeps_the_token(
    server: BotApiServer, transport: AiohttpRequest, root: str
) -> None:
    async with connected(root.format(server.port), transport) as bot:
        with pytest.raises(NetworkError) as caught:
            await bot.get_me()
    assert SECRET not in told(caught.value)


async def test_a_wait_for_a_free_connection_has_a_limit(server: BotApiServer) -> None:
    anna = server.person("Anna")
    server.faults.add(Delay(0.6), times=1)
    transport = AiohttpRequest(connections=1, pool_timeout=0.1, backoff=Backoff(retries=0))
    async with connected(server.root_url, transport) as bot:
        first = asyncio.ensure_future(bot.send_message(anna.id, "first"))
        await asyncio.sleep(0.1)
        with pytest.raises(NotConnectedInTimeError):
            await bot.send_message(anna.id, "second")
        await first
    assert [message.text for message in server.sent_to(anna)] == ["first"]


async def test_who_waits_for_a_connection_is_served_in_order(server: BotApiServer) -> None:
    """Without it, the calls of a busy moment overtake one another and some wait for all the rest."""
    people = [server.person(str(number)) for number in range(5)]

    async def chatter(bot: Bot, chat_id: int) -> None:
        for _ in range(8):
            await bot.send_message(chat_id, "x")

    async with connected(server.root_url, AiohttpRequest(connections=1)) as bot:
        await asyncio.gather(*(chatter(bot, person.id) for person in people))
    order = [call.params["chat_id"] for call in server.calls]
    assert order == order[:5] * 8


# What it never does


@pytest.mark.parametrize(
    ("effect", "expected"),
    [
        (Html(502), NetworkError),
        (Html(503), RefusedForNowError),
        (SERVER_ERROR, RefusedForNowError),
        (Reset(), NetworkError),
        (LoseReply(), NetworkError),
        (Hang(5), TimedOut),
        (Hang(5, handled=True), TimedOut),
        (too_many_requests(1), RetryAfter),
    ],
)
async def test_without_patience_a_call_is_made_once(
    server: BotApiServer, effect: Effect, expected: type[TelegramError]
) -> None:
    """An announcement must not come twice: what is to be done next is its ledger's to say."""
    anna = server.person("Anna")
    rule = server.faults.add(effect, method="sendMessage")
    transport = AiohttpRequest(patience=0, read_timeout=0.3)
    async with connected(server.root_url, transport) as bot:
        with pytest.raises(expected) as caught:
            await bot.send_message(anna.id, "Announcement")
    assert isinstance(caught.value, RefusedForNowError) == (expected is RefusedForNowError)
    assert (rule.hits, transport.repeated) == (1, 0)


@pytest.mark.parametrize(
    ("effect", "expected"),
    [(Reset(), NetworkError), (SERVER_ERROR, NetworkError), (too_many_requests(5), RetryAfter)],
)
async def test_get_updates_is_left_to_its_caller(
    server: BotApiServer, bot: Bot, effect: Effect, expected: type[TelegramError]
) -> None:
    rule = server.faults.add(effect, method="getUpdates", times=1)
    began = time.monotonic()
    with pytest.raises(expected):
        await bot.get_updates()
    assert rule.hits == 1
    await bot.get_updates()
    assert elapsed_since(began) < 1


async def test_it_tells_nothing_of_the_machine_and_keeps_no_cookies(transport: AiohttpRequest) -> None:
    reply = http("200 OK", b'{"ok": true, "result": true}', "Set-Cookie: a=b; Path=/")
    async with (
        raw_server(reply) as (url, requests),
        connected(url.replace("127.0.0.1", "localhost"), transport) as bot,  # a host with cookies of its own
    ):
        await bot.delete_webhook()
        await bot.delete_webhook()
    assert len(requests) == 2
    for request in requests:
        assert b"User-Agent: workshop-bot\r\n" in request
        assert b"ookie" not in request
        assert b"ython" not in request


# Floods


async def test_a_flood_holds_its_chat_and_no_other(server: BotApiServer, bot: Bot) -> None:
    anna, rustam = server.person("Anna"), server.person("Rustam")
    server.faults.add(too_many_requests(1), chat_id=anna.id, times=1)
    began = time.monotonic()
    held = asyncio.ensure_future(bot.send_message(anna.id, "first"))
    await asyncio.sleep(0.1)
    later = asyncio.ensure_future(bot.send_chat_action(anna.id, "typing"))
    await bot.send_message(rustam.id, "at once")
    assert elapsed_since(began) < 0.5
    await asyncio.gather(held, later)
    assert elapsed_since(began) >= 1
    assert len(server.calls) == 4  # the refused one, Rustam's and Anna's two: none was tried in vain
    assert [message.text for message in server.sent_to(anna)] == ["first"]


async def test_a_flood_without_a_chat_holds_all(server: BotApiServer, bot: Bot) -> None:
    anna = server.person("Anna")
    server.faults.add(too_many_requests(1), method="getMe", times=1)
    began = time.monotonic()
    held = asyncio.ensure_future(bot.get_me())
    await asyncio.sleep(0.1)
    await bot.send_message(anna.id, "The answer")
    await held
    assert 1 <= elapsed_since(began) < 1.5
    assert len(server.calls) == 3


async def test_a_limit_of_the_profile_holds_nobody(server: BotApiServer, bot: Bot) -> None:
    """Telegram limits how often a bot may rename itself, by up to a day."""
    server.faults.add(too_many_requests(80_000), method="setMyDescription")
    with pytest.raises(RetryAfter):
        await bot.set_my_description("Ask me")
    with pytest.raises(RetryAfter):
        await bot.set_my_description("Ask me")
    assert len(server.calls) == 1
    await bot.send_message(server.person("Anna").id, "The answer")


async def test_a_wait_beyond_the_patience_is_refused_at_once(server: BotApiServer) -> None:
    anna = server.person("Anna")
    server.faults.add(too_many_requests(30), times=1)
    began = time.monotonic()
    async with connected(server.root_url, AiohttpRequest(patience=5)) as bot:
        for _ in range(2):
            with pytest.raises(RetryAfter) as caught:
                await bot.send_message(anna.id, "The answer")
            assert "30" in str(caught.value) or "0:00:30" in str(caught.value)
    assert elapsed_since(began) < 1
    assert len(server.calls) == 1


async def test_the_limit_of_all_chats_slows_everybody_and_loses_nothing(server: BotApiServer) -> None:
    """Five chats refused at once show that it is not theirs, so the others wait without trying."""
    server.limits.overall = Limit(20, 1)
    people = [server.person(str(number)) for number in range(50)]
    transport = AiohttpRequest(connections=5, flood_control=FloodControl(per_second=18))
    async with connected(server.root_url, transport) as bot:
        await asyncio.gather(*(bot.send_message(person.id, "The answer") for person in people))
    assert all(len(server.sent_to(person)) == 1 for person in people)
    assert server.totals["sendMessage", 429] <= 15


async def test_what_waited_goes_one_by_one(server: BotApiServer) -> None:
    """All in the same moment would be the next flood."""
    server.faults.add(too_many_requests(1), method="getMe", times=1)
    people = [server.person(str(number)) for number in range(10)]
    transport = AiohttpRequest(flood_control=FloodControl(per_second=20))
    async with connected(server.root_url, transport) as bot:
        held = asyncio.ensure_future(bot.get_me())
        await asyncio.sleep(0.1)
        await asyncio.gather(held, *(bot.send_message(person.id, "The answer") for person in people))
    times = [call.at for call in server.calls if call.method == "sendMessage"]
    assert len(times) == 10
    assert times[-1] - times[0] > 0.4


# Files


async def test_files_go_up_whole_even_on_the_second_attempt(server: BotApiServer, bot: Bot) -> None:
    anna = server.person("Anna")
    content = bytes(range(256)) * 8192  # 2 MB
    server.faults.add(SERVER_ERROR, method="sendDocument", times=1)
    name = 'Proqram "Bakı", день 2.pdf'
    await bot.send_document(anna.id, content, filename=name, caption="ə <b>fayl</b>", parse_mode="HTML")
    (message,) = server.sent_to(anna)
    document = message.data["document"]
    assert (document["file_name"], message.data["caption"]) == (name, "ə fayl")
    file = await bot.get_file(document["file_id"])
    assert bytes(await file.download_as_bytearray()) == content


@pytest.mark.parametrize("handle", [io.BytesIO(b"\x00report"), io.StringIO("\x00report")])
async def test_an_open_file_can_be_sent_again(server: BotApiServer, bot: Bot, handle: IO[bytes]) -> None:
    anna = server.person("Anna")
    server.faults.add(Reset(), method="sendDocument", times=1)
    await bot.send_document(anna.id, InputFile(handle, "a\r\nb.txt", read_file_handle=False))
    document = server.sent_to(anna)[0].data["document"]
    assert document["file_name"] == "a__b.txt"
    file = await bot.get_file(document["file_id"])
    assert bytes(await file.download_as_bytearray()) == b"\x00report"


async def test_a_file_that_is_gone_is_refused(server: BotApiServer, bot: Bot) -> None:
    sent = await bot.send_document(server.person("Anna").id, b"x", filename="x.txt")
    assert sent.document is not None
    file = await sent.document.get_file()
    assert file.file_path is not None
    gone = type(file)(file.file_id, file.file_unique_id, file_path=f"{file.file_path}x")
    gone.set_bot(bot)
    with pytest.raises(TelegramError) as caught:
        await gone.download_as_bytearray()
    assert SECRET not in told(caught.value)


# Proxies


@pytest.fixture
def _no_proxy_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.usefixtures("_no_proxy_yet")
async def test_a_proxy_of_the_environment_is_used(
    server: BotApiServer, transport: AiohttpRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server answers requests for any host, so it can be the proxy; the name itself leads nowhere."""
    monkeypatch.setenv("http_proxy", server.root_url)
    async with connected("http://telegram.invalid", transport) as bot:
        assert (await bot.get_me()).is_bot
    monkeypatch.setenv("no_proxy", "telegram.invalid")
    async with connected("http://telegram.invalid", transport) as bot:
        with pytest.raises(NotConnectedError):
            await bot.get_me()


@pytest.mark.usefixtures("_no_proxy_yet")
async def test_the_loopback_needs_no_proxy(
    server: BotApiServer, transport: AiohttpRequest, free_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{free_port}")
    for host in ("127.0.0.1", "localhost"):
        async with connected(f"http://{host}:{server.port}", transport) as bot:
            assert (await bot.get_me()).is_bot


@pytest.mark.usefixtures("_no_proxy_yet")
async def test_a_proxy_with_a_password_gets_it_and_keeps_it(
    transport: AiohttpRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusal = http("407 Proxy Authentication Required", b"<html>No</html>", "Content-Type: text/html")
    async with raw_server(refusal) as (url, requests):
        monkeypatch.setenv("https_proxy", url.replace("//", "//anna:pass-word@"))
        monkeypatch.setenv("http_proxy", url.replace("//", "//anna:pass-word@"))
        for scheme in ("http", "https"):
            async with connected(f"{scheme}://telegram.invalid", transport) as bot:
                with pytest.raises(NetworkError, match="407") as caught:
                    await bot.get_me()
            assert "pass-word" not in told(caught.value)
            assert SECRET not in told(caught.value)
    assert all(b"Proxy-Authorization: Basic YW5uYTpwYXNzLXdvcmQ=" in request for request in requests)
    assert requests[-1].startswith(b"CONNECT telegram.invalid:443")


# Start and stop


async def test_it_opens_and_closes_as_often_as_asked(server: BotApiServer, bot: Bot) -> None:
    anna = server.person("Anna")
    transport = AiohttpRequest()
    async with connected(server.root_url, transport) as own:
        await transport.initialize()
        await own.send_message(anna.id, "first")
        await transport.shutdown()
        await transport.shutdown()
        with pytest.raises(NetworkError, match="not open") as caught:
            await own.send_message(anna.id, "never")
        assert SECRET not in told(caught.value)
        await transport.initialize()
        await own.send_message(anna.id, "second")
    await bot.send_message(anna.id, "third")
    gc.collect()  # a connection left open would warn here, and a warning is an error
    assert [message.text for message in server.sent_to(anna)] == ["first", "second", "third"]


async def test_a_stop_ends_the_calls_under_way(server: BotApiServer) -> None:
    anna = server.person("Anna")
    server.faults.add(Hang(5))
    transport = AiohttpRequest(connections=1)
    async with connected(server.root_url, transport) as bot:
        calls = [asyncio.ensure_future(bot.send_message(anna.id, str(number))) for number in range(3)]
        await asyncio.sleep(0.1)
        await transport.shutdown()
        results = await asyncio.wait_for(asyncio.gather(*calls, return_exceptions=True), 2)
    assert all(isinstance(result, NetworkError) for result in results)


async def test_a_cancelled_call_gives_its_connection_back(server: BotApiServer) -> None:
    anna = server.person("Anna")
    server.faults.add(Hang(5), times=1)
    async with connected(server.root_url, AiohttpRequest(connections=1)) as bot:
        call = asyncio.ensure_future(bot.send_message(anna.id, "cancelled"))
        waiting = asyncio.ensure_future(bot.send_message(anna.id, "cancelled too"))
        await asyncio.sleep(0.1)
        for task in (waiting, call):
            assert task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
        await asyncio.wait_for(bot.send_message(anna.id, "sent"), 1)
    assert [message.text for message in server.sent_to(anna)] == ["sent"]


async def test_it_polls_beside_sending(server: BotApiServer, bot: Bot) -> None:
    """A long poll takes its connection for itself and lasts longer than the usual time for a reply."""
    anna = server.person("Anna")
    polling = asyncio.ensure_future(bot.get_updates(timeout=3))
    await asyncio.sleep(0.5)
    await bot.send_message(anna.id, "meanwhile")
    anna.say("hello")
    (update,) = await polling
    assert update.message is not None
    assert update.message.text == "hello"
