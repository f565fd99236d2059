from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Block, Cell
from tests.pages import document, rows, table, written
from web.views.blocks import Mark, group_blocks, stepped


def test_cited_words_across_paragraphs_get_one_target() -> None:
    text = "One two.\n\nThree four.\n\nFive six."
    read = document(text, (Block(0, 8), Block(10, 21), Block(23, 32)))
    groups = list(group_blocks(read, 0, len(text), [Mark(4, 27, "cited")], page_starts=True))
    marked = [part for group in groups for block in group.blocks for part in block.segments if part.kinds]
    assert [part.text for part in marked] == ["two.", "Three four.", "Five"]
    assert [part.target for part in marked] == [True, False, False]


def test_offsets_are_code_points() -> None:
    text = "A 😀 smile, a 👩‍👩‍👧 family."
    start = text.index("a 👩")
    groups = list(
        group_blocks(
            document(text, (Block(0, len(text)),)),
            0,
            len(text),
            [Mark(start, len(text), "cited")],
            page_starts=True,
        )
    )
    assert groups[0].blocks[0].segments[1].text == "a 👩‍👩‍👧 family."


def test_overlapping_marks_are_cut_at_each_edge() -> None:
    text = "the red house"
    groups = list(
        group_blocks(
            document(text, (Block(0, 13),)), 0, 13, [Mark(0, 13, "quote"), Mark(4, 7, "term")], page_starts=False
        )
    )
    assert [(part.text, part.kinds) for part in groups[0].blocks[0].segments] == [
        ("the ", "quote"),
        ("red", "quote term"),
        (" house", "quote"),
    ]


def test_pages_are_labelled_where_they_start_also_inside_a_paragraph() -> None:
    text = "First.\n\nSecond runs on and on.\n\nLast."
    read = document(text, (Block(0, 6), Block(8, 30), Block(32, 37)), pages=(0, 20, 32, 32))
    groups = list(group_blocks(read, 0, len(text), [], page_starts=True))
    assert [group.pages for group in groups] == [(1,), (), (3, 4)]
    assert [(part.text, part.pages) for part in groups[1].blocks[0].segments] == [
        ("Second runs ", ()),
        ("on and on.", (2,)),
    ]


def test_list_items_and_table_rows_stand_together() -> None:
    text = "a\nb\nc | d\ne"
    read = document(
        text,
        (Block(0, 1, "list_item"), Block(2, 3, "list_item"), Block(4, 9, "table_row"), Block(10, 11)),
    )
    groups = list(group_blocks(read, 0, len(text), [], page_starts=True))
    assert [(group.kind, len(group.blocks)) for group in groups] == [
        ("list_item", 2),
        ("table_row", 1),
        ("paragraph", 1),
    ]


def test_table_rows_are_cut_into_cells() -> None:
    read = table("Area | 2022 | 2025", "Help |  | Good", "a|b | c | ", "| d | e |")
    assert rows(list(group_blocks(read, 0, len(read.text), [], page_starts=True))) == [
        [["Area", "2022", "2025"], ["Help", "", "Good"], ["a|b", "c", ""]],
        [["", "d", "e", ""]],
    ]


def test_rows_with_other_columns_are_a_table_of_their_own() -> None:
    read = table("2022 | 2025", "Help | Poor | Good", "Care | Poor | Good")
    assert [len(group) for group in rows(list(group_blocks(read, 0, len(read.text), [], page_starts=True)))] == [1, 2]


def test_a_list_or_table_that_begins_before_the_span_shows_what_leads_into_it() -> None:
    text = "We will:\n\n• act\n• learn\n\nWard | 2019\nNorth | 41"
    blocks = (
        Block(0, 8),
        Block(10, 15, "list_item", 1, "•", 0),
        Block(16, 23, "list_item", 1, "•", 0),
        Block(25, 36, "table_row", cells=(Cell(25, 29, 0, names=True), Cell(32, 36, 1, names=True))),
        Block(37, 47, "table_row", parent=3, cells=(Cell(37, 42, 0, names=True), Cell(45, 47, 1))),
    )
    items, (row,) = (
        list(group_blocks(document(text, blocks), start, end, [], page_starts=False))
        for start, end in ((16, 23), (37, 47))
    )
    assert [(group.leads, group.header) for group in items] == [(("We will:",), ())]
    [header] = row.header
    assert [(cell.segments[0].text, cell.names) for cell in header.cells] == [("Ward", True), ("2019", True)]
    assert [(cell.segments[0].text, cell.names) for cell in row.blocks[0].cells] == [("North", True), ("41", False)]
    whole = group_blocks(document(text, blocks), 0, len(text), [], page_starts=False)
    assert not any(group.leads or group.header for group in whole)


def test_a_cell_that_reaches_down_or_over_columns_keeps_the_columns_of_its_row() -> None:
    text = "North | 41 | 2019\n| 38 | 2021\nAll | 79"
    blocks = (
        Block(0, 17, "table_row", cells=(Cell(0, 5, 0), Cell(8, 10, 1), Cell(13, 17, 2))),
        Block(18, 29, "table_row", cells=(Cell(0, 5, 0), Cell(20, 22, 1), Cell(25, 29, 2))),
        Block(30, 38, "table_row", cells=(Cell(30, 33, 0, 2), Cell(36, 38, 2))),
    )
    [group] = group_blocks(document(text, blocks), 0, len(text), [], page_starts=False)
    shown = [[("".join(part.text for part in cell.segments), cell.span) for cell in row.cells] for row in group.blocks]
    assert shown == [
        [("North", 1), ("41", 1), ("2019", 1)],
        [("North", 1), ("38", 1), ("2021", 1)],
        [("All", 2), ("79", 1)],
    ]


def test_a_page_that_starts_between_two_cells_is_labelled() -> None:
    read = table("Help | Good")
    (group,) = group_blocks(document(read.text, tuple(read.blocks), pages=(0, 5)), 0, 11, [], page_starts=True)
    assert [part.pages for cell in group.blocks[0].cells for part in cell.segments] == [(), (2,)]


@given(st.data())
def test_whatever_is_marked_the_words_stay_the_same(data: st.DataObject) -> None:
    words = data.draw(st.lists(st.text(min_size=1).filter(lambda word: not word.isspace()), min_size=1, max_size=6))
    text, paragraphs = "", list[Block]()
    for word in words:
        paragraphs.append(Block(len(text), len(text) + len(word)))
        text += word + "\n\n"
    edge = st.integers(0, len(text))
    marks = [Mark(min(pair), max(pair) + 1, "cited") for pair in data.draw(st.lists(st.tuples(edge, edge), max_size=5))]
    pages = tuple(sorted(data.draw(st.lists(edge, max_size=4))))
    groups = list(group_blocks(document(text, tuple(paragraphs), pages), 0, len(text), marks, page_starts=True))
    assert written(groups) == words
    segments = [part for group in groups for block in group.blocks for part in block.segments]
    assert sum(part.target for part in segments) == any(part.kinds for part in segments)
    labelled = [page for group in groups for page in group.pages] + [page for part in segments for page in part.pages]
    assert sorted(labelled) == [number for number, start in enumerate(pages, start=1) if start < paragraphs[-1].end]


def test_headings_go_down_one_level_at_a_time_whatever_the_document_leaves_out() -> None:
    text, blocks = "", list[Block]()
    for level in (3, 3, 1, 3, 2, 3):
        blocks.append(Block(len(text), len(text) + 1, "heading", level))
        text += "H\n"
    groups = stepped(tuple(group_blocks(document(text, tuple(blocks)), 0, len(text), (), page_starts=False)))
    assert [group.blocks[0].level for group in groups] == [2, 2, 2, 3, 3, 4]


def test_an_item_of_which_the_beginning_is_left_out_is_told_from_a_whole_one() -> None:
    read = document("1. One thing.\n2. Two.", (Block(0, 13, "list_item", 1, "1."), Block(14, 21, "list_item", 1, "2.")))
    (group,) = group_blocks(read, 3, 21, (), page_starts=False)
    assert [(block.has_marker, block.is_rest) for block in group.blocks] == [(False, True), (True, False)]


def test_the_cells_of_a_row_of_a_wide_table_tell_what_their_columns_are_called() -> None:
    text = "Service | Cat | Dog\nDental | £140 | £185\nChip | | £24"
    cells = (Cell(0, 7, 0, names=True), Cell(10, 13, 1, names=True), Cell(16, 19, 2, names=True))
    first = (Cell(20, 26, 0), Cell(29, 33, 1), Cell(36, 40, 2))
    second = (Cell(41, 45, 0), Cell(46, 46, 1), Cell(50, 53, 2))
    blocks = (
        Block(0, 19, "table_row", cells=cells),
        Block(20, 40, "table_row", parent=0, cells=first),
        Block(41, 53, "table_row", parent=0, cells=second),
    )
    read = document(text, blocks)
    for start in (0, 20, 41):
        (group,) = group_blocks(read, start, len(text), (), page_starts=False)
        last = group.blocks[-1]
        assert group.is_stacked and [cell.named for cell in last.cells] == ["", "Cat", "Dog"]
    (group,) = group_blocks(read, 0, 19, (), page_starts=False)
    assert not any(cell.named for cell in group.blocks[0].cells)


def test_a_table_of_two_columns_fits_any_screen_as_it_is() -> None:
    text = "Area | Rate\nNorth | 3"
    blocks = (
        Block(0, 11, "table_row", cells=(Cell(0, 4, 0, names=True), Cell(7, 11, 1, names=True))),
        Block(12, 21, "table_row", parent=0, cells=(Cell(12, 17, 0), Cell(20, 21, 1))),
    )
    (group,) = group_blocks(document(text, blocks), 0, len(text), (), page_starts=False)
    assert not group.is_stacked and not any(cell.named for cell in group.blocks[1].cells)
