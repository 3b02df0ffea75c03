"""Maintainers keep the documents from their telephones: send, check, publish, correct, roll back."""

from __future__ import annotations

import asyncio
import io
import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import docx
import pytest
import pytest_asyncio

from corpus.reading.folder import BUNDLED
from corpus.reading.questions import GOLDEN_FILE
from handlers.replies import plain
from handlers.texts import texts_in

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from bot.preview import BotApiServer, Message, Person
    from tests.end_to_end.conftest import RunBot, RunningBot

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(600)]  # they publish

EN = texts_in("en")
KEEP = EN.keeping
TEA = b"""# Peppermint tea

## When is peppermint tea served in the blue lobby?

Peppermint tea is served in the blue lobby at 16:40 on both days.
"""
QUESTION = "When is peppermint tea served in the blue lobby?"
ANSWER = "Peppermint tea is served in the blue lobby at 16:40 on both days."
IN_SMALL = ("en/animals.md", "en/practical.md", "en/safety.md")
LONG = 120.0
"""Seconds a check may take on a busy machine."""


@pytest_asyncio.fixture(loop_scope="session")
async def kamran(server: BotApiServer) -> Person:
    """A maintainer named in the settings."""
    return server.person("Kamran", language_code="en")


@pytest_asyncio.fixture(loop_scope="session")
async def nigar(server: BotApiServer, kamran: Person) -> Person:
    """Another one, with an id after the first one's."""
    return server.person("Nigar", language_code="en") if kamran else kamran


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of a bot whose version 2 has a few documents: checking the bundled ones takes longer."""
    folder = tmp_path_factory.mktemp("small")
    corpus = folder / "corpus"
    for name in ("workshop.yaml", "en/animals.md", "en/practical.md", "en/safety.md"):
        (corpus / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(BUNDLED / name, corpus / name)
    golden = [json.loads(line) for line in (BUNDLED / GOLDEN_FILE).read_text(encoding="utf-8").splitlines()]
    kept = [one for one in golden if one["lang"] == "en" and one.get("document", "en/animals.md") in IN_SMALL]
    (corpus / GOLDEN_FILE).write_text("\n".join(map(json.dumps, kept)), encoding="utf-8")
    (folder / "bicycles.md").write_text("# Bicycles\n\n## Where bicycles stand\n\nThey stand in the yard.\n")
    settings = {"BOT_DATA_DIR": str(folder / "data"), "BOT_CORPUS_DIR": str(corpus)}
    for words in (("add", str(folder / "bicycles.md")), ("publish", "--yes")):
        command = [sys.executable, "-m", "bot", "corpus", *words]
        subprocess.run(command, env={"PATH": os.environ["PATH"], **settings}, check=True, cwd=folder)  # noqa: TID251
    return folder / "data"


@pytest_asyncio.fixture(loop_scope="session")
async def bot(
    run_bot: RunBot, small: Path, tmp_path: Path, kamran: Person, nigar: Person
) -> AsyncIterator[RunningBot]:
    """A process with two maintainers over a version with a few documents."""
    shutil.copytree(small, tmp_path / "data")
    async with run_bot(BOT_MAINTAINERS=f"{kamran.id},{nigar.id}", BOT_QUESTIONS_PER_MINUTE="0") as bot:
        for person in (kamran, nigar):
            await bot.ask(person, "/start")
        yield bot


async def sent(person: Person, name: str = "tea.md", content: bytes = TEA, *, caption: str = "") -> Message:
    """What a maintainer reads about a file once it is read."""
    person.send_document(name, content, caption=caption)
    reading = await person.reply()
    return await person.edited(reading, timeout=LONG)


async def checked(bot: RunningBot, person: Person) -> Message:
    """What the gate says about the draft."""
    running = await bot.ask(person, "/publish")
    assert running.text == KEEP.trial_running
    return await person.edited(running, timeout=LONG)


async def published(bot: RunningBot, person: Person) -> Message:
    """The message about the new version, once every question is answered from it."""
    gate = await checked(bot, person)
    await person.press(gate.button(KEEP.trial_publish), timeout=LONG)
    return await person.edited(gate, timeout=LONG)


async def answered(bot: RunningBot, person: Person, question: str, words: str) -> Message:
    """The answer, as soon as it has these words: every process switches within five seconds."""
    for _ in range(100):
        answer = await bot.ask(person, question)
        if words in answer.text:
            return answer
        await asyncio.sleep(0.1)
    raise AssertionError(f"{words!r} did not come up: {answer.text}")


def commands(server: BotApiServer, person: Person) -> set[str]:
    """The menu that Telegram shows a person."""
    scope = json.dumps({"type": "chat", "chat_id": person.id}, sort_keys=True)
    menus = server.world.profile.commands
    shown = menus.get((scope, "")) or menus['{"type": "default"}', ""]
    return {command["command"] for command in shown}


async def test_a_document_is_read_shown_published_and_answers(run_bot: RunBot, kamran: Person) -> None:
    """Over the bundled workshop, from which nothing was published before."""
    async with run_bot(BOT_MAINTAINERS=str(kamran.id), BOT_QUESTIONS_PER_MINUTE="0") as bot:
        await bot.ask(kamran, "/start")
        assert (await bot.ask(kamran, "/rollback")).text == KEEP.versions_none
        await publish_tea(bot, kamran)


async def publish_tea(bot: RunningBot, kamran: Person) -> None:
    leyla = await bot.guest()
    assert ANSWER not in (await bot.ask(leyla, QUESTION)).text
    preview = await sent(kamran)
    assert preview.text.startswith("Peppermint tea is in the draft.")
    for words in (ANSWER, QUESTION, KEEP.document_answers.format(count=1)):
        assert words in preview.text
    assert ANSWER not in (await bot.ask(leyla, QUESTION)).text  # nobody sees the draft
    await kamran.press(preview.button(KEEP.document_keep))
    assert (await kamran.edited(preview, timeout=LONG)).text == KEEP.document_kept
    overview = await bot.ask(kamran, "/corpus")
    assert "Nothing was published from here yet." in overview.text
    assert f"• Peppermint tea — {KEEP.added}" in overview.text
    gate = await checked(bot, kamran)
    assert plain(KEEP.trial_findings.format(count=1)) in gate.text
    assert KEEP.trial_answered.format(count=1) in gate.text
    await kamran.press(gate.button(KEEP.trial_publish))
    done = await kamran.edited(gate, timeout=LONG)
    assert done.text == plain(KEEP.published.format(number=2))
    await answered(bot, leyla, QUESTION, ANSWER)
    overview = await bot.ask(kamran, "/corpus")
    assert overview.text.startswith("Version 2, published ")
    assert KEEP.corpus_draft_empty in overview.text


@pytest.mark.usefixtures("bot")
async def test_a_word_file_becomes_passages_under_its_headings(kamran: Person) -> None:
    written = docx.Document()
    written.add_heading("Peppermint tea", level=1)
    written.add_heading(QUESTION, level=2)
    written.add_paragraph(ANSWER)
    file = io.BytesIO()
    written.save(file)
    preview = await sent(kamran, "Tea & more.docx", file.getvalue())
    assert QUESTION in preview.text
    assert ANSWER in preview.text


async def test_title_theme_and_language_are_changed_by_buttons(bot: RunningBot, kamran: Person) -> None:
    preview = await sent(kamran)
    await kamran.press(preview.button(KEEP.document_title))
    assert (await kamran.reply()).text == KEEP.document_title_ask.format(limit=120)
    too_long = await bot.ask(kamran, "x" * 121)
    assert too_long.text == KEEP.document_title_long.format(length=121, limit=120)
    kamran.say("Tea: <hot> & 'fresh'")
    preview = await kamran.reply(timeout=LONG)
    assert preview.text.startswith("Tea: <hot> & 'fresh' is in the draft.")
    await kamran.press(preview.button(KEEP.document_theme))
    themes = await kamran.edited(preview, timeout=LONG)
    chosen = themes.buttons[1]
    await kamran.press(chosen)
    preview = await kamran.edited(themes, timeout=LONG)
    assert KEEP.document_facts.format(theme=chosen.text, language="English") in preview.text
    await kamran.press(preview.button(KEEP.document_language))
    languages = await kamran.edited(preview, timeout=LONG)
    await kamran.press(languages.button("Русский"))
    preview = await kamran.edited(languages, timeout=LONG)
    assert KEEP.document_facts.format(theme=chosen.text, language="Русский") in preview.text
    await kamran.press(preview.button(KEEP.document_markdown))
    file = await kamran.reply()
    text = bot.server.world.files.get(file.data["document"]["file_id"]).content.decode()
    assert "title: 'Tea: <hot> & ''fresh'''" in text
    assert "language: ru" in text


async def test_discarded_it_is_not_in_the_draft_and_its_buttons_say_so(
    bot: RunningBot, kamran: Person
) -> None:
    preview = await sent(kamran)
    await kamran.press(preview.button(KEEP.document_discard))
    assert (await kamran.edited(preview, timeout=LONG)).text == KEEP.document_discarded
    await kamran.press(preview.button(KEEP.document_theme))
    assert (await kamran.reply()).text == KEEP.document_gone
    running = await bot.ask(kamran, "/publish")
    assert (await kamran.edited(running, timeout=LONG)).text == KEEP.trial_nothing


async def test_files_that_can_t_be_used_are_refused_with_what_to_do(bot: RunningBot, kamran: Person) -> None:
    kamran.send_document("large.pdf", b"%PDF-1.7" + bytes(25 * 2**20))
    assert (await kamran.reply()).text == KEEP.document_too_large.format(name="large.pdf", limit=20)
    for name, content in (
        ("damaged.docx", b"PK\x03\x04" + bytes(500)),
        ("empty.pdf", b"%PDF-1.7\n"),
        ("tea.exe", b"MZ" + bytes(500)),
    ):
        refused = await sent(kamran, name, content)
        assert refused.text.startswith(KEEP.document_refused.format(name=name))
        assert refused.buttons == []
    assert KEEP.corpus_draft_empty in (await bot.ask(kamran, "/corpus")).text


async def test_a_name_with_path_parts_is_a_name(bot: RunningBot, kamran: Person) -> None:
    preview = await sent(kamran, "../../..\\etc/tea.md")
    assert "is in the draft" in preview.text
    await kamran.press(preview.button(KEEP.document_markdown))
    assert (await kamran.reply()).data["document"]["file_name"] == "tea.md"
    assert not list(bot.folder.parent.glob("**/etc"))


async def test_others_see_none_of_it(bot: RunningBot, kamran: Person) -> None:
    leyla = await bot.guest()
    leyla.send_document("tea.md", TEA)
    assert (await leyla.reply()).text.startswith(EN.text_only)
    leyla.send_document("tea.md", TEA, caption="How do dogs find mines?")
    assert "dog" in (await leyla.reply()).text
    for command in ("/corpus", "/publish", "/rollback"):
        assert (await bot.ask(leyla, command)).text == EN.only_maintainers
    answer = await bot.ask(leyla, "How do dogs find mines?")
    assert KEEP.correct not in [button.text for button in answer.buttons]
    assert {"corpus", "publish", "rollback"} <= commands(bot.server, kamran)
    assert not {"corpus", "publish", "rollback"} & commands(bot.server, leyla)
    assert "share" in commands(bot.server, leyla)
    preview = await sent(kamran)
    for button in preview.buttons:
        assert (await leyla.press(button)).text == EN.only_maintainers
    assert leyla.unread == 0


async def test_a_caption_that_cries_for_help_gets_the_card(bot: RunningBot, kamran: Person) -> None:
    kamran.send_document("tea.md", TEA, caption="I stepped on a mine, help!")
    assert "112" in (await kamran.reply()).text
    assert KEEP.corpus_draft_empty in (await bot.ask(kamran, "/corpus")).text


async def test_two_publish_at_once_and_one_is_told(bot: RunningBot, kamran: Person, nigar: Person) -> None:
    await sent(kamran)
    his, hers = await checked(bot, kamran), await checked(bot, nigar)
    await kamran.press(his.button(KEEP.trial_publish), timeout=LONG)
    assert "Version 3 is published" in (await kamran.edited(his, timeout=LONG)).text
    await nigar.press(hers.button(KEEP.trial_publish), timeout=LONG)
    assert (await nigar.edited(hers, timeout=LONG)).text == KEEP.trial_stale.format(served=3)
    again = await nigar.reply(timeout=LONG)
    assert (await nigar.edited(again, timeout=LONG)).text == KEEP.trial_nothing


async def test_the_button_that_publishes_is_good_once(bot: RunningBot, kamran: Person) -> None:
    await sent(kamran)
    gate = await checked(bot, kamran)
    button = gate.button(KEEP.trial_publish)
    kamran.tap(button)
    await kamran.press(button, timeout=LONG)
    assert "Version 3 is published" in (await kamran.edited(gate, timeout=LONG)).text
    assert (await kamran.reply(timeout=LONG)).text == KEEP.trial_gone
    await bot.ask(kamran, "/rollback")


async def test_a_check_is_not_good_after_a_restart_or_a_newer_one(bot: RunningBot, kamran: Person) -> None:
    await sent(kamran)
    first, second = await checked(bot, kamran), await checked(bot, kamran)
    await kamran.press(first.button(KEEP.trial_publish))
    assert (await kamran.reply(timeout=LONG)).text == KEEP.trial_gone
    await bot.stop()
    await bot.start()
    await kamran.press(second.button(KEEP.trial_publish))
    assert (await kamran.reply(timeout=LONG)).text == KEEP.trial_gone
    gate = await checked(bot, kamran)
    await kamran.press(gate.button(KEEP.trial_later))
    assert (await kamran.edited(gate, timeout=LONG)).text == KEEP.trial_left


async def test_a_lost_golden_question_is_published_only_with_a_reason(
    bot: RunningBot, kamran: Person
) -> None:
    leyla = await bot.guest()
    await remove(bot, kamran, "Dogs and rats")
    gate = await checked(bot, kamran)
    assert KEEP.trial_refused in gate.text
    assert KEEP.trial_publish not in [button.text for button in gate.buttons]
    lost = [button for button in gate.buttons if button.text.startswith("Lose it: ")]
    assert lost
    while lost:
        await kamran.press(lost[0])
        assert (await kamran.reply()).text.startswith("Why may this question lose its answer?")
        said = await bot.ask(kamran, "x" * 501)
        assert said.text == KEEP.reason_long.format(length=501, limit=500)
        gate = await bot.ask(kamran, "The animals are out of scope now.")
        lost = [button for button in gate.buttons if button.text.startswith("Lose it: ")]
    await kamran.press(gate.button(KEEP.trial_report))
    report = bot.server.world.files.get((await kamran.reply()).data["document"]["file_id"])
    assert "document removed" in report.content.decode()
    await kamran.press(gate.button(KEEP.trial_publish), timeout=LONG)
    done = await kamran.edited(gate, timeout=LONG)
    assert "Version 3 is published" in done.text
    assert "Published in spite of lost answers:" in done.text
    assert leyla.unread == 0


async def remove(bot: RunningBot, person: Person, title: str) -> None:
    """Take a document out of the draft, by the buttons of `/corpus`."""
    screen = await bot.ask(person, "/corpus")
    await person.press(screen.button(KEEP.corpus_documents))
    screen = await person.edited(screen, timeout=LONG)
    while not any(title in button.text for button in screen.buttons):
        await person.press(screen.button(EN.later))
        screen = await person.edited(screen, timeout=LONG)
    for label in (title, KEEP.document_remove, EN.yes_do_it):
        await person.press(screen.button(label))
        screen = await person.edited(screen, timeout=LONG)
    assert "/publish" in screen.text


async def test_an_earlier_version_comes_back_by_a_button(bot: RunningBot, kamran: Person) -> None:
    leyla = await bot.guest()
    await sent(kamran)
    await published(bot, kamran)
    await answered(bot, leyla, QUESTION, ANSWER)
    screen = await bot.ask(kamran, "/rollback")
    assert screen.buttons[0].text.startswith("✓ 3 · ")
    await kamran.press(screen.buttons[1])
    sure = await kamran.edited(screen, timeout=LONG)
    await kamran.press(sure.button(KEEP.rollback_yes.format(number=2)))
    done = await kamran.edited(sure, timeout=LONG)
    assert done.text == "Version 2 is in service again."
    await kamran.press(sure.button(KEEP.rollback_yes.format(number=2)))  # again
    assert (await kamran.reply(timeout=LONG)).text == KEEP.rollback_changed
    await answered(bot, leyla, QUESTION, "did not find")


async def test_a_passage_is_corrected_from_under_an_answer(bot: RunningBot, kamran: Person) -> None:
    leyla = await bot.guest()
    await sent(kamran)
    await published(bot, kamran)
    answer = await answered(bot, kamran, QUESTION, ANSWER)
    await kamran.press(answer.button(KEEP.correct))
    assert (await kamran.reply()).text == ANSWER
    asked = await kamran.reply()
    assert asked.text.startswith("Reply with the text that shall stand under")
    corrected = "Peppermint tea is served in the blue lobby at 17:10, on the first day only."
    kamran.say(corrected, reply_to=asked)
    said = await kamran.reply(timeout=LONG)
    assert ANSWER in said.text
    assert corrected in said.text
    assert corrected not in (await bot.ask(leyla, QUESTION)).text
    await kamran.press(said.button(KEEP.corpus_publish))
    running = await kamran.reply()
    gate = await kamran.edited(running, timeout=LONG)
    assert KEEP.finding_numbers_changed in gate.text
    await kamran.press(gate.button(KEEP.trial_publish), timeout=LONG)
    await kamran.edited(gate, timeout=LONG)
    await answered(bot, leyla, QUESTION, corrected)


async def test_a_cry_for_help_is_no_correction(bot: RunningBot, kamran: Person) -> None:
    answer = await bot.ask(kamran, "How do dogs find mines?")
    await kamran.press(answer.button(KEEP.correct))
    await kamran.reply()
    await kamran.reply()
    assert "112" in (await bot.ask(kamran, "I stepped on a mine, help!")).text
    kamran.send_photo()
    assert (await kamran.reply()).text == KEEP.correct_words_only
    assert (await bot.ask(kamran, "x" * 3001)).text == KEEP.correct_long.format(length=3001, limit=3000)
    assert (await bot.ask(kamran, "/cancel")).text == EN.cancelled
    assert KEEP.corpus_draft_empty in (await bot.ask(kamran, "/corpus")).text


async def test_a_shared_practice_becomes_a_document_and_its_contributor_hears_of_it(
    bot: RunningBot, kamran: Person, nigar: Person
) -> None:
    leyla = await bot.guest()
    await bot.ask(leyla, "/share")
    await leyla.reply()
    for words in (
        "Grandmothers knit warm socks for deminers. Everybody likes them.",
        "In Tartar.",
        "We counted.",
    ):
        await bot.ask(leyla, words)
    preview = await bot.ask(leyla, "Leyla of Tartar")
    await leyla.press(preview.button(KEEP.share_send))
    his, hers = await kamran.reply(), await nigar.reply()
    await kamran.press(his.button(KEEP.practice_read))
    read = await kamran.edited(his, timeout=LONG)
    await kamran.press(read.button(KEEP.practice_approve))
    themes = await kamran.edited(read, timeout=LONG)
    await kamran.press(themes.buttons[0])
    added = await kamran.edited(themes, timeout=LONG)
    assert added.text.startswith("Grandmothers knit warm socks for deminers is in the draft.")
    assert (await leyla.reply(timeout=LONG)).text == KEEP.share_approved.format(
        title="Grandmothers knit warm socks for deminers"
    )
    await nigar.press(hers.button(KEEP.practice_read))
    assert (await nigar.edited(hers, timeout=LONG)).text == KEEP.practice_decided
    await published(bot, kamran)
    assert (await leyla.reply(timeout=LONG)).text == KEEP.share_published.format(
        title="Grandmothers knit warm socks for deminers"
    )
    answer = await bot.ask(leyla, "Who knits warm socks for deminers?")
    assert "Grandmothers knit warm socks" in answer.text
    assert "Practice shared by Leyla of Tartar" in answer.text
    asked = await bot.ask(leyla, "/forget_me")
    await leyla.press(asked.button(EN.forget_yes))
    assert "asked to be forgotten" in (await kamran.reply()).text
    assert "asked to be forgotten" in (await nigar.reply()).text


async def test_the_whole_draft_is_dropped_once_it_is_meant(bot: RunningBot, kamran: Person) -> None:
    await sent(kamran)
    screen = await bot.ask(kamran, "/corpus")
    await kamran.press(screen.button(KEEP.corpus_discard))
    sure = await kamran.edited(screen, timeout=LONG)
    assert sure.text == KEEP.corpus_discard_sure.format(count=1)
    await kamran.press(sure.button(EN.yes_do_it))
    assert (await kamran.edited(sure, timeout=LONG)).text == KEEP.corpus_discarded


async def test_what_wants_a_look_is_listed_and_sent_whole(bot: RunningBot, kamran: Person) -> None:
    await bot.ask(kamran, "Who repairs umbrellas here?")
    overview = await bot.ask(kamran, "/corpus")
    await kamran.press(overview.button(KEEP.upkeep))
    lists = await kamran.edited(overview, LONG)
    assert f"{KEEP.upkeep_missed}: 1" in lists.text
    assert "1 × Who repairs umbrellas here?" in lists.text
    whole = await kamran.reply(LONG)
    assert whole.data["document"]["file_name"] == "upkeep.txt"
