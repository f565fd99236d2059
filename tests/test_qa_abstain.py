"""A refusal says why in a sentence that a person can act on, and says nothing that is not so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.abstain import ABSTENTION_REASONS, abstain
from qa.answer import Reason
from qa.query import understand

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

TODAY = date(2026, 11, 24)
YEARS = {
    "Marlow Vale": (2015, 2017, 2019),
    "East Wendham": (2018, 2022),
    "Thornby": tuple(range(2011, 2021)),
    "Ashby Green": (2013, 2016, 2021),
    "Long Barrow": (2014, 2023),
    "Old Haven": (),
}
REPORT = "Report on {place}\n\nInspectors from Kirkby Mere found that the service in {place} was good. In {place} the library of 1066 books was kept open."


@pytest.fixture(scope="module")
def reports(snapshot_of: Made) -> Snapshot:
    dated = [
        {
            "title": f"Inspection of {place} town council",
            "text": REPORT.format(place=place),
            "published": f"{year}-06-02",
        }
        for place, years in YEARS.items()
        for year in years
    ]
    return snapshot_of(
        [*dated, {"title": "Inspection of Old Haven town council", "text": REPORT.format(place="Old Haven")}]
    )


@pytest.fixture(scope="module")
def articles(snapshot_of: Made) -> Snapshot:
    return snapshot_of(
        [
            {
                "title": "Bridges",
                "text": "The bridge at Marlow was built in 1832 and mended in 1965. A bridge at Thornby is of brick.",
            },
            {"title": "Canals", "text": "The canal past Thornby was dug by hand. Boats carried coal to Marlow."},
            {"title": "Railways", "text": "The railway came to Thornby late. Trains do not stop at Marlow."},
        ]
    )


def refused(question: str, snapshot: Snapshot, covers_terms: float = 1.0) -> tuple[Reason, str]:
    return abstain(understand(question, snapshot, today=TODAY), snapshot, covers_terms)


@pytest.mark.parametrize(
    ("question", "reason", "text"),
    [
        (
            "How was West Wendham rated?",
            "name_not_in_corpus",
            "The documents here do not mention West Wendham. The nearest name in them: East Wendham.",
        ),
        (
            "How was Skelmersdale rated in 2017?",
            "name_not_in_corpus",
            "The documents here do not mention Skelmersdale. Check how it is spelt.",
        ),
        (
            "Is Marlow Vale better than Skelmersdale, Ormskirk or Thornby?",
            "name_not_in_corpus",
            "The documents here do not mention Skelmersdale or Ormskirk. Check how it is spelt.",
        ),
        (
            "Is Skelmersdale good? When was Skelmersdale inspected?",
            "name_not_in_corpus",
            "The documents here do not mention Skelmersdale. Check how it is spelt.",
        ),
        (
            "How was Marlow Vale rated in 2016?",
            "date_not_covered",
            "No document about Marlow Vale is of the time asked about (2016). The documents about Marlow Vale are from 2015, 2017 and 2019.",
        ),
        (
            "how was marlow vale rated last year",
            "date_not_covered",
            "No document about Marlow Vale is of the time asked about (last year). The documents about Marlow Vale are from 2015, 2017 and 2019.",
        ),
        (
            "How was Marlow Vale rated in 2016 and in 2018?",
            "date_not_covered",
            "No document about Marlow Vale is of the time asked about (2016 or 2018). The documents about Marlow Vale are from 2015, 2017 and 2019.",
        ),
        (
            "How was Thornby rated before 2011?",
            "date_not_covered",
            "No document about Thornby is of the time asked about (before 2011). The documents about Thornby reach from 2 June 2011 to 2 June 2020.",
        ),
        (
            "How were Marlow Vale and East Wendham rated in 2024?",
            "date_not_covered",
            (
                "No document about Marlow Vale or East Wendham is of the time asked about (2024). "
                "The documents about Marlow Vale or East Wendham are from 2015, 2017, 2018, 2019 and 2022."
            ),
        ),
        (
            "How was anyone rated in 1999?",
            "date_not_covered",
            "No document is of the time asked about (1999). The documents reach from 2 June 2011 to 2 June 2023.",
        ),
        (
            "How was Old Haven rated in 2016?",
            "date_not_covered",
            "None of the documents about Old Haven says that it is of the time asked about (2016).",
        ),
        (
            "How was Marlow Vale rated in 2017?",
            "not_answered",
            "The documents about Marlow Vale are from 2015, 2017 and 2019, but no passage in them seems to answer the question.",
        ),
        (
            "How did Marlow Vale change between 2016 and 2018?",
            "not_answered",
            "The documents about Marlow Vale are from 2015, 2017 and 2019, but no passage in them seems to answer the question.",
        ),
        (
            "How was marlow vale rated in May 2017?",
            "not_answered",
            "The documents about Marlow Vale are from 2015, 2017 and 2019, but no passage in them seems to answer the question.",
        ),
        (
            "How was Old Haven rated?",
            "not_answered",
            "There are documents about Old Haven, but no passage in them seems to answer the question.",
        ),
        (
            "How was Kirkby Mere rated?",
            "not_answered",
            "No document here is about Kirkby Mere. Some mention it, but no passage seems to answer the question.",
        ),
        ("How is the library kept?", "not_answered", ABSTENTION_REASONS["not_answered"]),
    ],
)
def test_a_series_says_which_name_or_time_it_lacks_and_what_it_holds(
    reports: Snapshot, question: str, reason: Reason, text: str
) -> None:
    assert refused(question, reports) == (reason, text)


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Who built the bridge of 1832?", "not_answered"),
        ("What happened in 1965?", "not_answered"),
        ("What happened in 1917?", "date_not_covered"),
        ("What happened last year?", "date_not_covered"),
        ("Who is buried in Skelmersdale?", "name_not_in_corpus"),
        ("what is a railway", "not_answered"),
        ("Which trains stop at Thornby and Marlow?", "not_answered"),
    ],
)
def test_articles_may_tell_of_any_time_that_they_name(articles: Snapshot, question: str, reason: Reason) -> None:
    assert refused(question, articles)[0] == reason


@pytest.mark.parametrize(
    ("covers", "reason"),
    [(0.0, "nothing_relevant"), (0.49, "nothing_relevant"), (0.5, "not_answered"), (1.0, "not_answered")],
)
def test_what_is_about_something_else_is_told_from_what_does_not_answer(
    articles: Snapshot, covers: float, reason: Reason
) -> None:
    assert refused("what is a railway", articles, covers) == (reason, ABSTENTION_REASONS[reason])


@pytest.mark.parametrize("count", [0, 1])
@pytest.mark.parametrize("question", ["How was Marlow Vale rated in 2016?", "2016", "the", "Skelmersdale?"])
def test_a_corpus_of_hardly_anything_refuses_in_a_sentence(snapshot_of: Made, count: int, question: str) -> None:
    snapshot = snapshot_of([{"text": REPORT.format(place="Marlow Vale")}][:count])
    _, text = refused(question, snapshot, 0.0)
    assert text.endswith(".") and "()" not in text and "  " not in text


@pytest.mark.parametrize("text", ABSTENTION_REASONS.values())
def test_every_reason_is_a_sentence(text: str) -> None:
    assert text[0].isupper() and text.endswith(".")
