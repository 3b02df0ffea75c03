"""Why a question was answered as it was, and what went wrong where it was answered wrongly."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from corpus.answering.answer import Answer
from corpus.answering.answerer import Answerer, Asker
from corpus.answering.search import RERANKED, Found, Word
from corpus.passages import Passage
from corpus.quality.evaluation import Question

Cause = Literal[
    "not in the corpus",
    "other words",
    "outranked",
    "limit too strict",
    "limit too loose",
    "another sentence",
    "another kind",
]


@dataclass(frozen=True, slots=True)
class Explanation:
    """How an answer came about.

    Attributes:
        language: the one the question was read in.
        answer: what was given.
        found: the passages that hold something of it, best first.
        words: what the question asks for, held by the expected passage, else by the best one.
        expected: the passage that was expected.
        rank: where the expected one stands among those found, from 1; None if it is not among them.
    """

    language: str
    answer: Answer
    found: tuple[Found, ...]
    words: tuple[Word, ...]
    expected: Passage | None = None
    rank: int | None = None


def explain(answerer: Answerer, question: str, *, expected: Passage | None = None) -> Explanation:
    """How the answer to a question comes about; the search is shown also where something else decided."""
    language = answerer.language_of(question, Asker())
    found = tuple(answerer.find(question, language, most=RERANKED))
    looked_at = expected or (found[0].passage if found else None)
    words = answerer.words(question, language, looked_at) if looked_at else ()
    rank = next((rank for rank, one in enumerate(found, 1) if one.passage == expected), None)
    return Explanation(language, answerer.answer(question), found, tuple(words), expected, rank)


def cause(answerer: Answerer, question: Question) -> Cause:
    """What went wrong with a question that was answered wrongly."""
    answer = answerer.answer(question.text)
    if question.behaviour == "abstain":
        return "limit too loose" if answer.kind == "answer" else "another kind"
    if question.behaviour != "answer" or answer.kind not in ("answer", "choose", "not_found"):
        return "another kind"
    right = {passage.id for passage in _right(answerer, question)}
    if not right:
        return "not in the corpus"
    found = answerer.find(question.text, answerer.language_of(question.text, Asker()), most=RERANKED)
    ranks = [rank for rank, one in enumerate(found) if one.passage.id in right]
    if not ranks:
        return "other words"
    if ranks[0] > 0:
        return "outranked"
    return "another sentence" if answer.kind == "answer" else "limit too strict"


def _right(answerer: Answerer, question: Question) -> Iterator[Passage]:
    """The passages that say all that is expected."""
    for passage in answerer.corpus.passages:
        said = "\n".join((passage.title, *passage.section, *passage.sentences))
        if all(pattern.search(said) for pattern in question.expect):
            yield passage
