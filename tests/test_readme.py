"""The README tells every command, setting and chat command there is, and none that is not."""

import re
from pathlib import Path
from typing import Any

import pytest
import typer

from bot.cli import app
from bot.settings import Settings
from handlers.routes import COMMANDS

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def commands(group: Any, above: str = "") -> list[str]:  # noqa: ANN401  # typer keeps its own click
    names: list[str] = []
    for name, command in group.commands.items():
        below = hasattr(command, "commands")
        names += commands(command, f"{name} ") if below else [f"{above}{name}"]
        names += [name] * (below and command.invoke_without_command)
    return names


def table(first_column: str) -> set[str]:
    """The names in the first column of the README's tables that fit a pattern."""
    return set(re.findall(rf"^\| `({first_column})", README, flags=re.MULTILINE))


def test_every_command_stands_in_the_readme() -> None:
    group = typer.main.get_command(app)
    told = {" ".join(re.match(r"[a-z ]+", row)[0].split()) for row in table(r"[a-z][^`]*")}
    assert told == set(commands(group))


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_stands_in_the_readme_with_its_default(name: str) -> None:
    row = re.search(rf"^\| `BOT_{name.upper()}` \|.*$", README, flags=re.MULTILINE)
    assert row
    default = Settings.model_fields[name].default
    if isinstance(default, int):
        assert row[0].endswith(f"| {default} |")


def test_no_setting_of_the_readme_is_unknown() -> None:
    assert table("BOT_[A-Z_]+") == {f"BOT_{name.upper()}" for name in Settings.model_fields}


def test_every_chat_command_stands_in_the_readme() -> None:
    assert table("/[a-z_]+") == {f"/{command.name}" for command in COMMANDS}


def test_nothing_in_the_readme_waits_to_be_filled_in() -> None:
    assert "@@" not in README
