"""The state a bot talks to: chats with their messages, files, callback queries and the bot's own profile."""

import asyncio
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any, TypeVar

from bot.preview.entities import found_entities
from bot.preview.errors import BotApiError, bad_request, forbidden
from bot.preview.files import FileStore
from bot.preview.parameters import Params
from bot.preview.updates import UpdateQueue

Json = dict[str, Any]
Found = TypeVar("Found")

QUERY_SECONDS = 60.0
"""How long a callback query can be answered."""


@dataclass(slots=True)
class Chat:
    """A chat and what its people can see.

    A message is replaced, never changed in place: who holds one holds it as it was.

    Attributes:
        card: the Chat object as the Bot API shows it.
        messages: what is in the chat, by message id; the oldest leave when `World.keep` is reached.
        unread: the bot's new messages that nobody has read yet.
        status_by_user: the members of a group, by user id.
        refusal: why the bot can't write here.
        moved_to: the supergroup this group became.
    """

    card: Json
    message_ids: Iterator[int]
    unread: deque[Json]
    messages: dict[int, Json] = field(default_factory=dict)
    status_by_user: dict[int, tuple[Json, str]] = field(default_factory=dict)
    refusal: BotApiError | None = None
    moved_to: int | None = None
    _watchers: list[asyncio.Future[None]] = field(default_factory=list)

    @property
    def id(self) -> int:
        """The chat's id; groups and channels have negative ones."""
        return int(self.card["id"])

    @property
    def is_private(self) -> bool:
        """Whether it is a chat with one person."""
        return bool(self.card["type"] == "private")

    def changed(self) -> None:
        """Wake everybody who watches."""
        watchers, self._watchers = self._watchers, []
        for watcher in watchers:
            if not watcher.done():
                watcher.set_result(None)

    async def until(self, look: Callable[[], Found | None], *, seconds: float) -> Found:
        """What `look` finds, looked for again at every change.

        Raises:
            TimeoutError: it found nothing within the seconds.
        """
        async with asyncio.timeout(seconds):
            while (found := look()) is None:
                watcher = asyncio.get_running_loop().create_future()
                self._watchers.append(watcher)
                await watcher
        return found


@dataclass(slots=True)
class Query:
    """A callback query: when the button was pressed and what the bot answered."""

    pressed_at: float
    answer: asyncio.Future[Json]


@dataclass(slots=True)
class Profile:
    """What the bot tells about itself: texts by (field, language), commands by (scope, language)."""

    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)


class World:
    """Everything behind the methods.

    Args:
        bot: the User object of the bot.
        keep: how many messages a chat remembers; what is older can't be edited or replied to.
    """

    def __init__(self, bot: Json, *, keep: int) -> None:
        self.bot = bot
        self.keep = keep
        self.query_seconds = QUERY_SECONDS
        self.updates = UpdateQueue()
        self.files = FileStore()
        self.profile = Profile()
        self.chats: dict[int, Chat] = {}
        self.queries: OrderedDict[str, Query] = OrderedDict()
        self._private_message_ids = count(1)
        self._query_ids = count(4_000_000_001)

    def add_chat(self, card: Json) -> Chat:
        """Open a chat; private ones and basic groups share one run of message ids, as with Telegram."""
        shared = card["type"] in {"private", "group"}
        ids = self._private_message_ids if shared else count(1)
        chat = self.chats[card["id"]] = Chat(card, ids, deque(maxlen=self.keep))
        return chat

    def chat(self, params: Params, name: str = "chat_id") -> Chat:
        """The chat a call names.

        Raises:
            BotApiError: 400 when there is none, or when it moved.
        """
        given = params.text(name)
        if not given:
            raise bad_request("chat_id is empty")
        chat = self.chats.get(int(given)) if given.removeprefix("-").isdecimal() else None
        if chat is None:
            raise bad_request("chat not found")
        if chat.moved_to is not None:
            problem = "group chat was upgraded to a supergroup chat"
            raise bad_request(problem, migrate_to_chat_id=chat.moved_to)
        return chat

    def writable_chat(self, params: Params) -> Chat:
        """The chat a call wants to write to.

        Raises:
            BotApiError: 400 as `chat` does, 403 where the bot is not welcome.
        """
        chat = self.chat(params)
        if chat.refusal is not None:
            raise chat.refusal
        return chat

    def leave(self, chat: Chat, *, status: str) -> None:
        """Take the bot out of a group: `left` by itself, or `kicked`."""
        chat.status_by_user[self.bot["id"]] = (self.bot, status)
        place = f"the {chat.card['type']} chat"
        kicked = status == "kicked"
        chat.refusal = forbidden(
            f"bot was kicked from {place}" if kicked else f"bot is not a member of {place}"
        )

    def post(self, chat: Chat, content: Json, *, sender: Json | None = None) -> Json:
        """Put a message into a chat, from the bot unless a sender is given."""
        author = sender or self.bot
        origin = {"sender_chat": chat.card} if chat.card["type"] == "channel" else {"from": author}
        message_id = next(chat.message_ids)
        message = {
            "message_id": message_id,
            **origin,
            "chat": chat.card,
            "date": int(time.time()),
            **_marked({key: value for key, value in content.items() if value is not None}),
        }
        chat.messages[message_id] = message
        if len(chat.messages) > self.keep:
            del chat.messages[next(iter(chat.messages))]
        if sender is None:
            chat.unread.append(message)
            chat.changed()
        return message

    def replace(self, chat: Chat, message: Json, **content: Any) -> Json:  # noqa: ANN401 - JSON values
        """Edit a message; content that is None is taken away.

        Raises:
            BotApiError: 400 when nothing would change.
        """
        merged = {**message, **content}
        edited = _marked({key: value for key, value in merged.items() if value is not None})
        if edited == message:
            raise bad_request(
                "message is not modified: specified new message content and reply markup are exactly "
                "the same as a current content and reply markup of the message",
            )
        edited["edit_date"] = int(time.time())
        chat.messages[message["message_id"]] = edited
        chat.changed()
        return edited

    def ask(self, sender: Json, message: Json, data: str) -> Query:
        """Press a button: queue the callback query."""
        now = time.monotonic()
        while self.queries and now - next(iter(self.queries.values())).pressed_at > self.query_seconds:
            self.queries.popitem(last=False)
        query_id = str(next(self._query_ids))
        query = self.queries[query_id] = Query(now, asyncio.get_running_loop().create_future())
        payload = {
            "id": query_id,
            "from": sender,
            "message": message,
            "chat_instance": str(message["chat"]["id"]),
            "data": data,
        }
        self.updates.add("callback_query", payload)
        return query


def _marked(content: Json) -> Json:
    """With the entities Telegram finds by itself, where the sender marked none."""
    for text, entities in (("text", "entities"), ("caption", "caption_entities")):
        if text in content and not content.get(entities) and (found := found_entities(content[text])):
            return {**content, entities: found}
    return content
