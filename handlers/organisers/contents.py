"""An organiser's message as part of an announcement: what it says as it was sent, a time, a list of ids."""

from telegram import Message

from handlers import replies
from handlers.context import Context, Services
from handlers.texts import Texts
from handlers.times import read_time
from storage.announcements import quiet_hours
from storage.announcements.audiences import AudienceError, chat_id
from storage.announcements.contents import Content
from storage.announcements.steering import Changes
from storage.announcements.views import Announcement

LONGEST_CAPTION = 1024
"""UTF-16 units: what Telegram takes from a bot; people with Premium may write more."""
LARGEST_LIST = 5 * 2**20
"""Bytes of a file with ids: some 400,000 of them."""
NO_END = ("-", "–", "—")
FILES = ("photo", "document", "video", "animation", "audio", "voice")


class UnfitError(ValueError):
    """A message that can't be taken for what was awaited; says why in the organiser's language."""


def content_of(message: Message, language: str, texts: Texts) -> Content:
    """The call that says the same as a message.

    Raises:
        UnfitError: it is of a kind a bot can't send on, one of several files, or has too long a caption.
    """
    if message.text:
        entities = [entity.to_dict() for entity in message.entities]
        return Content("sendMessage", _said("text", "entities", message.text, entities), language)
    # A GIF comes as both animation and document.
    kinds = [name for name in FILES if getattr(message, name)]
    kind = "animation" if "animation" in kinds else next(iter(kinds), None)
    if kind is None:
        raise UnfitError(texts.unfit)
    if message.media_group_id:
        raise UnfitError(texts.unfit_album)
    caption = message.caption or ""
    _check_caption(caption, texts)
    held = message.photo[-1] if kind == "photo" else getattr(message, kind)
    entities = [entity.to_dict() for entity in message.caption_entities]
    said = _said("caption", "caption_entities", caption, entities) if caption else {}
    return Content(f"send{kind.capitalize()}", {kind: held.file_id, **said}, language)


def correction_of(message: Message, before: Content, texts: Texts) -> Content:
    """The same announcement in the words of a message.

    Raises:
        UnfitError: it has no text, which is all that can be changed, or one too long for a caption.
    """
    if not message.text:
        raise UnfitError(texts.unfit_correction)
    if "text" not in before.parameters:
        _check_caption(message.text, texts)
    return before.saying(message.text, [entity.to_dict() for entity in message.entities])


def time_of(message: Message, what: str, one: Announcement, services: Services, texts: Texts) -> Changes:
    """What a message changes about when an announcement goes out (`at`) or its end (`until`).

    Raises:
        UnfitError: it is no time, it is past, or the end would come first.
    """
    text, now = (message.text or "").strip(), services.now()
    if what == "until" and text in NO_END:
        return {"until": None}
    instant = read_time(text, now=now, zone=services.zone)
    if instant is None:
        raise UnfitError(texts.no_time)
    if instant <= now:
        raise UnfitError(texts.time_past)
    starts_at, until = (instant, one.until) if what == "at" else (one.starts_at, instant)
    if starts_at and one.state == "queued" and not one.urgent:  # a draft may become urgent yet
        starts_at = quiet_hours.awake(starts_at, services.zone)
    if starts_at and until and until <= starts_at:
        raise UnfitError(texts.end_first)
    return {"starts_at": instant} if what == "at" else {"until": instant}


async def ids_of(message: Message, context: Context, texts: Texts) -> list[int]:
    """The ids in a message or in the file it holds, one a line; what follows # is left out.

    Raises:
        UnfitError: lines of it are no ids, or there are none.
    """
    text = message.text or ""
    if message.document:
        if (message.document.file_size or 0) > LARGEST_LIST:
            raise UnfitError(texts.list_too_large)
        file = await context.bot.get_file(message.document.file_id)
        text = bytes(await file.download_as_bytearray()).decode("utf-8-sig", "replace")
    found, wrong = [], []
    for number, line in enumerate(text.splitlines(), start=1):
        if not (given := line.partition("#")[0].strip()):
            continue
        try:
            found.append(chat_id(given))
        except AudienceError:
            wrong.append(f"{number} ({replies.safe(given[:30])})")
    if wrong or not found:
        lines = ", ".join(wrong[:5]) + (" …" if len(wrong) > len(wrong[:5]) else "")
        raise UnfitError(texts.list_wrong.format(lines=lines or "–"))
    return found


def _check_caption(text: str, texts: Texts) -> None:
    length = len(text.encode("utf-16-le")) // 2
    if length > LONGEST_CAPTION:
        raise UnfitError(texts.unfit_caption.format(length=length, limit=LONGEST_CAPTION))


def _said(name: str, marks: str, text: str, entities: list[dict[str, object]]) -> dict[str, object]:
    return {name: text, **({marks: entities} if entities else {})}
