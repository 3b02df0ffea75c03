"""Which handler takes what: one ordered list, and the command menu made from it."""

import json
from collections.abc import Callable, Collection, Container
from dataclasses import dataclass

from telegram import BotCommand, Message, MessageEntity, Update
from telegram.error import BadRequest
from telegram.ext import CallbackQueryHandler, ChatMemberHandler, CommandHandler, MessageHandler, filters

from handlers import access, answering, conversing, delivery, failures, keyboards, replies
from handlers.access import Handler
from handlers.context import App, Context, Services
from handlers.maintainers import correcting, documents, practices, publishing, shelf, upkeep, versions
from handlers.maintainers.keeping import Keeps, kept
from handlers.organisers import announcements, composing, confirming, drafting, exporting, inviting
from handlers.participants import (
    arriving,
    asking,
    browsing,
    calling,
    evidence,
    membership,
    muting,
    privacy,
    rating,
    sharing,
    speaking,
)
from handlers.texts import TEXTS_BY_LANGUAGE, Texts, texts_in
from storage.roles import ROLES, Role

_ROLES = "|".join(ROLES)

_LANGUAGES = "|".join((*keyboards.LANGUAGE_NAMES, keyboards.AS_WRITTEN))


@dataclass(frozen=True, slots=True)
class Command:
    """A command, what takes it, its line in the menu, and the role it is for; None is everybody."""

    name: str
    handler: Handler
    menu: Callable[[Texts], str]
    role: Role | None = None


async def show_help(update: Update, context: Context) -> None:
    """List the commands, say how to ask and what to do about a find."""
    language = context.services.languages.of(update.effective_user)
    texts = texts_in(language)
    held = await access.held_in(update, context.services)
    listed = "\n".join(f"/{command.name} — {command.menu(texts)}" for command in _commands(held))
    workshop = context.services.answerer.corpus.workshop
    reply = replies.with_safety(texts.help.format(commands=listed), language, workshop)
    await arriving.say(update, context, reply)


COMMANDS = (
    Command("start", arriving.start, lambda texts: texts.menu_start),
    Command("help", show_help, lambda texts: texts.menu_help),
    Command("topics", browsing.topics, lambda texts: texts.menu_topics),
    Command("language", speaking.language, lambda texts: texts.menu_language),
    Command("privacy", privacy.privacy, lambda texts: texts.menu_privacy),
    Command("mute", muting.mute, lambda texts: texts.menu_mute),
    Command("forget_me", privacy.forget_me, lambda texts: texts.menu_forget_me),
    Command("share", sharing.share, lambda texts: texts.menu_share),
    Command("cancel", conversing.cancel, lambda texts: texts.menu_cancel),
    Command("announce", composing.announce, lambda texts: texts.menu_announce, "organiser"),
    Command("announcements", announcements.list_all, lambda texts: texts.menu_announcements, "organiser"),
    Command("export", exporting.export, lambda texts: texts.menu_export, "organiser"),
    Command("invite", inviting.invite, lambda texts: texts.menu_invite, "organiser"),
    Command("corpus", kept(shelf.show), lambda texts: texts.menu_corpus, "maintainer"),
    Command("publish", kept(publishing.check), lambda texts: texts.menu_publish, "maintainer"),
    Command("rollback", kept(versions.show), lambda texts: texts.menu_rollback, "maintainer"),
)


class ForTheBot(filters.MessageFilter):
    """In a group: a message that mentions the bot or replies to it, or a command with its name."""

    def filter(self, message: Message) -> bool:
        """Whether the message is meant for the bot."""
        bot = message.get_bot()
        addressee = _addressee(message)
        if addressee:
            return addressee == bot.username.casefold()
        answered = message.reply_to_message
        if answered and answered.from_user and answered.from_user.id == bot.id:
            return True
        named = {**message.parse_entities([MessageEntity.MENTION])}
        named |= message.parse_caption_entities([MessageEntity.MENTION])
        return f"@{bot.username}".casefold() in {text.casefold() for text in named.values()}


class CryForHelp(filters.MessageFilter):
    """A command with words that tell of a danger: "/help I stepped on a mine"."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services

    def filter(self, message: Message) -> bool:
        """Whether the words after the command call for a safety card."""
        text = message.text or ""
        for_us = _addressee(message) in ("", message.get_bot().username.casefold())
        return for_us and len(text.split()) > 1 and self._services.answerer.answer(text).kind == "safety"


class Composed(filters.MessageFilter):
    """A message of somebody from whom words are awaited."""

    def __init__(self, composing: Container[int]) -> None:
        super().__init__()
        self._composing = composing

    def filter(self, message: Message) -> bool:
        """Whether the next message of the sender is no question."""
        return message.from_user is not None and message.from_user.id in self._composing


def add_routes(application: App) -> None:
    """Give the application its handlers; the first that takes an update is the only one.

    Before them an organiser's reply to a participant is looked for, which is no question to the bot.
    """
    private, new = filters.ChatType.PRIVATE, filters.UpdateType.MESSAGE
    asked = (filters.TEXT & ~filters.COMMAND) | filters.CAPTION
    here = private | (filters.ChatType.GROUPS & ForTheBot())
    unreadable = ~filters.TEXT & ~filters.CAPTION & ~filters.StatusUpdate.ALL
    services = application.bot_data["services"]
    in_danger = filters.COMMAND & CryForHelp(services)
    messages: tuple[tuple[filters.BaseFilter, Handler], ...] = (
        (filters.COMMAND & here, arriving.unknown_command),
        (asked & here, asking.question),
        (unreadable & here & new, arriving.text_only),  # new: a live location is edited all the time
    )
    organisers_presses: dict[str, Handler] = {
        rf"^invite:({_ROLES})$": inviting.make_link,
        rf"^remove:({_ROLES}):\d{{1,19}}$": inviting.ask_removal,
        rf"^removed:({_ROLES}):\d{{1,19}}$": inviting.remove,
        r"^roles$": inviting.show,
        r"^roles:audit$": inviting.show_audit,
        r"^draft:\d{1,9}:[a-z]+(:.*)?$": drafting.press,
        r"^send:\d{1,9}:[\w-]{22}$": confirming.confirm,
        r"^told(:\d{1,9}:[a-z_]+(:[a-z]*)?)?$": announcements.press,
        r"^export:[017]$": exporting.press,
    }
    maintainers_presses: dict[str, Keeps] = {
        r"^corpus$": shelf.show,
        r"^upkeep$": upkeep.show,
        r"^drop:(ask|sure)$": shelf.drop,
        r"^shelf:\d{1,6}$": shelf.turn,
        r"^served:\w{12}:(show|text|ask|remove)$": shelf.press,
        r"^doc:\w{12}:[a-z]+:[\w-]*$": documents.press,
        r"^check$": publishing.check,
        r"^publish:[\w-]{12}$": publishing.publish,
        r"^tell:[\w-]{12}$": publishing.change_telling,
        r"^later:[\w-]{12}$": publishing.put_off,
        r"^report:[\w-]{12}$": publishing.send_report,
        r"^override:[\w-]{12}:\d{1,2}$": publishing.ask_reason,
        r"^versions$": versions.show,
        r"^rollback:\d{1,9}$": versions.ask,
        r"^rolled:\d{1,9}:\d{1,9}$": versions.roll_back,
        r"^correct:\d{1,15}:\d{1,3}$": correcting.press,
        r"^practice(:\d{1,15}:[a-z]+:[\w-]*)?$": practices.press,
    }
    presses: dict[str, Handler] = {
        r"^(helpful|unhelpful):\d{1,15}$": rating.rate,
        r"^(whole|next):\d{1,15}:\d{1,3}$": rating.show,
        r"^(themes$|theme:[^:]+:\d{1,3}$|section:\w+$)": browsing.turn,
        r"^(forget|keep):\d{1,19}$": privacy.decide,
        r"^(page|document):\d{1,15}:\d{1,3}$": evidence.show,
        r"^await:\d{1,15}$": calling.wait,
        r"^organisers:(\d{1,15}|card)$": calling.pass_on,
        r"^share:\d{1,15}:[a-z]+:[a-z]*$": sharing.press,
        rf"^language:({_LANGUAGES}):\d{{1,19}}$": speaking.choose,
        "": _unknown_press,
    }
    replied = filters.REPLY & (private & ~filters.COMMAND)
    application.add_handler(MessageHandler(replied, answering.carry_back), group=-1)
    application.add_handler(MessageHandler(in_danger, asking.question))
    for command in COMMANDS:
        handler = access.only(command.role, command.handler) if command.role else command.handler
        application.add_handler(CommandHandler(command.name, handler))
    # What is rare is looked for first; to tell that something is no service message takes sixty looks.
    composed = Composed(services.composing) & (private & ~filters.COMMAND & ~filters.StatusUpdate.ALL)
    application.add_handler(MessageHandler(composed, conversing.take))
    application.add_handler(MessageHandler(filters.Document.ALL & (private & new), documents.receive))
    application.add_handler(ChatMemberHandler(membership.changed, ChatMemberHandler.MY_CHAT_MEMBER))
    for taken, handler in messages:
        application.add_handler(MessageHandler(taken, handler))
    for pattern, handler in organisers_presses.items():
        application.add_handler(CallbackQueryHandler(access.only("organiser", handler), pattern=pattern))
    for pattern, keeps in maintainers_presses.items():
        application.add_handler(CallbackQueryHandler(kept(keeps), pattern=pattern))
    for pattern, handler in presses.items():
        application.add_handler(CallbackQueryHandler(handler, pattern=pattern))
    application.add_error_handler(failures.failed)


def _addressee(message: Message) -> str:
    """The bot a command names, as in `/help@some_bot`, in small letters; empty where it names none."""
    commands = message.parse_entities([MessageEntity.BOT_COMMAND])
    first = next((text for entity, text in commands.items() if entity.offset == 0), "")
    return first.partition("@")[2].casefold()


def menu(texts: Texts, held: Collection[Role] = ()) -> list[BotCommand]:
    """The command menu in one language, for somebody with these roles."""
    return [BotCommand(command.name, command.menu(texts)) for command in _commands(held)]


async def show_menu(
    call: delivery.Call, menus: dict[int, Collection[Role]], telegram_id: int, held: Collection[Role]
) -> None:
    """Give a person the menu of their roles; with none they get everybody's back."""
    menus[telegram_id] = held
    scope = json.dumps({"type": "chat", "chat_id": telegram_id})
    for language, texts in TEXTS_BY_LANGUAGE.items():
        parameters = {"scope": scope, "language_code": None if language == "en" else language}
        commands = json.dumps([command.to_dict() for command in menu(texts, held)])
        try:
            if held:
                await call("setMyCommands", {**parameters, "commands": commands})
            else:
                await call("deleteMyCommands", parameters)
        except BadRequest as error:  # somebody the settings name has not written to the bot yet
            if "chat not found" not in error.message.lower():
                raise
            return


def _commands(held: Collection[Role]) -> list[Command]:
    return [command for command in COMMANDS if command.role is None or command.role in held]


async def _unknown_press(update: Update, context: Context) -> None:
    """A button of an older version: stop its waiting sign."""
    if update.callback_query:
        texts = texts_in(context.services.languages.of(update.callback_query.from_user))
        await delivery.acknowledge(update.callback_query, texts.section_gone)
