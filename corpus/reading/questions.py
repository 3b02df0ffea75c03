"""`asked.yaml`: questions in other words than the documents' own, read onto the sections that answer them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from pydantic import Field, RootModel

from corpus.passages import Document
from corpus.reading.problems import CorpusError, Problem
from corpus.reading.yaml_file import Text, YamlFile

QUESTIONS_FILE = "asked.yaml"
"""Lies beside the documents."""

Questions = Mapping[str, Mapping[str, tuple[str, ...]]]
"""By passage and language."""


class _Questions(RootModel[dict[str, Annotated[tuple[Text, ...], Field(min_length=1)]]]):
    """Of one passage, by language."""


def with_questions(documents: Iterable[Document], file: Path) -> tuple[list[Document], list[Problem]]:
    """The documents, each passage with the questions a file has of it, and what is wrong with the file.

    Raises:
        CorpusError: the whole file can't be used; the problem names line and remedy.
        OSError, UnicodeDecodeError: it can't be read.
    """
    yaml = YamlFile(file.read_text(encoding="utf-8-sig"), path=file.name)
    asked: dict[str, Mapping[str, tuple[str, ...]]] = {}
    problems: list[Problem] = []
    for passage, listed in yaml.content.items():
        try:
            asked[passage] = yaml.checked(_Questions, listed, at=(passage,)).root
        except CorpusError as error:
            problems.append(error.problem)
    given = [_given(document, asked) for document in documents]
    there = {passage.id for document in given for passage in document.passages}
    for passage in asked.keys() - there:
        problem = yaml.error((passage,), "no section has this id", "Name one that is there").problem
        problems.append(replace(problem, fatal=False))
    return given, sorted(problems, key=lambda problem: problem.line)


def _given(document: Document, asked: Questions) -> Document:
    passages = (replace(passage, asked=asked.get(passage.id, {})) for passage in document.passages)
    return replace(document, passages=tuple(passages))
