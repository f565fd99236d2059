"""Numbers are written as a spreadsheet shows them, and days so that they are the same to everybody."""

from __future__ import annotations

import pytest

from corpus.office.number_forms import BUILT_IN, is_day, shown

POUNDS = '_-"£"* #,##0.00_-;-"£"* #,##0.00_-;_-"£"* "-"??_-;_-@_-'


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        (1234.5, "#,##0.00", "1,234.50"),
        (0.31, "0%", "31%"),
        (0.3149, "0.0%", "31.5%"),
        (0.125, "0.00", "0.13"),
        (-1234.5, POUNDS, "-£1,234.50"),
        (0, POUNDS, "£-"),
        (1234.5, "[$£-809]#,##0.00", "£1,234.50"),
        (5, "[$-809]0", "5"),
        (-5, "#,##0;(#,##0)", "(5)"),
        (-5, "#,##0", "-5"),
        (-5, "#,##0.00_);[Red](#,##0.00)", "(5.00)"),
        (-0.001, "0.00", "0.00"),
        (1234567, "#,##0,", "1,235"),
        (1234567, '0.0,,"m"', "1.2m"),
        (0.5, ".00", ".50"),
        (0.5, "#.0#", ".5"),
        (2, "0.##", "2"),
        (7, "00000", "00007"),
        (0, "#,##0", "0"),
        (5, '0" people"', "5 people"),
        (5, r"0\ km", "5 km"),
        (2079460123, "000-000-0000", "207-946-0123"),
        (1500, '[>=1000]0.0,"k";0', "1.5k"),
        (15, '[>=1000]0.0,"k";0', "15"),
        (-3, "[<0]-0.0;0", "-3.0"),
        (1.5, "# ?/?", "1 1/2"),
        (-0.25, "# ??/??", "-1/4"),
        (3, "# ?/?", "3"),
        (1234.5678, "0.00E+00", "1.23E+03"),
        (0, "0;-0;;@", ""),
        (3, ";;;", ""),
        (3.5, "@", "3.5"),
        (3.5, '"all: "General', "all: 3.5"),
        (0.1 + 0.2, "General", "0.3"),
        (12345678901.5, "General", "12345678902"),
        (123456789012, "General", "123456789012"),
        (1e20, "General", "1E+20"),
        (1e-12, "General", "1E-12"),
        (0.00001, "General", "0.00001"),
        (1234.5, "", "1234.5"),
        (float("inf"), "0", ""),
    ],
)
def test_a_number_is_written_by_the_code_of_its_format(number: float, code: str, text: str) -> None:
    assert shown(number, code) == text


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        (44999, "dd/mm/yyyy", "14 March 2023"),
        (44999, "m/d/yy", "14 March 2023"),
        (44999, "[$-809]d mmmm yyyy;@", "14 March 2023"),
        (44999, "dddd d mmmm yyyy", "Tuesday 14 March 2023"),
        (44999.4, "dd/mm/yyyy hh:mm", "14 March 2023 09:36"),
        (44999.4, "dd/mm/yyyy", "14 March 2023"),
        (44999, "mmm-yy", "March 2023"),
        (44999, "d-mmm", "14 March"),
        (44999, "yyyy", "2023"),
        (0.75, "h:mm AM/PM", "18:00"),
        (0.75, "hh:mm:ss", "18:00:00"),
        (0.0006, "mm:ss", "00:52"),
        (1.5, "[h]:mm", "36:00"),
        (-0.5, "[h]:mm:ss", "-12:00:00"),
        (0.5, "[mm]:ss", "720:00"),
        (0.5, "[ss]", "43200"),
        (59, "dd/mm/yyyy", "28 February 1900"),
        (61, "dd/mm/yyyy", "1 March 1900"),
        (-5, "dd/mm/yyyy", "-5"),
        (9_999_999, "dd/mm/yyyy", "9999999"),
    ],
)
def test_a_day_is_written_out_with_what_its_format_shows(number: float, code: str, text: str) -> None:
    assert shown(number, code) == text


def test_days_may_be_counted_from_1904() -> None:
    assert shown(43537, "dd/mm/yyyy", from_1904=True) == "14 March 2023"


def test_codes_of_days_are_known() -> None:
    assert [code for code in BUILT_IN.values() if is_day(code)] == [
        "dd/mm/yyyy", "d-mmm-yy", "d-mmm", "mmm-yy", "h:mm", "h:mm:ss", "h:mm", "h:mm:ss", "dd/mm/yyyy h:mm", "mm:ss",
        "[h]:mm:ss", "mm:ss",
    ]  # fmt: skip
    assert not is_day('"days" 0')
    assert not is_day("[Red]0.00")
    assert len(shown(5, '0"' + "x" * 10_000 + '"')) < 600
