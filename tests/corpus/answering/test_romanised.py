"""Russian in Latin letters, spelt as people spell it; English, Azerbaijani and Turkish stay what they are."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.answering.answerer import Answerer
from corpus.answering.language import detect
from corpus.answering.romanised import Romanised, is_romanised
from corpus.answering.terms import TermFinder
from corpus.ranking.analysis import analyser
from corpus.reading.folder import Corpus

QUESTIONS = Path(__file__).parents[2] / "questions"


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("chto takoe mina", "что такое мина"),
        ("čto takoje mina", "что такое мина"),
        ("skol'ko stran", "сколько стран"),
        ("mezhdunarodnyj seminar", "международный семинар"),
        ("mejdunarodniy seminar", "международный семинар"),
        ("kogda nachalsya seminar v azerbaydzhane", "когда начался семинар в азербайджане"),
        ("gde xranyat vzryvchatku", "где хранят взрывчатку"),
        ("bezopasnost detej", "безопасность детей"),
    ],
)
def test_any_spelling_has_the_same_stems(bundled: Corpus, latin: str, cyrillic: str) -> None:
    finder = TermFinder(bundled.terms, language="ru")
    stems = analyser("ru").stems
    assert detect(latin, ("en", "az", "ru", "tr")) == "ru"
    assert stems(finder.spelt(latin)) == stems(cyrillic)


@pytest.mark.parametrize("kept", ["chto takoe EORE", "kak rabotaet IMSMA Core"])
def test_abbreviations_stay(bundled: Corpus, kept: str) -> None:
    spelt = TermFinder(bundled.terms, language="ru").spelt(kept)
    assert kept.split()[2] in spelt.split()


@pytest.mark.parametrize("file", ["own", "professional", "emergencies"])
def test_no_other_language_is_taken_for_it(file: str) -> None:
    """Of all questions in English, Azerbaijani and Turkish."""
    lines = (QUESTIONS / f"{file}.jsonl").read_text(encoding="utf-8").splitlines()
    asked = [json.loads(line) for line in lines]
    assert not [
        one["question"]
        for one in asked
        if one["lang"] in ("en", "az", "tr") and is_romanised(one["question"])
    ]


def test_answers_come_in_russian(answerer: Answerer) -> None:
    latin, cyrillic = answerer.answer("chto takoe EORE"), answerer.answer("что такое EORE")
    assert (latin.kind, latin.language, latin.quotes) == ("definition", "ru", cyrillic.quotes)


@given(st.text())
def test_any_text(text: str) -> None:
    """Nothing raises, and a word known is found by itself."""
    is_romanised(text)
    assert Romanised(["мина"]).find("mina") == "мина"
    Romanised(["мина"]).restored(text)
