"""The one question a command asks before it does what can't be taken back."""

import sys
from typing import NoReturn

import typer

FAILED, WRONG_CALL = 1, 2


def confirm(question: str, *, yes: bool) -> None:
    """Ask, unless it was answered beforehand; a no ends the command."""
    if yes:
        return
    if not sys.stdin.isatty():
        _stop("This asks for a confirmation: say --yes.", status=WRONG_CALL)
    if not typer.confirm(question, err=True):
        _stop("Nothing was done.", status=FAILED)


def _stop(line: str, *, status: int) -> NoReturn:
    print(f"workshop-bot: {line}", file=sys.stderr)
    raise SystemExit(status)
