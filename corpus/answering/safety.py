"""Telling a person in danger from one who asks: before any search, in English, Azerbaijani, Russian, Turkish.

What speaks for and against an emergency is weighed, the same signs for each of three questions: whether
somebody is in need, whether they are inside, and whether a recipe is asked for. An emergency missed is
worse than a card too many, and a wrong step worse than a step not taken: the weights lean towards a card,
and between the two cards towards *inside*.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.answering.danger import Stretch, language_of, read, spoken, windows
from corpus.answering.danger_weights import CARD, NEED, RECIPE
from corpus.answering.signs import DANGEROUS, signs_of
from corpus.workshop import CardKind

WINDOW = 40
"""Words read together; two or three sentences."""
LAST_WORDS = 8
"""Words at the end of a long text that are also read by themselves: a cry after other talk."""
LONGEST = 8_000
"""Characters read at each end of a text: a pasted page hides no cry for help at its start or end."""

DOUBT = 0.8
"""Logarithm of the odds against *inside* from which only a find is believed."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """A message that gets a card: which one, and in which language."""

    kind: CardKind
    language: str


def match(text: str) -> Alarm | None:
    """The card a message calls for, or None where it may be searched."""
    if len(text) > 2 * LONGEST:
        return match(text[:LONGEST]) or match(text[-LONGEST:])
    message = read(text)
    language = language_of(text, message)
    known = spoken(message, language)
    stretches = [*windows(known, size=WINDOW, step=WINDOW // 2)]
    if len(known.tokens) > 2 * WINDOW:
        stretches.append(known.part(-LAST_WORDS))
    found = {kind for stretch in stretches if (kind := _decide(stretch))}
    kinds: tuple[CardKind, ...] = ("inside", "found", "refusal")
    return next((Alarm(kind, language) for kind in kinds if kind in found), None)


def _decide(stretch: Stretch) -> CardKind | None:
    signs = signs_of(stretch)
    if not signs & DANGEROUS:
        return None
    if _sum(NEED, signs) > 0:
        return "inside" if _sum(CARD, signs) > -DOUBT else "found"
    return "refusal" if _sum(RECIPE, signs) > 0 else None


def _sum(weights: Mapping[str, float], signs: set[str]) -> float:
    return weights["always"] + sum(weights.get(sign, 0.0) for sign in signs)
