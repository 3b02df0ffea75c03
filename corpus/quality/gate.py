"""The gate before publishing: the same questions put to what is served and to what would be."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shown:
    """What a question is answered with.

    Attributes:
        kind: as `corpus.answering.answer.Kind`.
        document: POSIX path of the file quoted, empty if none is.
        section: its heading path.
        text: the sentence that answers best, empty if none does.
    """

    kind: str
    document: str = ""
    section: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Replayed:
    """A question answered before and after.

    Attributes:
        id: of the golden question, or `q` and the number in the log.
        question: as asked.
        before: its answer over what is served.
        after: its answer over what would be.
    """

    id: str
    question: str
    before: Shown
    after: Shown


@dataclass(frozen=True, slots=True)
class Verdict:
    """What publishing would do to the answers.

    Attributes:
        golden: golden questions asked.
        real: questions of the log asked.
        lost: golden questions answered rightly now and no longer then: publishing is refused.
        silenced: questions of the log that lose their answer.
        moved: questions answered from another text.
        answered: questions that get an answer at last.
        astray: questions out of scope that would now be answered.
    """

    golden: int = 0
    real: int = 0
    lost: tuple[Replayed, ...] = ()
    silenced: tuple[Replayed, ...] = ()
    moved: tuple[Replayed, ...] = ()
    answered: tuple[Replayed, ...] = ()
    astray: tuple[Replayed, ...] = ()

    def refused(self, overridden: Collection[str] = ()) -> tuple[Replayed, ...]:
        """The lost golden questions that nobody has taken upon themselves, by id."""
        return tuple(one for one in self.lost if one.id not in overridden)
