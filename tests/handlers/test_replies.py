"""From an answer to what is read: nothing breaks the markup, nothing is lost, nothing is too long."""

import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as some

from corpus.answering.answer import Answer, Citation, cite
from corpus.passages import Page
from corpus.reading.folder import BUNDLED, read_corpus
from corpus.workshop import CARD_LANGUAGES, Workshop
from handlers.replies import LONGEST_MESSAGE, Reply, answer, plain, safe, with_safety
from handlers.texts import texts_in

SENTENCES = some.lists(
    some.text(some.characters(exclude_categories=("Cs", "Cc", "Z")), min_size=1, max_size=40)
    .map(lambda word: " ".join([word] * 50))
    .filter(str.strip),
    max_size=40,
)
QUOTED = re.compile("<blockquote>(.*?)</blockquote>", re.DOTALL)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(sentences=SENTENCES, sources=some.integers(0, 30), steps=some.booleans())
def test_whatever_is_quoted_comes_whole_in_messages_that_telegram_takes(
    *, sentences: list[str], sources: int, steps: bool
) -> None:
    links = tuple(
        f'• <a href="https://example.org/{number}">Source {number}</a>' for number in range(sources)
    )
    reply = Reply(before=("<b>Title</b>",), quotes=tuple(sentences), after=links, steps=steps)
    messages = reply.messages()
    assert all(0 < units(plain(message)) <= LONGEST_MESSAGE for message in messages)
    if not steps:
        quoted = " ".join(unescape(quote) for quote in QUOTED.findall("\n".join(messages)))
        assert quoted == " ".join(sentences)
    for number in range(sources):
        assert f">Source {number}</a>" in "\n".join(messages)


def test_a_split_is_at_a_sentence_s_end() -> None:
    sentences = tuple(f"Sentence number {number} ends here." for number in range(500))
    messages = Reply(quotes=sentences, after=("Source",)).messages()
    assert len(messages) > 1
    assert all(quote.endswith("here.") for message in messages for quote in QUOTED.findall(message))
    assert messages[-1].endswith("\n\nSource")


def test_one_endless_sentence_is_cut_between_words_and_between_letters() -> None:
    words = " ".join(["wave"] * 2_000)
    cut = Reply(quotes=(words,)).messages()
    assert len(cut) == 3
    assert " ".join(QUOTED.findall("".join(cut))) == words
    letters = "😀" * 5_000
    assert "".join(QUOTED.findall("".join(Reply(quotes=(letters,)).messages()))) == letters


def test_more_sources_than_a_message_holds_go_on_in_the_next() -> None:
    sources = tuple(
        f'• <a href="https://example.org/{"x" * 150}">Source {number}</a>' for number in range(60)
    )
    messages = Reply(quotes=("One sentence.",), after=sources).messages()
    assert len(messages) > 1
    assert sum(message.count("<a href") for message in messages) == 60
    assert all(units(plain(message)) <= LONGEST_MESSAGE for message in messages)


@pytest.mark.parametrize(
    ("language", "page", "shown"),
    [
        ("en", Page(12, "iv"), "Rats & mines, page iv"),
        ("az", Page(12, "iv"), "Rats & mines, səhifə iv"),
        ("ru", Page(12, "12"), "Rats & mines, с. 12"),
        ("ru", Page(3, "3", "slide"), "Rats & mines, слайд 3"),
        ("en", Page(1, "<Budget>", "sheet"), "Rats & mines, sheet <Budget>"),
        ("en", None, "Rats & mines"),
    ],
)
def test_the_line_under_an_answer_names_the_printed_page(
    workshop: Workshop, language: str, page: Page | None, shown: str
) -> None:
    citation = Citation("rats.md", "Rats & mines", "Speed", (), page)
    (message,) = answer(Answer("answer", language, ("Fast.",), (citation,)), workshop).messages()
    assert f"Speed — {shown}\n" in plain(message)


@given(some.text())
def test_text_is_the_same_after_markup_and_back(text: str) -> None:
    assert plain(safe(text)) == text


def test_plain_text_writes_links_out() -> None:
    assert plain('<b>See</b> <a href="https://a.b/?x=1&amp;y=2">R&amp;D</a>') == (
        "See R&D (https://a.b/?x=1&y=2)"
    )


@pytest.mark.parametrize(
    "reply",
    [
        Reply(before=("A line.",)),
        Reply(before=("Title",), quotes=("One step.",), steps=True),
        Reply(quotes=("One sentence.",), after=("Source",)),
    ],
)
def test_the_notice_stands_after_one_blank_line(reply: Reply) -> None:
    (message,) = reply.with_notice("Notice.").messages()
    assert message == f"{reply.messages()[0]}\n\n<i>Notice.</i>"


@pytest.mark.parametrize("room", range(20))
def test_the_notice_comes_with_a_reply_of_any_length(room: int) -> None:
    reply = Reply(quotes=("w" * (LONGEST_MESSAGE - 10 - room),), after=("Source",)).with_notice("Notice.")
    messages = reply.messages()
    assert messages[-1].endswith("<i>Notice.</i>")
    assert all(units(plain(message)) <= LONGEST_MESSAGE for message in messages)


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return read_corpus(BUNDLED).workshop


@pytest.mark.parametrize("tag", [*CARD_LANGUAGES, "az-AZ", "de", None])
def test_what_to_do_about_a_find_is_the_whole_card_of_the_workshop(
    workshop: Workshop, tag: str | None
) -> None:
    """In the language of the card, which may be one the bot does not speak otherwise."""
    language = tag[:2] if tag and tag != "de" else "en"
    card = workshop.safety.card("found", language)
    called = [number.number for number in workshop.safety.numbers]
    (message,) = with_safety("A line.", tag, workshop).messages()
    said = plain(message).splitlines()
    assert said[:4] == ["A line.", "", texts_in(tag).if_danger, card.title]
    assert said[4 : 5 + len(card.steps)] == [*(f"• {step}" for step in card.steps), ""]
    assert [line.split(" ")[0] for line in said[5 + len(card.steps) :]] == called


def test_another_workshop_s_card_and_numbers_are_told_as_they_are(workshop: Workshop) -> None:
    safety = workshop.safety
    card = replace(safety.card("found", "en"), title="Wait & call.", steps=("Step <one>.",))
    number = replace(safety.numbers[0], number="+1 (555) 0100")
    changed = replace(safety, numbers=(number,), cards={**safety.cards, ("found", "en"): card})
    said = with_safety("A line.", "en", replace(workshop, safety=changed)).plain()
    assert "\nWait & call.\n• Step <one>.\n\n+1 (555) 0100 — " in said
    assert "112" not in said


def test_the_marked_sentence_is_bold_and_the_quote_the_same() -> None:
    sentences = ("It was a long day.", "It began at <9>.", "Then it ended.")
    (message,) = Reply(quotes=sentences, marked=sentences[1]).messages()
    assert "<b>It began at &lt;9&gt;.</b>" in message
    assert plain(message) == " ".join(sentences)


def test_sections_to_choose_from() -> None:
    """Each with its heading and a sentence to the letter."""
    corpus = read_corpus(BUNDLED)
    passages = list(corpus.passages)[:3]
    offered = Answer(
        "choose",
        "ru",
        quotes=tuple(passage.sentences[0] for passage in passages),
        citations=tuple(cite(passage) for passage in passages),
    )
    said = answer(offered, corpus.workshop).plain()
    assert said.startswith(texts_in("ru").did_you_mean)
    for passage in passages:
        assert passage.sentences[0] in said
        assert " › ".join(passage.section) in said
