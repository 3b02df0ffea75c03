"""`/rollback`: the versions that were published, any of which can be served again."""

from collections.abc import Sequence

from handlers import keyboards
from handlers.keyboards import button
from handlers.maintainers.keeping import Screen, in_rows
from handlers.publishing import Stale
from handlers.times import shown
from storage.corpora import Version

MOST_LISTED = 20
"""The newest; the command line knows them all."""


async def show(screen: Screen, _: Sequence[str]) -> None:
    """List the versions, a button each."""
    texts, versions = screen.texts.keeping, await screen.services.publisher.versions()
    if not versions:
        await screen.show(texts.versions_none)
        return
    rows = in_rows(
        ((_line(one, screen), f"rollback:{one.number}") for one in versions[:MOST_LISTED]), a_row=1
    )
    await screen.show(texts.versions, keyboard=[*rows, [button(texts.corpus_back, "corpus")]])


def _line(version: Version, screen: Screen) -> str:
    """A version as a button has room for it."""
    when = f"{version.at.astimezone(screen.services.zone):%d.%m.%Y %H:%M}"
    line = screen.texts.keeping.version_line.format(
        number=version.number, when=when, documents=version.documents
    )
    return f"{keyboards.DONE}{line}" if version.served else line


async def ask(screen: Screen, parts: Sequence[str]) -> None:
    """Ask whether it is meant; the button to confirm is good while the same version is served as now."""
    number, texts = int(parts[0]), screen.texts.keeping
    versions = await screen.services.publisher.versions()
    wanted = next((one for one in versions if one.number == number), None)
    served = next((one.number for one in versions if one.served), 0)
    if wanted is None or wanted.served:
        await show(screen, ())
        return
    when = shown(wanted.at, screen.services.zone)
    keyboard = [
        [button(texts.rollback_yes.format(number=number), f"rolled:{number}:{served}")],
        [button(texts.corpus_versions, "versions")],
    ]
    await screen.show(texts.rollback_sure.format(number=number, when=when), keyboard=keyboard)


async def roll_back(screen: Screen, parts: Sequence[str]) -> None:
    """Serve an earlier version again."""
    number, served_then = map(int, parts)
    texts, publisher = screen.texts.keeping, screen.services.publisher
    if served_then != next((one.number for one in await publisher.versions() if one.served), 0):
        await screen.say(texts.rollback_changed)
        return
    try:
        await publisher.rollback(number, by=screen.person)
    except LookupError:
        await screen.show(texts.rollback_gone)
        return
    except Stale:
        await screen.say(texts.rollback_changed)
        return
    keyboard = [[button(texts.corpus_back, "corpus")]]
    await screen.show(texts.rollback_done.format(number=number), keyboard=keyboard)
