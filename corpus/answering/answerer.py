"""From a question to an answer: safety first, then small talk, terms, passages, or an honest no."""

import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corpus.answering import safety, smalltalk
from corpus.answering.answer import Answer, Candidate, Citation, cite
from corpus.answering.definitions import asked_terms, is_bare
from corpus.answering.excerpt import excerpt, glimpse
from corpus.answering.following import Previous, follow
from corpus.answering.indexes import Indexes, open_or_build, passages_by_language
from corpus.answering.language import detect
from corpus.answering.limits import CAREFUL, Limits, limits_of
from corpus.answering.romanised import read_words
from corpus.answering.search import MOST, Found, Search, Word
from corpus.answering.terms import TermFinder
from corpus.glossary import Term
from corpus.passages import Document, Passage
from corpus.reading.folder import Corpus, read_corpus

LONGEST_QUESTION = 2_000
"""Characters that are searched; safety reads the rest too."""
REMEMBERED, LONGEST_REMEMBERED = 4_096, 300
"""Answers kept, and letters of a question up to which: a room full of people asks the same things."""
OWN_LANGUAGE = 0.2
"""How much surer a passage in another language must be than one in the asker's own whose heading asks the
same: what only touches on a subject does not come before what is about it."""
TORN = 0.1
"""By how much less sure a passage in another language may be that is offered beside the best one."""
ASKED = 0.6
"""Share of a question that a heading holds which asks it."""
NEAREST = 3
"""Sections named when nothing fits."""
MOST_CHOICES = 4
"""Sections offered when several may be meant."""
LEAST_CHOICES = 2
RIVAL = 0.6
"""Share of the best score from which another section may be the one that was meant."""
_NO_WORDS = re.compile(r"<[^<>]{1,100}>|\S{1,100}@\S{1,100}|https?://\S{1,300}|\+?\d[\d ()-]{7,20}\d")
"""What stands in a message without being asked for: markup, addresses, telephone numbers."""


@dataclass(frozen=True, slots=True)
class Asker:
    """What is known of the person: the language they chose, or their Telegram speaks."""

    language: str | None = None


class Answerer:
    """Answers questions over one corpus; it holds no state of any person.

    Args:
        corpus: what it knows.
        indexes: of that corpus, by language; built if None.
        limits: how sure an answer has to be.
    """

    def __init__(self, corpus: Corpus, indexes: Indexes | None = None, *, limits: Limits = CAREFUL) -> None:
        self.corpus = corpus
        self.limits = limits
        self.languages = corpus.workshop.languages
        self.indexes = indexes or open_or_build(corpus)
        passages = passages_by_language(corpus)
        self._searches = {
            language: Search(listed, index=self.indexes[language]) for language, listed in passages.items()
        }
        spoken = dict.fromkeys((*self.languages, *passages))
        self._finders = {language: TermFinder(corpus.terms, language=language) for language in spoken}
        if "ru" in spoken:
            read_words()
        self._read_in = {language: corpus.versions(language) for language in spoken}
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._answer)
        self._followed = lru_cache(maxsize=REMEMBERED)(self._follow)
        self._passages = {passage.fingerprint: passage for passage in corpus.passages}
        self._documents = {document.id: document for document in corpus.documents}

    def answer(self, text: str, asker: Asker = Asker(), previous: Previous | None = None) -> Answer:
        """Answer one message; the same message over the same corpus gives the same answer.

        Args:
            text: the message.
            asker: who wrote it.
            previous: their question before, if it may lean on one.
        """
        start = time.perf_counter()
        short = len(text) <= LONGEST_REMEMBERED
        answer = (self._remembered if short else self._answer)(text, asker)
        if previous and short:
            answer = self._followed(text, asker, previous)
        return answer.timed((time.perf_counter() - start) * 1000)

    def passage(self, fingerprint: str) -> Passage | None:
        """The passage with this text, wherever the corpus has it now."""
        return self._passages.get(fingerprint)

    def document(self, passage: Passage) -> Document:
        """The document a passage of this corpus stands in."""
        return self._documents[passage.document]

    def _follow(self, text: str, asker: Asker, previous: Previous) -> Answer:
        return follow(self, text, asker, previous, alone=self._remembered(text, asker))

    def _answer(self, text: str, asker: Asker) -> Answer:
        question = _NO_WORDS.sub(" ", text[:LONGEST_QUESTION])
        language = self.language_of(question, asker)
        question = self._finders[language].spelt(question)
        bare = "!" not in question and is_bare(question, self._finders[language])
        alarm = None if bare else safety.match(text)
        if alarm:
            return self.card(alarm)
        topic = smalltalk.match(question)
        if topic:
            return Answer("smalltalk", self.spoken(language), topic=topic)
        terms = self.terms(question, language)
        if terms:
            return self.define(terms, language)
        if smalltalk.is_about_the_bot(question) and not self._finders[language].find(question):
            return Answer("not_found", self.spoken(language), confidence=0.0)
        return self.decide(self.find(question, language), self.spoken(language))

    def decide(self, found: Sequence[Found], language: str, *, sooner: float = 0.0) -> Answer:
        """The best passage where it is sure enough, else sections to choose from, else an honest no.

        Args:
            found: passages, best first.
            language: of the answer.
            sooner: by how much less sure than the limit sections are offered.
        """
        sure = found[0].confidence if found else 0.0
        if found and sure >= self.limits.answer:
            return _offer(found[:2], language) if _is_torn(found) else _quote(found, language)
        if len(found) >= LEAST_CHOICES and sure >= self.limits.choose - sooner:
            return _offer(_rivals(found), language)
        nearest = _candidates(found[:NEAREST])
        return Answer("not_found", language, confidence=sure, candidates=nearest)

    def language_of(self, text: str, asker: Asker) -> str:
        """The language a message is read in: its own, else the asker's, else the workshop's first."""
        found = detect(text, tuple(self._finders))
        asked = asker.language.split("-")[0] if asker.language else None
        return found or (asked if asked in self._finders else None) or self.languages[0]

    def spoken(self, language: str) -> str:
        """The language a message in another one is answered in."""
        return language if language in self.languages else self.languages[0]

    def find(
        self, question: str, language: str, *, without: frozenset[str] = frozenset(), most: int = MOST
    ) -> list[Found]:
        """The passages of the surest language, a document in the asker's own first where it is as sure.

        Args:
            question: as it was asked.
            language: the one it is read in.
            without: ids of passages that are passed over.
            most: passages found.
        """
        finder, documents = self._finders[language], self._read_in[language]
        found = {
            other: search.find(
                question, asked_in=language, finder=finder, documents=documents, without=without, most=most
            )
            for other, search in self._searches.items()
        }

        def sureness(other: str) -> float:
            if not found[other]:
                return 0.0
            best = found[other][0]
            return best.confidence + OWN_LANGUAGE * best.heading**2 * (other == language)

        first, *others = sorted(found, key=sureness, reverse=True)
        rivals = [found[other][0] for other in others if found[other]]
        return _with_rival(found[first], rivals)[:most]

    def words(self, question: str, language: str, passage: Passage) -> list[Word]:
        """What a question asks for, and how much of each word a passage holds."""
        search = self._searches[passage.language]
        return search.words(question, passage, asked_in=language, finder=self._finders[language])

    def terms(self, question: str, language: str) -> tuple[Term, ...]:
        """The terms whose meaning a question asks for; empty where it asks for more."""
        return asked_terms(question, finder=self._finders[language])

    def define(self, terms: Sequence[Term], language: str) -> Answer:
        """What the glossary says of terms."""
        quotes = tuple(term.meanings.get(language) or next(iter(term.meanings.values())) for term in terms)
        citations = tuple(
            Citation("glossary.yaml", "Glossary", term.names.get(language, term.id), term.sources)
            for term in terms
        )
        return Answer("definition", self.spoken(language), quotes, citations)

    def card(self, alarm: safety.Alarm) -> Answer:
        """The card an alarm calls for."""
        cards = self.corpus.workshop.safety
        card = cards.card(alarm.kind, alarm.language)
        citation = Citation("workshop.yaml", card.title, alarm.kind, card.sources)
        if alarm.kind == "refusal":
            return Answer("refusal", alarm.language, card.steps, (citation,))
        return Answer("safety", alarm.language, card.steps, (citation,), card=alarm.kind)


def open_answerer(
    documents: Path,
    index_folder: Path,
    *,
    known: Indexes | None = None,
    keep: bool = False,
    refused: Callable[[Exception], object] = lambda _error: None,
    warned: Callable[[str], object] = lambda _doubt: None,
) -> Answerer:
    """Read a folder of documents, with the indexes and the limits that are kept of it.

    Args:
        documents: the folder.
        index_folder: where indexes are kept.
        known: indexes of an earlier version: what stands there too is not analysed again.
        keep: save an index that had to be built, where that is worth it.
        refused: told of a kept index that is of no use; it is built again.
        warned: told of limits that were measured for other documents.

    Raises:
        CorpusError: the corpus has no usable `workshop.yaml`.
    """
    corpus = read_corpus(documents)
    indexes = open_or_build(corpus, index_folder, known=known, keep=keep, refused=refused)
    limits, doubt = limits_of(documents, indexes, corpus.terms)
    if doubt:
        warned(doubt)
    return Answerer(corpus, indexes, limits=limits)


def _quote(found: Sequence[Found], language: str) -> Answer:
    best = found[0]
    return Answer(
        "answer",
        language,
        quotes=excerpt(best.passage, best=best.best),
        citations=(cite(best.passage),),
        marked=best.passage.sentences[best.best] if best.fact else None,
        confidence=best.confidence,
        candidates=_candidates(found),
    )


def _with_rival(found: list[Found], rivals: Iterable[Found]) -> list[Found]:
    """The passages found in one language, behind the best one what another has that is about as sure."""
    close = [one for one in rivals if found and one.confidence >= found[0].confidence - TORN]
    if not close:
        return found
    rival = max(close, key=lambda one: one.confidence)
    rest = (one for one in found[1:] if one.passage is not rival.passage)
    return [*found[:1], *(() if rival.passage is found[0].passage else (rival,)), *rest]


def _is_torn(found: Sequence[Found]) -> bool:
    """Whether two languages each have something, equally sure, and no heading asks what was asked."""
    best, *others = found[:2]
    return best.heading < ASKED and any(
        other.passage.language != best.passage.language and other.confidence >= best.confidence - TORN
        for other in others
    )


def _rivals(found: Sequence[Found]) -> Sequence[Found]:
    """Those that may be meant as well as the best one, and at least the one next to it."""
    close = sum(one.score >= RIVAL * found[0].score for one in found)
    return found[: min(max(close, LEAST_CHOICES), MOST_CHOICES)]


def _offer(found: Sequence[Found], language: str) -> Answer:
    """The sections that may be meant, each with its best sentences."""
    return Answer(
        "choose",
        language,
        quotes=tuple(glimpse(one.passage, best=one.best) for one in found),
        citations=tuple(cite(one.passage) for one in found),
        confidence=found[0].confidence,
        candidates=_candidates(found),
    )


def _candidates(found: Sequence[Found]) -> tuple[Candidate, ...]:
    return tuple(Candidate(one.passage, one.confidence) for one in found)
