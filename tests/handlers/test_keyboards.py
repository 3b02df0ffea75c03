"""The buttons: within Telegram's limits, each with what its handler needs."""

from collections.abc import Iterator

import pytest

from bot.wiring import BUNDLED
from corpus.reading.folder import Corpus, read_corpus
from handlers import keyboards
from handlers.keyboards import Keyboard
from handlers.texts import texts_in

ENGLISH = texts_in("en")
LARGEST_NUMBER = 10**15 - 1
"""Of a question: what the routes let through."""


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return read_corpus(BUNDLED)


def buttons(keyboard: Keyboard) -> list[tuple[str, str]]:
    return [(button.label, button.data) for row in keyboard for button in row]


def answered(rank: int, *, ranks: int = 3, whole: bool = False, feedback: str | None = None) -> list[str]:
    keyboard = keyboards.under_answer(
        7, rank=rank, ranks=ranks, whole=whole, feedback=feedback, texts=ENGLISH
    )
    return [data for _, data in buttons(keyboard)]


def test_an_answer_offers_the_whole_section_until_it_is_shown_and_the_next_while_there_is_one() -> None:
    assert answered(0) == ["helpful:7", "unhelpful:7", "whole:7:0", "next:7:1"]
    assert answered(1, whole=True) == ["helpful:7", "unhelpful:7", "next:7:2"]
    assert answered(2, whole=True) == ["helpful:7", "unhelpful:7"]
    assert answered(0, ranks=0, whole=True) == ["helpful:7", "unhelpful:7"]


def test_the_choice_is_marked_and_the_rest_left_alone() -> None:
    keyboard = keyboards.under_answer(7, rank=0, ranks=3, whole=False, feedback="helpful", texts=ENGLISH)
    moved = buttons(keyboards.with_choice(keyboard, "unhelpful", ENGLISH))
    assert moved[:2] == [(ENGLISH.helpful, "helpful:7"), (f"✓ {ENGLISH.unhelpful}", "unhelpful:7")]
    assert moved[2:] == buttons(keyboard)[2:]


def all_keyboards(corpus: Corpus) -> Iterator[Keyboard]:
    yield keyboards.under_answer(LARGEST_NUMBER, rank=3, ranks=5, whole=False, feedback=None, texts=ENGLISH)
    yield keyboards.forget(2**52, ENGLISH)
    yield keyboards.themes({key: labels["en"] for key, labels in corpus.workshop.themes.items()})
    for theme in corpus.workshop.themes:
        passages = [passage for passage in corpus.passages if passage.theme == theme]
        for page in range(1 + len(passages) // keyboards.SECTIONS_A_PAGE):
            yield keyboards.sections(theme, passages, page=page, texts=ENGLISH)
        yield keyboards.back_to_theme(passages[0], ENGLISH)


def test_every_keyboard_is_one_that_telegram_takes(corpus: Corpus) -> None:
    """https://core.telegram.org/bots/api#inlinekeyboardbutton: 1 to 64 bytes; at most 100 buttons."""
    for keyboard in all_keyboards(corpus):
        assert 1 <= len(buttons(keyboard)) <= 100
        for label, data in buttons(keyboard):
            assert 1 <= len(data.encode()) <= 64
            assert 1 <= len(label) <= keyboards.LONGEST_LABEL


def test_the_pages_of_a_theme_hold_each_of_its_sections_once(corpus: Corpus) -> None:
    passages = [passage for passage in corpus.passages if passage.theme == "technology"]
    pages = -(-len(passages) // keyboards.SECTIONS_A_PAGE)
    shown = [
        data
        for page in range(pages)
        for _, data in buttons(keyboards.sections("technology", passages, page=page, texts=ENGLISH))
        if data.startswith("section:")
    ]
    assert shown == [f"section:{passage.fingerprint}" for passage in passages]
