"""Composition and life of the bot: commands, start and stop, messages in and out."""
