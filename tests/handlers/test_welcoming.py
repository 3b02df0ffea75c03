"""The welcome: of the workshop that is served, with questions its documents answer."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.answering.answerer import Answerer, Asker
from corpus.reading.folder import BUNDLED, read_corpus
from handlers.texts import TEXTS_BY_LANGUAGE, texts_in
from handlers.welcoming import EXAMPLES, examples, welcome

OTHER = """\
---
id: bees
title: Bees
theme: hives
language: en
date: 2024-05-01
review: 2027-05-01
sources:
  keeper: {title: 'A keeper'}
---
## Hives of the region

There are ninety hives in the region.

Sources: keeper

## Where the bees <of the valley> winter

The bees of the valley winter in hollow trees, away from wind.

Sources: keeper
"""


@pytest.fixture(scope="module")
def answerer() -> Answerer:
    return Answerer(read_corpus(BUNDLED))


@pytest.fixture
def other(tmp_path: Path) -> Answerer:
    """Another workshop with one document and the same safety cards."""
    event = (BUNDLED / "workshop.yaml").read_text(encoding="utf-8")
    themed = event.replace("\nthemes: ", "\nthemes:\n  hives: {en: Hives}\n", 1)
    (tmp_path / "workshop.yaml").write_text(themed, encoding="utf-8")
    (tmp_path / "bees.md").write_text(OTHER, encoding="utf-8")
    return Answerer(read_corpus(tmp_path))


@pytest.mark.parametrize("language", list(TEXTS_BY_LANGUAGE))
def test_an_example_is_answered_by_its_own_section_and_each_is_of_another_theme(
    answerer: Answerer, language: str
) -> None:
    given = examples(answerer, language)
    answers = [answerer.answer(example, Asker(language)) for example in given]
    assert {answer.kind for answer in answers} == {"answer"}
    assert [answer.candidates[0].passage.heading for answer in answers] == given
    assert {answer.candidates[0].passage.language for answer in answers} == {language}
    assert len({answer.candidates[0].passage.theme for answer in answers}) == EXAMPLES == len(given)


@pytest.mark.parametrize("tag", ["az", "az-AZ", "ru", "en", "tr", None])
def test_the_welcome_names_the_workshop_and_the_examples(answerer: Answerer, tag: str | None) -> None:
    said = welcome(answerer, tag).plain()
    assert answerer.corpus.workshop.name_in(tag) in said
    language = tag.split("-")[0] if tag in ("az", "az-AZ", "ru") else "en"
    listed = "\n".join(f"• {example}" for example in examples(answerer, language))
    assert said.endswith(f"\n\n{texts_in(language).for_example}\n{listed}")


@pytest.mark.parametrize("language", list(TEXTS_BY_LANGUAGE))
def test_the_examples_are_those_of_the_documents_that_are_served(other: Answerer, language: str) -> None:
    """In the workshop's first language where there is none in the person's."""
    assert not other.corpus.problems
    assert examples(other, language) == ["Where the bees <of the valley> winter"]
    assert "Where the bees &lt;of the valley&gt; winter" in "".join(welcome(other, language).messages())


def test_without_documents_there_is_no_word_of_examples(answerer: Answerer) -> None:
    empty = Answerer(replace(answerer.corpus, documents=()))
    assert texts_in("en").for_example not in welcome(empty, "en").plain()
