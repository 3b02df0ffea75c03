"""`python -m bot` is the command `workshop-bot`."""

from bot.cli import main

main()
