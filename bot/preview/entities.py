"""Formatting of a message: HTML read as strictly as Telegram reads it, and what it marks by itself.

https://core.telegram.org/bots/api#html-style
"""

import re
from dataclasses import dataclass
from typing import Any

from bot.preview.errors import BotApiError, bad_request

Entity = dict[str, Any]

ENTITIES_KEPT = 100
"""More entities than this are dropped silently."""

_TYPE_BY_TAG = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "blockquote": "blockquote",
}
_CHARACTER = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot)(?![A-Za-z]));?")
_PLAIN = re.compile(r"[^<]+")
_START = re.compile(r"<([^\s>]*)")
_END = re.compile(r"</([^\s>]*)\s*>")
_ATTRIBUTE = re.compile(r"""\s+([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.-]+)(?=[\s>])))?""")
_CLOSE = re.compile(r"\s*>")
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]+)"
    r"|(?<![\w.+-])(?P<email>[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{2,63})+)"
    r"|(?<![\w/@.])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z][A-Za-z0-9_]{3,31})?)(?![\w/])"
    r"|(?<![\w@])(?P<mention>@[A-Za-z][A-Za-z0-9_]{3,31})(?!\w)"
    r"|(?<![\w#])(?P<hashtag>#\w{1,256})(?!\w)",
)
_MAY_HOLD_ONE = re.compile(r"[/@#]")


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units, the unit of every offset in the Bot API."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


@dataclass(slots=True)
class _OpenTag:
    name: str
    start: int
    offset: int
    extra: Entity


class _HtmlReader:
    """One pass over the source; `plain` and `entities` grow as tags are met."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.plain: list[str] = []
        self.entities: list[Entity] = []
        self._length = 0
        self._open: list[_OpenTag] = []

    def read(self) -> tuple[str, list[Entity]]:
        position = 0
        while position < len(self.source):
            if self.source[position] != "<":
                position = self._read_plain(position)
            elif self.source.startswith("</", position):
                position = self._read_end(position)
            else:
                position = self._read_start(position)
        if self._open:
            raise _unparsable(f'Can\'t find end tag corresponding to start tag "{self._open[-1].name}"')
        return "".join(self.plain), sorted(self.entities, key=lambda e: (e["offset"], -e["length"]))

    def _read_plain(self, position: int) -> int:
        found = _PLAIN.match(self.source, position)
        assert found is not None  # noqa: S101 - the caller saw a character that is no "<"
        text = _resolved(found[0])
        self.plain.append(text)
        self._length += utf16_length(text)
        return found.end()

    def _read_start(self, begin: int) -> int:
        found = _START.match(self.source, begin)
        if found is None or found.end() == len(self.source):
            raise self._error("Unclosed start tag", begin)
        name = found[1].lower()
        if name not in _TYPE_BY_TAG:
            raise self._error(f'Unsupported start tag "{name}"', begin)
        attributes, end = self._read_attributes(name, found.end(), begin)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self._error('Tag "span" must have class "tg-spoiler"', begin)
        self._open.append(_OpenTag(name, begin, self._length, _details(name, attributes)))
        return end

    def _read_attributes(self, name: str, position: int, begin: int) -> tuple[dict[str, str], int]:
        attributes: dict[str, str] = {}
        while (close := _CLOSE.match(self.source, position)) is None:
            if self.source.find(">", position) < 0:
                raise self._error(f'Unclosed start tag "{name}"', begin)
            found = _ATTRIBUTE.match(self.source, position)
            if found is None:
                raise self._error(f'Unexpected character in the tag "{name}"', position)
            values = [value for value in found.groups()[1:] if value is not None]
            if not values and found[1].lower() != "expandable":
                problem = f'Expected equal sign in declaration of an attribute of the tag "{name}"'
                raise self._error(problem, begin)
            attributes[found[1].lower()] = _resolved(values[0]) if values else ""
            position = found.end()
        return attributes, close.end()

    def _read_end(self, begin: int) -> int:
        if not self._open:
            raise self._error("Unexpected end tag", begin)
        found = _END.match(self.source, begin)
        if found is None:
            raise self._error("Unclosed end tag", begin)
        tag = self._open.pop()
        if found[1] and found[1].lower() != tag.name:
            raise _unparsable(
                f"Unmatched end tag at byte offset {self._bytes(begin)}, "
                f'expected "</{tag.name}>", found "</{found[1].lower()}>"',
            )
        self._close(tag)
        return found.end()

    def _close(self, tag: _OpenTag) -> None:
        length = self._length - tag.offset
        if tag.name == "pre" and self.entities:
            inner = self.entities[-1]
            if "language" in inner and (inner["offset"], inner["length"]) == (tag.offset, length):
                self.entities.pop()
                tag.extra["language"] = inner["language"]
        if length and tag.extra.get("url") != "":
            kind = tag.extra.pop("type", _TYPE_BY_TAG[tag.name])
            self.entities.append({"type": kind, "offset": tag.offset, "length": length, **tag.extra})

    def _error(self, problem: str, position: int) -> BotApiError:
        return _unparsable(f"{problem} at byte offset {self._bytes(position)}")

    def _bytes(self, position: int) -> int:
        return len(self.source[:position].encode())


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Plain text and its entities, offsets in UTF-16 units.

    Names of characters other than lt, gt, amp and quot stay as they are written, as with Telegram.

    Raises:
        BotApiError: 400 "can't parse entities" with the byte offset, for anything Telegram refuses.
    """
    text, entities = _HtmlReader(source).read()
    for entity in entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return _trimmed(text, entities)


def found_entities(text: str) -> list[Entity]:
    """The commands, mentions, addresses and hashtags Telegram marks in a text by itself."""
    if not _MAY_HOLD_ONE.search(text):
        return []
    return [
        {
            "type": found.lastgroup,
            "offset": utf16_length(text[: found.start()]),
            "length": utf16_length(found[0]),
        }
        for found in _FOUND.finditer(text)
    ]


def _unparsable(problem: str) -> BotApiError:
    return bad_request(f"can't parse entities: {problem}")


def _resolved(text: str) -> str:
    return _REFERENCE.sub(_referred, text) if "&" in text else text


def _referred(reference: re.Match[str]) -> str:
    decimal, hexadecimal, name = reference.groups()
    if name:
        return _CHARACTER[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    valid = 0 < code < 0x110000 and not 0xD800 <= code < 0xE000  # noqa: PLR2004 - Unicode's own bounds
    return chr(code) if valid else reference[0]


def _details(name: str, attributes: dict[str, str]) -> Entity:
    if name == "a":
        return {"url": attributes.get("href", "")}
    if name == "code" and attributes.get("class", "").startswith("language-"):
        return {"language": attributes["class"].removeprefix("language-")}
    if name == "blockquote" and "expandable" in attributes:
        return {"type": "expandable_blockquote"}
    return {}


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without the white space around it, which Telegram cuts."""
    lead = utf16_length(text) - utf16_length(text.lstrip())
    plain = text.strip()
    end = utf16_length(plain)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        stop = min(entity["offset"] + entity["length"] - lead, end)
        if stop > start:
            kept.append({**entity, "offset": start, "length": stop - start})
    return plain, kept[:ENTITIES_KEPT]
