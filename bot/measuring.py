"""`evaluate` on a collection in BEIR's layout: the progress bar and the table around the figures."""

import sys
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress

from corpus.quality.collections import evaluate_collection, read_collection


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
