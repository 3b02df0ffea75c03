"""The commands `announce …`: they record; the running bot sends."""

import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    help="Compose, schedule, follow, correct and withdraw an announcement.", invoke_without_command=True
)

Number = Annotated[int, typer.Argument(help="The number of the announcement.", metavar="ID")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]
Html = Annotated[bool, typer.Option("--html", help="The text is HTML as Telegram takes it.")]
Text = Annotated[str | None, typer.Option(help="The text.")]
File = Annotated[Path | None, typer.Option(help="A file with the text.", metavar="FILE")]


@app.callback()
def announce(  # noqa: PLR0913 - its options
    context: typer.Context,
    *,
    text: Text = None,
    file: File = None,
    html: Html = False,
    photo: Annotated[Path | None, typer.Option(help="A JPEG or PNG picture; the text goes under it.")] = None,
    document: Annotated[Path | None, typer.Option(help="A file; the text goes under it.")] = None,
    to: Annotated[
        str, typer.Option(help="everyone, language=az, role=…, theme=…, groups, chat=ID, list=FILE or me.")
    ] = "everyone",
    at: Annotated[
        str | None, typer.Option(help="When, in ISO form; UTC without an offset.", metavar="ISO")
    ] = None,
    until: Annotated[
        str | None, typer.Option(help="Who comes before then gets it, too.", metavar="ISO")
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
    from bot.following import as_json, dumped, told, watch
    from bot.message import attachment, given
    from bot.recording import Command, Order

    command = Command()
    with command.problems_told():
        media = attachment(photo, document)
        order = Order.checked(
            None if media and text is None and file is None else given(text, file),
            html=html,
            attachment=media,
            to=to,
            at=at,
            until=until,
            urgent=urgent,
            now=command.now(),
        )
        number = command.record(order, yes=yes)
        if follow:
            command.run(lambda database: watch(lambda: command.state(database, number)))
        one, progress = command.run(lambda database: command.state(database, number))
    if json:
        print(dumped(as_json(one, progress)))
    elif follow:
        print(told(one, progress))
    else:
        print(f"Announcement {number} is recorded; the running bot sends it. See: announce show {number}")


@app.command("list")
def list_(*, json: Json = False) -> None:
    """The latest announcements, those that wait among them."""
    from bot.following import as_json, dumped, line
    from bot.recording import Command

    found = Command().latest()
    if json:
        print(dumped([as_json(*row) for row in found]))
    else:
        print("\n".join(line(*row) for row in found) or "There are no announcements.")


@app.command()
def show(
    number: Number,
    *,
    json: Json = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print what became of each copy.")] = False,
) -> None:
    """How far an announcement is, and why copies failed."""
    from bot.following import as_json, dumped, told
    from bot.recording import Command

    command = Command()
    one, progress = command.run(lambda database: command.state(database, number))
    if as_csv:
        command.report(number, sys.stdout.buffer)
    else:
        print(dumped(as_json(one, progress)) if json else told(one, progress))


@app.command()
def pause(number: Number) -> None:
    """Hold it; what is under way arrives."""
    from bot.recording import Command
    from storage import announcements

    Command().act(number, announcements.pause, done="is paused", refused="is neither waiting nor being sent")


@app.command()
def resume(number: Number) -> None:
    """Let it go on."""
    from bot.recording import Command
    from storage import announcements

    Command().act(number, announcements.resume, done="goes on", refused="is not paused")


@app.command()
def stop(number: Number, *, yes: Yes = False) -> None:
    """End it; who has no copy yet gets none."""
    from bot.confirming import confirm
    from bot.recording import Command
    from storage import announcements

    confirm(f"Stop announcement {number} for good?", yes=yes)
    Command().act(number, announcements.stop, done="is stopped", refused="is over")


@app.command()
def withdraw(number: Number, *, yes: Yes = False) -> None:
    """Stop it and delete its copies, as far as Telegram lets a bot: for 48 hours."""
    from bot.confirming import confirm
    from bot.recording import Command
    from storage import announcements

    confirm(f"Withdraw announcement {number} and delete its copies?", yes=yes)
    Command().act(number, announcements.withdraw, done="is being withdrawn", refused="can't be withdrawn")


@app.command()
def resend(number: Number, *, yes: Yes = False) -> None:
    """Send it again to those of whom nobody knows whether they have it; some may get it twice."""
    from bot.confirming import confirm
    from bot.recording import Command
    from storage import announcements

    confirm("Some of them may have it already. Send it to them again?", yes=yes)
    again = announcements.resend_unknown
    Command().act(number, again, done="goes out again", refused="has no copies of unknown fate")


@app.command()
def edit(
    number: Number,
    *,
    text: Text = None,
    file: File = None,
    html: Html = False,
    reply: Annotated[
        str | None, typer.Option(help="A short message to all who have it, where the change matters.")
    ] = None,
    yes: Yes = False,
) -> None:
    """Change its text, also in the copies that were sent."""
    from bot.confirming import confirm
    from bot.message import given
    from bot.recording import Command

    command = Command()
    with command.problems_told():
        change = command.change(number, given(text, file), reply, html=html)
        confirm(f"Change announcement {number}, also where it was sent?", yes=yes)
        replies = command.edit(number, change)
    print(f"Announcement {number} is being changed" + (f"; {replies} people get a reply." if reply else "."))
