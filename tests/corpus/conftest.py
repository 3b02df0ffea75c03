"""What the corpus tests share: the bundled workshop read once, and a small folder to break."""

from pathlib import Path

import pytest
from hypothesis import settings

from corpus.answering.answerer import Answerer
from corpus.answering.indexes import open_or_build
from corpus.answering.limits import limits_of
from corpus.reading.folder import BUNDLED, Corpus, read_corpus

settings.register_profile("steady", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("steady")

DOCUMENT = """\
---
id: rats
title: Rats that find mines
theme: technology
language: en
date: 2023-11-28
review: 2024-11-28
sources:
  apopo: {title: 'APOPO, annual report', url: 'https://apopo.org'}
---
## How fast a rat works

A rat searches the area of a tennis court in thirty minutes. A person with a detector needs four days.

Sources: apopo
"""


@pytest.fixture(scope="session")
def bundled() -> Corpus:
    """The workshop that comes with the program."""
    return read_corpus(BUNDLED)


@pytest.fixture(scope="session")
def answerer(bundled: Corpus) -> Answerer:
    """The bundled workshop, ready to answer."""
    indexes = open_or_build(bundled)
    limits, doubt = limits_of(BUNDLED, indexes, bundled.terms)
    assert doubt is None
    return Answerer(bundled, indexes, limits=limits)


@pytest.fixture
def document() -> str:
    """A document without a fault: front matter to line 10, a heading in line 11, its sources in line 15."""
    return DOCUMENT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus of one sound document."""
    (tmp_path / "workshop.yaml").write_bytes((BUNDLED / "workshop.yaml").read_bytes())
    (tmp_path / "sound.md").write_text(DOCUMENT.replace("id: rats", "id: sound"), encoding="utf-8")
    return tmp_path
