"""A plain part that only stands in for a letter gives way to it, and several texts are one."""

from __future__ import annotations

import pytest

from corpus.assembly import SourceBlock, assemble, table_row
from corpus.mail.letters import is_stub, joined

LETTER = "The rate rises to five per cent from April. Forms are due by the ninth of May at the town hall in Mill Lane."


@pytest.mark.parametrize(
    ("plain", "stub"),
    [
        ("Your e-mail program cannot display HTML. To view this message, use one that can, please, or go to us.", True),
        ("View this email in your browser: https://example.org/aaaa/bbbb/cccc/dddd?e=ffff", True),
        ("See the letter.", True),
        (LETTER, False),
        (f"View this email in your browser: https://example.org\n\n{LETTER}", False),
        (
            "Quite other words of about the same length, which say what nobody has written in the letter.",
            False,
        ),
        ("HTML version: " + "many words of a newsletter in plain text " * 9, False),
    ],
)
def test_what_stands_in_for_a_letter(plain: str, stub: bool) -> None:
    assert is_stub(plain, LETTER) is stub


def test_joined_texts_keep_their_blocks_cells_and_what_they_hang_on() -> None:
    first = assemble([SourceBlock("Head", "heading", 1), SourceBlock("Words.")])
    second = assemble(
        [SourceBlock("Plan", "heading", 1), table_row(["Ward", "Bins"], names=True), table_row(["East", "41"])]
    )
    whole = joined([first, second])
    assert whole.text == "Head\n\nWords.\n\nPlan\n\nWard | Bins\nEast | 41"
    assert [whole.text[block.start : block.end] for block in whole.blocks] == [
        "Head", "Words.", "Plan", "Ward | Bins", "East | 41",
    ]  # fmt: skip
    row = whole.blocks[-1]
    assert [whole.text[cell.start : cell.end] for cell in row.cells] == ["East", "41"]
    assert row.parent == 3 and whole.blocks[1].parent == 0
    assert joined([second]) is second
