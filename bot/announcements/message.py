"""What an announcement may be: the text and the file of a command, checked before anything is recorded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.preview.content import CAPTION_LENGTH, PHOTO_BYTES, TEXT_LENGTH
from bot.preview.entities import parse_html, utf16_length
from bot.preview.errors import BotApiError
from bot.preview.parameters import UPLOAD_BYTES
from storage.announcements.audiences import AudienceError, chat_id
from storage.announcements.contents import Content

_PHOTOS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
MEGABYTE = 2**20


class NoMessageError(ValueError):
    """Telegram would not take it; the message is one line that says why."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to send: its kind, `photo` or `document`, its name and its content."""

    kind: str
    name: str
    content: bytes


def content(text: str, *, html: bool, attachment: Attachment | None = None, language: str = "") -> Content:
    """The call that says a text, under a file if there is one.

    Args:
        text: plain, or HTML as the Bot API takes it.
        html: which of the two.
        attachment: the file.
        language: whose text it is, empty for everybody's.

    Raises:
        NoMessageError: there is nothing to say, or too much, or the HTML can't be read.
    """
    if any("\ud800" <= letter <= "\udfff" for letter in text):  # bytes of the command line that are no UTF-8
        raise NoMessageError("The text is not in UTF-8.")
    said, entities = formatted(text, html=html)
    most, what = (CAPTION_LENGTH, "a caption") if attachment else (TEXT_LENGTH, "a text")
    if not said and attachment is None:
        raise NoMessageError("The text is empty.")
    if (length := utf16_length(said)) > most:
        raise NoMessageError(
            f"The text has {length:,} characters: Telegram takes {most:,} in {what}, {length - most:,} fewer."
        )
    if attachment is None:
        marks = {"entities": entities} if entities else {}
        return Content("sendMessage", {"text": said, **marks}, language)
    caption = {"caption": said} if said else {}
    marks = {"caption_entities": entities} if entities else {}
    return Content(f"send{attachment.kind.capitalize()}", {**caption, **marks}, language)


def formatted(text: str, *, html: bool) -> tuple[str, list[dict[str, Any]]]:
    """A text and its entities.

    Raises:
        NoMessageError: the HTML can't be read.
    """
    if not html:
        return text.strip(), []
    try:
        return parse_html(text)
    except BotApiError as error:
        said = error.description.removeprefix("Bad Request: ")
        raise NoMessageError(f"The HTML can't be read: {said}.") from None


def text_in(file: Path) -> str:
    """The text in a file.

    Raises:
        NoMessageError: there is no such file, or it is no text in UTF-8.
    """
    try:
        return _read(file).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NoMessageError(f"{file} is no text in UTF-8.") from None


def texts_given(text_by_language: Mapping[str, str | None], file: Path | None) -> dict[str, str]:
    """The texts of a command by language; that for everybody, under the empty one, may come from a file.

    Raises:
        NoMessageError: there is none, or that for everybody is given in both ways, or as `text_in`.
    """
    given = {language: text for language, text in text_by_language.items() if text is not None}
    if file is not None and "" not in given:
        given[""] = text_in(file)
    elif file is not None or not given:
        raise NoMessageError("Give either --text or --file.")
    return given


def attachment(photo: Path | None, document: Path | None) -> Attachment | None:
    """The file that goes along, if one is given.

    Raises:
        NoMessageError: both are given, it can't be read, or Telegram would not take it.
    """
    if photo and document:
        raise NoMessageError("Give either --photo or --document.")
    file = photo or document
    if file is None:
        return None
    kind, most = ("photo", PHOTO_BYTES) if photo else ("document", UPLOAD_BYTES)
    held = _read(file)
    if not held:
        raise NoMessageError(f"{file} is empty.")
    if len(held) > most:
        size, limit = len(held) / MEGABYTE, most // MEGABYTE
        raise NoMessageError(f"{file} has {size:.1f} MB: Telegram takes a {kind} of up to {limit} MB.")
    if kind == "photo" and not held.startswith(_PHOTOS):
        raise NoMessageError(f"{file} is no JPEG or PNG picture: send it with --document.")
    return Attachment(kind, file.name, held)


def chat_ids(file: Path) -> Iterable[int]:
    """The ids in a file, one a line; empty lines and what follows # are left out.

    Raises:
        NoMessageError: it can't be read, or lines of it are no ids.
    """
    found: list[int] = []
    wrong: list[str] = []
    for number, line in enumerate(text_in(file).splitlines(), start=1):
        given = line.partition("#")[0].strip()
        if not given:
            continue
        try:
            found.append(chat_id(given))
        except AudienceError:
            wrong.append(f"{number} ({given[:30]!r})")
    if wrong:
        shown, more = ", ".join(wrong[:5]), len(wrong) - 5
        raise NoMessageError(f"{file}: no ids in line {shown}{f' and {more} more' if more > 0 else ''}.")
    return found


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise NoMessageError(f"{file} can't be read: {error.strerror}.") from None
