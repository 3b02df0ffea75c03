"""Organisers read and write times as they are at the event."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.times import read_time, shown

BAKU = ZoneInfo("Asia/Baku")
NOW = datetime(2023, 11, 28, 21, 0, tzinfo=UTC)
"""At the event it is the next day already, one o'clock."""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("14:00", datetime(2023, 11, 29, 10, 0, tzinfo=UTC)),
        ("30.11.2023 9:05", datetime(2023, 11, 30, 5, 5, tzinfo=UTC)),
        ("2023-11-30 09:05", datetime(2023, 11, 30, 5, 5, tzinfo=UTC)),
        ("25:00", None),
        ("31.02.2024 10:00", None),
        ("soon", None),
        ("31.12.9999 23:59", None),  # in other time zones there is no such day
    ],
)
def test_a_time_is_that_of_the_event(written: str, meant: datetime | None) -> None:
    assert read_time(written, now=NOW, zone=BAKU) == meant


def test_a_time_is_shown_with_its_zone() -> None:
    assert shown(NOW, BAKU) == "29.11.2023 01:00 (Asia/Baku)"
