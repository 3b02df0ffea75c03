"""`glossary.yaml` read into terms."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from corpus.glossary import Term
from corpus.passages import FIELD, Source
from corpus.reading.markdown import COMMON_KNOWLEDGE, slug
from corpus.reading.problems import CorpusError, Problem


def read_glossary(file: Path) -> tuple[Term, ...]:
    """Read the terms and the plain words that join languages and wordings.

    Raises:
        CorpusError: the file can't be used; the problem names line and remedy.
    """
    text = file.read_text(encoding="utf-8")
    try:
        content = yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = getattr(error, "problem", None) or "unreadable"
        raise _error(file, mark.line + 1 if mark else 1, f"no YAML: {reason}", "Mend the line") from None
    if not isinstance(content, dict):
        raise _error(file, 1, "no 'terms:' list", "Begin with 'sources:' and 'terms:'")
    reader = _Reader(file, text.splitlines(), _sources(content.get("sources") or {}))
    terms = [reader.term(entry) for entry in content.get("terms") or ()]
    words = [reader.word(number, entry) for number, entry in enumerate(content.get("words") or ())]
    seen: set[str] = set()
    for term in terms:
        if term.id in seen:
            raise reader.error(term.id, f"the term '{term.id}' stands twice", "Rename or join them")
        seen.add(term.id)
    return (*terms, *words)


def _sources(listed: Mapping[str, Mapping[str, str]]) -> dict[str, Source]:
    named = {key: Source(key, entry["title"], entry.get("url")) for key, entry in listed.items()}
    return {FIELD: COMMON_KNOWLEDGE, **named}


class _Reader:
    """Checks entries against the sources and finds their lines for messages."""

    def __init__(self, file: Path, lines: list[str], sources: Mapping[str, Source]) -> None:
        self.file, self.lines, self.sources = file, lines, sources

    def term(self, entry: Any) -> Term:  # noqa: ANN401  # whatever YAML gives
        if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
            raise _error(self.file, 1, f"a term has no id: {str(entry)[:60]}", "Give it 'id: some-key'")
        key = entry["id"]
        for name in ("term", "meaning", "sources"):
            if not entry.get(name):
                raise self.error(key, f"the term '{key}' has no '{name}'", f"Add '{name}:'")
        unknown = [source for source in entry["sources"] if source not in self.sources]
        if unknown:
            raise self.error(key, f"the source '{unknown[0]}' is not listed", "Add it to 'sources'")
        return Term(
            id=key,
            names=self._texts(key, entry["term"]),
            abbreviations=tuple(entry.get("abbreviation") or ()),
            meanings=self._texts(key, entry["meaning"]),
            forms={language: tuple(forms) for language, forms in (entry.get("forms") or {}).items()},
            sources=tuple(self.sources[source] for source in entry["sources"]),
        )

    def word(self, number: int, entry: Any) -> Term:  # noqa: ANN401  # whatever YAML gives
        if not isinstance(entry, dict) or not all(isinstance(forms, list) for forms in entry.values()):
            raise _error(
                self.file, 1, f"entry {number + 1} of 'words' is no list a language", "Write {en: [a]}"
            )
        forms = {language: tuple(str(form) for form in listed) for language, listed in entry.items()}
        first = next(iter(next(iter(forms.values()), ())), str(number))
        return Term(f"word-{number}-{slug(first)}", {}, (), {}, forms, ())

    def error(self, key: str, message: str, remedy: str) -> CorpusError:
        at = (n for n, line in enumerate(self.lines, start=1) if line.split("#")[0].split()[-1:] == [key])
        return _error(self.file, next(at, 1), message, remedy)

    def _texts(self, key: str, texts: Any) -> dict[str, str]:  # noqa: ANN401  # whatever YAML gives
        if not isinstance(texts, dict) or not all(isinstance(text, str) for text in texts.values()):
            raise self.error(key, f"the term '{key}' has a text without a language", "Write {en: …, az: …}")
        return {language: " ".join(text.split()) for language, text in texts.items()}


def _error(file: Path, line: int, message: str, remedy: str) -> CorpusError:
    return CorpusError(Problem(file.name, line, message, remedy))
