"""Splitting prose into sentences without changing a letter."""

import re

_END = re.compile(r"(?<=[.!?…])([\"'”’»)\]]*)\s+(?=[\"'“‘«(\[]*[^\W_a-zа-яёəığöüşç])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|cf|vs|approx|Dr|Mr|Mrs|Ms|Prof|St|No|Nos|Art|Fig|p|pp|vol|ed|U\.S|U\.N"
    r"|т\.е|т\.д|т\.п|др|г|гг|ст|см|рис|пр|və s|məs|b\.e)|\b[A-ZА-ЯЁ])\.$"
)

LONGEST_ABBREVIATION = 8
"""Characters before a sentence end that are looked at, so that a long text stays linear."""


def sentences(text: str) -> list[str]:
    """Split at sentence ends followed by a capital or a digit; joined by a space they give the text back."""
    parts: list[str] = []
    start = 0
    for end in _END.finditer(text):
        stop = end.end(1)
        if not _ABBREVIATION.search(text, max(start, stop - LONGEST_ABBREVIATION), stop):
            parts.append(text[start:stop].strip())
            start = end.end()
    rest = text[start:].strip()
    return [*parts, rest] if rest else parts
