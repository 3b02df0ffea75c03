"""A follow-up leans on the question before it: of the same person and chat, for ten minutes."""

from datetime import UTC, datetime, timedelta

import pytest

from corpus.answering.following import Previous
from handlers.participants import following_up
from handlers.participants.following_up import LastQuestions

NOON = datetime(2023, 11, 28, 12, tzinfo=UTC)
LEYLA, RUSTAM, GROUP = 1, 2, -3
RATS, DOGS = Previous("rats?", "animals#rats"), Previous("and dogs?", None)


@pytest.fixture
def last() -> LastQuestions:
    asked = LastQuestions()
    asked.note(LEYLA, LEYLA, 10, RATS, offered=["other"], now=NOON)
    return asked


@pytest.mark.parametrize(("minutes", "found"), [(0, RATS), (9.9, RATS), (10, None), (-1, None)])
def test_a_question_is_leaned_on_for_ten_minutes(
    last: LastQuestions, minutes: float, found: Previous | None
) -> None:
    assert last.before(LEYLA, LEYLA, 11, now=NOON + timedelta(minutes=minutes)) == found


def test_a_question_is_of_one_person_in_one_chat(last: LastQuestions) -> None:
    assert last.before(LEYLA, GROUP, 11, now=NOON) is None
    assert last.before(RUSTAM, LEYLA, 11, now=NOON) is None


def test_an_edited_follow_up_leans_on_the_same_question_not_on_itself(last: LastQuestions) -> None:
    for _ in range(2):
        last.note(LEYLA, LEYLA, 11, DOGS, now=NOON)
        assert last.before(LEYLA, LEYLA, 11, now=NOON) == RATS
    assert last.before(LEYLA, LEYLA, 12, now=NOON) == DOGS
    assert LastQuestions().before(LEYLA, LEYLA, 10, now=NOON) is None


def test_the_edit_of_an_older_message_leans_on_nothing_and_is_not_leaned_on(last: LastQuestions) -> None:
    assert last.before(LEYLA, LEYLA, 9, now=NOON) is None
    last.note(LEYLA, LEYLA, 9, DOGS, now=NOON)
    assert last.before(LEYLA, LEYLA, 11, now=NOON) == RATS


@pytest.mark.parametrize(("fingerprint", "shown"), [("other", "other"), ("of an older answer", RATS.passage)])
def test_a_passage_opened_under_the_answer_is_the_one_shown(
    last: LastQuestions, fingerprint: str, shown: str
) -> None:
    last.showed(LEYLA, LEYLA, fingerprint)
    last.showed(RUSTAM, LEYLA, "other")
    assert last.before(LEYLA, LEYLA, 11, now=NOON) == Previous(RATS.question, shown)


def test_what_is_forgotten_is_leaned_on_no_more(last: LastQuestions) -> None:
    last.note(RUSTAM, GROUP, 5, DOGS, now=NOON)
    last.forget(LEYLA)
    assert last.before(LEYLA, LEYLA, 11, now=NOON) is None
    assert last.before(RUSTAM, GROUP, 6, now=NOON) == DOGS


def test_the_longest_silent_are_let_go_beyond_the_bound(
    last: LastQuestions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following_up, "MOST_REMEMBERED", 2)
    last.note(RUSTAM, RUSTAM, 10, DOGS, now=NOON)
    last.note(LEYLA, LEYLA, 11, RATS, now=NOON)
    last.note(RUSTAM, GROUP, 12, DOGS, now=NOON)
    assert last.before(RUSTAM, RUSTAM, 11, now=NOON) is None
    assert last.before(LEYLA, LEYLA, 12, now=NOON) == RATS
