"""The environment, read once and checked: the only reader of it."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.clock import read_instant

LONGEST_RETENTION = 36_500
"""Days; a hundred years are for ever."""


LAST_PORT = 65_535
LARGEST_ID = 2**52
"""Telegram's ids have at most 52 bits."""


class SettingsError(ValueError):
    """A setting that can't be used; the message is one line that names it."""


@dataclass(frozen=True, slots=True)
class WebhookAddress:
    """Where Telegram calls, and where the bot listens.

    Attributes:
        url: the public address; its path is the one served.
        secret: what Telegram repeats in a header.
        host: to listen on.
        port: to listen on.
    """

    url: str
    secret: str
    host: str
    port: int


def _telegram_ids(given: object) -> object:
    """Take the ids of people apart: a person's is a positive number, a group's is not."""
    if not isinstance(given, str):
        return given
    ids = [one.strip() for one in given.split(",") if one.strip()]
    if not all(one.isascii() and one.isdecimal() and 0 < int(one) <= LARGEST_ID for one in ids):
        raise ValueError("expected Telegram user ids with commas between them, such as 12345678,23456789")
    return tuple(map(int, ids))


PeopleIds = Annotated[tuple[int, ...], NoDecode, BeforeValidator(_telegram_ids)]


class Settings(BaseSettings):
    """`BOT_` variables of the environment or of a `.env` file."""

    model_config = SettingsConfigDict(
        env_prefix="BOT_", env_file=".env", env_ignore_empty=True, extra="ignore"
    )

    token: SecretStr | None = None
    api_url: str = "https://api.telegram.org"
    database_url: SecretStr | None = None
    data_dir: Path = Path("data")
    corpus_dir: Path | None = None
    organisers: PeopleIds = ()
    maintainers: PeopleIds = ()
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    webhook_listen: str | None = None
    messages_per_second: int = Field(default=30, ge=1, le=10_000, description="a whole number, 1 to 10000")
    questions_per_minute: int = Field(default=20, ge=0, description="a whole number, 0 or more")
    retention_days: int = Field(
        default=180, ge=1, le=LONGEST_RETENTION, description=f"a number of days, 1 to {LONGEST_RETENTION}"
    )
    clock: str | None = None

    @field_validator("token")
    @classmethod
    def _token(cls, token: SecretStr | None) -> SecretStr | None:
        number, _, secret = token.get_secret_value().partition(":") if token else ("0", "", "x")
        if not (number.isdecimal() and secret and not any(letter.isspace() for letter in secret)):
            raise ValueError("expected the token from BotFather, such as 123456:ABC-DEF")
        return token

    @field_validator("api_url")
    @classmethod
    def _api_url(cls, url: str) -> str:
        if not _ADDRESS.fullmatch(url):
            raise ValueError("expected the address of a Bot API server, such as https://api.telegram.org")
        return url.rstrip("/")

    @field_validator("webhook_url")
    @classmethod
    def _webhook_url(cls, url: str | None) -> str | None:
        if url is not None and not _ADDRESS.fullmatch(url):
            raise ValueError("expected a public address such as https://bot.example.org/telegram")
        return url

    @field_validator("webhook_secret")
    @classmethod
    def _webhook_secret(cls, secret: SecretStr | None) -> SecretStr | None:
        if secret is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret.get_secret_value()):
            raise ValueError("expected 1 to 256 of the characters A-Z a-z 0-9 _ -")
        return secret

    @field_validator("webhook_listen")
    @classmethod
    def _webhook_listen(cls, address: str | None) -> str | None:
        port = address.rpartition(":")[2] if address else "0"
        if not port.isdecimal() or int(port) > LAST_PORT or (address and ":" not in address):
            raise ValueError("expected host:port, such as 127.0.0.1:8443")
        return address

    @field_validator("database_url")
    @classmethod
    def _database_url(cls, url: SecretStr | None) -> SecretStr | None:
        if url is not None and not url.get_secret_value().startswith(_DATABASES):
            raise ValueError(
                "expected sqlite+aiosqlite:///FILE or postgresql+asyncpg://USER:PASSWORD@HOST/NAME"
            )
        return url

    @field_validator("corpus_dir")
    @classmethod
    def _corpus_dir(cls, folder: Path | None) -> Path | None:
        if folder is not None and not folder.is_dir():
            raise ValueError("expected a folder that exists")
        return folder

    @field_validator("clock")
    @classmethod
    def _clock(cls, given: str | None) -> str | None:
        if given is None:
            return None
        try:
            file = Path(given)
            read_instant(file.read_text(encoding="utf-8") if file.is_file() else given)
        except (OSError, ValueError, TypeError):
            raise ValueError(
                "expected an ISO instant such as 2023-11-28T09:00+04:00, or a file that holds one "
                "and, if wanted, a speed"
            ) from None
        return given


_ADDRESS = re.compile(r"https?://[^/\s?#]+(/[^\s?#]*)?")
_SECRETS = {"token", "database_url", "webhook_secret"}
_DATABASES = ("sqlite+aiosqlite:///", "postgresql+asyncpg://")


def webhook_address(settings: Settings) -> WebhookAddress | None:
    """Where the bot is called, or None where it polls.

    Raises:
        SettingsError: the address is set and what it needs is not.
    """
    if settings.webhook_url is None:
        return None
    if settings.webhook_secret is None:
        raise SettingsError(
            "BOT_WEBHOOK_SECRET is not set: BOT_WEBHOOK_URL needs one, so that only Telegram calls."
        )
    if settings.webhook_listen is None:
        raise SettingsError("BOT_WEBHOOK_LISTEN is not set: BOT_WEBHOOK_URL needs a host:port to listen on.")
    host, _, port = settings.webhook_listen.rpartition(":")
    secret = settings.webhook_secret.get_secret_value()
    return WebhookAddress(settings.webhook_url, secret, host.strip("[]"), int(port))


def read_settings() -> Settings:
    """Read and check the settings.

    Raises:
        SettingsError: one line naming the first wrong variable, what was given and what is expected.
    """
    os.environ.setdefault("PTB_TIMEDELTA", "1")  # noqa: TID251  # this is the place; else PTB warns whenever Telegram asks to wait
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = str(first["loc"][0])
        given = "(hidden)" if name in _SECRETS else repr(str(first["input"]))
        meant = Settings.model_fields[name].description  # of a number, whose limits pydantic checks
        expected = f"expected {meant}" if meant else first["msg"].removeprefix("Value error, ")
        raise SettingsError(f"BOT_{name.upper()} is {given}: {expected}") from None
