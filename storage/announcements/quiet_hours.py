"""Quiet hours in the event's time zone: what is due then and not urgent begins when they end."""

from datetime import UTC, datetime, time, timedelta, tzinfo

QUIET_FROM, QUIET_UNTIL = time(22), time(8)


def is_quiet(now: datetime, zone: tzinfo) -> bool:
    """Whether these are quiet hours."""
    here = now.astimezone(zone).time()
    return here >= QUIET_FROM or here < QUIET_UNTIL


def awake(instant: datetime, zone: tzinfo) -> datetime:
    """The first instant from this one on that is not in quiet hours, in UTC."""
    if not is_quiet(instant, zone):
        return instant
    here = instant.astimezone(zone)
    day = here.date() + timedelta(days=here.time() >= QUIET_FROM)
    return datetime.combine(day, QUIET_UNTIL, zone).astimezone(UTC)
