"""From whatever a file is called to an id that is safe as a file name and readable in an address."""

import hashlib
import re
import unicodedata

from corpus.ranking.analysis import ascii_letters, fold

LONGEST_ID = 60
"""Characters."""
LONGEST_NAME = 120
"""Characters of a file's name that are shown."""

_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґß"
_SOUNDS = "a,b,v,g,d,e,e,zh,z,i,y,k,l,m,n,o,p,r,s,t,u,f,kh,ts,ch,sh,shch,,y,,e,yu,ya,i,yi,ye,g,ss"
_LATIN = str.maketrans(dict(zip(_LETTERS, _SOUNDS.split(","), strict=True)))
_PATH_PART = re.compile(r"[/\\]")


def shown_name(name: str) -> str:
    """The last part of a name someone gave a file, on one line."""
    last = _PATH_PART.split(name)[-1]
    visible = "".join(letter if letter.isprintable() else " " for letter in last)
    return " ".join(visible.split())[-LONGEST_NAME:] or "the file"


def stem(name: str) -> str:
    """A shown name without its ending."""
    return re.sub(r"(?<=.)\.\w{1,8}$", "", shown_name(name))


def safe_id(name: str) -> str:
    """Small Latin letters, digits and hyphens, Cyrillic transliterated; a hash where nothing is left."""
    latin = ascii_letters(fold(name)).translate(_LATIN)
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    short = words[:LONGEST_ID].rstrip("-")
    return short or f"document-{hashlib.sha256(name.encode(errors='replace')).hexdigest()[:8]}"
