"""A link is broken when its page is gone, not when it turns programs away."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from bot.documents.links import broken


@pytest.fixture
async def site(unused_tcp_port: int) -> AsyncIterator[str]:
    async def page(request: web.Request) -> web.Response:
        what = request.match_info["what"]
        if what == "moved":
            raise web.HTTPFound("/200")
        if what == "no-head":
            return web.Response(status=405 if request.method == "HEAD" else 200)
        return web.Response(status=int(what))

    application = web.Application()
    application.router.add_route("*", "/{what}", page)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", unused_tcp_port).start()
    yield f"http://127.0.0.1:{unused_tcp_port}"
    await runner.cleanup()


async def test_gone_pages_and_lost_hosts_are_named(site: str) -> None:
    sound = [f"{site}/{what}" for what in ("200", "moved", "no-head", "403", "429")]
    gone = [f"{site}/404", f"{site}/500", "http://127.0.0.1:1/nobody", "http://[half"]
    found = await broken([*sound, *gone])
    assert list(found) == gone
    assert found[gone[0]] == "status 404"
