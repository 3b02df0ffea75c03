"""An echo bot the way aiogram's documentation builds one: `python echo_aiogram.py URL TOKEN`."""

import asyncio
import logging
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.types import Message

dispatcher = Dispatcher()


@dispatcher.message(CommandStart())
async def greet(message: Message) -> None:
    """Say hello."""
    await message.answer("Hello! Whatever you write comes back.")


@dispatcher.message()
async def echo(message: Message) -> None:
    """Send whatever came back."""
    await message.send_copy(chat_id=message.chat.id)


async def main(root_url: str, token: str) -> None:
    """Serve until stopped."""
    logging.basicConfig(level=logging.INFO, stream=sys.stdout)
    session = AiohttpSession(api=TelegramAPIServer.from_base(root_url))
    await dispatcher.start_polling(Bot(token, session=session))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
