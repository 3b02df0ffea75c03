"""The signs that a message gives: which words of danger it holds, how often, and how they stand together."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from corpus.answering.danger import Stretch

COUNTED = frozenset(("object", "thing", "met", "place", "kin", "beyond", "event", "trade", "under"))
"""Signs that weigh more when they come again."""
REACH = 3
"""Words apart up to which the order of two signs counts: "self>met" of "I have found"."""
TOGETHER: dict[str, tuple[frozenset[str], ...]] = {
    name: tuple(frozenset(group.split()) for group in groups)
    for name, *groups in (
        ("named and met", "object field", "met there"),
        ("seen and met", "thing", "met there"),
        ("blast and harm", "boom", "hurt"),
        ("person and harm", "self kin", "hurt boom"),
        ("underfoot", "under", "thing object boom frozen field"),
        ("no way out", "beyond", "frozen now help boom hurt exit"),
        ("stands still", "frozen", "thing object field boom"),
        ("kin and find", "kin", "object thing"),
        ("several around", "several plural", "object", "beyond"),
        ("if it is met", "supposing", "met", "object field"),
        ("what to do", "help", "object field thing", "met there beyond under"),
        ("field and help", "field", "help now exit"),
        ("at work", "trade", "event counts"),
        ("work and find", "trade event machine", "object field"),
        ("long past", "past year", "kin self met"),
        ("recipe and act", "howto recipe", "make defuse shift", "object matter"),
        ("recipe of matter", "howto recipe", "matter"),
    )
}
"""One of each in the same stretch of text."""
DANGEROUS = frozenset(("object", "thing", "field", "dud", "boom", "under", "frozen", "hurt", "beyond"))
"""Of these one has to be there: a person in a hurry for something else asks for help, too."""
SHORT, LONG = 8, 20
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")


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


@lru_cache(maxsize=20_000)
def _in_order(first: frozenset[str], second: frozenset[str]) -> frozenset[str]:
    return frozenset(f"{one}>{other}" for one in first for other in second)


def _layout(stretch: Stretch, signs: set[str]) -> Iterator[tuple[str, bool]]:
    tokens = stretch.tokens
    opening = stretch.tags[0] if stretch.tags else frozenset()
    yield "short", len(tokens) <= SHORT
    yield "very short", len(tokens) <= SHORT // 2
    yield "long", len(tokens) > LONG
    yield "asks first", bool(opening & {"asks", "trade"})
    yield "self first", bool(opening & {"self", "kin"})
    yield "year", any(_YEAR.match(token) for token in tokens)
    yield "nothing named", not signs & {"object", "field", "thing"}
