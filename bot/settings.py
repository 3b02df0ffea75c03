"""The environment, read once and checked: the only reader of it."""

import re
from pathlib import Path

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.clock import read_instant

LONGEST_RETENTION = 36_500
"""Days; a hundred years are for ever."""


class SettingsError(ValueError):
    """A setting that can't be used; the message is one line that names it."""


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
    retention_days: int = Field(default=180, ge=1, le=LONGEST_RETENTION)
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
        if not re.fullmatch(r"https?://[^/\s?#]+(/[^\s?#]*)?", url):
            raise ValueError("expected the address of a Bot API server, such as https://api.telegram.org")
        return url

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


_SECRETS = {"token", "database_url"}
_DATABASES = ("sqlite+aiosqlite:///", "postgresql+asyncpg://")


def read_settings() -> Settings:
    """Read and check the settings.

    Raises:
        SettingsError: one line naming the first wrong variable, what was given and what is expected.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = str(first["loc"][0])
        given = "(hidden)" if name in _SECRETS else repr(str(first["input"]))
        expected = first["msg"].removeprefix("Value error, ")
        raise SettingsError(f"BOT_{name.upper()} is {given}: {expected}") from None
