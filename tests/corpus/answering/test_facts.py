"""Who, when, where, how many: what is asked for, and where it stands."""

import pytest

from corpus.answering.facts import asked_fact, facts_in


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("How many countries took part?", "number"),
        ("when did it start", "date"),
        ("On which days did it run?", "date"),
        ("who opened it", "name"),
        ("Where was it held?", "place"),
        ("what is the price of a flail", "money"),
        ("how much does a detector cost?", "money"),
        ("Сколько стран приехало?", "number"),
        ("Когда начался семинар?", "date"),
        ("сколько денег дали США", "money"),
        ("Neçə ölkə iştirak etdi?", "number"),
        ("nece olke istirak etdi", "number"),
        ("seminar nə vaxt başladı", "date"),
        ("Seminarı kim açdı?", "name"),
        ("Why do rats not set mines off?", None),
        ("She smiled when the rat came", None),
    ],
)
def test_what_is_asked_for(question: str, fact: str | None) -> None:
    assert asked_fact(question) == fact


@pytest.mark.parametrize(
    ("sentence", "fact", "there"),
    [
        ("It began on 28 November 2023.", "date", True),
        ("It began in the morning.", "date", False),
        ("Twenty-five countries took part.", "number", True),
        ("Many countries took part.", "number", False),
        ("The grant is of $2 million.", "money", True),
        ("The grant is of 2 million.", "money", False),
        ("Vugar Suleymanov opened it.", "name", True),
        ("It was held in Baku.", "place", True),
        ("Семинар начался 28 ноября.", "date", True),
        ("Seminar 28 noyabrda başladı.", "date", True),
        ("Seminarda iyirmi beş ölkə iştirak etdi.", "number", True),
    ],
)
def test_what_a_sentence_holds(sentence: str, fact: str, *, there: bool) -> None:
    assert (fact in facts_in(sentence)) is there
