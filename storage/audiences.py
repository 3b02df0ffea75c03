"""Who an announcement is for: one registry of audiences, each a selection of chats."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    FromClause,
    Select,
    cast,
    false,
    func,
    literal,
    null,
    or_,
    select,
)

from storage.announcement_tables import CHATS, DELIVERIES, LISTED
from storage.tables import CANDIDATES, PARTICIPANTS, QUESTIONS, Table

ROLES = Table.metadata.tables["roles"]


class AudienceError(ValueError):
    """No audience can be made of what was given; the message is one line that says what is expected."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What an audience may need to know besides the database.

    Attributes:
        announcement: the number of the announcement, for a list.
        author: Telegram id of who sends it, for `me`.
        documents_by_theme: ids of the corpus's documents, for `theme`.
    """

    announcement: int | None = None
    author: int | None = None
    documents_by_theme: Mapping[str, Collection[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Audience:
    """One kind of audience.

    Attributes:
        chats: gives for the value after `=` and the scope a selection made by `people` or `chats`.
        takes: what stands after `=`, for messages; empty for nothing.
        open: whether people who come later belong to it.
    """

    chats: Callable[[str, Scope], Select[Any]]
    takes: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True)
class Headcount:
    """How many an audience has: those who get the announcement, and those left out and why."""

    reached: int
    muted: int
    unreachable: int


LANGUAGE: ColumnElement[str] = func.lower(
    func.coalesce(PARTICIPANTS.c.language, func.substr(PARTICIPANTS.c.language_code, 1, 2))
)
"""Of a person: the one they chose, else their Telegram's, as two letters."""


def people(condition: ColumnElement[bool] | None = None) -> Select[Any]:
    """Participants, those for whom a condition holds."""
    selected = _chats(PARTICIPANTS.c.telegram_id, PARTICIPANTS, PARTICIPANTS.c.unreachable_at.is_not(None))
    return selected if condition is None else selected.where(condition)


def chats(chosen: Select[Any]) -> Select[Any]:
    """Chats, known to the bot or not.

    Args:
        chosen: gives their ids as `id`, and as `message_id` the message to reply to, if there is one.
    """
    base = chosen.subquery()
    known = base.outerjoin(PARTICIPANTS, PARTICIPANTS.c.telegram_id == base.c.id)
    gone = or_(PARTICIPANTS.c.unreachable_at.is_not(None), CHATS.c.unreachable_at.is_not(None))
    joined = known.outerjoin(CHATS, CHATS.c.id == base.c.id)
    return _chats(base.c.id, joined, gone, base.c.get("message_id"))


def _chats(
    chat_id: ColumnElement[int],
    source: FromClause,
    unreachable: ColumnElement[bool],
    reply_to: ColumnElement[int] | None = None,
) -> Select[Any]:
    return select(
        chat_id.label("chat_id"),
        LANGUAGE.label("language"),
        (cast(null(), BigInteger) if reply_to is None else reply_to).label("reply_to"),
        PARTICIPANTS.c.id.label("participant"),
        PARTICIPANTS.c.muted_at.is_not(None).label("muted"),
        unreachable.label("unreachable"),
    ).select_from(source)


def _of_language(value: str, _scope: Scope) -> Select[Any]:
    return people(LANGUAGE == value.lower())  # noqa: SIM300  # the other way round is no SQL


def _of_role(value: str, _scope: Scope) -> Select[Any]:
    return chats(select(ROLES.c.telegram_id.label("id")).where(ROLES.c.role == value).distinct())


def _of_theme(value: str, scope: Scope) -> Select[Any]:
    if value not in scope.documents_by_theme:
        known = ", ".join(sorted(scope.documents_by_theme)) or "none"
        raise AudienceError(f"There is no theme {value!r}: expected one of {known}.")
    documents = scope.documents_by_theme[value]
    of_theme = or_(false(), *(CANDIDATES.c.passage.startswith(f"{document}#") for document in documents))
    asked = (
        select(QUESTIONS.c.participant_id)
        .join(CANDIDATES, CANDIDATES.c.question_id == QUESTIONS.c.id)
        .where(CANDIDATES.c.shown, of_theme)
    )
    return people(PARTICIPANTS.c.id.in_(asked))


def _of_chat(value: str, _scope: Scope) -> Select[Any]:
    return chats(select(literal(chat_id(value), BigInteger).label("id")))


def _of_list(_value: str, scope: Scope) -> Select[Any]:
    return chats(select(LISTED.c.chat_id.label("id")).where(LISTED.c.announcement_id == scope.announcement))


def _of_me(_value: str, scope: Scope) -> Select[Any]:
    if scope.author is None:
        raise AudienceError("Nobody is 'me' here: expected a Telegram id in BOT_ORGANISERS.")
    return chats(select(literal(scope.author, BigInteger).label("id")))


def _of_recipients(value: str, _scope: Scope) -> Select[Any]:
    """Those who have a copy of another announcement, to whom a correction is a reply to it."""
    copies = select(DELIVERIES.c.chat_id.label("id"), DELIVERIES.c.message_id)
    return chats(copies.where(DELIVERIES.c.announcement_id == int(value), DELIVERIES.c.state == "sent"))


AUDIENCES: dict[str, Audience] = {
    "everyone": Audience(lambda _value, _scope: people(), open=True),
    "language": Audience(_of_language, takes="a language such as az", open=True),
    "role": Audience(_of_role, takes="organiser or maintainer"),
    "theme": Audience(_of_theme, takes="a theme of the workshop"),
    "groups": Audience(lambda _value, _scope: chats(select(CHATS.c.id))),
    "chat": Audience(_of_chat, takes="the id of a chat"),
    "list": Audience(_of_list, takes="a file with an id in each line"),
    "me": Audience(_of_me),
    "recipients": Audience(_of_recipients, takes="the number of an announcement"),
}
"""By name. To add an audience, add it here: the command, the chat and the sender take it from here."""


def select_chats(audience: str, scope: Scope) -> Select[Any]:
    """The chats of an audience such as `everyone` or `language=az`, those left out among them.

    Raises:
        AudienceError: there is no such audience.
    """
    kind, value = _parsed(audience)
    return kind.chats(value, scope)


def reached(selected: Select[Any]) -> Select[Any]:
    """Those of a selection who get the announcement: chat, language and the message it replies to."""
    found = selected.subquery()
    return select(found.c.chat_id, found.c.language, found.c.reply_to, found.c.participant).where(
        ~found.c.muted, ~found.c.unreachable
    )


def headcount(selected: Select[Any]) -> Select[Any]:
    """A row of three numbers, as in `Headcount`."""
    found = selected.subquery()
    unreachable, muted = found.c.unreachable, found.c.muted
    counted: list[Any] = [~muted & ~unreachable, muted & ~unreachable, unreachable]
    counts: Any = [func.count().filter(condition) for condition in counted]
    return select(*counts).select_from(found)


def is_open(audience: str) -> bool:
    """Whether people who come later belong to an audience."""
    return _parsed(audience)[0].open


def chat_id(text: str) -> int:
    """A chat's id; negative for groups and channels.

    Raises:
        AudienceError: the text is none.
    """
    digits = text.strip().removeprefix("-")
    if not (digits.isascii() and digits.isdecimal() and 0 < int(digits) <= LARGEST_ID):
        raise AudienceError(f"{text.strip()!r} is no id of a chat: expected a number such as 12345678.")
    return int(text)


LARGEST_ID = 2**52
"""Telegram's ids have at most 52 bits."""


def _parsed(audience: str) -> tuple[Audience, str]:
    name, given, value = audience.partition("=")
    kind = AUDIENCES.get(name)
    if kind is None or bool(given) != bool(kind.takes) or bool(given) != bool(value):
        known = ", ".join(f"{known}=…" if one.takes else known for known, one in AUDIENCES.items())
        raise AudienceError(f"There is no audience {audience!r}: expected one of {known}.")
    return kind, value
