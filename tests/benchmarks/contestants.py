"""The bots of the benchmark: how each is started, what it uses, how it is ended."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

NAMES_BY_KEY = {
    "full": "the full bot",
    "ptb": "PTB echo, sequential",
    "ptb-concurrent": "PTB echo, concurrent_updates(True)",
    "aiogram": "aiogram echo",
    "raw": "raw sockets echo (the server's ceiling)",
}
STOP_SECONDS = 15
"""How long a bot may take to stop before it is killed."""
_MEGABYTE_IN_KB = 1024


@dataclass(frozen=True, slots=True)
class Usage:
    """What a bot has used since its start: CPU seconds, resident memory now and at most, in MB."""

    cpu_seconds: float
    rss_mb: float
    peak_mb: float


@dataclass(frozen=True, slots=True)
class Contestant:
    """A bot that runs; its session holds the processes it started, too."""

    process: asyncio.subprocess.Process
    folder: Path

    def usage(self) -> Usage:
        """What the bot and its child processes use."""
        processes = [path.parent for path in Path("/proc").glob("[0-9]*/stat") if self._owns(path)]
        return Usage(
            cpu_seconds=sum(map(_ticks, processes)) / os.sysconf("SC_CLK_TCK"),
            rss_mb=sum(_kilobytes(process, "VmRSS:") for process in processes) / _MEGABYTE_IN_KB,
            peak_mb=sum(_kilobytes(process, "VmHWM:") for process in processes) / _MEGABYTE_IN_KB,
        )

    def ended(self) -> bool:
        """Whether it is gone already."""
        return self.process.returncode is not None

    def last_words(self) -> str:
        """The last line it printed."""
        lines = (self.folder / "output").read_text(encoding="utf-8", errors="replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "nothing was printed")

    def _owns(self, stat: Path) -> bool:
        fields = _stat(stat.parent)
        return bool(fields) and int(fields[3]) == self.process.pid


@asynccontextmanager
async def running(
    key: str,
    *,
    root_url: str,
    token: str,
    folder: Path,
    command: Sequence[str] = (),
    settings: Mapping[str, str] = MappingProxyType({}),
) -> AsyncIterator[Contestant]:
    """Start a bot, or another command, in a folder of its own; end it and all it started."""
    with (folder / "output").open("wb") as output:
        process = await asyncio.create_subprocess_exec(
            *(command or _command(key, root_url, token)),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=output,
            stderr=asyncio.subprocess.STDOUT,
            cwd=folder,
            env=environment(root_url, token, folder) | settings,
            start_new_session=True,
        )
    try:
        yield Contestant(process, folder)
    finally:
        await _end(process)


def environment(root_url: str, token: str, folder: Path) -> dict[str, str]:
    """All the bot gets to see: no setting of the caller's gets in, nor a proxy."""
    return {
        "PATH": os.defpath,
        "PYTHONPATH": str(ROOT),
        "BOT_TOKEN": token,
        "BOT_API_URL": root_url,
        "BOT_DATA_DIR": str(folder / "data"),
        "BOT_QUESTIONS_PER_MINUTE": "100000",
    }


async def logged(folder: Path) -> int:
    """How many questions the full bot has in its log, by its own export."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "questions", "export", "--format", "jsonl"),
        stdout=asyncio.subprocess.PIPE,
        cwd=folder,
        env=environment("http://127.0.0.1:1", "1:none", folder),
    )
    printed, _ = await process.communicate()
    return printed.count(b"\n")


def _command(key: str, root_url: str, token: str) -> list[str]:
    if key == "full":
        return [sys.executable, "-m", "bot", "run"]
    module, _, variant = key.partition("-")
    options = [f"--{variant}"] if variant else []
    return [sys.executable, str(HERE / f"echo_{module}.py"), root_url, token, *options]


async def _end(process: asyncio.subprocess.Process) -> None:
    with suppress(ProcessLookupError):
        process.terminate()
    with suppress(TimeoutError):
        await asyncio.wait_for(process.wait(), STOP_SECONDS)
    with suppress(ProcessLookupError):  # whatever is left of it
        os.killpg(process.pid, signal.SIGKILL)
    await process.wait()


def _stat(process: Path) -> list[str]:
    """The fields of `/proc/PID/stat` from the state on; none when it is gone."""
    try:
        return (process / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _ticks(process: Path) -> int:
    """User and system time, with that of ended children, in clock ticks."""
    return sum(map(int, _stat(process)[11:15]))


def _kilobytes(process: Path, name: str) -> int:
    try:
        lines = (process / "status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(name)), 0)
