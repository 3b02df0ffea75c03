"""What publishing would do is told at a glance in the chat and whole in the file."""

from typing import get_args

import pytest

from corpus.quality.changes import ChangeKind, Diff, Finding
from corpus.quality.gate import Replayed, Shown, Verdict
from handlers.maintainers.verdicts import GLANCE, LOST_SHOWN, report, summary
from handlers.publishing import Trial
from handlers.replies import Reply
from handlers.texts import TEXTS_BY_LANGUAGE, texts_in

EN = texts_in("en")


def replayed(number: int) -> Replayed:
    return Replayed(f"q{number}", f"Question <{number}>?", Shown("answer", "a.md", "Old"), Shown("not_found"))


def trial(*findings: Finding, **verdict: tuple[Replayed, ...]) -> Trial:
    files = {"a.md": "0" * 64}
    return Trial(1, 1, "draft", files, Diff(findings, ("b.md",)), Verdict(golden=40, real=300, **verdict))


def test_a_few_of_each_kind_in_the_chat_and_all_in_the_file() -> None:
    many = tuple(map(replayed, range(30)))
    tried = trial(
        *[Finding("text_changed", f"{n}.md", "Speed", "9", "12") for n in range(20)], lost=many, moved=many
    )
    lines = summary(tried, EN)
    assert sum("text changed" in line for line in lines) == GLANCE
    assert sum("Old → –" in line for line in lines) == LOST_SHOWN + GLANCE
    assert "• Question &lt;0&gt;?: Old → –" in lines
    assert len(Reply(before=tuple(lines)).messages()) == 1
    whole = report(tried, EN)
    assert whole.count("text changed (Speed): 9 → 12") == 20
    assert whole.count("Old → –") == 60
    assert "Question <29>?" in whole


def test_where_nothing_changes_for_anybody_it_says_so() -> None:
    assert EN.keeping.trial_same in summary(trial(Finding("text_added", "a.md")), EN)
    assert EN.keeping.trial_same not in summary(trial(answered=(replayed(1),)), EN)


@pytest.mark.parametrize("language", TEXTS_BY_LANGUAGE)
def test_every_kind_of_change_has_its_words(language: str) -> None:
    kinds = get_args(ChangeKind)
    lines = summary(trial(*[Finding(kind, f"{kind}.md") for kind in kinds[:GLANCE]]), texts_in(language))
    assert all(any(f"{kind}.md: " in line for line in lines) for kind in kinds[:GLANCE])
    whole = report(trial(*[Finding(kind, "x.md") for kind in kinds]), texts_in(language))
    told = [line for line in whole.splitlines() if line.startswith("• x.md: ")]
    assert len(set(told)) == len(kinds)
