"""Every miss has a cause, every answer a reason."""

import re

import pytest

from corpus.answering.answerer import Answerer
from corpus.answering.limits import Limits
from corpus.quality.evaluation import Question
from corpus.quality.misses import cause, explain

DOGS = "How long are mine detection dogs trained?"


def question(text: str, *, behaviour: str = "answer", expect: str = "") -> Question:
    patterns = (re.compile(expect, re.IGNORECASE),) if expect else ()
    return Question("q", text, "en", "x", behaviour, patterns, None)


@pytest.mark.parametrize(
    ("asked", "limits", "found"),
    [
        (question("Who won the cup?", expect="Real Madrid"), Limits(0.5, 0.4), "not in the corpus"),
        (question("Which pooches?", expect="two years"), Limits(0.5, 0.4), "other words"),
        (question(DOGS, expect="Bozena"), Limits(1.0, 1.0), "other words"),
        (question(DOGS, expect="training|trained"), Limits(1.0, 1.0), "limit too strict"),
        (question(DOGS, behaviour="abstain"), Limits(0.1, 0.1), "limit too loose"),
        (question(DOGS, behaviour="smalltalk"), Limits(0.1, 0.1), "another kind"),
    ],
)
def test_cause(answerer: Answerer, asked: Question, limits: Limits, found: str) -> None:
    assert cause(Answerer(answerer.corpus, answerer.indexes, limits=limits), asked) == found


def test_explanation(answerer: Answerer) -> None:
    """Each word with its weight and what the passage holds of it; the rank of the expected passage."""
    first = explain(answerer, DOGS)
    again = explain(answerer, DOGS, expected=first.found[1].passage)
    assert [word.said for word in first.words if word.weight] == ["long", "mine detection dogs", "trained"]
    assert all(0 <= word.held <= 1 for word in first.words)
    assert again.rank == 2
    assert again.answer.kind == first.answer.kind


def test_explanation_of_nothing(answerer: Answerer) -> None:
    nothing = explain(answerer, "🙂")
    assert (nothing.found, nothing.words, nothing.rank) == ((), (), None)
