"""A folder of documents read into a corpus; one bad file never takes the others down."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.glossary import Term
from corpus.passages import Document, Passage
from corpus.reading.glossary import read_glossary
from corpus.reading.markdown import read_markdown
from corpus.reading.problems import CorpusError, Problem
from corpus.reading.questions import with_questions
from corpus.reading.workshop import read_workshop
from corpus.workshop import Workshop

BUNDLED = Path(__file__).parent.parent / "documents"
"""The workshop that comes with the program."""

ORIGINALS = "originals"
"""The folder, beside the documents, of the files they were imported from; not read itself."""

LARGEST_FILE = 5_000_000
"""Bytes; a longer Markdown file is a mistake, not a document."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """What the bot knows, where it was read, and what kept some of it out."""

    workshop: Workshop
    documents: tuple[Document, ...]
    terms: tuple[Term, ...]
    problems: tuple[Problem, ...]
    folder: Path

    @property
    def passages(self) -> Iterator[Passage]:
        """All passages, document by document."""
        return (passage for document in self.documents for passage in document.passages)

    @property
    def documents_by_theme(self) -> dict[str, list[str]]:
        """The ids of the documents of each theme, in whatever language."""
        themes = self.workshop.themes
        return {theme: [one.id for one in self.documents if one.theme == theme] for theme in themes}

    def versions(self, language: str) -> frozenset[str]:
        """The ids read in a language: of a document with translations the one in it, else the original."""
        chosen: dict[str, Document] = {}
        for document in self.documents:
            original = document.translation_of or document.id
            rival = chosen.get(original)
            is_rightful = document.id == original and rival is not None and rival.language != language
            if rival is None or document.language == language or is_rightful:
                chosen[original] = document
        return frozenset(document.id for document in chosen.values())


def read_corpus(folder: Path) -> Corpus:
    """Read `workshop.yaml`, `glossary.yaml` and every Markdown file below a folder.

    Raises:
        CorpusError: `workshop.yaml` is missing or can't be used: without its safety cards nothing is served.
    """
    workshop = read_workshop(folder / "workshop.yaml")
    problems: list[Problem] = []
    documents: dict[str, Document] = {}
    for file in sorted(set(folder.rglob("*.md")) - set((folder / ORIGINALS).rglob("*.md"))):
        try:
            document, notes = _read_document(file, folder=folder, workshop=workshop)
            _refuse_twin(document, documents)
        except CorpusError as error:
            problems.append(error.problem)
        else:
            problems += notes
            documents[document.id] = document
    terms = _read_terms(folder / "glossary.yaml", problems)
    known, faults = with_questions(documents.values(), folder)
    if any(problem.fatal for problem in problems):  # what is asked of a document that is left out is no fault
        faults = ()
    return Corpus(workshop, known, terms, (*problems, *faults), folder)


def _read_document(file: Path, *, folder: Path, workshop: Workshop) -> tuple[Document, list[Problem]]:
    path = file.relative_to(folder).as_posix()
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise _error(path, f"larger than {LARGEST_FILE:,} bytes", "Split the document")
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise _error(path, f"can't be read: {error.strerror}", "Check the file and its rights") from None
    except UnicodeDecodeError as error:
        message = f"byte {error.start} is no UTF-8"
        raise _error(path, message, "Save the file with the encoding UTF-8") from None
    return read_markdown(text, path=path, themes=tuple(workshop.themes))


def _refuse_twin(document: Document, documents: dict[str, Document]) -> None:
    twin = documents.get(document.id)
    if twin:
        raise _error(document.path, f"the id '{document.id}' is taken by {twin.path}", "Give one another id")


def _read_terms(file: Path, problems: list[Problem]) -> tuple[Term, ...]:
    if not file.exists():
        return ()
    try:
        terms, faults = read_glossary(file)
    except CorpusError as error:
        problems.append(error.problem)
    except (OSError, UnicodeDecodeError) as error:
        problems.append(Problem(file.name, 1, f"can't be read: {error}", "Save it as UTF-8"))
    else:
        problems += faults
        return terms
    return ()


def _error(path: str, message: str, remedy: str) -> CorpusError:
    return CorpusError(Problem(path, 1, message, remedy))
