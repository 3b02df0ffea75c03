"""One Markdown file with YAML front matter, read into a document of passages."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Annotated, cast

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin
from pydantic import BaseModel, Field, Strict, StringConstraints

from corpus.passages import FIELD, Document, Page, PageKind, Passage, Source
from corpus.ranking.analysis import ascii_letters, fold
from corpus.reading.problems import CorpusError, Problem
from corpus.reading.sentences import sentences
from corpus.reading.yaml_file import SourceEntry, Text, YamlFile, named_sources

LONGEST_PASSAGE = 150
"""Words beyond which a passage is noted as too long to be quoted on a telephone."""

ITSELF = "original"
"""The source key of what the document was imported from, or who contributed it."""

COMMON_KNOWLEDGE = Source(FIELD, "Common knowledge of the field")

_REMEDIES = {
    "id": "Use small letters, digits and hyphens",
    "title": "Write it in quotes",
    "language": "Use a code such as en, in quotes if it reads 'no'",
    "date": "Write the day as 2023-11-28",
    "review": "Write the day as 2023-11-28",
    "translation_of": "Name the id of another document",
    "original": "Write 'originals/' and the name of the file",
    "share": "Write true or false",
    "sources": "Write 'key: {title: …, url: …}' lines, the address with https://",
}
_Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
_Original = Annotated[str, StringConstraints(pattern=r"^originals/[^/\\\x00-\x1f.][^/\\\x00-\x1f]*$")]
_SOURCES_LINE = re.compile(r"Sources:\s*(.+)", re.IGNORECASE)
_NO_SOURCES = re.compile(r"Sources\\:", re.IGNORECASE)
"""How a line of an imported file begins that is text."""
_PAGE_MARK = re.compile(r'<!-- (page|slide|sheet) ([1-9]\d{0,5})(?: "([^"]+)")? -->')
_COMMENTS = re.compile(r"\s*(?:<!--.*?-->\s*)*", re.DOTALL)
_END = Token("end", "", 0)
PARSER = MarkdownIt("commonmark").use(front_matter_plugin)


class _Head(BaseModel):
    id: _Id
    title: Text
    theme: Text
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
    date: Annotated[dt.date, Strict()]
    review: Annotated[dt.date, Strict()]
    sources: dict[str, SourceEntry] = Field(default_factory=dict)
    translation_of: _Id | None = None
    original: _Original | None = None
    share: Annotated[bool, Strict()] = False
    contributor: Text | None = None

    @property
    def itself(self) -> Source | None:
        """What a section without sources rests on, in a document that is somebody else's."""
        if self.contributor:
            return Source(ITSELF, self.contributor)
        return Source(ITSELF, self.title) if self.original else None


@dataclass
class _Section:
    path: tuple[str, ...]
    line: int
    page: Page | None = None
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
    tokens = PARSER.parse(text)
    head = _front_matter(tokens, path=path, themes=themes)
    itself = {ITSELF: head.itself} if head.itself else {}
    sources = {FIELD: COMMON_KNOWLEDGE, **itself, **named_sources(head.sources)}
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


def _front_matter(tokens: Sequence[Token], *, path: str, themes: Sequence[str]) -> _Head:
    if not tokens or tokens[0].type != "front_matter":
        raise _error(path, 1, "no front matter", "Begin the file with '---', the fields, and '---'")
    yaml = YamlFile(tokens[0].content, path=path, first_line=2)
    head = yaml.checked(_Head, yaml.content, remedies=_REMEDIES)
    if head.theme not in themes:
        raise yaml.error(
            ("theme",), f"{head.theme!r} is not known", f"Use one of workshop.yaml's: {', '.join(themes)}"
        )
    return head


def _sections(tokens: Sequence[Token], *, path: str) -> Iterator[_Section]:
    """The text under each heading that has any, with the headings above it."""
    above: dict[int, str] = {}
    section: _Section | None = None
    page: Page | None = None
    for token, inside in pairwise((*tokens, _END)):
        line = token.map[0] + 1 if token.map else 1
        if token.type == "heading_open":
            if section and section.paragraphs:
                yield section
            level = int(token.tag[1])
            above = {depth: text for depth, text in above.items() if depth < level}
            above[level] = plain(inside)
            if not above[level]:
                raise _error(path, line, "a heading without words", "Name what stands under it")
            section = _Section(tuple(above.values()), line)
        elif token.type in ("paragraph_open", "fence", "code_block"):
            if section is None:
                raise _error(path, line, "text before the first heading", "Put a '## Heading' above it")
            section.page = section.page if section.paragraphs else page
            _take(section, token, inside)
        elif token.type == "html_block":
            page = _page_after(token.content, path=path, line=line) or page
    if section and section.paragraphs:
        yield section


def _take(section: _Section, block: Token, inside: Token) -> None:
    text = plain(inside) if block.type == "paragraph_open" else block.content
    if keys := source_keys(block, inside):
        section.keys += keys
    elif text.strip():
        section.paragraphs.append(" ".join(text.split()))


def source_keys(block: Token, inside: Token) -> list[str]:
    """The keys of a paragraph that names sources; none for any other."""
    if block.type != "paragraph_open" or _NO_SOURCES.match(inside.content):
        return []
    keys = _SOURCES_LINE.fullmatch(plain(inside))
    return [key.strip() for key in keys[1].split(",")] if keys else []


def _page_after(comments: str, *, path: str, line: int) -> Page | None:
    """The page that a mark such as `<!-- page 12 "iv" -->` says begins."""
    if not _COMMENTS.fullmatch(comments):
        raise _error(path, line, "text in HTML, which is not read", "Write it as Markdown")
    marks = _PAGE_MARK.findall(comments)
    if not marks:
        return None
    kind, number, label = marks[-1]
    return Page(int(number), label or number, cast("PageKind", kind))


def plain(inline: Token) -> str:
    """The words of a line without its marks."""
    breaks = {"softbreak": " ", "hardbreak": " "}
    return "".join(breaks.get(child.type, child.content) for child in inline.children or ()).strip()


def _passage(section: _Section, *, head: _Head, sources: Mapping[str, Source], path: str) -> Passage:
    if not section.keys and ITSELF in sources:
        section.keys.append(ITSELF)
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
        id=f"{head.id}#{slug('-'.join(section.path))}",
        document=head.id,
        path=path,
        title=head.title,
        section=section.path,
        theme=head.theme,
        language=head.language,
        sentences=flat,
        paragraphs=tuple(len(paragraph) for paragraph in split),
        sources=tuple(sources[key] for key in section.keys),
        fingerprint=fingerprint(" ".join(flat)),
        page=section.page,
    )


def _document(head: _Head, *, path: str, passages: tuple[Passage, ...]) -> Document:
    return Document(
        id=head.id,
        path=path,
        title=head.title,
        theme=head.theme,
        language=head.language,
        date=head.date,
        review=head.review,
        translation_of=head.translation_of,
        passages=passages,
        original=head.original,
        share=head.share,
        contributor=head.contributor,
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
