"""`evaluate` on a collection in BEIR's layout and `corpus calibrate`: what stands around the figures."""

import json
import sys
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress

from corpus.answering.answerer import Answerer
from corpus.answering.limits import LIMITS_FILE
from corpus.quality.calibration import calibrate, read_golden
from corpus.quality.collections import evaluate_collection, read_collection
from corpus.reading.folder import read_corpus
from corpus.reading.questions import GOLDEN_FILE


def measured(folder: Path, *, queries: str, language: str | None) -> dict[str, Any]:
    """The report over a collection; a person at a terminal sees how far the index is.

    Raises:
        CollectionError: a file is missing or a line can't be read.
    """
    collection = read_collection(folder, queries=queries)
    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("Indexing")
        return evaluate_collection(
            collection,
            language=language,
            progress=lambda done, total: bar.update(task, completed=done, total=total),
        )


def lines(report: dict[str, Any]) -> str:
    """The report for people, a line a figure."""
    width = max(map(len, report))
    return "\n".join(f"{name:<{width}}  {value}" for name, value in report.items())


def kept_limits(folder: Path) -> str:
    """Measure limits over a folder of documents, write them into it, and say what they do.

    Raises:
        CalibrationError: no limit keeps false answers rare.
        QuestionsError: the golden questions can't be read.
    """
    golden = folder / GOLDEN_FILE
    asked = read_golden(golden) if golden.exists() else []
    report = calibrate(Answerer(read_corpus(folder)), asked).record()
    (folder / LIMITS_FILE).write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    return lines(report)
