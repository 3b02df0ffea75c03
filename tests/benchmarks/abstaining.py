"""How well confidence tells a question whose answer is there from one whose answer was taken out.

    python tests/benchmarks/abstaining.py FOLDER [--language xx]

The folder is a collection in BEIR's layout. The passages at positions 0, 2, 4 … are taken out; printed is the
AUROC of the best passage's confidence, questions whose passage stayed against those whose passage went.
"""

import argparse
from pathlib import Path

from corpus.answering.search import Search
from corpus.answering.terms import TermFinder
from corpus.index import PassageIndex
from corpus.passages import Passage
from corpus.quality.collections import Collection, read_collection
from corpus.reading.sentences import sentences


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default="en")
    arguments = parser.parse_args()
    collection = read_collection(arguments.folder, queries="queries.jsonl")
    stayed, went = confidences(collection, arguments.language)
    print(f"{arguments.folder.name}: {len(stayed)} stayed, {len(went)} went, AUROC {auroc(stayed, went):.4f}")


def confidences(collection: Collection, language: str) -> tuple[list[float], list[float]]:
    """Of the questions whose passage stayed, and of those whose passage went."""
    kept = [at for at in range(len(collection.ids)) if at % 2]
    there = {collection.ids[at] for at in kept}
    passages = [
        passage(collection.ids[at], collection.titles[at], collection.texts[at], language) for at in kept
    ]
    index = PassageIndex.from_texts(
        [one.sentences for one in passages], language=language, headings=[one.title for one in passages]
    )
    search, finder = Search(passages, index=index), TermFinder((), language=language)
    stayed: list[float] = []
    went: list[float] = []
    for query, text in collection.queries.items():
        found = search.find(text, asked_in=language, finder=finder, documents=frozenset(there))
        confidence = found[0].confidence if found else 0.0
        (stayed if there & collection.relevance.get(query, {}).keys() else went).append(confidence)
    return stayed, went


def passage(key: str, title: str, text: str, language: str) -> Passage:
    """A passage of a collection; what answering never looks at is left empty."""
    split = tuple(sentences(text)) or (text,)
    return Passage(key, key, "", title, (title,), "", language, split, (len(split),), (), key)


def auroc(stayed: list[float], went: list[float]) -> float:
    """The chance that one of the first is above one of the second, ties counted half."""
    above = sum((one > other) + (one == other) / 2 for one in stayed for other in went)
    return above / (len(stayed) * len(went))


if __name__ == "__main__":
    main()
