"""An organiser's message as what an announcement says: kept as it was sent, formatting and file."""

from telegram import Message

from handlers.texts import Texts
from storage.announcements import Content

LONGEST_CAPTION = 1024
"""UTF-16 units: what Telegram takes from a bot; people with Premium may write more."""
FILES = ("photo", "document", "video", "animation", "audio", "voice")


class UnfitError(ValueError):
    """A message that can't be announced; says why in the organiser's language."""


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
    length = len(caption.encode("utf-16-le")) // 2
    if length > LONGEST_CAPTION:
        raise UnfitError(texts.unfit_caption.format(length=length, limit=LONGEST_CAPTION))
    held = message.photo[-1] if kind == "photo" else getattr(message, kind)
    entities = [entity.to_dict() for entity in message.caption_entities]
    said = _said("caption", "caption_entities", caption, entities) if caption else {}
    return Content(f"send{kind.capitalize()}", {kind: held.file_id, **said}, language)


def _said(name: str, marks: str, text: str, entities: list[dict[str, object]]) -> dict[str, object]:
    return {name: text, **({marks: entities} if entities else {})}
