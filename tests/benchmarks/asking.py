"""What the people of a benchmark ask: questions of professionals and headings of the bundled workshop."""

import json
import random
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
QUESTIONS = ROOT / "tests" / "questions" / "professional.jsonl"
FIRST = 388
"""Of the professional questions, how many are asked: the list grows, the figures are to be compared."""
DOCUMENTS = ROOT / "corpus" / "documents"


def texts_by_language() -> dict[str, list[str]]:
    """All that can be asked, by the code of its language; the same order each time."""
    texts: dict[str, list[str]] = defaultdict(list)
    for line in QUESTIONS.read_text(encoding="utf-8").splitlines()[:FIRST]:
        question = json.loads(line)
        texts[question["lang"]].append(question["question"])
    for path in sorted(DOCUMENTS.glob("*/*.md")):
        lines = path.read_text(encoding="utf-8").splitlines()
        texts[path.parent.name] += [line.lstrip("# ") for line in lines if line.startswith("## ")]
    return dict(texts)


def shuffled(texts: list[str], *, seed: int) -> list[str]:
    """The texts in an order of one person's own."""
    return random.Random(seed).sample(texts, len(texts))  # noqa: S311 - repeatable chance is the point
