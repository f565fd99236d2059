"""Numbers of lists are written in digits, letters and Roman numerals."""

from __future__ import annotations

import pytest

from corpus.office.numerals import numeral


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (3, "1", "3"), (1, "a", "a"), (26, "a", "z"), (27, "A", "AA"), (4, "i", "iv"), (1994, "I", "MCMXCIV"),
        (0, "i", "0"), (4000, "I", "4000"), (0, "a", "0"), (781, "A", "781"), (5, "?", "5"),
    ],
)  # fmt: skip
def test_a_number_has_the_form_of_its_list(number: int, form: str, text: str) -> None:
    assert numeral(number, form) == text
