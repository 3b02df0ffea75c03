"""Which handler takes what: one ordered list, and the command menu made from it."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from telegram import BotCommand, Message, MessageEntity, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, filters

from handlers import answering, delivery, failures, keyboards, replies
from handlers.context import App, Context, Services
from handlers.participants import arriving, asking, browsing, calling, privacy, rating, speaking
from handlers.texts import Texts, texts_in

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]

_LANGUAGES = "|".join((*keyboards.LANGUAGE_NAMES, keyboards.AS_WRITTEN))


@dataclass(frozen=True, slots=True)
class Command:
    """A command, what takes it, and its line in the menu."""

    name: str
    handler: Handler
    menu: Callable[[Texts], str]


async def show_help(update: Update, context: Context) -> None:
    """List the commands, say how to ask and what to do about a find."""
    language = context.services.languages.of(update.effective_user)
    texts = texts_in(language)
    listed = "\n".join(f"/{command.name} — {command.menu(texts)}" for command in COMMANDS)
    workshop = context.services.answerer.corpus.workshop
    reply = replies.with_safety(texts.help.format(commands=listed), language, workshop)
    await arriving.say(update, context, reply)


COMMANDS = (
    Command("start", arriving.start, lambda texts: texts.menu_start),
    Command("help", show_help, lambda texts: texts.menu_help),
    Command("topics", browsing.topics, lambda texts: texts.menu_topics),
    Command("language", speaking.language, lambda texts: texts.menu_language),
    Command("privacy", privacy.privacy, lambda texts: texts.menu_privacy),
    Command("forget_me", privacy.forget_me, lambda texts: texts.menu_forget_me),
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


def add_routes(application: App) -> None:
    """Give the application its handlers; the first that takes an update is the only one.

    Before them an organiser's reply to a participant is looked for, which is no question to the bot.
    """
    private, new = filters.ChatType.PRIVATE, filters.UpdateType.MESSAGE
    asked = (filters.TEXT & ~filters.COMMAND) | filters.CAPTION
    here = private | (filters.ChatType.GROUPS & ForTheBot())
    unreadable = ~filters.TEXT & ~filters.CAPTION & ~filters.StatusUpdate.ALL
    in_danger = filters.COMMAND & CryForHelp(application.bot_data["services"])
    messages: tuple[tuple[filters.BaseFilter, Handler], ...] = (
        (filters.COMMAND & here, arriving.unknown_command),
        (asked & here, asking.question),
        (unreadable & here & new, arriving.text_only),  # new: a live location is edited all the time
    )
    presses: dict[str, Handler] = {
        r"^(helpful|unhelpful):\d{1,15}$": rating.rate,
        r"^(whole|next):\d{1,15}:\d{1,3}$": rating.show,
        r"^(themes$|theme:[^:]+:\d{1,3}$|section:\w+$)": browsing.turn,
        r"^(forget|keep):\d{1,19}$": privacy.decide,
        r"^await:\d{1,15}$": calling.wait,
        r"^organisers:(\d{1,15}|card)$": calling.pass_on,
        rf"^language:({_LANGUAGES}):\d{{1,19}}$": speaking.choose,
        "": _unknown_press,
    }
    replied = private & filters.REPLY & ~filters.COMMAND
    application.add_handler(MessageHandler(replied, answering.carry_back), group=-1)
    application.add_handler(MessageHandler(in_danger, asking.question))
    for command in COMMANDS:
        application.add_handler(CommandHandler(command.name, command.handler))
    for taken, handler in messages:
        application.add_handler(MessageHandler(taken, handler))
    for pattern, handler in presses.items():
        application.add_handler(CallbackQueryHandler(handler, pattern=pattern))
    application.add_error_handler(failures.failed)


def _addressee(message: Message) -> str:
    """The bot a command names, as in `/help@some_bot`, in small letters; empty where it names none."""
    commands = message.parse_entities([MessageEntity.BOT_COMMAND])
    first = next((text for entity, text in commands.items() if entity.offset == 0), "")
    return first.partition("@")[2].casefold()


def menu(texts: Texts) -> list[BotCommand]:
    """The command menu in one language."""
    return [BotCommand(command.name, command.menu(texts)) for command in COMMANDS]


async def _unknown_press(update: Update, context: Context) -> None:
    """A button of an older version: stop its waiting sign."""
    if update.callback_query:
        texts = texts_in(context.services.languages.of(update.callback_query.from_user))
        await delivery.acknowledge(update.callback_query, texts.section_gone)
