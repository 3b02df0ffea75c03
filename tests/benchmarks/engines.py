"""The search engines that are measured side by side, each behind the same four steps."""

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

import numpy as np

K = 10
"""Passages asked for."""


class Engine(ABC):
    """Build into a folder, open it again, search; one thread throughout."""

    name: str
    most = 1_000_000
    """Passages from which it takes more time or memory than its figures are worth."""
    is_saved = True
    """Whether it can be saved and opened again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @abstractmethod
    def build(self, texts: Sequence[str]) -> None:
        """Index passages, given as text, and save."""

    @abstractmethod
    def open(self) -> None:
        """Make ready to search what was saved."""

    @abstractmethod
    def search(self, question: str) -> Sequence[int]:
        """The positions of the best passages, best first."""


class Ours(Engine):
    """This project's index, first stage; reading the question included."""

    name = "PassageIndex"

    def build(self, texts: Sequence[str]) -> None:
        from corpus.index import PassageIndex

        PassageIndex.from_texts(texts, language="en").save(self.folder / "index")

    def open(self) -> None:
        from corpus.index import PassageIndex

        self.index = PassageIndex.load(self.folder / "index")

    def search(self, question: str) -> Sequence[int]:
        return [hit.position for hit in self.index.search(question, k=K)]


class Pipeline(Ours):
    """The same with stop words, typing errors and the second look."""

    name = "PassageIndex, all steps"

    def search(self, question: str) -> Sequence[int]:
        return [hit.position for hit in self.index.rank(question, k=K)]


class RankBm25(Engine):
    """The library most bots use, with the fastest way to the best k; it can't be saved."""

    name = "rank_bm25"
    most = 100_000
    is_saved = False

    def build(self, texts: Sequence[str]) -> None:
        from rank_bm25 import BM25Okapi

        self.index = BM25Okapi([text.lower().split() for text in texts])

    def open(self) -> None:
        raise RuntimeError("rank_bm25 keeps its index in memory only")

    def search(self, question: str) -> Sequence[int]:
        scores = self.index.get_scores(question.lower().split())
        best = np.argpartition(-scores, min(K, len(scores) - 1))[:K]
        return best[np.argsort(-scores[best])].tolist()


class Bm25s(Engine):
    """bm25s on numpy."""

    name = "bm25s"

    def build(self, texts: Sequence[str]) -> None:
        import bm25s

        index = bm25s.BM25(k1=1.5, b=0.75)
        index.index(bm25s.tokenize(list(texts), stopwords=None, show_progress=False), show_progress=False)
        index.save(self.folder / "bm25s")

    def open(self) -> None:
        import bm25s

        self.index = bm25s.BM25.load(self.folder / "bm25s", mmap=True)

    def search(self, question: str) -> Sequence[int]:
        words = [question.lower().split()]
        found, _ = self.index.retrieve(words, k=min(K, self.index.scores["num_docs"]), show_progress=False)
        return found[0].tolist()


class Tantivy(Engine):
    """tantivy, written in Rust; the English analyser left out, as the words are invented."""

    name = "tantivy"

    def build(self, texts: Sequence[str]) -> None:
        import tantivy

        folder = self.folder / "tantivy"
        folder.mkdir()
        index = tantivy.Index(self._schema(), path=str(folder))
        writer = index.writer(heap_size=500_000_000, num_threads=1)
        for position, text in enumerate(texts):
            writer.add_document(tantivy.Document(position=position, text=text))
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        import tantivy

        self.index = tantivy.Index(self._schema(), path=str(self.folder / "tantivy"))
        self.index.reload()
        self.searcher = self.index.searcher()

    def search(self, question: str) -> Sequence[int]:
        query = self.index.parse_query(question, ["text"])
        hits = self.searcher.search(query, K, count=False).hits
        return [self.searcher.doc(address)["position"][0] for _, address in hits]

    def _schema(self) -> object:
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("position", stored=True)
        builder.add_text_field("text", stored=False)
        return builder.build()


class Sqlite(Engine):
    """SQLite's FTS5, ranked by its bm25()."""

    name = "SQLite FTS5"
    most = 100_000

    def build(self, texts: Sequence[str]) -> None:
        database = sqlite3.connect(self.folder / "fts5.sqlite3")
        database.execute("CREATE VIRTUAL TABLE passages USING fts5(text, content='')")
        database.executemany("INSERT INTO passages(rowid, text) VALUES (?, ?)", enumerate(texts))
        database.commit()
        database.close()

    def open(self) -> None:
        self.database = sqlite3.connect(self.folder / "fts5.sqlite3")

    def search(self, question: str) -> Sequence[int]:
        any_word = " OR ".join(f'"{word}"' for word in question.split())
        select = "SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?"
        return list(chain.from_iterable(self.database.execute(select, (any_word, K))))


ENGINES = {engine.name: engine for engine in (Ours, Pipeline, RankBm25, Bm25s, Tantivy, Sqlite)}
