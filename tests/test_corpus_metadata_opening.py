"""Where a document says what it is: its first and last lines, its running headers."""

from __future__ import annotations

from corpus.assembly import SourceBlock, assemble, table_row
from corpus.metadata.opening import Opening, opening_of


def opening(*blocks: SourceBlock) -> Opening:
    made = assemble(blocks)
    return opening_of(made.text, made.blocks)


def test_rows_are_labels_with_values_and_what_pages_repeat_stands_apart() -> None:
    read = opening(
        SourceBlock("Cabinet 14 March 2023", "furniture"),
        SourceBlock("# Depot", "heading", 1),
        table_row(["Date:", "14 March 2023"]),
        table_row(["Report to:", "Cabinet", "", "Ward:", "All"]),
    )
    assert read.lines == (
        "Depot",
        "Date: 14 March 2023",
        "Report to: Cabinet Ward: All",
        "Report to: Cabinet",
        "Ward: All",
    )
    assert read.furniture == ("Cabinet 14 March 2023",)
    assert read.closing == ()


def test_the_last_lines_come_last_first_and_none_of_them_twice() -> None:
    read = opening(*(SourceBlock(f"Line {n}") for n in range(60)))
    assert (read.lines[0], read.lines[-1], len(read.lines)) == ("Line 0", "Line 39", 40)
    assert read.closing == tuple(f"Line {n}" for n in range(59, 51, -1))


def test_no_more_is_looked_at_of_long_paragraphs_than_of_short_ones() -> None:
    read = opening(SourceBlock("word " * 3000), SourceBlock("and " * 700), SourceBlock("Published: 3 May 2021"))
    assert [len(line) for line in read.lines] == [3999, 2799]
    assert read.closing == ("Published: 3 May 2021",)


def test_an_imprint_is_of_the_first_eight_lines_and_of_none_that_is_a_paragraph() -> None:
    eight = [SourceBlock(f"Line {n} | Pools") for n in range(8)]
    assert opening(*eight, SourceBlock("Edition 6 | Pools")).imprint == tuple((f"Line {n}", "Pools") for n in range(8))
    assert opening(SourceBlock("Pools | " + "a" * 292)).parts == ("Pools", "a" * 292)
    assert opening(SourceBlock("Pools | " + "a" * 293)).parts == ()


def test_the_parts_of_an_imprint_are_no_whole_lines() -> None:
    assert opening(SourceBlock("Pools"), SourceBlock("Edition 6 | April 2026")).parts == ("Edition 6", "April 2026")


def test_lines_of_a_list_of_events_are_no_imprint() -> None:
    listed = ("Sat 21 Nov 2026 - Film club", "Sat 5 Dec 2026 - Fair")
    read = opening(SourceBlock("What's on"), *map(SourceBlock, listed), SourceBlock("12 January 2027"))
    assert [line for parts in read.imprint for line in parts] == ["What's on"]
    one = opening(SourceBlock("Notice"), SourceBlock("Sat 21 Nov 2026 - Film club"), SourceBlock("Bring a chair."))
    assert any("21 Nov 2026" in part for parts in one.imprint for part in parts)
