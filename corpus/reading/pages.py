"""One page of a PDF as a picture, with the words of a passage marked; drawn in a process of its own.

The file is somebody else's: whatever it does to the library that reads it, the bot goes on.
"""

import io
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.ranking.analysis import fold

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

DRAWING_SECONDS = 20
"""How long a page may take."""
LONGEST_SIDE = 1_800
"""Pixels: sharp on a telephone, far below what Telegram takes in a photo."""
PAGES_LOOKED_AT = 3
"""A passage begins on its page and may go on over the next ones: the words quoted may stand there."""
FEWEST_LETTERS = 16
"""Of a sentence that is broken up, how many a piece must have to be marked."""
QUALITY = 85
"""Of the JPEG, in percent."""
MARK = (255, 236, 120)
"""The colour words are marked with, as by a felt pen."""

_Box = tuple[float, float, float, float]


class PageError(ValueError):
    """The page can't be drawn; the message says why."""


def can_be_drawn(file: Path) -> bool:
    """Whether a file has pages that can be shown as pictures."""
    return file.suffix.lower() == ".pdf"


def picture(file: Path, *, number: int, sentences: Sequence[str]) -> bytes:
    """A page as JPEG, the sentences marked as far as they stand on it.

    Args:
        file: a PDF.
        number: of the page where the passage begins, from 1.
        sentences: to the letter; the page shown is the one that holds most of them, of that and the next two.

    Raises:
        PageError: the file or the page can't be read, or takes too long.
    """
    asked = json.dumps({"file": str(file), "number": number, "sentences": list(sentences)})
    command = (sys.executable, "-m", __name__)
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command, input=asked.encode(), capture_output=True, timeout=DRAWING_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise PageError(f"{file.name}: page {number} took longer than {DRAWING_SECONDS} s") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise PageError(f"{file.name}: page {number} can't be drawn ({said or done.returncode})")
    return done.stdout


def _draw(file: Path, number: int, sentences: Sequence[str]) -> bytes:
    import pypdfium2  # noqa: PLC0415 - only the process that draws pays for it

    with pypdfium2.PdfDocument(file) as document:
        looked_at = range(number - 1, min(number - 1 + PAGES_LOOKED_AT, len(document)))
        if not looked_at:
            raise PageError(f"there are {len(document)} pages")
        marks = {place: _marks(document[place].get_textpage(), sentences) for place in looked_at}
        best = max(looked_at, key=lambda place: (sum(length for _, length in marks[place]), -place))
        page = document[best]
        return _rendered(page, [box for start, length in marks[best] for box in _boxes(page, start, length)])


def _marks(text: "PdfTextPage", sentences: Sequence[str]) -> list[tuple[int, int]]:
    """Where sentences stand on a page: first character and how many, piece by piece."""
    letters, places = _letters(text.get_text_range(errors="replace"))
    found, end = [], 0
    for sentence in sentences:
        rest, _ = _letters(sentence)
        fewest = min(FEWEST_LETTERS, len(rest))
        while rest and len(rest) >= fewest:
            start, length = _longest(rest, letters, end)
            if length < fewest:
                break
            end = start + length
            found.append((places[start], places[end - 1] - places[start] + 1))
            rest = rest[length:]
    return found


def _longest(wanted: str, letters: str, after: int) -> tuple[int, int]:
    """Where the longest beginning of some letters stands on the page, and its length.

    What breaks a sentence up may be a column or the end of the page; the same words may stand twice.
    """
    low, high = 0, len(wanted)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if wanted[:middle] in letters else (low, middle - 1)
    start = letters.find(wanted[:low], after)
    return (start if start >= 0 else letters.find(wanted[:low])), low


def _letters(text: str) -> tuple[str, list[int]]:
    """Letters and digits alone, folded, each with its place: line ends and hyphens are the page's own."""
    pairs = [(letter, place) for place, one in enumerate(text) for letter in fold(one) if letter.isalnum()]
    return "".join(letter for letter, _ in pairs), [place for _, place in pairs]


def _boxes(page: "PdfPage", start: int, length: int) -> Iterator[_Box]:
    """The rectangles around some characters, one a line: left, bottom, right, top in points."""
    text = page.get_textpage()
    for place in range(text.count_rects(start, length)):
        yield text.get_rect(place)


def _rendered(page: "PdfPage", boxes: Sequence[_Box]) -> bytes:
    from PIL import Image, ImageChops, ImageDraw  # noqa: PLC0415 - as above

    scale = LONGEST_SIDE / max(page.get_size())
    bitmap = page.render(scale=scale)
    drawn = bitmap.to_pil().convert("RGB")
    to_pixels = bitmap.get_posconv(page).to_bitmap
    marks = Image.new("RGB", drawn.size, "white")
    pen = ImageDraw.Draw(marks)
    for left, bottom, right, top in boxes:
        (x, y), (to_x, to_y) = to_pixels(left, top), to_pixels(right, bottom)
        pen.rectangle((min(x, to_x), min(y, to_y) - 2, max(x, to_x), max(y, to_y) + 2), fill=MARK)
    buffer = io.BytesIO()
    ImageChops.multiply(drawn, marks).save(buffer, "JPEG", quality=QUALITY)
    return buffer.getvalue()


if __name__ == "__main__":
    request = json.load(sys.stdin)
    sys.stdout.buffer.write(_draw(Path(request["file"]), request["number"], request["sentences"]))
