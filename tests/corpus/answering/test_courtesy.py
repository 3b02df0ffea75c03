"""Courtesy is known by its words, in wordings nobody listed; a question beside it is no courtesy."""

import pytest

from corpus.answering.smalltalk import match


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("thank you all so much, very helpful", "thanks"),
        ("огромное спасибо вам всем", "thanks"),
        ("çox sağ olun, faydalı oldu", "thanks"),
        ("bye everybody, see you soon", "farewell"),
        ("am I chatting with a robot or a person", "about"),
        ("на каких языках вы говорите", "about"),
    ],
)
def test_courtesy_in_other_words(said: str, topic: str) -> None:
    assert match(said) == topic


@pytest.mark.parametrize("said", ["hello, where is the workshop", "спасибо, а где семинар", "good detector"])
def test_a_question_beside_courtesy_is_a_question(said: str) -> None:
    assert match(said) is None
