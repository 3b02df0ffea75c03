"""Whatever a person sends gets a helpful reply: never silence, never a failure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.reading.folder import BUNDLED, read_corpus
from handlers.texts import TEXTS_BY_LANGUAGE, texts_in

if TYPE_CHECKING:
    from tests.end_to_end.conftest import RunningBot

pytestmark = pytest.mark.asyncio(loop_scope="session")

ENGLISH = texts_in("en")
WORKSHOP = read_corpus(BUNDLED).workshop
WORDLESS = {
    "a sticker": lambda person: person.send_sticker(),
    "a voice": lambda person: person.send_voice(),
    "a photo": lambda person: person.send_photo(),
    "a document": lambda person: person.send_document("mines.pdf", b"%PDF-1.7"),
    "a place": lambda person: person.send_location(),
}


@pytest.mark.parametrize("language", list(TEXTS_BY_LANGUAGE))
@pytest.mark.parametrize("what", WORDLESS)
async def test_what_is_no_text_is_told_so_and_what_to_do_in_danger(
    bot: RunningBot, what: str, language: str
) -> None:
    leyla = await bot.guest(language)
    WORDLESS[what](leyla)
    told = (await leyla.reply()).text
    assert told.startswith(texts_in(language).text_only)
    assert_found_card(told, language)
    assert leyla.unread == 0


async def test_what_is_no_text_tells_a_turk_what_to_do_in_turkish(bot: RunningBot) -> None:
    leyla = await bot.guest("tr")
    leyla.send_photo()
    assert_found_card((await leyla.reply()).text, "tr")


def assert_found_card(told: str, language: str) -> None:
    """The card of `workshop.yaml` whole, to the last step: for who may be inside, then the number."""
    card = WORKSHOP.safety.card("found", language)
    assert told.partition(card.title)[2].startswith("\n" + "\n".join(f"• {step}" for step in card.steps))
    assert told.splitlines()[-2].startswith(WORKSHOP.safety.numbers[0].number)


@pytest.mark.parametrize(
    "text",
    ["\u200b\u200b", "\u200f\u202e\u2067", "?", "…", "- * _ [", "1234567890", "\ufeff", "a", "ъ"],
)
async def test_a_text_with_nothing_to_look_for_gets_a_way_on(bot: RunningBot, text: str) -> None:
    leyla = await bot.guest()
    reply = await bot.ask(leyla, text)
    assert any(reply.text.startswith(texts.not_found) for texts in TEXTS_BY_LANGUAGE.values())


async def test_an_emoji_gets_a_friendly_line(bot: RunningBot) -> None:
    leyla = await bot.guest()
    assert (await bot.ask(leyla, "🙂🙂🙂")).text == TEXTS_BY_LANGUAGE["en"].praise


@pytest.mark.parametrize(
    "text",
    [
        "When did the <b>workshop</b> & </blockquote> take place?",
        "*When* did the _workshop_ [take](tg://user?id=1) `place`?",
        "When did the workshop <script>alert(1)</script> take place?",
        "\u202eWhen\u200b did the work\u00adshop\u200f take place?\u2069",
        "When did the workshop take place? {0} {workshop} %s %(x)s $x \\u0041",
    ],
)
async def test_marks_in_a_question_break_nothing(bot: RunningBot, text: str) -> None:
    leyla = await bot.guest()
    answer = await bot.ask(leyla, text)
    assert answer.marked("blockquote") or answer.text.startswith(ENGLISH.not_found)
    assert "</" not in answer.text


@pytest.mark.parametrize("text", ["workshop " * 455, "w" * 4096, "когда " * 682, "?" * 4096, "😀" * 2048])
async def test_the_longest_message_is_answered(bot: RunningBot, text: str) -> None:
    leyla = await bot.guest()
    assert (await bot.ask(leyla, text)).text


async def test_a_text_far_over_telegram_s_limit_is_answered(bot: RunningBot) -> None:
    """No client can send it, a self-hosted Bot API server might."""
    leyla = await bot.guest()
    assert (await bot.ask(leyla, "When did the workshop take place? " * 3_000)).text


@pytest.mark.parametrize("text", ["/unknowncommand", "/UNKNOWN now", "/help@another_bot", "/start_"])
async def test_an_unknown_command_is_told_so(bot: RunningBot, text: str) -> None:
    leyla = await bot.guest()
    assert (await bot.ask(leyla, text)).text == ENGLISH.unknown_command


@pytest.mark.parametrize("text", ["/", "//", "/ help", "/когда"])
async def test_what_only_looks_like_a_command_is_a_question(bot: RunningBot, text: str) -> None:
    leyla = await bot.guest()
    assert (await bot.ask(leyla, text)).text != ENGLISH.unknown_command


async def test_a_caption_is_a_question(bot: RunningBot) -> None:
    leyla = await bot.guest()
    for send in (
        lambda: leyla.send_photo(caption="When did the workshop take place?"),
        lambda: leyla.send_document("x.pdf", b"%PDF", caption="When did the workshop take place?"),
    ):
        send()
        assert (await leyla.reply()).marked("blockquote")


async def test_a_forwarded_message_is_a_question(bot: RunningBot) -> None:
    leyla, rustam = await bot.guest(), await bot.guest()
    leyla.forward(rustam.say("When did the workshop take place?"))
    assert (await leyla.reply()).marked("blockquote")


async def test_an_update_of_an_unknown_kind_stops_nothing(bot: RunningBot) -> None:
    leyla = await bot.guest()
    bot.server.raw_update({"telepathy": {"thought": "?"}})
    assert (await bot.ask(leyla, "When did the workshop take place?")).marked("blockquote")


async def test_an_old_message_that_holds_no_buttons_any_more_is_no_failure(bot: RunningBot) -> None:
    """Telegram gives a message it can't show any more as a number alone."""
    leyla = await bot.guest()
    answer = await bot.ask(leyla, "When did the workshop take place?")
    bot.server.raw_update(
        {
            "callback_query": {
                "id": "77",
                "from": leyla.user,
                "chat_instance": "1",
                "data": answer.buttons[0].data,
                "message": {"message_id": answer.message_id, "date": 0, "chat": leyla.chat.card},
            }
        }
    )
    assert (await bot.ask(leyla, "/start")).text


async def test_small_talk_gets_small_talk(bot: RunningBot) -> None:
    for text, language in (("thanks", "en"), ("sağ ol", "az"), ("спасибо", "ru")):
        leyla = await bot.guest(language)
        assert (await bot.ask(leyla, text)).text == texts_in(language).thanks
