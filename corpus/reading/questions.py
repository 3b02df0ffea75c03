"""`questions.jsonl`: questions whose answer is known, read onto the passages that answer them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from pydantic import BaseModel, ValidationError

from corpus.passages import Document, KnownQuestion, Passage
from corpus.reading.problems import Problem

QUESTIONS_FILE = "questions.jsonl"
"""Lies beside the documents; whoever asks in the words of one of them finds its passage."""


class Known(BaseModel):
    """A question with the words that answer it and the file they stand in; more fields may stand there."""

    question: str
    lang: str
    quote: str
    document: str


def read_known(file: Path) -> tuple[list[Known], list[Problem]]:
    """The lines that can be used, and what is wrong with the others.

    Raises:
        OSError, UnicodeDecodeError: the file can't be read.
    """
    known: list[Known] = []
    problems: list[Problem] = []
    for number, line in enumerate(file.read_text(encoding="utf-8-sig").split("\n"), 1):
        if not line.strip():
            continue
        try:
            known.append(Known.model_validate_json(line))
        except ValidationError as error:
            fault = error.errors(include_url=False)[0]
            field = "".join(f"the field '{name}': " for name in fault["loc"][:1])
            problems.append(Problem(file.name, number, f"{field}{fault['msg']}", "Mend the line"))
    return known, problems


def with_questions(documents: Iterable[Document], known: Iterable[Known]) -> list[Document]:
    """The documents, each passage with the questions it answers."""
    by_file: dict[str, list[Known]] = defaultdict(list)
    for one in known:
        by_file[one.document].append(one)
    return [
        replace(document, passages=tuple(_asked(passage, by_file) for passage in document.passages))
        for document in documents
    ]


def _asked(passage: Passage, by_file: Mapping[str, list[Known]]) -> Passage:
    said = " ".join(passage.sentences)
    ends = [*accumulate(len(sentence) + 1 for sentence in passage.sentences)]
    asked: dict[str, list[KnownQuestion]] = defaultdict(list)
    for known in by_file.get(passage.path, ()):
        start = said.find(known.quote)
        if start >= 0:
            asked[known.lang].append(KnownQuestion(known.question, bisect_right(ends, start)))
    return replace(passage, asked={language: tuple(listed) for language, listed in asked.items()})
