"""What a call puts into a message: formatted text, a file, buttons, the message it replies to."""

from typing import Any

from bot.preview.entities import ENTITIES_KEPT, parse_html, utf16_length
from bot.preview.errors import bad_request
from bot.preview.files import File
from bot.preview.parameters import Params
from bot.preview.world import Chat, World

Json = dict[str, Any]

TEXT_LENGTH = 4096
CAPTION_LENGTH = 1024
"""In UTF-16 units after parsing, the stricter of the two ways Telegram counts."""
BUTTONS = 100
CALLBACK_DATA_BYTES = 64
PHOTO_BYTES = 10 * 2**20

_ACTIONS = ("url", "callback_data", "web_app", "login_url", "switch_inline_query", "copy_text", "pay")
_ACTIONS_ELSEWHERE = ("switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "callback_game")


def text_content(params: Params) -> Json:
    """The text of a message and its entities.

    Raises:
        BotApiError: 400 when it is empty, too long or can't be parsed.
    """
    text, entities = _formatted(params, "text", "entities")
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > TEXT_LENGTH:
        raise bad_request("message is too long")
    return {"text": text, "entities": entities or None}


def caption_content(params: Params) -> Json:
    """The caption of a file and its entities, both None without a caption.

    Raises:
        BotApiError: 400 when it is too long or can't be parsed.
    """
    caption, entities = _formatted(params, "caption", "caption_entities")
    if utf16_length(caption) > CAPTION_LENGTH:
        raise bad_request("message caption is too long")
    return {"caption": caption or None, "caption_entities": entities or None}


def _formatted(params: Params, name: str, entities_name: str) -> tuple[str, list[Json]]:
    source = params.text(name)
    mode = params.text("parse_mode").lower()
    if mode == "html":
        return parse_html(source)
    if mode:
        raise bad_request("unsupported parse_mode")
    return source.strip(), params.items(entities_name)[:ENTITIES_KEPT]


def inline_keyboard(params: Params) -> Json | None:
    """The inline keyboard of a call; None for none or an empty one.

    Raises:
        BotApiError: 400 for a keyboard Telegram refuses.
    """
    rows = params.mapping("reply_markup").get("inline_keyboard")
    if rows is None:
        return None
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request("can't parse inline keyboard: Array of Arrays expected")
    for row in rows:
        for button in row:
            _check_button(button)
    if sum(map(len, rows)) > BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    rows = [row for row in rows if row]
    return {"inline_keyboard": rows} if rows else None


def _check_button(button: Any) -> None:  # noqa: ANN401 - whatever JSON the client sent
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be of type String')
    if not any(action in button for action in _ACTIONS + _ACTIONS_ELSEWHERE):
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        )
    if not button["text"].strip():
        raise bad_request("BUTTON_TEXT_INVALID")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(str(data).encode()) <= CALLBACK_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url is not None and not str(url).startswith(("http://", "https://", "tg://", "mailto:", "tel:")):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def replied_to(world: World, chat: Chat, params: Params) -> Json:
    """The `reply_to_message` field for a call that replies, else nothing.

    Raises:
        BotApiError: 400 when the message is gone and the call does not allow for that.
    """
    reply = params.mapping("reply_parameters")
    message_id = Params(reply).integer("message_id") or params.integer("reply_to_message_id")
    if not message_id:
        return {}
    origin = world.chat(Params(reply)) if reply.get("chat_id") else chat
    message = origin.messages.get(message_id)
    if message is not None:
        return {"reply_to_message": {k: v for k, v in message.items() if k != "reply_to_message"}}
    if reply.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
        return {}
    raise bad_request("message to be replied not found")


def file_content(world: World, params: Params, kind: str) -> Json:
    """The file a call sends, uploaded with it or known by its id, as the field `kind` of a message.

    Raises:
        BotApiError: 400 when there is no such file or it is too large.
    """
    given = params.text(kind)
    upload = params.uploads.get(given.removeprefix("attach://") if given else kind)
    if upload is not None:
        if not upload.content:
            raise bad_request("file must be non-empty")
        file = world.files.add(upload.name, upload.content, mime_type=upload.mime_type, folder=f"{kind}s")
    else:
        known = world.files.get(given)
        if known is None:
            raise bad_request("wrong file identifier/HTTP URL specified" if given else f"there is no {kind}")
        file = known
    if kind == "photo" and len(file.content) > PHOTO_BYTES:
        raise bad_request("file is too big")
    return {kind: media(kind, file)}


def media(kind: str, file: File) -> Any:  # noqa: ANN401 - an object, for photos a list of sizes
    """A file as the Bot API describes it inside a message."""
    reference = file.reference()
    described = {**reference, "file_name": file.name, "mime_type": file.mime_type}
    picture = {"width": 640, "height": 480}
    match kind:
        case "photo":
            return [{**reference, **picture}]
        case "sticker":
            return {**reference, **picture, "type": "regular", "is_animated": False, "is_video": False}
        case "voice":
            return {**reference, "duration": 3, "mime_type": file.mime_type}
        case "audio":
            return {**described, "duration": 3}
        case "video" | "animation":
            return {**described, **picture, "duration": 3}
        case _:
            return described
