"""Markup in bytes becomes a tree, as browsers read it."""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Callable

from lxml import etree

from corpus.errors import UnreadableFile

MAX_BYTES = 20_000_000
_HEAD_BYTES = 8192
_BAD_MAX_SHARE = 0.5  # of the characters of several bytes in a text that is UTF-8 but for some bytes

_STATED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.I)
_PROLOGUE = re.compile(rb"\s*<\?xml[^>]{0,200}\bencoding\s*=\s*[\"']([\w:.-]{2,40})", re.I)
_MARKS = (b"\xff\xfe", b"\xfe\xff")
_AS_BROWSERS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
_IS_XHTML = re.compile(
    r"\s*<\?xml\b|.{0,2000}?(?:<!DOCTYPE[^>]{0,100}XHTML|xmlns=[\"']http://www.w3.org/1999/xhtml)", re.S
)
_VOID = "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"
_CLOSED_AT_ONCE = re.compile(rf"<(?!(?:{_VOID})\b)([a-z][a-z0-9]*)((?:\s[^<>]*)?)/>", re.I)
_CHARACTER_DATA = re.compile(r"(?<![/*])<!\[CDATA\[(.*?)\]\]>", re.S)


def too_large(data: bytes, what: str) -> UnreadableFile | None:
    """What to raise for markup that is larger than is read.

    Args:
        data: the markup.
        what: it in words, such as "a page".
    """
    if len(data) <= MAX_BYTES:
        return None
    size, limit = len(data) // 1_000_000, MAX_BYTES // 1_000_000
    return UnreadableFile(f"It is {what} of {size} MB; at most {limit} MB are read. Split it.")


def decode_markup(data: bytes, charset: str | None, otherwise: Callable[[bytes], str]) -> str:
    """Decode markup: UTF-8 where it is valid, then what it states (read as browsers do), then the likeliest.

    Args:
        data: the markup.
        charset: the encoding that a mail or an archive states for it, or None.
        otherwise: what decodes bytes whose encoding nobody stated.

    Raises:
        UnreadableFile: no encoding fits.
    """
    return _decoded(data, charset, otherwise).replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, charset: str | None, otherwise: Callable[[bytes], str]) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if not data.startswith(_MARKS):
        stated = _STATED.search(data, 0, _HEAD_BYTES) or _PROLOGUE.match(data)
        names = (charset, stated[1].decode("ascii") if stated else None)
        for text in (*(_in_encoding(data, name) for name in names), _nearly_utf8(data)):
            if text is not None:
                return text
    return otherwise(data)


def _in_encoding(data: bytes, name: str | None) -> str | None:
    """The text in a stated encoding; None where it is not known or does not fit."""
    try:
        known = codecs.lookup(name or "").name
        if known.startswith(("utf-16", "utf-32")):
            return None  # whoever could read the statement has read single bytes
        return _nearly_utf8(data) if known == "utf-8" else data.decode(_AS_BROWSERS.get(known, known))
    except (LookupError, UnicodeError):
        return None


def _nearly_utf8(data: bytes) -> str | None:
    """A text of UTF-8 with few bytes that are not, which are read as Windows-1252; None for any other."""
    text = data.decode("utf-8", "surrogateescape")
    bad = sum("\ud800" <= char <= "\udfff" for char in text)
    good = sum(char > "\x7f" for char in text) - bad
    if bad > _BAD_MAX_SHARE * good:
        return None
    return re.sub("[\ud800-\udfff]", lambda match: bytes([ord(match[0]) - 0xDC00]).decode("cp1252", "replace"), text)


def parse(markup: str) -> etree._Element:
    """The tree of some markup.

    Args:
        markup: of a page or a part of one.

    Returns:
        Its root element, <html>, without comments.

    Raises:
        UnreadableFile: there is nothing in it, or it is nested too deeply.
    """
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    if _IS_XHTML.match(markup):
        markup = _CLOSED_AT_ONCE.sub(r"<\1\2></\1>", markup)
        markup = _CHARACTER_DATA.sub(lambda match: html.escape(match[1]), markup)
    try:
        page: etree._Element | None = etree.fromstring(markup.replace("\0", "").encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        page = None
    if page is None:
        raise UnreadableFile("It is a web page without any content. Fetch it again.")
    if any(
        entry.type_name == "ERR_DOCUMENT_TOO_DEEP" or "depth" in entry.message.lower() for entry in parser.error_log
    ):
        raise UnreadableFile(
            "Its elements are nested more than 2,000 deep, so it cannot be read. Save it as .pdf or .txt."
        )
    return page
