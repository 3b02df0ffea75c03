"""What in the documents wants a look, as a list on a telephone and whole as a file."""

import asyncio
from collections.abc import Iterator, Sequence

from corpus.quality.upkeep import Pair, Survey, Use, survey
from handlers.keyboards import button
from handlers.maintainers.keeping import Screen, listed
from handlers.replies import safe
from handlers.texts.keeping import Keeping
from storage import usage
from storage.usage import Missed

MOST_MISSED = 50
"""Questions without an answer that are listed."""
A_LIST = 3
"""Entries of each list that are shown; the file has all."""


async def show(screen: Screen, _: Sequence[str]) -> None:
    """Show how long each list is and how it begins, and send all of it as a file."""
    services, texts = screen.services, screen.texts.keeping
    async with services.database.reading() as session:
        shown, missed = await usage.shown(session), await usage.missed(session, most=MOST_MISSED)
    use = {key: Use(one.times, one.helpful, one.unhelpful) for key, one in shown.items()}
    today = services.now().astimezone(services.zone).date()
    seen = await asyncio.to_thread(survey, services.answerer.corpus, use, today)
    lines, whole = [f"<b>{texts.upkeep}</b>"], []
    for title, entries in _lists(seen, missed, texts):
        lines += ["", f"<b>{safe(title)}: {len(entries)}</b>", *listed(entries, screen.texts, most=A_LIST)]
        whole += [f"{title}: {len(entries)}", *entries, ""]
    await screen.show(*lines, keyboard=[[button(texts.corpus_back, "corpus")]])
    await screen.send_text("upkeep.txt", "\n".join(whole))


def _lists(seen: Survey, missed: Sequence[Missed], texts: Keeping) -> Iterator[tuple[str, list[str]]]:
    yield texts.upkeep_stale, [f"{one.title} ({one.review:%d.%m.%Y})" for one in seen.stale]
    yield texts.upkeep_contradicting, [_pair(pair) for pair in seen.contradicting]
    yield texts.upkeep_duplicates, [_pair(pair) for pair in seen.duplicates]
    yield (
        texts.upkeep_disliked,
        [f"{one.heading}: {use.unhelpful}/{use.helpful}" for one, use in seen.disliked],
    )
    yield texts.upkeep_missed, [f"{one.times} × {one.text}" for one in missed]
    yield texts.upkeep_never_shown, [f"{one.title} › {one.heading}" for one in seen.never_shown]


def _pair(pair: Pair) -> str:
    return f"{pair.first.heading}: {pair.first_words} ↔ {pair.second.heading}: {pair.second_words}"
