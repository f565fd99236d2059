"""The address of a pack holds its questions in order, and nothing but what a pack may hold."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest

from qa.citing.pack import Chosen
from tests.pages import SCHEMA
from web.pack_address import PackAddress, WrongPack, asked_of, read_address, read_kept

TODAY = date(2024, 5, 1)
ONE, TWO = "a.txt:0-5~0a1b2c3d", "b.txt:5-9"


def read(query: str) -> PackAddress:
    return read_address(parse_qsl(query, keep_blank_values=True), SCHEMA, TODAY)


def test_what_follows_a_question_belongs_to_it_and_the_address_leads_back() -> None:
    query = f"q=One&published_from=2020-01-02&source=A&source=B&on=2024-04-30&item={ONE}&item={TWO}&q=Two&item={TWO}"
    address = read(query)
    first, second = (asked_of(part, SCHEMA, TODAY) for part in address.parts)
    assert (first.question, first.day, first.filters) == (
        "One",
        date(2024, 4, 30),
        ("Date from: 2 January 2020", "Publisher: A, B"),
    )
    assert first.chosen == (Chosen("a.txt", 0, 5, "0a1b2c3d"), Chosen("b.txt", 5, 9))
    assert (second.question, second.day, second.filters, second.chosen) == ("Two", TODAY, (), (Chosen("b.txt", 5, 9),))
    assert read(urlsplit(address.to(SCHEMA)).query) == address
    assert address.to(SCHEMA, ".csv").startswith("/pack.csv?q=One&")


def test_a_limit_that_the_form_has_no_control_for_is_told_too() -> None:
    (part,) = read(f"q=One&authority=Wendham&type=Report&item={ONE}").parts
    assert asked_of(part, SCHEMA, TODAY).filters == ("Authority: Wendham", "Kind of document: Report")


def test_a_question_asked_again_goes_on_and_one_without_anything_chosen_is_none() -> None:
    address = read(f"q=One&item={ONE}&q=Nothing&q=One&item={TWO}&item={ONE}&ask=Next+%3F")
    assert [(part.request.question, len(part.chosen)) for part in address.parts] == [("One", 2)]
    assert address.next == "Next ?"
    assert read("").parts == ()


def test_what_is_taken_out_is_no_longer_in_the_address() -> None:
    address = read(f"q=One&item={ONE}&item={TWO}&q=Two&item={TWO}")
    first = address.parts[0].chosen[0]
    assert [str(one) for part in address.without(0, first).parts for one in part.chosen] == [TWO, TWO]
    assert [part.request.question for part in address.without(1, Chosen("b.txt", 5, 9)).parts] == ["One"]


@pytest.mark.parametrize(
    ("query", "field", "told"),
    [
        (f"item={ONE}", "item", "before any question"),
        ("q=One&item=nonsense", "item", "names no words"),
        ("q=One&colour=red", "colour", "There is no field 'colour' in a pack"),
        ("q=One&on=2024-05-02", "on", "today at the latest"),
        ("q=One&on=yesterday", "on", "a day such as"),
        ("q=&item=a:0-5", "q", "Type a question"),
        ("q=One&published_from=soon", "published_from", "“From” is not a date"),
        ("&".join(f"q=Q{number}&item=a:0-{number}" for number in range(1, 22)), "item", "has 21 questions"),
        ("q=One&" + "&".join(f"item=a:0-{number}" for number in range(1, 102)), "item", "101 passages"),
    ],
)
def test_what_cannot_be_in_a_pack_is_named(query: str, field: str, told: str) -> None:
    with pytest.raises(WrongPack) as wrong:
        read(query)
    assert wrong.value.errors[0].field == field
    assert told in str(wrong.value)


def test_as_much_as_a_pack_may_hold_is_held() -> None:
    query = "&".join(f"q=Q{question}&" + "&".join(f"item=a:0-{n}" for n in range(1, 6)) for question in range(20))
    assert sum(len(part.chosen) for part in read(query).parts) == 100


def test_what_was_chosen_for_questions_before_comes_first() -> None:
    before = read(f"q=One&item={ONE}&q=Two&item={TWO}&item={ONE}")
    kept = urlencode(before.pairs(SCHEMA))
    assert read_kept(kept, SCHEMA, TODAY) == before and before.count == 3
    assert read_kept("q=One&item=nonsense", SCHEMA, TODAY) == read_kept("", SCHEMA, TODAY) == PackAddress(())
    together = read(urlencode({"kept": kept, "q": "Three"}) + f"&item={TWO}")
    assert [part.request.question for part in together.parts] == ["One", "Two", "Three"] and together.count == 4
    assert read(urlencode({"kept": urlencode({"kept": kept})}) + f"&q=One&item={ONE}").count == 1, "one level of them"


def test_two_that_were_chosen_change_places_and_nothing_else_does() -> None:
    address = read(f"q=One&item={ONE}&item={TWO}&q=Two&item={ONE}&item={TWO}")
    one, two = address.parts[0].chosen
    assert [part.chosen for part in address.swapped(1, one, two).parts] == [(one, two), (two, one)]
    assert address.swapped(1, one, two).swapped(1, one, two) == address
