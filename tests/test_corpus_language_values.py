"""Dates, numbers, names, ratings and lists are found where they stand, and the one that answers is chosen."""

from __future__ import annotations

import time
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.language.kinds import AnswerType
from corpus.language.values import answer_value, gives_another, holds, value_spans

PUBLISHED = date(2023, 8, 10)
"""A Thursday."""
PIECES = """
    1 3 12 31 29 99 0 2019 2024 1066 476 May March Feb JUNE november to – and , / - . 19/20 2020-02-30 31/12/2020
    10th 21st century centuries BC AD last next Monday on year July ago two in since between will £ % million half
    one Good rated poor inadequate : ; ( ) [ ] • 1. a) Jane O'Neill van Dr Council G1 K. İ 0300 123 1234
    """.split()
TEXTS = st.text() | st.builds(
    str.join, st.sampled_from([" ", "", "\n"]), st.lists(st.sampled_from([*PIECES, " ", "\n"]), max_size=24)
)
KINDS: tuple[AnswerType, ...] = get_args(AnswerType)


@given(TEXTS, st.sampled_from(KINDS), TEXTS, st.none() | st.dates())
def test_values_stand_where_they_say_in_any_text(
    text: str, kind: AnswerType, question: str, published: date | None
) -> None:
    end = 0
    for start, stop in value_spans(text, kind):
        assert end <= start < stop <= len(text)
        end = stop
    if kind in ("reason", "yes_no", "other"):
        assert holds(text, kind)
    else:
        assert holds(text, kind) == bool(value_spans(text, kind))
    found = answer_value(text, kind, question, published)
    if found:
        assert text[found[0] : found[1]] == found[2].text
        inside = any(start <= found[0] and found[1] <= end for start, end in value_spans(text, kind))
        assert inside or found[2].normalized == "0" or kind == "person"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("in 2019", "date"),
        ("in November", "date"),
        ("last year", "date"),
        ("the 10th century", "date"),
        ("412 children", "number"),
        ("In 2019 there were\n12 foster carers.", "number"),
        ("Overall effectiveness: Good", "rating"),
        ("said Anna O’Brien-Shaw, the head", "person"),
        ("◼ Plans are late.\n◼ Visits are few.", "list"),
        ("anything", "reason"),
        ("", "other"),
    ],
)
def test_a_text_holds_what_could_answer(text: str, kind: AnswerType) -> None:
    assert holds(text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They may march on Sundays.", "date"),
        ("In May 2019 and 2020/21.", "number"),
        ("a good deal of poor practice", "rating"),
        ("on Monday 3 May in Hyde Park", "person"),
        ("A sentence, and another.", "list"),
    ],
)
def test_a_text_holds_nothing_that_could_answer(text: str, kind: AnswerType) -> None:
    assert not holds(text, kind)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("What share was it?", "12%"),
        ("What fraction was it?", "12%"),
        ("What budget was it?", "£300"),
        ("How long was it?", "9 weeks"),
        ("How far was it?", "8 miles"),
        ("How deep was it?", "8 miles"),
        ("How many was it?", "9 weeks"),
        ("How was it?", "12%"),
    ],
)
def test_a_question_wants_numbers_of_a_form(question: str, text: str) -> None:
    sentence = "They gave 12%, £300, 9 weeks, 8 miles and 81 more."
    found = answer_value(sentence, "number", question, None)
    assert found and found[2].text == text


def test_where_no_number_has_the_wanted_form_any_answers() -> None:
    found = answer_value("They gave 81 more.", "number", "What share did they give?", None)
    assert found and found[2].text == "81"


@pytest.mark.parametrize(
    ("sentence", "kind", "question", "text", "normalized"),
    [
        (
            "It was rated good in 2019 and inadequate in July 2022.",
            "date",
            "When was it rated inadequate?",
            "July 2022",
            "2022-07",
        ),
        ("It was rated good in 2019 and inadequate in July 2022.", "date", "When was it rated good?", "2019", "2019"),
        (
            "In July 2022, inspectors judged it inadequate, after rating it good in 2019.",
            "date",
            "When was it judged inadequate?",
            "July 2022",
            "2022-07",
        ),
        (
            "The service was rated on 5 June 2020, not in 2019.",
            "date",
            "When was the 2019 service rated?",
            "5 June 2020",
            "2020-06-05",
        ),
        (
            "Dates: 20 to 24 January 2025\nPublished: 3 March 2025",
            "date",
            "When was it published?",
            "3 March 2025",
            "2025-03-03",
        ),
        (
            "Inspection date: 3 June – 25 June 2014\nReport published: 8 August 2014",
            "date",
            "On what dates was the inspection that was published in August 2014?",
            "3 June – 25 June 2014",
            "2014-06-03/2014-06-25",
        ),
        (
            "Under the Schools Act 1998 the college opened in 2004.",
            "date",
            "When did the college open?",
            "2004",
            "2004",
        ),
        ("Inspectors came last July.", "date", "When did inspectors come?", "last July", "2022-07"),
        (
            "The plan cost £1.25 million and reached 300 families.",
            "number",
            "How much did the plan cost?",
            "£1.25 million",
            "1250000",
        ),
        (
            "The plan cost £1.25 million and reached 300 families.",
            "number",
            "How many families did it reach?",
            "300 families",
            "300",
        ),
        (
            "In 2023 there were 1,250 children in care.",
            "number",
            "How many children are in care?",
            "1,250 children",
            "1250",
        ),
        ("Of 45 schools 12% were closed.", "number", "What percentage of schools were closed?", "12%", "12%"),
        (
            "Symptoms of stress (34 [50.4%]), of fear (60 [44.6%])",
            "number",
            "What proportion had symptoms of fear?",
            "44.6%",
            "44.6%",
        ),
        ("Some 30 per\ncent agreed.", "number", "What share agreed?", "30 per\ncent", "30%"),
        ("Two-thirds of pupils agreed.", "number", "What proportion agreed?", "Two-thirds", "2/3"),
        ("It took twenty-five days.", "number", "How long did it take?", "twenty-five days", "25"),
        ("A 10-floor block with 700 beds", "number", "How many beds are there?", "700 beds", "700"),
        (
            "The director of services, Anna  Shaw, met Cllr John Reed.",
            "person",
            "Who is the director of services?",
            "Anna  Shaw",
            "Anna Shaw",
        ),
        (
            "Lead inspector: Jane Doe\nTeam inspectors: Tom Ash, John Smith",
            "person",
            "Who was the lead inspector?",
            "Jane Doe",
            "Jane Doe",
        ),
        (
            "Jane Doe wrote to Cllr John Reed.",
            "person",
            "Whom did Jane Doe write to?",
            "Cllr John Reed",
            "Cllr John Reed",
        ),
        (
            "Overall effectiveness is Requires\nimprovement to be good, while leadership is good.",
            "rating",
            "How was overall effectiveness rated?",
            "Requires\nimprovement to be good",
            "requires improvement to be good",
        ),
        (
            "Leadership is good, but teaching is inadequate.",
            "rating",
            "What is the rating of teaching?",
            "inadequate",
            "inadequate",
        ),
        ("The service is good.", "rating", "Was the service rated good?", "good", "good"),
        ("The service is good.", "rating", "Was the service rated good, or not?", "good", "good"),
        ("It was good in 2019 and leaders 2020.", "date", "When was it good for leaders?", "2019", "2019"),
    ],
)
def test_the_value_nearest_to_the_words_of_the_question_answers(
    sentence: str, kind: AnswerType, question: str, text: str, normalized: str
) -> None:
    found = answer_value(sentence, kind, question, PUBLISHED)
    assert found
    start, end, value = found
    assert sentence[start:end] == value.text == text
    assert value.normalized == normalized


@pytest.mark.parametrize(
    ("sentence", "kind", "question"),
    [
        ("It was rated inadequate.", "date", "When was it rated inadequate?"),
        ("It was rated in 2019.", "date", "When was it rated in 2019?"),
        ("Inspectors came last July.", "number", "How many inspectors came?"),
        ("The council said so.", "person", "Who said so?"),
        ("Jane Doe said so.", "person", "Who is Jane Doe?"),
        ("It met in 2019.", "other", "What happened in 2018?"),
        ("It was announced in 2019, three years after the fire.", "date", "When was the fire?"),
        ("", "rating", "What was the rating?"),
    ],
)
def test_there_is_no_value_where_none_answers(sentence: str, kind: AnswerType, question: str) -> None:
    assert answer_value(sentence, kind, question, PUBLISHED) is None


def test_a_relative_date_answers_only_with_a_day_of_publication() -> None:
    assert answer_value("Inspectors came last July.", "date", "When did inspectors come?", None) is None


@pytest.mark.parametrize(
    "text",
    ["Ann" + " " * 10_000 + "x", "Director:" + " " * 10_000, ": a," + " " * 10_000 + "and"],
    ids=["name", "colon", "list"],
)
def test_long_white_space_is_passed_over_quickly(text: str) -> None:
    started = time.process_time()
    for kind in KINDS:
        assert not value_spans(text, kind)
    assert time.process_time() - started < 0.2


@pytest.mark.parametrize(
    ("sentence", "question", "name"),
    [
        ("The scheme is run by Harrow Mutual Society.", "Who runs the pension scheme?", "Harrow Mutual Society"),
        ("The Environment Agency maintains the wall.", "Who maintains the wall?", "Environment Agency"),
        ("It was built by the University of Leeds.", "Who built it?", "University of Leeds"),
        ("It is run by Jane Doe of Wendham Borough Council.", "Who runs it?", "Jane Doe"),
        ("The director of Wendham Borough Council left.", "Who is the director?", None),
        ("It is run by staff at Mill Street School.", "Who runs it?", None),
        ("Wendham Council runs the pool.", "Who runs the pool for Wendham Council?", None),
        ("Wendham Council Housing Plan", "Who runs the plan?", None),
    ],
)
def test_a_body_answers_who_does_something_where_no_person_is_named(
    sentence: str, question: str, name: str | None
) -> None:
    found = answer_value(sentence, "person", question, PUBLISHED)
    assert (found[2].text if found else None) == name


@pytest.mark.parametrize(
    ("passage", "quote", "text", "normalized"),
    [
        ("The lock gates reopen on 1st July.", "1st July", "1st July", "2023-07-01"),
        ("The lock gates reopened on 1st July.", "1st July", "1st July", "2022-07-01"),
        ("It opened in May 2021 and closed eight months later.", "eight months later", "eight months later", "2022-01"),
        ("They meet next Thursday (June 22).", "June 22", "June 22", "2023-06-22"),
        ("For the year to 31 March 2022.", "31 March 2022", "31 March 2022", "2022-03-31"),
        ("For the year to 31 March 2022.", "year to 31 March 2022", "year to 31 March 2022", "2021-04-01/2022-03-31"),
    ],
)
def test_a_quoted_date_means_what_its_passage_says(passage: str, quote: str, text: str, normalized: str) -> None:
    within = (passage, passage.index(quote))
    found = answer_value(quote, "date", "When was it?", date(2023, 6, 12), within)
    assert found and (found[2].text, found[2].normalized) == (text, normalized)
    assert quote[found[0] : found[1]] == text


@pytest.mark.parametrize(
    ("question", "normalized"),
    [
        ("When was the budget agreed?", "2023-05-03"),
        ("What year was the budget agreed for?", "2023-04/2024-03"),
    ],
)
def test_what_a_thing_is_for_is_not_when_it_was_done(question: str, normalized: str) -> None:
    found = answer_value("A budget for FY24 was agreed on 3.5.23.", "date", question, None)
    assert found and found[2].normalized == normalized


@pytest.mark.parametrize(
    ("sentence", "part", "gives"),
    [
        ("Lost cards cost £2.50 to replace, or £1 for people under 18.", "£2.50", True),
        ("Lost cards cost £2.50 to replace, or £1 for people under 18.", "£1", False),
        ("It costs £4, rising to £6 in May.", "£4", True),
        ("It costs £4. A pool or a hall is £6.", "£4", False),
        ("It costs £4 and took 6 weeks.", "£4", False),
        ("It costs £4 for a hall or pool.", "£4", False),
    ],
)
def test_another_value_may_hold_in_other_cases(sentence: str, part: str, gives: bool) -> None:
    start = sentence.index(part)
    assert gives_another(sentence, "number", (start, start + len(part))) is gives


@pytest.mark.parametrize(
    ("question", "normalized"),
    [
        ("When is the fair?", "2026-07-03"),
        ("When was the fair meant to be?", "2026-06-19"),
        ("What was the original date of the fair?", "2026-06-19"),
        ("When will the fair be?", "2026-07-03"),
    ],
)
def test_what_was_moved_is_on_the_day_to_which_it_was(question: str, normalized: str) -> None:
    said = "The fair has been moved from 19 June to Friday 3 July."
    found = answer_value(said, "date", question, date(2026, 5, 15))
    assert found and found[2].normalized == normalized
