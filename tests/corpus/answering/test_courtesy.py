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
        ("where do you get your answers from?", "about"),
        ("who programmed you", "about"),
        ("do you speak Azerbaijani", "about"),
        ("откуда ты берёшь ответы", "about"),
        ("кто тебя сделал", "about"),
        ("səni kim düzəldib", "about"),
        ("cavabları haradan götürürsən", "about"),
        ("robot musun", "about"),
        ("👍👍", "praise"),
        ("хахаха", "praise"),
        ("🙏", "thanks"),
    ],
)
def test_courtesy_in_other_words(said: str, topic: str) -> None:
    assert match(said) == topic


@pytest.mark.parametrize(
    "said",
    [
        "how do you find mines",
        "what robots do you use",
        "кто создал ANAMA",
        "как вы ищете мины",
        "на каком языке шёл семинар",
        "robot necə işləyir",
        "is this a mine",
        "это мина или машина",
        "можно на поле?",
        "💣",
        "🆘",
        "???",
    ],
)
def test_a_question_on_anything_else_is_none_on_the_bot(said: str) -> None:
    """However it is addressed."""
    assert match(said) is None


@pytest.mark.parametrize("said", ["hello, where is the workshop", "спасибо, а где семинар", "good detector"])
def test_a_question_beside_courtesy_is_a_question(said: str) -> None:
    assert match(said) is None
