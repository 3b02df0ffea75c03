"""A text or a file that Telegram would not take is told, with the count, before anything is recorded."""

from pathlib import Path

import pytest

from bot.announcements.message import Attachment, NoMessageError, attachment, chat_ids, content, texts_given

PHOTO = Attachment("photo", "a.jpg", b"x")


@pytest.mark.parametrize(
    ("text", "media", "told"),
    [
        ("x" * 4096, None, None),
        ("x" * 4097, None, "4,097 characters"),
        ("😀" * 2049, None, "4,098 characters"),
        ("x" * 1024, PHOTO, None),
        ("x" * 1025, PHOTO, "1,025 characters"),
        ("", PHOTO, None),
        ("", None, "empty"),
        ("caf\udce9", None, "UTF-8"),
    ],
)
def test_lengths_are_counted_as_telegram_counts_them(
    text: str, media: Attachment | None, told: str | None
) -> None:
    if told is None:
        assert content(text, html=False, attachment=media).text == text
        return
    with pytest.raises(NoMessageError, match=told):
        content(text, html=False, attachment=media)


def test_html_is_counted_without_its_marks_and_kept_as_entities() -> None:
    said = content(f"<b>{'x' * 4096}</b>", html=True)
    assert said.parameters["entities"] == [{"type": "bold", "offset": 0, "length": 4096}]
    assert content("5 < 6 & <b>", html=False).text == "5 < 6 & <b>"
    with pytest.raises(NoMessageError, match="HTML"):
        content("5 < 6", html=True)


def test_a_file_is_looked_at_before(tmp_path: Path) -> None:
    text, picture, nothing = tmp_path / "a.txt", tmp_path / "a.png", tmp_path / "none"
    text.write_text("text")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * 100)
    nothing.touch()
    assert attachment(picture, None) == Attachment("photo", "a.png", picture.read_bytes())
    assert attachment(None, text) == Attachment("document", "a.txt", b"text")
    for photo, document, told in (
        (text, None, "no JPEG"),
        (nothing, None, "empty"),
        (picture, text, "either"),
        (tmp_path / "gone", None, "can't be read"),
    ):
        with pytest.raises(NoMessageError, match=told):
            attachment(photo, document)
    picture.write_bytes(b"\xff\xd8\xff" + b"x" * 10 * 2**20)
    with pytest.raises(NoMessageError, match="10 MB"):
        attachment(picture, None)


def test_a_list_names_the_lines_that_are_no_ids(tmp_path: Path) -> None:
    file = tmp_path / "ids"
    file.write_text("\ufeff123\n\n-100456 # the team\n")
    assert chat_ids(file) == [123, -100456]
    file.write_text("1\nx\n0\n" + "y\n" * 9)
    with pytest.raises(NoMessageError, match=r"2 \('x'\), 3 \('0'\).* and 6 more"):
        chat_ids(file)


def test_a_text_is_given_in_one_way(tmp_path: Path) -> None:
    file = tmp_path / "text"
    file.write_bytes("Görüş".encode())
    assert texts_given({"": None, "az": "y"}, file) == {"": "Görüş", "az": "y"}
    assert texts_given({"": "x"}, None) == {"": "x"}
    file.write_bytes(b"\xff\xfe")
    for text, path in ((None, None), ("x", file), (None, file)):
        with pytest.raises(NoMessageError):
            texts_given({"": text}, path)
