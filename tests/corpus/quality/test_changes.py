"""Seeded damage is named in every case, in every document; what is only written differently is no change."""

from __future__ import annotations

import re
import shutil
import textwrap
from typing import TYPE_CHECKING

import pytest
import yaml

from corpus.quality.changes import diff
from corpus.quality.units import broken, is_row
from corpus.reading.folder import BUNDLED, read_corpus

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from corpus.quality.changes import Diff, Finding

PATHS = sorted(path.relative_to(BUNDLED).as_posix() for path in BUNDLED.rglob("*.md"))
IMPORTED = """
## What the table of the appendix says

Column one: tools; Tested: 1,250; Kept: 340.

Column one: vests; Tested: 87; Kept: 12.

The tests – naïve as they were – cost 15 000 manat in 2023. Nobody was hurt in the 48 days.

Sources: field

## What the last page says

The appendix ends here, as the mədəniyyət ministry of Азербайджан wished.

Sources: field
"""
"""Put at the end of each document, so that each has a table, numbers, letters beyond ASCII."""


def imported(path: str) -> str:
    """A document of the workshop as if it had been imported: with pages, a table, numbers."""
    text = (BUNDLED / path).read_text(encoding="utf-8").rstrip() + "\n" + IMPORTED
    pages = iter(range(1, 1_000))
    return re.sub(r"^(?=## )", lambda _: f'<!-- page {next(pages)} "p{0}" -->\n\n', text, flags=re.MULTILINE)


def number_pages(text: str) -> str:
    """Give each page the label of its own number."""
    return re.sub(r'<!-- page (\d+) "p0" -->', r'<!-- page \1 "p\1" -->', text)


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[str, str | bytes | None], Diff]:
    """Compares a document with what became of it; None where it is deleted."""
    for name in ("before", "after"):
        (tmp_path / name).mkdir()
        shutil.copy(BUNDLED / "workshop.yaml", tmp_path / name)

    def compared(path: str, after: str | bytes | None) -> Diff:
        for name in ("before", "after"):
            for old in (tmp_path / name).rglob("*.md"):
                old.unlink()
            (tmp_path / name / path).parent.mkdir(exist_ok=True)
        (tmp_path / "before" / path).write_bytes(number_pages(imported(path)).encode())
        if after is not None:
            content = after.encode() if isinstance(after, str) else after
            (tmp_path / "after" / path).write_bytes(content)
        return diff(read_corpus(tmp_path / "before"), read_corpus(tmp_path / "after"))

    return compared


def in_the_body(text: str, change: Callable[[str], str]) -> str:
    """Change what stands under the front matter."""
    mark, head, body = text.split("---\n", 2)
    return f"{mark}---\n{head}---\n{change(body)}"


def first_section(text: str) -> re.Match[str]:
    """A section from its heading to the next page."""
    found = re.search(r"^## (.+)\n\n((?:.|\n)+?)\n\n(Sources: .+)\n", text, re.MULTILINE)
    assert found
    return found


def without_a_page(text: str) -> str:
    return re.sub(r"<!-- page 2 (?:.|\n)+?(?=<!-- page 3 )", "", text, count=1)


def without_a_heading(text: str) -> str:
    return text.replace("## What the last page says\n", "")


def without_the_first_heading(text: str) -> str:
    """Its text goes under the heading before; where there is none the document can't be read."""
    second = text.index("## ", first_section(text).end())
    return text[:second] + text[text.index("\n", second) :]


def emptied(text: str) -> str:
    found = first_section(text)
    return text[: found.start(2)] + text[found.end(2) :]


def without_a_sentence(text: str) -> str:
    return text.replace("Nobody was hurt in the 48 days.", "")


def swapped(text: str) -> str:
    return text.replace("Tested: 1,250; Kept: 340", "Tested: 340; Kept: 1,250")


def another_number(text: str) -> str:
    return text.replace("15 000 manat", "16 000 manat")


def merged_rows(text: str) -> str:
    return text.replace("Kept: 340.\n\nColumn one: vests", "Kept: 340.\nColumn one: vests")


def merged_cells(text: str) -> str:
    merged = "Column one: tools vests; Tested: 1,250 87; Kept: 340 12."
    return re.sub(r"Column one: tools(?:.|\n)+?Kept: 12\.", merged, text)


def lost_row(text: str) -> str:
    return text.replace("Column one: vests; Tested: 87; Kept: 12.\n\n", "")


def misread(encoding: str) -> Callable[[str], str]:
    return lambda text: text.encode().decode(encoding, "replace")


def lost_letters(text: str) -> str:
    return text.encode("ascii", "replace").decode()


def another_source(text: str) -> str:
    return re.sub(
        r"^(    (?:url|title): )(.+)$", r"\1'https://example.org/another'", text, count=1, flags=re.MULTILINE
    )


def rests_on_less(text: str) -> str:
    """The last section names a source that says who."""
    return (
        text[: text.rindex("Sources: field")]
        + "Sources: "
        + re.findall(r"^Sources: (?!field)(\w[\w-]*)", text, re.MULTILINE)[0]
    )


DAMAGE = {
    "a deleted page": (without_a_page, {"page_removed"}),
    "a lost heading": (without_a_heading, {"heading_removed"}),
    "another lost heading": (without_the_first_heading, {"heading_removed"}),
    "an emptied section": (emptied, {"section_emptied"}),
    "a lost sentence": (without_a_sentence, {"text_removed"}),
    "a swapped number": (swapped, {"numbers_changed"}),
    "another number": (another_number, {"numbers_changed"}),
    "merged rows": (merged_rows, {"table_changed"}),
    "merged cells": (merged_cells, {"table_changed"}),
    "a lost row": (lost_row, {"table_changed", "text_removed"}),
    "UTF-8 read as Windows-1252": (misread("cp1252"), {"encoding_broken"}),
    "UTF-8 read as Windows-1251": (misread("cp1251"), {"encoding_broken"}),
    "UTF-8 read as Windows-1254": (misread("cp1254"), {"encoding_broken"}),
    "UTF-8 read as KOI8-R": (misread("koi8-r"), {"encoding_broken"}),
    "UTF-8 read as ASCII": (misread("ascii"), {"encoding_broken", "unreadable"}),
    "letters written as question marks": (lost_letters, {"encoding_broken", "unreadable"}),
    "another source": (another_source, {"source_changed"}),
    "another source of one section": (rests_on_less, {"source_changed"}),
}


@pytest.mark.parametrize("path", PATHS)
def test_damage_is_named_in_every_document(
    path: str, changed: Callable[[str, str | bytes | None], Diff]
) -> None:
    whole = number_pages(imported(path))
    unnamed = {}
    for name, (damage, expected) in DAMAGE.items():
        damaged = damage(whole)
        assert damaged != whole, name
        kinds = {finding.kind for finding in changed(path, damaged).findings if finding.path == path}
        if not kinds & expected:
            unnamed[name] = kinds
    assert unnamed == {}


@pytest.mark.parametrize("path", PATHS)
def test_a_deleted_or_unreadable_document_is_named(
    path: str, changed: Callable[[str, str | bytes | None], Diff]
) -> None:
    assert kinds_of(changed(path, None)) == ["document_removed"]
    (unreadable,) = changed(path, number_pages(imported(path)).encode("cp1251", "replace")).findings
    assert unreadable.kind == "unreadable"
    assert "UTF-8" in unreadable.after


def test_a_swapped_number_names_both(changed: Callable[[str, str | bytes | None], Diff]) -> None:
    path = PATHS[0]
    (finding,) = changed(path, swapped(number_pages(imported(path)))).findings
    assert finding.numbers == (("1,250", "340"), ("340", "1,250"))


def wrapped(text: str) -> str:
    return in_the_body(text, lambda body: "\n\n".join(rewrapped(part) for part in body.split("\n\n")))


def rewrapped(paragraph: str) -> str:
    if paragraph.lstrip().startswith(("#", "<!--", "- ", "* ", "1.", ">", "Sources")) or "\n- " in paragraph:
        return paragraph
    return textwrap.fill(paragraph, 47, break_long_words=False, break_on_hyphens=False)


def other_order(text: str) -> str:
    mark, head, body = text.split("---\n", 2)
    fields = dict(reversed(yaml.safe_load(head).items()))
    return f"{mark}---\n{yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)}---\n{body}"


def split(text: str) -> str:
    """Every section of several paragraphs in two, with the same sources."""

    def in_two(found: re.Match[str]) -> str:
        paragraphs = found[2].split("\n\n")
        if len(paragraphs) < 2:
            return found[0]
        half = len(paragraphs) // 2
        first, second = ("\n\n".join(part) for part in (paragraphs[:half], paragraphs[half:]))
        more = f"## {found[1]}, continued"
        return f"## {found[1]}\n\n{first}\n\n{found[3]}\n\n{more}\n\n{second}\n\n{found[3]}\n"

    return re.sub(r"^## (.+)\n\n((?:.|\n)+?)\n\n(Sources: .+)\n", in_two, text, flags=re.MULTILINE)


HARMLESS: dict[str, Callable[[str], str | bytes]] = {
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "a byte order mark": lambda text: text.encode("utf-8-sig"),
    "wrapped at another column": wrapped,
    "the front matter in another order": other_order,
    "spaces at the ends of lines": lambda text: in_the_body(text, lambda body: body.replace("\n\n", " \n\n")),
    "more blank lines": lambda text: in_the_body(text, lambda body: body.replace("\n\n", "\n\n\n")),
    "split in smaller sections": split,
}


@pytest.mark.parametrize("path", PATHS)
def test_what_is_written_differently_is_no_change(
    path: str, changed: Callable[[str, str | bytes | None], Diff]
) -> None:
    whole = number_pages(imported(path))
    for name, rewritten in HARMLESS.items():
        assert rewritten(whole) != whole.encode(), name
        found = changed(path, rewritten(whole))
        assert found.findings == (), name
        assert found.rewritten == (path,), name


def leaves(value: object, where: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The way to each text of a YAML tree."""
    if isinstance(value, dict):
        return [way for key, inner in value.items() for way in leaves(inner, (*where, key))]
    if isinstance(value, list):
        return [way for number, inner in enumerate(value) for way in leaves(inner, (*where, number))]
    return [where]


def test_every_change_of_a_safety_card_is_named(tmp_path: Path) -> None:
    """Each text of each card and number, one at a time."""
    for name in ("before", "after"):
        (tmp_path / name).mkdir()
        for file in ("workshop.yaml", "en/animals.md"):
            shutil.copy(BUNDLED / file, tmp_path / name)
    before, folder = read_corpus(tmp_path / "before"), tmp_path / "after"
    content = (BUNDLED / "workshop.yaml").read_text(encoding="utf-8")
    ways = [way for way in leaves(yaml.safe_load(content)["safety"]) if way[-1] != "sources"]
    texts = [way for way in ways if isinstance(_at(content, way), str) and "sources" not in way]
    assert len(texts) > 40
    for way in texts[:: max(1, len(texts) // 60)]:
        tree = yaml.safe_load(content)
        parent = tree["safety"]
        for step in way[:-1]:
            parent = parent[step]
        parent[way[-1]] = f"{parent[way[-1]]}1" if str(parent[way[-1]]).isdecimal() else "Run!"
        (folder / "workshop.yaml").write_text(yaml.safe_dump(tree, allow_unicode=True), encoding="utf-8")
        kinds = kinds_of(diff(before, read_corpus(folder)))
        assert kinds, way
        assert set(kinds) == {"safety_changed"}, way
    (folder / "workshop.yaml").write_text(
        yaml.safe_dump(yaml.safe_load(content), allow_unicode=True, width=60), encoding="utf-8"
    )
    assert diff(before, read_corpus(folder)).rewritten == ("workshop.yaml",)


def _at(content: str, way: tuple[str | int, ...]) -> object:
    value = yaml.safe_load(content)["safety"]
    for step in way:
        value = value[step]
    return value


def test_no_text_of_the_workshop_is_taken_for_broken_and_none_for_a_table() -> None:
    sentences = [one for passage in read_corpus(BUNDLED).passages for one in passage.sentences]
    assert [one for one in sentences if broken(one)] == []
    assert [one for one in sentences if is_row(one)] == []


def kinds_of(found: Diff) -> list[str]:
    return [finding.kind for finding in found.findings]


def findings_of(found: Diff, kind: str) -> list[Finding]:
    return [finding for finding in found.findings if finding.kind == kind]
