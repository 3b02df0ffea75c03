"""Fairness: how many questions a person may ask within a minute."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

MINUTE = timedelta(minutes=1)
MOST_REMEMBERED = 10_000
"""People whose minute is kept; beyond that, those whose minute is over are let go."""

Verdict = Literal["answer", "notice", "quiet"]


@dataclass(slots=True)
class _Minute:
    began: datetime
    asked: int = 0
    verdicts: dict[int, Verdict] = field(default_factory=dict)


class QuestionLimit:
    """Counts each person's questions; a minute begins with the first one after the last ended.

    Args:
        per_minute: questions answered within a minute; 0 is no limit.
    """

    def __init__(self, per_minute: int) -> None:
        self.per_minute = per_minute
        self._minutes: dict[int, _Minute] = {}

    def ask(self, person: int, update: int, *, now: datetime) -> Verdict:
        """Count a question: answer it, say once that the limit is reached, or be quiet for the minute.

        An update that is handled again, because its reply did not get out, is counted once.
        """
        if not self.per_minute:
            return "answer"
        minute = self._minutes.get(person)
        if minute is None or now - minute.began >= MINUTE or now < minute.began:
            self._let_go(now)
            minute = self._minutes[person] = _Minute(now)
        if update not in minute.verdicts:
            minute.asked += 1
            if minute.asked > self.per_minute + 1:
                return "quiet"
            minute.verdicts[update] = "answer" if minute.asked <= self.per_minute else "notice"
        return minute.verdicts[update]

    def seconds_left(self, person: int, *, now: datetime) -> int:
        """Seconds until the person's minute ends."""
        minute = self._minutes.get(person)
        return max(1, round((minute.began + MINUTE - now).total_seconds())) if minute else 0

    def _let_go(self, now: datetime) -> None:
        if len(self._minutes) >= MOST_REMEMBERED:
            self._minutes = {
                person: minute for person, minute in self._minutes.items() if now - minute.began < MINUTE
            }
