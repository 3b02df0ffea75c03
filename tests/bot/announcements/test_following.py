"""Who follows an announcement hears how it ends, and that nobody sends it."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.announcements import following
from bot.cli import app
from storage import people
from storage.announcements import steering
from storage.announcements.contents import Content
from storage.database import Database
from storage.people import Met

NOON = "2023-11-28T12:00+04:00"


@pytest.fixture
def somebody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A data folder in which one person is known, and no bot that runs."""
    monkeypatch.setenv("BOT_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("BOT_CLOCK", NOON)

    async def met() -> None:
        database = Database(f"sqlite+aiosqlite:///{tmp_path / 'workshop-bot.sqlite3'}")
        await database.migrate()
        here = [Met(5, "en", datetime.now(UTC))]
        await database.write(lambda connection: people.meet_all(connection, here))
        await database.close()

    asyncio.run(met())


@pytest.mark.usefixtures("somebody")
def test_following_ends_when_nobody_takes_it_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "TAKE_UP_SECONDS", 0.2)
    done = CliRunner().invoke(app, ["announce", "--text", "Hello", "--yes", "--follow"])
    assert done.exit_code == 1
    assert "Nobody has taken announcement 1 up" in done.stderr
    assert "is the bot running?" in done.stderr


@pytest.mark.usefixtures("somebody")
def test_what_nobody_is_to_get_any_more_is_told_in_words(tmp_path: Path) -> None:
    words = ["announce", "--text", "Hello", "--at", "2023-11-28T18:00", "--yes"]
    assert CliRunner().invoke(app, words).exit_code == 0

    async def muted() -> None:
        database = Database(f"sqlite+aiosqlite:///{tmp_path / 'workshop-bot.sqlite3'}")
        async with database.session() as session:
            await people.mute(session, telegram_id=5, now=datetime.now(UTC))
        await database.close()

    asyncio.run(muted())
    assert "queued. Nobody so far." in CliRunner().invoke(app, ["announce", "show", "1"]).stdout


@pytest.mark.usefixtures("somebody")
def test_a_text_for_one_person_is_not_shown_and_can_t_be_edited(tmp_path: Path) -> None:
    async def told() -> None:
        database = Database(f"sqlite+aiosqlite:///{tmp_path / 'workshop-bot.sqlite3'}")
        said = {5: Content("sendMessage", {"text": "An answer for you"})}
        async with database.session() as session:
            assert await steering.tell_each(session, said, now=datetime.now(UTC)) == 1
        await database.close()

    asyncio.run(told())
    listed = CliRunner().invoke(app, ["announce", "list"]).stdout
    assert "each  0/1 sent" in listed
    assert "An answer" not in listed
    edited = CliRunner().invoke(app, ["announce", "edit", "1", "--text", "Other", "--yes"])
    assert edited.exit_code == 2
    assert "a text for each person" in edited.stderr


@pytest.mark.usefixtures("somebody")
@pytest.mark.parametrize(
    ("to", "told"),
    [
        ("everyone", "Who comes before 2023-11-28 18:00 Asia/Baku gets it, too."),
        ("chat=5", "It ends at 2023-11-28 18:00 Asia/Baku; this audience has no late joiners."),
    ],
)
def test_late_joiners_are_promised_only_where_there_are_any(to: str, told: str) -> None:
    words = ["announce", "--text", "Hello", "--until", "2023-11-28T18:00", "--to", to, "--yes"]
    assert told in CliRunner().invoke(app, words).stdout


@pytest.mark.usefixtures("somebody")
def test_following_waits_for_what_is_not_due(monkeypatch: pytest.MonkeyPatch) -> None:
    """However long that is."""
    monkeypatch.setattr(following, "TAKE_UP_SECONDS", 0.05)
    monkeypatch.setattr(following, "LOOK_SECONDS", 0.01)
    looks: list[object] = []
    refuse = following._refuse_to_wait  # noqa: SLF001

    def looked(*values: object) -> None:
        looks.append(values)
        if len(looks) == 30:
            raise KeyboardInterrupt
        refuse(*values)  # type: ignore[arg-type]

    monkeypatch.setattr(following, "_refuse_to_wait", looked)
    words = ["announce", "--text", "Hello", "--at", "2023-11-28T18:00", "--yes", "--follow"]
    done = CliRunner().invoke(app, words)
    assert (done.exit_code, len(looks)) == (1, 30)
    assert "the running bot goes on" in done.stderr
