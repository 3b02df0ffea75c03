"""The language a person is spoken to in: the one they chose, else their Telegram's."""

from collections.abc import Mapping

from telegram import User


class Languages:
    """Who chose which language; in memory, since every message asks for it and a card waits for nothing."""

    def __init__(self) -> None:
        self._chosen: dict[int, str] = {}

    def load(self, chosen: Mapping[int, str]) -> None:
        """Take what the database holds: languages by Telegram id."""
        self._chosen = dict(chosen)

    def choose(self, person: int, language: str | None) -> None:
        """Note a choice that is stored; None for none any more."""
        if language is None:
            self._chosen.pop(person, None)
        else:
            self._chosen[person] = language

    def of(self, user: User | None) -> str | None:
        """An ISO 639-1 code that was chosen, else the IETF tag of the person's Telegram, if any."""
        return self._chosen.get(user.id, user.language_code) if user else None
