"""From values to buttons: what each one is called and what it sends back."""

from collections.abc import Mapping, Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from corpus.answering.answer import Answer
from corpus.passages import Passage
from handlers.texts import Texts

SECTIONS_A_PAGE = 8
"""Section buttons shown at once: what a telephone shows without scrolling."""
LONGEST_LABEL = 60
"""Letters of a button; Telegram shows fewer on a narrow screen and cuts the rest itself."""


def under_answer(
    question: int,
    *,
    rank: int,
    ranks: int,
    whole: bool,
    feedback: str | None,
    texts: Texts,
) -> InlineKeyboardMarkup:
    """The buttons of a quoted answer.

    Args:
        question: number of the question in the log.
        rank: which of its candidates is shown, from 0.
        ranks: how many candidates there are.
        whole: the whole section is shown already.
        feedback: what the asker pressed before.
        texts: the messages of the language.
    """
    rows = [_rating(question, feedback, texts)]
    more = []
    if not whole:
        more.append(_button(texts.whole_section, f"whole:{question}:{rank}"))
    if rank + 1 < ranks:
        more.append(_button(texts.next_best, f"next:{question}:{rank + 1}"))
    return InlineKeyboardMarkup([*rows, more] if more else rows)


def with_choice(shown: InlineKeyboardMarkup, feedback: str | None, texts: Texts) -> InlineKeyboardMarkup:
    """The same buttons, the asker's choice marked."""
    rating, *others = shown.inline_keyboard
    question = int(str(rating[0].callback_data).split(":")[1])
    return InlineKeyboardMarkup([_rating(question, feedback, texts), *others])


def under_not_found(given: Answer, question: int) -> InlineKeyboardMarkup | None:
    """The nearest sections, to be opened."""
    rows = [
        [_button(candidate.passage.heading, f"next:{question}:{rank}")]
        for rank, candidate in enumerate(given.candidates)
    ]
    return InlineKeyboardMarkup(rows) if rows else None


def themes(labels: Mapping[str, str]) -> InlineKeyboardMarkup:
    """One button a theme, two in a row."""
    buttons = [_button(label, f"theme:{key}:0") for key, label in labels.items()]
    return InlineKeyboardMarkup([buttons[start : start + 2] for start in range(0, len(buttons), 2)])


def sections(theme: str, passages: Sequence[Passage], *, page: int, texts: Texts) -> InlineKeyboardMarkup:
    """The sections of a theme, page by page; `page` counts from 0."""
    start = page * SECTIONS_A_PAGE
    shown = passages[start : start + SECTIONS_A_PAGE]
    rows = [[_button(passage.heading, f"section:{passage.fingerprint}")] for passage in shown]
    turn = []
    if page:
        turn.append(_button(texts.earlier, f"theme:{theme}:{page - 1}"))
    if start + SECTIONS_A_PAGE < len(passages):
        turn.append(_button(texts.later, f"theme:{theme}:{page + 1}"))
    rows += [turn] if turn else []
    return InlineKeyboardMarkup([*rows, [_button(texts.all_topics, "themes")]])


def back_to_theme(passage: Passage, texts: Texts) -> InlineKeyboardMarkup:
    """Under a section opened from the topics."""
    return InlineKeyboardMarkup([[_button(texts.earlier, f"theme:{passage.theme}:0")]])


def forget(person: int, texts: Texts) -> InlineKeyboardMarkup:
    """The confirmation of `/forget_me`, good for the person who asked for it only."""
    return InlineKeyboardMarkup(
        [[_button(texts.forget_yes, f"forget:{person}")], [_button(texts.forget_no, f"keep:{person}")]]
    )


def _rating(question: int, feedback: str | None, texts: Texts) -> list[InlineKeyboardButton]:
    labels = {"helpful": texts.helpful, "unhelpful": texts.unhelpful}
    return [
        _button(f"✓ {label}" if feedback == value else label, f"{value}:{question}")
        for value, label in labels.items()
    ]


def _button(label: str, data: str) -> InlineKeyboardButton:
    shown = label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"
    return InlineKeyboardButton(shown, callback_data=data)
