"""Names are linked to the documents they mean, however they are written, and unknown ones are told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from index.snapshot import Snapshot
from tests.query_corpora import Made, corrections, places, read, unknown


@pytest.mark.parametrize(
    "written", [str, str.lower, str.upper, str.title], ids=["as it is", "small", "capitals", "title case"]
)
@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("What was the overall rating of Sutton in 2017?", "Sutton"),
        ("Sutton Ofsted rating 2017", "Sutton"),
        ("How was Sutton's service judged?", "Sutton"),
        ("How was Sutton’s service judged?", "Sutton"),
        ("What did Ofsted say about LB Sutton in 2019?", "Sutton"),
        ("What did Ofsted say about Sutton Council?", "Sutton"),
        ("Is the London Borough of Sutton good?", "Sutton"),
        ("Is the City of Sutton good?", "Sutton"),
        ("How was Herefordshire rated by Ofsted?", "Herefordshire"),
        ("Was Cheshire East rated good?", "Cheshire East"),
        ("Was Cheshire West and Chester rated good?", "Cheshire West and Chester"),
        ("Was Cheshire West & Chester rated good?", "Cheshire West and Chester"),
        ("Was Cheshire West rated good?", "Cheshire West and Chester"),
        ("How did Bath and North East Somerset do in 2022?", "Bath and North East Somerset"),
        ("How did Somerset do in 2022?", "Somerset"),
        ("How did Newcastle upon Tyne do?", "Newcastle upon Tyne"),
        ("How did Newcastle-upon-Tyne do?", "Newcastle upon Tyne"),
        ("How did Newcastle do?", "Newcastle upon Tyne"),
        ("How good is Kent?", "Kent"),
        ("How good is Bristol?", "City of Bristol Council"),
        ("How good is Bristol City Council?", "City of Bristol Council"),
        ("How good is the City of Bristol?", "City of Bristol Council"),
        ("Who led the inspection of St Helens?", "St Helens"),
        ("Who led the inspection of St. Helens?", "St Helens"),
        ("Who led the inspection of Saint Helens?", "St Helens"),
        ("Who led the inspection of St Helens' services?", "St Helens"),
        ("How was Hull rated?", "Kingston upon Hull"),
        ("How was Kingston-upon-Hull rated?", "Kingston upon Hull"),
        ("How was Brighton & Hove rated?", "Brighton and Hove"),
        ("How was Brighton rated?", "Brighton and Hove"),
    ],
)
def test_a_place_is_known_however_it_is_written(
    reports: Snapshot, question: str, place: str, written: Callable[[str], str]
) -> None:
    query = read(written(question), reports)
    assert places(query, reports) == [{place}]
    assert (unknown(query), corrections(query)) == ([], [])


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Compare Sutton and Kent", [{"Sutton"}, {"Kent"}]),
        ("Which is better, Sutton, Kent or Bolton?", [{"Sutton"}, {"Kent"}, {"Bolton"}]),
        ("Sutton/Kent 2019 ratings", [{"Sutton"}, {"Kent"}]),
        (
            "Was Newcastle or Sutton rated better than Newcastle and Sutton together?",
            [{"Newcastle upon Tyne"}, {"Sutton"}],
        ),
        (
            "Are Cheshire West and Chester and Newcastle upon Tyne alike?",
            [{"Cheshire West and Chester"}, {"Newcastle upon Tyne"}],
        ),
        ("Was Cheshire rated good?", [{"Cheshire East", "Cheshire West and Chester"}]),
        ("are bath and north east somerset and somerset alike", [{"Bath and North East Somerset"}, {"Somerset"}]),
    ],
)
def test_each_of_several_places_is_known(reports: Snapshot, question: str, expected: list[set[str]]) -> None:
    query = read(question, reports)
    assert places(query, reports) == expected and unknown(query) == []


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("What was the rating of sutton in 2017", "Sutton"),
        ("rating of Cheshire East", "Cheshire East"),
        ("bath and north east somerset 2019", "Bath and North East Somerset"),
        ("Suttons latest rating", "Sutton"),
    ],
)
def test_titles_in_small_letters_name_places_too(small_titles: Snapshot, question: str, place: str) -> None:
    query = read(question, small_titles)
    assert {place} in places(query, small_titles) and unknown(query) == []


@pytest.mark.parametrize(
    "question",
    [
        "What does Ofsted say of SEND pupils in Year 6?",
        "How does the NHS work with the Director of Children's Services?",
        "Who is the Director of Children’s Services?",
        "What happened during the COVID-19 pandemic?",
        "What happened during COVID?",
        "What happened during COVID19?",
        "Please tell me. Recently I moved. Frankly, is the service good? Thanks!",
        "Hello! Hopefully you can help. Somebody said: Otherwise nothing is good.",
        "“Nobody” is what I heard.\nSurely that is wrong?",
        "How was it in Q3 2021?",
        "Inspections on Mondays, Tuesdays and in March",
        "Children's services: what's good? Let's see. Here's hoping.",
        "Fostering? Adoption? Is either of them there?",
        "WHAT WAS THE RATING OF GOOD SERVICES IN MARCH?",
        "what was said of safegaurding in sutton",
        "in short, what is wrong, was anyone terrible, did somebody improve?",
        "What Was The Rating Given To Each Service?",
        "what is good about the area",
        "Is the reading of plans regular? What Leaders do in the North and the East of the Area?",
        "and of the with what?",
        "the",
        "2019",
        "🏫 rating? 😀",
        "評価は何ですか",
    ],
)
def test_what_is_no_name_or_stands_in_the_documents_is_not_called_unknown(reports: Snapshot, question: str) -> None:
    assert unknown(read(question, reports)) == []


def test_a_person_of_another_first_name_is_offered(snapshot_of: Made) -> None:
    papers = [
        {"id": "fees", "title": "Fees", "text": "Fees are agreed with the manager, Dilys Amory. Bob Hale is chair."}
    ]
    snapshot = snapshot_of(papers)
    assert [name.nearest for name in read("Who is Dylis Amory?", snapshot).unknown] == [("Dilys Amory",)]
    assert [name.nearest for name in read("Who is Gwendoline Amory?", snapshot).unknown] == [()]


@pytest.mark.parametrize(
    ("question", "expected", "nearest"),
    [
        ("What overall rating did Ofsted give Wakefield in 2017?", "Wakefield", None),
        ("Wakefield Ofsted rating", "Wakefield", None),
        ("Wakefield's rating in 2017?", "Wakefield", None),
        ("Wakefield Council in 2017: is it good?", "Wakefield", None),
        ("How was Wakefield Metropolitan District Council rated?", "Wakefield", None),
        ("How was Newcastle-under-Lyme rated?", "Newcastle under Lyme", "Newcastle upon Tyne"),
        ("How was West Wendham rated?", "West Wendham", "East Wendham"),
        ("How was St Albans rated?", "St Albans", None),
        ("what was the rating of wakefield in 2017", "wakefield", None),
        ("WHAT WAS THE RATING OF WAKEFIELD IN 2017?", "WAKEFIELD", None),
        ("what is good in herrefodshier", "herrefodshier", "Herefordshire"),
        ("How was St. Albans rated?", "St Albans", None),
        ("How was Kentish Town rated?", "Kentish Town", None),
        ("How was Boston rated?", "Boston", "Bolton"),
        ("How was East Kent rated?", "East Kent", "Kent"),
        ("how was greater bolton rated", "greater bolton", "Bolton"),
        ("Was South Herefordshire rated?", "South Herefordshire", "Herefordshire"),
        ("How was Telford and Wrekin rated?", "Telford and Wrekin", None),
        ("Is Sutton better than Wakefield?", "Wakefield", None),
        ("How was Łódź rated?", "Łódź", None),
        ("Was O'Reilly's team in Sutton good?", "O'Reilly", None),
    ],
)
def test_a_name_that_stands_nowhere_is_reported_with_the_nearest(
    reports: Snapshot, question: str, expected: str, nearest: str | None
) -> None:
    query = read(question, reports)
    assert unknown(query) == [expected]
    assert (
        question[query.unknown[0].start : query.unknown[0].end].replace("-", " ").replace(".", "").startswith(expected)
    )
    assert nearest is None or nearest in query.unknown[0].nearest
    assert bool(query.documents) == ("Sutton" in question), "another place's reports are no answer"


@pytest.mark.parametrize(
    ("question", "titles", "missing"),
    [
        ("Who built abbeys in Normandy?", ["Normandy", "Normandy landings"], []),
        ("When were the Normandy landings?", ["Normandy", "Normandy landings"], []),
        ("what is london built of", ["London"], []),
        ("What is London built of?", ["London"], []),
        ("What colour are trams in Zurich?", ["Zürich"], []),
        ("What colour are trams in Zu\u0308rich?", ["Zürich"], []),
        ("What is in Kent?", [], ["Kent"]),
        ("How old is Kentish Town?", ["Kentish Town"], []),
        ("Who made the engine of Newcomen?", [], []),
        ("Did Newcomen's Korean museum open?", [], []),
        ("Who is Arthur Smith?", [], ["Arthur Smith"]),
        ("How many a Frenchman knows?", [], []),
        ("How many Koreans or Welshmen know?", [], ["Welshmen"]),
        ("Are there trams in Stockholm, Zürich and San Francisco?", ["Zürich"], ["Stockholm", "San Francisco"]),
        ('Who wrote "The Metaphysical Club"?', [], ["Metaphysical Club"]),
    ],
)
def test_articles_are_meant_by_their_titles(
    articles: Snapshot, question: str, titles: list[str], missing: list[str]
) -> None:
    query = read(question, articles)
    found = {articles.catalogue.metadata[number].title for numbers in query.documents for number in numbers}
    assert found <= set(titles) and bool(found) == bool(titles)
    assert unknown(query) == missing


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("What happened in Marlow Vale in August 2021?", []),
        ("what did the get safe team do", []),
        ("What did the Focused Visit find?", []),
        ("What did the inspection say about Worcestershire's fostering service?", ["Worcestershire"]),
        ("Who chairs the Improvement Board?", ["Improvement"]),
    ],
)
def test_news_with_file_names_for_titles_is_read(news: Snapshot, question: str, missing: list[str]) -> None:
    assert unknown(read(question, news)) == missing


PEOPLE = (
    {"title": "Minutes", "text": "Present: Ada Moor (chair), Dr Kofi Mensah. The bid was written by Piotr Zielinski."},
    {"title": "Prices", "text": "The head vet is Quentin Rudge. A chair costs £4, and a table £9."},
)


@pytest.fixture(scope="module")
def people(snapshot_of: Made) -> Snapshot:
    return snapshot_of(PEOPLE)


@pytest.mark.parametrize(
    "question",
    [
        "Who is Quentin Rudge?",
        "who is quentin rudge",
        "Who's Kofi Mensah?",
        "Who was Dr Mensah?",
        "who is ada moor",
        "who is piotr zielinsky",
    ],
)
def test_who_somebody_is_asks_for_no_other_person(people: Snapshot, question: str) -> None:
    assert read(question, people).interpretation.answer_type == "other"


@pytest.mark.parametrize(
    "question", ["Who is the chair?", "who is head vet", "Who is Una Brill?", "Who wrote the bid?"]
)
def test_an_office_or_a_stranger_is_asked_for_as_a_person(people: Snapshot, question: str) -> None:
    assert read(question, people).interpretation.answer_type == "person"


@pytest.mark.parametrize("question", ["Who is Quentn Rugde?", "who is quentin rugde", "Who is Quentin rugde?"])
def test_of_a_misspelt_person_the_nearest_is_offered_or_taken(people: Snapshot, question: str) -> None:
    [name] = read(question, people).interpretation.names
    assert name.text == "Quentin Rudge" or (not name.known and name.nearest == ("Quentin Rudge",))


def test_a_new_member_of_a_body_names_that_body(snapshot_of: Made) -> None:
    corpus = snapshot_of(
        [{"title": f"{place} handbook", "text": f"At {place} all is well."} for place in ("Ashby", "Corve")]
    )
    for question in ("What does a new Ashby officer get?", "Is there a great Corve manual?"):
        [name] = read(question, corpus).interpretation.names
        assert name.known and name.text in ("Ashby", "Corve")
    assert unknown(read("Who leads New Ashby?", corpus)) == ["New Ashby"]


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("How far is it to the Cornish coast?", []),
        ("When does the Scottish boat leave?", []),
        ("When does the Cumbrian boat leave?", []),
        ("When does the Hungarian boat leave?", ["Hungarian"]),
        ("When does the Spanish boat leave?", ["Spanish"]),
        ("Who is Gillian?", ["Gillian"]),
        ("Who is Cornish Tom?", ["Cornish Tom"]),
    ],
)
def test_what_is_of_a_place_that_the_documents_name_is_known(
    snapshot_of: Made, question: str, missing: list[str]
) -> None:
    boats = "Boats leave for Cornwall, Scotland and Cumbria from the quay. Ask Gill or the man from Spandau."
    assert unknown(read(question, snapshot_of([{"title": "Boats", "text": boats}]))) == missing


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("How much leave does a Grade B officer get?", []),
        ("How much leave does Grade E get?", []),
        ("How much leave does Grade M get?", ["Grade M"]),
        ("What does a permit cost in Zone C?", []),
        ("When is Block D cleaned?", []),
        ("What is the charge for Band G?", []),
        ("Does Class C need a licence?", ["Class C"]),
        ("Does a van of class C need a licence?", ["class C"]),
        ("What is the charge for a house in band M?", ["band M"]),
        ("What do the days I took count for?", []),
        ("When did the driver J Smith leave?", ["J Smith"]),
    ],
)
def test_what_has_a_letter_is_known_where_the_documents_name_a_range_with_it(
    snapshot_of: Made, question: str, missing: list[str]
) -> None:
    texts = (
        "Grade | Leave\nGrade A to C | 25 days\nGrade D–F | 27 days",
        "Zones A to D: £40 a year. Zones E and F: £55 a year.",
        "Blocks B-E are cleaned on Mondays, and Block K has no lift.",
        "Classes A and B need a licence.",
        "Band | Charge\nA to C | £1,240\nF to H | £1,930",
    )
    snapshot = snapshot_of([{"title": f"Paper {number}", "text": text} for number, text in enumerate(texts)])
    assert unknown(read(question, snapshot)) == missing


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("When does the DJ have to stop?", []),
        ("Are there any TVs in the hall?", []),
        ("Where can I print a CV?", []),
        ("Who lights the BBQ and the DVD?", []),
        ("Is it OK if Mum brings a dog to Bolton?", []),
        ("I need a letter from Bolton ASAP. Can Dad have one, FYI Granny too?", []),
        ("Is Uncle Tom in it?", ["Uncle Tom"]),
        ("When does the DQX have to stop?", ["DQX"]),
        ("When does DJ Smith have to stop?", ["DJ Smith"]),
    ],
)
def test_an_everyday_short_form_is_no_name(reports: Snapshot, question: str, missing: list[str]) -> None:
    assert unknown(read(question, reports)) == missing


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("The Fulmar Gazette has rung about Kent. Who deals with it?", []),
        ("I play in Quarry Sound. We come to Kent. When does it open?", []),
        ("My sister left Skerry Lido for Bolton. Who helps her?", []),
        ("The Fulmar Gazette has rung. Who deals with it in Kent?", []),
        ("The Fulmar Gazette has rung. Who deals with it?", ["Fulmar Gazette"]),
        ("Kent is good. Is the Fulmar Gazette good?", ["Fulmar Gazette"]),
        ("We left West Wendham for East Wendham. When does it open?", ["West Wendham"]),
        ("The Fulmar Gazette has rung about Kent.", ["Fulmar Gazette"]),
    ],
)
def test_a_name_of_the_story_alone_is_no_unknown_name_of_the_question(
    reports: Snapshot, question: str, missing: list[str]
) -> None:
    assert unknown(read(question, reports)) == missing


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("When is R1 of Mill Street due?", []),
        ("Who owns R1 of the Mill Street report?", []),
        ("When is R1 of Dunstan due?", ["Dunstan"]),
        ("When is R7 of Dunstan due?", ["R7 of Dunstan"]),
        ("When was the Friends of Mill Street founded?", ["Friends of Mill Street"]),
    ],
)
def test_a_code_and_the_place_that_it_is_of_are_two_names(snapshot_of: Made, question: str, missing: list[str]) -> None:
    texts = (
        "A main burst in Mill Street. R1 Valves in Mill Street are surveyed by May.",
        "R1 Ada Moor mends the pump.",
    )
    snapshot = snapshot_of([{"title": f"Report {place}", "text": text} for place, text in enumerate(texts)])
    assert unknown(read(question, snapshot)) == missing


def test_the_letters_of_a_reference_are_no_name_of_documents(snapshot_of: Made) -> None:
    papers = snapshot_of(
        [{"title": "Report: 26/00318/FUL", "text": "It is good."}, {"title": "Rules", "text": "None."}]
    )
    assert not read("Who objected to 26/00402/FUL?", papers).documents
    assert read("Who objected to FUL?", papers).documents == ((0,),)
