"""The indexes of a corpus, one a language: opened where they were kept, else built.

As a program it builds and keeps them, in a process of its own:
`python -m corpus.answering.indexes DOCUMENTS FOLDER`.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

from corpus.index import IndexFolderError, PassageIndex, fingerprint
from corpus.passages import Passage
from corpus.reading.folder import Corpus, read_corpus

Indexes = Mapping[str, PassageIndex]
"""By language."""

WORTH_KEEPING = 5_000
"""Passages of a language from which opening a kept index is faster than building it by more than a second."""


def passages_by_language(corpus: Corpus) -> dict[str, list[Passage]]:
    """The passages as the indexes number them: each in its own language and in those it is asked for in."""
    passages: dict[str, list[Passage]] = defaultdict(list)
    for passage in corpus.passages:
        for language in dict.fromkeys((passage.language, *passage.asked)):
            passages[language].append(passage)
    return dict(passages)


def open_or_build(
    corpus: Corpus,
    folder: Path | None = None,
    *,
    known: Indexes | None = None,
    keep: bool = False,
    least: int | None = None,
    refused: Callable[[Exception], object] = lambda _error: None,
) -> Indexes:
    """The index of each language.

    Args:
        corpus: what is indexed.
        folder: where indexes may be kept, one folder a language.
        known: indexes of an earlier version: what stands there too is not analysed again.
        keep: save what is built and worth it.
        least: passages of a language that are worth it, if another number than is the rule.
        refused: told of a kept index that is damaged or of other documents, which is built then, and of a
            folder that can't be written, which costs nothing but the next start's time.
    """
    indexes = {}
    for language, passages in passages_by_language(corpus).items():
        texts, headings = _fields(passages, language)
        index: PassageIndex | None = None
        try:
            if folder and (folder / language).is_dir():
                expected = fingerprint(texts, language=language, headings=headings)
                index = PassageIndex.load(folder / language, corpus=expected)
        except IndexFolderError as error:
            refused(error)
        if index is None:
            earlier = (known or {}).get(language)
            index = PassageIndex.from_texts(texts, language=language, headings=headings, known=earlier)
            if keep and folder and index.size >= (WORTH_KEEPING if least is None else least):
                try:
                    index.save(folder / language)
                except OSError as error:
                    refused(error)
        indexes[language] = index
    return indexes


def verify(folder: Path) -> list[IndexFolderError]:
    """The kept indexes that are not as they were written."""
    faults = []
    for kept in _kept(folder):
        try:
            PassageIndex.verify(kept)
        except IndexFolderError as error:
            faults.append(error)
    return faults


def _fields(passages: list[Passage], language: str) -> tuple[list[tuple[str, ...]], list[str]]:
    """What is indexed of each passage: its sentences and the questions it is known to answer; its heading.

    Of a passage in another language the questions alone.
    """
    own = [passage.language == language for passage in passages]
    texts = [
        (*(passage.sentences if is_own else ()), *passage.asked.get(language, ()))
        for passage, is_own in zip(passages, own, strict=True)
    ]
    headings = [
        " ".join(heading_of(passage)) if is_own else "" for passage, is_own in zip(passages, own, strict=True)
    ]
    return texts, headings


def heading_of(passage: Passage) -> tuple[str, ...]:
    """What stands above a passage."""
    return passage.title, *passage.section


def _kept(folder: Path) -> list[Path]:
    """The folders of indexes; one with a dot is being written."""
    there = sorted(folder.iterdir()) if folder.is_dir() else []
    return [kept for kept in there if kept.is_dir() and not kept.name.startswith(".")]


def _known(folder: Path) -> Indexes:
    """What was kept before, for other documents."""
    indexes = {}
    for kept in _kept(folder):
        try:
            indexes[kept.name] = PassageIndex.load(kept)
        except IndexFolderError:
            continue
    return indexes


if __name__ == "__main__":
    documents, kept_in = map(Path, sys.argv[1:])
    open_or_build(read_corpus(documents), kept_in, known=_known(kept_in), keep=True)
