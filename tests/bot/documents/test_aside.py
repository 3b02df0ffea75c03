"""Work in another process: its result, its errors, and its end."""

import os
from pathlib import Path

import pytest

from bot.documents.aside import WorkFailed, aside
from corpus.reading.folder import BUNDLED, read_corpus
from corpus.reading.problems import CorpusError


async def test_a_result_comes_back() -> None:
    corpus = await aside(read_corpus, BUNDLED)
    assert corpus.documents == read_corpus(BUNDLED).documents


async def test_an_error_for_people_comes_back_as_it_was(tmp_path: Path) -> None:
    with pytest.raises(CorpusError) as told:
        await aside(read_corpus, tmp_path)
    assert told.value.problem.path == "workshop.yaml"


async def test_an_unexpected_end_is_told() -> None:
    with pytest.raises(WorkFailed, match="status 7"):
        await aside(os._exit, 7)
