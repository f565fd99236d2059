"""Questions are read as a person means them: the names, the times, which of several documents, and what is left to look for."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from qa.query import Query, understand
from qa.query.intent import answer_type
from qa.query.spelling import whole_words

from index.encoder import HashingEncoder
from index.snapshot import Snapshot
from qa.query.coverage import Period
from qa.query.periods import read_periods

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

TODAY = date(2026, 11, 24)
PLACES = (
    "Sutton",
    "Herefordshire",
    "Cheshire East",
    "Cheshire West and Chester",
    "Bath and North East Somerset",
    "Somerset",
    "Newcastle upon Tyne",
    "East Wendham",
    "Kent",
    "City of Bristol Council",
    "St Helens",
    "Kingston upon Hull",
    "Brighton and Hove",
    "Bolton",
)
REPORT = """Inspection of {place} children's services
Inspection dates: 11 to 15 March {year}

Overall effectiveness
Good

Children in {place} get help early. Leaders in {place} work with the NHS, with Ofsted and with schools, and plans for SEND pupils in Year 6 are kept.
The Director of Children's Services has been in post since the autumn before. During the COVID-19 pandemic visits went on. What the service in {place}
does for care leavers is good, children come first, and reading of plans with young people is regular in {place}.
The north and the east of the area are served alike."""
PIECES = "Sutton sutten and & St . , Bath 2017 in last year first Café İ 's ’s ? upon NHS".split()
NEWS = (
    (
        "2021-08-focused-visit",
        "Inspectors made a focused visit to Marlow Vale in August 2021. The council of Marlow Vale said that it would read the letter.",
    ),
    (
        "2022-07-inspection",
        "The service in Marlow Vale was judged inadequate in July 2022. The chair of the board at Marlow Vale thanked the staff.",
    ),
    (
        "2023-10-monitoring-visit",
        "A monitoring visit to Marlow Vale took place in October 2023. The Get Safe team in Marlow Vale was praised.",
    ),
)
ARTICLES = (
    (
        "Normandy",
        "The coast of Normandy was raided from the sea in the 10th century. The dukes of Normandy built abbeys.",
    ),
    ("Normandy landings", "Ships crossed to Normandy in June 1944. It was the day of the Normandy landings."),
    ("London", "The port of London lies on a tidal river. Most of London was built of brick."),
    ("Zürich", "The lake at Zürich freezes in some winters. Trams in Zürich are blue."),
    ("Kentish Town", "The high road through Kentish Town is old. There is a bath house in Kentish Town."),
    (
        "Steam engine",
        "The engine of Newcomen pumped water from mines. A Korean museum keeps one, as many Frenchmen know.",
    ),
)


@pytest.fixture(scope="module")
def reports(snapshot_of: Made) -> Snapshot:
    return snapshot_of(
        {
            "title": f"Ofsted inspection of {place} children's services, published {year}-05-0{1 + number % 9}",
            "text": REPORT.format(place=place, year=year),
            "published": f"{year}-05-0{1 + number % 9}",
        }
        for number, place in enumerate(PLACES)
        for year in (2017, 2019, 2022)
    )


@pytest.fixture(scope="module")
def news(snapshot_of: Made) -> Snapshot:
    return snapshot_of({"title": title, "text": text} for title, text in NEWS)


@pytest.fixture(scope="module")
def articles(snapshot_of: Made) -> Snapshot:
    return snapshot_of({"title": title, "text": text} for title, text in ARTICLES)


@pytest.fixture(scope="module")
def small_titles(snapshot_of: Made) -> Snapshot:
    """A series with titles all in small letters, as file names often are."""
    return snapshot_of(
        {"title": f"{place.lower()} report {year}", "text": REPORT.format(place=place, year=year)}
        for place in PLACES
        for year in (2017, 2019)
    )


def read(question: str, snapshot: Snapshot) -> Query:
    return understand(question, snapshot, today=TODAY)


def places(query: Query, snapshot: Snapshot) -> list[set[str]]:
    """For each name that documents are called by, the places these are about."""
    longest = sorted(PLACES, key=len, reverse=True)
    titles = [each.title.casefold() for each in snapshot.catalogue.entries]
    return [
        {next(place for place in longest if place.casefold() in titles[number]) for number in numbers}
        for numbers in query.documents
    ]


def unknown(query: Query) -> list[str]:
    return [name.text for name in query.unknown]


def mended(query: Query) -> list[tuple[str, str]]:
    return [(each.text, each.mended) for each in query.interpretation.mended]


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
    assert (unknown(query), mended(query)) == ([], [])


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


@pytest.mark.parametrize("place", ["Herefordshire", "Bolton", "Sutton", "Brighton"])
@pytest.mark.parametrize("slip", ["dropped", "doubled", "swapped"])
def test_a_slip_in_a_name_is_mended_and_can_be_undone(reports: Snapshot, place: str, slip: str) -> None:
    wrong = {
        "dropped": place[:3] + place[4:],
        "doubled": place[:4] + place[3:],
        "swapped": place[:3] + place[4] + place[3] + place[5:],
    }[slip]
    for typed in (wrong, wrong.lower()):
        question = f"what was {typed}'s rating in 2017"
        query = read(question, reports)
        assert mended(query) == [(f"{typed}'s", f"{place}'s")]
        assert query.question == f"what was {place}'s rating in 2017"
        assert [place in found for numbers in places(query, reports) for found in numbers] == [True]
        as_typed = understand(question, reports, today=TODAY, as_typed=True)
        assert (as_typed.question, as_typed.interpretation.mended, as_typed.documents) == (question, (), ())


@pytest.mark.parametrize(
    "question",
    [
        "How was Boston rated?",
        "what does a bolting horse do",
        "what did the sultan say of kant",
        "Is it brightening up?",
        "Is NEKT a gene?",
        "What do Frenchman and Korea have in common with Leaders?",
        "Were there midday or midway reviews in sutton?",
        "readings of the plan",
        "How was Sutton, Herefordshire, Bolton or Brighton rated?",
        "How were suttons and Boltons reports received?",
    ],
)
def test_a_word_that_is_right_is_never_mended(reports: Snapshot, articles: Snapshot, question: str) -> None:
    assert mended(read(question, reports)) == mended(read(question, articles)) == []


RIGHT_WORDS = frozenset(
    "bother brother stature costing coating powder power handed plan member serve serving pain inspection".split()
)
"""Words that stand in no document of these tests, or might be taken for another, and are right."""
NOTES = (
    (
        "Minutes",
        "The brother of the chair was thanked. Each statue was moved. The coating of the hall was paid for by families of members.",
    ),
    (
        "Plans",
        "Adoptive families and the commissioner met. The power station closed. Improvement was slow, and referrals were repeated.",
    ),
    (
        "Letters",
        "The commissioner wrote to families in need of help. An inspector and two inspectors replied. Adaptive plans are handled well.",
    ),
    (
        "Accounts",
        "The Commissioner is paid monthly. Families are not charged. Help was dominant once, and its dominance ended. It may dominate again.",
    ),
    (
        "Notices",
        "Scrutinise the commissioner's accounts. The largest statue stands by the station. Families may apply.",
    ),
)


@pytest.fixture(scope="module")
def notes(snapshot_of: Made) -> Snapshot:
    return snapshot_of({"title": title, "text": text} for title, text in NOTES)


def read_for_slips(question: str, snapshot: Snapshot, *, as_typed: bool = False) -> Query:
    return understand(question, snapshot, today=TODAY, as_typed=as_typed, is_word=RIGHT_WORDS.__contains__)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("what did the comissioner say", [("comissioner", "commissioner")]),
        ("what did the commisioner say", [("commisioner", "commissioner")]),
        ("what did the commissionerr say", [("commissionerr", "commissioner")]),
        ("what did the commissoiner say", [("commissoiner", "commissioner")]),
        ("what did the commissiomer say", [("commissiomer", "commissioner")]),
        ("what did the inspecter say", [("inspecter", "inspector")]),
        ("what did the comissioner's staff say", [("comissioner's", "commissioner's")]),
        ("Comissioner: who is it?", [("Comissioner", "Commissioner")]),
        ("who is the comissionér", [("comissionér", "commissioner")]),
        ("WHO IS THE COMISSIONER?", [("COMISSIONER", "COMMISSIONER")]),
        ("do famlies and referals matter", [("famlies", "families"), ("referals", "referrals")]),
        ("how many famillies were there", [("famillies", "families")]),
        ("what of its dominace", [("dominace", "dominance")]),
        ("Was the Comissioner paid?", [("Comissioner", "Commissioner")]),
        ("who met the famliy?", []),
        ("who met the cmmsisionr?", []),
    ],
)
def test_a_slip_in_an_ordinary_word_is_mended_and_can_be_undone(
    notes: Snapshot, question: str, expected: list[tuple[str, str]]
) -> None:
    query = read_for_slips(question, notes)
    assert mended(query) == expected
    understood = question
    for typed, meant in expected:
        understood = understood.replace(typed, meant)
    assert query.question == understood
    assert set(query.interpretation.terms) >= {meant for _, meant in expected if meant.islower()}
    assert all(question[each.start : each.end] == each.text for each in query.interpretation.mended)
    as_typed = read_for_slips(question, notes, as_typed=True)
    assert (as_typed.question, mended(as_typed)) == (question, [])


@pytest.mark.parametrize(
    "question",
    [
        "does it bother anyone, and is it of any stature",
        "costing of the hall",
        "is there talcum powder",
        "who was handed what",
        "who is serving pain",
        "is it unplanned",
        "should there be more members",
        "Was Mr Statua there?",
        "Was Mrs Satue there?",
        "adoptive or adaptive plans",
        "a stat of hal",
        "2statue or 2,019 or famil1es",
        "what is it like on wednesdays or in decembr",
        "the of and",
    ],
)
def test_a_word_that_may_be_right_is_left_as_it_is(notes: Snapshot, question: str) -> None:
    assert mended(read_for_slips(question, notes)) == []


def test_a_mended_word_is_no_name_and_tells_what_is_asked_after(reports: Snapshot) -> None:
    query = read_for_slips("how many childern did the dirctor of Sutton meet", reports)
    assert mended(query) == [("childern", "children"), ("dirctor", "Director")]
    assert (places(query, reports), unknown(query)) == ([{"Sutton"}], [])
    assert query.interpretation.answer_type == "number"
    assert query.interpretation.terms == ("children", "Director", "meet")


def test_names_and_words_are_mended_in_one_question(reports: Snapshot) -> None:
    query = read_for_slips("what was the inspecton of Herefordshre", reports)
    assert mended(query) == [("inspecton", "inspection"), ("Herefordshre", "Herefordshire")]
    assert query.question == "what was the inspection of Herefordshire"


def test_an_encoder_that_knows_every_word_whole_leaves_ordinary_words_alone(notes: Snapshot) -> None:
    question = "what did the comissioner say"
    assert mended(read(question, notes)) == []
    assert mended(understand(question, notes, today=TODAY, is_word=whole_words(HashingEncoder()))) == []


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
    found = {articles.catalogue.entries[number].title for numbers in query.documents for number in numbers}
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


@pytest.mark.parametrize("count", [0, 1, 2])
@pytest.mark.parametrize(
    "question",
    [
        "How was Sutton rated in 2017?",
        "what was Herefordshre's rating last year",
        "?",
        "the",
        "🙂",
        "COVID19 in Wakefield",
    ],
)
def test_a_corpus_of_hardly_anything_is_no_trouble(snapshot_of: Made, count: int, question: str) -> None:
    snapshot = snapshot_of({"text": REPORT.format(place=place, year=2017)} for place in PLACES[:count])
    query = read(question, snapshot)
    assert query.interpretation.question and all(len(numbers) < max(count, 1) for numbers in query.documents)


@given(question=st.text(max_size=60) | st.lists(st.sampled_from(PIECES)).map(" ".join))
@example(question="İİİ's & and St. 2017-2016 31/02/2019 in Suttons")
def test_any_text_can_be_read_and_offsets_are_those_of_the_question(reports: Snapshot, question: str) -> None:
    found = read(question, reports).interpretation
    assert all(0 <= name.start < name.end <= len(question) for name in found.names)
    assert all(question[each.start : each.end] == each.text for each in found.mended)
    assert all(question[each.start : each.end] == each.text for each in found.periods)


def test_a_long_story_is_read_for_its_names_and_times(reports: Snapshot) -> None:
    story = (
        "My sister moved away some years ago. Afterwards she often told us how much better things were there. Granted, she exaggerates! "
        "Her children went to school in Herefordshire, and one of them, who is now in Year 6, had a plan for SEND support. "
        "Meanwhile we stayed where we were. " * 8 + "So, was the service there rated good in 2019?"
    )
    query = read(story, reports)
    assert places(query, reports) == [{"Herefordshire"}]
    assert (unknown(query), mended(query)) == ([], [])
    assert [(each.text, each.covered) for each in query.interpretation.periods] == [("2019", True)]


def days(period: Period) -> str:
    return f"{period.first or ''}/{period.last or ''}"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What was it rated in 2017?", ["2017-01-01/2017-12-31"]),
        ("rating 2017", ["2017-01-01/2017-12-31"]),
        ("In May 2018?", ["2018-05-01/2018-05-31"]),
        ("in Feb. 2020", ["2020-02-01/2020-02-29"]),
        ("on 20 March 2019", ["2019-03-20/2019-03-20"]),
        ("on 20th of March 2019", ["2019-03-20/2019-03-20"]),
        ("on March 20, 2019", ["2019-03-20/2019-03-20"]),
        ("on 20/03/2019", ["2019-03-20/2019-03-20"]),
        ("on 20.03.2019", ["2019-03-20/2019-03-20"]),
        ("on 2019-03-20", ["2019-03-20/2019-03-20"]),
        ("in 2019-03", ["2019-03-01/2019-03-31"]),
        ("in spring 2019", ["2019-01-01/2019-12-31"]),
        ("in 2019/20", ["2019-01-01/2020-12-31"]),
        ("in 2011-12", ["2011-01-01/2012-12-31"]),
        ("in 1999/00", ["1999-01-01/2000-12-31"]),
        ("in 2018-2021", ["2018-01-01/2021-12-31"]),
        ("in 2018–2021", ["2018-01-01/2021-12-31"]),
        ("in the 1980s", ["1980-01-01/1989-12-31"]),
        ("before 2018", ["/2017-12-31"]),
        ("prior to the 2022 inspection", ["/2021-12-31"]),
        ("before the 2022 inspection", ["/2021-12-31"]),
        ("until May 2018", ["/2018-05-31"]),
        ("since 2020", ["2020-01-01/"]),
        ("after March 2019", ["2019-04-01/"]),
        ("between 2018 and 2020", ["2018-01-01/2018-12-31", "2020-01-01/2020-12-31"]),
        ("from May 2018 to June 2020", ["2018-01-01/2018-12-31", "2020-01-01/2020-12-31"]),
        ("in 2017 and 2019", ["2017-01-01/2017-12-31", "2019-01-01/2019-12-31"]),
        ("last year", ["2025-01-01/2025-12-31"]),
        ("this year", ["2026-01-01/2026-12-31"]),
        ("last month", ["2026-10-01/2026-10-31"]),
        ("last week", ["2026-11-16/2026-11-22"]),
        ("on 31 February 2019", []),
        ("with 2000 children", []),
        ("for more than 1800 of them", []),
        ("£2017 or €2018 or 2019% or 2,019", []),
        ("version 2.2019, room A2019", []),
        ("number 12017", []),
        ("", []),
    ],
)
def test_times_are_read_as_the_british_write_them(question: str, expected: list[str]) -> None:
    found = list(read_periods(question, TODAY))
    assert [days(each) for each in found] == expected
    assert all(question[each.start : each.end] == each.text for each in found)


@pytest.mark.parametrize(
    ("question", "covered"),
    [
        ("How was Sutton rated in 2017?", [True]),
        ("How was Sutton rated in 2016?", [False]),
        ("How was Sutton rated last year?", [False]),
        ("How was Sutton rated before 2017?", [False]),
        ("How was Sutton rated before 2018?", [True]),
        ("How was Sutton rated since 2020?", [True]),
        ("How was Sutton rated since 2023?", [False]),
        ("How was Sutton rated in May 2017?", [True]),
        ("How was Sutton rated in November 2017?", [None]),
        ("How was Sutton rated on 13 March 2019?", [None]),
        ("How was Sutton rated on 13 March 2018?", [False]),
        ("How did Sutton change between 2016 and 2018?", [None, None]),
        ("How did Sutton change between 2017 and 2022?", [True, True]),
        ("How did Sutton change between 2012 and 2015?", [False, False]),
        ("How was anyone rated in 1999?", [False]),
        ("What happened in 2019/20?", [True]),
    ],
)
def test_a_time_is_said_to_be_missing_only_where_no_document_is_of_its_year(
    reports: Snapshot, question: str, covered: list[bool | None]
) -> None:
    assert [each.covered for each in read(question, reports).interpretation.periods] == covered


@pytest.mark.parametrize(
    ("question", "order"),
    [
        ("What is Sutton's latest rating?", "latest"),
        ("What is Sutton's Latest Rating?", "latest"),
        ("When was Sutton last inspected?", "latest"),
        ("What did the last report on Sutton say?", "latest"),
        ("What is the current grade of Sutton?", "latest"),
        ("What was Sutton rated in its first inspection?", "first"),
        ("What was the earliest rating of Sutton?", "first"),
        ("What was the previous rating of Sutton?", "previous"),
        ("How was Sutton previously rated?", "previous"),
        ("How long did the visit to Sutton last?", None),
        ("How did Sutton do last year?", None),
        ("How did Sutton do last May?", None),
        ("How did Sutton do prior to 2018?", None),
        ("How did Sutton do over the last two years?", None),
        ("How did Sutton do in 2019?", None),
        ("How good are Sutton Care Leavers First?", None),
    ],
)
def test_latest_first_and_previous_are_told_apart(reports: Snapshot, question: str, order: str | None) -> None:
    query = read(question, reports)
    assert query.interpretation.order == order
    assert places(query, reports) == [{"Sutton"}] and unknown(query) == []


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("What was the overall rating of Sutton in 2017?", ("overall", "rating")),
        ("what did Sutton's latest report say about care leavers", ("report", "say", "care", "leavers")),
        (
            "How many social workers did Ofsted meet before the 2022 inspection?",
            ("social", "workers", "meet", "inspection"),
        ),
        ("Sutton", ()),
        ("2017", ()),
        ("the of and", ()),
    ],
)
def test_what_is_left_to_look_for_is_without_names_times_and_order(
    reports: Snapshot, question: str, terms: tuple[str, ...]
) -> None:
    query = read(question, reports)
    assert query.interpretation.terms == terms
    assert query.terms or question == "the of and", "where nothing else is left, the names and times are looked for"


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("When was it rated inadequate?", "date"),
        ("In which year did it open?", "date"),
        ("How many children are in care?", "number"),
        ("What percentage of visits were on time?", "number"),
        ("What was the overall effectiveness of Sutton?", "rating"),
        ("Who led the inspection?", "person"),
        ("Why had caseloads come down?", "reason"),
        ("What needs to improve?", "list"),
        ("What are the priorities?", "list"),
        ("Does Ofsted publish its reports?", "yes_no"),
        ("May people visit?", "yes_no"),
        ("May 2018 visit", "other"),
        ("What is the MASH?", "other"),
        ("WHO LED THE INSPECTION?", "person"),
        ("", "other"),
    ],
)
def test_the_kind_of_answer_is_told_from_the_question(question: str, kind: str) -> None:
    assert answer_type(question) == kind


@pytest.mark.parametrize("question", ["what need " * 100, "what need x " * 80], ids=["what need", "what need x"])
def test_the_longest_questions_are_read_quickly(question: str) -> None:
    started = time.perf_counter()
    assert answer_type(question) == "other"
    assert answer_type(f"{question}done") == "list"
    assert time.perf_counter() - started < 0.05
