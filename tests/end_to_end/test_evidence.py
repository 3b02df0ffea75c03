"""Where an answer stands: its page as a picture, its file where that is allowed."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from reportlab.pdfgen import canvas

from corpus.reading.folder import BUNDLED

if TYPE_CHECKING:
    from tests.end_to_end.conftest import RunBot

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(300)]

QUESTION = "Where do the participants park their bicycles?"
ANSWER = "Participants park their bicycles in the yard."
DOCUMENT = f"""---
id: bicycles
title: Bicycles at the workshop
theme: workshop
language: en
date: 2023-11-28
review: 2033-11-28
original: originals/bicycles.pdf
share: {{share}}
---
## Where participants park their bicycles

<!-- page 2 "iv" -->

{ANSWER} The desk keeps the keys.
"""


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(BUNDLED, tmp_path / "documents"))
    (folder / "originals").mkdir()
    sheet = canvas.Canvas(str(folder / "originals" / "bicycles.pdf"))
    for words in ("A title page", f"{ANSWER} The desk keeps the keys."):
        sheet.drawString(72, 700, words)
        sheet.showPage()
    sheet.save()
    (folder / "en" / "bicycles.md").write_text(DOCUMENT.format(share="true"), encoding="utf-8")
    return folder


async def test_the_page_and_the_file_are_sent(run_bot: RunBot, documents: Path) -> None:
    """The first person's picture is drawn, the next one's has the same file id."""
    async with run_bot(BOT_CORPUS_DIR=str(documents)) as bot:
        seen = []
        for _ in range(2):
            leyla = await bot.guest()
            answer = await bot.ask(leyla, QUESTION)
            assert ANSWER in answer.text
            assert "Bicycles at the workshop, page iv" in answer.text
            await leyla.press(answer.button("📄 See the page"))
            page = await leyla.reply()
            assert page.data["caption"] == "Bicycles at the workshop, page iv"
            assert page.data["reply_to_message"]["message_id"] == answer.message_id
            seen.append(page.data["photo"][-1]["file_id"])
            await leyla.press(answer.button("📎 The whole document"))
            whole = await leyla.reply()
            assert whole.data["document"]["file_name"] == "bicycles.pdf"
        assert seen[0] == seen[1]
        sent = [call for call in bot.server.calls if call.method in ("sendPhoto", "sendDocument")]
        by_id = [bool(call.params.get(call.method.removeprefix("send").lower())) for call in sent]
        assert by_id == [False, False, True, True], "each goes up once"


async def test_what_may_not_be_shared_has_no_button(run_bot: RunBot, documents: Path) -> None:
    (documents / "en" / "bicycles.md").write_text(DOCUMENT.format(share="false"), encoding="utf-8")
    async with run_bot(BOT_CORPUS_DIR=str(documents)) as bot:
        answer = await bot.ask(await bot.guest(), QUESTION)
        labels = [one.text for one in answer.buttons]
        assert "📄 See the page" in labels
        assert "📎 The whole document" not in labels


async def test_a_file_that_is_gone_is_told_kindly(run_bot: RunBot, documents: Path) -> None:
    async with run_bot(BOT_CORPUS_DIR=str(documents)) as bot:
        leyla = await bot.guest()
        answer = await bot.ask(leyla, QUESTION)
        (documents / "originals" / "bicycles.pdf").write_bytes(b"%PDF-1.7 torn")
        await leyla.press(answer.button("📄 See the page"))
        assert (await leyla.reply()).text.startswith("This file can't be shown just now.")
