"""The event a corpus is about, and the safety cards that come before anything else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from corpus.passages import Source

CardKind = Literal["found", "inside", "refusal"]
CARD_LANGUAGES = ("en", "az", "ru", "tr")
"""Languages a person in danger is answered in."""

TextByLanguage = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EmergencyNumber:
    """A telephone number, whose it is and in which country, in each card language."""

    number: str
    country: TextByLanguage
    service: TextByLanguage
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class SafetyCard:
    """What a person in danger is told, in one language."""

    title: str
    steps: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Safety:
    """The cards and the numbers; the first number is the one to call about a mine."""

    numbers: tuple[EmergencyNumber, ...]
    cards: Mapping[tuple[CardKind, str], SafetyCard]

    def card(self, kind: CardKind, language: str) -> SafetyCard:
        """The card of a kind in a language, in English where there is none."""
        return self.cards.get((kind, language)) or self.cards[kind, "en"]


@dataclass(frozen=True, slots=True)
class Workshop:
    """The event.

    Attributes:
        name: by language.
        starts: first day.
        ends: last day.
        time_zone: IANA name.
        place: by language.
        languages: what the bot speaks; the first where nothing tells a person's own.
        themes: labels by language, by key, in the order they are shown.
        safety: the cards and numbers.
    """

    name: TextByLanguage
    starts: date
    ends: date
    time_zone: str
    place: TextByLanguage
    languages: tuple[str, ...]
    themes: Mapping[str, TextByLanguage]
    safety: Safety

    def name_in(self, language: str | None) -> str:
        """The event's name in a language such as `az` or `az-AZ`."""
        return self._in(self.name, language)

    def theme_in(self, key: str, language: str | None) -> str:
        """A theme's label in a language."""
        return self._in(self.themes[key], language)

    def _in(self, texts: TextByLanguage, language: str | None) -> str:
        return texts.get((language or "").split("-")[0]) or texts[self.languages[0]]
