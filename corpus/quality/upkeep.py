"""What in the documents wants a maintainer's eye: out of date, said twice, said differently, never of use."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.index import PassageIndex
from corpus.passages import Document, Passage
from corpus.ranking.analysis import Analyser, analyser, fold, words
from corpus.reading.folder import Corpus

DUPLICATE = 0.8
"""Share of the words two passages have in common from which one says the other again."""
SAME_SENTENCE, SAME_SUBJECT = 0.8, 0.45
"""Share of their words, by rarity, that two sentences have in common to differ in any figure; to differ in
the number of one thing."""
FEWEST_WORDS = 3
"""Words beside the figures that a sentence needs to have a subject of its own."""
NEIGHBOURS = 6
"""The nearest texts each one is compared with."""
DISLIKED = 2
"""Readers who found a passage of no help, from which it is listed if they are more than the others."""

_FIGURE = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*")
_COUNTED = re.compile(rf"({_FIGURE.pattern})[ \u00a0]([^\W\d_]{{4,}})")
_SEPARATORS = re.compile(r"[,\u00a0\u202f ](?=\d{3}\b)")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages that say the same, or the same with other figures; each with the words in question."""

    first: Passage
    second: Passage
    first_words: str
    second_words: str


@dataclass(frozen=True, slots=True)
class Use:
    """How often a passage was shown, and what those who saw it thought."""

    shown: int = 0
    helpful: int = 0
    unhelpful: int = 0


@dataclass(frozen=True, slots=True)
class Survey:
    """All lists that the documents and their use give."""

    stale: Sequence[Document]
    contradicting: Sequence[Pair]
    duplicates: Sequence[Pair]
    disliked: Sequence[tuple[Passage, Use]]
    never_shown: Sequence[Passage]


def survey(corpus: Corpus, use: Mapping[str, Use], today: date) -> Survey:
    """Look through it all; seconds for thousands of documents."""
    return Survey(
        stale(corpus, today),
        contradictions(corpus),
        duplicates(corpus),
        disliked(corpus, use),
        never_shown(corpus, use),
    )


def stale(corpus: Corpus, today: date) -> list[Document]:
    """Documents past their day of review, the longest past first."""
    past = [document for document in corpus.documents if document.review < today]
    return sorted(past, key=lambda document: document.review)


def duplicates(corpus: Corpus) -> list[Pair]:
    """Passages of one language that say nearly the same."""
    return [
        Pair(first, second, first.heading, second.heading)
        for passages, language in _by_language(corpus)
        for first, second in _alike(passages, language)
    ]


def contradictions(corpus: Corpus) -> list[Pair]:
    """Sentences of different passages on the same subject with other figures.

    Two sentences differ if they give one thing another number ("25 countries", "30 countries"), or if they
    are nearly the same and each has a figure that the other lacks.
    """
    return [pair for passages, language in _by_language(corpus) for pair in _at_odds(passages, language)]


def never_shown(corpus: Corpus, use: Mapping[str, Use]) -> list[Passage]:
    """Passages that answered nothing yet, by the fingerprints of those that did."""
    return [passage for passage in corpus.passages if not use.get(passage.fingerprint, Use()).shown]


def disliked(corpus: Corpus, use: Mapping[str, Use]) -> list[tuple[Passage, Use]]:
    """Passages that more people found of no help than of help, the worst first."""
    found = [(passage, use[passage.fingerprint]) for passage in corpus.passages if passage.fingerprint in use]
    bad = [(passage, one) for passage, one in found if one.unhelpful >= max(DISLIKED, one.helpful + 1)]
    return sorted(bad, key=lambda each: each[1].helpful - each[1].unhelpful)


def addresses(corpus: Corpus) -> dict[str, list[str]]:
    """The web addresses the documents rest on, each with the paths of the documents that name it."""
    found: dict[str, list[str]] = {}
    for passage in corpus.passages:
        for source in passage.sources:
            if source.url and passage.path not in (paths := found.setdefault(source.url, [])):
                paths.append(passage.path)
    return found


def figures_in(text: str) -> frozenset[str]:
    """The numbers in a text, without the marks between thousands."""
    return frozenset(_SEPARATORS.sub("", found) for found in _FIGURE.findall(text))


def _by_language(corpus: Corpus) -> Iterator[tuple[list[Passage], str]]:
    by_language: dict[str, list[Passage]] = {}
    for passage in corpus.passages:
        by_language.setdefault(passage.language, []).append(passage)
    for language, passages in by_language.items():
        yield passages, language


def _alike(passages: Sequence[Passage], language: str) -> Iterator[tuple[Passage, Passage]]:
    texts = [passage.text for passage in passages]
    bags = [_bag(text, analyser(language)) for text in texts]
    for place, near in _neighbours(texts, language):
        if _in_common(bags[place], bags[near]) >= DUPLICATE:
            yield passages[place], passages[near]


def _at_odds(passages: Sequence[Passage], language: str) -> Iterator[Pair]:
    by = analyser(language)
    said = [(one, sentence) for one in passages for sentence in one.sentences if figures_in(sentence)]
    plain = [_FIGURE.sub(" ", sentence) for _, sentence in said]
    bags = [_bag(text, by) for text in plain]
    rarity = _rarity(bags)
    for place, near in _neighbours(plain, language):
        (first, one), (second, other) = said[place], said[near]
        if first is second or min(bags[place].total(), bags[near].total()) < FEWEST_WORDS:
            continue
        alike = _in_common(bags[place], bags[near], rarity)
        if alike >= SAME_SENTENCE:
            differ = bool(figures_in(one) - figures_in(other)) and bool(figures_in(other) - figures_in(one))
        else:
            differ = alike >= SAME_SUBJECT and _counts_differ(_counted(one, by), _counted(other, by))
        if differ:
            yield Pair(first, second, one, other)


def _counted(sentence: str, by: Analyser) -> dict[str, set[str]]:
    """The numbers of each thing that is counted: of the word that follows a figure."""
    counted: dict[str, set[str]] = {}
    for figure, thing in _COUNTED.findall(sentence):
        counted.setdefault(by.stem(fold(thing)), set()).add(_SEPARATORS.sub("", figure))
    return counted


def _counts_differ(one: Mapping[str, set[str]], other: Mapping[str, set[str]]) -> bool:
    return any(one[thing].isdisjoint(other[thing]) for thing in one.keys() & other.keys())


def _neighbours(texts: Sequence[str], language: str) -> Iterable[tuple[int, int]]:
    """Pairs of positions of texts that share words, each pair once."""
    index = PassageIndex.from_texts(texts, language=language)
    pairs = {
        (min(place, hit.position), max(place, hit.position))
        for place, text in enumerate(texts)
        for hit in index.search(text, k=NEIGHBOURS)
        if hit.position != place
    }
    return sorted(pairs)


def _bag(text: str, by: Analyser) -> Counter[str]:
    return Counter(by.stem(word) for word in words(text) if not by.is_stop_word(word))


def _rarity(bags: Sequence[Counter[str]]) -> dict[str, float]:
    held = Counter(stem for bag in bags for stem in bag)
    return {stem: math.log(1 + len(bags) / count) for stem, count in held.items()}


def _in_common(one: Counter[str], other: Counter[str], weight: Mapping[str, float] | None = None) -> float:
    """Dice's coefficient of two bags of words, 0-1, each word counted by its weight."""

    def size(bag: Counter[str]) -> float:
        return sum(count * (weight[stem] if weight else 1.0) for stem, count in bag.items())

    total = size(one) + size(other)
    return 2 * size(one & other) / total if total else 0.0
