"""A timeline is printed for people, and as JSON for programs."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Mapping

from rich.console import Console

from cli.timeline import NO_DAY, print_timeline, timeline_json
from index.snapshot import Snapshot
from qa.judged.timeline import Timeline, timeline
from tests.test_qa_judged_timeline import NEWS, REPORT, TODAY

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


def printed(told: Timeline) -> str:
    out = io.StringIO()
    print_timeline(told, Console(file=out, width=200))
    return out.getvalue()


def test_judgements_stand_under_their_time_with_a_quotation(snapshot_of: Made) -> None:
    shown = printed(timeline(snapshot_of([REPORT, NEWS]), "Wendham"))
    assert "Inspected to 29 July 2022, Ofsted: local authority children's services" in shown
    assert "As stated, 2018," in shown
    assert ", inspected to 29 July 2022)" in shown
    assert "  Overall effectiveness: Inadequate (2 documents)\n    “Overall effectiveness: inadequate” (" in shown
    assert "  Adoption performance: Good (1 document)" in shown
    assert "As of 1 March 2023" in printed(timeline(snapshot_of([TODAY]), "Wendham"))


def test_what_has_no_day_says_so(snapshot_of: Made) -> None:
    undated = {"title": "A leaflet", "text": "Children's services in Wendham were once judged outstanding."}
    assert NO_DAY in printed(timeline(snapshot_of([undated]), "Wendham"))


def test_of_somebody_unknown_the_nearest_are_named(snapshot_of: Made) -> None:
    snapshot = snapshot_of([REPORT])
    assert printed(timeline(snapshot, "Wendam")) == (
        "No document here states a judgement of Wendam, or tells of a visit there.\nThere are judgements of: Wendham.\n"
    )
    assert "There are judgements" not in printed(timeline(snapshot, "Atlantis"))


def test_json_is_what_the_service_gives(snapshot_of: Made) -> None:
    told = json.loads(timeline_json(timeline(snapshot_of([REPORT]), "Wendham")))
    assert told["subject"] == "Wendham" and {entry["first"] for entry in told["entries"]} == {"2022-07-29"}


def test_a_visit_stands_among_the_judgements_with_its_number(snapshot_of: Made) -> None:
    visit = {**TODAY, "text": f"{TODAY['text']} Members read of the fifth monitoring visit in February."}
    shown = printed(timeline(snapshot_of([REPORT, visit]), "Wendham"))
    assert "As stated, February 2023," in shown and "  Monitoring visit, number 5 (1 document)" in shown


def test_what_is_only_known_to_be_later_says_so(snapshot_of: Made) -> None:
    text = "Wendham's children's services were judged inadequate in July 2022. They are rated good."
    shown = printed(timeline(snapshot_of([{"title": "Wendham's children's services", "text": text}]), "Wendham"))
    assert f"{NO_DAY}, but it is after 31 July 2022" in shown


def test_a_year_that_is_worked_out_is_said_to_be(snapshot_of: Made) -> None:
    news = {
        "title": "Rated good",
        "text": "Children's services in Wendham have been rated good since Ada Moor came in July 2024. "
        "Inspectors visited between 10 and 21 November.",
    }
    assert "As of (the year is worked out) 21 November 2025" in printed(timeline(snapshot_of([news]), "Wendham"))
