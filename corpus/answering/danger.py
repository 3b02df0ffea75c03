"""Reading a message for words of danger: typing errors, missing letters and Latin spelling allowed for."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from corpus.answering.danger_words import WORDS
from corpus.answering.language import function_words
from corpus.ranking.analysis import analyser, ascii_letters, fold
from corpus.workshop import CARD_LANGUAGES

SHORTEST_TYPO = 6
"""Letters of a word of danger from which one slip is forgiven; `mines` and `shell` are a slip from others."""

FUNCTION_WORD_WEIGHT = 0.5
"""What a function word weighs beside a word of danger in finding a message's language."""
FUNCTION_WORDS = 4
"""Function words that are counted: a long message has them in every language."""

BEGINNING = 600
"""Characters in which function words are looked for."""

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_SMILE = r"[:;=][-']?\)|\){2,}|[😀😁😂🤣😃😄😅😆😉😊🙂🙃]"
_TOKEN = re.compile(f"{_WORD.pattern}|[?!]|{_SMILE}")
_LETTER = re.compile(r"[^\W\d_]")
_CYRILLIC = re.compile(r"[а-я]")
_LETTERS = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        [*"abvgdee", "zh", *"ziiklmnoprstufhc", "ch", "sh", "sh", "", "i", "", "e", "iu", "ia"],
        strict=True,
    )
)
_SPELLINGS = (
    ("shch", "sh"), ("sch", "sh"), ("kh", "h"), ("ts", "c"), ("ya", "ia"), ("ja", "ia"), ("yu", "iu"),
    ("sh", "s"), ("ch", "c"), ("zh", "z"), ("gh", "g"), ("ju", "iu"), ("yo", "e"), ("jo", "e"), ("y", "i"),
    ("j", "i"), ("w", "v"), ("x", "h"), ("q", "g"),
)  # fmt: skip
_TWICE = re.compile(r"(\D)\1+")
_SIGN_OF_MARK = {"?": "question", "!": "exclaims"}

Tag = tuple[str, str]
"""What a word is a sign of, and in which language."""


@dataclass(frozen=True, slots=True)
class Message:
    """A text with what its words may be signs of, phrases at each of their words.

    Attributes:
        tokens: the words in the matcher's spelling.
        tags: the tags of each word; `question`, `exclaims` and `smiles`, of no language, at the word before
            the mark.
    """

    tokens: tuple[str, ...]
    tags: tuple[frozenset[Tag], ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one language in a row, with what each is a sign of."""

    tokens: tuple[str, ...]
    tags: tuple[frozenset[str], ...]

    def part(self, start: int, end: int | None = None) -> "Stretch":
        """The words from `start` up to `end`."""
        return Stretch(self.tokens[start:end], self.tags[start:end])


def read(text: str) -> Message:
    """Tag the words of a text."""
    written = _TOKEN.findall(ascii_letters(fold(text)))
    tokens: list[str] = []
    tags: list[set[Tag]] = []
    cyrillic: list[bool] = []
    for word in written:
        if word[0].isalnum():
            tokens.append(_canonical(word))
            cyrillic.append(bool(_CYRILLIC.search(word)))
            tags.append(set(_tags(tokens[-1], cyrillic=cyrillic[-1])))
        elif tags:
            tags[-1].add((_SIGN_OF_MARK.get(word, "smiles"), ""))
    for start, end, tag in _WORDS.phrases_in(tuple(tokens)):
        if _may_be(tag[1], tokens[start], cyrillic=cyrillic[start]):
            for position in range(start, end):
                tags[position].add(tag)
    return Message(tuple(tokens), tuple(map(frozenset, tags)))


def windows(whole: Stretch, *, size: int, step: int) -> Iterator[Stretch]:
    """Overlapping stretches of a long message, so that far words don't explain each other."""
    for start in range(0, max(1, len(whole.tokens) - size + step), step):
        yield whole.part(start, start + size)


def language_of(text: str, message: Message) -> str:
    """The card language a message is written in: its script, its words of danger, its function words."""
    folded = fold(text)
    cyrillic = len(_CYRILLIC.findall(folded))
    if 2 * cyrillic > len(_LETTER.findall(folded)):
        return "ru"
    if "ə" in folded:
        return "az"
    votes: dict[str, float] = {"": 0.0} | dict.fromkeys(CARD_LANGUAGES, 0.0)
    for tags in message.tags:
        languages = {language for _, language in tags}
        for language in languages:
            votes[language] += 1 / len(languages)
    beginning = folded[:BEGINNING]
    for language in CARD_LANGUAGES:
        votes[language] += FUNCTION_WORD_WEIGHT * min(function_words(beginning, language), FUNCTION_WORDS)
    if cyrillic:
        votes["ru"] = 0.0  # a few Russian words in another language
    return max(CARD_LANGUAGES, key=lambda language: votes[language])


_READ = {"az": ("az", "tr", "ru", ""), "tr": ("az", "tr", "ru", ""), "ru": ("ru", "en", ""), "en": ("en", "")}
"""Languages whose words count in a message: Russian ones mix into Azerbaijani."""
_STRAY = 4
"""Letters of a Russian word in Azerbaijani or Turkish text up to which it is another language's."""
_GOLD = frozenset(
    (
        *("gold", "coal", "salt", "diamond", "copper", "data", "bitcoin", "crypto", "silver"),
        *("sea", "egg", "nut", "bash", "bath", "oil", "banio", "ban"),
    )
)
"""Before `mine`, `shell` or `bomb`: another thing altogether."""


_SUBJECT = frozenset(("object", "plural", "compound"))


def spoken(message: Message, language: str) -> Stretch:
    """The message with the signs of its own language alone: `main` is Turkish only among Turkish words.

    `mine` in "mine action", "a friend of mine" and "gold mine" is no mine.
    """
    known = _READ[language]
    tokens = message.tokens
    tags = [
        frozenset(
            tag for tag, of in held if of in known and (of != "ru" or language == "ru" or len(token) > _STRAY)
        )
        for token, held in zip(tokens, message.tags, strict=True)
    ]
    for here in [here for here, held in enumerate(tags) if "object" in held]:
        before = tokens[here - 1] if here else ""
        after = tags[here + 1] if here + 1 < len(tags) else ()
        if before in _GOLD or (tokens[here] == "mine" and before == "of") or "compound" in after:
            tags[here] -= _SUBJECT
    return Stretch(tokens, tuple(tags))


def canonical(text: str) -> str:
    """A phrase in the spelling the words of a message are compared in."""
    return " ".join(_canonical(token) for token in _WORD.findall(ascii_letters(fold(text))))


@lru_cache(maxsize=50_000)
def _canonical(word: str) -> str:
    """One spelling for Cyrillic and the ways it is written in Latin letters."""
    if _CYRILLIC.search(word):
        word = "".join(_LETTERS.get(letter, letter) for letter in word)
    for spelling, letter in _SPELLINGS:
        word = word.replace(spelling, letter)
    return _TWICE.sub(r"\1", word.replace("'", "").replace("’", "").replace("ʼ", ""))


_PAIR = 2
_PAIRS_KEPT = 50_000


class Lexicon:
    """The words of danger: exact, by beginning, by ending, in sequence."""

    def __init__(self, words: Mapping[str, Mapping[str, str]]) -> None:
        self.exact: dict[str, set[Tag]] = {}
        self.beginnings: dict[str, set[Tag]] = {}
        self.endings: dict[str, set[Tag]] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], Tag]]] = {}
        self.wild: set[tuple[str, ...]] = set()
        self.pairs: dict[tuple[str, str], tuple[tuple[tuple[str, ...], Tag], ...]] = {}
        for language, by_tag in words.items():
            for tag, listed in by_tag.items():
                for entry in listed.split(","):
                    self._add(entry.split(), (tag, language))
        self.slips: dict[str, list[str]] = {}
        for word in dict.fromkeys((*self.exact, *self.beginnings)):
            if len(word) >= SHORTEST_TYPO:
                for slip in _slips(word):
                    self.slips.setdefault(slip, []).append(word)

    def _add(self, entry: Sequence[str], tag: Tag) -> None:
        parts = [
            _canonical(ascii_letters(fold(part.strip("*")))) + "*" * part.endswith("*") for part in entry
        ]
        word = parts[0].rstrip("*")
        if len(parts) > 1:
            self.phrases.setdefault(word, []).append((tuple(parts), tag))
            if any(part.endswith("*") for part in parts):
                self.wild.add(tuple(parts))
        elif entry[0].startswith("*"):
            self.endings.setdefault(word, set()).add(tag)
        elif entry[0].endswith("*"):
            self.beginnings.setdefault(word, set()).add(tag)
        else:
            self.exact.setdefault(word, set()).add(tag)

    def of(self, word: str) -> set[Tag]:
        """Every tag whose entries hold a canonical word."""
        tags = set(self.exact.get(word, ()))
        for end in range(2, len(word) + 1):
            tags |= self.beginnings.get(word[:end], set())
        for start in range(2, len(word) - 2):
            tags |= self.endings.get(word[start:], set())
        return tags or self._forgive(word)

    def phrases_in(self, tokens: tuple[str, ...]) -> Iterator[tuple[int, int, Tag]]:
        """The phrases in a text: where each begins and ends, and its tag."""
        for start in range(len(tokens) - 1):
            if tokens[start] not in self.phrases:
                continue
            for parts, tag in self._begun(tokens[start], tokens[start + 1]):
                end = start + len(parts)
                said = tokens[start:end]
                if len(parts) == _PAIR or said == parts or (parts in self.wild and _matches(said, parts)):
                    yield start, end, tag

    def _begun(self, first: str, second: str) -> tuple[tuple[tuple[str, ...], Tag], ...]:
        """The phrases whose first two words these are."""
        known = self.pairs.get((first, second))
        if known is None:
            known = tuple(entry for entry in self.phrases[first] if _matches((second,), entry[0][1:_PAIR]))
            if len(self.pairs) < _PAIRS_KEPT:
                self.pairs[first, second] = known
        return known

    def _forgive(self, word: str) -> set[Tag]:
        """The tags of the entries one slip away, where the word is none of the language's own."""
        if len(word) < SHORTEST_TYPO - 1 or any(
            word in analyser(language).stop_words for language in CARD_LANGUAGES
        ):
            return set()
        tags: set[Tag] = set()
        for end in range(SHORTEST_TYPO - 1, min(len(word), _LONGEST_TYPO) + 1):
            part = word[:end]
            for entry in {entry for slip in _slips(part) for entry in self.slips.get(slip, ())}:
                if OSA.distance(part, entry, score_cutoff=1) <= 1 and part[0] == entry[0]:
                    tags |= self.beginnings.get(entry, set())
                    if end == len(word):
                        tags |= self.exact.get(entry, set())
        return tags


_LONGEST_TYPO = 20
"""Letters of a word that are compared: no word of danger is longer."""


def _slips(word: str) -> Iterator[str]:
    """The word, and the word without one of its letters: two words one slip apart share one of these."""
    yield word
    for letter in range(len(word)):
        yield word[:letter] + word[letter + 1 :]


_WORDS = Lexicon(WORDS)
_SHORT_IN_CYRILLIC_ONLY = 3


@lru_cache(maxsize=50_000)
def _tags(word: str, *, cyrillic: bool) -> frozenset[Tag]:
    return frozenset(tag for tag in _WORDS.of(word) if _may_be(tag[1], word, cyrillic=cyrillic))


def _may_be(language: str, word: str, *, cyrillic: bool) -> bool:
    """Russian words may be written in Latin letters where they are not short, no others in Cyrillic ones."""
    return (language == "ru") == cyrillic or (language == "ru" and len(word) > _SHORT_IN_CYRILLIC_ONLY)


def _matches(tokens: Sequence[str], parts: Iterable[str]) -> bool:
    parts = tuple(parts)
    return len(tokens) == len(parts) and all(
        token.startswith(part[:-1]) if part.endswith("*") else token == part
        for token, part in zip(tokens, parts, strict=True)
    )
