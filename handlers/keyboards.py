"""From values to buttons: what each one is called and what it sends back."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from telegram import InlineKeyboardMarkup

from corpus.answering.answer import Answer
from corpus.passages import Passage
from handlers.texts import Texts

SECTIONS_A_PAGE = 8
"""Section buttons shown at once: what a telephone shows without scrolling."""
LONGEST_LABEL = 60
"""Letters of a button; Telegram shows fewer on a narrow screen and cuts the rest itself."""

LANGUAGE_NAMES = {"en": "English", "az": "Azərbaycanca", "ru": "Русский"}
"""The languages the bot speaks, each by its own name."""
AS_WRITTEN = "any"
"""In the place of a language: no choice, each question tells."""

DONE = "✓ "

Evidence = Literal["page", "document"]
"""What can be seen of the file a passage comes from: its page as a picture, or all of it."""


class Button(NamedTuple):
    """What a button is called and what it sends back."""

    label: str
    data: str


Keyboard = list[list[Button]]
"""Rows of buttons. Not PTB's objects: they would cost more than the answer they stand under."""


def under_answer(
    question: int,
    *,
    rank: int,
    ranks: int,
    whole: bool,
    feedback: str | None,
    evidence: Sequence[Evidence] = (),
    texts: Texts,
) -> Keyboard:
    """The buttons of a quoted answer.

    Args:
        question: number of the question in the log.
        rank: which of its candidates is shown, from 0.
        ranks: how many candidates there are.
        whole: the whole section is shown already.
        feedback: what the asker pressed before.
        evidence: what can be seen of the file the passage comes from.
        texts: the messages of the language.
    """
    rows = [_rating(question, feedback, texts)]
    more = []
    if not whole:
        more.append(button(texts.whole_section, f"whole:{question}:{rank}"))
    if rank + 1 < ranks:
        more.append(button(texts.next_best, f"next:{question}:{rank + 1}"))
    labels = {"page": texts.see_page, "document": texts.whole_document}
    seen = [button(labels[kind], f"{kind}:{question}:{rank}") for kind in evidence]
    return [*rows, *filter(None, (more, seen))]


def correct(question: int, rank: int, texts: Texts) -> Keyboard:
    """For those who look after the passage that is shown."""
    return [[button(texts.keeping.correct, f"correct:{question}:{rank}")]]


def shown(markup: InlineKeyboardMarkup) -> Keyboard:
    """The buttons that Telegram says a message has."""
    return [[Button(one.text, str(one.callback_data)) for one in row] for row in markup.inline_keyboard]


def with_choice(keyboard: Keyboard, feedback: str | None, texts: Texts) -> Keyboard:
    """The same buttons, the asker's choice marked."""
    rating, *others = keyboard
    question = int(rating[0].data.split(":")[1])
    return [_rating(question, feedback, texts), *others]


def to_open(given: Answer, question: int) -> Keyboard:
    """The sections that may be meant, or are nearest."""
    return [
        [button(candidate.passage.heading, f"next:{question}:{rank}")]
        for rank, candidate in enumerate(given.candidates)
    ]


def under_not_found(given: Answer, question: int, *, organisers: bool, texts: Texts) -> Keyboard:
    """The nearest sections, to be opened; to be told later; to ask the organisers, if there are any."""
    keyboard = to_open(given, question)
    keyboard.append([button(texts.tell_me, f"await:{question}")])
    if organisers:
        keyboard.append([button(texts.ask_organisers, f"organisers:{question}")])
    return keyboard


def under_card(texts: Texts) -> Keyboard:
    """To ask the organisers; the card has no number in the log yet, its message leads there."""
    return [[button(texts.ask_organisers, "organisers:card")]]


def calling(keyboard: Keyboard) -> Keyboard:
    """Of the buttons under a message, those of a question without an answer."""
    return [row for row in keyboard if row[0].data.startswith(("await:", "organisers:"))]


def marked(keyboard: Keyboard, data: str, *, done: bool) -> Keyboard:
    """The same buttons, the one that sends back `data` shown as done or not."""

    def mark(one: Button) -> Button:
        label = one.label.removeprefix(DONE)
        return one if one.data != data else button(f"{DONE}{label}" if done else label, data)

    return [[mark(one) for one in row] for row in keyboard]


def is_marked(keyboard: Keyboard, data: str) -> bool:
    """Whether the button that sends back `data` is shown as done."""
    return any(one.data == data and one.label.startswith(DONE) for row in keyboard for one in row)


def themes(labels: Mapping[str, str]) -> Keyboard:
    """One button a theme, two in a row."""
    buttons = [button(label, f"theme:{key}:0") for key, label in labels.items()]
    return [buttons[start : start + 2] for start in range(0, len(buttons), 2)]


def sections(theme: str, passages: Sequence[Passage], *, page: int, texts: Texts) -> Keyboard:
    """The sections of a theme, page by page; `page` counts from 0."""
    start = page * SECTIONS_A_PAGE
    listed = passages[start : start + SECTIONS_A_PAGE]
    rows = [[button(passage.heading, f"section:{passage.fingerprint}")] for passage in listed]
    turn = []
    if page:
        turn.append(button(texts.earlier, f"theme:{theme}:{page - 1}"))
    if start + SECTIONS_A_PAGE < len(passages):
        turn.append(button(texts.later, f"theme:{theme}:{page + 1}"))
    rows += [turn] if turn else []
    return [*rows, [button(texts.all_topics, "themes")]]


def back_to_theme(passage: Passage, texts: Texts) -> Keyboard:
    """Under a section opened from the topics."""
    return [[button(texts.earlier, f"theme:{passage.theme}:0")]]


def forget(person: int, texts: Texts) -> Keyboard:
    """The confirmation of `/forget_me`, good for the person who asked for it only."""
    return [[button(texts.forget_yes, f"forget:{person}")], [button(texts.forget_no, f"keep:{person}")]]


def languages(person: int, texts: Texts) -> Keyboard:
    """The languages to be spoken to in, good for the person who asked for them only."""
    names = {**LANGUAGE_NAMES, AS_WRITTEN: texts.as_i_write}
    return [[button(name, f"language:{code}:{person}")] for code, name in names.items()]


def _rating(question: int, feedback: str | None, texts: Texts) -> list[Button]:
    labels = {"helpful": texts.helpful, "unhelpful": texts.unhelpful}
    return [
        button(f"{DONE}{label}" if feedback == value else label, f"{value}:{question}")
        for value, label in labels.items()
    ]


def button(label: str, data: str) -> Button:
    """A button whose label is cut to what can be read."""
    fitting = label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"
    return Button(fitting, data)
