"""One call over HTTP: what is sent, how long it may take, and what its failures are called."""

import asyncio
import io
import json
from functools import lru_cache
from http import HTTPStatus
from ipaddress import ip_address
from typing import Any, cast
from urllib.request import getproxies, proxy_bypass

from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientHttpProxyError,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    ConnectionTimeoutError,
    FormData,
)
from telegram.error import NetworkError, TimedOut
from telegram.request import RequestData
from yarl import URL

File = tuple[str, bytes, str]
"""Name, content, media type."""

_JSON = {"Content-Type": "application/json"}


class NotConnectedError(NetworkError):
    """There was no connection: Telegram has not seen the call."""


class NotConnectedInTimeError(TimedOut):
    """There was no connection in time, a free one of the pool's included: Telegram has not seen the call."""


class RefusedForNowError(NetworkError):
    """The Bot API itself, or a gateway that is not in service, says that it did not carry the call out."""


NOT_SENT = (NotConnectedError, NotConnectedInTimeError)
"""After these any call may be repeated; after any other failure it may have been carried out."""


class Content:
    """The parameters and files of a call, ready to be sent more than once.

    Attributes:
        fields: the parameters, each as Telegram takes it in a form.
    """

    __slots__ = ("_files", "fields")

    def __init__(self, fields: dict[str, str], files: dict[str, File]) -> None:
        self.fields = fields
        self._files = files

    @classmethod
    async def of(cls, data: RequestData | None) -> "Content":
        """What PTB wants sent; files it passes as open handles are read, away from the event loop."""
        if data is None:
            return cls({}, {})
        if not data.contains_files:
            return cls(data.json_parameters, {})
        files = {}
        for part, (name, content, media_type) in data.multipart_data.items():
            held = content if isinstance(content, bytes) else await asyncio.to_thread(_read, content)
            files[part] = (name, held, media_type)
        return cls(data.json_parameters, files)

    @property
    def has_files(self) -> bool:
        """Whether sending takes the time that files take."""
        return bool(self._files)

    def body(self) -> tuple[bytes | FormData, dict[str, str] | None]:
        """Body and headers for one attempt."""
        if not self._files:
            return json.dumps(self.fields).encode(), _JSON
        # Telegram shows a quoted name as it came, so names go as they are, in UTF-8.
        form = FormData(quote_fields=False)
        for name, value in self.fields.items():
            form.add_field(name, value)
        for part, (name, content, media_type) in self._files.items():
            form.add_field(part, io.BytesIO(content), filename=_header_safe(name), content_type=media_type)
        return form, None


def _read(handle: Any) -> bytes:  # noqa: ANN401 - whatever file-like object PTB was given
    content = handle.read()
    return content.encode() if isinstance(content, str) else cast("bytes", content)


def _header_safe(name: str) -> str:
    return "".join(letter if letter.isprintable() else "_" for letter in name)


@lru_cache(maxsize=64)
def time_limit(*, connect: float | None, write: float | None, read: float | None) -> ClientTimeout:
    """The limits of an exchange in seconds, None for no limit; together they limit the whole of it.

    aiohttp has no limit of its own for writing: the time counts towards the whole.
    """
    total = None if connect is None or write is None or read is None else connect + write + read
    return ClientTimeout(total=total, connect=connect, sock_connect=connect, sock_read=read)


def environment_proxy(address: URL) -> URL | None:
    """The proxy that `HTTP_PROXY` or `HTTPS_PROXY` names for an address, unless `NO_PROXY` or the loopback.

    aiohttp's own `trust_env` asks for it in two threads at every call, and reads passwords from `.netrc`.
    """
    host = address.host or ""
    proxy = getproxies().get(address.scheme)
    return URL(proxy) if proxy and not _is_loopback(host) and not proxy_bypass(host) else None


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


async def exchange(
    session: ClientSession,
    method: str,
    address: URL,
    *,
    content: Content,
    timeout: ClientTimeout,  # noqa: ASYNC109 - aiohttp's own limits, by stage
    proxy: URL | None,
) -> tuple[int, bytes]:
    """The HTTP status and body that Telegram replies with: a result, a file or a refusal.

    Raises:
        NetworkError: nothing came back, the server failed (5xx), or what answered is not the Bot API. The
            text never holds the address, which holds the token; there is no cause or context.
        TimedOut: nothing came back in time.
    """
    body, headers = (None, None) if method == "GET" else content.body()
    try:
        async with session.request(
            method, address, data=body, headers=headers, timeout=timeout, proxy=proxy, allow_redirects=False
        ) as response:
            status, payload = response.status, await response.read()
    except (ClientError, OSError, ValueError) as error:  # aiohttp: ValueError for what can't be sent or read
        failure: NetworkError | None = _named(error)
    else:
        failure = _fault(method, response, payload)
    if failure is not None:
        # Not in the handler: there, the error that names the address would become the context of this one.
        raise failure
    return status, payload


def _named(error: Exception) -> NetworkError:
    """The error as PTB calls it, told in words of our own: aiohttp's may hold the address."""
    match error:
        case ConnectionTimeoutError():
            return NotConnectedInTimeError("Timed out: no connection to Telegram, nothing was sent")
        case ClientConnectorError():
            where, reason = f"{error.host}:{error.port}", error.strerror or type(error.os_error).__name__
            return NotConnectedError(f"No connection to {where}: {reason}")
        case ClientHttpProxyError():
            return NotConnectedError(f"No connection: the proxy answers with HTTP status {error.status}")
        case TimeoutError():
            return TimedOut("Timed out: no reply from Telegram")
    return NetworkError(f"The connection to Telegram broke: {type(error).__name__}")


def _fault(method: str, response: ClientResponse, payload: bytes) -> NetworkError | None:
    """What is wrong with a reply; None for a result, a file and a proper refusal."""
    status = response.status
    success = HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES
    if success and method == "GET":
        return None
    reply = bot_api_reply(payload)
    if status == HTTPStatus.SERVICE_UNAVAILABLE and reply is None:
        return RefusedForNowError("Telegram is not in service (HTTP status 503)")
    if reply is None or (success and "result" not in reply):
        kind = response.content_type
        return NetworkError(
            f"Not a reply of the Bot API: HTTP status {status}, {len(payload)} bytes of {kind}"
        )
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        said = reply.get("description") or "Telegram failed"
        return RefusedForNowError(f"{said} (HTTP status {status})")
    return None


def bot_api_reply(payload: bytes) -> dict[str, Any] | None:
    """The JSON object of a reply, None for anything that PTB would stumble over."""
    try:
        reply = json.loads(payload)
    except (ValueError, RecursionError):
        return None
    if not isinstance(reply, dict) or not isinstance(reply.get("description", ""), str):
        return None
    parameters = reply.get("parameters", {})
    whole = isinstance(parameters, dict) and isinstance(parameters.get("retry_after", 0), int)
    return reply if whole else None
