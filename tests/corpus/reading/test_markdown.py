"""What a section becomes: passages that keep their text, ids and fingerprints."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from corpus.passages import Document, Page, Passage, Source
from corpus.reading.markdown import read_markdown


def passages(text: str) -> tuple[Passage, ...]:
    return read(text).passages


def read(text: str) -> Document:
    document, notes = read_markdown(text, path="rats.md", themes=["technology"])
    assert notes == []
    return document


def test_marks_go_and_words_stay(document: str) -> None:
    """Emphasis, links, lists and code are read as their words, paragraph by paragraph."""
    marked = document.replace(
        "A rat searches",
        "**A *rat*** [searches](https://apopo.org)\n\n- one `tool`\n- two\n\n> A rat searches",
    )
    (passage,) = passages(marked)
    assert passage.text.split("\n\n")[:3] == ["A rat searches", "one tool", "two"]
    assert passage.paragraphs == (1, 1, 1, 2)


def test_code_at_the_very_end_is_kept(document: str) -> None:
    """No text is lost where a file ends with a block of code."""
    (passage,) = passages(document + "\n```\nthe last words\n```\n")
    assert passage.sentences[-1] == "the last words"


def test_section_path(document: str) -> None:
    """A passage is named by every heading above it; a heading without text of its own makes none."""
    nested = document.replace("## How", "# Animals\n\n## How") + "\n## Cost\n\nLittle.\n\nSources: field\n"
    first, second = passages(nested)
    assert first.section == ("Animals", "How fast a rat works")
    assert second.section == ("Animals", "Cost")
    assert second.id == "rats#animals-cost"
    assert [source.key for source in second.sources] == ["field"]


def test_other_sections_leave_a_passage_alone(document: str) -> None:
    """Its id and fingerprint stay when a section is put before it."""
    before = "## Before\n\nSomething else.\n\nSources: apopo\n\n"
    (alone,) = passages(document)
    _, after = passages(document.replace("## How", before + "## How"))
    assert (alone.id, alone.fingerprint) == (after.id, after.fingerprint)


def test_a_changed_word_changes_the_fingerprint(document: str) -> None:
    (one,), (other,) = passages(document), passages(document.replace("thirty", "forty"))
    assert one.id == other.id
    assert one.fingerprint != other.fingerprint


@given(width=st.integers(8, 200))
def test_re_wrapped_text_is_the_same(width: int) -> None:
    """Neither ids nor fingerprints nor sentences depend on where lines end."""
    head, text, tail = DOCUMENT.partition(SENTENCES)
    wrapped = textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)
    assert passages(head + wrapped + tail) == passages(DOCUMENT)


def test_a_passage_knows_the_page_it_begins_on(document: str) -> None:
    """The mark above its first words counts, wherever the heading stands and however it goes on."""
    marked = document.replace("## How", '<!-- page 3 "iii" -->\n## How').replace(
        "\nSources", "\n<!-- page 4 -->\nMore.\n\nSources"
    )
    later = (
        "\n## Cost\n\n<!-- slide 5 -->\n\nLittle.\n\nSources: field\n"
        '\n## Sums\n<!-- a remark --><!-- sheet 6 "Budget 2023" -->\nNone.\n\nSources: field\n'
    )
    assert [passage.page for passage in passages(marked + later)] == [
        Page(3, "iii"),
        Page(5, "5", "slide"),
        Page(6, "Budget 2023", "sheet"),
    ]
    assert passages(marked)[0].fingerprint == passages(marked.replace("page", "side"))[0].fingerprint
    assert passages(document)[0].page is None


def test_what_was_imported_rests_on_itself(document: str) -> None:
    """It needs no source lines, and its own line that looks like one is text with a backslash."""
    lines = "review: 2024-11-28\noriginal: originals/rats.pdf\nshare: true"
    imported = document.replace("review: 2024-11-28", lines).replace("Sources: ", "Sources\\: ")
    rats = read(imported)
    assert (rats.original, rats.share, rats.contributor) == ("originals/rats.pdf", True, None)
    assert rats.passages[0].sources == (Source("original", "Rats that find mines"),)
    assert rats.passages[0].sentences[-1] == "Sources: apopo"
    named = imported.replace("  apopo:", "  original: {title: A report}\n  apopo:")
    assert read(named).passages[0].sources == (Source("original", "A report"),)


def test_a_contributed_practice_rests_on_who_told_it(document: str) -> None:
    told = document.replace("review: ", "contributor: A deminer in Agdam\nreview: ")
    practice = read(told.replace("Sources: apopo\n", ""))
    assert practice.contributor == "A deminer in Agdam"
    assert practice.passages[0].sources == (Source("original", "A deminer in Agdam"),)
    assert [source.key for source in read(told).passages[0].sources] == ["apopo"]


SENTENCES = (
    "A rat is trained for 9 months. It weighs 1.2 kg, i.e. too little to set off a mine! Dr. Fast agrees."
)
DOCUMENT = f"""\
---
{{id: rats, title: Rats, theme: technology, language: en, date: 2023-11-28, review: 2024-11-28,
sources: {{}}}}
---
## Rats

{SENTENCES}

Sources: field
"""
