"""Choosing how sure an answer has to be, on questions with and without an answer in the documents."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from corpus.answering.answerer import Answerer, Asker
from corpus.answering.indexes import open_or_build
from corpus.answering.limits import CAREFUL, Limits, fingerprint
from corpus.passages import Passage
from corpus.quality.evaluation import lines_of, read_line

ELSEWHERE = Path(__file__).parent / "elsewhere.jsonl"
"""Questions that other subjects answer, and other documents on this one."""
MOST_FALSE, MOST_FALSE_SURELY = 0.03, 0.06
"""Share of the questions without an answer that may get one, and the upper end of its 95 % interval."""
MOST_OFFERED, MOST_OFFERED_INSTEAD = 0.03, 0.06
"""Share of the questions without an answer, and of the golden ones, that may be offered sections to choose
from."""
NEARLY = 1.25
"""How many times as often kept limits may fail."""
LEAST_NEAR_MISSES = 50
"""Golden questions whose documents can be taken out, below which the measured limits may only be stricter
than the careful ones: what is asked from elsewhere is easily told apart, what is asked nearby is not."""
LEAST_QUESTIONS = 300
"""Questions without an answer below which the interval can't be met."""
ONE_IN_TWENTY = 0.05
STEP = 0.005
"""Between the limits that are tried."""
MOST_HEADINGS = 1_000
"""Headings asked, spread over the documents: what they find is told, the limits don't rest on it."""


class CalibrationError(ValueError):
    """No limits can be given; the message says why."""


class Asked(BaseModel):
    """A question; more fields may stand there."""

    question: str


class Golden(Asked):
    """A question with the words that have to stand in the passage shown, and others that answer it too."""

    quote: str
    also: tuple[str, ...] = ()


class _MaybeGolden(Asked):
    quote: str | None = None
    also: tuple[str, ...] = ()


Question = TypeVar("Question", bound=Asked)


@dataclass(frozen=True, slots=True)
class Calibration:
    """Limits, and what they were found to do.

    Attributes:
        corpus: fingerprint of the indexes it was measured on.
        answer: confidence from which a passage is given.
        choose: confidence from which sections are offered.
        without_answer: questions asked whose answer is not there.
        false_answers: share of them that get one.
        false_answers_at_most: upper end of its 95 % interval.
        falsely_offered: share of them that are offered sections.
        with_answer: questions asked whose answer is there and found first.
        answered: share of them that get it.
        offered: share of them that are offered sections.
    """

    corpus: str
    answer: float
    choose: float
    without_answer: int
    false_answers: float
    false_answers_at_most: float
    falsely_offered: float
    with_answer: int
    answered: float
    offered: float

    def record(self) -> dict[str, str | int | float]:
        """What is kept in a file."""
        return asdict(self)


def calibrate(answerer: Answerer, golden: Iterable[Golden], *, kept: Limits | None = None) -> Calibration:
    """The lowest limits that keep false answers rare; kept ones stay while they do so nearly as well.

    Without an answer are the questions from elsewhere, and the golden ones once the documents that answer
    them are taken out. With an answer are the golden ones, the headings and the terms that have a meaning.

    Args:
        answerer: over the documents.
        golden: questions with what they quote.
        kept: limits measured for nearly the same documents: a step for the sake of one question would change
            the answers to others.

    Raises:
        CalibrationError: no limit keeps them rare, or there are too few questions.
    """
    asked = list(golden)
    without = [_confidence(answerer, one.question) for one in read_asked(ELSEWHERE, Asked)]
    near = list(_taken_out(answerer, asked))
    without += near
    there = [found for half in (asked[::2], asked[1::2]) for found in _asked(_unaware(answerer, half), half)]
    within = [*(confidence for confidence, right in there if right), *_headings(answerer)]
    if len(without) < LEAST_QUESTIONS:
        raise CalibrationError(
            f"{len(without)} questions without an answer are too few: {LEAST_QUESTIONS} are needed."
        )
    in_scope = [confidence for confidence, _ in there]
    limits = kept if kept and _still_hold(kept, without) else _measured(without, in_scope)
    if len(near) < LEAST_NEAR_MISSES:
        limits = limits.stricter(CAREFUL)
    answer, choose = limits.answer, limits.choose
    false = sum(confidence >= answer for confidence in without)
    return Calibration(
        corpus=fingerprint(answerer.indexes, answerer.corpus.terms),
        answer=round(answer, 3),
        choose=round(choose, 3),
        without_answer=len(without),
        false_answers=round(false / len(without), 4),
        false_answers_at_most=round(upper_bound(false, len(without)), 4),
        falsely_offered=round(_share(without, choose, answer), 4),
        with_answer=len(within),
        answered=round(_share(within, answer, 2.0), 4),
        offered=round(_share(within, choose, answer), 4),
    )


def read_asked(file: Path, kind: type[Question]) -> list[Question]:
    """Read a JSONL file of questions.

    Raises:
        QuestionsError: the file or a line can't be read; the message names it.
    """
    return [read_line(line, where, kind) for line, where in lines_of(file)]


def read_golden(file: Path) -> list[Golden]:
    """Read the golden questions that quote what they expect.

    Raises:
        QuestionsError: the file or a line can't be read; the message names it.
    """
    asked = read_asked(file, _MaybeGolden)
    return [Golden(question=one.question, quote=one.quote, also=one.also) for one in asked if one.quote]


def upper_bound(hits: int, asked: int) -> float:
    """The upper end of the one-sided 95 % interval of a share, exact (Clopper and Pearson, 1934).

    The share at which so few hits would be seen only once in twenty.
    """
    low, high = hits / asked, 1.0
    for _ in range(40):
        share = (low + high) / 2
        low, high = (share, high) if _chance_of_at_most(hits, asked, share) > ONE_IN_TWENTY else (low, share)
    return high


def _chance_of_at_most(hits: int, asked: int, share: float) -> float:
    if share >= 1:
        return float(hits >= asked)
    return sum(
        math.comb(asked, count) * share**count * (1 - share) ** (asked - count) for count in range(hits + 1)
    )


def _measured(without: list[float], in_scope: list[float]) -> Limits:
    answer = _lowest(without)
    choose = answer
    while (
        choose > STEP
        and _share(without, choose - STEP, answer) <= MOST_OFFERED
        and _share(in_scope, choose - STEP, answer) <= MOST_OFFERED_INSTEAD
    ):
        choose -= STEP
    return Limits(answer, choose)


def _still_hold(limits: Limits, without: list[float]) -> bool:
    """Whether limits keep false answers nearly as rare as measured ones do."""
    false = sum(confidence >= limits.answer for confidence in without)
    return (
        false / len(without) <= MOST_FALSE * NEARLY
        and upper_bound(false, len(without)) <= MOST_FALSE_SURELY
        and _share(without, limits.choose, limits.answer) <= MOST_OFFERED * NEARLY
    )


def _lowest(without: list[float]) -> float:
    """The lowest limit at which false answers are rare, surely."""
    for step in range(1, int(1 / STEP)):
        limit = step * STEP
        false = sum(confidence >= limit for confidence in without)
        if false / len(without) <= MOST_FALSE and upper_bound(false, len(without)) <= MOST_FALSE_SURELY:
            return limit
    raise CalibrationError(
        "No limit keeps false answers rare: see which questions from elsewhere the documents answer."
    )


def _confidence(answerer: Answerer, question: str, without: frozenset[str] = frozenset()) -> float:
    found = answerer.find(question, answerer.language_of(question, Asker()), without=without)
    return found[0].confidence if found else 0.0


def _taken_out(answerer: Answerer, golden: Iterable[Golden]) -> Iterator[float]:
    """How sure the rest is once each document that holds the answer, in any language, is taken out."""
    family = {document.id: document.translation_of or document.id for document in answerer.corpus.documents}
    passages = list(answerer.corpus.passages)
    for one in golden:
        quotes = (one.quote, *one.also)
        holding = {
            family[passage.document] for passage in passages for quote in quotes if holds(passage, quote)
        }
        out = frozenset(passage.id for passage in passages if family[passage.document] in holding)
        if out:  # the glossary's meanings are no passages
            yield _confidence(answerer, one.question, out)


def holds(passage: Passage, quote: str) -> bool:
    """Whether these words stand in a passage."""
    return quote in " ".join(passage.sentences)


def _asked(answerer: Answerer, golden: Iterable[Golden]) -> Iterator[tuple[float, bool]]:
    """How sure the passage found first makes, and whether it is the right one."""
    for one in golden:
        found = answerer.find(one.question, answerer.language_of(one.question, Asker()))
        if found:
            yield found[0].confidence, holds(found[0].passage, one.quote)


def _unaware(answerer: Answerer, golden: Sequence[Golden]) -> Answerer:
    """The same without these questions among those its passages are known to answer."""
    forgotten = frozenset(one.question for one in golden)
    documents = [
        replace(document, passages=tuple(_forgetting(passage, forgotten) for passage in document.passages))
        for document in answerer.corpus.documents
    ]
    corpus = replace(answerer.corpus, documents=tuple(documents))
    return Answerer(corpus, open_or_build(corpus, known=answerer.indexes))


def _forgetting(passage: Passage, forgotten: frozenset[str]) -> Passage:
    kept = {
        language: tuple(question for question in listed if question not in forgotten)
        for language, listed in passage.asked.items()
    }
    return replace(passage, asked={language: listed for language, listed in kept.items() if listed})


def _headings(answerer: Answerer) -> Iterator[float]:
    passages = list(answerer.corpus.passages)
    for passage in passages[:: -(-len(passages) // MOST_HEADINGS) or 1]:
        found = answerer.find(passage.heading, passage.language)
        if found and found[0].passage.fingerprint == passage.fingerprint:
            yield found[0].confidence


def _share(confidences: list[float], low: float, high: float) -> float:
    return (
        sum(low <= confidence < high for confidence in confidences) / len(confidences) if confidences else 0.0
    )
