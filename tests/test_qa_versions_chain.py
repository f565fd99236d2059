"""The chain of a document's editions: which is in force, what it replaces, and what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

import pytest

from index.encoder import HashingEncoder
from index.snapshot import Snapshot
from qa.pipeline import Assistant
from qa.request import AskRequest
from qa.versions.chain import chain_of, changes, holds_rules, other_editions_of
from tests.builds import open_papers

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
PLAIN = Assistant(HashingEncoder(), answer_confidence=0)
RULES = (
    "Staff may claim {rate} a mile for a car. Hotels in London are paid up to {hotel} a night. Claims are made by form."
)
OLD = {"title": "Travel policy 2019", "published": "2019-04-01", "text": RULES.format(rate="45p", hotel="£120")}
NEW = {"title": "Travel policy", "published": "2023-04-01", "text": RULES.format(rate="52p", hotel="£165")}
DRAFT = {
    "title": "Travel policy: draft for consultation",
    "published": "2025-01-10",
    "text": "From 2026 staff would be able to claim 60p a mile.",
}
TODAY = date(2026, 11, 27)


def chain(snapshot: Snapshot, index: int = 0) -> list[str]:
    found = chain_of(snapshot, snapshot.document_meta(index))
    return [one.title for one in found.editions] if found else []


def notices(snapshot: Snapshot, question: str) -> list[str]:
    answer = PLAIN.ask(snapshot, AskRequest(question, today=TODAY))
    return [notice.text for notice in answer.notices if notice.kind == "superseded"]


def test_editions_have_one_name_and_nearly_one_text_or_one_is_a_draft(snapshot_of: Made) -> None:
    snapshot = snapshot_of((OLD, NEW, DRAFT))
    assert chain(snapshot) == [DRAFT["title"], NEW["title"], OLD["title"]] == chain(snapshot, 1)
    found = chain_of(snapshot, snapshot.document_meta(0))
    assert found and found.in_force(TODAY).title == NEW["title"], "a draft is never in force"
    before = found.before(found.in_force(TODAY))
    assert before and before.title == OLD["title"]


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Parking policy"},
        {"published": ""},
        {"published": "2019-04-01"},
        {"source": "Marlow Council"},
        {"text": "The committee met. The minutes were agreed. The fair was put off."},
    ],
)
def test_other_documents_are_no_editions(snapshot_of: Made, other: Mapping[str, str]) -> None:
    made = {name: value for name, value in {**NEW, **other}.items() if value}
    assert chain(snapshot_of((OLD, made))) == []


def test_a_text_that_says_what_it_replaces_is_an_edition_of_it(snapshot_of: Made) -> None:
    other = {**NEW, "text": "This replaces the policy of 2019. Trains are booked by the office."}
    assert chain(snapshot_of((OLD, other))) == [NEW["title"], OLD["title"]]


def test_minutes_of_two_meetings_are_no_editions_and_the_older_tell_what_held_before(snapshot_of: Made) -> None:
    papers = [
        {"title": "Council minutes", "published": f"{year}-05-12", "text": f"The clerk may spend {most} on an item."}
        for year, most in (("2025", "£1,500"), ("2026", "£2,000"))
    ]
    snapshot = snapshot_of(papers)
    assert not chain(snapshot) and not notices(snapshot, "How much may the clerk spend on an item?")
    answer = PLAIN.ask(snapshot, AskRequest("How much may the clerk spend on an item?", today=TODAY))
    assert answer.answer and "£2,000" in answer.answer.sentence.text
    assert [(one.relation, one.quote) for one in answer.alternatives] == [("earlier", papers[0]["text"])]


def test_reports_of_two_inspections_are_no_editions(snapshot_of: Made) -> None:
    papers = [{**one, "title": "Inspection of Moor Lane School"} for one in (OLD, NEW)]
    assert chain(snapshot_of(papers)) == []


def test_rules_of_another_time_are_looked_for_only_where_some_are_held(snapshot_of: Made) -> None:
    minutes = {**OLD, "title": "Council minutes", "text": "The clerk may spend £1,500 on an item."}
    undated = {"title": "Pool", "text": "It is warm."}
    assert not holds_rules(snapshot_of([minutes, undated]))
    assert all(holds_rules(snapshot_of([minutes, one])) for one in (OLD, {**OLD, "title": "Pool"}))


def test_an_answer_says_which_edition_it_replaces_and_what_changed_here(snapshot_of: Made) -> None:
    [said] = notices(snapshot_of((OLD, NEW)), "How much may staff claim a mile for a car?")
    assert said == "This is the edition of 1 April 2023. It replaces that of 1 April 2019: “45p” became “52p”."
    [same] = notices(snapshot_of((OLD, NEW)), "How are claims made?")
    assert same.endswith(": nothing changed here.")


def test_an_earlier_edition_and_a_draft_say_which_one_is_in_force(snapshot_of: Made) -> None:
    snapshot = snapshot_of((OLD | {"text": OLD["text"] + " Taxis are never paid."}, NEW, DRAFT))
    [old] = notices(snapshot, "Are taxis paid?")
    assert old.endswith("of 1 April 2019. The edition in force, of 1 April 2023, has no sentence like this.")
    [draft] = notices(snapshot, "What could staff claim by the draft from 2026?")
    assert draft.startswith("This is a draft, of 10 January 2025. The edition in force, of 1 April 2023, ")


LEAFLET = """# Using the lido

## Prices

| Ticket | Peak | Off peak |
|---|---|---|
| Adult | {adult} | £3.90 |
| {other} | £3.60 | £2.90 |

## Lessons

- Beginners: {beginners} for ten lessons
- Adults: £50 for eight lessons

## Lockers

A locker takes a £1 coin, and keys that are lost
cost {key}.
"""
LEAFLETS = tuple(
    {"title": "Using the lido", "published": day, "text": LEAFLET.format(**told)}
    for day, told in (
        ("2025-04-01", {"adult": "£4.80", "other": "Senior", "beginners": "£42", "key": "£5"}),
        ("2026-04-01", {"adult": "£5.20", "other": "Junior", "beginners": "£46", "key": "£8"}),
    )
)


@pytest.mark.parametrize(
    ("question", "changed"),
    [
        ("How much is an adult ticket?", ": “£4.80” became “£5.20”"),
        ("How much is a junior ticket?", ""),
        ("What do beginners pay for ten lessons?", ": “£42” became “£46”"),
        ("What does a lost locker key cost?", ": “£5” became “£8”"),
    ],
)
def test_what_changed_in_a_leaflet_is_told_of_the_same_matter_or_not_at_all(
    snapshot_of: Made, question: str, changed: str
) -> None:
    [told] = notices(snapshot_of(LEAFLETS), question)
    assert told == f"This is the edition of 1 April 2026. It replaces that of 1 April 2025{changed}."


def test_what_changed_is_told_word_by_word() -> None:
    assert changes("It costs 45p a mile", "It costs 52p a mile") == "“45p” became “52p”"
    assert changes("It is free", "It is free today") == "“today” was added"
    assert changes("It is very free", "It is free") == "“very” was left out"
    assert changes("It is free", "It is free") == "" == changes("It is free.", "It is free")
    assert changes("Ask by 30 June, in person.", "Ask by 31 July; in person.") == "“30 June” became “31 July”"
    assert changes("7am to 8pm", "6.30am to 8pm") == "“7am” became “6.30am”"
    assert changes("a b c d e f g h", "1 b 2 d 3 f 4 h").endswith("and 1 more")


def test_the_other_editions_are_told_with_what_they_are(snapshot_of: Made) -> None:
    snapshot = snapshot_of((OLD, NEW, DRAFT))
    told = [(one.title, called) for one, called in other_editions_of(snapshot, snapshot.document_meta(0), TODAY)]
    assert told == [(DRAFT["title"], "not in force"), (NEW["title"], "in force")]
    assert [called for _, called in other_editions_of(snapshot, snapshot.document_meta(1), TODAY)] == [
        "not in force",
        "earlier",
    ]
    assert other_editions_of(snapshot, None, TODAY) == ()


def test_an_edition_to_come_is_not_in_force_before_its_day(snapshot_of: Made) -> None:
    body = "Approved on 3 October 2026. In force from 1 May 2027.\n\n" + RULES.format(rate="60p", hotel="£180")
    coming = {"title": "Travel policy", "published": "2026-10-03", "text": body}
    snapshot = snapshot_of((OLD, NEW, coming))
    found = chain_of(snapshot, snapshot.document_meta(0))
    assert found and found.in_force(TODAY).day == date(2023, 4, 1).toordinal()
    assert found.in_force(date(2027, 5, 1)).day == date(2026, 10, 3).toordinal()
    told = [called for _, called in other_editions_of(snapshot, snapshot.document_meta(1), TODAY)]
    assert told == ["in force from 1 May 2027", "earlier"]
    assert notices(snapshot, "How much can staff claim a mile?")[-1] == (
        "The edition that holds from 1 May 2027, of 3 October 2026, says here: “Staff may claim 60p a mile for a car”."
    )


PIER = """{head}

{held}

Boats up to six metres, per night: {night}

Use of the crane: {crane}

Dogs go free.
"""
PIER_TABLE = """# Wick Pier Trust

## Scale of Charges 2026/27

In force from 1 April 2026 until 31 March 2027. Agreed by the trustees on 3 February 2026.

| Charge | Amount |
|---|---|
| Boats up to six metres, per night | £9.50 |
| Use of the crane | £40 |
"""
NOTICE = "# Wick Pier Trust\n\n## Notice to skippers 4 of 2026\n\n3 May 2026\n\nThe crane is out of use until June.\n"


def pier(years: str, since: int, night: str, crane: str, head: str = "WICK PIER TRUST\nScale of Charges") -> str:
    held = f"In force from 1 April {since} until 31 March {since + 1}. Agreed by the trustees on 6 February {since}."
    return PIER.format(head=f"{head} {years}", held=held, night=night, crane=crane)


CHARGES = {
    "a-2024.txt": pier("2024/25", 2024, "£8", "£30"),
    "b-2025.txt": pier("2025/26", 2025, "£8.75", "£35"),
    "c-2026.md": PIER_TABLE,
    "d-notice.md": NOTICE,
}


def test_editions_are_one_whatever_their_format_and_capitals(tmp_path: Path) -> None:
    snapshot = open_papers(CHARGES, tmp_path, HashingEncoder())
    found = chain_of(snapshot, snapshot.document_meta(0))
    assert found and [one.id for one in found.editions] == ["c-2026.md", "b-2025.txt", "a-2024.txt"]
    [told] = notices(snapshot, "Boats up to six metres, per night 2024?")
    assert told == ("The edition in force, of 3 February 2026, says here: “Boats up to six metres, per night; £9.50”.")


def test_an_edition_that_is_over_is_not_called_the_one_in_force(tmp_path: Path) -> None:
    snapshot = open_papers(dict(list(CHARGES.items())[:2]), tmp_path, HashingEncoder())
    [told] = notices(snapshot, "Use of the crane 2024?")
    assert told == (
        "The newest one here, of 6 February 2025, says here: “Use of the crane: £35”. It held until 31 March 2026."
    )
    called = [called for _, called in other_editions_of(snapshot, snapshot.document_meta(0), TODAY)]
    assert called == ["in force until 31 March 2026"]


def test_what_an_edition_replaces_is_not_told_of_its_own_days(tmp_path: Path) -> None:
    snapshot = open_papers(CHARGES, tmp_path, HashingEncoder())
    [told] = notices(snapshot, "When were the charges agreed by the trustees?")
    assert told == "This is the edition of 3 February 2026. It replaces that of 6 February 2025."


def test_a_row_that_was_a_line_is_told_whole(tmp_path: Path) -> None:
    [told] = notices(open_papers(CHARGES, tmp_path, HashingEncoder()), "What does use of the crane cost?")
    assert told.endswith("It replaces that of 6 February 2025, which says here: “Use of the crane: £35”.")


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("Mill Lane College: Attendance Policy 2023", "Attendance Policy", True),
        ("ATTENDANCE POLICY - 2023", "Attendance policy", True),
        ("Hire charges 2025", "Charges for hire: 2026", True),
        ("Charges for hire of boats 2025", "Charges for hire of halls 2026", False),
        ("Attendance policy 2023", "Staff attendance policy", False),
    ],
)
def test_editions_may_be_called_in_other_order_case_and_marks(
    snapshot_of: Made, one: str, other: str, is_one: bool
) -> None:
    papers = [
        {"title": one, "published": "2023-04-01", "source": "MILL LANE COLLEGE", "text": "It costs £4 a day."},
        {"title": other, "published": "2026-04-01", "source": "Mill Lane College", "text": "We ask for £6 daily."},
    ]
    assert bool(chain(snapshot_of(papers))) is is_one


def standard(body: str, since: str, called: str = "Repairs Standard") -> str:
    return f"# {body}: {called}\n\n{since}\n\n## Classes\n\n{{}}\n"


URGENT = "Urgent repairs are done in seven working days."
OF_2021 = standard("Tidewick Homes", "In force from 1 May 2021").format(
    "Urgent repairs are done in seven working days."
)
OF_2025 = standard("Tidewick Homes", "Version 4, in force from 1 November 2025").format(
    "We fix what is urgent within 3 working days. Damp is inspected within a fortnight."
)


def test_papers_of_one_name_that_say_from_when_they_are_in_force_are_editions(tmp_path: Path) -> None:
    papers = {"new.md": OF_2025, "old.md": OF_2021}
    snapshot = open_papers(papers, tmp_path, HashingEncoder())
    found = chain_of(snapshot, snapshot.document_meta(0))
    assert found and [one.id for one in found.editions] == ["new.md", "old.md"]
    answer = PLAIN.ask(snapshot, AskRequest("Urgent repairs are done in how many working days now?", today=TODAY))
    assert not any("as of" in notice.text for notice in answer.notices)


@pytest.mark.parametrize(
    "other",
    [
        standard("Marlow Homes", "In force from 1 May 2021").format(URGENT),
        standard("Tidewick Homes", "In force from 1 May 2021", "Lettings Standard").format("We let homes by need."),
        standard("Tidewick Homes", "Met on 1 May 2021").format("The panel looked at urgent repairs."),
    ],
)
def test_papers_of_another_body_or_name_or_without_such_a_day_are_no_editions(tmp_path: Path, other: str) -> None:
    snapshot = open_papers({"new.md": OF_2025, "other.md": other}, tmp_path, HashingEncoder())
    assert chain_of(snapshot, snapshot.document_meta(0)) is None


VISITS_2024 = (
    "# Visiting us: a guide for families\n\nLeaflet PI-31, version 4. Published 2 February 2024.\n\nCome at 2pm.\n"
)
VISITS_2026 = "# Visiting us\n\nLeaflet PI-31, version 5. Published 17 June 2026.\n\nThe wards are open from 11am.\n"


@pytest.mark.parametrize(
    ("other", "is_edition"),
    [
        (VISITS_2026, True),
        (VISITS_2026.replace("PI-31", "PI-32"), False),
        (VISITS_2026.replace("version 5", "version 4"), False),
        (VISITS_2026.replace("Leaflet PI-31, version 5. ", ""), False),
        (VISITS_2026.replace("# Visiting us", "# Parking at the wards"), False),
    ],
)
def test_papers_that_print_one_reference_with_another_version_are_editions(
    tmp_path: Path, other: str, is_edition: bool
) -> None:
    snapshot = open_papers({"new.md": other, "old.md": VISITS_2024}, tmp_path, HashingEncoder())
    for document in snapshot.metadata:
        found = chain_of(snapshot, document)
        editions = [one.id for one in found.editions] if found else []
        assert editions == (["new.md", "old.md"] if is_edition else [])
