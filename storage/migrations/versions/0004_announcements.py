"""Announcements, their copies, and an audit that the database keeps as it is."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

REFUSAL = "the audit can only be added to"


def upgrade() -> None:
    """Create the tables, the column and the refusal."""
    _create_announcements()
    _create_parts()
    _create_deliveries()
    _create_chats()
    _create_audit()
    op.add_column("participants", sa.Column("unreachable_at", sa.DateTime(timezone=True), nullable=True))


def _create_announcements() -> None:
    op.create_table(
        "announcements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("author", sa.BigInteger(), nullable=True),
        sa.Column("corrects", sa.Integer(), nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("outdated", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        *(
            sa.Column(name, sa.DateTime(timezone=True), nullable=True)
            for name in ("starts_at", "until", "confirmed_at", "started_at", "finished_at", "withdrawn_at")
        ),
        sa.Column("token_hash", sa.String(), nullable=True),
        sa.Column("reached_through", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["corrects"],
            ["announcements.id"],
            name="fk_announcements_corrects_announcements",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_announcements"),
        sqlite_autoincrement=True,
    )


def _create_parts() -> None:
    _create_part(
        "announcement_contents",
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("parameters", sa.JSON(), nullable=False),
        key=("announcement_id", "language"),
    )
    _create_part(
        "announcement_files",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        key=("announcement_id",),
    )
    _create_part(
        "announcement_lists",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        key=("announcement_id", "chat_id"),
    )


def _create_deliveries() -> None:
    _create_part(
        "deliveries",
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("reply_to", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        key=("announcement_id", "chat_id"),
    )
    op.create_index(
        "ix_deliveries_announcement_id_state_attempts", "deliveries", ["announcement_id", "state", "attempts"]
    )
    under_way = sa.text("state = 'sending'")
    op.create_index(
        "ix_deliveries_under_way",
        "deliveries",
        ["announcement_id"],
        sqlite_where=under_way,
        postgresql_where=under_way,
    )
    op.create_index("ix_deliveries_chat_id", "deliveries", ["chat_id"])


def _create_part(table: str, *columns: sa.Column[object], key: tuple[str, ...]) -> None:
    op.create_table(
        table,
        sa.Column("announcement_id", sa.Integer(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(
            ["announcement_id"],
            ["announcements.id"],
            name=f"fk_{table}_announcement_id_announcements",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(*key, name=f"pk_{table}"),
    )


def _create_chats() -> None:
    op.create_table(
        "chats",
        sa.Column("id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("added_by", sa.BigInteger(), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("unreachable_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_chats"),
    )


def _create_audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.BigInteger(), nullable=True),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("announcement_id", sa.Integer(), nullable=True),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
        sqlite_autoincrement=True,
    )
    if op.get_bind().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER audit_no_{change.lower()} BEFORE {change} ON audit "
                f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER audit_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON audit "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()"
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_column("participants", "unreachable_at")
    for table in ("audit", "chats", "deliveries", "announcement_lists", "announcement_files"):
        op.drop_table(table)
    op.drop_table("announcement_contents")
    op.drop_table("announcements")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_audit_change()")
