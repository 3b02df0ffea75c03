"""Flat arrays in a folder: written whole or not at all, opened without being read, checked on demand."""

import errno
import json
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from corpus.ranking.sequences import Arrays

FORMAT = 1
"""Goes up whenever an older program could not read what this one writes."""
DESCRIPTION = "index.json"
TRIES = 20
"""To replace a folder that others replace in the same moment."""
_KIND = "workshop-bot passage index"


class IndexFolderError(Exception):
    """A folder that holds no usable index; the message says what is wrong and what to do."""

    def __init__(self, folder: Path, fault: str) -> None:
        super().__init__(f"{folder} holds no usable index: {fault}. Build it again from the documents.")


def save_arrays(folder: Path, arrays: Mapping[str, npt.NDArray[Any]], **facts: Any) -> None:  # noqa: ANN401  # what JSON holds
    """Write arrays and what is to be known of them; a folder that is there is replaced as a whole.

    Raises:
        OSError: the folder can't be written.
    """
    if _is_foreign(folder):
        raise FileExistsError(f"{folder} holds something else than an index: choose a folder of its own.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        new.chmod(0o755)
        files = {name: _write(new / f"{name}.npy", array) for name, array in arrays.items()}
        described = {"kind": _KIND, "format": FORMAT, **facts, "files": files}
        whole = {**described, "checksum": _digest(described)}
        (new / DESCRIPTION).write_text(json.dumps(whole, indent=1), encoding="utf-8")
        _put(new, folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _put(new: Path, folder: Path) -> None:
    """Put a folder in the place of another, if there is one; of two that come at once either may stay."""
    for _ in range(TRIES):
        old = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        try:
            with suppress(FileNotFoundError):
                folder.rename(old / "replaced")  # who has it open keeps what is mapped
            try:
                new.rename(folder)
            except OSError as error:
                if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
                    raise
            else:
                return
        finally:
            shutil.rmtree(old, ignore_errors=True)
    raise OSError(f"{folder} is being replaced by others all the time.")


def _is_foreign(folder: Path) -> bool:
    """Whether there is something else than an index (of whatever format or state) or an empty folder.

    One that goes away while it is looked at is being replaced by another index.
    """
    try:
        looked_at = folder.stat().st_ino
        names = {path.name for path in folder.iterdir()}
        return bool(names) and DESCRIPTION not in names and folder.stat().st_ino == looked_at
    except FileNotFoundError:
        return False
    except NotADirectoryError:
        return True


def open_arrays(folder: Path, **expected: Any) -> tuple[Arrays, dict[str, Any]]:  # noqa: ANN401
    """Map the arrays of a folder, and give what is known of them.

    Args:
        folder: written by `save_arrays`.
        expected: facts that have to be as they were when it was saved.

    Raises:
        IndexFolderError: there is none, or it is damaged, foreign, of another format, or not as expected.
    """
    described = _described(folder)
    for name, value in expected.items():
        if described.get(name) != value:
            fault = f"it was built for other {name} ({described.get(name)!r}, expected {value!r})"
            raise IndexFolderError(folder, fault)
    try:
        arrays = {name: _map(folder, name, file) for name, file in described["files"].items()}
    except (AttributeError, KeyError, TypeError):
        raise IndexFolderError(folder, f"{DESCRIPTION} is damaged") from None
    return arrays, described


def verify_arrays(folder: Path) -> None:
    """Read every file and compare checksums.

    Raises:
        IndexFolderError: a file is not as it was written.
    """
    for name, file in open_arrays(folder)[1]["files"].items():
        if _checksum(folder / f"{name}.npy") != file.get("checksum"):
            raise IndexFolderError(folder, f"{name}.npy is not as it was written")


def _described(folder: Path) -> dict[str, Any]:
    try:
        described = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
    except OSError as error:
        raise IndexFolderError(folder, f"{DESCRIPTION} can't be read ({error.strerror})") from None
    except (ValueError, RecursionError):
        raise IndexFolderError(folder, f"{DESCRIPTION} is damaged") from None
    if not isinstance(described, dict) or described.get("kind") != _KIND:
        raise IndexFolderError(folder, f"{DESCRIPTION} is of something else")
    if described.get("format") != FORMAT:
        raise IndexFolderError(folder, f"its format is {described.get('format')!r}, not {FORMAT}")
    if described.pop("checksum", None) != _digest(described):
        raise IndexFolderError(folder, f"{DESCRIPTION} is not as it was written")
    return described


def _write(path: Path, array: npt.NDArray[Any]) -> dict[str, Any]:
    np.save(path, array, allow_pickle=False)
    return {
        "bytes": path.stat().st_size,
        "type": array.dtype.str,
        "shape": list(array.shape),
        "checksum": _checksum(path),
    }


def _map(folder: Path, name: str, file: Mapping[str, Any]) -> npt.NDArray[Any]:
    path = folder / f"{name}.npy"
    try:
        size = path.stat().st_size
        if size != file["bytes"]:
            raise IndexFolderError(folder, f"{path.name} has {size:,} bytes, not {file['bytes']:,}")
        # A file of no elements can't be mapped.
        array: npt.NDArray[Any] = np.load(
            path, mmap_mode="r" if np.prod(file["shape"]) else None, allow_pickle=False
        )
    except OSError as error:
        raise IndexFolderError(folder, f"{path.name} can't be read ({error.strerror or error})") from None
    except (ValueError, EOFError, SyntaxError):
        raise IndexFolderError(folder, f"{path.name} is damaged") from None
    if array.dtype.str != file["type"] or list(array.shape) != file["shape"]:
        raise IndexFolderError(folder, f"{path.name} holds other numbers than {DESCRIPTION} says")
    return array.view(np.ndarray)


def _digest(described: Mapping[str, Any]) -> str:
    return blake2b(json.dumps(described, sort_keys=True).encode(), digest_size=16).hexdigest()


def _checksum(path: Path) -> str:
    digest = blake2b(digest_size=16)
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
