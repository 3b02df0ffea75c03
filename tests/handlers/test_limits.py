"""A person's minute: counted, told once, over in time, and forgotten when nobody asks."""

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from handlers.participants.limits import MOST_REMEMBERED, QuestionLimit

NOON = datetime(2023, 11, 28, 12, tzinfo=UTC)
LEYLA, RUSTAM = 1, 2
UPDATES = count(1)


def asked(limit: QuestionLimit, person: int, *, times: int, after: float = 0) -> list[str]:
    now = NOON + timedelta(seconds=after)
    return [limit.ask(person, next(UPDATES), now=now) for _ in range(times)]


def test_so_many_are_answered_then_one_notice_then_silence() -> None:
    limit = QuestionLimit(3)
    assert asked(limit, LEYLA, times=6) == ["answer", "answer", "answer", "notice", "quiet", "quiet"]


def test_a_question_tried_again_is_counted_once() -> None:
    """Its reply did not get out; were it counted again, it would end unanswered."""
    limit = QuestionLimit(2)
    assert [limit.ask(LEYLA, -1, now=NOON) for _ in range(5)] == ["answer"] * 5
    assert asked(limit, LEYLA, times=3) == ["answer", "notice", "quiet"]


def test_everybody_has_a_minute_of_their_own() -> None:
    limit = QuestionLimit(1)
    assert asked(limit, LEYLA, times=3) == ["answer", "notice", "quiet"]
    assert asked(limit, RUSTAM, times=1) == ["answer"]


@pytest.mark.parametrize(("after", "verdict"), [(59.9, "quiet"), (60, "answer"), (3600, "answer")])
def test_the_minute_begins_with_the_first_question(after: float, verdict: str) -> None:
    limit = QuestionLimit(1)
    asked(limit, LEYLA, times=1)
    asked(limit, LEYLA, times=2, after=30)
    assert asked(limit, LEYLA, times=1, after=after) == [verdict]


def test_after_the_minute_there_is_a_notice_again() -> None:
    limit = QuestionLimit(1)
    assert asked(limit, LEYLA, times=3) == asked(limit, LEYLA, times=3, after=60)


def test_a_clock_set_back_does_not_silence_anybody() -> None:
    limit = QuestionLimit(1)
    asked(limit, LEYLA, times=3)
    assert asked(limit, LEYLA, times=1, after=-3600) == ["answer"]


def test_zero_is_no_limit() -> None:
    assert set(asked(QuestionLimit(0), LEYLA, times=1000)) == {"answer"}


@pytest.mark.parametrize(("after", "left"), [(0, 60), (45, 15), (59.9, 1)])
def test_the_seconds_left_are_those_of_the_minute_and_never_none(after: float, left: int) -> None:
    limit = QuestionLimit(1)
    asked(limit, LEYLA, times=2)
    assert limit.seconds_left(LEYLA, now=NOON + timedelta(seconds=after)) == left


def test_letting_go_of_minutes_that_are_over_keeps_those_that_are_not() -> None:
    limit = QuestionLimit(1)
    for person in range(100, 100 + MOST_REMEMBERED):
        limit.ask(person, next(UPDATES), now=NOON)
    asked(limit, LEYLA, times=3, after=59)
    assert asked(limit, RUSTAM, times=1, after=61) == ["answer"]
    assert asked(limit, LEYLA, times=1, after=62) == ["quiet"]
    assert asked(limit, 100, times=2, after=62) == ["answer", "notice"]
