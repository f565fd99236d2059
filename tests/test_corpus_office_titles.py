"""A title that a program wrote by itself is no title."""

from __future__ import annotations

import pytest

from corpus.office.titles import first_titles, own_title


@pytest.mark.parametrize(
    "title", ["", "  ", None, "Workbook1", "PowerPoint Presentation", "Microsoft Word - a.doc", "plan.xlsx", "Slide 1"]
)
def test_titles_of_programs_are_passed_over(title: str | None) -> None:
    assert own_title(title) is None


@pytest.mark.parametrize("title", ["Budget 2023", "Presentation of the budget", "Book of minutes"])
def test_titles_of_people_are_kept(title: str) -> None:
    assert own_title(f" {title}\n") == title


def test_a_spreadsheet_is_called_by_its_title_its_first_table_or_its_file() -> None:
    assert first_titles("Plan", ["Table"], "a/b_c.xlsx") == ("Plan", "Table", "b c")
    assert first_titles("Book1", [], "b_c.xlsx") == ("b c",)
