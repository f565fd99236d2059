"""Subject checks: what is said of something or somebody else is no answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import pytest

from corpus.language.kinds import Value
from index.snapshot import Snapshot
from qa.checks.subjects import _narrower_count, _own_title
from qa.checks.words import is_no_answer
from tests.words_shown import asked_of, no_answer, words_of

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


@pytest.fixture(scope="module")
def papers(snapshot_of: Made) -> Snapshot:
    return snapshot_of([{"title": "Pool", "text": "The pool is warm."}])


@pytest.mark.parametrize(
    ("question", "text", "sentence", "rejected"),
    [
        ("By how much will garage rents rise?", "Rents rise by 7%. Garage rents stay.", "Rents rise by 7%.", True),
        ("By how much will garage rents rise?", "Garage rents fall. Rents rise by 7%.", "Rents rise by 7%.", False),
        (
            "When did Councillor Moor leave?",
            "It rained.\n\nThe meeting closed at 9 pm.",
            "The meeting closed at 9 pm.",
            True,
        ),
        ("When did Councillor Moor leave?", "Councillor Moor left.\nAll left at 9 pm.", "All left at 9 pm.", False),
        (
            "How often does the nurse come?",
            "The doctor comes every two weeks.",
            "The doctor comes every two weeks.",
            True,
        ),
        (
            "How often does the nurse come?",
            "The nurse comes every two weeks.",
            "The nurse comes every two weeks.",
            False,
        ),
        ("When will we be inspected next?", "Drill: the next is on 3 May.", "Drill: the next is on 3 May.", True),
        ("When will we be inspected next?", "We are inspected on 3 May.", "We are inspected on 3 May.", False),
        ("When is the next full test?", "The next full drill is on 3 May.", "The next full drill is on 3 May.", True),
        ("When is the next full test?", "The next full test is on 3 May.", "The next full test is on 3 May.", False),
        (
            "Since when has Mrs Fox been chair?",
            "Mrs Fox was elected chair. Mr Holt, chair since 2020, left.",
            "Mr Holt, chair since 2020, left.",
            True,
        ),
        ("When does the café open?", "The kitchen opens at noon.", "The kitchen opens at noon.", True),
        ("When does the café open?", "The café opens at noon.", "The café opens at noon.", False),
        ("When does the café open?", "The kitchen is new. It opens at noon.", "It opens at noon.", True),
        ("When does the café open?", "The café is new. It opens at noon.", "It opens at noon.", False),
        ("When is the flu jab?", "The shingles jab is on 3 May.", "The shingles jab is on 3 May.", True),
        ("When is the flu jab?", "Flu clinic: the winter jab is on 3 May.", "the winter jab is on 3 May", False),
        ("What is a swim pass?", "Staff made swim pass checks in May.", "made swim pass checks", True),
        ("What is a swim pass?", "A swim pass lets you in for a year.", "lets you in for a year", False),
        ("What is a swim pass?", "Swim pass: a card for a year.", "a card for a year", False),
        ("What is a swim pass?", "Entry by the card is £9 a month.", "£9 a month", False),
        ("What is a swim pass?", "Card for a year | £90", "£90", False),
        ("What was said of a swim pass?", "Staff made swim pass checks.", "made swim pass checks", False),
    ],
)
def test_what_is_said_of_somebody_or_something_else_is_no_answer(
    papers: Snapshot, question: str, text: str, sentence: str, rejected: bool
) -> None:
    assert no_answer(papers, question, text, sentence) is rejected


def test_a_figure_of_a_thing_is_none_of_what_is_named_later(papers: Snapshot) -> None:
    text, question = "14 carers came. A target for carers is set later.", "What was the target for carers?"
    assert no_answer(papers, question, text, "14")
    assert not no_answer(papers, question, text, "carers came")


def test_a_gift_towards_something_is_no_cost(papers: Snapshot) -> None:
    text, value = "The county gave £600 towards the roof.", Value("number", "£600", "600")
    words = words_of(asked_of(papers, "How much did the roof cost?"), text, "£600", value=(16, 20, value))
    assert is_no_answer(words)
    assert not is_no_answer(replace(words, passage=replace(words.passage, text=text.replace("towards", "for all"))))


def test_what_stands_under_one_of_two_is_no_answer_for_the_other(snapshot_of: Made) -> None:
    inns = snapshot_of([{"title": "Inns", "text": "The Garnet House is old. We met at the Garnet Hotel in Garnet."}])
    text, question = "It opens at nine. The Garnet Hotel is far.", "When does the Garnet Hotel open?"
    assert no_answer(inns, question, text, "It opens at nine.", heading="Garnet House")
    assert not no_answer(inns, question, text, "It opens at nine.", heading="Garnet Hotel")


def test_what_stands_under_another_kind_is_no_answer_where_papers_tell_of_both(snapshot_of: Made) -> None:
    papers = snapshot_of([{"title": "Licences", "text": "A premises licence is needed for music."}])
    text, question = "It costs £350 and lasts for two years.", "How much is a premises licence?"
    assert no_answer(papers, question, text, "£350", heading="Guide > 1. Pavement licences")
    assert not no_answer(papers, question, text, "£350", heading="Guide > 1. Premises licences")
    assert not no_answer(papers, "How much is a new licence?", text, "£350", heading="Pavement licences")


def test_it_is_the_one_of_two_named_alike_of_which_the_sentence_before_tells(papers: Snapshot) -> None:
    told, fined = "The Golden Lamp is shut. It was fined £90.", "It was fined £90."
    text, asked = f"{told}\n\nThe Golden Lantern puts on plays.", "How much was the Golden Lantern fined?"
    assert no_answer(papers, asked, text, fined)
    assert not no_answer(papers, "How much was the Golden Lamp fined?", text, fined)
    assert not no_answer(papers, asked, told, fined)


@pytest.mark.parametrize(
    ("question", "more", "rejected"),
    [
        ("When do the new phone times start?", 0, True),
        ("When does the new shuttle start?", 0, False),
        ("Do the new phone times start in May?", 0, False),
        ("When do the new phone times start?", 60, False),  # so long a document is not looked through
    ],
)
def test_a_day_below_another_heading_than_the_one_that_is_asked_about_is_no_answer(
    snapshot_of: Made, question: str, more: int, rejected: bool
) -> None:
    others = "".join(f"\n\n## Item {number}\n\n{'It rained on the fair. ' * 30}" for number in range(more))
    text = f"## Shuttle\n\nThe new one starts on 3 May.\n\n## Phone\n\nRing at noon.{others}"
    snapshot = snapshot_of([{"title": "News", "text": text}])
    sentence = "The new one starts on 3 May."
    (passage,) = (one for one in snapshot.passages(range(len(snapshot.metadata[0].rows))) if sentence in one.text)
    words = words_of(asked_of(snapshot, question), passage.text, sentence, title="News")
    assert is_no_answer(replace(words, passage=passage)) is rejected


def test_a_heading_that_is_its_publishers_name_is_no_other_section(snapshot_of: Made) -> None:
    text = "# Pellow Harbour Commissioners\n\n# Schedule of dues\n\nIn force until 31 March 2027."
    snapshot = snapshot_of([{"title": "Schedule of dues", "source": "Pellow Harbour Commissioners", "text": text}])
    (passage,) = (one for one in snapshot.passages(range(len(snapshot.metadata[0].rows))) if "until" in one.text)
    asked = asked_of(snapshot, "Until when do the harbour dues apply?")
    words = words_of(asked, passage.text, "In force until 31 March 2027.", title="Schedule of dues")
    assert not is_no_answer(replace(words, passage=passage))


def test_a_word_of_a_longer_heading_makes_no_other_section(snapshot_of: Made) -> None:
    sentence = "For a September start, apply by 31 July."
    text = f"## Bus passes\n\n{sentence}\n\n## Autumn fair and parade\n\nThe parade is in town."
    snapshot = snapshot_of([{"title": "News", "text": text}])
    (passage,) = (one for one in snapshot.passages(range(len(snapshot.metadata[0].rows))) if sentence in one.text)
    asked = asked_of(snapshot, "By when must I apply for a bus pass in the autumn?")
    words = words_of(asked, passage.text, sentence, title="News")
    assert not is_no_answer(replace(words, passage=passage))


@pytest.mark.parametrize(
    ("question", "sentence", "number", "rejected"),
    [
        ("How many cats are in care?", "There is one cat living in a boat.", "one", True),
        ("How many cats are in care?", "There is one cat living in care.", "one", False),
        ("How many children are in care?", "There is one child living in a children’s home.", "one", True),
        ("How many cats are in care?", "Of these, 12 are lost, seven of whom are in care homes.", "seven", True),
        ("How many cats are in care homes?", "Of these, 12 are lost, seven of whom are in care homes.", "seven", False),
        ("How many cats are in care?", "We hold 12, seven of whom came to care in May.", "seven", True),
        ("How many cats are there?", "A keeper of eleven of them, Ada Moor, rang us.", "eleven", False),
        ("How many cats came to care?", "We hold 12, seven of whom came to care in May.", "seven", False),
        ("How many jobs are of high risk?", "We found 12 jobs, seven of which were rated high risk.", "seven", False),
        ("How many jobs are there?", "We found 12 jobs, seven of which were rated high risk.", "seven", True),
        ("How many cats are there?", "About half the cats in Slough are not in a basket.", "half", True),
        ("How many cats live here?", "Half a million cats live here.", "Half", False),
        ("How many of the cats are in a basket?", "About half the cats are in a basket.", "half", False),
        ("How many cats are there?", "There are 42 cats sleeping by the fire.", "42", False),
        ("How many people work here?", "There are 42 people working by the fire.", "42", False),
        ("How many cats are in care?", "At 31 March, 182 cats were in care.", "182", False),
        ("How many cats are fed?", "Feeding takes an hour.", "", False),
        ("Which cats are in care?", "There is one cat living in a boat.", "one", False),
    ],
)
def test_a_number_of_those_of_whom_something_else_is_told_is_no_count_of_all(
    papers: Snapshot, question: str, sentence: str, number: str, rejected: bool
) -> None:
    start = sentence.index(number)
    value = (start, start + len(number), Value("number", number, "1")) if number else None
    words = words_of(asked_of(papers, question), sentence, number, value=value)
    assert _narrower_count(words) is rejected


def test_a_short_form_of_which_no_document_tells_has_no_answer(papers: Snapshot) -> None:
    held, paid = "The weekly charge is held at £14.20.", "Statutory sick pay is £118 a week."
    assert no_answer(papers, "whats ssp a week", held)
    assert not no_answer(papers, "whats ssp a week", paid)
    assert not no_answer(papers, "whats it a week", held)
    assert not no_answer(papers, "whats the charge a week, pls", held)


@pytest.mark.parametrize(
    ("question", "quote", "rejected"),
    [
        ("May I bring a pen into the pool?", "NOTES FOR SWIMMERS", True),
        ("When is the pool open?", "POOL: NOTES FOR SWIMMERS", True),
        ("Which guide is for swimmers?", "POOL: NOTES FOR SWIMMERS", False),
        ("What are the notes on the pool called?", "POOL: NOTES FOR SWIMMERS", False),
        ("May I bring a pen into the pool?", "No pens.", False),
    ],
)
def test_the_line_by_which_a_paper_is_called_tells_nothing_else(
    papers: Snapshot, question: str, quote: str, rejected: bool
) -> None:
    text = "POOL: NOTES FOR SWIMMERS\n\nNo pens."
    words = words_of(asked_of(papers, question), text, quote, title="Pool: notes for swimmers")
    assert _own_title(words) is rejected


def test_the_first_sentence_of_a_text_without_a_title_answers(papers: Snapshot) -> None:
    sentence = "The pool reopened on 3 May 2021."
    asked = asked_of(papers, "When did the pool reopen?")
    assert not _own_title(words_of(asked, sentence, sentence, title=sentence))
    assert _own_title(words_of(asked, sentence[:-1], sentence[:-1], title=sentence[:-1]))


def test_whose_paper_it_is_is_nobody_of_whom_it_has_to_tell(snapshot_of: Made) -> None:
    paper = {"id": "report", "title": "Minutes of the governing board", "source": "Hallow Marsh Primary School"}
    snapshot = snapshot_of([{**paper, "text": "There are 203 pupils on roll."}])
    for question, refused in (("How many pupils does Hallow Marsh have?", False), ("How many has Ada Penrose?", True)):
        assert is_no_answer(words_of(asked_of(snapshot, question), "There are 203 pupils on roll.")) is refused, (
            question
        )


def test_the_minutes_of_an_ordinary_meeting_do_not_tell_of_the_annual_one(papers: Snapshot) -> None:
    asked = asked_of(papers, "Why was Ada Moor not at the annual meeting?")
    text = "Ada Moor was absent, as she was ill."
    for title, refused in (("Minutes of the Ordinary Meeting", True), ("Minutes of the Annual Meeting", False)):
        assert is_no_answer(words_of(asked, text, title=title)) is refused, title


def test_those_of_another_group_or_time_are_no_answer(papers: Snapshot) -> None:
    with_card = "People with a card get a locker."
    assert no_answer(papers, "What do people without a card get?", with_card)
    assert not no_answer(papers, "What do people with a card get?", with_card)
    members = "Ada Moor and Tom Reed sit on it."
    assert no_answer(papers, "What are the former members of the board?", members)
    assert not no_answer(papers, "What are the former members of the board?", members, title="Former members")


def test_those_who_have_not_done_something_are_another_group(papers: Snapshot) -> None:
    paid = "Traders who have paid get a badge in May."
    assert no_answer(papers, "When do traders who haven't paid get a badge?", paid)
    assert not no_answer(papers, "When do traders who have paid get a badge?", paid)
    assert not no_answer(papers, "Do traders who haven't paid get a badge?", paid)


def test_the_figure_of_all_is_no_figure_of_one(snapshot_of: Made) -> None:
    said = "Across the county 340 permits are in force."
    text = f"{said} Markets are held in Marlow and Dunmere."
    snapshot = snapshot_of([{"id": "permits", "title": "Permits", "text": text}])
    assert no_answer(snapshot, "How many permits are in force in Dunmere?", text, said)
    assert not no_answer(snapshot, "How many permits are in force?", text, said)


def test_why_of_a_deputy_is_not_told_by_whoever_is_above(papers: Snapshot) -> None:
    left = "The manager left because of a quarrel."
    assert no_answer(papers, "Why did the deputy manager leave?", left)
    assert not no_answer(papers, "Why did the manager leave?", left)


def test_the_figure_of_one_kind_is_not_that_of_another_named_elsewhere(snapshot_of: Made) -> None:
    wait = "The wait for speech therapy is 75 weeks."
    paper = f"{wait}\n\nParents like occupational therapy."
    snapshot = snapshot_of([{"id": "report", "title": "Report", "text": paper}])
    assert no_answer(snapshot, "How many weeks is the occupational therapy wait?", wait, wait)
    assert not no_answer(snapshot, "How many weeks is the speech therapy wait?", wait, wait)
