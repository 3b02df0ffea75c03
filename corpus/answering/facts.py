"""Who, when, where, how many: what sort of fact a question asks for, and which sentences hold one."""

import re
from typing import Literal

from corpus.ranking.analysis import ascii_letters, fold

Fact = Literal["number", "money", "date", "name", "place"]

_ASKED: dict[Fact, tuple[str, ...]] = {
    "money": (
        r"prices?|how expensive|how much (?:money|is paid|was paid)|how many (?:dollars|euros|manats)",
        r"how much (?:do|does|did|would|will)\b.* (?:cost|pay|give)|what does .* cost",
        r"сколько (?:\w+ )?(?:стоит|стоят|стоил\w*|денег|долларов|евро|манатов)",
        r"какова цена|цена|цены|какая стоимость",
        r"qiymət\w*|neçəyədir|neçəyə başa|nə qədər (?:pul|vəsait)|neçə (?:dollar|avro|manat)",
    ),
    "date": (
        r"^(?:\w+ ){0,2}when (?:is|was|were|are|did|do|does|will|has|have|had)|since when",
        r"(?:which|what) (?:day|days|date|dates|month|year)s?",
        r"когда|с каких пор|в каком году|какого числа|в каком месяце|по каким числам|какие даты",
        r"nə vaxt\w*|nə zaman\w*|haçan|neçənci il\w*|hansı (?:il|tarix|ay|gün)\w*|ayın neçəsi\w*",
    ),
    "number": (
        r"how (?:many|much|long|far|deep|heavy|fast|old|often|big|large|tall|wide|high|slower|quicker)",
        r"(?:what|which) (?:percentage|per ?cent|share|number|frequency|speed|weight|distance|depth)",
        r"сколько|скольк\w+|какой процент|какая доля|какое количество",
        r"как (?:долго|далеко|глубоко|быстро|часто)|с какого расстояния|на какой глубине",
        r"какова (?:глубина|скорость|длина)",
        r"neçə\w*|nə qədər|hansı (?:sürət|məsafə|dərinlik)\w*",
    ),
    "name": (
        r"who|whom|whose|which person",
        r"кто|кого|кем|кому|чьи|чей|чья",
        r"kim|kimlər|kimin|kimi|kimdir",
    ),
    "place": (
        r"where|(?:in )?(?:which|what) (?:city|country|place|venue|town|district)",
        r"где|куда|откуда|в каком городе|в какой стране",
        r"harada\w*|haradan|hara|hansı (?:şəhər|ölkə)\w*",
    ),
}
"""The first one that a question asks for counts."""
_HOW = re.compile(r"\bnecə\b")
"""Asks for no number; `neçə` does, and both are typed `nece`."""
_ASKING = {
    fact: re.compile(rf"\b(?:{ascii_letters('|'.join(patterns))})\b") for fact, patterns in _ASKED.items()
}

_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек"
    r"|yanvar|fevral|aprel|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr)"
)
_DATE = re.compile(rf"\b(?:1[89]|20)\d\d\b|\b{_MONTH}[a-z]*\.? ?\d|\d ?{_MONTH}")
_FIGURE = re.compile(r"(?<![\w.,/-])\d(?:[\d.,]*\d)?(?![\w/])")
_YEAR_OR_STANDARD = re.compile(r"(?:1[89]|20)\d\d|\d\d\.\d\d")
_MONTH_NEXT = re.compile(rf" {_MONTH}")
_NUMBER_WORDS = {
    "en": r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|half|third"
    r"|quarter|hundreds?|thousands?|millions?|billions?|once|twice|none|dozens?",
    "ru": r"один|одна|дв[аеух]+|двадцат\w+|тридцат\w+|тр[иёе]\w{0,2}|четыр\w+|пят[ьи]\w*|шест[ьи]\w*|сем[ьи]"
    r"|восем\w*|девят\w+|десят\w+|сорок|сто|сот\w+|тысяч\w*|миллион\w*|миллиард\w*|половин\w+|трет\w+|вдвое",
    "az": r"bir|iki|üç|dörd|beş|altı|yeddi|səkkiz|doqquz|on|iyirmi|otuz|qırx|əlli|yüz|min|milyon|milyard"
    r"|yarı\w*",
}
"""By language: the Azerbaijani ten is an English `on`."""
_NUMBER_WORD = {language: re.compile(rf"\b(?:{listed})\b") for language, listed in _NUMBER_WORDS.items()}
_MONEY = re.compile(
    r"[$€£₼]|\b(?:dollars?|euros?|usd|eur|manats?|pounds?|доллар\w*|евро|манат\w*|dollar\w*|avro|manat\w*)\b"
)
_NAME = re.compile(r"[A-ZƏÖÜĞŞÇİА-ЯЁ][\w'’-]+ [A-ZƏÖÜĞŞÇİА-ЯЁ][\w'’-]+|\b[A-ZА-ЯƏÖÜĞŞÇİ]{3,}\b")
_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Tt]o|[Вв]|[Нн]а|[Ии]з) [A-ZА-ЯЁ][\w-]+"
    r"|[A-ZƏÖÜĞŞÇİ]\w+(?:da|də|ın|in)\b"
)


def asked_fact(question: str) -> Fact | None:
    """The sort of fact a question asks for; None where it asks for something else."""
    folded = ascii_letters(_HOW.sub(" ", fold(question)))
    return next((fact for fact, pattern in _ASKING.items() if pattern.search(folded)), None)


def facts_in(sentence: str, language: str) -> frozenset[Fact]:
    """The sorts of facts that stand in a sentence of a language."""
    folded = fold(sentence)
    there: dict[Fact, bool] = {
        "date": bool(_DATE.search(folded)),
        "number": bool(numbers_in(sentence, language)),
        "money": bool(_MONEY.search(folded)),
        "name": bool(_NAME.search(sentence)),
        "place": bool(_PLACE.search(sentence)),
    }
    return frozenset(fact for fact, found in there.items() if found)


def numbers_in(sentence: str, language: str) -> frozenset[str]:
    """The numbers that count or measure: no years, no days of a month, no numbers of standards and models."""
    folded = fold(sentence)
    figures = (found for found in _FIGURE.finditer(folded) if not _is_a_name(found, sentence, folded))
    spelt = _NUMBER_WORD[language].findall(folded) if language in _NUMBER_WORD else ()
    return frozenset((*(found.group() for found in figures), *spelt))


def _is_a_name(found: re.Match[str], sentence: str, folded: str) -> bool:
    """Whether a figure names something: `2023`, `IMAS 10.20`, `Bozena 5`, `28 November`."""
    if _YEAR_OR_STANDARD.fullmatch(found.group()) or _MONTH_NEXT.match(folded, found.end()):
        return True
    before = sentence[: found.start()].split() if len(sentence) == len(folded) else ()
    return len(before) > 1 and before[-1][0].isupper()
