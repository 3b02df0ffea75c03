"""Messages out: calls of the Bot API with plain parameters, and what became of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from telegram import InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.exchange import NOT_SENT, RefusedForNowError
from handlers.delivery import Call
from handlers.failures import seconds_asked

_LEAVE_A_MESSAGE = ("sendMessage", "sendPhoto", "sendDocument", "copyMessage", "forwardMessage")
_NOBODY_THERE = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "chat_write_forbidden",
    "user_is_blocked",
)


class Courier:
    """Makes calls for one bot.

    PTB's own methods build objects of everything that goes out and comes back, which costs more than the
    call itself; a bot that answers needs one number of the reply.

    Args:
        request: the transport.
        address: the Bot API's root with the token.
        sent: told of each call that leaves a message in a chat.
    """

    __slots__ = ("_address", "_request", "_sent")  # and no representation: the address holds the token

    def __init__(
        self, request: BaseRequest, address: str, *, sent: Callable[[], object] = lambda: None
    ) -> None:
        self._request, self._address, self._sent = request, address, sent

    async def __call__(self, method: str, parameters: Mapping[str, object]) -> Any:  # noqa: ANN401 - JSON
        """The result of a method as JSON gives it; parameters that are None are left out.

        Raises:
            TelegramError: as PTB's own methods do.
        """
        if method in _LEAVE_A_MESSAGE:
            self._sent()
        given = [_parameter(name, value) for name, value in parameters.items() if value is not None]
        return await self._request.post(f"{self._address}/{method}", RequestData(given))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a call that is made once.

    Attributes:
        kind: carried out; not now, as Telegram can't be reached or wants a pause (`later`); Telegram
            itself failing; refused for good; nobody there to write to; the group has another id now; or
            nobody knows, since the reply was lost.
        result: what Telegram gave.
        reason: why it was not carried out.
        seconds: how long Telegram asks everybody to wait.
        moved_to: the id the group has now.
    """

    kind: Literal["done", "later", "failing", "refused", "unreachable", "moved", "unknown"]
    result: Any = None
    reason: str | None = None
    seconds: float | None = None
    moved_to: int | None = None


async def outcome_of(  # noqa: PLR0911 - one for each way a call can end
    call: Call, method: str, parameters: Mapping[str, object]
) -> Outcome:
    """Make a call over a transport without patience, and tell what became of it."""
    try:
        return Outcome("done", await call(method, parameters))
    except RetryAfter as error:
        return Outcome("later", reason="too many requests", seconds=seconds_asked(error))
    except ChatMigrated as error:
        return Outcome("moved", moved_to=error.new_chat_id)
    except Forbidden as error:
        return Outcome("unreachable", reason=_reason(error))
    except BadRequest as error:  # before NetworkError, which PTB makes its parent
        gone = any(words in error.message.lower() for words in _NOBODY_THERE)
        return Outcome("unreachable" if gone else "refused", reason=_reason(error))
    except (*NOT_SENT, InvalidToken) as error:
        return Outcome("later", reason=_reason(error))
    except RefusedForNowError as error:
        return Outcome("failing", reason=_reason(error))
    except NetworkError as error:
        return Outcome("unknown", reason=_reason(error))
    except TelegramError as error:
        return Outcome("refused", reason=_reason(error))


def _reason(error: TelegramError) -> str:
    return error.message.removeprefix("Forbidden: ").removeprefix("Bad Request: ")


def _parameter(name: str, value: object) -> RequestParameter:
    if isinstance(value, InputFile):
        return RequestParameter(name, None, [value])
    return RequestParameter(name, value, None)
