"""The gate: what a change does to the answers is told, and a golden question that is lost is refused."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from corpus.quality.gate import Real, Verdict
from corpus.quality.trial import try_out
from corpus.reading.folder import BUNDLED
from corpus.reading.problems import CorpusError
from corpus.starting import start

if TYPE_CHECKING:
    from pathlib import Path

ANIMALS = "en/animals.md"
RAT = Real("q7", "How do rats find landmines?", "en")
BICYCLES = Real("q8", "Where do the participants park their bicycles?", "en")
DOCUMENT = """---
id: bicycles
title: Bicycles
theme: workshop
language: en
date: 2023-11-28
review: 2033-11-28
---
## Where participants park their bicycles

Participants park their bicycles in the yard. The desk keeps the 12 keys.

Sources: field
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(BUNDLED, tmp_path / "after")


def verdict(folder: Path, *real: Real) -> Verdict:
    return try_out(BUNDLED, folder, real).verdict


def test_what_stays_the_same_changes_no_answer(folder: Path) -> None:
    found = verdict(folder, RAT, BICYCLES)
    assert found == Verdict(golden=found.golden, real=2)
    assert found.golden > 150


def test_a_document_taken_out_loses_its_golden_questions_and_silences_others(folder: Path) -> None:
    (folder / ANIMALS).unlink()
    found = verdict(folder, RAT, BICYCLES)
    assert {one.before.document for one in found.lost} == {ANIMALS}
    assert RAT.id in {one.id for one in (*found.silenced, *found.moved)}
    ids = {one.id for one in found.lost}
    assert found.refused(ids) == ()
    assert {one.id for one in found.refused(list(ids)[1:])} == {next(iter(ids))}


def test_taking_the_golden_questions_out_with_it_does_not_pass(folder: Path) -> None:
    (folder / ANIMALS).unlink()
    (folder / "questions.jsonl").unlink()
    assert verdict(folder).lost


def test_a_golden_question_may_expect_what_the_documents_say_now(folder: Path) -> None:
    """A text is corrected in the document and in the question; without the second it would be lost."""
    quote = "A rat walks in a small harness along a line between two people."
    corrected = "A rat walks in a small harness along a line between two handlers."
    document, questions = folder / ANIMALS, folder / "questions.jsonl"
    text = document.read_text(encoding="utf-8")
    assert quote in text
    document.write_text(text.replace(quote, corrected), encoding="utf-8")
    assert "g040" in {one.id for one in verdict(folder).lost}
    asked = questions.read_text(encoding="utf-8")
    questions.write_text(asked.replace(quote, corrected), encoding="utf-8")
    assert "g040" not in {one.id for one in verdict(folder).lost}


def test_a_new_document_answers_at_last(folder: Path) -> None:
    (folder / "en" / "bicycles.md").write_text(DOCUMENT, encoding="utf-8")
    found = verdict(folder, RAT, BICYCLES)
    assert [one.id for one in found.answered] == [BICYCLES.id]
    assert found.answered[0].after.document == "en/bicycles.md"
    assert found.lost == ()


def test_a_question_out_of_scope_that_is_answered_goes_astray(folder: Path) -> None:
    about = DOCUMENT.replace(
        "Where participants park their bicycles", "How to bring up money lent to a brother"
    )
    about = about.replace(
        "Participants park their bicycles in the yard.",
        "You lent your brother two thousand euros last summer, and he acts as if it never happened.",
    )
    (folder / "en" / "bicycles.md").write_text(about, encoding="utf-8")
    assert "x001" in {one.id for one in verdict(folder).astray}


def test_a_split_document_keeps_its_golden_questions(folder: Path) -> None:
    """Labels are text: the passages are others now, their questions are still answered from them."""
    file = folder / ANIMALS
    whole = file.read_text(encoding="utf-8")
    before, heading, rest = whole.partition("## How rats find landmines\n")
    section, sources, after = rest.partition("\nSources:")
    paragraphs = section.strip().split("\n\n")
    line = sources + after.partition("\n")[0]
    first, second = ("\n\n".join(part) for part in (paragraphs[:1], paragraphs[1:]))
    more = f"{line}\n\n## How rats find landmines: the work of a day\n\n"
    file.write_text(f"{before}{heading}\n{first}\n{more}{second}\n{sources}{after}", encoding="utf-8")
    outcome = try_out(BUNDLED, folder, [RAT])
    assert outcome.diff.findings == ()
    assert outcome.diff.rewritten == (ANIMALS,)
    assert outcome.verdict.lost == ()
    assert outcome.verdict.silenced == ()


@pytest.mark.parametrize(
    ("path", "content", "said"),
    [
        (ANIMALS, "no front matter", "front matter"),
        ("workshop.yaml", "name: x", "workshop.yaml"),
        ("questions.jsonl", '{"id": 1}\n', "questions.jsonl"),
    ],
)
def test_a_file_that_can_not_be_used_is_refused(folder: Path, path: str, content: str, said: str) -> None:
    (folder / path).write_text(content, encoding="utf-8")
    with pytest.raises(CorpusError, match=said):
        try_out(BUNDLED, folder, [])


def test_the_samples_of_a_new_workshop_are_never_put_in_service(tmp_path: Path) -> None:
    """Its sample number would be the one a person in danger calls."""
    start(tmp_path / "new")
    with pytest.raises(CorpusError, match=r"workshop\.yaml:4: to do: the name of the workshop"):
        try_out(BUNDLED, tmp_path / "new", [])
    file = tmp_path / "new" / "workshop.yaml"
    filled = file.read_text(encoding="utf-8").replace("TODO", "Done").replace("'000'", "'113'")
    file.write_text(filled, encoding="utf-8")
    assert any("lines still say TODO" in note for note in try_out(BUNDLED, tmp_path / "new", []).notes)
