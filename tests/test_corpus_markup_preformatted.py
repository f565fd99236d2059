"""Lines that are kept apart stay apart, prose broken to fit a width is put together, drawn columns are cells."""

from __future__ import annotations

import pytest

from corpus.markup.preformatted import line_blocks
from tests.marked_up import row

PROSE = (
    "The committee met in the hall on Monday at seven in the\nevening, with Mr Roe in the chair and many others there\n"
    "to hear it.\n\n"
)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Ward     Votes\nNorth    41\nSouth    38\n", ["Ward|Votes", "North|41", "South|38"]),
        ("Ward\tVotes\nNorth\t41", ["Ward|Votes", "North|41"]),
        ("Ward   Votes\n-----  -----\nNorth  41", ["Ward|Votes", "North|41"]),
        ("Ward   Votes\nNorth", ["Ward   Votes", "North"]),
        ("one\n\n  two\nthree\n", ["one", "  two", "three"]),
        ("Mill Lane\nAnytown\nAN1 2BC", ["Mill Lane", "Anytown", "AN1 2BC"]),
        ("", []),
    ],
)
def test_lines_are_kept(text: str, blocks: list[str]) -> None:
    assert [row(block) for block in line_blocks(text)] == blocks


def test_prose_is_put_together() -> None:
    (block,) = line_blocks(PROSE)
    assert block.text.split() == PROSE.split()
    _, second, third = line_blocks(
        PROSE + "1. Apologies\n2. Minutes, which were read to all of those who were there and\nagreed."
    )
    assert [(block.kind, block.level) for block in (second, third)] == [("list_item", 1)] * 2
    assert third.text.endswith("agreed.")


def test_code_is_never_put_together() -> None:
    assert len(list(line_blocks(PROSE, is_code=True))) == 3


def test_lines_in_an_item_have_its_depth() -> None:
    assert [block.level for block in line_blocks("a\nb", 2)] == [2, 2]
