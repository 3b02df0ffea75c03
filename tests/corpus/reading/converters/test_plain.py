"""Text and Markdown of any origin: the encoding is found or the file refused, never guessed wrong."""

from collections.abc import Callable

import pytest

from corpus.reading.converters.blocks import Heading, Paragraph, Unreadable
from corpus.reading.converters.decoding import decode, refuse_mojibake
from corpus.reading.converters.plain import read_foreign_markdown, read_text
from corpus.reading.folder import BUNDLED
from corpus.reading.problems import Problem

RUSSIAN = (
    "Сапёры идут по полосе и слушают каждый сигнал, потому что он может оказаться миной. Что делать, если вы "
    "нашли мину? Не трогайте её и позвоните по номеру 112."
)
TURKISH = (
    "Mayın arama ekipleri her gün yavaş yürür ve her sinyali dinler, çünkü bu bir mayın olabilir. Bir mayın "
    "bulursanız dokunmayın ve daha sonra 112 numarasını arayın."
)
AZERBAIJANI = (
    "Minatəmizləyənlər hər siqnalı dinləyirlər, çünki o, mina ola bilər. Mina tapsanız, ona toxunmayın."
)
ENGLISH = "The café’s owner says that the “rats” are very good at this, and they are not afraid of the mines."
MADE_UP = "Xyzzy plugh grault çorge wâldo frobnîcate qüux blørgh."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "utf-8"), (RUSSIAN, "utf-8-sig"), (RUSSIAN, "utf-16"), (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "utf-16-be"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (RUSSIAN, "cp866"),
        (TURKISH, "utf-8"), (TURKISH, "cp1254"), (TURKISH, "utf-16-le"), (AZERBAIJANI, "utf-8"),
        (AZERBAIJANI, "utf-16"), (AZERBAIJANI, "utf-16-be"), (ENGLISH, "cp1252"), (ENGLISH, "utf-16-le"),
    ],
)  # fmt: skip
def test_the_encoding_is_found(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    refuse_mojibake(decoded)
    assert decoded == text


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(MADE_UP.encode("cp1252"), id="no language tells the code page"),
        pytest.param(RUSSIAN.encode("utf-8")[:-1] + b"\xff", id="damaged UTF-8"),
        pytest.param(b"\xff\xfe" + RUSSIAN.encode("utf-16-le")[:-1], id="half a letter at the end"),
        pytest.param(bytes(range(256)) * 4, id="no text"),
        pytest.param(b"text\0\0\0\0", id="zeros"),
        pytest.param("日本語のテキスト".encode("shift-jis"), id="a code page that is not looked for"),
    ],
)
def test_what_can_t_be_told_is_refused(content: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        decode(content)
    assert refused.value.remedy


@pytest.mark.parametrize(
    ("text", "wrote", "read_as"),
    [
        (RUSSIAN, "utf-8", "cp1251"), (RUSSIAN, "cp1251", "cp1252"), (RUSSIAN, "utf-8", "latin-1"),
        (RUSSIAN, "koi8-r", "latin-1"), (AZERBAIJANI, "utf-8", "cp1252"), (AZERBAIJANI, "utf-8", "latin-1"),
        (TURKISH, "utf-8", "cp1252"),
    ],
)  # fmt: skip
def test_mojibake_is_named(text: str, wrote: str, read_as: str) -> None:
    with pytest.raises(Unreadable, match="garbled"):
        refuse_mojibake(text.encode(wrote).decode(read_as, "replace"))


def test_lost_letters_are_named() -> None:
    with pytest.raises(Unreadable, match="can't be read"):
        refuse_mojibake("Some te\ufffdt with lost l\ufffdtters")


@pytest.mark.parametrize("file", sorted(BUNDLED.rglob("*.md")), ids=lambda file: file.stem)
def test_sound_texts_are_no_mojibake(file: object) -> None:
    refuse_mojibake(file.read_text(encoding="utf-8"))  # type: ignore[attr-defined]


def test_other_sound_languages_are_no_mojibake() -> None:
    """Accented letters alone are no fault."""
    for text in (
        "Les élèves ont été très étonnés à l’été.",
        "Größe, Übung, Fuß, Äpfel",
        "Çöp, şüphe, gövde, ığdır",
    ):
        refuse_mojibake(text)


def test_text_becomes_headings_paragraphs_and_items() -> None:
    text = (
        "Report\n======\n\nThe first line\ngoes on here.\n\nWhat we learned\n\nIt was a lot. We say:\n"
        "- keep to the\n  lane\n* wait\n\nA last line without end"
    )
    assert read_text(text.replace("\n", "\r\n").encode()).blocks == [
        Heading("Report", 1),
        Paragraph("The first line goes on here."),
        Heading("What we learned", 2),
        Paragraph("It was a lot. We say:"),
        Paragraph("keep to the lane", is_item=True),
        Paragraph("wait", is_item=True),
        Paragraph("A last line without end"),
    ]


def test_markdown_of_others_keeps_its_structure() -> None:
    text = (
        "---\nlayout: post\ntitle: A *post*\ndate: 2023-11-28\n---\n# Top\n\n"
        "With **bold** and [a link](http://a.b).\n\n"
        "| District | Mines |\n|---|---|\n| Agdam | 10 |\n\n1. one\n2. two\n\n<p>Tagged</p>\n\n"
        "```\ncode\n```\n"
    )
    read = read_foreign_markdown(text.encode())
    assert (read.title, str(read.date)) == ("A *post*", "2023-11-28")
    assert read.blocks == [
        Heading("Top", 1),
        Paragraph("With bold and a link."),
        Paragraph("District: Agdam; Mines: 10."),
        Paragraph("one", is_item=True),
        Paragraph("two", is_item=True),
        Paragraph("Tagged"),
        Paragraph("code"),
    ]


def test_a_document_of_a_corpus_stays_as_it_is(take: Callable[..., object]) -> None:
    content = (BUNDLED / "en" / "animals.md").read_bytes()
    imported = take("animals.md", content)
    assert imported.converted.markdown.encode() == content  # type: ignore[attr-defined]
    assert imported.converted.original is None  # type: ignore[attr-defined]


def test_a_fault_in_a_document_of_a_corpus_has_its_line(refusal: Callable[[str, bytes], Problem]) -> None:
    content = (BUNDLED / "en" / "animals.md").read_text(encoding="utf-8")
    problem = refusal("animals.md", content.replace("theme: technology", "theme: rodents").encode())
    assert (problem.path, problem.line) == ("animals.md", 4)
    assert "'rodents' is not known" in problem.message
    assert "no YAML" in refusal("animals.md", content.replace("title: ", "title: [").encode()).message
    assert (
        "id: field required" in refusal("animals.txt", content.replace("id: ", "name: ", 1).encode()).message
    )
