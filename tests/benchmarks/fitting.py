"""Weighs the signs of the safety matcher: three logistic regressions over the development messages.

`python tests/benchmarks/fitting.py` writes `corpus/answering/danger_weights.py`; with `--check` it only says
how well a fit on four fifths of the messages does on the fifth. The frozen lists (`unseen_*`, `kept_*`) are
not read.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from random import Random

import numpy as np

from corpus.answering.danger import language_of, read, spoken
from corpus.answering.signs import signs_of
from corpus.ranking.analysis import ascii_letters, fold

ROOT = Path(__file__).parents[2]
QUESTIONS = ROOT / "tests" / "questions"
OTHERS = (ROOT / "corpus" / "quality" / "elsewhere.jsonl", ROOT / "corpus" / "documents" / "questions.jsonl")
WEIGHTS = ROOT / "corpus" / "answering" / "danger_weights.py"
PENALTY, CARD_PENALTY = 5.0, 3.0
"""Half the inverse variance of the normal distribution that the weights are drawn towards (ridge); fewer
messages tell the cards apart."""
RAREST = 5
"""Messages in which a sign has to stand to be weighed."""
OTHER, DISGUISED, BUILT = 0.6, 0.3, 0.1
"""What a question on something else, a misspelt message and one from a pattern weigh beside a written one."""
MISSED = 3.0
"""What a person in danger weighs beside one who is not."""
WRONG_STEP = 1.5
"""What a person inside weighs, in telling the cards apart, beside one who found something."""
LIGHTEST = 0.02
"""Weights below this are left out."""
EACH = 100
"""Messages built from the patterns, of each kind and language."""

Kind = str
"""`found`, `inside` or `either` of a card, `refusal`, or `none`."""


WRITTEN: dict[str, Kind | None] = {
    "emergencies": None,
    "later_emergencies": None,
    "professional": "none",
    "later_professional": "none",
    "everyday": "none",
    "refusals": "refusal",
}
"""The lists of messages and what they call for; None where each says so."""


@dataclass(frozen=True)
class Example:
    """A message, what it calls for, and how much it weighs."""

    text: str
    kind: Kind
    weight: float = 1.0


def written() -> Iterator[Example]:
    """The development messages, as they were written."""
    for name, kind in WRITTEN.items():
        for entry in _lines(QUESTIONS / f"{name}.jsonl"):
            yield Example(entry["question"], kind or entry["card"])
    for entry in _lines(QUESTIONS / "own.jsonl"):
        if entry["behaviour"] in ("refuse", "safety"):
            yield Example(entry["question"], "refusal" if entry["behaviour"] == "refuse" else "either")
    for path in (QUESTIONS / "own.jsonl", *OTHERS):
        for entry in _lines(path):
            if entry.get("behaviour") not in ("safety", "refuse") and "question" in entry:
                yield Example(entry["question"], "none", OTHER)


def _lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


_SOUNDS = "a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sch y e yu ya yo"
_LATIN = dict(zip(map(ord, "абвгдежзийклмнопрстуфхцчшщыэюяё"), _SOUNDS.split(), strict=True)) | dict.fromkeys(
    map(ord, "ъь"), ""
)


def disguised(examples: Sequence[Example], random: Random) -> Iterator[Example]:
    """The messages as they are typed in a hurry: own letters missing, no marks, two letters swapped."""
    for example in examples:
        if example.weight < 1:
            continue
        plain = ascii_letters(fold(example.text)).translate(_LATIN)
        yield Example(plain, example.kind, DISGUISED * example.weight)
        words = example.text.rstrip("?!. ").split()
        longest = max(range(len(words)), key=lambda place: len(words[place]))
        word = words[longest]
        at = random.randrange(1, max(2, len(word) - 2))
        words[longest] = word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]
        yield Example(" ".join(words), example.kind, DISGUISED * example.weight)


def built(random: Random) -> Iterator[Example]:
    """Messages from patterns and words, so that no word has to come with one pattern only."""
    patterns = json.loads((QUESTIONS / "patterns.json").read_text(encoding="utf-8"))
    for language in patterns.values():
        for kind in ("found", "inside", "none", "refusal"):
            made = [*product(language[kind], language["thing"], language["place"])]
            for pattern, thing, place in random.sample(made, EACH):
                yield Example(pattern.format(thing=thing, place=place), kind, BUILT)


def signs(text: str) -> set[str]:
    """The signs of a message, as the matcher sees them."""
    message = read(text)
    return signs_of(spoken(message, language_of(text, message)))


Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]
Vector = np.ndarray[tuple[int], np.dtype[np.float64]]
Rows = np.ndarray[tuple[int], np.dtype[np.bool_]]


def fitted(shown: Matrix, holds: Vector, weight: Vector, penalty: float = PENALTY) -> Vector:
    """Weights of a ridge logistic regression, by Newton's method; the first column is the constant."""
    weights = np.zeros(shown.shape[1])
    ridge = penalty * np.eye(len(weights))
    ridge[0, 0] = 1e-6
    for _ in range(30):
        chance = 1 / (1 + np.exp(-np.clip(shown @ weights, -30, 30)))
        slope = shown.T @ (weight * (chance - holds)) + ridge @ weights
        curvature = (shown * (weight * chance * (1 - chance))[:, None]).T @ shown + ridge
        step = np.linalg.solve(curvature, slope)
        weights -= step
        if np.abs(step).max() < 1e-3:
            break
    return weights


class Messages:
    """Examples with their signs, as a table of ones and zeros."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self.examples = examples
        seen = [signs(example.text) for example in examples]
        counted = Counter(sign for found in seen for sign in found)
        self.names = ["always", *sorted(sign for sign, times in counted.items() if times >= RAREST)]
        column = {name: place for place, name in enumerate(self.names)}
        self.shown = np.zeros((len(seen), len(self.names)))
        self.shown[:, 0] = 1
        for row, found in enumerate(seen):
            self.shown[row, [column[sign] for sign in found if sign in column]] = 1
        self.kinds = np.array([example.kind for example in examples])
        self.weight = np.array([example.weight for example in examples])
        self.in_need = np.isin(self.kinds, ["found", "inside", "either"])

    def fit(self, rows: Rows) -> tuple[Vector, Vector, Vector]:
        """The weights for being in need, of those for being inside, and for asking a recipe."""
        need = self.weight * np.where(self.in_need, MISSED, 1)
        told = rows & np.isin(self.kinds, ["found", "inside"])
        return (
            fitted(self.shown[rows], self.in_need[rows].astype(float), need[rows]),
            fitted(
                self.shown[told],
                (self.kinds == "inside")[told].astype(float),
                self.weight[told] * np.where(self.kinds[told] == "inside", WRONG_STEP, 1),
                CARD_PENALTY,
            ),
            fitted(self.shown[rows], (self.kinds == "refusal")[rows].astype(float), self.weight[rows]),
        )


def table(name: str, told: str, names: Sequence[str], weights: Vector) -> str:
    """A dictionary of weights as source text, the heaviest first, with its description."""
    rows = sorted(zip(names, weights, strict=True), key=lambda row: (-round(row[1], 2), row[0]))
    listed = "".join(f'    "{sign}": {weight:.2f},\n' for sign, weight in rows if abs(weight) >= LIGHTEST)
    return f'{name}: dict[str, float] = {{\n{listed}}}\n"""{told}"""\n'


def main() -> None:
    """Fit, and write the weights or show how a fit does on what it has not seen."""
    random = Random(6)
    examples = [*written()]
    count = len(examples)
    examples += [*disguised(examples, random), *built(random)]
    messages = Messages(examples)
    if "--check" in sys.argv:
        check(messages, count)
        return
    need, card, recipe = messages.fit(np.ones(len(examples), dtype=bool))
    WEIGHTS.write_text(
        '"""The weights of the signs, in logarithms of odds: written by `tests/benchmarks/fitting.py`."""\n\n'
        + table("NEED", "For a person in danger (above 0).", messages.names, need)
        + table("CARD", "Of those, for one inside (above 0) and against a find.", messages.names, card)
        + table("RECIPE", "For asking how to build, arm, move or defuse (above 0).", messages.names, recipe),
        encoding="utf-8",
    )


def check(messages: Messages, count: int) -> None:
    """Print the shares that are right in five parts, each judged by a fit on the other four."""
    part = np.full(len(messages.examples), -1)
    part[:count] = np.arange(count) % 5
    scores = np.zeros((count, 3))
    for left_out in range(5):
        rows = (part != left_out) & (part >= 0)
        judged = part == left_out
        for model, weights in enumerate(messages.fit(rows)):
            scores[judged[:count], model] = messages.shown[judged] @ weights
    kinds, need = messages.kinds[:count], messages.in_need[:count]
    told = np.isin(kinds, ["found", "inside"])
    asked = kinds == "refusal"
    print(f"in need, heard: {(scores[need, 0] > 0).mean():.3f}")
    print(f"right card: {((scores[told, 1] > 0) == (kinds[told] == 'inside')).mean():.3f}")
    print(f"recipes, refused: {(scores[asked, 2] > 0).mean():.3f}")
    written_for_it = messages.weight[:count] == 1
    for name, rows in (("at work", written_for_it), ("elsewhere", ~written_for_it)):
        quiet = scores[(kinds == "none") & rows]
        print(f"{name}, a card: {(quiet[:, 0] > 0).mean():.3f}, refused: {(quiet[:, 2] > 0).mean():.3f}")


if __name__ == "__main__":
    main()
