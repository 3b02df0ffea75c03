"""The process a file is read in: `python -m corpus.reading.converters ORDER`, the file on standard input.

The order is JSON; so is the answer on standard output: a document in Markdown, or why there is none.
"""

import datetime as dt
import json
import re
import sys
from importlib import import_module
from typing import Any

from corpus.answering.language import detect
from corpus.passages import Page
from corpus.ranking.languages import UNKNOWN, language_of
from corpus.reading.converters.blocks import Block, Content, Heading, Paragraph, Unreadable, clean
from corpus.reading.converters.decoding import decode, refuse_mojibake
from corpus.reading.converters.limits import MEMORY, confine
from corpus.reading.converters.naming import safe_id, shown_name, stem
from corpus.reading.converters.plain import is_of_a_corpus
from corpus.reading.converters.sniffing import Format, sniff
from corpus.reading.converters.writing import write
from corpus.reading.folder import LARGEST_FILE, ORIGINALS
from corpus.reading.markdown import ITSELF, read_markdown
from corpus.reading.problems import CorpusError, Problem

LONGEST_TITLE = 200
"""Characters."""
_XML_NO_MEMORY = 2
"""The code of libxml2's XML_ERR_NO_MEMORY; lxml tells it as an error in the XML."""
SHORT_TEXT = 100
"""Words."""

_READERS: dict[Format, tuple[str, str]] = {
    "pdf": ("pdf", "read_pdf"),
    "docx": ("word", "read_word"),
    "pptx": ("slides", "read_slides"),
    "xlsx": ("sheets", "read_sheets"),
    "html": ("web", "read_web"),
    "md": ("plain", "read_foreign_markdown"),
    "txt": ("plain", "read_text"),
}
"""Module and function; each imports a library of its own."""
_NO_TITLE = re.compile(
    r"^(?:microsoft |untitled|\(?anonymous|powerpoint|без имени|adsız|(?:document|presentation|slide) ?\d*$)"
    r"|^\W*$|\.\w{2,4}$",
    re.IGNORECASE,
)
"""Titles that programs give."""
_FIRST_YEAR = 1990
"""Of the dates in properties that are believed."""
_FALLBACK_THEME = "practical"


def main() -> None:
    """Carry out the order."""
    order = json.loads(sys.argv[1])
    unlimited = confine()
    name = shown_name(order["name"])
    try:
        done = _converted(name, sys.stdin.buffer.read(), order)
        if unlimited:
            done["notes"].append((1, unlimited, "Take files from people you know"))
        print(json.dumps(done))
    except CorpusError as error:
        _refuse(error.problem.message, error.problem.remedy, line=error.problem.line)
    except Unreadable as error:
        _refuse(error.message, error.remedy)
    except ModuleNotFoundError as error:
        _refuse(f"reading it needs {error.name}", "Install it with: pip install 'workshop-bot[documents]'")
    except Exception as error:  # noqa: BLE001  # what a damaged file makes a library raise can't be listed
        if isinstance(error, MemoryError) or getattr(error, "code", None) == _XML_NO_MEMORY:
            _refuse(f"reading it takes more than {MEMORY // 2**20} MB of memory", "Send it in several files")
        else:
            _refuse(f"the file is damaged ({type(error).__name__})", "Open it, save it anew and send that")


def _converted(name: str, content: bytes, order: dict[str, Any]) -> dict[str, Any]:
    found = sniff(name, content)
    if found in ("md", "txt") and is_of_a_corpus(text := decode(content)):
        document, notes = read_markdown(text, path=name, themes=order["themes"])
        return {"id": document.id, "markdown": text, "original": None, "notes": _listed(notes)}
    module, function = _READERS[found]
    read: Content = getattr(import_module(f"corpus.reading.converters.{module}"), function)(content)
    return _written(read, name=name, ending=found, order=order)


def _written(read: Content, *, name: str, ending: Format, order: dict[str, Any]) -> dict[str, Any]:
    if not any(isinstance(block, Paragraph) for block in read.blocks):
        raise Unreadable("there is no text in it", "Send a document with text")
    refuse_mojibake(read.text)
    front = _facts(read, name=name, order=order)
    front[ITSELF] = f"{ORIGINALS}/{front['id']}.{ending}"
    if read.url:
        front["sources"] = {ITSELF: {"title": front["title"], "url": read.url}}
    markdown = write(_below(front["title"], read), title=front["title"], front=front)
    if len(markdown.encode()) > LARGEST_FILE:
        raise Unreadable(f"its text is larger than {LARGEST_FILE:,} bytes", "Send it in several files")
    _, notes = read_markdown(markdown, path=name, themes=order["themes"])
    return {
        "id": front["id"],
        "markdown": markdown,
        "original": front[ITSELF],
        "notes": [*((1, *note) for note in read.notes), *_listed(notes)],
    }


def _listed(notes: list[Problem]) -> list[tuple[int, str, str]]:
    return [(note.line, note.message, note.remedy) for note in notes]


def _facts(read: Content, *, name: str, order: dict[str, Any]) -> dict[str, Any]:
    """The front matter: what was given, else what the file says, else what is likely."""
    given, today = order["facts"], dt.date.fromisoformat(order["today"])
    title = clean(given["title"] or "") or _title(read, name)
    said = given["date"] and dt.date.fromisoformat(given["date"])
    is_likely = read.date is not None and read.date.year >= _FIRST_YEAR and read.date <= today
    review = given["review"] and dt.date.fromisoformat(given["review"])
    return {
        "id": safe_id(given["id"] or stem(name)),
        "title": title[:LONGEST_TITLE],
        "theme": given["theme"] or _theme(read, order["themes"]),
        "language": given["language"] or _language(read, order["languages"]),
        "date": said or (read.date if is_likely else today),
        "review": review or _a_year_after(today),
    }


def _title(read: Content, name: str) -> str:
    said = clean(read.title or "")
    if said and not _NO_TITLE.search(said):
        return said
    first = next((block.text for block in read.blocks if isinstance(block, Heading)), None)
    return first or clean(stem(name).replace("_", " "))


def _theme(read: Content, themes: list[str]) -> str:
    theme = _FALLBACK_THEME if _FALLBACK_THEME in themes else themes[0]
    read.notes.append((f"its theme was not given, '{theme}' is taken", f"Name one of {', '.join(themes)}"))
    return theme


def _language(read: Content, languages: list[str]) -> str:
    """The language most words are in; of a short text only one the workshop speaks is believed."""
    texts = read.text.split("\n")
    found = language_of(texts)
    if found in languages or (found != UNKNOWN and len(read.text.split()) > SHORT_TEXT):
        return found
    return detect(read.text, languages) or languages[0]


def _a_year_after(day: dt.date) -> dt.date:
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _below(title: str, read: Content) -> list[Block]:
    """The blocks without a first heading that says the title again."""
    first = next((block for block in read.blocks if not isinstance(block, Page)), None)
    if isinstance(first, Heading) and first.text.casefold() == title.casefold():
        return [block for block in read.blocks if block is not first]
    return read.blocks


def _refuse(message: str, remedy: str, *, line: int = 1) -> None:
    print(json.dumps({"problem": (line, message, remedy)}))


if __name__ == "__main__":
    main()
