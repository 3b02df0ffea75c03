"""What comes out of a question: values, before any wording or markup."""

from dataclasses import dataclass, replace
from typing import Literal, Self

from corpus.passages import Page, Passage, Source

Kind = Literal["answer", "definition", "choose", "not_found", "safety", "refusal", "smalltalk"]
Card = Literal["found", "inside"]
Topic = Literal["greeting", "thanks", "farewell", "about", "praise"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that came into question; `confidence` in 0–1."""

    passage: Passage
    confidence: float


@dataclass(frozen=True, slots=True)
class Citation:
    """Where quotes stand: a file of the corpus, and the sources that passage itself rests on."""

    document: str
    title: str
    section: str
    rests_on: tuple[Source, ...]
    page: Page | None = None

    @property
    def url(self) -> str | None:
        """The first public address among the sources."""
        return next((source.url for source in self.rests_on if source.url), None)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer.

    Attributes:
        kind: what sort of answer it is.
        language: of the asker's message, the language the bot speaks in.
        quotes: sentences to the letter; a card's steps for `safety` and `refusal`; one for each section of
            `choose`.
        citations: one for each place quoted.
        marked: of the quotes the one that holds what was asked: who, when, where, how many.
        confidence: 0–1; 1 for cards, definitions and small talk.
        candidates: passages in order of rank, the quoted one first; the sections of `choose`; the nearest
            ones for `not_found`.
        card: which card a `safety` answer shows.
        topic: what a `smalltalk` answer responds to.
        milliseconds: time spent on the answer.
        leans_on: of a follow-up, the question that was answered, in full; None where it stands alone.
    """

    kind: Kind
    language: str
    quotes: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    marked: str | None = None
    confidence: float = 1.0
    candidates: tuple[Candidate, ...] = ()
    card: Card | None = None
    topic: Topic | None = None
    milliseconds: float = 0.0
    leans_on: str | None = None

    def timed(self, milliseconds: float) -> Self:
        """The same answer with the time it took."""
        return replace(self, milliseconds=round(milliseconds, 3))


def cite(passage: Passage) -> Citation:
    """The citation of a passage."""
    return Citation(passage.path, passage.title, " › ".join(passage.section), passage.sources, passage.page)
