"""What changes and what that does to the answers, in lines for the terminal."""

from collections.abc import Iterator

from corpus.quality.changes import Diff, Finding
from corpus.quality.gate import Replayed, Shown, Verdict

SHOWN = 20
"""Lines of a kind; of thousands nobody reads the rest."""
LONGEST = 160
"""Letters of a text that are shown."""

_SAID = {
    "document_added": "new document",
    "document_removed": "document removed",
    "document_moved": "document moved",
    "unreadable": "can't be used",
    "page_removed": "page missing",
    "heading_removed": "heading gone",
    "section_emptied": "section emptied",
    "text_added": "text added",
    "text_removed": "text removed",
    "text_changed": "text changed",
    "numbers_changed": "numbers changed",
    "table_changed": "table changed",
    "encoding_broken": "letters in a wrong encoding",
    "source_changed": "source changed",
    "facts_changed": "front matter changed",
    "safety_changed": "SAFETY CARD OR NUMBER CHANGED",
    "workshop_changed": "event changed",
    "term_changed": "glossary changed",
    "question_changed": "golden question changed",
    "file_changed": "file changed",
}


def diff_lines(diff: Diff) -> Iterator[str]:
    """The changes in substance, file by file, then what is only written differently."""
    path = None
    for finding in diff.findings:
        if finding.path != path:
            path = finding.path
            yield path
        yield from (f"  {line}" for line in _finding_lines(finding))
    if diff.rewritten:
        yield f"No change in substance: {', '.join(diff.rewritten)}"
    if not diff.findings and not diff.rewritten:
        yield "Nothing changes."


def _finding_lines(finding: Finding) -> Iterator[str]:
    said = _SAID[finding.kind]
    was, now = finding.numbers
    if finding.kind == "numbers_changed":
        said += f" from {', '.join(was) or 'none'} to {', '.join(now) or 'none'}"
    yield said + (f": {finding.where}" if finding.where else "")
    if finding.before:
        yield f"  - {_short(finding.before)}"
    if finding.after:
        yield f"  + {_short(finding.after)}"


def verdict_lines(verdict: Verdict) -> Iterator[str]:
    """What becomes of the questions; the worst last, where it is read."""
    yield f"{verdict.golden:,} golden questions and {verdict.real:,} of the log asked."
    yield from _replayed_lines("answered at last", verdict.answered)
    yield from _replayed_lines("answered from another text", verdict.moved)
    yield from _replayed_lines("out of scope, and would now be answered", verdict.astray)
    yield from _replayed_lines("would lose their answer", verdict.silenced)
    yield from _replayed_lines("golden, and would lose their answer", verdict.lost)


def _replayed_lines(said: str, replayed: tuple[Replayed, ...]) -> Iterator[str]:
    if not replayed:
        return
    yield f"{len(replayed):,} {said}:"
    for one in replayed[:SHOWN]:
        yield f"  {one.id}: {_short(one.question)}"
        yield f"    - {_shown(one.before)}"
        yield f"    + {_shown(one.after)}"
    if len(replayed) > SHOWN:
        yield f"  … and {len(replayed) - SHOWN:,} more"


def _shown(shown: Shown) -> str:
    place = " › ".join(filter(None, (shown.document, shown.section)))
    return _short(": ".join(filter(None, (shown.kind, place, shown.text))))


def _short(text: str) -> str:
    joined = " ".join(text.split())
    return joined if len(joined) <= LONGEST else f"{joined[: LONGEST - 1]}…"
