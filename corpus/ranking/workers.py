"""Analysing many passages on all cores."""

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from queue import SimpleQueue
from typing import Self

from corpus.ranking.sequences import Sequences, Text, read_passages

CHUNK = 4_000
"""Passages read at a time."""
MANY = 20_000
"""Passages from which workers gain more than their start costs."""

Read = tuple[Sequences, list[str]]
"""Passages analysed, and the words their numbers stand for."""

_PROGRAM = "import sys; sys.path[:] = {path!r}; from corpus.ranking.workers import work; work()"


def read_many(passages: Sequence[tuple[str, Text]]) -> Iterator[Read]:
    """Analyse passages chunk by chunk, in their order; many of them on all cores."""
    chunks = [passages[start : start + CHUNK] for start in range(0, len(passages), CHUNK)]
    if len(passages) < MANY:
        yield from map(read_passages, chunks)
        return
    idle: SimpleQueue[_Worker] = SimpleQueue()

    def read(chunk: Sequence[tuple[str, Text]]) -> Read:
        worker = idle.get()
        try:
            return worker.read(chunk)
        finally:
            idle.put(worker)

    with ExitStack() as stack:
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        for _ in range(min(cores, len(chunks))):
            idle.put(stack.enter_context(_Worker()))
        threads = stack.enter_context(ThreadPoolExecutor(idle.qsize()))
        yield from threads.map(read, chunks)


def work() -> None:
    """Be a worker: passages come pickled on standard input, and go back read on standard output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it closes its input
    while True:
        try:
            passages = pickle.load(sys.stdin.buffer)  # noqa: S301  # from the process that started this one
        except EOFError:
            return
        pickle.dump(read_passages(passages), sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
        sys.stdout.buffer.flush()


class _Worker:
    """A process of its own.

    `multiprocessing` would run the caller's main module again in each: no matter for a command, a
    surprise in somebody's script.
    """

    def __init__(self) -> None:
        program = _PROGRAM.format(path=sys.path)
        self._process = subprocess.Popen(  # noqa: S603  # this program
            [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def read(self, passages: Sequence[tuple[str, Text]]) -> Read:
        """Have passages read; where the worker is gone, in this process."""
        to, back = self._process.stdin, self._process.stdout
        assert to is not None  # noqa: S101  # asked for above
        assert back is not None  # noqa: S101
        try:
            pickle.dump(passages, to, pickle.HIGHEST_PROTOCOL)
            to.flush()
            read: Read = pickle.load(back)  # noqa: S301  # from our own worker
        except (OSError, EOFError, pickle.UnpicklingError):
            return read_passages(passages)
        return read

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for end in (self._process.stdin, self._process.stdout):
            if end:
                try:
                    end.close()
                except OSError:
                    self._process.kill()
        self._process.wait()
