"""Numbers are written in the forms that Word has for them."""

from __future__ import annotations

import pytest

from corpus.word.numerals import numeral


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (7, "decimal", "7"),
        (7, "none", ""),
        (7, "decimalZero", "07"),
        (12, "decimalZero", "12"),
        (1, "lowerLetter", "a"),
        (26, "upperLetter", "Z"),
        (28, "lowerLetter", "bb"),
        (780, "lowerLetter", "z" * 30),
        (781, "lowerLetter", "781"),
        (4, "lowerRoman", "iv"),
        (1949, "upperRoman", "MCMXLIX"),
        (3999, "lowerRoman", "mmmcmxcix"),
        (4000, "lowerRoman", "4000"),
        (1, "ordinal", "1st"),
        (12, "ordinal", "12th"),
        (113, "ordinal", "113th"),
        (22, "ordinal", "22nd"),
        (3, "ordinal", "3rd"),
        (11, "ordinal", "11th"),
        (111, "ordinal", "111th"),
        (101, "ordinal", "101st"),
        (90, "ordinalText", "Ninetieth"),
        (19, "ordinalText", "Nineteenth"),
        (21, "cardinalText", "Twenty-one"),
        (40, "cardinalText", "Forty"),
        (100, "cardinalText", "100"),
        (1, "ordinalText", "First"),
        (20, "ordinalText", "Twentieth"),
        (32, "ordinalText", "Thirty-second"),
        (14, "ordinalText", "Fourteenth"),
        (100, "ordinalText", "100th"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (2, "chicago", "†"),
        (6, "chicago", "††"),
        (5, "a form of the future", "5"),
        (0, "lowerLetter", "0"),
    ],
)
def test_forms(number: int, form: str, shown: str) -> None:
    assert numeral(number, form) == shown


def test_a_form_of_one_s_own_says_how_many_digits() -> None:
    assert numeral(7, "custom", "001, 002, 003, ...") == "007"
    assert numeral(1234, "custom", "001, 002, 003, ...") == "1234"
    assert len(numeral(7, "custom", "0" * 5000)) == 8
