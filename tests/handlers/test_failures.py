"""Which failures mean that Telegram took no reply: the update is handled again."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut

from handlers.failures import failed, telegram_gone

if TYPE_CHECKING:
    from collections.abc import Callable

    from handlers.context import Context


@pytest.mark.parametrize(
    ("made", "seconds"),
    [
        (lambda: NetworkError("reset"), 0),
        (lambda: TimedOut("late"), 0),
        (lambda: RetryAfter(70), 70),
        (lambda: BadRequest("no"), None),
    ],
)
async def test_a_reply_that_telegram_did_not_take_is_tried_again(
    made: Callable[[], TelegramError], seconds: float | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long it asks to wait: a person's question is never thrown away for it."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    telegram_gone.set(None)
    await failed(None, cast("Context", SimpleNamespace(error=made())))
    gone = telegram_gone.get()
    assert (gone.seconds if gone else None) == seconds
