"""Brings a database to the tables this version of the program works with, the same way everywhere."""

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

ADVISORY_LOCK = 0x776F726B73686F70
"""Names the lock: "workshop" in ASCII. PostgreSQL gives numbers no meaning of its own."""
LOCK_TIMEOUT = "60s"


class UnknownRevisionError(Exception):
    """The database was last changed by a program that knows more migrations than this one."""

    def __init__(self, revision: str) -> None:
        super().__init__(revision)
        self.revision = revision


def upgrade(connection: Connection) -> None:
    """Run the missing migrations in the transaction of `connection`, one process at a time.

    Raises:
        UnknownRevisionError: the database is newer than the program; nothing was written.
    """
    _lock(connection)
    config = Config(attributes={"connection": connection})
    # The package form, not a path: a path with a per cent sign would be taken for interpolation.
    config.set_main_option("script_location", "storage:migrations")
    _refuse_unknown(connection, ScriptDirectory.from_config(config))
    command.upgrade(config, "head")


def _lock(connection: Connection) -> None:
    """On SQLite the transaction began IMMEDIATE and is the lock itself."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ADVISORY_LOCK})


def _refuse_unknown(connection: Connection, scripts: ScriptDirectory) -> None:
    known = {script.revision for script in scripts.walk_revisions()}
    for revision in MigrationContext.configure(connection).get_current_heads():
        if revision not in known:
            raise UnknownRevisionError(revision)
