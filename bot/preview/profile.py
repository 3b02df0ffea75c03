"""The methods about the bot itself, its chats and its files."""

import json
import re
from collections.abc import Callable
from functools import partial
from typing import Any

from bot.preview.errors import bad_request
from bot.preview.parameters import Params
from bot.preview.world import World

Json = dict[str, Any]
Method = Callable[[World, Params], Any]

DOWNLOAD_BYTES = 20 * 2**20
"""The largest file a bot may download, https://core.telegram.org/bots/api#getfile."""
COMMANDS = 100
COMMAND_DESCRIPTION_LENGTH = 256

_LENGTH_BY_TEXT = {"name": 64, "description": 512, "short_description": 120}
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")


def get_me(world: World, _: Params) -> Json:
    """https://core.telegram.org/bots/api#getme."""
    return {
        **world.bot,
        "can_join_groups": True,
        "can_read_all_group_messages": True,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def get_chat(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#getchat."""
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    return {
        **world.chat(params).card,
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }


def get_chat_member(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#getchatmember."""
    chat, user_id = world.chat(params), params.integer("user_id")
    if chat.is_private and user_id in {chat.id, world.bot["id"]}:
        return {"user": world.bot if user_id == world.bot["id"] else _user(chat.card), "status": "member"}
    if user_id not in chat.status_by_user:
        raise bad_request("PARTICIPANT_ID_INVALID")
    user, status = chat.status_by_user[user_id]
    return member(user, status)


def member(user: Json, status: str) -> Json:
    """A ChatMember object."""
    match status:
        case "kicked":
            return {"user": user, "status": status, "until_date": 0}
        case "creator":
            return {"user": user, "status": status, "is_anonymous": False}
        case _:
            return {"user": user, "status": status}


def _user(card: Json) -> Json:
    names: Json = {key: card[key] for key in ("id", "first_name", "last_name", "username") if key in card}
    return {"is_bot": False, **names}


def leave_chat(world: World, params: Params) -> bool:
    """https://core.telegram.org/bots/api#leavechat."""
    chat = world.chat(params)
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    world.leave(chat, status="left")
    return True


def get_file(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#getfile."""
    file = world.files.get(params.text("file_id"))
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(file.content) > DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return {**file.reference(), "file_path": file.path}


def set_commands(world: World, params: Params) -> bool:
    """https://core.telegram.org/bots/api#setmycommands."""
    commands = params.items("commands")
    if len(commands) > COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not isinstance(command, dict) or not _COMMAND.fullmatch(str(command.get("command", ""))):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= COMMAND_DESCRIPTION_LENGTH:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.profile.commands[_command_key(world, params)] = commands
    return True


def get_commands(world: World, params: Params) -> list[Json]:
    """https://core.telegram.org/bots/api#getmycommands."""
    return world.profile.commands.get(_command_key(world, params), [])


def delete_commands(world: World, params: Params) -> bool:
    """https://core.telegram.org/bots/api#deletemycommands."""
    world.profile.commands.pop(_command_key(world, params), None)
    return True


def _command_key(world: World, params: Params) -> tuple[str, str]:
    scope = params.mapping("scope") or {"type": "default"}
    if "chat_id" in scope:
        world.chat(Params(scope))
    return json.dumps(scope, sort_keys=True), _language(params)


def set_text(world: World, params: Params, *, field: str) -> bool:
    """https://core.telegram.org/bots/api#setmydescription and its likes; an empty text removes it."""
    text = params.text(field)
    if len(text) > _LENGTH_BY_TEXT[field]:
        raise bad_request(f"bot {field.replace('_', ' ')} is too long")
    world.profile.texts[field, _language(params)] = text
    return True


def get_text(world: World, params: Params, *, field: str) -> Json:
    """https://core.telegram.org/bots/api#getmydescription; the text without a language stands in."""
    texts = world.profile.texts
    default = world.bot["first_name"] if field == "name" else ""
    return {field: texts.get((field, _language(params))) or texts.get((field, ""), default)}


def _language(params: Params) -> str:
    language = params.text("language_code")
    if not _LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def log_out(_: World, __: Params) -> bool:
    """https://core.telegram.org/bots/api#logout and #close."""
    return True


PROFILE_METHODS: dict[str, Method] = {
    "getme": get_me,
    "getchat": get_chat,
    "getchatmember": get_chat_member,
    "leavechat": leave_chat,
    "getfile": get_file,
    "setmycommands": set_commands,
    "getmycommands": get_commands,
    "deletemycommands": delete_commands,
    "logout": log_out,
    "close": log_out,
    **{f"setmy{field.replace('_', '')}": partial(set_text, field=field) for field in _LENGTH_BY_TEXT},
    **{f"getmy{field.replace('_', '')}": partial(get_text, field=field) for field in _LENGTH_BY_TEXT},
}
"""By name in lower case: Telegram takes any case."""
