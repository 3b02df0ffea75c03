"""Versions on disk are whole or not there, and the one served is never pruned."""

import os
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.documents.version_folders import KEPT, UNFINISHED_SECONDS, UNUSED_SECONDS, VersionFolders, write
from storage.drafts import content_hash


def hashes(contents: Mapping[str, bytes]) -> dict[str, str]:
    return {path: content_hash(content) for path, content in contents.items()}


def settled(folders: VersionFolders, contents: Mapping[str, bytes]) -> Path:
    with folders.new() as folder:
        for path, content in contents.items():
            write(folder, path, content)
        return folders.settle(folder, hashes(contents))


@pytest.fixture
def folders(tmp_path: Path) -> VersionFolders:
    return VersionFolders(tmp_path / "corpus")


def test_a_folder_is_whole_once_it_is_settled(folders: VersionFolders) -> None:
    contents = {"en/a.md": b"a", "originals/a.pdf": b"%PDF"}
    assert not folders.is_whole(hashes(contents))
    place = settled(folders, contents)
    assert folders.is_whole(hashes(contents))
    assert settled(folders, contents) == place
    (place / "en" / "a.md").write_bytes(b"b")
    assert not folders.is_whole(hashes(contents))
    assert settled(folders, contents) == place
    assert (place / "en" / "a.md").read_bytes() == b"a"


def test_what_is_interrupted_leaves_nothing(folders: VersionFolders) -> None:
    with folders.new() as folder:
        write(folder, "en", b"a")
        with pytest.raises(OSError, match="en"):
            write(folder, "en/a.md", b"a")  # as on a full disk
    assert list(folders.root.iterdir()) == []


def test_old_folders_go_the_served_one_never(folders: VersionFolders) -> None:
    places = [settled(folders, {"a.md": str(number).encode()}) for number in range(KEPT + 3)]
    killed = folders.root / ".new-of-a-killed-process"
    killed.mkdir()
    long_ago = time.time() - max(UNUSED_SECONDS, UNFINISHED_SECONDS) - 60
    for age, place in enumerate([*places, killed]):
        os.utime(place, (long_ago + age, long_ago + age))
    served = places[0]  # the longest unused of all
    folders.prune(served)
    left = {path.name for path in folders.root.iterdir()}
    assert left == {place.name for place in (served, *places[-(KEPT - 1) :])}


def test_a_folder_used_lately_stays(folders: VersionFolders) -> None:
    places = [settled(folders, {"a.md": str(number).encode()}) for number in range(KEPT + 3)]
    folders.use(places[0])
    assert len(list(folders.root.iterdir())) == len(places)
