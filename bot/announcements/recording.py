"""What `announce` and `announce edit` write into the ledger, and what they ask before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.announcements.following import until_told, when
from bot.announcements.ledger import Command
from bot.announcements.message import Attachment, NoMessageError, content
from bot.announcements.requested import Order
from bot.confirming import FAILED, confirm, say, stop
from corpus.reading.folder import read_corpus
from storage.announcements import contents, drafts, quiet_hours, repetitions, steering, views
from storage.announcements.audiences import AudienceError, Scope
from storage.announcements.contents import Content
from storage.announcements.repetitions import Twin
from storage.announcements.selecting import Headcount
from storage.announcements.views import Announcement
from storage.database import Database

RECENTLY = timedelta(hours=1)
"""So long nearly the same text is told as a repetition."""


def record(command: Command, order: Order, *, yes: bool) -> int:
    """Ask, and write an announcement into the ledger; gives its number.

    Raises:
        AudienceError: there is no such audience.
    """

    async def recorded(database: Database) -> int:
        number = await _drafted(command, database, order)
        scope, count = _scope(command, order, number), None
        try:
            async with database.reading() as session:
                one = await views.get(session, number)
                counted = await drafts.headcount(session, order.composed.audience, scope)
                twin = await repetitions.nearly_the_same(session, number, since=command.now() - RECENTLY)
            assert one is not None  # noqa: S101  # just written
            _ask(command, one, counted, twin, yes=yes)
            urgent = one.urgent or _asked_in_quiet_hours(command, one, yes=yes)
            async with database.session() as session:
                now = command.now()
                if urgent != one.urgent:
                    await steering.change(session, number, {"urgent": urgent}, by=None, now=now)
                token = await drafts.offer(session, number)
                count = await drafts.confirm(session, number, token=token, by=None, scope=scope, now=now)
        finally:
            if not count:
                async with database.session() as session:
                    await drafts.discard(session, number)
        if not count:
            stop("The audience has become empty: nothing was recorded.", status=FAILED)
        return number

    return command.run(recorded)


async def _drafted(command: Command, database: Database, order: Order) -> int:
    async with database.session() as session:
        number = await drafts.draft(session, order.composed, author=None, now=command.now())
        if file := order.attachment:
            await contents.attach(session, number, name=file.name, content=file.content)
        await drafts.list_chats(session, number, order.chats)
    return number


def _scope(command: Command, order: Order, number: int) -> Scope:
    organisers = command.settings.organisers
    of_theme = order.composed.audience.startswith("theme=")
    themes = read_corpus(command.folder).documents_by_theme if of_theme else {}
    return Scope(number, organisers[0] if organisers else None, themes)


def _ask(command: Command, one: Announcement, count: Headcount, twin: Twin | None, *, yes: bool) -> None:
    if one.audience.startswith("chat=") and not count.total:
        raise AudienceError(
            f"The bot knows no chat {one.audience.removeprefix('chat=')}: expected a person who wrote to it, "
            "or a group or channel that an organiser added it to."
        )
    reasons = {"muted": count.muted, "can't be reached (blocked or gone)": count.unreachable}
    left_out = ", ".join(f"{number:,} {reason}" for reason, number in reasons.items() if number)
    told = f"To {one.place or one.audience}: {count.reached:,} get it"
    told += f"; left out: {left_out}." if left_out else "."
    if not count.reached:
        stop(f"{told} Nothing was recorded.", status=FAILED)
    say(told)
    if one.until:
        say(until_told(one, command.zone))
    if twin:
        happened = "went out within the last hour" if twin.sent else "waits to go out"
        say(f"Nearly the same text {happened}: announcement {twin.announcement}.")
    confirm(f"Send it to {count.reached:,} {when(one, command.zone)}?", yes=yes)


def _asked_in_quiet_hours(command: Command, one: Announcement, *, yes: bool) -> bool:
    """Then *now* is a choice of its own; what is scheduled waits for their end by itself."""
    if one.starts_at or not quiet_hours.is_quiet(command.now(), command.zone):
        return False
    say("These are quiet hours at the event (22 to 8).")
    confirm("Send it now all the same?", yes=yes)
    return True


@dataclass(frozen=True, slots=True)
class Change:
    """Other texts for an announcement, and a reply to those who have it."""

    contents: Sequence[Content]
    reply: Content | None


def change(
    command: Command, number: int, text_by_language: Mapping[str, str], reply: str | None, *, html: bool
) -> Change:
    """Check other texts for an announcement.

    Raises:
        NoMessageError: Telegram would not take them, or it has none in such a language.
    """
    one, _ = command.run(lambda database: command.state(database, number))
    before = {content.language: content for content in one.contents}
    if not before:
        raise NoMessageError(f"Announcement {number} has a text for each person, which can't be changed.")
    if len(before) == len(text_by_language) == 1 and "" in text_by_language:
        text_by_language = dict.fromkeys(before, text_by_language[""])  # the only one it has
    if missing := text_by_language.keys() - before.keys():
        wrong, has = (", ".join(map(_option, sorted(languages))) for languages in (missing, before))
        raise NoMessageError(f"Announcement {number} has no {wrong}: it was made with {has}.")
    changed = [_saying(before[language], text, html=html) for language, text in text_by_language.items()]
    return Change(changed, content(reply, html=html) if reply else None)


def edit(command: Command, number: int, change: Change) -> int:
    """Write a change into the ledger; gives how many get a reply."""

    async def edited(database: Database) -> int:
        async with database.session() as session:
            now = command.now()
            if not await steering.edit(session, number, change.contents, by=None, now=now):
                stop(f"Announcement {number} was withdrawn.", status=FAILED)
            if change.reply is None:
                return 0
            return await steering.correct(session, number, [change.reply], by=None, now=now)

    return command.run(edited)


def _option(language: str) -> str:
    return f"--text-{language}" if language else "--text"


def _saying(before: Content, text: str, *, html: bool) -> Content:
    kind = before.method.removeprefix("send").lower()
    media = None if "text" in before.parameters else Attachment(kind, "", b"")
    said = content(text, html=html, attachment=media)
    return before.saying(said.text, said.entities)
