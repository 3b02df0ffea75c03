"""Versions of the corpus, the draft of the next, and a history of what was served that stays as it is."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

REFUSAL = "the history of what was served can only be added to"


def upgrade() -> None:
    """Create the tables and the refusal."""
    op.create_table(
        "corpus_blobs",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_corpus_blobs"),
    )
    op.create_table(
        "corpus_versions",
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.BigInteger(), nullable=True),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=True),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_corpus_versions"),
    )
    op.create_table(
        "corpus_files",
        sa.Column("version", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        _references("corpus_files", "version", "corpus_versions", "number"),
        _references("corpus_files", "hash", "corpus_blobs", "hash"),
        sa.PrimaryKeyConstraint("version", "path", name="pk_corpus_files"),
    )
    op.create_index("ix_corpus_files_hash", "corpus_files", ["hash"])
    op.create_table(
        "corpus_draft",
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=True),
        sa.Column("over", sa.String(), nullable=True),
        sa.Column("by", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _references("corpus_draft", "hash", "corpus_blobs", "hash"),
        sa.PrimaryKeyConstraint("path", name="pk_corpus_draft"),
    )
    op.create_index("ix_corpus_draft_hash", "corpus_draft", ["hash"])
    op.create_table(
        "corpus_servings",
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.BigInteger(), nullable=True),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("overrides", sa.JSON(), nullable=False),
        sa.Column("tell", sa.Boolean(), nullable=False),
        _references("corpus_servings", "version", "corpus_versions", "number"),
        sa.PrimaryKeyConstraint("number", name="pk_corpus_servings"),
    )
    _refuse_changes()


def _references(table: str, column: str, other: str, key: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.{key}"], name=f"fk_{table}_{column}_{other}")


def _refuse_changes() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER corpus_servings_no_{change.lower()} BEFORE {change} ON corpus_servings "
                f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION refuse_servings_change() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER corpus_servings_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON corpus_servings "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_servings_change()"
    )


def downgrade() -> None:
    """Drop them."""
    for table in ("corpus_servings", "corpus_draft", "corpus_files", "corpus_versions", "corpus_blobs"):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_servings_change()")
