"""A sentence that leads into a list is shown with it, and an item with its list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.document import Part, Passage
from corpus.language.words import stems
from corpus.readers.markdown import read
from corpus.splitting import PassageSize, split
from qa.passages.listed import (
    PlacedList,
    banded,
    heading_over,
    lead_of,
    led_list,
    list_naming,
    list_of,
    placed_lists,
    whole_list,
)

MARKDOWN = b"""# Leave

Tell your team in good time. You need:

* For a day, two days
* For a week, five weeks

The scheme is run by us.

- one
- two

Alone:

* only"""


@pytest.fixture(scope="module")
def leave() -> Passage:
    [document] = read("leave.md", MARKDOWN, "0" * 64)
    [passage] = split(document, lambda texts: [len(text.split()) for text in texts], PassageSize())  # type: ignore[arg-type]  # no warning is read
    return passage


def _span(passage: Passage, words: str) -> tuple[int, int]:
    start = passage.text.index(words)
    return start, start + len(words)


def test_a_lead_in_reaches_to_the_last_item(leave: Passage) -> None:
    found = led_list(leave, _span(leave, "You need:"))
    assert found and leave.text[slice(*found)] == "You need:\n\nFor a day, two days\nFor a week, five weeks"


@pytest.mark.parametrize("words", ["Tell your team in good time.", "The scheme is run by us.", "Leave", "one"])
def test_other_sentences_lead_into_nothing(leave: Passage, words: str) -> None:
    assert led_list(leave, _span(leave, words)) is None


def test_an_item_is_of_the_list_that_leads_to_it(leave: Passage) -> None:
    found = list_of(leave, _span(leave, "five weeks"))
    assert found and leave.text[slice(*found)].startswith("You need:") and leave.text[slice(*found)].endswith("weeks")
    found = list_of(leave, _span(leave, "two\n"))
    assert found and leave.text[slice(*found)] == "one\ntwo"
    found = list_of(leave, _span(leave, "only"))
    assert found and leave.text[slice(*found)] == "Alone:\n\nonly"
    assert list_of(leave, _span(leave, "You need")) is None


def test_an_item_gives_its_list_where_a_list_is_asked_for_and_it_counts_nothing_up_itself() -> None:
    text = "1. Play costs £1 a week.\n2. The prizes are: a cup, a book and a rose."
    [document] = read("rules.md", text.encode(), "0" * 64)
    [rules] = split(document, lambda texts: [len(text.split()) for text in texts], PassageSize())  # type: ignore[arg-type]  # no warning is read
    play = _span(rules, "1. Play costs £1 a week.")
    assert whole_list(rules, play, "list") == (play[0], len(rules.text)) and whole_list(rules, play, "other") is None
    assert whole_list(rules, _span(rules, "2. The prizes are: a cup, a book and a rose."), "list") is None


@pytest.mark.parametrize(
    ("lead", "rest", "is_list"),
    [("", " They do so at seven.", False), ("", "", True), ("Wardens do this:\n\n", " They do so at seven.", True)],
)
def test_numbered_paragraphs_of_a_report_are_no_list_but_where_something_leads_into_them(
    lead: str, rest: str, is_list: bool
) -> None:
    text = f"# Wardens\n\n{lead}1. Wardens open the gates.{rest}\n2. Wardens lock the gates.{rest}"
    [document] = read("wardens.md", text.encode(), "0" * 64)
    [passage] = split(document, lambda texts: [len(text.split()) for text in texts], PassageSize())  # type: ignore[arg-type]  # no warning is read
    found = whole_list(passage, _span(passage, "1. Wardens open the gates."), "list")
    assert (found is not None) is is_list


def test_a_passage_of_one_paragraph_has_no_list() -> None:
    plain = Passage("a", 0, 6, "Rules:", "", None, None)
    assert led_list(plain, (0, 6)) is None and list_of(plain, (0, 5)) is None


@pytest.mark.parametrize(
    ("words", "lead"),
    [("five weeks", "You need:"), ("one", ""), ("only", "Alone:"), ("The scheme is run by us.", ""), ("Leave", "")],
)
def test_of_an_item_it_is_known_what_leads_into_its_list(leave: Passage, words: str, lead: str) -> None:
    found = lead_of(leave, _span(leave, words))
    assert found.endswith(lead) and bool(found) == bool(lead)


def _passages(text: str, parts: list[tuple[str, str]], context: str = "") -> Passage:
    made = tuple(Part(text.index(words), text.index(words) + len(words), kind) for words, kind in parts)  # type: ignore[arg-type]  # kinds of block
    return Passage("a", 0, len(text), text, "", None, None, context, parts=made)


def test_a_list_without_a_colon_is_led_into_by_the_following() -> None:
    text = "It rained. We do not pay for the following.\n\n- rent\n- food"
    parts = [
        ("It rained. We do not pay for the following.", "paragraph"),
        ("- rent", "list_item"),
        ("- food", "list_item"),
    ]
    passage = _passages(text, parts)
    found = list_of(passage, _span(passage, "food"))
    assert found and text[slice(*found)].startswith("We do not pay")
    assert led_list(passage, _span(passage, "We do not pay for the following.")) == found
    assert lead_of(_passages(text, [("It rained.", "heading"), *parts[1:]]), _span(passage, "food")) == ""


def test_rows_stand_under_the_row_that_names_their_columns() -> None:
    text = "Hall | Fee\nMarlow | £4"
    first, row = (0, 10), (11, len(text))
    goes_on = Passage("a", 0, len(text), text, "", None, None, "Fees > Hall | Day", (Part(*first, "table_row"),))
    assert lead_of(goes_on, first) == "Hall | Day", "the table goes on from before"
    parts = (Part(*first, "table_row", names_columns=True), Part(*row, "table_row"))
    own = replace(goes_on, parts=parts)
    assert lead_of(own, row) == "Hall | Fee"


def test_of_bands_that_only_begin_or_end_the_nearest_counts() -> None:
    rows = ["On joining | 27", "After 5 years | 29", "After 10 years | 33"]
    passage = _passages("\n".join(rows), [(row, "table_row") for row in rows])
    for years, row in (("7 years", 1), ("ten years", 2), ("12 years", 2), ("4 years", None)):
        found = banded(passage, _span(passage, rows[0]), f"How much leave have I after {years} of service?")
        assert (found and passage.text[slice(*found)]) == (None if row is None else rows[row])
    rows = ["Up to 2 kg | £3", "Up to 5 kg | £4"]
    passage = _passages("\n".join(rows), [(row, "table_row") for row in rows])
    for weight, own in (("1 kg", rows[0]), ("4 kg", rows[1]), ("9 kg", None)):
        found = banded(passage, _span(passage, rows[1]), f"What does a parcel of {weight} cost?")
        assert (found and passage.text[slice(*found)]) == own


def test_the_nearest_heading_above_words_is_known() -> None:
    text = "Fees\n\nHalls\n\nA hall is £4.\n\nPools\n\nA pool is £6."
    parts = [(words, "heading") for words in ("Fees", "Halls", "Pools")] + [("A hall is £4.", "paragraph")]
    passage = _passages(text, parts)
    found = heading_over(passage, _span(passage, "A hall is £4."))
    assert found and text[found.start : found.end] == "Halls"
    assert heading_over(passage, _span(passage, "Fees")) is None


@pytest.mark.parametrize(
    ("question", "item"),
    [
        ("How long before must I book a day?", "For a day, two days"),
        ("How long before must I book seven days?", "For a week, five weeks"),
        ("How long before must I book 3 weeks?", None),
        ("How long before must I book for 7 people?", None),
        ("How long before must I book?", None),
    ],
)
def test_the_item_for_an_amount_is_found_beside_another(leave: Passage, question: str, item: str | None) -> None:
    for words in ("two days", "five weeks"):
        found = banded(leave, _span(leave, words), question)
        assert (leave.text[slice(*found)] if found else None) == item
    assert banded(leave, _span(leave, "The scheme"), question) is None


def test_of_two_items_for_an_amount_neither_is_chosen() -> None:
    text = "1 to 5 days: one\n4 to 9 days: two"
    passage = _passages(text, [("1 to 5 days: one", "list_item"), ("4 to 9 days: two", "list_item")])
    assert banded(passage, (0, 4), "for 4 days") is None
    assert banded(passage, (0, 4), "for 9 days") == (17, len(text))
    assert banded(passage, (0, 4), "for a trip of 9 days, booked 40 weeks before") == (17, len(text))
    assert banded(passage, (0, 4), "for a trip of 9 days, cancelled 2 days before") is None
    assert banded(passage, (0, 4), "for a trip of 9 days, cancelled 8 days before") == (17, len(text))


def test_a_day_of_a_month_chooses_no_item() -> None:
    text = "7 December: Bo Cole\n9 December: Ada Moor"
    passage = _passages(text, [(line, "list_item") for line in text.split("\n")])
    assert banded(passage, (0, 4), "Who opens on 9 December?") is None


def test_lists_stand_below_what_leads_into_them_or_a_heading() -> None:
    text = "Kit\na map\na lamp\nCome early. You need:\none\ntwo\nDone.\nthree\nfour\nAlone:\nfive"
    kinds = ["heading", "list_item", "list_item", "paragraph", "list_item", "list_item"]
    kinds += ["paragraph", "list_item", "list_item", "paragraph", "list_item"]
    passage = _passages(text, list(zip(text.split("\n"), kinds, strict=True)))
    found = [(text[slice(*one.above)], text[slice(*one.words)]) for one in placed_lists(passage)]
    assert found == [("Kit", "a map\na lamp"), ("You need:", "You need:\none\ntwo")]
    assert next(placed_lists(passage)) == PlacedList((0, 3), (4, 16))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Can he wear hoodies?", "hoodies\nnose studs"),
        ("Are nose studs all right?", "hoodies\nnose studs"),
        ("Can I put in pet food?", "Do not put in:\nglass\npet food"),
        ("Are hoodies and nose studs all right?", None),
        ("Are studs all right?", None),
    ],
)
def test_the_list_of_which_a_question_names_an_item_is_found(question: str, words: str | None) -> None:
    text = "Not allowed\nhoodies\nnose studs\nBins are out back. Do not put in:\nglass\npet food"
    kinds = ["heading", "list_item", "list_item", "paragraph", "list_item", "list_item"]
    passage = _passages(text, list(zip(text.split("\n"), kinds, strict=True)))
    found = list_naming(passage, stems(question))
    assert (found and passage.text[slice(*found)]) == words


RULES = [
    "1. Ring the bell.",
    "2. Not lent are:",
    "(a) maps;",
    "(b) theses.",
    "3. Turn off the tap. It is below the sink.",
    "4. Shut the door.",
]


def test_a_list_within_a_list_is_one_of_its_own() -> None:
    passage = _passages("\n".join(RULES), [(rule, "list_item") for rule in RULES])
    inner, outer = "\n".join(RULES[1:4]), "\n".join(RULES)
    spans = [_span(passage, outer)] * 2 + [_span(passage, inner)] * 2 + [_span(passage, outer)] * 2
    assert [list_of(passage, _span(passage, rule)) for rule in RULES] == spans
    assert lead_of(passage, _span(passage, "(b) theses.")) == RULES[1]
    assert not lead_of(passage, _span(passage, RULES[4]))
    assert list_naming(passage, stems("are theses lent")) == _span(passage, inner)
    assert led_list(passage, _span(passage, "2. Not lent are:")) == _span(passage, inner)
    assert led_list(passage, _span(passage, "It is below the sink.")) is None


def test_of_a_list_that_is_cut_the_items_below_what_leads_in_stand_alone() -> None:
    cut = replace(_passages("\n".join(RULES[3:]), [(rule, "list_item") for rule in RULES[3:]]), context=RULES[1])
    assert lead_of(cut, _span(cut, "(b) theses.")) == RULES[1]
    found = list_of(cut, _span(cut, RULES[4]))
    assert found and cut.text[slice(*found)] == "\n".join(RULES[4:])
