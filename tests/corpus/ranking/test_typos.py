"""Typing errors: one slip in a word is forgiven, a short word stays what it is."""

import pytest

from corpus.ranking.typos import WEIGHTS, corrections

VOCABULARY = ["detection", "detector", "direction", "drone", "drones", "demining", "mine", "mind", "dog"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("detecion", "detection"),
        ("detectiion", "detection"),
        ("detetcion", "detection"),
        ("detwction", "detection"),
        ("dron", "drone"),
        ("demning", "demining"),
        ("deminnig", "demining"),
        ("detctor", "detector"),
    ],
)
def test_one_slip(typed: str, expected: str) -> None:
    """Dropped, inserted, swapped and replaced letters."""
    assert next(iter(corrections(typed, VOCABULARY))) == expected


@pytest.mark.parametrize("typed", ["dg", "dig", "minefields", "xyzzyx", "dr0ne", "", "12345", "dtctn"])
def test_no_correction(typed: str) -> None:
    """Too short, too far, or with digits."""
    assert corrections(typed, VOCABULARY) == {}


def test_nearest_first_with_falling_weights() -> None:
    found = corrections("minr", ["mines", "mink", "mine", "mind", "miner"])
    assert list(found.values()) == list(WEIGHTS)
    assert "mines" not in found


def test_the_order_of_the_vocabulary_is_no_matter() -> None:
    assert corrections("dronee", VOCABULARY) == corrections("dronee", VOCABULARY[::-1])
