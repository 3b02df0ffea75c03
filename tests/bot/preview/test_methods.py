import aiohttp
import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.preview import BotApiServer


async def test_html_becomes_text_and_entities(server: BotApiServer, bot: Bot) -> None:
    anna = server.person("Anna")
    html = '😀 <b>Stop &amp; <i>wait</i></b> <a href="https://example.org/?a=1&amp;b=2">here</a>'
    sent = await bot.send_message(anna.id, html, parse_mode=ParseMode.HTML)
    reply = await anna.reply()
    assert reply.text == sent.text == "😀 Stop & wait here"
    assert (reply.marked("bold"), reply.marked("italic")) == (["Stop & wait"], ["wait"])
    assert sent.entities[-1].url == "https://example.org/?a=1&b=2"


async def test_broken_html_is_refused_and_nothing_sent(server: BotApiServer, bot: Bot) -> None:
    anna = server.person("Anna")
    with pytest.raises(
        BadRequest, match=r"(?i)can't parse entities: unsupported start tag \"h1\" at byte offset 3"
    ):
        await bot.send_message(anna.id, "ə <h1>Title</h1>", parse_mode=ParseMode.HTML)
    assert server.sent_to(anna) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a" * 4097, "message is too long"),
        ("😀" * 2049, "message is too long"),
        (" \n ", "message text is empty"),
    ],
)
async def test_texts_outside_the_limits_are_refused(
    server: BotApiServer, bot: Bot, text: str, problem: str
) -> None:
    anna = server.person("Anna")
    with pytest.raises(BadRequest, match=f"(?i){problem}"):
        await bot.send_message(anna.id, text)


async def test_the_limit_counts_after_parsing(server: BotApiServer, bot: Bot) -> None:
    anna = server.person("Anna")
    await bot.send_message(anna.id, "<b>" + "&lt;" * 4096 + "</b>", parse_mode=ParseMode.HTML)
    assert (await anna.reply()).text == "<" * 4096


@pytest.mark.parametrize(
    ("buttons", "problem"),
    [
        ([InlineKeyboardButton("x", callback_data="ə" * 33)], "button_data_invalid"),
        ([InlineKeyboardButton("x", callback_data="")], "button_data_invalid"),
        ([InlineKeyboardButton("x", url="no address")], "wrong http url"),
        ([InlineKeyboardButton("x", callback_data="x")] * 101, "reply_markup_too_long"),
    ],
)
async def test_keyboards_outside_the_limits_are_refused(
    server: BotApiServer, bot: Bot, buttons: list[InlineKeyboardButton], problem: str
) -> None:
    anna = server.person("Anna")
    with pytest.raises(BadRequest, match=f"(?i){problem}"):
        await bot.send_message(anna.id, "?", reply_markup=InlineKeyboardMarkup.from_column(buttons))


async def test_an_edit_must_change_something_that_is_there(server: BotApiServer, bot: Bot) -> None:
    anna = server.person("Anna")
    sent = await bot.send_message(anna.id, "<b>draft</b>", parse_mode=ParseMode.HTML)
    draft = await anna.reply()
    with pytest.raises(BadRequest, match="not modified"):
        await sent.edit_text("<b>draft</b>", parse_mode=ParseMode.HTML)
    await sent.edit_text("draft")
    assert (await anna.edited(draft)).entities == []
    asked = anna.say("mine")
    with pytest.raises(BadRequest, match="can't be edited"):
        await bot.edit_message_text("yours", anna.id, asked.message_id)
    with pytest.raises(BadRequest, match=r"(?i)message to edit not found"):
        await bot.edit_message_text("none", anna.id, 999)


async def test_a_deleted_message_is_gone(server: BotApiServer, bot: Bot) -> None:
    anna = server.person("Anna")
    sent = await bot.send_message(anna.id, "wrong")
    wrong = await anna.reply()
    await sent.delete()
    await anna.deleted(wrong)
    with pytest.raises(BadRequest, match=r"(?i)message to delete not found"):
        await sent.delete()


async def test_a_reply_needs_its_message(server: BotApiServer, bot: Bot) -> None:
    anna = server.person("Anna")
    asked = anna.say("Why?")
    await bot.send_message(anna.id, "Because", reply_parameters=ReplyParameters(asked.message_id))
    assert (await anna.reply()).reply_to == asked.message_id
    with pytest.raises(BadRequest, match=r"(?i)message to be replied not found"):
        await bot.send_message(anna.id, "Because", reply_parameters=ReplyParameters(999))
    lenient = ReplyParameters(999, allow_sending_without_reply=True)
    await bot.send_message(anna.id, "Anyway", reply_parameters=lenient)
    assert (await anna.reply()).reply_to is None


async def test_files_travel_both_ways(server: BotApiServer, bot: Bot) -> None:
    anna = server.person("Anna")
    anna.send_document("notes.pdf", b"%PDF-1.7 notes", caption="Our notes")
    (update,) = await bot.get_updates()
    file = await update.message.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"%PDF-1.7 notes"
    sent = await bot.send_document(
        anna.id, b"a,b\n", filename="log.csv", caption="<b>Log</b>", parse_mode="HTML"
    )
    reply = await anna.reply()
    assert (reply.text, reply.marked("bold"), reply.data["document"]["file_name"]) == (
        "Log",
        ["Log"],
        "log.csv",
    )
    await bot.send_document(anna.id, sent.document.file_id)
    assert (await anna.reply()).data["document"]["file_id"] == sent.document.file_id
    with pytest.raises(BadRequest, match=r"(?i)message caption is too long"):
        await bot.send_photo(anna.id, b"\xff\xd8", caption="a" * 1025)


async def test_a_file_over_twenty_megabytes_cannot_be_downloaded(server: BotApiServer, bot: Bot) -> None:
    server.person("Anna").send_document("big.bin", bytes(20 * 2**20 + 1))
    (update,) = await bot.get_updates()
    with pytest.raises(BadRequest, match=r"(?i)file is too big"):
        await update.message.document.get_file()


@pytest.mark.parametrize("kind", ["photo", "sticker", "voice", "location"])
async def test_everything_people_send_is_what_the_client_expects(
    server: BotApiServer, bot: Bot, kind: str
) -> None:
    anna = server.person("Anna")
    getattr(anna, f"send_{kind}")()
    (update,) = await bot.get_updates()
    assert getattr(update.message, kind)
    assert update.message.text is None


async def test_copies_keep_content_and_forwards_name_the_author(server: BotApiServer, bot: Bot) -> None:
    anna, rustam = server.person("Anna"), server.person("Rustam")
    original = anna.send_photo(caption="The hall")
    await bot.copy_message(rustam.id, anna.id, original.message_id)
    copy = await rustam.reply()
    assert copy.text == "The hall"
    assert copy.data["photo"] == original.data["photo"]
    await bot.forward_message(rustam.id, anna.id, original.message_id)
    assert (await rustam.reply()).data["forward_origin"]["sender_user"]["first_name"] == "Anna"


async def test_commands_and_descriptions_are_kept_by_scope_and_language(
    server: BotApiServer, bot: Bot
) -> None:
    anna = server.person("Anna")
    await bot.set_my_commands([BotCommand("help", "Help")])
    await bot.set_my_commands([BotCommand("help", "Kömək")], language_code="az")
    await bot.set_my_commands([BotCommand("announce", "To all")], scope=BotCommandScopeChat(anna.id))
    assert (await bot.get_my_commands())[0].description == "Help"
    assert (await bot.get_my_commands(language_code="az"))[0].description == "Kömək"
    assert (await bot.get_my_commands(scope=BotCommandScopeChat(anna.id)))[0].command == "announce"
    with pytest.raises(BadRequest, match=r"(?i)bot_command_invalid"):
        await bot.set_my_commands([BotCommand("Not-Valid", "x")])
    await bot.set_my_description("Answers", language_code="en")
    assert (await bot.get_my_description("en")).description == "Answers"
    with pytest.raises(BadRequest, match="too long"):
        await bot.set_my_short_description("a" * 121)


async def test_a_command_is_marked_as_one(server: BotApiServer, bot: Bot) -> None:
    anna = server.person("Anna")
    anna.start("ref_7")
    anna.say("and/or 1/2 /help@workshop_test_bot anna@example.org")
    first, second = await bot.get_updates()
    assert list(first.message.parse_entities(["bot_command"]).values()) == ["/start"]
    assert list(second.message.parse_entities().values()) == ["/help@workshop_test_bot", "anna@example.org"]


async def test_a_chat_nobody_opened_is_not_found(bot: Bot) -> None:
    with pytest.raises(BadRequest, match=r"(?i)chat not found"):
        await bot.send_message(42, "Hello?")


@pytest.mark.parametrize("body", [b"[1]", b"{", b'{"chat_id": 1, "text": "\\ud800"}'])
async def test_a_json_body_that_is_none_gets_a_400(server: BotApiServer, body: bytes) -> None:
    url = f"{server.root_url}/bot{server.token}/sendMessage"
    headers = {"Content-Type": "application/json"}
    async with aiohttp.ClientSession() as session, session.post(url, data=body, headers=headers) as response:
        assert response.status == 400
        assert (await response.json())["ok"] is False
