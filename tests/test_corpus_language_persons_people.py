"""Names of people are found by titles, capitals and what stands around them."""

from __future__ import annotations

import pytest

from corpus.language.persons.people import (
    TITLED,
    are_alike_titles,
    is_of_one_not_named,
    leaves_out_person,
    names,
)


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in names(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("said Anna O’Brien-Shaw, the head", "Anna O’Brien-Shaw"),
        ("Cllr Okafor seconded it.", "Cllr Okafor"),
        ("by J. R. Patel", "J. R. Patel"),
        ("met Maria van der Berg", "Maria van der Berg"),
        ("met Omar bin Yusuf", "Omar bin Yusuf"),
        ("met Said al-Amin", "Said al-Amin"),
        ("Lead inspector: Sarah\nBrown", "Sarah\nBrown"),
        ("Lead inspector: Ada Moor Her Majesty's Inspector", "Ada Moor"),
        ("Lead inspector: Ada Moor His Majesty’s Inspector", "Ada Moor"),
        ("under Edward the Elder", "Edward the Elder"),
        ("under Henry VIII", "Henry VIII"),
        ("Contact: York London", "York London"),
        ("Nguyễn Thị Mai leads it.", "Nguyễn Thị Mai"),
        ("Nguye\u0302\u0303n Thi\u0323 Mai leads it.", "Nguye\u0302\u0303n Thi\u0323 Mai"),
        ("Şebnem Yıldız, Şükrü’s sister", "Şebnem Yıldız"),
        ("since then Will May has been clerk", "Will May"),
        ("Cllr Will May spoke", "Cllr Will May"),
        ("it was Theresa May.", "Theresa May"),
        ("Councillor May spoke", "Councillor May"),
        ("Will Smith moved it.", "Will Smith"),
        ("Ada Moor May 2021", "Ada Moor"),
    ],
)
def test_a_text_holds_a_name(text: str, name: str) -> None:
    assert found(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The Children and Families Act says so.",
        "However Ofsted and Example City Council wrote to Senior Leaders.",
        "South Yorkshire and New York",
        "on Monday 3 May in Hyde Park",
        "Anna said so.",
        "In Ashcombe May 2021 was dry",
        "Tenants May Apply",
        "On Monday May we met",
        "Will they come in May",
        "the Chemist Geologist",
    ],
)
def test_bodies_places_and_callings_are_no_people(text: str) -> None:
    assert not found(text)


def test_words_that_end_a_name_begin_another() -> None:
    assert found("Anna Shaw and John Reed met Dr Lee Wong Mrs Day") == [
        "Anna Shaw",
        "John Reed",
        "Dr Lee Wong",
        "Mrs Day",
    ]
    assert found("Anna Shaw\nJohn Reed") == ["Anna Shaw", "John Reed"]


def test_a_calling_ends_a_name_only_after_enough_letters() -> None:
    assert found("Anna Shaw Geologist Reed") == ["Anna Shaw"]
    assert found("Anna Shaw Journalist Reed") == ["Anna Shaw"]
    assert found("met Anna Twist today") == ["Anna Twist"]


def test_only_a_title_is_titled() -> None:
    assert TITLED.match("Cllr") and TITLED.match("Dr.")
    assert not TITLED.match("Drake")


def test_a_name_has_five_parts_at_most_and_may_have_an_initial_within() -> None:
    assert found("met Anna Mary Jane Louise Shaw") == ["Anna Mary Jane Louise Shaw"]
    assert found("met Anna Mary Jane Louise Ada Shaw") == []
    assert found("met John A Smith") == ["John A Smith"]
    assert found("met Anna") == []
    assert found("met Anna B.") == []


@pytest.mark.parametrize("name", ["Councillor Lindqvist", "Dr Forster", "Mr Elliot"])
def test_after_a_title_a_name_may_end_as_a_calling_does(name: str) -> None:
    assert found(f"{name} proposed it.") == [name]


@pytest.mark.parametrize(
    ("question", "sentence", "around", "left_out"),
    [
        ("When did Councillor Moor leave?", "The meeting closed at nine.", "", True),
        ("When did Councillor Moor leave?", "Councillor Rowe left at nine.", "", True),
        ("When did Councillor Moor leave?", "Cllr Moor left at nine.", "", False),
        ("When did Ada Moor leave?", "Ada left at nine.", "", False),
        ("When did Ada Moor leave?", "She left at nine.", "", False),
        ("When did Ada Moor leave?", "The meeting closed at nine.", "Ada Moor", False),
        ("When did Ada Moor and Bo Rowe leave?", "Bo Rowe left at nine.", "", False),
        ("When did the meeting close?", "It was nine.", "", False),
        ("When does music stop at the Tin Whistle?", "Music is until eleven.", "", False),
        ("When did the Reverend Ada Moor leave?", "The meeting closed at nine.", "", True),
        ("How wide is the lane to Pike Farm?", "The lane is three metres wide.", "", False),
        ("How many rooms has Orchard Row?", "Each house has three rooms.", "", False),
        ("How much is a Blue Badge?", "It costs £10.", "", False),
    ],
)
def test_of_somebody_who_is_asked_about_something_has_to_be_said(
    question: str, sentence: str, around: str, left_out: bool
) -> None:
    assert leaves_out_person(question, sentence, around) is left_out


@pytest.mark.parametrize(
    ("sentence", "before", "not_named"),
    [
        ("She trained as a baker.", "Ben Carr has a sister.", True),
        ("She trained as a baker.", "Ada Moor has a café.", False),
        ("She trained as a baker.", "Staff: A. Moor", False),
        ("Moor trained as a baker.", "Ben Carr has a sister.", False),
        ("They trained as bakers.", "Ben Carr has a sister.", False),
        ("She trained as a baker.", "The café opened.", False),
    ],
)
def test_one_who_is_not_named_before_is_somebody_else(sentence: str, before: str, not_named: bool) -> None:
    assert is_of_one_not_named("What did Ada Moor train as?", sentence, before) is not_named
    assert not is_of_one_not_named("What did the baker train as?", sentence, before)


def test_him_is_none_who_is_named_only_later() -> None:
    said, before = "Judge Bea Holt gave him ten months.", "Ben Carr stole the bell."
    assert is_of_one_not_named("How many months was Sam Reed given?", said, before)
    assert not is_of_one_not_named("How many months was Ben Carr given?", said, before)
    assert not is_of_one_not_named("How many months did Bea Holt give?", said, before)
    assert not is_of_one_not_named("How many months was Sam Reed given?", said, "The bell was stolen.")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Present: Cllrs Moor (Chair), Reed and Tull", ["Moor", "Reed", "Tull"]),
        ("Present: Cllrs A Moor (AM, chair), B Reed (BR), A Tull (AT)", ["A Moor", "B Reed", "A Tull"]),
        ("Councillors: J Smith (Chairman), M Jones; A. Brown", ["J Smith", "M Jones", "A. Brown"]),
        ("Cllrs Moor, Reed,\nTull and May moved it", ["Moor", "Reed", "Tull", "May"]),
        ("Cllrs Moor, Reed and the Clerk", ["Moor", "Reed"]),
        ("Councillors Moor, Reed, Council officers", ["Moor", "Reed"]),
        ("Councillors Allowances are listed.", []),
        ("Councillors may speak, vote and leave.", []),
    ],
)
def test_after_a_title_of_several_each_of_a_list_is_a_name(text: str, people: list[str]) -> None:
    assert found(text) == people


@pytest.mark.parametrize(
    ("one", "other", "are_alike"),
    [
        ("Professor", "Prof", True),
        ("Dr.", "Doctor", True),
        ("mrs", "Ms", True),
        ("Cllr", "Councillor", True),
        ("Mrs", "Mr", False),
        ("Mr", "Dr", False),
        ("Dr", "Prof", False),
    ],
)
def test_some_titles_may_be_written_for_others(one: str, other: str, are_alike: bool) -> None:
    assert are_alike_titles(one, other) is are_alike
