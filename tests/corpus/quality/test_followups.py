"""How many follow-ups are answered from the right place, and how few wrongly: floors that only rise."""

import re
from collections import Counter
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import BaseModel, Field

from corpus.answering.answer import Answer
from corpus.answering.answerer import Answerer, Asker
from corpus.answering.following import Previous, previous_of
from corpus.quality.evaluation import CONFIDENT, RIGHT_KINDS, lines_of, read_line, read_questions

QUESTIONS = Path(__file__).parents[2] / "questions"
FLOORS = {
    QUESTIONS / "followups.jsonl": {"right": 0.91, "wrong": 0.05},
    QUESTIONS / "unseen_followups.jsonl": {"right": 0.86, "wrong": 0.116},
}
"""Right at least, and wrong with confidence at most."""


class Conversation(BaseModel):
    """What one person says in turn, and patterns of what the last answer has to say."""

    turns: Annotated[list[str], Field(min_length=2)]
    expect: list[str]


@pytest.mark.parametrize("file", FLOORS, ids=lambda file: file.name)
def test_floors(file: Path, answerer: Answerer) -> None:
    conversations = [read_line(line, where, Conversation) for line, where in lines_of(file)]
    counted = Counter(verdict(answerer, one) for one in conversations)
    assert counted["right"] >= FLOORS[file]["right"] * len(conversations)
    assert counted["wrong"] <= FLOORS[file]["wrong"] * len(conversations)


@pytest.mark.parametrize("name", ["own.jsonl", "unseen.jsonl"])
def test_a_question_in_full_is_answered_the_same_whatever_came_before(name: str, answerer: Answerer) -> None:
    """Each question of a file after the one that stands thirty lines above."""
    texts = [question.text for question in read_questions(QUESTIONS / name)]
    for text, before in zip(texts, texts[-30:] + texts[:-30], strict=True):
        previous = previous_of(before, answerer.answer(before), None)
        alone, together = answerer.answer(text), answerer.answer(text, Asker(), previous)
        assert (together.kind, together.quotes) == (alone.kind, alone.quotes), (before, text)


def verdict(answerer: Answerer, conversation: Conversation) -> str:
    """Whether the last answer is right, wrong with confidence, or neither."""
    answer, previous = answerer.answer(""), None
    for text in conversation.turns:
        answer, previous = turn(answerer, text, previous)
    sections = [citation.section for citation in answer.citations]
    titles = [source.title for citation in answer.citations for source in citation.rests_on]
    said = "\n".join((*answer.quotes, *sections, *titles))
    told = all(re.search(pattern, said, re.IGNORECASE | re.DOTALL) for pattern in conversation.expect)
    if told and answer.kind in RIGHT_KINDS["answer"]:
        return "right"
    return "wrong" if answer.kind in CONFIDENT else "neither"


def turn(answerer: Answerer, text: str, previous: Previous | None) -> tuple[Answer, Previous | None]:
    """An answer, and what the next message may lean on."""
    answer = answerer.answer(text, Asker(), previous)
    return answer, previous_of(text, answer, previous)
