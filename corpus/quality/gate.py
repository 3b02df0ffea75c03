"""The gate before publishing: the same questions put to what is served and to what would be."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from corpus.answering.answer import Answer
from corpus.answering.answerer import Answerer, Asker
from corpus.passages import Passage
from corpus.quality.calibration import ELSEWHERE, Asked, read_asked
from corpus.quality.evaluation import CONFIDENT, Given, Question, judge

_Group = Literal["lost", "silenced", "moved", "answered", "astray"]
_GROUPS: tuple[_Group, ...] = get_args(_Group)


@dataclass(frozen=True, slots=True)
class Real:
    """A question of the log.

    Attributes:
        id: its number there, with a `q` before it.
        text: as it was asked.
        language: the one it was answered in.
    """

    id: str
    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What a question is answered with.

    Attributes:
        kind: as `corpus.answering.answer.Kind`.
        document: POSIX path of the file quoted, empty if none is.
        section: its heading path.
        text: what is quoted of it.
    """

    kind: str
    document: str = ""
    section: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Replayed:
    """A question answered before and after.

    Attributes:
        id: of the golden question, or `q` and the number in the log.
        question: as asked.
        before: its answer over what is served.
        after: its answer over what would be.
    """

    id: str
    question: str
    before: Shown
    after: Shown


@dataclass(frozen=True, slots=True)
class Verdict:
    """What publishing would do to the answers.

    Attributes:
        golden: golden questions asked.
        real: questions of the log asked.
        lost: golden questions answered rightly now and no longer then: publishing is refused.
        silenced: questions of the log that lose their answer.
        moved: questions answered from another text.
        answered: questions that get an answer at last.
        astray: questions out of scope that would now be answered.
    """

    golden: int = 0
    real: int = 0
    lost: tuple[Replayed, ...] = ()
    silenced: tuple[Replayed, ...] = ()
    moved: tuple[Replayed, ...] = ()
    answered: tuple[Replayed, ...] = ()
    astray: tuple[Replayed, ...] = ()

    def refused(self, overridden: Collection[str] = ()) -> tuple[Replayed, ...]:
        """The lost golden questions that nobody has taken upon themselves, by id."""
        return tuple(one for one in self.lost if one.id not in overridden)


def replay(
    before: Answerer,
    after: Answerer,
    *,
    golden: Sequence[tuple[Question, Question]],
    real: Sequence[Real],
) -> Verdict:
    """Put the questions to what is served and to what would be.

    What a golden question expects is text, so a passage that is split, renamed or moved keeps its questions.

    Args:
        before: answers over what is served.
        after: answers over what would be.
        golden: questions as they are expected to be answered by each of the two.
        real: questions of the log.
    """
    both = _Both(before, after)
    sorted_in: dict[_Group, list[Replayed]] = {group: [] for group in _GROUPS}
    for asked, expected in golden:
        was, now = both.answers(asked.text, None)
        if group := both.golden_group(asked, expected, was, now):
            sorted_in[group].append(_replayed(asked.id, asked.text, was, now))
    for one in real:
        was, now = both.answers(one.text, one.language)
        if group := both.real_group(was, now):
            sorted_in[group].append(_replayed(one.id, one.text, was, now))
    for out_of_scope in read_asked(ELSEWHERE, _Elsewhere):
        was, now = both.answers(out_of_scope.question, None)
        if now.kind in CONFIDENT and was.kind not in CONFIDENT:
            sorted_in["astray"].append(_replayed(out_of_scope.id, out_of_scope.question, was, now))
    return Verdict(len(golden), len(real), *(tuple(sorted_in[group]) for group in _GROUPS))


def paired(before: Iterable[Question], after: Iterable[Question]) -> list[tuple[Question, Question]]:
    """The golden questions of both, as each expects them; one that is taken out is still asked."""
    was, now = ({one.id: one for one in asked} for asked in (before, after))
    return [(was.get(one) or now[one], now.get(one) or was[one]) for one in dict.fromkeys((*was, *now))]


class _Elsewhere(Asked):
    id: str


class _Both:
    """The answers of both, compared."""

    def __init__(self, before: Answerer, after: Answerer) -> None:
        self._before, self._after = before, after
        self._sentences = {one for passage in after.corpus.passages for one in passage.sentences}
        self._texts = [" ".join(passage.sentences) for passage in after.corpus.passages]

    def answers(self, text: str, language: str | None) -> tuple[Answer, Answer]:
        asker = Asker(language)
        return self._before.answer(text, asker), self._after.answer(text, asker)

    def golden_group(self, asked: Question, expected: Question, was: Answer, now: Answer) -> _Group | None:
        """Where a golden question belongs, None where nothing changes."""
        was_right, is_right = _is_right(asked, was), _is_right(expected, now)
        if was_right and not is_right:
            return "moved" if self._shows_a_part(asked, was, now) and self._still_says(expected) else "lost"
        if is_right and not was_right:
            return "answered"
        return self.real_group(was, now)

    def real_group(self, was: Answer, now: Answer) -> _Group | None:
        """Where a question of the log belongs, None where nothing changes."""
        if self._is_the_same(was, now):
            return None
        if was.kind == "not_found":
            return "answered"
        return "silenced" if now.kind == "not_found" or was.kind == "safety" else "moved"

    def _is_the_same(self, was: Answer, now: Answer) -> bool:
        """Whether a person reads the same text, or another part of it now that it is split."""
        if was.kind != now.kind:
            return False
        return _shown_sentences(now).issuperset(was.quotes) or self._is_split(was, now)

    def _is_split(self, was: Answer, now: Answer) -> bool:
        """Whether what is shown was a part of what was, and the rest still stands somewhere."""
        if was.kind != now.kind:
            return False
        shown = _shown_sentences(was)
        return shown.issuperset(now.quotes) and self._sentences.issuperset(shown)

    def _shows_a_part(self, asked: Question, was: Answer, now: Answer) -> bool:
        """Whether a part of the passage that was right is shown: it was split."""
        right = [set(one.sentences) for one in _passages_shown(was) if _holds(one, asked)]
        return any(whole.issuperset(part.sentences) for part in _passages_shown(now) for whole in right)

    def _still_says(self, question: Question) -> bool:
        return any(all(pattern.search(text) for pattern in question.expect) for text in self._texts)


def _holds(passage: Passage, question: Question) -> bool:
    text = " ".join(passage.sentences)
    return all(pattern.search(text) for pattern in question.expect)


def _is_right(question: Question, answer: Answer) -> bool:
    titles = [source.title for citation in answer.citations for source in citation.rests_on]
    texts = [" ".join(passage.sentences) for passage in _passages_shown(answer)]
    said = "\n".join((*answer.quotes, *texts, *titles))
    return judge(question, Given(answer.kind, said, 0)).right


def _passages_shown(answer: Answer) -> list[Passage]:
    """The passage that is quoted, or those that are offered to choose from."""
    shown = {"answer": 1, "choose": len(answer.candidates)}.get(answer.kind, 0)
    return [candidate.passage for candidate in answer.candidates[:shown]]


def _shown_sentences(answer: Answer) -> set[str]:
    return {*answer.quotes, *(one for passage in _passages_shown(answer) for one in passage.sentences)}


def _replayed(id_: str, question: str, was: Answer, now: Answer) -> Replayed:
    return Replayed(id_, question, _shown(was), _shown(now))


def _shown(answer: Answer) -> Shown:
    quoted = " ".join(answer.quotes)
    if not answer.citations:
        return Shown(answer.kind, text=quoted)
    place = answer.citations[0]
    return Shown(answer.kind, place.document, place.section, quoted)
