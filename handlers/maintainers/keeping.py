"""What the screens of maintainers share: who may use them, and what is said when the corpus can't be kept."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from telegram import Message, Update

from handlers import access, delivery
from handlers.access import Handler
from handlers.context import Context, Services
from handlers.keyboards import Keyboard, button
from handlers.organisers.composing import wait_for
from handlers.publishing import Change, PublishingUnavailable
from handlers.replies import Reply, safe
from handlers.texts import Texts, texts_in


@dataclass(frozen=True, slots=True)
class Screen:
    """A message of a maintainer's chat, and what is needed to go on from there.

    Attributes:
        services: the collaborators.
        message: the maintainer's own, or ours with the button.
        person: Telegram id of the maintainer.
        texts: in their language.
        language: IETF tag of it, or None.
    """

    services: Services
    message: Message
    person: int
    texts: Texts
    language: str | None

    async def say(self, *lines: str, keyboard: Keyboard | None = None) -> list[int]:
        """Send lines of HTML; gives the ids of the messages."""
        return await delivery.send(self.services.call, self.message, Reply(before=lines), keyboard)

    async def put(self, place: Sequence[int], *lines: str, keyboard: Keyboard | None = None) -> None:
        """Put lines of HTML in the place of messages of ours."""
        reply = Reply(before=lines)
        await delivery.replace(self.services.call, self.message.chat_id, place, reply, keyboard)

    async def replace(self, *lines: str, keyboard: Keyboard | None = None) -> None:
        """Put lines of HTML in the place of the message with the button."""
        await self.put([self.message.message_id], *lines, keyboard=keyboard)

    async def ask(self, awaiting: str, *lines: str, keyboard: Keyboard | None = None) -> None:
        """Ask for words, and take the next message for them."""
        await wait_for(self.services, self.person, awaiting)
        await self.say(*lines, keyboard=keyboard)


Keeps = Callable[[Screen, Sequence[str]], Awaitable[None]]
"""Follows a command, or a button; the parts of what the button sends back, without the first."""


def kept(handler: Keeps) -> Handler:
    """A handler for maintainers alone; where the corpus can't be kept just now they are told why."""

    async def follow(update: Update, context: Context) -> None:
        query, user = update.callback_query, update.effective_user
        message = query.message if query else update.effective_message
        if query:
            await delivery.acknowledge(query)
        if isinstance(message, Message) and user:
            parts = (query.data or "").split(":")[1:] if query else []
            await attempted(screen_of(message, user.id, context.services, user.language_code), handler, parts)

    return access.only("maintainer", follow)


async def attempted(screen: Screen, handler: Keeps, parts: Sequence[str]) -> None:
    """Follow, and say what keeps it from being done."""
    try:
        await handler(screen, parts)
    except PublishingUnavailable as error:
        await screen.say(screen.texts.keeping.corpus_unavailable.format(reason=safe(str(error))))


def screen_of(message: Message, person: int, services: Services, language_code: str | None) -> Screen:
    """The screen at a message of a private chat."""
    language = services.languages.chosen(person) or language_code
    return Screen(services, message, person, texts_in(language), language)


def key(path: str) -> str:
    """A path as a button can carry it: the Bot API gives 64 bytes to all that a button sends back."""
    return sha256(path.encode()).hexdigest()[:12]


async def drafted(services: Services, its_key: str) -> Change | None:
    """The change of the draft that a button is about, if it is still in it."""
    draft = await services.publisher.draft()
    return next((change for change in draft.changes if key(change.path) == its_key), None)


def in_rows(buttons: Iterable[tuple[str, str]], *, a_row: int = 2) -> Keyboard:
    """Labels and what they send back, as rows of buttons."""
    made = [button(label, data) for label, data in buttons]
    return [made[start : start + a_row] for start in range(0, len(made), a_row)]


def listed(lines: Sequence[str], texts: Texts, *, most: int = 5) -> list[str]:
    """The first lines as a list, and how many more there are; plain text going in, HTML coming out."""
    shown = [f"• {safe(line)}" for line in lines[:most]]
    more = len(lines) - len(shown)
    return [*shown, texts.keeping.document_more.format(count=more)] if more else shown
