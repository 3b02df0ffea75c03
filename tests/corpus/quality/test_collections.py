"""Collections in BEIR's layout: read line by line, measured by the usual figures."""

import json
import math
from pathlib import Path

import pytest

from corpus.quality.collections import Collection, CollectionError, evaluate_collection, read_collection

SHARED = Path(__file__).parents[4] / "shared" / "collections"
"""Collections that may lie beside a checkout; their texts are not ours to bring along."""
FLOORS = {
    "stackfaq": (0.90, 0.89),
    "xquad-en": (0.975, 0.97),
    "xquad-ru": (0.965, 0.955),
    "xquad-tr": (0.96, 0.95),
    "cranfield": (0.385, 0.38),
}
"""nDCG@10 that must be reached with one configuration: clean queries, and with a typing error in each."""


def lines(*records: object) -> str:
    return "".join(f"{json.dumps(record)}\n" for record in records)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "qrels").mkdir()
    passages = [("a", "Rats", "They smell explosives."), (7, "", "Dogs smell mines."), ("c", "", "Bread.")]
    (tmp_path / "corpus.jsonl").write_text(
        lines(*({"_id": key, "title": title, "text": text} for key, title, text in passages))
    )
    (tmp_path / "queries.jsonl").write_text(
        lines({"_id": "q1", "text": "dogs that smell mines"}, {"_id": "q2", "text": "unjudged"})
    )
    (tmp_path / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq1\ta\t1\nq1\t7\t2\nq1\tc\t0\n")
    return tmp_path


def test_the_figures_are_those_of_the_field(folder: Path) -> None:
    """Only judged queries count; the grade is the gain: here both are found, the better one first."""
    report = evaluate_collection(read_collection(folder))
    assert (report["language"], report["passages"], report["queries"]) == ("en", 3, 1)
    assert (report["ndcg@10"], report["mrr@10"], report["recall@100"], report["hit@1"]) == (1, 1, 1, 1)


def test_a_better_passage_in_second_place_costs_by_its_discount(folder: Path) -> None:
    (folder / "other.jsonl").write_text(lines({"_id": "q1", "text": "rats smell explosives"}))
    report = evaluate_collection(read_collection(folder, queries="other.jsonl"))
    second = 1 / math.log2(3)
    assert report["ndcg@10"] == pytest.approx((1 + 2 * second) / (2 + second), abs=1e-4)


def test_what_is_not_in_the_corpus_is_missed() -> None:
    """Grades are gains, discounted by the logarithm of the rank; the ideal counts what can't be found."""
    collection = Collection(
        ["a", "b", "c"], ["", "", ""], ["mine mine mine", "mine mine rain", "mine rain rain"],
        {"q": "mine"}, {"q": {"b": 3, "c": 1, "missing": 2}},
    )  # fmt: skip
    report = evaluate_collection(collection, language="en")
    gained = 3 / math.log2(3) + 1 / math.log2(4)
    ideal = 3 + 2 / math.log2(3) + 1 / math.log2(4)
    assert report["ndcg@10"] == pytest.approx(gained / ideal, abs=1e-4)
    assert (report["mrr@10"], report["hit@1"]) == (0.5, 0.0)
    assert report["recall@100"] == pytest.approx(2 / 3, abs=1e-4)


def test_no_queries(folder: Path) -> None:
    (folder / "queries.jsonl").write_text("")
    report = evaluate_collection(read_collection(folder))
    assert (report["queries"], report["ndcg@10"], report["queries_per_second"]) == (0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("corpus.jsonl", None, "corpus.jsonl can't be read"),
        ("queries.jsonl", '{"_id": "q1", "text": "x"}\n{"_id": "q2"}\n', "queries.jsonl:2"),
        ("corpus.jsonl", "[]\n", "corpus.jsonl:1"),
        ("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1 a 1\n", "test.tsv:2"),
        ("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\ta\tmuch\n", "test.tsv:2"),
        ("qrels/test.tsv", None, "test.tsv can't be read"),
        ("corpus.jsonl", '{"_id": "1", "text": 7}\n', "corpus.jsonl:1"),
        ("queries.jsonl", "[" * 100_000, "queries.jsonl:1"),
    ],
)
def test_what_can_t_be_read_is_named_with_its_line(
    folder: Path, name: str, content: str | None, told: str
) -> None:
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_text(content)
    with pytest.raises(CollectionError, match=told):
        read_collection(folder)


@pytest.mark.parametrize("name", FLOORS)
def test_retrieval_keeps_its_quality(name: str) -> None:
    """On the collections that lie beside the checkout, where they do."""
    for queries, floor in zip(("queries.jsonl", "queries-typo.jsonl"), FLOORS[name], strict=True):
        if (SHARED / name).is_dir():
            report = evaluate_collection(read_collection(SHARED / name, queries=queries))
            assert report["ndcg@10"] >= floor, f"{name}, {queries}"


def test_an_id_that_stands_twice_is_named(folder: Path) -> None:
    """Else a passage could be found twice, for more than all there is to gain."""
    with (folder / "corpus.jsonl").open("a") as file:
        file.write(lines({"_id": "a", "text": "Again."}))
    with pytest.raises(CollectionError, match=r"corpus\.jsonl:4.*twice"):
        read_collection(folder)
