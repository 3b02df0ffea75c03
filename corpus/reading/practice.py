"""A practice that somebody shared, written as a document like any other."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

LONGEST_TITLE = 70
"""Letters of a heading that is read at a glance."""
SOURCE = "practice"
"""The key of what the document rests on: the contributor's own word."""

_MARKS = re.compile(r"([\\`*_\[\]<&]|(?<=!)\[)")
_BEGINS_A_BLOCK = re.compile(r"^(?:(#{1,6}|[-+>=~|]|:)|(\d{1,9})([.)]))")
_READ_AS_SOURCES = re.compile(r"(sources)\s*:", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s")


@dataclass(frozen=True, slots=True)
class SharedPractice:
    """What the document says and what stands above it.

    Attributes:
        id: of the document.
        title: plain text, also its first heading.
        theme: key of a theme in `workshop.yaml`.
        language: ISO 639-1 code.
        date: the day it was shared.
        review: the day it is to be looked at again.
        contributor: as they want to be named.
        source: what a reader is told it rests on.
        what: the text under the title.
        others: further headings, each with its text.
    """

    id: str
    title: str
    theme: str
    language: str
    date: dt.date
    review: dt.date
    contributor: str
    source: str
    what: str
    others: Sequence[tuple[str, str]] = ()


def title_of(text: str) -> str:
    """The first sentence of a text, cut at a word where it is longer than a heading."""
    first = _SENTENCE_END.split(" ".join(text.split()), maxsplit=1)[0].rstrip(".!… ")
    if len(first) <= LONGEST_TITLE:
        return first
    cut = first.rfind(" ", 1, LONGEST_TITLE)
    return f"{first[: cut if cut > 0 else LONGEST_TITLE - 1]}…"


def practice_document(shared: SharedPractice) -> str:
    """The Markdown of a practice: what was written comes out of the reader to the letter."""
    head = {
        "id": shared.id,
        "title": shared.title,
        "theme": shared.theme,
        "language": shared.language,
        "date": shared.date,
        "review": shared.review,
        "contributor": shared.contributor,
        "sources": {SOURCE: {"title": shared.source}},
    }
    front = yaml.safe_dump(head, allow_unicode=True, sort_keys=False, width=10_000)
    sections = [(shared.title, shared.what), *shared.others]
    body = "\n".join(
        f"## {_literal(heading)}\n\n{_paragraphs(text)}\n\nSources: {SOURCE}\n" for heading, text in sections
    )
    return f"---\n{front}---\n\n{body}"


def _paragraphs(text: str) -> str:
    """Plain text as Markdown paragraphs, a blank line or a line end in it begins a new one."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return "\n\n".join(_literal(_READ_AS_SOURCES.sub(r"\1 –", line, count=1)) for line in lines if line)


def _literal(line: str) -> str:
    """One line of plain text with a backslash before what Markdown would take for a mark."""
    return _BEGINS_A_BLOCK.sub(_escaped, _MARKS.sub(r"\\\1", " ".join(line.split())))


def _escaped(beginning: re.Match[str]) -> str:
    mark, number, dot = beginning.groups()
    return f"\\{mark}" if mark else f"{number}\\{dot}"
