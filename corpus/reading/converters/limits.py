"""What the process that reads a stranger's file may take and may not do."""

import os
import sys

if sys.platform != "win32":
    import resource

MEMORY = 600 * 2**20
"""Bytes."""
SECONDS = 60
"""Of computing; the process that waits allows for more on the clock."""
POLITE = 10
"""Added to the niceness: answers come first."""

UNLIMITED = "Memory is not limited on this system while a file is read"

_FORBIDDEN = (
    "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto", "urllib.Request",
    "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty",
)  # fmt: skip


def confine() -> str | None:
    """Limit this process for the rest of its life: memory, time, no file written, no network, no program.

    Returns:
        What could not be limited on this system, if anything.
    """
    sys.addaudithook(_refuse)
    if sys.platform == "win32":
        return UNLIMITED
    os.nice(POLITE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    if sys.platform != "linux":  # others have the call, and do not keep to it
        return UNLIMITED
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    return None


def _refuse(event: str, _arguments: object) -> None:
    if event in _FORBIDDEN:
        raise PermissionError(f"{event} is not for the reading of a file")
