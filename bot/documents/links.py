"""Whether the web addresses in the documents still lead somewhere."""

import asyncio
from collections.abc import Iterable
from http import HTTPStatus

import aiohttp

AT_ONCE = 8
"""Pages asked for at the same time."""
SECONDS = 20
"""How long one may take."""
_REFUSES_HEAD = (403, 404, 405, 501)
"""Servers that answer so to HEAD often answer GET."""
_TURNS_AWAY = (401, 403, 429)
"""What a page says to a program that a person with a browser may see."""


async def broken(addresses: Iterable[str]) -> dict[str, str]:
    """The addresses that lead nowhere, each with the reason; a page that turns robots away is not broken."""
    slots = asyncio.Semaphore(AT_ONCE)
    wait = aiohttp.ClientTimeout(total=SECONDS)
    headers = {"User-Agent": "Mozilla/5.0 (compatible; workshop-bot link check)"}
    async with aiohttp.ClientSession(timeout=wait, headers=headers, trust_env=True) as session:

        async def looked_up(address: str) -> tuple[str, str | None]:
            async with slots:
                return address, await _fault(session, address)

        async with asyncio.TaskGroup() as group:
            looks = [group.create_task(looked_up(address)) for address in addresses]
    return {address: fault for address, fault in (look.result() for look in looks) if fault}


async def _fault(session: aiohttp.ClientSession, address: str) -> str | None:
    try:
        status = await _status(session, "HEAD", address)
        if status in _REFUSES_HEAD:
            status = await _status(session, "GET", address)
    except TimeoutError:
        return f"no reply within {SECONDS} s"
    except (aiohttp.ClientError, ValueError, OSError) as error:
        return str(error) or type(error).__name__
    is_broken = status >= HTTPStatus.BAD_REQUEST and status not in _TURNS_AWAY
    return f"status {status}" if is_broken else None


async def _status(session: aiohttp.ClientSession, method: str, address: str) -> int:
    async with session.request(method, address, allow_redirects=True) as response:
        return response.status
