"""What a person sees of a message: text, formatting, buttons."""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message; it carries either `data` or a `url`."""

    text: str
    data: str | None
    url: str | None
    message: Json


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What the bot answered to a pressed button; all empty when it only took note."""

    text: str
    show_alert: bool
    url: str


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it stood at one moment; `data` is the Message object of the Bot API."""

    data: Json

    @property
    def message_id(self) -> int:
        """Its number in the chat."""
        return int(self.data["message_id"])

    @property
    def text(self) -> str:
        """The plain text, or the caption of a file."""
        return str(self.data.get("text") or self.data.get("caption") or "")

    @property
    def entities(self) -> list[Json]:
        """The formatting, offsets in UTF-16 units."""
        return list(self.data.get("entities") or self.data.get("caption_entities") or [])

    def marked(self, kind: str) -> list[str]:
        """The parts of the text under entities of a kind, such as "bold"."""
        units = self.text.encode("utf-16-le")
        spans = [
            (e["offset"] * 2, (e["offset"] + e["length"]) * 2) for e in self.entities if e["type"] == kind
        ]
        return [units[start:end].decode("utf-16-le") for start, end in spans]

    @property
    def reply_to(self) -> int | None:
        """Number of the message it replies to."""
        replied = self.data.get("reply_to_message")
        return None if replied is None else int(replied["message_id"])

    @property
    def rows(self) -> list[list[Button]]:
        """The inline keyboard."""
        rows = self.data.get("reply_markup", {}).get("inline_keyboard", [])
        return [
            [Button(b["text"], b.get("callback_data"), b.get("url"), self.data) for b in row] for row in rows
        ]

    @property
    def buttons(self) -> list[Button]:
        """The inline keyboard, row after row."""
        return [button for row in self.rows for button in row]

    def button(self, label: str) -> Button:
        """The button with this label, or else the first that holds it.

        Raises:
            LookupError: there is none.
        """
        exact = [button for button in self.buttons if button.text == label]
        near = [button for button in self.buttons if label in button.text]
        if not exact + near:
            raise LookupError(f"no button {label!r} among {[button.text for button in self.buttons]}")
        return (exact + near)[0]
