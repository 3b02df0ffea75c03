"""The organisers, and the language in which they are written to."""

from handlers.context import Services
from handlers.texts import Texts, texts_in
from storage import people


async def organisers(services: Services) -> list[int]:
    """The private chats of those who are organisers now."""
    return list(services.named["organiser"])


async def texts_for(services: Services, telegram_id: int) -> Texts:
    """The messages in the language of a person who is written to unasked."""
    async with services.database.reading() as session:
        person = await people.known(session, telegram_id=telegram_id)
    return texts_in((person.language or person.language_code) if person else None)
