"""What announcements say: a call of the Bot API for each language, and the file that goes along."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from storage.announcements.tables import ANNOUNCEMENTS, CONTENTS, FILES, ContentRow


@dataclass(frozen=True, slots=True)
class Content:
    """What is said in one language: a call of the Bot API without the chat.

    Attributes:
        method: `sendMessage`, `sendPhoto`, `sendDocument`, `copyMessage` …
        parameters: its parameters; formatted text as `text` or `caption` with its entities.
        language: two letters, or empty for everybody who has no text of their own.
    """

    method: str
    parameters: Mapping[str, Any]
    language: str = ""

    @property
    def text(self) -> str:
        """The text or the caption."""
        text: str = self.parameters.get("text") or self.parameters.get("caption") or ""
        return text

    @property
    def entities(self) -> Sequence[Mapping[str, Any]]:
        """The formatting of the text or the caption."""
        return self.parameters.get("entities") or self.parameters.get("caption_entities") or ()

    def saying(self, text: str, entities: Sequence[Mapping[str, Any]] = ()) -> "Content":
        """The same with another text or caption."""
        name, marks = ("text", "entities") if "text" in self.parameters else ("caption", "caption_entities")
        kept = {key: value for key, value in self.parameters.items() if key not in (name, marks)}
        return replace(self, parameters={**kept, name: text, **({marks: list(entities)} if entities else {})})


@dataclass(frozen=True, slots=True)
class Said:
    """What an announcement says, as a call of the Bot API, by language."""

    revision: int
    call_by_language: Mapping[str, tuple[str, Mapping[str, Any]]]

    def to(self, language: str | None) -> tuple[str, Mapping[str, Any]]:
        """The method and its parameters for a person of a language."""
        known = self.call_by_language
        return known.get(language or "") or known.get("") or known.get("en") or next(iter(known.values()))


async def prune(session: AsyncSession, *, before: datetime) -> None:
    """Remove what was said to one person each earlier than `before`: it repeats what they asked."""
    old = select(ANNOUNCEMENTS.c.id).where(
        ANNOUNCEMENTS.c.audience == "each", ANNOUNCEMENTS.c.created_at < before
    )
    await session.execute(delete(CONTENTS).where(CONTENTS.c.announcement_id.in_(old)))


async def contents_of(session: AsyncSession, announcement: int) -> tuple[Content, ...]:
    """What an announcement says, by language."""
    its = col(ContentRow.announcement_id) == announcement
    rows = await session.scalars(select(ContentRow).where(its).order_by(col(ContentRow.language)))
    return tuple(Content(row.method, row.parameters, row.language) for row in rows)


async def write(session: AsyncSession, announcement: int, contents: Sequence[Content]) -> None:
    """Let an announcement say this, in place of what it said in these languages."""
    languages = [one.language for one in contents]
    its = CONTENTS.c.announcement_id == announcement
    await session.execute(delete(CONTENTS).where(its, CONTENTS.c.language.in_(languages)))
    rows = [
        {
            "announcement_id": announcement,
            "language": one.language,
            "method": one.method,
            "parameters": dict(one.parameters),
        }
        for one in contents
    ]
    await session.execute(insert(CONTENTS), rows)


async def attach(session: AsyncSession, announcement: int, *, name: str, content: bytes) -> None:
    """Give a draft the file its `sendPhoto` or `sendDocument` needs; without it they hold a file's id."""
    await session.execute(insert(FILES), {"announcement_id": announcement, "name": name, "content": content})


def revision(connection: Connection, announcement: int) -> int:
    """The number of its present text."""
    its = select(ANNOUNCEMENTS.c.revision).where(ANNOUNCEMENTS.c.id == announcement)
    return int(connection.execute(its).scalar_one())


def said(connection: Connection, announcement: int) -> Said:
    """What an announcement says now."""
    rows = connection.execute(select(CONTENTS).where(CONTENTS.c.announcement_id == announcement))
    return Said(
        revision(connection, announcement), {row.language: (row.method, row.parameters) for row in rows}
    )


def file(connection: Connection, announcement: int) -> tuple[str, bytes] | None:
    """Name and content of a file that Telegram has not got yet."""
    found = select(FILES.c.name, FILES.c.content).where(FILES.c.announcement_id == announcement)
    row = connection.execute(found).one_or_none()
    return None if row is None else (row.name, row.content)


def uploaded(connection: Connection, announcement: int, *, kind: str, file_id: str) -> None:
    """Telegram has the file now, under an id that all further copies use."""
    its = CONTENTS.c.announcement_id == announcement
    for language, parameters in connection.execute(
        select(CONTENTS.c.language, CONTENTS.c.parameters).where(its)
    ).all():
        values = {"parameters": {**parameters, kind: file_id}}
        connection.execute(update(CONTENTS).where(its, CONTENTS.c.language == language).values(values))
    connection.execute(delete(FILES).where(FILES.c.announcement_id == announcement))
