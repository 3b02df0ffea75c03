"""Measuring answers on questions whose right behaviour is known."""

import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, Field, ValidationError

RIGHT_KINDS = {
    "answer": ("answer", "agenda", "definition", "choose"),
    "abstain": ("not_found", "choose"),
    "safety": ("safety",),
    "refuse": ("refusal", "safety"),
    "smalltalk": ("smalltalk",),
}
"""The kinds of answers that are right, by the behaviour a question asks for."""
CONFIDENT = ("answer", "agenda", "definition")


Model = TypeVar("Model", bound=BaseModel)


class QuestionsError(ValueError):
    """A question file that can't be used; the message names the line."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question with what is expected of its answer; the patterns ignore case."""

    id: str
    text: str
    language: str
    category: str
    behaviour: str
    expect: tuple[re.Pattern[str], ...]
    forbid: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as far as it is judged: its kind, everything it says, and its time."""

    kind: str
    said: str
    milliseconds: float


@dataclass(frozen=True, slots=True)
class Judged:
    """A question, its answer, and the verdict."""

    question: Question
    given: Given
    right: bool

    @property
    def wrong_confident(self) -> bool:
        """Content was given that is wrong, or was not due."""
        return self.given.kind in CONFIDENT and not self.right


def read_questions(file: Path) -> list[Question]:
    """Read a JSONL file of questions.

    Raises:
        QuestionsError: the file or a line can't be read; the message names it.
    """
    return [_question(line, where) for line, where in lines_of(file)]


def lines_of(file: Path) -> list[tuple[str, str]]:
    """The lines of a JSONL file that are not blank, each with where it stands.

    Raises:
        QuestionsError: the file can't be read.
    """
    try:
        lines = file.read_text(encoding="utf-8-sig").split("\n")  # other line ends are letters of JSON
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionsError(f"{file} can't be read: {error}") from None
    return [(line, f"{file}:{number}") for number, line in enumerate(lines, 1) if line.strip()]


def read_line(line: str, where: str, kind: type[Model]) -> Model:
    """A line of a question file.

    Raises:
        QuestionsError: it is no JSON, or a field is missing or wrong; the message names both.
    """
    try:
        return kind.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = "".join(f"the field '{name}': " for name in first["loc"][:1])
        raise QuestionsError(f"{where}: {field}{first['msg']}") from None


def evaluate(
    questions: Iterable[Question],
    ask: Callable[[str, str | None], Given],
    why: Callable[[Question], str] = lambda _question: "",
) -> dict[str, Any]:
    """Ask every question and report, rates in 0-1, times in milliseconds.

    Args:
        questions: what to ask.
        ask: gives the answer to a text; its second argument is the asker's language, always None here:
            the language has to be found from the text.
        why: gives the cause of a miss.
    """
    judged = [judge(question, ask(question.text, None)) for question in questions]
    times = sorted(one.given.milliseconds for one in judged)
    safety = [one.right for one in judged if one.question.behaviour == "safety"]
    return {
        **_rates(judged),
        "choose": {behaviour: _chosen(judged, behaviour) for behaviour in ("answer", "abstain")},
        "safety_recall": _share(safety) if safety else None,
        "p50_ms": round(statistics.median(times), 3) if times else 0.0,
        "p95_ms": round(times[int(0.95 * (len(times) - 1))], 3) if times else 0.0,
        "by": {side: _by(judged, side) for side in ("language", "category", "behaviour")},
        "confusion": _confusion(judged),
        "misses": [{**_miss(one), "cause": why(one.question)} for one in judged if not one.right],
    }


def judge(question: Question, given: Given) -> Judged:
    """Whether an answer is of a right kind and says what is expected and nothing forbidden."""
    right = given.kind in RIGHT_KINDS[question.behaviour]
    if question.behaviour == "answer":
        right = right and all(pattern.search(given.said) for pattern in question.expect)
    if question.forbid and question.forbid.search(given.said):
        right = False
    return Judged(question, given, right)


class _Entry(BaseModel):
    """A line of a question file; more fields may stand there."""

    id: Annotated[str, Field(coerce_numbers_to_str=True)]
    question: str
    lang: str
    category: str
    behaviour: Literal["answer", "abstain", "safety", "refuse", "smalltalk"]
    expect: list[str] | None = None
    quote: str | None = None
    forbid: str | None = None


def _question(line: str, where: str) -> Question:
    entry = read_line(line, where, _Entry)
    quoted = (re.escape(entry.quote),) if entry.quote else ()
    return Question(
        id=entry.id,
        text=entry.question,
        language=entry.lang,
        category=entry.category,
        behaviour=entry.behaviour,
        expect=tuple(_pattern(text, where) for text in (*quoted, *(entry.expect or ()))),
        forbid=_pattern(entry.forbid, where) if entry.forbid else None,
    )


def _pattern(text: str, where: str) -> re.Pattern[str]:
    try:
        return re.compile(text, re.IGNORECASE | re.DOTALL)
    except re.error as error:
        raise QuestionsError(f"{where}: {text!r} is no pattern: {error}") from None


def _rates(judged: Sequence[Judged]) -> dict[str, Any]:
    return {
        "n": len(judged),
        "right": _share(one.right for one in judged),
        "wrong_confident": _share(one.wrong_confident for one in judged),
    }


def _chosen(judged: Iterable[Judged], behaviour: str) -> float:
    return _share(one.given.kind == "choose" for one in judged if one.question.behaviour == behaviour)


def _by(judged: Iterable[Judged], side: str) -> dict[str, Any]:
    groups: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        groups[getattr(one.question, side)].append(one)
    return {name: _rates(group) for name, group in sorted(groups.items())}


def _confusion(judged: Iterable[Judged]) -> dict[str, dict[str, int]]:
    """How many questions of each behaviour were given each kind of answer."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in judged:
        counts[one.question.behaviour][one.given.kind] += 1
    return {behaviour: dict(kinds.most_common()) for behaviour, kinds in sorted(counts.items())}


def _miss(one: Judged) -> dict[str, str]:
    said = " ".join(one.given.said.split())[:200]
    return {"id": one.question.id, "question": one.question.text, "kind": one.given.kind, "said": said}


def _share(values: Iterable[bool]) -> float:
    listed = list(values)
    return round(sum(listed) / len(listed), 4) if listed else 0.0
