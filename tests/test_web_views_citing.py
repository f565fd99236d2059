from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from corpus.document import Block, Cell
from qa.address import citation_link
from qa.citing.citation import Place
from tests.pages import document
from web.views.citing import cite, cite_span

SPANS: Final = ((11, 19), (20, 27), (28, 36), (37, 48))


def test_words_are_cited_with_the_place_on_a_line_of_its_own_and_in_the_line_to_copy() -> None:
    read = document("The pool is open.", (Block(0, 17),))
    cited = cite("The  pool\nis open.", read, Place(3, "12"))
    assert cited.place == ("A publisher", "published 9 September 2022", "page 3", "paragraph 12")
    where = "published 9 September 2022, page 3, paragraph 12"
    assert cited.text == f"“The pool is open.” (A publisher, A title, {where})"
    assert cited.at("http://here") == "https://example.org/"


def test_a_place_begins_with_a_capital_and_an_address_that_is_not_of_the_web_is_not_copied_but_that_of_the_words() -> (
    None
):
    read = replace(document("Open.", (Block(0, 5),)), source="ofsted", published=None, url="javascript:alert(1)")
    cited = cite("Open.", read, Place(None, "2"))
    assert cited.place == ("Ofsted", "date not known", "paragraph 2")
    assert cited.text == "“Open.” (Ofsted, A title, date not known, paragraph 2)"
    assert cited.at("http://here") == f"http://here{citation_link(read.id, 0, 5, 'Open.')}"


def test_words_recognised_in_a_scan_are_called_so_in_the_place_and_the_copied_line() -> None:
    read = document("Open.", (Block(0, 5),))
    cited = cite("Open.", read, Place(1, recognised=0.934))
    assert cited.place[-2:] == ("page 1", "text recognised from a scan, 93% sure")
    assert "text recognised from a scan, 93% sure" in cited.text
    assert "scan" not in cite("Open.", read, Place(1)).text


FOUR: Final = "You need:\n\n- a pass\n- a map\n- a coat\n- a whistle"
ITEMS: Final = (Block(0, 9), *(Block(start, end, "list_item", 1, "-", 0) for start, end in SPANS))


@pytest.mark.parametrize(
    ("start", "end", "points"),
    [
        (SPANS[0][0], SPANS[1][1], "2 of 4 points of the list"),
        (SPANS[1][0], SPANS[3][1], "3 of 4 points of the list"),
        (0, SPANS[2][1], "3 of 4 points of the list"),
        (SPANS[0][0], SPANS[3][1], ""),
        (0, SPANS[3][1], ""),
        (SPANS[1][0], SPANS[1][1], ""),
        (0, 9, ""),
    ],
)
def test_how_many_points_of_a_list_are_cited_is_told_where_these_are_several_and_not_all(
    start: int, end: int, points: str
) -> None:
    cited = cite_span(document(FOUR, ITEMS), start, end)
    assert cited.text.endswith(f"published 9 September 2022{f'; {points}' if points else ''})")
    assert "points" not in cited.reference and "points" not in cited.quote


def test_a_row_is_cited_with_the_names_of_its_columns() -> None:
    text = "Service | Cat | Dog\nDental scale | £140 | £185\nMicrochip | £18 | £24"
    cells = (Cell(0, 7, 0, names=True), Cell(10, 13, 1, names=True), Cell(16, 19, 2, names=True))
    blocks = (
        Block(0, 19, "table_row", cells=cells),
        Block(20, 46, "table_row", 1, parent=0),
        Block(47, 68, "table_row", 1, parent=0),
    )
    read = document(text, blocks)
    cited = cite_span(read, 20, 46)
    assert cited.quote == "“Dental scale; £140; £185”".strip("“”")
    assert "; columns: Service; Cat; Dog)" in cited.text
    assert "columns" not in cite_span(read, 0, 19).text
    assert "columns" not in cite_span(read, 35, 39).text, "a cell by itself"


def test_a_span_is_cited_with_the_page_and_paragraph_in_which_it_begins() -> None:
    read = document("1. One.\n\n2. Two here.", (Block(0, 7, marker="1."), Block(9, 21, marker="2.")), (0, 9))
    cited = cite_span(read, 12, 15)
    assert cited.place == ("A publisher", "published 9 September 2022", "page 2", "paragraph 2")
    assert cited.quote == "Two" and "start=12&end=15&words=Two" in cited.link
