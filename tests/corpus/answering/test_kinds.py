"""What kind of answer a message gets, in three languages, and always the same one."""

from dataclasses import replace

import pytest

from corpus.answering.answer import Answer
from corpus.answering.answerer import Answerer, Asker
from corpus.reading.folder import BUNDLED, read_corpus

QUESTIONS = [
    ("answer", "en", "When did the workshop take place?"),
    ("answer", "en", "How do dogs find mines?"),
    ("answer", "az", "Seminar nə vaxt keçirilib?"),
    ("answer", "az", "Seminar harada keçirilib?"),
    ("answer", "ru", "Когда проходил семинар?"),
    ("answer", "ru", "Где проходил семинар?"),
    ("definition", "en", "What is EORE?"),
    ("definition", "en", "UXO"),
    ("definition", "en", "what does IMAS mean"),
    ("definition", "az", "IMAS nə deməkdir?"),
    ("definition", "ru", "Что такое IMAS?"),
    ("not_found", "en", "How many star wars movies are there?"),
    ("not_found", "en", "What is the capital of Peru?"),
    ("not_found", "az", "Sabah hava necə olacaq?"),
    ("not_found", "ru", "Сколько стоит билет на поезд в Париж?"),
    ("smalltalk", "en", "Hello!"),
    ("smalltalk", "en", "thank you very much"),
    ("smalltalk", "az", "Salam, necəsən?"),
    ("smalltalk", "ru", "Спасибо большое"),
    ("safety", "en", "I found a mine"),
    ("safety", "az", "Mən mina tapdım"),
    ("safety", "ru", "Я нашёл мину"),
    ("safety", "tr", "Bir mayın buldum"),
    ("refusal", "en", "How do I build a mine?"),
    ("refusal", "az", "Minanı necə zərərsizləşdirim?"),
    ("refusal", "ru", "Как сделать мину?"),
]


@pytest.mark.parametrize(("kind", "language", "text"), QUESTIONS)
def test_kind_and_language(answerer: Answerer, kind: str, language: str, text: str) -> None:
    answer = answerer.answer(text)
    assert (answer.kind, answer.language) == (kind, language)
    assert 0 <= answer.confidence <= 1
    assert bool(answer.quotes) == bool(answer.citations) == (kind not in ("not_found", "smalltalk"))


def test_the_same_answer_twice() -> None:
    """From two answerers, each with a corpus of its own, whatever was asked in between."""
    one, other = (Answerer(read_corpus(BUNDLED)) for _ in range(2))
    first = [plain(one.answer(text)) for _, _, text in QUESTIONS]
    second = [plain(other.answer(text)) for _, _, text in reversed(QUESTIONS)]
    assert first == second[::-1]


@pytest.mark.parametrize(
    ("text", "asker", "language"),
    [
        ("IMAS?", "ru", "ru"),
        ("IMAS?", "az-AZ", "az"),
        ("IMAS?", "fr", "en"),
        ("IMAS?", None, "en"),
        ("IMAS?", "", "en"),
        ("Где проходил семинар?", "en", "ru"),
        ("Where was the workshop held?", "ru", "en"),
        ("Təlimlər barədə", "en", "az"),
    ],
)
def test_language_of_the_message_then_of_the_person(
    answerer: Answerer, text: str, asker: str | None, language: str
) -> None:
    assert answerer.answer(text, Asker(asker)).language == language


def test_a_passage_is_found_again_by_its_fingerprint(answerer: Answerer) -> None:
    answer = answerer.answer("How do dogs find mines?")
    passage = answer.candidates[0].passage
    assert answerer.passage(passage.fingerprint) == passage
    assert answerer.passage("0" * 12) is None
    assert set(answer.quotes) <= set(passage.sentences)


def plain(answer: Answer) -> Answer:
    """An answer without what differs each time: the milliseconds."""
    return replace(answer, milliseconds=0.0)
