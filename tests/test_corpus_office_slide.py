"""A slide stands under a heading of its own, and what is not read of it is told."""

from __future__ import annotations

from corpus.assembly import SourceBlock
from corpus.office.slide import Slide, slide_notices, with_heading


def test_a_slide_without_a_title_takes_its_first_short_text_or_its_number() -> None:
    title, short, long = SourceBlock("T", "heading", 1), SourceBlock("Short"), SourceBlock("Long words " * 20)
    assert [block.text for block in with_heading(3, [title], [short])] == ["T", "Short"]
    assert [(block.kind, block.text, block.page) for block in with_heading(3, [], [short, long])] == [
        ("heading", "Short", 3),
        ("paragraph", long.text, 3),
    ]
    assert [block.text for block in with_heading(3, [], [long])] == ["Slide 3", long.text]
    assert with_heading(3, [], []) == []


def test_what_is_not_read_is_named_by_its_slide() -> None:
    found = [
        Slide(1, is_hidden=True),
        Slide(2, is_damaged=True),
        Slide(3, pictures=2),
        Slide(4, pictures=1, blocks=[SourceBlock("Words")]),
        Slide(5, objects=["Excel.Sheet.12", "Excel.Sheet.12"]),
    ]
    hidden, damaged, pictures, objects = slide_notices(found)
    assert hidden.startswith("Hidden slide 1 left out.")
    assert damaged.startswith("Damaged slide 2 not read.")
    assert pictures.startswith("Nothing but pictures on slide 3.")
    assert objects.startswith("Slide 5 holds a file of another program (Excel.Sheet.12)")
    assert slide_notices([Slide(1)]) == []
