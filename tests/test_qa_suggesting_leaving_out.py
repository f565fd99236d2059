"""A question is asked without a time or a name where the rest of it is one."""

from __future__ import annotations

import pytest

from qa.suggesting.leaving_out import without_words


@pytest.mark.parametrize(
    ("question", "words", "left"),
    [
        ("How was Wendham rated in 2018?", "2018", "How was Wendham rated?"),
        ("In 2018, how was Wendham rated?", "2018", "How was Wendham rated?"),
        ("What did the 2018 report say of Wendham?", "2018", "What did the report say of Wendham?"),
        ("What did Wendham spend in the last three years?", "last three years", "What did Wendham spend?"),
        ("How was Wendham  rated  Last  Year?", "last year", "How was Wendham  rated?"),
        ("Who led Wendham before 2018?", "before 2018", "Who led Wendham?"),
        ("Who led it at the end of May 2018?", "May 2018", "Who led it?"),
        ("Wendham 2018 rating", "2018", "Wendham rating"),
        ("What happened in Wendham in 2018?", "Wendham", "What happened in 2018?"),
        ("Who is the director of Wendham?", "Wendham", "Who is the director?"),
    ],
)
def test_a_question_is_told_without_a_time_or_a_name(question: str, words: str, left: str) -> None:
    assert without_words(question, words) == left


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How was Wendham rated in 2018 and 2019?", "2018"),
        ("How was Wendham rated in 2018 and 2019?", "2019"),
        ("How was Wendham rated in 2017, 2018 and 2019?", "2017"),
        ("How was Wendham rated between 2018 and 2021?", "2018"),
        ("How did it change from 2018 to 2021?", "2018"),
        ("What is last year's budget?", "last year"),
        ("How was Wendham rated?", "Wendham"),
        ("Who is the leader of Wendham council?", "Wendham"),
        ("Is the Wendham pool open?", "Wendham"),
        ("Why was it closed?", "why"),
        ("What of 2018?", "2018"),
        ("How was it in 20189?", "2018"),
        ("How was it?", "2018"),
        ("How was it?", " "),
    ],
)
def test_where_the_rest_may_be_no_question_nothing_is_told(question: str, words: str) -> None:
    assert without_words(question, words) == ""
