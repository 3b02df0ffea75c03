"""The terms of the field, and the words that mean the same in another wording or language."""

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.passages import Source


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """One notion of the field.

    Attributes:
        id: unique key.
        names: the term itself by language.
        abbreviations: as written, shared by all languages.
        meanings: one or two sentences by language; empty for a plain word that only joins wordings.
        forms: every other wording by language.
        sources: what the meaning rests on.
    """

    id: str
    names: Mapping[str, str]
    abbreviations: tuple[str, ...]
    meanings: Mapping[str, str]
    forms: Mapping[str, tuple[str, ...]]
    sources: tuple[Source, ...]

    def wordings(self, language: str) -> tuple[str, ...]:
        """How the notion is said in a language: its name, its forms, its abbreviations."""
        name = (self.names[language],) if language in self.names else ()
        return (*name, *self.forms.get(language, ()), *self.abbreviations)
