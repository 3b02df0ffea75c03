"""Which sentences of a passage are quoted."""

from corpus.passages import Passage

WHOLE = 110
"""Words up to which a passage is quoted whole: shorter than a telephone screen."""
WINDOW = 80
"""Words quoted of a longer passage, around the sentence that answers."""
GLIMPSE = 45
"""Words quoted of each of several passages to choose from."""


def excerpt(passage: Passage, *, best: int) -> tuple[str, ...]:
    """Consecutive sentences around the best one, as they stand."""
    if sum(len(sentence.split()) for sentence in passage.sentences) <= WHOLE:
        return passage.sentences
    return _around(passage, best, WINDOW)


def glimpse(passage: Passage, *, best: int) -> str:
    """The best sentence with those beside it, as far as they are short: enough to choose by."""
    return " ".join(_around(passage, best, GLIMPSE))


def _around(passage: Passage, best: int, most: int) -> tuple[str, ...]:
    lengths = [len(sentence.split()) for sentence in passage.sentences]
    start, end = best, best + 1
    while end < len(lengths) and sum(lengths[start : end + 1]) <= most:
        end += 1
    while start and sum(lengths[start - 1 : end]) <= most:
        start -= 1
    return passage.sentences[start:end]
