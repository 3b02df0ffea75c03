"""Whatever is typed: an answer, soon, and never a stack trace."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.answering.answerer import Answerer, Asker

LONG = 100_000
MESSAGES = {
    "empty": "",
    "blank": " \n\t\u00a0",
    "a long word": "x" * LONG,
    "many words": "mine " * (LONG // 5),
    "many other words": " ".join(map(str, range(LONG // 6))),
    "many sentences": "I found a mine. " * (LONG // 16),
    "Cyrillic": "мина " * (LONG // 5),
    "zero width": "\u200b" * LONG,
    "accents": "a" + "\u0301" * LONG,
    "right to left": "\u202e" + "מוקש לغم" * 100,
    "surrogates": "\ud800\udfff what is IMAS \udc00" * 50,
    "NUL": "what is\0IMAS\0" * 50,
    "HTML": "<b>what</b> <script>alert(1)</script> &lt; </b" * 50,
    "Markdown": "**what** _is_ [IMAS](tg://user?id=1) `` ``` ||" * 50,
    "regular expression": "(.*)*+?[]{}\\d|^$" * 100,
    "emoji": "💣👩🏽‍🚒🇦🇿" * 1000,
    "digits": "9" * LONG,
    "dotted": "a." * (LONG // 2),
    "quoted": "'" * LONG,
    "capitals": "UXO " * (LONG // 4),
    "Chinese": "地雷在哪里" * 1000,
    "format": "%s %n {0} {workshop} ${jndi}" * 10,
}


@pytest.mark.parametrize("text", MESSAGES.values(), ids=MESSAGES.keys())
def test_message(answerer: Answerer, text: str) -> None:
    start = time.perf_counter()
    answer = answerer.answer(text)
    assert time.perf_counter() - start < 3
    assert answer.language in ("en", "az", "ru", "tr")
    assert 0 <= answer.confidence <= 1


@given(text=st.text(), language=st.one_of(st.none(), st.text(max_size=8)))
def test_any_message(answerer: Answerer, text: str, language: str | None) -> None:
    assert answerer.answer(text, Asker(language)).kind


@given(st.text(st.sampled_from("mine found what is IMAS мина \u200b\u0301\ud800<>&'.?! ə1"), max_size=200))
def test_any_message_of_our_words(answerer: Answerer, text: str) -> None:
    assert answerer.answer(text).kind
