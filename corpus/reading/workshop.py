"""`workshop.yaml` read and checked: without its safety cards and their numbers nothing is served."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from corpus.passages import Source
from corpus.reading.problems import CorpusError, Problem
from corpus.workshop import (
    CARD_LANGUAGES,
    CardKind,
    EmergencyNumber,
    Safety,
    SafetyCard,
    Workshop,
)

_KINDS: tuple[CardKind, ...] = ("found", "inside", "refusal")
_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
_Texts = Annotated[dict[str, _Text], Field(min_length=1)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Source(_Entry):
    title: _Text
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None


class _InCardLanguages(_Entry):
    en: _Text
    az: _Text
    ru: _Text
    tr: _Text


class _Number(_Entry):
    number: Annotated[str, StringConstraints(pattern=r"^\+?[0-9 ()-]{2,20}$")]
    country: _InCardLanguages
    service: _InCardLanguages
    sources: list[str] = Field(min_length=1)


class _Face(_Entry):
    title: _Text
    steps: list[_Text] = Field(min_length=2)


class _Card(_Entry):
    sources: list[str] = Field(min_length=1)
    en: _Face
    az: _Face
    ru: _Face
    tr: _Face


class _Safety(_Entry):
    numbers: list[_Number] = Field(min_length=1)
    found: _Card
    inside: _Card
    refusal: _Card


class _Workshop(_Entry):
    name: _Texts
    starts: date
    ends: date
    time_zone: str
    place: _Texts
    languages: list[_Text] = Field(min_length=1)
    themes: dict[str, _Texts] = Field(min_length=1)
    sources: dict[str, _Source] = Field(min_length=1)
    safety: _Safety

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if self.ends < self.starts:
            raise ValueError("'ends' lies before 'starts'")
        try:
            ZoneInfo(self.time_zone)
        except (ZoneInfoNotFoundError, ValueError):
            raise ValueError(
                f"the time zone {self.time_zone!r} is not known, expected one such as Asia/Baku"
            ) from None
        first = self.languages[0]
        for what, texts in {"name": self.name, "place": self.place, **self.themes}.items():
            if first not in texts:
                raise ValueError(f"'{what}' has no text in {first!r}, the first of 'languages'")
        cards = [getattr(self.safety, kind) for kind in _KINDS]
        for entry in (*cards, *self.safety.numbers):
            for key in entry.sources:
                if key not in self.sources:
                    raise ValueError(f"the source {key!r} is not listed under 'sources'")
        return self


def read_workshop(file: Path) -> Workshop:
    """Read the event and its safety cards.

    Raises:
        CorpusError: the file is missing or can't be used; the problem names line and remedy.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
        content = yaml.load(text, Loader=yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError) as error:
        raise _error(file, 1, f"can't be read: {error}", "Every corpus needs this file in UTF-8") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or "unreadable"
        raise _error(file, mark.line + 1 if mark else 1, f"no YAML: {reason}", "Mend the line") from None
    try:
        return _workshop(_Workshop.model_validate(content))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        message = first["msg"].removeprefix("Value error, ")
        line = _line(node, first["loc"])
        raise _error(
            file, line, f"{where}: {message[:1].lower()}{message[1:]}", "Add or correct it"
        ) from None


def _workshop(checked: _Workshop) -> Workshop:
    sources = {key: Source(key, entry.title, entry.url) for key, entry in checked.sources.items()}

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


def _line(node: Any, location: tuple[int | str, ...]) -> int:  # noqa: ANN401  # a YAML node, untyped
    """The line of the deepest part of a location that is in the file, counted from 1."""
    line = 1
    for part in location:
        if isinstance(node, yaml.MappingNode):
            found = {key.value: (key, value) for key, value in node.value}.get(str(part))
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            found = (node.value[part], node.value[part])
        else:
            found = None
        if found is None:
            break
        line, node = found[0].start_mark.line + 1, found[1]
    return line


def _error(file: Path, line: int, message: str, remedy: str) -> CorpusError:
    return CorpusError(Problem(file.name, line, message, remedy))
