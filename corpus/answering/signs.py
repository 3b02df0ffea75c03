"""The signs that a message gives: which words of danger it holds, how often, and how they stand together."""

from corpus.answering.danger import Message

COUNTED = frozenset(("object", "thing", "met", "place", "kin", "beyond", "event", "trade", "under"))
"""Signs that weigh more when they come again."""
NEAR: dict[str, tuple[str, str, int]] = {
    "on it": ("under", "object", 4),
    "on something": ("under", "thing", 4),
    "i met": ("self", "met", 3),
    "they met": ("kin", "met", 4),
    "met it": ("met", "object", 6),
    "it was met": ("object", "met", 6),
    "met something": ("met", "thing", 5),
    "something met": ("thing", "met", 5),
    "object there": ("object", "place", 6),
    "place of it": ("place", "object", 6),
    "in the field": ("beyond", "field", 4),
    "i in it": ("self", "beyond", 4),
    "my place": ("self", "place", 3),
    "how to make": ("howto", "make", 4),
    "make it": ("make", "object", 5),
    "it is made": ("object", "make", 5),
    "defuse it": ("defuse", "object", 5),
    "it is defused": ("object", "defuse", 5),
    "shift it": ("shift", "object", 5),
    "it is shifted": ("object", "shift", 5),
}
"""Two signs in order, so many words apart."""
TOGETHER: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    name: (frozenset(first.split()), frozenset(second.split()))
    for name, first, second in (
        ("named and met", "object field", "met there"),
        ("seen and met", "thing", "met there"),
        ("blast and harm", "boom", "hurt"),
        ("person and harm", "self kin", "hurt boom"),
        ("underfoot", "under", "thing object boom frozen field"),
        ("no way out", "beyond", "frozen now help boom hurt"),
        ("stands still", "frozen", "thing object field boom"),
        ("kin and find", "kin", "object thing"),
        ("at work", "trade", "event counts"),
        ("work and find", "trade event", "object field"),
        ("recipe", "howto", "make defuse shift"),
    )
}
"""One of each in the same stretch of text."""
DANGEROUS = frozenset(("object", "thing", "field", "dud", "boom", "under", "frozen", "hurt", "beyond"))
"""Of these one has to be there: a person in a hurry for something else asks for help, too."""
SHORT, LONG = 8, 20
_YEAR = 4


def signs_of(message: Message) -> set[str]:
    """The signs of a stretch of text, by name."""
    counts = {tag: len(places) for tag, places in message.positions.items()}
    signs = set(counts)
    signs.update(f"{tag} again" for tag, count in counts.items() if count > 1 and tag in COUNTED)
    signs.update(name for name, (one, other) in TOGETHER.items() if one & signs and other & signs)
    signs.update(name for name, (first, second, within) in NEAR.items() if message.follows(first, second, within))
    signs.update(name for name, holds in _layout(message) if holds)
    return signs


def _layout(message: Message):
    tokens = message.tokens
    first = {tag for tag in ("asks", "trade", "self", "kin", "event", "object") if 0 in message.positions.get(tag, ())}
    yield "short", len(tokens) <= SHORT
    yield "very short", len(tokens) <= SHORT // 2
    yield "long", len(tokens) > LONG
    yield "asks first", bool(first & {"asks", "trade"})
    yield "self first", bool(first & {"self", "kin"})
    yield "year", any(len(token) == _YEAR and token.isdigit() for token in tokens)
    named = bool({"object", "field", "thing"} & message.positions.keys())
    yield "nothing named", not named
