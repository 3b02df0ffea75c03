"""One Markdown file with YAML front matter, read into a document of passages."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from corpus.passages import FIELD, Document, Passage, Source
from corpus.ranking.analysis import ascii_letters, fold
from corpus.reading.problems import CorpusError, Problem
from corpus.reading.sentences import sentences

LONGEST_PASSAGE = 150
"""Words beyond which a passage is noted as too long to be quoted on a telephone."""

COMMON_KNOWLEDGE = Source(FIELD, "Common knowledge of the field")

_REQUIRED = ("id", "title", "theme", "language", "date", "review", "sources")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SOURCES_LINE = re.compile(r"Sources:\s*(.+)", re.IGNORECASE)
_PARSER = MarkdownIt("commonmark").use(front_matter_plugin)


@dataclass
class _Section:
    path: tuple[str, ...]
    line: int
    paragraphs: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)


def read_markdown(text: str, *, path: str, themes: Sequence[str]) -> tuple[Document, list[Problem]]:
    """Read one document.

    Args:
        text: the whole file.
        path: its POSIX path inside the corpus folder, for messages and citations.
        themes: the keys of `workshop.yaml` a document may name.

    Returns:
        The document, and notes that don't keep it from being served.

    Raises:
        CorpusError: the file can't be used; the problem names line and remedy.
    """
    tokens = _PARSER.parse(text)
    head = _front_matter(tokens, path=path, themes=themes)
    sources = _sources(head, path=path)
    passages: dict[str, Passage] = {}
    notes: list[Problem] = []
    for section in _sections(tokens, path=path):
        passage = _passage(section, head=head, sources=sources, path=path)
        if passage.id in passages:
            raise _error(path, section.line, f"the heading {section.path[-1]!r} stands twice", "Rename one")
        passages[passage.id] = passage
        words = len(passage.text.split())
        if words > LONGEST_PASSAGE:
            notes.append(_note(path, section.line, f"{words} words under one heading", "Split the section"))
    if not passages:
        raise _error(path, 1, "no section with text", "Add a '## Heading' with a paragraph under it")
    return _document(head, path=path, passages=tuple(passages.values())), notes


def _front_matter(tokens: Sequence[Token], *, path: str, themes: Sequence[str]) -> dict[str, Any]:
    if not tokens or tokens[0].type != "front_matter":
        raise _error(path, 1, "no front matter", "Begin the file with '---', the fields, and '---'")
    try:
        head = yaml.load(tokens[0].content, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        reason = getattr(error, "problem", None) or "unreadable"
        raise _error(path, line, f"the front matter is no YAML: {reason}", "Mend the line") from None
    if not isinstance(head, dict):
        raise _error(path, 1, "the front matter is no list of fields", "Write 'name: value' lines")
    for name in _REQUIRED:
        if head.get(name) in (None, ""):
            raise _error(path, 1, f"the field '{name}' is missing", f"Add '{name}:' to the front matter")
    _check_fields(head, tokens[0].content.splitlines(), path=path, themes=themes)
    return head


def _check_fields(head: Mapping[str, Any], lines: Sequence[str], *, path: str, themes: Sequence[str]) -> None:
    def wrong(name: str, remedy: str) -> CorpusError:
        line = next((n for n, text in enumerate(lines, start=2) if text.startswith(f"{name}:")), 1)
        return _error(path, line, f"the field '{name}' is {head[name]!r}", remedy)

    if not isinstance(head["id"], str) or not _ID.fullmatch(head["id"]):
        raise wrong("id", "Use small letters, digits and hyphens")
    if not isinstance(head["title"], str):
        raise wrong("title", "Put the title in quotes")
    if head["theme"] not in themes:
        raise wrong("theme", f"Use one of workshop.yaml's themes: {', '.join(themes)}")
    if not isinstance(head["language"], str) or not re.fullmatch("[a-z]{2,3}", head["language"]):
        raise wrong("language", "Use a language code such as en, in quotes if it reads 'no'")
    for name in ("date", "review"):
        if type(head[name]) is not date:
            raise wrong(name, "Write the day as 2023-11-28")


def _sources(head: Mapping[str, Any], *, path: str) -> dict[str, Source]:
    listed = head["sources"]
    if not isinstance(listed, dict):
        raise _error(path, 1, "'sources' is no list of keys", "Write 'key: {title: …, url: …}' lines")
    sources = {FIELD: COMMON_KNOWLEDGE}
    for key, entry in listed.items():
        title = entry.get("title") if isinstance(entry, dict) else None
        if not isinstance(title, str) or not title.strip():
            raise _error(path, 1, f"the source '{key}' has no title", "Give it 'title:' and, if any, 'url:'")
        url = entry.get("url")
        if url is not None and not re.fullmatch(r"https?://\S+", str(url)):
            raise _error(path, 1, f"the source '{key}' has the address {url!r}", "Begin it with https://")
        sources[str(key)] = Source(str(key), title.strip(), url)
    return sources


def _sections(tokens: Sequence[Token], *, path: str) -> Iterator[_Section]:
    """The text under each heading that has any, with the headings above it."""
    above: dict[int, str] = {}
    section: _Section | None = None
    for token, inside in pairwise(tokens):
        line = token.map[0] + 1 if token.map else 1
        if token.type == "heading_open":
            if section and section.paragraphs:
                yield section
            level = int(token.tag[1])
            above = {depth: text for depth, text in above.items() if depth < level}
            above[level] = _plain(inside)
            section = _Section(tuple(above.values()), line)
        elif token.type in ("paragraph_open", "fence", "code_block"):
            if section is None:
                raise _error(path, line, "text before the first heading", "Put a '## Heading' above it")
            _take(section, _plain(inside) if token.type == "paragraph_open" else token.content)
    if section and section.paragraphs:
        yield section


def _take(section: _Section, text: str) -> None:
    keys = _SOURCES_LINE.fullmatch(text)
    if keys:
        section.keys += [key.strip() for key in keys[1].split(",")]
    elif text.strip():
        section.paragraphs.append(" ".join(text.split()))


def _plain(inline: Token) -> str:
    """The words of a line without its marks."""
    breaks = {"softbreak": " ", "hardbreak": " "}
    return "".join(breaks.get(child.type, child.content) for child in inline.children or ()).strip()


def _passage(
    section: _Section, *, head: Mapping[str, Any], sources: Mapping[str, Source], path: str
) -> Passage:
    if not section.keys:
        raise _error(
            path, section.line, f"{section.path[-1]!r} names no source", "End it with 'Sources: key, key'"
        )
    unknown = [key for key in section.keys if key not in sources]
    if unknown:
        raise _error(
            path, section.line, f"the source '{unknown[0]}' is not listed", "Add it to 'sources' above"
        )
    split = [sentences(paragraph) for paragraph in section.paragraphs]
    flat = tuple(sentence for paragraph in split for sentence in paragraph)
    return Passage(
        id=f"{head['id']}#{slug('-'.join(section.path))}",
        document=head["id"],
        path=path,
        title=head["title"].strip(),
        section=section.path,
        theme=head["theme"],
        language=head["language"],
        sentences=flat,
        paragraphs=tuple(len(paragraph) for paragraph in split),
        sources=tuple(sources[key] for key in section.keys),
        fingerprint=fingerprint(" ".join(flat)),
    )


def _document(head: Mapping[str, Any], *, path: str, passages: tuple[Passage, ...]) -> Document:
    return Document(
        id=head["id"],
        path=path,
        title=head["title"].strip(),
        theme=head["theme"],
        language=head["language"],
        date=head["date"],
        review=head["review"],
        translation_of=head.get("translation_of"),
        passages=passages,
    )


def slug(text: str) -> str:
    """A heading as a stable part of an id: folded words joined by hyphens."""
    return re.sub(r"[\W_]+", "-", ascii_letters(fold(text))).strip("-")


def fingerprint(text: str) -> str:
    """Twelve hex digits of the SHA-256 of the folded words: the same text moved or re-wrapped keeps it."""
    return hashlib.sha256(" ".join(fold(text).split()).encode()).hexdigest()[:12]


def _error(path: str, line: int, message: str, remedy: str) -> CorpusError:
    return CorpusError(Problem(path, line, message, remedy))


def _note(path: str, line: int, message: str, remedy: str) -> Problem:
    return Problem(path, line, message, remedy, fatal=False)
