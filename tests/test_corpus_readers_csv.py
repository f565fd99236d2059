"""A table of text is read whatever parts its cells, and as it is written."""

from __future__ import annotations

import pytest

from tests.office_files import blocks, context, document, read, warnings


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", b'Area,Pupils,Rate\nNorth,"1,234",31%\nSouth,,5\n'),
        ("a.csv", b"Area;Pupils;Rate\r\nNorth;1,234;31%\r\nSouth;;5\r\n"),
        ("a.tsv", b"Area\tPupils\tRate\nNorth\t1,234\t31%\nSouth\t\t5\n"),
        ("a.csv", "Area|Pupils|Rate\nNorth|1,234|31%\nSouth||5\n".encode("utf-16")),
        ("a.csv", b"sep=;\nArea;Pupils;Rate\nNorth;1,234;31%\nSouth;;5"),
        ("a.csv", b'\xef\xbb\xbf"Area","Pupils","Rate"\r\n"North","1,234","31%"\r\n"South","","5"\r\n'),
    ],
)
def test_whatever_parts_cells_a_row_is_a_row_with_its_empty_cells(name: str, data: bytes) -> None:
    found = document(name, data)
    assert blocks(found) == [
        ("table_row", "Area | Pupils | Rate"),
        ("table_row", "North | 1,234 | 31%"),
        ("table_row", "South |  | 5"),
    ]
    assert context(found, "South") == ["Area | Pupils | Rate"]


def test_a_title_above_and_a_note_below_are_no_rows() -> None:
    data = b"Pupils by area,,\n\nArea,2022,2023\nNorth,4,5\n\nFigures are provisional and will change,,\n"
    found = document("papers/pupils_2023.csv", data)
    assert [kind for kind, _ in blocks(found)] == ["heading", "table_row", "table_row", "paragraph"]
    assert context(found, "North") == ["Area | 2022 | 2023", "Pupils by area"]
    assert found.title == "Pupils by area"
    assert document("papers/pupils_2023.csv", b"Area,Sum\nNorth,4\n").title == "pupils 2023"


def test_a_cell_of_several_lines_stays_in_its_row() -> None:
    found = document("a.csv", b'Name,Note,Sum\nAnn,"two\nlines, and a comma",4\nBob,,5\n')
    assert blocks(found)[1] == ("table_row", "Ann | two lines, and a comma | 4")


def test_a_quotation_mark_that_never_closes_swallows_nothing() -> None:
    data = ('Name,Size\nPipe,"5 inch\n' + "".join(f"Part {n},{n}\n" for n in range(900))).encode()
    found = document("a.csv", data)
    assert len(found.blocks) == 902 and "Part 899 | 899" in found.text
    assert "never closed" in warnings("a.csv", data)[0]


def test_text_in_the_encodings_of_this_country_is_made_out() -> None:
    assert "Café | £5" in document("a.csv", "Name,Price\nCafé,£5\n".encode("cp1252")).text


def test_a_list_of_one_column_is_rows() -> None:
    found = document("a.csv", b"Ward\nAshby\nBourne\nColne\nDover\nEly\n")
    assert {kind for kind, _ in blocks(found)} == {"table_row"}


def test_a_cell_of_a_megabyte_is_read() -> None:
    found = document("a.csv", b"Name,Note\nAnn," + b"word " * 199_999 + b"\n")
    assert len(found.text) > 999_000


def test_more_rows_than_are_read_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.office.separated.ROWS_MAX", 10)
    data = b"Area,Sum\n" + b"North,4\n" * 20
    assert len(document("a.csv", data).blocks) == 10
    assert warnings("a.csv", data)[0].startswith("11 rows after the first 10 left out")


def test_what_is_no_table_is_refused_by_its_name() -> None:
    prose = ("The committee met in May, and agreed the plan, as it had said it would. " * 4 + "\n").encode() * 5
    assert "It holds plain text, not a table" in read("a.csv", prose).errors[0].reason
    assert (
        "It holds an HTML page, not a table" in read("a.csv", b"<html><body>Error, 404</body></html>").errors[0].reason
    )
    assert "It holds JSON lines, not a table" in read("a.csv", b'{"id": "a", "text": "b"}\n').errors[0].reason
    assert "not a table" in read("a.csv", b"%PDF-1.7\n").errors[0].reason


def test_a_table_is_known_without_its_suffix_only_where_its_lines_are_alike() -> None:
    assert document("export", b"a;b;c\n1;2;3\n4;5;6\n7;8;9\n").media_type == "text/csv"
    for text in (b"Dear Ann, thank you, and yes\n" * 6, b"a,b\n1,2\n3,4\n5,6\n", b"a;b;c\n1;2\n"):
        assert document("export", text).media_type == "text/plain"
    assert document("notes.txt", b"a;b;c\n1;2;3\n4;5;6\n7;8;9\n").media_type == "text/plain"
