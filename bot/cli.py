"""The commands; all but `run` work without a token."""

import asyncio
import io
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from bot.announcements.commands import app as announce_app
from bot.documents.commands import app as keeping_app

app = typer.Typer(
    help="A chat assistant for workshops: answers quoted to the letter, with their source.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
corpus_app = typer.Typer(help="The maintainers' side.", no_args_is_help=True)
questions_app = typer.Typer(help="The organisers' side.", no_args_is_help=True)
app.add_typer(corpus_app, name="corpus")
corpus_app.add_typer(keeping_app)
app.add_typer(questions_app, name="questions")
app.add_typer(announce_app, name="announce")

FAILED, WRONG_CALL = 1, 2
"""Exit status: the work failed; the call or a setting is wrong."""


def main() -> None:
    """Run a command; what a person can mend ends it with one line, never a traceback."""
    from bot.settings import SettingsError
    from corpus.reading.problems import CorpusError

    if isinstance(sys.stdout, io.TextIOWrapper):  # half a character in a question must not end the output
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except SettingsError as error:
        _stop(str(error), status=WRONG_CALL)
    except CorpusError as error:
        _stop(str(error), status=FAILED)
    except BrokenPipeError:  # the reader of our output has gone
        sys.stderr.close()
        sys.exit(FAILED)
    except Exception as error:
        from storage.database import DatabaseUnavailable  # costs its import

        if not isinstance(error, DatabaseUnavailable):
            raise
        _stop(str(error), status=FAILED)


@app.command()
def run() -> None:
    """Serve on Telegram, with BOT_TOKEN, until stopped."""
    from bot.settings import read_settings, webhook_address

    settings = read_settings()  # before the imports that take a second
    webhook = webhook_address(settings)
    if settings.token is None:
        _stop("BOT_TOKEN is not set: expected the token from BotFather.", status=WRONG_CALL)

    from bot.courier import Courier
    from bot.documents.reloading import Shelf, follow, follow_published
    from bot.lifecycle import StartFailedError
    from bot.lifecycle import run as serve
    from bot.logs import set_up_logs
    from bot.pacing import FloodControl, SendBudget
    from bot.transport import AiohttpRequest
    from bot.wiring import (
        build_application,
        build_sender,
        build_services,
        index_folder,
        version_folders,
    )
    from storage.database import DatabaseTooNew, DatabaseUnavailable

    token = settings.token.get_secret_value()
    set_up_logs(token, webhook.secret if webhook else "")
    try:
        budget, news = SendBudget(settings.messages_per_second), asyncio.Event()
        flood_control = FloodControl(settings.messages_per_second)
        transport = AiohttpRequest(flood_control=flood_control)
        address = f"{settings.api_url}/bot{token}"
        call = Courier(transport, address, sent=budget.note)
        services = build_services(settings, call=call, wake_sender=news.set)
        sender = build_sender(
            services, address=address, budget=budget, flood_control=flood_control, news=news
        )
        application = build_application(services, token=token, api_url=settings.api_url, transport=transport)
        watch = partial(follow_published, services, version_folders(settings))
        if settings.corpus_dir:
            watch = partial(follow, services, Shelf(settings.corpus_dir, index_folder(settings)))
        asyncio.run(serve(application, services, sender=sender, watch=watch, webhook=webhook))
    except (StartFailedError, DatabaseTooNew, DatabaseUnavailable) as error:
        _stop(str(error), status=FAILED)


@app.command()
def chat(
    language: Annotated[
        str | None, typer.Option(help="The language the bot speaks where yours is unclear.")
    ] = None,
) -> None:
    """Talk in the terminal; nothing is logged."""
    from bot.terminal import converse

    converse(_answerer(), language=language)


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="One question.")] = None,
    *,
    language: Annotated[str | None, typer.Option(help="Where the question's own is unclear.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    batch: Annotated[
        str | None, typer.Option(help="A JSONL file of questions, - for standard input.")
    ] = None,
) -> None:
    """Answer one question, or a file of them; nothing is logged."""
    from bot.terminal import answer_batch, answer_one

    if (question is None) == (batch is None):
        _stop("Give either a question or --batch FILE.", status=WRONG_CALL)
    if question is not None:
        print(answer_one(_answerer(), question, language=language, as_json=json))
        return
    assert batch is not None  # noqa: S101  # said above
    with _opened(batch) as lines:
        for line in answer_batch(_answerer(), lines):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


@app.command()
def why(
    question: Annotated[str, typer.Argument(help="A question.")],
    *,
    expect: Annotated[
        str | None, typer.Option(help="The id of the passage that should answer it.", metavar="PASSAGE")
    ] = None,
) -> None:
    """Say how the answer comes about: words found and not, ranks, the limit that decided."""
    from bot.terminal import explained

    try:
        print(explained(_answerer(), question, expect=expect))
    except LookupError as error:
        _stop(f"{error.args[0]}.", status=WRONG_CALL)


@app.command()
def evaluate(
    path: Annotated[
        Path, typer.Argument(help="A JSONL file of questions with what is expected, or a BEIR folder.")
    ],
    *,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    queries: Annotated[
        str | None, typer.Option(help="Another query file of the BEIR folder.", metavar="FILE")
    ] = None,
    language: Annotated[
        str | None, typer.Option(help="Of the BEIR folder's passages; else found from them.")
    ] = None,
) -> None:
    """Measure the answers on a file of questions, or retrieval on a collection in BEIR's layout."""
    import json as to_json

    from corpus.quality.collections import CollectionError
    from corpus.quality.evaluation import QuestionsError

    if not path.exists():
        _stop(
            f"{path} is not there: expected JSONL, one question a line, or a BEIR folder.", status=WRONG_CALL
        )
    if path.is_file() and (queries or language):
        _stop("--queries and --language go with a BEIR folder.", status=WRONG_CALL)
    try:
        if path.is_dir():
            from bot.measuring import lines, measured

            report = measured(path, queries=queries or "queries.jsonl", language=language)
            shown = lines(report)
        else:
            from bot.terminal import evaluated, table

            report = evaluated(_answerer(), path)
            shown = table(report)
    except (CollectionError, QuestionsError) as error:
        _stop(str(error), status=FAILED)
    print(to_json.dumps(report, ensure_ascii=False, indent=2) if json else shown)


@app.command()
def init(folder: Annotated[Path, typer.Argument(help="A folder that is empty or not there yet.")]) -> None:
    """Write a new workshop's files, with samples and notes, ready to fill in."""
    from corpus.starting import start

    try:
        written = start(folder)
    except FileExistsError as error:
        _stop(f"{error}: expected a folder that is empty or not there yet.", status=WRONG_CALL)
    except OSError as error:
        _stop(f"{folder} can't be written: {error.strerror}.", status=FAILED)
    for path in written:
        print(folder / path)
    print(f"What is left to do: workshop-bot corpus check {folder}")


@corpus_app.command("check")
def check(folder: Annotated[Path, typer.Argument(help="A folder with workshop.yaml and documents.")]) -> None:
    """Say what is wrong or missing in a folder of documents: file, line, remedy; and look at kept indexes."""
    from bot.settings import read_settings
    from bot.wiring import index_folder
    from corpus.answering.indexes import verify
    from corpus.quality.completeness import gaps
    from corpus.reading.folder import read_corpus
    from corpus.starting import to_do

    if not folder.is_dir():
        _stop(f"{folder} is no folder.", status=WRONG_CALL)
    corpus = read_corpus(folder)
    damaged = verify(index_folder(read_settings()))
    problems = [*corpus.problems, *to_do(folder), *gaps(folder, corpus)]
    for problem in (*problems, *damaged):
        print(problem)
    passages = list(corpus.passages)
    print(
        f"{len(corpus.documents)} documents, {len(passages)} passages, {len(corpus.terms)} glossary entries"
    )
    if damaged or not passages or any(problem.fatal for problem in problems):
        raise SystemExit(FAILED)


@corpus_app.command("upkeep")
def upkeep(
    *,
    links: Annotated[bool, typer.Option("--links", help="Look up every web address too.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List what wants a look: out of date, said twice, at odds, disliked, never shown, not answered."""
    import json as to_json

    from bot.clock import Clock
    from bot.documents.upkeep import lists, read_log, show
    from bot.settings import read_settings
    from bot.wiring import build_answerer, build_database
    from storage.database import DatabaseTooNew, DatabaseUnavailable

    settings = read_settings()
    corpus = build_answerer(settings).corpus
    try:
        log = asyncio.run(read_log(build_database(settings)))
    except (DatabaseTooNew, DatabaseUnavailable) as error:
        _stop(str(error), status=FAILED)
    found = lists(corpus, log, today=Clock(settings.clock).now().date(), links=links)
    if json:
        print(to_json.dumps(found, ensure_ascii=False, indent=2))
    else:
        show(found)


@corpus_app.command("calibrate")
def calibrate(
    folder: Annotated[Path, typer.Argument(help="A folder of documents with their questions.jsonl.")],
) -> None:
    """Measure how sure an answer has to be over these documents, and keep it beside them."""
    from bot.measuring import kept_limits
    from corpus.quality.calibration import CalibrationError
    from corpus.quality.evaluation import QuestionsError

    if not folder.is_dir():
        _stop(f"{folder} is no folder.", status=WRONG_CALL)
    try:
        print(kept_limits(folder))
    except (CalibrationError, QuestionsError) as error:
        _stop(str(error), status=FAILED)


@questions_app.command("export")
def export(
    export_format: Annotated[str, typer.Option("--format", help="csv or jsonl.")] = "csv",
    *,
    since: Annotated[datetime | None, typer.Option(help="From this day on, UTC.")] = None,
    until: Annotated[datetime | None, typer.Option(help="Before this day, UTC.")] = None,
) -> None:
    """Print the log of questions, oldest first."""
    from bot.settings import read_settings
    from bot.wiring import build_database
    from storage.database import DatabaseTooNew, DatabaseUnavailable

    if export_format not in ("csv", "jsonl"):
        _stop(f"--format is {export_format!r}: expected csv or jsonl.", status=WRONG_CALL)
    settings = read_settings()
    try:
        asyncio.run(_print_log(build_database(settings), export_format, _utc(since), _utc(until)))
    except (DatabaseTooNew, DatabaseUnavailable) as error:
        _stop(str(error), status=FAILED)


async def _print_log(database: Any, form: str, since: datetime | None, until: datetime | None) -> None:  # noqa: ANN401
    from storage import question_log
    from storage.export import csv_lines, jsonl_lines

    try:
        await database.migrate()
        async with database.reading() as session:
            logged = question_log.log(session, since=since, until=until)
            async for line in csv_lines(logged) if form == "csv" else jsonl_lines(logged):
                sys.stdout.buffer.write(line)
    finally:
        await database.close()


def _answerer() -> Any:  # noqa: ANN401  # the class costs its import
    from bot.settings import read_settings
    from bot.wiring import build_answerer

    return build_answerer(read_settings())


def _opened(batch: str) -> Any:  # noqa: ANN401  # a text file, or standard input left open
    import contextlib

    if batch == "-":
        if isinstance(sys.stdin, io.TextIOWrapper):
            sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")
        return contextlib.nullcontext(sys.stdin)
    try:
        return Path(batch).open(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        _stop(f"{batch} can't be read: {error.strerror}.", status=WRONG_CALL)


def _utc(day: datetime | None) -> datetime | None:
    return day.replace(tzinfo=UTC) if day else None


def _stop(line: str, *, status: int) -> NoReturn:
    print(f"workshop-bot: {line}", file=sys.stderr)
    raise SystemExit(status)
