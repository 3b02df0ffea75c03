"""The values everything else is made of: sources, documents and their passages."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

FIELD = "field"
"""The reserved source key for what is common knowledge of the field."""

PageKind = Literal["page", "slide", "sheet"]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the file a document was imported from.

    Attributes:
        number: its position in the file, from 1.
        label: what is printed on it, such as `iv`; a sheet's name.
        kind: what such a page is called.
    """

    number: int
    label: str
    kind: PageKind = "page"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement comes from; `url` is None for common knowledge and for print."""

    key: str
    title: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """The text under one heading: what an answer quotes.

    Attributes:
        id: `document-id#heading-slug`, stable while the heading stands.
        document: id of the document.
        path: POSIX path of the file inside the corpus folder.
        title: title of the document.
        section: the headings from the top down to this passage.
        theme: key of a theme in `workshop.yaml`.
        language: ISO 639-1 code.
        sentences: the text, sentence by sentence, to the letter.
        paragraphs: for each paragraph, the number of its sentences.
        sources: what the section rests on.
        fingerprint: hash of the text alone, so a moved passage keeps its labels.
        page: where the text begins in the original, if that has pages.
        asked: questions it is known to answer, by their language.
    """

    id: str
    document: str
    path: str
    title: str
    section: tuple[str, ...]
    theme: str
    language: str
    sentences: tuple[str, ...]
    paragraphs: tuple[int, ...]
    sources: tuple[Source, ...]
    fingerprint: str
    page: Page | None = None
    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def heading(self) -> str:
        """The last heading of the section path."""
        return self.section[-1]

    @property
    def text(self) -> str:
        """The whole passage as plain text, a blank line between paragraphs."""
        start, parts = 0, []
        for count in self.paragraphs:
            parts.append(" ".join(self.sentences[start : start + count]))
            start += count
        return "\n\n".join(parts)


@dataclass(frozen=True, slots=True)
class Document:
    """One file of the corpus with its front matter and passages.

    Attributes:
        id: unique in the corpus.
        path: POSIX path of the file inside the corpus folder.
        title: as it is cited.
        theme: key of a theme in `workshop.yaml`.
        language: ISO 639-1 code.
        date: the day its statements are of.
        review: the day they should be looked at again.
        translation_of: id of the document it says the same as.
        passages: in order.
        original: path, inside the corpus folder, of the file it was imported from.
        share: whether that file may be sent to participants as a whole.
        contributor: who told it, as they want to be named.
    """

    id: str
    path: str
    title: str
    theme: str
    language: str
    date: dt.date
    review: dt.date
    translation_of: str | None
    passages: tuple[Passage, ...]
    original: str | None = None
    share: bool = False
    contributor: str | None = None
