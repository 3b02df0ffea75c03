"""`corpus upkeep`: what in the served documents wants a maintainer's eye."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rich.console import Console
from rich.markup import escape

from bot.documents.links import broken
from corpus.quality import upkeep
from corpus.quality.upkeep import Pair, Use
from corpus.reading.folder import Corpus
from storage import usage
from storage.database import Database
from storage.usage import Missed

MOST_MISSED = 50
"""Questions without an answer that are listed."""

Record = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Log:
    """What the log of questions says: the use of each text by fingerprint, and what found no answer."""

    use: Mapping[str, Use]
    missed: Sequence[Missed]


async def read_log(database: Database) -> Log:
    """Read the log, and close the database.

    Raises:
        DatabaseTooNew: a later version of the program wrote it.
        DatabaseUnavailable: it can't be reached.
    """
    try:
        await database.migrate()
        async with database.reading() as session:
            shown = await usage.shown(session)
            missed = await usage.missed(session, most=MOST_MISSED)
    finally:
        await database.close()
    return Log({key: Use(one.times, one.helpful, one.unhelpful) for key, one in shown.items()}, missed)


def lists(corpus: Corpus, log: Log, *, today: date, links: bool) -> Record:
    """The lists by name, each entry ready for JSON; broken links only where they were asked for."""
    seen = upkeep.survey(corpus, log.use, today)
    found: Record = {
        "stale": [
            {"path": one.path, "title": one.title, "review": one.review.isoformat()} for one in seen.stale
        ],
        "contradicting": [_pair(pair) for pair in seen.contradicting],
        "duplicates": [_pair(pair) for pair in seen.duplicates],
        "disliked": [
            {"passage": passage.id, "helpful": use.helpful, "unhelpful": use.unhelpful}
            for passage, use in seen.disliked
        ],
        "unanswered": [{"question": one.text, "times": one.times} for one in log.missed],
        "never_shown": [{"passage": passage.id} for passage in seen.never_shown],
    }
    if links:
        named = upkeep.addresses(corpus)
        found["broken_links"] = [
            {"url": url, "reason": reason, "paths": named[url]}
            for url, reason in sorted(asyncio.run(broken(named)).items())
        ]
    return found


def show(found: Record) -> None:
    """Print the lists for a person."""
    console = Console(highlight=False, soft_wrap=True)
    for name, entries in found.items():
        title, line = _SHOWN[name]
        console.print(f"[bold]{title}: {len(entries)}[/bold]")
        for entry in entries:
            console.print(f"  {escape(line(entry))}")


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "passages": [pair.first.id, pair.second.id],
        "words": [pair.first_words, pair.second_words],
    }


def _pair_line(entry: dict[str, Any]) -> str:
    return "\n    ".join(
        f"{passage}: {words}" for passage, words in zip(entry["passages"], entry["words"], strict=True)
    )


_SHOWN: dict[str, tuple[str, Callable[[dict[str, Any]], str]]] = {
    "stale": ("Past their day of review", lambda one: f"{one['path']}: {one['review']}, {one['title']}"),
    "contradicting": ("On the same subject with other figures", _pair_line),
    "duplicates": ("Saying nearly the same", _pair_line),
    "disliked": (
        "Often of no help",
        lambda one: f"{one['passage']}: {one['unhelpful']} of no help, {one['helpful']} of help",
    ),
    "unanswered": ("Questions without an answer", lambda one: f"{one['times']} × {one['question']}"),
    "never_shown": ("Never shown yet", lambda one: str(one["passage"])),
    "broken_links": (
        "Links that lead nowhere",
        lambda one: f"{one['url']}: {one['reason']} ({', '.join(one['paths'])})",
    ),
}
