"""A practice that somebody shared, written as a document like any other."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.reading.converters.blocks import Block, Heading, Paragraph, clean
from corpus.reading.converters.writing import write
from corpus.reading.markdown import ITSELF

LONGEST_TITLE = 70
"""Letters of a heading that is read at a glance."""

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
    blocks: list[Block] = []
    for heading, text in ((shared.title, shared.what), *shared.others):
        blocks.append(Heading(clean(heading), 1))
        blocks += [Paragraph(line) for line in map(clean, text.splitlines()) if line]
    return write(blocks, title=shared.title, front=head)
