"""The two ways a bot gets its updates, of which only one is open at a time."""

import re
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from bot.preview.errors import BotApiError, bad_request
from bot.preview.parameters import Params
from bot.preview.updates import BATCH, UpdateQueue
from bot.preview.webhook import Webhook

Json = dict[str, Any]
Method = Callable[[Params], Awaitable[Any]]

_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class Receiving:
    """Long polling, until a webhook is set; the methods by name in lower case."""

    def __init__(self, updates: UpdateQueue) -> None:
        self._updates = updates
        self._webhook: Webhook | None = None
        self.methods: dict[str, Method] = {
            "getupdates": self.get_updates,
            "setwebhook": self.set_webhook,
            "deletewebhook": self.delete_webhook,
            "getwebhookinfo": self.get_webhook_info,
        }

    def start(self) -> None:
        """Deliver again to the webhook that was set before a stop."""
        if self._webhook is not None:
            self._webhook.start()

    async def stop(self) -> None:
        """Deliver nothing more; the webhook stays set."""
        if self._webhook is not None:
            await self._webhook.stop()
        self._updates.release()

    async def get_updates(self, params: Params) -> list[Json]:
        """https://core.telegram.org/bots/api#getupdates."""
        if self._webhook is not None:
            raise BotApiError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        self._allow(params)
        return await self._updates.poll(
            offset=params.integer("offset"),
            limit=params.integer("limit", default=BATCH),
            timeout=params.integer("timeout"),
        )

    async def set_webhook(self, params: Params) -> bool:
        """https://core.telegram.org/bots/api#setwebhook, where plain HTTP will do for the loopback."""
        url = params.text("url")
        if not url:
            return await self.delete_webhook(params)
        webhook = self._new_webhook(url, params)
        await self.delete_webhook(params)
        self._allow(params)
        self._webhook = webhook
        webhook.start()
        return True

    def _new_webhook(self, url: str, params: Params) -> Webhook:
        parts = urlsplit(url)
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        secret_token = params.text("secret_token")
        if not _SECRET.fullmatch(secret_token):
            raise bad_request("secret token contains unallowed characters")
        connections = min(max(params.integer("max_connections", default=40), 1), 100)
        return Webhook(self._updates, url, secret_token=secret_token, max_connections=connections)

    async def delete_webhook(self, params: Params) -> bool:
        """https://core.telegram.org/bots/api#deletewebhook."""
        webhook, self._webhook = self._webhook, None
        if webhook is not None:
            await webhook.stop()
        if params.flag("drop_pending_updates"):
            self._updates.drop()
        return True

    async def get_webhook_info(self, _: Params) -> Json:
        """https://core.telegram.org/bots/api#getwebhookinfo."""
        info: Json = {
            "url": "",
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates),
        }
        if self._webhook is not None:
            info |= {"url": self._webhook.url, "max_connections": self._webhook.max_connections}
            if self._webhook.last_error is not None:
                date, problem = self._webhook.last_error
                info |= {"last_error_date": date, "last_error_message": problem}
        if self._updates.allowed is not None:
            info["allowed_updates"] = sorted(self._updates.allowed)
        return info

    def _allow(self, params: Params) -> None:
        if "allowed_updates" in params.values:
            self._updates.allow(map(str, params.items("allowed_updates")))
