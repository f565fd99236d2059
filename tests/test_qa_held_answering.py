"""What holds now, held then, or held before: the statement in force answers, with as of when and what went before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from index.snapshot import Snapshot
from qa.answer import Answer
from qa.choosing.answer_model import AS_LIKELY
from qa.pipeline import Assistant
from qa.request import AskRequest
from tests.builds import open_papers
from tests.held_papers import PAPERS, Asked
from tests.timed_papers import TIMED

Opened = Callable[[str, Mapping[str, str]], Snapshot]
UNDATED = {
    "letter.md": "# Welcome to Brackley Hill School\n\nThe head teacher of Brackley Hill School is Mrs Anneke Stroud.",
    "news.md": (
        "# Brackley Hill School wins a prize\nPublished: 6 June 2021\n\n"
        "The head teacher of Brackley Hill School, Mr Peter Lonsdale, took the prize on behalf of the pupils."
    ),
}
FORMER = UNDATED | {
    "letter.md": "# Letter\n\nMrs Anneke Stroud was head teacher of Brackley Hill School before that.\n"
}
AGREED = UNDATED | {"letter.md": UNDATED["letter.md"].replace("Mrs Anneke Stroud", "Mr Peter Lonsdale")}


@pytest.fixture(scope="module")
def opened(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """Opens a snapshot of some papers, made once for each name."""
    made: dict[str, Snapshot] = {}

    def snapshot(name: str, papers: Mapping[str, str]) -> Snapshot:
        if name not in made:
            made[name] = open_papers(papers, tmp_path_factory.mktemp(name), assistant.encoder)
        return made[name]

    return snapshot


def ask(assistant: Assistant, snapshot: Snapshot, question: str) -> Answer:
    return assistant.ask(snapshot, AskRequest(question, today=date(2026, 11, 27)))


def faults(answer: Answer, asked: Asked) -> list[str]:
    """What of an answer is not as it has to be."""
    others = [f"{other.value.normalized if other.value else ''} {other.quote}" for other in answer.alternatives]
    found = [f"{wrong} stands beside it" for wrong in asked.wrong if any(wrong in other for other in others)]
    if not answer.answer or not asked.quote:
        return [*found, "refused" if asked.quote else "answered"] if bool(asked.quote) != bool(answer.answer) else found
    value = answer.answer.value.normalized if answer.answer.value else ""
    if asked.quote not in " ".join(answer.answer.quote.split()) or (asked.value and value != asked.value):
        found.append(f"{answer.answer.quote} ({value})")
    return found + [f"no {other}" for other in asked.others if not any(other in told for told in others)]


@pytest.mark.parametrize("name", [*PAPERS, *TIMED])
def test_what_is_in_force_at_the_time_asked_about_answers(name: str, assistant: Assistant, opened: Opened) -> None:
    papers, questions = {**PAPERS, **TIMED}[name]
    snapshot = opened(name, papers)
    found = {asked.question: faults(ask(assistant, snapshot, asked.question), asked) for asked in questions}
    assert {question: told for question, told in found.items() if told} == {}


def test_it_is_said_as_of_when(assistant: Assistant, opened: Opened) -> None:
    posts = opened("posts", PAPERS["posts"][0])
    [now] = ask(assistant, posts, "Who is the director of adult services?").notices
    assert (now.kind, now.text) == (
        "as_of",
        "This is as of 20 February 2024: the passages that were read hold nothing newer that is in force.",
    )
    earlier = ask(assistant, posts, "Who is the director of adult services?").alternatives
    assert [(other.relation, other.quote) for other in earlier] == [
        ("earlier", "Imran Yusuf"),
        ("earlier", "Helen Marsh"),
    ]
    [then] = ask(assistant, opened("terms", PAPERS["terms"][0]), "Who was mayor of Ennerby in 2014?").notices or [None]
    assert then is None, "the words themselves tell the time: from 2011 to 2019"


def test_what_is_said_of_a_year_does_not_answer_for_a_later_one(assistant: Assistant, opened: Opened) -> None:
    answer = ask(assistant, opened("years", TIMED["years"][0]), "What was the fee for a market stall in 2025/26?")
    assert answer.answer is None
    told = (
        "The passages that were read say it of the year up to 31 March 2025, and not of the time that is asked about."
    )
    assert answer.reason_text.startswith(told)


def test_a_document_without_a_day_never_decides_silently(assistant: Assistant, opened: Opened) -> None:
    answer = ask(assistant, opened("undated", UNDATED), "Who is the head teacher of Brackley Hill School now?")
    assert answer.answer and answer.answer.quote == "Mr Peter Lonsdale"
    assert [notice.kind for notice in answer.notices] == ["as_of", "undated"]
    assert answer.notices[1].text.startswith("A document of which no day is known says otherwise: “")
    assert "Mrs Anneke Stroud" in answer.notices[1].text
    assert answer.confidence <= AS_LIKELY, "which of the two is later nobody knows"
    agreed = ask(assistant, opened("agreed", AGREED), "Who is the head teacher of Brackley Hill School now?")
    assert agreed.answer and agreed.confidence > AS_LIKELY


def test_a_document_without_a_day_that_tells_of_a_former_one_says_nothing_otherwise(
    assistant: Assistant, opened: Opened
) -> None:
    answer = ask(assistant, opened("former", FORMER), "Who is the head teacher of Brackley Hill School now?")
    assert answer.answer and answer.answer.quote == "Mr Peter Lonsdale" and answer.confidence > AS_LIKELY
    assert [notice.kind for notice in answer.notices] == ["as_of"]


def test_of_changes_no_more_is_said_than_the_passages_that_were_read_tell(assistant: Assistant, opened: Opened) -> None:
    fees = {
        f"fees-{year}.md": f"# Fees\nPublished: 1 April {year}\n\nA garden bin costs £{fee} a year.\n"
        for year, fee in ((2022, 44), (2024, 47))
    }
    said = {
        year: [
            one.text
            for one in ask(assistant, opened("bins", fees), f"How much did a garden bin cost in {year}?").notices
        ]
        for year in (2023, 2025)
    }
    assert (
        "This was said on 1 April 2022; the passages that were read tell next of a change of 1 April 2024."
        in said[2023]
    )
    assert "This was said on 1 April 2024; the passages that were read tell of no later change." in said[2025]


def test_where_it_has_ended_that_is_said_and_nobody_shown(assistant: Assistant, opened: Opened) -> None:
    said = "Joan Fairley, chief executive of Ennerby Council since 2009, leaves at the end of June 2022. She is missed."
    paper = {"chief.md": f"# Chief executive leaves\nPublished: 3 April 2022\n\n{said}\n"}
    answer = ask(assistant, opened("leaves", paper), "Who is the chief executive of Ennerby Council?")
    assert answer.answer is None and answer.reason == "held_until"
    assert answer.reason_text.endswith(" until 30 June 2022. What has held since was not found for sure.")
    assert "Joan Fairley until 30 June 2022" in answer.reason_text


def test_no_day_is_told_of_an_end_of_which_only_the_month_is_said(assistant: Assistant, opened: Opened) -> None:
    said = "The registered manager, Joan Fairley, had left in June 2022 and Tim Orr was acting in her place."
    paper = {"home.md": f"# Ennerby Lodge\nPublished: 3 August 2022\n\n{said}\n"}
    answer = ask(assistant, opened("left", paper), "Who is the registered manager of Ennerby Lodge?")
    assert answer.answer is None and answer.reason == "held_until"
    assert "Joan Fairley until June 2022." in answer.reason_text


@pytest.mark.parametrize("opening", ["As staff were told in May", "Where a fort had stood from 44 BC on"])
def test_an_end_is_told_beside_a_time_without_days(assistant: Assistant, opened: Opened, opening: str) -> None:
    said = f"{opening}, the registered manager, Joan Fairley, had left in June 2022."
    paper = {"home.md": f"# Ennerby Lodge\nPublished: 3 August 2022\n\n{said}\n"}
    answer = ask(assistant, opened("left", paper), "Who is the registered manager of Ennerby Lodge?")
    assert answer.answer is None and answer.reason == "held_until"
    assert "Joan Fairley until June 2022." in answer.reason_text


def test_what_another_clause_says_was_so_does_not_make_a_price_one_of_the_past(
    assistant: Assistant, opened: Opened
) -> None:
    rules = "# Badges\n\nIf you lose your badge, a new one costs £2; it is free if the badge was stolen and you say so."
    found = ask(assistant, opened("badges", {"badges.md": rules}), "If I lose my badge, what does a new one cost?")
    assert found.answer and "£2" in found.answer.quote


def test_what_was_so_this_season_leaves_what_is_so_the_next(assistant: Assistant, opened: Opened) -> None:
    lido = {
        "lido.md": (
            "# Wick Lido: news\nPublished: 3 September 2026\n\n"
            "This season a family ticket was £21; next season it is £23. A child's ticket stays at £6.\n"
        )
    }
    answer = ask(assistant, opened("lido", lido), "How much is a family ticket next season?").answer
    assert answer and answer.quote == "£23"


@pytest.mark.parametrize(
    ("question", "price"),
    [
        ("What did a junior swim cost in 2025/26?", "£2.90"),
        ("How much is a junior swim in 2026/27?", "£3.10"),
        ("How much is a junior swim?", "£3.10"),
    ],
)
def test_the_column_of_the_year_asked_about_tells_what_held_in_it(
    question: str, price: str, assistant: Assistant, opened: Opened
) -> None:
    pool = {
        "pool.md": (
            "# Tarnley Pool: charges\nPublished: 3 March 2026\n\n| Session | 2025/26 | 2026/27 |\n|---|---|---|\n"
            "| Adult swim | £4.60 | £4.90 |\n| Junior swim | £2.90 | £3.10 |\n"
        )
    }
    answer = ask(assistant, opened("pool", pool), question).answer
    assert answer and answer.value and answer.value.text == price


@pytest.mark.parametrize(
    ("question", "price"),
    [
        ("How much is a junior swim in FY27?", ""),
        ("How much is a junior swim in FY26?", "£3.10"),
        ("How much was a junior swim in FY25?", "£2.90"),
        ("How much is a junior swim?", "£3.10"),
    ],
)
def test_a_price_of_other_financial_years_is_none_of_the_one_asked_about(
    question: str, price: str, assistant: Assistant, opened: Opened
) -> None:
    pool = {
        "pool.md": (
            "# Tarnley Pool: charges\nPublished: 3 March 2026\n\n| Session | FY25 | FY26 |\n|---|---|---|\n"
            "| Adult swim | £4.60 | £4.90 |\n| Junior swim | £2.90 | £3.10 |\n"
        )
    }
    answer = ask(assistant, opened("pool_fy", pool), question).answer
    assert (answer.value.text if answer and answer.value else "") == price


def test_what_a_paper_of_this_month_says_is_newer_than_what_an_older_one_says(
    assistant: Assistant, opened: Opened
) -> None:
    papers = {
        "june.md": "# Market newsletter, 12 June 2026\n\nA stall costs £12 a day.\n",
        "november.md": "# Market newsletter, November 2026\n\nA stall costs £14 a day.\n",
    }
    today = date(2026, 11, 9)
    answer = assistant.ask(opened("months", papers), AskRequest("How much does a stall cost now?", today=today)).answer
    assert answer and "£14" in answer.quote


@pytest.mark.parametrize(("place", "name"), [("Wexcombe", "Tina Rowe"), ("Dawlish", "")])
def test_a_post_is_not_stated_of_a_place_that_stands_nowhere(
    assistant: Assistant, opened: Opened, place: str, name: str
) -> None:
    papers = {
        "fix.md": (
            "# What inspectors tell Wexcombe to fix\nPublished: 20 August 2021\n\n"
            "Inspectors say what is to be fixed first in children's services. Catherine Orr, the director, and "
            "Councillor Diana Dunn, who has children's services in the cabinet, answered together."
        ),
        "years.md": (
            "# Thirteen years of children's services in Wexcombe\nPublished: 19 January 2026\n\n"
            "The tone changed with the fifth, in October 2024, three months after Tina Rowe had become director. "
            "In June 2025 the seventh and last reported a rapid improvement for children in care."
        ),
    }
    snapshot = opened("places", papers)
    answer = ask(assistant, snapshot, f"Who is the director of children's services in {place}?")
    assert (answer.answer.quote if answer.answer else "") == name


HALL = {
    "hall.md": (
        "# The village hall of Torbeck: hiring and people\n\nPublished: 1 March 2024\n\n"
        "Until 2019 the fee for a morning was £4, and from then on it was £6. From 2015 to 2019 Mary Aldous was chair "
        "of the hall committee; Tom Reed has been chair since.\n"
    ),
    "board.md": (
        "# The Lantern Trust in 2024\n\nPublished: 14 February 2024\n\nThe members of the board are:\n\n"
        "* John Chadwick (President), term ends January 2025\n* Sarah Stevens (Secretary), term ends January 2025\n"
    ),
    "officers.md": (
        "# The Lantern Trust's board of directors for 2026 and 2027\n\nPublished: 20 February 2026\n\n"
        "Officers chosen at the first meeting:\n\n- Phil Brookes - President (Chair)\n- Omar Said - Treasurer\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("Who is chair of the hall committee?", "Tom Reed"),
        ("Who was chair of the hall committee in 2022?", "Tom Reed"),
        ("Who was chair of the hall committee in 2017?", "Mary Aldous"),
        ("Who was chair of the hall committee in 2012?", ""),
        ("What is the fee for a morning?", "£6"),
        ("What was the fee for a morning in 2022?", "£6"),
        ("What was the fee for a morning in 2018?", "£4"),
        ("Who is the president of the Lantern Trust?", "Phil Brookes"),
        ("current president lantern trust", "Phil Brookes"),
        ("Who was president of the Lantern Trust in 2024?", "John Chadwick"),
        ("Who is the secretary of the Lantern Trust?", ""),
    ],
)
def test_what_one_sentence_says_of_two_times_answers_each(
    assistant: Assistant, opened: Opened, question: str, quote: str
) -> None:
    answer = ask(assistant, opened("hall", HALL), question).answer
    assert quote in answer.quote if answer and quote else (answer is None) is (quote == "")


KETTLE = {
    "kettle.md": (
        "# Food hygiene at the Copper Kettle, Sallow\n\nPublished: 5 May 2025\n\n"
        "| Date of inspection | Rating | Inspector's note |\n|---|---|---|\n"
        "| 12 March 2019 | 2 (improvement necessary) | Fridge too warm |\n"
        "| 4 June 2022 | 4 (good) | Records in order |\n| 9 April 2025 | 5 (very good) | Nothing to add |\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("What is the Copper Kettle's hygiene rating?", "very good"),
        ("What was the Copper Kettle's rating in 2023?", "good"),
        ("What was the Copper Kettle's rating in June 2022?", "good"),
    ],
)
def test_of_a_table_of_dated_grades_the_one_in_force_answers(
    assistant: Assistant, opened: Opened, question: str, quote: str
) -> None:
    answer = ask(assistant, opened("kettle", KETTLE), question).answer
    assert answer and answer.quote.removeprefix("4 (").removeprefix("5 (").removesuffix(")") == quote
