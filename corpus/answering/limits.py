"""How sure an answer has to be: measured for a corpus, kept beside its documents."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError

from corpus.glossary import Term
from corpus.index import PassageIndex
from corpus.ranking.analysis import ANALYSIS

LIMITS_FILE = "limits.json"
"""Lies in the folder of the documents."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Confidence, 0–1, from which a passage is given, and from which sections are offered to choose from."""

    answer: float
    choose: float

    def stricter(self, other: "Limits") -> "Limits":
        """The higher of each."""
        return Limits(max(self.answer, other.answer), max(self.choose, other.choose))


CAREFUL = Limits(answer=0.5, choose=0.4)
"""Where nothing was measured: a little above what the bundled workshop needs."""


class _Kept(BaseModel):
    corpus: str
    answer: float = Field(ge=0, le=1)
    choose: float = Field(ge=0, le=1)


def fingerprint(indexes: Mapping[str, PassageIndex], terms: Iterable[Term]) -> str:
    """The same only for the same passages and glossary, read into words in the same way."""
    each = [f"{language} {index.fingerprint}" for language, index in sorted(indexes.items())]
    each += [
        f"{term.id} {[term.wordings(one) for one in sorted({*term.names, *term.forms})]}" for term in terms
    ]
    return blake2b("\n".join((ANALYSIS, *each)).encode(), digest_size=16).hexdigest()


def limits_of(
    folder: Path, indexes: Mapping[str, PassageIndex], terms: Iterable[Term]
) -> tuple[Limits, str | None]:
    """The limits that hold for the documents of a folder, and what is to be said about them, if anything.

    Limits measured for other documents hold where they are stricter than the careful ones.
    """
    file = folder / LIMITS_FILE
    measure = f"Measure them: workshop-bot corpus calibrate {folder}"
    try:
        kept = _Kept.model_validate_json(file.read_bytes())
    except FileNotFoundError:
        return CAREFUL, None
    except (OSError, ValidationError):
        return CAREFUL, f"{file} can't be used, the careful limits hold. {measure}"
    limits = Limits(kept.answer, kept.choose)
    if kept.corpus == fingerprint(indexes, terms):
        return limits, None
    return CAREFUL.stricter(limits), f"{file} was measured for other documents. {measure}"
