"""Alembic's entry: runs the migrations on the connection, and in the transaction, that it is handed."""

from alembic import context

from storage import corpora_tables, practice_tables  # noqa: F401  # part of the metadata
from storage.announcements import tables  # noqa: F401  # part of the metadata
from storage.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
