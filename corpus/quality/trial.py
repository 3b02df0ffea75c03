"""What would be published, built beside what is served, compared with it and put to the questions."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.answering.answerer import Answerer, Asker
from corpus.answering.limits import LIMITS_FILE, Limits, limits_of
from corpus.answering.prepared import open_prepared, prepare
from corpus.passages import Passage
from corpus.quality.calibration import CalibrationError, calibrate, read_golden
from corpus.quality.changes import Diff, diff
from corpus.quality.evaluation import Question, QuestionsError, read_questions
from corpus.quality.gate import Real, Verdict, paired, replay
from corpus.reading.folder import Corpus
from corpus.reading.problems import CorpusError, Problem
from corpus.reading.questions import GOLDEN_FILE
from corpus.starting import to_do


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a trial found.

    Attributes:
        diff: what changes.
        verdict: what that does to the answers.
        notes: what the keeper of the documents should know beside.
    """

    diff: Diff
    verdict: Verdict
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What one file would become.

    Attributes:
        title: of the document.
        passages: of the document.
        answers: the questions that find no answer now and would get one from it.
        notes: what its keeper should know.
    """

    title: str
    passages: tuple[Passage, ...]
    answers: tuple[str, ...]
    notes: tuple[str, ...]


def try_out(before: Path, after: Path, real: Sequence[Real]) -> Outcome:
    """Prepare a folder for serving, measure its limits where it has golden questions, and judge it.

    Args:
        before: the folder that is served.
        after: the folder that would be; it is written into.
        real: questions of the log.

    Raises:
        CorpusError: a file that was served, or is new, can't be used.
        OSError: the folder can't be written.
    """
    served = open_prepared(before)
    tried = prepare(after, known=served.indexes)
    refuse_damage(tried.corpus)
    unfinished = _refuse_samples(after)
    same_event = served.corpus.workshop.name == tried.corpus.workshop.name
    golden = paired(_golden(before) if same_event else (), _golden(after))
    tried, notes = _measured(tried, after, kept=served.limits if same_event else None)
    if not same_event:
        notes = ("This is another event: the golden questions of the one before are not asked.", *notes)
    verdict = replay(served, tried, golden=golden, real=real)
    return Outcome(diff(served.corpus, tried.corpus), verdict, (*notes, *unfinished))


def _refuse_samples(folder: Path) -> tuple[str, ...]:
    """See that no sample number or name of a new workshop goes out; notes on what else waits to be filled in.

    Raises:
        CorpusError: a line of `workshop.yaml` waits for its maintainer.
    """
    waiting = list(to_do(folder))
    for problem in waiting:
        if problem.path == "workshop.yaml":
            raise CorpusError(problem)
    return (f"{len(waiting)} lines still say TODO: see `corpus check`.",) if waiting else ()


def compare(before: Path, after: Path) -> Diff:
    """What changes, without trying it; a file that can't be used is a finding."""
    return diff(open_prepared(before).corpus, open_prepared(after).corpus)


def preview(before: Path, after: Path, path: str, unanswered: Sequence[Real]) -> Preview:
    """What one file of a folder would become.

    Args:
        before: the folder that is served.
        after: the folder with the file.
        path: of the file.
        unanswered: questions of the log without an answer.

    Raises:
        CorpusError: the file can't be used.
    """
    served = open_prepared(before)
    tried = prepare(after, known=served.indexes)
    problems = [problem for problem in tried.corpus.problems if problem.path == path]
    for problem in problems:
        if problem.fatal:
            raise CorpusError(problem)
    document = next((one for one in tried.corpus.documents if one.path == path), None)
    notes = tuple(map(str, problems))
    if document is None:
        return Preview(path, (), (), notes)
    answers = [one.text for one in unanswered if _answers_from(tried, one, path)]
    return Preview(document.title, document.passages, tuple(dict.fromkeys(answers)), notes)


def refuse_damage(corpus: Corpus) -> None:
    """See that every file can be used: what is published is whole.

    Raises:
        CorpusError: the first that can't.
    """
    for problem in corpus.problems:
        if problem.fatal:
            raise CorpusError(problem)
    if not corpus.documents:
        raise CorpusError(Problem("", 1, "there are no documents", "Add one"))


def _answers_from(answerer: Answerer, one: Real, path: str) -> bool:
    answer = answerer.answer(one.text, Asker(one.language))
    return answer.kind == "answer" and answer.citations[0].document == path


def _golden(folder: Path) -> list[Question]:
    file = folder / GOLDEN_FILE
    try:
        return read_questions(file) if file.exists() else []
    except QuestionsError as error:
        message = str(error).removeprefix(f"{folder}/")
        raise CorpusError(Problem(GOLDEN_FILE, 1, message, "Mend the line")) from None


def _measured(answerer: Answerer, folder: Path, *, kept: Limits | None) -> tuple[Answerer, tuple[str, ...]]:
    """The limits that hold for these documents, kept beside them."""
    doubt = limits_of(folder, answerer.indexes, answerer.corpus.terms)[1]
    if (folder / LIMITS_FILE).exists() and not doubt:
        return answerer, ()  # measured for these very documents
    if not (folder / GOLDEN_FILE).exists():
        return answerer, ("There are no golden questions: the careful limits hold.",)
    try:
        report = calibrate(answerer, read_golden(folder / GOLDEN_FILE), kept=kept).record()
    except CalibrationError as error:
        return answerer, (f"The limits can't be measured, the careful ones hold. {error}",)
    (folder / LIMITS_FILE).write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    limits = limits_of(folder, answerer.indexes, answerer.corpus.terms)[0]
    return Answerer(answerer.corpus, answerer.indexes, limits=limits), ()
