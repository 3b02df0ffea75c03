"""What is wrong in a corpus, said so that its keeper can mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in one file; `line` counts from 1."""

    path: str
    line: int
    message: str
    remedy: str
    fatal: bool = True

    def __str__(self) -> str:
        severity = "" if self.fatal else "note: "
        return f"{self.path}:{self.line}: {severity}{self.message}. {self.remedy}."


class CorpusError(ValueError):
    """A file that can't be used; carries its problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem

    def __reduce__(self) -> tuple[type["CorpusError"], tuple[Problem]]:
        return CorpusError, (self.problem,)  # from one process to another
