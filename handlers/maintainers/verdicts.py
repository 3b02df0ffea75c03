"""What publishing would do, in words: at a glance for the chat, all of it for a file."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from corpus.quality.changes import Finding
from corpus.quality.gate import Replayed, Shown
from handlers.publishing import Trial
from handlers.replies import plain, safe
from handlers.texts import Texts

Item = TypeVar("Item")

GLANCE = 5
"""Lines of each kind in the chat."""
LOST_SHOWN = 10
EXCERPT = 80
"""Letters of a text in a line."""


def summary(trial: Trial, texts: Texts) -> list[str]:
    """Lines of HTML, a few of each kind."""
    return list(_lines(trial, texts, most=GLANCE))


def report(trial: Trial, texts: Texts) -> str:
    """All of it, as plain text."""
    return "\n".join(plain(line) for line in _lines(trial, texts, most=None)) + "\n"


def _lines(trial: Trial, texts: Texts, *, most: int | None) -> Iterator[str]:
    said, diff, verdict = texts.keeping, trial.diff, trial.verdict
    yield said.trial_result
    yield from ("", said.trial_findings.format(count=len(diff.findings)))
    yield from _listed(diff.findings, lambda one: _finding(one, texts), texts, most)
    if diff.rewritten:
        yield said.trial_rewritten.format(count=len(diff.rewritten))
        yield from _listed(diff.rewritten, str, texts, most)
    yield from ("", said.trial_replayed.format(golden=verdict.golden, real=verdict.real))
    if not any((verdict.lost, verdict.silenced, verdict.moved, verdict.answered, verdict.astray)):
        yield said.trial_same
    for heading, replayed, shown in (
        (said.trial_lost, verdict.lost, most and LOST_SHOWN),
        (said.trial_silenced, verdict.silenced, most),
        (said.trial_astray, verdict.astray, most),
        (said.trial_moved, verdict.moved, most),
        (said.trial_answered, verdict.answered, most),
    ):
        if replayed:
            yield from ("", heading.format(count=len(replayed)))
            yield from _listed(replayed, _question, texts, shown)
    if trial.told or trial.corrected:
        yield from ("", said.trial_told.format(count=trial.told))
        yield said.trial_corrected.format(count=trial.corrected)
    if trial.notes:
        yield from ("", said.document_notes)
        yield from _listed(trial.notes, str, texts, most)


def _listed(
    items: Sequence[Item], line: Callable[[Item], str], texts: Texts, most: int | None
) -> Iterator[str]:
    for item in items[:most]:
        yield f"• {safe(line(item))}"
    if most is not None and len(items) > most:
        yield texts.keeping.document_more.format(count=len(items) - most)


def _question(one: Replayed) -> str:
    return f"{_cut(one.question)}: {_place(one.before)} → {_place(one.after)}"


def _place(shown: Shown) -> str:
    return _cut(shown.section or shown.document) or "–"


def _finding(one: Finding, texts: Texts) -> str:
    said = texts.keeping
    named = {
        "document_added": said.finding_document_added,
        "document_removed": said.finding_document_removed,
        "document_moved": said.finding_document_moved,
        "unreadable": said.finding_unreadable,
        "page_removed": said.finding_page_removed,
        "heading_removed": said.finding_heading_removed,
        "section_emptied": said.finding_section_emptied,
        "text_added": said.finding_text_added,
        "text_removed": said.finding_text_removed,
        "text_changed": said.finding_text_changed,
        "numbers_changed": said.finding_numbers_changed,
        "table_changed": said.finding_table_changed,
        "encoding_broken": said.finding_encoding_broken,
        "source_changed": said.finding_source_changed,
        "facts_changed": said.finding_facts_changed,
        "safety_changed": said.finding_safety_changed,
        "workshop_changed": said.finding_workshop_changed,
        "term_changed": said.finding_term_changed,
        "question_changed": said.finding_question_changed,
        "file_changed": said.finding_file_changed,
    }[one.kind]
    where = f" ({_cut(one.where)})" if one.where else ""
    change = f": {_cut(one.before) or '–'} → {_cut(one.after) or '–'}" if one.before or one.after else ""
    return f"{one.path}: {named}{where}{change}"


def _cut(text: str) -> str:
    return text if len(text) <= EXCERPT else f"{text[:EXCERPT]}…"
