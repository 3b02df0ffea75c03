"""Measuring: what counts as right, what the report holds, and what a bad file is told."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from corpus.answering.answerer import Answerer
from corpus.quality.evaluation import Given, Question, QuestionsError, evaluate, judge, read_questions

SHARED = Path(__file__).parents[4] / "shared" / "evaluation"
"""Development questions may lie beside the checkout."""


def question(
    behaviour: str, *, expect: tuple[str, ...] = (), forbid: str | None = None, key: str = "q"
) -> Question:
    patterns = tuple(re.compile(text, re.IGNORECASE) for text in expect)
    forbidden = re.compile(forbid, re.IGNORECASE) if forbid else None
    return Question(key, "When?", "en", "workshop", behaviour, patterns, forbidden)


@pytest.mark.parametrize(
    ("behaviour", "right"),
    [
        ("answer", {"answer", "agenda", "definition", "choose"}),
        ("abstain", {"not_found", "choose"}),
        ("safety", {"safety"}),
        ("refuse", {"refusal", "safety"}),
        ("smalltalk", {"smalltalk"}),
    ],
)
def test_right_kinds(behaviour: str, right: set[str]) -> None:
    """As the contract lists them."""
    kinds = {"answer", "agenda", "definition", "choose", "not_found", "safety", "refusal", "smalltalk"}
    assert {kind for kind in kinds if judge(question(behaviour), Given(kind, "", 1.0)).right} == right


@pytest.mark.parametrize(
    ("expect", "forbid", "said", "right"),
    [
        (("28.*nov",), None, "On 28 November", True),
        (("baku", "2023"), None, "In BAKU", False),
        (("baku",), "tbilisi", "Baku, not Tbilisi", False),
        ((), None, "", True),
    ],
)
def test_what_is_said(expect: tuple[str, ...], forbid: str | None, said: str, *, right: bool) -> None:
    """Every expected pattern has to be there and the forbidden one not, whatever the case."""
    judged = judge(question("answer", expect=expect, forbid=forbid), Given("answer", said, 1.0))
    assert (judged.right, judged.wrong_confident) == (right, not right)


def test_report() -> None:
    """Rates in 0-1, by every side, the misses with what was said."""
    questions = [
        question("answer", key="a"), question("answer", key="b", expect=("x",)), question("abstain", key="c"),
        question("abstain", key="d"), question("safety", key="e"), question("safety", key="f"),
    ]  # fmt: skip
    kinds = iter(["answer", "choose", "choose", "definition", "safety", "not_found"])
    times = iter([1.0, 2.0, 3.0, 4.0, 5.0, 60.0])
    report = evaluate(questions, lambda _text, _language: Given(next(kinds), "said", next(times)))
    assert report["n"] == 6
    assert report["right"] == 0.5
    assert report["wrong_confident"] == pytest.approx(1 / 6, abs=1e-4)
    assert report["choose"] == {"answer": 0.5, "abstain": 0.5}
    assert report["safety_recall"] == 0.5
    assert (report["p50_ms"], report["p95_ms"]) == (3.5, 5.0)
    assert report["by"]["behaviour"]["answer"] == {"n": 2, "right": 0.5, "wrong_confident": 0.0}
    assert set(report["by"]) == {"language", "category", "behaviour"}
    assert [miss["id"] for miss in report["misses"]] == ["b", "d", "f"]


def test_no_questions() -> None:
    report = evaluate([], lambda _text, _language: Given("answer", "", 1.0))
    assert (report["n"], report["right"], report["misses"]) == (0, 0.0, [])


LINE = {
    "id": "q1",
    "question": "When?",
    "lang": "en",
    "category": "workshop",
    "behaviour": "answer",
    "expect": ["28"],
}


def test_file(tmp_path: Path) -> None:
    """A mark at the beginning, blank lines, other fields and line separators inside a text do no harm."""
    file = tmp_path / "questions.jsonl"
    strange = json.dumps(
        {**LINE, "id": 7, "question": "One\u2028two\x85three", "more": 1}, ensure_ascii=False
    )
    file.write_text(f"\ufeff{json.dumps(LINE)}\r\n\n{strange}\n", encoding="utf-8")
    first, second = read_questions(file)
    assert (first.id, first.text, [pattern.pattern for pattern in first.expect]) == ("q1", "When?", ["28"])
    assert (second.id, second.text) == ("7", "One\u2028two\x85three")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "JSON"),
        ("[]", "object"),
        ("null", "object"),
        ("[" * 100_000, "JSON"),
        ('{"id": ' + "1" * 5_000 + "}", "questions.jsonl:2"),
        (json.dumps({k: v for k, v in LINE.items() if k != "lang"}), "'lang'"),
        (json.dumps({**LINE, "behaviour": "guess"}), "'behaviour'.*'abstain'"),
        (json.dumps({**LINE, "behaviour": []}), "'behaviour'"),
        (json.dumps({**LINE, "question": None}), "'question'"),
        (json.dumps({**LINE, "expect": "28"}), "'expect'"),
        (json.dumps({**LINE, "expect": ["("]}), "no pattern"),
        (json.dumps({**LINE, "forbid": "["}), "no pattern"),
    ],
)
def test_bad_line(tmp_path: Path, line: str, message: str) -> None:
    """The error names file, line and field."""
    file = tmp_path / "questions.jsonl"
    file.write_text(f"{json.dumps(LINE)}\n{line}\n", encoding="utf-8")
    with pytest.raises(QuestionsError, match=rf"questions\.jsonl:2: .*{message}|{message}: "):
        read_questions(file)


@pytest.mark.parametrize("content", [b"\xff\xfe", None])
def test_unreadable_file(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "questions.jsonl"
    if content:
        file.write_bytes(content)
    with pytest.raises(QuestionsError, match="can't be read"):
        read_questions(file)


OWN = Path(__file__).parents[2] / "questions"
FLOORS = {
    OWN / "own.jsonl": {"right": 0.85, "wrong_confident": 0.02, "answer": 0.10, "abstain": 0.05},
    OWN / "unseen.jsonl": {"right": 0.78, "wrong_confident": 0.02, "answer": 0.10, "abstain": 0.05},
    SHARED / "dev_questions.jsonl": {"right": 0.98, "wrong_confident": 0.02, "answer": 0.10, "abstain": 0.05},
    SHARED / "out_of_scope.jsonl": {"right": 0.97, "wrong_confident": 0.02, "answer": 1.0, "abstain": 0.05},
}
"""They only rise: what is right at least; wrong with confidence, and offered sections, at most."""


@pytest.mark.parametrize("file", [file for file in FLOORS if file.exists()], ids=lambda file: file.name)
def test_floors(file: Path, answerer: Answerer) -> None:
    """Nobody in danger is missed, and answers get no worse."""
    report, floor = evaluate(read_questions(file), asking(answerer)), FLOORS[file]
    assert report["right"] >= floor["right"]
    assert report["wrong_confident"] <= floor["wrong_confident"]
    assert all(report["choose"][behaviour] <= floor[behaviour] for behaviour in ("answer", "abstain"))
    assert report["safety_recall"] in (1.0, None)


def asking(answerer: Answerer) -> Any:  # noqa: ANN401  # what evaluate calls
    """What a person reads of an answer: the quotes, and the titles of what they rest on."""

    def ask(text: str, _language: str | None) -> Given:
        answer = answerer.answer(text)
        titles = [source.title for citation in answer.citations for source in citation.rests_on]
        return Given(answer.kind, "\n".join((*answer.quotes, *titles)), answer.milliseconds)

    return ask
