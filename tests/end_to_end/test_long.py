"""A text over Telegram's limit comes in several messages, and nothing of it is lost."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from bot.preview import BotApiServer
from bot.wiring import BUNDLED
from handlers.replies import LONGEST_MESSAGE
from handlers.texts import texts_in

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from bot.preview import Message, Person
    from tests.end_to_end.conftest import RunBot, RunningBot

pytestmark = pytest.mark.asyncio(loop_scope="session")

ENGLISH = texts_in("en")
SENTENCES = [
    f"Zeppelin hangar number {number} keeps a balloon & a <rope> that is {number} metres long."
    for number in range(1, 201)
]
DOCUMENT = """---
id: airships
title: Airships
theme: technology
language: en
date: 2023-11-28
review: 2033-11-28
sources:
  almanac: {{title: The almanac, url: "https://almanac.example"}}
---
## The zeppelin hangars

{hangars}

Sources: almanac

## Visiting hours

Every zeppelin hangar opens its gate to visitors on Tuesday.

Sources: almanac
"""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def bot(tmp_path_factory: pytest.TempPathFactory, run_anywhere: RunBot) -> AsyncIterator[RunningBot]:
    """A process over a corpus with a section far too long for one message."""
    folder = tmp_path_factory.mktemp("long")
    corpus = folder / "corpus"
    corpus.mkdir()
    shutil.copy(BUNDLED / "workshop.yaml", corpus)
    escaped = [sentence.replace("&", "\\&").replace("<", "\\<") for sentence in SENTENCES]
    (corpus / "airships.md").write_text(DOCUMENT.format(hangars=" ".join(escaped)))
    async with BotApiServer() as server, run_anywhere(server, folder, BOT_CORPUS_DIR=str(corpus)) as bot:
        yield bot


async def whole(person: Person, answer: Message, messages: int) -> list[Message]:
    """The messages that hold a section after it was asked for."""
    await person.press(answer.button(ENGLISH.whole_section))
    return [await person.edited(answer), *[await person.reply() for _ in range(messages - 1)]]


def quoted(messages: Sequence[Message]) -> list[str]:
    return [quote for message in messages for quote in message.marked("blockquote")]


async def test_a_long_section_is_split_at_sentence_ends_and_complete(bot: RunningBot) -> None:
    leyla = await bot.guest()
    answer = await bot.ask(leyla, "How long is the rope in zeppelin hangar number 77?")
    section = await whole(leyla, answer, messages=5)
    quotes = quoted(section)
    assert " ".join(quotes) == " ".join(SENTENCES)
    assert all(quote.endswith("metres long.") for quote in quotes)
    assert all(len(message.text.encode("utf-16-le")) // 2 <= LONGEST_MESSAGE for message in section)
    assert [bool(message.buttons) for message in section] == [False, False, False, False, True]
    assert "The almanac" in section[-1].text
    liked = section[-1].button(ENGLISH.helpful)
    await leyla.press(liked)
    assert (await leyla.edited(section[-1])).button(f"✓ {ENGLISH.helpful}")


async def test_a_shorter_text_in_its_place_takes_the_rest_away(bot: RunningBot) -> None:
    """After the next best section, and after an edit of the question."""
    leyla = await bot.guest()
    asked = leyla.say("How long is the rope in zeppelin hangar number 77?")
    section = await whole(leyla, await leyla.reply(), messages=5)
    await leyla.press(section[-1].button(ENGLISH.next_best))
    for message in section[1:]:
        await leyla.deleted(message)
    other = await leyla.edited(section[0])
    assert "Tuesday" in other.text
    leyla.edit(asked, "How long is the rope in zeppelin hangar number 78?")
    answer = await leyla.edited(other)
    again = await whole(leyla, answer, messages=5)
    leyla.edit(asked, "On which day does a zeppelin hangar open its gate to visitors?")
    for message in again[1:]:
        await leyla.deleted(message)
    assert "metres long" not in (await leyla.edited(again[0])).text


async def test_a_long_section_opened_from_the_topics_is_complete(bot: RunningBot) -> None:
    leyla = await bot.guest()
    page = await bot.ask(leyla, "/topics")
    for label in ("Technology", "The zeppelin hangars"):
        await leyla.press(page.button(label))
        page = await leyla.edited(page)
    section = [page, *[await leyla.reply() for _ in range(4)]]
    assert " ".join(quoted(section)) == " ".join(SENTENCES)
    await leyla.press(section[-1].button(ENGLISH.earlier))
    assert (await leyla.edited(section[-1])).button("Visiting hours")
