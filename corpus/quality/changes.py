"""What changes between two states of a corpus, told from what is only written differently."""

from dataclasses import dataclass
from typing import Literal

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


@dataclass(frozen=True, slots=True)
class Diff:
    """All that changes.

    Attributes:
        findings: the changes in substance, file by file.
        rewritten: files that are written differently and say the same: re-saved, re-wrapped, re-split.
    """

    findings: tuple[Finding, ...] = ()
    rewritten: tuple[str, ...] = ()
