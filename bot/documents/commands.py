"""The commands `corpus …` that keep and publish the documents."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer()

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])]


@app.command()
def add(
    files: Annotated[
        list[Path],
        typer.Argument(help="Markdown, PDF, Word, slides, a table, HTML or text.", metavar="FILE…"),
    ],
    *,
    title: Annotated[str | None, typer.Option(help="Where the file has none.")] = None,
    theme: Annotated[str | None, typer.Option(help="One of workshop.yaml's.")] = None,
    language: Annotated[str | None, typer.Option(help="A code such as en.")] = None,
    date: Day = None,
    review: Day = None,
    path: Annotated[
        str | None, typer.Option(help="Where it lies among the documents, such as en/maps.md.")
    ] = None,
) -> None:
    """Take files into the draft of the next version."""
    from bot.documents.acting import Keeping
    from corpus.reading.converting import Facts

    facts = Facts(
        title=title,
        theme=theme,
        language=language,
        date=date.date() if date else None,
        review=review.date() if review else None,
    )
    Keeping().add(files, facts, path=path)


@app.command()
def remove(
    paths: Annotated[list[str], typer.Argument(help="As `corpus list` shows them.", metavar="PATH…")],
) -> None:
    """Take documents out of the draft of the next version."""
    from bot.documents.acting import Keeping

    Keeping().remove(paths)


@app.command()
def discard(
    path: Annotated[str | None, typer.Argument(help="Of one change; else all.", metavar="[PATH]")] = None,
    *,
    yes: Yes = False,
) -> None:
    """Drop what was drafted."""
    from bot.documents.acting import Keeping

    Keeping().discard(path, yes=yes)


@app.command("diff")
def diff_(
    folder: Annotated[Path | None, typer.Argument(help="Else the draft.", metavar="[DIR]")] = None,
    *,
    json: Json = False,
) -> None:
    """Say what the draft, or a folder, would change."""
    from bot.documents.acting import Keeping

    Keeping().diff(folder, as_json=json)


@app.command()
def publish(
    folder: Annotated[Path | None, typer.Argument(help="Else the draft.", metavar="[DIR]")] = None,
    *,
    yes: Yes = False,
    override: Annotated[
        list[str] | None, typer.Option(help="A golden question that may be lost.", metavar="ID")
    ] = None,
    reason: Annotated[
        list[str] | None, typer.Option(help="Why; one for each, or one for all.", metavar="TEXT")
    ] = None,
    tell: Annotated[
        bool, typer.Option("--tell/--no-tell", help="Whether those whom it concerns hear of it.")
    ] = True,
) -> None:
    """Put the draft, or what changed in a folder, in service, if no golden question is lost."""
    from bot.documents.acting import Keeping

    Keeping().publish(folder, yes=yes, overridden=override or [], reasons=reason or [], tell=tell)


@app.command()
def versions(*, json: Json = False) -> None:
    """What was published, the newest first."""
    from bot.documents.acting import Keeping

    Keeping().versions(as_json=json)


@app.command()
def rollback(
    version: Annotated[int, typer.Argument(help="As `corpus versions` shows it.", metavar="N")],
    *,
    yes: Yes = False,
) -> None:
    """Serve an earlier version again."""
    from bot.documents.acting import Keeping

    Keeping().rollback(version, yes=yes)


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(help="Made where it is not there.", metavar="DIR")],
    *,
    yes: Yes = False,
) -> None:
    """Write the documents that are served into a folder."""
    from bot.documents.acting import Keeping

    Keeping().export(folder, yes=yes)


@app.command("list")
def list_(*, json: Json = False) -> None:
    """The documents that are served."""
    from bot.documents.acting import listed

    print(listed(as_json=json))
