"""Telling a person in danger from one who asks: before any search, in English, Azerbaijani, Russian, Turkish.

An emergency missed is worse than a card too many, and a wrong step worse than a step not taken: doubt
between the two cards gives *inside*. What is asked by trade (methods, machines, figures) passes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.answering.danger import Message, canonical, language_of, read, spoken, windows
from corpus.answering.evidence import weigh
from corpus.workshop import CardKind

WINDOW = 40
"""Words read together; two or three sentences."""
LAST_WORDS = 8
"""Words at the end of a long text that are also read by themselves: a cry after other talk."""
LONGEST = 8_000
"""Characters read at each end of a text: a pasted page hides no cry for help at its start or end."""
SHORT = 4
"""Words of a message that asks for a recipe without asking: "bomb making"."""
NEED = 3
"""The weight of signs from which a person is in need: one strong sign and one weak, or a cry for help."""
NEED_IF_VAGUE = 4
"""The same where nothing is named that explodes: "a strange thing with wires"."""
AFTER_A_STEP, BEFORE_A_STEP = 4, 6
"""Words between "stepped on" and what was stepped on; before it in Azerbaijani, Russian and Turkish."""
ON_TO_THING = 3
"""Words from "on" to what lies under the foot."""
FROM_ACT_TO_THING = 5
"""Words between "defuse" and what is to be defused."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """A message that gets a card: which one, and in which language."""

    kind: CardKind
    language: str


def match(text: str) -> Alarm | None:
    """The card a message calls for, or None where it may be searched."""
    if len(text) > 2 * LONGEST:
        return match(text[:LONGEST]) or match(text[-LONGEST:])
    message = read(text)
    language = language_of(text, message)
    known = spoken(message, language)
    stretches = [*windows(known, size=WINDOW, step=WINDOW // 2)]
    if len(known.tokens) > 2 * WINDOW:
        stretches.append(known.part(-LAST_WORDS))
    found = {kind for stretch in stretches if (kind := _decide(stretch, language))}
    kinds: tuple[CardKind, ...] = ("inside", "found", "refusal")
    return next((Alarm(kind, language) for kind in kinds if kind in found), None)


def _decide(message: Message, language: str) -> CardKind | None:
    rule = _judge(message)
    return weigh(message, language, rule) or ("refusal" if rule == "refusal" else None)


def _judge(message: Message) -> CardKind | None:
    signs = _Signs(message)
    if signs.is_inside:
        return "inside"
    asks_recipe = signs.asks_recipe
    if asks_recipe and message.has("make") and not message.has("help"):
        return "refusal"
    if signs.is_found:
        return "found"
    return "refusal" if asks_recipe else None


_REQUESTS = tuple(
    canonical(polite)
    for polite in """
    can you tell me|could you tell me|please tell me|tell me|can you|could you|would you|please|i want to know
    i would like to know|id like to know|i would like to|i want to learn|show me|can we|do we|do you know
    i have a question about|we have a question about|i have a question on|we have a question on
    i have a question|we have a question|my question is|we want to know|i am interested in
    я хочу узнать|я хотел бы узнать|хочу узнать|скажите|расскажите мне|мне интересно|подскажите|у меня вопрос
    у нас вопрос|mənə deyin|bilmək istəyirəm|sualım var|bana söyle|bilmek istiyorum|sorum var
    """.replace("\n", "|").split("|")
    if polite.strip()
)
"""Politeness in front of a question: its `me` is no person in danger."""
_GOLD = frozenset(
    (
        *("gold", "coal", "salt", "diamond", "copper", "data", "bitcoin", "crypto", "silver"),
        *("sea", "egg", "nut", "bash", "bath", "oil", "banio", "ban"),
    )
)
"""Before `mine`, `shell` or `bomb`: another thing altogether."""
_PLEAS = frozenset(("help", "pls", "plz", "please", "sos", "komek", "pomogite", "imdat", "iardim"))
"""Cries that count in a short message, where "help" is no verb of a question."""
_NAMELESS = frozenset(("one", "it", "something", "smth"))
_BETWEEN = frozenset(
    canonical(
        "a an the my this that these those some any old small own up it live real simple anti personnel "
        "vehicle tank improvised hand pipe car nail dirty rusty buried working cheap time apart down home"
    ).split()
)
"""What may stand between "build" and "bomb"."""
_MAY_STAND_BETWEEN = frozenset(("object", "howto", "self", "suspect", "thing", "plural"))
_AFTER = frozenset(("on", "onto", "over", "in", "na"))


class _Signs:
    """What the tags of one stretch of text add up to."""

    def __init__(self, whole: Message) -> None:
        self.message = message = whole.part(_lead(whole))
        self.objects = [position for position in message.at("object") if self._explodes(position)]
        self.vague = any(thing != sign for thing in message.at("thing") for sign in message.at("suspect"))
        self.threats = self.objects or (message.at("thing") if self.vague else [])
        self.asks = 0 in message.at("asks") and not self._points_at_it
        self.self_at = message.at("self")
        self.by_trade = message.has("trade")
        self.one = bool(self.threats) and any(
            position not in message.at("plural") for position in self.threats
        )

    @property
    def is_inside(self) -> bool:
        """In a mined place, on a mine, or beside somebody just hurt by one."""
        return (
            self._is_on_it
            or self._stands_on_it
            or self._is_lost_among_them
            or self._heard_a_click
            or self._is_in_a_field
            or self._is_among_them
            or self._saw_a_blast
        )

    @property
    def is_found(self) -> bool:
        """Something that may explode was met, or is about to be: a person's need outweighs a trade's."""
        need = sum(weight for weight, there in self._signs_of_need() if there)
        return bool(self.threats) and need >= (NEED if self.objects else NEED_IF_VAGUE)

    def _signs_of_need(self) -> Iterator[tuple[int, bool]]:
        has = self.message.has
        asks = self.asks or (self._asks_later and not has("help"))
        short = len(self.message.tokens) <= 2 * SHORT
        yield 3, has("help")
        yield 3, short and not (self.asks or self.by_trade) and bool(_PLEAS & set(self.message.tokens))
        yield 2, self.message.exclaims and short and not asks
        yield 2, bool(self.self_at)
        yield 2, self.message.near("met", self.threats, within=10)
        yield 2, self._meets_it
        yield 2, has("supposing") and has("met", "meets")
        yield 2, has("there")
        yield 2, has("looks") or self._points_at_it
        yield 1, has("place") and not has("field")
        yield 1, has("someone")
        yield 1, self.one
        yield 1, not asks
        yield -1, asks
        yield -1, not self.one
        yield -2, has("media")
        yield -2, self.by_trade
        yield -2, len(self.message.at("trade")) > 1
        yield -4, has("counts")

    @property
    def asks_recipe(self) -> bool:
        """How to build, arm, move or defuse it: the verb has to govern the thing."""
        message = self.message
        verbs = ["make"]
        if not self.by_trade and not message.has("passive"):
            verbs.append("defuse")
            if self.one or "i" in message.tokens:
                verbs.append("shift")
        asked = message.has("howto", "passive") or (len(message.tokens) <= SHORT and not self.asks)
        return asked and any(self._governs(verb) for verb in verbs)

    def _governs(self, verb: str) -> bool:
        """Whether nothing but articles, adjectives and the asking itself stands between verb and thing."""
        signs, tokens = self.message.signs, self.message.tokens
        return any(
            abs(thing - act) <= FROM_ACT_TO_THING
            and all(
                tokens[between] in _BETWEEN or any(tag in _MAY_STAND_BETWEEN for tag, _ in signs[between])
                for between in range(min(act, thing) + 1, max(act, thing))
            )
            for act in self.message.at(verb)
            for thing in self.objects
            if tokens[act + 1 : act + 2] != ("safe",)
        )

    @property
    def _is_on_it(self) -> bool:
        """A person, "on", and the thing right behind: "I am on a mine"."""
        message = self.message
        if self.asks and not self.self_at:
            return False
        named = set(self.objects) & set(message.at("on"))  # one word says it all: "minadayam"
        foot = message.near("underfoot", self.objects, within=3) and bool(self.self_at) and not self.by_trade
        behind = any(0 < thing - here <= ON_TO_THING for here in message.at("on") for thing in self.objects)
        first = message.tokens[:1] == ("on",) and len(message.tokens) <= 2 * SHORT and self.one
        return bool(named) or behind or first or foot

    @property
    def _is_lost_among_them(self) -> bool:
        threatened = bool(self.objects) or self.message.has("field")
        return self.message.has("lost") and threatened and not self.by_trade

    @property
    def _points_at_it(self) -> bool:
        """A question about what lies there: "is this a mine", "is there a grenade"."""
        return self.message.tokens[:1] in (("is",), ("are",), ("est",)) and self.message.tokens[1:2] in (
            ("this",), ("that",), ("it",), ("these",), ("there",), ("li",),
        )  # fmt: skip

    @property
    def _stands_on_it(self) -> bool:
        message = self.message
        if self.asks and not self.self_at and not message.has("help"):
            return False
        return any(self._carries_a_threat(position) for position in message.at("step"))

    def _carries_a_threat(self, step: int) -> bool:
        """Whether a threat lies where the foot is: after "standing on", on either side of the rest."""
        if self.message.tokens[step] in _NAMELESS and (self.self_at or self.message.has("someone")):
            return True
        after_only = self.message.tokens[step] in _AFTER
        for threat in (*self.threats, *self.message.at("thing"), *self.message.at("field")):
            distance = threat - step
            before = not after_only and self._ends_free(step) and -BEFORE_A_STEP <= distance < 0
            if 0 < distance <= AFTER_A_STEP or before:
                return True
        return False

    def _ends_free(self, step: int) -> bool:
        """Whether the phrase around a step goes on to what is stepped on ("standing on …")."""
        following = self.message.tokens[step + 1 : step + 2]
        return not (following and following[0] in _AFTER)

    @property
    def _heard_a_click(self) -> bool:
        return self.message.has("click") and (
            self.message.has("underfoot", "step") or bool(self.objects) or self.message.has("field")
        )

    @property
    def _is_in_a_field(self) -> bool:
        if not self.message.has("field") or (
            self.asks and not self.self_at and not self.message.has("being")
        ):
            return False
        if self.by_trade and not self.message.has("help"):
            return False
        return self.message.has("being", "help", "someone") or bool(self.self_at)

    @property
    def _is_among_them(self) -> bool:
        message = self.message
        if not message.has("around") or not (self.objects or message.has("field")) or self.by_trade:
            return False
        return bool(self.self_at) or message.has("being", "help", "met")

    @property
    def _saw_a_blast(self) -> bool:
        message = self.message
        if (self.asks and not self.self_at) or message.has("media", "counts"):
            return False
        person = bool(self.self_at) or message.has("someone", "help", "hurt")
        if message.has("blast"):
            return person and not self.by_trade
        hurt = message.has("hurt") and bool(self.objects) and self.one
        return hurt and (bool(self.self_at) or message.has("someone", "help")) and not self.by_trade

    @property
    def _meets_it(self) -> bool:
        """The present, as in "I see" or "if you find", counts only right after a person."""
        people = set(self.message.at("self"))
        return any({here - 1, here - 2} & people for here in self.message.at("meets"))

    @property
    def _asks_later(self) -> bool:
        """A question word further on, as in the languages that put it before the verb."""
        things = self.message.at("thing")  # "что-то" is a thing, not a question
        return any(
            ("asks", language) in tags and position not in things
            for position, tags in enumerate(self.message.signs)
            for language in ("az", "tr", "ru")
        )

    def _explodes(self, position: int) -> bool:
        """`mine` in "mine action", "a friend of mine" and "gold mine" is none."""
        tokens = self.message.tokens
        if position + 1 in self.message.at("compound"):
            return False
        before = tokens[position - 1] if position else ""
        if before in _GOLD:
            return False
        return not (tokens[position] == "mine" and before == "of")


def _lead(message: Message) -> int:
    """Where the message begins after its politeness."""
    said = " ".join(message.tokens)
    start = 0
    while found := next((polite for polite in _REQUESTS if said[start:].startswith(f"{polite} ")), None):
        start += len(found) + 1
    return min(len(said[:start].split()), max(len(message.tokens) - 1, 0))
