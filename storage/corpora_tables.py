"""The tables of the corpus: files by content, versions, the draft of the next, and what was served when."""

from datetime import datetime

from sqlalchemy import JSON, BigInteger, Column, ForeignKey, LargeBinary
from sqlmodel import Field

from storage.tables import Table, UtcDateTime


class BlobRow(Table, table=True):
    """The content of a file, once however many versions have it."""

    __tablename__ = "corpus_blobs"

    hash: str = Field(primary_key=True)
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    added_at: datetime = Field(sa_type=UtcDateTime)


class VersionRow(Table, table=True):
    """A published version; its files never change."""

    __tablename__ = "corpus_versions"

    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: datetime = Field(sa_type=UtcDateTime)
    by: int | None = Field(default=None, sa_type=BigInteger)
    origin: str
    base: int | None = None
    documents: int


class FileRow(Table, table=True):
    """A file of a version."""

    __tablename__ = "corpus_files"

    version: int = Field(
        sa_column=Column(ForeignKey("corpus_versions.number"), primary_key=True, autoincrement=False)
    )
    path: str = Field(primary_key=True)
    hash: str = Field(sa_column=Column(ForeignKey("corpus_blobs.hash"), index=True, nullable=False))


class DraftRow(Table, table=True):
    """A file that the next version has otherwise: with another content, or not at all."""

    __tablename__ = "corpus_draft"

    path: str = Field(primary_key=True)
    hash: str | None = Field(default=None, sa_column=Column(ForeignKey("corpus_blobs.hash"), index=True))
    over: str | None = None
    by: int | None = Field(default=None, sa_type=BigInteger)
    at: datetime = Field(sa_type=UtcDateTime)


class ServingRow(Table, table=True):
    """From when a version was served, and by whom: the last is. The database keeps rows as they are."""

    __tablename__ = "corpus_servings"

    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    version: int = Field(sa_column=Column(ForeignKey("corpus_versions.number"), nullable=False))
    at: datetime = Field(sa_type=UtcDateTime)
    by: int | None = Field(default=None, sa_type=BigInteger)
    act: str
    overrides: dict[str, str] = Field(sa_column=Column(JSON, nullable=False))
    tell: bool


BLOBS = Table.metadata.tables["corpus_blobs"]
VERSIONS = Table.metadata.tables["corpus_versions"]
FILES = Table.metadata.tables["corpus_files"]
DRAFT = Table.metadata.tables["corpus_draft"]
SERVINGS = Table.metadata.tables["corpus_servings"]
