"""What is called alike and is another is told apart."""

from __future__ import annotations

import time

import pytest

from corpus.language.distinctions.namesakes import (
    is_of_one_named_alike,
    is_of_sibling,
    is_only_called,
    tells_of_another_place,
    tells_of_namesake,
)

PROPER = {
    "holloway",
    "central",
    "eastgate",
    "marlow",
    "garnet",
    "sapphire",
    "north",
    "priya",
    "helen",
    "peter",
    "stoke",
    "road",
    "norvaland",
    "sarnish",
}


def told_apart(question: str, said: str, under: str = "Libraries", title: str = "") -> bool:
    return tells_of_namesake(question, said, under, title, lambda word: word.casefold() in PROPER)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Who is the manager of Holloway Library?", "The manager of Central Library is Priya Nandra."),
        ("who runs the holloway library", "The Central Library is run by volunteers."),
        ("How much is the Sapphire Room?", "The Garnet Room costs £18 an hour."),
        ("When does Marlow Road School close?", "Stoke Green School closes in July."),
        ("What did Helen Marsh say?", "Peter Marsh said that the roof leaked."),
        ("Is the Holloway Library open on Sunday?", "Central and Eastgate Libraries open on Sunday."),
        ("Which night is the Marlow youth club?", "Ms Hale said that the Stoke youth club meets on Monday."),
    ],
)
def test_a_text_that_names_another_of_its_kind_alone_tells_of_a_namesake(question: str, said: str) -> None:
    assert told_apart(question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "What did the Norvaland government sell?",
            "The Central government sold ships, then mines of Norvalandic lords.",
        ),
        ("Which Sarnish practice was banned?", "The Central practice of prayer was banned, as was that of Sarns."),
        ("Who is the manager of Holloway Library?", "The manager of Holloway Library is Ada Moor."),
        ("Who is the manager of Holloway Library?", "The manager of the library is Ada Moor."),
        ("Who is the manager of Holloway Library?", "The Library is led by Ada Moor."),
        ("Who manages Holloway Library?", "Holloway and Central Libraries are managed by Ada Moor."),
        ("Which night is the Marlow youth club?", "The youth club meets on Monday, the Stoke youth club on Friday."),
        ("Which night is the Marlow youth club?", "Weekly youth clubs meet on Monday."),
        ("Who manages the main library?", "The manager of Central Library is Priya Nandra."),
        ("Who manages the library?", "The manager of Central Library is Priya Nandra."),
        ("Who chairs the Marlow Committee?", "On Monday Committee members chose Ada Moor."),
        ("When was Holloway inspected?", "Central Library was inspected in May."),
        ("Who manages Holloway Library?", "The library is not Central Library."),
        ("Is Holloway, Library Road, shut?", "Station Road is shut."),
        ("What did Ms Marsh say?", "Peter Marsh said that the roof leaked."),
    ],
)
def test_what_names_the_one_asked_for_or_none_is_no_namesake(question: str, said: str) -> None:
    assert not told_apart(question, said)


def test_the_name_asked_for_may_stand_above() -> None:
    assert told_apart("Who manages Holloway Library?", "The manager moved here from Central Library.")
    assert not told_apart("Who manages Holloway Library?", "The manager moved here from Central Library.", "Holloway")


def test_a_title_is_not_of_what_a_sentence_gives_the_name_of_another_place() -> None:
    question, title = "Which night is the Marlow youth club?", "Minutes, Marlow Village Hall"
    assert told_apart(question, "The Stoke youth club is on Mondays.", "Clubs", title)
    assert not told_apart(question, "The Stoke youth club is on Mondays.", "Marlow clubs", title)
    assert not told_apart(question, "The Marlow youth club is on Mondays.", "Clubs", "Minutes, Stoke")
    assert not told_apart(question, "The youth club is on Mondays.", "Clubs", title)
    assert not told_apart("Who manages Marlow Library?", "The manager of the Long Library is Ada.", "Staff", title)


@pytest.mark.parametrize(
    ("question", "said", "around", "another"),
    [
        ("What is a permit on Mill Road, Marlow?", "Mill Road, Stoke\nPermits are £45.", "Orders", True),
        ("What is a permit on Mill Road in Marlow?", "Mill Road, Stoke\nPermits are £45.", "Orders", True),
        ("What is a permit on Mill Road, Marlow?", "Mill Road, Stoke\nPermits are £45.", "Orders of Marlow", False),
        ("What is a permit on Mill Road, Stoke?", "Mill Road, Stoke\nPermits are £45.", "Mill Road, Stoke", False),
        ("What is a permit on Mill Road?", "Mill Road, Stoke\nPermits are £45.", "Orders", False),
        ("When does the club in Marlow meet?", "The Stoke club meets on Monday.", "Clubs", False),
        ("When does the club in Marlow meet?", "The Stoke Club meets on Monday.", "Clubs", True),
        ("When does the youth club in Marlow meet?", "The Youth Club meets on Monday.", "Clubs", False),
        ("What is a permit on Mill Road, please?", "Mill Road, Stoke\nPermits are £45.", "Orders", False),
    ],
)
def test_what_is_called_alike_in_another_place_is_told_apart(
    question: str, said: str, around: str, another: bool
) -> None:
    is_proper = {"marlow", "stoke", "mill"}.__contains__
    told = tells_of_another_place(question, said, f"{around}\n{said}", lambda word: is_proper(word.casefold()))
    assert told is another


@pytest.mark.parametrize(
    ("question", "name", "rest", "only"),
    [
        ("Who looks after the river banks?", "Ada Banks", "looks after grants", True),
        ("Who looks after the banks?", "Ada Banks", "looks after a bank", False),
        ("who looks after banks", "Ada Banks", "looks after grants", False),
        ("Who is Tom Banks’s boss, and does she run banks?", "Ada Banks", "is his boss", False),
        ("Who looks after the river?", "Ada Banks", "looks after grants", False),
        ("Who runs it?", "The Bank", "runs it", False),
    ],
)
def test_who_is_called_by_a_word_of_the_question_need_not_be_meant(
    question: str, name: str, rest: str, only: bool
) -> None:
    assert is_only_called(question, name, rest) is only


CENTRES = "Stoke Health Centre\nIt opens at 8.\n\nStoke Leisure Centre\nThe centre opens at 6."
INNS = "Marlow House\nIt opens at 8.\n\nThe Marlow Hotel opens at 6."


@pytest.mark.parametrize(
    ("question", "said", "before", "document", "sibling"),
    [
        ("When does the Stoke Leisure Centre open?", "It opens at 8.", "Stoke Health Centre", CENTRES, True),
        ("When does the Stoke Health Centre open?", "It opens at 8.", "Stoke Health Centre", CENTRES, False),
        ("When does Stoke Leisure Centre open?", "For leisure it is 6.", "Stoke Health Centre", CENTRES, False),
        ("When does Stoke Leisure Centre open?", "It opens at 8.", "Stoke Health and Leisure Centre", CENTRES, False),
        ("When does Stoke Leisure Centre open?", "It opens at 8.", "Opening", CENTRES, False),
        ("When does the Stoke Dance Centre open?", "It opens at 8.", "Stoke Health Centre", CENTRES, False),
        ("When does the Stoke Leisure Centre open?", "It opens at 8.", "Stoke Centre", CENTRES, False),
        ("When does the Leisure Centre at Stoke open?", "It opens at 8.", "Stoke Health Centre", CENTRES, True),
        ("When does the Stoke Leisure Centre open?", "It opens at 8.", "Garnet Health Centre", CENTRES, True),
        ("When does the centre open?", "It opens at 8.", "Stoke Health Centre", CENTRES, False),
        ("When did Stoke Moor come?", "He came at 8.", "Priya Moor", "Priya Moor came. Stoke Moor left.", False),
        ("When does the Marlow Hotel open?", "It opens at 8.", "Marlow House", INNS, True),
        ("When does the Marlow Hotel open?", "The hotel opens at 6.", "Marlow House", INNS, False),
        ("When does the Marlow Hotel open?", "It opens at 8.", "Marlow House", "Marlow House", False),
        ("When does the Marlow Lido open?", "It opens at 8.", "Marlow House", "The Marlow Lido is old.", False),
    ],
)
def test_what_goes_on_about_one_of_two_is_not_of_the_other(
    question: str, said: str, before: str, document: str, sibling: bool
) -> None:
    known = PROPER | {"leisure", "health", "dance"}
    told = is_of_sibling(question, said, before, "Stoke", lambda: document, lambda word: word.casefold() in known)
    assert told is sibling


TWO = "ADA MOOR THE POTTER was born at Wick.\n\nADA MOOR THE WEAVER came later."
WEAVER = "Ada Moor the weaver came later."


TAKEAWAYS = "The Golden Lantern was fined £90. The Golden Lamp was shut for a week."


@pytest.mark.parametrize(
    ("question", "said", "around", "document", "alike"),
    [
        ("How much was the Golden Lamp fined?", "The Golden Lantern was fined £90.", "", TAKEAWAYS, True),
        ("How much was the Golden Lamp fined?", "The Golden Lantern was fined £90.", "Golden Lamp", TAKEAWAYS, False),
        ("How much was the Golden Lamp fined?", "The Golden Lantern was fined £90.", "", "The Golden Lantern", False),
        ("How much was the Golden Lantern fined?", "The Golden Lantern was fined £90.", "", TAKEAWAYS, False),
        ("How much was the Golden Lamp fined?", "It was fined £90 in the Golden Lantern.", "", TAKEAWAYS, False),
        ("When is Marlow Lane shut?", "Marlow Street is shut in May.", "", "Marlow Lane, Marlow Street", True),
        ("When is Marlow Lane shut?", "The lane is shut from Marlow Street on.", "", "Marlow Lane", False),
        ("How long is Marlow Lane?", "From Marlow Street it is a mile.", "", "Marlow Lane", False),
        ("When does Marlow Council meet?", "Marlow Hall is free on Mondays.", "", "Marlow Council", False),
        ("When does Marlow Hall open?", "The Marlow Clerk opens at 9.", "", "Marlow Hall", False),
        ("When did Councillor Moor speak?", "Councillor Carr spoke at 9.", "", "Councillor Moor came.", False),
        ("When did Ada Moor speak?", "Ada Carr spoke at 9.", "", "Ada Moor came.", True),
        ("", "", "", "", False),
    ],
)
def test_of_two_whose_names_begin_alike_one_is_not_the_other(
    question: str, said: str, around: str, document: str, alike: bool
) -> None:
    assert is_of_one_named_alike(question, said, around, lambda: document, lambda word: False) is alike


def test_a_name_without_capitals_is_one_where_the_documents_always_write_it_so() -> None:
    asked, said = "how much was the golden lamp fined", "The Golden Lantern was fined £90."
    assert is_of_one_named_alike(asked, said, "", lambda: TAKEAWAYS, lambda word: word in ("golden", "lamp"))
    assert not is_of_one_named_alike(asked, said, "", lambda: TAKEAWAYS, lambda word: False)


def test_names_of_a_long_document_are_read_in_time() -> None:
    long = "Ada Moor of Bell Inn told Ben Carr so. " * 10_000
    started = time.process_time()
    asked, said = "How much was the Golden Lamp fined?", "The Golden Lantern was fined £90."
    assert not is_of_one_named_alike(asked, said, "", lambda: long, lambda word: False)
    assert time.process_time() - started < 10
