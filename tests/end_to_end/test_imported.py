"""A PDF is imported, a question is asked: the answer is its text to the letter, with the printed page."""

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from corpus.reading.converting import Facts, convert
from corpus.reading.folder import BUNDLED
from corpus.reading.workshop import read_workshop

PAGES = (
    ("About this handbook", "This handbook is for those who keep the honey bees of the Karabakh station."),
    (
        "Why honey bees find explosives",
        "Honey bees smell explosives. They need two days of training.",
    ),
    ("What a beehive costs", "A beehive of the station costs 85 manat, sugar for its training included."),
)


def handbook() -> bytes:
    """A page for each, numbered i, ii, iii."""
    file = BytesIO()
    canvas = Canvas(file)
    canvas.addPageLabel(0, style="ROMAN_LOWER", start=1)
    for heading, text in PAGES:
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(72, 700, heading)
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72, 670, text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def test_the_answer_names_the_page(tmp_path: Path) -> None:
    folder = shutil.copytree(BUNDLED, tmp_path / "corpus")
    converted = convert(
        "Bees.pdf",
        handbook(),
        workshop=read_workshop(folder / "workshop.yaml"),
        today=date(2026, 11, 24),
        facts=Facts(title="Handbook of the bees", theme="technology"),
    )
    (folder / f"{converted.id}.md").write_text(converted.markdown, encoding="utf-8")
    environment = {**os.environ, "BOT_CORPUS_DIR": str(folder)}  # noqa: TID251  # the process's own
    asked = [sys.executable, "-m", "bot", "ask", "Why do honey bees find explosives?", "--json"]
    done = subprocess.run(asked, env=environment, cwd=tmp_path, capture_output=True, text=True, check=True)
    answer = json.loads(done.stdout)
    (source,) = answer["sources"]
    assert answer["kind"] == "answer"
    assert " ".join(answer["quotes"]) == PAGES[1][1]
    assert (source["document"], source["title"], source["page"]) == ("bees.md", "Handbook of the bees", "ii")
    assert "Why honey bees find explosives — Handbook of the bees, page ii\n" in answer["text"]
    assert all(quote in converted.markdown for quote in answer["quotes"])
