"""The commands `announce …`: they record; the running bot sends."""

import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    help="Compose, schedule, follow, correct and withdraw an announcement.", invoke_without_command=True
)

Number = Annotated[
    int, typer.Argument(help="The number of the announcement.", metavar="ID", min=1, max=2**31 - 1)
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]
Html = Annotated[bool, typer.Option("--html", help="The text is HTML as Telegram takes it.")]
Text = Annotated[str | None, typer.Option(help="The text.")]
TextAz = Annotated[str | None, typer.Option("--text-az", help="The text for who speaks Azerbaijani.")]
TextRu = Annotated[str | None, typer.Option("--text-ru", help="The text for who speaks Russian.")]
File = Annotated[Path | None, typer.Option(help="A file with the text.", metavar="FILE")]


@app.callback()
def announce(  # noqa: PLR0913 - its options
    context: typer.Context,
    *,
    text: Text = None,
    text_az: TextAz = None,
    text_ru: TextRu = None,
    file: File = None,
    html: Html = False,
    photo: Annotated[Path | None, typer.Option(help="A JPEG or PNG picture; the text goes under it.")] = None,
    document: Annotated[Path | None, typer.Option(help="A file; the text goes under it.")] = None,
    to: Annotated[
        str, typer.Option(help="everyone, language=az, role=…, theme=…, groups, chat=ID, list=FILE or me.")
    ] = "everyone",
    at: Annotated[
        str | None, typer.Option(help="When, in ISO form; the event's time without an offset.", metavar="ISO")
    ] = None,
    until: Annotated[
        str | None, typer.Option(help="Who comes before then gets it, too; as --at.", metavar="ISO")
    ] = None,
    urgent: Annotated[
        bool, typer.Option("--urgent", help="Also in quiet hours, 22 to 8 at the event.")
    ] = False,
    yes: Yes = False,
    follow: Annotated[bool, typer.Option("--follow", help="Watch until it is sent.")] = False,
    json: Json = False,
) -> None:
    """Record an announcement; the running bot sends it."""
    if context.invoked_subcommand:
        return
    from bot.announcements.following import as_json, dumped, told, until_told, when
    from bot.announcements.ledger import Command
    from bot.announcements.recording import record
    from bot.announcements.requested import Options, Order

    texts = {"": text, "az": text_az, "ru": text_ru}
    options = Options(texts, file, html, photo, document, to, at, until, urgent)
    command = Command()
    with command.problems_told():
        number = record(command, Order.checked(options, now=command.now(), zone=command.zone), yes=yes)
        if follow:
            command.follow(number)
    one, progress = command.run(lambda database: command.state(database, number))
    if json:
        print(dumped(as_json(one, progress, command.zone)))
    elif follow:
        print(told(one, progress, command.zone))
    else:
        said = [f"Announcement {number} is recorded; the running bot sends it {when(one, command.zone)}."]
        if one.until:
            said.append(until_told(one, command.zone))
        print(" ".join((*said, f"See: announce show {number}")))


@app.command("list")
def list_(*, json: Json = False) -> None:
    """The latest announcements, those that wait among them."""
    from bot.announcements.following import as_json, dumped, line
    from bot.announcements.ledger import Command

    command = Command()
    found, zone = command.latest(), command.zone
    if json:
        print(dumped([as_json(*row, zone) for row in found]))
    else:
        print("\n".join(line(*row, zone) for row in found) or "There are no announcements.")


@app.command()
def show(
    number: Number,
    *,
    json: Json = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print what became of each copy.")] = False,
) -> None:
    """How far an announcement is, and why copies failed."""
    from bot.announcements.following import as_json, dumped, told
    from bot.announcements.ledger import Command

    command = Command()
    one, progress = command.run(lambda database: command.state(database, number))
    if as_csv:
        command.report(number, sys.stdout.buffer)
    else:
        zone = command.zone
        print(dumped(as_json(one, progress, zone)) if json else told(one, progress, zone))


@app.command()
def pause(number: Number) -> None:
    """Hold it; what is under way arrives."""
    from bot.announcements.ledger import Command
    from storage.announcements import steering

    Command().act(number, steering.pause, done="is paused", refused="is neither waiting nor being sent")


@app.command()
def resume(number: Number) -> None:
    """Let it go on."""
    from bot.announcements.ledger import Command
    from storage.announcements import steering

    Command().act(number, steering.resume, done="goes on", refused="is not paused")


@app.command()
def stop(number: Number, *, yes: Yes = False) -> None:
    """End it; who has no copy yet gets none."""
    from bot.announcements.ledger import Command
    from bot.confirming import confirm
    from storage.announcements import steering

    confirm(f"Stop announcement {number} for good?", yes=yes)
    Command().act(number, steering.stop, done="is stopped", refused="is over")


@app.command()
def withdraw(number: Number, *, yes: Yes = False) -> None:
    """Stop it and delete its copies, as far as Telegram lets a bot: for 48 hours."""
    from bot.announcements.ledger import Command
    from bot.confirming import confirm
    from storage.announcements import steering

    confirm(f"Withdraw announcement {number} and delete its copies?", yes=yes)
    Command().act(number, steering.withdraw, done="is being withdrawn", refused="can't be withdrawn")


@app.command()
def resend(number: Number, *, yes: Yes = False) -> None:
    """Send it again to those of whom nobody knows whether they have it; some may get it twice."""
    from bot.announcements.ledger import Command
    from bot.confirming import confirm
    from storage.announcements import steering

    confirm("Some of them may have it already. Send it to them again?", yes=yes)
    again = steering.resend_unknown
    Command().act(number, again, done="goes out again", refused="has no copies of unknown fate")


@app.command()
def edit(  # noqa: PLR0913 - its options
    number: Number,
    *,
    text: Text = None,
    text_az: TextAz = None,
    text_ru: TextRu = None,
    file: File = None,
    html: Html = False,
    reply: Annotated[
        str | None, typer.Option(help="A short message to all who have it, where the change matters.")
    ] = None,
    yes: Yes = False,
) -> None:
    """Change its text, also in the copies that were sent; in several languages those that are given."""
    from bot.announcements.ledger import Command
    from bot.announcements.message import texts_given
    from bot.announcements.recording import change as checked
    from bot.announcements.recording import edit as written
    from bot.confirming import confirm

    command = Command()
    with command.problems_told():
        texts = texts_given({"": text, "az": text_az, "ru": text_ru}, file)
        change = checked(command, number, texts, reply, html=html)
        confirm(f"Change announcement {number}, also where it was sent?", yes=yes)
        replies = written(command, number, change)
    print(f"Announcement {number} is being changed" + (f"; {replies} people get a reply." if reply else "."))
