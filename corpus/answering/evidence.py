"""What speaks for and against an emergency, weighed: for what is told without a word that the rules know.

Each sign counts once or twice, whatever the language; the weights are those of a logistic regression.
"""

from functools import lru_cache

from corpus.answering.danger import Lexicon, Message
from corpus.answering.evidence_weights import CARD, NEED
from corpus.answering.evidence_words import EVIDENCE
from corpus.workshop import CardKind

_LEXICON = Lexicon(EVIDENCE)
_TWICE = frozenset(("shape", "met_it", "spot", "event", "general", "beyond", "ordnance"))
"""Signs that weigh more when they come again."""
_NEEDED = frozenset((
    "ordnance", "rule object", "rule field", "dud", "beyond", "boom", "harm", "rule blast", "rule click",
    "frozen", "rule found", "rule inside", "rule lost", "shape again", "shape and met",
))  # fmt: skip
"""Of these one has to be there: a person in a hurry for something else asks for help, too."""
_SHARED = (
    "object", "plural", "compound", "looks", "met", "self", "place", "there", "help", "field",
    "around", "lost", "click", "blast", "hurt", "someone", "trade", "media", "counts", "asks", "supposing",
)  # fmt: skip
_READ = {"az": ("az", "tr", "ru"), "tr": ("az", "tr", "ru"), "ru": ("ru",), "en": ("en",)}
"""Languages whose words count in a message: Russian ones mix into Azerbaijani."""
_SHORT = 8
_YEAR = 4
_STRAY = 4
"""Letters of a Russian word in Latin text below which it is another language's."""


def weigh(message: Message, language: str, rule: CardKind | None) -> CardKind | None:
    """The card that the evidence calls for, with the verdict of the rules as one piece of it."""
    signs = signs_of(message, language, rule)
    if not signs & _NEEDED or sum(NEED.get(sign, 0.0) for sign in signs) <= 0:
        return None
    return "inside" if sum(CARD.get(sign, 0.0) for sign in signs) > 0 else "found"


def signs_of(message: Message, language: str, rule: CardKind | None) -> set[str]:  # noqa: C901, PLR0912
    """The signs of a stretch of text, by name."""
    seen: set[str] = {"always", f"rule {rule}"}
    tokens = message.tokens
    for token in tokens:
        for tag in _tags(token, language):
            seen.add(f"{tag} again" if tag in seen and tag in _TWICE else tag)
        if len(token) == _YEAR and token.isdigit():
            seen.add("year")
    for _, _, (tag, spoken) in _LEXICON.phrases_in(tokens):
        if spoken in _READ[language]:
            seen.add(f"{tag} again" if tag in seen and tag in _TWICE else tag)
    for tag in _SHARED:
        if message.has(tag):
            seen.add(f"rule {tag}")
    if 0 in message.at("asks"):
        seen.add("asks first")
    if len(tokens) <= _SHORT:
        seen.add("short")
    named = bool({"ordnance", "rule object", "rule field"} & seen)
    if named and {"met_it", "rule met"} & seen:
        seen.add("named and met")
    if not named and "shape" not in seen:
        seen.add("nothing named")
    if "shape" in seen and "met_it" in seen:
        seen.add("shape and met")
    if "kin" in seen and ("met_it" in seen or "frozen" in seen):
        seen.add("kin and act")
    if "under" in seen and {"shape", "boom", "frozen"} & seen:
        seen.add("under and more")
    if "beyond" in seen and {"frozen", "now", "asks_help", "boom", "harm"} & seen:
        seen.add("beyond and more")
    if "boom" in seen and "harm" in seen:
        seen.add("boom and harm")
    return seen


@lru_cache(maxsize=50_000)
def _tags(word: str, language: str) -> frozenset[str]:
    return frozenset(
        tag
        for tag, spoken in _LEXICON.of(word)
        if spoken in _READ[language] and (spoken == language or spoken != "ru" or len(word) > _STRAY)
    )
