"""The first words to a person: what this is about, and a few questions to begin with."""

import re
from collections.abc import Iterator
from itertools import islice

from corpus.answering.answerer import Answerer, Asker
from corpus.passages import Passage
from handlers.replies import Reply, safe
from handlers.texts import language_of, texts_in

EXAMPLES = 3
LONGEST_EXAMPLE = 60
"""Letters of a heading that is taken in at a glance."""

_ASKS = {
    "en": re.compile(r"(how|what|when|where|which|who|why|is|are|do|does)\b", re.IGNORECASE),
    "ru": re.compile(r"(как|как(ой|ая|ое|ие)|что|чего|когда|где|кто|почему|зачем|сколько)\b", re.IGNORECASE),
    "az": re.compile(r".*\b(necə|nə|nədir|hansı|harada|haradan|kim|kimdir|niyə|neçə)\b", re.IGNORECASE),
}
"""How a question begins; in Azerbaijani the word that asks may stand anywhere before the verb."""


def welcome(answerer: Answerer, language: str | None) -> Reply:
    """What the bot is for, in a language such as `az` or `az-AZ`, with what can be asked."""
    texts = texts_in(language)
    name = answerer.corpus.workshop.name_in(language)
    asked = [f"• {safe(example)}" for example in examples(answerer, language_of(language))]
    after = (texts.for_example, *asked) if asked else ()
    return Reply(before=(texts.welcome.format(workshop=safe(name)),), after=after)


def examples(answerer: Answerer, language: str) -> list[str]:
    """Up to three headings that ask, each of another theme, and are answered by their own section."""
    spoken = {passage.language for passage in answerer.corpus.passages}
    read_in = language if language in spoken else answerer.languages[0]
    first = (next(_asking(answerer, theme, read_in), None) for theme in answerer.corpus.workshop.themes)
    return [passage.heading for passage in islice(filter(None, first), EXAMPLES)]


def _asking(answerer: Answerer, theme: str, language: str) -> Iterator[Passage]:
    for passage in answerer.corpus.passages:
        of_these = (passage.theme, passage.language) == (theme, language)
        if of_these and _reads_as_a_question(passage) and _answers_itself(answerer, passage):
            yield passage


def _reads_as_a_question(passage: Passage) -> bool:
    """Whether a heading, which has no question mark, is one short question and nothing beside it."""
    heading, asks = passage.heading, _ASKS.get(passage.language)
    plain = len(heading) <= LONGEST_EXAMPLE and not {",", ":"} & set(heading)
    return plain and asks is not None and asks.match(heading) is not None


def _answers_itself(answerer: Answerer, passage: Passage) -> bool:
    given = answerer.answer(passage.heading, Asker(passage.language))
    return given.kind == "answer" and given.candidates[0].passage == passage
