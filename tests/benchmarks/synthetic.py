"""Text such as people write as far as an index can tell: Zipf's law, some 119 words a passage."""

from collections.abc import Iterator

import numpy as np

MEAN_WORDS = 119
LETTERS = np.array(list("etaoinsrhldcumfpgwybvkxjqz"))


class Zipf:
    """Words by rank, and passages and questions drawn from them; the same for the same seed."""

    def __init__(self, *, vocabulary: int, seed: int) -> None:
        self._random = np.random.default_rng(seed)
        self.words = _invented(vocabulary, self._random)
        share = 1 / (np.arange(vocabulary) + 2.7) ** 1.07  # Mandelbrot's form, as fits English
        self._until = np.cumsum(share / share.sum())

    def passages(self, count: int) -> Iterator[list[str]]:
        """Passages as lists of words, between a third and three times the mean in length."""
        lengths = self._random.gamma(4.0, MEAN_WORDS / 4, count).clip(MEAN_WORDS / 3, MEAN_WORDS * 3)
        for length in lengths.astype(int):
            yield self._drawn(length)

    def questions(self, passages: list[list[str]], *, words: int, count: int, without: set[str]) -> list[str]:
        """Questions whose words stand in a passage, drawn as they occur there, some words left out."""
        questions = []
        while len(questions) < count:
            passage = passages[self._random.integers(len(passages))]
            said = [word for word in dict.fromkeys(passage) if word not in without]
            if len(said) >= words:
                questions.append(" ".join(self._random.choice(said, words, replace=False)))
        return questions

    def _drawn(self, count: int) -> list[str]:
        return [self.words[rank] for rank in np.searchsorted(self._until, self._random.random(count))]


def _invented(count: int, random: np.random.Generator) -> list[str]:
    """Words of two to eleven letters, the frequent ones short, all different."""
    words: dict[str, None] = {}
    share = 1 / (np.arange(len(LETTERS)) + 4)
    while len(words) < count:
        length = 2 + int(random.integers(1 + min(len(words).bit_length() // 2, 9)))
        words["".join(random.choice(LETTERS, length, p=share / share.sum()))] = None
    return list(words)
