"""Contacts: what can be called or written to, and whether a question asks for that."""

from __future__ import annotations

import time

import pytest

from corpus.language.contacts import contacts, forms_asked, gives_number, lacks_contact


@pytest.mark.parametrize(
    ("question", "forms"),
    [
        ("What number do I call about my bins?", {"phone"}),
        ("Who can I ring when the boiler breaks?", {"phone"}),
        ("phone number of Harrow library", {"phone"}),
        ("tel no for housing", {"phone"}),
        ("telephone for the warden", {"phone"}),
        ("What is the number to text?", {"phone"}),
        ("What is the fax number of the clerk?", {"phone"}),
        ("What is Ada Moor's extension?", {"phone"}),
        ("extension number of the clerk", {"phone"}),
        ("How big may a neighbour's extension be?", set()),
        ("Who should I email about noise?", {"email"}),
        ("What's the clerk's email address?", {"email"}),
        ("email for permits", {"email"}),
        ("Which website has the menus?", {"web"}),
        ("How do I get in touch with the warden?", {"phone", "email", "web"}),
        ("What are the contact details of the school?", {"phone", "email", "web"}),
        ("On what number can I reach the night porter?", {"phone"}),
        ("What number can we get hold of the warden on?", {"phone"}),
        ("Which number should residents contact at night?", {"phone"}),
        ("Which number should residents contact about noise?", {"phone"}),
        ("On which number is the vet to be reached?", {"phone"}),
        ("At what number can the janitor be contacted after six?", {"phone"}),
        ("What number did the herd reach?", set()),
        ("What number can visitors reach by June?", set()),
        ("On what number of days is it open?", set()),
        ("On which number bus can the school be reached?", set()),
        ("What number bus goes to Harrow?", set()),
        ("How many people called the helpline?", set()),
        ("Who rang the police?", set()),
        ("When can I ring the office?", set()),
        ("What did the email say?", set()),
        ("Which page of the website lists fees?", set()),
        ("Who do I speak to about grants?", set()),
        ("What formats of telephone numbers should we use?", set()),
        ("How should an email address be written?", set()),
        ("How are phone numbers formatted?", set()),
        ("Which phone number do I ring for the large format printer?", {"phone"}),
        ("What is the email address to be written to?", {"email"}),
        ("", set()),
    ],
)
def test_a_question_may_ask_for_a_contact_of_some_form(question: str, forms: set[str]) -> None:
    assert forms_asked(question) == forms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ring 01632 960 199.", [("phone", "01632960199")]),
        ("(01632) 960199, +44 (0)1632 960 200", [("phone", "01632960199"), ("phone", "+441632960200")]),
        (
            "Call 101, or text 60777. In despair call 116 123.",
            [("phone", "101"), ("phone", "60777"), ("phone", "116123")],
        ),
        ("Her extension is 4417; ext. 4418, the loft extension of 2019.", [("phone", "4417"), ("phone", "4418")]),
        ("Write to Clerk@Moor.example.", [("email", "clerk@moor.example")]),
        (
            "See www.moor.example/fees, or moor.gov.uk/pay.",
            [("web", "www.moor.example/fees"), ("web", "moor.gov.uk/pay")],
        ),
        ("https://moor.example/a?b=1).", [("web", "https://moor.example/a?b=1")]),
        ("In 2021-2022 it was £1,000,000, ref 0123456789012345.", []),
        ("On 01/02/2023 at 10.30 there were 101 people.", []),
        ("They call 20 people, e.g. this.", []),
        ("", []),
    ],
)
def test_contacts_are_found_in_their_forms(text: str, found: list[tuple[str, str]]) -> None:
    assert [(value.kind, value.normalized) for _, _, value in contacts(text)] == found
    assert all(text[start:end] == value.text for start, end, value in contacts(text))


@pytest.mark.parametrize(
    ("question", "said", "under", "lacks"),
    [
        ("What number do I call?", "Ring 01632 960 199", "", False),
        ("What number do I call?", "Ask at the desk", "", True),
        ("What number do I call?", "Write to clerk@moor.example", "", True),
        ("Who should I email?", "Write to clerk@moor.example", "", False),
        ("What is the fax number?", "01632 960 199", "Telephone", True),
        ("What is the fax number?", "01632 960 199", "Fax", False),
        ("How do I contact the warden?", "Knock at the lodge", "", False),
        ("Who is the warden?", "Ada Moor", "", False),
        ("Who do I phone about it?", "Ask at any branch or ring the Organiser, Ada Moor.", "", False),
        ("Who do I phone about it?", "Ask at any branch.", "", True),
        ("What number do I ring?", "Ring the Organiser, Ada Moor.", "", True),
        (
            "Who do I phone about it?",
            "Ada Moor, the organiser",
            "Ask at a branch or ring Ada Moor, the organiser.",
            False,
        ),
        ("Who should I call?", "Ada Moor", "Call Ada Moor before noon.", False),
        ("Who should I call?", "Bo Hale", "Bo Hale is away. Call Ada Moor.", True),
        ("What number do I ring?", "Ada Moor", "Ring Ada Moor.", True),
    ],
)
def test_words_without_the_contact_asked_for_lack_it(question: str, said: str, under: str, lacks: bool) -> None:
    assert lacks_contact(question, said, under) is lacks


@pytest.mark.parametrize("text", ["a" * 1_000_000, "a." * 500_000, "0 " * 500_000, "call " * 200_000, "www." * 250_000])
def test_long_lines_are_read_in_linear_time(text: str) -> None:
    started = time.process_time()
    contacts(text)
    assert time.process_time() - started < 20


@pytest.mark.parametrize(
    ("question", "said", "gives"),
    [
        ("What's the number for the porter?", "Ring the porter on 07700 900 245.", True),
        ("What number do I get the porter on?", "Ring the porter on 07700 900 245.", True),
        ("Which number is it for the vet?", "The vet: 01632 960 101", True),
        ("What's the number for the porter?", "There are two porters.", False),
        ("What is the number of porters?", "Ring the porter on 07700 900 245.", False),
        ("How many porters are there?", "Ring the porter on 07700 900 245.", False),
    ],
)
def test_the_number_for_somebody_may_be_one_to_call(question: str, said: str, gives: bool) -> None:
    assert gives_number(question, said) is gives


@pytest.mark.parametrize(
    ("question", "form"),
    [
        ("number for allotments", "phone"),
        ("How do I ring the office?", "phone"),
        ("How do I email the town clerk?", "email"),
        ("How can I phone you?", "phone"),
    ],
)
def test_how_somebody_is_rung_or_written_to_asks_for_a_number_or_an_address(question: str, form: str) -> None:
    assert forms_asked(question) == {form}


@pytest.mark.parametrize(
    "question", ["number of allotments", "How do I ring the church bells?", "What number is the bus?"]
)
def test_other_numbers_are_none_to_ring(question: str) -> None:
    assert "email" not in forms_asked(question)
    assert question == "How do I ring the church bells?" or not forms_asked(question)
