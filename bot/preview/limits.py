"""How many messages a bot may send, counted the plain way: so many in any stretch of so many seconds."""

import math
from collections import deque
from dataclasses import dataclass, field

SENDING = frozenset(
    {
        "sendmessage",
        "sendphoto",
        "senddocument",
        "sendvideo",
        "sendaudio",
        "sendvoice",
        "sendanimation",
        "sendsticker",
        "copymessage",
        "forwardmessage",
    },
)
"""The methods that count, in lower case: those that put a new message into a chat."""

_WINDOWS_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `count` messages in any `seconds`; a count above one is the burst that passes."""

    count: int
    seconds: float = 1.0


@dataclass(slots=True)
class SendLimits:
    """The limits in force, none until set; Telegram's own are about 30/s, 1/s a chat and 20/min a group."""

    overall: Limit | None = None
    private: Limit | None = None
    group: Limit | None = None
    _windows: dict[str, deque[float]] = field(default_factory=dict, repr=False)

    def wait(self, chat_id: str, *, now: float) -> int:
        """Whole seconds to wait before this chat can get a message; 0 counts it as sent.

        Args:
            chat_id: the chat as the call names it; groups and channels begin with a minus.
            now: a monotonic clock in seconds.
        """
        windows = []
        for key, limit in (("", self.overall), (chat_id, self._chat_limit(chat_id))):
            if limit is None:
                continue
            window = self._window(key, limit)
            if len(window) == limit.count and (left := window[0] + limit.seconds - now) > 0:
                return math.ceil(left)
            windows.append(window)
        for window in windows:
            window.append(now)
        return 0

    def _chat_limit(self, chat_id: str) -> Limit | None:
        return self.group if chat_id.startswith(("-", "@")) else self.private

    def _window(self, key: str, limit: Limit) -> deque[float]:
        window = self._windows.get(key)
        if window is None or window.maxlen != limit.count:
            if len(self._windows) >= _WINDOWS_KEPT:
                self._forget_oldest()
            window = self._windows[key] = deque(maxlen=limit.count)
        return window

    def _forget_oldest(self) -> None:
        """Keep the later half, and the overall window, which is always the first."""
        chats = [key for key in self._windows if key]
        for key in chats[: len(chats) // 2]:
            del self._windows[key]
