"""What a folder of documents still lacks before it can be trusted: `corpus check` says it."""

from collections.abc import Iterator
from pathlib import Path

from corpus.answering.limits import LIMITS_FILE
from corpus.quality.calibration import Golden
from corpus.quality.evaluation import QuestionsError, lines_of, read_line
from corpus.reading.folder import Corpus
from corpus.reading.problems import Problem
from corpus.reading.questions import GOLDEN_FILE

FEW_GOLDEN = 20
"""Golden questions below which much of the documents stays unwatched."""


def gaps(folder: Path, corpus: Corpus) -> Iterator[Problem]:
    """What is missing or no longer fits, worst first; notes keep nothing from being served."""
    if not any(problem.fatal for problem in corpus.problems):  # else the words are looked for in vain
        yield from _golden(folder / GOLDEN_FILE, corpus)
    filled = {document.theme for document in corpus.documents}
    for theme in corpus.workshop.themes:
        if theme not in filled:
            yield _note("workshop.yaml", f"the theme '{theme}' has no document", "Write one, or take it out")
    if not corpus.terms:
        yield _note(
            "glossary.yaml", "there are no terms", "List the terms and abbreviations people ask about"
        )
    if not (folder / LIMITS_FILE).exists():
        measure = f"Run: workshop-bot corpus calibrate {folder}"
        yield _note(LIMITS_FILE, "how sure an answer has to be was not measured", measure)


def _golden(file: Path, corpus: Corpus) -> Iterator[Problem]:
    """Questions whose answer is known: each one's words have to stand in the documents."""
    if not file.exists():
        yield _note(file.name, "there are no questions with a known answer", "Write some, a line each")
        return
    said = [" ".join(passage.text.split()) for passage in corpus.passages]
    said += [meaning for term in corpus.terms for meaning in term.meanings.values()]
    try:
        lines = lines_of(file)
    except QuestionsError as error:
        yield Problem(file.name, 1, str(error), "Save it as UTF-8")
        return
    for text, where in lines:
        line = int(where.rpartition(":")[2])
        try:
            golden = read_line(text, where, Golden)
        except QuestionsError as error:
            yield Problem(file.name, line, str(error), "Write it like the lines around it")
            continue
        quote = " ".join(golden.quote.split())
        if not any(quote in one for one in said):
            yield Problem(
                file.name,
                line,
                f"no passage holds {golden.quote!r}",
                "Quote words of the passage that answers, or take the question out",
            )
    if len(lines) < FEW_GOLDEN:
        few = f"{len(lines)} questions with a known answer are few"
        yield _note(file.name, few, f"{FEW_GOLDEN} or more show what a change would break")


def _note(path: str, message: str, remedy: str) -> Problem:
    return Problem(path, 1, message, remedy, fatal=False)
