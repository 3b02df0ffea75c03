"""Changes one thing in the Markdown of a document and leaves every other letter as it stands."""

import re
from collections.abc import Iterator, Sequence

import yaml
from markdown_it.token import Token

from corpus.reading.markdown import PARSER, is_sources, plain
from corpus.reading.writing import paragraphs


def with_field(markdown: str, name: str, value: str) -> str:
    """The document with another value in a field of its front matter, which it has once.

    Raises:
        LookupError: it has no such field.
    """
    front = PARSER.parse(markdown)[0]
    if front.type != "front_matter" or front.map is None:
        raise LookupError("no front matter")
    lines = markdown.splitlines(keepends=True)
    begin = sum(map(len, lines[: front.map[0] + 1]))
    for key, given in _fields(front.content):
        if key == name:
            start, end = begin + given.start_mark.index, begin + given.end_mark.index
            written = yaml.safe_dump(value, allow_unicode=True, width=10_000).removesuffix("...\n").strip()
            return markdown[:start] + written + markdown[end:]
    raise LookupError(f"no field '{name}'")
