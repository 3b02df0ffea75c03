"""The one door to retrieval: an index of passages that gives scores, best first."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt

from corpus.ranking.analysis import Analyser, analyser, words
from corpus.ranking.bm25 import B, LuceneBm25, lucene_idf

Scores = npt.NDArray[np.float32]
"""One score a passage, by position."""

HEADING_B = 0.3
"""Length normalisation of titles: they are short whatever the passage is."""
HEADING_WEIGHT = 0.7
"""What a word in the title or a heading adds, beside the same word in the text."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found; `position` counts from 0 in the order the index was given."""

    position: int
    score: float


class PassageIndex:
    """BM25 over passages of one language, the heading a field of its own."""

    def __init__(self, texts: Sequence[str], headings: Sequence[str], language: Analyser) -> None:
        """Index texts, a heading to each; `from_texts` takes texts without headings too."""
        self.analyser = language
        self.size = len(texts)
        self.stem_by_word: dict[str, str] = {}
        fields = [[self._learn(text) for text in field] for field in (texts, headings)]
        self.stems = [frozenset(text) | frozenset(heading) for text, heading in zip(*fields, strict=True)]
        self.vocabulary = frozenset(self.stem_by_word.values())
        self._fields = [
            (weight, LuceneBm25(field, b=b))
            for field, weight, b in zip(fields, (1.0, HEADING_WEIGHT), (B, HEADING_B), strict=True)
            if any(field)  # rank_bm25 divides by the mean length
        ]
        frequencies = Counter(stem for stems in self.stems for stem in stems)
        self._idf = {stem: lucene_idf(frequency, self.size) for stem, frequency in frequencies.items()}
        self._unknown = lucene_idf(0, self.size)
        self._words_by_letter: dict[str, list[str]] = {}
        for word in filter(str.isalpha, self.stem_by_word):
            self._words_by_letter.setdefault(word[0], []).append(word)
        self._weights: dict[str, Scores] = {}

    @classmethod
    def from_texts(
        cls, texts: Iterable[str], *, language: str = "en", headings: Iterable[str] | None = None
    ) -> Self:
        """Index plain texts, with a heading each where there are any."""
        bodies = list(texts)
        return cls(bodies, [""] * len(bodies) if headings is None else list(headings), analyser(language))

    def _learn(self, text: str) -> list[str]:
        """The stems of a text, its words remembered as correct spellings."""
        said = words(text)
        for word in said:
            self.stem_by_word.setdefault(word, self.analyser.stem(word))
        return [self.stem_by_word[word] for word in said]

    def analyse(self, question: str) -> list[str]:
        """The words of a question it looks up, as stems, in order."""
        return self.analyser.stems(question)

    def search(self, question: str, k: int = 10) -> list[Hit]:
        """The k best passages that score above 0, best first, ties by position."""
        query: dict[str, float] = {}
        for stem in self.analyse(question):
            query[stem] = query.get(stem, 0.0) + 1.0
        return self.top(self.score(query), k=k)

    def score(self, query: Mapping[str, float]) -> Scores:
        """The score of every passage for weighted stems."""
        scores = np.zeros(self.size, dtype=np.float32)
        for stem, weight in query.items():
            if stem in self.vocabulary:
                scores += weight * self.weights(stem)
        return scores

    def weights(self, stem: str) -> Scores:
        """What one stem of the vocabulary adds to every passage; kept, as questions repeat words."""
        known = self._weights.get(stem)
        if known is None:
            known = np.zeros(self.size, dtype=np.float32)
            for weight, model in self._fields:
                if stem in model.idf:
                    known += weight * model.get_scores([stem]).astype(np.float32)
            self._weights[stem] = known
        return known

    def idf(self, stem: str) -> float:
        """Lucene's idf over passages; a stem the index lacks counts as one found nowhere."""
        return self._idf.get(stem, self._unknown)

    def words_like(self, word: str) -> Sequence[str]:
        """The indexed words that a misspelt one may stand for: those that begin with its first letter."""
        return self._words_by_letter.get(word[:1], ())

    @staticmethod
    def top(scores: Scores, *, k: int) -> list[Hit]:
        """The k best positions of a score array, as `search` orders them."""
        best = np.argsort(-scores, kind="stable")[: max(k, 0)]
        return [Hit(int(position), float(scores[position])) for position in best if scores[position] > 0]
