"""The tables of announcements: what is said, to whom, what became of each copy, and who did what."""

from datetime import datetime
from typing import Any, Literal

from sqlalchemy import JSON, BigInteger, Column, ForeignKey, Index, LargeBinary, text
from sqlmodel import Field

from storage.tables import Table, UtcDateTime

State = Literal["draft", "queued", "sending", "open", "paused", "stopped", "finished", "withdrawn"]
"""Of an announcement: see `steering`."""


def _of_announcement(**options: Any) -> Column[int]:  # noqa: ANN401 - as Column takes them
    return Column(ForeignKey("announcements.id", ondelete="CASCADE"), **options)


class AnnouncementRow(Table, table=True):
    """An announcement from draft to end; its texts and copies stand in tables of their own."""

    __tablename__ = "announcements"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int = Field(default=None, primary_key=True)
    state: str
    audience: str
    author: int | None = Field(default=None, sa_type=BigInteger)
    corrects: int | None = Field(default=None, sa_column=_of_announcement())
    urgent: bool = False
    revision: int = 1
    outdated: bool = False
    created_at: datetime = Field(sa_type=UtcDateTime)
    starts_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    confirmed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    started_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    withdrawn_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    token_hash: str | None = None
    reached_through: int = 0


class ContentRow(Table, table=True):
    """What an announcement says in one language; an empty language is everybody's."""

    __tablename__ = "announcement_contents"

    announcement_id: int = Field(sa_column=_of_announcement(primary_key=True))
    language: str = Field(primary_key=True)
    method: str
    parameters: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class FileRow(Table, table=True):
    """A file that Telegram has not got yet; it goes when Telegram has given it an id."""

    __tablename__ = "announcement_files"

    announcement_id: int = Field(sa_column=_of_announcement(primary_key=True))
    name: str
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class ListedRow(Table, table=True):
    """A chat of an audience that is a list."""

    __tablename__ = "announcement_lists"

    announcement_id: int = Field(sa_column=_of_announcement(primary_key=True))
    chat_id: int = Field(sa_column=Column(BigInteger, primary_key=True))


class DeliveryRow(Table, table=True):
    """One copy of an announcement: unique for the announcement and the chat."""

    __tablename__ = "deliveries"
    __table_args__ = (
        Index(None, "announcement_id", "state", "attempts"),  # what is next, and the counts
        # What a crash interrupts: a few rows of however many.
        Index(
            "ix_deliveries_under_way",
            "announcement_id",
            sqlite_where=text("state = 'sending'"),
            postgresql_where=text("state = 'sending'"),
        ),
        Index(None, "chat_id"),  # of a person who wants to be forgotten
    )

    announcement_id: int = Field(sa_column=_of_announcement(primary_key=True))
    chat_id: int = Field(sa_column=Column(BigInteger, primary_key=True))
    language: str | None = None
    state: str = "pending"
    attempts: int = 0
    revision: int = 0
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    reply_to: int | None = Field(default=None, sa_type=BigInteger)
    reason: str | None = None
    settled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ProgressMessageRow(Table, table=True):
    """A message in an organiser's chat that shows how an announcement goes on."""

    __tablename__ = "progress_messages"

    chat_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    message_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    announcement_id: int = Field(sa_column=_of_announcement(nullable=False, index=True))


class ChatRow(Table, table=True):
    """A group or channel that an organiser added the bot to."""

    __tablename__ = "chats"

    id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    kind: str
    title: str
    added_by: int | None = Field(default=None, sa_type=BigInteger)
    added_at: datetime = Field(sa_type=UtcDateTime)
    unreachable_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class AuditRow(Table, table=True):
    """Who did what, when; the database itself refuses to change or remove a row."""

    __tablename__ = "audit"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime)
    actor: int | None = Field(default=None, sa_type=BigInteger)
    action: str
    announcement_id: int | None = None
    details: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


ANNOUNCEMENTS = Table.metadata.tables["announcements"]
CONTENTS = Table.metadata.tables["announcement_contents"]
FILES = Table.metadata.tables["announcement_files"]
LISTED = Table.metadata.tables["announcement_lists"]
DELIVERIES = Table.metadata.tables["deliveries"]
PROGRESS_MESSAGES = Table.metadata.tables["progress_messages"]
CHATS = Table.metadata.tables["chats"]
AUDIT = Table.metadata.tables["audit"]
