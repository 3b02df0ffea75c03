"""A cell's value as its sheet shows it."""

import datetime as dt
import re

_QUOTED = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.')
_FIGURES = re.compile(r"[#0?][#0?,.]*")
_DATE_PART = re.compile(r"y+|m+|d+|h+|s+|am/pm", re.IGNORECASE)
_ISO_DAY, _ISO_TIME = "%Y-%m-%d", "%H:%M"


def shown(value: object, number_format: str = "General") -> str:
    """A value in its format; what a format of a country leaves to the reader's settings is written as ISO.

    Args:
        value: as openpyxl gives it.
        number_format: of the cell, such as `0.0%` or `dd.mm.yyyy`.
    """
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case dt.datetime() | dt.date():
            return _day(value, number_format)
        case dt.time():
            return value.strftime(_ISO_TIME)
        case int() | float():
            return _number(value, number_format)
    said = str(value)
    return "" if re.fullmatch(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)", said) else said


def _day(value: dt.date, number_format: str) -> str:
    has_time = isinstance(value, dt.datetime) and (value.hour or value.minute or value.second)
    plain = f"{_ISO_DAY} {_ISO_TIME}" if has_time else _ISO_DAY
    code = _QUOTED.sub(lambda mark: mark[1] or mark[2] or "", number_format.split(";", maxsplit=1)[0])
    if not re.fullmatch(
        r"(?:dd?|mm?|yyyy)[./ -](?:dd?|mm?)[./ -](?:dd?|yyyy)(?: hh?:mm(?::ss)?)?", code, re.IGNORECASE
    ):
        return value.strftime(plain)
    day, _, _time = code.partition(" h")
    written = _DATE_PART.sub(lambda part: _part(value, part[0].lower()), day)
    return f"{written} {value.strftime(_ISO_TIME)}" if has_time else written


def _part(value: dt.date, part: str) -> str:
    number = {"y": value.year, "m": value.month, "d": value.day}[part[0]]
    return f"{number:0{len(part)}d}"


def _number(value: float, number_format: str) -> str:
    code = number_format.split(";", maxsplit=1)[0]
    literal = _QUOTED.sub(lambda mark: mark[1] or mark[2] or mark[3] or "", code)
    figures = _FIGURES.search(literal)
    if number_format in ("", "General", "@") or not figures or re.search(r"e[+-]|/", literal, re.IGNORECASE):
        return f"{value:.15g}"
    pattern = figures[0].rstrip(",")
    decimals = len(pattern.partition(".")[2])
    percent = "%" in literal[figures.end() :]
    scaled = value * (100 if percent else 1)
    written = f"{scaled:{',' if ',' in pattern else ''}.{decimals}f}"
    optional = pattern.partition(".")[2].count("#")
    for _ in range(optional):
        written = written.removesuffix("0")
    return f"{literal[: figures.start()]}{written.rstrip('.')}{literal[figures.end() :]}".strip()
