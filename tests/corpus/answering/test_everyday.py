"""Everyday words: joined in three languages, whole lines, none of them the field's own."""

import pytest

from corpus.answering.answerer import Answerer
from corpus.answering.everyday import FILE, LANGUAGES, by_stems, everyday_by_stems, everyday_terms
from corpus.answering.terms import TermFinder
from corpus.glossary import Term
from corpus.ranking.analysis import analyser
from corpus.reading.folder import Corpus


def test_every_line_has_the_three_languages() -> None:
    """A line short of a column, or with an empty wording, joins nothing."""
    lines = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    assert len(lines) == len(everyday_terms())
    for term in everyday_terms():
        assert set(term.forms) == set(LANGUAGES)
        assert all(wording for listed in term.forms.values() for wording in listed)


@pytest.mark.parametrize(
    ("language", "said", "meant"),
    [
        ("en", "kids", "children"),
        ("az", "uşağın", "children"),
        ("ru", "ребёнка", "children"),
        ("az", "pulu", "money"),
        ("ru", "денег", "money"),
        ("az", "öyrədirlər", "teach"),
        ("ru", "научили", "teach"),
        ("en", "get rid of", "remove"),
    ],
)
def test_forms_people_use_are_reached(language: str, said: str, meant: str) -> None:
    """Through the stems of each language."""
    stems = tuple(analyser(language).stems(said))
    terms = everyday_by_stems(language).get(stems, ())
    assert any(meant in term.wordings("en") for term in terms)


def test_a_language_without_a_column_has_none() -> None:
    assert all(len(stems) == 0 or not stems for stems in everyday_by_stems("de"))


def test_the_glossary_keeps_its_own() -> None:
    """Whoever asks for the meaning of a term must not be held up by an everyday word."""
    term = Term("robot", {"en": "robot"}, (), {"en": "A machine."}, {}, ())
    finder = TermFinder([term], language="en")
    assert [mention.terms for mention in finder.find("which robot was shown")] == [(term,)]
    assert len(finder.find_all("which robot was shown")) == 2


def test_a_misspelt_term_is_known(bundled: Corpus) -> None:
    """In a language other than the documents', where no index corrects it."""
    meant = TermFinder(bundled.terms, language="ru").meant("разменирование")
    assert meant
    assert any("clearance" in term.wordings("en") for term in meant.terms)


def test_each_word_in_its_own_language(answerer: Answerer) -> None:
    """A mixed question is answered as the same one in one language is."""
    mixed = answerer.answer("кто открыл the workshop в Баку?")
    assert mixed.candidates
    assert (
        mixed.candidates[0].passage.document
        == answerer.answer("кто открыл семинар").candidates[0].passage.document
    )


def test_terms_by_stems() -> None:
    term = Term("uxo", {"en": "unexploded bombs"}, ("UXO",), {}, {}, ())
    assert by_stems((term,), "en") == {("unexplod", "bomb"): [term], ("uxo",): [term]}
