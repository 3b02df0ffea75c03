"""The signs that a message gives: which words of danger it holds, how often, and how they stand together."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from corpus.answering.danger import Stretch

COUNTED = frozenset(
    (
        "object",
        "thing",
        "vague",
        "met",
        "place",
        "kin",
        "beyond",
        "event",
        "trade",
        "under",
        "daily",
        "framed",
    )
)
"""Signs that weigh more when they come again."""
TOPICS = frozenset(("daily", "figure", "framed", "away", "crowd", "smiles"))
"""Signs of what a message is about as a whole: their order says nothing."""
REACH = 3
"""Words apart up to which the order of two signs counts: "self>met" of "I have found"."""
TOGETHER: dict[str, tuple[frozenset[str], ...]] = {
    name: tuple(frozenset(group.split()) for group in groups)
    for name, *groups in (
        ("named and met", "object field", "met there"),
        ("seen and met", "thing vague", "met there"),
        ("blast and harm", "boom", "hurt"),
        ("person and harm", "self kin", "hurt boom"),
        ("underfoot", "under", "thing vague object boom frozen field"),
        ("no way out", "beyond", "frozen now help boom hurt exit"),
        ("stands still", "frozen", "thing object field boom"),
        ("kin and find", "kin", "object thing vague"),
        ("several around", "several plural", "object", "beyond"),
        ("if it is met", "supposing", "met", "object field"),
        ("what to do", "help", "object field thing", "met there beyond under"),
        ("field and help", "field", "help now exit"),
        ("at work", "trade", "event counts"),
        ("work and find", "trade event machine", "object field"),
        ("long past", "past year", "kin self met"),
        ("recipe and act", "howto recipe", "make defuse shift", "object matter"),
        ("recipe of matter", "howto recipe", "matter"),
        ("daily and explosive", "daily figure smiles", "object field dud boom"),
        ("daily and blast", "daily", "boom under"),
        ("daily and help", "daily", "help now frozen beyond under"),
        ("told of", "framed event past", "object field dud boom"),
        ("told of harm", "framed event past", "hurt boom under"),
        ("kept away", "away", "object thing field dud boom vague"),
        ("others there", "crowd", "boom object thing"),
    )
}
"""One of each in the same stretch of text."""
EXPLOSIVE = frozenset(("object", "field", "dud", "boom"))
"""What explodes, mined ground, a click or a blast."""
SHORT, LONG = 8, 20
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)|[4-9]\d(?:da|de|ta|te|teki|daki)$")
_SHORT_YEAR = re.compile(r"[4-9]\d (?:da|de|ci|cu)\b")


def signs_of(stretch: Stretch) -> set[str]:
    """The signs of a stretch of text, by name."""
    counts = Counter(tag for tags in stretch.tags for tag in tags)
    signs = set(counts)
    signs.update(f"{tag} again" for tag in COUNTED if counts[tag] > 1)
    signs.update(name for name, holds in _layout(stretch, signs) if holds)
    signs.update(name for name, groups in TOGETHER.items() if all(group & signs for group in groups))
    for apart in range(1, REACH + 1):
        for first, second in zip(stretch.tags, stretch.tags[apart:], strict=False):
            if first and second:
                signs |= _in_order(first, second)
    return signs


def of_danger(signs: set[str]) -> bool:
    """Whether anything that explodes, or mined ground, is named, described, heard or stood on.

    A person in a hurry for another thing is lost, stuck, afraid and asks for help, too.
    """
    if signs & EXPLOSIVE or signs & {"thing", "under"}:
        return True
    if signs >= {"vague again", "met"} or signs >= {"beyond", "frozen"}:
        return True
    return "daily" not in signs and (signs >= {"vague", "met"} or "beyond" in signs)


@lru_cache(maxsize=20_000)
def _in_order(first: frozenset[str], second: frozenset[str]) -> frozenset[str]:
    return frozenset(f"{one}>{other}" for one in first - TOPICS for other in second - TOPICS)


def _layout(stretch: Stretch, signs: set[str]) -> Iterator[tuple[str, bool]]:
    tokens = stretch.tokens
    opening = stretch.tags[0] if stretch.tags else frozenset()
    yield "short", len(tokens) <= SHORT
    yield "very short", len(tokens) <= SHORT // 2
    yield "long", len(tokens) > LONG
    yield "asks first", bool(opening & {"asks", "trade"})
    yield "self first", bool(opening & {"self", "kin"})
    yield "year", any(_YEAR.match(token) for token in tokens) or bool(_SHORT_YEAR.search(" ".join(tokens)))
    yield "nothing named", not signs & {"object", "field", "thing"}
    yield "nothing explosive", not signs & EXPLOSIVE
    yield "only daily", "daily" in signs and not signs & (EXPLOSIVE | {"thing"})
