"""Many passages read by several processes: the same as by one, whatever becomes of a process."""

import numpy as np
import pytest

from corpus.index import PassageIndex
from corpus.ranking import workers

TEXTS = [f"Passage {number} tells of mines. Word{number % 7} stands there too." for number in range(50)]


@pytest.fixture(autouse=True)
def _few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "CHUNK", 9)
    monkeypatch.setattr(workers, "MANY", 20)


def same(one: PassageIndex, other: PassageIndex) -> bool:
    arrays = other.parts.arrays()
    return all(np.array_equal(array, arrays[name]) for name, array in one.parts.arrays().items())


def test_the_same_index(monkeypatch: pytest.MonkeyPatch) -> None:
    """With progress told up to the last passage."""
    told: list[tuple[int, int]] = []
    together = PassageIndex.from_texts(TEXTS, progress=lambda *done: told.append(done))
    monkeypatch.setattr(workers, "MANY", 1_000)
    assert same(together, PassageIndex.from_texts(TEXTS))
    assert told == [(9, 50), (18, 50), (27, 50), (36, 50), (45, 50), (50, 50)]


def test_a_worker_that_dies_costs_time_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_PROGRAM", "raise SystemExit  # {path}")
    crippled = PassageIndex.from_texts(TEXTS)
    monkeypatch.setattr(workers, "MANY", 1_000)
    assert same(crippled, PassageIndex.from_texts(TEXTS))
