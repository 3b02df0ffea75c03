"""Receiving updates by webhook: answered with 200 only once they are stored."""

import asyncio
import hmac
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import structlog
from aiohttp import web

from bot.inbox import Inbox
from bot.logs import Outage
from bot.settings import WebhookAddress
from storage.database import DatabaseUnavailable

LARGEST_UPDATE = 4 * 1024 * 1024
"""Bytes; Telegram's own stay far below."""
BODY_SECONDS = 10
"""How long a caller may take to send a body."""
STOP_SECONDS = 1.0
"""How long calls under way may take to end when the bot is stopped; Telegram repeats the others."""
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # the header's name

_log = structlog.get_logger()


class Receiver:
    """An HTTP server with one path, whose calls go into the inbox."""

    def __init__(self, address: WebhookAddress, inbox: Inbox) -> None:
        self._address, self._inbox = address, inbox
        self._unstored = Outage("database")
        application = web.Application(client_max_size=LARGEST_UPDATE)
        application.router.add_post(urlsplit(address.url).path or "/", self._receive)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=STOP_SECONDS)

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        """Listen as long as the block lasts; what Telegram can't deliver it keeps.

        Raises:
            OSError: the address can't be listened on.
        """
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._address.host, self._address.port).start()
            yield
        finally:
            await self._runner.cleanup()

    async def _receive(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(given, self._address.secret.encode()):
            return _refused(request, 403, "wrong secret")
        try:
            async with asyncio.timeout(BODY_SECONDS):
                update = json.loads(await request.read())
        except TimeoutError:
            return _refused(request, 408, "slow body")
        except web.HTTPRequestEntityTooLarge:
            return _refused(request, 413, "body too large")
        except (ValueError, RecursionError):
            return _refused(request, 400, "no JSON")
        try:
            await self._inbox.take([update])
        except DatabaseUnavailable as error:
            self._unstored.goes_on(str(error))
            return web.Response(status=503)
        self._unstored.is_over()
        return web.Response()


def _refused(request: web.Request, status: int, reason: str) -> web.Response:
    _log.warning("webhook call refused", reason=reason, remote=request.remote)
    return web.Response(status=status)
