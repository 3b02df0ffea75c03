"""What the commands `announce …` write into the ledger, and what they ask before."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, NoReturn, Self, TypeVar
from zoneinfo import ZoneInfo

import typer
from sqlalchemy.ext.asyncio import AsyncSession

from bot.clock import Clock
from bot.following import State, minute
from bot.message import Attachment, NoMessageError, chat_ids, content
from bot.settings import read_settings
from bot.wiring import build_database, served_folder
from corpus.reading.folder import read_corpus
from corpus.reading.workshop import read_workshop
from storage import announcement_views, announcements
from storage.announcements import Content
from storage.audiences import AUDIENCES, AudienceError, Headcount, Scope
from storage.database import Database, DatabaseTooNew, DatabaseUnavailable

FAILED, WRONG_CALL = 1, 2
RECENTLY = timedelta(hours=1)
"""So long nearly the same text is told as a repetition."""

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Order:
    """An announcement as a command asks for it, checked.

    Attributes:
        content: what is said.
        attachment: the file that goes along.
        audience: to whom.
        chats: the ids, for a list.
        starts_at: when, None for now.
        until: until when those who come later get it.
        urgent: whether it goes out in quiet hours.
    """

    content: Content
    attachment: Attachment | None
    audience: str
    chats: list[int]
    starts_at: datetime | None
    until: datetime | None
    urgent: bool

    @classmethod
    def checked(  # noqa: PLR0913 - the options of the command
        cls,
        text: str | None,
        *,
        html: bool,
        attachment: Attachment | None,
        to: str,
        at: str | None,
        until: str | None,
        urgent: bool,
        now: datetime,
    ) -> Self:
        """Check the options.

        Raises:
            NoMessageError: of the text, the file, the times or the list.
            AudienceError: there is no such audience.
        """
        starts_at, ends_at = _instant(at, "--at"), _instant(until, "--until")
        if starts_at and starts_at < now:
            raise NoMessageError(f"--at is {at}, which is past: it is {minute(now)} now.")
        if ends_at and ends_at <= (starts_at or now):
            raise NoMessageError(f"--until is {until}, which is before it goes out.")
        name, _, value = to.partition("=")
        if name not in AUDIENCES or name == "recipients":
            expected = "everyone, language=…, role=…, theme=…, groups, chat=ID, list=FILE or me"
            raise AudienceError(f"--to is {to!r}: expected {expected}.")
        chats = list(chat_ids(Path(value))) if name == "list" and value else []
        audience = f"list={Path(value).name}" if chats else to
        said = content(text or "", html=html, attachment=attachment)
        return cls(said, attachment, audience, chats, starts_at, ends_at, urgent)


@dataclass(frozen=True, slots=True)
class Change:
    """Another text for an announcement, and a reply to those who have it."""

    content: Content
    reply: Content | None


class Command:
    """One command, over the database and the clock of the settings."""

    def __init__(self) -> None:
        self._settings = read_settings()
        self.now = Clock(self._settings.clock).now

    @contextmanager
    def problems_told(self) -> Iterator[None]:
        """End the command with one line where it asks for what can't be."""
        try:
            yield
        except (NoMessageError, AudienceError) as problem:
            _stop(str(problem), status=WRONG_CALL)

    def run(self, work: Callable[[Database], Awaitable[Result]]) -> Result:
        """Do something with the database."""

        async def opened() -> Result:
            database = build_database(self._settings)
            try:
                await database.migrate()
                return await work(database)
            finally:
                await database.close()

        try:
            return asyncio.run(opened())
        except (DatabaseTooNew, DatabaseUnavailable) as error:
            _stop(str(error), status=FAILED)
        except KeyboardInterrupt:
            _stop("Left; the running bot goes on.", status=FAILED)

    async def state(self, database: Database, number: int) -> State:
        """An announcement and how far it is."""
        async with database.reading() as session:
            one = await announcement_views.get(session, number)
            if one is None:
                _stop(f"There is no announcement {number}.", status=WRONG_CALL)
            return one, await announcement_views.progress(session, number)

    def latest(self) -> list[State]:
        """The latest announcements."""

        async def rows(database: Database) -> list[State]:
            async with database.reading() as session:
                latest = await announcement_views.latest(session)
                return [(one, await announcement_views.progress(session, one.id)) for one in latest]

        return self.run(rows)

    def report(self, number: int, output: IO[bytes]) -> None:
        """What became of each copy, as CSV."""

        async def written(database: Database) -> None:
            async with database.reading() as session:
                async for line in announcement_views.report_lines(session, number):
                    output.write(line)

        self.run(written)

    def act(self, number: int, act: Callable[..., Awaitable[int | bool]], *, done: str, refused: str) -> None:
        """Move an announcement, and say whether it could be."""

        async def acted(database: Database) -> bool:
            await self.state(database, number)
            async with database.session() as session:
                return bool(await act(session, number, by=None, now=self.now()))

        if not self.run(acted):
            _stop(f"Announcement {number} {refused}.", status=FAILED)
        print(f"Announcement {number} {done}.")

    def record(self, order: Order, *, yes: bool) -> int:
        """Ask, and write it into the ledger; gives its number."""
        documents = served_folder(self._settings)
        return self.run(lambda database: self._record(database, order, documents, yes=yes))

    def change(self, number: int, text: str, reply: str | None, *, html: bool) -> Change:
        """Check another text for an announcement.

        Raises:
            NoMessageError: Telegram would not take it.
        """
        one, _ = self.run(lambda database: self.state(database, number))
        if len(one.contents) > 1:
            _stop("It speaks several languages: change it in the chat.", status=WRONG_CALL)
        before = one.contents[0]
        kind = before.method.removeprefix("send").lower()
        media = None if "text" in before.parameters else Attachment(kind, "", b"")
        said = content(text, html=html, attachment=media).parameters
        after = before.saying(
            said.get("text", said.get("caption", "")), said.get("entities", said.get("caption_entities", ()))
        )
        return Change(after, content(reply, html=html) if reply else None)

    def edit(self, number: int, change: Change) -> int:
        """Write a change into the ledger; gives how many get a reply."""

        async def edited(database: Database) -> int:
            async with database.session() as session:
                now = self.now()
                if not await announcements.edit(session, number, [change.content], by=None, now=now):
                    _stop(f"Announcement {number} was withdrawn.", status=FAILED)
                if change.reply is None:
                    return 0
                return await announcements.correct(session, number, [change.reply], by=None, now=now)

        return self.run(edited)

    async def _record(self, database: Database, order: Order, documents: Path, *, yes: bool) -> int:
        number = await self._drafted(database, order)
        scope = self._scope(order, number, documents)
        count: int | None = None
        try:
            async with database.reading() as session:
                counted = await announcements.headcount(session, order.audience, scope)
                twin = await announcements.nearly_the_same(session, number, since=self.now() - RECENTLY)
            _ask(order, counted, twin, yes=yes)
            urgent = order.urgent or self._asked_in_quiet_hours(order, documents, yes=yes)
            async with database.session() as session:
                count = await self._confirmed(session, number, order, scope, urgent=urgent)
        finally:
            if not count:
                async with database.session() as session:
                    await announcements.discard(session, number)
        if not count:
            _stop("The audience has become empty: nothing was recorded.", status=FAILED)
        return number

    async def _drafted(self, database: Database, order: Order) -> int:
        async with database.session() as session:
            number = await announcements.draft(
                session,
                contents=[order.content],
                audience=order.audience,
                author=None,
                now=self.now(),
                starts_at=order.starts_at,
                until=order.until,
                urgent=order.urgent,
            )
            if file := order.attachment:
                await announcements.attach(session, number, name=file.name, content=file.content)
            await announcements.list_chats(session, number, order.chats)
        return number

    async def _confirmed(
        self, session: AsyncSession, number: int, order: Order, scope: Scope, *, urgent: bool
    ) -> int | None:
        now = self.now()
        if urgent != order.urgent:
            times = {"starts_at": order.starts_at, "until": order.until}
            await announcements.change(session, number, by=None, now=now, **times, urgent=urgent)
        token = await announcements.offer(session, number)
        return await announcements.confirm(session, number, token=token, by=None, scope=scope, now=now)

    def _scope(self, order: Order, number: int, documents: Path) -> Scope:
        organisers = self._settings.organisers
        themes = read_corpus(documents).documents_by_theme if order.audience.startswith("theme=") else {}
        return Scope(number, organisers[0] if organisers else None, themes)

    def _asked_in_quiet_hours(self, order: Order, documents: Path, *, yes: bool) -> bool:
        """Then *now* is a choice of its own; what is scheduled waits for their end by itself."""
        zone = ZoneInfo(read_workshop(documents / "workshop.yaml").time_zone)
        if order.starts_at or not announcements.is_quiet(self.now(), zone):
            return False
        _say("These are quiet hours at the event (22 to 8).")
        confirm("Send it now all the same?", yes=yes)
        return True


def confirm(question: str, *, yes: bool) -> None:
    """Ask, unless it was answered beforehand; a no ends the command."""
    if yes:
        return
    if not sys.stdin.isatty():
        _stop("This asks for a confirmation: say --yes.", status=WRONG_CALL)
    if not typer.confirm(question, err=True):
        _stop("Nothing was done.", status=FAILED)


def _ask(order: Order, count: Headcount, twin: int | None, *, yes: bool) -> None:
    reasons = {"muted": count.muted, "can't be reached (blocked or gone)": count.unreachable}
    left_out = ", ".join(f"{number:,} {reason}" for reason, number in reasons.items() if number)
    told = f"To {order.audience}: {count.reached:,} get it" + (
        f"; left out: {left_out}." if left_out else "."
    )
    if not count.reached:
        _stop(f"{told} Nothing was recorded.", status=FAILED)
    _say(told)
    if twin:
        _say(f"Nearly the same text went out within the last hour: announcement {twin}.")
    when = f"at {minute(order.starts_at)}" if order.starts_at else "now"
    confirm(f"Send it to {count.reached:,} {when}?", yes=yes)


def _instant(given: str | None, option: str) -> datetime | None:
    if given is None:
        return None
    try:
        parsed = datetime.fromisoformat(given)
    except ValueError:
        raise NoMessageError(f"{option} is {given!r}: expected ISO such as 2023-11-29T09:00+04:00.") from None
    return parsed.replace(tzinfo=parsed.tzinfo or UTC).astimezone(UTC)


def _say(line: str) -> None:
    print(line, file=sys.stderr)


def _stop(line: str, *, status: int) -> NoReturn:
    print(f"workshop-bot: {line}", file=sys.stderr)
    raise SystemExit(status)
