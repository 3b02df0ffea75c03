"""Messages out: calls of the Bot API with plain parameters and plain results."""

from collections.abc import Mapping
from typing import Any

from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter


class Courier:
    """Makes calls for one bot.

    PTB's own methods build objects of everything that goes out and comes back, which costs more than the
    call itself; a bot that answers needs one number of the reply.

    Args:
        request: the transport.
        address: the Bot API's root with the token.
    """

    __slots__ = ("_address", "_request")  # and no representation: the address holds the token

    def __init__(self, request: BaseRequest, address: str) -> None:
        self._request, self._address = request, address

    async def __call__(self, method: str, parameters: Mapping[str, object]) -> Any:  # noqa: ANN401 - JSON
        """The result of a method as JSON gives it; parameters that are None are left out.

        Raises:
            TelegramError: as PTB's own methods do.
        """
        given = [
            RequestParameter(name, value, None) for name, value in parameters.items() if value is not None
        ]
        return await self._request.post(f"{self._address}/{method}", RequestData(given))
