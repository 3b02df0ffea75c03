"""A new version concerns who waits for what it answers, and who was shown what it changes in substance."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from corpus.answering.answerer import Answerer
from corpus.quality.news import answered, corrections
from corpus.reading.folder import Corpus, read_corpus

SAID = (
    "A rat searches the area of a tennis court in thirty minutes. A person with a detector needs four days."
)


@dataclass(frozen=True)
class Waiting:
    text: str
    language: str = "en"


def changed(folder: Path, *swaps: tuple[str, str]) -> Corpus:
    """The folder with its document changed."""
    file = folder / "sound.md"
    text = file.read_text(encoding="utf-8")
    for before, after in swaps:
        assert before in text
        text = text.replace(before, after)
    file.write_text(text, encoding="utf-8")
    return read_corpus(folder)


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("four days", "five days"),
        ("in thirty minutes", "in 30 minutes"),
        ("A person with a detector needs four days.", ""),
        ("A rat searches", "A rat never searches"),
        ("A rat", "A dog"),
    ],
)
def test_a_change_in_substance_is_told_with_what_holds_now(folder: Path, was: str, becomes: str) -> None:
    before = read_corpus(folder)
    after = changed(folder, (was, becomes))
    [old], [new] = before.passages, after.passages
    found = corrections(before, after)
    assert list(found) == [old.fingerprint]
    assert (found[old.fingerprint].before, found[old.fingerprint].after) == (old, new)


@pytest.mark.parametrize(
    "swap",
    [
        ("minutes. A person", "minutes.\nA person"),
        ("minutes. A person", "minutes.\n\nSources: apopo\n\n## How long a person takes\n\nA person"),
        ("## How fast a rat works", "## The speed of a rat"),
        ("four days.", "four days!"),
    ],
)
def test_another_wrapping_split_heading_or_mark_is_no_correction(folder: Path, swap: tuple[str, str]) -> None:
    assert corrections(read_corpus(folder), changed(folder, swap)) == {}


def test_a_passage_that_is_gone_has_nothing_in_its_place(folder: Path) -> None:
    before = read_corpus(folder)
    [old] = before.passages
    swap = (SAID, "Bicycles are parked in the yard.")
    after = changed(folder, swap, ("## How fast a rat works", "## Bicycles"))
    assert corrections(before, after)[old.fingerprint].after is None


def test_only_what_is_answered_surely_is_told(answerer: Answerer) -> None:
    asked = [Waiting("Who opened the workshop?"), Waiting("Who pays for the lunch?")]
    told = answered(answerer, asked)
    assert [one for one, _ in told] == asked[:1]
    assert "Vugar Suleymanov" in " ".join(told[0][1].quotes)
