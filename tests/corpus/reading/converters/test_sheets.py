"""Spreadsheets as openpyxl writes them: values as they are shown, under their columns' names."""

import datetime as dt
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from corpus.passages import Page
from corpus.reading.converters import sheets
from corpus.reading.converters.blocks import Content, Heading, Paragraph, Unreadable
from corpus.reading.converters.sheet_values import shown
from corpus.reading.converters.sheets import read_sheets

DAY = dt.datetime(2023, 11, 28)  # noqa: DTZ001  # openpyxl's days know no zone
HOUR = dt.datetime(2023, 11, 8, 9, 5)  # noqa: DTZ001


def read(book: Any) -> Content:  # noqa: ANN401  # openpyxl ships no types
    file = BytesIO()
    book.save(file)
    return read_sheets(file.getvalue())


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (None, "General", ""), ("Agdam", "@", "Agdam"), (True, "General", "TRUE"), (12, "General", "12"),
        (12.0, "General", "12"), (0.1 + 0.2, "General", "0.3"), (1234.5, "#,##0.00", "1,234.50"),
        (1234.5, '#,##0.00 "AZN"', "1,234.50 AZN"), (1234.5, "[$₼-42C] #,##0", "₼ 1,234"),
        (0.256, "0%", "26%"), (0.256, "0.0%", "25.6%"), (-3.14159, "0.00", "-3.14"), (2.5, "0.##", "2.5"),
        (2, "0.##", "2"), (7, "0", "7"), (1e20, "General", "1e+20"), (5, '0" mines"', "5 mines"),
        (DAY, "dd.mm.yyyy", "28.11.2023"), (DAY, "d/m/yyyy", "28/11/2023"), (DAY, "mm-dd-yy", "2023-11-28"),
        (DAY, "General", "2023-11-28"), (HOUR, "yyyy-mm-dd hh:mm", "2023-11-08 09:05"),
        (HOUR, "dd.mm.yyyy hh:mm", "08.11.2023 09:05"), (dt.time(9, 5), "hh:mm", "09:05"),
        ("#REF!", "General", ""), ("#1 in the list", "General", "#1 in the list"),
    ],
)  # fmt: skip
def test_a_value_as_it_is_shown(value: object, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text


def test_a_sheet_is_a_page_and_a_heading() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Büdcə 2023"
    for row in (["Costs of the project"], [], ["Item", "Cost", "Day"], ["Rats", 1234.5, DAY],
                ["Dogs", None, None], [], [None, "Team", "People"], [None, "A", 12]):  # fmt: skip
        sheet.append(row)
    sheet["B4"].number_format = "#,##0.00"
    second = book.create_sheet("Second")
    second.append(["Alone"])
    assert read(book).blocks == [
        Page(1, "Büdcə 2023", "sheet"),
        Heading("Büdcə 2023", 1),
        Paragraph("Costs of the project"),
        Paragraph("Item: Rats; Cost: 1,234.50; Day: 2023-11-28."),
        Paragraph("Item: Dogs."),
        Paragraph("Team: A; People: 12."),
        Page(2, "Second", "sheet"),
        Heading("Second", 1),
        Paragraph("Alone"),
    ]


def test_what_is_left_out_is_said() -> None:
    """A formula is never computed here: without the value that was kept it says nothing."""
    book = openpyxl.Workbook()
    for row in (["Item", "Cost"], ["Rats", "=1+1"]):
        book.active.append(row)
    hidden = book.create_sheet("Wages")
    hidden.sheet_state = "hidden"
    hidden.append(["Name", "Wage"])
    content = read(book)
    assert "Wage" not in content.text
    assert content.blocks[-1] == Paragraph("Item: Rats.")
    assert [message for message, _ in content.notes] == [
        "hidden sheets were left out: Wages",
        "formulas without a kept value were left out: 1",
    ]


def test_an_endless_sheet_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 20)
    book = openpyxl.Workbook()
    for number in range(22):
        book.active.append([f"Row {number}", number])
    with pytest.raises(Unreadable, match="over 20 rows"):
        read(book)
