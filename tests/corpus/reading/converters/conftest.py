"""What the tests of imported files share: the real process, and the document that comes out of it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from corpus.passages import Document
from corpus.reading.converting import Converted, Facts, convert
from corpus.reading.folder import BUNDLED
from corpus.reading.markdown import read_markdown
from corpus.reading.problems import CorpusError, Problem
from corpus.reading.workshop import read_workshop
from corpus.workshop import Workshop

TODAY = dt.date(2026, 11, 24)


@dataclass(frozen=True)
class Imported:
    """A converted file and the document it is read as."""

    converted: Converted
    document: Document

    @property
    def texts(self) -> dict[str, str]:
        """The text of each passage by its section path."""
        return {" › ".join(passage.section): passage.text for passage in self.document.passages}

    @property
    def notes(self) -> list[str]:
        """What the maintainer is told, the theme apart."""
        return [note.message for note in self.converted.notes if "theme" not in note.message]


Import = Callable[..., Imported]


@pytest.fixture(scope="session")
def workshop() -> Workshop:
    return read_workshop(BUNDLED / "workshop.yaml")


@pytest.fixture(scope="session")
def take(workshop: Workshop) -> Import:
    """Import a file as the bot does."""

    def take(name: str, content: bytes, **facts: object) -> Imported:
        converted = convert(
            name,
            content,
            workshop=workshop,
            today=TODAY,
            facts=Facts(**facts),  # type: ignore[arg-type]  # the test's own
        )
        path = f"{converted.id}.md"
        document, _ = read_markdown(converted.markdown, path=path, themes=list(workshop.themes))
        return Imported(converted, document)

    return take


@pytest.fixture(scope="session")
def refusal(take: Import) -> Callable[[str, bytes], Problem]:
    """Why a file is not taken."""

    def refusal(name: str, content: bytes) -> Problem:
        with pytest.raises(CorpusError) as refused:
            take(name, content)
        problem = refused.value.problem
        assert problem.remedy
        return problem

    return refusal
