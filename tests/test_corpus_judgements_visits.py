"""Visits are told by documents with their time, which one it was and how many there were."""

from __future__ import annotations

import time
from datetime import date

import pytest

from corpus.judgements.scales import scales_of
from corpus.judgements.visit import Visit
from corpus.judgements.visits import visits_of
from tests.test_corpus_judgements_finding import NEWS, REPORT, read

Told = tuple[str, str, str, int, int]


def days(visit: Visit) -> str:
    if not visit.day:
        return ""
    first, last = (date.fromordinal(day).isoformat() for day in (visit.day, visit.until))
    return first if first == last else f"{first}/{last}"


def told(text: str) -> list[Told]:
    return [(each.subject, each.kind, days(each), each.number, each.count) for each in visits_of(read(text))]


@pytest.mark.parametrize(
    ("sentence", "kind", "time", "number", "count"),
    [
        ("Ofsted made a “monitoring visit” to the council in late March.", "monitoring_visit", "2023-03", 0, 1),
        ("This was the third monitoring visit, on 12 and 13 January 2023.", "monitoring_visit", "2023-01-12", 3, 1),
        ("Members read of their fifth monitoring visit in May.", "monitoring_visit", "2023-05", 5, 1),
        (
            "There were seven monitoring visits between July 2016 and May 2018.",
            "monitoring_visit",
            "2016-07/2018-05",
            0,
            7,
        ),
        ("A focused visit to Wendham children's services took place in May 2021.", "focused_visit", "2021-05", 0, 1),
        ("The last inspection was in May 2019.", "inspection", "2019-05", 0, 1),
        ("The last inspection of children’s services was in May 2019.", "inspection", "2019-05", 0, 1),
        ("In May 2021, Ofsted carried out a focused visit.", "focused_visit", "2021-05", 0, 1),
        ("Ofsted conducted a routine inspection last July.", "inspection", "2022-07", 0, 1),
        ("29 and 30 March 2023 - First monitoring visit.", "monitoring_visit", "2023-03-29", 1, 1),
        ("May 2021 – Focused visit: early help and the front door.", "focused_visit", "2021-05", 0, 1),
        ("• 17 June 2022: Seventh and last monitoring visit.", "monitoring_visit", "2022-06-17", 7, 1),
        ("There were inspections between 10 and 21 November 2022.", "inspection", "2022-11-10/2022-11-21", 0, 1),
    ],
)
def test_a_sentence_tells_of_a_visit(sentence: str, kind: str, time: str, number: int, count: int) -> None:
    ((subject, found, when, which, many),) = told(NEWS.format(sentence))
    assert (subject, found, which, many) == ("Wendham", kind, number, count)
    first, _, last = time.partition("/")
    assert when.startswith(first) and (not last or when.partition("/")[2].startswith(last))


def test_a_dash_leads_from_a_time_to_a_visit_only_where_the_line_begins_with_that() -> None:
    assert told(NEWS.format("Members met in May 2021 – First monitoring visit.")) == []


def test_the_first_of_these_visits_is_of_what_was_named_before() -> None:
    found = told(NEWS.format("Regular monitoring visits followed. The first of these visits took place on 29 March."))
    assert found == [("Wendham", "monitoring_visit", "2023-03-29", 1, 1)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The next monitoring visit will take place in May 2024.",
        "There was no monitoring visit in May 2021.",
        "Three homes had an inspection by the fire service of each school in May 2021.",
        "Regular monitoring visits took place between July 2016 and May 2018.",
        "The report of the inspection was published in May 2021.",
        "A monitoring visit is always announced.",
        "It is under the Education and Inspection Act 2006.",
        "Much is better since the last Ofsted fostering inspection in 2012.",
        "An interim inspection was held on 24 February 2015.",
        "If there is a monitoring visit in May 2023, we will tell you.",
    ],
)
def test_what_is_to_come_denied_or_of_others_is_no_visit(sentence: str) -> None:
    assert told(NEWS.format(sentence)) == []


def test_a_report_is_of_a_visit_with_the_line_that_says_when() -> None:
    text = REPORT.format("Nothing else.")
    (visit,) = visits_of(read(text))
    assert (visit.kind, visit.standing, days(visit)) == ("inspection", "given", "2023-02-06/2023-02-10")
    assert read(text).text[visit.start : visit.end] == "Inspection dates: 6 to 10 February 2023"


def test_a_visit_to_others_is_theirs() -> None:
    assert told(NEWS.format("Norbury City Council had a monitoring visit in May 2022."))[0][0] == "Norbury"


def test_a_visit_without_its_year_is_after_what_the_document_tells() -> None:
    lead = "# Wendham's children's services\n\nThey were judged good in July 2022."
    text = f"{lead}\n\nOfsted made a focused visit in May.\n"
    (visit,) = visits_of(read(text))
    assert (visit.day, visit.until, date.fromordinal(visit.after)) == (0, 0, date(2022, 7, 1))


BARE = """
[[scales]]
key = "meals"
name = "Meals"
source = "made up"
about = ["canteen", "children's services"]
grades = [{ key = "good", name = "Good", forms = ["good"] }]
aspects = [{ key = "overall", name = "Overall", words = ["overall"] }]
"""


def test_scales_without_visits_tell_of_none_and_a_user_adds_one() -> None:
    paper = read(NEWS.format("A tasting visit took place in May 2022."))
    assert visits_of(paper, scales_of((BARE,))) == ()
    visits = 'visits = [{ key = "tasting", name = "Tasting", words = ["tasting visit", "tasting visits"] }]'
    assert [each.kind for each in visits_of(paper, scales_of((BARE + visits,)))] == ["tasting"]


def test_long_lines_take_little_time() -> None:
    started = time.process_time()
    visits_of(read(NEWS.format("monitoring visit " * 20_000)))
    assert time.process_time() - started < 10


NUMBERED = "# Monitoring visit to Wick Metropolitan Borough Council\n\nDate of visit: 3 June 2026\n\n{}\n"


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("This was the second monitoring visit since the council was judged inadequate.", 2),
        ("It was the council's fourth monitoring visit.", 4),
        ("This letter summarises the findings of the third monitoring visit to Wick.", 3),
        ("Following the second monitoring visit, leaders wrote a plan.", 0),
        ("The council hopes that this will lead to a second monitoring visit.", 0),
        ("This was the second focused visit.", 0),
    ],
)
def test_a_report_says_which_of_its_kind_its_visit_was(sentence: str, number: int) -> None:
    first, *_ = visits_of(read(NUMBERED.format(sentence)))
    assert (first.subject, first.kind, first.standing, first.number) == ("Wick", "monitoring_visit", "given", number)


def test_the_second_of_a_sentence_is_of_the_kind_that_it_names_before() -> None:
    told_of = "The first monitoring visit was in October 2022 and the second in February 2023."
    assert [(one.number, days(one)) for one in visits_of(read(NEWS.format(told_of)))] == [
        (1, "2022-10-01/2022-10-31"),
        (2, "2023-02-01/2023-02-28"),
    ]
    other = (
        "There was a monitoring visit in May 2022. The first prize was won by a boy, and the second in June by a girl."
    )
    assert [one.number for one in visits_of(read(NEWS.format(other)))] == [0]


FIRST = "# Inspection of Wendham local authority children's services\n\n{}\n\n{}\n"


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("Dates of previous inspection: 3 October 2016 to 7 October 2016", "2016-10-03/2016-10-07"),
        ("Date of last inspection: 4 May 2017", "2017-05-04"),
        ("Previous inspection date: 4 May 2017", "2017-05-04"),
        ("Previous inspection – 4 May 2017", "2017-05-04"),
        ("| Dates of the previous inspection: | 22 to 26 May 2017 |\n|---|---|", "2017-05-22/2017-05-26"),
        ("Inspection dates: 6 to 10 February 2023\nDates of previous inspection: May 2017", "2017-05-01/2017-05-31"),
    ],
)
def test_a_line_tells_when_the_inspection_before_was(line: str, time: str) -> None:
    text = FIRST.format("Inspection dates: 6 to 10 February 2023", line)
    assert [days(each) for each in visits_of(read(text)) if each.standing == "told"] == [time]


@pytest.mark.parametrize(
    "line",
    [
        "Dates of previous inspection: Not previously inspected",
        "Dates of next inspection: 4 May 2026",
        "Date of last school inspection: 4 May 2017",
        "Previous inspection report: 4 May 2017",
        "Date of last inspection: see our website, changed on 4 May 2017",
        "Inspection dates: 6 to 10 February 2023",
    ],
)
def test_a_line_of_something_else_tells_of_no_inspection_before(line: str) -> None:
    text = FIRST.format("Inspection dates: 6 to 10 February 2023", line)
    assert [days(each) for each in visits_of(read(text)) if each.standing == "told"] == []


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("This is the first inspection of Wendham local authority children's services.", []),
        ("This was the council's first inspection.", []),
        ("This is the first inspection since the pandemic.", ["2019"]),
        ("It was the first inspection in five years.", ["2019"]),
        ("This is the second inspection of Wendham's services.", ["2019"]),
    ],
)
def test_an_inspection_before_the_first_is_not_of_whom_that_is_of(sentence: str, times: list[str]) -> None:
    then = f"{sentence} Help is much better than at the time of the inspection in 2019."
    text = FIRST.format("Inspection dates: 6 to 10 February 2023", then)
    assert [days(each)[:4] for each in visits_of(read(text)) if each.standing == "told"] == times


def test_another_s_inspection_before_the_first_is_still_told() -> None:
    then = "This is our first inspection. Norbury City Council had an inspection in 2019."
    text = FIRST.format("Inspection dates: 6 to 10 February 2023", then)
    assert [each.subject for each in visits_of(read(text)) if each.standing == "told"] == ["Norbury"]


def test_days_beside_the_homes_of_a_council_s_paper_are_not_its_own_inspections() -> None:
    homes = "# Wendham Council\n\n## Our homes, 4 March 2025\n\nOfsted judged children's services good.\n\n"
    homes += "### Oak House\n\nDate of last inspection: 5 May 2024\n\n### Elm House\n\nLast inspection: 12 June 2024\n"
    assert visits_of(read(homes)) == ()


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        (
            "Much was done since the joint targeted area inspection (JTAI) in July 2022.",
            ["joint_targeted_area_inspection"],
        ),
        ("Much was done since the joint targeted inspection (JTAI) in 2016.", ["joint_targeted_area_inspection"]),
        ("The last inspection of local authority children’s services (ILACS) was in May 2021.", ["inspection"]),
    ],
)
def test_the_short_form_of_a_visit_stands_between_it_and_its_time(sentence: str, kinds: list[str]) -> None:
    assert list(dict.fromkeys(kind for _, kind, *_ in told(NEWS.format(sentence)))) == kinds


@pytest.mark.parametrize(
    ("sentences", "times"),
    [
        ("It runs a children's home. This was judged adequate in the most recent full inspection in May 2014.", []),
        ("It runs two nurseries. They had their inspection in June 2014.", []),
        ("The council has a new director. It had a focused visit in May 2014.", ["2014-05-01/2014-05-31"]),
        (
            "Homes are full. This was an area for improvement at the last inspection in May 2014.",
            ["2014-05-01/2014-05-31"],
        ),
    ],
)
def test_the_inspection_of_a_home_is_not_that_of_its_council(sentences: str, times: list[str]) -> None:
    assert [when for _, _, when, *_ in told(REPORT.format(sentences))][1:] == times
