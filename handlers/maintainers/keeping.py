"""What the screens of maintainers share: who may use them, and what is said when the corpus can't be kept."""

from dataclasses import dataclass
from hashlib import sha256

from telegram import Message, Update

from corpus.reading.problems import CorpusError
from handlers import access, delivery
from handlers.access import Handler
from handlers.context import Context, Services
from handlers.keyboards import Keyboard
from handlers.organisers.composing import wait_for
from handlers.publishing import PublishingUnavailable
from handlers.replies import Reply, safe
from handlers.texts import Texts, texts_in


@dataclass(frozen=True, slots=True)
class Screen:
    """A message of a maintainer's own, and what its buttons need.

    Attributes:
        services: the collaborators.
        message: the command, or the message with the button.
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

    async def replace(self, *lines: str, keyboard: Keyboard | None = None) -> None:
        """Put lines of HTML in the place of the message with the button."""
        place, reply = [self.message.message_id], Reply(before=lines)
        await delivery.replace(self.services.call, self.message.chat_id, place, reply, keyboard)

    async def ask(self, awaiting: str, *lines: str, keyboard: Keyboard | None = None) -> None:
        """Ask for words and take the next message for them."""
        await wait_for(self.services, self.person, awaiting)
        await self.say(*lines, keyboard=keyboard)
