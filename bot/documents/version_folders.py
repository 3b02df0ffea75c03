"""Versions of the corpus as folders on disk, each called after what is in it: written whole or not at all."""

import errno
import hashlib
import os
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from tempfile import mkdtemp

from corpus.reading.folder import ORIGINALS

KEPT = 4
"""Folders that stay, the latest used: a rollback finds its version ready."""
UNUSED_SECONDS = 86_400
"""How long any other stays: a trial may wait to be confirmed."""
UNFINISHED_SECONDS = 3_600
"""How long what an interrupted process left stays: it can't be told from one at work."""
NAME_LENGTH = 16
_NEW, _GONE = ".new-", ".gone-"


def tree(files: Mapping[str, str]) -> str:
    """What a set of files is called after: a hash of their paths and contents."""
    lines = "".join(f"{content} {path}\n" for path, content in sorted(files.items()))
    return hashlib.sha256(lines.encode()).hexdigest()[:NAME_LENGTH]


class VersionFolders:
    """The folders below one.

    Args:
        root: it is made when it is needed.
    """

    def __init__(self, root: Path) -> None:
        self.root = root.absolute()

    def place(self, files: Mapping[str, str]) -> Path:
        """Where these files are, or would be."""
        return self.root / tree(files)

    def is_whole(self, files: Mapping[str, str]) -> bool:
        """Whether a folder is there and holds these files, the originals looked at by name alone."""
        folder = self.place(files)
        try:
            return folder.is_dir() and all(
                (folder / path).is_file()
                if path.startswith(f"{ORIGINALS}/")
                else _hash(folder / path) == content
                for path, content in files.items()
            )
        except OSError:
            return False

    @contextmanager
    def new(self) -> Iterator[Path]:
        """Give a folder to fill; what is not put in its place by `settle` is gone afterwards.

        Raises:
            OSError: it can't be made.
        """
        self.root.mkdir(parents=True, exist_ok=True)
        folder = Path(mkdtemp(prefix=_NEW, dir=self.root))
        try:
            folder.chmod(0o755)
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def settle(self, folder: Path, files: Mapping[str, str]) -> Path:
        """Put a filled folder in its place, unless a whole one is there.

        Raises:
            OSError: it can't be.
        """
        place = self.place(files)
        if self.is_whole(files):
            return place
        self._take_away(place)
        try:
            folder.rename(place)
        except OSError as error:
            if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):  # another process was as quick
                raise
        return place

    def use(self, folder: Path) -> None:
        """Note that a folder is in use, and remove those long unused."""
        with suppress(OSError):
            os.utime(folder)
        self.prune(folder)

    def prune(self, served: Path) -> None:
        """Remove what is not used any more, never the one served."""
        now = time.time()  # files' times are the machine's, not the bot's clock
        with suppress(OSError):
            ages = {path: now - path.stat().st_mtime for path in self.root.iterdir()}
            unfinished = [path for path in ages if path.name.startswith((_NEW, _GONE))]
            versions = sorted(ages.keys() - {served, *unfinished}, key=ages.__getitem__)
            for path in versions[KEPT - 1 :]:
                if ages[path] > UNUSED_SECONDS:
                    self._take_away(path)
            for path in unfinished:
                if ages[path] > UNFINISHED_SECONDS:
                    shutil.rmtree(path, ignore_errors=True)

    def _take_away(self, folder: Path) -> None:
        """Remove a folder so that nobody finds half of it."""
        gone = Path(mkdtemp(prefix=_GONE, dir=self.root))
        with suppress(FileNotFoundError):
            folder.rename(gone / folder.name)
        shutil.rmtree(gone, ignore_errors=True)


def write(folder: Path, path: str, content: bytes) -> None:
    """Write one file below a folder.

    Raises:
        OSError: it can't be written.
    """
    file = folder / PurePosixPath(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
