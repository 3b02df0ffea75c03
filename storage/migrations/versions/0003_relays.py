"""Questions that wait or were passed on to the organisers, and when these last heard of a danger."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "awaited_questions",
        sa.Column("question_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("participant_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["questions.id"],
            name="fk_awaited_questions_question_id_questions",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"],
            ["participants.id"],
            name="fk_awaited_questions_participant_id_participants",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("question_id", name="pk_awaited_questions"),
    )
    op.create_index("ix_awaited_questions_participant_id", "awaited_questions", ["participant_id"])
    op.create_table(
        "relays",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=True),
        sa.Column("passed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["question_id"], ["questions.id"], name="fk_relays_question_id_questions", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_relays"),
        sa.UniqueConstraint("question_id", name="uq_relays_question_id"),
    )
    op.create_index("ix_relays_passed_at", "relays", ["passed_at"])
    op.create_table(
        "relay_messages",
        sa.Column("organiser_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("relay_id", sa.Integer(), nullable=False),
        sa.Column("is_head", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["relay_id"], ["relays.id"], name="fk_relay_messages_relay_id_relays", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("organiser_id", "message_id", name="pk_relay_messages"),
    )
    op.create_index("ix_relay_messages_relay_id", "relay_messages", ["relay_id"])
    op.add_column("participants", sa.Column("alarmed_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Drop them."""
    op.drop_column("participants", "alarmed_at")
    for table in ("relay_messages", "relays", "awaited_questions"):
        op.drop_table(table)
