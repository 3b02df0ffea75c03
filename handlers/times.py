"""Times as organisers read and write them: in the time zone of the event."""

from datetime import datetime
from zoneinfo import ZoneInfo


def shown(instant: datetime, zone: ZoneInfo) -> str:
    """An instant as day and time of the event's place, such as `28.11.2023 14:00`."""
    return instant.astimezone(zone).strftime("%d.%m.%Y %H:%M")
