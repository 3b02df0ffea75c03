"""Who, when, where, how many: what is asked for, and where it stands."""

import pytest

from corpus.answering.facts import asked_fact, facts_in, numbers_in


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
        ("Dronlar necə istifadə olunur?", None),
        ("Why do rats not set mines off?", None),
        ("She smiled when the rat came", None),
    ],
)
def test_what_is_asked_for(question: str, fact: str | None) -> None:
    assert asked_fact(question) == fact


@pytest.mark.parametrize(
    ("language", "sentence", "fact", "there"),
    [
        ("en", "It began on 28 November 2023.", "date", True),
        ("en", "It began in the morning.", "date", False),
        ("en", "Twenty-five countries took part.", "number", True),
        ("en", "Many countries took part on Tuesday.", "number", False),
        ("en", "It was founded on 18 July 1998.", "number", False),
        ("en", "The grant is of $2 million.", "money", True),
        ("en", "The grant is of 2 million.", "money", False),
        ("en", "Vugar Suleymanov opened it.", "name", True),
        ("en", "It was held in Baku.", "place", True),
        ("ru", "Семинар начался 28 ноября.", "date", True),
        ("az", "Seminar 28 noyabrda başladı.", "date", True),
        ("az", "Seminarda iyirmi beş ölkə iştirak etdi.", "number", True),
    ],
)
def test_what_a_sentence_holds(language: str, sentence: str, fact: str, *, there: bool) -> None:
    assert (fact in facts_in(sentence, language)) is there


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("In 25 countries and 2,000 schools.", {"25", "2,000"}),
        ("The Bozena 5 and IMAS 10.20 of 2023.", set()),
        ("About 1.5 million mines.", {"1.5", "million"}),
        ("The MV-4 runs up to two kilometres.", {"two"}),
    ],
)
def test_numbers_that_count(sentence: str, numbers: set[str]) -> None:
    """Years, days and the numbers in names answer no "how many"."""
    assert numbers_in(sentence, "en") == numbers
