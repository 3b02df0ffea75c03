"""Start and stop of the bot on Telegram, in order; the only place that creates tasks."""

import asyncio
import contextlib
import gc
import signal
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from functools import partial
from typing import Any

import structlog
from telegram import Update
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.announcements.sender import Sender
from bot.chores import keep_house, show_menu_if_possible, show_menus, show_progress, tell_contributors
from bot.documents.reloading import note
from bot.inbox import Inbox, RawUpdate, TelegramGoneError
from bot.logs import Outage
from bot.polling import Poller
from bot.settings import WebhookAddress
from bot.transport import AiohttpRequest
from bot.webhook import Receiver
from handlers.context import App, Services
from handlers.failures import telegram_gone
from handlers.participants import asking
from handlers.routes import menu
from handlers.texts import TEXTS_BY_LANGUAGE
from handlers.warning import keep_warning
from storage import people, roles
from storage.announcements import compositions

WANTED = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER]
"""The kinds of updates there are handlers for."""

STOP_SECONDS = 8.0
"""How long what is running may take to finish when the bot is stopped: supervisors kill after ten."""

WRITE_SECONDS = 1.0
"""How long the last writes may take then; an update that is not marked done is handled again."""

_log = structlog.get_logger()


class StartFailedError(Exception):
    """The bot can't start; the message is one line for the operator."""


async def run(
    application: App,
    services: Services,
    *,
    sender: Sender,
    watch: Callable[[], Coroutine[Any, Any, None]],
    webhook: WebhookAddress | None = None,
) -> None:
    """Serve until SIGTERM or SIGINT.

    Args:
        application: with its handlers.
        services: the collaborators.
        sender: sends the announcements.
        watch: looks for documents that change meanwhile, until cancelled.
        webhook: where the bot is called; it polls if None.

    Raises:
        StartFailedError: Telegram refuses the token or can't be reached, or another process has it.
        DatabaseTooNew: a newer program wrote the database.
        DatabaseUnavailable: the database can't be opened.
    """
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await services.database.migrate()
    async with services.database.reading() as session:
        services.languages.load(await people.chosen_languages(session))
    note(services.answerer)
    try:
        await _serve(application, services, sender, stop, webhook, watch)
    finally:
        await services.database.close()


async def _serve(
    application: App,
    services: Services,
    sender: Sender,
    stop: asyncio.Event,
    webhook: WebhookAddress | None,
    watch: Callable[[], Coroutine[Any, Any, None]],
) -> None:
    async with _initialised(application):
        await _introduce(application, services)
        await _settle_roles(services)
        await application.start()
        try:
            await _work(application, services, sender, stop, webhook, watch)
        except* Conflict:
            raise StartFailedError("Another process is using this token: stop it first.") from None
        except* InvalidToken:
            raise StartFailedError("Telegram refuses BOT_TOKEN: it was revoked.") from None
        except* StartFailedError as failed:
            raise failed.exceptions[0] from None
        finally:
            await application.stop()
    transport = application.bot.request
    sent_again = transport.repeated if isinstance(transport, AiohttpRequest) else 0
    _log.info("stopped", sent_again=sent_again)


async def _work(
    application: App,
    services: Services,
    sender: Sender,
    stop: asyncio.Event,
    webhook: WebhookAddress | None,
    watch: Callable[[], Coroutine[Any, Any, None]],
) -> None:
    """Fetch, handle and keep house until asked to stop; then finish what is running, the rest stays."""
    async with asyncio.TaskGroup() as tasks:
        outage = Outage("Telegram")
        inbox = Inbox(
            services.database,
            services.writes,
            partial(_process, application),
            is_urgent=partial(_is_urgent, services),
            tasks=tasks,
            now=services.now,
            outage=outage,
        )
        chores = [
            inbox.run(),
            keep_house(services),
            keep_warning(services),
            show_menus(services),
            show_progress(services),
            tell_contributors(services),
            watch(),
        ]
        beside = [tasks.create_task(work) for work in chores]
        sending = tasks.create_task(sender.run(tasks))
        writing = tasks.create_task(services.writes.run())
        if webhook:
            fetching = _receiving(application, inbox, webhook)
        else:
            fetching = _polling(application, inbox, tasks, outage)
        async with fetching:
            # What is there now stays: looking through it for garbage would be a sixth of a message's cost.
            gc.collect()
            gc.freeze()
            gc.set_threshold(20_000, 10, 100)
            _log.info("serving", bot=application.bot.username)
            await stop.wait()
        for task in beside:
            task.cancel()
        await asyncio.gather(inbox.stop(within=STOP_SECONDS), sender.stop(within=STOP_SECONDS))
        sending.cancel()
        await services.writes.emptied(within=WRITE_SECONDS)
        writing.cancel()


@contextlib.asynccontextmanager
async def _polling(
    application: App, inbox: Inbox, tasks: asyncio.TaskGroup, outage: Outage
) -> AsyncIterator[None]:
    """Poll; Telegram gives updates to a poll only where no webhook is set."""
    with _told_plainly():
        await application.bot.delete_webhook(drop_pending_updates=False)
    request = application.bot._request[0]  # noqa: SLF001  # PTB's own for getUpdates, opened with the bot
    address = f"{application.bot.base_url}/getUpdates"
    poller = Poller(request, address, wanted=WANTED, inbox=inbox, outage=outage)
    polling = tasks.create_task(poller.run())
    yield
    polling.cancel()


@contextlib.asynccontextmanager
async def _receiving(application: App, inbox: Inbox, webhook: WebhookAddress) -> AsyncIterator[None]:
    """Be called; the webhook stays set when the bot stops, and Telegram keeps what it can't deliver."""
    try:
        async with Receiver(webhook, inbox).listening():
            with _told_plainly():
                await application.bot.set_webhook(
                    webhook.url, secret_token=webhook.secret, allowed_updates=WANTED
                )
            yield
    except OSError as error:
        raise StartFailedError(
            f"BOT_WEBHOOK_LISTEN can't be listened on: {error.strerror or error}."
        ) from None


async def _process(application: App, raw: RawUpdate) -> None:
    telegram_gone.set(None)
    await application.process_update(Update.de_json(dict(raw), application.bot))
    if gone := telegram_gone.get():
        raise TelegramGoneError(gone.reason, seconds=gone.seconds)


def _is_urgent(services: Services, raw: RawUpdate) -> bool:
    """Whether an update is a cry for help: its card must not wait for a database that is locked or full."""
    for kind in (Update.MESSAGE, Update.EDITED_MESSAGE):
        message = raw.get(kind)
        text = (message.get("text") or message.get("caption")) if isinstance(message, dict) else None
        if isinstance(text, str) and services.answerer.answer(text).kind in asking.CARDS:
            return True
    return False


@contextlib.asynccontextmanager
async def _initialised(application: App) -> AsyncIterator[None]:
    try:
        with _told_plainly():
            await application.initialize()
        yield
    finally:
        await application.shutdown()
        for request in application.bot._request:  # noqa: SLF001  # PTB leaves them open where it did not start
            await request.shutdown()


@contextlib.contextmanager
def _told_plainly() -> Iterator[None]:
    """Turn Telegram's refusal to let the bot start into one line that says what to do."""
    try:
        yield
    except InvalidToken:
        raise StartFailedError(
            "Telegram refuses BOT_TOKEN: check it, or ask BotFather for a new one."
        ) from None
    except TelegramError as error:
        raise StartFailedError(
            f"Telegram can't be reached ({error.message}): check the network and BOT_API_URL."
        ) from None


async def _introduce(application: App, services: Services) -> None:
    """Set the command menu and the bot's descriptions, by language; a refusal is no reason not to serve."""
    number = services.answerer.corpus.workshop.safety.numbers[0].number
    try:
        for language, texts in TEXTS_BY_LANGUAGE.items():
            code = None if language == "en" else language  # English for everyone without their own
            await application.bot.set_my_commands(menu(texts), language_code=code)
            description = texts.description.format(number=number)
            await application.bot.set_my_description(description, language_code=code)
            await application.bot.set_my_short_description(texts.short_description, language_code=code)
    except TelegramError as error:
        _log.warning("menus not set", reason=error.message)


async def _settle_roles(services: Services) -> None:
    """Take over who holds a role by setting; who lost one since the last start loses its menu too."""
    async with services.database.session() as session:
        lost = await roles.settle(session, services.named, now=services.now())
        services.composing.update(await compositions.composers(session))
        left_by_person = {person: await roles.held_by(session, person) for person in lost}
        for holder in await roles.holders(session):
            services.menus[holder.telegram_id] = {*services.menus.get(holder.telegram_id, ()), holder.role}
    for person, left in left_by_person.items():
        await show_menu_if_possible(services, person, left)
