"""Headings and tables marked as in Markdown are seen in a text whose characters are kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Block
from corpus.markup.marks import BOLD_LEVEL, marked_heading
from corpus.readers.text import find_blocks


def _seen(text: str) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, text[block.start : block.end]) for block in find_blocks(text)]


def _rows(text: str) -> list[Block]:
    return [block for block in find_blocks(text) if block.kind == "table_row"]


@pytest.mark.parametrize(
    ("line", "level", "words"),
    [
        ("# Leave", 1, "Leave"),
        ("###### Six", 6, "Six"),
        ("## Leave ##", 2, "Leave"),
        ("### **Sick** pay", 3, "**Sick** pay"),
        ("### **Sick pay**", 3, "Sick pay"),
        ("**Who may apply?**", BOLD_LEVEL, "Who may apply?"),
        ("**Rules:**", BOLD_LEVEL, "Rules:"),
        ("**From the chair**:", BOLD_LEVEL, "From the chair"),
    ],
)
def test_a_heading_is_its_words_without_the_marks(line: str, level: int, words: str) -> None:
    found = marked_heading(line)
    assert found is not None
    assert (found[0], line[found[1] : found[2]]) == (level, words)


@pytest.mark.parametrize(
    "line",
    [
        "#5 of the list",
        "####### Seven",
        "# ",
        "## 12",
        "**Please send the form by Friday.**",
        "**Note** that this is a sentence",
        "**" + "long " * 20 + "words**",
        "A line",
    ],
)
def test_other_lines_are_none(line: str) -> None:
    assert marked_heading(line) is None


def test_sections_hang_on_their_headings() -> None:
    text = "# Handbook\n\n## Leave\nYou have 25 days of it.\n\n**Sick pay**\n\nIt is paid.\n\n## Travel\n\nBy train."
    blocks = find_blocks(text)
    above = {
        text[block.start : block.end]: block.parent
        and text[slice(blocks[block.parent].start, blocks[block.parent].end)]
        for block in blocks
    }
    assert above["You have 25 days of it."] == "Leave"
    assert above["It is paid."] == "Sick pay"
    assert above["By train."] == "Travel"
    assert [seen[1] for seen in _seen(text) if seen[0] == "heading"] == [1, 2, BOLD_LEVEL, 2]


def test_a_hash_within_a_paragraph_or_code_opens_no_section() -> None:
    text = "The first line of it goes on\n# here and there.\n\n```\n# a comment\n\n# another\n```\n\nThe end of it."
    assert not [seen for seen in _seen(text) if seen[0] == "heading"]


def test_rows_of_a_table_have_cells_and_a_header_row() -> None:
    text = "Hours:\n\n|**Day** | Hours |\n| --- | ---: |\n| Monday | 10 |\n| | 4 |\n\nAfter it | is prose."
    header, monday, empty = _rows(text)
    assert [text[cell.start : cell.end] for cell in monday.cells] == ["Monday", "10"]
    assert text[monday.start : monday.end] == "Monday | 10"
    assert [text[cell.start : cell.end] for cell in empty.cells] == ["", "4"]
    assert all(cell.names for cell in header.cells)
    assert not any(cell.names for cell in monday.cells)
    assert find_blocks(text)[monday.parent or 0] == header


def test_a_table_without_bars_at_its_ends_is_one() -> None:
    text = "Name | Age\n--- | ---\nBo | 4\nShe said | so"
    assert [text[row.start : row.end] for row in _rows(text)] == ["Name | Age", "Bo | 4", "She said | so"]


@pytest.mark.parametrize(
    "text", ["Left | right\nand more | of it", "One\n---\nTwo | three", "a | b | c\n--- | ---\nd | e"]
)
def test_bars_alone_make_no_table(text: str) -> None:
    assert not _rows(text)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("A | B\n--- | ---\n|   |   |\n| 1 | 2 |", ["A | B", "1 | 2"]),
        ("|  |  |\n|---|---|\n| 1 | 2 |", ["1 | 2"]),
    ],
)
def test_a_row_without_words_is_no_block(text: str, rows: list[str]) -> None:
    assert [text[block.start : block.end] for block in find_blocks(text)] == rows


@pytest.mark.parametrize(
    ("code", "is_code"),
    [
        ("~~~python\n# one\n\n# two\n~~~", True),
        ("```\n# one\n\n# two\n```", True),
        ("````\n~~~\n\n# two\n````", True),
        ("```in one line```", False),
        ("Over a rule\n\n~~~", False),
    ],
)
def test_headings_are_seen_after_code_and_not_in_it(code: str, is_code: bool) -> None:
    seen = [words for kind, _, words in _seen(f"{code}\n\n## After\nText.\n") if kind == "heading"]
    assert seen == ["After"]
    inner = [words for kind, _, words in _seen(f"{code}\n\n```\n\n## Within\n\n```\n") if kind == "heading"]
    assert not inner


PIECES = [
    "\n",
    "\n\n",
    "|",
    " | ",
    "|---|---|",
    "---",
    "## ",
    "#",
    "**",
    "**Rules:**",
    "```",
    "~~~",
    "word",
    "Word here",
    "- ",
    " ",
    "\\",
    "1.",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_marks_in_any_order_make_blocks_in_order_that_hold_every_word(text: str) -> None:
    blocks = find_blocks(text)
    end = 0
    for block in blocks:
        assert end <= block.start < block.end <= len(text)
        end = block.end
        assert all(block.start <= cell.start <= cell.end <= block.end for cell in block.cells)
    outside = "".join(
        text[one:other]
        for one, other in zip([0, *(b.end for b in blocks)], [*(b.start for b in blocks), len(text)], strict=True)
    )
    assert not any(map(str.isalnum, outside))
