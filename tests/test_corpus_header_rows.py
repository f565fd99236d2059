"""The rows that name columns are known by their words and places where nothing sets them off."""

from __future__ import annotations

import pytest

from corpus.assembly import SourceBlock, SourceCell
from corpus.header_rows import header_rows, names_parts, with_header


def cells(row: str) -> list[SourceCell]:
    """Cells parted by "|"; "Sums+2" reaches over two columns more, "^" goes on from above."""
    made = []
    for text in row.split("|"):
        name, _, more = text.partition("+")
        made.append(SourceCell("" if name == "^" else name, 1 + int(more or 0), goes_on=name == "^"))
    return made


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        (["Ward|Votes", "North|812", "South|77"], 1),
        (["Ward|2019|2021", "North|41|38"], 1),
        (["Ref|Decision|Due", "A1|Agreed|3 May", "A2|Refused|9 June"], 1),
        (["No.|Action|Lead", "1|Mend the roof|Ann", "2|Paint the gate|Bob"], 1),
        (["Ref.|Decision|Due", "A1|Agreed|3 May", "A2|Refused|9 June"], 1),
        (["Item no.|Action|Lead", "1|Mend the roof|Ann", "2|Paint the gate|Bob"], 1),
        (["It was mended.|12", "It was painted.|14"], 0),
        (["Chair|Ann Lee", "Clerk|Bob Ray"], 0),
        (["North|12", "South|14"], 0),
        (["Opened:|1990", "Closed:|2001"], 0),
        (["Service|Missed+2", "|Q1|Q2|Q3", "Refuse|12|9|7"], 2),
        (["|Missed+2", "Service|Q1|Q2|Q3", "Refuse|12|9|7"], 2),
        (["Service|Contacts+1", "^|Name|Telephone", "Refuse|Ann|Front desk"], 2),
        (["Ward|Councillors+1", "North|Ann|Bob", "South|Cy|Di"], 1),
        (["Ward|Votes"], 0),
        (["|North Pool|South Pool", "Length|25 metres|33 metres", "Manager|Ann|Bob"], 1),
        (["|North|South", "Length|25 metres|33 metres", "|Ann|Bob"], 0),
        (["|North", "Manager|Ann"], 0),
        (["|12|14", "Manager|Ann|Bob"], 0),
        (["Night|Nurse|Vet on call", "Monday|Priya Nair|Tom Ash", "Tuesday|Luke Barr|Tom Ash"], 1),
        (["Night|Head Nurse|Vet On Call", "Monday|Priya Nair|Tom Ash", "Tuesday|Luke Barr|Tom Ash"], 1),
        (["Evening|Prompter", "Mon|Ada Moor", "Tue|Ben Fox", "Wed|Ada Moor"], 1),
        (["Boat|Skipper|Mooring", "Curlew|Ada|quay", "Tern|Ben|slip", "Plover|Ada|bank"], 1),
        (["Loaf|Baker|Oven", "Rye|Cy Day|left", "Bloomer|Di Fox|right"], 1),
        (["Month|Keeper", "January|Ann Lee", "February|Bob Ray"], 1),
        (["Plot|Rent|Tap", "A1|£4 a week|near", "A2|£5 a week|far"], 1),
        (["Monday|Priya Nair|Tom Ash", "Tuesday|Luke Barr|Tom Ash"], 0),
        (["Ann Lee|Chair|North", "Bob Ray|Member|South Bay", "Cy Day|Member|West Bay"], 0),
        (["Place|Town Hall", "Chair|Ann Lee", "Clerk|Bob Ray"], 0),
        (["Ann Lee|Bob Ray|Cy Day", "Di Fox|Ed Hay|Flo Ivy", "Gil Jay|Hal Kay|Ida Lee"], 0),
        (["Curlew|Ada|quay", "Tern|Ada|quay", "Plover|Ben|quay"], 0),
    ],
)
def test_rows_that_name_columns(rows: list[str], count: int) -> None:
    assert header_rows([cells(row) for row in rows]) == count


@pytest.mark.parametrize(
    ("second", "names"),
    [
        ("|Q1|Q2|Q3", True),
        ("|2021|2022|2023", True),
        ("^|Q1|Q2|Q3", True),
        ("Area|Q1|Q2|Q3", True),
        ("North|12|9|7", False),
        ("|12|9|7", False),
        ("|Q1||", False),
    ],
)
def test_names_of_the_parts_of_a_wide_cell(second: str, names: bool) -> None:
    below = [cells("Refuse|12|9|7"), cells("Garden|4|5|6")]
    assert names_parts(cells("Service|Missed+2"), cells(second), below) is names


def test_words_below_a_wide_cell_are_no_names_where_they_have_one_of_their_own() -> None:
    below = [cells("South|Cy|Di")]
    assert not names_parts(cells("Ward|Councillors+1"), cells("North|Ann|Bob"), below)
    assert not names_parts(cells("A title over all+2"), cells("North|Ann|Bob"), below)


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        (["Ward|Councillor|Party", "North|Ann Lee|Green", "South|Bob Ray|Blue"], 1),
        (["Service|Opening hours", "Library|Monday to Friday", "Pool|Every day"], 1),
        (["Name|Role", "Ann Lee|Chair"], 1),
        (["Ann Lee|Chair", "Bob Ray|Clerk"], 0),
        (["Service|Library", "Ward|North"], 0),
    ],
)
def test_a_row_of_words_over_words_is_marked_where_it_holds_usual_names(rows: list[str], count: int) -> None:
    marked = list(with_header([SourceBlock("", "table_row", cells=tuple(cells(row))) for row in rows]))
    assert [all(cell.names for cell in row.cells) for row in marked] == [index < count for index in range(len(rows))]


def test_rows_are_marked_where_none_is_declared() -> None:
    rows = [SourceBlock("", "table_row", cells=tuple(cells(row))) for row in ("Name|Role", "Ann Lee|Chair")]
    marked = list(with_header(rows))
    assert [[cell.names for cell in row.cells] for row in marked] == [[True, True], [False, False]]
    named = SourceBlock("", "table_row", cells=(SourceCell("Ann Lee", names=True), SourceCell("Chair")))
    assert [cell.names for row in with_header([rows[0], named]) for cell in row.cells] == [True, True, True, False]
    column = SourceBlock("", "table_row", cells=(SourceCell("Ann Lee"), SourceCell("Chair", names=True)))
    assert list(with_header([rows[0], column])) == [rows[0], column]
