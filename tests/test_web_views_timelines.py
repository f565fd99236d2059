"""The page of a timeline says what its documents say, for one or two subjects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pytest

from index.snapshot import Snapshot
from qa.judged.timeline import subjects, timeline
from tests.pages import INFO
from tests.test_qa_judged_timeline import NEWS, OTHER, REPORT, TODAY, UNDATED
from web.views.rendering import render
from web.views.timelines import TimelinePage, show_timelines

Made = Callable[[Iterable[Mapping[str, str]]], Snapshot]


@pytest.fixture(scope="module")
def shown(snapshot_of: Made) -> Callable[..., TimelinePage]:
    """Makes the page of one or two names over some documents."""
    snapshot = snapshot_of([TODAY, NEWS, REPORT, UNDATED, OTHER])

    def show(subject: str = "", beside: str = "") -> TimelinePage:
        told = [timeline(snapshot, name) for name in (subject, beside) if name]
        return show_timelines((subject, beside), told, subjects(snapshot), snapshot.scales, INFO)

    return show


def test_each_aspect_has_its_chart_and_its_table(shown: Callable[..., TimelinePage]) -> None:
    page = shown("Wendham Council")
    assert (page.heading, page.judged) == ("How Wendham was judged over time", ("Wendham",))
    (scale,) = page.scales
    overall, adoption = scale.aspects
    assert (overall.name, adoption.name) == ("Overall effectiveness", "Adoption performance")
    assert overall.chart and len(overall.chart.series[0].points) == 2
    assert adoption.chart is None
    rows = overall.subjects[0].rows
    assert [(row.when, row.grade) for row in rows] == [("2018", "Good"), ("29 July 2022", "Inadequate")]
    assert [point.link for point in overall.chart.series[0].points] == [row.source.link for row in rows]
    assert overall.chart.series[0].points[1].words == "Wendham, 29 July 2022: Inadequate"
    assert (rows[1].basis, len(rows[1].others), rows[1].unlisted) == ("last day of the inspection", 3, 0)


def test_another_stands_beside_and_shares_each_chart(shown: Callable[..., TimelinePage]) -> None:
    page = shown("Wendham", "Norbury")
    assert page.heading == "How Wendham and Norbury were judged over time"
    overall, adoption = page.scales[0].aspects
    assert [(own.subject, len(own.rows)) for own in overall.subjects] == [("Wendham", 2), ("Norbury", 1)]
    assert overall.chart and [len(own.points) for own in overall.chart.series] == [2, 1]
    assert adoption.subjects[1].rows == ()


def test_who_is_not_judged_is_told_with_the_nearest_and_the_other_stays(shown: Callable[..., TimelinePage]) -> None:
    page = shown("Wendam", "Norbury")
    assert page.judged == ("Norbury",)
    (unknown,) = page.not_judged
    assert unknown.name == "Wendam"
    assert unknown.nearest == (("Wendham", "/timeline?subject=Wendham&beside=Norbury"),)


def test_the_same_subject_twice_is_shown_once(shown: Callable[..., TimelinePage]) -> None:
    page = shown("Wendham", "wendham council")
    assert (page.heading, page.judged) == ("How Wendham was judged over time", ("Wendham",))
    assert (page.subject, page.beside) == ("Wendham", "wendham council")
    assert all(len(aspect.subjects) == 1 for aspect in page.scales[0].aspects)
    assert len(shown("Nowhere", " Nowhere ").not_judged) == 1


def test_without_a_name_all_can_be_chosen(shown: Callable[..., TimelinePage]) -> None:
    page = shown()
    assert page.listed == (("Norbury", "/timeline?subject=Norbury"), ("Wendham", "/timeline?subject=Wendham"))
    assert page.names == ("Norbury", "Wendham") and page.unlisted == 0 and page.scales == ()
    assert shown("Norbury").listed == ()


def test_a_visit_without_a_grade_says_so_and_not_its_own_name(snapshot_of: Made) -> None:
    text = (
        "Ofsted made its first monitoring visit to Wendham Council on 29 and 30 March 2023. Three monitoring visits "
        "took place between May 2023 and June 2024. The last inspection of Wendham Council was in May 2015. "
        "A focused visit to Wendham Council took place in May 2021."
    )
    snapshot = snapshot_of([REPORT, {**TODAY, "published": "2025-01-07", "text": text}])
    told = timeline(snapshot, "Wendham")
    page = show_timelines(("Wendham", ""), [told], subjects(snapshot), snapshot.scales, INFO)
    visits = {
        aspect.name: [row.grade for row in aspect.subjects[0].rows]
        for aspect in page.scales[0].aspects
        if "isit" in aspect.name or aspect.name == "Inspection"
    }
    assert visits["Focused visit"] == ["No grade given"]
    assert visits["Monitoring visit"][0] == "No grade given, number 1"
    assert "No grade given, 3 of them" in visits["Monitoring visit"]
    assert visits["Inspection"] == ["Judgement not known here"]


@pytest.mark.parametrize(
    ("count", "names", "is_first"),
    [(3, ("Wendham",), False), (4, ("Wendham",), True), (1, ("Wendham", "Norbury"), True)],
)
def test_of_much_that_was_judged_and_of_two_the_latest_of_each_comes_first(
    snapshot_of: Made, count: int, names: tuple[str, ...], is_first: bool
) -> None:
    parts = (
        "Overall effectiveness",
        "Adoption performance",
        "The experiences and progress of care leavers",
        "The impact of leaders on social work practice with children and families",
    )
    papers = [
        {
            "title": f"Inspection of {town} children's services",
            "published": day,
            "source": "Ofsted",
            "text": "\n\n".join(f"{part}: {grade}" for part in judged) + "\n",
        }
        for town, judged in (("Wendham", parts[:count]), ("Norbury", parts[:1]))
        for day, grade in (("2018-05-01", "Good"), ("2022-07-29", "Inadequate"))
    ]
    snapshot = snapshot_of([*papers, UNDATED])
    subject, beside = (*names, "")[:2]
    told = [timeline(snapshot, name) for name in names]
    page = show_timelines((subject, beside), told, names, snapshot.scales, INFO)
    snapshot.close()
    shown = render(page)
    assert ("The latest of each" in shown) == page.has_contents == is_first
    for aspect in page.scales[0].aspects:
        assert [own.latest and own.latest.when for own in aspect.subjects] == ["29 July 2022"] * len(names)
    for number in range(1, count + 1):
        assert f'id="aspect-1-{number}"' in shown and (f'href="#aspect-1-{number}"' in shown) == is_first


def test_one_of_two_without_judgements_of_an_aspect_has_none_as_the_latest(shown: Callable[..., TimelinePage]) -> None:
    page = shown("Wendham", "Norbury")
    adoption = page.scales[0].aspects[1]
    assert [own.latest and own.latest.grade for own in adoption.subjects] == [adoption.subjects[0].rows[-1].grade, None]
    assert "<small>None</small>" in render(page)


def test_the_day_of_a_document_says_what_it_is(shown: Callable[..., TimelinePage]) -> None:
    page = shown("Wendham")
    rows = [row for aspect in page.scales[0].aspects for own in aspect.subjects for row in own.rows]
    days = [one.day for row in rows for one in (row.source, *row.others) if one.day]
    told = render(page)
    assert {day.split()[0] for day in days} == {"published", "inspected"}
    assert all(f"<small>{day}</small>" in told for day in days) and "<small></small>" not in told
