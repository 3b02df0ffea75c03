"""An announcement as the command line asks for it: its options, checked before anything is recorded."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

from bot.announcements.following import at_event
from bot.announcements.message import Attachment, NoMessageError, attachment, chat_ids, content, texts_given
from storage.announcements import audiences, quiet_hours
from storage.announcements.contents import Content
from storage.announcements.drafts import Composed

LAST_YEAR = 9000
"""Times beyond it can't be shown in every time zone."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command was given.

    Attributes:
        text_by_language: the texts, under an empty language that for everybody without their own.
        file: a file with the text for everybody.
        html: whether the texts are HTML as the Bot API takes it.
        photo: a picture to send.
        document: a file to send.
        to: the audience.
        at: when, in ISO form.
        until: until when those who come later get it, in ISO form.
        urgent: whether it goes out in quiet hours.
    """

    text_by_language: Mapping[str, str | None]
    file: Path | None = None
    html: bool = False
    photo: Path | None = None
    document: Path | None = None
    to: str = "everyone"
    at: str | None = None
    until: str | None = None
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """An announcement to record.

    Attributes:
        composed: what it says, to whom and when.
        attachment: the file that goes along.
        chats: the ids, for a list.
    """

    composed: Composed
    attachment: Attachment | None
    chats: list[int]

    @classmethod
    def checked(cls, options: Options, *, now: datetime, zone: ZoneInfo) -> Self:
        """Check the options; a time without an offset is the event's.

        Raises:
            NoMessageError: of the text, the file, the times or the list.
            AudienceError: there is no such audience.
        """
        starts_at = _instant(options.at, "--at", zone)
        until = _instant(options.until, "--until", zone)
        if starts_at and starts_at < now:
            raise NoMessageError(f"--at is {options.at}, which is past: it is {at_event(now, zone)} now.")
        if until and until <= (starts_at or now):
            raise NoMessageError(f"--until is {options.until}, which is before it goes out.")
        goes_at = quiet_hours.awake(starts_at, zone) if starts_at and not options.urgent else None
        if until and goes_at and until <= goes_at:
            raise NoMessageError(
                f"--until is {options.until}, but --at is in the quiet hours at the event (22 to 8): "
                f"it would go out at {at_event(goes_at, zone)}. Give a later --until, or --urgent."
            )
        name, _, value = options.to.partition("=")
        chats = list(chat_ids(Path(value))) if name == "list" and value else []
        audiences.check(options.to)
        audience = f"list={Path(value).name}" if chats else options.to
        media = attachment(options.photo, options.document)
        return cls(
            Composed(
                contents=_contents(options, media),
                audience=audience,
                starts_at=starts_at,
                until=until,
                urgent=options.urgent,
            ),
            media,
            chats,
        )


def _contents(options: Options, media: Attachment | None) -> list[Content]:
    nothing_said = options.file is None and not any(options.text_by_language.values())
    texts = {"": ""} if media and nothing_said else texts_given(options.text_by_language, options.file)
    if "" not in texts and options.to not in {f"language={language}" for language in texts}:
        languages, one = ", ".join(texts), next(iter(texts))
        raise NoMessageError(
            f"Give --text for those who speak another language than {languages}, or --to language={one}."
        )
    return [
        content(text, html=options.html, attachment=media, language=language)
        for language, text in texts.items()
    ]


def _instant(given: str | None, option: str, zone: ZoneInfo) -> datetime | None:
    if given is None:
        return None
    try:
        parsed = datetime.fromisoformat(given)
        instant = parsed.replace(tzinfo=parsed.tzinfo or zone).astimezone(UTC)
    except (ValueError, OverflowError):
        raise NoMessageError(f"{option} is {given!r}: expected ISO such as 2023-11-29T09:00.") from None
    if instant.year > LAST_YEAR:
        raise NoMessageError(f"{option} is {given}: expected a time before the year {LAST_YEAR}.")
    return instant
