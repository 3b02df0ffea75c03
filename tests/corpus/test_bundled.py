"""The bundled workshop: in three languages, every statement sourced, every quote to the letter."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from corpus.answering.answer import Answer
from corpus.answering.answerer import Answerer
from corpus.passages import FIELD, Passage
from corpus.reading.folder import BUNDLED, Corpus

IN_THREE_LANGUAGES = ("workshop", "safety", "practical")


def test_loads_without_a_problem(bundled: Corpus) -> None:
    assert bundled.problems == ()


def test_passages_in_english(bundled: Corpus) -> None:
    """At least 110, each short enough for a telephone and long enough to stand on its own."""
    lengths = [len(one.text.split()) for one in bundled.passages if one.language == "en"]
    assert len(lengths) >= 110
    assert min(lengths) >= 30
    assert max(lengths) <= 150


def test_every_theme_has_several_sections(bundled: Corpus) -> None:
    sections = Counter(one.theme for one in bundled.passages if one.language == "en")
    assert sections.keys() == bundled.workshop.themes.keys()
    assert min(sections.values()) >= 3


@pytest.mark.parametrize("language", ["az", "ru"])
@pytest.mark.parametrize("name", IN_THREE_LANGUAGES)
def test_translation(bundled: Corpus, name: str, language: str) -> None:
    """Section for section the same themes and sources as in English."""
    by_path = {document.path: document for document in bundled.documents}
    original, translated = by_path[f"en/{name}.md"], by_path[f"{language}/{name}.md"]
    assert (translated.translation_of, translated.language) == (original.id, language)
    assert [keys(one) for one in translated.passages] == [keys(one) for one in original.passages]


def test_every_section_names_sources(bundled: Corpus) -> None:
    assert all(passage.sources for passage in bundled.passages)


def test_safety_advice_has_a_named_source(bundled: Corpus) -> None:
    safety = [passage for passage in bundled.passages if passage.theme == "safety"]
    assert [passage.id for passage in safety if keys(passage) == {FIELD}] == []
    cards = bundled.workshop.safety.cards
    assert all(source.url for card in cards.values() for source in card.sources)


def test_glossary(bundled: Corpus) -> None:
    """Every term has its name and meaning in English, Azerbaijani and Russian, and a source."""
    terms = [term for term in bundled.terms if term.meanings]
    assert len(terms) >= 50
    incomplete = [
        term.id for term in terms if not {"en", "az", "ru"} <= term.meanings.keys() & term.names.keys()
    ]
    assert incomplete == []
    assert all(term.sources for term in terms)


def test_fingerprints_and_ids_are_unique(bundled: Corpus) -> None:
    passages = list(bundled.passages)
    assert len({passage.id for passage in passages}) == len(passages)
    assert len({passage.fingerprint for passage in passages}) == len(passages)


def test_headings_as_questions_are_quoted_to_the_letter(bundled: Corpus, answerer: Answerer) -> None:
    """Every heading is answered, and every quote stands in the document that is cited."""
    answers = [answerer.answer(passage.heading) for passage in bundled.passages]
    assert sum(answer.kind == "answer" for answer in answers) > 0.8 * len(answers)
    assert list(misquotes(answers)) == []


def test_terms_as_questions_are_quoted_to_the_letter(bundled: Corpus, answerer: Answerer) -> None:
    """Every name, abbreviation and form of the glossary, in its language."""
    wordings = {
        wording
        for term in bundled.terms
        for language in ("en", "az", "ru")
        for wording in term.wordings(language)
    }
    answers = [answerer.answer(wording) for wording in sorted(wordings)]
    assert sum(answer.kind == "definition" for answer in answers) > 200
    assert list(misquotes(answers)) == []


def test_cards_are_values_of_workshop_yaml(bundled: Corpus) -> None:
    """No step is assembled by the program."""
    said = strings(yaml.safe_load((BUNDLED / "workshop.yaml").read_text(encoding="utf-8")))
    values = {" ".join(text.split()) for text in said}
    safety = bundled.workshop.safety
    assert len(safety.cards) == 3 * 4
    assert all({card.title, *card.steps} <= values for card in safety.cards.values())
    assert all(number.number in values for number in safety.numbers)


def keys(passage: Passage) -> set[str]:
    return {source.key for source in passage.sources}


def misquotes(answers: list[Answer]) -> Iterator[str]:
    """Quotes that none of the cited documents holds, as the contract says it."""
    for answer in answers:
        cited = [text_of(BUNDLED / citation.document) for citation in answer.citations]
        for quote in answer.quotes:
            if not any(" ".join(quote.split()) in text for text in cited):
                yield quote


@cache
def text_of(file: Path) -> str:
    """A document without Markdown marks, or YAML's string values, white space joined."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".yaml":
        text = "\n".join(strings(yaml.safe_load(text)))
    else:
        text = re.sub(r"^ *(?:#+|>|[-+*]|\d+[.)]) +", "", text, flags=re.MULTILINE)
        text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
        text = re.sub(r"[*`]|\\(?=[^\w\s])", "", text)
    return " ".join(text.split())


def strings(value: Any) -> Iterator[str]:  # noqa: ANN401  # whatever YAML gives
    """Every string value in a YAML file."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)
    elif isinstance(value, dict):
        yield from strings(list(value.values()))
