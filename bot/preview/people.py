"""The people who write to the bot and the groups they share with it, as a test drives them."""

# ruff: noqa: ASYNC109 - a timeout here ends in a sentence that says who waited for what

import asyncio
import time
from collections.abc import Callable, Coroutine, Sequence
from itertools import count
from typing import Any, TypeVar

from bot.preview.content import media
from bot.preview.errors import forbidden
from bot.preview.messages import forwarded
from bot.preview.profile import member
from bot.preview.views import Button, CallbackAnswer, Message
from bot.preview.world import Chat, Query, World

Json = dict[str, Any]

Found = TypeVar("Found")

SUPERGROUP_IDS = count(-1_001_000_000_001, -1)
GROUP_IDS = count(-4_000_000_001, -1)


class Conversation:
    """What a private chat and a group have in common: reading what the bot does there."""

    def __init__(self, world: World, chat: Chat) -> None:
        self.world = world
        self.chat = chat

    @property
    def id(self) -> int:
        """The id of the chat."""
        return self.chat.id

    @property
    def messages(self) -> list[Message]:
        """All that is in the chat, oldest first."""
        return [Message(data) for data in self.chat.messages.values()]

    @property
    def unread(self) -> int:
        """How many of the bot's messages have not been read with `reply`."""
        return len(self.chat.unread)

    async def reply(self, timeout: float = 10.0) -> Message:
        """The bot's next message that has not been read yet, as it was sent.

        Raises:
            TimeoutError: none came.
        """
        unread = self.chat.unread
        await self._until(lambda: unread or None, timeout, "no new message")
        return Message(unread.popleft())

    async def edited(self, message: Message, timeout: float = 10.0) -> Message:
        """The message in a later state than the one given, as soon as there is one.

        Raises:
            TimeoutError: the bot did not edit it.
        """

        def later() -> Json | None:
            current = self.chat.messages.get(message.message_id)
            return None if current is message.data else current

        return Message(await self._until(later, timeout, f"no edit of message {message.message_id}"))

    async def deleted(self, message: Message, timeout: float = 10.0) -> None:
        """Wait until the message is gone.

        Raises:
            TimeoutError: it is still there.
        """
        await self._until(
            lambda: None if message.message_id in self.chat.messages else True,
            timeout,
            f"message {message.message_id} was not deleted",
        )

    async def silence(self, seconds: float) -> None:
        """Make sure that nothing comes.

        Raises:
            AssertionError: the bot wrote.
        """
        try:
            message = await self.reply(seconds)
        except TimeoutError:
            return
        raise AssertionError(f"{self._name} got a message: {message.text!r}")

    def edit(self, message: Message, text: str) -> Message:
        """Change the text of a message a person sent."""
        current = self.chat.messages[message.message_id]
        edited = self.world.replace(self.chat, current, text=text, entities=None)
        self.world.updates.add("edited_message", edited)
        return Message(edited)

    @property
    def _name(self) -> str:
        return str(self.chat.card.get("title") or self.chat.card["first_name"])

    async def _until(self, look: Callable[[], Found | None], timeout: float, problem: str) -> Found:
        try:
            return await self.chat.until(look, seconds=timeout)
        except TimeoutError:
            raise TimeoutError(f"{self._name}: {problem} within {timeout:g} s") from None

    def _post(self, user: Json, content: Json, reply_to: Message | None = None) -> Message:
        if reply_to is not None:
            content = {**content, "reply_to_message": reply_to.data}
        message = self.world.post(self.chat, content, sender=user)
        self.world.updates.add("message", message)
        return Message(message)

    def _tap(self, user: Json, button: Button) -> Query:
        if button.data is None:
            raise ValueError(f"button {button.text!r} opens {button.url}, it does not call the bot")
        current = self.chat.messages.get(button.message["message_id"], button.message)
        return self.world.ask(user, current, button.data)

    async def _press(self, user: Json, button: Button, timeout: float) -> CallbackAnswer:
        query = self._tap(user, button)
        await asyncio.wait([query.answer], timeout=timeout)
        if not query.answer.done():
            raise TimeoutError(f"{self._name}: button {button.text!r} was not answered within {timeout:g} s")
        return CallbackAnswer(**query.answer.result())


class Person(Conversation):
    """Somebody and their private chat with the bot; `user` is the User object."""

    def __init__(self, world: World, user: Json) -> None:
        card: Json = {key: user[key] for key in ("id", "first_name", "last_name", "username") if key in user}
        super().__init__(world, world.add_chat({**card, "type": "private"}))
        self.user = user

    def say(self, text: str, *, reply_to: Message | None = None) -> Message:
        """Write a message; commands and mentions in it get their entities."""
        return self._post(self.user, {"text": text}, reply_to)

    def start(self, payload: str = "") -> Message:
        """Open the bot by its link, with the payload of a deep link."""
        return self.say(f"/start {payload}".rstrip())

    def press(self, button: Button, timeout: float = 10.0) -> Coroutine[Any, Any, CallbackAnswer]:
        """Press a button and wait for what the bot answers.

        Raises:
            TimeoutError: it did not answer.
        """
        return self._press(self.user, button, timeout)

    def tap(self, button: Button) -> None:
        """Press a button and do not wait."""
        self._tap(self.user, button)

    def forward(self, message: Message) -> Message:
        """Forward a message, from whichever chat, to the bot."""
        return self._post(self.user, forwarded(message.data))

    def send_photo(self, content: bytes = b"\xff\xd8\xff\xd9", *, caption: str = "") -> Message:
        """Send a photo."""
        return self._send_file("photo", "photo.jpg", content, mime_type="image/jpeg", caption=caption)

    def send_document(
        self,
        name: str,
        content: bytes,
        *,
        mime_type: str = "application/octet-stream",
        caption: str = "",
    ) -> Message:
        """Send a file."""
        return self._send_file("document", name, content, mime_type=mime_type, caption=caption)

    def send_voice(self, content: bytes = b"OggS") -> Message:
        """Send a voice message."""
        return self._send_file("voice", "voice.oga", content, mime_type="audio/ogg")

    def send_sticker(self) -> Message:
        """Send a sticker."""
        return self._send_file("sticker", "sticker.webp", b"RIFF", mime_type="image/webp")

    def send_location(self, latitude: float = 40.4093, longitude: float = 49.8671) -> Message:
        """Send a place, in degrees; Baku unless another is given."""
        return self._post(self.user, {"location": {"latitude": latitude, "longitude": longitude}})

    def block(self) -> None:
        """Block the bot: it is told, and whatever it sends from now on gets a 403."""
        self.chat.refusal = forbidden("bot was blocked by the user")
        _bot_member_changed(self.world, self.chat, self.user, "member", "kicked")

    def unblock(self) -> None:
        """Let the bot write again."""
        self.chat.refusal = None
        _bot_member_changed(self.world, self.chat, self.user, "kicked", "member")

    def deactivate(self) -> None:
        """Delete the account: the bot is not told, and gets another 403."""
        self.chat.refusal = forbidden("user is deactivated")

    def _send_file(
        self, kind: str, name: str, content: bytes, *, mime_type: str, caption: str = ""
    ) -> Message:
        file = self.world.files.add(name, content, mime_type=mime_type, folder=f"{kind}s")
        return self._post(self.user, {kind: media(kind, file), "caption": caption or None})


class Group(Conversation):
    """A group, supergroup or channel with the bot in it; the bot gets to see every message."""

    def __init__(self, world: World, card: Json, members: Sequence[Person] = ()) -> None:
        super().__init__(world, world.add_chat(card))
        self.chat.status_by_user[world.bot["id"]] = (world.bot, "member")
        for person in members:
            self.chat.status_by_user[person.id] = (person.user, "member")

    def say(self, person: Person, text: str, *, reply_to: Message | None = None) -> Message:
        """Let somebody write in the group."""
        return self._post(person.user, {"text": text}, reply_to)

    def press(
        self, person: Person, button: Button, timeout: float = 10.0
    ) -> Coroutine[Any, Any, CallbackAnswer]:
        """Let somebody press a button and wait for what the bot answers.

        Raises:
            TimeoutError: it did not answer.
        """
        return self._press(person.user, button, timeout)

    def add_bot(self, by: Person) -> None:
        """Let somebody add the bot, also again after it was removed."""
        before = self.chat.status_by_user[self.world.bot["id"]][1]
        self.chat.refusal = None
        self.chat.status_by_user[self.world.bot["id"]] = (self.world.bot, "member")
        before = "left" if before == "member" else before
        _bot_member_changed(self.world, self.chat, by.user, before, "member")

    def remove_bot(self, by: Person) -> None:
        """Let somebody throw the bot out."""
        self.world.leave(self.chat, status="kicked")
        _bot_member_changed(self.world, self.chat, by.user, "member", "kicked")

    def upgrade(self) -> "Group":
        """Turn a basic group into a supergroup: a new id, and the old one answers 400 with it."""
        card = {**self.chat.card, "id": next(SUPERGROUP_IDS), "type": "supergroup"}
        grown = Group(self.world, card)
        grown.chat.status_by_user.update(self.chat.status_by_user)
        sender = next(
            (user for user, _ in self.chat.status_by_user.values() if not user["is_bot"]), self.chat.card
        )
        self._post(sender, {"migrate_to_chat_id": grown.id})
        grown._post(sender, {"migrate_from_chat_id": self.id})
        self.chat.moved_to = grown.id
        return grown


def _bot_member_changed(world: World, chat: Chat, by: Json, before: str, after: str) -> None:
    payload = {
        "chat": chat.card,
        "from": by,
        "date": int(time.time()),
        "old_chat_member": member(world.bot, before),
        "new_chat_member": member(world.bot, after),
    }
    world.updates.add("my_chat_member", payload)
