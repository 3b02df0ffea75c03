"""A Bot API server on the loopback: a real bot process talks to it as it would to Telegram."""

import asyncio
import json
import re
import socket
import struct
import time
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from types import TracebackType
from typing import Any, Literal, Self

from aiohttp import web

from bot.preview.errors import BotApiError
from bot.preview.faults import Effect, Faults, Hang, Html, LoseReply, Refuse, Reset, flood
from bot.preview.limits import SENDING, SendLimits
from bot.preview.messages import MESSAGE_METHODS
from bot.preview.parameters import UPLOAD_BYTES, Params, read_params
from bot.preview.people import GROUP_IDS, SUPERGROUP_IDS, Conversation, Group, Person
from bot.preview.profile import PROFILE_METHODS
from bot.preview.receiving import Receiving
from bot.preview.views import Message
from bot.preview.world import World

Json = dict[str, Any]

CALLS_KEPT = 10_000
MESSAGES_KEPT = 1_000

_METHODS = MESSAGE_METHODS | PROFILE_METHODS
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
_HTML = "<html><head><title>{0} Bad Gateway</title></head><body><h1>{0} Bad Gateway</h1></body></html>"


@dataclass(slots=True)
class Call:
    """One call of the bot.

    Attributes:
        method: as the client wrote it.
        params: form fields as text, JSON bodies as they came.
        at: monotonic seconds at which it arrived.
        status: the HTTP status; 0 while it is under way and when it was not handled. A call whose
            reply was lost on purpose keeps the status its reply would have had.
    """

    method: str
    params: Json
    at: float
    status: int = 0


class BotApiServer:
    """The server, and the people behind it.

    It keeps its state while stopped: `stop` and `start` again are a network that went away.

    Args:
        token: the one token that is accepted; the number before the colon is the bot's id.
        username: the bot's username, without @.
        port: 0 takes a free one at the first start.
        keep: how many messages a chat remembers, read or unread; lower it where very many are exchanged.
        seed: of the chance in `faults`.

    Attributes:
        world: the state behind it all.
        faults: what goes wrong.
        limits: how many messages may be sent.
        calls: the last calls, oldest first.
        totals: how many calls there were, by (method, status).
    """

    def __init__(
        self,
        token: str = "123456:TEST",  # noqa: S107 - the token of a double
        *,
        username: str = "workshop_test_bot",
        port: int = 0,
        keep: int = MESSAGES_KEPT,
        seed: int = 0,
    ) -> None:
        bot_id = int(token.partition(":")[0])
        self.token = token
        self.port = port
        self.world = World(
            {"id": bot_id, "is_bot": True, "first_name": "Workshop", "username": username},
            keep=keep,
        )
        self.faults = Faults(seed)
        self.limits = SendLimits()
        self.calls: deque[Call] = deque(maxlen=CALLS_KEPT)
        self.totals: Counter[tuple[str, int]] = Counter()
        self._person_ids = count(700_000_001)
        self._receiving = Receiving(self.world.updates)
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.stop()

    @property
    def root_url(self) -> str:
        """What stands before `/bot<token>/METHOD` and `/file/bot<token>/PATH`."""
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        """Listen."""
        listener = socket.create_server(("127.0.0.1", self.port), backlog=1024)
        self.port = listener.getsockname()[1]
        application = web.Application(client_max_size=UPLOAD_BYTES + 2**20)
        application.router.add_route("*", "/bot{token}/{method}", self._serve_call)
        application.router.add_get("/file/bot{token}/{path:.+}", self._serve_file)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.SockSite(self._runner, listener).start()
        self._receiving.start()

    async def stop(self) -> None:
        """Close every connection, calls under way included."""
        await self._receiving.stop()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def person(
        self,
        first_name: str,
        *,
        language_code: str | None = None,
        username: str | None = None,
    ) -> Person:
        """Somebody new, who has opened the bot already."""
        user: Json = {"id": next(self._person_ids), "is_bot": False, "first_name": first_name}
        if language_code is not None:
            user["language_code"] = language_code
        if username is not None:
            user["username"] = username
        return Person(self.world, user)

    def group(
        self,
        title: str,
        *,
        members: Sequence[Person] = (),
        kind: Literal["supergroup", "group", "channel"] = "supergroup",
    ) -> Group:
        """A group or channel that the bot is in already."""
        chat_id = next(GROUP_IDS if kind == "group" else SUPERGROUP_IDS)
        return Group(self.world, {"id": chat_id, "type": kind, "title": title}, members)

    def raw_update(self, update: Json) -> int:
        """Queue an update as it stands, however malformed; it gets an id when it has none."""
        return self.world.updates.add_raw(update)

    def sent_to(self, chat: Conversation) -> list[Message]:
        """The bot's messages that are still in a chat, oldest first."""
        return [
            message
            for message in chat.messages
            if message.data.get("from") == self.world.bot or "sender_chat" in message.data
        ]

    async def _serve_call(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request)
            params = await read_params(request)
        except BotApiError as error:
            return _response(error.status, error.body())
        call = Call(request.match_info["method"], params.values, time.monotonic())
        self.calls.append(call)
        try:
            return await self._perform(request, call, params)
        finally:
            self.totals[call.method, call.status] += 1

    def _check_token(self, request: web.Request) -> None:
        token = request.match_info["token"]
        if token == self.token:
            return
        raise BotApiError(401, "Unauthorized") if _TOKEN.fullmatch(token) else BotApiError(404, "Not Found")

    async def _perform(self, request: web.Request, call: Call, params: Params) -> web.StreamResponse:
        if not self.faults.rules:
            return await self._handle(call, params)
        delay, effect = self.faults.strike(call.method, params.text("chat_id"))
        if delay:
            await asyncio.sleep(delay)
        return await self._suffer(effect, request, call, params)

    async def _suffer(
        self,
        effect: Effect | None,
        request: web.Request,
        call: Call,
        params: Params,
    ) -> web.StreamResponse:
        match effect:
            case Refuse(error):
                return _answer(call, error.status, error.body())
            case Html(status):
                call.status = status
                return web.Response(status=status, text=_HTML.format(status), content_type="text/html")
            case Reset():
                return _hung_up(request, reset=True)
            case LoseReply():
                await self._handle(call, params)
                return _hung_up(request)
            case Hang():
                return await self._hang(effect, request, call, params)
        return await self._handle(call, params)

    async def _hang(self, hang: Hang, request: web.Request, call: Call, params: Params) -> web.Response:
        if hang.handled:
            response = await self._handle(call, params)
            await asyncio.sleep(hang.seconds)
            return response
        await asyncio.sleep(hang.seconds)
        if request.transport is None or request.transport.is_closing():
            return _hung_up(request)
        return await self._handle(call, params)

    async def _handle(self, call: Call, params: Params) -> web.Response:
        try:
            result = await self._result(call.method.lower(), params)
        except BotApiError as error:
            return _answer(call, error.status, error.body())
        return _answer(call, 200, {"ok": True, "result": result})

    async def _result(self, name: str, params: Params) -> Any:  # noqa: ANN401 - each method's own
        method = _METHODS.get(name)
        if method is None:
            if name not in self._receiving.methods:
                raise BotApiError(404, "Not Found: method not found")
            return await self._receiving.methods[name](params)
        if name in SENDING and (seconds := self.limits.wait(params.text("chat_id"), now=time.monotonic())):
            raise flood(seconds)
        return method(self.world, params)

    async def _serve_file(self, request: web.Request) -> web.Response:
        try:
            self._check_token(request)
        except BotApiError as error:
            return _response(error.status, error.body())
        file = self.world.files.at(request.match_info["path"])
        if file is None:
            return _response(404, BotApiError(404, "Not Found").body())
        return web.Response(body=file.content, content_type="application/octet-stream")


def _answer(call: Call, status: int, body: Json) -> web.Response:
    call.status = status
    return _response(status, body)


def _response(status: int, body: Json) -> web.Response:
    return web.Response(status=status, body=json.dumps(body).encode(), content_type="application/json")


def _hung_up(request: web.Request, *, reset: bool = False) -> web.Response:
    """Close the connection under the response, which then goes nowhere."""
    transport = request.transport
    if transport is not None:
        if reset:
            no_linger = struct.pack("ii", 1, 0)  # makes the close a reset instead of an orderly end
            transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, no_linger)
        transport.abort()
    return web.Response()
