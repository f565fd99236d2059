"""Numbers as the numbering of a Word document writes them: digits, letters, Roman numerals, words."""

from __future__ import annotations

from corpus.language.vocabulary import load
from corpus.office.numerals import numeral as plain_numeral

_PLAIN = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
"""The forms that other programs have too, by their first number."""
_CIRCLED_ONE, _CIRCLED_MAX = 0x2460, 20
_WORDS_MAX = 99
_FOOTNOTE_SIGNS = "*†‡§"
_NUMBERS = load("numbers")
_BELOW_TWENTY = {number: word for word, number in _NUMBERS["below_twenty"].items()}
_TENS = {number: word for word, number in _NUMBERS["tens"].items()}
_WORDS = load("word")
_ORDINALS: dict[str, str] = _WORDS["ordinals"]
_ENDS = _WORDS["ordinal_ends"]
_WORD_ENDS: dict[str, str] = _WORDS["ordinal_word_ends"]


def numeral(number: int, form: str, pattern: str = "") -> str:
    """A number in one of Word's forms.

    Args:
        number: the number.
        form: the form's name, such as "upperRoman".
        pattern: for the form "custom", its first numbers, such as "001, 002, 003, ...".

    Returns:
        The number; in digits for a form that is not known, "" for the form "none".
    """
    match form:
        case "none":
            return ""
        case "ordinal":
            return f"{number}{_ordinal_end(number)}"
        case "cardinalText" | "ordinalText":
            return _words(number, is_ordinal=form == "ordinalText")
        case "decimalZero":
            return f"{number:02}"
        case "custom":
            return str(number).zfill(min(len(pattern.split(",")[0].strip()), 8))
        case "decimalEnclosedCircle" if 1 <= number <= _CIRCLED_MAX:
            return chr(_CIRCLED_ONE + number - 1)
        case "chicago":
            return _FOOTNOTE_SIGNS[(number - 1) % 4] * min((number - 1) // 4 + 1, 9)
    return plain_numeral(number, _PLAIN.get(form, "1"))


def _ordinal_end(number: int) -> str:
    digits = str(number)
    regular: str = _ENDS["else"]
    return regular if digits[-2:] in _ENDS["whole"] else _ENDS.get(digits[-1], regular)


def _words(number: int, *, is_ordinal: bool) -> str:
    if not 1 <= number <= _WORDS_MAX:
        return f"{number}{_ordinal_end(number)}" if is_ordinal else str(number)
    ones = number if number in _BELOW_TWENTY else number % 10
    words = [_TENS[number - ones]] if number != ones else []
    if ones:
        words.append(_BELOW_TWENTY[ones])
    if is_ordinal:
        last = words[-1]
        end = _WORD_ENDS.get(last[-1])
        words[-1] = _ORDINALS.get(last) or (f"{last[:-1]}{end}" if end else f"{last}{_WORD_ENDS['else']}")
    return "-".join(words).capitalize()
