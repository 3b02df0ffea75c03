"""A Telegram of one's own: the Bot API server that tests, benchmarks and the chat page share."""

from bot.preview.faults import (
    BLOCKED,
    QUERY_TOO_OLD,
    Delay,
    Hang,
    Html,
    LoseReply,
    Refuse,
    Reset,
    too_many_requests,
)
from bot.preview.limits import Limit
from bot.preview.people import Group, Person
from bot.preview.server import BotApiServer, Call
from bot.preview.views import Button, CallbackAnswer, Message

__all__ = [
    "BLOCKED",
    "QUERY_TOO_OLD",
    "BotApiServer",
    "Button",
    "Call",
    "CallbackAnswer",
    "Delay",
    "Group",
    "Hang",
    "Html",
    "Limit",
    "LoseReply",
    "Message",
    "Person",
    "Refuse",
    "Reset",
    "too_many_requests",
]
