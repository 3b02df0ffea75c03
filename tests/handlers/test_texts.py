"""The message catalogue: the same promises in every language, within Telegram's limits."""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from operator import attrgetter
from pathlib import Path
from string import Formatter

import pytest

import bot
import handlers
from corpus.reading.folder import BUNDLED, read_corpus
from handlers.replies import plain
from handlers.routes import COMMANDS, menu
from handlers.texts import TEXTS_BY_LANGUAGE, Texts, texts_in
from handlers.texts.keeping import Keeping
from storage.roles import ROLES

NAMES = [field.name for field in fields(Texts) if field.name != "keeping"]
NAMES += [f"keeping.{field.name}" for field in fields(Keeping)]
LANGUAGES = list(TEXTS_BY_LANGUAGE)
TOASTS = (
    "thanks_for_helpful",
    "thanks_for_unhelpful",
    "only_the_asker",
    "section_gone",
    "not_your_button",
    "failed",
    *("awaited", "awaited_no_more", "relay_passed", "relay_again", "relay_limited", "relay_unreachable"),
    *("keeping.share_gone", "keeping.share_sent_already"),
)
BUTTONS = (
    *("helpful", "unhelpful", "whole_section", "next_best", "all_topics", "earlier", "later"),
    *("forget_yes", "forget_no", "as_i_write", "tell_me", "ask_organisers"),
    *(f"keeping.share_{name}" for name in ("take", "skip", "send", "discard")),
    *(f"keeping.practice_{name}" for name in ("read", "approve", "decline", "without_word")),
    *(f"keeping.document_{name}" for name in ("keep", "discard", "title", "theme", "language", "remove")),
    *(f"keeping.corpus_{name}" for name in ("publish", "discard", "documents", "versions", "back")),
    *(
        f"keeping.{name}"
        for name in ("trial_publish", "trial_report", "trial_later", "rollback_yes", "correct")
    ),
)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("name", NAMES)
def test_a_message_says_the_same_things_in_every_language(name: str) -> None:
    said = {language: attrgetter(name)(texts) for language, texts in TEXTS_BY_LANGUAGE.items()}
    assert all(text.strip() for text in said.values())
    assert len({frozenset(placeholders(text)) for text in said.values()}) == 1
    marks = {tuple(sorted(text.count(mark) for mark in ("<b>", "</b>", "<i>"))) for text in said.values()}
    assert len(marks) == 1
    commands = {
        tuple(sorted(word for word in text.split() if word.startswith("/"))) for text in said.values()
    }
    assert len({len(listed) for listed in commands}) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_another_language_s(language: str) -> None:
    """`super` and the like may agree; a sentence that agrees was not translated."""
    others = [texts for code, texts in TEXTS_BY_LANGUAGE.items() if code != language]
    mine = TEXTS_BY_LANGUAGE[language]
    same = [name for name in NAMES for other in others if attrgetter(name)(mine) == attrgetter(name)(other)]
    assert set(same) <= {"topics_of"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_lengths_are_within_telegram_s_limits(language: str) -> None:
    """https://core.telegram.org/bots/api: descriptions 512 and 120, a toast 200, a menu line 256."""
    texts = texts_in(language)
    assert len(texts.description.format(number="+994 12 345 67 89")) <= 512
    assert len(texts.short_description) <= 120
    assert all(len(attrgetter(name)(texts).format(id="abcdef", count=5)) <= 200 for name in TOASTS)
    assert all(len(attrgetter(name)(texts)) <= 40 for name in BUTTONS)
    assert len(plain(texts.privacy)) < 3_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu_holds_every_command_with_a_line(language: str) -> None:
    listed = menu(texts_in(language), ROLES)
    assert [command.command for command in listed] == [command.name for command in COMMANDS]
    assert len(listed) <= 100
    assert all(1 <= len(command.description) <= 256 for command in listed)


@pytest.mark.parametrize(
    ("tag", "language"),
    [("az", "az"), ("az-AZ", "az"), ("RU", "ru"), ("en-GB", "en"), ("tr", "en"), (None, "en"), ("", "en")],
)
def test_a_telegram_language_finds_its_texts(tag: str | None, language: str) -> None:
    assert texts_in(tag) is TEXTS_BY_LANGUAGE[language]


def test_not_found_speaks_of_the_search_and_never_of_the_documents_silence() -> None:
    """The bot can't know what documents do not say, only what it did not find in them."""
    said = {language: texts.not_found for language, texts in TEXTS_BY_LANGUAGE.items()}
    assert said == {
        "en": "I did not find that in the workshop's documents.",
        "az": "Seminarın sənədlərində bunu tapmadım.",
        "ru": "Я не нашёл этого в документах семинара.",
    }


def test_no_number_to_call_is_written_into_a_text() -> None:
    """The numbers come from `workshop.yaml` alone: another country has others."""
    for texts in TEXTS_BY_LANGUAGE.values():
        assert not [name for name in NAMES if "112" in attrgetter(name)(texts)]


def phrases(text: str) -> set[tuple[str, ...]]:
    """Each four words that follow one another."""
    words = re.findall(r"\w+", plain(text).lower())
    return set(zip(words, words[1:], words[2:], words[3:], strict=False))


def test_safety_advice_is_given_by_the_cards_alone() -> None:
    """What `workshop.yaml` tells a person in danger is not told a second time, shorter, by a message."""
    cards = read_corpus(BUNDLED).workshop.safety.cards.values()
    advised = set().union(*(phrases(line) for card in cards for line in (card.title, *card.steps)))
    for texts in TEXTS_BY_LANGUAGE.values():
        assert not [name for name in NAMES if phrases(attrgetter(name)(texts)) & advised]


@pytest.mark.parametrize("name", ["help", "text_only", "if_danger", "description"])
def test_what_leads_to_the_cards_says_nothing_of_what_to_do(name: str) -> None:
    """Neither to touch, nor to go, nor to stay: that depends on where a person stands."""
    advice = r"touch|\bgo\b|stop\b|toxun|qayıt|qayıd|dayan|трога|верн|стой|останов"
    said = [attrgetter(name)(texts).lower() for texts in TEXTS_BY_LANGUAGE.values()]
    assert not [text for text in said if re.search(advice, text)]


def used(tree: ast.AST) -> Iterator[str]:
    """The messages a module takes from `texts` or from `texts_in(…)`."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id="texts" | "theirs" | "said"), attr=name):
                yield from (name, f"keeping.{name}")
            case ast.Attribute(value=ast.Attribute(attr="texts" | "keeping" as kind), attr=name):
                yield name if kind == "texts" else f"keeping.{name}"
            case ast.Attribute(value=ast.Call(func=ast.Name(id="texts_in")), attr=name):
                yield name


def test_every_message_is_said_somewhere() -> None:
    folders = [Path(str(package.__file__)).parent for package in (handlers, bot)]
    modules = [file for folder in folders for file in folder.rglob("*.py")]
    said = {name for file in modules for name in used(ast.parse(file.read_text(encoding="utf-8")))}
    assert set(NAMES) - said == set()
