"""The tables, the same on SQLite and PostgreSQL; only this package sees their rows."""

from datetime import UTC, datetime
from typing import ClassVar

from sqlalchemy import JSON, BigInteger, Column, DateTime, Dialect, ForeignKey, Index, MetaData
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

# Alembic's batch mode rebuilds a SQLite table and can only drop a constraint that has a name.
NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: aware going in, aware UTC coming out, also on SQLite, which keeps no time zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the database UTC; a naive time is a programming error and raises ValueError."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"A time without a time zone can't be stored: {value.isoformat()}")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give back aware UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class Table(SQLModel):
    """What all tables share: one metadata, which the migrations are compared with."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMING_CONVENTION)


class ParticipantRow(Table, table=True):
    """A person who wrote to the bot; `id` is the bot's own number, the only one an export shows."""

    __tablename__ = "participants"
    # Without AUTOINCREMENT SQLite would give the number of a forgotten person to the next one.
    __table_args__ = {"sqlite_autoincrement": True}

    id: int = Field(default=None, primary_key=True)
    telegram_id: int = Field(sa_type=BigInteger, unique=True)
    language: str | None = None
    language_code: str | None = None
    first_seen_at: datetime = Field(sa_type=UtcDateTime)
    last_seen_at: datetime = Field(sa_type=UtcDateTime)
    notified_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    alarmed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    muted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    unreachable_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class QuestionRow(Table, table=True):
    """A question as asked, with the figures of its answer; text, person and place go when it is pruned."""

    __tablename__ = "questions"
    # (chat_id, message_id) is not unique: Telegram counts anew for another bot or another server.
    __table_args__ = (
        Index(None, "chat_id", "message_id"),
        # As above: a button under an old answer must never reach another person's question.
        {"sqlite_autoincrement": True},
    )

    id: int = Field(default=None, primary_key=True)
    participant_id: int | None = Field(
        sa_column=Column(ForeignKey("participants.id", ondelete="CASCADE"), index=True)
    )
    chat_id: int | None = Field(sa_type=BigInteger)
    chat_kind: str
    message_id: int | None = Field(sa_type=BigInteger)
    asked_at: datetime = Field(sa_type=UtcDateTime, index=True)
    edited_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    language: str
    text: str | None
    kind: str
    confidence: float
    milliseconds: float
    feedback: str | None = None
    answer_message_ids: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))


class CandidateRow(Table, table=True):
    """A passage found for a question, best first: shown in the answer, or next in line."""

    __tablename__ = "candidates"

    question_id: int = Field(
        sa_column=Column(ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True)
    )
    rank: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    passage: str
    fingerprint: str
    confidence: float
    shown: bool


class UpdateRow(Table, table=True):
    """An update of Telegram's; its body goes when it is done, its number stays to know a repeat by."""

    __tablename__ = "updates"

    update_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    chat_id: int | None = Field(sa_type=BigInteger)
    received_at: datetime = Field(sa_type=UtcDateTime)
    body: str | None
    done_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)


class AwaitedRow(Table, table=True):
    """A question without an answer whose asker wants to hear when there is one."""

    __tablename__ = "awaited_questions"

    question_id: int = Field(
        sa_column=Column(
            ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
        )
    )
    participant_id: int = Field(
        sa_column=Column(ForeignKey("participants.id", ondelete="CASCADE"), index=True, nullable=False)
    )
    since: datetime = Field(sa_type=UtcDateTime)


class RelayRow(Table, table=True):
    """A question passed on to the organisers; without the question once its asker is forgotten."""

    __tablename__ = "relays"

    id: int = Field(default=None, primary_key=True)
    question_id: int | None = Field(
        sa_column=Column(ForeignKey("questions.id", ondelete="SET NULL"), unique=True)
    )
    passed_at: datetime = Field(sa_type=UtcDateTime, index=True)
    answered_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class RelayMessageRow(Table, table=True):
    """A message to an organiser that leads back to an asker; the head says who asks."""

    __tablename__ = "relay_messages"

    organiser_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    message_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    relay_id: int = Field(
        sa_column=Column(ForeignKey("relays.id", ondelete="CASCADE"), index=True, nullable=False)
    )
    is_head: bool


class SentFileRow(Table, table=True):
    """A file Telegram has already, sent again by its id instead of its bytes."""

    __tablename__ = "sent_files"

    key: str = Field(primary_key=True)
    file_id: str


class RoleRow(Table, table=True):
    """A person who holds a role: named in the settings, invited, or both."""

    __tablename__ = "roles"

    telegram_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    role: str = Field(primary_key=True)
    by_setting: bool
    granted_by: int | None = Field(default=None, sa_type=BigInteger)
    granted_at: datetime = Field(sa_type=UtcDateTime)
    name: str | None = None


class InvitationRow(Table, table=True):
    """A link that gives a role once; only the hash of what stands in it is kept."""

    __tablename__ = "invitations"

    token_hash: str = Field(primary_key=True)
    role: str
    invited_by: int = Field(sa_type=BigInteger)
    expires_at: datetime = Field(sa_type=UtcDateTime)


class CompositionRow(Table, table=True):
    """What the bot waits for from an organiser: the words of an announcement, a time, a list."""

    __tablename__ = "compositions"

    telegram_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    awaiting: str
    announcement_id: int | None = None


PARTICIPANTS = Table.metadata.tables["participants"]
QUESTIONS = Table.metadata.tables["questions"]
CANDIDATES = Table.metadata.tables["candidates"]
UPDATES = Table.metadata.tables["updates"]
