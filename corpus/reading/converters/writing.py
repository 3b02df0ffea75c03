"""Blocks written as a document of the corpus: front matter, page marks, passages short enough to quote."""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import yaml

from corpus.passages import Page
from corpus.reading.converters.blocks import LONGEST_HEADING, Block, Heading, Paragraph
from corpus.reading.markdown import LONGEST_PASSAGE, slug
from corpus.reading.sentences import sentences

ENOUGH = 80
"""Words from which a passage of a long section ends with its page."""
DEEPEST = 4
"""Levels of headings that are kept apart."""

_MARK = re.compile(
    r"[\\`*\[\]<]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # inside a word it is no mark
    r"|&(?=#?\w+;)"
    r"|^(?:#(?=#{0,5}(?:\s|$))|>|[+-](?=[\s+-]|$)|~(?=~~))"
    r"|#(?=#*$)"
)
_LABEL = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|sources(?=:))", re.IGNORECASE)
"""What would begin a numbered list, or name sources."""
_NOT_IN_A_MARK = re.compile(r'"|--+>?')


@dataclass(slots=True)
class _Section:
    level: int
    heading: str
    marks: list[Page]
    parts: list[Paragraph | Page] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    is_item: bool = False


def write(blocks: Iterable[Block], *, title: str, front: dict[str, Any]) -> str:
    """A whole file.

    Args:
        blocks: in reading order.
        title: the heading of what comes before the first one.
        front: the fields of the front matter.
    """
    fields = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=10_000)
    written = [f"---\n{fields}---\n"]
    for before, line in pairwise((_Line(""), *_lines(list(_sections(list(blocks), title=title))))):
        gap = "" if not before.text else "\n" if before.is_item and line.is_item else "\n\n"
        written += [gap, line.text]
    return "".join([*written, "\n"])


def escape(text: str) -> str:
    """A line that Markdown reads as this very text."""
    return _LABEL.sub(r"\1\\", _MARK.sub(r"\\\g<0>", text))


def _sections(blocks: Sequence[Block], *, title: str) -> Iterator[_Section]:
    blocks = [_demoted(block) for block in blocks]
    level_by_given = _levels(blocks)
    section = _Section(1, title, [])
    for block in blocks:
        if not isinstance(block, Heading):
            section.parts.append(block)
            continue
        marks: list[Page] = []
        while section.parts and isinstance(last := section.parts[-1], Page):
            marks.insert(0, last)
            section.parts.pop()
        if section.parts or section.heading is not title:
            yield section
        section = _Section(level_by_given[block.level], block.text, marks)
    yield section


def _demoted(block: Block) -> Block:
    """A heading as long as a paragraph is one: under nothing but headings nothing can be quoted."""
    is_long = isinstance(block, Heading) and len(block.text.split()) > LONGEST_HEADING
    return Paragraph(block.text) if isinstance(block, Heading) and is_long else block


def _levels(blocks: Sequence[Block]) -> dict[int, int]:
    """Levels without gaps, from 1, the deep ones as one."""
    given = sorted({block.level for block in blocks if isinstance(block, Heading)})
    return {level: min(place, DEEPEST) for place, level in enumerate(given, 1)}


def _lines(sections: Sequence[_Section]) -> Iterator[_Line]:
    """The lines of all sections, every passage under a heading of its own."""
    names = _Names()
    above: list[tuple[int, str]] = []
    for section, after in zip(sections, [*sections[1:], None], strict=True):
        above = [(level, name) for level, name in above if level < section.level]
        path, level = [name for _, name in above], section.level
        name = names.distinct(path, section.heading)
        above.append((level, name))
        yield from map(_mark, section.marks)
        yield _heading(name, level)
        is_parent = after is not None and after.level > level
        for number, passage in enumerate(_passages(section.parts)):
            if number and is_parent:  # what comes under this heading stays under it
                yield _heading(names.distinct([*path, name], section.heading, number + 1), level + 1)
            elif number:
                yield _heading(names.distinct(path, section.heading, number + 1), level)
            for part in passage:
                yield _mark(part) if isinstance(part, Page) else _paragraph(part)


class _Names:
    """Gives headings that would share an id a number each."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def distinct(self, above: Sequence[str], heading: str, number: int = 1) -> str:
        name = heading if number == 1 else f"{heading} ({number})"
        while (key := slug("-".join((*above, name)))) in self._taken:
            number += 1
            name = f"{heading} ({number})"
        self._taken.add(key)
        return name


def _passages(parts: Sequence[Paragraph | Page]) -> list[list[Paragraph | Page]]:
    """The parts of a section in passages of about the same length, a page's end preferred."""
    short = [piece for part in parts for piece in _pieces(part)]
    total = sum(map(_words, short))
    aim = total / max(math.ceil(total / LONGEST_PASSAGE), 1)
    passages: list[list[Paragraph | Page]] = [[]]
    words = 0
    for part in short:
        more = _words(part)
        is_over = words + more > LONGEST_PASSAGE or (total > LONGEST_PASSAGE and words + more / 2 > aim)
        ends_with_page = total > LONGEST_PASSAGE and isinstance(part, Page) and words >= ENOUGH
        if words and (ends_with_page or (more and is_over)):
            passages.append([])
            words = 0
        passages[-1].append(part)
        words += more
    if len(passages) > 1 and not words:  # nothing but a page's beginning
        passages[-2:] = [[*passages[-2], *passages[-1]]]
    return passages


def _pieces(part: Paragraph | Page) -> Iterator[Paragraph | Page]:
    """A paragraph too long for a passage split between sentences, an endless sentence between words."""
    if isinstance(part, Page) or _words(part) <= LONGEST_PASSAGE:
        yield part
        return
    taken: list[str] = []
    for sentence in sentences(part.text):
        words = sentence.split()
        if taken and len(taken) + len(words) > LONGEST_PASSAGE:
            yield Paragraph(" ".join(taken), part.is_item)
            taken = []
        taken += words
        while len(taken) > LONGEST_PASSAGE:
            yield Paragraph(" ".join(taken[:LONGEST_PASSAGE]), part.is_item)
            taken = taken[LONGEST_PASSAGE:]
    if taken:
        yield Paragraph(" ".join(taken), part.is_item)


def _words(part: Paragraph | Page) -> int:
    return 0 if isinstance(part, Page) else len(part.text.split())


def _heading(text: str, level: int) -> _Line:
    return _Line(f"{'#' * (level + 1)} {escape(text)}")


def _paragraph(paragraph: Paragraph) -> _Line:
    text = escape(paragraph.text)
    return _Line(f"- {text}", is_item=True) if paragraph.is_item else _Line(text)


def _mark(page: Page) -> _Line:
    label = _NOT_IN_A_MARK.sub("", page.label).strip()
    named = f' "{label}"' if label and label != str(page.number) else ""
    return _Line(f"<!-- {page.kind} {page.number}{named} -->")
