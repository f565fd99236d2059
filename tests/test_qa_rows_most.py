"""The row of a table that has the most of what is asked is told by its cells, and no other row is shown for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from index.encoder import HashingEncoder
from index.snapshot import Snapshot
from qa.checks.words import is_no_answer
from qa.passages.asked import Asked
from qa.passages.quoted import AnswerSpan, QuotedWords
from qa.query import understand
from qa.rows.most import is_surely_the_most, most_rows
from qa.rows.quotes import of_row
from tests.builds import open_papers

PAPERS = {
    "halls.md": (
        "# Halls of Larch University\n\n| Hall | Rooms | Rent a week | Contract | Meals |\n|---|---|---|---|---|\n"
        "| Ash House | 312 | £124.50 | 40 weeks | none |\n| Elm Court | 198 | £169.00 | 44 weeks | 10 a week |\n"
        "| Oak Hall | 1,240 | £196.00 | 39 weeks | none |\n| Yew Flats | 96 | £142.00 | 51 weeks | none |\n"
    )
}
OAK = "Oak Hall | 1,240 | £196.00 | 39 weeks | none"
SUMS = {
    "nights.md": (
        "# Nights at Larch\n\n| Station | Coldest night | Height |\n|---|---|---|\n"
        "| Hill | -8 °C | 310 m |\n| Coast | \u22122 °C | 4 m |\n| Moor | -11 °C | 220 m |\n"
    ),
    "shops.md": (
        "# Shops of Larch\n\n| Shop | Profit | Sales | Rent |\n|---|---|---|---|\n"
        "| North | £(20) | -£4 | £3 |\n| South | £(5) | £9 | £2 |\n| West | £30 | £1 | £7 |\n"
        "| All shops | £5 | £6 | £12 |\n"
    ),
    "clubs.md": (
        "# Clubs of Larch\n\n| Club | Members | Fee |\n|---|---|---|\n| Chess | 30 | £5 |\n| Rowing | 55 | £40 |\n"
        "| Knitting | 12 | £3 |\n| Total | 97 | £48 |\n"
    ),
    "walks.md": (
        "# Walks of Larch\n\n| Walk | Stiles | Takes |\n|---|---|---|\n"
        "| Ridge | 4 | 95 mins |\n| Brook | 9 | 40 mins |\n| Fen | 6 | 60 mins |\n"
    ),
    "wards.md": (
        "# Wards of Larch\n\n| Ward | Seats |\n|---|---|\n| Abbey | 2 |\n| All Saints | 3 |\n| Total for Larch | 5 |\n"
    ),
}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_papers(PAPERS, tmp_path_factory.mktemp("most"), HashingEncoder())


@pytest.fixture(scope="module")
def sums(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_papers(SUMS, tmp_path_factory.mktemp("sums"), HashingEncoder())


def told(papers: Snapshot, question: str, file: str = "halls.md", label: str = "Elm Court") -> list[str] | None:
    [passage] = [one for one in papers.passages_of(file) if label in one.text]
    start = passage.text.index(label)
    row = start, passage.text.index("\n", start)
    found = most_rows(Asked(papers, understand(question, papers, today=date(2026, 11, 29))), passage, row)
    return None if found is None else [passage.text[slice(*span)].partition(" | ")[0] for span in found]


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("Which hall has the dearest rent?", "Oak Hall"),
        ("Which hall is the cheapest?", "Ash House"),
        ("Which hall is the least expensive?", "Ash House"),
        ("Which hall has the most rooms?", "Oak Hall"),
        ("Which hall has the fewest rooms?", "Yew Flats"),
        ("Which hall has the longest contract?", "Yew Flats"),
        ("What is the cheapest hall?", "Ash House"),
    ],
)
def test_the_row_with_the_most_is_told_by_the_column_that_is_asked_for(
    papers: Snapshot, question: str, row: str
) -> None:
    assert told(papers, question) == [row]


@pytest.mark.parametrize(("asked", "row"), [("longest", "Ridge"), ("shortest", "Brook")])
def test_a_time_is_told_by_its_unit_in_short_too(sums: Snapshot, asked: str, row: str) -> None:
    assert told(sums, f"Which walk is the {asked}?", "walks.md", "Brook") == [row]


@pytest.mark.parametrize(
    "question",
    [
        "Which hall has the most meals?",
        "Which hall has the largest garden?",
        "Which hall with meals is the cheapest?",
    ],
)
def test_what_cannot_be_compared_is_told_by_no_row(papers: Snapshot, question: str) -> None:
    assert told(papers, question) == []


def test_several_rows_are_of_one_table_and_have_not_the_most_together(papers: Snapshot) -> None:
    asked = Asked(papers, understand("Which hall is the cheapest?", papers, today=date(2026, 11, 29)))
    [passage] = [one for one in papers.passages_of("halls.md") if OAK in one.text]
    both = passage.text.index("Elm Court"), passage.text.index(OAK) + len(OAK)
    [cheapest] = most_rows(asked, passage, both) or []
    assert passage.text[slice(*cheapest)].startswith("Ash House")
    words = QuotedWords(asked, passage, "Halls", AnswerSpan(both, both, None))
    assert is_no_answer(words)
    assert of_row(asked, passage, both, both, [both]) == (cheapest, cheapest)
    assert most_rows(asked, passage, (0, 5)) is None


@pytest.mark.parametrize(
    "question",
    [
        "Which hall has 198 rooms?",
        "What is the most I can claim?",
        "Which hall is the cheapest, Ash House or Elm Court?",
        "Is Elm Court the cheapest hall?",
        "Which warden has the most keys?",
        "What is the dearest rent at Elm Court?",
    ],
)
def test_other_questions_ask_for_no_such_row(papers: Snapshot, question: str) -> None:
    assert told(papers, question) is None


@pytest.mark.parametrize(
    ("question", "file", "label", "row"),
    [
        ("Which station has the lowest coldest night?", "nights.md", "Coast", "Moor"),
        ("Which station had the highest coldest night?", "nights.md", "Hill", "Coast"),
        ("Which shop has the lowest profit?", "shops.md", "South", "North"),
        ("Which shop has the highest profit?", "shops.md", "South", "West"),
        ("Which shop has the lowest sales?", "shops.md", "South", "North"),
        ("Which shop has the highest rent?", "shops.md", "South", "West"),
    ],
)
def test_a_number_below_nothing_is_less(sums: Snapshot, question: str, file: str, label: str, row: str) -> None:
    assert told(sums, question, file, label) == [row]


def test_a_row_of_all_others_together_is_none_of_them(sums: Snapshot) -> None:
    assert told(sums, "Which club has the most members?", "clubs.md", "Chess") == ["Rowing"]
    assert told(sums, "Which club has the highest fee?", "clubs.md", "Chess") == ["Rowing"]
    assert told(sums, "Which ward has the fewest seats?", "wards.md", "Abbey") == ["Abbey"]


def test_where_a_row_may_be_a_sum_or_be_called_so_none_has_the_most(sums: Snapshot) -> None:
    assert told(sums, "Which ward has the most seats?", "wards.md", "Abbey") == []


def sure(papers: Snapshot, question: str, row: str, heading: str = "") -> bool:
    asked = Asked(papers, understand(question, papers, today=date(2026, 11, 29)))
    [passage] = [one for one in papers.passages_of("halls.md") if row in one.text]
    span = passage.text.index(row), passage.text.index(row) + len(row)
    words = QuotedWords(
        asked, replace(passage, heading=heading), "Halls of Larch University", AnswerSpan(span, span, None)
    )
    return is_surely_the_most(words)


@pytest.mark.parametrize(
    "question",
    [
        "Which hall has the dearest rent?",
        "Which hall of Larch University has the most rooms?",
        "Which hall has the highest rent a week of all?",
    ],
)
def test_the_row_that_has_the_most_of_all_that_is_asked_is_sure(papers: Snapshot, question: str) -> None:
    assert sure(papers, question, OAK)


@pytest.mark.parametrize(
    "question",
    [
        "Which hall has the dearest rent for guests?",
        "Which hall had the dearest rent in 2019?",
        "Which hall with meals has the dearest rent?",
        "Which hall outside Larch has the most rooms?",
        "Which hall has the lowest rent?",
        "How many rooms has Oak Hall?",
        "",
    ],
)
def test_what_else_is_asked_of_a_row_makes_it_unsure(papers: Snapshot, question: str) -> None:
    assert not sure(papers, question, OAK)


def test_what_a_row_stands_under_may_say_the_rest(papers: Snapshot) -> None:
    assert sure(papers, "Which hall in Bury has the dearest rent?", OAK, "Halls in Bury")
    assert not sure(papers, "Which hall in Bury has the dearest rent?", OAK, "Halls in Wick")
