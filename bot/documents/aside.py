"""Heavy work done in a process of its own, behind whatever else the machine has to do."""

import asyncio
import os
import pickle
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

from corpus.reading.problems import CorpusError

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")

LONGEST_SECONDS = 900
"""After that the work is given up."""
NICE = 5
"""How far the work stands back behind the bot, 0–19."""
TELLABLE = (CorpusError, LookupError, OSError)
"""What the work raises for people to read."""

_PROGRAM = "import sys; sys.path[:] = {path!r}; from bot.documents.aside import work; work()"


class WorkFailed(Exception):  # noqa: N818 - it says what happened
    """The process ended without a result; the message says how."""


async def aside(
    work: Callable[Parameters, Result], *args: Parameters.args, **kwargs: Parameters.kwargs
) -> Result:
    """Call a function of ours in another process.

    Args:
        work: a function of a module.
        args: what can be pickled.
        kwargs: likewise.

    Raises:
        CorpusError, LookupError, OSError: as the function does.
        WorkFailed: the process was killed, took too long, or met what it did not expect.
    """
    command = (sys.executable, "-c", _PROGRAM.format(path=sys.path))
    process = await asyncio.create_subprocess_exec(
        *command, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    try:
        async with asyncio.timeout(LONGEST_SECONDS):
            out, _ = await process.communicate(pickle.dumps((work, args, kwargs)))
    except TimeoutError:
        raise WorkFailed(f"it took longer than {LONGEST_SECONDS // 60} minutes") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode or not out:
        raise WorkFailed(f"its process ended with status {process.returncode}")
    result: object = pickle.loads(out)  # noqa: S301 - from our own process
    if isinstance(result, Exception):
        raise result
    return cast("Result", result)


def work() -> None:
    """Be that process."""
    os.nice(NICE)
    out = os.dup(1)
    os.dup2(2, 1)  # whatever is printed on the way is no result
    function, args, kwargs = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the process that started this one
    try:
        result = function(*args, **kwargs)
    except TELLABLE as error:
        result = error
    with os.fdopen(out, "wb") as pipe:
        pickle.dump(result, pipe, pickle.HIGHEST_PROTOCOL)
