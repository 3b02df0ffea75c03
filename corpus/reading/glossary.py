"""`glossary.yaml` read into terms."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, RootModel

from corpus.glossary import Term
from corpus.passages import FIELD, Source
from corpus.reading.markdown import COMMON_KNOWLEDGE, slug
from corpus.reading.problems import CorpusError, Problem
from corpus.reading.yaml_file import Entry, SourceEntry, Text, YamlFile, named_sources

_Texts = Annotated[dict[str, Text], Field(min_length=1)]


class _Glossary(Entry):
    sources: dict[str, SourceEntry] = Field(default_factory=dict)
    terms: list[Any] = Field(default_factory=list)
    words: list[Any] = Field(default_factory=list)


class _Term(Entry):
    id: Text
    term: _Texts
    abbreviation: list[Text] = Field(default_factory=list)
    meaning: _Texts
    sources: list[str] = Field(min_length=1)
    forms: dict[str, list[Text]] = Field(default_factory=dict)


class _Word(RootModel[dict[str, list[Text]]]):
    root: dict[str, list[Text]] = Field(min_length=1)


def read_glossary(file: Path) -> tuple[tuple[Term, ...], list[Problem]]:
    """Read the terms and the plain words that join languages and wordings.

    Returns:
        The entries that can be used, and what kept the others out.

    Raises:
        CorpusError: the whole file can't be used; the problem names line and remedy.
    """
    reader = _Reader(YamlFile(file.read_text(encoding="utf-8-sig"), path=file.name))
    terms = [*reader.read("terms", reader.term), *reader.read("words", reader.word)]
    return tuple(terms), reader.problems


class _Reader:
    """Checks entries against the sources and against each other."""

    def __init__(self, yaml: YamlFile) -> None:
        self._yaml = yaml
        self._content = yaml.checked(_Glossary, yaml.content)
        self._sources = {FIELD: COMMON_KNOWLEDGE, **named_sources(self._content.sources)}
        self._seen: set[str] = set()
        self.problems: list[Problem] = []

    def read(self, name: str, one: Callable[[int, Any], Term]) -> Iterable[Term]:
        """The entries of a list, those left out that can't be used."""
        for number, entry in enumerate(getattr(self._content, name)):
            try:
                yield one(number, entry)
            except CorpusError as error:
                self.problems.append(error.problem)

    def term(self, number: int, entry: object) -> Term:
        """A term with its meaning."""
        at = ("terms", number)
        checked = self._yaml.checked(_Term, entry, at=at)
        if checked.id in self._seen:
            raise self._yaml.error(
                (*at, "id"), f"the term '{checked.id}' stands twice", "Rename or join them"
            )
        self._seen.add(checked.id)
        return Term(
            id=checked.id,
            names=_joined(checked.term),
            abbreviations=tuple(checked.abbreviation),
            meanings=_joined(checked.meaning),
            forms={language: tuple(forms) for language, forms in checked.forms.items()},
            sources=tuple(self._source(key, number) for key in checked.sources),
        )

    def word(self, number: int, entry: object) -> Term:
        """A plain word: wordings without a meaning."""
        checked = self._yaml.checked(_Word, entry, at=("words", number)).root
        forms = {language: tuple(listed) for language, listed in checked.items()}
        first = next(iter(next(iter(forms.values()), ())), str(number))
        return Term(f"word-{number}-{slug(first)}", {}, (), {}, forms, ())

    def _source(self, key: str, number: int) -> Source:
        if key not in self._sources:
            at = ("terms", number, "sources")
            raise self._yaml.error(at, f"the source '{key}' is not listed", "Add it to 'sources'")
        return self._sources[key]


def _joined(texts: Mapping[str, str]) -> dict[str, str]:
    return {language: " ".join(text.split()) for language, text in texts.items()}
