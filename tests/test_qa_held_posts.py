"""Who holds a post, by those who came to meetings and by elections; papers of another body or rank tell nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from index.snapshot import Snapshot
from qa.answer import Answer
from qa.pipeline import Assistant
from qa.request import AskRequest
from tests.builds import open_papers

MINUTES: Mapping[str, str] = {
    "january.txt": (
        "HOLLOWAY TOWN COUNCIL\n\nMinutes of the meeting of the Council held on Tuesday 14 January 2025\n\n"
        "Present: Cllrs Marden (Town Mayor), Pryce (Deputy Mayor), Ellison, Hoare, Kettle and Wyatt\n"
        "In attendance: Mrs J Lorne (Town Clerk), two members of the public\n\n"
        "1/25 The minutes of 10 December 2024 were agreed.\n"
    ),
    "may.txt": (
        "HOLLOWAY TOWN COUNCIL\n\nMinutes of the Annual Meeting held on Tuesday 13 May 2025\n\n"
        "Present: Cllrs Pryce, Ellison, Hoare, Kettle, Wyatt and Abbot\n"
        "In attendance: Mrs J Lorne (Town Clerk)\n\n"
        "31/25 Election of Town Mayor\n"
        "Cllr Marden did not stand again. Cllr D Pryce was elected Town Mayor for 2025/26, proposed by Cllr Kettle.\n"
        "32/25 Election of Deputy Mayor\n"
        "Cllr Sian Kettle was elected Deputy Mayor without a contest.\n"
    ),
    "september.txt": (
        "HOLLOWAY TOWN COUNCIL\n\nMinutes of the meeting of the Council held on Tuesday 8 September 2026\n\n"
        "Present: Cllr S Kettle (Town Mayor, in the Chair), Cllr H Wyatt (Deputy Mayor), Cllrs P Abbot, N Ellison\n"
        "In attendance: R Osei (Town Clerk), one member of the press\n\n"
        "71/26 Finance. Payments of £4,210 were approved.\n"
    ),
    "planning-march.txt": (
        "Thornby District Council\nPLANNING COMMITTEE\nMinutes of the meeting held on 4 March 2026\n\n"
        "PRESENT: Councillor Dewar (Chairman); Councillors Ames, Cole (substitute for Councillor Innes) and Dunn.\n"
        "Officers: L Patel (Head of Planning), R Stone (Planning Officer)\n\n"
        "12. Apologies were received from Councillor Innes (Vice-Chairman).\n"
    ),
    "planning-june.txt": (
        "Thornby District Council\nPLANNING COMMITTEE\nMinutes of the meeting held on 3 June 2026\n\n"
        "PRESENT: Councillor Innes (Chairman); Councillors Ames, Bright, Dewar and Dunn (Vice-Chairman).\n"
        "Officers: L Patel (Head of Planning), J Webb (Planning Officer)\n\n"
        "1. Election of Chairman: it was proposed by Councillor Bright, seconded by Councillor Ames and RESOLVED that "
        "Councillor Innes be elected Chairman for the year 2026/27.\n"
    ),
    "licensing.md": (
        "# Thornby District Council – Licensing Committee\n\nMinutes, 10 June 2026\n\n"
        "**Present:** Cllr Mary Orr in the Chair, Cllr Jo Finch (Vice-Chair), Cllrs Hale and Stubbs\n\n"
        "## 1. Taxi fares\nThe fare table was approved.\n"
    ),
    "governors-february.txt": (
        "Corley Primary School\nGoverning board: minutes of the meeting held on 5 February 2026\n\n"
        "Chair: Mrs Anita Bole\nClerk: Tom Wren\n"
        "Governors present: Anita Bole, Rev. Paul Sims (Vice-Chair), Gita Nair (headteacher), Hugh Orme\n"
    ),
    "governors-october.txt": (
        "Corley Primary School\nGoverning board: minutes of the meeting held on 1 October 2026\n\n"
        "Chair: Rev. Paul Sims\nClerk: Tom Wren\n"
        "Governors present: Paul Sims, Hugh Orme (Vice-Chair), Gita Nair (headteacher), Dee Marsh\n"
    ),
    "friends.txt": (
        "Thornby Hospital Friends\nCommittee, 2 July 2026\n"
        "Attendance: Iris Cobb, President; Hal Foy, Vice-President; Una Reid, Hon. Treasurer; Sol Berg, Secretary.\n"
        "1. The raffle raised £512.\n"
    ),
}


@pytest.fixture(scope="module")
def minutes(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_papers(MINUTES, tmp_path_factory.mktemp("minutes"), assistant.encoder)


def ask(assistant: Assistant, snapshot: Snapshot, question: str) -> Answer:
    return assistant.ask(snapshot, AskRequest(question, today=date(2026, 11, 29)))


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who is the mayor of Holloway?", "Cllr S Kettle"),
        ("holloway mayor now", "Cllr S Kettle"),
        ("mayor of holloway", "Cllr S Kettle"),
        ("Who was the mayor of Holloway in January 2025?", "Marden"),
        ("Who was mayor of Holloway in December 2025?", "Cllr D Pryce"),
        ("Who was the mayor before Cllr Kettle?", "Cllr D Pryce"),
        ("who's the deputy mayor", "Cllr H Wyatt"),
        ("holloway clerk", "R Osei"),
        ("Who is the chairman of the planning committee?", "Councillor Innes"),
        ("who chairs planning", "Councillor Innes"),
        ("Who was chairman of planning in March 2026?", "Councillor Dewar"),
        ("Who is vice chair of planning?", "Dunn"),
        ("Who is the planning officer?", "J Webb"),
        ("Who is the chair of governors at Corley?", "Rev. Paul Sims"),
        ("Who is the vice chair of the governors at Corley Primary?", "Hugh Orme"),
    ],
)
def test_the_newest_paper_of_the_body_tells_who_holds_a_post(
    question: str, name: str, assistant: Assistant, minutes: Snapshot
) -> None:
    answer = ask(assistant, minutes, question)
    assert answer.answer and answer.answer.quote == name
    assert not any(notice.kind == "later" for notice in answer.notices)


@pytest.mark.parametrize(
    "question",
    [
        "Who is the mayor of Thornby?",
        "Who is the deputy clerk of Holloway?",
        "Who is the treasurer of the planning committee?",
        "Who is the chairman of the housing committee?",
        "Who is the chair of the Hospital Friends?",
        "Who was the vice chair of planning in 2023?",
        "Who was the secretary of the 2028 Hospital Friends?",
    ],
)
def test_a_post_of_which_no_paper_tells_is_not_answered(question: str, assistant: Assistant, minutes: Snapshot) -> None:
    assert not ask(assistant, minutes, question).answer


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who is the chair of the licensing committee?", "Jo Finch"),
        ("Who is the treasurer of the Hospital Friends?", "Sol Berg"),
        ("Who is the mayor of Holloway?", "Wyatt"),
    ],
)
def test_nobody_of_another_rank_or_office_is_told_alone(
    question: str, name: str, assistant: Assistant, minutes: Snapshot
) -> None:
    answer = ask(assistant, minutes, question).answer
    value = answer.value.text if answer and answer.value else ""
    assert name not in value and (answer is None or answer.quote.removeprefix("Cllr ") != name)


OTHER_BODIES: Mapping[str, str] = {
    "trust.md": (
        "# Corley Academies\nTrustees: minutes of the meeting held on 3 March 2026\n\n"
        "Present: Olive Gant (Chair of Trustees), Ned Poole (Chair of Governors), Ida Frome\n\n"
        "1. Pay. The trustees noted the rise.\n"
    ),
    "hall.md": (
        "# Wick Village Hall Trust\n\nTrustees' meeting, 14 September 2026\n\n"
        "Chair: Nan Price. Treasurer: Fay Ling. Secretary: Kit Doyle.\n"
    ),
}


@pytest.fixture(scope="module")
def of_all(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_papers({**MINUTES, **OTHER_BODIES}, tmp_path_factory.mktemp("all"), assistant.encoder)


@pytest.mark.parametrize("question", ["Who is the chair?", "who is chair", "Who is the chair of governors?"])
def test_papers_of_several_bodies_do_not_tell_surely_who_one_of_none_is(
    question: str, assistant: Assistant, of_all: Snapshot
) -> None:
    answer = ask(assistant, of_all, question)
    assert answer.answer is None or answer.confidence < 0.8


BEFORE: Mapping[str, str] = {
    "hospice.md": (
        "# North Moor Hospice: news\n\nPublished 12 May 2024\n\nJane Rowe became chief executive of North Moor Hospice "
        "on 1 May 2024. She succeeded Mark Lunt, who had led the hospice since 2017.\n"
    ),
    "school.md": (
        "# Fernhill School: our history\n\nDiane Amis became head of Fernhill School in 2019. Her predecessor, "
        "Paul Dunne, had run the school since 2010.\n"
    ),
    "choir.md": (
        "# The Wharf Choir\n\nTess Nolan has been musical director of the Wharf Choir since 2021. Her predecessor, "
        "Hugo Brand, retired after nineteen years.\n"
    ),
    "band.txt": (
        "Coldwell Band: newsletter\n8 July 2026\n\nOur bandmaster Frank Tilly retired on 30 June 2026 after fourteen "
        "years. Nobody has been chosen in his place yet.\n"
    ),
    "theatre.md": (
        "# Playhouse Trust\n\nIris Coe has been artistic director of the Playhouse since 2018. Her predecessor as "
        "chair, Tom Ley, left in 2012.\n"
    ),
    "food-bank.md": (
        "# Dell Food Bank: news\n\nPublished 5 March 2024\n\nOur store manager is Priya Nandra, who lives in Dell. She "
        "took over from Colin Hesketh in May 2022.\n\nMoira Sand is transport lead. She came from a removals firm and "
        "replaced Dev Patel.\n\nPat Ovey keeps the larder. Her predecessor was Gus Thorne.\n"
    ),
    "bowls.md": (
        "# Ferring Bowls Club: news\n\nPublished 12 June 2024\n\n"
        "Len Oakes took over as treasurer from Joan Pryce in 2020.\n"
    ),
}


@pytest.fixture(scope="module")
def before(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_papers(BEFORE, tmp_path_factory.mktemp("before"), assistant.encoder)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who was chief executive of North Moor Hospice in 2019?", "Mark Lunt"),
        ("Who is chief executive of North Moor Hospice?", "Jane Rowe"),
        ("Who was chief executive before Jane Rowe?", "Mark Lunt"),
        ("Who was head of Fernhill School in 2015?", "Paul Dunne"),
        ("Who was head of Fernhill School in 2022?", "Diane Amis"),
        ("Who was musical director of the Wharf Choir in 2010?", "Hugo Brand"),
        ("Who was bandmaster in 2020?", "Frank Tilly"),
        ("Who was the previous store manager of Dell Food Bank?", "Colin Hesketh"),
        ("Who was store manager of Dell Food Bank in 2021?", "Colin Hesketh"),
        ("Who was store manager of Dell Food Bank in 2023?", "Priya Nandra"),
        ("Who was the previous transport lead?", "Dev Patel"),
        ("Who was transport lead before Moira Sand?", "Dev Patel"),
        ("Who is the transport lead?", "Moira Sand"),
        ("Who was the previous treasurer of the bowls club?", "Joan Pryce"),
        ("Who was treasurer of the bowls club in 2018?", "Joan Pryce"),
    ],
)
def test_who_came_before_held_the_post_until_then(
    question: str, name: str, assistant: Assistant, before: Snapshot
) -> None:
    answer = ask(assistant, before, question)
    assert answer.answer and answer.answer.quote == name


@pytest.mark.parametrize(
    "question",
    [
        "Who was chief executive of North Moor Hospice in 2012?",
        "Who was head of Fernhill School in 2005?",
        "Who was musical director of the Wharf Choir in 1995?",
        "Who was bandmaster in 2005?",
        "Who was artistic director of the Playhouse in 2010?",
        "Who was store manager before Colin Hesketh?",
        "Who was transport lead in 2015?",
    ],
)
def test_nobody_is_told_for_a_time_before_the_one_before(question: str, assistant: Assistant, before: Snapshot) -> None:
    assert not ask(assistant, before, question).answer


def test_who_came_before_another_is_no_answer(assistant: Assistant, before: Snapshot) -> None:
    answer = ask(assistant, before, "Who kept the larder before Moira Sand?").answer
    assert answer is None or "Gus Thorne" not in answer.quote, "that one was before Pat Ovey"


def test_the_chair_of_the_trustees_is_not_told_by_a_newer_paper_on_a_committee(
    assistant: Assistant, tmp_path: Path
) -> None:
    papers = {
        "trustees.md": (
            "# Wick Hall Trust\n\nPublished: 3 March 2025\n\nThe chair of the trustees is Ann Roe, who lives in Wick.\n"
        ),
        "finance.md": (
            "# Wick Hall\n\nPublished: 3 June 2026\n\nCommittees\n\n"
            "Finance. The committee met in the library. Bo Tan (chair) and Cy Ould were there.\n"
        ),
    }
    answer = ask(assistant, open_papers(papers, tmp_path, assistant.encoder), "Who is the chair?")
    assert answer.answer and answer.answer.quote == "Ann Roe"
