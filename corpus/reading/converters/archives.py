"""Office files are archives of XML: looked over before any library unpacks them."""

import zipfile
from io import BytesIO

from corpus.reading.converters.blocks import Unreadable

MOST_PARTS = 5_000
LARGEST_PART = 40 * 2**20
"""Bytes of one XML part, unpacked: its tree takes ten times as much memory."""
LARGEST = 150 * 2**20
"""Bytes of all parts, unpacked."""
HIGHEST_RATIO = 100
"""Unpacked to packed bytes of a part over a megabyte; text is packed to about a tenth."""

_BOMB_REMEDY = "Leave out what makes it so large and send it again"


def refuse_unsafe(content: bytes) -> None:
    """Stop an archive that is a bomb, locked, damaged, or brings programs or outside files along.

    Raises:
        Unreadable: what it is, and what to do.
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = archive.infolist()
        if any(part.flag_bits & 1 for part in parts):
            raise Unreadable("it is locked with a password", "Save it without and send it again")
        _refuse_bomb(parts)
        for part in parts:
            if "vbaproject" in part.filename.lower():
                raise Unreadable("it holds macros, which are programs", "Save it without macros and send it")
            if part.filename.lower().endswith((".xml", ".rels")):
                _refuse_entities(archive.read(part))


def _refuse_bomb(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MOST_PARTS:
        raise Unreadable(f"it holds {len(parts):,} parts, over {MOST_PARTS:,}", _BOMB_REMEDY)
    unpacked = sum(part.file_size for part in parts)
    if unpacked > LARGEST:
        raise Unreadable(f"unpacked it would take {unpacked / 2**20:,.0f} MB", _BOMB_REMEDY)
    for part in parts:
        ratio = part.file_size / max(part.compress_size, 1)
        is_xml = part.filename.lower().endswith((".xml", ".rels"))
        if (part.file_size > 2**20 and ratio > HIGHEST_RATIO) or (is_xml and part.file_size > LARGEST_PART):
            raise Unreadable(
                f"a part of it grows {ratio:,.0f} times to {part.file_size / 2**20:,.0f} MB when unpacked",
                _BOMB_REMEDY,
            )


def _refuse_entities(xml: bytes) -> None:
    """An office program never declares entities; whoever does wants other files or a flood."""
    if b"<!DOCTYPE" in (text := xml.replace(b"\0", b"")) or b"<!ENTITY" in text:
        raise Unreadable("it declares XML entities", "Open it, save it anew and send that")
