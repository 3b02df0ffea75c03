"""The numbers Word puts before headings and items, which are not in the text."""

from typing import Any

from docx.oxml.ns import qn

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_ALPHABETS = {"Letter": "abcdefghijklmnopqrstuvwxyz", "russian": "абвгдежзиклмнопрстуфхцчшщэюя"}


class Numbering:
    """Counts as Word does: each list by level, the deeper ones anew under each item."""

    def __init__(self, part: Any) -> None:  # noqa: ANN401  # python-docx ships no types
        self._levels: dict[str, dict[int, Any]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._list_of: dict[str, str] = {}
        if not any(relation.reltype.endswith("/numbering") for relation in part.rels.values()):
            return
        root = part.numbering_part.element
        for abstract in root.iter(qn("w:abstractNum")):
            levels = {int(level.get(qn("w:ilvl"))): level for level in abstract.iter(qn("w:lvl"))}
            self._levels[abstract.get(qn("w:abstractNumId"))] = levels
        for number in root.iter(qn("w:num")):
            self._list_of[number.get(qn("w:numId"))] = number.find(qn("w:abstractNumId")).get(qn("w:val"))

    def label(self, setting: Any) -> tuple[str, bool]:  # noqa: ANN401  # an element of the file's XML
        """The number shown before a paragraph, such as `2.1`, and whether it is a bullet instead."""
        number = None if setting is None else setting.find(qn("w:numId"))
        if number is None or (key := number.get(qn("w:val"))) not in self._list_of:
            return "", False
        deep = setting.find(qn("w:ilvl"))
        depth = 0 if deep is None else int(deep.get(qn("w:val")))
        levels = self._levels.get(self._list_of[key], {})
        if depth not in levels:
            return "", False
        if _value(levels[depth], "numFmt") == "bullet":
            return "", True
        counts = self._counts.setdefault(key, {})
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        counts[depth] = counts.get(depth, int(_value(levels[depth], "start") or 1) - 1) + 1
        return self._shown(levels, counts, depth), False

    def _shown(self, levels: dict[int, Any], counts: dict[int, int], depth: int) -> str:
        shown = _value(levels[depth], "lvlText")
        for level, element in levels.items():
            count = counts.get(level, int(_value(element, "start") or 1))
            shown = shown.replace(f"%{level + 1}", _figure(count, _value(element, "numFmt")))
        return shown.strip()


def _value(level: Any, name: str) -> str:  # noqa: ANN401  # an element of the file's XML
    found = level.find(qn(f"w:{name}"))
    return "" if found is None else str(found.get(qn("w:val")))


def _figure(count: int, style: str) -> str:
    """A number in the style of a list; those not known here are written in digits."""
    figure = str(count)
    if style in ("none", "bullet"):
        return ""
    if style.endswith("Roman"):
        figure, rest = "", count
        for value, letters in _ROMAN:
            figure += letters * (rest // value)
            rest %= value
    for name, alphabet in _ALPHABETS.items():
        if style.endswith(name) or style.startswith(name):
            figure = alphabet[(count - 1) % len(alphabet)] * ((count - 1) // len(alphabet) + 1)
    is_upper = style.startswith("upper") or style.endswith("Upper")
    return figure.upper() if is_upper else figure
