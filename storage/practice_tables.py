"""The table of the practices that participants share."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import BigInteger, Column, ForeignKey
from sqlmodel import Field

from storage.tables import Table, UtcDateTime


class PracticeRow(Table, table=True):
    """A practice and how far it has come; it goes with its contributor."""

    __tablename__ = "practices"
    # A button under an old message must never reach another person's practice.
    __table_args__: ClassVar[dict[str, bool]] = {"sqlite_autoincrement": True}

    id: int = Field(default=None, primary_key=True)
    participant_id: int = Field(
        sa_column=Column(ForeignKey("participants.id", ondelete="CASCADE"), index=True, nullable=False)
    )
    state: str = Field(index=True)
    language: str
    what: str | None = None
    place: str | None = None
    evidence: str | None = None
    contact: str | None = None
    changed_at: datetime = Field(sa_type=UtcDateTime)
    path: str | None = None
    decided_by: int | None = Field(default=None, sa_type=BigInteger)
