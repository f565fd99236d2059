"""What is told of each subject is kept apart, with the documents that are its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from index.seams import EVERYTHING
from index.snapshot import Snapshot
from qa.across.known import told_of
from tests.judged_papers import MARLOW_2018, WENDHAM, WENDHAM_2017, report

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


def test_each_subject_has_its_facts_and_visits(snapshot_of: Made) -> None:
    snapshot = snapshot_of((*WENDHAM, MARLOW_2018))
    known = told_of(snapshot, EVERYTHING)
    assert set(known) == {("wendham",), ("marlow",)}
    wendham = known[("wendham",)]
    scales = {"ofsted_childrens_services"}
    assert [event.grade for event in wendham.events((), scales, snapshot)] == [
        "inadequate",
        "requires_improvement",
        "good",
    ]
    assert len(wendham.visit_events) == 3 and wendham.own == {0, 1, 2}
    assert set(told_of(snapshot, EVERYTHING.within({3}))) == {("marlow",)}


def test_what_another_s_report_tells_is_none_of_its_own(snapshot_of: Made) -> None:
    paper = report("Wendham", "9 to 20 January 2017", "2017-03-03", "Good")
    told = {**paper, "text": f"{paper['text']}\nChildren's services in Norbury Council were judged inadequate in 2015."}
    known = told_of(snapshot_of([told]), EVERYTHING)
    assert not known[("norbury",)].own and known[("wendham",)].own


def test_an_inspection_well_after_a_judgement_is_told(snapshot_of: Made) -> None:
    later = report("Wendham", "5 to 16 June 2026", "2026-08-01", "Good")
    bare = {**later, "text": later["text"].replace("Overall effectiveness\n\nGood\n", "")}
    snapshot = snapshot_of([WENDHAM_2017, bare])
    told = told_of(snapshot, EVERYTHING)[("wendham",)]
    (event,) = told.events((), {"ofsted_childrens_services"}, snapshot)
    assert event.grade == "inadequate" and told.inspected_after(event)
    assert not told_of(snapshot_of([WENDHAM_2017]), EVERYTHING)[("wendham",)].inspected_after(event)
