"""Answering what leans on the question before it: "and rats?", "who said that?", "tell me more"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.answering import safety
from corpus.answering.answer import Answer, Candidate, cite
from corpus.answering.excerpt import excerpt
from corpus.answering.facts import Fact, asked_fact, facts_in
from corpus.answering.leaning import Leaning, brings_subject, leaning, named
from corpus.answering.search import MOST, RERANKED, Found
from corpus.passages import Passage
from corpus.ranking.analysis import words

if TYPE_CHECKING:
    from corpus.answering.answerer import Answerer, Asker

LOOKED_AT = 3
"""Passages for which the question before is read anew, without what they lack."""
LEAST_KEPT = 0.3
"""Share of the question before, by weight, that has to be left then."""
LEAST_HELD = 0.5
"""Share of each new word that the passage has to hold."""
BEHIND = 0.15
"""By how much the answer to both may be less sure than the one to the message alone; surer by so much
where that is a question in full."""
SOONER = 0.06
"""By how much less sure than for a question alone sections are offered to "and rats?": the subject is one
that was answered already."""
COUNTED = 2
"""Words of a question for a number that say no more than what is counted, and that it was there."""
MOST_REPLACED = 6
"""Words of the question before that are replaced in turn."""
MOST_SHOWN = 6
"""Passages kept at hand when a document is read on."""
BARE = ("more", "else", "source", "fact")
"""Ways to lean of messages that bring nothing of their own."""
UNMOVED = ("safety", "refusal", "smalltalk")
"""Kinds of answers that no question before them changes."""


@dataclass(frozen=True, slots=True)
class Previous:
    """The question before, in full, and the fingerprint of the passage that was shown for it."""

    question: str
    passage: str | None = None


@dataclass(frozen=True, slots=True)
class _Reading:
    """A question in full, and what is found for it."""

    question: str
    found: Sequence[Found] = ()

    @property
    def sure(self) -> float:
        return self.found[0].confidence if self.found else 0.0


def previous_of(text: str, answer: Answer, before: Previous | None) -> Previous | None:
    """What the next message may lean on, once a text was answered.

    Small talk and cards leave it as it was, and so does a follow-up that found nothing.
    """
    if answer.kind in UNMOVED or (answer.leans_on and answer.kind == "not_found"):
        return before
    shown = answer.candidates[0].passage.fingerprint if answer.kind == "answer" else None
    if answer.leans_on:
        return Previous(answer.leans_on, shown)
    lean = leaning(text)
    if lean and lean.way in BARE:  # it had nothing to lean on
        return before
    return Previous(lean.rest if lean else text, shown)


def follow(answerer: "Answerer", text: str, asker: "Asker", previous: Previous, alone: Answer) -> Answer:
    """The answer to a message after a question; the one it has alone where it does not lean.

    Args:
        answerer: answers.
        text: the message.
        asker: who wrote it.
        previous: the question before.
        alone: the answer to the message by itself.
    """
    lean = None if alone.kind in UNMOVED else leaning(text)
    if lean is None or (lean.way == "open" and alone.kind != "not_found"):
        return alone
    if lean.way == "pronoun" and alone.kind == "definition":
        return alone
    return _Follower(answerer, text, asker, previous, lean).answer(alone)


class _Follower:
    """One message with the question it leans on."""

    def __init__(
        self, answerer: "Answerer", text: str, asker: "Asker", previous: Previous, lean: Leaning
    ) -> None:
        self._answerer, self._asker, self._previous, self._lean = answerer, asker, previous, lean
        before = answerer.language_of(previous.question, asker)
        lone = len(text.split(maxsplit=1)[0]) == 1
        told = lean.rest if lone else text  # the Russian "a" is an article in English
        self._language = answerer.language_of(told, replace(asker, language=before))
        self._shown = answerer.passage(previous.passage) if previous.passage else None
        self._sooner = SOONER if lean.way == "part" and not lean.full else 0.0

    def answer(self, alone: Answer) -> Answer:
        """What the message asks for together with the question before; `alone` where that is surer."""
        lean = self._lean
        alarm = self._alarm() if lean.asks or lean.way == "pronoun" else None
        if alarm:
            return self._answerer.card(alarm) if alarm.kind == "refusal" else alone
        if lean.way in BARE:
            return self._bare()
        if lean.way == "part":
            rest = self._answerer.answer(lean.rest, self._asker)
            alone = alone if rest.kind in UNMOVED else rest
        if lean.way == "open" and not any(self._has_new(one.passage) for one in alone.candidates):
            return alone
        return self._defined() or self._subject(alone)

    def _bare(self) -> Answer:
        """What a message asks for that brings nothing of its own."""
        match self._lean.way:
            case "more":
                return self._more()
            case "else":
                return self._other()
            case "source":
                return self._source()
        return self._fact()

    def _alarm(self) -> safety.Alarm | None:
        """What the message would call for if it named its subject: "how do I defuse it?"."""
        subjects = [word for word in words(self._previous.question) if brings_subject(word)][:MOST_REPLACED]
        alarms = (safety.match(named(self._lean.rest, subject)) for subject in subjects)
        return next(filter(None, alarms), None)

    def _more(self) -> Answer:
        """The next passages of the document; where none was shown, the best there is."""
        if self._shown is None:
            return self._decided(self._read(self._previous.question))
        documents = self._answerer.corpus.documents
        passages = next(one.passages for one in documents if one.id == self._shown.document)
        after = passages[passages.index(self._shown) + 1 :][:MOST_SHOWN]
        return self._quoted(after) if after else self._decided(_Reading(self._previous.question))

    def _other(self) -> Answer:
        """What else answers the question before; where nothing is sure to, what the document goes on with."""
        without = frozenset((self._shown.id,)) if self._shown else frozenset[str]()
        other = self._read(self._previous.question, without=without)
        return self._decided(other) if self._is_sure(other) else self._more()

    def _source(self) -> Answer:
        """What was shown, once more: its sources stand under it."""
        if self._shown is None:
            again = self._answerer.answer(self._previous.question, self._asker)
            return replace(again, leans_on=self._previous.question)
        return self._quoted((self._shown,))

    def _fact(self) -> Answer:
        """When, where, who: as another passage is sure to say, else as the one that was shown does."""
        both = self._together()
        fact = asked_fact(self._lean.rest)
        told = fact is not None and self._shown is not None and _place_of(fact, self._shown) is not None
        elsewhere = self._is_sure(both) and both.found[0].passage != self._shown
        if self._shown and told and not (elsewhere and both.found[0].fact):
            return self._quoted((self._shown,), fact=fact)
        return self._decided(both if self._is_sure(both) else _Reading(self._previous.question))

    def _subject(self, alone: Answer) -> Answer:
        """About what the message names, in the question before."""
        read = frozenset((self._shown.id,)) if self._shown and self._lean.other else frozenset[str]()
        both = self._together(without=read)
        lean = self._lean
        if self._counts() or (lean.way == "pronoun" and not lean.full):  # by itself it says nothing
            return self._decided(both)
        apart = alone.kind == "answer"
        behind = -BEHIND if lean.full else BEHIND
        if self._is_sure(both) and (not apart or both.sure + behind >= alone.confidence):
            return self._decided(both)
        if alone.kind == "not_found" and lean.way != "open":  # it leans all the same
            alone = replace(alone, leans_on=self._previous.question)
        if lean.way == "open" or apart:
            return alone
        return self._offered(alone) if alone.confidence >= both.sure else self._decided(both)

    def _counts(self) -> bool:
        """Whether the number of something is asked for and not of whose: "and how many people came?"."""
        brought = sum(map(brings_subject, words(self._lean.rest)))
        return self._lean.way == "part" and brought <= COUNTED and asked_fact(self._lean.rest) == "number"

    def _defined(self) -> Answer | None:
        """The meaning of another term, where a meaning was asked for: "and a suspected one"."""
        before = () if self._lean.asks else self._answerer.terms(self._previous.question, self._language)
        for question in (self._lean.rest, *self._replaced()) if before else ():
            terms = self._answerer.terms(question, self._language)
            if terms and terms != before:
                return replace(self._answerer.define(terms, self._language), leans_on=question)
        return None

    def _replaced(self) -> Iterator[str]:
        """The question before with what is new in the place of one word after the other."""
        said = words(self._previous.question)
        new = " ".join(filter(brings_subject, words(self._lean.rest)))
        left = [*said] if new else []
        for place, word in enumerate(left):
            if brings_subject(word) and word not in new.split():
                yield " ".join((*said[:place], new, *said[place + 1 :]))

    def _together(self, without: frozenset[str] = frozenset()) -> _Reading:
        """The surest reading of both: the new for a part of the old, or beside what a passage holds of it."""
        both = self._read(f"{self._previous.question} {self._lean.rest}", without, most=RERANKED)
        passages = [one.passage for one in both.found if self._has_new(one.passage)][:LOOKED_AT]
        questions = (
            [*self._replaced()][:MOST_REPLACED] if self._lean.way == "part" and not self._lean.asks else []
        )
        readings = [self._read(question, without) for question in dict.fromkeys(questions)]
        joined = dict.fromkeys(filter(None, map(self._question_for, passages)))
        readings += filter(self._keeps, (self._read(question, without) for question in joined))
        held = [one for one in readings if one.found and self._has_new(one.found[0].passage)]
        return max(held, key=lambda one: one.sure, default=_Reading(self._previous.question))

    def _question_for(self, passage: Passage) -> str | None:
        """The message with what the passage holds of the question before, if that is enough of it."""
        before = self._answerer.words(self._previous.question, self._language, passage)
        new = set(words(self._lean.rest))
        kept = [word for word in before if word.held or not word.weight]
        weight = sum(word.weight for word in before)
        if weight and sum(word.weight for word in kept) < LEAST_KEPT * weight:
            return None
        left = [word.said for word in kept if word.said not in new and (word.weight or not self._lean.asks)]
        return " ".join((self._lean.rest, *left) if self._lean.asks else (*left, self._lean.rest))

    def _keeps(self, reading: _Reading) -> bool:
        """Whether what is found holds enough of the question before, too."""
        return bool(reading.found) and self._question_for(reading.found[0].passage) is not None

    def _has_new(self, passage: Passage) -> bool:
        """Whether a passage holds each word that the message brings."""
        new = self._answerer.words(self._lean.rest, self._language, passage)
        subjects = (word for word in new if word.weight and any(map(brings_subject, word.said.split())))
        return all(word.held >= LEAST_HELD for word in subjects)

    def _read(self, question: str, without: frozenset[str] = frozenset(), most: int = MOST) -> _Reading:
        found = self._answerer.find(question, self._language, without=without, most=most)
        return _Reading(question, found)

    def _is_sure(self, reading: _Reading) -> bool:
        return reading.sure >= self._answerer.limits.answer

    def _decided(self, reading: _Reading) -> Answer:
        spoken = self._answerer.spoken(self._language)
        decided = self._answerer.decide(reading.found, spoken, sooner=self._sooner)
        return replace(decided, leans_on=reading.question)

    def _offered(self, alone: Answer) -> Answer:
        """What was nearly offered for the message by itself."""
        if alone.kind != "not_found" or alone.confidence < self._answerer.limits.choose - self._sooner:
            return alone
        return self._decided(self._read(self._lean.rest))

    def _quoted(self, passages: Sequence[Passage], fact: Fact | None = None) -> Answer:
        """The first of some passages, the sentence with a fact marked."""
        best = _place_of(fact, passages[0]) if fact else None
        return Answer(
            "answer",
            self._answerer.spoken(self._language),
            quotes=excerpt(passages[0], best=best or 0),
            citations=(cite(passages[0]),),
            marked=None if best is None else passages[0].sentences[best],
            candidates=tuple(Candidate(passage, 1.0) for passage in passages),
            leans_on=self._previous.question,
        )


def _place_of(fact: Fact, passage: Passage) -> int | None:
    """The first sentence that has a sort of fact."""
    facts = (facts_in(sentence, passage.language) for sentence in passage.sentences)
    return next((place for place, held in enumerate(facts) if fact in held), None)
