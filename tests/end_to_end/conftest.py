"""The real process `workshop-bot run`, and the people who write to it through a Bot API server."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio

from bot.preview import BotApiServer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from bot.preview import Message, Person

    RunBot = Callable[..., AbstractAsyncContextManager["RunningBot"]]
    TryToStart = Callable[..., Awaitable["subprocess.CompletedProcess[str]"]]

LONGEST_START = 30
"""Seconds a process gets to serve, or to give up."""
LONGEST_COMMAND = 90
"""Seconds a command beside the bot gets."""
LONGEST_STOP = 15
"""Seconds it gets to end after SIGTERM."""


def command(*words: str) -> list[str]:
    """The command line of `workshop-bot`."""
    return [sys.executable, "-m", "bot", *words]


def environment(folder: Path, server: BotApiServer | None, settings: dict[str, str]) -> dict[str, str]:
    """Nothing but what the bot is told; it writes below a folder of the test's own."""
    told = {"BOT_DATA_DIR": str(folder / "data"), **settings}
    if server:
        told = {"BOT_TOKEN": server.token, "BOT_API_URL": server.root_url, **told}
    return {"PATH": os.environ["PATH"], **told}  # noqa: TID251  # what any program needs


class RunningBot:
    """The process, the server it talks to, its operational log and its log of questions."""

    def __init__(self, server: BotApiServer, folder: Path, settings: dict[str, str]) -> None:
        self.server = server
        self.folder = folder
        self.database = folder / "data" / "workshop-bot.sqlite3"
        self._environment = environment(folder, server, settings)
        self._log = folder / "stderr"
        self.ends_with = 0  # the exit status that is expected of it
        self.organiser: Person  # who is named in the settings, where a test names somebody
        self._process: asyncio.subprocess.Process | None = None

    @property
    def log(self) -> str:
        """The operational log so far, of all processes in this folder."""
        return self._log.read_text(encoding="utf-8")

    @property
    def pid(self) -> int:
        """The id of the process."""
        assert self._process
        return self._process.pid

    async def start(self) -> None:
        """Start the process and wait until it serves."""
        served = self.log.count("serving") if self._log.exists() else 0
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *command("run"), env=self._environment, cwd=self.folder, stdout=log, stderr=log
            )
        async with asyncio.timeout(LONGEST_START):
            while self.log.count("serving") == served:
                assert self._process.returncode is None, self.log
                await asyncio.sleep(0.02)

    async def stop(self) -> int:
        """Send SIGTERM; gives the exit status."""
        assert self._process
        if self._process.returncode is None:
            self._process.terminate()
        return await self.ended()

    async def ended(self) -> int:
        """Wait for the end; gives the exit status."""
        assert self._process
        async with asyncio.timeout(LONGEST_STOP):
            return await self._process.wait()

    def kill(self) -> None:
        """End the process, however it hangs."""
        if self._process and self._process.returncode is None:
            self._process.kill()

    def newcomer(self, language: str | None = "en") -> Person:
        """Somebody who has never written to the bot."""
        return self.server.person("Leyla", language_code=language)

    async def guest(self, language: str | None = "en") -> Person:
        """Somebody who has been told already that questions are kept."""
        person = self.newcomer(language)
        await self.ask(person, "/start")
        return person

    async def ask(self, person: Person, text: str) -> Message:
        """Say something and read the reply."""
        person.say(text)
        return await person.reply()

    def export(self, form: str = "jsonl") -> str:
        """What `questions export` prints."""
        exported = subprocess.run(
            command("questions", "export", "--format", form),
            env=self._environment,
            cwd=self.folder,
            capture_output=True,
            check=True,
            timeout=LONGEST_START,
        )
        return exported.stdout.decode("utf-8-sig")

    async def command(self, *words: str, status: int = 0, **settings: str) -> str:
        """What another command prints, run beside the bot over the same data, but for the settings given."""
        done = await asyncio.to_thread(
            subprocess.run,
            command(*words),
            env=self._environment | settings,
            cwd=self.folder,
            capture_output=True,
            check=False,
            timeout=LONGEST_COMMAND,
        )
        assert done.returncode == status, (done.stdout + done.stderr).decode()
        return (done.stderr if status else done.stdout).decode()

    async def questions(self, where: Callable[[dict[str, Any]], bool]) -> list[dict[str, Any]]:
        """Those in the log for which something holds, as soon as there are any: a reply may come first."""
        until = time.monotonic() + LONGEST_STOP
        while time.monotonic() < until:
            exported = await asyncio.to_thread(self.export)
            if found := [row for row in map(json.loads, exported.splitlines()) if where(row)]:
                return found
        raise AssertionError(f"nothing of the kind in the log: {exported}")


@asynccontextmanager
async def running(server: BotApiServer, folder: Path, **settings: str) -> AsyncIterator[RunningBot]:
    """A bot process, which must end in order."""
    bot = RunningBot(server, folder, settings)
    try:
        await bot.start()
        yield bot
        assert await bot.stop() == bot.ends_with, bot.log
    finally:
        bot.kill()


@pytest_asyncio.fixture(loop_scope="session")
async def server() -> AsyncIterator[BotApiServer]:
    """A Bot API server of the test's own."""
    async with BotApiServer() as server:
        yield server


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def shared_bot(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[RunningBot]:
    """One process over the bundled workshop for all tests that leave it as they found it."""
    folder = tmp_path_factory.mktemp("shared")
    async with BotApiServer() as server, running(server, folder, BOT_RETENTION_DAYS="90") as bot:
        yield bot


@pytest_asyncio.fixture(loop_scope="session")
async def bot(shared_bot: RunningBot) -> AsyncIterator[RunningBot]:
    """The shared process; whatever the test does to it, nothing may fail in it."""
    before = len(shared_bot.log)
    yield shared_bot
    shared_bot.server.faults.clear()
    logged = shared_bot.log[before:]
    assert "Traceback" not in logged
    assert "[error" not in logged


@pytest.fixture(scope="session")
def run_anywhere() -> RunBot:
    """As `run_bot`, for a module's own fixture, which brings the server and the folder."""
    return running


@pytest.fixture
def run_bot(server: BotApiServer, tmp_path: Path) -> RunBot:
    """Gives a process of the test's own, its settings as keywords, in a context that ends with it."""
    return partial(running, server, tmp_path)


@pytest.fixture
def try_to_start(tmp_path: Path) -> TryToStart:
    """Starts a process, its settings as keywords, that is to give up by itself."""

    async def start(server: BotApiServer | None = None, **settings: str) -> subprocess.CompletedProcess[str]:
        return await asyncio.to_thread(
            subprocess.run,
            command("run"),
            env=environment(tmp_path, server, settings),
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST_START,
        )

    return start
