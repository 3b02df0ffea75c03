"""What can go wrong between a bot and Telegram, on order: which calls, how often, in which way."""

import random
from dataclasses import dataclass, field

from bot.preview.errors import BotApiError, bad_request, forbidden


@dataclass(frozen=True, slots=True)
class Refuse:
    """Answer with this error instead of doing what was asked."""

    error: BotApiError


@dataclass(frozen=True, slots=True)
class Html:
    """Answer as a gateway in front of the Bot API does: an HTML page, the call not handled."""

    status: int = 502


@dataclass(frozen=True, slots=True)
class Reset:
    """Reset the connection; the call is not handled."""


@dataclass(frozen=True, slots=True)
class LoseReply:
    """Handle the call, then close the connection without a reply."""


@dataclass(frozen=True, slots=True)
class Hang:
    """Say nothing for some seconds.

    With `handled` the call is carried out first and its reply comes late. Without, it is carried out
    afterwards, unless the client has hung up by then.
    """

    seconds: float
    handled: bool = False


@dataclass(frozen=True, slots=True)
class Delay:
    """Handle the call this many seconds later; other faults may strike too."""

    seconds: float


Effect = Refuse | Html | Reset | LoseReply | Hang | Delay

BLOCKED = Refuse(forbidden("bot was blocked by the user"))
QUERY_TOO_OLD = Refuse(
    bad_request("query is too old and response timeout expired or query ID is invalid"),
)


def too_many_requests(retry_after: int) -> Refuse:
    """A 429 that asks to wait, in seconds."""
    return Refuse(flood(retry_after))


def flood(retry_after: int) -> BotApiError:
    """Telegram's words for a flood, `retry_after` in seconds."""
    return BotApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)


@dataclass(slots=True)
class Rule:
    """An effect and the calls it strikes.

    Attributes:
        effect: what happens.
        method: name of the one method it strikes, None for all.
        chat_id: the one chat it strikes, None for all.
        probability: share of those calls, 0 to 1.
        times: how often it may still strike, None for ever.
        hits: how often it has struck.
    """

    effect: Effect
    method: str | None = None
    chat_id: int | None = None
    probability: float = 1.0
    times: int | None = None
    hits: int = 0

    def matches(self, method: str, chat_id: str) -> bool:
        """Whether a call is one of those it may strike."""
        return (
            self.times != 0
            and (self.method is None or self.method.lower() == method.lower())
            and (self.chat_id is None or str(self.chat_id) == chat_id)
        )

    def strike(self) -> None:
        """Count a hit."""
        self.hits += 1
        if self.times is not None:
            self.times -= 1


@dataclass(slots=True)
class Faults:
    """The rules in force, asked in the order they were added; the same seed strikes the same calls."""

    seed: int = 0
    rules: list[Rule] = field(default_factory=list)
    _random: random.Random = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)  # noqa: S311 - repeatable chance is the point

    def add(
        self,
        effect: Effect,
        *,
        method: str | None = None,
        chat_id: int | None = None,
        probability: float = 1.0,
        times: int | None = None,
    ) -> Rule:
        """Put a rule in force; its `hits` tell how often it struck."""
        rule = Rule(effect, method, chat_id, probability, times)
        self.rules.append(rule)
        return rule

    def remove(self, rule: Rule) -> None:
        """Take one rule out of force."""
        self.rules.remove(rule)

    def clear(self) -> None:
        """Let everything work again."""
        self.rules.clear()

    def strike(self, method: str, chat_id: str) -> tuple[float, Effect | None]:
        """What befalls a call: seconds of delay, and the first other effect that strikes."""
        delay = 0.0
        for rule in self.rules:
            if not rule.matches(method, chat_id) or self._random.random() >= rule.probability:
                continue
            rule.strike()
            if not isinstance(rule.effect, Delay):
                return delay, rule.effect
            delay += rule.effect.seconds
        return delay, None
