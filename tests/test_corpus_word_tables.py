"""Cells of Word's tables keep their column, and names of rows and columns are known."""

from __future__ import annotations

import pytest

from tests.word_files import PROSE, blocks, document, item, level, lists, p, para, root, run, table, tc, texts, tr, word

BOLD = "<w:b/>"
STYLED = (
    '<w:style w:type="table" w:styleId="Grid"><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
)


def named(body: str, **further: object) -> list[list[str]]:
    """The names in each row."""
    found = document(word(body, **further))  # type: ignore[arg-type]
    return [
        [found.text[cell.start : cell.end] for cell in block.cells if cell.names]
        for block in found.blocks
        if block.kind == "table_row"
    ]


def columns(body: str) -> list[list[tuple[str, int, int]]]:
    """Text, column and span of each cell of each row."""
    found = document(word(body))
    return [
        [(found.text[cell.start : cell.end], cell.column, cell.span) for cell in block.cells]
        for block in found.blocks
        if block.kind == "table_row"
    ]


def test_empty_cells_keep_their_column() -> None:
    rows = ("Ward", "2019", "2021", "2023"), ("North", "", "41", ""), ("South", "38", "", "52"), ("", "", "", "")
    assert texts(table(*rows)) == ["Ward | 2019 | 2021 | 2023", "North |  | 41 |", "South | 38 |  | 52"]


def test_cells_over_several_columns_and_columns_before_and_after() -> None:
    body = "<w:tbl>"
    body += tr(tc("Ward"), tc("Turnout", '<w:gridSpan w:val="2"/>'))
    body += tr(tc("41"), tc("38"), properties='<w:gridBefore w:val="1"/>')
    body += "</w:tbl>"
    assert columns(body) == [
        [("Ward", 0, 1), ("Turnout", 1, 2)],
        [("", 0, 1), ("41", 1, 1), ("38", 2, 1)],
    ]


def test_a_cell_that_reaches_down_is_the_cell_of_the_rows_below() -> None:
    body = "<w:tbl>" + tr(tc("North", '<w:vMerge w:val="restart"/>'), tc("Mill"), tc("3"))
    body += tr(tc("", "<w:vMerge/>"), tc("Town"), tc("4")) + tr(
        tc("", '<w:vMerge w:val="continue"/>'), tc("Hill"), tc("5")
    )
    body += "</w:tbl>"
    assert columns(body) == [
        [("North", 0, 1), (place, 1, 1), (number, 2, 1)]
        for place, number in (("Mill", "3"), ("Town", "4"), ("Hill", "5"))
    ]
    assert texts(body) == ["North | Mill | 3", "North | Town | 4", "North | Hill | 5"]


def test_cells_joined_the_old_way() -> None:
    body = "<w:tbl>" + tr(tc("Both", '<w:hMerge w:val="restart"/>'), tc("", '<w:hMerge w:val="continue"/>'), tc("x"))
    assert columns(body + "</w:tbl>") == [[("Both", 0, 2), ("x", 2, 1)]]


def test_no_row_reaches_farther_than_word_s() -> None:
    wild = tr(
        tc("a", '<w:gridSpan w:val="900000"/>'),
        tc("b", '<w:gridSpan w:val="0"/>'),
        properties='<w:gridBefore w:val="9999"/>',
    )
    assert len(texts(f"<w:tbl>{wild}</w:tbl>")[0]) < 400


def test_deleted_and_hidden_rows_are_not_shown() -> None:
    body = (
        tr(tc("a"), tc("b"))
        + tr(tc("c"), tc("d"), properties="<w:del/>")
        + tr(tc("e"), tc("f"), properties="<w:hidden/>")
    )
    body += f"<w:ins>{tr(tc('g'), tc('h'))}</w:ins>"
    body += f"<w:sdt><w:sdtContent>{tr(tc('i'), tc('j'))}</w:sdtContent></w:sdt>"
    assert texts(f"<w:tbl>{body}</w:tbl>") == ["a | b", "g | h", "i | j"]


def test_rows_that_the_document_calls_headers() -> None:
    header = "<w:tblHeader/>"
    body = tr(tc("Ward"), tc("Votes"), properties=header) + tr(tc("(name)"), tc("(all)"), properties=header)
    body += tr(tc("Mill"), tc("many"))
    assert named(f"<w:tbl>{body}</w:tbl>") == [["Ward", "Votes"], ["(name)", "(all)"], []]
    every = tr(tc("Ward"), tc("Votes"), properties=header)
    assert named(f"<w:tbl>{every}</w:tbl>") == [[]]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (table([p("Ward", look=BOLD), p("Lead", look=BOLD)], ["Mill", "Cllr A"]), ["Ward", "Lead"]),
        (table(["Ward", "Lead"], ["Mill", "Cllr A"]), ["Ward", "Lead"]),
        (table(["Moor", "Ann"], ["Mill", "Cllr A"]), []),
        (table(["Ward", "Votes"], ["Mill", "1,204"], ["Town", "98%"]), ["Ward", "Votes"]),
        (
            table(["Ward", "2022/23", "2023/24"], ["Mill", "4", ""], ["Town", "5", "£6m"]),
            ["Ward", "2022/23", "2023/24"],
        ),
        (table(["2021", "2022"], ["2019", "2020"]), []),
        (table(["Visit", "Dates", "By"], ["First", "3 May", "A"], ["Next", "4 May", "B"]), ["Visit", "Dates", "By"]),
        (
            table(["Item", "What was said", "By"], ["Roads", PROSE, "A"], ["Parks", PROSE, "B"]),
            ["Item", "What was said", "By"],
        ),
        (table(["Purpose", "To decide"], ["Date", "3 May"], ["Ref", "7b"]), []),
        (table(["Visit", "1 May", "By"], ["First", "3 May", "A"], ["Next", "4 May", "B"]), []),
        (table(["Mill", "12"], ["Town", "14"]), ["Mill"]),
        (table(["Report to:", "Cabinet"], ["Date:", "12"]), ["Report to:"]),
        (table(["We met in May.", "12"], ["Town", "14"], ["Hill", "15"]), ["We met in May."]),
    ],
)
def test_a_first_row_that_names_columns(body: str, names: list[str]) -> None:
    assert named(body)[0] == names


def test_a_first_row_that_is_shaded() -> None:
    shade = '<w:shd w:fill="D9E2F3"/>'
    body = tr(tc("Moor", shade), tc("Ann", shade)) + tr(tc("Mill"), tc("Cllr A", '<w:shd w:fill="auto"/>'))
    assert named(f"<w:tbl>{body}</w:tbl>") == [["Moor", "Ann"], []]
    body = tr(tc("Moor", shade), tc("Ann", shade)) + tr(tc("Mill", shade), tc("Cllr A", shade))
    assert named(f"<w:tbl>{body}</w:tbl>") == [[], []]


@pytest.mark.parametrize(
    ("look", "first_row", "second_row"),
    [
        ('w:firstRow="1" w:firstColumn="0"', ["Moor", "Ann"], []),
        ('w:val="00A0"', ["Moor", "Ann"], ["Mill"]),
        ('w:firstRow="0" w:firstColumn="1"', ["Moor"], ["Mill"]),
        ('w:val="0000"', [], []),
        ('w:val="zz"', [], []),
    ],
)
def test_what_the_table_s_style_sets_off(look: str, first_row: list[str], second_row: list[str]) -> None:
    properties = f'<w:tblPr><w:tblStyle w:val="Grid"/><w:tblLook {look}/></w:tblPr>'
    body = table(["Moor", "Ann"], ["Mill", "Cllr A"], properties=properties)
    assert named(body, styles=STYLED) == [first_row, second_row]


def test_a_header_of_two_rows() -> None:
    body = tr(
        tc(p("Ward", look=BOLD), '<w:vMerge w:val="restart"/>'), tc(p("Votes", look=BOLD), '<w:gridSpan w:val="2"/>')
    )
    body += tr(tc("", "<w:vMerge/>"), tc("2022"), tc("2023")) + tr(tc("Mill"), tc("41"), tc("38"))
    assert named(f"<w:tbl>{body}</w:tbl>") == [["Ward", "Votes"], ["Ward", "2022", "2023"], ["Mill"]]


def merged_header(*below: str) -> list[list[str]]:
    """What is named in a table whose first cell reaches over two rows, beside two that reach over two columns each."""
    over = '<w:gridSpan w:val="2"/>'
    body = tr(tc("Service", '<w:vMerge w:val="restart"/>'), tc("2022/23", over), tc("2023/24", over))
    body += tr(tc("", "<w:vMerge/>"), *map(tc, below)) + tr(*map(tc, ("Parks", "800", "790", "810", "805")))
    return named(f"<w:tbl>{body}</w:tbl>")


def test_a_merged_header_that_nothing_sets_off() -> None:
    names = ["Budget", "Actual", "Budget", "Actual"]
    assert merged_header(*names)[:2] == [["Service", "2022/23", "2023/24"], ["Service", *names]]
    assert merged_header("800", "790", "810", "805")[0] != ["Service", "2022/23", "2023/24"]


@pytest.mark.parametrize("look", ["", BOLD])
@pytest.mark.parametrize(("name", "below"), [("Service", ""), ("", "Service"), ("Service", "Area")])
def test_names_below_a_name_over_several_columns(look: str, name: str, below: str) -> None:
    body = tr(tc(p(name, look=look)), tc(p("Missed collections", look=look), '<w:gridSpan w:val="3"/>'))
    body += tr(*map(tc, (below, "Q1", "Q2", "Q3"))) + tr(*map(tc, ("Refuse", "12", "9", "7")))
    names = [name, "Missed collections"], [below, "Q1", "Q2", "Q3"]
    assert named(f"<w:tbl>{body}</w:tbl>")[:2] == list(map(list, names))


def test_first_cells_that_name_their_row() -> None:
    bold = [[p("Lead", look=BOLD), "Cllr A"], [p("Ward", look=BOLD), "Mill"], [p("Notes", look=BOLD), ""]]
    assert named(table(*bold)) == [["Lead"], ["Ward"], []]


def test_a_row_of_one_name_is_no_header_of_those_below() -> None:
    found = document(word(table(["Item", "Cost"], ["Income:", ""], ["Rent:", "4"], ["Rates:", "5"])))
    assert [block.parent for block in found.blocks] == [None, 0, 0, 0]


def test_a_row_of_one_cell_names_the_rows_below_it() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    body = (
        tr(tc("Item"), tc("Cost")) + tr(tc("Income", wide)) + tr(tc("Rent"), tc("4")) + tr(tc("Source: accounts", wide))
    )
    found = document(word(f"<w:tbl>{body}</w:tbl>"))
    assert [block.parent for block in found.blocks] == [None, 0, 1, 1]


def test_tables_that_follow_each_other_are_apart() -> None:
    first = p("Table 1: Votes") + table(["Ward", "Votes"], ["Mill", "41"])
    found = document(word(first + p("") + table(["Mill", "Cllr A"], ["Town", "Cllr B"])))
    assert found.text.endswith("Mill | 41\n\nMill | Cllr A\nTown | Cllr B")
    assert [block.parent for block in found.blocks] == [None, 0, 1, None, None]


def test_paragraphs_lists_and_numbers_in_cells() -> None:
    numbering = lists(level(0, "%1."))
    lines = p("First line") + p("Second line")
    body = table([item(""), "Apologies", lines], [item(""), item("Dogs on leads") + item("No fires"), "x"])
    assert texts(body, numbering=numbering) == [
        "1. | Apologies | First line Second line",
        "2. | 3. Dogs on leads 4. No fires | x",
    ]


def test_a_table_in_a_cell() -> None:
    inner = table(["Mill", "41"], ["Town", "38"])
    assert texts(table(["Votes", inner + p("")], ["Lead", "Cllr A"], ["Ward", "all"])) == [
        "Votes | Mill, 41; Town, 38",
        "Lead | Cllr A",
        "Ward | all",
    ]


def test_a_table_that_only_puts_text_in_its_place() -> None:
    assert blocks(table([p("Key facts", "Heading2") + p(PROSE)], [p("More.")])) == [
        ("heading", 2, "Key facts"),
        ("paragraph", 0, PROSE),
        ("paragraph", 0, "More."),
    ]
    two = table([p("Left", "Heading1") + p(PROSE), p("Right", "Heading1") + p("Text.")])
    assert [kind for kind, _, _ in blocks(two)] == ["heading", "paragraph", "heading", "paragraph"]
    inner = table(["Ward", "Votes"], ["Mill", "41"])
    assert texts(table([p("About") + inner, "Side"])) == ["About", "Ward | Votes", "Mill | 41", "Side"]


def test_boxes_in_cells_are_read_there_and_notes_stand_below_the_table() -> None:
    box = f"<v:textbox><w:txbxContent>{p('Boxed.')}</w:txbxContent></v:textbox>"
    shape = f"<w:r><w:pict><v:shape>{box}</v:shape></w:pict></w:r>"
    comment = '<w:r><w:commentReference w:id="0"/></w:r>'
    parts = {"comments.xml": root("comments", f'<w:comment w:id="0" w:author="Clerk">{p("Check.")}</w:comment>')}
    body = table([para(run("41") + comment), para(run("42") + shape)], ["a", "b"])
    related = [("rC", "comments", "comments.xml")]
    assert texts(body, parts=parts, related=related) == ["41 | 42 Boxed.", "a | b", "Clerk: Check."]
