"""Documents that questions are understood against, and what tests ask of a query."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from index.snapshot import Snapshot
from qa.query import Query, understand

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]
TODAY = date(2026, 11, 24)
PLACES = (
    "Sutton",
    "Herefordshire",
    "Cheshire East",
    "Cheshire West and Chester",
    "Bath and North East Somerset",
    "Somerset",
    "Newcastle upon Tyne",
    "East Wendham",
    "Kent",
    "City of Bristol Council",
    "St Helens",
    "Kingston upon Hull",
    "Brighton and Hove",
    "Bolton",
)
REPORT = """Inspection of {place} children's services
Inspection dates: 11 to 15 March {year}

Overall effectiveness
Good

Children in {place} get help early. Leaders in {place} work with the NHS, with Ofsted and with schools, and \
plans for SEND pupils in Year 6 are kept.
The Director of Children's Services has been in post since the autumn before. During the COVID-19 pandemic \
visits went on. What the service in {place}
does for care leavers is good, children come first, and reading of plans with young people is regular in {place}.
The north and the east of the area are served alike."""
NEWS = (
    (
        "2021-08-focused-visit",
        (
            "Inspectors made a focused visit to Marlow Vale in August 2021. The council of Marlow Vale said that "
            "it would read the letter."
        ),
    ),
    (
        "2022-07-inspection",
        (
            "The service in Marlow Vale was judged inadequate in July 2022. The chair of the board at Marlow "
            "Vale thanked the staff."
        ),
    ),
    (
        "2023-10-monitoring-visit",
        "A monitoring visit to Marlow Vale took place in October 2023. The Get Safe team in Marlow Vale was praised.",
    ),
)
ARTICLES = (
    (
        "Normandy",
        "The coast of Normandy was raided from the sea in the 10th century. The dukes of Normandy built abbeys.",
    ),
    ("Normandy landings", "Ships crossed to Normandy in June 1944. It was the day of the Normandy landings."),
    ("London", "The port of London lies on a tidal river. Most of London was built of brick."),
    ("Zürich", "The lake at Zürich freezes in some winters. Trams in Zürich are blue."),
    ("Kentish Town", "The high road through Kentish Town is old. There is a bath house in Kentish Town."),
    (
        "Steam engine",
        "The engine of Newcomen pumped water from mines. A Korean museum keeps one, as many Frenchmen know.",
    ),
)
RIGHT_WORDS = frozenset(
    "bother brother stature costing coating powder power handed plan member serve serving pain inspection".split()
)
"""Words that stand in no document of these tests, or might be taken for another, and are right."""
NOTES = (
    (
        "Minutes",
        (
            "The brother of the chair was thanked. Each statue was moved. The coating of the hall was paid for "
            "by families of members."
        ),
    ),
    (
        "Plans",
        (
            "Adoptive families and the commissioner met. The power station closed. Improvement was slow, and "
            "referrals were repeated."
        ),
    ),
    (
        "Letters",
        (
            "The commissioner wrote to families in need of help. An inspector and two inspectors replied. "
            "Adaptive plans are handled well."
        ),
    ),
    (
        "Accounts",
        (
            "The Commissioner is paid monthly. Families are not charged. Help was dominant once, and its "
            "dominance ended. It may dominate again."
        ),
    ),
    (
        "Notices",
        "Scrutinise the commissioner's accounts. The largest statue stands by the station. Families may apply.",
    ),
)


def place_reports() -> list[Mapping[str, str]]:
    """Reports on the places, three on each: a series."""
    return [
        {
            "title": f"Ofsted inspection of {place} children's services, published {year}-05-0{1 + number % 9}",
            "text": REPORT.format(place=place, year=year),
            "published": f"{year}-05-0{1 + number % 9}",
        }
        for number, place in enumerate(PLACES)
        for year in (2017, 2019, 2022)
    ]


def reports_in_small_letters() -> list[Mapping[str, str]]:
    """A series with titles all in small letters, as file names often are."""
    return [
        {"title": f"{place.lower()} report {year}", "text": REPORT.format(place=place, year=year)}
        for place in PLACES
        for year in (2017, 2019)
    ]


def titled(documents: Sequence[tuple[str, str]]) -> list[Mapping[str, str]]:
    """Documents of a title and a text."""
    return [{"title": title, "text": text} for title, text in documents]


def read(question: str, snapshot: Snapshot) -> Query:
    return understand(question, snapshot, today=TODAY)


def places(query: Query, snapshot: Snapshot) -> list[set[str]]:
    """For each name that documents are called by, the places these are about."""
    longest = sorted(PLACES, key=len, reverse=True)
    titles = [each.title.casefold() for each in snapshot.catalogue.metadata]
    return [
        {next(place for place in longest if place.casefold() in titles[number]) for number in numbers}
        for numbers in query.documents
    ]


def unknown(query: Query) -> list[str]:
    return [name.text for name in query.unknown]


def corrections(query: Query) -> list[tuple[str, str]]:
    return [(each.text, each.mended) for each in query.interpretation.mended]


def read_for_slips(question: str, snapshot: Snapshot, *, as_typed: bool = False) -> Query:
    return understand(question, snapshot, today=TODAY, as_typed=as_typed, is_word=RIGHT_WORDS.__contains__)


def lanes_reports_and_a_roof() -> list[dict[str, str]]:
    """Papers on forty lanes that are alike, three reports on one place, and one on a roof."""
    lanes = [
        {
            "title": f"Lane {number}",
            "text": f"Lane {number} is wide. The pool opens in May {1960 + number}.",
            "source": "Many",
            "published": "2015-01-01",
        }
        for number in range(40)
    ]
    reports = [
        {
            "title": f"Report on Marlow Vale {year}",
            "text": "Overall effectiveness\nGood\n\nRain fell.",
            "source": "Few",
            "published": f"{year}-06-02",
        }
        for year in (2014, 2018, 2022)
    ]
    roof = {
        "title": "Roof",
        "text": "The new roof of the pool on Mill Lane costs two million pounds. It is of slate.",
        "source": "Few",
    }
    return [*lanes, *reports, roof]
