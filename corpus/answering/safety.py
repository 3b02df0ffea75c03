"""Telling a person in danger from one who asks: before any search, in English, Azerbaijani, Russian, Turkish.

An emergency missed is worse than a card too many, and a wrong step worse than a step not taken: doubt
between the two cards gives *inside*. What is asked by trade (methods, machines, figures) passes.
"""

from dataclasses import dataclass

from corpus.answering.danger import Message, language_of, read, windows
from corpus.workshop import CardKind

WINDOW = 40
"""Words read together; two or three sentences."""
LONGEST = 8_000
"""Characters read at each end of a text: a pasted page hides no cry for help at its start or end."""
SHORT = 8
"""Words of a message that may do without a verb: "grenade in the garden"."""


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
    if not message.has("object", "thing", "field", "click", "blast", "step"):
        return None
    found = {kind for window in windows(message, size=WINDOW, step=WINDOW // 2) if (kind := _judge(window))}
    for kind in ("inside", "found", "refusal"):
        if kind in found:
            return Alarm(kind, language_of(text, message))
    return None


def _judge(message: Message) -> CardKind | None:
    signs = _Signs(message)
    if signs.is_inside:
        return "inside"
    if signs.asks_recipe and message.has("make"):
        return "refusal"
    if signs.is_found:
        return "found"
    return "refusal" if signs.asks_recipe else None


_REQUESTS = (
    "can you tell me", "could you tell me", "please tell me", "tell me", "can you", "could you", "would you", "please",
    "i want to know", "i would like to know", "id like to know", "i would like to", "i want to learn", "show me",
    "can we", "do we", "do you know", "i have a question", "my question is", "we want to know", "i am interested in",
    "ia hochu uznat", "ia hotel bi", "hochu uznat", "skazhite", "rasskazhite mne", "mne interesno", "podskazhite",
    "mene deiin", "mene de", "bilmek isteirem", "siz", "bana soile", "bilmek istiorum",
)  # fmt: skip
"""Politeness in front of a question, in the matcher's spelling: its `me` is no person in danger."""
_GOLD = frozenset("gold coal salt diamond copper data bitcoin crypto silver sea egg nut bash bath oil".split())
_AFTER = frozenset(("on", "onto", "over", "in", "na"))


class _Signs:
    """What the tags of one stretch of text add up to."""

    def __init__(self, message: Message) -> None:
        self.message = message
        self.objects = [position for position in message.at("object") if self._explodes(position)]
        self.vague = message.has("thing") and message.has("suspect")
        self.threats = self.objects or (message.at("thing") if self.vague else [])
        self.lead = self._lead()
        self.asks = bool({"asks"} & {tag for tag, _ in message.signs[self.lead]}) if message.tokens else False
        self.self_at = [position for position in message.at("self") if position >= self.lead]
        self.by_trade = message.has("trade")
        self.one = bool(self.threats) and any(position not in message.at("plural") for position in self.threats)

    @property
    def is_inside(self) -> bool:
        """In a mined place, on a mine, or beside somebody just hurt by one."""
        return self._stands_on_it or self._heard_a_click or self._is_in_a_field or self._saw_a_blast

    @property
    def is_found(self) -> bool:
        """Something that may explode was met, or is about to be."""
        if not self.threats or (self.message.has("counts") and not self.message.has("help")):
            return False
        if self.message.has("help") and not (self.by_trade and self.asks and not self.self_at):
            return True
        if self._is_supposed:
            return True
        return not self.message.has("media") and (self._met_it or self._is_there or self._is_named)

    @property
    def asks_recipe(self) -> bool:
        """How to build, arm, move or defuse it."""
        message = self.message
        if not self.objects:
            return False
        verbs = ["make"]
        if not self.by_trade:
            verbs.append("defuse")
            if self.one or "i" in message.tokens:
                verbs.append("shift")
        close = [verb for verb in verbs if self._acts_on_it(verb)]
        asked = message.has("howto") or (len(message.tokens) <= SHORT // 2 and not self.asks)
        return bool(close) and asked

    @property
    def _stands_on_it(self) -> bool:
        message = self.message
        if self.asks and not self.self_at and not message.has("help"):
            return False
        if not (self.self_at or message.has("someone", "help") or not self.asks):
            return False
        on = [position for position in message.at("step") if self._carries_a_threat(position)]
        return bool(on)

    def _carries_a_threat(self, step: int) -> bool:
        """Whether a threat lies where the foot is: after "standing on", on either side of the rest."""
        after_only = self.message.tokens[step] in _AFTER
        for threat in (*self.threats, *self.message.at("thing"), *self.message.at("field")):
            distance = threat - step
            if 0 < distance <= 4 or (not after_only and self._ends_free(step) and -6 <= distance < 0):  # noqa: PLR2004
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
        if not self.message.has("field") or (self.asks and not self.self_at):
            return False
        if self.asks and self.by_trade and not self.message.has("help"):
            return False
        return self.message.has("being", "help", "someone") or bool(self.self_at)

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
    def _is_supposed(self) -> bool:
        """ "if you find a mine": the advice is due before it happens."""
        supposing = self.message.at("supposing")
        met = [*self.message.at("meets"), *self.message.at("met")]
        return bool(supposing and met) and not self.by_trade

    @property
    def _met_it(self) -> bool:
        message = self.message
        close = message.near("met", self.threats, within=8)
        if close and self.self_at and not (self.asks and self.by_trade):
            return True
        if close and not self._asks_anywhere and not self.by_trade and (self.one or message.has("place")):
            return True
        sees = any(position - 1 in message.at("self") or position - 2 in message.at("self") for position in message.at("meets"))
        return sees and self.one and not self.asks and not self.by_trade

    @property
    def _is_there(self) -> bool:
        """ "there is a shell in the field", "grenade in the garden", "a strange thing in my yard"."""
        message = self.message
        if self.by_trade:
            return False
        if self._at_home:
            return True
        if self._asks_anywhere:
            return False
        if message.has("there") and (message.has("place") or bool(self.self_at) or self.one):
            return True
        return self.one and message.has("place") and len(message.tokens) <= SHORT

    @property
    def _at_home(self) -> bool:
        """My garden, our field: next to one another, whatever is asked about it."""
        return self.one and any(
            place - 2 <= person < place or place == person
            for place in self.message.at("place")
            for person in self.self_at
        )

    @property
    def _is_named(self) -> bool:
        """ "is this a mine", "looks like a grenade"."""
        pointing = self.message.tokens[self.lead] in ("is", "could", "can", "eto")
        return self.message.has("looks") and self.one and (not self.asks or pointing) and not self.by_trade

    @property
    def _asks_anywhere(self) -> bool:
        """A question word at its head, or anywhere in the languages that put it before the verb."""
        if self.asks:
            return True
        return any(("asks", language) in tags for tags in self.message.signs for language in ("az", "tr", "ru"))

    def _acts_on_it(self, verb: str) -> bool:
        media = self.message.at("media")
        return any(
            abs(thing - act) <= 6 and not any(min(act, thing) < between < max(act, thing) for between in media)  # noqa: PLR2004
            for act in self.message.at(verb)
            for thing in self.objects
        )

    def _explodes(self, position: int) -> bool:
        """`mine` in "mine action", "a friend of mine" and "gold mine" is none."""
        tokens, signs = self.message.tokens, self.message.signs
        if position + 1 < len(tokens) and "compound" in {tag for tag, _ in signs[position + 1]}:
            return False
        before = tokens[position - 1] if position else ""
        if before in _GOLD:
            return False
        return not (tokens[position] == "mine" and before == "of")

    def _lead(self) -> int:
        """Where the message begins after its politeness."""
        said = " ".join(self.message.tokens)
        start = 0
        while found := next((polite for polite in _REQUESTS if said[start:].startswith(f"{polite} ")), None):
            start += len(found) + 1
        return min(len(said[:start].split()), max(len(self.message.tokens) - 1, 0))
