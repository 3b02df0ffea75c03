"""The one check for roles; it asks the database each time, so a role that is taken is gone at once."""

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.constants import ChatType

from handlers import delivery
from handlers.context import Context, Services
from handlers.failures import noted
from handlers.replies import Reply
from handlers.texts import Texts, texts_in
from storage import people, roles
from storage.database import DatabaseUnavailable
from storage.roles import Role

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]


def only(role: Role, handler: Handler) -> Handler:
    """The handler for those who hold the role, in their private chat; others are told whom it is for."""

    async def checked(update: Update, context: Context) -> None:
        user, chat = update.effective_user, update.effective_chat
        if user is None or chat is None:
            return
        texts = texts_in(context.services.languages.of(user))
        if not await holds(context.services, user.id, role):
            await _refuse(update, context, _whom(role, texts))
        elif chat.type != ChatType.PRIVATE:
            await _refuse(update, context, texts.in_private)
        else:
            await handler(update, context)

    return checked


async def holds(services: Services, telegram_id: int, role: Role) -> bool:
    """Whether a person holds a role now."""
    async with services.database.reading() as session:
        return role in await roles.held_by(session, telegram_id)


async def held_in(update: Update, services: Services) -> frozenset[Role]:
    """The roles of who wrote, where the chat is private and the database can be read; else none."""
    user, chat = update.effective_user, update.effective_chat
    if user is None or chat is None or chat.type != ChatType.PRIVATE:
        return frozenset()
    try:
        async with services.database.reading() as session:
            return await roles.held_by(session, user.id)
    except DatabaseUnavailable as error:
        noted(error, event="roles not read")
        return frozenset()


async def organisers(services: Services) -> list[int]:
    """The private chats of those who are organisers now."""
    async with services.database.reading() as session:
        return await roles.organisers(session)


async def maintainers(services: Services) -> list[int]:
    """The private chats of those who are maintainers now."""
    async with services.database.reading() as session:
        return [one.telegram_id for one in await roles.holders(session) if one.role == "maintainer"]


def _whom(role: Role, texts: Texts) -> str:
    return texts.only_organisers if role == "organiser" else texts.only_maintainers


async def texts_for(services: Services, telegram_id: int) -> Texts:
    """The messages in the language of a person who is written to unasked."""
    async with services.database.reading() as session:
        person = await people.known(session, telegram_id=telegram_id)
    return texts_in((person.language or person.language_code) if person else None)


async def _refuse(update: Update, context: Context, said: str) -> None:
    if update.callback_query:
        await delivery.acknowledge(update.callback_query, said)
    elif update.effective_message:
        await delivery.send(context.services.call, update.effective_message, Reply(before=(said,)))
