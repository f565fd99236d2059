"""The signs of symbol fonts, whose codes are no characters, as the characters that they look like."""

from __future__ import annotations

import re

_PRIVATE = re.compile("[\uf020-\uf0ff]")
_PRIVATE_START = 0xF000


def _greek(first: str, letters: str) -> dict[int, str]:
    return {ord(first) + index: letter for index, letter in enumerate(letters)}


_SYMBOL = {
    **_greek("A", "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"),
    **_greek("a", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"),
    **dict(zip(map(ord, "\"$'*-@"), "∀∃∋∗−≅", strict=True)),
    **dict(enumerate("ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…", 0xA1)),
    **dict(enumerate("ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊", 0xC0)),
    0xE5: "∑",
    0xF2: "∫",
    0xD0: "∠",
    0xF0: "•",
}
_WINGDINGS = {
    **dict(zip(b"lmnopqrstuvw", "●❍■□☐❑❒⬧⧫◆❖⬥", strict=True)),
    **dict(zip(b"xyJKL", "☒☒☺😐☹", strict=True)),
    **dict(zip(b"()*+", "☎✆✉✉", strict=True)),
    0xA7: "▪",
    0xA8: "☐",
    **dict(enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿", 0x80)),
    **dict(enumerate("←→↑↓↖↗↙↘", 0xDF)),
    0x6C: "●",
    0x9F: "•",
    0x9E: "·",
    0xD8: "➢",
    0xA4: "◉",
    0xA1: "○",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2 = {
    0x4F: "✗",
    0x50: "✓",
    0x51: "☒",
    0x52: "☑",
    0x53: "☒",
    0x54: "☒",
    0x2A: "☐",
    0xA3: "☐",
    0x98: "●",
    0x97: "●",
}
_WEBDINGS = {0x61: "✓", 0x72: "✗", 0x63: "☐", 0x67: "■", 0x6E: "●"}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "webdings": _WEBDINGS}
_ANY_FONT = {0xB7: "•", 0xA7: "▪", 0xD8: "➢", 0xFC: "✓", 0xA8: "☐", 0xFE: "☑"}


def symbol(font: str, code: str) -> str:
    """The character that a sign of a font looks like.

    Args:
        font: the font's name.
        code: the sign's code in hexadecimal, as a Word file has it.

    Returns:
        The character; the one of that code where the font is no symbol font, "" for a sign that is not known.
    """
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    signs = _FONTS.get(font.lower())
    if signs is None and not _is_private(number):
        return chr(number) if 32 <= number < 0xD800 else ""
    return (signs or _ANY_FONT).get(number - _PRIVATE_START if _is_private(number) else number, "")


def without_codes(text: str, font: str) -> str:
    """A text with the signs of symbol fonts in it made characters; a sign that is not known stays.

    Args:
        text: the text.
        font: the font that it is set in, or "".
    """
    if not _PRIVATE.search(text):
        return text
    return _PRIVATE.sub(lambda sign: symbol(font, f"{ord(sign[0]):X}") or sign[0], text)


def _is_private(number: int) -> bool:
    return _PRIVATE_START + 0x20 <= number <= _PRIVATE_START + 0xFF
