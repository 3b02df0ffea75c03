"""What somebody gets who has never written to the bot, and the commands that explain it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from corpus.reading.folder import BUNDLED, read_corpus
from handlers.texts import TEXTS_BY_LANGUAGE, texts_in

if TYPE_CHECKING:
    from tests.end_to_end.conftest import RunningBot

WORKSHOP = read_corpus(BUNDLED).workshop

pytestmark = pytest.mark.asyncio(loop_scope="session")

QUESTIONS = {
    "en": "When did the workshop take place?",
    "az": "Seminar nə vaxt keçirilib?",
    "ru": "Когда проходил семинар?",
}
LANGUAGES = list(TEXTS_BY_LANGUAGE)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_question_as_the_very_first_message_gets_one_message_with_all(
    bot: RunningBot, language: str
) -> None:
    """Quote, section, source, notice and buttons, in the language of the question."""
    leyla = bot.newcomer(language="en")
    answer = await bot.ask(leyla, QUESTIONS[language])
    texts = texts_in(language)
    (quote,) = answer.marked("blockquote")
    assert "2023" in quote
    assert "28" in quote
    assert answer.marked("bold")[0] in answer.text
    assert f"{texts.rests_on}:" in answer.text
    assert answer.marked("text_link")
    assert answer.text.endswith(texts.privacy_line)
    assert "\n\n\n" not in answer.text
    assert {texts.helpful, texts.unhelpful} <= {button.text for button in answer.buttons}
    assert leyla.unread == 0


@pytest.mark.parametrize(
    "first", ["/start", "/help", "/topics", "/language", "/privacy", "/nonsense", "hello", "qwxz?"]
)
async def test_the_notice_comes_with_the_first_reply_and_never_again(bot: RunningBot, first: str) -> None:
    leyla = bot.newcomer()
    notice = texts_in("en").privacy_line
    above, _, told = (await bot.ask(leyla, first)).text.rpartition("\n\n")
    assert (told, above) == (notice, above.rstrip())
    for later in (QUESTIONS["en"], first, "/help"):
        assert notice not in (await bot.ask(leyla, later)).text


async def test_an_emergency_carries_no_notice_and_the_reply_after_it_does(bot: RunningBot) -> None:
    leyla = bot.newcomer()
    notice = texts_in("en").privacy_line
    assert notice not in (await bot.ask(leyla, "I found a mine in my field")).text
    assert notice in (await bot.ask(leyla, "hello")).text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_start_names_the_workshop_and_help_lists_every_command(bot: RunningBot, language: str) -> None:
    leyla = await bot.guest(language)
    welcome = await bot.ask(leyla, "/start")
    assert "II" in welcome.marked("bold")[0]
    for example in welcome.text.split("\n• ")[1:]:
        assert example in (await bot.ask(leyla, example)).marked("bold")[-1]
    listed = await bot.ask(leyla, "/help")
    own = ["/mute", "/forget_me", "/share", "/cancel"]
    commands = ["/start", "/help", "/topics", "/language", "/privacy", *own]
    assert re.findall(r"^/\w+", listed.text, re.MULTILINE) == commands
    card = WORKSHOP.safety.card("found", language)
    assert "\n".join((card.title, *(f"• {step}" for step in card.steps))) in listed.text
    assert "\n112 — " in listed.text


async def test_a_person_without_a_language_of_ours_is_spoken_to_in_english(bot: RunningBot) -> None:
    for language in (None, "de", "pt-br"):
        leyla = await bot.guest(language)
        assert (await bot.ask(leyla, "/nonsense")).text == texts_in("en").unknown_command


async def test_the_tag_of_a_region_does_not_hide_the_language(bot: RunningBot) -> None:
    leyla = await bot.guest("az-AZ")
    assert (await bot.ask(leyla, "/nonsense")).text == texts_in("az").unknown_command


@pytest.mark.parametrize("language", LANGUAGES)
async def test_privacy_says_how_long_by_the_setting(bot: RunningBot, language: str) -> None:
    leyla = await bot.guest(language)
    assert "90" in (await bot.ask(leyla, "/privacy")).text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_topics_lead_to_a_section_and_back(bot: RunningBot, language: str) -> None:
    leyla = await bot.guest(language)
    themes = await bot.ask(leyla, "/topics")
    await leyla.press(themes.buttons[0])
    sections = await leyla.edited(themes)
    await leyla.press(sections.buttons[0])
    section = await leyla.edited(sections)
    assert section.marked("blockquote")
    assert texts_in(language).rests_on in section.text
    await leyla.press(section.button(texts_in(language).earlier))
    back = await leyla.edited(section)
    assert [button.text for button in back.buttons] == [button.text for button in sections.buttons]
    await leyla.press(back.button(texts_in(language).all_topics))
    assert (await leyla.edited(back)).text == themes.text


async def test_every_theme_of_the_topics_opens_and_turns_its_pages(bot: RunningBot) -> None:
    leyla = await bot.guest()
    themes = await bot.ask(leyla, "/topics")
    page = themes
    for theme in themes.buttons:
        await leyla.press(theme)
        page = await leyla.edited(page)
        assert theme.text in page.marked("bold")
        while later := [button for button in page.buttons if button.text == texts_in("en").later]:
            await leyla.press(later[0])
            page = await leyla.edited(page)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_menu_and_the_descriptions_are_set_in_each_language(bot: RunningBot, language: str) -> None:
    profile, code = bot.server.world.profile, "" if language == "en" else language
    texts = texts_in(language)
    (menu,) = [commands for (_, given), commands in profile.commands.items() if given == code]
    assert {"command": "help", "description": texts.menu_help} in menu
    assert "112" in profile.texts["description", code]
    assert profile.texts["short_description", code] == texts.short_description
