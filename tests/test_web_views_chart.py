"""A chart says by places what the judgements say by words."""

from __future__ import annotations

from datetime import date

from web.views.chart import Judged, draw

GRADES = ("Outstanding", "Good", "Inadequate")


def judged(day: date, grade: int) -> Judged:
    return Judged(day, day, grade, f"{day}: {GRADES[grade]}", f"/documents/{day}")


def test_a_later_judgement_stands_further_right_and_a_better_one_higher() -> None:
    drawn = draw(GRADES, [[judged(date(2022, 7, 2), 1), judged(date(2018, 1, 1), 2)]])
    assert drawn
    first, last = drawn.series[0].points
    assert (first.link, last.link) == ("/documents/2018-01-01", "/documents/2022-07-02")
    assert first.x == "4.00%" and float(first.x[:-1]) < float(last.x[:-1]) < 95
    assert first.y > last.y
    assert [grade.at for grade in drawn.grades] == sorted(grade.at for grade in drawn.grades)
    assert (last.y, first.y) == (drawn.grades[1].at, drawn.grades[2].at)
    assert drawn.grades[-1].at < drawn.base < drawn.height


def test_the_line_stays_level_until_the_next_judgement() -> None:
    drawn = draw(GRADES, [[judged(date(2018, 1, 1), 2), judged(date(2020, 1, 1), 1), judged(date(2021, 1, 1), 1)]])
    assert drawn
    (low, high, same), lines = drawn.series[0].points, drawn.series[0].lines
    assert [(line.x1, line.y1, line.x2, line.y2) for line in lines] == [
        (low.x, low.y, high.x, low.y),
        (high.x, low.y, high.x, high.y),
        (high.x, high.y, same.x, high.y),
    ]


def test_a_judgement_of_a_year_stands_in_the_middle_of_it_and_shows_the_whole() -> None:
    of_year = Judged(date(2019, 1, 1), date(2019, 12, 31), 1, "2019: Good", "/documents/x")
    drawn = draw(GRADES, [[judged(date(2018, 3, 1), 2), of_year, judged(date(2021, 3, 1), 0)]])
    assert drawn
    point = drawn.series[0].points[1]
    year = next(year for year in drawn.years if year.words == "2019")
    assert point.first == year.at and point.x == year.named_at and float(point.last[:-1]) > float(point.x[:-1])
    assert drawn.series[0].points[0].first == drawn.series[0].points[0].last
    later = draw(GRADES, [[of_year, judged(date(2019, 10, 1), 2)]])
    assert later and [point.link for point in later.series[0].points] == ["/documents/x", "/documents/2019-10-01"]


def test_two_subjects_share_the_years_and_their_lines_stay_apart() -> None:
    drawn = draw(GRADES, [[judged(date(2018, 1, 1), 2)], [judged(date(2018, 1, 1), 0)]])
    assert drawn
    one, other = drawn.series
    assert one.points[0].x == other.points[0].x and one.points[0].y != other.points[0].y
    assert one.lines == other.lines == ()


def test_years_are_few_however_long_the_time_is_and_judgements_of_one_year_have_a_scale() -> None:
    for last in (2000, 2003, 2006, 2007, 2030, 2100):
        drawn = draw(GRADES, [[judged(date(2000, 5, 1), 0), judged(date(last, 6, 1), 1)]])
        assert drawn and drawn.years[0].words == "2000" and len([year for year in drawn.years if year.words]) <= 6
        assert all(float(point.x[:-1]) <= 95 for point in drawn.series[0].points)


def test_the_last_year_of_the_calendar_has_its_place() -> None:
    drawn = draw(GRADES, [[judged(date(9998, 5, 1), 0), judged(date(9999, 12, 31), 1)]])
    assert drawn and [year.words for year in drawn.years] == ["9998", "9999", ""]
    assert 94 < float(drawn.series[0].points[1].x[:-1]) < 95 and drawn.years[-1].at == "95.00%"


def test_one_judgement_alone_is_no_chart_and_a_long_grade_is_cut_at_a_word() -> None:
    assert draw(GRADES, [[judged(date(2018, 1, 1), 2)], []]) is None
    assert draw(GRADES, [[], []]) is None
    long = ("Widespread and systemic failings leading to concerns", "A grade of just thirty-six characters")
    drawn = draw(long, [[judged(date(2018, 1, 1), 0), judged(date(2019, 1, 1), 1)]])
    assert drawn and [grade.words for grade in drawn.grades] == [
        "Widespread and systemic failings …",
        "A grade of just thirty-six …",
    ]
