"""A shared practice becomes a document that says what was written, to the letter."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from corpus.reading.markdown import read_markdown
from corpus.reading.practice import LONGEST_TITLE, SharedPractice, practice_document, title_of

SHARED = SharedPractice(
    id="practice-7",
    title="Painted stones: cheap & quick",
    theme="community",
    language="en",
    date=dt.date(2023, 11, 28),
    review=dt.date(2024, 11, 28),
    contributor='Leyla "Lulu", Fuzuli',
    source="Practice shared by Leyla",
    what="We painted stones.\n\nChildren chose the colours.",
    others=(("Where it worked", "In Fuzuli."),),
)


def texts(shared: SharedPractice) -> list[str]:
    document, _ = read_markdown(practice_document(shared), path="practices/7.md", themes=["community"])
    return [passage.text for passage in document.passages]


def test_it_is_dated_and_attributed() -> None:
    document, notes = read_markdown(practice_document(SHARED), path="practices/7.md", themes=["community"])
    assert notes == []
    assert (document.id, document.title, document.date) == ("practice-7", SHARED.title, SHARED.date)
    assert (document.contributor, document.review) == (SHARED.contributor, SHARED.review)
    first, second = document.passages
    assert (first.heading, first.text) == (SHARED.title, SHARED.what)
    assert (second.heading, second.text) == ("Where it worked", "In Fuzuli.")
    assert [source.title for source in first.sources] == ["Practice shared by Leyla"]


@pytest.mark.parametrize(
    "line",
    [
        "# No heading",
        "1. No list",
        "12) No list",
        "- no list",
        "+ no list",
        "> no quotation",
        "---",
        "===",
        "~~~ no code",
        "```no code```",
        "*no* _emphasis_ and no `code`",
        "[no link](https://example.org) and ![no picture](x)",
        "<b>no HTML</b> <!-- no comment -->",
        '<!-- page 3 "iii" -->',
        "A &amp; B, AT&T",
        "Sources: field, invented",
        "sources: x",
        r"C:\new\*",
        "| no | table |",
    ],
)
def test_what_looks_like_markdown_is_said_to_the_letter(line: str) -> None:
    assert texts(replace(SHARED, what=line, others=()))[0] == line
    assert texts(replace(SHARED, what=f"Before.\n{line}\nAfter."))[0] == f"Before.\n\n{line}\n\nAfter."


@given(some.text(some.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1).filter(str.strip))
def test_whatever_is_written_comes_out_again(written: str) -> None:
    (told, _) = texts(replace(SHARED, what=f"x {written}"))
    assert told == " ".join(f"x {written}".split())


def test_the_title_is_the_first_sentence_or_as_much_as_is_read_at_a_glance() -> None:
    assert title_of("We painted stones. Children helped.") == "We painted stones"
    assert title_of("Boyalı daşlar!\nUşaqlar seçdi.") == "Boyalı daşlar"
    long = title_of("We painted stones with the children of the village " * 3)
    assert long == "We painted stones with the children of the village We painted stones…"
    assert len(title_of("x" * 200)) == LONGEST_TITLE
