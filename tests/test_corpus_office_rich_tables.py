"""Cells of rich text reach over the columns that their edges enclose."""

from __future__ import annotations

from corpus.office.rich_tables import Row, RowForm, table_blocks


def row(texts: list[str], *edges: int) -> Row:
    form = RowForm()
    for edge in edges:
        form.end_cell(edge)
    return Row(texts, form)


def spans(*rows: Row) -> list[list[tuple[str, int]]]:
    return [[(cell.text, cell.span) for cell in block.cells] for block in table_blocks(rows)]


def test_a_wide_cell_reaches_over_the_columns_of_other_rows() -> None:
    assert spans(row(["a", "b", "c"], 100, 200, 300), row(["d", "e"], 100, 305)) == [
        [("a", 1), ("b", 1), ("c", 1)],
        [("d", 1), ("e", 2)],
    ]


def test_cells_without_edges_are_columns_too() -> None:
    assert spans(row(["a", "b"])) == [[("a", 1), ("b", 1)]]


def test_cells_that_go_on_are_one_with_the_cell_before() -> None:
    form = RowForm()
    form.end_cell(1000)
    form.goes_right = True
    form.end_cell(2000)
    form.goes_down = True
    form.end_cell(3000)
    (block,) = table_blocks([Row(["a", "b", "c"], form)])
    assert [(cell.text, cell.span, cell.goes_on) for cell in block.cells] == [("a b", 2, False), ("", 1, True)]


def test_a_row_of_too_many_cells_is_bounded() -> None:
    form = RowForm()
    for edge in range(1000):
        form.end_cell(edge * 100)
    assert len(form.edges) == 200


def test_a_row_of_names_is_a_header_though_nothing_says_so() -> None:
    first, second = table_blocks([row(["Ward", "Councillor"], 100, 200), row(["North", "Ann Lee"], 100, 200)])
    assert [cell.names for cell in (*first.cells, *second.cells)] == [True, True, False, False]
