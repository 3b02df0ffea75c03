"""Whatever a file says, the Markdown written of it reads as the very same, in passages short enough."""

from hypothesis import given
from hypothesis import strategies as some

from corpus.passages import Document, Page
from corpus.reading.converters.blocks import Block, Heading, Paragraph, clean, rows
from corpus.reading.converters.writing import write
from corpus.reading.markdown import LONGEST_PASSAGE, read_markdown

FRONT = {
    "id": "rats", "title": "Rats", "theme": "technology", "language": "en",
    "original": "originals/rats.pdf",
}  # fmt: skip
DAYS = "date: 2023-11-28\nreview: 2024-11-28\n"
TRICKY = some.sampled_from(
    ["# one", "## ", "- one", "+ 5", "-5", "1. one", "12) two", "> said", "---", "***", "___", "~~~", "```",
     "===", "Sources: apopo", "sources: a, b", "a_b_c", "_a_", "*a*", "**", "[a](b)", "[a]: b", "![a](b)",
     "<b>", "<!-- a", "&amp;", "&#35;", "\\", "\\*", "C#", "a #", "| a | b |", "http://a.b", "<a@b.c>", "“a”",
     "a -- b", "2 < 3 & 4", "    four", "!", "1986\\. x", "- - -", "5.", "№ 1", "*", "_"]
)  # fmt: skip
WORDS = some.text(some.characters(exclude_categories=("Cs",)), min_size=1, max_size=20)
TEXTS = (
    some.lists(TRICKY | WORDS, min_size=1, max_size=8)
    .map(lambda parts: clean(" ".join(parts)))
    .filter(lambda text: bool(text.strip()))
)


def document(blocks: list[Block]) -> str:
    return write(blocks, title="Rats", front=FRONT).replace("language: en\n", f"language: en\n{DAYS}")


def read(blocks: list[Block]) -> Document:
    return read_markdown(document(blocks), path="rats.md", themes=["technology"])[0]


@given(texts=some.lists(some.tuples(TEXTS, some.booleans()), min_size=1, max_size=6))
def test_paragraphs_come_back_to_the_letter(texts: list[tuple[str, bool]]) -> None:
    passages = read([Paragraph(text, is_item) for text, is_item in texts]).passages
    assert "\n\n".join(passage.text for passage in passages).split("\n\n") == [text for text, _ in texts]


@given(headings=some.lists(some.tuples(TEXTS, some.integers(1, 9)), min_size=1, max_size=8))
def test_any_headings_give_passages_with_ids_of_their_own(headings: list[tuple[str, int]]) -> None:
    blocks: list[Block] = []
    for text, level in headings:
        blocks += [Heading(text, level), Paragraph("Some text.")]
    passages = read(blocks).passages
    assert len({passage.id for passage in passages}) == len(headings)
    for passage, (text, _) in zip(passages, headings, strict=True):
        assert passage.heading == text or passage.heading.startswith(f"{text} (")


@given(
    words=some.lists(some.integers(1, 400), min_size=1, max_size=12),
    turns=some.sets(some.integers(0, 12)),
    nested=some.booleans(),
)
def test_a_long_section_becomes_passages_that_can_be_quoted(
    *, words: list[int], turns: set[int], nested: bool
) -> None:
    """All its words in their order, none over the limit, each on its page."""
    blocks: list[Block] = [Heading("How rats work", 1)]
    page, said = 1, []
    for number, count in enumerate(words):
        if number in turns:
            page += 1
            blocks.append(Page(page, str(page)))
        text = " ".join(f"w{number}p{page}x{at}{'.' if at % 9 == 8 else ''}" for at in range(count))
        blocks.append(Paragraph(text))
        said.append(text)
    blocks += [Heading("Their cost", 2), Paragraph("Little.")] if nested else []
    passages = read(blocks).passages
    own = passages[:-1] if nested else passages
    assert " ".join(" ".join(passage.text.split()) for passage in own) == " ".join(said)
    assert all(len(passage.text.split()) <= LONGEST_PASSAGE for passage in own)
    for passage in own:
        shown = passage.page.number if passage.page else 1
        assert f"p{shown}x" in passage.text.split()[0]
    if nested:
        assert passages[-1].section == ("How rats work", "Their cost")


def test_a_heading_as_long_as_a_paragraph_can_be_quoted() -> None:
    (passage,) = read([Heading("Rats find mines and dogs do. " * 6, 1)]).passages
    assert passage.section == ("Rats",)


def test_a_mark_holds_any_label() -> None:
    page = Page(2, 'A-"1" -->', "sheet")
    (passage,) = read([page, Paragraph("Text.")]).passages
    assert passage.page == Page(2, "A-1", "sheet")


def test_rows_name_their_columns() -> None:
    table = [["District", "Mines:", ""], ["Agdam", "10", "more"], ["", "", ""], ["Fuzuli", "", "!"]]
    assert [block.text for block in rows(table) if isinstance(block, Paragraph)] == [
        "District: Agdam; Mines: 10; more.",
        "District: Fuzuli; !",
    ]


def test_a_frame_of_cells_is_their_text() -> None:
    assert rows([["One", "Two"]]) == [Paragraph("One"), Paragraph("Two")]
    assert rows([["One"], ["Two"]]) == [Paragraph("One"), Paragraph("Two")]
    assert rows([]) == rows([[], [""]]) == []
