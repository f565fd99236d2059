"""A refusal says why in a sentence that a person can act on, and says nothing that is not so."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from index.encoder import HashingEncoder
from index.snapshot import Snapshot
from qa.abstaining import reasons as room
from qa.abstaining.reasons import (
    ABOUT,
    ABSTENTION_REASONS,
    NAMED_TITLES,
    NEAR,
    AbstentionReason,
    Reason,
    Searched,
    abstain,
    before_search,
    reason_codes,
)
from qa.answer import Answer
from qa.pipeline import Assistant
from qa.query import understand
from qa.request import AskRequest
from qa.settings import read_settings
from web.app import create_app

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
ABOUT_THIS = "Some passages are about this, but none of them answers the question for sure."
NEAR_THIS = "Some passages come near, but none of them answers the question for sure."
UNSURE = "but none of them answers the question for sure."
NOT_ABOUT_THIS = "No passage was found that answers this for sure. Try other words, or ask about one thing at a time."
REPORT = (
    "Report on {place}\n\nInspectors from Kirkby Mere found that the service in "
    "{place} was good. In {place} the library of 1066 books was kept open."
)


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
    best = question if covers_terms == 1 else ""
    return abstain(Searched(understand(question, snapshot, today=TODAY), snapshot, covers_terms, best))


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
            (
                "No document about Marlow Vale is of the time asked about (2016). "
                "The documents about Marlow Vale are from 2015, 2017 and 2019."
            ),
        ),
        (
            "how was marlow vale rated last year",
            "date_not_covered",
            (
                "No document about Marlow Vale is of the time asked about (last year). "
                "The documents about Marlow Vale are from 2015, 2017 and 2019."
            ),
        ),
        (
            "How was Marlow Vale rated in 2016 and in 2018?",
            "date_not_covered",
            (
                "No document about Marlow Vale is of the time asked about (2016 or 2018). "
                "The documents about Marlow Vale are from 2015, 2017 and 2019."
            ),
        ),
        (
            "How was Thornby rated before 2011?",
            "date_not_covered",
            (
                "No document about Thornby is of the time asked about (before 2011). "
                "The documents about Thornby reach from 2 June 2011 to 2 June 2020."
            ),
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
            (
                "No document is of the time asked about (1999). "
                "The documents that have a date reach from 2 June 2011 to 2 June 2023."
            ),
        ),
        (
            "How was Old Haven rated in 2016?",
            "date_not_covered",
            "None of the documents about Old Haven says that it is of the time asked about (2016).",
        ),
        (
            "How was Marlow Vale rated in 2017?",
            "not_answered",
            (
                "The documents about Marlow Vale are from 2015, 2017 and 2019, "
                "but no passage in them answers the question for sure."
            ),
        ),
        (
            "How did Marlow Vale change between 2016 and 2018?",
            "not_answered",
            (
                "The documents about Marlow Vale are from 2015, 2017 and 2019, "
                "but no passage in them answers the question for sure."
            ),
        ),
        (
            "How was marlow vale rated in May 2017?",
            "not_answered",
            (
                "The documents about Marlow Vale are from 2015, 2017 and 2019, "
                "but no passage in them answers the question for sure."
            ),
        ),
        (
            "How was Old Haven rated?",
            "not_answered",
            "There are documents about Old Haven, but no passage in them answers the question for sure.",
        ),
        (
            "How was Kirkby Mere rated?",
            "not_answered",
            (
                "No document here has Kirkby Mere in its title. "
                "Some mention it, but no passage answers the question for sure."
            ),
        ),
        ("How is the library kept?", "not_answered", ABOUT_THIS),
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
    ("covers", "reason", "text"),
    [
        (0.0, "nothing_relevant", NOT_ABOUT_THIS),
        (0.49, "nothing_relevant", NOT_ABOUT_THIS),
        (0.5, "not_answered", NEAR_THIS),
        (1.0, "not_answered", "Some passages mention railway, but none of them answers the question for sure."),
    ],
)
def test_what_is_about_something_else_is_told_from_what_does_not_answer(
    articles: Snapshot, covers: float, reason: Reason, text: str
) -> None:
    assert refused("what is a railway", articles, covers) == (reason, text)


@pytest.mark.parametrize("count", [0, 1])
@pytest.mark.parametrize("question", ["How was Marlow Vale rated in 2016?", "2016", "the", "Skelmersdale?"])
def test_a_corpus_of_hardly_anything_refuses_in_a_sentence(snapshot_of: Made, count: int, question: str) -> None:
    snapshot = snapshot_of([{"text": REPORT.format(place="Marlow Vale")}][:count])
    _, text = refused(question, snapshot, 0.0)
    assert text.endswith(".") and "()" not in text and "  " not in text


@pytest.fixture(scope="module")
def staff(snapshot_of: Made) -> Snapshot:
    return snapshot_of(
        [
            {"title": "Senior staff", "text": "The director of children's services is Imogen Vail. Ask Rory Teague."},
            {"title": "Front door", "text": "A hub for referrals answers within one day. An enquiry goes to the hub."},
            {"title": "Adults", "text": "Plans for adults are kept by Pia Lorne. A council of social workers met."},
        ]
    )


@pytest.mark.parametrize(
    ("question", "advice"),
    [
        ("What does DCS mean?", "DCS may stand for director of children's services, which they do mention."),
        ("What is meant by DCS?", "DCS may stand for director of children's services, which they do mention."),
        ("What does LADO mean?", "Check how it is spelt."),
        ("Is Imogen Smith there?", "They do mention Imogen."),
        ("Is Rory Smith here with Pia Teague?", "They do mention Rory, Pia and Teague."),
        ("Is Skelmersdale here?", "Check how it is spelt."),
        ("Are Enquiry Workers here?", "The words of it stand in them, but nowhere all together."),
    ],
)
def test_what_the_documents_have_of_an_unknown_name_is_said(staff: Snapshot, question: str, advice: str) -> None:
    reason, text = refused(question, staff)
    assert (reason, text.partition(". ")[2]) == ("name_not_in_corpus", advice)


@pytest.mark.parametrize(
    ("question", "seems"),
    [
        ("Wer ist der Bürgermeister?", "in German, and its words stand in none of the documents"),
        ("Pwy yw'r maer?", "in Welsh, and its words stand in none of the documents"),
        ("Qui est le maire ?", "in French, and its words stand in none of the documents"),
        ("Kto jest burmistrzem?", "in Polish, and its words stand in none of the documents"),
        ("Wer ist Imogen Vail?", "in German, and no passage answers it for sure"),
        ("Хто директор?", "in another script, and its words stand in none of the documents"),
    ],
)
def test_a_question_in_another_language_is_not_refused_for_its_question_word(
    staff: Snapshot, question: str, seems: str
) -> None:
    reason, text = refused(question, staff, 0.0)
    assert (reason, text.startswith(f"The question seems to be {seems}.")) == ("other_language", True)


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("How many times was Marlow Vale inspected?", " The documents about Marlow Vale are from 2015, 2017 and 2019."),
        ("Which council has the most books?", ""),
        ("What documents do you have?", ""),
        ("Compare Marlow Vale and Thornby", None),
    ],
)
def test_a_question_over_many_documents_is_refused_as_one(reports: Snapshot, question: str, about: str | None) -> None:
    reason, text = refused(question, reports, 0.0)
    assert reason == "asks_across_documents"
    assert about is None or text.endswith(f"can be quoted.{about} Ask about one document, place or time at a time.")


def test_no_documents_are_said_to_be_about_an_office(snapshot_of: Made) -> None:
    papers = [
        {"title": "Report of the Director", "published": "2019-05-01", "text": "The Director and the Clerk met."},
        {"title": "Report of the Clerk", "published": "2021-05-01", "text": "The Director of the Board was chosen."},
    ]
    snapshot = snapshot_of(papers)
    assert "documents" not in refused("salary of the Director", snapshot, 0.0)[1]
    assert "about Clerk" in refused("salary of the Clerk", snapshot, 0.0)[1]


@pytest.mark.parametrize(("documents", "is_told"), [(2, True), (NAMED_TITLES, True), (NAMED_TITLES + 1, False)])
def test_documents_that_mention_a_name_are_told_where_they_are_few(
    snapshot_of: Made, documents: int, is_told: bool
) -> None:
    titles = [f"Notes {number}" for number in range(documents)]
    papers = [{"title": title, "text": f"Repairs in {title} were done at Harrow Court."} for title in titles]
    other = {"title": "Walks", "text": "From Harrow a path leads to the Court of Appeal."}
    _, text = refused("Which documents mention Harrow Court?", snapshot_of([*papers, other]), 0.0)
    told = ", ".join(f"“{title}”" for title in titles[:-1]) + f" and “{titles[-1]}”"
    assert (f"can be quoted. “Harrow Court” stands in {told}. Ask about" in text) == is_told
    assert "Walks" not in text


@pytest.mark.parametrize(
    ("question", "best", "text"),
    [
        (
            "Do social workers keep plans on the moon?",
            "Plans of social workers are there to keep.",
            "Some passages mention social, workers, keep and plans, but none of them answers the question for sure.",
        ),
        ("Do social workers swim?", "Social matters.", NOT_ABOUT_THIS),
        ("Do workers swim?", "Workers walk.", NOT_ABOUT_THIS),
        ("Do workers account?", "The workers’ accounts.", "Some passages mention workers and account, " + UNSURE),
        ("Do workers visit accountants?", "A visit to accounts.", NOT_ABOUT_THIS),
        ("Do workers say anything?", "Workers say much.", "Some passages mention workers and say, " + UNSURE),
        ("Do workers swim?", "", NOT_ABOUT_THIS),
    ],
)
def test_the_best_passage_is_not_denied_where_it_holds_most_words(
    staff: Snapshot, question: str, best: str, text: str
) -> None:
    assert abstain(Searched(understand(question, staff, today=TODAY), staff, 0.3, best))[1] == text


SERIES = [
    *((f"Review of {place}", year) for place in ("Ashby", "Corley") for year in range(2001, 2009)),
    *((f"Review of {place}", None) for place in ("Dunholm", "Elmswell")),
    ("Review of Corley", 2010),
]


@pytest.fixture(scope="module")
def reviews(snapshot_of: Made) -> Snapshot:
    text = "It was found in order at Fallowden and by Garth. Garth agreed with Hartwood."
    return snapshot_of(
        {"title": title, "text": text} | ({"published": f"{year}-03-09"} if year else {}) for title, year in SERIES
    )


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "Was Zennor good?",
            "The documents here do not mention Zennor. Check how it is spelt.",
        ),
        (
            "Was Zennor, Ystrad or Wexcombe good?",
            "The documents here do not mention Zennor, Ystrad or Wexcombe. Check how it is spelt.",
        ),
        (
            "Was West Corley good?",
            "The documents here do not mention West Corley. The nearest name in them: Corley.",
        ),
        (
            "Was West Corley or West Dunholm good?",
            (
                "The documents here do not mention West Corley or West Dunholm. "
                "The nearest names in them: Corley and Dunholm."
            ),
        ),
        (
            "Was West Corley or North Corley good?",
            "The documents here do not mention West Corley or North Corley. The nearest name in them: Corley.",
        ),
        (
            "Was it so at Fallowden?",
            (
                "No document here has Fallowden in its title. "
                "Some mention it, but no passage answers the question for sure."
            ),
        ),
        (
            "Was Hartwood, or Garth, so?",
            (
                "No document here has Hartwood or Garth in its title. "
                "Some mention them, but no passage answers the question for sure."
            ),
        ),
        (
            "Was it so at Garth? Did Garth agree?",
            "No document here has Garth in its title. Some mention it, but no passage answers the question for sure.",
        ),
        (
            "Was Review good?",
            f"None of the documents has the word “good”. {NEAR_THIS}",
        ),
        (
            "Was Ashby good in 2004?",
            (
                "The documents about Ashby are from 2001, 2002, 2003, 2004, 2005, 2006, 2007 and 2008, "
                "but no passage in them answers the question for sure."
            ),
        ),
        (
            "Was Corley good in 2010?",
            (
                "The documents about Corley reach from 9 March 2001 to 9 March 2010, "
                "but no passage in them answers the question for sure."
            ),
        ),
        (
            "Was the Review of Ashby good?",
            "There are documents about Ashby, but no passage in them answers the question for sure.",
        ),
        (
            "Was Ashby like Ashby?",
            "There are documents about Ashby, but no passage in them answers the question for sure.",
        ),
        (
            "Were Dunholm and Elmswell good?",
            "There are documents about Dunholm and Elmswell, but no passage in them answers the question for sure.",
        ),
        (
            "Was Ashby or Fallowden good?",
            "There are documents about Ashby, but no passage in them answers the question for sure.",
        ),
        (
            "Was it so in 1990, in 1991, in 1992?",
            (
                "No document is of the time asked about (1990, 1991 or 1992). "
                "The documents that have a date reach from 9 March 2001 to 9 March 2010."
            ),
        ),
        (
            "Was it so in 1990, or not in 1990?",
            (
                "No document is of the time asked about (1990). "
                "The documents that have a date reach from 9 March 2001 to 9 March 2010."
            ),
        ),
        (
            "Was Corley so in 2004 and in 2009?",
            (
                "No document about Corley is of the time asked about (2009). "
                "The documents about Corley reach from 9 March 2001 to 9 March 2010."
            ),
        ),
        (
            "Was Dunholm or Elmswell so in 2004, or in 2005?",
            "None of the documents about Dunholm or Elmswell says that it is of the time asked about (2004 or 2005).",
        ),
    ],
)
def test_names_and_times_are_listed_as_many_as_there_are_and_once(reviews: Snapshot, question: str, text: str) -> None:
    assert refused(question, reviews)[1] == text


def test_no_more_than_eight_years_are_listed(snapshot_of: Made) -> None:
    def held(count: int) -> str:
        years = range(2001, 2001 + count)
        return refused(
            "Was it so in 1990?",
            snapshot_of(
                {"title": f"Review {year}", "text": "All well.", "published": f"{year}-03-09"} for year in years
            ),
        )[1].partition(" The ")[2]

    undated = [{"title": "Notes", "text": "All well."}, {"title": "Review", "text": "Well.", "published": "2001-03-09"}]
    told = refused("Was it so in 1990?", snapshot_of(undated))[1]
    assert told.partition(" The ")[2] == "documents that have a date are from 2001."
    assert held(8) == "documents are from 2001, 2002, 2003, 2004, 2005, 2006, 2007 and 2008."
    assert held(9) == "documents reach from 9 March 2001 to 9 March 2009."
    assert held(1) == "documents are from 2001."


def test_names_that_are_only_mentioned_are_a_reason_in_a_series_alone(articles: Snapshot, reviews: Snapshot) -> None:
    assert refused("Do boats stop at Marlow?", articles, 0.0) == ("nothing_relevant", NOT_ABOUT_THIS)
    assert refused("Was it so at Garth?", reviews, 0.0)[0] == "not_answered"


def test_an_unknown_name_is_told_before_a_missing_time_and_a_time_before_the_documents(reviews: Snapshot) -> None:
    assert refused("Was Zennor so in 1990?", reviews, 0.0)[0] == "name_not_in_corpus"
    assert refused("Was Ashby so in 1990?", reviews, 0.0)[0] == "date_not_covered"
    assert refused("Was Ashby so in 2004?", reviews, 0.0)[0] == "not_answered"


@pytest.mark.parametrize(
    ("question", "is_any_allowed", "count", "expected"),
    [
        ("Is it so?", True, 1, None),
        ("?? 7", True, 1, None),
        ("?", False, 0, "empty_corpus"),
        ("?", False, 1, "empty_question"),
        ("", True, 1, "empty_question"),
        ("Is it so?", False, 1, "nothing_matches_filters"),
    ],
)
def test_what_cannot_be_searched_is_told_before_a_search(
    snapshot_of: Made, question: str, is_any_allowed: bool, count: int, expected: Reason | None
) -> None:
    snapshot = snapshot_of([{"text": REPORT.format(place="Marlow Vale")}][:count])
    texts = {
        "empty_corpus": "There are no documents to search yet. The person who runs this service can add some.",
        "empty_question": "There is no word in the question that could be looked for. Type a question.",
        "nothing_matches_filters": "No document fits the dates, publishers and documents chosen. "
        "Take one of them away and ask again.",
    }
    assert before_search(question, snapshot, is_any_allowed) == (expected and (expected, texts[expected]))


FAKE = AbstentionReason(
    "asked_of_the_weather",
    "the question is about the weather",
    before_search=lambda known: "Look out of the window." if "weather" in known.question else "",
    after_search=lambda known: "Look up." if "sky" in known.query.question else "",
)


def test_a_reason_declared_once_is_seen_in_answers_in_json_and_in_the_schema(
    monkeypatch: pytest.MonkeyPatch, reports: Snapshot
) -> None:
    adapter = TypeAdapter(Answer)
    enum = adapter.json_schema()["properties"]["reason"]["anyOf"][0]
    assert enum == {"type": "string", "enum": list(reason_codes())}
    monkeypatch.setattr(room, "ABSTENTION_REASONS", (FAKE, *ABSTENTION_REASONS))
    assistant = Assistant(HashingEncoder(), answer_confidence=1.0)
    answers = [assistant.ask(reports, AskRequest(f"What of the {word}?", today=TODAY)) for word in ("weather", "sky")]
    assert [(answer.reason, answer.reason_text) for answer in answers] == [
        ("asked_of_the_weather", "Look out of the window."),
        ("asked_of_the_weather", "Look up."),
    ]
    assert json.loads(adapter.dump_json(answers[0]))["reason"] == "asked_of_the_weather"
    assert adapter.json_schema()["properties"]["reason"]["anyOf"][0]["enum"] == ["asked_of_the_weather", *CODES]


CODES = (
    "empty_corpus",
    "empty_question",
    "times_not_kept",
    "nothing_matches_filters",
    "other_language",
    "name_not_in_corpus",
    "no_question",
    "several_judged",
    "another_judged",
    "judgement_undated",
    "judged_in_parts",
    "not_judged_then",
    "nothing_to_list",
    "nothing_changed",
    "held_until",
    "date_not_covered",
    "not_told_then",
    "asks_across_documents",
    "not_answered",
    "nothing_relevant",
)


def test_the_reasons_are_those_that_programs_rely_on() -> None:
    assert reason_codes() == CODES


def test_the_service_publishes_the_reasons_and_a_new_one_with_them(
    monkeypatch: pytest.MonkeyPatch, sample_index: Path
) -> None:
    def published() -> list[str]:
        app = create_app(read_settings(index=sample_index, encoder="hashing", reranker="none"))
        return list(app.openapi()["components"]["schemas"]["Answer"]["properties"]["reason"]["anyOf"][0]["enum"])

    assert published() == list(CODES)
    monkeypatch.setattr(room, "ABSTENTION_REASONS", (*ABSTENTION_REASONS, FAKE))
    assert published() == [*CODES, "asked_of_the_weather"]


def test_the_developers_page_lists_every_reason_in_the_order_in_which_they_are_tried(repo_root: Path) -> None:
    rows = [f"| `{reason.code}` | {reason.when} |" for reason in ABSTENTION_REASONS]
    table = "\n".join(["| reason | when |", "|---|---|", *rows])
    assert table in (repo_root / "docs" / "developers.md").read_text(encoding="utf-8")


def test_what_came_near_is_about_what_is_asked_however_it_is_worded(snapshot_of: Made) -> None:
    papers = snapshot_of([{"title": "Nappies", "text": "Nappies are picked up weekly."}])
    query = understand("Does the council fetch diapers?", papers, today=TODAY)
    told = f"None of the documents has the words “council” and “fetch”. {NEAR_THIS}"
    assert abstain(Searched(query, papers, 0.0, "", NEAR))[1] == told
    assert abstain(Searched(query, papers, 0.0, "", NEAR - 0.01))[0] == "nothing_relevant"
    assert abstain(Searched(query, papers, 0.0, "", 0.0, ABOUT))[1] == told
    known = understand("Are nappies picked up?", papers, today=TODAY)
    assert abstain(Searched(known, papers, 0.0, "Nappies are picked up weekly.", NEAR))[1] == ABOUT_THIS
    assert abstain(Searched(known, papers, 0.0, "", NEAR))[1] == NEAR_THIS
    assert abstain(Searched(query, papers, 0.0, "", 0.0, ABOUT - 0.01))[0] == "nothing_relevant"


@pytest.mark.parametrize("question", ["thanks", "x", "test", "why", "pool", "ok?"])
def test_one_word_is_no_question(reports: Snapshot, question: str) -> None:
    answer = Assistant(HashingEncoder(), answer_confidence=0).ask(reports, AskRequest(question))
    assert answer.status == "answered", "a threshold of nought answers whatever it is"
    answer = Assistant(HashingEncoder(), answer_confidence=0.01).ask(reports, AskRequest(question))
    assert answer.status == "abstained" and answer.answer is None


def test_times_of_documents_are_told_of_those_that_a_name_tells_from_others(snapshot_of: Made) -> None:
    fees = {
        "title": "Fees at St Brega's Primary School",
        "published": "2025-05-01",
        "text": "Fees of St Brega's Primary School are due.",
    }
    papers = snapshot_of([fees, *({"title": f"Bins {number}", "text": "Bins are green."} for number in range(3))])
    assert "are from" not in refused("last day to pay for primary school", papers, 0.0)[1]
    assert "The documents about St Brega" in refused("What is the latest fee at St Brega's?", papers, 0.0)[1]


@pytest.mark.parametrize(("day", "is_told"), [("23 November 2026", True), ("9 November 2024", False)])
def test_a_week_in_which_a_day_is_told_is_not_called_one_of_no_document(
    snapshot_of: Made, day: str, is_told: bool
) -> None:
    text = f"Rota of 2025.\n\nIn the week beginning {day} Ada Moor opens the hall."
    rota = snapshot_of([{"title": "Hall rota", "text": text, "published": "2025-11-02"}])
    query = understand("Who opened the hall last week?", rota, today=date(2026, 11, 30))
    reason, _ = abstain(Searched(query, rota, 1.0, ""))
    assert (reason == "date_not_covered") != is_told
