"""A correction changes the passage it is about, or the field, and no other letter."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from corpus.reading.editing import with_field, with_passage
from corpus.reading.folder import BUNDLED, read_corpus
from corpus.reading.markdown import read_markdown

DOCUMENT = """---
id: rats
title: 'Rats: small & keen'   # as printed
theme: technology
language: "en"
date: 2023-11-28
review: 2024-11-28
sources:
  apopo: {title: 'APOPO, annual report', url: 'https://apopo.org'}
---

# Rats

## Speed

A rat searches *200* square metres
in 20 minutes.

- It is light.
- It is quick.

<!-- page 4 "iv" -->

Others take days.

Sources: apopo, field

## Cost

Little.

Sources: apopo
"""


def passages(markdown: str) -> dict[str, tuple[str, str, int]]:
    document, _ = read_markdown(markdown, path="rats.md", themes=["technology", "animals"])
    return {
        one.heading: (
            one.text,
            ",".join(source.key for source in one.sources),
            one.page.number if one.page else 0,
        )
        for one in document.passages
    }


def test_a_passage_says_the_new_text_and_keeps_its_sources_and_pages() -> None:
    changed = with_passage(
        DOCUMENT, ("Rats", "Speed"), "A rat searches 400 m² in 20 minutes.\n\nPeople take days."
    )
    assert passages(changed) == {
        "Speed": ("A rat searches 400 m² in 20 minutes.\n\nPeople take days.", "apopo,field", 0),
        "Cost": ("Little.", "apopo", 4),
    }
    before, after = DOCUMENT.splitlines(), changed.splitlines()
    assert after[:13] == before[:13]
    assert (
        after[after.index('<!-- page 4 "iv" -->') :]
        == [line for line in before[before.index('<!-- page 4 "iv" -->') :] if line != "Others take days."][
            :1
        ]
        + before[-8:]
    )


def test_the_same_heading_elsewhere_stays() -> None:
    twice = DOCUMENT.replace("## Cost", "# Dogs\n\n## Speed")
    changed = with_passage(twice, ("Dogs", "Speed"), "Much.")
    assert changed == twice.replace("Little.", "Much.")


def test_a_list_stays_a_list() -> None:
    changed = with_passage(DOCUMENT, ("Rats", "Cost"), "It costs:\n- food\n• a cage\nNo more.")
    assert "It costs:\n\n- food\n- a cage\n\nNo more.\n\nSources: apopo\n" in changed
    assert passages(changed)["Cost"][0] == "It costs:\n\nfood\n\na cage\n\nNo more."


def test_a_file_of_windows_is_corrected_too() -> None:
    changed = with_passage(DOCUMENT.replace("\n", "\r\n"), ("Rats", "Cost"), "Much.")
    assert changed == DOCUMENT.replace("Little.", "Much.")


@pytest.mark.parametrize("section", [("Rats",), ("Cost",), ("Rats", "Age")])
def test_where_there_is_no_such_text_nothing_is_changed(section: tuple[str, ...]) -> None:
    with pytest.raises(LookupError):
        with_passage(DOCUMENT, section, "New.")


@given(some.text(some.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1).filter(str.strip))
def test_whatever_is_written_is_said_to_the_letter(written: str) -> None:
    changed = with_passage(DOCUMENT, ("Rats", "Cost"), f"x {written}")
    assert len(passages(changed)) == 2
    assert passages(changed)["Cost"][0].split() == f"x {written}".split()


def test_every_passage_of_the_bundled_workshop_can_be_corrected() -> None:
    """Into its own words: then every passage has the same sentences as before."""
    corpus = read_corpus(BUNDLED)
    themes = list(corpus.workshop.themes)
    for document in corpus.documents:
        markdown = Path(BUNDLED, document.path).read_text(encoding="utf-8")
        for passage in document.passages:
            changed = with_passage(markdown, passage.section, passage.text)
            read, _ = read_markdown(changed, path=document.path, themes=themes)
            assert [one.fingerprint for one in read.passages] == [
                one.fingerprint for one in document.passages
            ]
            assert [one.sources for one in read.passages] == [one.sources for one in document.passages]


@pytest.mark.parametrize(
    ("field", "value", "line"),
    [
        ("title", "Keen rats", "title: Keen rats   # as printed"),
        ("title", "Rats: 'more' # and \"more\"", "title: 'Rats: ''more'' # and \"more\"'   # as printed"),
        ("theme", "animals", "theme: animals"),
        ("language", "no", "language: 'no'"),
    ],
)
def test_a_field_is_changed_in_its_place(field: str, value: str, line: str) -> None:
    changed = with_field(DOCUMENT, field, value)
    (before,) = [one for one in DOCUMENT.splitlines() if one.startswith(f"{field}:")]
    assert changed == DOCUMENT.replace(before, line)
    document, _ = read_markdown(changed, path="rats.md", themes=["technology", "animals"])
    assert getattr(document, field) == value


def test_a_folded_title_is_replaced_whole() -> None:
    folded = DOCUMENT.replace("'Rats: small & keen'   # as printed", ">\n  Rats that\n  find mines")
    assert with_field(folded, "title", "Rats") == DOCUMENT.replace(
        "'Rats: small & keen'   # as printed", "Rats"
    )


def test_a_field_that_is_not_there_is_refused() -> None:
    with pytest.raises(LookupError, match="share"):
        with_field(DOCUMENT, "share", "true")
    with pytest.raises(LookupError):
        with_field("No front matter.", "title", "x")
