"""A table's rows are known, and read with the names of their columns."""

from __future__ import annotations

import pytest

from corpus.document import Part, Passage
from corpus.language.rows import cells, is_row
from qa.citing.nearest_words import find_exactly
from qa.tables.named_rows import barred, header_of, read_rows, with_semicolons

HEADER = "Hall | Fee | Keeper"


def passage_of(*lines: str, header: str | None = HEADER, context: str = "") -> Passage:
    """A passage of lines, of which those with a bar are rows."""
    parts: list[Part] = []
    for line in lines:
        start = parts[-1].end + 1 if parts else 0
        parts.append(
            Part(start, start + len(line), "table_row" if " | " in line else "paragraph", names_columns=line == header)
        )
    text = "\n".join(lines)
    return Passage("a", 0, len(text), text, "", None, None, context, tuple(parts))


def read(passage: Passage) -> str:
    made, end = "", 0
    for one in read_rows(passage):
        made += passage.text[end : one.start] + one.text
        end = one.end
    return made + passage.text[end:]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((HEADER, "Marlow | £4 | Ada Moor"), "\nMarlow. Fee: £4, Keeper: Ada Moor."),
        ((HEADER, "Marlow | | Ada Moor"), "\nMarlow. Keeper: Ada Moor."),
        ((HEADER, " | £4 | Ada Moor"), "\nFee: £4, Keeper: Ada Moor."),
        ((HEADER, "Marlow | £4 | Ada Moor."), "\nMarlow. Fee: £4, Keeper: Ada Moor."),
        ((HEADER, "Marlow | £4"), "\nMarlow | £4"),
        ((HEADER, "Marlow | | "), "\nMarlow | | "),
        (
            ("Halls.", HEADER, "Stoke | £5 | Bo Shaw", "They are let."),
            "Halls.\n\nStoke. Fee: £5, Keeper: Bo Shaw.\nThey are let.",
        ),
        (("Marlow | £4 | Ada Moor",), "Marlow | £4 | Ada Moor"),
    ],
)
def test_cells_are_read_after_the_names_of_their_columns(lines: tuple[str, ...], expected: str) -> None:
    assert read(passage_of(*lines)) == expected


def test_a_table_that_goes_on_is_read_with_the_names_above_its_passage() -> None:
    rows = ("Marlow | £4 | Ada Moor", "It is let.", "Stoke | £5 | Bo Shaw")
    passage = passage_of(*rows, context=f"Fees > {HEADER}")
    assert read(passage) == "Marlow. Fee: £4, Keeper: Ada Moor.\nIt is let.\nStoke | £5 | Bo Shaw", "another table"
    assert header_of(passage, (0, 5)) == HEADER
    assert header_of(passage, (len(passage.text) - 3, len(passage.text))) == ""


def test_the_nearest_row_of_names_counts() -> None:
    passage = passage_of(HEADER, "Marlow | £4 | Ada Moor", header=HEADER, context="Fees > Pool | Depth")
    assert header_of(passage, (len(HEADER) + 1, len(passage.text))) == HEADER


def test_a_row_is_one_line_with_cells() -> None:
    assert is_row("Hall | Fee")
    assert not is_row("Hall")
    assert not is_row("Hall | Fee\nMarlow | £4")


def test_the_cells_of_a_row_stand_between_its_bars() -> None:
    text = "Fee\nMarlow | £4 |"
    assert [text[slice(*cell)] for cell in cells(text, (4, len(text)))] == ["Marlow ", " £4 ", ""]


TIMES = "Car park | Up to 1 hour | | Up to 4 hours | "
DAYS = " | Weekday | Saturday | Weekday | Saturday"
BOTH = "Car park | Up to 1 hour, Weekday | Up to 1 hour, Saturday | Up to 4 hours, Weekday | Up to 4 hours, Saturday"


def passage_with(lines: tuple[str, ...], names: tuple[str, ...], context: str = "") -> Passage:
    text, parts, start = "\n".join(lines), list[Part](), 0
    for line in lines:
        parts.append(Part(start, start + len(line), "table_row" if "|" in line else "paragraph", line in names))
        start += len(line) + 1
    return Passage("a", 0, len(text), text, "", None, None, context, tuple(parts))


def test_a_column_has_the_names_of_all_header_rows_above_it() -> None:
    row = "Quay | £1 | £2 | £3 | £4"
    passage = passage_with((TIMES, DAYS, row), (TIMES, DAYS))
    start = passage.text.index(row)
    assert header_of(passage, (start, len(passage.text))) == BOTH
    assert header_of(passage_with((row,), (), f"Fees > {TIMES} > {DAYS}"), (0, len(row))) == BOTH, "before the passage"
    assert header_of(passage_with((row,), (), f"Car park | Fee > {DAYS}"), (0, len(row))) == DAYS, "not as many"


def test_a_row_that_names_those_below_it_adds_its_name_and_takes_none_away() -> None:
    lines = ("Hall | Fee", "Marlow | £4", "In winter | ", "Marlow | £6", "Stoke | £7")
    passage = passage_with(lines, ("Hall | Fee", "In winter | "))
    assert header_of(passage, (passage.text.index("Stoke"), len(passage.text))) == "Hall, In winter | Fee"


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("North | 3 %", "North; 3 %"),
        ("Dates: | 4 May | open", "Dates: 4 May; open"),
        ("Our halls\n\n | North | 3 %", "Our halls; North; 3 %"),
        ("North   3 %", "North; 3 %"),
        ("North\t3 %\tlow", "North; 3 %; low"),
        ("North |  | low", "North; ; low"),
        ("Area   Rate\nNorth   3 %", "Area; Rate\nNorth; 3 %"),
        ("The pool is open.\n  North   3 %\nIt met.  It left.", "The pool is open.\n  North; 3 %\nIt met.  It left."),
        ("a|b is no row", "a|b is no row"),
        ("1.\tThe clerk may be seen at noon.", "1.\tThe clerk may be seen at noon."),
        (
            "The library closed  because the boiler failed  again.",
            "The library closed  because the boiler failed  again.",
        ),
        ("", ""),
    ],
)
def test_semicolons_stand_between_the_cells_of_rows_however_these_are_parted(text: str, quoted: str) -> None:
    assert with_semicolons(text) == quoted
    assert len(barred(text)) == len(text) and barred(text).replace("|", " ").split() == text.replace("|", " ").split()
    assert barred(text).count("|") == max(quoted.count(";"), text.count("|"))
    assert find_exactly(text, quoted, 0, len(text)) is not None or not text
