"""What is so now is told by documents in force; what an old policy said, by the one that is withdrawn."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from index.snapshot import Snapshot
from qa.pipeline import Assistant
from qa.request import AskRequest
from tests.builds import open_papers

PAPERS = {
    "dogs-2021-superseded.md": (
        "# Animals policy\n\n**Quay Homes** – March 2021\n\n## 2. Dogs\n\n"
        "2.1 Tenants may keep up to three dogs. Permission is not needed.\n\n"
        "2.2 A deposit of £50 is paid for each dog.\n\n"
        "## 3. Hens\n\n3.1 Up to ten hens may be kept in the yard behind Mill Row.\n"
    ),
    "pets-2025.md": (
        "# Pets in your home\n\n**Quay Homes** – in force from 1 May 2025\n\n## 2. Dogs\n\n"
        "2.1 Tenants may keep up to two dogs if they ask us first in writing.\n\n"
        "2.2 A deposit of £80 is paid for each dog.\n"
    ),
    "leave.md": (
        "# Annual leave\n\nDraft for consultation\n\nStaff would get 30 days of annual leave a year. "
        "Carers would get five more days.\n"
    ),
    "holidays.md": "# Holidays of staff\n\nStaff get 26 days of annual leave a year.\n",
    "clinic.md": "# Consultation fees\n\nA letter costs £20. Appointments last 25 minutes.\n",
    "minutes.md": "# Minutes of Moor Council\n\nDraft\n\n3. A bench for the green costs £900 and will be bought.\n",
}


@pytest.fixture(scope="module")
def snapshot(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_papers(PAPERS, tmp_path_factory.mktemp("standing"), assistant.encoder)


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("How many dogs may a tenant keep?", "two dogs"),
        ("How much is the deposit for a dog?", "£80"),
        ("How many days of annual leave do staff get a year?", "26 days"),
        ("Under the old animals policy, how many dogs could tenants keep?", "three dogs"),
        ("How much was the deposit for a dog under the previous policy?", "£50"),
        ("How many days of annual leave would staff get in the draft?", "30 days"),
        ("How long does an appointment last?", "25 minutes"),
        ("How much does the bench for the green cost?", "£900"),
    ],
)
def test_what_answers_has_the_standing_that_is_asked_for(
    assistant: Assistant, snapshot: Snapshot, question: str, quote: str
) -> None:
    answer = assistant.ask(snapshot, AskRequest(question, today=date(2026, 11, 27)))
    assert answer.answer and quote in answer.answer.sentence.text


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("How many hens may be kept in the yard behind Mill Row?", "Animals policy"),
        ("How many more days do carers get?", "Annual leave"),
    ],
)
def test_what_only_a_withdrawn_or_a_draft_document_says_is_no_answer_for_now(
    assistant: Assistant, snapshot: Snapshot, question: str, title: str
) -> None:
    answer = assistant.ask(snapshot, AskRequest(question, today=date(2026, 11, 27)))
    assert answer.answer is None
    said = f"The words that were found are of “{title}”, which is no longer in force or only a draft."
    assert answer.reason_text.startswith(said)
    assert answer.passages[0].citation.title == title


COMING = {
    "smoking-2026.md": (
        "# Smoke-free grounds\n\nAdopted 3 November 2026. It takes effect on 1 January 2027.\n\n"
        "Smoking is not allowed anywhere in the grounds. Fines are £80.\n"
    ),
    "smoking-2021.md": (
        "# Smoking in the grounds\n\nAdopted 6 May 2021\n\n"
        "Smoking is allowed in the shelter by the east gate. Fines are £30.\n"
    ),
    "carers-2026.md": (
        "# Leave for carers\n\nIssued 10 November 2026. In force from 1 February 2027.\n\n"
        "Carers may take 10 days of paid leave a year.\n"
    ),
    "carers-2023.md": "# Leave for carers\n\nIssued 2 June 2023.\n\nCarers may take 5 days of paid leave a year.\n",
    "bikes.md": (
        "# Bicycle scheme\n\nThis scheme applies from 1 April 2027.\n\nStaff may borrow up to £900 for a bicycle.\n"
    ),
}


@pytest.fixture(scope="module")
def coming(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_papers(COMING, tmp_path_factory.mktemp("coming"), assistant.encoder)


@pytest.mark.parametrize(
    ("question", "today", "quote"),
    [
        ("What is the fine for smoking in the grounds?", date(2026, 11, 27), "£30"),
        ("What is the fine for smoking in the grounds?", date(2027, 1, 1), "£80"),
        ("Can people smoke in the grounds?", date(2026, 11, 27), "allowed in the shelter"),
        ("Can people smoke in the grounds from January?", date(2026, 11, 27), "not allowed"),
        ("How many days of paid leave do carers get?", date(2026, 11, 27), "5 days"),
        ("How many days of paid leave do carers get?", date(2027, 2, 1), "10 days"),
        ("How many days of paid leave will carers get?", date(2026, 11, 27), "10 days"),
        ("When does the bicycle scheme come into force?", date(2026, 11, 27), "1 April 2027"),
        ("How much may staff borrow for a bicycle?", date(2027, 4, 1), "£900"),
    ],
)
def test_a_paper_that_holds_from_a_day_to_come_does_not_tell_what_is_so_now(
    assistant: Assistant, coming: Snapshot, question: str, today: date, quote: str
) -> None:
    answer = assistant.ask(coming, AskRequest(question, today=today))
    assert answer.answer and quote in answer.answer.quote


def test_where_only_a_paper_to_come_tells_it_that_is_said(assistant: Assistant, coming: Snapshot) -> None:
    answer = assistant.ask(coming, AskRequest("How much may staff borrow for a bicycle?", today=date(2026, 11, 27)))
    assert answer.answer is None
    assert "1 April 2027" in answer.reason_text


EDITIONS = {
    "guests-2019.md": (
        "# Birchway Almshouses: Guests policy\n\nIssued October 2019.\n\n- Guests may not stay overnight.\n"
        "- Bicycles may not be brought into the hall.\n- Two guests at a time.\n- Hot plates may not be used.\n"
    ),
    "guests-2024.md": (
        "# Birchway Almshouses: Guests policy\n\nIssued in March 2024.\n\n"
        "- A guest may stay up to three nights in the guest room.\n- Bicycles are kept in the hall rack.\n"
        "- Six guests at a time.\n- Hot plates may be used from 8am to 8pm.\n"
    ),
    "report-2019.md": (
        "# Birchway Almshouses: Annual report\n\nIssued October 2019.\n\nThe garden has a pond with forty carp.\n"
    ),
    "report-2024.md": "# Birchway Almshouses: Annual report\n\nIssued March 2024.\n\nThe roof was mended for £8,100.\n",
}


@pytest.fixture(scope="module")
def editions(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_papers(EDITIONS, tmp_path_factory.mktemp("editions"), assistant.encoder)


@pytest.mark.parametrize(
    ("question", "quote", "earlier"),
    [
        ("can i bring my bicycle into the hall", "hall rack", "may not be brought"),
        ("may hot plates be used", "from 8am to 8pm", "may not be used"),
    ],
)
def test_a_policy_takes_the_place_of_an_older_one_in_whatever_words(
    assistant: Assistant, editions: Snapshot, question: str, quote: str, earlier: str
) -> None:
    answer = assistant.ask(editions, AskRequest(question, today=date(2026, 11, 27)))
    assert answer.answer and quote in answer.answer.quote
    assert any(earlier in other.quote for other in answer.alternatives)


def test_where_the_newer_one_does_not_surely_say_it_the_older_is_no_surer_than_not(
    assistant: Assistant, editions: Snapshot
) -> None:
    answer = assistant.ask(editions, AskRequest("can guests stay overnight", today=date(2026, 11, 27)))
    assert answer.answer and answer.answer.quote == "Guests may not stay overnight" and answer.confidence == 0.5
    assert [notice.kind for notice in answer.notices] == ["superseded"]


def test_reports_of_several_years_do_not_take_each_others_place(assistant: Assistant, editions: Snapshot) -> None:
    answer = assistant.ask(editions, AskRequest("How many carp has the pond?", today=date(2026, 11, 27)))
    assert answer.answer and answer.answer.quote == "forty" and answer.confidence > 0.5


RULES = {
    "hens-2022.md": (
        "# Pellow Town Council: Allotment policy\n\nAdopted 14 March 2022. In force from 1 April 2022.\n\n"
        "4. Hens may be kept, up to six on a plot.\n\n6. Bonfires are allowed from 1 November to 28 February only.\n"
    ),
    "hens-2025.md": (
        "# Pellow Town Council: Allotment policy\n\nAdopted 10 February 2025. In force from 1 April 2025.\n\n"
        "4. Hens may be kept, up to eight on a plot.\n\n6. Bonfires are not allowed at any time.\n"
    ),
    "market.md": "# Pellow market\n\nPublished 2 May 2026\n\nA stall on the market is £17 a day.\n",
}


@pytest.fixture(scope="module")
def rules(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_papers(RULES, tmp_path_factory.mktemp("rules"), assistant.encoder)


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("how many hens per plot in 2023", "six"),
        ("were bonfires allowed on allotments in 2023", "1 November to 28 February"),
    ],
)
def test_what_was_so_in_a_year_is_told_by_the_edition_in_force_then(
    assistant: Assistant, rules: Snapshot, question: str, quote: str
) -> None:
    answer = assistant.ask(rules, AskRequest(question, today=date(2026, 11, 27)))
    assert answer.answer and quote in answer.answer.quote and answer.question == question
    assert answer.answer.document_id == "hens-2022.md" and "held" in [notice.kind for notice in answer.notices]
    assert answer.interpretation and [period.text for period in answer.interpretation.periods] == ["2023"]


@pytest.mark.parametrize(
    "question",
    ["how many hens per plot in 2019", "What was a stall on the market in 2023?", "how many goats per plot in 2023"],
)
def test_before_the_first_edition_and_of_no_rule_nothing_is_told(
    assistant: Assistant, rules: Snapshot, question: str
) -> None:
    assert assistant.ask(rules, AskRequest(question, today=date(2026, 11, 27))).answer is None


TO_COME = {
    "lone.md": (
        "# Lone working policy\n\nApproved 4 November 2026. In force from 1 January 2027.\n\n"
        "Staff who work alone must check in every two hours by text message.\n\n"
        "Contact: Dee Marsh, safety officer, 01632 960441.\n\n"
        "The policy was drawn up by a group of seven staff who met in September 2026.\n"
    )
}


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("When does the lone working policy start?", "1 January 2027"),
        ("From when is the lone working policy in force?", "1 January 2027"),
        ("Who do I contact about lone working?", "Dee Marsh"),
        ("How many staff drew up the lone working policy?", "seven"),
        ("How often must lone workers check in?", None),
    ],
)
def test_a_paper_to_come_tells_its_start_its_contacts_and_what_was_done(
    question: str, quote: str | None, assistant: Assistant, tmp_path: Path
) -> None:
    snapshot = open_papers(TO_COME, tmp_path, assistant.encoder)
    answer = assistant.ask(snapshot, AskRequest(question, today=date(2026, 11, 29))).answer
    assert (answer is None) if quote is None else (answer is not None and quote in answer.quote)


ATTENDANCE = {
    "leave-2023.md": (
        "# Marlow College: Attendance policy\n\nEdition of September 2023.\n\n"
        "We expect every student to attend at least 90% of lessons.\n\nAbsence must be reported by telephone.\n"
    ),
    "leave-2026.md": (
        "# Marlow College: Attendance policy\n\nEdition of September 2026.\n\n"
        "We expect every student to attend at least 92% of lessons.\n\nAbsence must be reported through the app.\n"
    ),
}


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("What attendance is expected of students?", "92%"),
        ("What attendance was expected of students in 2024?", "90%"),
        ("How must absence be reported in 2024?", "telephone"),
        ("What attendance was expected of students in 2021?", None),
    ],
)
def test_the_sentence_in_the_place_of_what_answers_now_answered_then(
    question: str, quote: str | None, assistant: Assistant, tmp_path: Path
) -> None:
    snapshot = open_papers(ATTENDANCE, tmp_path, assistant.encoder)
    answer = assistant.ask(snapshot, AskRequest(question, today=date(2026, 11, 29))).answer
    assert (answer is None) if quote is None else (answer is not None and quote in answer.quote)


def test_an_edition_of_this_month_is_in_force(assistant: Assistant, tmp_path: Path) -> None:
    snapshot = open_papers(ATTENDANCE, tmp_path, assistant.encoder)
    asked = AskRequest("What attendance is expected of students?", today=date(2026, 9, 12))
    answer = assistant.ask(snapshot, asked).answer
    assert answer is not None and "92%" in answer.quote


def report(place: str, year: int, said: str) -> str:
    return (
        f"# Inspection of {place} Council children's services\n\nInspection dates: 3 to 14 March {year}\n\n"
        f"## What needs to improve in {place} Council?\n\n{said}\n\n## Help and protection\n\n"
        f"Social workers know children in {place} well.\n"
    )


PLACES = ("Ashby", "Birchwick", "Corley", "Denholm", "Elmstead", "Fenwick", "Garth", "Holmby", "Iverley", "Jarrowby")
REPORTS = {
    **{
        f"{place.lower()}.md": report(place, 2022, f"- {place} must improve its plans\n- {place} must improve visits")
        for place in PLACES
    },
    "ashby-2014.md": report(
        "Ashby", 2014, "- Ashby must improve the thresholds for early help\n- Ashby must improve its contingency plans"
    ).replace("know children", "look after 41 children"),
}


@pytest.fixture(scope="module")
def reports(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_papers(REPORTS, tmp_path_factory.mktemp("reports"), assistant.encoder)


def test_of_several_reports_on_one_body_the_newest_tells_what_is_so_now(
    assistant: Assistant, reports: Snapshot
) -> None:
    assert reports.catalogue.is_series
    asked = AskRequest("What must Ashby improve?", today=date(2026, 11, 29))
    answer = assistant.ask(reports, asked)
    assert answer.answer and answer.answer.document_id == "ashby.md"
    then = assistant.ask(reports, AskRequest("What did Ashby have to improve in 2014?", today=date(2026, 11, 29)))
    assert then.answer and then.answer.document_id == "ashby-2014.md" and then.confidence > 0.5


def test_what_only_an_older_report_tells_is_no_surer_than_not(assistant: Assistant, reports: Snapshot) -> None:
    asked = AskRequest("How many children do social workers look after in Ashby?", today=date(2026, 11, 29))
    answer = assistant.ask(reports, asked)
    assert answer.answer and answer.answer.document_id == "ashby-2014.md" and answer.confidence <= 0.5
    assert any("14 March 2014" in notice.text for notice in answer.notices)


VERSIONS = {
    "lock-2.md": (
        "# Harbour Lock Console: operator's guide, version 2\n\nPublished 14 March 2023.\n\n"
        "## Keys\n\nA key lasts 24 months. Up to five keys can be active at once.\n"
    ),
    "lock-3.md": (
        "# Harbour Lock Console: operator's guide, version 3\n\nPublished 2 September 2025.\n\n"
        "Version 2 keys do not work with version 3.\n\n"
        "## Keys\n\nA key lasts 12 months. Up to ten keys can be active at once.\n"
    ),
}


@pytest.fixture(scope="module")
def versions(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_papers(VERSIONS, tmp_path_factory.mktemp("versions"), assistant.encoder)


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("How many keys can be active at once in version 2?", "five"),
        ("how long does a key last in version 2", "24 months"),
        ("How many keys can be active at once in version 3?", "ten"),
        ("How many keys can be active at once?", "ten"),
        ("How many keys can be active at once now?", "ten"),
    ],
)
def test_the_edition_that_a_question_names_by_its_number_answers(
    assistant: Assistant, versions: Snapshot, question: str, quote: str
) -> None:
    answer = assistant.ask(versions, AskRequest(question, today=date(2026, 11, 27))).answer
    assert answer and quote in answer.quote
