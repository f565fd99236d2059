"""A judgement is as of the date that its words are of."""

from __future__ import annotations

from datetime import date

from corpus.judgements.as_of import time_told, whole_time
from tests.test_corpus_judgements_finding import NEWS, facts


def test_a_date_of_another_clause_is_not_that_of_the_judgement() -> None:
    sentence = "It was made public in May 2023, three years after the local authority was rated inadequate."
    assert [fact[3] for fact in facts(NEWS.format(sentence))] == [""]


def test_a_judgement_after_the_day_of_its_document_is_none() -> None:
    assert facts(NEWS.format("Children's services were judged good in July 2024.")) == [
        ("Wendham", "overall", "good", "")
    ]


def test_a_time_is_whole_only_where_nothing_else_stands_beside_it() -> None:
    said = date(2023, 6, 20)
    july = whole_time("July 2022", said)
    assert july and (date.fromordinal(july.day), date.fromordinal(july.until)) == (date(2022, 7, 1), date(2022, 7, 31))
    assert whole_time("(18 to 29 July 2022):", said) is not None
    assert whole_time("Inspection of July 2022", said) is None
    assert whole_time("July 2022 and May 2019", said) is None
    assert whole_time("July 2024", said) is None


def test_the_date_after_the_grade_goes_before_the_one_ahead_of_it() -> None:
    sentence = "In 2019 it was said that services were judged good in 2016."
    start, end = sentence.index("services"), sentence.index("good") + len("good")
    told = time_told(sentence, start, end, date(2023, 6, 20))
    assert told and told.words and sentence[slice(*told.words)] == "2016"
    told = time_told(sentence.replace(" in 2016", ""), start, end, date(2023, 6, 20))
    assert told and told.words and sentence[slice(*told.words)] == "2019"
