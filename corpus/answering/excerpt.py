"""Which sentences of a passage are quoted."""

from corpus.passages import Passage

WHOLE = 110
"""Words up to which a passage is quoted whole: shorter than a telephone screen."""
WINDOW = 80
"""Words quoted of a longer passage, around the sentence that answers."""


def excerpt(passage: Passage, *, best: int) -> tuple[str, ...]:
    """Consecutive sentences around the best one, as they stand."""
    lengths = [len(sentence.split()) for sentence in passage.sentences]
    if sum(lengths) <= WHOLE:
        return passage.sentences
    start, end = best, best + 1
    while end < len(lengths) and sum(lengths[start : end + 1]) <= WINDOW:
        end += 1
    while start and sum(lengths[start - 1 : end]) <= WINDOW:
        start -= 1
    return passage.sentences[start:end]
