"""Questions in other words than the documents' own, read onto the sections that answer them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, Field, RootModel, ValidationError

from corpus.passages import Document, Passage
from corpus.reading.problems import CorpusError, Problem
from corpus.reading.yaml_file import Text, YamlFile

ASKED_FILE = "asked.yaml"
"""Questions by passage and language; lies beside the documents."""
GOLDEN_FILE = "questions.jsonl"
"""Questions, each with the words that have to be shown, by which answers are measured as well."""

Asked = Mapping[str, Mapping[str, tuple[str, ...]]]
"""By passage and language."""


class _Asked(RootModel[dict[str, Annotated[tuple[Text, ...], Field(min_length=1)]]]):
    """Of one passage, by language."""


class _Golden(BaseModel):
    """A question with the words that answer it and the file they stand in; other lines only measure."""

    question: str
    lang: str
    quote: str
    document: str


def with_questions(
    documents: Iterable[Document], folder: Path
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """The documents, each passage with the questions that are known of it, and what is wrong with those."""
    listed = tuple(documents)
    problems: list[Problem] = []
    for read, file in ((_asked, folder / ASKED_FILE), (_golden, folder / GOLDEN_FILE)):
        if not file.exists():
            continue
        try:
            asked = read(file, listed, problems)
        except CorpusError as error:
            problems.append(error.problem)
        except (OSError, UnicodeDecodeError) as error:
            problems.append(Problem(file.name, 1, f"can't be read: {error}", "Save it as UTF-8"))
        else:
            listed = tuple(_given(document, asked) for document in listed)
    return listed, tuple(problems)


def _asked(file: Path, documents: Iterable[Document], problems: list[Problem]) -> Asked:
    yaml = YamlFile(file.read_text(encoding="utf-8-sig"), path=file.name)
    there = {passage.id for document in documents for passage in document.passages}
    asked: dict[str, Mapping[str, tuple[str, ...]]] = {}
    for passage, listed in yaml.content.items():
        try:
            asked[passage] = yaml.checked(_Asked, listed, at=(passage,)).root
            if passage not in there:
                raise yaml.error((passage,), "no section has this id", "Name one that is there")
        except CorpusError as error:
            problems.append(replace(error.problem, fatal=False))
    return asked


def _golden(file: Path, documents: Iterable[Document], _problems: list[Problem]) -> Asked:
    by_path = {document.path: document for document in documents}
    asked: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for line in file.read_text(encoding="utf-8-sig").split("\n"):
        try:
            golden = _Golden.model_validate_json(line)
        except ValidationError:  # what is wrong with a line is told where answers are measured
            continue
        for passage in _holding(golden.quote, by_path.get(golden.document)):
            known = asked[passage.id].get(golden.lang, ())
            asked[passage.id][golden.lang] = (*known, golden.question)
    return asked


def _holding(quote: str, document: Document | None) -> Iterator[Passage]:
    passages = document.passages if document else ()
    return (passage for passage in passages if quote in " ".join(passage.sentences))


def _given(document: Document, asked: Asked) -> Document:
    return replace(
        document, passages=tuple(_known(passage, asked.get(passage.id)) for passage in document.passages)
    )


def _known(passage: Passage, asked: Mapping[str, tuple[str, ...]] | None) -> Passage:
    if not asked:
        return passage
    languages = dict.fromkeys((*passage.asked, *asked))
    joined = {one: (*passage.asked.get(one, ()), *asked.get(one, ())) for one in languages}
    return replace(passage, asked=joined)
