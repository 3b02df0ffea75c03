"""One copy of an announcement: which call sends, edits or deletes it, and what the outcome means for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from telegram import InputFile

from bot.courier import Outcome
from storage.announcements.contents import Said
from storage.announcements.deliveries import Copy, Settled, Work

MOST_REFUSALS = 8
"""Times Telegram fails at one copy, while others go through, before it counts as failed."""
_FILE_BY_METHOD = {"sendPhoto": "photo", "sendDocument": "document"}
_STATE_BY_KIND: Mapping[str, Literal["failed", "unreachable", "unknown"]] = {
    "refused": "failed",
    "unreachable": "unreachable",
    "unknown": "unknown",
}
_EDITED_TEXT = ("text", "entities", "parse_mode", "link_preview_options", "reply_markup")
_EDITED_CAPTION = ("caption", "caption_entities", "parse_mode", "reply_markup")


@dataclass(frozen=True, slots=True)
class Job:
    """A call to make for a copy.

    Attributes:
        work: what it is part of, with the revision of the text it sends.
        copy: which copy.
        method: of the Bot API.
        parameters: without the chat.
        uploads: the parameter whose file goes along, to be known by its id from then on.
    """

    work: Work
    copy: Copy
    method: str
    parameters: Mapping[str, Any]
    uploads: str | None = None

    @property
    def key(self) -> tuple[int, str, int]:
        """What is counted while it is under way."""
        return self.work.announcement, self.work.kind, self.work.revision


def missing_file(said: Said) -> str | None:
    """The parameter whose file Telegram has not got yet."""
    for method, parameters in said.call_by_language.values():
        kind = _FILE_BY_METHOD.get(method)
        if kind and kind not in parameters:
            return kind
    return None


def sending(
    work: Work, copy: Copy, said: Said, *, upload: str | None = None, file: tuple[str, bytes] | None = None
) -> Job:
    """Send it, in the person's language.

    Args:
        work: what it is part of.
        copy: to whom.
        said: the texts.
        upload: the parameter that takes the file.
        file: name and content of a file to upload.
    """
    method, parameters = said.to(copy.language)
    added: dict[str, Any] = {}
    if copy.message_id is not None:
        added["reply_parameters"] = {"message_id": copy.message_id, "allow_sending_without_reply": True}
    if upload and file:
        name, content = file
        added[upload] = InputFile(content, filename=name)
    return Job(work, copy, method, {**parameters, **added}, upload)


def changing(work: Work, copy: Copy, said: Said) -> Job:
    """Delete it, or edit it to what is said now; in either way again does no harm."""
    place = {"message_id": copy.message_id}
    if work.kind == "delete":
        return Job(work, copy, "deleteMessage", place)
    method, parameters = said.to(copy.language)
    is_text = method == "sendMessage"
    kept = {name: parameters.get(name) for name in (_EDITED_TEXT if is_text else _EDITED_CAPTION)}
    return Job(work, copy, "editMessageText" if is_text else "editMessageCaption", {**place, **kept})


def settled(job: Job, outcome: Outcome) -> Settled:
    """What becomes of a copy that was sent, or not."""
    copy, kind = job.copy, outcome.kind
    if kind == "done":
        return Settled(copy, "sent", job.work.revision, message_id=outcome.result["message_id"])
    if kind == "moved":
        return Settled(copy, "pending", moved_to=outcome.moved_to)
    if kind == "failing" and copy.attempts + 1 >= MOST_REFUSALS:
        return Settled(copy, "failed", reason=outcome.reason)
    if kind in ("later", "failing"):
        # Behind the others, unless nobody gets through.
        tried = kind == "failing" or outcome.seconds is not None
        return Settled(copy, "pending", attempts=copy.attempts + tried)
    return Settled(copy, _STATE_BY_KIND[kind], reason=outcome.reason)


def changed(job: Job, outcome: Outcome) -> Settled | None:
    """What becomes of a copy that was edited or deleted; None where it is to be tried again."""
    if outcome.kind in ("later", "failing", "unknown"):
        return None
    said, copy, revision = (outcome.reason or "").lower(), job.copy, job.work.revision
    if job.work.kind == "delete" and (outcome.kind == "done" or "message to delete not found" in said):
        return Settled(copy, "withdrawn", revision)
    if outcome.kind == "done" or "message is not modified" in said:
        return Settled(copy, "sent", revision)
    what = "deleted" if job.work.kind == "delete" else "edited"
    return Settled(copy, "sent", revision, reason=f"not {what}: {outcome.reason or outcome.kind}")
