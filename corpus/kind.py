"""What kind of document a file is, by its content; the suffix only tells kinds of text apart."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Literal

import puremagic

from corpus.errors import UnreadableFile

Kind = Literal["text", "markdown", "html", "pdf", "docx", "jsonl", "email"]

MEDIA_TYPES: Mapping[Kind, str] = MappingProxyType(
    {
        "text": "text/plain",
        "markdown": "text/markdown",
        "html": "text/html",
        "pdf": "application/pdf",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "jsonl": "application/jsonl",
        "email": "message/rfc822",
    }
)

_SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".eml": "email",
}
_NAMES: dict[Kind, str] = {
    "text": "plain text",
    "markdown": "Markdown",
    "html": "an HTML page",
    "pdf": "a PDF",
    "docx": "a Word document",
    "jsonl": "JSON lines",
    "email": "an e-mail",
}
_RENAME_TO: dict[Kind, str] = {
    "text": ".txt",
    "markdown": ".md",
    "html": ".html",
    "pdf": ".pdf",
    "docx": ".docx",
    "jsonl": ".jsonl",
    "email": ".eml",
}

_HTML_OPENING = re.compile(
    r"(?:\s|<\?xml[^>]{0,200}\?>|<!--(?:(?!-->).){0,4000}-->)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_ANY_TAG = re.compile(
    r"<(?:p|div|h[1-6]|br|span|article|section|main|ul|ol|table|a|b|i|strong|em|title|meta)\b[^<>]{0,1000}>", re.I
)
_MAIL_HEADER = re.compile(
    r"(from|to|subject|date|received|return-path|delivered-to|message-id|mime-version|content-type):", re.I
)
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_PRINTABLE = bytes([9, 10, 13, *range(32, 127)])
_OTHERS_MAX_SHARE = 0.2  # of the bytes that are neither control characters nor ASCII, in a text
_SAMPLE_BYTES = 65536
_UTF16_NULS_MIN_SHARE = 0.7
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_UTF16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def kind_of(name: str, data: bytes) -> Kind:
    """Decide what kind of document a file is.

    Args:
        name: the file's name or id; only its suffix counts.
        data: the file's content, not empty.

    Returns:
        Its kind.

    Raises:
        UnreadableFile: it is of a kind that is not read, or its suffix promises another kind than it holds.
    """
    suffix = PurePosixPath(name).suffix.lower()
    promised = _SUFFIXES.get(suffix)
    found = _content(data, promised)
    if promised is None or promised == found:
        return found
    raise UnreadableFile(
        f"It holds {_NAMES[found]}, not {_NAMES[promised]} as its suffix {suffix} says. "
        f"Rename it to end in {_RENAME_TO[found]} if that is what you want to be found, or fetch the right file again."
    )


def with_utf16_mark(data: bytes) -> bytes:
    """Put a byte order mark before a UTF-16 text that lacks it.

    Args:
        data: the content of a file.

    Returns:
        The same, with the mark before it when every other byte is NUL almost throughout, as only in UTF-16 of Latin letters, and
        all of it is UTF-16 without other control characters.
    """
    if len(data) < 4 or len(data) % 2 or data.startswith(_UTF16_OR_32):
        return data
    sample = data[:_SAMPLE_BYTES]
    nuls_first, nuls_second = (2 * sample[start::2].count(0) / len(sample) for start in (0, 1))
    for mark, encoding, nuls, others in (
        (b"\xff\xfe", "utf-16-le", nuls_second, nuls_first),
        (b"\xfe\xff", "utf-16-be", nuls_first, nuls_second),
    ):
        if nuls >= _UTF16_NULS_MIN_SHARE and not others:
            try:
                is_text = not any(char < " " and char not in "\t\n\f\r" for char in data.decode(encoding))
            except UnicodeDecodeError:
                is_text = False
            return mark + data if is_text else data
    return data


def _content(data: bytes, promised: Kind | None) -> Kind:
    """The kind by content; the promised one where text of both kinds looks alike."""
    opening = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n\0")
    if opening.startswith(b"%PDF-") or (promised == "pdf" and b"%PDF-" in opening):
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_content(data)
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UnreadableFile("It is an Office file locked with a password. Save a copy without a password.")
        raise UnreadableFile("It is an Office file of the old kind (.doc, .xls, .ppt, .msg). Save it as .docx or .pdf.")
    if data.startswith(b"{\\rtf"):
        raise UnreadableFile("It is a rich text file (.rtf), which is not read. Save it as .docx or .pdf.")
    if not data.startswith(_UTF16_OR_32):
        _refuse_binary(data)
    return _text_content(_rough_text(data[:_SAMPLE_BYTES]), promised)


def _zip_content(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise UnreadableFile(
            "It is damaged: it starts like a Word file or a zip archive, but has no end. Fetch it again."
        ) from None
    if any(member.startswith("word/") for member in members):
        return "docx"
    for start, what in (
        ("xl/", "a spreadsheet (.xlsx)"),
        ("ppt/", "a presentation (.pptx)"),
        ("META-INF/container.xml", "an e-book (.epub)"),
    ):
        if any(member.startswith(start) for member in members):
            raise UnreadableFile(f"It is {what}, which is not read. Save it as .pdf or .docx.")
    if "content.xml" in members:
        raise UnreadableFile(
            "It is an OpenDocument file (.odt, .ods, .odp), which is not read. Save it as .docx or .pdf."
        )
    raise UnreadableFile("It is a zip archive, which is not read. Unpack it.")


def _refuse_binary(data: bytes) -> None:
    """Raise if the bytes are not text of any kind."""
    if not data.strip(b"\0"):
        raise UnreadableFile(
            f"It holds nothing but {len(data)} NUL bytes, so its content is lost. Restore it or fetch it again."
        )
    if data.startswith(b"%!PS"):
        raise UnreadableFile("It is a PostScript file, which is not read. Save it as .pdf.")
    for sample in (data[:_SAMPLE_BYTES], data[-_SAMPLE_BYTES:]):
        rest = sample.translate(None, _CONTROL)
        if (len(sample) - len(rest)) * 50 > len(sample):
            name = _binary_name(data[:_SAMPLE_BYTES])
            if not name and rest and len(rest.translate(None, _PRINTABLE)) <= _OTHERS_MAX_SHARE * len(rest):
                raise UnreadableFile("It holds control characters, or is UTF-16 without its mark. Save it as UTF-8.")
            raise UnreadableFile(f"It holds no text{name}. Fetch it again, or save it as .pdf, .docx or .txt.")


def _binary_name(data: bytes) -> str:
    """What bytes look like, as the end of a clause, or ""; short signatures are too often there by chance."""
    try:
        matches = puremagic.magic_string(data)
    except (puremagic.PureError, ValueError):
        return ""
    best = next((match for match in matches if match.name and len(match.byte_match) >= 4 and match.offset == 0), None)
    return f"; it looks like this: {best.name}" if best else ""


def _rough_text(data: bytes) -> str:
    """Enough of a text to see markup in, whatever its encoding."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data[: len(data) // 2 * 2].decode("utf-16", "replace")
    return data.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def _text_content(text: str, promised: Kind | None) -> Kind:
    is_page = _HTML_OPENING.match(text) is not None
    if promised in ("text", "markdown", "jsonl"):
        return "html" if is_page else promised
    if is_page or (promised == "html" and _ANY_TAG.search(text)):
        return "html"
    if _is_mail(text):
        return "email"
    if promised is None and _is_json_object(text.lstrip().split("\n", 1)[0]):
        return "jsonl"
    return "text"


def _is_mail(text: str) -> bool:
    """Whether a text starts with a mail's header lines, a sender's or subject's among them."""
    names: set[str] = set()
    for line in text.splitlines()[:200]:
        if not line.strip():
            break
        if (match := _MAIL_HEADER.match(line)) is not None:
            names.add(match[1].lower())
        elif not line[:1].isspace() and not re.match(r"[!-9;-~]{1,80}:", line) and not line.startswith("From "):
            return False
    return len(names) >= 2 and bool(names & {"from", "subject", "message-id", "received"})


def _is_json_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
