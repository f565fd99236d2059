"""A quotation's own marks for what it leaves out or puts in part it into pieces that stand in order."""

from __future__ import annotations

import pytest

from qa.citing.omitted import find_in_order, omissions_between, pieces_of, sentences_around

TEXT = "The fair is open. The fair at the old harbour is not open on Mondays, but the pier is reopening in May."


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("The fair is open", []),
        ("The fair at the […] harbour is not open", ["The fair at the", "harbour is not open"]),
        ("the pier is [now] reopening in May.", ["the pier is", "reopening in May"]),
        ("[T]he pier is . . . in May", ["The pier is", "in May"]),
        ("[…] the pier is reopening …", ["the pier is reopening"]),
        ("the fair [sic] ([...]) is open on", ["the fair", "is open on"]),
        ("a […] b", []),
        ("a b c […] " * 21, []),
        ("…", []),
    ],
)
def test_marks_part_a_quotation_into_pieces(words: str, pieces: list[str]) -> None:
    assert [piece.words for piece in pieces_of(words)] == pieces


@pytest.mark.parametrize(
    ("words", "left_out", "turns"),
    [
        ("The fair at the […] harbour is not open", ["old"], False),
        ("The fair […] is […] open on Mondays", ["at the old harbour", "not"], True),
        ("The fair at the old harbour is [closed] on Mondays", ["not open"], True),
        ("The fair at the old harbour is [never] open on Mondays", ["not"], False),
        ("but [T]he pier is … in May", ["reopening"], False),
        ("the pier is [re]open[ed] in May", ["re", "ing"], False),
        ("the pier is reopening [not now] in May", [""], True),
        ("[The harbour] is not open on Mondays", [""], False),
        ("[…] the pier is reopening […]", [], False),
        ("the pier is reopening in [June].", [""], False),
        ("the pier is reopening [never].", [""], True),
        ("the pier is reopen[ed]", [""], False),
        ("[W]e say the pier is open", None, False),
        ("the pier is […] The fair at", None, False),
        ("The fair at the old harb […] is not open on", None, False),
    ],
)
def test_pieces_stand_in_order_and_what_is_left_out_between_them_is_told(
    words: str, left_out: list[str] | None, turns: bool
) -> None:
    pieces = pieces_of(words)
    spans = find_in_order(TEXT, pieces, 0, len(TEXT))
    assert bool(spans) is (left_out is not None)
    omissions = omissions_between(TEXT, pieces, spans) if spans else ()
    assert [one.left_out for one in omissions] == (left_out or [])
    assert any(one.turns for one in omissions) is turns
    assert all(TEXT[one.start : one.end] == one.left_out for one in omissions)


@pytest.mark.parametrize(
    ("text", "words", "turns"),
    [
        ("Case records lack evidence of the agreement.", "Case records […] evidence of the agreement", True),
        ("Staff fail to record the visits.", "Staff […] record the visits", True),
        ("They act without the consent of parents.", "They act […] the consent of parents", True),
        ("They act with the full consent of parents.", "They act with the […] consent of parents", False),
        ("It is good. There are few delays. All are seen.", "It is good. […] All are seen", False),
    ],
)
def test_what_lacks_in_a_sentence_may_turn_it(text: str, words: str, turns: bool) -> None:
    pieces = pieces_of(words)
    omissions = omissions_between(text, pieces, find_in_order(text, pieces, 0, len(text)))
    assert [one.turns for one in omissions] == [turns]


def test_pieces_that_stand_in_several_places_are_found_nearest_together() -> None:
    text = "The pier is old. The roof is new. The pier is long and it is painted green."
    spans = find_in_order(text, pieces_of("The pier is […] painted green"), 0, len(text))
    assert text[spans[0][0] :].startswith("The pier is long")


def test_the_cells_of_a_row_may_be_left_out() -> None:
    text = "Area | Rate | Note\nNorth | 3 % | low"
    spans = find_in_order(text, pieces_of("Area; Rate; Note […] low"), 0, len(text))
    assert [text[start:end] for start, end in spans] == ["Area | Rate | Note", "low"]


def test_the_sentences_that_words_stand_in_are_whole() -> None:
    start = TEXT.index("harbour")
    assert TEXT[slice(*sentences_around(TEXT, (start, start + 7)))].startswith("The fair at the old harbour")
