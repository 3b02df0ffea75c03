"""`/corpus`: what is served, what the draft would change, what participants shared."""

from collections.abc import Sequence

from corpus.passages import Document
from handlers.keyboards import LANGUAGE_NAMES, Keyboard, button
from handlers.maintainers.documents import LARGEST_FILE, MEGABYTE, kind_name, send_text
from handlers.maintainers.keeping import Screen, changes_of, in_rows, key
from handlers.publishing import Change
from handlers.replies import safe
from handlers.times import shown
from storage import practices
from storage.corpora import Version

MOST_LISTED = 15
"""Changes of the draft that are named."""
MOST_BUTTONS = 8
A_PAGE = 8
"""Documents shown at once."""


async def show(screen: Screen, _: Sequence[str]) -> None:
    """Show it all at a glance."""
    publisher, texts = screen.services.publisher, screen.texts.keeping
    versions, changes = await publisher.versions(), await changes_of(screen.services)
    async with screen.services.database.reading() as session:
        waiting = len(await practices.waiting(session))
    lines = [_served(screen, versions), "", *_draft_lines(screen, changes)]
    lines += ["", f"<i>{texts.corpus_how.format(limit=LARGEST_FILE // MEGABYTE)}</i>"]
    rows: Keyboard = in_rows(map(_open, changes[:MOST_BUTTONS]), a_row=1)
    if changes:
        rows.append([button(texts.corpus_publish, "check"), button(texts.corpus_discard, "drop:ask")])
    rows.append([button(texts.corpus_documents, "shelf:0")])
    if waiting:
        rows[-1].append(button(texts.corpus_practices.format(count=waiting), "practice"))
    rows.append([button(texts.upkeep, "upkeep")])
    if len(versions) > 1:
        rows.append([button(texts.corpus_versions, "versions")])
    await screen.show(*lines, keyboard=rows)


def _served(screen: Screen, versions: Sequence[Version]) -> str:
    texts, corpus = screen.texts.keeping, screen.services.answerer.corpus
    counts = {"documents": len(corpus.documents), "passages": len(list(corpus.passages))}
    served = next((one for one in versions if one.served), None)
    if served is None:
        return texts.corpus_unpublished.format(**counts)
    when = shown(served.at, screen.services.zone)
    return texts.corpus_version.format(number=served.number, when=when, **counts)


def _draft_lines(screen: Screen, changes: Sequence[Change]) -> list[str]:
    texts = screen.texts.keeping
    if not changes:
        return [texts.corpus_draft_empty]
    named = [f"• {safe(change.title)} — {kind_name(change, screen)}" for change in changes[:MOST_LISTED]]
    more = len(changes) - len(named)
    rest = [texts.document_more.format(count=more)] if more else []
    return [texts.corpus_draft.format(count=len(changes)), *named, *rest]


def _open(change: Change) -> tuple[str, str]:
    mark = {"added": "+", "changed": "✏️", "removed": "🗑"}[change.kind]
    return f"{mark} {change.title}", f"doc:{key(change.path)}:show:"


async def drop(screen: Screen, parts: Sequence[str]) -> None:
    """Discard the whole draft, once asked whether it is meant."""
    texts, publisher = screen.texts.keeping, screen.services.publisher
    if parts[0] == "sure":
        await publisher.discard(None, by=screen.person)
        await screen.show(texts.corpus_discarded, keyboard=[[button(texts.corpus_back, "corpus")]])
        return
    count = len(await changes_of(screen.services))
    keyboard = [
        [button(screen.texts.yes_do_it, "drop:sure")],
        [button(texts.corpus_back, "corpus")],
    ]
    await screen.show(texts.corpus_discard_sure.format(count=count), keyboard=keyboard)


async def turn(screen: Screen, parts: Sequence[str]) -> None:
    """Show a page of the documents in service."""
    page, documents = int(parts[0]), screen.services.answerer.corpus.documents
    start = page * A_PAGE
    rows = in_rows(
        ((one.title, f"served:{key(one.path)}:show") for one in documents[start : start + A_PAGE]), a_row=1
    )
    turns = [button(screen.texts.earlier, f"shelf:{page - 1}")] if page else []
    if start + A_PAGE < len(documents):
        turns.append(button(screen.texts.later, f"shelf:{page + 1}"))
    back = button(screen.texts.keeping.corpus_back, "corpus")
    await screen.show(
        screen.texts.keeping.corpus_documents_list, keyboard=[*rows, *([turns] if turns else []), [back]]
    )


async def press(screen: Screen, parts: Sequence[str]) -> None:
    """Follow a button under a document in service."""
    its_key, action = parts
    texts, corpus = screen.texts.keeping, screen.services.answerer.corpus
    found = next((one for one in corpus.documents if key(one.path) == its_key), None)
    if found is None:
        await screen.say(texts.document_gone)
        return
    match action:
        case "text":
            await send_text(screen, found.path)
        case "ask":
            sure = texts.document_remove_sure.format(title=safe(found.title))
            keyboard = [
                [button(screen.texts.yes_do_it, f"served:{its_key}:remove")],
                [button(screen.texts.earlier, f"served:{its_key}:show")],
            ]
            await screen.show(sure, keyboard=keyboard)
        case "remove":
            await _remove(screen, found)
        case _:
            await _show(screen, found)


async def _show(screen: Screen, document: Document) -> None:
    texts, workshop, its_key = (
        screen.texts.keeping,
        screen.services.answerer.corpus.workshop,
        key(document.path),
    )
    theme = workshop.theme_in(document.theme, screen.language)
    language = LANGUAGE_NAMES.get(document.language, document.language)
    lines = [
        f"<b>{safe(document.title)}</b>",
        texts.document_facts.format(theme=safe(theme), language=language),
        texts.document_passages.format(count=len(document.passages)),
        f"{safe(document.path)}, {document.date:%d.%m.%Y} → {document.review:%d.%m.%Y}",
    ]
    keyboard = [
        [
            button(texts.document_markdown, f"served:{its_key}:text"),
            button(texts.document_remove, f"served:{its_key}:ask"),
        ],
        [button(texts.corpus_documents, "shelf:0"), button(texts.corpus_back, "corpus")],
    ]
    await screen.show(*lines, keyboard=keyboard)


async def _remove(screen: Screen, document: Document) -> None:
    texts = screen.texts.keeping
    try:
        await screen.services.publisher.remove(document.path, by=screen.person)
    except LookupError:
        await screen.show(texts.document_gone)
        return
    keyboard = [[button(texts.corpus_publish, "check"), button(texts.corpus_back, "corpus")]]
    await screen.show(texts.document_removed.format(title=safe(document.title)), keyboard=keyboard)
