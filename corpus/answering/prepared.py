"""A folder of documents with what was read of them and their indexes kept beside: it opens in a moment."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from corpus.answering.answerer import Answerer
from corpus.answering.indexes import Indexes, open_or_build
from corpus.answering.limits import limits_of
from corpus.glossary import Term
from corpus.passages import Document
from corpus.reading.folder import Corpus, read_corpus
from corpus.reading.problems import Problem
from corpus.reading.workshop import read_workshop

PREPARED = ".prepared"
"""The folder, beside the documents, of what was made of them."""
_INDEXES, _READING = "index", "documents.json"


@dataclass(frozen=True, slots=True)
class _Reading:
    """What was read of a folder, but for `workshop.yaml`: its cards are always read themselves."""

    program: str
    documents: tuple[Document, ...]
    terms: tuple[Term, ...]
    problems: tuple[Problem, ...]


def prepare(folder: Path, *, known: Indexes | None = None) -> Answerer:
    """Read a folder, build its indexes, and keep both beside the documents.

    Args:
        folder: of documents; it is written into.
        known: indexes of another version: what stands there too is not analysed again.

    Raises:
        CorpusError: the corpus has no usable `workshop.yaml`.
        OSError: the folder can't be written.
    """
    corpus, kept = read_corpus(folder), folder / PREPARED
    kept.mkdir(exist_ok=True)
    reading = _Reading(_program(), corpus.documents, corpus.terms, corpus.problems)
    (kept / _READING).write_bytes(_adapter().dump_json(reading))
    indexes = open_or_build(
        corpus, kept / _INDEXES, known=known, keep=True, least=0, refused=_raise_unwritten
    )
    return Answerer(corpus, indexes, limits=limits_of(folder, indexes, corpus.terms)[0])


def open_prepared(
    folder: Path,
    *,
    known: Indexes | None = None,
    refused: Callable[[Exception], object] = lambda _error: None,
) -> Answerer:
    """Open a folder with what was prepared of it; what is missing or of another program is made anew.

    Args:
        folder: of documents.
        known: indexes of another version, for what has to be built.
        refused: told of what was prepared and is of no use.

    Raises:
        CorpusError: the corpus has no usable `workshop.yaml`.
    """
    corpus = _kept_reading(folder, refused) or read_corpus(folder)
    indexes = open_or_build(corpus, folder / PREPARED / _INDEXES, known=known, refused=refused)
    return Answerer(corpus, indexes, limits=limits_of(folder, indexes, corpus.terms)[0])


def _kept_reading(folder: Path, refused: Callable[[Exception], object]) -> Corpus | None:
    try:
        reading = _adapter().validate_json((folder / PREPARED / _READING).read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValidationError) as error:
        refused(error)
        return None
    if reading.program != _program():
        return None
    workshop = read_workshop(folder / "workshop.yaml")
    return Corpus(workshop, reading.documents, reading.terms, reading.problems, folder)


@lru_cache
def _adapter() -> TypeAdapter[_Reading]:
    return TypeAdapter(_Reading)


@lru_cache
def _program() -> str:
    """The same only for programs that read alike: a hash of the sources of this package."""
    package = Path(__file__).parent.parent
    return sha256(b"".join(file.read_bytes() for file in sorted(package.rglob("*.py")))).hexdigest()


def _raise_unwritten(error: Exception) -> None:
    """An index of other documents is written over; one that can't be written is told."""
    if isinstance(error, OSError):
        raise error
