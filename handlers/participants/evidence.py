"""Where an answer stands: the page it was read on, as a picture, and the whole file where that is allowed."""

import asyncio
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

import structlog
from telegram import CallbackQuery, InputFile, Update
from telegram.error import BadRequest

from corpus.passages import Passage
from corpus.reading import pages
from corpus.reading.pages import PageError
from handlers import delivery
from handlers.context import Context, Services
from handlers.keyboards import Evidence
from handlers.replies import page_of
from handlers.texts import Texts, texts_in
from storage import questions, sent_files

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class _Upload:
    """A file on its way to a person.

    Attributes:
        kind: what it is to Telegram.
        key: under which Telegram's id of it is kept.
        caption: below it.
        make: reads or draws it.
    """

    kind: Literal["photo", "document"]
    key: str
    caption: str
    make: Callable[[], InputFile]


def offered(passage: Passage, services: Services) -> list[Evidence]:
    """What can be seen of the file a passage comes from."""
    document = services.answerer.document(passage)
    if document.original is None:
        return []
    kinds: list[Evidence] = []
    if passage.page and pages.can_be_drawn(Path(document.original)):
        kinds.append("page")
    if document.share:
        kinds.append("document")
    return kinds


async def show(update: Update, context: Context) -> None:
    """Send the page of a passage, or its whole file."""
    query, services = update.callback_query, context.services
    if query is None or query.message is None:
        return
    pressed, number, rank = (query.data or "").split(":")
    kind = cast("Evidence", pressed)
    async with services.database.reading() as session:
        asked = await questions.by_id(session, int(number))
    texts = texts_in(asked.language if asked else services.languages.of(query.from_user))
    candidate = asked.candidates[int(rank)] if asked and int(rank) < len(asked.candidates) else None
    passage = services.answerer.passage(candidate.fingerprint) if candidate else None
    if passage is None or kind not in offered(passage, services):
        await delivery.acknowledge(query, texts.section_gone)
        return
    await delivery.acknowledge(query, texts.drawing_page if kind == "page" else None)
    try:
        await _send(await _upload(kind, passage, services, texts), query, services)
    except (PageError, OSError) as error:
        _log.warning("no file to show", passage=passage.id, reason=str(error))
        await services.call("sendMessage", {"chat_id": query.message.chat.id, "text": texts.no_file_now})


async def _upload(kind: Evidence, passage: Passage, services: Services, texts: Texts) -> _Upload:
    """What to send, under a key that is another one once the file or the passage is another one."""
    document = services.answerer.document(passage)
    file = services.answerer.corpus.folder / (document.original or "")
    digest = await asyncio.to_thread(_digest, file)
    if kind == "document":
        name = f"{document.id}{file.suffix}"
        return _Upload("document", digest, passage.title, lambda: InputFile(file.read_bytes(), filename=name))
    page = passage.page
    assert page  # noqa: S101 - offered where there is one
    caption = f"{passage.title}, {page_of(page, texts)}"

    def draw() -> InputFile:
        drawn = pages.picture(file, number=page.number, sentences=passage.sentences)
        return InputFile(drawn, filename="page.jpg")

    return _Upload("photo", f"{digest} {page.number} {passage.fingerprint}", caption, draw)


async def _send(upload: _Upload, query: CallbackQuery, services: Services) -> None:
    """Send it by Telegram's own id where it has been sent before."""
    assert query.message  # noqa: S101 - looked at before
    reference = {"message_id": query.message.message_id, "allow_sending_without_reply": True}
    place = {"chat_id": query.message.chat.id, "reply_parameters": reference, "caption": upload.caption}
    method = f"send{upload.kind.capitalize()}"
    async with services.database.reading() as session:
        file_id = await sent_files.find(session, upload.key)
    if file_id:
        try:
            await services.call(method, {**place, upload.kind: file_id})
        except BadRequest:  # of another bot, or no longer there: send the file itself
            _log.info("file sent anew", key=upload.key)
        else:
            return
    async with services.drawing:
        file = await asyncio.to_thread(upload.make)
    sent = await services.call(method, {**place, upload.kind: file})
    async with services.database.session() as session:
        await sent_files.keep(session, upload.key, _file_id(sent[upload.kind]))


def _file_id(media: Any) -> str:  # noqa: ANN401 - JSON: of a photo all its sizes, the largest last
    found: str = (media[-1] if isinstance(media, list) else media)["file_id"]
    return found


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
