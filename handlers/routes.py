"""Which handler takes what: one ordered list, and the command menu made from it."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from telegram import BotCommand, Message, MessageEntity, Update
from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, filters

from handlers import delivery, failures
from handlers.context import App, Context
from handlers.participants import arriving, asking, browsing, privacy, rating
from handlers.texts import Texts, texts_in

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]


@dataclass(frozen=True, slots=True)
class Command:
    """A command, what takes it, and its line in the menu."""

    name: str
    handler: Handler
    menu: Callable[[Texts], str]


async def show_help(update: Update, context: Context) -> None:
    """List the commands and say how to ask."""
    user = update.effective_user
    texts = texts_in(user.language_code if user else None)
    listed = "\n".join(f"/{command.name} — {command.menu(texts)}" for command in COMMANDS)
    number = context.services.answerer.corpus.workshop.safety.numbers[0].number
    await arriving.say(update, context, texts.help.format(commands=listed, number=number))


COMMANDS = (
    Command("start", arriving.start, lambda texts: texts.menu_start),
    Command("help", show_help, lambda texts: texts.menu_help),
    Command("topics", browsing.topics, lambda texts: texts.menu_topics),
    Command("privacy", privacy.privacy, lambda texts: texts.menu_privacy),
    Command("forget_me", privacy.forget_me, lambda texts: texts.menu_forget_me),
)


class ForTheBot(filters.MessageFilter):
    """In a group: a message that mentions the bot or replies to it."""

    def filter(self, message: Message) -> bool:
        """Whether the message is meant for the bot."""
        bot = message.get_bot()
        answered = message.reply_to_message
        if answered and answered.from_user and answered.from_user.id == bot.id:
            return True
        mention = f"@{bot.username}".casefold()
        named = {**message.parse_entities([MessageEntity.MENTION])}
        named |= message.parse_caption_entities([MessageEntity.MENTION])
        return mention in {text.casefold() for text in named.values()}


def add_routes(application: App) -> None:
    """Give the application its handlers; the first that takes an update is the only one."""
    private, new = filters.ChatType.PRIVATE, filters.UpdateType.MESSAGE
    asked = (filters.TEXT & ~filters.COMMAND) | filters.CAPTION
    here = private | (filters.ChatType.GROUPS & ForTheBot())
    presses: dict[str, Handler] = {
        r"^(helpful|unhelpful):\d+$": rating.rate,
        r"^(whole|next):\d+:\d+$": rating.show,
        r"^(themes$|theme:[^:]+:\d+$|section:\w+$)": browsing.turn,
        r"^(forget|keep):\d+$": privacy.decide,
        "": _unknown_press,
    }
    for command in COMMANDS:
        application.add_handler(CommandHandler(command.name, command.handler, filters=new))
    application.add_handler(MessageHandler(filters.COMMAND & private & new, arriving.unknown_command))
    application.add_handler(MessageHandler(asked & here, asking.question))
    application.add_handler(
        MessageHandler(private & new & ~filters.StatusUpdate.ALL & ~filters.COMMAND, arriving.text_only)
    )
    for pattern, handler in presses.items():
        application.add_handler(CallbackQueryHandler(handler, pattern=pattern))
    application.add_error_handler(failures.failed)


def menu(texts: Texts) -> list[BotCommand]:
    """The command menu in one language."""
    return [BotCommand(command.name, command.menu(texts)) for command in COMMANDS]


async def _unknown_press(update: Update, _context: Context) -> None:
    """A button of an older version: stop its waiting sign."""
    if update.callback_query:
        texts = texts_in(update.callback_query.from_user.language_code)
        await delivery.acknowledge(update.callback_query, texts.section_gone)
