"""Takes telephone numbers, e-mail addresses and coordinates out of a question before it is stored.

Every pattern takes a bounded or a possessive step at each position: hostile text costs linear time.
Years, dates, counts ("5,544"), ranges, short emergency numbers and numbers of standards ("07.13") stay.
"""

import re

ROUNDS = 4
"""A replacement can lay bare what touched it; text that needs more rounds than this is no question."""

SUSPECT = re.compile(r"[\d@.]")
"""What all of the patterns need somewhere; most questions have none of it."""

E_MAIL = re.compile(
    r"""(?<![\w.+%-]) [\w.+%-]++ @ [\w-]++ (?:\.[\w-]++)++
        (?: [.+%@-]*+ \w++ )*+          # what hangs on to it goes with it
    """,
    re.VERBOSE,
)

MAP_LINK = re.compile(
    r"""(?: \b geo: (?=[-+]?\d)
          | (?:https?://)? (?:www\.)?
            (?: maps\.google\.[a-z] | google\.[a-z]{2,3}(?:\.[a-z]{2})?/maps | goo\.gl/maps
              | maps\.app\.goo\.gl | maps\.apple\.com | openstreetmap\.org | osm\.org
              | yandex\.[a-z]{2,3}(?:\.[a-z]{2})?/(?:maps|navi) | maps\.yandex\.[a-z]
              | 2gis\.[a-z] | waze\.com | what3words\.com | w3w\.co/ ) )
        (?: \S* [^\s.,;:!?)\]}>"'»”] )?
    """,
    re.VERBOSE | re.IGNORECASE,
)

# Pieces of the patterns of coordinates.
NUMBER = r"\d{1,3}(?:[.,]\d{1,12})?"
MINUTE, SECOND = r"['′’‘ʹ]", r"""(?:["″”“ʺ]|['′’‘ʹ]{2})"""
AND = r"[\s,;/|]{0,4}(?:(?i:longitude|long|lon|lng|долгота|uzunluq|boylam)[\s:=]{0,3})?"
PARTS = rf"""{NUMBER}(?:[ °º˚:'′’"″”-]{{1,2}}{NUMBER}){{0,2}}\s?[°º˚'′’"″”]{{0,2}}\s?"""
NORTH, EAST = r"(?:[NS]|[сю]\.?\s?ш\.?)", r"(?:[EW]|[вз]\.?\s?д\.?)"
ALONE = r"(?<!\d)(?<!\d[.,])"
ANGLE = (
    rf"(?:[NSEW]\s?)?\d{{1,3}}\s?[°º˚]\s?{NUMBER}\s?{MINUTE}"
    rf"(?:\s?{NUMBER}\s?{SECOND})?(?:\s?[NSEW](?!\w))?"
)

COORDINATES = (
    # 40°24'33"N 49°52'01"E, or one of the two
    re.compile(rf"(?<!\d){ANGLE}(?:[\s,;/|]{{0,4}}{ANGLE})?"),
    # 40.4093 N, 49.8671 E; 40 24 33 N 49 52 01 E; 40,41° с. ш. 49,87° в. д.
    re.compile(rf"{ALONE}{PARTS}{NORTH}{AND}{PARTS}{EAST}(?!\w)"),
    # N 40.4093 E 49.8671
    re.compile(rf"[NS]\s?{PARTS}{AND}[EW]\s?{PARTS}(?!\d)"),
    # 40.4093, 49.8671: four decimals in one of the two, as three may group thousands and two number a
    # standard; 40.41°, 49.87°; 40,4093 49,8671
    re.compile(
        rf"{ALONE}-?(?:"
        rf"\d{{1,3}}\.\d{{4,}}+[°º˚]?{AND}-?\d{{1,3}}\.\d++"
        rf"|\d{{1,3}}\.\d++[°º˚]?{AND}-?\d{{1,3}}\.\d{{4,}}+"
        rf"|\d{{1,3}}\.\d\d++[°º˚]{AND}-?\d{{1,3}}\.\d\d++(?=[°º˚])"
        rf"|\d{{1,3}},\d{{4,}}+[°º˚]?{AND}-?\d{{1,3}},\d{{4,}}+)[°º˚]?"
    ),
    # MGRS: 39T WE 12345 67890 (NGA.STND.0037: no letters I and O)
    re.compile(
        r"(?<!\d)\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?(?:\d{5}\s?\d{5}|\d{4}\s?\d{4}|\d{3}\s?\d{3})(?!\d)"
        r"|(?<!\d)\d{1,2}(?i:[C-HJ-NP-X][A-HJ-NP-Z]{2})(?:\d{10}|\d{8})(?!\d)"
    ),
    # UTM: 39T 401234 4473210
    re.compile(
        r"(?<!\d)\d{1,2}\s?[C-HJ-NP-Xc-hj-np-x][\s,]{1,3}\d{6}(?:\.\d{1,3})?\s?(?:m?E)?"
        r"[\s,]{1,3}\d{7}(?:\.\d{1,3})?(?:\s?m?N)?(?!\w)"
    ),
)

DIGITS = r"(?:[ \t\u00a0\u2007\u202f().\-/‐‑‒–—]{0,2}\d)"
YEAR = r"(?:19|20)\d\d(?!\d)"
PHONE = re.compile(
    rf"""[+＋]\(?\d {DIGITS}{{6,14}} (?!\d)                                     # +994 50 123 45 67
      | {ALONE} 00\d {DIGITS}{{8,12}} (?!\d)                                    # 00994 50 123 45 67
      | {ALONE} (?: \(0\d{{2,4}}\) | 0\(\d{{2,4}}\) ) {DIGITS}{{5,8}} (?!\d)    # (050) 123-45-67
      | {ALONE} 0\d\d {DIGITS}{{6,8}} (?!\d)                                    # 050 123 45 67
      | {ALONE} 8[ -]?\(?\d{{3}}\)?[ -]?\d{{3}}[ -]?\d\d[ -]?\d\d (?!\d)        # 8 (916) 123-45-67
      | {ALONE} (?:\d{{1,3}}[ -])? \d\d[ -]\d{{3}}[ -]\d\d[ -]\d\d (?!\d)       # 50 123 45 67
      | {ALONE} \(?\d{{3}}(?:\)[ ]?|[ .-])\d{{3}}[ .-](?!{YEAR})\d{{4}} (?!\d)  # 555-123-4567
      | {ALONE} \d{{3}}-\d\d-\d\d (?!\d)                                        # 498-37-58
      | {ALONE} \d{{9,15}} (?!\d)                                               # 501234567
      | (?P<word> \b(?i:tel|telephone|phone|mobile|mob|cell|gsm|cep|whatsapp|viber|telefon|telefonum|zəng
                       |тел|телефон|ватсап|вотсап|звоните)\b [\s.:№\#-]{{0,3}}
                  (?: (?i:is|no|number|nömrə|nömrəm|nömrəsi|numarası|номер)\b [\s.:№\#-]{{0,3}} )? )
        (?! {YEAR} | 1\d\d(?!\d) ) \d (?: [ ()-]{{0,2}}\d ){{5,14}} (?!\d)      # tel. 4983758
    """,
    re.VERBOSE,
)


def scrub(text: str) -> str:
    """Give the text as it may be stored: `[e-mail]`, `[coordinates]` and `[phone]` stand for what was there.

    What no database takes (NUL, half a surrogate pair) is left out. Scrubbing twice changes nothing.
    """
    text = _storable(text)
    if not SUSPECT.search(text):
        return text
    for _ in range(ROUNDS):
        before, text = text, _replaced(text)
        if text == before:
            break
    return text


def _replaced(text: str) -> str:
    text = E_MAIL.sub("[e-mail]", text)
    for pattern in (MAP_LINK, *COORDINATES):
        text = pattern.sub("[coordinates]", text)
    return PHONE.sub(r"\g<word>[phone]", text)


def _storable(text: str) -> str:
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    return whole.replace("\0", "")
