"""Set up a fresh checkout and run it: `python3 .ci/setup.py chat`, `python3 .ci/setup.py test`.

Needs only Python 3.11 and the network: makes `.venv`, installs the locked packages once, then runs
the command. `test` runs the tests; everything else is a command of workshop-bot.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
WORKERS = ("-n", str(2 * (os.cpu_count() or 1)), "--dist", "worksteal")  # most tests wait for another process
RUN_LOCK, TEST_LOCK = ROOT / "requirements.lock", ROOT / "requirements-dev.lock"


def main(arguments):
    """Set up what the command needs, and become it."""
    if sys.version_info < (3, 11):  # noqa: UP036  # the one file an older Python may meet
        sys.exit(f"workshop-bot needs Python 3.11 or later; this is {sys.version.split()[0]}.")
    testing = arguments[:1] == ["test"]
    install(TEST_LOCK if testing else RUN_LOCK)
    command = ["pytest", *WORKERS, *arguments[1:]] if testing else ["bot", *(arguments or ["chat"])]
    sys.exit(subprocess.run([PYTHON, "-m", *command], cwd=ROOT if testing else None).returncode)


def install(lock):
    """Install a lock and the project unless they are there already; the test lock holds the other too."""
    if any(stamp(done).exists() for done in {lock, TEST_LOCK}):
        return
    if not PYTHON.exists():
        make_environment()
    print(f"Installing {lock.name} into .venv …", file=sys.stderr)
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    for packages in (["--require-hashes", "-r", lock], ["--no-deps", "--no-build-isolation", "-e", ROOT]):
        done = subprocess.run([*pip, *packages])
        if done.returncode:
            sys.exit("The packages could not be installed: see the lines above, then run this again.")
    stamp(lock).touch()


def stamp(lock):
    """The file that says a lock is installed as it stands now, with the project's own metadata."""
    contents = lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    return VENV / f"{lock.stem}-{hashlib.sha256(contents).hexdigest()[:16]}"


def make_environment():
    """Make `.venv`; Debian ships Python without the means, and then says so."""
    done = subprocess.run([sys.executable, "-m", "venv", VENV])
    if done.returncode:
        version = ".".join(map(str, sys.version_info[:2]))
        sys.exit(
            "Python could not make a virtual environment. On Debian and Ubuntu install it with\n"
            f"    apt install python{version}-venv\nthen run this again."
        )


if __name__ == "__main__":
    main(sys.argv[1:])
