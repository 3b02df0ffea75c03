"""A file somebody sent, turned into a document of the corpus: in another process, within limits.

Nothing of the file is trusted: neither its name nor what it says it is. It is read by
`corpus.reading.converters`, which this module does not import.
"""

import datetime as dt
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

from corpus.reading.problems import CorpusError, Problem
from corpus.workshop import Workshop

LARGEST = 20 * 2**20
"""Bytes of a file that is taken: what Telegram gives to bots."""
SECONDS = 90
"""How long a file may be read."""
LONGEST_SHOWN, LONGEST_GIVEN = 120, 500
"""Characters of a file's name that are shown, and of a fact or a name that are looked at."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a document beforehand; what is None is found in the file.

    Attributes:
        id: of small letters, digits and hyphens; else made of the file's name.
        title: else from its properties, its first heading, its name.
        theme: key of a theme in `workshop.yaml`; else `practical` or the first one, with a note.
        language: ISO 639-1 code; else told by its words.
        date: else from its properties, or today.
        review: else a year from today.
    """

    id: str | None = None
    title: str | None = None
    theme: str | None = None
    language: str | None = None
    date: dt.date | None = None
    review: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Converted:
    """A document as it can stand in the corpus.

    Attributes:
        id: the document's.
        markdown: the whole file, with front matter; `read_markdown` reads it without error.
        original: where in the corpus folder its front matter says the file itself lies; None for a file that
            was a document of a corpus already.
        notes: what was left out or assumed, for the maintainer; none is fatal.
    """

    id: str
    markdown: str
    original: str | None
    notes: tuple[Problem, ...]


def convert(
    name: str, content: bytes, *, workshop: Workshop, today: dt.date, facts: Facts = Facts()
) -> Converted:
    """Read a PDF, DOCX, PPTX, XLSX, HTML, Markdown or text file. Blocks for up to `SECONDS`.

    Args:
        name: what its sender calls it; only a hint.
        content: its bytes.
        workshop: whose themes and languages it is for.
        today: from the clock.
        facts: what is known beforehand.

    Raises:
        CorpusError: it can't be taken; the problem says what to do.
    """
    shown = "".join(letter if letter.isprintable() else " " for letter in name)[-LONGEST_SHOWN:]
    if not content:
        raise CorpusError(Problem(shown, 1, "the file is empty", "Send it again"))
    if len(content) > LARGEST:
        size = f"it is larger than {LARGEST // 2**20} MB ({len(content) / 2**20:,.1f})"
        raise CorpusError(Problem(shown, 1, size, "Leave out pictures, or send it in several files"))
    given = {key: str(value)[:LONGEST_GIVEN] if value else None for key, value in _fields(facts).items()}
    order = {
        "name": name[-LONGEST_GIVEN:],
        "facts": given,
        "themes": list(workshop.themes),
        "languages": list(workshop.languages),
        "today": today.isoformat(),
    }
    answer = _read_beside(shown, content, order)
    if "problem" in answer:
        raise CorpusError(Problem(shown, *answer["problem"]))
    notes = tuple(
        Problem(shown, line, message, remedy, fatal=False) for line, message, remedy in answer["notes"]
    )
    return Converted(answer["id"], answer["markdown"], answer["original"], notes)


def _fields(facts: Facts) -> dict[str, object]:
    return {name: getattr(facts, name) for name in Facts.__slots__}


def _read_beside(shown: str, content: bytes, order: dict[str, Any]) -> dict[str, Any]:
    """The answer of the other process; whatever becomes of it, this one goes on."""
    command = [sys.executable, "-m", "corpus.reading.converters", json.dumps(order)]
    environment = {key: value for key, value in os.environ.items() if not key.startswith("BOT_")}  # noqa: TID251  # the token stays here
    try:
        done = subprocess.run(  # noqa: S603  # this program
            command, input=content, capture_output=True, timeout=SECONDS, env=environment, check=False
        )
        answer: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        message = f"reading it takes longer than {SECONDS} seconds"
        raise CorpusError(Problem(shown, 1, message, "Send it in several files")) from None
    except OSError as error:
        message = f"the process that reads it did not start: {error.strerror}"
        raise CorpusError(Problem(shown, 1, message, "Try again later")) from None
    except ValueError:
        message = f"reading it broke off ({_ending(done)})"
        remedy = "It is damaged or too large: save it anew, or send it in several files"
        raise CorpusError(Problem(shown, 1, message, remedy)) from None
    return answer


def _ending(done: subprocess.CompletedProcess[bytes]) -> str:
    if done.returncode < 0:
        return f"signal {-done.returncode}"
    said = done.stderr.decode(errors="replace").strip().splitlines()
    return said[-1][:LONGEST_SHOWN] if said else f"status {done.returncode}"
