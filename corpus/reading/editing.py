"""Changes one thing in the Markdown of a document and leaves the rest as it stands."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import yaml
from markdown_it.token import Token

from corpus.reading.converters.blocks import clean
from corpus.reading.converters.writing import escape
from corpus.reading.markdown import PARSER, plain, source_keys

_ITEM = ("- ", "• ", "* ")
_NO_TEXT = ("front_matter", "html_block", "inline")
_END = Token("end", "", 0)


def with_field(markdown: str, name: str, value: str) -> str:
    """The document with another text in a field of its front matter.

    Raises:
        LookupError: it has no such field.
    """
    text = _with_plain_line_ends(markdown)
    front = PARSER.parse(text)[0]
    if front.type == "front_matter":
        begin = text.index("\n") + 1
        fields = yaml.compose(front.content, yaml.SafeLoader)
        for key, given in fields.value if fields else ():
            if key.value == name:
                start, end = begin + given.start_mark.index, begin + given.end_mark.index
                gap = "\n" if text[end - 1] == "\n" else ""
                return f"{text[:start]}{_scalar(value)}{gap}{text[end:]}"
    raise LookupError(f"the document has no field '{name}'")


def with_passage(markdown: str, section: Sequence[str], text: str) -> str:
    """The document with another text under a heading; its sources and page marks stay.

    Args:
        markdown: the whole file.
        section: the headings from the top down to the passage, as `Passage.section`.
        text: plain; a line end begins a new paragraph, a hyphen or bullet an item of a list.

    Raises:
        LookupError: there is no text under such a heading.
    """
    whole = _with_plain_line_ends(markdown)
    lines = whole.split("\n")
    blocks = [block for path, block in _blocks(PARSER.parse(whole)) if path == tuple(section)]
    if not blocks:
        raise LookupError(f"there is no text under '{section[-1]}'")
    (start, end), *others = [_extent(block, lines) for block in blocks]
    for first, stop in reversed(others):
        gap = next(number for number in range(first, 0, -1) if lines[number - 1].strip())
        del lines[gap:stop]
    lines[start:end] = _written(text)
    return "\n".join(lines)


def _blocks(tokens: Sequence[Token]) -> Iterator[tuple[tuple[str, ...], Token]]:
    """The blocks of text with the headings above them, but for those that name sources."""
    above: dict[int, str] = {}
    for token, inside in pairwise((*tokens, _END)):
        if token.level or token.nesting < 0:
            continue
        if token.type == "heading_open":
            level = int(token.tag[1])
            above = {depth: name for depth, name in above.items() if depth < level} | {level: plain(inside)}
        elif token.map and token.type not in _NO_TEXT and not source_keys(token, inside):
            yield tuple(above.values()), token


def _extent(block: Token, lines: Sequence[str]) -> tuple[int, int]:
    """The lines of a block, from the first to behind the last, without the blank ones at its end."""
    start, end = block.map or (0, 0)
    while end > start + 1 and not lines[end - 1].strip():
        end -= 1
    return start, end


def _written(text: str) -> list[str]:
    written: list[str] = []
    for line in filter(None, map(clean, text.splitlines())):
        is_item = line.startswith(_ITEM)
        if written and not (is_item and written[-1].startswith("- ")):
            written.append("")
        written.append(f"- {escape(line[2:].strip())}" if is_item else escape(line))
    return written


def _scalar(value: str) -> str:
    return yaml.safe_dump(value, allow_unicode=True, width=10_000).removesuffix("...\n").strip()


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n")
