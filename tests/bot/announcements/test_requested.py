"""What can't be kept is told before an announcement is recorded."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.announcements.message import NoMessageError
from bot.announcements.requested import Options, Order

BAKU = ZoneInfo("Asia/Baku")
NOON = datetime(2023, 11, 28, 12, tzinfo=BAKU)


def test_an_end_in_the_quiet_hours_that_hold_it_is_refused() -> None:
    """It would end before it goes out, and nobody would get it."""
    night = {"at": "2023-11-28T23:00", "until": "2023-11-29T02:00"}
    with pytest.raises(NoMessageError, match="it would go out at 2023-11-29 08:00 Asia/Baku"):
        Order.checked(Options({"": "Tea"}, **night), now=NOON, zone=BAKU)  # type: ignore[arg-type]
    urgent = Order.checked(Options({"": "Tea"}, urgent=True, **night), now=NOON, zone=BAKU)  # type: ignore[arg-type]
    assert urgent.composed.until == datetime(2023, 11, 29, 2, tzinfo=BAKU)
    later = Options({"": "Tea"}, at=night["at"], until="2023-11-29T09:00")
    assert Order.checked(later, now=NOON, zone=BAKU).composed.until


def test_who_speaks_another_language_must_have_a_text() -> None:
    """Nobody gets an announcement in a language that is not theirs because the general text was left out."""
    texts = {"": None, "az": "Nahar", "ru": None}
    with pytest.raises(NoMessageError, match="another language than az, or --to language=az"):
        Order.checked(Options(texts), now=NOON, zone=BAKU)
    only = Order.checked(Options(texts, to="language=az"), now=NOON, zone=BAKU)
    assert [one.language for one in only.composed.contents] == ["az"]
