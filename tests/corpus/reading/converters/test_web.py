"""Web pages: what they say is kept with its structure, menus are not."""

import datetime as dt

import pytest

from corpus.reading.converters.blocks import Heading, Paragraph
from corpus.reading.converters.web import read_web

TEXT = "Dogs find mines by their smell, and they walk before the team every day of the week."
BODY = f"""
<h1>Dogs and mines</h1><p>{TEXT}</p>
<h2>Facts &amp; figures</h2>
<ul><li>A dog works <b>two</b>&nbsp;hours.</li><li>Then it <a href="/rest">rests</a>.</li></ul>
<table><tr><th>Dog</th><th>Age</th></tr><tr><td>Rex</td><td>4</td></tr>
<tr><td>Max</td><td><p>7</p></td></tr></table>
<p>One line<br>and another.</p><script>alert("no")</script><!-- nor this -->
"""
EXPECTED = [
    Heading("Dogs and mines", 1),
    Paragraph(TEXT),
    Heading("Facts & figures", 2),
    Paragraph("A dog works two hours.", is_item=True),
    Paragraph("Then it rests.", is_item=True),
    Paragraph("Dog: Rex; Age: 4."),
    Paragraph("Dog: Max; Age: 7."),
    Paragraph("One line and another."),
]
MENU = "".join(f'<li><a href="/{number}">Menu entry number {number}</a></li>' for number in range(30))
PAGES = {
    "main": f"<nav><ul>{MENU}</ul></nav><div>Log in here</div><main>{BODY}</main><footer>Imprint</footer>",
    "article": f"<header><ul>{MENU}</ul></header><article>{BODY}</article><aside>More from us</aside>",
    "bare": BODY,
    "divisions": f'<div class="menu"><ul>{MENU}</ul></div><div id="content">{BODY}</div><div class="footer">'
    f"<p><a href='/i'>Imprint of us all</a></p></div>",
}


@pytest.mark.parametrize("name", PAGES)
def test_the_main_text_with_its_structure(name: str) -> None:
    page = f"<!DOCTYPE html><html><head><title>Dogs</title></head><body>{PAGES[name]}</body></html>"
    assert read_web(page.encode()).blocks == EXPECTED


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        ("", "cp1251"),
        ("", "utf-16"),
        ('<meta charset="utf-8">', "cp1251"),
        ('<meta charset="nonsense">', "utf-8"),
    ],
)
def test_the_encoding_is_found(declared: str, encoding: str) -> None:
    """By what the page declares where that holds, else by its letters."""
    text = "Собака находит мину по запаху и ложится рядом с ней, а потом ждёт, что скажет её вожатый."
    page = f"<html><head>{declared}</head><body><p>{text}</p></body></html>"
    assert read_web(page.encode(encoding)).blocks == [Paragraph(text)]


def test_what_the_page_says_of_itself() -> None:
    page = f"""<html><head><title>Dogs and mines</title><link rel="canonical" href="https://example.org/dogs">
    <meta property="article:published_time" content="2023-11-28T10:00:00Z"></head>
    <body>{BODY}</body></html>"""
    read = read_web(page.encode())
    assert (read.title, read.date, read.url) == (
        "Dogs and mines", dt.date(2023, 11, 28), "https://example.org/dogs",
    )  # fmt: skip


def test_cells_over_rows_and_columns() -> None:
    page = """<html><body><table><tr><th>District</th><th>Year</th><th>Mines</th></tr>
    <tr><td rowspan="2">Agdam</td><td>2022</td><td>5</td></tr><tr><td>2023</td><td>7</td></tr>
    <tr><td colspan="2">Everywhere</td><td>12</td></tr></table></body></html>"""
    assert [block.text for block in read_web(page.encode()).blocks if isinstance(block, Paragraph)] == [
        "District: Agdam; Year: 2022; Mines: 5.",
        "District: Agdam; Year: 2023; Mines: 7.",
        "District: Everywhere; Mines: 12.",
    ]


def test_hidden_text_is_not_read() -> None:
    page = """<html><body><p>Seen.</p><p hidden>One</p><p style="display: none">Two</p>
    <div aria-hidden="true">Three</div><template><p>Four</p></template></body></html>"""
    assert read_web(page.encode()).blocks == [Paragraph("Seen.")]
