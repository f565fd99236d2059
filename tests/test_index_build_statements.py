"""Statements: what is the same however it is set, what is a slip and what another word, which labels frame a page."""

from __future__ import annotations

import pytest

from corpus.document import Passage
from index.build.statements import EDGE, StatedDocument, Statement, Words, key_of
from tests.builds import document_meta

WORDS = Words(lambda word: word not in {"libary", "fee5", "committe"}, frozenset({"marlow"}))


def statement(text: str) -> Statement:
    return Statement(text, key_of(text))


def document(*texts: str, title: str = "Fees", heading: str = "") -> StatedDocument:
    passages = [Passage("0.txt", 0, len(text), text, heading, None, None) for text in texts]
    return StatedDocument(document_meta(0, title, end_row=len(texts)), passages)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A lost badge", "a  lost BADGE."),
        ("inspec-\ntion of homes", "Inspection of homes"),
        ("costs £1.50", "costs £ 1.50"),
        ("“Dogs” – welcome", "Dogs welcome"),
    ],
)
def test_the_same_letters_and_numbers_are_one_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("£1.50", "£150"), ("5 0", "50"), ("£5", "$5"), ("5", "5%"), ("-5 degrees", "5 degrees"), ("2019-20", "2019 20")],
)
def test_numbers_keep_their_points_and_signs(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


@pytest.mark.parametrize(
    ("one", "other", "is_slip"),
    [
        ("The library opens at nine.", "The libary opens at nine.", True),
        ("The fees are paid in full.", "The fee5 are paid in full.", True),
        ("The library opens at nine.", "The gallery opens at nine.", False),
        ("The library opens at nine.", "The library opens at ten.", False),
        ("The library opens at 9 today.", "The library opens at 8 today.", False),
        ("The library is not open today.", "The libary is now open today.", False),
        ("The library opens at nine.", "The library often opens at nine.", False),
        ("The library opens in Marlow today.", "The library opens in committe today.", False),
        ("Ask the committee at nine.", "Ask the libary at nine.", False),
    ],
)
def test_a_slip_changes_no_number_name_or_word(one: str, other: str, is_slip: bool) -> None:
    assert WORDS.is_slip(statement(one), statement(other)) is is_slip
    assert WORDS.is_slip(statement(other), statement(one)) is is_slip


@pytest.mark.parametrize(
    ("text", "tells_none"),
    [("Ask at the desk.", True), ("It costs 5.", False), ("It is not open.", False), ("Ask in Marlow's hall.", False)],
)
def test_numbers_names_and_denials_are_values(text: str, tells_none: bool) -> None:
    assert WORDS.tells_no_value(statement(text)) is tells_none


def test_labels_at_the_ends_frame_a_page() -> None:
    page = document(
        "Staff intranet\n\nA badge costs £15.\n\nAsk here. Pay there. It is so.\n\nPrinted on 3 May\n\nHome"
    )
    assert page.frame == {key_of("Staff intranet"), key_of("Home")}
    deep = document("\n\n".join([*("It is so.",) * EDGE, "Staff intranet", *("It is so.",) * EDGE]))
    assert not deep.frame


def test_a_passage_cut_elsewhere_is_found_with_its_neighbours() -> None:
    sentences = [f"The fee for room {number} is £{number}5." for number in range(9)]
    whole = document(*(" ".join(sentences[at : at + 3]) for at in (0, 3, 6)))
    shifted = document(" ".join(sentences[:2]), " ".join(sentences[2:5]), " ".join(sentences[5:]))
    assert [whole.place_of(shifted, place, WORDS) for place in range(3)] == [0, 1, 2]
    changed = document(" ".join(sentences[:2]), " ".join(sentences[2:5]).replace("£45", "£46"))
    assert [whole.place_of(changed, place, WORDS) for place in range(2)] == [0, None]
    less = document(" ".join([sentences[0], sentences[2]]))
    assert whole.place_of(less, 0, WORDS) is None, "between them it states another fee"


def test_two_headers_tell_two_pages_apart_and_one_does_not() -> None:
    plain = document("The fee is paid at the desk.")
    adults, children = (document(f"{name}\n\nThe fee is paid at the desk.") for name in ("Adults", "Children"))
    assert plain.place_of(adults, 0, WORDS) == 0
    assert children.place_of(adults, 0, WORDS) is None
    under = document("The fee is paid at the desk.", heading="Fees > Adults")
    other = document("The fee is paid at the desk.", heading="Fees > Children")
    assert other.place_of(under, 0, WORDS) is None


@pytest.mark.parametrize(
    ("title", "is_alike"),
    [
        ("Fees", True),
        ("Copy of fees", True),
        ("Fees (2)", True),
        ("Start page", True),
        ("Fees 2019", False),
        ("", False),
    ],
)
def test_documents_are_called_alike_by_their_titles_or_the_first_line(title: str, is_alike: bool) -> None:
    fees, other = document("It costs £5."), document("Start page\n\nIt costs £5.", title=title)
    if title == "Start page":
        other = document("Fees\n\nIt costs £5.", title=title)
    assert fees.is_called_like(other) is other.is_called_like(fees) is is_alike
