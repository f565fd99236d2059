"""Rich text (.rtf) as tokens: groups, control words, and characters in whatever encoding their font has."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})?[ ]?|\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z])"
    rb"|(?P<brace>[{}])|(?P<ends>[\r\n\0]+)|(?P<text>[^\\{}\r\n\0]+)|(?P<rest>\\)",
    re.S,
)
_ENCODING_OF_CHARSET = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gbk",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
CHARACTERS = {
    "tab": " ",
    "line": " ",
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "softline": " ",
    "nestcell": " ",
    "nestrow": " ",
}
"""The control words that stand for a character."""
SIGNS = {"~": "\xa0", "_": "\u2011", "\n": "\\par", "\r": "\\par", "\t": " ", "{": "{", "}": "}", "\\": "\\"}
"""What control signs stand for; those that are not here show nothing."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of rich text.

    Attributes:
        kind: "{", "}", "word", "sign", or "text".
        word: of a control word or sign, its name; of text "".
        number: of a control word, 1 where it has none; `has_number` tells.
        has_number: whether a control word has a number.
        text: the bytes of text.
    """

    kind: str
    word: str = ""
    number: int = 1
    has_number: bool = False
    text: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """The pieces of a rich text file; the content of binary pieces is passed over."""
    place = 0
    while (match := _TOKEN.match(data, place)) is not None:
        place = match.end()
        if match["word"] is not None:
            word = match["word"].decode("ascii")
            number = int(match["number"]) if match["number"] else 1
            if word == "bin" and match["number"]:
                place += max(number, 0)
            else:
                yield Token("word", word, number, match["number"] is not None)
        elif match["brace"] is not None:
            yield Token(match["brace"].decode("ascii"))
        elif match["hex"] is not None:
            yield Token("text", text=bytes.fromhex(match["hex"].decode("ascii")))
        elif match["sign"] is not None:
            yield Token("sign", match["sign"].decode("latin-1"))
        elif match["text"] is not None:
            yield Token("text", text=match["text"])


def encoding_of_charset(charset: int) -> str:
    """The encoding of a font's characters by its number; "" for that of the file."""
    return _ENCODING_OF_CHARSET.get(charset, "")


def encoding_of_page(page: int) -> str:
    """The encoding with the number of a Windows code page."""
    name = {10000: "mac_roman", 65001: "utf-8"}.get(page, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
