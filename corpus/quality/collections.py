"""Measuring retrieval on a collection in BEIR's layout: passages, queries and what is relevant to them."""

import json
import math
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.index import PassageIndex, Progress
from corpus.ranking.languages import language_of

DEPTH = 100
"""Passages asked for each query."""
TOP = 10
"""Of which so many count for nDCG and the reciprocal rank."""


class CollectionError(ValueError):
    """A collection that can't be used; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Collection:
    """Passages, and queries with the passages relevant to them.

    Attributes:
        ids: of the passages, by position.
        titles: by position, empty where there are none.
        texts: by position.
        queries: text by query id, only those with something relevant.
        relevance: grade by passage id by query id; a grade is above 0.
    """

    ids: Sequence[str]
    titles: Sequence[str]
    texts: Sequence[str]
    queries: Mapping[str, str]
    relevance: Mapping[str, Mapping[str, int]]


def read_collection(folder: Path, *, queries: str = "queries.jsonl") -> Collection:
    """Read `corpus.jsonl`, a file of queries and `qrels/test.tsv`.

    Raises:
        CollectionError: a file is missing or a line can't be read.
    """
    passages = list(_records(folder / "corpus.jsonl"))
    relevance = _relevance(folder / "qrels" / "test.tsv")
    asked = {record["_id"]: record["text"] for record in _records(folder / queries)}
    return Collection(
        [record["_id"] for record in passages],
        [record.get("title") or "" for record in passages],
        [record["text"] for record in passages],
        {query: text for query, text in asked.items() if query in relevance},
        relevance,
    )


def evaluate_collection(
    collection: Collection, *, language: str | None = None, progress: Progress | None = None
) -> dict[str, Any]:
    """Index the passages, ask every query and report, rates in 0-1.

    Args:
        collection: what is asked.
        language: of the passages, ISO 639-1; found from them if None.
        progress: told how far the analysis is.
    """
    started = time.perf_counter()
    language = language or language_of(collection.texts)
    index = PassageIndex.from_texts(
        collection.texts, headings=collection.titles, language=language, progress=progress
    )
    indexed = time.perf_counter()
    found = {
        query: [collection.ids[hit.position] for hit in index.rank(text, k=DEPTH)]
        for query, text in collection.queries.items()
    }
    seconds = time.perf_counter() - indexed
    judged = [(found[query], collection.relevance[query]) for query in found]
    return {
        "language": language,
        "passages": len(collection.ids),
        "queries": len(judged),
        "ndcg@10": _mean([_ndcg(ids, grades) for ids, grades in judged]),
        "mrr@10": _mean([_reciprocal_rank(ids, grades) for ids, grades in judged]),
        "recall@100": _mean([len(grades.keys() & ids[:DEPTH]) / len(grades) for ids, grades in judged]),
        "hit@1": _mean([float(bool(ids) and ids[0] in grades) for ids, grades in judged]),
        "index_seconds": round(indexed - started, 3),
        "queries_per_second": round(len(judged) / seconds, 1) if judged else 0.0,
    }


def _ndcg(ids: Sequence[str], grades: Mapping[str, int]) -> float:
    """Normalised discounted cumulative gain with the grade as gain, as trec_eval has it."""
    gained = [grades.get(passage, 0) for passage in ids[:TOP]]
    ideal = sorted(grades.values(), reverse=True)[:TOP]
    return _discounted(gained) / _discounted(ideal)


def _discounted(gains: Sequence[int]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, 1))


def _reciprocal_rank(ids: Sequence[str], grades: Mapping[str, int]) -> float:
    return next((1 / rank for rank, passage in enumerate(ids[:TOP], 1) if passage in grades), 0.0)


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 4) if values else 0.0


def _lines(file: Path) -> Iterator[tuple[str, str]]:
    """The lines of a file that are not blank, each with where it stands."""
    try:
        with file.open(encoding="utf-8-sig", newline="\n") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield line.rstrip("\r\n"), f"{file}:{number}"
    except (OSError, UnicodeDecodeError) as error:
        raise CollectionError(f"{file} can't be read: {error}") from None


def _records(file: Path) -> Iterator[dict[str, str]]:
    seen: set[str] = set()
    for line, where in _lines(file):
        try:
            record = json.loads(line)
            record["_id"] = str(record["_id"])
            usable = isinstance(record["text"], str) and isinstance(record.get("title") or "", str)
        except (ValueError, TypeError, KeyError, RecursionError):
            usable = False
        if usable and record["_id"] in seen:
            raise CollectionError(f"{where}: the _id {record['_id']!r} stands there twice")
        if not usable:
            raise CollectionError(
                f'{where}: expected an object with "_id" and "text", such as {{"_id": "1", "text": "…"}}'
            )
        seen.add(record["_id"])
        yield record


def _relevance(file: Path) -> dict[str, dict[str, int]]:
    """What is relevant, query by query; a first line of names is passed over."""
    relevance: dict[str, dict[str, int]] = defaultdict(dict)
    for number, (line, where) in enumerate(_lines(file)):
        try:
            query, passage, grade = line.split("\t")
            if number == 0 and not grade.strip().lstrip("-").isdecimal():
                continue
            if int(grade) > 0:
                relevance[query][passage] = int(grade)
        except ValueError:
            raise CollectionError(f"{where}: expected query, passage and grade, with tabs between") from None
    return dict(relevance)
