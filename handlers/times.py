"""Times as organisers read and write them: in the time zone of the event."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_WRITTEN = re.compile(
    r"(?:(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)"
    r"|(?P<day2>\d\d?)\.(?P<month2>\d\d?)\.(?P<year2>\d{4}))?"
    r"[ T,]*(?P<hour>\d\d?):(?P<minute>\d\d)"
)


LAST_YEAR = 9000
"""Times beyond it can't be shown in every time zone."""


def shown(instant: datetime, zone: ZoneInfo) -> str:
    """An instant as day and time of the event's place, such as `28.11.2023 14:00 (Asia/Baku)`."""
    return f"{instant.astimezone(zone):%d.%m.%Y %H:%M} ({zone.key})"


def read_time(text: str, *, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The instant of `14:00` (today), `28.11.2023 14:00` or `2023-11-28 14:00` at the event's place.

    Returns:
        None for what is no such time.
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        return None
    numbers = {name.rstrip("2"): int(value) for name, value in found.groupdict().items() if value}
    try:
        day = now.astimezone(zone).date()
        if "year" in numbers:
            day = date(numbers["year"], numbers["month"], numbers["day"])
        if day.year > LAST_YEAR:
            return None
        return datetime.combine(day, time(numbers["hour"], numbers["minute"]), zone)
    except ValueError:
        return None


def read_days(text: str, *, zone: ZoneInfo) -> tuple[datetime, datetime] | None:
    """The beginning of the first and the end of the last of one or two days such as `2023-11-28`.

    Returns:
        None for what are no days, or none in order.
    """
    try:
        days = [date.fromisoformat(word) for word in text.split()]
        if len(days) not in (1, 2) or days[0] > days[-1]:
            return None
        midnight = time(tzinfo=zone)
        return datetime.combine(days[0], midnight), datetime.combine(days[-1] + timedelta(days=1), midnight)
    except (ValueError, OverflowError):
        return None
