"""Announcements recorded by the command line and sent by the running bot: once, paced, correctable."""

import asyncio
import csv
import io
import json
import time
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio

from bot.preview import BLOCKED, BotApiServer, Delay, Hang, LoseReply, Person, Refuse, too_many_requests
from bot.preview.errors import BotApiError

if TYPE_CHECKING:
    from conftest import RunBot, RunningBot

pytestmark = pytest.mark.asyncio(loop_scope="session")

LONGEST = 20.0


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def busy_bot(
    run_anywhere: "RunBot", tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator["RunningBot"]:
    """A process with room for many sends."""
    async with BotApiServer() as server:
        folder, organiser = tmp_path_factory.mktemp("announcing"), server.person("Aysel")
        settings = {"BOT_MESSAGES_PER_SECOND": "500", "BOT_ORGANISERS": str(organiser.id)}
        async with run_anywhere(server, folder, **settings) as bot:
            bot.organiser = organiser
            yield bot


@pytest_asyncio.fixture(loop_scope="session")
async def bot(busy_bot: "RunningBot") -> AsyncIterator["RunningBot"]:
    """The process; whatever the test does to it, nothing may fail in it."""
    before = len(busy_bot.log)
    yield busy_bot
    busy_bot.server.faults.clear()
    assert "[error" not in busy_bot.log[before:]


async def people(bot: "RunningBot", number: int, language: str = "en") -> list[Person]:
    return [await bot.guest(language) for _ in range(number)]


def listed(bot: "RunningBot", guests: Sequence[Person]) -> str:
    """Them and nobody else, whoever else the bot knows."""
    file = bot.folder / "guests"
    file.write_text("\n".join(str(guest.id) for guest in guests))
    return f"--to=list={file}"


async def announce(bot: "RunningBot", *words: str) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(await bot.command("announce", *words, "--yes", "--json"))
    return said


async def shown(bot: "RunningBot", number: int) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(await bot.command("announce", "show", str(number), "--json"))
    return said


def local(iso: str) -> str:
    """An instant as the command line tells it at the event."""
    return f"{iso.replace('T', ' ')[:16]} Asia/Baku"


async def until(bot: "RunningBot", number: int, state: str = "finished") -> dict[str, Any]:
    deadline = time.monotonic() + LONGEST
    while (said := await shown(bot, number))["state"] != state:
        assert time.monotonic() < deadline, said
    return said


def received(server: BotApiServer, person: Person, text: str) -> int:
    return sum(message.text == text for message in server.sent_to(person))


async def test_everyone_gets_it_once_within_a_second_of_the_command(run_bot: "RunBot") -> None:
    async with run_bot() as bot:
        await everyone_gets_it(bot)


async def everyone_gets_it(bot: "RunningBot") -> None:
    guests = await people(bot, 5)
    recorded = await announce(bot, "--text", "Lunch is at one.")
    since = time.monotonic()
    assert recorded["counts"]["pending"] + recorded["counts"]["sent"] <= 5
    for guest in guests:
        assert (await guest.reply()).text == "Lunch is at one."
    assert time.monotonic() - since < 1.5
    said = await until(bot, recorded["id"])
    assert said["counts"]["sent"] == 5
    assert said["started_at"]
    assert said["finished_at"]
    assert [received(bot.server, guest, "Lunch is at one.") for guest in guests] == [1] * 5


async def test_follow_ends_with_the_counts(bot: "RunningBot") -> None:
    to = listed(bot, await people(bot, 3))
    told = await bot.command("announce", "--text", "Hello", to, "--yes", "--follow")
    assert "finished. 3 sent." in told


async def test_a_language_and_a_list_reach_whom_they_name(bot: "RunningBot", tmp_path: Path) -> None:
    azeri, english = await bot.guest("az"), await bot.guest("en")
    first = await announce(bot, "--text", "Salam", "--to", "language=az", "--follow")
    assert first["counts"]["sent"] == 1
    assert (received(bot.server, azeri, "Salam"), received(bot.server, english, "Salam")) == (1, 0)
    ids = tmp_path / "ids"
    ids.write_text(f"# speakers\n{english.id}\n\n{english.id}\n")
    second = await announce(bot, "--text", "Hi", "--to", f"list={ids}", "--follow")
    assert second["counts"]["sent"] == 1
    assert received(bot.server, english, "Hi") == 1


async def test_formatting_photo_and_document_arrive_as_given(bot: "RunningBot", tmp_path: Path) -> None:
    guests = await people(bot, 3)
    picture, paper = tmp_path / "map.jpg", tmp_path / "plan.pdf"
    picture.write_bytes(b"\xff\xd8\xff\xd9")
    paper.write_bytes(b"%PDF-1.4")
    await announce(
        bot,
        listed(bot, guests),
        "--text",
        "See the <b>map</b>",
        "--html",
        "--photo",
        str(picture),
        "--follow",
    )
    await announce(bot, listed(bot, guests), "--document", str(paper), "--follow")
    for guest in guests:
        photo, document = bot.server.sent_to(guest)[-2:]
        assert photo.data["caption"] == "See the map"
        assert photo.data["caption_entities"] == [{"type": "bold", "offset": 8, "length": 3}]
        assert document.data["document"]["file_name"] == "plan.pdf"
    uploads = [call for call in bot.server.calls if call.method == "sendPhoto" and "photo" not in call.params]
    assert len(uploads) == 1, "the file goes to Telegram once"


async def test_refusals_end_in_the_right_state_and_a_flood_pauses_everything(bot: "RunningBot") -> None:
    guests = await people(bot, 6)
    blocked, wrong, flooded, failing, *_ = guests
    faults = bot.server.faults
    faults.add(BLOCKED, method="sendMessage", chat_id=blocked.id)
    faults.add(Refuse(BotApiError(400, "Bad Request: TOPIC_CLOSED")), method="sendMessage", chat_id=wrong.id)
    faults.add(too_many_requests(1), method="sendMessage", chat_id=flooded.id, times=1)
    faults.add(
        Refuse(BotApiError(500, "Internal Server Error")), method="sendMessage", chat_id=failing.id, times=2
    )
    said = await announce(bot, listed(bot, guests), "--text", "News", "--follow")
    assert said["counts"] == {
        "pending": 0, "sending": 0, "sent": 4, "failed": 1, "unreachable": 1, "unknown": 0, "withdrawn": 0,
    }  # fmt: skip
    assert {one["reason"] for one in said["reasons"]} == {"bot was blocked by the user", "Topic_closed"}
    faults.clear()
    left_out = await announce(bot, listed(bot, guests), "--text", "More news", "--follow")
    assert left_out["counts"]["sent"] == 5, "who blocked the bot is left out"
    await bot.ask(blocked, "/start")
    again = await announce(bot, listed(bot, guests), "--text", "Welcome back", "--follow")
    assert again["counts"]["sent"] == 6


async def test_a_lost_reply_is_unknown_and_sent_again_only_if_asked(bot: "RunningBot") -> None:
    guests = await people(bot, 3)
    bot.server.faults.add(LoseReply(), method="sendMessage", chat_id=guests[0].id, times=1)
    said = await announce(bot, listed(bot, guests), "--text", "Bus at five", "--follow")
    assert (said["counts"]["unknown"], said["counts"]["sent"]) == (1, 2)
    assert received(bot.server, guests[0], "Bus at five") == 1
    await bot.command("announce", "resend", str(said["id"]), "--yes")
    assert (await until(bot, said["id"]))["counts"]["sent"] == 3
    assert received(bot.server, guests[0], "Bus at five") == 2


async def test_a_group_that_moved_gets_it_under_its_new_id(bot: "RunningBot") -> None:
    group = bot.server.group("Team", kind="group", members=[await bot.guest()])
    unknown = await bot.command("announce", "--text", "x", "--to", f"chat={group.id}", "--yes", status=2)
    assert "organiser added it" in unknown
    group.add_bot(bot.organiser)
    await bot.ask(bot.organiser, "/start")  # by now the group is known
    grown = group.upgrade()
    said = await announce(bot, "--text", "Hello, team", "--to", f"chat={group.id}", "--follow")
    assert said["counts"]["sent"] == 1
    assert [message.text for message in bot.server.sent_to(grown)] == ["Hello, team"]


async def test_pause_resume_and_stop(run_bot: "RunBot") -> None:
    async with run_bot(BOT_MESSAGES_PER_SECOND="10") as bot:
        guests = [bot.newcomer() for _ in range(1_000)]
        said = await announce(bot, listed(bot, guests), "--text", "Slowly")
        number = str(said["id"])
        await bot.command("announce", "pause", number)
        await asyncio.sleep(0.3)
        before = (await shown(bot, said["id"]))["counts"]
        assert 0 < before["sent"] < 1_000
        assert (await shown(bot, said["id"]))["counts"] == before
        await bot.command("announce", "resume", number)
        await asyncio.sleep(1)
        await bot.command("announce", "stop", number, "--yes")
        await asyncio.sleep(0.3)
        after = await shown(bot, said["id"])
        assert after["state"] == "stopped"
        assert before["sent"] < after["counts"]["sent"] < 1_000
        assert "is over" in await bot.command("announce", "stop", number, "--yes", status=1)


async def test_an_edit_changes_every_copy_and_a_reply_says_so(bot: "RunningBot") -> None:
    guests = await people(bot, 4)
    said = await announce(bot, listed(bot, guests), "--text", "Room 1", "--follow")
    for guest in guests:
        await guest.reply()
    await bot.command(
        "announce", "edit", str(said["id"]), "--text", "Room 2", "--reply", "Room changed", "--yes"
    )
    for guest in guests:
        reply = await guest.reply()
        assert reply.text == "Room changed"
        original = reply.data["reply_to_message"]["message_id"]
        shows = guest.chat.messages[original]
        if shows["text"] != "Room 2":
            await guest.chat.until(
                lambda guest=guest, original=original: (
                    guest.chat.messages[original]["text"] == "Room 2" or None
                ),
                seconds=5,
            )


async def test_withdrawing_deletes_what_telegram_lets_a_bot_and_reports_the_rest(bot: "RunningBot") -> None:
    guests = await people(bot, 4)
    said = await announce(bot, listed(bot, guests), "--text", "Wrong", "--follow")
    old = await guests[0].reply()
    guests[0].chat.messages[old.message_id]["date"] -= 49 * 3600
    await bot.command("announce", "withdraw", str(said["id"]), "--yes")
    deadline = time.monotonic() + LONGEST
    while (now := await shown(bot, said["id"]))["edits_left"]:
        assert time.monotonic() < deadline
    assert (now["state"], now["counts"]["withdrawn"], now["counts"]["sent"]) == ("withdrawn", 3, 1)
    assert "not deleted" in now["reasons"][0]["reason"]
    assert [received(bot.server, guest, "Wrong") for guest in guests] == [1, 0, 0, 0]


async def test_who_comes_later_gets_what_has_not_ended(run_bot: "RunBot") -> None:
    async with run_bot() as bot:
        await who_comes_later_gets_it(bot)


async def who_comes_later_gets_it(bot: "RunningBot") -> None:
    await people(bot, 1)
    tomorrow = "2999-01-01T00:00+00:00"
    said = await announce(bot, "--text", "All week", "--until", tomorrow, "--follow")
    ended = await announce(bot, "--text", "Only now", "--follow")
    late = await bot.guest()
    assert (await late.reply()).text == "All week"
    await late.silence(1)
    assert (await until(bot, said["id"], "open"))["counts"]["sent"] == 2
    assert (await shown(bot, ended["id"]))["counts"]["sent"] == 1
    told = await bot.command("announce", "show", str(said["id"]))
    assert "open. 2 sent.\nWho comes before 2999-01-01 04:00 Asia/Baku gets it, too." in told
    muted = await bot.guest()
    await muted.reply()
    await bot.ask(muted, "/mute")
    later = await announce(bot, "--text", "Tea is ready", "--until", tomorrow, "--follow")
    await muted.silence(0.5)
    muted.start()
    texts = [(await muted.reply()).text for _ in range(2)]
    assert "Tea is ready" in texts, "who had muted it and presses /start gets it"
    await bot.command("announce", "stop", str(later["id"]), "--yes")
    assert (await shown(bot, later["id"]))["state"] == "stopped"
    nobody = await bot.guest()
    assert [(await nobody.reply()).text] == ["All week"]
    await nobody.silence(1)


async def test_quiet_hours_hold_what_is_scheduled_unless_it_is_urgent(
    run_bot: "RunBot", tmp_path: Path
) -> None:
    clock = tmp_path / "clock"
    clock.write_text("2023-11-28T21:59:00+04:00 1")
    async with run_bot(BOT_CLOCK=str(clock)) as bot:
        guest = await bot.guest()
        at = "2023-11-28T23:00+04:00"
        waiting = await announce(bot, "--text", "Sleep well", "--at", at)
        assert waiting["goes_at"] == "2023-11-29T04:00:00+00:00"
        told = await bot.command("announce", "show", str(waiting["id"]))
        goes, asked = local("2023-11-29T08:00"), local("2023-11-28T23:00")
        assert f"It goes out at {goes}: {asked} is in the quiet hours" in told
        assert goes in (await bot.command("announce", "list"))
        await announce(bot, "--text", "Wake up", "--at", at, "--urgent")
        clock.write_text("2023-11-28T23:00:01+04:00 1")
        assert (await guest.reply()).text == "Wake up"
        await guest.silence(1.5)
        assert (await shown(bot, waiting["id"]))["state"] == "queued"
        clock.write_text("2023-11-29T08:00:00+04:00 1")
        assert (await guest.reply()).text == "Sleep well"


async def test_a_crash_leaves_no_doubt_behind_that_is_not_told(run_bot: "RunBot") -> None:
    async with run_bot(BOT_MESSAGES_PER_SECOND="500") as bot:
        guests = await people(bot, 30)
        bot.server.faults.add(Hang(60, handled=True), method="sendMessage", chat_id=guests[7].id)
        said = await announce(bot, "--text", "Now")
        await guests[7].reply()
        deadline = time.monotonic() + LONGEST
        while (await shown(bot, said["id"]))["counts"]["sent"] < 29:
            assert time.monotonic() < deadline
        bot.kill()
        await bot.ended()
        bot.server.faults.clear()
        await bot.start()
        counts = (await until(bot, said["id"]))["counts"]
        assert (counts["sent"], counts["unknown"]) == (29, 1)
        assert [received(bot.server, guest, "Now") for guest in guests] == [1] * 30
        assert "announcement interrupted" in bot.log


async def test_a_stop_in_order_leaves_nothing_unknown(run_bot: "RunBot") -> None:
    async with run_bot(BOT_MESSAGES_PER_SECOND="50") as bot:
        bot.server.faults.add(Delay(0.1), method="sendMessage")
        guests = [bot.newcomer() for _ in range(200)]
        said = await announce(bot, listed(bot, guests), "--text", "Steady")
        await guests[0].reply()
        assert await bot.stop() == 0
        assert (await shown(bot, said["id"]))["counts"]["sending"] == 0
        await bot.start()
        counts = (await until(bot, said["id"]))["counts"]
        assert (counts["sent"], counts["unknown"]) == (200, 0)
        assert [received(bot.server, guest, "Steady") for guest in guests] == [1] * 200


async def test_the_report_lists_every_copy(bot: "RunningBot") -> None:
    guests = await people(bot, 2)
    said = await announce(bot, listed(bot, guests), "--text", "Report me", "--follow")
    printed = await bot.command("announce", "show", str(said["id"]), "--csv")
    rows = list(csv.DictReader(io.StringIO(printed.removeprefix("\ufeff"))))
    assert {row["chat_id"]: row["state"] for row in rows} == {str(guest.id): "sent" for guest in guests}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--text", "x" * 4097), "4,097 characters"),
        (("--text", "😀" * 2049), "4,098 characters"),
        (("--text", " "), "empty"),
        (("--text", "<b>x", "--html"), "HTML"),
        (("--text", "x", "--at", "2020-01-01T00:00+00:00"), "past"),
        (("--text", "x", "--at", "tomorrow"), "ISO"),
        (("--text", "x", "--to", "nobody"), "expected everyone"),
        (("--text", "x", "--to", "theme=cooking"), "no theme"),
        (("--text", "x", "--to", "chat=me"), "no id"),
        (("--text", "x", "--to", "role=king"), "expected organiser or maintainer"),
        (("--text", "x", "--to", "chat=77"), "knows no chat 77"),
        (("--text", "x", "--to", "recipients=1"), "expected everyone"),
        (("--text", "x", "--at", "9999-12-31T23:59:59-12:00"), "ISO"),
        (("--text", "x", "--until", "9999-12-31T23:59:59+00:00"), "before the year 9000"),
        (("--text", "x", "--until", "0001-01-01T00:00"), "ISO"),
        (("--text", "x", "--text-az", "y" * 4097), "4,097 characters"),
        (("--text", "x", "--photo", "missing.jpg"), "can't be read"),
        (("--text", "x", "--photo", "ids"), "no JPEG"),
        (("--text", "x", "--to", "list=ids"), "line 2 ('Leyla'), 3 ('@anar')"),
        ((), "--text or --file"),
    ],
)
async def test_bad_input_is_told_before_anything_is_recorded(
    shared_bot: "RunningBot", words: tuple[str, ...], told: str
) -> None:
    (shared_bot.folder / "ids").write_text("123\nLeyla\n@anar\n")
    assert told in await shared_bot.command("announce", *words, "--yes", status=2)


@pytest.mark.parametrize("number", ["99999999999999999999", "0", "2147483648"])
async def test_a_number_no_announcement_can_have_is_a_wrong_call(
    shared_bot: "RunningBot", number: str
) -> None:
    told = await shared_bot.command("announce", "show", number, status=2)
    assert "Invalid value for 'ID'" in told
    assert "Traceback" not in told


async def test_a_time_without_offset_is_the_event_s_and_is_repeated(shared_bot: "RunningBot") -> None:
    """Also in the chat; an offset is taken as it is."""
    for given, meant in (("2999-06-01T09:00", "09:00"), ("2999-06-01T09:00+01:00", "12:00")):
        words = ("--text", "Early", "--to", f"list={shared_bot.folder / 'one'}", "--at", given, "--yes")
        (shared_bot.folder / "one").write_text("5\n")
        told = await shared_bot.command("announce", *words)
        assert f"sends it at 2999-06-01 {meant} Asia/Baku." in told
        number = told.split()[1]
        await shared_bot.command("announce", "withdraw", number, "--yes")
        assert (await shown(shared_bot, int(number)))["counts"]["withdrawn"] == 1


async def test_each_language_gets_its_text_and_its_edit(bot: "RunningBot") -> None:
    azeri, russian, english = [await bot.guest(code) for code in ("az", "ru", "en")]
    to = listed(bot, (azeri, russian, english))
    words = ("--text", "Lunch", "--text-az", "Nahar", "--text-ru", "Обед")
    said = await announce(bot, to, *words, "--follow")
    copies = [await person.reply() for person in (azeri, russian, english)]
    assert [copy.text for copy in copies] == ["Nahar", "Обед", "Lunch"]
    await bot.command("announce", "edit", str(said["id"]), "--text-ru", "Обед в час", "--yes")
    assert (await russian.edited(copies[1])).text == "Обед в час"
    assert [person.chat.messages[copy.message_id]["text"] for person, copy in
            ((azeri, copies[0]), (english, copies[2]))] == ["Nahar", "Lunch"]  # fmt: skip
    only = await announce(bot, to, "--text", "One", "--follow")
    wrong = ("announce", "edit", str(only["id"]), "--text-az", "Bir", "--yes")
    assert "no --text-az: it was made with --text" in await bot.command(*wrong, status=2)


async def test_an_audience_that_is_empty_is_told_and_nothing_is_recorded(shared_bot: "RunningBot") -> None:
    before = await shared_bot.command("announce", "list", "--json")
    told = await shared_bot.command("announce", "--text", "x", "--to", "language=xx", "--yes", status=1)
    assert "0 get it" in told
    assert await shared_bot.command("announce", "list", "--json") == before
