"""The connection to Telegram under python-telegram-bot: aiohttp, patient, and silent about the token."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from http import HTTPStatus
from itertools import chain

from aiohttp import ClientSession, ClientTimeout, DummyCookieJar, TCPConnector
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.exchange import NOT_SENT, Content, NotConnectedInTimeError, environment_proxy, exchange, time_limit
from bot.pacing import Backoff, FloodControl

USER_AGENT = "workshop-bot"

_LEAVES_A_MESSAGE = ("send", "forward", "copy")
_LIMITED_BY_METHOD = ("set", "delete")


@dataclass(frozen=True, slots=True)
class _Call:
    method: str
    address: URL
    content: Content
    pool_timeout: float | None
    timeout: ClientTimeout
    latest: float

    @property
    def name(self) -> str:
        """The Bot API method."""
        return self.address.name if self.method == "POST" else ""

    @property
    def scope(self) -> str:
        """Whose limit it counts against; what sets the bot's profile has limits of its own, up to a day."""
        chat = self.content.fields.get("chat_id") or self.content.fields.get("inline_message_id")
        return chat or (self.name if self.name.startswith(_LIMITED_BY_METHOD) else "")


class AiohttpRequest(BaseRequest):
    """PTB's request on aiohttp; give `getUpdates` an instance of its own with one connection.

    Connection failures, replies that did not come and 5xx are repeated, except `getUpdates`, which its
    caller repeats. A 429 is waited out. Proxies come from the environment.

    Args:
        connections: the most that are open at once; further calls wait for a free one.
        connect_timeout: seconds to connect.
        read_timeout: seconds without a byte from Telegram once the call is sent.
        write_timeout: seconds to send a call.
        media_write_timeout: the same with files, and seconds to receive one.
        pool_timeout: seconds to wait for a free connection.
        patience: seconds after which a call is neither repeated nor waits any longer. With 0 each call is
            made once: an answer may come twice, an announcement must not.
        backoff: the pauses between attempts.
        flood_control: what keeps to Telegram's 429.

    Attributes:
        repeated: how many messages were sent again although the first may have arrived.
    """

    __slots__ = (
        "_backoff",
        "_connect_timeout",
        "_connections",
        "_flood_control",
        "_free",
        "_media_write_timeout",
        "_patience",
        "_pool_timeout",
        "_proxy_by_host",
        "_read_timeout",
        "_session",
        "_write_timeout",
        "repeated",
    )

    def __init__(  # noqa: PLR0913 - one for each stage of a call
        self,
        *,
        connections: int = 128,
        connect_timeout: float = 5.0,
        read_timeout: float = 5.0,
        write_timeout: float = 5.0,
        media_write_timeout: float = 60.0,
        pool_timeout: float = 10.0,
        patience: float = 60.0,
        backoff: Backoff | None = None,
        flood_control: FloodControl | None = None,
    ) -> None:
        self.repeated = 0
        self._connections = connections
        self._free = asyncio.Semaphore(connections)
        self._connect_timeout = connect_timeout
        self._read_timeout = read_timeout
        self._write_timeout = write_timeout
        self._media_write_timeout = media_write_timeout
        self._pool_timeout = pool_timeout
        self._patience = patience
        self._backoff = backoff or Backoff()
        self._flood_control = flood_control or FloodControl()
        self._session: ClientSession | None = None
        self._proxy_by_host: dict[str | None, URL | None] = {}

    @property
    def read_timeout(self) -> float:
        """Seconds without a byte from Telegram, where a call does not say otherwise."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the pool; again after `shutdown`, nothing when it is open."""
        if self._session is None:
            self._session = ClientSession(
                connector=TCPConnector(limit=self._connections, ttl_dns_cache=300),
                cookie_jar=DummyCookieJar(),
                headers={"User-Agent": USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close every connection; calls under way fail."""
        session, self._session = self._session, None
        self._proxy_by_host.clear()
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body of Telegram's reply; PTB turns refusals into its errors.

        Raises:
            NetworkError: Telegram can't be reached, failed, or something else answered.
            TimedOut: it did not reply in time.
            RetryAfter: it asks for a longer wait than the patience allows.
        """
        content = await Content.of(request_data)
        sending = self._media_write_timeout if method == "GET" or content.has_files else self._write_timeout
        timeout = time_limit(
            connect=_seconds(connect_timeout, self._connect_timeout),
            write=_seconds(write_timeout, sending),
            read=_seconds(read_timeout, self._read_timeout),
        )
        pool = _seconds(pool_timeout, self._pool_timeout)
        call = _Call(method, URL(url), content, pool, timeout, _now() + self._patience)
        if call.name == "getUpdates":
            async with self._connection(pool):
                return await self._attempt(call)
        return await self._repeat(call)

    async def _repeat(self, call: _Call) -> tuple[int, bytes]:
        for pause in chain(self._backoff.pauses(), [float("inf")]):
            try:
                return await self._paced(call)
            except NetworkError as failure:
                if _now() + pause > call.latest:
                    raise
                sent_before = not isinstance(failure, NOT_SENT)
            await asyncio.sleep(pause)
            self.repeated += sent_before and call.name.startswith(_LEAVES_A_MESSAGE)
        raise AssertionError("the last pause has no end")

    async def _paced(self, call: _Call) -> tuple[int, bytes]:
        flood_control = self._flood_control
        while True:
            await flood_control.turn(call.scope, latest=call.latest)
            async with self._connection(call.pool_timeout):
                if flood_control.holds(call.scope):  # since it began to wait for the connection
                    continue
                status, payload = await self._attempt(call)
            if status != HTTPStatus.TOO_MANY_REQUESTS:
                return status, payload
            flood_control.hold(call.scope, seconds=_retry_after(payload))

    async def _attempt(self, call: _Call) -> tuple[int, bytes]:
        if self._session is None:
            raise RuntimeError("the transport is not open")
        return await exchange(
            self._session,
            call.method,
            call.address,
            content=call.content,
            timeout=call.timeout,
            proxy=self._proxy(call.address),
        )

    @asynccontextmanager
    async def _connection(self, seconds: float | None) -> AsyncIterator[None]:
        """Wait in line: aiohttp's own pool serves who comes last first, and some wait for all the rest."""
        try:
            async with asyncio.timeout(seconds if self._free.locked() else None):
                await self._free.acquire()
        except TimeoutError:
            raise NotConnectedInTimeError("Timed out: no free connection, nothing was sent") from None
        try:
            yield
        finally:
            self._free.release()

    def _proxy(self, address: URL) -> URL | None:
        if address.host not in self._proxy_by_host:
            self._proxy_by_host[address.host] = environment_proxy(address)
        return self._proxy_by_host[address.host]


def _now() -> float:
    return asyncio.get_running_loop().time()


def _seconds(given: object, default: float) -> float | None:
    if given is None:
        return None
    return float(given) if isinstance(given, int | float) else default


def _retry_after(payload: bytes) -> float:
    seconds: int = json.loads(payload).get("parameters", {}).get("retry_after", 1)
    return max(1.0, seconds)
