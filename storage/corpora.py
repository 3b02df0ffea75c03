"""Versions of the corpus, the draft of the next one, and which version was served from when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Origin = Literal["served", "draft", "folder"]
"""Where a version comes from: what was served before the first one, the shared draft, a folder."""


@dataclass(frozen=True, slots=True)
class Version:
    """A published version.

    Attributes:
        number: from 1.
        at: when it was published.
        by: Telegram id of who published it; None for the command line.
        origin: where it comes from.
        base: the version it was made from, None for the first.
        documents: number of its Markdown files.
        overrides: by id of a golden question that it lost, why it was published all the same.
        served: whether it is the one in service.
    """

    number: int
    at: datetime
    by: int | None
    origin: Origin
    base: int | None
    documents: int
    overrides: Mapping[str, str]
    served: bool
