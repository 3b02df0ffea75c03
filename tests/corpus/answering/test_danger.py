"""Words of danger are known however they are typed."""

import pytest

from corpus.answering.danger import language_of, read, spoken
from corpus.answering.signs import signs_of


def signs(text: str) -> set[str]:
    message = read(text)
    return signs_of(spoken(message, language_of(text, message)))


@pytest.mark.parametrize(
    "text",
    [
        "I found a granade", "a detonatr lies here", "LANDMINES!!!", "heyetde granata tapdiq, куда звонить",
        "mən qumbara tapdım", "heyetde qumbara tapdim", "нашёл гранату", "ya nashel granatu",
        "bahçede el bombası buldum", "bahcede el bombasi buldum",
    ],
)  # fmt: skip
def test_what_explodes_is_known_misspelt_and_in_other_letters(text: str) -> None:
    assert "object" in signs(text)


@pytest.mark.parametrize(
    "text",
    ["mine action in Azerbaijan", "a friend of mine found a job", "the gold mine", "is mine clearance dear"],
)
def test_a_mine_that_is_none(text: str) -> None:
    assert "object" not in signs(text)


def test_the_order_of_signs_counts() -> None:
    assert "self>met" in signs("I found the report")
    assert "self>met" not in signs("found by whom? not I")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("я стою на мине", "ru"),
        ("minadayam", "az"),
        ("Bir mayın buldum", "tr"),
        ("bağda mina var, срочно", "az"),
    ],
)
def test_the_language_of_the_card(text: str, language: str) -> None:
    assert language_of(text, read(text)) == language


def test_marks_are_signs_and_no_words() -> None:
    assert read("what? now!").tokens == ("vhat", "nov")
    assert {"question", "exclaims"} <= signs("is this a mine? help!")
