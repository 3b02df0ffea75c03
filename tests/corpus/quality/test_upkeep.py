"""The lists name what was seeded, and nothing else."""

from datetime import date
from pathlib import Path

import pytest

from corpus.quality.upkeep import (
    Use,
    addresses,
    contradictions,
    disliked,
    duplicates,
    figures_in,
    never_shown,
    stale,
)
from corpus.reading.folder import Corpus, read_corpus

HEAD = """\
---
id: {id}
title: {id}
theme: technology
language: {language}
date: 2023-11-28
review: {review}
sources:
  paper: {{title: A paper, url: 'https://example.org/{id}'}}
---
"""


def write(
    folder: Path, name: str, *sections: str, language: str = "en", review: str = "2030-01-01"
) -> Corpus:
    """One more document of as many sections, and the folder read again."""
    texts = (
        f"## Section {place} of {name}\n\n{text}\n\nSources: paper\n" for place, text in enumerate(sections)
    )
    head = HEAD.format(id=name, language=language, review=review)
    (folder / f"{name}.md").write_text(head + "\n".join(texts), encoding="utf-8")
    return read_corpus(folder)


def test_a_document_is_stale_from_the_day_after_its_review(folder: Path) -> None:
    corpus = write(folder, "late", "Robots cleared the field.", review="2024-03-01")
    assert [one.id for one in stale(corpus, date(2024, 3, 1))] == []
    assert [one.id for one in stale(corpus, date(2024, 3, 2))] == ["late"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Participants from 25 countries came to the workshop.", "To the workshop came 30 countries."),
        ("The robot weighs 1,400 kg and crosses ditches.", "The robot weighs 1 500 kg and crosses ditches."),
        ("The agency was founded in Baku in 1998.", "The agency was founded in Baku in 1999."),
    ],
)
def test_the_same_subject_with_other_figures_is_named(folder: Path, one: str, other: str) -> None:
    write(folder, "first", one)
    found = contradictions(write(folder, "second", other))
    assert [(pair.first_words, pair.second_words) for pair in found] == [(one, other)]


@pytest.mark.parametrize(
    "other",
    [
        "Participants from 25 countries came to the workshop in Baku.",
        "Participants from 25 countries came to the workshop, 12 of them from Asia.",
        "The robot crosses ditches that are 2 metres wide.",
        "Participants came to the workshop in Baku.",
    ],
)
def test_more_detail_or_another_subject_is_no_contradiction(folder: Path, other: str) -> None:
    write(folder, "first", "Participants from 25 countries came to the workshop.")
    assert contradictions(write(folder, "second", other)) == []


def test_one_passage_never_contradicts_itself(folder: Path) -> None:
    corpus = write(
        folder, "one", "In May 25 countries came to the workshop. In June 30 countries came to the workshop."
    )
    assert contradictions(corpus) == []


def test_what_is_said_twice_in_one_language_is_named(folder: Path) -> None:
    said = "A dog searches the ground by smell and sits down where it finds explosive."
    write(folder, "dogs", said)
    write(folder, "itler", said, language="az")
    corpus = write(folder, "again", f"{said} Its handler marks the place.")
    assert {pair.first.document for pair in duplicates(corpus)} | {
        pair.second.document for pair in duplicates(corpus)
    } == {"dogs", "again"}


def test_the_bundled_workshop_says_nothing_twice(bundled: Corpus) -> None:
    assert duplicates(bundled) == []


def test_use_is_told_by_the_text_not_by_its_place(folder: Path) -> None:
    corpus = write(folder, "two", "Robots cleared the field.", "Drones drew the map.")
    robots, drones = (passage for passage in corpus.passages if passage.document == "two")
    use = {
        robots.fingerprint: Use(shown=5, helpful=1, unhelpful=3),
        drones.fingerprint: Use(shown=1, unhelpful=1),
    }
    assert [passage.document for passage in never_shown(corpus, use)] == ["sound"]
    assert [passage for passage, _ in disliked(corpus, use)] == [robots]


def test_an_address_is_listed_once_with_all_documents_that_name_it(folder: Path) -> None:
    corpus = write(folder, "two", "Robots cleared the field.", "Drones drew the map.")
    assert addresses(corpus)["https://example.org/two"] == ["two.md"]


def test_figures_are_the_same_however_their_thousands_are_set() -> None:
    assert figures_in("1,400 or 1 400 or 1\u00a0400 mines") == {"1400"}
    assert figures_in("3.5 km in 2023") == {"3.5", "2023"}
