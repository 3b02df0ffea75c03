"""Words everybody uses, joined across wordings and languages; nothing of them belongs to any workshop."""

from functools import lru_cache
from pathlib import Path

from corpus.glossary import Term
from corpus.ranking.analysis import analyser

FILE = Path(__file__).with_suffix(".txt")
LANGUAGES = ("en", "az", "ru")
"""In the order of the columns."""
REMEMBERED = 32
"""Glossaries kept by language."""

TermsByStems = dict[tuple[str, ...], list[Term]]


@lru_cache
def everyday_terms() -> tuple[Term, ...]:
    """The lines of the file: notions without a meaning."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return tuple(_term(number, line) for number, line in enumerate(lines) if line and line[0] != "#")


def everyday_by_stems(language: str) -> TermsByStems:
    """The notions by the stems of each wording in a language; empty in one that has none."""
    return by_stems(everyday_terms(), language)


@lru_cache(maxsize=REMEMBERED)
def by_stems(terms: tuple[Term, ...], language: str) -> TermsByStems:
    """Terms by the stems of each of their wordings in a language."""
    known: TermsByStems = {}
    stems = analyser(language).stems
    for term in terms:
        for wording in term.wordings(language):
            listed = known.setdefault(tuple(stems(wording)), [])
            if term not in listed:
                listed.append(term)
    return known


def _term(number: int, line: str) -> Term:
    columns = (column.split(",") for column in line.split("|"))
    forms = {
        language: tuple(wording.strip() for wording in column)
        for language, column in zip(LANGUAGES, columns, strict=True)
    }
    return Term(f"everyday-{number}", {}, (), {}, forms, ())
