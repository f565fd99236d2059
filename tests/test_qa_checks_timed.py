"""For which time words hold by what stands above them; what comes of it is asked of tests/timed_papers.py."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from corpus.document import Part, Passage
from index.snapshot import Snapshot
from qa.checks.timed import is_of_another_time, time_above
from qa.pipeline import Assistant
from qa.query.holding import is_time_led
from qa.request import AskRequest
from tests.builds import open_papers
from tests.words_shown import asked_of, words_of

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]

SAID = date(2024, 2, 12)
TEXT = "From 1 May 2024\n\nA bin costs £35."


def above(heading: str, title: str, parts: tuple[Part, ...] = (), context: str = "") -> str:
    """The first day that is told above the last sentence of a passage; "" for none."""
    passage = Passage("paper.md", 0, len(TEXT), TEXT, heading, None, None, context, parts)
    since = time_above(passage, title, (17, len(TEXT)), SAID).ends[0]
    return date.fromordinal(since).isoformat() if since else ""


def test_what_stands_nearest_above_words_tells_their_time() -> None:
    headings = "Charges from 1 April 2023 > Bins with effect from 1 April 2024"
    assert above(headings, "Fees 2022/23", (Part(0, 15, "heading"), Part(17, len(TEXT)))) == "2024-05-01"
    assert above(headings, "Fees 2022/23") == "2024-04-01"
    assert above("Charges from 1 April 2023 > Bins", "Fees 2022/23") == "2023-04-01"
    assert above("Bins", "Fees 2022/23") == "2022-04-01"
    assert above("Bins", "Fees of May 2022") == ""


@pytest.mark.parametrize(
    ("question", "period", "led"),
    [
        ("What did it cost in 2022?", "2022", True),
        ("How many were fined last financial year?", "last financial year", True),
        ("In 2022, how many came?", "2022", True),
        ("What did the 2022 scheme cost?", "2022", False),
        ("2022 budget?", "2022", False),
        ("mayor allowance 2022", "2022", True),
        ("mayor allowance 2022 report", "2022", False),
        ("What is the mayor called 2022", "2022", False),
    ],
)
def test_a_time_is_asked_about_where_a_word_leads_to_it(question: str, period: str, led: bool) -> None:
    assert is_time_led(question, period) == led


OCTOBER = "The share of calls answered in time was 71.2% in October 2026, against 73.9% in September 2026."
HOME = "We visited on 20 June 2023.\n\nThere were 33 people living at the home. Two nurses were there, as in 2021."


@pytest.mark.parametrize(
    ("question", "text", "quote", "is_other"),
    [
        ("calls answered in time November 2026", OCTOBER, "71.2%", True),
        ("share of calls answered in time in August 2026", OCTOBER, "73.9%", True),
        ("calls answered in time October 2026", OCTOBER, "71.2%", False),
        ("What share of calls was answered in time in September 2026?", OCTOBER, "73.9%", False),
        ("How many people lived at the home in 2021?", HOME, "33 people", True),
        ("How many people lived at the home in 2023?", HOME, "33 people", False),
        ("How many people live at the home?", HOME, "33 people", False),
        ("How many people lived at the home two years ago?", f"So it was in 2024.\n\n{HOME}", "33 people", False),
        ("How many people lived there in 2021?", f"In 2021 it was so.\n\n{HOME}", "33 people", False),
    ],
)
def test_a_figure_of_one_time_tells_nothing_of_another(
    snapshot_of: Made, question: str, text: str, quote: str, is_other: bool
) -> None:
    snapshot = snapshot_of(
        [{"title": "Report", "text": text, "published": "2026-11-26" if "%" in text else "2023-08-08"}]
    )
    (passage,) = snapshot.passages(range(len(snapshot.metadata[0].rows)))
    words = replace(words_of(asked_of(snapshot, question), passage.text, quote, title="Report"), passage=passage)
    assert is_of_another_time(words) is is_other


@pytest.mark.parametrize(
    ("question", "title", "is_other"),
    [
        ("How many papers came in in 2025?", "Annual report of the Society for 2024", True),
        ("How many papers came in in 2025?", "Accounts for 2023/24", True),
        ("How many papers were sent in in 2023?", "Annual review 2024", True),
        ("How many papers came in in 2024?", "Annual report of the Society for 2024", False),
        ("How many papers came in in 2025?", "Annual report 2024/25", False),
        ("How many papers came in in March 2025?", "Annual report for 2024", False),
        ("How many papers came in?", "Annual report for 2024", False),
        ("How many papers came in in 2025?", "Report of 22 February 2026", False),
    ],
)
def test_the_report_for_one_year_tells_nothing_of_another(
    snapshot_of: Made, question: str, title: str, is_other: bool
) -> None:
    snapshot = snapshot_of([{"title": title, "text": "Ninety-four papers were sent in.", "published": "2025-02-22"}])
    (passage,) = snapshot.passages(range(len(snapshot.metadata[0].rows)))
    words = replace(words_of(asked_of(snapshot, question), passage.text, "Ninety-four", title=title), passage=passage)
    assert is_of_another_time(words) is is_other


@pytest.mark.parametrize(
    ("question", "text", "is_other"),
    [
        ("Who became chair in May 2026?", "Minutes of 13 January 2026\n\nAda Moor was in the chair.", True),
        ("Who was made chair last month?", "Minutes of 13 January 2026\n\nAda Moor was in the chair.", True),
        ("How much was spent in June 2026?", "Budget, 13 January 2026\n\nThe council spent £900.", True),
        ("spending end of June 2026", "Budget, 13 January 2026\n\nThe council spent £900.", True),
        ("spending June 2031", "Budget, 13 January 2026\n\nThe council spends £900.", False),
        ("spending June 2026", "Budget\n\nThe council spent £900. Of that set aside for 2026 £50 is left.", True),
        ("spending June 2026", "Budget\n\nThe council spent £900. Of that set aside for June 2026 £50 is left.", False),
        ("spending 2026", "Budget, 13 January 2026\n\nThe council spent £900.", False),
        ("spending January 2026", "Budget, 13 January 2026\n\nThe council spent £900.", False),
        (
            "Who became chair in May 2026?",
            "13 January 2026\n\nIt was agreed that Ada Moor chairs from May 2026.",
            False,
        ),
        ("Who became chair in 2026?", "Minutes of 13 January 2026\n\nAda Moor was made chair.", False),
        ("Who was chair in January 2026?", "Minutes of 13 January 2026\n\nAda Moor was in the chair.", False),
    ],
)
def test_a_paper_tells_nothing_of_a_month_to_come_by_its_year_alone(
    snapshot_of: Made, question: str, text: str, is_other: bool
) -> None:
    snapshot = snapshot_of([{"title": "Minutes", "text": text, "published": "2026-01-13"}])
    (passage,) = snapshot.passages(range(len(snapshot.metadata[0].rows)))
    quote = "£900" if "£" in text else "Ada Moor"
    words = replace(words_of(asked_of(snapshot, question), passage.text, quote, title="Minutes"), passage=passage)
    assert is_of_another_time(words) is is_other


@pytest.mark.parametrize(("question", "is_other"), [("spending June 2025", True), ("spending 2025", False)])
def test_keywords_for_a_whole_year_may_be_told_by_what_was_in_force_before(
    snapshot_of: Made, question: str, is_other: bool
) -> None:
    text = "The council spends £900."
    snapshot = snapshot_of([{"title": "Rules", "text": text, "published": "2024-01-13"}])
    (passage,) = snapshot.passages(range(len(snapshot.metadata[0].rows)))
    words = replace(words_of(asked_of(snapshot, question), text, "£900", title="Rules"), passage=passage)
    assert is_of_another_time(words) is is_other


@pytest.mark.parametrize(
    ("question", "text", "is_other"),
    [
        ("When do FY26 reviews close?", "June 2, 2025: reviews due for FY25.", True),
        ("When do FY26 reviews close?", "Reviews for FY 25 close on June 2, 2025.", True),
        ("When do FY26 reviews close?", "Reviews for FY26 close on June 2, 2025, those for FY25 are over.", False),
        ("When do FY26 reviews close?", "Reviews for FY2026 close on June 2, 2025.", False),
        ("When do FY26 reviews close?", "Reviews for FY2025/26 close on June 2, 2025.", False),
        ("When do FY26 reviews close?", "Reviews for FY25-26 close on June 2, 2025.", False),
        ("When do FY26 reviews close?", "Reviews for FY24/25 close on June 2, 2025.", True),
        ("When do FY26 reviews close?", "Reviews close on June 2, 2025.", False),
        ("When do reviews close in 2026?", "June 2, 2026: reviews due for FY25.", False),
    ],
)
def test_a_year_written_behind_letters_is_not_another_written_so(
    snapshot_of: Made, question: str, text: str, is_other: bool
) -> None:
    snapshot = snapshot_of([{"title": "Dates", "text": text, "published": "2025-01-13"}])
    assert is_of_another_time(words_of(asked_of(snapshot, question), text, title="Dates")) is is_other


DAYS = {
    "rota.txt": (
        "Marlow lifeboat: crew on call\n\n3 October 2026\nCox: Nell Symons\nMechanic: Hal Bray\n\n"
        "10 October 2026\nCox: Tam Keast\nMechanic: Lou Penn\n"
    ),
    "menu.md": (
        "# Orchard Kitchen: lunches\n\n## Monday 7 December 2026\n\n- Leek soup\n- Cottage pie\n\n"
        "## Tuesday 8 December 2026\n\n- Carrot soup\n- Fish cakes\n\n"
        "## Booking\n\nLunch is served in the long room at noon on 9 December 2026 too.\n"
    ),
    "note.txt": "Marlow Fair\n\n12 October 2026\n\nThe fair took £900 at the gate.\n",
}


@pytest.fixture(scope="module")
def papers(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_papers(DAYS, tmp_path_factory.mktemp("days"), assistant.encoder)


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("Who is cox on 3 October 2026?", "Nell Symons", "Tam Keast"),
        ("Who is cox on 10 October 2026?", "Tam Keast", "Nell Symons"),
        ("What is for lunch on 8 December 2026?", "Fish cakes", "Cottage pie"),
        ("What soup is there on Tuesday 8 December?", "Carrot soup", "Leek soup"),
        ("What is for lunch on Monday 7 December 2026?", "Cottage pie", "Fish cakes"),
        ("Where is lunch served on 9 December 2026?", "long room", "Fish cakes"),
    ],
)
def test_a_day_is_answered_by_what_stands_below_it(
    assistant: Assistant, papers: Snapshot, question: str, told: str, untold: str
) -> None:
    answer = assistant.ask(papers, AskRequest(question, today=date(2026, 11, 29))).answer
    assert answer and told in answer.quote and untold not in answer.quote


@pytest.mark.parametrize("question", ["Who is cox on 17 October 2026?", "What is for lunch on 10 December 2026?"])
def test_another_day_is_not_answered(assistant: Assistant, papers: Snapshot, question: str) -> None:
    assert assistant.ask(papers, AskRequest(question, today=date(2026, 11, 29))).answer is None


def test_the_one_day_of_a_letter_parts_nothing(assistant: Assistant, papers: Snapshot) -> None:
    answer = assistant.ask(
        papers, AskRequest("How much did the fair take on 10 October 2026?", today=date(2026, 11, 29))
    )
    assert answer.answer and "£900" in answer.answer.quote
