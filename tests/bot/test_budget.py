"""The budget of sends: never more than the limit in any second, answers first, and no start in a rush."""

from collections.abc import Callable

import pytest

from bot.pacing import SendBudget


class Watch:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def run(per_second: int, seconds: float, *, answers: Callable[[float], int]) -> list[float]:
    """The instants at which announcements go, in turns of ten milliseconds."""
    watch = Watch()
    budget = SendBudget(per_second, clock=watch)
    sent: list[float] = []
    for turn in range(int(seconds * 100)):
        watch.now = 100.0 + turn / 100
        for _ in range(answers(watch.now)):
            budget.note()
        free = budget.free()
        budget.take(free)
        sent += [watch.now] * free
    return sent


def most_in_a_second(instants: list[float]) -> int:
    return max(sum(start <= instant < start + 1 for instant in instants) for start in instants)


@pytest.mark.parametrize("per_second", [1, 5, 30, 100, 1000])
def test_announcements_keep_within_the_limit_and_near_it(per_second: int) -> None:
    sent = run(per_second, 10, answers=lambda _now: 0)
    assert most_in_a_second(sent) <= per_second
    assert len(sent) >= per_second * 9.3 - 1


def test_what_answers_take_announcements_leave() -> None:
    answers: list[float] = []

    def five_a_second(now: float) -> int:
        due = int((now - 100) * 5) + 1 - len(answers)
        answers.extend([now] * due)
        return due

    sent = run(100, 10, answers=five_a_second)
    assert most_in_a_second(sorted([*sent, *answers])) <= 100
    assert len(sent) + len(answers) >= 940


def test_answers_above_the_limit_stop_announcements_and_nothing_else() -> None:
    assert all(instant < 101 for instant in run(30, 3, answers=lambda _now: 1))


def test_it_does_not_begin_in_a_rush_after_a_pause() -> None:
    watch = Watch()
    budget = SendBudget(100, clock=watch)
    watch.now += 3600
    assert budget.free() <= 5
