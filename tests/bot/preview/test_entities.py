import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.preview.entities import found_entities, parse_html
from bot.preview.errors import BotApiError


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("<strong>a</strong><em>b</em>", "ab", [("bold", 0, 1), ("italic", 1, 1)]),
        ("<u>a</u><ins>b</ins>", "ab", [("underline", 0, 1), ("underline", 1, 1)]),
        ("<s>a</s><strike>b</strike><del>c</del>", "abc", [("strikethrough", n, 1) for n in range(3)]),
        ("<tg-spoiler>a</tg-spoiler>", "a", [("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ("<code>&lt;b&gt;</code>", "<b>", [("code", 0, 3)]),
        ("<B>a</b>", "a", [("bold", 0, 1)]),
        ("&quot;&#233;&#xE9; &nbsp; &", '"éé &nbsp; &', []),
        ("  <b> a</b> \n", "a", [("bold", 0, 1)]),
        ("<b></b>a > b", "a > b", []),
        ("<a>nowhere</a>", "nowhere", []),
    ],
)
def test_the_supported_tags(html: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    plain, found = parse_html(html)
    assert plain == text
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in found] == entities


def test_a_code_block_keeps_its_language() -> None:
    _, entities = parse_html('<pre><code class="language-python">1</code></pre>')
    assert entities == [{"type": "pre", "offset": 0, "length": 1, "language": "python"}]


@pytest.mark.parametrize(
    ("html", "problem"),
    [
        ("I <3 you", 'Unsupported start tag "3" at byte offset 2'),
        ("you <3", "Unclosed start tag at byte offset 4"),
        ("a < b > c", 'Unsupported start tag "" at byte offset 2'),
        ("<p>a</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("ə</b>", "Unexpected end tag at byte offset 2"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        (
            "<a href>a</a>",
            'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
        ),
        ('<a href="x', 'Unclosed start tag "a" at byte offset 0'),
    ],
)
def test_what_telegram_refuses(html: str, problem: str) -> None:
    with pytest.raises(BotApiError) as refused:
        parse_html(html)
    assert refused.value.description == f"Bad Request: can't parse entities: {problem}"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_escaped_text_comes_out_as_it_went_in(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert parse_html(f"<b>{escaped}</b>")[0] == text.strip()


@given(st.text(st.sampled_from("<>&;/\"'= abpre#x1é😀")))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    try:
        plain, entities = parse_html(text)
    except BotApiError:
        return
    units = len(plain.encode("utf-16-le")) // 2
    assert all(0 <= e["offset"] < e["offset"] + e["length"] <= units for e in entities)


def test_long_texts_are_searched_in_linear_time() -> None:
    assert found_entities("a" * 1_000_000 + "@") == []
