"""The operational log: one line an event on standard error, the token never in it."""

import logging
import sys
import time

import structlog

OUTAGE_SECONDS = 60.0
"""An outage is told once in so many seconds."""
QUIET = ("alembic", "httpx", "httpcore", "telegram.ext.Application", "alembic.runtime.plugins")
"""Libraries that log every request, with the token in its address, or every start and stop."""

MUTE = ("telegram.request", "telegram.ext.Updater")
"""Libraries that put pages and tracebacks into the log for what we tell in one line ourselves."""


def set_up_logs(*secrets: str) -> None:
    """Send structlog's and the libraries' records through one formatter that hides the secrets."""
    shared: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Redacting(tuple(secret for secret in secrets if secret), shared))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in MUTE:
        logging.getLogger(name).setLevel(logging.CRITICAL)


class Outage:
    """Something out of reach: told when it begins, once a minute at the most, and when it is over."""

    def __init__(self, what: str) -> None:
        self._log = structlog.get_logger()
        self._what = what
        self._tries = 0
        self._told_at = float("-inf")
        self._told = False

    def goes_on(self, reason: str) -> None:
        """Another try has failed."""
        self._tries += 1
        now = time.monotonic()
        if now - self._told_at >= OUTAGE_SECONDS:
            self._told_at, self._told = now, True
            self._log.warning(
                f"{self._what} out of reach", reason=" ".join(reason.split())[:200], tries=self._tries
            )

    def is_over(self) -> None:
        """A try has worked."""
        if self._told:
            self._log.info(f"{self._what} in reach again", tries=self._tries)
        self._tries, self._told = 0, False


class _Redacting(structlog.stdlib.ProcessorFormatter):
    """Formats a record, then takes the secrets out of the finished line: tracebacks included."""

    def __init__(self, secrets: tuple[str, ...], shared: list[structlog.typing.Processor]) -> None:
        # Not structlog's own choice of traceback: it shows the values of variables, questions among them.
        plain = structlog.dev.plain_traceback
        renderer = structlog.dev.ConsoleRenderer(colors=False, pad_event_to=0, exception_formatter=plain)
        keep = structlog.stdlib.ProcessorFormatter.remove_processors_meta
        super().__init__(foreign_pre_chain=shared, processors=[keep, renderer])
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record, without secrets."""
        line = super().format(record)
        for secret in self._secrets:
            line = line.replace(secret, "[secret]")
        return line
