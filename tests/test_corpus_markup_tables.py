"""Rows keep every cell in its column, and know which cells name the others."""

from __future__ import annotations

import pytest

from corpus.markup.parsing import parse
from corpus.markup.tables import is_layout
from tests.marked_up import found, texts


@pytest.mark.parametrize(
    ("markup", "rows"),
    [
        ("<tr><th>Ward<th>2019<th>2021<tr><td>North<td><td>41<tr><td>South<td>38<td>",
         ["Ward|2019|2021", "North||41", "South|38|"]),
        ("<tr><td>Mon<td><ul><li>10:00 AM - 8:00 PM</ul><tr><td>Tue<td><ul><li>Closed</ul>",
         ["Mon|10:00 AM - 8:00 PM", "Tue|Closed"]),
        ("<tr><td>Mon<td><ul><li>9 to 12<li>2 to 5</ul>after", ["Mon|• 9 to 12 • 2 to 5 after"]),
        ("<tr><td>41.<td><ol start=3><li>a<li>b</ol><p>c</p>", ["41.|3. a 4. b c"]),
        ("<tr><td>a<br>b<td><div>c</div><div>d</div><td><h4>e</h4>f", ["a b|c d|e f"]),
        ("<tr><td rowspan=2>North<td>1<tr><td>2<tr><td>South<td>3", ["North|1", "=|2", "South|3"]),
        ("<tr><td>a<td rowspan=2>b<tr><td>c<tr><td>d", ["a|b", "c|=", "d"]),
        ("<tr><td>a<td>b<td rowspan=2>c<tr><td>d", ["a|b|c", "d||="]),
        ("<tr><td rowspan=2 colspan=2>a<td>b<tr><td>c", ["a|b", "=|c"]),
        ("<tbody><tr><td rowspan=9>a<td>b</tbody><tbody><tr><td>c<td>d", ["a|b", "c|d"]),
        ("<tr><td rowspan=0>a<td>b<tr><td>c", ["a|b", "=|c"]),
        ("<tfoot><tr><td>Total<td>7</tfoot><tbody><tr><td>North<td>7</tbody>", ["North|7", "Total|7"]),
        ("<td>1<td>2<tr><td>3<td>4", ["1|2", "3|4"]),
        ("<tr><td>outer<td><table><tr><td>a<td>b<tr><td>c<td>d</table>", ["outer|a, b c, d"]),
        ("<tr>loose<td>a<td>b", ["a|b|loose"]),
    ],
)  # fmt: skip
def test_cells_stand_in_their_columns(markup: str, rows: list[str]) -> None:
    assert texts(f"<table>{markup}</table>") == rows


def test_a_caption_stands_before_its_rows() -> None:
    blocks = found("<table><caption>Fees</caption><tr><td>a<td>b</table>")
    assert [block.kind for block in blocks] == ["caption", "table_row"]


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("<tr><th>Ward<th>Votes<tr><th>North<td>1", ["11", "10"]),
        ("<thead><tr><td>Ward<td>Votes</thead><tr><td>North<td>1", ["11", "00"]),
        ("<tr><td><b>Ward</b><td><strong>Votes</strong><tr><td>North<td>1", ["11", "00"]),
        ("<tr><td><b>a</b><td><b>b</b><tr><td><b>c</b><td><b>d</b>", ["00", "00"]),
        ("<tr><td>Ward<td>Votes<tr><td>North<td>1", ["11", "00"]),
        ("<tr><td>East<td>4<tr><td>North<td>1", ["00", "00"]),
        ("<tr><td>Fee<td>Cat<td>Dog<tr><th>Chip<td>£4<td>£5", ["111", "100"]),
        ("<tr><th>East<td><td><tr><th>West<td>1<td>2", ["000", "100"]),
        ("<tr><th colspan=2>Turnout<tr><td>a<td>b", ["1", "00"]),
        ("<tr><th>Area<th colspan=2>Sums<tr><td><td>Plan<td>Spent<tr><td>North<td>4<td>5", ["11", "111", "000"]),
        ("<tr><td><th colspan=2>Sums<tr><td>Area<td>Plan<td>Spent<tr><td>North<td>4<td>5", ["01", "111", "000"]),
        ("<tr><th rowspan=2>Area<th colspan=2>Sums<tr><td>Plan<td>Spent<tr><td>North<td>4<td>5", ["11", "111", "000"]),
        ("<tr><th>Area<th colspan=2>Members<tr><td>North<td>Ann<td>Bob<tr><td>East<td>Cy<td>Di", ["11", "000", "000"]),
        ("<tr><td><b>Area</b><td colspan=2><b>Sums</b><tr><td><td><b>Plan</b><td><b>Spent</b><tr><td>North<td>4<td>5",
         ["11", "111", "000"]),
    ],
)  # fmt: skip
def test_the_cells_that_name_others_are_known(markup: str, names: list[str]) -> None:
    rows = found(f"<table>{markup}</table>")
    assert ["".join(str(int(cell.names)) for cell in row.cells) for row in rows] == names


def test_a_cell_that_is_to_fill_its_row_reaches_over_the_columns_there_are() -> None:
    first, second = found("<table><tr><td colspan=100>Title<tr><td>a<td>b<td>c</table>")
    assert ([cell.span for cell in first.cells], len(second.cells)) == ([3], 3)


@pytest.mark.parametrize(
    ("markup", "is_one"),
    [
        ("<table role=presentation><tr><td>a<td>b</table>", True),
        ("<table><tr><td>a<tr><td>b</table>", True),
        ("<table><tr><td><h2>a</h2><td>b</table>", True),
        (f"<table><tr><td>{'word ' * 400}<td>b</table>", True),
        (f"<table><tr><td><table><tr><td>{'word ' * 200}</table><td>b</table>", True),
        ("<table><tr><td>a<td>b</table>", False),
        ("<table><tr><th>a<tr><td><h2>b</h2></table>", False),
        ("<table><caption>x</caption><tr><td>b</table>", False),
    ],
)
def test_a_table_that_lays_out_a_page_is_told_from_one_of_data(markup: str, is_one: bool) -> None:
    assert is_layout(next(parse(markup).iter("table"))) == is_one


def test_what_a_layout_table_holds_is_read_as_blocks() -> None:
    blocks = found("<table role=presentation><tr><td><p>a</p><p>b</p><td><table><tr><th>c<td>d</table></table>")
    assert [block.kind for block in blocks] == ["paragraph", "paragraph", "table_row"]


def test_tables_without_end_in_each_other_do_not_take_long() -> None:
    assert texts("<table><tr><td>x<td>" * 300 + "deep") != []
