"""Who an announcement is for: one registry of audiences, by name, each a statement that selects chats.

To add an audience, register its statement, here or in a module of its own that is imported at the start;
the command, the chat and the sender take it from the registry:

    @audience("quiet", takes="a number of days")
    def _unseen(value: str, _scope: Scope) -> Select[Any]:
        since = datetime.now(UTC) - timedelta(days=int(value))
        return people(PARTICIPANTS.c.last_seen_at < since)

`people` selects participants, `chats` any chats whose ids a statement gives. For a fixed list of people with
a text of their own each there is `each`: see `steering.tell_each`.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import BigInteger, Select, String, cast, false, literal, or_, select

from storage.announcements.selecting import LANGUAGE, chats, people
from storage.announcements.tables import CHATS, DELIVERIES, LISTED
from storage.roles import ROLES
from storage.tables import CANDIDATES, PARTICIPANTS, QUESTIONS, Table

HOLDERS = Table.metadata.tables["roles"]
LARGEST_ID = 2**52
"""Telegram's ids have at most 52 bits."""


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


Statement = Callable[[str, Scope], Select[Any]]
"""Gives for the value after `=` and the scope a selection made by `people` or `chats`."""


@dataclass(frozen=True, slots=True)
class Audience:
    """One kind of audience.

    Attributes:
        statement: selects its chats.
        takes: what stands after `=`, for messages; empty for nothing.
        newcomers: whether people who come later belong to it.
        offered: whether it can be asked for; others are for other parts of the bot.
    """

    statement: Statement
    takes: str = ""
    newcomers: bool = False
    offered: bool = True


AUDIENCES: dict[str, Audience] = {}
"""By name, as `audience` registers them."""


def audience(
    name: str, *, takes: str = "", newcomers: bool = False, offered: bool = True
) -> Callable[[Statement], Statement]:
    """Register a statement as an audience; the arguments as in `Audience`."""

    def registered(statement: Statement) -> Statement:
        AUDIENCES[name] = Audience(statement, takes, newcomers, offered)
        return statement

    return registered


@audience("everyone", newcomers=True)
def _everyone(_value: str, _scope: Scope) -> Select[Any]:
    return people()


@audience("language", takes="a language such as az", newcomers=True)
def _of_language(value: str, _scope: Scope) -> Select[Any]:
    if not re.fullmatch("[A-Za-z]{2,3}", value):
        raise AudienceError(f"{value!r} is no language: expected its code, such as az.")
    return people(LANGUAGE == value.lower())  # noqa: SIM300  # the other way round is no SQL


@audience("role", takes="organiser or maintainer")
def _of_role(value: str, _scope: Scope) -> Select[Any]:
    if value not in ROLES:
        raise AudienceError(f"There is no role {value!r}: expected {' or '.join(ROLES)}.")
    return chats(select(HOLDERS.c.telegram_id.label("id")).where(HOLDERS.c.role == value).distinct())


@audience("theme", takes="a theme of the workshop")
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


@audience("groups")
def _groups(_value: str, _scope: Scope) -> Select[Any]:
    return chats(select(CHATS.c.id))


@audience("chat", takes="the id of a chat")
def _of_chat(value: str, _scope: Scope) -> Select[Any]:
    """One the bot knows: a person who wrote to it, or a group or channel an organiser added it to."""
    given = chat_id(value)
    people_ = select(PARTICIPANTS.c.telegram_id.label("id")).where(PARTICIPANTS.c.telegram_id == given)
    known = people_.union(select(CHATS.c.id).where(CHATS.c.id == given)).subquery()
    return chats(select(known.c.id))


@audience("list", takes="a file with an id in each line")
def _of_list(_value: str, scope: Scope) -> Select[Any]:
    return chats(select(LISTED.c.chat_id.label("id")).where(LISTED.c.announcement_id == scope.announcement))


@audience("me")
def _of_me(_value: str, scope: Scope) -> Select[Any]:
    if scope.author is None:
        raise AudienceError("Nobody is 'me' here: expected a Telegram id in BOT_ORGANISERS.")
    return chats(select(literal(scope.author, BigInteger).label("id")))


@audience("recipients", takes="the number of an announcement", offered=False)
def _of_recipients(value: str, _scope: Scope) -> Select[Any]:
    """Those who have a copy of another announcement, to whom a correction is a reply to it."""
    copies = select(DELIVERIES.c.chat_id.label("id"), DELIVERIES.c.message_id)
    return chats(copies.where(DELIVERIES.c.announcement_id == int(value), DELIVERIES.c.state == "sent"))


@audience("each", offered=False)
def _each(_value: str, scope: Scope) -> Select[Any]:
    """Those of a list, each with the content under their own id; they asked for it, so muted ones, too."""
    theirs = select(LISTED.c.chat_id.label("id"), cast(LISTED.c.chat_id, String).label("content"))
    return chats(theirs.where(LISTED.c.announcement_id == scope.announcement), also_muted=True)


def select_chats(audience: str, scope: Scope) -> Select[Any]:
    """The chats of an audience such as `everyone` or `language=az`, those left out among them.

    Raises:
        AudienceError: there is no such audience.
    """
    kind, value = _parsed(audience)
    return kind.statement(value, scope)


def check(audience: str) -> None:
    """See that an audience is one that can be asked for.

    Raises:
        AudienceError: it is not.
    """
    kind, _ = _parsed(audience)
    if not kind.offered:
        raise _no_audience(audience)


def welcomes_newcomers(audience: str) -> bool:
    """Whether people who come later belong to an audience."""
    return _parsed(audience)[0].newcomers


def chat_id(text: str) -> int:
    """A chat's id; negative for groups and channels.

    Raises:
        AudienceError: the text is none.
    """
    digits = text.strip().removeprefix("-")
    few = digits.isascii() and digits.isdecimal() and len(digits) <= len(str(LARGEST_ID))
    if not (few and 0 < int(digits) <= LARGEST_ID):
        shown = text.strip()[:30]
        raise AudienceError(f"{shown!r} is no id of a chat: expected a number such as 12345678.")
    return int(text)


def _parsed(audience: str) -> tuple[Audience, str]:
    name, given, value = audience.partition("=")
    kind = AUDIENCES.get(name)
    if kind is None or bool(given) != bool(kind.takes) or bool(given) != bool(value):
        raise _no_audience(audience)
    return kind, value


def _no_audience(audience: str) -> AudienceError:
    offered = {name: one for name, one in AUDIENCES.items() if one.offered}
    expected = ", ".join(f"{name}=…" if one.takes else name for name, one in offered.items())
    return AudienceError(f"There is no audience {audience!r}: expected {expected}.")
