"""The methods that send, change and remove messages."""

import time
from collections.abc import Callable
from functools import partial
from typing import Any

from bot.preview.content import caption_content, file_content, inline_keyboard, replied_to, text_content
from bot.preview.errors import bad_request
from bot.preview.parameters import Params
from bot.preview.world import Chat, World

Json = dict[str, Any]
Method = Callable[[World, Params], Any]

DELETE_SECONDS = 48 * 3600
"""Older messages can't be deleted, https://core.telegram.org/bots/api#deletemessage."""
FILE_KINDS = ("photo", "document", "video", "audio", "voice", "animation", "sticker")
_CAPTION = ("caption", "caption_entities")
_COPIED = ("text", "entities", *_CAPTION, *FILE_KINDS, "location", "contact")
_QUERY_GONE = "query is too old and response timeout expired or query ID is invalid"


def send_message(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#sendmessage."""
    return _send(world, params, text_content(params))


def send_file(world: World, params: Params, *, kind: str) -> Json:
    """https://core.telegram.org/bots/api#sendphoto and its likes."""
    chat = world.writable_chat(params)
    content = {**file_content(world, params, kind), **caption_content(params)}
    return _send(world, params, content, chat=chat)


def send_chat_action(world: World, params: Params) -> bool:
    """https://core.telegram.org/bots/api#sendchataction."""
    world.writable_chat(params)
    if not params.text("action"):
        raise bad_request("wrong parameter action in request")
    return True


def copy_message(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#copymessage."""
    source = _message(world.chat(params, "from_chat_id"), params, "copy")
    content = {key: source[key] for key in _COPIED if key in source}
    if "text" not in source and "caption" in params.values:
        content.update(caption_content(params))
    return {"message_id": _send(world, params, content)["message_id"]}


def forward_message(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#forwardmessage."""
    source = _message(world.chat(params, "from_chat_id"), params, "forward")
    return world.post(world.writable_chat(params), forwarded(source))


def forwarded(source: Json) -> Json:
    """The content of a message that forwards another."""
    content = {key: source[key] for key in _COPIED if key in source}
    date = source["date"]
    if "from" in source:
        origin = {"type": "user", "sender_user": source["from"], "date": date}
    else:
        message_id = source["message_id"]
        origin = {"type": "channel", "chat": source["chat"], "message_id": message_id, "date": date}
    return {"forward_origin": source.get("forward_origin", origin), **content}


def _send(world: World, params: Params, content: Json, *, chat: Chat | None = None) -> Json:
    chat = chat or world.writable_chat(params)
    keyboard = inline_keyboard(params)
    reply = replied_to(world, chat, params)
    return world.post(chat, {**content, **reply, "reply_markup": keyboard})


def edit_text(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#editmessagetext."""
    chat, message = _own_message(world, params)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return world.replace(chat, message, **text_content(params), reply_markup=inline_keyboard(params))


def edit_caption(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#editmessagecaption."""
    chat, message = _own_message(world, params)
    if not any(kind in message for kind in FILE_KINDS):
        raise bad_request("there is no caption in the message to edit")
    return world.replace(chat, message, **caption_content(params), reply_markup=inline_keyboard(params))


def edit_reply_markup(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#editmessagereplymarkup."""
    chat, message = _own_message(world, params)
    return world.replace(chat, message, reply_markup=inline_keyboard(params))


def delete_message(world: World, params: Params) -> bool:
    """https://core.telegram.org/bots/api#deletemessage."""
    chat = world.chat(params)
    message = _message(chat, params, "delete")
    foreign = message.get("from") != world.bot and not chat.is_private and "sender_chat" not in message
    if foreign or time.time() - message["date"] > DELETE_SECONDS:
        raise bad_request("message can't be deleted for everyone")
    del chat.messages[message["message_id"]]
    chat.changed()
    return True


def answer_callback_query(world: World, params: Params) -> bool:
    """https://core.telegram.org/bots/api#answercallbackquery."""
    query = world.queries.get(params.text("callback_query_id"))
    if query is None or time.monotonic() - query.pressed_at > world.query_seconds:
        raise bad_request(_QUERY_GONE)
    if len(params.text("text")) > 200:  # noqa: PLR2004 - the limit of the method's page
        raise bad_request("MESSAGE_TOO_LONG")
    if not query.answer.done():
        query.answer.set_result(
            {"text": params.text("text"), "show_alert": params.flag("show_alert"), "url": params.text("url")},
        )
    return True


def _message(chat: Chat, params: Params, verb: str) -> Json:
    message = chat.messages.get(params.integer("message_id"))
    if message is None:
        raise bad_request(f"message to {verb} not found")
    return message


def _own_message(world: World, params: Params) -> tuple[Chat, Json]:
    if params.text("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    chat = world.writable_chat(params)
    message = _message(chat, params, "edit")
    if message.get("from") != world.bot and "sender_chat" not in message:
        raise bad_request("message can't be edited")
    return chat, message


MESSAGE_METHODS: dict[str, Method] = {
    "sendmessage": send_message,
    "sendchataction": send_chat_action,
    "copymessage": copy_message,
    "forwardmessage": forward_message,
    "editmessagetext": edit_text,
    "editmessagecaption": edit_caption,
    "editmessagereplymarkup": edit_reply_markup,
    "deletemessage": delete_message,
    "answercallbackquery": answer_callback_query,
    **{f"send{kind}": partial(send_file, kind=kind) for kind in FILE_KINDS},
}
"""By name in lower case: Telegram takes any case."""
