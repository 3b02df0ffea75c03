"""What the commands `corpus …` do: they draft and publish; running bots take it up."""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from bot.clock import Clock
from bot.confirming import FAILED, WRONG_CALL, confirm, say, stop
from bot.documents.publishing import CorpusPublisher
from bot.documents.showing import diff_lines, verdict_lines
from bot.documents.taking import FromFolder, mark_version
from bot.settings import read_settings
from bot.wiring import build_answerer, build_database, build_publisher
from corpus.quality.changes import Diff
from corpus.reading.converting import LARGEST, Facts
from corpus.reading.problems import CorpusError
from handlers.publishing import Added, NothingToPublish, PublishingUnavailable, Refused, Stale, Trial
from storage.database import DatabaseTooNew, DatabaseUnavailable

SHOWN = 12
"""Passages and questions of a preview."""

Result = TypeVar("Result")


class Keeping:
    """The documents in the database of the settings."""

    def __init__(self) -> None:
        self._settings = read_settings()

    def add(self, files: Sequence[Path], facts: Facts, *, path: str | None) -> None:
        """Take files into the draft; one that can't be taken leaves the others."""
        if len(files) > 1 and (path or facts.title):
            stop("--path and --title go with one file.", status=WRONG_CALL)
        _check_path(path)
        contents = [(file, _read(file)) for file in files]

        async def added(publisher: CorpusPublisher) -> list[CorpusError]:
            refused = []
            for file, content in contents:
                try:
                    one = await publisher.add(file.name, content, by=None, facts=facts, path=path)
                except CorpusError as error:
                    refused.append(error)
                else:
                    print("\n".join(_added_lines(file, one)))
            return refused

        refused = self._run(added)
        for error in refused:
            say(str(error))
        if len(refused) < len(contents):
            print("Next: workshop-bot corpus diff, workshop-bot corpus publish")
        if refused:
            raise SystemExit(FAILED)

    def remove(self, paths: Sequence[str]) -> None:
        """Take documents out of the draft."""

        async def removed(publisher: CorpusPublisher) -> None:
            for path in paths:
                await publisher.remove(path, by=None)
                print(f"{path} is taken out of the draft.")

        self._run(removed)

    def discard(self, path: str | None, *, yes: bool) -> None:
        """Drop the change of one file, or all."""
        confirm(f"Drop what was drafted of {path or 'all files'}?", yes=yes)
        self._run(lambda publisher: publisher.discard(path, by=None))
        print("Dropped.")

    def diff(self, folder: Path | None, *, as_json: bool) -> None:
        """Print what changes; where that can't be published as it is, the command fails."""
        self._refuse_missing(folder)

        async def compared(publisher: CorpusPublisher) -> Diff:
            if folder is None:
                served, files = await publisher.drafted_files()
                return await publisher.compare(served, files, served.local)
            served, found = await publisher.take_folder(folder)
            if not as_json:
                say("\n".join(_folder_lines(folder, found)))
            return await publisher.compare(served, found.files, {**served.local, **found.local})

        changes = self._run(compared)
        print(_dumped(_as_record(changes)) if as_json else "\n".join(diff_lines(changes)))
        if any(finding.kind == "unreadable" for finding in changes.findings):
            raise SystemExit(FAILED)

    def publish(
        self,
        folder: Path | None,
        *,
        yes: bool,
        overridden: Sequence[str],
        reasons: Sequence[str],
        tell: bool,
    ) -> None:
        """Try, show, ask, put in service."""
        self._refuse_missing(folder)
        overrides = _paired(overridden, reasons)
        trial = self._run(lambda publisher: self._tried(publisher, folder))
        if trial is None:
            print("Nothing changes: what is served stays.")
            return
        print("\n".join((*diff_lines(trial.diff), "", *verdict_lines(trial.verdict), *trial.notes)))
        if refused := trial.verdict.refused(overrides):
            ids = ", ".join(one.id for one in refused)
            stop(
                f"Not published: golden questions lose their answer: {ids}. Mend the documents, or take it "
                "upon you: --override ID --reason TEXT, for each.",
                status=FAILED,
            )
        for unknown in overrides.keys() - {one.id for one in trial.verdict.lost}:
            say(f"{unknown} is not lost: nothing to override.")
        if trial.told or trial.corrected:
            go_out = "go out with it; --no-tell leaves them out." if tell else "are left out."
            answers = f"{trial.told:,} answers to questions that waited"
            print(f"{answers} and {trial.corrected:,} corrections of what was shown {go_out}")
        confirm("Publish it?", yes=yes)
        number = self._run(
            lambda publisher: publisher.publish(trial, by=None, overrides=overrides, tell=tell)
        )
        if folder:
            mark_version(folder, number)
        print(f"Version {number} is published; running bots serve it within five seconds.")
        if self._settings.corpus_dir:
            say("BOT_CORPUS_DIR is set: a bot with this setting goes on serving that folder.")

    @staticmethod
    def _refuse_missing(folder: Path | None) -> None:
        if folder and not folder.is_dir():
            stop(f"{folder} is no folder.", status=WRONG_CALL)

    async def _tried(self, publisher: CorpusPublisher, folder: Path | None) -> Trial | None:
        try:
            if folder is None:
                return await publisher.trial()
            served, found = await publisher.take_folder(folder)
            print("\n".join(_folder_lines(folder, found)))
            mark_version(folder, found.since)
            return await publisher.try_folder(served, found)
        except NothingToPublish:
            return None

    def versions(self, *, as_json: bool) -> None:
        """Print the versions."""
        found = self._run(lambda publisher: publisher.versions())
        if as_json:
            print(_dumped([asdict(one) for one in found]))
            return
        for one in found:
            by = f"by {one.by}" if one.by else "by command"
            line = f"{one.number:>4}  {one.at:%Y-%m-%d %H:%M} UTC  {one.documents:>5} documents  {by}"
            print(line + ("  served" if one.served else ""))
            for question, reason in one.overrides.items():
                print(f"      lost {question}: {reason}")
        if not found:
            print("Nothing was published yet.")

    def rollback(self, version: int, *, yes: bool) -> None:
        """Serve an earlier version again; asks only a person at a terminal: what is wrong must go quickly."""
        confirm(f"Serve version {version} again?", yes=yes or not sys.stdin.isatty())
        self._run(lambda publisher: publisher.rollback(version, by=None))
        print(f"Version {version} is served; running bots take it up within five seconds.")

    def export(self, folder: Path, *, yes: bool) -> None:
        """Write what is served into a folder; what else is there stays."""
        if folder.exists() and not folder.is_dir():
            stop(f"{folder} is no folder.", status=WRONG_CALL)
        if folder.is_dir() and any(folder.iterdir()):
            confirm(f"{folder} is not empty: files of the same names are written over. Go on?", yes=yes)

        count = self._run(lambda publisher: publisher.export(folder))
        print(f"{count} files are in {folder}.")

    def _run(self, work: Callable[[CorpusPublisher], Awaitable[Result]]) -> Result:
        async def opened() -> Result:
            database = build_database(self._settings)
            try:
                await database.migrate()
                return await work(
                    build_publisher(self._settings, database, now=Clock(self._settings.clock).now)
                )
            finally:
                await database.close()

        with _problems_told():
            return asyncio.run(opened())


def listed(*, as_json: bool) -> str:
    """The documents that are served, a line each; no database is made for it."""
    answerer = build_answerer(read_settings())
    rows = [
        {
            "path": one.path,
            "title": one.title,
            "language": one.language,
            "theme": one.theme,
            "date": one.date,
            "review": one.review,
            "passages": len(one.passages),
        }
        for one in answerer.corpus.documents
    ]
    if as_json:
        return _dumped(rows)
    width = max((len(one.path) for one in answerer.corpus.documents), default=0)
    return "\n".join(
        f"{row['path']:<{width}}  {row['date']}  {row['passages']:>4}  {row['title']}" for row in rows
    )


def _added_lines(file: Path, added: Added) -> Iterator[str]:
    yield f"{file} → {added.path}{' (replaced)' if added.replaces else ''}: {added.title}"
    for passage in added.passages[:SHOWN]:
        page = f", {passage.page.kind} {passage.page.label}" if passage.page else ""
        yield f"  {' › '.join(passage.section)}{page}: {len(passage.text.split())} words"
    if len(added.passages) > SHOWN:
        yield f"  … and {len(added.passages) - SHOWN:,} more passages"
    if added.answers:
        yield f"  It would answer {len(added.answers):,} questions of the log that find no answer now:"
        yield from (f"    {question}" for question in added.answers[:SHOWN])
    yield from (f"  {note}" for note in added.notes[:SHOWN])


def _folder_lines(folder: Path, found: FromFolder) -> Iterator[str]:
    yield f"Taken from {folder}: {_counted(found.taken)}."
    yield from (f"  {word} {path}" for word, path in found.taken[:SHOWN])
    if len(found.taken) > SHOWN:
        yield f"  … and {len(found.taken) - SHOWN:,} more"
    yield from (
        f"  kept {path}: it came another way; 'corpus export' brings it here" for path in found.kept[:SHOWN]
    )
    yield from (f"  left {path}: {reason}" for path, reason in found.left[:SHOWN])


def _counted(taken: Sequence[tuple[str, str]]) -> str:
    counts = {word: sum(one == word for one, _ in taken) for word in ("added", "changed", "removed")}
    return ", ".join(f"{count:,} {word}" for word, count in counts.items() if count) or "nothing"


def _paired(overridden: Sequence[str], reasons: Sequence[str]) -> dict[str, str]:
    """The reason of each override."""
    given = [reason.strip() for reason in reasons]
    if len(given) == 1:
        given *= max(len(overridden), 1)
    if len(given) != len(overridden) or not all(given):
        stop("Each --override ID takes a --reason TEXT, or all take one.", status=WRONG_CALL)
    return dict(zip(overridden, given, strict=True))


def _check_path(path: str | None) -> None:
    if path is None:
        return
    parts = path.split("/")
    plain = (
        path.isprintable()
        and "\\" not in path
        and not any(part in ("", "..") or part[0] == "." for part in parts)
    )
    if not plain or not path.endswith(".md"):
        stop(f"--path is {path!r}: expected a place below the folder, such as en/maps.md.", status=WRONG_CALL)


def _read(file: Path) -> bytes:
    if file.is_dir():
        stop(f"{file} is a folder: name files, or publish it: corpus publish {file}", status=WRONG_CALL)
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError as error:
        stop(f"{file} can't be read: {error.strerror}.", status=WRONG_CALL)


def _as_record(changes: Diff) -> dict[str, Any]:
    found = [
        {**asdict(finding), **({"numbers": finding.numbers} if any(finding.numbers) else {})}
        for finding in changes.findings
    ]
    return {"findings": found, "rewritten": changes.rewritten}


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, default=_iso)


def _iso(value: date | datetime) -> str:
    return value.isoformat()


@contextmanager
def _problems_told() -> Iterator[None]:
    """End the command with one line that says what to do."""
    try:
        yield
    except Refused as error:  # also where the golden questions changed since they were shown
        stop(f"Not published: golden questions lose their answer: {error}.", status=FAILED)
    except Stale as error:
        stop(
            f"Not published: version {error.served} was put in service meanwhile. Nothing is lost: what was "
            "drafted is still there. Run the command again, to see it against that version.",
            status=FAILED,
        )
    except LookupError as error:
        stop(f"{error.args[0]}: see 'corpus list', 'corpus diff' and 'corpus versions'.", status=FAILED)
    except (PublishingUnavailable, DatabaseTooNew, DatabaseUnavailable) as error:
        stop(str(error), status=FAILED)
    except KeyboardInterrupt:
        stop("Left; what is served stays.", status=FAILED)
