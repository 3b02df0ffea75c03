"""Whom a new version concerns: who waits for an answer it has, and who was shown what no longer holds."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from corpus.answering.answer import Answer
from corpus.answering.answerer import Answerer, Asker
from corpus.passages import Passage
from corpus.quality.upkeep import figures_in
from corpus.ranking.analysis import Analyser, analyser, words
from corpus.reading.folder import Corpus

TOLD = ("answer", "definition")
"""Kinds of answer that are one: sections to choose from are not."""
SUCCESSOR = 0.3
"""Share of the words of a passage that another of its document must hold to stand in its place."""
_NEGATIONS = frozenset(
    ("not", "no", "never", "none", "without", "не", "нет", "ни", "без", "yox", "deyil", "heç")
)
"""Stop words that turn a sentence round."""


class Waiting(Protocol):
    """A question somebody waits for an answer to."""

    @property
    def text(self) -> str:
        """As it was asked."""
        ...

    @property
    def language(self) -> str:
        """ISO 639-1 code."""
        ...


Question = TypeVar("Question", bound=Waiting)


@dataclass(frozen=True, slots=True)
class Correction:
    """A passage that no longer stands as it was shown.

    Attributes:
        before: as it was.
        after: what stands in its place; None if nothing does.
    """

    before: Passage
    after: Passage | None


def answered(after: Answerer, waiting: Iterable[Question]) -> list[tuple[Question, Answer]]:
    """The questions that the new version answers, with the answer."""
    given = ((one, after.answer(one.text, Asker(one.language))) for one in waiting)
    return [(one, answer) for one, answer in given if answer.kind in TOLD]


def corrections(before: Corpus, after: Corpus) -> Mapping[str, Correction]:
    """The passages that changed in substance, by the fingerprint of the text that was shown.

    A text that is split, wrapped or punctuated in another way, or moved, says the same.
    """
    kept = {passage.fingerprint for passage in after.passages}
    gone = [passage for passage in before.passages if passage.fingerprint not in kept]
    by_document: dict[str, list[Passage]] = {}
    for passage in after.passages:
        by_document.setdefault(passage.document, []).append(passage)
    found = {}
    for passage in gone:
        beside = by_document.get(passage.document, [])
        if not _still_said(passage, beside):
            found[passage.fingerprint] = Correction(passage, _successor(passage, beside))
    return found


def _still_said(passage: Passage, beside: Iterable[Passage]) -> bool:
    """Whether all its sentences stand in its document as they did, in substance, wherever they are now."""
    by = analyser(passage.language)
    said = Counter(_substance(sentence, by) for other in beside for sentence in other.sentences)
    return not Counter(_substance(sentence, by) for sentence in passage.sentences) - said


def _substance(sentence: str, by: Analyser) -> tuple[str, ...]:
    """The words that say something, as stems, with figures and negations."""
    telling = (word for word in words(sentence) if word in _NEGATIONS or not by.is_stop_word(word))
    return (*(by.stem(word) for word in telling), *sorted(figures_in(sentence)))


def _successor(passage: Passage, beside: Iterable[Passage]) -> Passage | None:
    """What stands in its place: under the same heading, else what shares most words with it."""
    by = analyser(passage.language)
    bag = Counter(_substance(passage.text, by))
    shares = {}
    for other in beside:
        common = (bag & Counter(_substance(other.text, by))).total()
        shares[other.id] = (other.id == passage.id, common / max(bag.total(), 1), other)
    best = max(shares.values(), key=lambda one: one[:2], default=None)
    if best is None or not (best[0] or best[1] >= SUCCESSOR):
        return None
    return best[2]
