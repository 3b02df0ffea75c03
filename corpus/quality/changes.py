"""What changes between two states of a corpus, told from what is only written differently.

A document is compared as its sentences, in order, with what each rests on: neither line ends, wrapping and
the order of the front matter, nor where a section begins, change one of them. A heading may come, but not go.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Literal

from corpus.answering.limits import LIMITS_FILE
from corpus.glossary import Term
from corpus.passages import Document
from corpus.quality.evaluation import lines_of
from corpus.quality.units import Unit, broken, is_row, numbers_in, paired, units_of
from corpus.reading.folder import Corpus
from corpus.reading.questions import GOLDEN_FILE

ChangeKind = Literal[
    "document_added",
    "document_removed",
    "document_moved",
    "unreadable",
    "page_removed",
    "heading_removed",
    "section_emptied",
    "text_added",
    "text_removed",
    "text_changed",
    "numbers_changed",
    "table_changed",
    "encoding_broken",
    "source_changed",
    "facts_changed",
    "safety_changed",
    "workshop_changed",
    "term_changed",
    "question_changed",
    "file_changed",
]
"""What a finding is about; `facts` are those of the front matter, `term` one of the glossary."""

_FACTS = ("id", "title", "theme", "language", "date", "review", "translation_of", "original", "share",
          "contributor")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """One change in substance.

    Attributes:
        kind: what changed.
        path: POSIX path of the file inside the corpus folder.
        where: heading path, page, field or id in it; empty where the whole file is meant.
        before: what stood there, empty if nothing.
        after: what stands there now, empty if nothing; the problem of an `unreadable` file.
    """

    kind: ChangeKind
    path: str
    where: str = ""
    before: str = ""
    after: str = ""

    @property
    def numbers(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The numbers that stood there and those that stand there now, where they are not the same."""
        was, now = numbers_in(self.before), numbers_in(self.after)
        return ((), ()) if was == now else (was, now)


@dataclass(frozen=True, slots=True)
class Diff:
    """All that changes.

    Attributes:
        findings: the changes in substance, file by file.
        rewritten: files that are written differently and say the same: re-saved, re-wrapped, re-split.
    """

    findings: tuple[Finding, ...] = ()
    rewritten: tuple[str, ...] = ()


def diff(before: Corpus, after: Corpus) -> Diff:
    """Compare two corpora, each with the folder it was read from.

    Raises:
        OSError: a file can't be read.
    """
    was, now = _files(before.folder), _files(after.folder)
    findings: list[Finding] = []
    rewritten: list[str] = []
    compare = _Comparison(before, after)
    for path in sorted(was | now):
        if path in was and path in now and _same_bytes(before.folder / path, after.folder / path):
            continue
        found = list(compare.file(path, was=path in was, now=path in now))
        findings += found
        if not found and path in was and path in now:
            rewritten.append(path)
    return Diff(tuple(findings), tuple(rewritten))


class _Comparison:
    def __init__(self, before: Corpus, after: Corpus) -> None:
        self._before, self._after = before, after
        self._was = {document.path: document for document in before.documents}
        self._now = {document.path: document for document in after.documents}
        self._now_by_id = {document.id: document for document in after.documents}
        self._was_by_id = {document.id: document for document in before.documents}
        self._unreadable = {one.path: one for one in after.problems if one.fatal}

    def file(self, path: str, *, was: bool, now: bool) -> Iterator[Finding]:
        """What changed in a file that is not the same to the byte."""
        if now and path in self._unreadable:
            yield Finding("unreadable", path, after=str(self._unreadable[path]))
        elif path == "workshop.yaml":
            yield from _workshop(self._before, self._after)
        elif path == "glossary.yaml":
            yield from _terms(self._before.terms, self._after.terms)
        elif path == GOLDEN_FILE:
            yield from _questions(self._before.folder / path, self._after.folder / path)
        elif path in self._was or path in self._now:
            yield from self._document(path)
        elif not path.endswith(".md"):
            yield Finding("file_changed", path, before="there" if was else "", after="there" if now else "")

    def _document(self, path: str) -> Iterator[Finding]:
        was, now = self._was.get(path), self._now.get(path)
        if was and now:
            yield from _documents(was, now, folder=self._after.folder)
        elif was:
            moved = self._now_by_id.get(was.id)
            if not moved or moved.path in self._was:
                yield Finding("document_removed", path, before=was.title)
        elif now:
            moved_from = self._was_by_id.get(now.id)
            if moved_from and moved_from.path not in self._now:
                yield Finding("document_moved", path, before=moved_from.path, after=path)
                yield from _documents(moved_from, now, folder=self._after.folder)
            else:
                yield Finding("document_added", path, after=now.title)
                yield from _broken_units(path, units_of(now))


def _documents(was: Document, now: Document, *, folder: Path) -> Iterator[Finding]:
    path = now.path
    for name in _FACTS:
        stood, stands = getattr(was, name), getattr(now, name)
        if stood != stands:
            kind: ChangeKind = "encoding_broken" if broken(str(stands)) else "facts_changed"
            yield Finding(kind, path, name, _said(stood), _said(stands))
    units, units_now = units_of(was), units_of(now)
    yield from _pages(was, now)
    yield from _headings(was, now, units, units_now, folder=folder)
    matcher = SequenceMatcher(
        None, [unit.text for unit in units], [unit.text for unit in units_now], autojunk=False
    )
    sources: dict[tuple[str, str, str], None] = {}
    for tag, start, stop, start_now, stop_now in matcher.get_opcodes():
        block, block_now = units[start:stop], units_now[start_now:stop_now]
        if tag == "equal":
            pairs = zip(block, block_now, strict=True)
            sources |= dict.fromkeys(
                (one.section, one.rests_on, other.rests_on)
                for one, other in pairs
                if one.rests_on != other.rests_on
            )
        else:
            yield from _block(path, block, block_now)
    for section, rested, rests in sources:
        yield Finding("source_changed", path, section, rested, rests)


def _block(path: str, block: Sequence[Unit], block_now: Sequence[Unit]) -> Iterator[Finding]:
    """What became of some text in the same place."""
    if len(block) != len(block_now) and any(is_row(unit.text) for unit in block) and block_now:
        rows, rows_now = ("\n".join(unit.text for unit in units) for units in (block, block_now))
        yield Finding("table_changed", path, block[0].section, rows, rows_now)
        return
    for was, now in paired(block, block_now):
        if was and now:
            yield Finding(_kind_of_change(was, now), path, was.section, was.text, now.text)
            if was.rests_on != now.rests_on:
                yield Finding("source_changed", path, was.section, was.rests_on, now.rests_on)
        elif was:
            yield Finding("text_removed", path, was.section, was.text)
        elif now:
            kind: ChangeKind = "encoding_broken" if broken(now.text) else "text_added"
            yield Finding(kind, path, now.section, after=now.text)


def _kind_of_change(was: Unit, now: Unit) -> ChangeKind:
    if broken(now.text) and not broken(was.text):
        return "encoding_broken"
    if numbers_in(was.text) != numbers_in(now.text):
        return "numbers_changed"
    return "table_changed" if is_row(was.text) or is_row(now.text) else "text_changed"


def _broken_units(path: str, units: Sequence[Unit]) -> Iterator[Finding]:
    for unit in units:
        if broken(unit.text):
            yield Finding("encoding_broken", path, unit.section, after=unit.text)


def _pages(was: Document, now: Document) -> Iterator[Finding]:
    there = {passage.page for passage in now.passages}
    for page in dict.fromkeys(passage.page for passage in was.passages):
        if page and page not in there:
            text = "\n\n".join(passage.text for passage in was.passages if passage.page == page)
            yield Finding("page_removed", now.path, f"{page.kind} {page.label}", text)


def _headings(
    was: Document, now: Document, units: Sequence[Unit], units_now: Sequence[Unit], *, folder: Path
) -> Iterator[Finding]:
    """Headings that are gone, or under which nothing stands any more."""
    gone = _heading_counts(was) - _heading_counts(now)
    if not gone:
        return
    written = _written_headings(folder / now.path)
    heading_now = {unit.text: unit.section for unit in units_now}
    for heading in gone:
        first = next(unit for unit in units if heading in unit.path)
        if heading in written:
            yield Finding("section_emptied", now.path, first.section, heading)
        else:
            yield Finding(
                "heading_removed", now.path, first.section, heading, heading_now.get(first.text, "")
            )


def _heading_counts(document: Document) -> Counter[str]:
    """How often each heading stands in the document, over text or over other headings."""
    paths = {
        passage.section[: depth + 1] for passage in document.passages for depth in range(len(passage.section))
    }
    return Counter(path[-1] for path in paths)


def _written_headings(file: Path) -> set[str]:
    lines = file.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    return {line.strip("# \t") for line in lines if line.startswith("#")}


def _workshop(before: Corpus, after: Corpus) -> Iterator[Finding]:
    was, now = (dict(_flat(corpus.workshop)) for corpus in (before, after))
    for where in sorted(was.keys() | now.keys()):
        stood, stands = was.get(where, ""), now.get(where, "")
        if stood != stands:
            kind: ChangeKind = "safety_changed" if where.startswith("safety") else "workshop_changed"
            yield Finding(kind, "workshop.yaml", where, stood, stands)


def _terms(before: Sequence[Term], after: Sequence[Term]) -> Iterator[Finding]:
    was, now = ({term.id: dict(_flat(term)) for term in terms} for terms in (before, after))
    for term in sorted(was.keys() | now.keys()):
        stood, stands = was.get(term, {}), now.get(term, {})
        for field in sorted(stood.keys() | stands.keys()):
            if stood.get(field) != stands.get(field):
                where = f"{term}.{field}"
                yield Finding(
                    "term_changed", "glossary.yaml", where, stood.get(field, ""), stands.get(field, "")
                )


def _flat(value: object, where: str = "") -> Iterator[tuple[str, str]]:
    """The leaves of a value, each with the way to it."""
    inner: Iterator[tuple[object, object]]
    if is_dataclass(value) and not isinstance(value, type):
        inner = ((field.name, getattr(value, field.name)) for field in fields(value))
    elif isinstance(value, Mapping):
        inner = iter(value.items())
    elif isinstance(value, tuple):
        inner = iter(enumerate(value, 1))
    else:
        yield where, _said(value)
        return
    for name, content in inner:
        step = " ".join(map(str, name)) if isinstance(name, tuple) else str(name)
        yield from _flat(content, f"{where}.{step}" if where else step)


def _said(value: object) -> str:
    return "" if value is None else str(value)


def _questions(was: Path, now: Path) -> Iterator[Finding]:
    """Golden questions that came, went, or expect something else."""
    asked, asked_now = _by_id(was), _by_id(now)
    for id_ in sorted(asked.keys() | asked_now.keys()):
        before, after = asked.get(id_), asked_now.get(id_)
        if before != after:
            yield Finding("question_changed", now.name, id_, _as_line(before), _as_line(after))


def _by_id(file: Path) -> dict[str, dict[str, object]]:
    asked = [json.loads(line) for line, _ in lines_of(file)] if file.exists() else []
    return {str(one["id"]): one for one in asked}


def _as_line(asked: dict[str, object] | None) -> str:
    return json.dumps(asked, ensure_ascii=False, sort_keys=True) if asked else ""


def _files(folder: Path) -> set[str]:
    """What belongs to the corpus; hidden folders and measured limits do not."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    shown = (path for path in found if not any(part.startswith(".") for part in path.parts))
    return {path.as_posix() for path in shown} - {LIMITS_FILE}


def _same_bytes(one: Path, other: Path) -> bool:
    return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()
