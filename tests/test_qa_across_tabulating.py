"""Tables hold each thing that is asked for, count it, and say what they leave out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pytest

from index.encoder import HashingEncoder
from index.seams import EVERYTHING
from index.snapshot import Snapshot
from qa.across.tabulating import Tabulated, tabulate
from qa.pipeline import Assistant
from qa.query import understand
from qa.request import AskRequest
from qa.wording import count_in_words, table_notes
from tests.judged_papers import MARLOW_2018, WENDHAM, WENDHAM_2017, report

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
VISITS = {
    "title": "Wendham Council: minutes",
    "published": "2019-06-03",
    "text": "Published: 3 June 2019\n\nWendham Council's children's services had a first monitoring visit in May 2017. "
    "Members read of the fourth monitoring visit in March 2019.",
}


@pytest.fixture(scope="module")
def both(snapshot_of: Made) -> Snapshot:
    return snapshot_of((*WENDHAM, MARLOW_2018, VISITS))


def table(snapshot: Snapshot, question: str) -> Tabulated:
    found = tabulate(understand(question, snapshot, today=date(2026, 11, 27)), snapshot, EVERYTHING)
    assert found
    return found


def rows(snapshot: Snapshot, question: str) -> list[tuple[str, str, int]]:
    return [(row.subject, row.value, row.last.year if row.last else 0) for row in table(snapshot, question).rows]


GOOD, REQUIRES = "Good", "Requires improvement to be good"


@pytest.mark.parametrize(
    "question",
    ["When was the second focused visit to Wendham?", "What was the fourth monitoring visit to Wendham about?"],
)
def test_what_no_fact_tells_of_a_visit_is_left_to_the_texts(both: Snapshot, question: str) -> None:
    assert tabulate(understand(question, both, today=date(2026, 11, 27)), both, EVERYTHING) is None


def test_what_another_became_is_named_by_the_grade_that_is_known(both: Snapshot) -> None:
    assert table(both, "Which councils improved from inadequate?").info.asked == "Overall judgement: from Inadequate"
    assert table(both, "Which councils moved up to good?").info.asked == "Overall judgement: to Good"


def test_whose_judgements_they_are_is_written_as_names_are(snapshot_of: Made) -> None:
    two = snapshot_of((report("Ash Vale", "5 to 16 March 2018", "2018-05-04", "Good"), *WENDHAM))
    asked = table(two, "Compare Ash Vale and Wendham in 2018").info.asked
    assert asked.startswith("Judgements of Ash Vale and Wendham")


def test_where_visits_are_known_and_none_of_a_number_that_is_said(both: Snapshot) -> None:
    found = table(both, "When was the second monitoring visit to Wendham?")
    assert (found.info.count, found.info.asked) == (0, "Monitoring visit number 2 of Wendham")
    assert rows(both, "When was the fourth monitoring visit to Wendham?") == [("Wendham", "", 2019)]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Which councils are good now?", [("Wendham", GOOD, 2023)]),
        ("Which councils are good or outstanding?", [("Marlow", "Outstanding", 2018), ("Wendham", GOOD, 2023)]),
        ("Which councils were judged inadequate in 2017?", [("Wendham", "Inadequate", 2017)]),
        ("Which councils were judged inadequate in 2018?", []),
        ("Which councils were inadequate in 2018?", [("Wendham", "Inadequate", 2017)]),
        ("Which councils were inadequate in 2020?", []),
        ("Which councils were outstanding in 2021?", [("Marlow", "Outstanding", 2018)]),
        ("Which councils had outstanding leadership in 2023?", [("Wendham", "Outstanding", 2023)]),
        ("Which councils have improved since 2018?", [("Wendham", REQUIRES, 2019), ("Wendham", GOOD, 2023)]),
        ("Which councils went from inadequate to good?", []),
        ("Which councils improved from inadequate?", [("Wendham", REQUIRES, 2019)]),
        ("Which councils moved up to good?", [("Wendham", GOOD, 2023)]),
        ("Which councils fell to good?", []),
        ("Which councils got worse?", []),
        ("List all inspections of Marlow", [("Marlow", "Outstanding", 2018)]),
        ("How many reports are there on Marlow?", [("Marlow", "Outstanding", 2018)]),
        (
            "Compare the overall effectiveness of Wendham in 2017 and 2023",
            [("Wendham", "Inadequate", 2017), ("Wendham", GOOD, 2023)],
        ),
        (
            "Compare leadership in Marlow and Wendham",
            [("Marlow", GOOD, 2018), ("Wendham", "Outstanding", 2023)],
        ),
        (
            "Compare the overall effectiveness of Wendham in 2018 and 2020",
            [("Wendham", "Inadequate", 2017), ("Wendham", REQUIRES, 2019)],
        ),
    ],
)
def test_the_rows_are_all_of_what_is_asked_for(
    both: Snapshot, question: str, expected: list[tuple[str, str, int]]
) -> None:
    assert rows(both, question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("When was the first monitoring visit to Wendham?", ["2017-05-31"]),
        ("When was the last monitoring visit to Wendham?", ["2019-03-31"]),
        ("When was the fourth monitoring visit to Wendham?", ["2019-03-31"]),
        ("When was the previous monitoring visit to Wendham?", []),
        ("When was Wendham last inspected?", ["2023-06-16"]),
        ("When was Wendham inspected?", ["2023-06-16", "2019-11-15", "2017-01-20"]),
        ("When did Ofsted inspect Wendham?", ["2023-06-16", "2019-11-15", "2017-01-20"]),
        ("Which years was Wendham inspected in?", ["2017-01-20", "2019-11-15", "2023-06-16"]),
        ("When was Marlow inspected?", ["2018-03-16"]),
        ("When was the previous inspection of Wendham?", ["2019-11-15"]),
        ("When was Wendham first inspected?", ["2017-01-20"]),
        ("What was Wendham's first rating after 2018?", ["2019-11-15"]),
        ("How has Wendham been rated since 2018?", ["2019-11-15", "2023-06-16"]),
        ("What has Wendham's rating been since 2018?", ["2017-01-20", "2019-11-15", "2023-06-16"]),
        ("Which judgements were given to Wendham since 2018?", ["2019-11-15", "2023-06-16"]),
    ],
)
def test_first_last_and_since_are_told_of_one_subject(both: Snapshot, question: str, expected: list[str]) -> None:
    assert [str(row.last) for row in table(both, question).rows] == expected


def test_inspections_are_counted_as_what_they_are(both: Snapshot) -> None:
    info = table(both, "When was Wendham inspected?").info
    assert (info.count, info.counted, info.asked) == (3, "inspections", "Inspections of Wendham")


def test_what_held_from_before_is_no_headline_of_what_was_since(both: Snapshot) -> None:
    asked = AskRequest("What has Wendham's rating been since 2018?", today=date(2026, 11, 27))
    answer = Assistant(HashingEncoder()).ask(both, asked)
    assert answer.rows[0].note == "the last one known before that time"
    assert answer.answer and answer.answer.document_id == "001"


def test_visits_since_the_first_one_are_as_many_as_the_last_is_numbered(both: Snapshot) -> None:
    info = table(both, "How many monitoring visits to Wendham have there been since 2017?").info
    assert (info.count, info.counted) == (4, "visits")


def test_a_last_inspection_without_a_day_stands_before_the_last_that_has_one(snapshot_of: Made) -> None:
    text = (
        "Wendham Council's children's services were judged requires improvement in November 2019. "
        "An inspection this spring found that they are good."
    )
    snapshot = snapshot_of((*WENDHAM[:2], {"title": "Wendham Council: children's services", "text": text}))
    found = table(snapshot, "When was Wendham last inspected?").rows
    assert [str(row.last) for row in found if row.last] == ["2019-11-15"]


def test_a_visit_that_is_asked_when_it_was_has_its_day_for_a_value(both: Snapshot) -> None:
    asked = AskRequest("When was the first monitoring visit to Wendham?", today=date(2026, 11, 27))
    answer = Assistant(HashingEncoder()).ask(both, asked)
    assert answer.answer and answer.answer.value
    assert (answer.answer.value.text, answer.answer.value.normalized) == ("May 2017", "2017-05")


def test_since_a_time_with_an_undated_judgement_is_no_error(snapshot_of: Made) -> None:
    text = "Wendham's children's services were judged inadequate in July 2022. They are rated good."
    snapshot = snapshot_of((WENDHAM_2017, {"title": "Wendham Council news", "text": text}))
    found = table(snapshot, "How has Wendham been rated since 2016?").rows
    assert [row.note for row in found if row.value == GOOD] == ["not dated"]


def test_a_row_has_the_words_that_state_it(both: Snapshot) -> None:
    (row,) = table(both, "Which councils are outstanding now?").rows
    assert "Outstanding" in row.evidence.quote and row.evidence.document_id == "003"
    assert (row.what, row.basis, row.documents) == ("Overall effectiveness", "inspected", 1)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Which councils were good in 3023?", []),
        ("Which councils are inadequate or good in December 2027?", []),
        ("How many councils were good in 2031?", []),
        ("Compare Wendham and Marlow in 2031", []),
        ("Which councils were good in 2026?", [("Wendham", GOOD, 2023)]),
        ("Which councils were good in November 2026?", [("Wendham", GOOD, 2023)]),
    ],
)
def test_what_is_so_at_a_time_to_come_is_not_known(
    both: Snapshot, question: str, expected: list[tuple[str, str, int]]
) -> None:
    assert rows(both, question) == expected


def test_of_two_times_one_to_come_has_no_row(both: Snapshot) -> None:
    found = rows(both, "Compare Wendham in 2023 and 2031")
    assert found and {year for *_, year in found} == {2023}
    assert len(found) == len(rows(both, "Compare Wendham in 2023"))


def test_what_held_from_before_is_said(both: Snapshot) -> None:
    found = table(both, "Which councils were outstanding in 2021?")
    assert found.rows[0].note == "the last one known before that time"
    assert (found.info.count, found.info.earlier, found.info.time, found.info.note) == (1, 1, "2021", "")


def test_the_count_tells_those_judged_then_from_those_judged_before(snapshot_of: Made) -> None:
    papers = [
        report(place, f"5 to 16 March {year}", f"{year}-05-04", "Good")
        for place, year in (("Marlow", 2016), ("Harne", 2018), ("Wick", 2018), ("Wendham", 2014))
    ]
    snapshot = snapshot_of(papers)
    info = table(snapshot, "Which councils were good in 2018?").info
    assert (info.count, info.earlier) == (4, 2)
    assert count_in_words(info) == "4 authorities: 2 judged in 2018, 2 by an earlier judgement, the last one known then"
    assert count_in_words(table(snapshot, "Which councils were judged good in 2018?").info) == "2 authorities"
    assert count_in_words(table(snapshot, "Which councils were good in 2020?").info) == (
        "4 authorities: all by an earlier judgement, the last one known then"
    )
    assert count_in_words(table(snapshot, "Which councils were good in 2016 and 2018?").info) == (
        "4 authorities: 3 judged in 2016 or 2018, 1 by an earlier judgement, the last one known then"
    )
    assert count_in_words(table(snapshot, "Which councils were good in 2015?").info) == (
        "1 authority: by an earlier judgement, the last one known then"
    )


def test_who_was_inspected_in_between_with_no_judgement_known_is_left_out(snapshot_of: Made) -> None:
    later = report("Marlow", "5 to 16 June 2023", "2023-08-01", "Good")
    told = f"{later['text']}\nSince the last inspection in 2018, much progress has been made by Marlow council."
    papers = [report("Marlow", "5 to 16 March 2014", "2014-05-04", "Good"), WENDHAM_2017, {**later, "text": told}]
    found = table(snapshot_of(papers), "Which councils were good in 2020?")
    assert not found.rows and "Left out: Marlow, inspected again since" in found.info.note
    assert [row.subject for row in table(snapshot_of(papers), "Which councils were good in 2016?").rows] == ["Marlow"]


def test_documents_that_tell_nothing_of_the_kind_are_counted(both: Snapshot) -> None:
    info = table(both, "Which councils are good now?").info
    assert (info.count, info.counted, info.documents, info.silent) == (1, "authority", 5, 1)
    assert len(info.silent_titles) == 1 and f"not counted: “{info.silent_titles[0]}”." in table_notes(info, 1)[-1]
    of_one = table(both, "List all inspections of Marlow").info
    assert (of_one.documents, of_one.silent, of_one.asked) == (1, 0, "Inspections of Marlow")


def test_visits_are_counted_as_the_words_number_them(both: Snapshot) -> None:
    found = table(both, "How many monitoring visits did Wendham have by October 2024?")
    assert found.info.count == 4 and len(found.rows) == 2
    assert found.info.note == "The words tell of number 4; of the others before it 1 is told of here."
    assert table(both, "How many monitoring visits did Wendham have in 2019?").info.count == 1
    assert [row.note for row in found.rows] == ["number 1", "number 4"]


def test_visits_that_are_told_of_together_hold_those_told_of_alone(snapshot_of: Made) -> None:
    text = (
        "Published: 3 June 2019\n\nWendham Council's children's services had seven monitoring visits between July 2016 "
        "and May 2018. One was the monitoring visit in March 2017. There was a monitoring visit in March 2019."
    )
    snapshot = snapshot_of([{**VISITS, "text": text}])
    assert table(snapshot, "How many monitoring visits were there?").info.count == 8


def test_who_was_inspected_again_without_a_grade_is_left_out(snapshot_of: Made) -> None:
    later = report("Wendham", "5 to 16 June 2026", "2026-08-01", "Good")
    bare = {**later, "text": later["text"].replace("Overall effectiveness\n\nGood\n", "")}
    found = table(snapshot_of([WENDHAM_2017, bare]), "Which councils are inadequate now?")
    assert not found.rows and found.info.count == 0
    assert found.info.note == "Left out: Wendham, inspected again since, with no such judgement known."


def test_a_year_alone_is_not_known_to_be_of_one_of_its_months(snapshot_of: Made) -> None:
    paper = {**VISITS, "text": f"{VISITS['text']} The last inspection of Wendham Council was in 2015."}
    snapshot = snapshot_of([paper])
    assert not rows(snapshot, "Which inspections took place in May 2015?")
    assert rows(snapshot, "Which inspections took place in 2015?")


def test_without_reports_or_facts_there_is_no_table(snapshot_of: Made) -> None:
    for papers in ([VISITS], [{"title": "Pool", "text": "The pool opens at nine."}]):
        snapshot = snapshot_of(papers)
        query = understand("How many reports are there?", snapshot, today=date(2026, 11, 27))
        assert tabulate(query, snapshot, EVERYTHING) is None
