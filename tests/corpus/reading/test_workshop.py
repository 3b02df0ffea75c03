"""`workshop.yaml`: without a card, its languages or its numbers nothing is served."""

import re
from pathlib import Path

import pytest

from corpus.reading.folder import BUNDLED, read_corpus
from corpus.reading.problems import CorpusError

WORKSHOP = (BUNDLED / "workshop.yaml").read_text(encoding="utf-8")
FOUND = re.search(r"^  found:\n(?:    .*\n)+", WORKSHOP, re.MULTILINE)
TURKISH = re.search(r"^    tr:\n(?:      .*\n)+", WORKSHOP, re.MULTILINE)
NUMBERS = re.search(r"^  numbers:.*\n(?:    .*\n)+", WORKSHOP, re.MULTILINE)
assert FOUND
assert TURKISH
assert NUMBERS


@pytest.mark.parametrize(
    ("old", "new", "marked", "message"),
    [
        pytest.param(FOUND[0], "", "safety:", "safety.found: field required", id="no card"),
        pytest.param(TURKISH[0], "", "  found:", "safety.found.tr: field required", id="no language"),
        pytest.param(NUMBERS[0], "", "safety:", "safety.numbers: field required", id="no numbers"),
        pytest.param(NUMBERS[0], "  numbers: []\n", "  numbers:", "safety.numbers: ", id="empty numbers"),
        pytest.param("number: '112'", "number: ''", "    - number: ''", "numbers.0.number: ", id="no number"),
        pytest.param(
            "number: '112'", "number: 0112", "    - number: 0112", "valid string", id="octal number"
        ),
        pytest.param(
            "number: '112'", "number: '--'", "    - number: '--'", "numbers.0.number: ", id="no digit"
        ),
        pytest.param("Asia/Baku", "Asia/Bacu", "time_zone", "'Asia/Bacu' is not known", id="time zone"),
        pytest.param("Asia/Baku", "../../etc/passwd", "time_zone", "is not known", id="time zone as a path"),
        pytest.param("starts: 2023-11-28", "starts: 2023-12-28", "ends:", "lies before", id="ends first"),
        pytest.param(
            "starts: 2023-11-28", "starts: 2023-11-31", "starts:", "day is out of range", id="no such day"
        ),
        pytest.param(
            "  technology: {en: Technology, ",
            "  technology: {",
            "  technology:",
            "no text in 'en'",
            id="theme not in the first language",
        ),
        pytest.param(
            "sources: [trend-112, azernews-112]",
            "sources: [trend-113]",
            "      sources: [trend-113]",
            "'trend-113' is not listed",
            id="unknown source",
        ),
        pytest.param(
            "  found:\n", "  Found:\n", "safety:", "safety.found: field required", id="misspelt card"
        ),
        pytest.param("  inside:\n", "  found:\n", None, "'found' stands twice", id="the same card twice"),
        pytest.param("languages: [en, az, ru]", "languages: [en, az, ru", None, "no YAML", id="no YAML"),
    ],
)
def test_fault(folder: Path, old: str, new: str, marked: str | None, message: str) -> None:
    """The error names the file, the line and the part."""
    broken = WORKSHOP.replace(old, new, 1)
    assert broken != WORKSHOP
    (folder / "workshop.yaml").write_text(broken, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"^workshop\.yaml:\d+: ") as caught:
        read_corpus(folder)
    problem = caught.value.problem
    assert message in problem.message
    assert problem.remedy
    assert problem.line > 1
    if marked:
        lines = broken.splitlines()
        assert problem.line == next(n for n, line in enumerate(lines, start=1) if line.startswith(marked))


@pytest.mark.parametrize("content", [b"", b"- a\n", b"text", b"\xff\xfe", b"\0", b"[" * 100_000])
def test_no_workshop_at_all(folder: Path, content: bytes) -> None:
    (folder / "workshop.yaml").write_bytes(content)
    with pytest.raises(CorpusError, match=r"^workshop\.yaml:1: "):
        read_corpus(folder)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"^workshop\.yaml:1: can't be read"):
        read_corpus(tmp_path)


def test_byte_order_mark_and_windows_line_ends(folder: Path) -> None:
    saved = b"\xef\xbb\xbf" + WORKSHOP.replace("\n", "\r\n").encode()
    (folder / "workshop.yaml").write_bytes(saved)
    assert read_corpus(folder).workshop.safety.numbers[0].number == "112"
