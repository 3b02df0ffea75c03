"""The files organisers open: the columns of the contract, every text to the letter, and no formula."""

import csv
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from storage.export import csv_lines, jsonl_lines
from storage.question_log import LoggedQuestion

QUESTION = LoggedQuestion(
    id=7,
    asked_at=datetime(2023, 11, 28, 9, 30, 15, 250_999, tzinfo=UTC),
    participant=3,
    chat_kind="private",
    language="az",
    question='Minalar haqqında,\n"nə" bilmək olar? Что такое ПФМ-1?',
    kind="answer",
    confidence=0.91,
    passages=("imas#eore", "robots#demo"),
    milliseconds=1.25,
    feedback=None,
)


async def rows(*questions: LoggedQuestion) -> AsyncIterator[LoggedQuestion]:
    for question in questions:
        yield question


async def csv_file(*questions: LoggedQuestion) -> bytes:
    return b"".join([line async for line in csv_lines(rows(*questions))])


async def read_csv(*questions: LoggedQuestion) -> list[dict[str, str]]:
    text = (await csv_file(*questions)).decode("utf-8-sig")
    return list(csv.DictReader(text.splitlines(keepends=True), strict=True))


async def test_csv_has_the_columns_of_the_contract_and_opens_in_excel() -> None:
    file = await csv_file(QUESTION)
    assert file.startswith(
        b"\xef\xbb\xbfid,asked_at,participant,chat_kind,language,question,kind,confidence,passages,milliseconds,"
        b"feedback\r\n"
    )
    assert file.endswith(b"\r\n")


async def test_csv_gives_every_text_back_to_the_letter() -> None:
    [row] = await read_csv(QUESTION)
    assert row == {
        "id": "7", "asked_at": "2023-11-28T09:30:15.250+00:00", "participant": "3", "chat_kind": "private",
        "language": "az", "question": QUESTION.question, "kind": "answer", "confidence": "0.91",
        "passages": "imas#eore;robots#demo", "milliseconds": "1.25", "feedback": "",
    }  # fmt: skip


async def test_a_log_without_questions_still_has_its_columns() -> None:
    assert (await csv_file()).count(b"\r\n") == 1


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u00a0=1", "\u200b=1", "\ufeff=1",
     "\u3000=1", "＝1", "＋1", "－1", "＠x", " ＝1", "−1", '=HYPERLINK("http://x","y")',
     "=cmd|' /C calc'!A0", "\tplain"],
)  # fmt: skip
async def test_no_cell_begins_as_a_formula(text: str) -> None:
    [row] = await read_csv(replace(QUESTION, question=text, kind=text, passages=(text,)))
    assert row["question"] == row["kind"] == row["passages"] == f"'{text}"


@pytest.mark.parametrize("text", ["", "What = is?", "a-b", "e@x", "1,5", "'quoted'", "; DROP", "?"])
async def test_harmless_cells_stay_as_they_are(text: str) -> None:
    [row] = await read_csv(replace(QUESTION, question=text))
    assert row["question"] == text


async def test_a_pruned_question_has_empty_cells() -> None:
    [row] = await read_csv(replace(QUESTION, question=None, participant=None))
    assert row["question"] == row["participant"] == ""


async def test_json_lines_hold_one_object_a_line_with_passages_as_a_list() -> None:
    lines = [line async for line in jsonl_lines(rows(QUESTION, replace(QUESTION, question="=1\u2028", id=8)))]
    assert all(line.endswith(b"\n") and line.count(b"\n") == 1 for line in lines)
    first, second = map(json.loads, lines)
    assert first == {
        "id": 7, "asked_at": "2023-11-28T09:30:15.250+00:00", "participant": 3, "chat_kind": "private",
        "language": "az", "question": QUESTION.question, "kind": "answer", "confidence": 0.91,
        "passages": ["imas#eore", "robots#demo"], "milliseconds": 1.25, "feedback": None,
    }  # fmt: skip
    assert second["question"] == "=1\u2028"
    assert "haqqında".encode() in lines[0]
