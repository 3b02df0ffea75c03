"""Two at once, a kill, a full disk, a locked database: told plainly, and what is served is never touched."""

from __future__ import annotations

import asyncio
import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

import pytest

from bot.documents.published import find
from bot.documents.publishing import CorpusPublisher
from bot.documents.taking import mark_version
from bot.documents.version_folders import VersionFolders
from corpus.reading.folder import BUNDLED
from corpus.reading.problems import CorpusError
from handlers.publishing import NothingToPublish, PublishingUnavailable, Refused, Stale

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from handlers.publishing import Publisher
    from storage.database import Database

NOW = datetime(2023, 11, 28, 9, tzinfo=UTC)
DOCUMENT = """---
id: {id}
title: About {id}
theme: workshop
language: en
date: 2023-11-28
review: 2033-11-28
---
## Where participants keep their {id}

Participants keep their {id} {place}. The desk has the 12 keys.

Sources: field
"""


def document(id_: str, place: str = "in the yard") -> bytes:
    return DOCUMENT.format(id=id_, place=place).encode()


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    """A workshop of two documents."""
    folder = tmp_path / "bundled"
    (folder / "en").mkdir(parents=True)
    shutil.copy(BUNDLED / "workshop.yaml", folder)
    for id_ in ("boats", "coats"):
        (folder / "en" / f"{id_}.md").write_bytes(document(id_))
    return folder


@pytest.fixture
def publisher(database: Database, bundled: Path, tmp_path: Path) -> CorpusPublisher:
    return CorpusPublisher(
        database, VersionFolders(tmp_path / "corpus"), unpublished=bundled, now=lambda: NOW
    )


async def served(publisher: CorpusPublisher) -> dict[str, str]:
    """The files that are served."""
    return dict((await publisher.drafted_files())[0].files)


async def test_the_publisher_is_what_the_chat_asks_for(publisher: CorpusPublisher) -> None:
    port: Publisher = publisher
    assert (await port.draft()).changes == ()
    with pytest.raises(NothingToPublish):
        await port.trial()
    assert await port.versions() == []


async def test_what_is_drafted_is_published_and_brought_to_disk(
    publisher: CorpusPublisher, database: Database, tmp_path: Path
) -> None:
    added = await publisher.add("bikes.md", document("bikes"), by=7)
    assert (added.path, added.title, added.replaces) == ("en/bikes.md", "About bikes", False)
    assert [passage.heading for passage in added.passages] == ["Where participants keep their bikes"]
    await publisher.remove("en/coats.md", by=7)
    changes = (await publisher.draft()).changes
    assert [(one.path, one.kind, one.title) for one in changes] == [
        ("en/bikes.md", "added", "About bikes"),
        ("en/coats.md", "removed", "About coats"),
    ]
    assert await publisher.source("en/bikes.md") == document("bikes").decode()
    trial = await publisher.trial()
    assert {finding.kind for finding in trial.diff.findings} == {"document_added", "document_removed"}
    assert await publisher.publish(trial, by=7) == 2
    first, second = reversed(await publisher.versions())
    assert (first.number, first.origin, first.documents, first.served) == (1, "served", 2, False)
    assert (second.number, second.base, second.by, second.documents, second.served) == (2, 1, 7, 2, True)
    assert (await publisher.draft()).changes == ()

    elsewhere = await find(database, VersionFolders(tmp_path / "another disk"))
    assert elsewhere is not None
    names = sorted(path.name for path in (elsewhere / "en").iterdir())
    assert names == ["bikes.md", "boats.md"]
    assert (elsewhere / "en" / "bikes.md").read_bytes() == document("bikes")


async def test_of_two_at_once_the_second_is_told_and_nothing_is_lost(
    publisher: CorpusPublisher, bundled: Path, tmp_path: Path, database: Database
) -> None:
    """The first publication of all is the hardest: nothing is there to compare with."""
    folders = [shutil.copytree(bundled, tmp_path / name) for name in ("one", "other")]
    for folder, id_ in zip(folders, ("bikes", "kites"), strict=True):
        (folder / "en" / f"{id_}.md").write_bytes(document(id_))
    second = CorpusPublisher(
        database, VersionFolders(tmp_path / "elsewhere"), unpublished=bundled, now=lambda: NOW
    )
    trials = [
        await one.try_folder(*await one.take_folder(folder))
        for one, folder in zip((publisher, second), folders, strict=True)
    ]
    done = await asyncio.gather(
        *(one.publish(trial, by=1) for one, trial in zip((publisher, second), trials, strict=True)),
        return_exceptions=True,
    )
    assert sorted(map(type, done), key=str) == [Stale, int]
    assert [one.number for one in await publisher.versions()] == [2, 1]
    for folder, one in zip(folders, trials, strict=True):
        mark_version(folder, 1)  # as the command does before it tries
        assert one.base is None
    late = next(folder for folder, one in zip(folders, done, strict=True) if isinstance(one, Stale))
    again = await publisher.try_folder(*await publisher.take_folder(late))
    assert await publisher.publish(again, by=2) == 3
    assert {"en/bikes.md", "en/kites.md"} <= (await served(publisher)).keys()


async def test_what_is_drafted_after_the_trial_stays_drafted(publisher: CorpusPublisher) -> None:
    await publisher.add("bikes.md", document("bikes"), by=1)
    trial = await publisher.trial()
    await publisher.add("bikes.md", document("bikes", "behind the hall"), by=2)
    await publisher.add("kites.md", document("kites"), by=2)
    await publisher.publish(trial, by=1)
    assert [(one.path, one.kind) for one in (await publisher.draft()).changes] == [
        ("en/bikes.md", "changed"),
        ("en/kites.md", "added"),
    ]
    assert "in the yard" not in await publisher.source("en/bikes.md")


async def test_a_draft_that_was_overtaken_is_said_to_be(publisher: CorpusPublisher, bundled: Path) -> None:
    """A folder changed the same file meanwhile."""
    await publisher.add("boats.md", document("boats", "at the pier"), by=1)
    (bundled / "en" / "boats.md").write_bytes(document("boats", "upstairs"))
    folder = shutil.copytree(bundled, bundled.parent / "folder")
    (bundled / "en" / "boats.md").write_bytes(document("boats"))
    trial = await publisher.try_folder(*await publisher.take_folder(folder))
    await publisher.publish(trial, by=2)
    (change,) = (await publisher.draft()).changes
    assert change.overtaken
    assert "en/boats.md" in " ".join((await publisher.trial()).notes)


async def test_a_lost_golden_question_is_refused(publisher: CorpusPublisher, bundled: Path) -> None:
    golden = {
        "id": "g1",
        "lang": "en",
        "category": "c",
        "behaviour": "answer",
        "question": "Where do participants keep their coats?",
        "quote": "keep their coats in the yard",
    }
    (bundled / "questions.jsonl").write_text(json.dumps(golden) + "\n", encoding="utf-8")
    await publisher.remove("en/coats.md", by=1)
    trial = await publisher.trial()
    for overrides in ({}, {"g2": "another"}):
        with pytest.raises(Refused, match="g1"):
            await publisher.publish(trial, by=1, overrides=overrides)
    assert await publisher.versions() == []
    await publisher.publish(trial, by=1, overrides={"g1": "no coats in summer", "g2": "another"})
    assert (await publisher.versions())[0].overrides == {"g1": "no coats in summer"}


async def test_a_rollback_serves_an_earlier_version_and_keeps_the_draft(publisher: CorpusPublisher) -> None:
    before = await served(publisher)
    with pytest.raises(LookupError):
        await publisher.rollback(1, by=1)
    await publisher.add("bikes.md", document("bikes"), by=1)
    await publisher.publish(await publisher.trial(), by=1)
    await publisher.add("kites.md", document("kites"), by=1)
    await publisher.rollback(1, by=1)
    assert await served(publisher) == before
    assert [one.path for one in (await publisher.draft()).changes] == ["en/kites.md"]
    with pytest.raises(LookupError):
        await publisher.rollback(3, by=1)


@pytest.mark.parametrize(
    "name", ["../../../escape.md", "/etc/escape.md", "..\\..\\escape.md", "a/b/escape.md"]
)
async def test_a_name_with_folders_leads_nowhere_else(publisher: CorpusPublisher, name: str) -> None:
    assert (await publisher.add(name, document("escape"), by=1)).path == "en/escape.md"


async def test_a_file_that_can_not_be_used_is_not_drafted(publisher: CorpusPublisher) -> None:
    with pytest.raises(CorpusError, match=r"workshop\.yaml"):
        await publisher.add("workshop.yaml", b"name: x", by=1)
    with pytest.raises(CorpusError, match="unknown-source"):
        await publisher.add(
            "bikes.md", document("bikes").replace(b"Sources: field", b"Sources: unknown-source"), by=1
        )
    assert (await publisher.draft()).changes == ()


async def test_a_damaged_folder_of_a_version_is_brought_anew(
    publisher: CorpusPublisher, database: Database, tmp_path: Path
) -> None:
    folders = VersionFolders(tmp_path / "corpus")
    await publisher.add("bikes.md", document("bikes"), by=1)
    await publisher.publish(await publisher.trial(), by=1)
    place = await find(database, folders)
    assert place is not None
    (place / "en" / "bikes.md").write_bytes(b"cut o")
    assert await find(database, folders) == place
    assert (place / "en" / "bikes.md").read_bytes() == document("bikes")


async def unavailable(work: Callable[[], Awaitable[object]]) -> str:
    with pytest.raises(PublishingUnavailable) as told:
        await work()
    return str(told.value)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # PostgreSQL locks rows, not files
async def test_a_locked_database_is_told(publisher: CorpusPublisher, database: Database) -> None:
    await publisher.add("bikes.md", document("bikes"), by=1)
    trial = await publisher.trial()
    before = await served(publisher)
    with sqlite3.connect(database.place, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        assert "locked" in await unavailable(partial(publisher.publish, trial, by=1))
        assert "locked" in await unavailable(partial(publisher.add, "kites.md", document("kites"), by=1))
        other.execute("ROLLBACK")
    other.close()
    assert await served(publisher) == before
    assert await publisher.publish(trial, by=1) == 2


def command(folder: Path, *words: str, url: str, **options: object) -> subprocess.Popen[str]:
    environment = {
        "PATH": os.environ["PATH"],  # noqa: TID251 - what any program needs
        "PYTHONDONTWRITEBYTECODE": "1",  # on a full disk Python itself would leave half a file of it
        "BOT_DATA_DIR": str(folder / "data"),
        "BOT_DATABASE_URL": url,
        "BOT_CORPUS_DIR": str(folder / "bundled"),
    }
    return subprocess.Popen(
        [sys.executable, "-m", "bot", "corpus", *words],
        env=environment,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,  # type: ignore[call-overload]
    )


@pytest.mark.timeout(400)
async def test_a_kill_at_any_moment_leaves_the_version_before_or_the_new_one(
    publisher: CorpusPublisher, bundled: Path, tmp_path: Path, database_url: str
) -> None:
    """The same command goes on from there."""
    folder = shutil.copytree(bundled, tmp_path / "folder")
    text = "\n".join(document("kites").decode().splitlines()[8:]).replace("kites", "kites of paper")
    for count in range(300):
        one = document(f"kites-{count}").decode() + text.replace("##", "\n##")
        (folder / "en" / f"kites-{count}.md").write_text(one, encoding="utf-8")
    started = time.monotonic()
    process = command(tmp_path, "diff", str(folder), url=database_url)
    process.communicate()
    whole = max(time.monotonic() - started, 2.0)
    done = False
    for moment in range(8):
        process = command(tmp_path, "publish", str(folder), "--yes", url=database_url, start_new_session=True)
        await asyncio.sleep(whole * (0.2 + 0.25 * moment))
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        versions = await publisher.versions()
        assert [one.number for one in versions] in ([], [2, 1])
        done = bool(versions)
        files = await served(publisher)
        assert len([path for path in files if "kites-" in path]) == (300 if done else 0)
        if done:
            break
    if not done:
        process = command(tmp_path, "publish", str(folder), "--yes", url=database_url)
        out, err = process.communicate()
        assert process.returncode == 0, out + err
    assert len(await served(publisher)) >= 303


@pytest.mark.timeout(400)
@pytest.mark.parametrize("largest", [1_000, 60_000, 200_000])
async def test_a_disk_that_is_full_in_the_middle_is_told(
    publisher: CorpusPublisher, bundled: Path, tmp_path: Path, database_url: str, largest: int
) -> None:
    """No file can grow beyond some bytes; as on a full disk, some are written and some are not."""
    folder = shutil.copytree(bundled, tmp_path / "folder")
    body = "\n\n".join(f"The kites of paper number {count} fly over the hall." for count in range(4_000))
    (folder / "en" / "kites.md").write_bytes(
        document("kites").replace(b"Sources", f"{body}\n\nSources".encode())
    )
    before = await served(publisher)

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    process = await asyncio.to_thread(
        command, tmp_path, "publish", str(folder), "--yes", url=database_url, preexec_fn=limited
    )
    out, err = await asyncio.to_thread(process.communicate)
    assert process.returncode == 1, out + err
    assert "Traceback" not in err
    assert "was changed" in err
    assert await served(publisher) == before
    assert await publisher.versions() == []
    left = tmp_path / "data" / "corpus"
    if left.exists():
        assert [path for path in left.iterdir() if path.name.startswith(".new-")] == []
