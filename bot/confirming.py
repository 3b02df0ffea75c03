"""What a command says and asks before it does what can't be taken back, and how it ends."""

import sys
from typing import NoReturn

import typer

FAILED, WRONG_CALL = 1, 2
"""Exit status: the work failed; the call or a setting is wrong."""


def confirm(question: str, *, yes: bool) -> None:
    """Ask, unless it was answered beforehand; a no ends the command."""
    if yes:
        return
    if not sys.stdin.isatty():
        stop("This asks for a confirmation: say --yes.", status=WRONG_CALL)
    if not typer.confirm(question, err=True):
        stop("Nothing was done.", status=FAILED)


def say(line: str) -> None:
    """Tell something besides what is printed."""
    print(line, file=sys.stderr)


def stop(line: str, *, status: int) -> NoReturn:
    """End the command with one line."""
    print(f"workshop-bot: {line}", file=sys.stderr)
    raise SystemExit(status)
