"""A file that is added to the corpus: what it becomes, and where it belongs."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import yaml

from corpus.answering.limits import LIMITS_FILE
from corpus.reading.converting import LARGEST, Facts, convert
from corpus.reading.problems import CorpusError, Problem
from corpus.reading.questions import ASKED_FILE, GOLDEN_FILE
from corpus.workshop import Workshop

BESIDE = ("workshop.yaml", "glossary.yaml", ASKED_FILE, GOLDEN_FILE)
"""Files that lie beside the documents, known by their names."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A file as it can stand in the corpus folder.

    Attributes:
        id: of the document; None for what lies beside the documents.
        place: where it belongs, if nothing of that id is there.
        content: the file as it is written.
        original: where the file it was made from belongs, if that stays.
        notes: what its keeper should know.
    """

    id: str | None
    place: str
    content: bytes
    original: str | None
    notes: tuple[str, ...]


def take(name: str, content: bytes, *, workshop: Workshop, today: dt.date, facts: Facts) -> Taken:
    """Take a file for the corpus. Blocks for as long as its conversion takes.

    Args:
        name: of the file, with or without folders.
        content: its bytes.
        workshop: whose themes and languages it is for.
        today: from the clock.
        facts: what is known beforehand.

    Raises:
        CorpusError: it can't be taken; the problem says what to do.
    """
    base = name.replace("\\", "/").rpartition("/")[2]
    if base == LIMITS_FILE:
        raise CorpusError(Problem(base, 1, "limits are measured when a version is published", "Leave it out"))
    if base in BESIDE:
        if len(content) > LARGEST:
            raise CorpusError(Problem(base, 1, f"larger than {LARGEST:,} bytes", "Shorten it"))
        return Taken(None, base, content, None, ())
    converted = convert(name, content, workshop=workshop, today=today, facts=facts)
    written = converted.markdown.encode()
    language = front_matter(written).get("language", workshop.languages[0])
    return Taken(
        converted.id,
        f"{language}/{converted.id}.md",
        written,
        converted.original,
        tuple(map(str, converted.notes)),
    )


def front_matter(content: bytes) -> dict[str, Any]:
    """The front matter of a Markdown file as it stands, empty where there is none."""
    lines = content.decode("utf-8-sig", errors="replace").splitlines()
    if not lines or lines[0].rstrip() != "---":
        return {}
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    try:
        read = yaml.safe_load("\n".join(lines[1:end]))
    except yaml.YAMLError:
        return {}
    return read if isinstance(read, dict) else {}
