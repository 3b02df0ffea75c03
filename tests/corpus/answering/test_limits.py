"""Limits belong to the documents they were measured on."""

import json
import shutil
from pathlib import Path

import pytest

from corpus.answering.answerer import Answerer
from corpus.answering.indexes import open_or_build
from corpus.answering.limits import CAREFUL, LIMITS_FILE, Limits, fingerprint, limits_of
from corpus.reading.folder import BUNDLED, Corpus, read_corpus


def test_bundled_limits_are_of_the_bundled_documents(bundled: Corpus) -> None:
    """A change of a document wants `corpus calibrate`."""
    limits, doubt = limits_of(BUNDLED, open_or_build(bundled), bundled.terms)
    assert doubt is None
    assert 0 < limits.choose < limits.answer < 1


def test_other_documents_get_the_stricter_limits(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    shutil.copytree(BUNDLED, folder)
    (folder / "en" / "animals.md").unlink()
    corpus = read_corpus(folder)
    indexes = open_or_build(corpus)
    kept = json.loads((folder / LIMITS_FILE).read_text())
    limits, doubt = limits_of(folder, indexes, corpus.terms)
    assert limits == CAREFUL.stricter(Limits(kept["answer"], kept["choose"]))
    assert doubt is not None
    assert "corpus calibrate" in doubt


@pytest.mark.parametrize("damaged", ["", "[]", '{"corpus": "x", "answer": 2, "choose": 0}', "\udcff"])
def test_damaged_file(folder: Path, damaged: str) -> None:
    (folder / LIMITS_FILE).write_bytes(damaged.encode("utf-8", "surrogateescape"))
    limits, doubt = limits_of(folder, open_or_build(read_corpus(folder)), ())
    assert limits == CAREFUL
    assert doubt is not None


def test_nothing_measured(folder: Path) -> None:
    assert limits_of(folder, open_or_build(read_corpus(folder)), ()) == (CAREFUL, None)


def test_fingerprint_tells_documents_and_glossaries_apart(folder: Path, bundled: Corpus) -> None:
    indexes = open_or_build(bundled)
    whole = fingerprint(indexes, bundled.terms)
    assert whole != fingerprint(open_or_build(read_corpus(folder)), bundled.terms)
    assert whole != fingerprint(indexes, bundled.terms[1:])
    assert whole == fingerprint(open_or_build(bundled), read_corpus(BUNDLED).terms)


def test_three_outcomes(answerer: Answerer) -> None:
    """The same question is answered, offered sections or refused, as the limits say."""
    question = "Which countries ratified the mine ban convention?"
    sure = answerer.answer(question).confidence
    kinds = [
        Answerer(answerer.corpus, answerer.indexes, limits=limits).answer(question).kind
        for limits in (Limits(sure, 0.0), Limits(sure + 0.01, sure), Limits(1.0, sure + 0.01))
    ]
    assert kinds == ["answer", "choose", "not_found"]


def test_offered_sections_are_quoted_to_the_letter(answerer: Answerer) -> None:
    """Two to four, each with a sentence of its own passage."""
    offering = Answerer(answerer.corpus, answerer.indexes, limits=Limits(1.0, 0.0))
    answer = offering.answer("How do dogs and rats find mines?")
    assert answer.kind == "choose"
    assert 2 <= len(answer.candidates) <= 4
    for candidate, quote in zip(answer.candidates, answer.quotes, strict=True):
        assert quote in " ".join(candidate.passage.sentences)


def test_the_sentence_with_the_fact_is_marked(answerer: Answerer) -> None:
    answer = answerer.answer("When did the workshop take place?")
    assert answer.marked is not None
    assert answer.marked in answer.quotes
    assert "28" in answer.marked
