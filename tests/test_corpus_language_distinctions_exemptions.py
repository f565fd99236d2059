"""Exemptions: a rule tells nothing of those whom another sentence says it does not hold for."""

from __future__ import annotations

import time

import pytest

from corpus.language.distinctions.exemptions import exemptions, printed_number


@pytest.mark.parametrize(
    ("text", "number", "is_of"),
    [
        ("Paragraph 4.1 does not apply to potters.", "4.1", True),
        ("Paragraph 4.1 does not apply to potters.", "4.10", False),
        ("Paragraph 4.1 does not apply to potters.", "4.1.2", True),
        ("Section 4 does not apply to potters.", "4.2", True),
        ("Section 4 does not apply to potters.", "14.2", False),
        ("Rules 4.1 and 4.3 do not apply to potters.", "4.2", False),
        ("Rules 4.1 to 4.3 do not apply to potters.", "4.2", True),
        ("Rules 4.1 to 4.3 do not apply to potters.", "4.10", False),
        ("Potters are not covered by clause A2.", "a2", True),
        ("3.2 Potters are exempt from paragraph 3.1.", "3.1", True),
        ("This section does not apply to potters.", "3.1", False),
        ("Paragraph 4.1 applies to potters.", "4.1", False),
    ],
)
def test_rules_that_do_not_hold_for_some_are_told_by_their_numbers(text: str, number: str, is_of: bool) -> None:
    assert any(one.is_of(number) for one in exemptions(text)) is is_of
    assert all(one.whom == {"potter"} for one in exemptions(text))


def test_those_exempt_end_where_something_else_is_said_of_them() -> None:
    (one,) = exemptions("This rule does not apply to carers on duty, who show a badge.")
    assert one.whom == {"carer", "duti"}
    assert one.rules == ()
    (other,) = exemptions("Rule 3 does not apply to guests unless they stay for a week.")
    assert other.whom == {"guest"}


@pytest.mark.parametrize(
    ("text", "upto", "number"),
    [
        ("4.1 Clay is free.", "free", "4.1"),
        ("4. Clay\n4.1 Clay is free.", "free", "4.1"),
        ("4. Clay 4.1 Clay is free.", "free", "4.1"),
        ("B. Glaze B1. Glaze is free.", "free", "B1"),
        ("4.1 Clay is free. It costs £2.5 A kilo.", "kilo", "4.1"),
        ("Clay is free.\n4.2 Glaze is not.", "free", ""),
        ("Clay is free, 3.5 Kilos a head.", "head", ""),
        ("4 June 2024\nClay is free.", "free", ""),
    ],
)
def test_the_number_printed_before_a_place_is_found(text: str, upto: str, number: str) -> None:
    assert printed_number(text, text.index(upto) + len(upto)) == number


@pytest.mark.parametrize(
    "unit", ["counterproductively. ", "leave counterproductively ", "a", "\n2.1 All staff ", "section 2, "]
)
def test_a_long_document_is_read_at_once(unit: str) -> None:
    began = time.process_time()
    exemptions((unit * 100_000)[:100_000])
    assert time.process_time() - began < 2
