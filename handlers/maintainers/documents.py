"""A document sent to the bot: read, shown as the passages it would become, kept in the draft or not."""

import asyncio
import re
from collections.abc import Sequence

from telegram import Update
from telegram.error import BadRequest

from corpus.passages import Document
from corpus.reading.converters.blocks import clean
from corpus.reading.converters.naming import shown_name
from corpus.reading.editing import with_field
from corpus.reading.markdown import read_markdown
from corpus.reading.problems import CorpusError
from handlers import access
from handlers.context import Context
from handlers.keyboards import LANGUAGE_NAMES, Keyboard, button
from handlers.maintainers.keeping import Screen, attempted, drafted, in_rows, key, listed, screen_at
from handlers.organisers.awaiting import leave
from handlers.participants import arriving, asking
from handlers.publishing import Added, Change
from handlers.replies import safe

LARGEST_FILE = 20 * 2**20
"""Bytes that Telegram gives a bot, https://core.telegram.org/bots/api#getfile."""
MEGABYTE = 2**20
PASSAGES_SHOWN = 3
EXCERPT = 240
"""Letters of a passage that are shown."""
LONGEST_TITLE = 120

_BEFORE_A_NOTE = re.compile(r"^.{1,200}?:\d+: note: ")


async def receive(update: Update, context: Context) -> None:
    """Take a file of a maintainer's into the draft; anybody else's is a question like a picture is."""
    message, user, services = update.effective_message, update.effective_user, context.services
    if message is None or user is None or message.document is None:
        return
    caption = message.caption or ""
    danger = services.answerer.answer(caption).kind == "safety"
    if danger or not await access.holds(services, user.id, "maintainer"):
        await (asking.question if caption else arriving.text_only)(update, context)
        return
    await attempted(screen_at(message, user, context), _take, [])


async def _take(screen: Screen, _: Sequence[str]) -> None:
    texts, document = screen.texts.keeping, screen.message.document
    name = shown_name(document.file_name or "") if document else ""
    content = await _downloaded(screen)
    if content is None:
        limit = LARGEST_FILE // MEGABYTE
        await screen.say(texts.document_too_large.format(name=safe(name), limit=limit))
        return
    place = await screen.say(texts.document_reading.format(name=safe(name)))
    try:
        added = await screen.services.publisher.add(name, content, by=screen.person)
    except CorpusError as error:
        await screen.put(place, texts.document_refused.format(name=safe(name)), "", safe(str(error)))
        return
    await show_added(screen, added, place)


async def _downloaded(screen: Screen) -> bytes | None:
    """The file of the message; None for one that is too large."""
    document = screen.message.document
    if document is None or (document.file_size or 0) > LARGEST_FILE:
        return None
    try:
        file = await screen.context.bot.get_file(document.file_id)
    except BadRequest as error:
        if "too big" not in error.message.lower():
            raise
        return None
    return bytes(await file.download_as_bytearray())


async def show_added(screen: Screen, added: Added, place: Sequence[int]) -> None:
    """Show what a file of the draft becomes, in the place of messages of ours."""
    texts = screen.texts.keeping
    lines = [texts.document_added.format(title=safe(added.title))]
    if added.replaces:
        lines.append(texts.document_replaces)
    lines += _facts(added.passages[0].theme, added.passages[0].language, screen) if added.passages else []
    lines += ["", *_passages(added, screen), ""]
    if added.answers:
        lines.append(texts.document_answers.format(count=len(added.answers)))
        lines += listed(added.answers, screen.texts)
    else:
        lines.append(texts.document_answers_none)
    if added.notes:
        lines += ["", texts.document_notes, *listed([_note(one) for one in added.notes], screen.texts)]
    keep = button(texts.document_keep, f"doc:{key(added.path)}:keep:")
    await screen.put(place, *lines, keyboard=[[keep], *_buttons(added.path, screen)])


def _note(note: str) -> str:
    """A note without the name of the file, which stands above, and no longer than is read on a telephone."""
    said = _BEFORE_A_NOTE.sub("", note)
    return said if len(said) <= EXCERPT else f"{said[:EXCERPT]}…"


def _facts(theme: str, language: str, screen: Screen) -> list[str]:
    workshop = screen.services.answerer.corpus.workshop
    theme = workshop.theme_in(theme, screen.language) if theme in workshop.themes else theme
    named = LANGUAGE_NAMES.get(language, language)
    return [screen.texts.keeping.document_facts.format(theme=safe(theme), language=named)]


def _passages(added: Added, screen: Screen) -> list[str]:
    texts, lines = screen.texts.keeping, []
    for passage in added.passages[:PASSAGES_SHOWN]:
        text = passage.text if len(passage.text) <= EXCERPT else f"{passage.text[:EXCERPT]}…"
        page = f" ({safe(passage.page.label)})" if passage.page else ""
        lines.append(f"<b>{safe(passage.heading)}</b>{page}\n<blockquote>{safe(text)}</blockquote>")
    if more := len(added.passages) - len(lines):
        lines.append(texts.document_more.format(count=more))
    return [texts.document_passages.format(count=len(added.passages)), *lines]


def _buttons(path: str, screen: Screen) -> Keyboard:
    """What can be done with a file that the draft has or changes."""
    texts, its = screen.texts.keeping, key(path)
    return [
        [
            button(texts.document_title, f"doc:{its}:title:"),
            button(texts.document_theme, f"doc:{its}:theme:"),
            button(texts.document_language, f"doc:{its}:language:"),
        ],
        [
            button(texts.document_markdown, f"doc:{its}:text:"),
            button(texts.document_discard, f"doc:{its}:discard:"),
        ],
        [button(texts.corpus_publish, "check"), button(texts.corpus_back, "corpus")],
    ]


async def press(screen: Screen, parts: Sequence[str]) -> None:
    """Follow a button under a file of the draft."""
    its_key, action, value = parts
    change = await drafted(screen.services, its_key)
    if change is None:
        await screen.say(screen.texts.keeping.document_gone)
    elif action == "discard":
        await screen.services.publisher.discard(change.path, by=screen.person)
        await screen.show(screen.texts.keeping.document_discarded, keyboard=_back(screen))
    elif action == "keep":
        await screen.show(screen.texts.keeping.document_kept, keyboard=_back(screen))
    elif change.kind == "removed":
        await _show_removed(screen, change)
    else:
        await _follow(screen, change, action, value)


async def _follow(screen: Screen, change: Change, action: str, value: str) -> None:
    texts, its = screen.texts.keeping, key(change.path)
    workshop = screen.services.answerer.corpus.workshop
    match action:
        case "title":
            await screen.ask(f"title:{its}", texts.document_title_ask.format(limit=LONGEST_TITLE))
        case "theme" | "language" if value:
            await _set(screen, change.path, action, value)
        case "theme":
            themes = [
                (workshop.theme_in(theme, screen.language), f"doc:{its}:theme:{theme}")
                for theme in workshop.themes
            ]
            await screen.show(texts.document_theme_ask, keyboard=in_rows(themes))
        case "language":
            spoken = [
                (LANGUAGE_NAMES.get(one, one), f"doc:{its}:language:{one}") for one in workshop.languages
            ]
            await screen.show(texts.document_language_ask, keyboard=in_rows(spoken))
        case "text":
            await send_text(screen, change.path)
        case _:
            await _show(screen, change)


async def take_title(screen: Screen, parts: Sequence[str]) -> None:
    """Take the title that was awaited."""
    texts, title = screen.texts.keeping, clean(screen.message.text or "")
    if not title or len(title) > LONGEST_TITLE:
        said = texts.document_title_long if title else texts.document_title_ask
        await screen.say(said.format(length=len(title), limit=LONGEST_TITLE))
        return
    await leave(screen.services, screen.person)
    change = await drafted(screen.services, parts[0])
    if change is None or change.kind == "removed":
        await screen.say(texts.document_gone)
    else:
        await _set(screen, change.path, "title", title)


async def _set(screen: Screen, path: str, field: str, value: str) -> None:
    """Write a field of the front matter anew."""
    publisher = screen.services.publisher
    try:
        changed = with_field(await publisher.source(path), field, value)
        added = await publisher.add(path, changed.encode(), by=screen.person)
    except LookupError:
        await screen.say(screen.texts.keeping.document_gone)
    except CorpusError as error:
        await screen.say(screen.texts.keeping.document_refused.format(name=safe(path)), safe(str(error)))
    else:
        await show_added(screen, added, _place(screen))


async def _show(screen: Screen, change: Change) -> None:
    """A file of the draft, read again."""
    try:
        document, notes = await read_draft(screen, change.path)
    except (LookupError, CorpusError) as error:  # another kind of file, such as the glossary
        await screen.show(
            f"<b>{safe(change.path)}</b>", safe(str(error)), keyboard=_buttons(change.path, screen)
        )
        return
    texts = screen.texts.keeping
    lines = [
        f"<b>{safe(document.title)}</b> — {kind_name(change, screen)}",
        *_facts(document.theme, document.language, screen),
        "",
        texts.document_passages.format(count=len(document.passages)),
        *listed([passage.heading for passage in document.passages], screen.texts, most=10),
    ]
    if notes:
        lines += ["", texts.document_notes, *listed([_note(one) for one in notes], screen.texts)]
    await screen.show(*lines, keyboard=_buttons(change.path, screen))


async def _show_removed(screen: Screen, change: Change) -> None:
    discard = button(screen.texts.keeping.document_discard, f"doc:{key(change.path)}:discard:")
    said = screen.texts.keeping.document_removed.format(title=safe(change.title))
    await screen.show(said, keyboard=[[discard], *_back(screen)])


async def read_draft(screen: Screen, path: str) -> tuple[Document, list[str]]:
    """A document as the draft has it, and notes about it.

    Raises:
        CorpusError: it can't be read.
        LookupError: the draft has no such file.
    """
    markdown = await screen.services.publisher.source(path)
    themes = list(screen.services.answerer.corpus.workshop.themes)
    document, notes = await asyncio.to_thread(read_markdown, markdown, path=path, themes=themes)
    return document, [str(note) for note in notes]


async def send_text(screen: Screen, path: str) -> None:
    """Send the Markdown of a document, to be read or corrected and sent back."""
    try:
        await screen.send_text(path.rpartition("/")[2], await screen.services.publisher.source(path))
    except LookupError:
        await screen.say(screen.texts.keeping.document_gone)


def kind_name(change: Change, screen: Screen) -> str:
    """What happens to a file, in words."""
    texts = screen.texts.keeping
    named = {"added": texts.added, "changed": texts.changed, "removed": texts.removed}[change.kind]
    return f"{named}, ⚠️ {texts.corpus_overtaken}" if change.overtaken else named


def _place(screen: Screen) -> list[int]:
    """The message with the button; none where the maintainer wrote, so that a new one is sent."""
    sender = screen.message.from_user
    return [screen.message.message_id] if sender and sender.is_bot else []


def _back(screen: Screen) -> Keyboard:
    texts = screen.texts.keeping
    return [[button(texts.corpus_publish, "check"), button(texts.corpus_back, "corpus")]]
