"""What scrubbing takes out of a question, what it must leave, and that no text makes it slow."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.scrubbing import scrub

PERSONAL = [
    ("call me on +994 50 123 45 67 please", "call me on [phone] please"),
    ("+994501234567", "[phone]"),
    ("+1 (555) 123-4567", "[phone]"),
    ("+44 20 7946 0958", "[phone]"),
    ("00994 50 123 45 67", "[phone]"),
    ("Nömrəm 050 123 45 67, zəng edin", "Nömrəm [phone], zəng edin"),
    ("(050) 123-45-67", "[phone]"),
    ("050-123-45-67", "[phone]"),
    ("0501234567", "[phone]"),
    ("0(50)1234567", "[phone]"),
    ("994501234567", "[phone]"),
    ("994 50 123 45 67", "[phone]"),
    ("мой номер 8 (916) 123-45-67", "мой номер [phone]"),
    ("8-800-555-35-35", "[phone]"),
    ("89161234567", "[phone]"),
    ("0532 123 45 67", "[phone]"),
    ("555-123-4567", "[phone]"),
    ("498-37-58", "[phone]"),
    ("tel. 4983758", "tel. [phone]"),
    ("my phone number: 498 37 58", "my phone number: [phone]"),
    ("+٩٩٤ ٥٠ ١٢٣ ٤٥ ٦٧", "[phone]"),
    ("write to leyla.m@example.az.", "write to [e-mail]."),
    ("a.b+c@sub.example.co.uk, thanks", "[e-mail], thanks"),
    ("почта: иван@пример.рф", "почта: [e-mail]"),
    ("<mailto:x_y@example.org>", "<mailto:[e-mail]>"),
    ("mine at 40.4093, 49.8671!", "mine at [coordinates]!"),
    ("40.4093 49.8671", "[coordinates]"),
    ("40.4093,49.87", "[coordinates]"),
    ("-33.8688, 151.2093", "[coordinates]"),
    ("40,4093; 49,8671", "[coordinates]"),
    ("lat 40.4093 lon 49.8671", "lat [coordinates]"),
    ("40.41°, 49.87°", "[coordinates]"),
    ("40°24'33\"N 49°52'01\"E", "[coordinates]"),
    ("40° 24′ 33.5″ N, 49° 52′ 1.2″ E", "[coordinates]"),
    ("40°24.55'N 49°52.02'E", "[coordinates]"),
    ("at 40°24'33\" near the road", "at [coordinates] near the road"),
    ("40.4093° N, 49.8671° E", "[coordinates]"),
    ("N 40.409 E 49.867", "[coordinates]"),
    ("40 24 33 N 49 52 01 E", "[coordinates]"),
    ("40,41° с. ш. 49,87° в. д.", "[coordinates]"),
    ("39T WE 12345 67890", "[coordinates]"),
    ("grid 38TQK1234567890", "grid [coordinates]"),
    ("39twe1234567890", "[coordinates]"),
    ("39T 401234 4473210", "[coordinates]"),
    ("39 T 401234 mE 4473210 mN", "[coordinates]"),
    ("see https://maps.google.com/?q=40.4,49.8 now", "see [coordinates] now"),
    ("https://www.google.com/maps/place/Baku/@40.39,49.7,11z.", "[coordinates]."),
    ("(https://goo.gl/maps/AbC123)", "([coordinates])"),
    ("https://maps.app.goo.gl/AbC123", "[coordinates]"),
    ("geo:40.4093,49.8671?z=12", "[coordinates]"),
    ("https://yandex.ru/maps/?ll=49.8,40.4", "[coordinates]"),
    ("a@b.az at 40.4093, 49.8671, +994 50 123 45 67", "[e-mail] at [coordinates], [phone]"),
]

HARMLESS = [
    "What happened in 2023?",
    "28 November 2023",
    "28-30 November 2023",
    "28.11.2023 and 29/11/2023",
    "28 11 2023",
    "2023-11-28T10:30:00+04:00",
    "2020-2023, 2020–2023, 1991 - 1994",
    "IMAS 07.13",
    "IMAS 07.11, 07.12, 07.13, 08.20 and 10.60",
    "IMAS 07.11 07.12 07.13 07.14",
    "стандарты 04.10; 05.10; 09.10-09.12",
    "ISO 9001:2015, ISO 14001:2015, TNMA 07.11/01",
    "5,544 people and 3,460 items",
    "5.544 nəfər, 3.460 mina, 1.200.000",
    "1 200 000 мин, 460 000 в 2023",
    "cleared 460 000 2023",
    "1,500,000,000 dollars",
    "call 112 or 102",
    "phone 112 103",
    "telefon: 112",
    "09:00-10:30, 11:00-12:30",
    "0900-1030 1100-1230",
    "72 countries, 130 delegates, 12 sessions",
    "A/RES/72/75 and A/78/292",
    "resolution 2365 (2017)",
    "36.6°, 37.2°",
    "5 km N of Baku, 10 km E of Fuzuli",
    "1.25, 3.50, 7.75",
    "50% @ 10:00, @username",
    "Why is PMN-2 dangerous? 9K32, M15, TM-62M",
    "https://example.org/maps/report.pdf",
    "C++ 2011 and a+b",
    "ərazidə 28 noyabr 2023-cü il",
]


@pytest.mark.parametrize(("text", "stored"), PERSONAL)
def test_what_points_to_a_person_or_place_is_replaced(text: str, stored: str) -> None:
    assert scrub(text) == stored


@pytest.mark.parametrize("text", HARMLESS)
def test_figures_dates_and_standards_stay_to_the_letter(text: str) -> None:
    assert scrub(text) == text


def test_what_no_database_takes_is_left_out_and_the_rest_stays() -> None:
    assert scrub("a\0b\ud800c\udc00d😀e") == "abcd😀e"
    assert scrub("\ud83d\ude00") == "😀"
    assert scrub("050\0 123 45 67") == "[phone]"


FRAGMENTS = [
    *(text for text, _ in PERSONAL),
    *HARMLESS,
    *"0189+-(),.;:/@NSEW°'\"T \0\ud800\n\u200f",
    *("WE", "[phone]", "[coordinates]", "geo:", "tel ", "lon "),
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join)))
def test_any_text_is_scrubbed_for_good_the_first_time(text: str) -> None:
    once = scrub(text)
    assert scrub(once) == once
    assert "\0" not in once
    once.encode()


@pytest.mark.parametrize(
    "piece",
    ["a", "1", "a@", "a.", "a@a.", "@", ".", "+1", "(", "0 ", "07.13 ", "1.1", "1.1111,", "40°24'", "N 4 ",
     "geo:1", "geo:1,", "maps.google.a", "tel ", "39T ", "39TWE", "1 N ", " ", "-", "050 123 45 67 ",
     "40.4093, 49.8671", "1-1 ", "x@y.z+", "12345678,", "\ud800"],
)  # fmt: skip
def test_hostile_text_of_100_000_characters_takes_a_moment(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    start = time.perf_counter()
    scrub(text)
    assert time.perf_counter() - start < 2
