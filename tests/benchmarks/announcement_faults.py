"""An announcement over a bad network: in the end every person is in the right state."""

import json
import random
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from audience import TEXT, command, invite, register
from contestants import running

from bot.preview import BLOCKED, BotApiServer, Html, LoseReply, Refuse, too_many_requests
from bot.preview.errors import BotApiError
from storage.database import Database

PER_SECOND = 500
SERVER_ERROR = Refuse(BotApiError(500, "Internal Server Error"))


async def faults_of(*, people: int, seed: int) -> tuple[str, bool]:
    """Send through the faults; gives what to tell, and whether every state is right."""
    chance = random.Random(seed)  # noqa: S311 - repeatable chance is the point
    with TemporaryDirectory(prefix="faults-") as name:
        folder = Path(name)
        async with BotApiServer(keep=4, seed=seed) as server:
            ids = invite(server, people)
            (folder / "data").mkdir()
            database = Database(f"sqlite+aiosqlite:///{folder / 'data' / 'workshop-bot.sqlite3'}")
            await database.migrate()
            await register(database, ids, datetime.now(UTC))
            await database.close()
            blocked = set(chance.sample(ids, people // 10))
            for person in blocked:
                server.faults.add(BLOCKED, method="sendMessage", chat_id=person)
            shares = (
                (too_many_requests(1), 0.10),
                (SERVER_ERROR, 0.025),
                (Html(502), 0.025),
                (LoseReply(), 0.05),
            )
            rules = [
                server.faults.add(effect, method="sendMessage", probability=share) for effect, share in shares
            ]
            settings = {"BOT_MESSAGES_PER_SECOND": str(PER_SECOND)}
            async with running(
                "full", root_url=server.root_url, token=server.token, folder=folder, settings=settings
            ):
                said = json.loads(
                    await command(folder, "announce", "--text", TEXT, "--yes", "--follow", "--json")
                )
                report = await command(folder, "announce", "show", str(said["id"]), "--csv")
            states = {int(line.split(",")[0]): line.split(",")[2] for line in report.splitlines()[1:]}
            held = {chat_id: _held(server, chat_id) for chat_id in ids}
    wrong = [
        chat_id
        for chat_id in ids
        if not _is_right(states[chat_id], held[chat_id], is_blocked=chat_id in blocked)
    ]
    lost = sum(rule.hits for rule in rules[2:])
    unknown = sum(state == "unknown" for state in states.values())
    told = (
        f"{people:,} people, {len(blocked)} of them blocked; struck: {rules[0].hits} by 429, "
        f"{rules[1].hits + rules[2].hits} by 5xx, {rules[3].hits} lost replies.\n"
        f"{said['state']}: { ({state: n for state, n in said['counts'].items() if n}) }; "
        f"in the wrong state: {len(wrong)}; unknown {unknown} for {lost} replies that never came."
    )
    return told, not wrong and unknown == lost and said["counts"]["pending"] == 0


def _held(server: BotApiServer, chat_id: int) -> int:
    chat = dict.get(server.world.chats, chat_id)
    return sum(one["text"] == TEXT for one in chat.messages.values()) if chat else 0


def _is_right(state: str, held: int, *, is_blocked: bool) -> bool:
    if is_blocked:
        return (state, held) == ("unreachable", 0)
    return (state, held) == ("sent", 1) or (state == "unknown" and held <= 1)
