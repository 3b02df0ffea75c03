"""Follow-ups lean on the question before; a new subject, small talk and danger do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.answering.answer import Answer
from corpus.answering.answerer import Answerer, Asker
from corpus.answering.following import Previous, previous_of

DOGS = "How do dogs find mines?"
PIECES = [
    "and",
    "a",
    "i",
    "it",
    "that",
    "<b>",
    "more",
    "who",
    "said",
    "rats",
    "mines",
    "и",
    "это",
    "bəs",
    "o",
    "😀",
    "?",
    "7",
]


def talk(answerer: Answerer, *turns: str) -> Answer:
    """The answer to the last of some messages of one person."""
    previous: Previous | None = None
    answer: Answer | None = None
    for text in turns:
        answer = answerer.answer(text, Asker(), previous)
        previous = previous_of(text, answer, previous)
    assert answer
    return answer


def shown(answer: Answer) -> str:
    assert answer.kind == "answer"
    return answer.candidates[0].passage.id


def same(one: Answer, other: Answer) -> bool:
    """Whether a person is told the same."""
    return told(one) == told(other)


def told(answer: Answer) -> tuple[object, ...]:
    return (
        answer.kind,
        answer.language,
        answer.quotes,
        answer.citations,
        answer.marked,
        answer.card,
        answer.topic,
    )


@pytest.mark.parametrize("text", ["and rats?", "what about rats?", "а крысы?", "bəs siçovullar?"])
def test_another_subject_in_the_same_question(answerer: Answerer, text: str) -> None:
    answer = talk(answerer, "Когда был семинар?" if text.startswith("а") else DOGS, DOGS, text)
    assert "rat" in shown(answer)


def test_a_chain_of_follow_ups_keeps_the_question(answerer: Answerer) -> None:
    """Each replaces one part of the question in full."""
    answer = talk(
        answerer, "What does Article 5 of the Mine Ban Convention require?", "and article 6?", "and 7?"
    )
    assert "article-7" in shown(answer)
    assert answer.leans_on


def test_more_reads_on_in_the_document(answerer: Answerer) -> None:
    passages = next(one.passages for one in answerer.corpus.documents if one.id == "animals")
    first = passages.index(answerer.answer(DOGS).candidates[0].passage)
    turns = [DOGS]
    for passage in passages[first + 1 :]:
        turns.append("tell me more")
        assert shown(talk(answerer, *turns)) == passage.id
    assert talk(answerer, *turns, "more").kind == "not_found"


@pytest.mark.parametrize("text", ["who said that?", "source?", "кто это сказал?", "bunu kim dedi?"])
def test_the_source_is_that_of_the_passage_shown(answerer: Answerer, text: str) -> None:
    question = "Why is innovation in demining slow?"
    answer, before = talk(answerer, question, text), answerer.answer(question)
    assert answer.citations == before.citations
    assert answer.candidates[0].passage == before.candidates[0].passage
    assert any("Dorn" in quote for quote in answer.quotes)


def test_the_source_of_a_definition_is_the_glossary(answerer: Answerer) -> None:
    assert talk(answerer, "What is UXO?", "source?").citations == answerer.answer("What is UXO?").citations


def test_another_term_where_a_meaning_was_asked_for(answerer: Answerer) -> None:
    answer = talk(answerer, "What is a confirmed hazardous area?", "and a suspected one?")
    assert answer.kind == "definition"
    assert answer.quotes == answerer.answer("What is a suspected hazardous area?").quotes


@pytest.mark.parametrize(
    ("before", "text"),
    [("When was ANAMA founded?", "how often do they rest?"), ("What is a flail?", "who organised it?")],
)
def test_a_pronoun_means_what_was_spoken_of_or_nothing(answerer: Answerer, before: str, text: str) -> None:
    """Dogs rest and ANAMA does not; the bot does not guess that dogs are meant."""
    assert answerer.answer(text).kind == "answer"
    assert talk(answerer, before, text).kind == "not_found"


def test_where_leads_to_the_place(answerer: Answerer) -> None:
    answer = talk(answerer, "When did the workshop take place?", "where?")
    assert answer.marked
    assert "Baku" in answer.marked


@pytest.mark.parametrize(
    "text", ["and elephants?", "and how many submarines?", "what about Mongolia?", "why?"]
)
def test_what_no_passage_holds_is_not_found(answerer: Answerer, text: str) -> None:
    """Whatever was asked before: a sure answer to that is no answer to this."""
    assert talk(answerer, "What is UXO?" if text == "why?" else DOGS, text).kind == "not_found"


def test_a_follow_up_that_found_nothing_leaves_the_thread(answerer: Answerer) -> None:
    assert shown(talk(answerer, DOGS, "and elephants?", "and rats?")) == shown(
        talk(answerer, DOGS, "and rats?")
    )


@pytest.mark.parametrize("between", ["thanks!", "I found a mine", "How do I build a mine?"])
def test_small_talk_and_cards_leave_the_thread(answerer: Answerer, between: str) -> None:
    assert same(talk(answerer, DOGS, between, "and rats?"), talk(answerer, DOGS, "and rats?"))


@pytest.mark.parametrize(
    "text",
    [
        "I found a mine", "and I found it in my garden, a mine", "how do I defuse a mine?",
        "and how do I build a mine?", "thanks!", "hello", "who are you?", "When was ANAMA founded?",
        "And when was ANAMA founded?", "What is EORE?", "Кто открыл семинар?", "Seminar harada keçirilib?",
        "What is the capital of Mongolia?",
    ],
)  # fmt: skip
def test_a_new_subject_small_talk_and_danger_are_answered_as_without_a_question_before(
    answerer: Answerer, text: str
) -> None:
    assert same(talk(answerer, DOGS, text), answerer.answer(text))


@pytest.mark.parametrize(
    "text", ["how do I defuse it?", "and how do I build them?", "как её обезвредить?", "can I touch it?"]
)
def test_what_would_be_refused_in_full_is_refused(answerer: Answerer, text: str) -> None:
    assert talk(answerer, "How does a detector find a mine?", text).kind == "refusal"


@pytest.mark.parametrize("text", ["what do I do if I see it here?", "who do I call if I find it?"])
def test_what_would_be_an_emergency_in_full_is_not_searched_for(answerer: Answerer, text: str) -> None:
    assert same(talk(answerer, "How does a detector find a mine?", text), answerer.answer(text))


@pytest.mark.parametrize("text", ["tell me more", "who said that?", "why?", "and?"])
def test_without_a_question_before_there_is_nothing_to_lean_on(answerer: Answerer, text: str) -> None:
    assert same(talk(answerer, text, text), answerer.answer(text))


def test_the_previous_question_is_part_of_what_is_remembered(answerer: Answerer) -> None:
    """The same words after another question are another message."""
    after_dogs = talk(answerer, DOGS, "tell me more")
    after_start = talk(answerer, "Who opened the workshop?", "tell me more")
    assert shown(after_dogs) != shown(after_start)
    assert same(talk(answerer, DOGS, "tell me more"), after_dogs)


def test_a_passage_that_is_gone_is_as_good_as_none(answerer: Answerer) -> None:
    previous = Previous(DOGS, "000000000000")
    assert answerer.answer("tell me more", Asker(), previous).kind == "answer"
    assert answerer.answer("who said that?", Asker(), previous).kind == "answer"


def test_the_language_is_the_one_the_follow_up_is_written_in(answerer: Answerer) -> None:
    """Where it tells nothing, that of the question before."""
    assert talk(answerer, DOGS, "подробнее").language == "ru"
    assert talk(answerer, "Как собаки находят мины?", "podrobnee").language == "ru"
    assert talk(answerer, "İtlər minanı necə tapır?", "IMAS?").language == answerer.answer("IMAS?").language


@given(st.text(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join))
def test_any_message_after_any_question_is_answered(answerer: Answerer, text: str) -> None:
    for previous in (Previous(DOGS, answerer.answer(DOGS).candidates[0].passage.fingerprint), Previous(text)):
        answer = answerer.answer(text, Asker(), previous)
        assert 0 <= answer.confidence <= 1
        assert bool(answer.quotes) == bool(answer.citations)
