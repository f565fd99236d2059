"""Of a table's row the cell that is asked for is quoted, in the row that is of the time asked about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from corpus.document import Part, Passage
from index.snapshot import Snapshot
from qa.passages.asked import Asked
from qa.query import understand
from qa.rows.quotes import of_row, timed_row

TABLE = "From | Adults | Children\n1 April 2024 | £4 | £2\n1 April 2026 | £5 | £3\n1 April 2027 | £6 | £4"
PASSAGE = Passage(
    "prices",
    0,
    len(TABLE),
    TABLE,
    "Prices",
    None,
    None,
    "",
    tuple(Part(*line.span(), "table_row", line.start() == 0) for line in re.finditer(r"[^\n]+", TABLE)),
)
ROWS = [(part.start, part.end) for part in PASSAGE.parts]


@pytest.fixture
def snapshot(snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot]) -> Snapshot:
    return snapshot_of(({"title": "Prices", "text": TABLE},))


def asked(snapshot: Snapshot, question: str) -> Asked:
    return Asked(snapshot, understand(question, snapshot, today=date(2026, 11, 27)))


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("How much do adults pay?", 2),
        ("How much did adults pay in 2025?", 1),
        ("How much did adults pay before April 2026?", 1),
        ("How much do adults pay from May 2027 to June 2027?", 3),
    ],
)
def test_the_row_of_the_time_is_quoted_whichever_was_read(snapshot: Snapshot, question: str, row: int) -> None:
    for read in ROWS[1:]:
        assert timed_row(asked(snapshot, question), PASSAGE, read) == ROWS[row]
        quote, sentence = of_row(asked(snapshot, question), PASSAGE, read, read, ROWS)
        assert sentence == ROWS[row] and TABLE[slice(*quote)].startswith("£")


@pytest.mark.parametrize(
    "question",
    [
        "How much did adults pay?",
        "What did adults pay at first?",
        "List all prices for adults",
        "When did the price for adults change?",
        "How much did adults pay in 2019?",
        "Do adults pay £5?",
    ],
)
def test_no_row_is_of_a_time_that_is_not_told(snapshot: Snapshot, question: str) -> None:
    assert timed_row(asked(snapshot, question), PASSAGE, ROWS[1]) is None


@pytest.mark.parametrize(
    ("question", "row", "quoted"),
    [
        ("How much is the Pod?", "Pod | 12 | £8", "£8"),
        ("How much is the Pod?", "Pod | 12 | £8 | £18", "Pod | 12 | £8 | £18"),
        ("How many fit into the Pod?", "Pod | 12 | £8", "12"),
    ],
)
def test_a_price_is_quoted_where_it_is_asked_how_much_something_is(
    snapshot: Snapshot, question: str, row: str, quoted: str
) -> None:
    passage = Passage("rooms", 0, len(row), row, "Rooms", None, None, "", (Part(0, len(row), "table_row", False),))
    start = row.index("12")
    quote, _ = of_row(asked(snapshot, question), passage, (start, start + 2), (0, len(row)), [(0, len(row))])
    assert row[slice(*quote)] == quoted


def test_the_number_of_the_column_that_is_asked_for_is_quoted_and_no_price(snapshot: Snapshot) -> None:
    table = "Van | Load in tonnes | Hire a day\nVan A | 3 | £40\nVan B | 12 | £80"
    parts = tuple(Part(*line.span(), "table_row", line.start() == 0) for line in re.finditer(r"[^\n]+", table))
    passage = Passage("vans", 0, len(table), table, "Vans", None, None, "", parts)
    row, start = (parts[2].start, parts[2].end), table.index("12")
    quote, _ = of_row(asked(snapshot, "How much is the load of Van B?"), passage, (start, start + 2), row, [row])
    assert table[slice(*quote)] == "12"


FEES = (
    "Service | Detail | 2025/26 | 2026/27 | Note\n"
    "Pests | Rats | Free | £35 | Free for tenants\n"
    "Pests | Wasps | £62 | £65 | Second nest half price\n"
    "Parking | Carer | Free | Free | Letter from a doctor needed\n"
    "Parking | First car | £45 | £48 | Zone A and B only"
)
BUDGET = "Service | Budget | Spent | Variance\nHousing | 340 | 390 | 50 over\nPlanning | 120 | 110 | 10 under"
MEASURES = "Measure | Target | Result | On track\nWaste recycled | 52% | 49% | No\nCalls answered | 90% | 94% | Yes"
ACTIONS = "No. | Action | Who | By when\n1 | Mend the roof | Works team | May\n2 | Paint the gate | Ada Moor | June"
CLOSED = "Area | Shut from | Reopens | Why\nCafé | 29 June | 1 July | new kitchen\nHall | 6 July | 9 July | carpets"
FINES = "What | Charge | Most that is charged\nRecalled book | £2 a day | £30\nLaptop | £5 an hour | £60"
DUTIES = "Item | Landlord | Tenant\nBoiler | ✓ |\nLight bulbs | | ✓\nGutters | ✓ | ✓"
CAME = "Member | April | May\nAda Moor | ✓ |\nBo Tan | | ✓"
HALLS = "Hall | Seats | Ramp\nMarlow | 40 | No\nGarnet | 60 | Yes"


@pytest.mark.parametrize(
    ("question", "table", "row", "quoted"),
    [
        ("Do tenants have to pay for rats?", FEES, 1, "Free for tenants"),
        ("What do tenants pay for rats?", FEES, 1, "Free for tenants"),
        ("How much is it for rats?", FEES, 1, "£35"),
        ("How much is a second wasps' nest?", FEES, 2, "Second nest half price"),
        ("How much is it for wasps?", FEES, 2, "£65"),
        ("Do I need a letter to park as a carer?", FEES, 3, "Letter from a doctor needed"),
        ("How much does it cost to park a first car in zone A?", FEES, 4, "£48"),
        ("How much is housing over budget?", BUDGET, 1, "50 over"),
        ("How far is planning under its budget?", BUDGET, 2, "10 under"),
        ("What is the budget for housing?", BUDGET, 1, "340"),
        ("Is the target for waste recycled met?", MEASURES, 1, "No"),
        ("Are calls answered on track?", MEASURES, 2, "Yes"),
        ("What is the target for waste recycled?", MEASURES, 1, "52%"),
        ("Who replaces light bulbs?", DUTIES, 2, "✓"),
        ("Who has to mend the boiler?", DUTIES, 1, "✓"),
        ("Who cleans the gutters?", DUTIES, 3, "Gutters | ✓ | ✓"),
        ("Who came in May?", CAME, 1, "Ada Moor | ✓ |"),
        ("Why is the café shut?", CLOSED, 1, "new kitchen"),
        ("What is the reason for the hall being shut?", CLOSED, 2, "carpets"),
        ("Does Marlow have a ramp?", HALLS, 1, "No"),
        ("Who has to mend the roof?", ACTIONS, 1, "Works team"),
        ("Who is responsible for painting the gate?", ACTIONS, 2, "Ada Moor"),
    ],
)
def test_the_cell_that_says_what_is_asked_is_quoted(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot], question: str, table: str, row: int, quoted: str
) -> None:
    parts = tuple(Part(*line.span(), "table_row", line.start() == 0) for line in re.finditer(r"[^\n]+", table))
    passage = Passage("table", 0, len(table), table, "Table", None, None, "", parts)
    place = (parts[row].start, parts[row].end)
    snapshot = snapshot_of(({"title": "Table", "text": table},))
    quote, _ = of_row(asked(snapshot, question), passage, place, place, [place])
    assert table[slice(*quote)] == quoted


def test_a_yes_in_a_column_that_is_not_asked_for_is_not_quoted(snapshot: Snapshot) -> None:
    parts = tuple(Part(*line.span(), "table_row", line.start() == 0) for line in re.finditer(r"[^\n]+", HALLS))
    passage = Passage("table", 0, len(HALLS), HALLS, "Table", None, None, "", parts)
    place = (parts[1].start, parts[1].end)
    quote, _ = of_row(asked(snapshot, "Is Marlow heated?"), passage, place, place, [place])
    assert HALLS[slice(*quote)] != "No"


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("What is the fine for a recalled book?", "£2 a day"),
        ("recalled book charge", "£2 a day"),
        ("How much is a recalled book?", "£2 a day"),
        ("What is the most I pay for a recalled book?", "£30"),
        ("maximum fine recalled book", "£30"),
    ],
)
def test_the_most_that_is_charged_is_no_charge(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot], question: str, quoted: str
) -> None:
    parts = tuple(Part(*line.span(), "table_row", line.start() == 0) for line in re.finditer(r"[^\n]+", FINES))
    passage = Passage("fines", 0, len(FINES), FINES, "Fines", None, None, "", parts)
    row, start = (parts[1].start, parts[1].end), FINES.index("£30")
    snapshot = snapshot_of(({"title": "Fines", "text": FINES},))
    quote, _ = of_row(asked(snapshot, question), passage, (start, start + 3), row, [row])
    assert FINES[slice(*quote)] == quoted


RISKS = (
    "Risk | Owner | Score | Controls\nThe roof falls in | Head of Estates | 12 | Yearly survey\n"
    "Payroll fails | Head of Pay | 6 | Backups"
)


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("Who owns the risk of the roof?", "Head of Estates"),
        ("Who is the owner of the roof risk?", "Head of Estates"),
        ("Who looks after the risk that the roof falls in?", "Head of Estates"),
        ("What is being done about the roof?", "Yearly survey"),
        ("What are we doing to reduce the risk that the roof falls in?", "Yearly survey"),
        ("How is the risk of the roof being dealt with?", "Yearly survey"),
        ("How many were dealt with of the roof risk?", "The roof falls in"),
        ("When was the risk of the roof dealt with?", "The roof falls in"),
        ("Which risk is about the roof?", "The roof falls in"),
        ("Who must know of the roof?", "The roof falls in"),
    ],
)
def test_the_owner_or_remedy_is_quoted_and_not_what_it_is_of(
    snapshot_of: Callable[[Iterable[Mapping[str, str]]], Snapshot], question: str, quoted: str
) -> None:
    parts = tuple(Part(*line.span(), "table_row", line.start() == 0) for line in re.finditer(r"[^\n]+", RISKS))
    passage = Passage("risks", 0, len(RISKS), RISKS, "Risks", None, None, "", parts)
    row, start = (parts[1].start, parts[1].end), RISKS.index("The roof")
    snapshot = snapshot_of(({"title": "Risks", "text": RISKS},))
    quote, _ = of_row(asked(snapshot, question), passage, (start, start + len("The roof falls in")), row, [row])
    assert RISKS[slice(*quote)] == quoted


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("How late is the museum open on a Sunday in July?", "noon to 5pm"),
        ("How late is the museum open on a Sunday in January?", "closed"),
        ("How late is the museum open on a Sunday?", "closed"),
    ],
)
def test_the_column_of_the_season_that_is_named_counts_before_that_of_today(
    snapshot: Snapshot, question: str, cell: str
) -> None:
    text = "Day | April to October | November to March\nSunday | noon to 5pm | closed"
    parts = tuple(Part(*line.span(), "table_row", line.start() == 0) for line in re.finditer(r"[^\n]+", text))
    passage = replace(PASSAGE, text=text, end=len(text), parts=parts)
    row = (parts[1].start, parts[1].end)
    quote, _ = of_row(asked(snapshot, question), passage, row, row, [row])
    assert text[slice(*quote)] == cell
