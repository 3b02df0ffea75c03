"""What the screens of maintainers share: who may use them, and what is said when the corpus can't be kept."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from telegram import InputFile, Message, Update, User

from corpus.reading.folder import ORIGINALS
from handlers import access, delivery
from handlers.access import Handler
from handlers.context import Context, Services
from handlers.keyboards import Keyboard, button
from handlers.organisers.awaiting import wait_for
from handlers.publishing import Change, PublishingUnavailable
from handlers.replies import Reply, safe
from handlers.texts import Texts, texts_in


@dataclass(frozen=True, slots=True)
class Screen:
    """A message of a maintainer's chat, and what is needed to go on from there.

    Attributes:
        context: of the update.
        message: the maintainer's own, or ours with the button.
        person: Telegram id of the maintainer.
        texts: in their language.
        language: IETF tag of it, or None.
    """

    context: Context
    message: Message
    person: int
    texts: Texts
    language: str | None

    @property
    def services(self) -> Services:
        """The collaborators."""
        return self.context.services

    async def say(self, *lines: str, keyboard: Keyboard | None = None) -> list[int]:
        """Send lines of HTML; gives the ids of the messages."""
        return await delivery.send(self.services.call, self.message, Reply(before=lines), keyboard)

    async def put(self, place: Sequence[int], *lines: str, keyboard: Keyboard | None = None) -> None:
        """Put lines of HTML in the place of messages of ours."""
        reply = Reply(before=lines)
        await delivery.replace(self.services.call, self.message.chat_id, place, reply, keyboard)

    async def show(self, *lines: str, keyboard: Keyboard | None = None) -> None:
        """Put lines of HTML in the place of the message with the button; after a command, send them."""
        ours = self.message.from_user is not None and self.message.from_user.is_bot
        if ours:
            await self.put([self.message.message_id], *lines, keyboard=keyboard)
        else:
            await self.say(*lines, keyboard=keyboard)

    async def ask(self, awaiting: str, *lines: str, keyboard: Keyboard | None = None) -> None:
        """Ask for words, and take the next message for them."""
        await wait_for(self.services, self.person, awaiting)
        await self.say(*lines, keyboard=keyboard)

    async def send_text(self, name: str, text: str) -> None:
        """Send a text as a file."""
        await self.context.bot.send_document(self.message.chat_id, InputFile(text.encode(), filename=name))


Keeps = Callable[[Screen, Sequence[str]], Awaitable[None]]
"""Follows a command or a button, or takes awaited words; given the parts behind the first colon."""


def kept(handler: Keeps) -> Handler:
    """A handler for maintainers alone; where the corpus can't be kept just now they are told why."""

    async def follow(update: Update, context: Context) -> None:
        query, user = update.callback_query, update.effective_user
        message = query.message if query else update.effective_message
        if query:
            await delivery.acknowledge(query)
        if isinstance(message, Message) and user:
            parts = (query.data or "").split(":")[1:] if query else []
            await attempted(screen_at(message, user, context), handler, parts)

    return access.only("maintainer", follow)


async def attempted(screen: Screen, handler: Keeps, parts: Sequence[str]) -> None:
    """Follow, and say what keeps it from being done."""
    try:
        await handler(screen, parts)
    except PublishingUnavailable as error:
        await screen.say(unavailable(error, screen.texts))


def unavailable(error: PublishingUnavailable, texts: Texts) -> str:
    """Why the corpus can't be kept just now."""
    return texts.keeping.corpus_unavailable.format(reason=safe(str(error)))


def screen_at(message: Message, user: User, context: Context) -> Screen:
    """The screen at a message of a person's private chat."""
    language = context.services.languages.of(user)
    return Screen(context, message, user.id, texts_in(language), language)


def key(path: str) -> str:
    """A path as a button can carry it: the Bot API gives 64 bytes to all that a button sends back."""
    return sha256(path.encode()).hexdigest()[:12]


async def changes_of(services: Services) -> list[Change]:
    """What the draft changes; the file a document was made from comes and goes with the document."""
    draft = await services.publisher.draft()
    return [change for change in draft.changes if not change.path.startswith(f"{ORIGINALS}/")]


async def drafted(services: Services, its_key: str) -> Change | None:
    """The change of the draft that a button is about, if it is still in it."""
    return next((one for one in await changes_of(services) if key(one.path) == its_key), None)


def in_rows(buttons: Iterable[tuple[str, str]], *, a_row: int = 2) -> Keyboard:
    """Labels and what they send back, as rows of buttons."""
    made = [button(label, data) for label, data in buttons]
    return [made[start : start + a_row] for start in range(0, len(made), a_row)]


def listed(lines: Sequence[str], texts: Texts, *, most: int = 5) -> list[str]:
    """The first lines as a list, and how many more there are; plain text going in, HTML coming out."""
    shown = [f"• {safe(line)}" for line in lines[:most]]
    more = len(lines) - len(shown)
    return [*shown, texts.keeping.document_more.format(count=more)] if more else shown
