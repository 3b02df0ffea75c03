"""Limits are chosen so that false answers stay rare, surely."""

from pathlib import Path

import pytest

from corpus.answering.answerer import Answerer
from corpus.answering.limits import CAREFUL, fingerprint
from corpus.quality.calibration import (
    ELSEWHERE,
    MOST_FALSE,
    MOST_FALSE_SURELY,
    MOST_OFFERED,
    MOST_OFFERED_INSTEAD,
    Asked,
    CalibrationError,
    Golden,
    calibrate,
    holds,
    read_asked,
    upper_bound,
)
from corpus.reading.folder import BUNDLED, read_corpus
from corpus.reading.questions import GOLDEN_FILE

GOLDEN = read_asked(BUNDLED / GOLDEN_FILE, Golden)


@pytest.mark.parametrize(
    ("hits", "asked", "bound"), [(0, 100, 0.0295), (9, 300, 0.0517), (3, 10, 0.6066), (10, 10, 1.0)]
)
def test_upper_bound(hits: int, asked: int, bound: float) -> None:
    """As in tables of the exact interval."""
    assert upper_bound(hits, asked) == pytest.approx(bound, abs=0.001)


def test_what_ships_is_what_is_measured(answerer: Answerer) -> None:
    """The bundled limits keep what they promise, and measuring again gives the same."""
    found = calibrate(answerer, GOLDEN)
    assert found.corpus == fingerprint(answerer.indexes, answerer.corpus.terms)
    assert (found.answer, found.choose) == (answerer.limits.answer, answerer.limits.choose)
    assert found.without_answer >= 300
    assert found.false_answers <= MOST_FALSE
    assert found.false_answers_at_most <= MOST_FALSE_SURELY
    assert found.falsely_offered <= MOST_OFFERED
    assert found.offered <= MOST_OFFERED_INSTEAD
    assert found.answered >= 0.8


def test_golden_questions() -> None:
    """Sixty or more, each with words that stand in the documents."""
    corpus = read_corpus(BUNDLED)
    meanings = [meaning for term in corpus.terms for meaning in term.meanings.values()]
    assert len(GOLDEN) >= 60
    for golden in GOLDEN:
        there = any(holds(passage, golden.quote) for passage in corpus.passages)
        assert there or any(golden.quote in meaning for meaning in meanings), golden


def test_questions_from_elsewhere() -> None:
    asked = [one.question for one in read_asked(ELSEWHERE, Asked)]
    assert len(set(asked)) >= 300


def test_too_few_questions(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    few = tmp_path / "few.jsonl"
    few.write_text('{"question": "What is the weather?"}\n')
    monkeypatch.setattr("corpus.quality.calibration.ELSEWHERE", few)
    with pytest.raises(CalibrationError, match="too few"):
        calibrate(Answerer(read_corpus(folder)), [])


def test_a_corpus_without_golden_questions(folder: Path) -> None:
    """Questions from elsewhere are enough: a new workshop has none of its own yet."""
    found = calibrate(Answerer(read_corpus(folder)), [])
    assert found.without_answer >= 300
    assert (found.answer, found.choose) >= (CAREFUL.answer, CAREFUL.choose), "no near miss was tried"
