"""Words brought to one form, by language."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.index import PassageIndex
from corpus.ranking.analysis import analyser, fold, words, words_and_ends

SAME = {
    "en": """
        mine mines | found find finding | held hold | taught teach | children child | women woman | feet foot
        organise organize organised organizing | behaviour behavior | labour labor | centre center
        programme program programmes | defence defense | analyse analyze | Neutralisation neutralization""",
    "ru": "мина мины миной минах МИНАМ | самолёт самолет | её ее | собака собаки собаками | ми́на мина",
    "az": """
        mina minalar minaların minadan minanı minaya MİNA | təhlükə tehluke təhlükəli | Bakı Bakıda baki
        partlayıcı partlayici partlayıcıların | iştirakçı istirakci iştirakçılar
        seminar seminarın seminarda""",
    "tr": "köpek köpekler köpekleri KÖPEK | temizlik temizliği",
}
OTHER = {
    "en": "mine mind | dog dug | clear class",
    "ru": "мина минута | собака собрание",
    "az": "mina minik | seminar səhra",
    "tr": "mayın mayıs",
}


def groups(listed: dict[str, str]) -> list[tuple[str, list[str]]]:
    return [
        (language, group.split())
        for language, lines in listed.items()
        for group in re.split(r"[|\n]", lines)
        if group.strip()
    ]


@pytest.mark.parametrize(("language", "forms"), groups(SAME))
def test_forms_of_one_word_have_one_stem(language: str, forms: list[str]) -> None:
    assert len({tuple(analyser(language).stems(form)) for form in forms}) == 1


@pytest.mark.parametrize(("language", "forms"), groups(OTHER))
def test_other_words_have_other_stems(language: str, forms: list[str]) -> None:
    assert len({tuple(analyser(language).stems(form)) for form in forms}) == len(forms)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What is U.X.O.?", ["what", "is", "uxo"]),
        ("3,460 mines, 1.5 km", ["3460", "mines", "1.5", "km"]),
        ("ANAMA's don't", ["anama", "dont"]),
        ("ＭＩＮＥ ﬁeld", ["mine", "field"]),
        ("m\u200bi\u200dn\u00ade \u202emine", ["mine", "mine"]),
        ("İstanbul IMAS", ["istanbul", "imas"]),
        ("cafe\u0301 м\u0336и\u0336на", ["café", "мина"]),
        ("snake_case a-b", ["snake", "case", "a", "b"]),
        ("😀 … !? ", []),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("کِتابٌ", ["کتاب"]),
        ("地雷原abc", ["地", "地雷", "雷", "雷原", "原", "abc"]),
        ("지뢰", ["지", "지뢰", "뢰"]),
        ("ทุ่น", ["ทุ่", "ุ่น"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One mine. Two (dogs!) run? No", [["one", "mine"], ["two", "dogs"], ["run"], ["no"]]),
        ("Dr. B. Smith, U.S., paid 1.5 etc.", [["dr", "b", "smith", "us", "paid", "1.5", "etc"]]),
        ("lower case . is split . too", [["lower", "case"], ["is", "split"], ["too"]]),
        ("有雷。快走！", [["有", "有雷", "雷"], ["快", "快走", "走"]]),
        ("यह सुरंग है। रुको", [["यह", "सुरंग", "है"], ["रुको"]]),
    ],
)  # fmt: skip
def test_sentence_ends(text: str, expected: list[list[str]]) -> None:
    """A full stop ends one unless it ends an abbreviation; other scripts have ends of their own."""
    said: list[list[str]] = [[]]
    for spaced in text.split():
        for word in words_and_ends(spaced):
            if word:
                said[-1].append(word)
            elif said[-1]:
                said.append([])
    assert [sentence for sentence in said if sentence] == expected


@pytest.mark.parametrize("text", ["One mine, (two) dogs' U.X.O. 1,5.", "地雷原 ทุ่น हिन्दी।", "a..b...c.d"])
def test_sentence_ends_leave_the_words_alone(text: str) -> None:
    said = [word for spaced in text.split() for word in words_and_ends(spaced) if word]
    assert said == words(text)


def test_a_language_without_stemmer_is_truncated() -> None:
    assert analyser("xx").stems("wonderful") == ["wonde"]


@pytest.mark.parametrize(
    "forms",
    [
        "açmaq açır açdı açıb açan açılıb açılış",
        "təmizləmək təmizləndi təmizlənmiş təmizləmə temizlenib",
        "uşaq uşağı uşaqlar uşaqlara usaqlarin",
        "mina minanı minaların minadan minalar",
        "ölkə ölkədən ölkələr ölkəsi olkelerden",
        "vermək verdi verib verilir verilmişdir",
        "it itlər itin itlə",
        "il ildə ilin illər",
    ],
)
def test_azerbaijani_forms_are_one_word(forms: str) -> None:
    """Number, case, person, time and voice, with its own letters or without."""
    assert len({analyser("az").stem(fold(form)) for form in forms.split()}) == 1


@pytest.mark.parametrize("apart", ["ad at", "icma içəri", "zərər zərərçəkən", "ölüm olmaq"])
def test_azerbaijani_words_stay_apart(apart: str) -> None:
    first, second = apart.split()
    assert analyser("az").stem(first) != analyser("az").stem(second)


def test_numbers_in_words_are_numbers() -> None:
    assert analyser("en").stems("eighteen women") == analyser("en").stems("18 women")


def test_stop_words_are_known_without_their_own_letters() -> None:
    """As people type Azerbaijani on an English keyboard."""
    assert analyser("az").is_stop_word("üçün")
    assert analyser("az").is_stop_word("ucun")
    assert not analyser("az").is_stop_word("mina")


@given(st.text())
def test_any_text_has_words(text: str) -> None:
    """No text raises; a word is never empty and holds no space."""
    assert fold(text) is not None
    for language in ("en", "az", "ru", "tr", "xx"):
        assert all(stem and not any(map(str.isspace, stem)) for stem in analyser(language).stems(text))


@pytest.mark.parametrize("pattern", ["1,", "a'", "a.", "'", "\u200b", "😀", "mine ", "İ"])
def test_a_million_characters_take_linear_time(pattern: str) -> None:
    start = time.perf_counter()
    words(pattern * (1_000_000 // len(pattern)))
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("hi", "बारूदी सुरंगें खतरनाक हैं", "सुरंगें"),
        ("zh", "地雷探测犬能够嗅出炸药", "地雷探测"),
        ("ja", "地雷探知犬は爆薬を嗅ぎ分ける", "地雷"),
        ("th", "สุนัขตรวจจับทุ่นระเบิด", "ทุ่นระเบิด"),
        ("ar", "الألغام الأرضية خطيرة", "الألغام"),
        ("el", "Οι νάρκες είναι επικίνδυνες", "νάρκες"),
        ("ko", "지뢰는 위험하다", "지뢰"),
    ],
)
def test_other_scripts_are_found_too(language: str, text: str, question: str) -> None:
    """Marks stay with their letters; scripts without spaces are cut into overlapping pieces."""
    index = PassageIndex.from_texts([text, "mine"], language=language)
    assert [hit.position for hit in index.search(question)] == [0]
    assert [hit.position for hit in index.rank(question)] == [0]


def test_a_misspelt_word_is_forgiven_by_the_second_look_alone() -> None:
    """The first stage stays exact."""
    index = PassageIndex.from_texts(["Detectors find metal.", "Dogs smell explosives."], language="en")
    assert index.search("explosivs") == []
    assert index.rank("explosivs")[0].position == 1


@given(st.text(alphabet="ʼ'’.s1a\u0301地ก ", max_size=12))
def test_apostrophes_alone_are_no_words(text: str) -> None:
    """Whatever stands between them, nothing empty comes out and nothing fails."""
    assert all(words(text))
    PassageIndex.from_texts([text], language="en").rank(text)
