"""One clock for the whole program, settable so that an event can be rehearsed."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

FASTEST = 100_000
"""Times the real speed: a day a second, and room for more."""


class Clock:
    """Tells the time, real or rehearsed.

    Args:
        setting: None for the real time; an ISO instant at which the clock starts; or the path of a file
            holding `ISO-instant [speed]`, read again when it changes. An instant without an offset is UTC.
    """

    def __init__(self, setting: str | None = None) -> None:
        self._file = Path(setting) if setting and Path(setting).is_file() else None
        self._changed = 0
        self._start, self._speed, self._since = datetime.now(UTC), 1.0, time.monotonic()
        self._real = setting is None
        if setting and not self._file:
            self._set(setting)

    def now(self) -> datetime:
        """The instant it is, aware and in UTC."""
        if self._real:
            return datetime.now(UTC)
        self._read_again()
        return self._start + timedelta(seconds=self._speed * (time.monotonic() - self._since))

    def _read_again(self) -> None:
        if self._file is None:
            return
        try:
            changed = self._file.stat().st_mtime_ns
            if changed != self._changed:
                self._set(self._file.read_text(encoding="utf-8"))
                self._changed = changed
        except (OSError, ValueError):  # half written or gone for a moment: the clock goes on as it was
            return

    def _set(self, text: str) -> None:
        self._start, self._speed = read_instant(text)
        self._since = time.monotonic()


def read_instant(text: str) -> tuple[datetime, float]:
    """The instant in UTC and the speed of `ISO-instant [speed]`; an instant without an offset is UTC.

    Raises:
        ValueError: the text is nothing of the kind.
    """
    instant, *rest = text.split()
    speed = float(*rest) if rest else 1.0
    if not 0 <= speed <= FASTEST:
        raise ValueError(f"the speed {speed} is not within 0 and {FASTEST}")
    parsed = datetime.fromisoformat(instant)
    return parsed.replace(tzinfo=parsed.tzinfo or UTC).astimezone(UTC), speed
