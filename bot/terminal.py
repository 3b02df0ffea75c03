"""The same answers in the terminal: a conversation, one question, a file of them."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from corpus.answering.answer import Answer
from corpus.answering.answerer import Answerer, Asker
from corpus.answering.following import previous_of
from corpus.answering.search import Found, Word
from corpus.quality.evaluation import Given, evaluate, read_questions
from corpus.quality.misses import cause, explain
from handlers import replies
from handlers.welcoming import welcome

LONGEST_LINE = 1_000_000
"""Characters of a batch line; a longer one is no question but a wrong file."""
SHOWN = 5
"""Passages that `why` lists."""


def converse(answerer: Answerer, *, language: str | None) -> None:
    """Answer line by line until the end of the input."""
    print(welcome(answerer, language).plain())
    previous = None
    while (line := _next_line()) is not None:
        if line.strip():
            answer = answerer.answer(line, Asker(language), previous)
            previous = previous_of(line, answer, previous)
            print(f"\n{replies.answer(answer, answerer.corpus.workshop).plain()}\n")


def answer_one(answerer: Answerer, question: str, *, language: str | None, as_json: bool) -> str:
    """One answer as text, or as a line of JSON."""
    answer = answerer.answer(question, Asker(language))
    if as_json:
        return json.dumps(as_record(answer, answerer), ensure_ascii=False)
    return replies.answer(answer, answerer.corpus.workshop).plain()


def answer_batch(answerer: Answerer, lines: Iterable[str]) -> Iterator[str]:
    """One JSON line for each JSON line, in order; a line that can't be read gives its error."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield json.dumps(_answer_line(answerer, line, number), ensure_ascii=False)


def as_record(answer: Answer, answerer: Answerer) -> dict[str, Any]:
    """The fields of `ask --json`."""
    card = {"card": answer.card} if answer.card else {}
    return {
        "kind": answer.kind,
        **card,
        "text": replies.answer(answer, answerer.corpus.workshop).plain(),
        "language": answer.language,
        "confidence": answer.confidence,
        "sources": [
            {
                "document": citation.document,
                "title": citation.title,
                "section": citation.section,
                "page": citation.page.label if citation.page else None,
                "url": citation.url,
                "rests_on": [{"title": source.title, "url": source.url} for source in citation.rests_on],
            }
            for citation in answer.citations
        ],
        "quotes": list(answer.quotes),
        "milliseconds": answer.milliseconds,
    }


def evaluated(answerer: Answerer, file: Path) -> dict[str, Any]:
    """The report of `evaluate` over a question file.

    Raises:
        QuestionsError: a line of the file can't be read.
    """

    def ask(question: str, language: str | None) -> Given:
        answer = answerer.answer(question, Asker(language))
        text = replies.answer(answer, answerer.corpus.workshop).plain()
        titles = [source.title for citation in answer.citations for source in citation.rests_on]
        said = "\n".join((text, *answer.quotes, *titles))
        return Given(answer.kind, said, answer.milliseconds)

    return evaluate(read_questions(file), ask, why=partial(cause, answerer))


def table(report: dict[str, Any]) -> str:
    """The report as a table for people."""
    from rich.console import Console  # noqa: PLC0415  # only here, and a tenth of a second
    from rich.table import Table  # noqa: PLC0415

    console = Console(width=100)
    with console.capture() as capture:
        for side, rows in report["by"].items():
            shown = Table(side, "questions", "right", "wrong with confidence", title_justify="left")
            for name, row in rows.items():
                shown.add_row(name, str(row["n"]), f"{row['right']:.1%}", f"{row['wrong_confident']:.1%}")
            console.print(shown)
        console.print(_confusion_table(report["confusion"]))
        for miss in report["misses"]:
            line = f"{miss['id']}: {miss['question']} → {miss['kind']} ({miss['cause']})"
            console.print(line, markup=False, highlight=False)
        for name, count in Counter(miss["cause"] for miss in report["misses"]).most_common():
            console.print(f"{count} × {name}", markup=False, highlight=False)
        recall = report["safety_recall"]
        console.print(
            f"{report['n']} questions, {report['right']:.1%} right, {report['wrong_confident']:.1%} wrong "
            f"with confidence, safety recall {'–' if recall is None else f'{recall:.1%}'}, "
            f"p50 {report['p50_ms']} ms, p95 {report['p95_ms']} ms",
            markup=False,
            highlight=False,
        )
    return capture.get().rstrip()


def _confusion_table(confusion: dict[str, dict[str, int]]) -> Any:  # noqa: ANN401  # rich is imported late
    from rich.table import Table  # noqa: PLC0415

    kinds = sorted({kind for given in confusion.values() for kind in given})
    shown = Table("due", *kinds)
    for behaviour, given in confusion.items():
        shown.add_row(behaviour, *(str(given.get(kind, "")) for kind in kinds))
    return shown


def explained(answerer: Answerer, question: str, *, expect: str | None) -> str:
    """`why`: how the answer to a question came about.

    Raises:
        LookupError: no passage has the id that was expected.
    """
    expected = next((passage for passage in answerer.corpus.passages if passage.id == expect), None)
    if expect and not expected:
        raise LookupError(f"no passage is called {expect!r}: expected an id such as {_an_id(answerer)}")
    why = explain(answerer, question, expected=expected)
    limits = answerer.limits
    lines = [
        f"{why.answer.kind}, read as {why.language}; confidence {why.answer.confidence:.3f}",
        f"an answer from {limits.answer:.3f}, sections to choose from {limits.choose:.3f}",
        "",
        *(_word_line(word) for word in why.words),
        "",
        *(_found_line(rank, one) for rank, one in enumerate(why.found[:SHOWN], 1)),
    ]
    if expected:
        where = f"rank {why.rank}" if why.rank else f"not among the {len(why.found)} found"
        lines += ["", f"expected {expected.id}: {where}"]
    return "\n".join(lines)


def _word_line(word: Word) -> str:
    if not word.weight:
        return f"  –      {word.said} (says nothing of the subject)"
    return f"{word.held:4.0%}  {word.weight:5.2f}  {word.said}"


def _found_line(rank: int, one: Found) -> str:
    return (
        f"{rank}. {one.passage.id}  confidence {one.confidence:.3f}, holds {one.hold:.2f}, "
        f"leads by {one.lead:.2f}"
    )


def _an_id(answerer: Answerer) -> str:
    return next((passage.id for passage in answerer.corpus.passages), "rats#how-rats-search")


def _answer_line(answerer: Answerer, line: str, number: int) -> dict[str, Any]:
    if len(line.rstrip("\r\n")) > LONGEST_LINE:
        return {"id": None, "error": f"line {number} is longer than {LONGEST_LINE:,} characters"}
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as error:
        return {"id": None, "error": f"line {number} is no JSON: {error}"}
    if not isinstance(asked, dict) or not isinstance(asked.get("question"), str):
        key = asked.get("id") if isinstance(asked, dict) else None
        return {"id": key, "error": f"line {number} has no text under 'question'"}
    language = asked.get("language")
    answer = answerer.answer(asked["question"], Asker(language if isinstance(language, str) else None))
    return {"id": asked.get("id"), **as_record(answer, answerer)}


def _next_line() -> str | None:
    try:
        return input("> ")
    except (EOFError, KeyboardInterrupt):
        print()
        return None
