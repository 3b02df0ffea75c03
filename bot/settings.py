"""The environment, read once and checked: the only reader of it."""

from datetime import datetime
from pathlib import Path

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class SettingsError(ValueError):
    """A setting that can't be used; the message is one line that names it."""


class Settings(BaseSettings):
    """`BOT_` variables of the environment or of a `.env` file."""

    model_config = SettingsConfigDict(
        env_prefix="BOT_", env_file=".env", env_ignore_empty=True, extra="ignore"
    )

    token: SecretStr | None = None
    api_url: str = Field(default="https://api.telegram.org", pattern=r"^https?://[^/\s]+(/\S*)?$")
    database_url: SecretStr | None = None
    data_dir: Path = Path("data")
    corpus_dir: Path | None = None
    retention_days: int = Field(default=180, ge=1)
    clock: str | None = None

    @field_validator("token")
    @classmethod
    def _token(cls, token: SecretStr | None) -> SecretStr | None:
        number, _, secret = token.get_secret_value().partition(":") if token else ("0", "", "x")
        if not (number.isdecimal() and secret and not any(letter.isspace() for letter in secret)):
            raise ValueError("expected the token from BotFather, such as 123456:ABC-DEF")
        return token

    @field_validator("corpus_dir")
    @classmethod
    def _corpus_dir(cls, folder: Path | None) -> Path | None:
        if folder is not None and not folder.is_dir():
            raise ValueError("expected a folder that exists")
        return folder

    @field_validator("clock")
    @classmethod
    def _clock(cls, given: str | None) -> str | None:
        if given is not None and not Path(given).is_file():
            try:
                datetime.fromisoformat(given)
            except ValueError:
                raise ValueError(
                    "expected an ISO instant such as 2023-11-28T09:00+04:00, or a file"
                ) from None
        return given


_SECRETS = {"token", "database_url"}


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
