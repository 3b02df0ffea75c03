"""How Telegram says no: a status, a description and sometimes a hint for what to do."""

from typing import Any


class BotApiError(Exception):
    """A call that is answered with `ok: false`.

    Attributes:
        status: the HTTP status, also `error_code` in the body.
        description: the sentence a client gets to see.
        parameters: Telegram's ResponseParameters: `retry_after` (seconds), `migrate_to_chat_id`.
    """

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """The JSON object Telegram answers with."""
        body: dict[str, Any] = {"ok": False, "error_code": self.status, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(description: str, **parameters: int) -> BotApiError:
    """A 400 in Telegram's words."""
    return BotApiError(400, f"Bad Request: {description}", **parameters)


def forbidden(description: str) -> BotApiError:
    """A 403 in Telegram's words."""
    return BotApiError(403, f"Forbidden: {description}")
