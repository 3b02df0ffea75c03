"""Reads the parameters of a call, whichever of the accepted encodings they came in."""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from bot.preview.errors import BotApiError, bad_request

UPLOAD_BYTES = 50 * 2**20
"""The largest file a bot may upload, https://core.telegram.org/bots/api#sending-files."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file inside a multipart body."""

    name: str
    mime_type: str
    content: bytes


@dataclass(slots=True)
class Params:
    """The parameters of one call; form fields are strings, JSON bodies may hold any JSON value."""

    values: dict[str, Any] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The parameter as text, empty when absent."""
        value = self.values.get(name)
        return "" if value is None else str(value)

    def integer(self, name: str, *, default: int = 0) -> int:
        """The parameter as a number.

        Raises:
            BotApiError: 400 when it is no number.
        """
        value = self.values.get(name)
        if value is None or value == "":
            return default
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request(f'parameter "{name}" must be a number') from None

    def flag(self, name: str) -> bool:
        """Whether the parameter is set to true, in any of the forms Telegram takes."""
        return str(self.values.get(name, "")).lower() in {"true", "1", "yes"}

    def structure(self, name: str) -> Any:  # noqa: ANN401 - whatever JSON the client sent
        """The parameter's JSON, decoded; None when absent.

        Raises:
            BotApiError: 400 when it is no JSON.
        """
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None

    def mapping(self, name: str) -> dict[str, Any]:
        """The parameter as a JSON object, empty when absent."""
        value = self.structure(name) or {}
        if not isinstance(value, dict):
            raise bad_request(f"object expected as {name}")
        return value

    def items(self, name: str) -> list[Any]:
        """The parameter as a JSON array, empty when absent."""
        value = self.structure(name) or []
        if not isinstance(value, list):
            raise bad_request(f"expected an Array of {name}")
        return value


async def read_params(request: web.Request) -> Params:
    """The parameters of a request: query string and body, the body's going first.

    Raises:
        BotApiError: 400 for a body that is not what its content type says, 413 for one too large.
    """
    params = Params(dict(request.query) if request.query_string else {})
    if not request.body_exists:
        return params
    match request.content_type:
        case "multipart/form-data":
            await _read_multipart(request, params)
        case "application/json":
            params.values.update(_json_object(await request.read()))
        case _:
            body = (await request.read()).decode("utf-8", "replace")
            params.values.update(parse_qsl(body, keep_blank_values=True))
    return params


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        values = json.loads(body or b"{}")
    except ValueError:
        values = None
    if not isinstance(values, dict):
        raise bad_request("can't parse request body as a JSON object")
    if b"\\ud" in body.lower():
        _refuse_lone_surrogates(values)
    return values


def _refuse_lone_surrogates(values: dict[str, Any]) -> None:
    try:
        json.dumps(values, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise bad_request("strings must be encoded in UTF-8") from None


async def _read_multipart(request: web.Request, params: Params) -> None:
    reader = await request.multipart()
    while (part := await reader.next()) is not None:
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise bad_request("can't parse multipart/form-data")
        content = bytes(await part.read())
        if part.filename is None:
            params.values[part.name] = content.decode("utf-8", "replace")
        else:
            params.uploads[part.name] = _upload(part, content)


def _upload(part: BodyPartReader, content: bytes) -> Upload:
    if len(content) > UPLOAD_BYTES:
        raise BotApiError(413, "Request Entity Too Large")
    mime_type = part.headers.get("Content-Type", "application/octet-stream")
    return Upload(part.filename or "file", mime_type, content)
