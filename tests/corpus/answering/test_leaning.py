"""Which messages lean on the question before them, in every language, and which stand alone."""

import pytest

from corpus.answering.leaning import leaning

LEANS = {
    "more": [
        "tell me more", "More, please!", "and?", "could you elaborate on that?", "more details please",
        "go on, more",
        "ətraflı", "etrafli", "daha çox məlumat", "davam edin", "bu haqda ətraflı danışın",
        "подробнее", "podrobnee", "расскажите подробнее", "расскажи об этом больше", "дальше",
        "devam et", "daha fazla bilgi", "ayrıntılı anlat",
    ],
    "else": ["what else?", "anything else?", "что ещё?", "başqa nə var?", "başka ne var?"],
    "source": [
        "who said that?", "who says so?", "Source?", "what is the source of this?", "how do you know that?",
        "bunu kim dedi?", "bunu kim deyib", "mənbə?", "menbeyi nedir", "kim deyir bunu",
        "кто это сказал?", "kto eto skazal?", "источник?", "откуда вы это знаете?", "чьи это слова?",
        "bunu kim söyledi?", "kaynak?",
    ],
    "fact": ["where was that?", "why?", "Why not?", "and when?", "who is she?", "bəs harada?", "а когда?",
             "почему?", "где это было?", "niyə?", "neden?"],
    "part": [
        "and rats?", "And the Bozena?", "what about children?", "how about robots", "ok, and dogs?",
        "on partnership?", "bəs siçovullar?", "bes sicovullar?", "və robotlar?", "ve robotlar?",
        "texnologiya üzrə?", "а роботы?", "a roboty?", "и крысы?", "а что насчёт детей?",
        "а сколько человек?", "про собак", "peki robotlar?", "and how many people?",
    ],
    "pronoun": ["how fast are they?", "who develops it?", "how long was their course?", "how fast?",
                "когда она вступила в силу?", "kogda ona vstupila v silu?", "onlar minanı necə tapır?",
                "onu kim hazırlayıb?"],
}  # fmt: skip
FULL = [
    "How many countries took part in the workshop, and which organisations sent people to Baku?",
    "How long does it take to train a dog?",
    "Beş başlıq nədir?",
    "hello",
    "ok",
    "!?",
    "",
]


@pytest.mark.parametrize(("way", "text"), [(way, text) for way, texts in LEANS.items() for text in texts])
def test_a_message_that_leans(way: str, text: str) -> None:
    lean = leaning(text)
    assert lean
    assert lean.way == way


@pytest.mark.parametrize("text", FULL)
def test_a_message_that_stands_alone(text: str) -> None:
    """At the most it is short of a subject; nothing in it points back."""
    lean = leaning(text)
    assert lean is None or lean.way == "open"


def test_what_is_named_before_in_the_same_message_is_what_a_pronoun_means() -> None:
    lean = leaning("When did the centre hold its conference?")
    assert lean is None or lean.way == "open"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("and the Bozena?", "the Bozena?"),
        ("Thanks, and what about AXO?", "AXO?"),
        ("а что насчёт детей", "детей"),
        ("who develops it", "who develops it"),
    ],
)
def test_what_opens_a_message_is_taken_off_and_the_rest_stays_as_written(text: str, rest: str) -> None:
    lean = leaning(text)
    assert lean
    assert lean.rest == rest
