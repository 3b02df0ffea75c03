"""A practice that somebody shared, written as a document like any other."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from corpus.reading.markdown import ITSELF

LONGEST_TITLE = 70
"""Letters of a heading that is read at a glance."""

_MARKS = re.compile(r"[\\`*_\[\]<&#]")
_BEGINS_A_BLOCK = re.compile(r"([+>=~-])|(\d{1,9})([.)])")
_READ_AS_SOURCES = re.compile(r"(sources):", re.IGNORECASE)
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
        "sources": {ITSELF: {"title": shared.source}},
    }
    front = yaml.safe_dump(head, allow_unicode=True, sort_keys=False, width=10_000)
    sections = [(shared.title, shared.what), *shared.others]
    body = "\n\n".join(f"## {_literal(heading)}\n\n{_paragraphs(text)}" for heading, text in sections)
    return f"---\n{front}---\n\n{body}\n"


def _paragraphs(text: str) -> str:
    """Plain text as Markdown paragraphs: a line end in it begins a new one."""
    return "\n\n".join(_literal(line) for line in text.splitlines() if line.strip())


def _literal(line: str) -> str:
    """A line of plain text with a backslash before what would be taken for a mark."""
    marked = _MARKS.sub(r"\\\g<0>", " ".join(line.split()))
    if sources := _READ_AS_SOURCES.match(marked):
        return f"{sources[1]}\\:{marked[sources.end() :]}"
    if begins := _BEGINS_A_BLOCK.match(marked):
        mark, number, dot = begins.groups()
        return (f"\\{mark}" if mark else f"{number}\\{dot}") + marked[begins.end() :]
    return marked
