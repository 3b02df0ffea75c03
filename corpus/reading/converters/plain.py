"""Plain text and Markdown of any origin, read into blocks."""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from corpus.reading.converters.blocks import Block, Content, Heading, Paragraph, clean, rows
from corpus.reading.converters.decoding import decode

MOST_WORDS = 12
"""Of a line standing alone that is taken for a heading."""
LEAST_OWN_FIELDS = 3

_FRONT = re.compile(r"\s*---\s*\n(?:.*\n){,400}?---\s*$", re.MULTILINE)
_OWN_FIELD = re.compile(r"^(id|theme|language|review|sources|translation_of|original)\s*:", re.MULTILINE)
_MARKDOWN = MarkdownIt("commonmark").enable("table").use(front_matter_plugin)
_UNDERLINE = re.compile(r"\s*(=|-){3,}\s*")
_NO_HEADING = re.compile(r".*[.!?…;:,]['\"”’»)\]]*")
_ITEM = re.compile(r"\s*[-*•·–—▪◦]\s+(?=\S)")
_END = Token("end", "", 0)


def read_text(content: bytes) -> Content:
    """Plain text: paragraphs between blank lines; a short line alone is a heading.

    Raises:
        Unreadable: the encoding can't be told.
    """
    text = decode(content).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    return Content(list(_blocks(re.split(r"\n[ \t]*(?:\n[ \t]*)+", text.strip("\n")))))


def _blocks(chunks: list[str]) -> Iterator[Block]:
    for chunk, after in pairwise((*chunks, "")):
        lines = [line for line in chunk.split("\n") if line.strip()]
        if len(lines) > 1 and _UNDERLINE.fullmatch(lines[1]):
            yield Heading(clean(lines[0]), 1 if "=" in lines[1] else 2)
            lines = lines[2:]
        elif len(lines) == 1 and after.strip() and _is_heading(lines[0]):
            yield Heading(clean(lines[0]), 2)
            continue
        yield from _paragraphs(lines)


def _is_heading(line: str) -> bool:
    said = clean(line)
    return (
        len(said.split()) <= MOST_WORDS
        and said[:1].upper() == said[:1]
        and any(letter.isalpha() for letter in said)
        and not _NO_HEADING.fullmatch(said)
        and not _ITEM.match(line)
    )


def _paragraphs(lines: list[str]) -> Iterator[Block]:
    """Lines joined to paragraphs; each mark of a list begins an item."""
    taken: list[str] = []
    is_item = False
    for line in lines:
        mark = _ITEM.match(line)
        if mark and taken:
            yield Paragraph(clean(" ".join(taken)), is_item)
            taken = []
        is_item = bool(mark) or (is_item and bool(taken))
        taken.append(line[mark.end() :] if mark else line)
    if taken:
        yield Paragraph(clean(" ".join(taken)), is_item)


def read_foreign_markdown(content: bytes) -> Content:
    """Markdown without the front matter of a corpus; another one's title and date are taken.

    Raises:
        Unreadable: the encoding can't be told.
    """
    tokens = _MARKDOWN.parse(decode(content))
    read = Content([block for block in _marked(tokens) if block.text])
    fields = _front_fields(tokens)
    title, date = fields.get("title"), fields.get("date")
    read.title = clean(title) if isinstance(title, str) else None
    if isinstance(date, dt.date):
        read.date = date.date() if isinstance(date, dt.datetime) else date
    return read


def is_of_a_corpus(text: str) -> bool:
    """Whether a file means to be a document of a corpus, by what its front matter names, faults and all."""
    first = _FRONT.match(text)
    return first is not None and len(set(_OWN_FIELD.findall(first[0]))) >= LEAST_OWN_FIELDS


def _front_fields(tokens: list[Token]) -> dict[str, Any]:
    """The fields of somebody else's front matter; none where there is none that can be read."""
    if not tokens or tokens[0].type != "front_matter":
        return {}
    try:
        fields = yaml.safe_load(tokens[0].content)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return fields if isinstance(fields, dict) else {}


def _marked(tokens: list[Token]) -> Iterator[Heading | Paragraph]:
    table: list[list[str]] | None = None
    depth = 0
    for token, inside in pairwise((*tokens, _END)):
        depth += (token.type == "list_item_open") - (token.type == "list_item_close")
        match token.type:
            case "heading_open":
                yield Heading(_words(inside), int(token.tag[1]))
            case "paragraph_open":
                yield Paragraph(_words(inside), bool(depth))
            case "fence" | "code_block":
                yield Paragraph(clean(token.content))
            case "html_block":
                yield Paragraph(clean(re.sub(r"<!--.*?-->|<[^<>]*>", " ", token.content, flags=re.DOTALL)))
            case "table_open":
                table = []
            case "tr_open" if table is not None:
                table.append([])
            case "th_open" | "td_open" if table:
                table[-1].append(_words(inside))
            case "table_close" if table is not None:
                yield from (row for row in rows(table) if isinstance(row, Paragraph))


def _words(inline: Token) -> str:
    said = (" " if "break" in child.type else child.content for child in inline.children or ()
            if child.type != "html_inline")  # fmt: skip
    return clean("".join(said))
