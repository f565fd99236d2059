"""Numbers of lists as office programs write them: digits, letters, Roman numerals."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_ROMAN_MAX = 3999
_LETTERS_MAX = 780


def numeral(number: int, form: str) -> str:
    """A number of a list.

    Args:
        number: the number.
        form: its form by its first number: "1", "a", "A", "i" or "I".

    Returns:
        The number; in digits for another form, or one that has no such number.
    """
    match form:
        case "a" | "A" if 1 <= number <= _LETTERS_MAX:
            text = "abcdefghijklmnopqrstuvwxyz"[(number - 1) % 26] * ((number - 1) // 26 + 1)
        case "i" | "I" if 1 <= number <= _ROMAN_MAX:
            text = ""
            for worth, letters in _ROMAN:
                text += letters * (number // worth)
                number %= worth
        case _:
            return str(number)
    return text.upper() if form.isupper() else text
