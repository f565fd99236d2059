"""The cells of a sheet become tables as a person sees them."""

from __future__ import annotations

from corpus.assembly import SourceBlock
from corpus.office.grid import Area, GridCell, GridRow, Sheet, sheet_blocks


def sheet(*rows: str, merged: tuple[Area, ...] = ()) -> Sheet:
    """A sheet of rows of cells parted by "|"; "*" before a text makes it bold."""
    made = []
    for number, row in enumerate(rows):
        cells = {}
        for column, text in enumerate(row.split("|")):
            if text.strip():
                words = text.strip().lstrip("*")
                is_number = words.replace(".", "").isdecimal()
                cells[column] = GridCell(words, is_number, is_bold=text.strip().startswith("*"))
        if cells:
            made.append(GridRow(number, cells))
    return Sheet(made, list(merged))


def shown(found: Sheet) -> list[str]:
    """Each block's kind and text; "=" before a header row."""

    def text(block: SourceBlock) -> str:
        row = "|".join(cell.text for cell in block.cells)
        return f"{'=' * all(cell.names for cell in block.cells if cell.text)}{row}" if block.cells else block.text

    return [f"{block.kind} {text(block)}" for block in sheet_blocks(found)]


def test_years_name_columns_and_other_numbers_do_not() -> None:
    assert shown(sheet("Area|2022|2023", "North|4|5")) == ["table_row =Area|2022|2023", "table_row North|4|5"]
    assert shown(sheet("Area|40|50", "North|4|5")) == ["table_row Area|40|50", "table_row North|4|5"]


def test_a_table_of_nothing_but_text_has_its_first_row_for_a_header() -> None:
    assert shown(sheet("Name|Role", "Ann|Chair", "Bob|Clerk"))[0] == "table_row =Name|Role"
    assert shown(sheet("Name|Role")) == ["table_row Name|Role"]


def test_such_a_table_goes_on_after_a_blank_row_but_for_a_header_in_bold() -> None:
    assert shown(sheet("Name|Role", "Ann|Chair", "", "Bob|Clerk", "Cy|Aide"))[2:] == [
        "table_row Bob|Clerk",
        "table_row Cy|Aide",
    ]
    assert shown(sheet("*Name|*Role", "Ann|Chair", "", "*Ward|*Area", "Cy|Aide"))[2] == "table_row =Ward|Area"


def test_second_header_rows_are_those_below_wide_cells_or_in_bold() -> None:
    wide = Area(0, 0, 1, 2)
    assert shown(sheet("Area|Sums|", "|Plan|Spent", "North|4|5", merged=(wide,)))[1] == "table_row =|Plan|Spent"
    assert shown(sheet("*Area|*Sum", "*name|*pounds", "North|4"))[1] == "table_row =name|pounds"
    assert shown(sheet("Area|Sum", "North|n/a", "South|4"))[1] == "table_row North|n/a"


def test_several_titles_are_a_heading_text_and_a_caption() -> None:
    assert shown(sheet("Budget", "All figures are provisional.", "by area", "£ thousands", "Area|Sum", "North|4")) == [
        "heading Budget",
        "paragraph All figures are provisional.",
        "paragraph by area",
        "caption £ thousands",
        "table_row =Area|Sum",
        "table_row North|4",
    ]


def test_the_titles_of_later_tables_are_below_that_of_the_first() -> None:
    blocks = list(sheet_blocks(sheet("Budget", "", "Grants", "Area|Sum", "North|4", "", "Loans", "Bank|Rate", "X|5")))
    assert [(block.text, block.level) for block in blocks if block.kind == "heading"] == [
        ("Budget", 2),
        ("Loans", 3),
    ]
    assert [block.text for block in blocks if block.kind == "caption"] == ["Grants"]


def test_lines_without_a_table_are_text_and_many_short_ones_are_rows() -> None:
    assert shown(sheet("One line", "Another")) == ["paragraph One line", "paragraph Another"]
    assert shown(sheet(*(f"Ward {number}" for number in range(6))))[0] == "table_row Ward 0"
    assert shown(sheet(*("A long remark on things. " * 6 for _ in range(6))))[0].startswith("paragraph A long")


def test_bold_labels_make_a_form() -> None:
    assert shown(sheet("*Title|Budget", "*Owner|Ann", "*Version|2")) == [
        "table_row Title|Budget",
        "table_row Owner|Ann",
        "table_row Version|2",
    ]


def test_a_merged_area_of_a_whole_sheet_is_bounded_by_what_is_there() -> None:
    everything = Area(0, 1_048_575, 0, 16_383)
    assert shown(sheet("All of it", merged=(everything,))) == ["paragraph All of it"]


def test_a_sheet_whose_cells_lie_far_apart_stays_small() -> None:
    rows = [GridRow(number, {0: GridCell("a"), number + 1: GridCell("5", is_number=True)}) for number in range(4000)]
    blocks = list(sheet_blocks(Sheet(rows)))
    assert len(blocks) == 4000 and sum(len(block.cells) for block in blocks) == 8000


def test_a_table_of_questions_has_its_header() -> None:
    rows = shown(sheet("Question|Answer", "Where?|Here", "When?|Now", "Who?|All"))
    assert rows[:2] == ["table_row =Question|Answer", "table_row Where?|Here"]
    assert shown(sheet("Name:|Ann", "Role:|Chair", "Ward:|North"))[0] == "table_row Name:|Ann"
