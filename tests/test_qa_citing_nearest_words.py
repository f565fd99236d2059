"""Words are found in a text however signs, spaces and cells of rows are typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from corpus.document import Block, Document
from index.snapshot import Snapshot
from qa.citing.nearest_words import edges_in, find_exactly, find_over_edges, nearest_of, without_edges


def test_words_are_found_within_the_part_that_is_named() -> None:
    assert find_exactly("ab cd ab", "ab", 0, 8) == (0, 2)
    assert find_exactly("ab cd ab", "ab", 1, 8) == (6, 8)
    assert find_exactly("ab cd ab", "ab", 1, 7) is None
    assert find_exactly("ab", "  ", 0, 2) is None


@pytest.mark.parametrize(
    ("text", "words", "at"),
    [
        ("It was inadequate. The last visit", "adequate. The last", None),
        ("It was ineffective, and then effective.", "effective", 29),
        ("They were unsafe. The gate", "safe. The gate", None),
        ("They can't attend.", "They can", None),
        ("The cost is 1.5 a day, not 1 a day.", "1", 27),
        ("The cost is 12,250 a day.", "250 a day", None),
        ("The cost is 125 a day.", "The cost is 12", None),
        ("The dogs’ run is open", "The dogs", 0),
        ("The council’s pool", "The council", 0),
        ("The pool is open.12 It is warm4 now", "It is warm", 20),
        ("The pool is open.3The beach is shut", "The beach is shut", 18),
    ],
)
def test_words_are_whole_where_they_are_found(text: str, words: str, at: int | None) -> None:
    for first in (0, 1):
        found = find_exactly(text, words, first if at else 0, len(text))
        assert (found and found[0]) == at
    cut = text.find(words)
    if at is None:
        assert find_exactly(text, words, cut, len(text)) is None, "also at the beginning of the part that is looked in"


@pytest.mark.parametrize("pasted", ["North | 3 %", "North; 3 %", "North 3 %", "North  3 %"])
def test_cells_of_a_row_are_found_as_they_are_quoted_and_as_they_are_copied_from_a_page(pasted: str) -> None:
    text = "East | 2 %\nNorth | 3 % | low"
    assert find_exactly(text, pasted, 0, len(text)) == (11, 22)
    assert find_exactly("North | 3 %", "North3 %", 0, 11) is None


@pytest.mark.parametrize("gap", ["   ", "\t"])
@pytest.mark.parametrize("pasted", ["North; 3 %", "North: 3 %", "North 3 %", "North   3 %"])
def test_cells_of_a_row_that_is_drawn_are_found_as_those_between_bars(gap: str, pasted: str) -> None:
    text = f"East{gap}2 %{gap}high\nNorth{gap}3 %{gap}low"
    start = text.index("North")
    assert find_exactly(text, pasted, 0, len(text)) == (start, start + len(f"North{gap}3 %"))
    assert find_exactly(text, pasted.replace("3", "2"), 0, len(text)) is None
    assert find_exactly("It met.  It left.", "It met; It left.", 0, 17) is None, "prose has no cells"


@pytest.mark.parametrize(
    "pasted", ["Dates: 4 May; open", "Dates:; 4 May; open", "Dates: | 4 May | open", "Dates: 4 May open"]
)
def test_a_cell_that_ends_with_a_colon_needs_no_semicolon(pasted: str) -> None:
    text = "Site: | Pool\nDates: | 4 May | open"
    assert find_exactly(text, pasted, 0, len(text)) == (text.index("Dates"), len(text))
    assert find_exactly(text, pasted.replace("4", "5"), 0, len(text)) is None


def test_the_run_of_words_that_holds_most_of_others_is_the_nearest(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot],
) -> None:
    text = (
        "The pier is closed. Lanes must be booked two days ahead. Swept.\n\nLane 1 | shut\nLane 2 | open to all | now"
    )
    snapshot = snapshot_of([{"id": "pool", "text": text}])
    document = snapshot.document("pool")
    snapshot.close()
    assert document
    nearest = nearest_of("Lanes must be booked three days ahead", [(document, 0, len(text))])
    assert nearest and text[slice(*nearest.span)] == "Lanes must be booked two days ahead"
    row = nearest_of("LANE 2: closed", [(document, 0, len(text))])
    assert row and text[slice(*row.span)] == "Lane 2 | open to all"
    assert nearest_of("The moon is made of cheese", [(document, 0, len(text))]) is None


FIRST = "The roof of the hall leaks, and the clerk has"
FOOT = "Wendham report, May 2021"
NOTE = "1 Of the parish."
SECOND = "asked for three quotes by June."
PAGED = f"{FIRST}\n\n{FOOT}\n\n{NOTE}\n\n{SECOND} It is to be mended in spring."


def paged(text: str = PAGED) -> Document:
    """A document of two pages, with a footer and a note at the end of the first."""
    foot, note, second = text.find(FOOT), text.find(NOTE), text.index(SECOND)
    spans = [(0, len(FIRST), "paragraph"), (second, len(text), "paragraph")]
    spans += [
        (start, start + len(line), kind) for start, line, kind in ((foot, FOOT, "furniture"), (note, NOTE, "note"))
    ]
    blocks = tuple(Block(start, end, kind) for start, end, kind in sorted(spans) if start >= 0)  # type: ignore[arg-type]
    return Document("a", "A", text, None, None, None, "text/plain", "0" * 64, (0, second), blocks)


@pytest.mark.parametrize(
    "between", ["", f" {FOOT}", f"\n{FOOT}\n{NOTE}\n", " 1", f" {FOOT} 1", f" Page 1 of 9 {FOOT} Page 2"]
)
def test_words_are_found_over_the_edge_of_a_page_with_what_was_copied_of_it(between: str) -> None:
    for document in (paged(), paged(f"{FIRST} {SECOND}")):
        words = f"the clerk has{between} asked for three quotes"
        found = find_over_edges(document, words, 0, len(document.text))
        if document.text != PAGED and FOOT in between:
            assert found is None, "the document has no such line"
            continue
        if document.text != PAGED and not between:
            assert found is None, "nothing stands between the words"
            continue
        assert found is not None
        (start, end), edges = found
        assert document.text[start:end].startswith("the clerk has") and document.text[start:end].endswith("quotes")
        assert (FOOT in edges) is (document.text == PAGED) and all(edges)


@pytest.mark.parametrize(
    "words",
    [
        f"the clerk had {FOOT} asked for three quotes",
        f"the clerk has {FOOT} asked for four quotes",
        "the clerk has 7 asked for three quotes",
        "the clerk has not asked for three quotes",
        "the clerk has Kirkbury report, May 2021 asked for three quotes",
        f"asked for {FOOT} three quotes",
        "asked for 1 three quotes",
        "It is to be mended in spring",
        FOOT,
    ],
)
def test_what_is_no_edge_of_a_page_is_not_passed_over(words: str) -> None:
    assert find_over_edges(paged(), words, 0, len(PAGED)) is None


def test_the_edges_of_pages_are_left_out_in_their_place() -> None:
    document = paged()
    assert edges_in(document, 0, len(PAGED)) == (FOOT, NOTE)
    assert edges_in(document, PAGED.index(NOTE), len(PAGED)) == (NOTE,)
    text = without_edges(document, 0, len(PAGED))
    assert len(text) == len(PAGED) and text.split() == f"{FIRST} {SECOND} It is to be mended in spring.".split()
    assert without_edges(document, 0, 10) == PAGED
