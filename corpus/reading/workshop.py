"""`workshop.yaml` read and checked: without its safety cards and their numbers nothing is served."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, StringConstraints

from corpus.passages import Source
from corpus.reading.problems import CorpusError, Problem
from corpus.reading.yaml_file import Entry, Location, SourceEntry, Text, YamlFile, named_sources
from corpus.workshop import (
    CARD_LANGUAGES,
    CardKind,
    EmergencyNumber,
    Safety,
    SafetyCard,
    Workshop,
)

_KINDS: tuple[CardKind, ...] = ("found", "inside", "refusal")
_Texts = Annotated[dict[str, Text], Field(min_length=1)]


class _InCardLanguages(Entry):
    en: Text
    az: Text
    ru: Text
    tr: Text


class _Number(Entry):
    number: Annotated[str, StringConstraints(pattern=r"^\+?\(?[0-9][0-9 ()-]{0,18}[0-9]$")]
    country: _InCardLanguages
    service: _InCardLanguages
    sources: list[str] = Field(min_length=1)


class _Face(Entry):
    title: Text
    steps: list[Text] = Field(min_length=2)


class _Card(Entry):
    sources: list[str] = Field(min_length=1)
    en: _Face
    az: _Face
    ru: _Face
    tr: _Face


class _Safety(Entry):
    numbers: list[_Number] = Field(min_length=1)
    found: _Card
    inside: _Card
    refusal: _Card


class _Workshop(Entry):
    name: _Texts
    starts: date
    ends: date
    time_zone: str
    place: _Texts
    languages: list[Text] = Field(min_length=1)
    themes: dict[str, _Texts] = Field(min_length=1)
    sources: dict[str, SourceEntry] = Field(min_length=1)
    safety: _Safety


def read_workshop(file: Path) -> Workshop:
    """Read the event and its safety cards.

    Raises:
        CorpusError: the file is missing or can't be used; the problem names line and remedy.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        problem = Problem(file.name, 1, f"can't be read: {error}", "Every corpus needs this file in UTF-8")
        raise CorpusError(problem) from None
    yaml = YamlFile(text, path=file.name)
    checked = yaml.checked(_Workshop, yaml.content)
    for location, message in _contradictions(checked):
        raise yaml.error(location, message, "Correct it")
    return _workshop(checked)


def _contradictions(checked: _Workshop) -> Iterator[tuple[Location, str]]:
    """What is well formed and yet can't be, where it stands."""
    if checked.ends < checked.starts:
        yield ("ends",), "lies before 'starts'"
    try:
        ZoneInfo(checked.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        yield ("time_zone",), f"{checked.time_zone!r} is not known, expected one such as Asia/Baku"
    first = checked.languages[0]
    texts: dict[Location, dict[str, str]] = {("name",): checked.name, ("place",): checked.place}
    texts |= {("themes", key): labels for key, labels in checked.themes.items()}
    for location, by_language in texts.items():
        if first not in by_language:
            yield location, f"no text in {first!r}, the first of 'languages'"
    named: dict[Location, _Card | _Number] = {
        ("safety", kind): getattr(checked.safety, kind) for kind in _KINDS
    }
    named |= {("safety", "numbers", place): one for place, one in enumerate(checked.safety.numbers)}
    for location, entry in named.items():
        for key in entry.sources:
            if key not in checked.sources:
                yield (*location, "sources"), f"the source {key!r} is not listed under 'sources'"


def _workshop(checked: _Workshop) -> Workshop:
    sources = named_sources(checked.sources)

    def named(keys: list[str]) -> tuple[Source, ...]:
        return tuple(sources[key] for key in keys)

    numbers = tuple(
        EmergencyNumber(
            entry.number, entry.country.model_dump(), entry.service.model_dump(), named(entry.sources)
        )
        for entry in checked.safety.numbers
    )
    cards: dict[tuple[CardKind, str], SafetyCard] = {}
    for kind in _KINDS:
        card: _Card = getattr(checked.safety, kind)
        for language in CARD_LANGUAGES:
            face: _Face = getattr(card, language)
            cards[kind, language] = SafetyCard(face.title, tuple(face.steps), named(card.sources))
    return Workshop(
        name=checked.name,
        starts=checked.starts,
        ends=checked.ends,
        time_zone=checked.time_zone,
        place=checked.place,
        languages=tuple(checked.languages),
        themes=checked.themes,
        safety=Safety(numbers, cards),
    )
