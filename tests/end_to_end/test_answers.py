"""An answer, its buttons, and the honest no."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.preview import BLOCKED, QUERY_TOO_OLD, Button, Refuse
from bot.preview.errors import bad_request
from handlers.texts import TEXTS_BY_LANGUAGE, texts_in

if TYPE_CHECKING:
    from bot.preview import Message, Person
    from tests.end_to_end.conftest import RunningBot

pytestmark = pytest.mark.asyncio(loop_scope="session")

QUESTION = "When did the workshop take place?"
ENGLISH = texts_in("en")
UNKNOWN = {
    "en": "What is the capital of Mongolia and its population?",
    "az": "Monqolustanın paytaxtı haradır və orada neçə nəfər yaşayır?",
    "ru": "Какая столица Монголии и сколько там жителей?",
}


async def pressed(person: Person, message: Message, label: str) -> Message:
    """The message after a button on it was pressed."""
    await person.press(message.button(label))
    return await person.edited(message)


@pytest.mark.parametrize("language", list(TEXTS_BY_LANGUAGE))
async def test_what_is_not_found_is_said_so_with_the_nearest_sections_to_open(
    bot: RunningBot, language: str
) -> None:
    leyla = await bot.guest(language)
    nothing = await bot.ask(leyla, UNKNOWN[language])
    assert nothing.text.startswith(texts_in(language).not_found)
    assert not nothing.marked("blockquote")
    *sections, tell_me = nothing.buttons
    assert tell_me.text == texts_in(language).tell_me
    for button in sections:
        assert button.text.rstrip("…") in nothing.text
    if sections:
        section = await pressed(leyla, nothing, nothing.buttons[0].text)
        assert section.marked("blockquote")
        assert section.button(texts_in(language).helpful)


async def test_a_question_near_the_subject_is_offered_the_nearest_sections(bot: RunningBot) -> None:
    leyla = await bot.guest()
    nothing = await bot.ask(leyla, "Which hotel did the workshop's guests stay in?")
    assert nothing.text.startswith(ENGLISH.not_found)
    assert nothing.buttons
    opened = await pressed(leyla, nothing, nothing.buttons[0].text)
    assert opened.marked("blockquote")


async def test_where_several_fit_the_asker_chooses(bot: RunningBot) -> None:
    leyla = await bot.guest()
    offered = await bot.ask(leyla, "What did people say about partnership?")
    assert offered.text.startswith(ENGLISH.did_you_mean)
    assert 2 <= len(offered.buttons) <= 4
    opened = await pressed(leyla, offered, offered.buttons[1].text)
    assert opened.marked("blockquote")
    assert opened.button(ENGLISH.helpful)
    (row,) = await bot.questions(lambda row: row["kind"] == "choose")
    assert row["question"] == "What did people say about partnership?"


async def test_a_mark_moves_with_the_asker_s_mind(bot: RunningBot) -> None:
    leyla = await bot.guest()
    answer = await bot.ask(leyla, QUESTION)
    said = await leyla.press(answer.button(ENGLISH.helpful))
    liked = await leyla.edited(answer)
    assert said.text == ENGLISH.thanks_for_helpful
    assert liked.button(f"✓ {ENGLISH.helpful}")
    disliked = await pressed(leyla, liked, ENGLISH.unhelpful)
    assert [button.text for button in disliked.rows[0]] == [ENGLISH.helpful, f"✓ {ENGLISH.unhelpful}"]
    assert disliked.marked("blockquote") == answer.marked("blockquote")
    (row,) = await bot.questions(lambda row: row["question"] == QUESTION and row["feedback"] == "unhelpful")
    assert row["kind"] == "answer"


async def test_pressing_the_same_mark_twice_is_answered_both_times(bot: RunningBot) -> None:
    leyla = await bot.guest()
    answer = await bot.ask(leyla, QUESTION)
    liked = await pressed(leyla, answer, ENGLISH.helpful)
    assert (await leyla.press(liked.button(ENGLISH.helpful))).text == ENGLISH.thanks_for_helpful


async def test_the_whole_section_holds_the_quote_and_the_next_best_another(bot: RunningBot) -> None:
    leyla = await bot.guest()
    answer = await bot.ask(leyla, "How are rats used to find mines?")
    (quote,) = answer.marked("blockquote")
    shown = answer
    if any(button.text == ENGLISH.whole_section for button in answer.buttons):
        shown = await pressed(leyla, answer, ENGLISH.whole_section)
        assert quote in shown.marked("blockquote")[0]
    other = await pressed(leyla, shown, ENGLISH.next_best)
    assert quote not in other.text
    assert ENGLISH.rests_on in other.text


async def test_the_mark_stays_while_other_sections_are_shown(bot: RunningBot) -> None:
    leyla = await bot.guest()
    liked = await pressed(leyla, await bot.ask(leyla, QUESTION), ENGLISH.helpful)
    assert (await pressed(leyla, liked, ENGLISH.next_best)).button(f"✓ {ENGLISH.helpful}")


@pytest.mark.parametrize(
    "data",
    ["helpful:999999999", "next:999999999:1", "whole:1:99", "next:9999999999999999999999:0", "theme:gone:0",
     "section:gone", "buy:7", "helpful:", "helpful:x", "forget:x"],
)  # fmt: skip
async def test_a_button_that_is_old_or_forged_is_answered(bot: RunningBot, data: str) -> None:
    leyla = await bot.guest()
    answer = await bot.ask(leyla, QUESTION)
    await leyla.press(Button("?", data, None, answer.data))


async def test_a_press_that_is_too_old_to_be_answered_still_does_its_work(bot: RunningBot) -> None:
    leyla = await bot.guest()
    answer = await bot.ask(leyla, QUESTION)
    bot.server.faults.add(QUERY_TOO_OLD, method="answerCallbackQuery", times=1)
    leyla.tap(answer.button(ENGLISH.next_best))
    assert (await leyla.edited(answer)).marked("blockquote") != answer.marked("blockquote")
    assert leyla.unread == 0


async def test_entities_that_telegram_refuses_are_sent_as_plain_text(bot: RunningBot) -> None:
    leyla = await bot.guest()
    marked = await bot.ask(leyla, QUESTION)
    refusal = Refuse(bad_request("can't parse entities: Unexpected end tag at byte offset 7"))
    bot.server.faults.add(refusal, method="sendMessage", chat_id=leyla.id, times=1)
    plain = await bot.ask(leyla, QUESTION)
    assert marked.marked("blockquote")[0] in plain.text
    assert not plain.marked("blockquote")
    assert "<" not in plain.text
    assert "https://" in plain.text  # a link without its mark is written out
    assert plain.button(ENGLISH.helpful)
    bot.server.faults.add(refusal, method="editMessageText", chat_id=leyla.id, times=1)
    other = await pressed(leyla, plain, ENGLISH.next_best)
    assert not other.marked("blockquote")
    assert "<" not in other.text


async def test_somebody_who_blocked_the_bot_makes_no_noise(bot: RunningBot) -> None:
    leyla, rustam = await bot.guest(), await bot.guest()
    bot.server.faults.add(BLOCKED, chat_id=leyla.id)
    leyla.say(QUESTION)
    assert (await bot.ask(rustam, QUESTION)).marked("blockquote")
    assert leyla.unread == 0


async def test_an_answer_whose_message_was_deleted_can_still_be_pressed_for(bot: RunningBot) -> None:
    """The person gets the section as a new message."""
    leyla = await bot.guest()
    answer = await bot.ask(leyla, QUESTION)
    del leyla.chat.messages[answer.message_id]
    leyla.tap(answer.button(ENGLISH.next_best))
    assert (await leyla.reply()).marked("blockquote")
