"""What a file is by its content; its name may say anything."""

import re
import zipfile
from io import BytesIO
from typing import Literal

from corpus.reading.converters.blocks import Unreadable

Format = Literal["pdf", "docx", "pptx", "xlsx", "html", "md", "txt"]

READ = "PDF, Word (DOCX), slides (PPTX), sheets (XLSX), web pages (HTML), Markdown and plain text are read"

_OFFICE: dict[str, Format] = {
    "word/document.xml": "docx",
    "ppt/presentation.xml": "pptx",
    "xl/workbook.xml": "xlsx",
}
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    (rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|BM.{4}\0\0\0\0|RIFF.{4}WEBP|.{4}ftyp(?:hei|mif|avi)",
     "a picture", "Run text recognition on it, such as OCRmyPDF, and send the PDF it makes"),
    (rb"Rar!|7z\xbc\xaf|\x1f\x8b|BZh|\xfd7zXZ", "an archive", "Unpack it and send the documents one by one"),
    (rb"ID3|OggS|RIFF.{4}WAVE|.{4}ftyp|\x1aE\xdf\xa3", "a recording", "Send its text"),
    (rb"MZ|\x7fELF|\xca\xfe\xba\xbe", "a program", "Send a document"),
    (rb"\{\\rtf", "Rich Text", "Save it as DOCX and send it again"),
    (rb"%!PS", "PostScript", "Save it as PDF and send it again"),
    (rb"(?s:.{0,2000})(?i:content-type:\s*multipart/related)", "a web archive",
     "Save the page as HTML and send it again"),
)  # fmt: skip
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_TAG = re.compile(rb"<(?:p|div|h[1-6]|table|ul)\b[^>]*>", re.IGNORECASE)
_MARKDOWN = re.compile(r"\.(?:md|markdown|mdown)$", re.IGNORECASE)
_WEB = re.compile(r"\.x?html?$", re.IGNORECASE)
_COMMAS = re.compile(r"\.[ct]sv$", re.IGNORECASE)


def sniff(name: str, content: bytes) -> Format:
    """The format a file is read as.

    Raises:
        Unreadable: it is none of those that are read.
    """
    start = content[:2_100]
    if b"%PDF-" in content[:1_024]:
        return "pdf"
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_archive(content)
    if content.startswith(_COMPOUND):
        raise _compound(content)
    for pattern, called, remedy in _OTHERS:
        if re.match(pattern, start, re.DOTALL):
            raise Unreadable(f"it is {called}: {READ}", remedy)
    return _text(name, start.replace(b"\0", b""))


def _in_archive(content: bytes) -> Format:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
            kind = archive.read("mimetype")[:100].decode("ascii", "replace") if "mimetype" in names else ""
    except Exception:  # noqa: BLE001  # whatever a broken archive makes zipfile raise
        raise Unreadable("the file is damaged", "Open it, save it anew and send that") from None
    for part, called in _OFFICE.items():
        if part in names:
            return called
    if "opendocument" in kind:
        raise Unreadable("it is an OpenDocument file", "Save it as DOCX, PPTX or XLSX and send it again")
    if "epub" in kind:
        raise Unreadable("it is an e-book", "Send it as PDF or HTML")
    raise Unreadable(f"it is an archive: {READ}", "Unpack it and send the documents one by one")


def _compound(content: bytes) -> Unreadable:
    """Why an OLE file is not read: an encrypted document, or one of before 2007."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return Unreadable("it is locked with a password", "Save it without the password and send it again")
    return Unreadable(
        "it is of an old Office version (DOC, PPT, XLS)", "Save it as DOCX, PPTX or XLSX and send it again"
    )


def _text(name: str, start: bytes) -> Format:
    if _COMMAS.search(name):
        raise Unreadable("it is a table of separated values", "Save it as XLSX and send it again")
    if _MARKDOWN.search(name):
        return "md"
    if _HTML.search(start) or (_WEB.search(name) and _TAG.search(start)):
        return "html"
    if start.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<?xml"):
        raise Unreadable(f"it is XML: {READ}", "Send the document it was made from")
    return "txt"
