"""Questions in other words than the documents' own stand with the sections that answer them."""

import json
from pathlib import Path

import pytest

from corpus.answering.answerer import Answerer
from corpus.answering.limits import Limits
from corpus.reading.folder import BUNDLED, read_corpus
from corpus.reading.questions import ASKED_FILE, GOLDEN_FILE

SECTION = "sound#how-fast-a-rat-works"
GOLDEN = {"question": "Is a rodent quick?", "lang": "en", "quote": "thirty minutes", "document": "sound.md"}


def test_questions_of_both_files(folder: Path) -> None:
    (folder / ASKED_FILE).write_text(f"{SECTION}:\n  en: ['How speedy?']\n  ru: ['Как быстро?']\n", "utf-8")
    (folder / GOLDEN_FILE).write_text(json.dumps(GOLDEN) + "\n\n", "utf-8")
    corpus = read_corpus(folder)
    (passage,) = corpus.passages
    assert not corpus.problems
    assert passage.asked == {"en": ("How speedy?", "Is a rodent quick?"), "ru": ("Как быстро?",)}


@pytest.mark.parametrize(
    ("asked", "line", "message"),
    [
        ("elsewhere#heading:\n  en: ['Why?']\n", 1, "no section has this id"),
        (f"{SECTION}:\n  en: []\n", 2, "en"),
        (f"{SECTION}: Why?\n", 1, "dictionary"),
        ("- a list\n", 1, "no list of fields"),
        ("\x00", 1, "no YAML"),
    ],
)
def test_a_fault_is_named_and_the_documents_are_served(
    folder: Path, asked: str, line: int, message: str
) -> None:
    (folder / ASKED_FILE).write_text(asked, "utf-8")
    corpus = read_corpus(folder)
    (problem,) = corpus.problems
    assert (problem.path, problem.line) == (ASKED_FILE, line)
    assert message in problem.message
    assert len(list(corpus.passages)) == 1


def test_a_golden_line_without_a_quote_measures_only(folder: Path) -> None:
    (folder / GOLDEN_FILE).write_text(f'\n{{"question": "Why?"}}\n{{\n{json.dumps(GOLDEN)}', "utf-8")
    corpus = read_corpus(folder)
    (passage,) = corpus.passages
    assert not corpus.problems
    assert passage.asked == {"en": ("Is a rodent quick?",)}


def test_an_unreadable_file(folder: Path) -> None:
    (folder / ASKED_FILE).write_bytes(b"\xff\xfe")
    (problem,) = read_corpus(folder).problems
    assert problem.path == ASKED_FILE


def test_words_of_a_known_question_find_its_section(folder: Path) -> None:
    """None of them stands in the document, and the language is another."""
    (folder / ASKED_FILE).write_text(f"{SECTION}:\n  ru: ['Шустрый ли грызун?']\n", "utf-8")
    answer = Answerer(read_corpus(folder), limits=Limits(0.1, 0.1)).answer("грызун шустрый?")
    assert answer.kind == "answer"
    assert "thirty minutes" in answer.quotes[0]


def test_questions_of_the_workshop_are_no_test() -> None:
    """What is learnt must not be what is measured."""
    asked = {
        " ".join(question.casefold().split())
        for passage in read_corpus(BUNDLED).passages
        for listed in passage.asked.values()
        for question in listed
    }
    for file in (Path(__file__).parents[2] / "questions").glob("*.jsonl"):
        lines = file.read_text("utf-8").splitlines()
        said = {" ".join(json.loads(line).get("question", "").casefold().split()) for line in lines}
        assert not asked & said, file.name
