"""The files that went through a chat, under the ids the Bot API names them by."""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass

BYTES_KEPT = 256 * 2**20
"""When the files exceed this, the oldest go: what a long benchmark may hold in memory."""


@dataclass(frozen=True, slots=True)
class File:
    """A stored file; `path` is where it can be downloaded, below `/file/bot<token>/`."""

    id: str
    path: str
    name: str
    mime_type: str
    content: bytes

    def reference(self) -> dict[str, str | int]:
        """The fields every file object of the Bot API begins with."""
        return {"file_id": self.id, "file_unique_id": self.id[-16:], "file_size": len(self.content)}


class FileStore:
    """Files by id and by path; the same content under the same name is kept once."""

    def __init__(self) -> None:
        self._by_id: OrderedDict[str, File] = OrderedDict()
        self._bytes = 0

    def add(self, name: str, content: bytes, *, mime_type: str, folder: str) -> File:
        """Keep a file."""
        digest = hashlib.sha256(f"{folder}/{name}\n".encode() + content).hexdigest()[:32]
        if digest in self._by_id:
            self._by_id.move_to_end(digest)
            return self._by_id[digest]
        extension = name[name.rfind(".") :] if "." in name else ""
        file = File(digest, f"{folder}/file_{digest[:8]}{extension}", name, mime_type, content)
        self._by_id[digest] = file
        self._bytes += len(content)
        while self._bytes > BYTES_KEPT and len(self._by_id) > 1:
            self._bytes -= len(self._by_id.popitem(last=False)[1].content)
        return file

    def get(self, file_id: str) -> File | None:
        """The file with this id."""
        return self._by_id.get(file_id)

    def at(self, path: str) -> File | None:
        """The file downloaded from this path."""
        return next((file for file in self._by_id.values() if file.path == path), None)
