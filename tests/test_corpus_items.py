"""A list is known with all its items, whatever stands between them on the page."""

from __future__ import annotations

import pytest

from corpus.document import Block, Document
from corpus.items import list_at, rows_at
from corpus.readers.markdown import read
from corpus.structure import hang

MARKDOWN = """# Leave

Tell your team in good time. You need:

* For a day, two days
* For a week, five weeks

Nothing else is asked.

## What to do

1. Ask your manager
   - in person
   - or by mail
2. Fill in the form
3. Wait

Alone:

* only
"""


@pytest.fixture(scope="module")
def leave() -> Document:
    [document] = read("leave.md", MARKDOWN.encode(), "0" * 64)
    assert isinstance(document, Document)
    return document


def items(document: Document, words: str, end: str = "") -> tuple[str, list[str]] | None:
    start = document.text.index(words)
    after = document.text.index(end, start) + len(end) if end else start + len(words)
    found = list_at(document, start, after)
    return None if found is None else (found.lead, [document.text[first:last] for first, last in found.items])


def test_an_item_has_its_list_and_what_leads_in(leave: Document) -> None:
    assert items(leave, "five weeks") == ("You need:", ["For a day, two days", "For a week, five weeks"])
    assert items(leave, "You need:") == items(leave, "five weeks") == items(leave, "two days", "five weeks")


def test_items_within_an_item_belong_to_it(leave: Document) -> None:
    found = items(leave, "Fill in")
    assert found is not None
    lead, steps = found
    assert lead == "What to do"
    assert [step.split("\n")[0] for step in steps] == [
        "1. Ask your manager",
        "2. Fill in the form",
        "3. Wait",
    ]
    assert "or by mail" in steps[0]
    nested = items(leave, "in person")
    assert nested == ("1. Ask your manager", ["in person", "or by mail"])


def test_one_item_is_a_list_of_one_and_other_words_are_none(leave: Document) -> None:
    assert items(leave, "only") == ("Alone:", ["only"])
    assert items(leave, "Nothing else") is None
    assert items(leave, "Tell your team") is None


def paged(*blocks: tuple[str, str]) -> Document:
    """A document of blocks, each its kind and its text."""
    text = "\n\n".join(words for _, words in blocks)
    made, start = [], 0
    for kind, words in blocks:
        made.append(Block(start, start + len(words), kind))  # type: ignore[arg-type]  # kinds are written out below
        start += len(words) + 2
    return Document("d", "D", text, None, None, None, "text/plain", "0" * 64, (), hang(text, made))


def test_a_page_break_does_not_end_a_list() -> None:
    document = paged(
        ("heading", "What needs to improve"),
        ("list_item", "• Plans"),
        ("furniture", "Example Council report"),
        ("paragraph", "2"),
        ("list_item", "• Supervision"),
        ("paragraph", "Leaders know this."),
        ("list_item", "• Apart"),
    )
    assert items(document, "Supervision") == ("What needs to improve", ["• Plans", "• Supervision"])
    assert items(document, "Apart") == ("What needs to improve", ["• Apart"])
    assert items(document, "What needs to improve") == items(document, "Plans")


def test_a_number_read_apart_from_its_words_is_one_item_with_them() -> None:
    document = paged(
        ("heading", "Recommendations"),
        ("list_item", "1."),
        ("paragraph", "Improve plans."),
        ("list_item", "2."),
        ("paragraph", "Keep records."),
        ("paragraph", "The end."),
    )
    assert items(document, "Keep records") == ("Recommendations", ["1.\n\nImprove plans.", "2.\n\nKeep records."])


@pytest.mark.parametrize(("first", "goes_on"), [(1, False), (57, True)])
def test_numbers_that_go_on_from_others_are_told(first: int, goes_on: bool) -> None:
    document = paged(
        ("heading", "Findings"), ("list_item", f"{first}. Plans are late."), ("list_item", f"{first + 1}. Staff leave.")
    )
    found = list_at(document, document.text.index("Staff"), len(document.text))
    assert found is not None and found.goes_on is goes_on and len(found.items) == 2


def test_an_indent_in_plain_text_sets_items_below_another() -> None:
    text = "You need:\n- a bag\n- a hat\n  - of wool\n  - or of felt\n- a map"
    starts = [text.index(words) for words in ("You", "- a bag", "- a hat", "- of", "- or", "- a map")]
    ends = [*(start - 1 - (text[start - 2 : start] == "  ") * 2 for start in starts[1:]), len(text)]
    kinds = ("paragraph", *("list_item",) * 5)
    made = [Block(*span, kind) for *span, kind in zip(starts, ends, kinds, strict=True)]  # type: ignore[arg-type, call-arg]  # kinds are written out above
    document = Document("d", "D", text, None, None, None, "text/plain", "0" * 64, (), hang(text, made))
    found = items(document, "a map")
    assert found == ("You need:", ["- a bag", "- a hat\n  - of wool\n  - or of felt", "- a map"])
    assert items(document, "of felt") == ("- a hat", ["- of wool", "- or of felt"])


def test_the_rows_of_a_table_are_those_between_other_text_without_the_names_of_its_columns() -> None:
    halls = "| Hall | Fee |\n| --- | --- |\n| Mill | £4 |\n| Lane | £6 |\n"
    barns = "| Barn | Fee |\n| --- | --- |\n| Weir | £9 |\n"
    table = f"{halls}\nPay at the desk.\n\n{barns}"
    [document] = read("fees.md", f"# Fees\n\n{table}".encode(), "0" * 64)
    assert isinstance(document, Document)

    def rows(words: str) -> list[str]:
        return [document.text[start:end] for start, end in rows_at(document, document.text.index(words))]

    assert rows("Lane") == rows("Hall") == ["Mill | £4", "Lane | £6"]
    assert rows("Weir") == ["Weir | £9"] and rows("Pay at") == []
