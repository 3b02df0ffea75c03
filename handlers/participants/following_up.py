"""The last question of each person in each chat, which a short one after it may lean on."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from corpus.answering.following import Previous

YOUNG = timedelta(minutes=10)
"""How long a question can be leaned on."""
MOST_REMEMBERED = 10_000
"""Conversations; beyond that the ones longest silent are let go."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question that was answered, what it leaned on, and the passages in reach of its buttons."""

    message_id: int
    at: datetime
    previous: Previous | None
    before: Previous | None
    offered: frozenset[str]


class LastQuestions:
    """Kept in memory: a restart costs a follow-up, and what is forgotten is nowhere else."""

    def __init__(self) -> None:
        self._asked: dict[tuple[int, int], _Asked] = {}  # the longest silent first

    def before(self, person: int, chat: int, message: int, *, now: datetime) -> Previous | None:
        """What a message may lean on; an edited or repeated one leans on what it leaned on first.

        The edit of a message further back stands alone: what came after it was no question before it.
        """
        last = self._young(person, chat, now)
        if last is None or message < last.message_id:
            return None
        return last.before if message == last.message_id else last.previous

    def note(
        self,
        person: int,
        chat: int,
        message: int,
        previous: Previous | None,
        *,
        offered: Collection[str] = (),
        now: datetime,
    ) -> None:
        """Remember what the next message may lean on once a question was answered.

        Args:
            person: who asked.
            chat: where.
            message: the message with the question.
            previous: what the next one leans on.
            offered: fingerprints of the passages that can be opened under the answer.
            now: when it was answered, aware.
        """
        last = self._young(person, chat, now)
        if last is not None and message < last.message_id:
            return
        before = self.before(person, chat, message, now=now)
        self._asked.pop((person, chat), None)
        self._asked[person, chat] = _Asked(message, now, previous, before, frozenset(offered))
        self._let_go(now)

    def showed(self, person: int, chat: int, fingerprint: str) -> None:
        """Remember that a person opened another passage under the answer to their last question."""
        last = self._asked.get((person, chat))
        if last and last.previous and fingerprint in last.offered:
            shown = replace(last.previous, passage=fingerprint)
            self._asked[person, chat] = replace(last, previous=shown)

    def forget(self, person: int) -> None:
        """Let go of a person's questions in all chats."""
        self._asked = {key: one for key, one in self._asked.items() if key[0] != person}

    def _young(self, person: int, chat: int, now: datetime) -> _Asked | None:
        last = self._asked.get((person, chat))
        return last if last and timedelta(0) <= now - last.at < YOUNG else None

    def _let_go(self, now: datetime) -> None:
        """Drop what is too old to be leaned on, and the longest silent beyond the bound."""
        while self._asked:
            longest_silent = next(iter(self._asked))
            old = now - self._asked[longest_silent].at >= YOUNG
            if not old and len(self._asked) <= MOST_REMEMBERED:
                return
            del self._asked[longest_silent]
