"""Documents are labelled by authority, series, type and year, as their own words say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.labels import labelled, read_labels, shipped_labels
from tests.labelled_papers import paper


def labels(*lines: str) -> dict[str, str]:
    return dict(labelled(paper(*lines), shipped_labels()).labels)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Inspection of Thornby local authority children’s services", "Thornby"),
        ("Inspection of Thornby City Council local authority children's services", "Thornby"),
        ("Inspection of the Royal Borough of Thornby and Weir local authority children's services", "Thornby and Weir"),
        ("Area SEND inspection of North Thornby Local Area Partnership", "North Thornby"),
        ("London Borough of Thornby and Weir", "Thornby and Weir"),
        ("THORNBY-ON-WEIR BOROUGH COUNCIL", "Thornby-on-Weir"),
        ("Isles of Thornby Council", "Isles of Thornby"),
        ("Thornby upon Weir County Council", "Thornby upon Weir"),
        ("Minutes of Thornby District Council", "Thornby"),
        ("St. Ann's City Council", "St. Ann's"),
        ("City of Thornby Council", "Thornby"),
    ],
)
def test_the_authority_is_named_without_what_kind_of_council_it_is(line: str, name: str) -> None:
    assert labels(line, "Prose.")["authority"] == name


@pytest.mark.parametrize(
    "lines",
    [
        ("The council met",),
        ("Executive Council Elections", "Prose."),
        ("Full Council", "Prose."),
        ("Bins", "Thornby Borough Council has said that it will buy new ones."),
        ("Bins", "Town Council"),
    ],
)
def test_a_body_that_is_only_mentioned_is_no_authority(lines: tuple[str, ...]) -> None:
    assert "authority" not in labels(*lines)


@pytest.mark.parametrize(
    ("lines", "label", "value"),
    [
        (("Inspection of Thornby local authority children's services",), "series", "ILACS inspection"),
        (("Thornby", "Inspection of children’s social care services"), "series", "ILACS inspection"),
        (("Area SEND inspection of Thornby",), "series", "Area SEND inspection"),
        (("Monitoring visit to Thornby children's services", "Dear A"), "series", "Monitoring visit"),
        (("Focused visit to Thornby", "Dear A"), "type", "Inspection letter"),
        (("Inspection of Thornby local authority children's services",), "type", "Inspection report"),
        (("Thornby Borough Council", "Minutes of the Planning Committee, 4 July 2023"), "type", "Minutes"),
        (("Planning Committee agenda",), "type", "Agenda"),
        (("Press release", "New bins"), "type", "Press release"),
        (("Revenue budget 2023/24",), "type", "Budget"),
        (("Lone working policy",), "type", "Policy"),
        (("Housing strategy",), "type", "Strategy"),
        (("Annual report 2023",), "type", "Report"),
        (("Town Hall", "Dear Mrs Pound"), "type", "Letter"),
    ],
)
def test_series_and_type_are_told_by_titles_and_first_lines(lines: tuple[str, ...], label: str, value: str) -> None:
    assert labels(*lines, "Prose.")[label] == value


def test_words_within_others_are_none() -> None:
    assert labels("Reporting the policyholder’s budgets") == {}
    assert labels("Councillors report that all is well") == {}


def test_the_year_is_that_of_the_day_by_which_it_is_filtered() -> None:
    assert labels("Visit", "Inspection dates: 19 December 2022 to 3 February 2023")["year"] == "2023"
    assert labels("Visit", "Inspection dates: 3 December 2022", "Published: 3 February 2023")["year"] == "2023"
    assert "year" not in labels("Visit 2023")


def test_who_publishes_a_paper_is_told_where_it_does_not_state_it() -> None:
    imprint = (
        "The Office for Standards in Education, Children's Services and Skills (Ofsted) regulates and inspects all."
    )
    report = labelled(paper("Inspection of Thornby local authority children's services", imprint), shipped_labels())
    assert report.source == "Ofsted"
    assert "publisher" not in dict(report.labels)
    for named in ("Thornby Borough Council", "Inspection of children's services: Thornby Borough Council"):
        headed = paper(named, "Inspection of local authority children's services", imprint)
        for source in ("Thornby Borough Council", None):
            assert labelled(replace(headed, source=source), shipped_labels()).source == "Ofsted"
    minutes = labelled(paper("Minutes", "Thornby Borough Council", "Prose."), shipped_labels())
    assert minutes.source == "Thornby Borough Council"
    stated = labelled(paper("Minutes", "Thornby Borough Council", "Publisher: A. Printer"), shipped_labels())
    assert stated.source == "A. Printer"
    assert labelled(paper("A tale", "Thornby Borough Council"), shipped_labels()).source is None


@pytest.mark.parametrize(
    "line",
    [
        "Adopted by the Council on 4 July 2023",
        "Adopted by Thornby Town Council on 4 July 2023",
        "Approved by Cabinet",
        "ADOPTED BY COUNCIL 4 JULY 2023",
        "Date Adopted By Thornby Council",
        "Reviewed by Thornby District Council May 2023",
        "Policy ratified by Thornby Parish Council",
        "Funded by Thornby City Council",
        "Led by Thornby County Council",
        "Extraordinary Council",
    ],
)
def test_who_adopted_or_approved_a_paper_is_not_its_publisher(line: str) -> None:
    found = labelled(paper("Lone working policy", line, "Prose."), shipped_labels())
    assert (found.source, dict(found.labels).get("authority")) == (None, None)


def test_a_user_s_words_go_first_in_the_places_that_they_name(tmp_path: Path) -> None:
    table = tmp_path / "labels.toml"
    table.write_text(
        '[[rules]]\nlabel = "type"\nvalue = "Our paper"\nin = ["line", "ending"]\nwords = ["Depot paper", "The end"]\n'
        '[[rules]]\nlabel = "place"\nin = "opening"\nwords = "in <name> Lane"\n'
        '[[rules]]\nlabel = "publisher"\nvalue = "The depot"\nwhen = { type = "Our paper" }\n'
        'in = "start"\nwords = "Depot"\n'
        '[[rules]]\nlabel = "code"\npatterns = "(?P<name>[A-Z]{2}[0-9]+)"\n'
    )
    own = read_labels(table)
    found = labelled(paper("Agenda AB12", "Depot paper, 4 July 2023", "It lies in Mill Lane."), own)
    assert dict(found.labels) == {"type": "Our paper", "place": "Mill", "code": "AB12", "year": "2023"}
    assert found.source == "The depot"
    assert dict(labelled(paper("Agenda", "Depot papers of old"), own).labels) == {"type": "Agenda"}


@pytest.mark.parametrize(
    ("line", "standing"),
    [
        ("DRAFT", "Draft"),
        ("Draft v0.3", "Draft"),
        ("DRAFT for consultation, 3 September 2026", "Draft"),
        ("Status: draft", "Draft"),
        ("Published: 6 May 2025 Status: withdrawn", "Withdrawn"),
        ("This document is a draft and has not been agreed.", "Draft"),
        ("Withdrawn", "Withdrawn"),
        ("Superseded on 4 May 2024", "Withdrawn"),
        ("This policy was withdrawn on 4 May 2024.", "Withdrawn"),
        ("Please note: this guidance has been replaced.", "Withdrawn"),
        ("Draft minutes of the parish council", ""),
        ("Drafty windows in the town hall", ""),
        ("Withdrawn books cost 50p each.", ""),
        ("Archived collections", ""),
        ("Withdrawn: see the policy of 2024", "Withdrawn"),
        ("Draft beer will be sold at the fair.", ""),
        ("The old policy was withdrawn on 4 May 2024.", ""),
        ("This policy has been agreed.", ""),
    ],
)
def test_the_first_lines_say_that_a_document_is_not_in_force(line: str, standing: str) -> None:
    assert labels("Dogs at work", line, "Prose.").get("standing", "") == standing
