"""The port between the chat and what keeps and publishes the corpus: see `bot.documents.publishing`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus.passages import Passage
    from corpus.quality.changes import Diff
    from corpus.quality.gate import Replayed, Verdict
    from corpus.reading.converting import Facts
    from storage.corpora import Version


class Refused(Exception):  # noqa: N818 - it says what happened
    """Publishing is refused: golden questions lose their answer, and nobody has overridden them."""

    def __init__(self, lost: Sequence[Replayed]) -> None:
        super().__init__("; ".join(f"{one.id}: {one.question}" for one in lost))
        self.lost = tuple(lost)


class Stale(Exception):  # noqa: N818 - as above
    """Another version was put in service since the trial: nothing was published, try again.

    Attributes:
        served: the number of the version that is served now.
    """

    def __init__(self, served: int) -> None:
        super().__init__(f"version {served} was put in service meanwhile")
        self.served = served


class NothingToPublish(Exception):  # noqa: N818 - as above
    """The draft is what is served."""


class PublishingUnavailable(Exception):  # noqa: N818 - as above
    """The disk is full, the database is locked: one line says what to do, and all is as before."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file of the draft that is not as it is served.

    Attributes:
        path: POSIX path inside the corpus folder.
        kind: what happens to it.
        title: the document's, or the path where it has none.
        by: Telegram id of who changed it; None for the command line.
        overtaken: another version of this very file was published since it was drafted.
    """

    path: str
    kind: Literal["added", "changed", "removed"]
    title: str
    by: int | None = None
    overtaken: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """The shared draft.

    Attributes:
        changes: what it would change, by path.
        base: the version that is served, None while none was published.
    """

    changes: tuple[Change, ...]
    base: int | None


@dataclass(frozen=True, slots=True)
class Added:
    """A file that was taken into the draft.

    Attributes:
        path: of its Markdown in the corpus folder.
        title: of the document.
        passages: what it becomes.
        answers: questions of the log that find no answer now and would get one from it.
        notes: what its keeper should know: what the conversion left out, passages that are too long.
        replaces: whether a file of that path was there.
    """

    path: str
    title: str
    passages: tuple[Passage, ...]
    answers: tuple[str, ...]
    notes: tuple[str, ...]
    replaces: bool


@dataclass(frozen=True, slots=True)
class Trial:
    """What would be published, and what that would do: hold on to it until it is confirmed.

    Attributes:
        base: the version it was judged against, None while none was published.
        serving: the number of the serving it was judged against; publishing needs it unchanged.
        origin: the draft, or a folder.
        files: the SHA-256 of each file by path, in hex.
        diff: what changes.
        verdict: what that does to the answers.
        told: how many would be told that a question of theirs has an answer at last.
        corrected: how many would be told that what they were shown has changed.
        notes: what its keeper should know beside.
    """

    base: int | None
    serving: int
    origin: Literal["draft", "folder"]
    files: Mapping[str, str]
    diff: Diff
    verdict: Verdict
    told: int = 0
    corrected: int = 0
    notes: tuple[str, ...] = ()


class Publisher(Protocol):
    """What keeps the corpus. `by` is a maintainer's Telegram id, None for the command line.

    Every method may raise `PublishingUnavailable`, with one line in English for people. What is served is
    touched by `publish` and `rollback` alone, and by these as a whole or not at all.
    """

    async def draft(self) -> Draft:
        """What would be published now."""
        ...

    async def add(
        self,
        name: str,
        content: bytes,
        *,
        by: int | None,
        facts: Facts | None = None,
        path: str | None = None,
    ) -> Added:
        """Take a file into the draft; what is no Markdown is converted, which may take a minute.

        A document whose id is there takes its place, wherever that is.

        Args:
            name: of the file; folders in it say nothing.
            content: the file, 20 MB at most.
            by: who.
            facts: title, theme, language and dates of what brings none; guessed where None.
            path: of its Markdown in the corpus folder; found where None.

        Raises:
            CorpusError: the file can't be used; the problem says why and what to do.
        """
        ...

    async def remove(self, path: str, *, by: int | None) -> None:
        """Take a document out of the draft, with the original it was made from.

        Raises:
            LookupError: the draft has no such file.
        """
        ...

    async def discard(self, path: str | None, *, by: int | None) -> None:
        """Drop the change of one file, or the whole draft where None."""
        ...

    async def trial(self) -> Trial:
        """Build the draft beside what is served, compare, and put the questions to both.

        The work is done in another process. A trial keeps: it may be published much later, if nothing was
        published in between.

        Raises:
            CorpusError: a file of the draft can't be used.
            NothingToPublish: the draft is what is served.
        """
        ...

    async def publish(
        self, trial: Trial, *, by: int | None, overrides: Mapping[str, str] = ..., tell: bool = True
    ) -> int:
        """Put what was tried in service; every bot takes it up within five seconds.

        Files that were drafted after the trial stay in the draft.

        Args:
            trial: as `trial` gave it.
            by: who.
            overrides: by id of a lost golden question, why it may be lost.
            tell: whether those who wait for an answer, or were shown what was wrong, are told.

        Returns:
            The number of the version.

        Raises:
            Refused: golden questions are lost that are not overridden.
            Stale: another version was put in service since the trial.
        """
        ...

    async def versions(self) -> list[Version]:
        """All versions, the newest first."""
        ...

    async def rollback(self, version: int, *, by: int | None) -> None:
        """Serve an earlier version again; the draft stays. The one that is served may be named, too.

        Raises:
            LookupError: there is no such version.
            Stale: another version was put in service in the same moment.
        """
        ...

    async def source(self, path: str) -> str:
        """The Markdown of a document as the draft has it, for a correction.

        Raises:
            LookupError: the draft has no such file.
        """
        ...
