"""Dates that are given for what was asked stand on a line in their order, and no words on others or on their marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from corpus.document import Block
from corpus.language.kinds import Value
from qa.answer import Alternative, Answer, Relation
from tests.pages import answer_from, document
from tests.served import browser_at
from web.views.date_line import MOST, DrawnDate, draw_dates
from web.views.rendering import FOLDER

READ = document("The bridge was closed on 5 July 2022.", (Block(0, 37),))

BOXES = """svg => [...svg.querySelectorAll("a text, .days")].map(part => {
  const box = part.getBoundingClientRect();
  const room = part.matches(".days") ? 4.5 : -3;
  const beside = Math.max(room, 0);
  return {left: box.left - beside, right: box.right + beside, top: box.top - room, bottom: box.bottom + room};
})"""
"""The places of all words and marks on a line of dates: half a mark's breadth is added, and the space above and below
letters is left out."""


def answered(*others: str, own: str = "2022-07-05", relation: Relation = "date", kind: str = "date") -> Answer:
    """An answer with a date, and others beside it."""
    answer = answer_from(READ, (25, 36, Value(kind, "5 July 2022", own)), (25, 36))  # type: ignore[arg-type]  # a made-up kind
    assert answer.answer
    cited, sentence = answer.answer.citation, answer.answer.sentence
    alternatives = tuple(
        Alternative(
            f"in {normalized}",
            "x",
            0,
            4,
            sentence,
            replace(cited, link=f"/documents/{normalized}"),
            Value("date", normalized, normalized),
            relation,
        )
        for normalized in others
    )
    return replace(answer, alternatives=alternatives)


def drawn(answer: Answer) -> Sequence[DrawnDate]:
    line = draw_dates(answer)
    assert line
    return line.dates


def percent(share: str) -> float:
    return float(share.removesuffix("%"))


def test_each_date_stands_by_its_time_says_its_words_and_leads_to_them() -> None:
    first, own, last = drawn(answered("2025-03", "2012"))
    assert [one.words for one in (first, own, last)] == ["2012", "5 July 2022", "March 2025"]
    assert [one.is_answer for one in (first, own, last)] == [False, True, False]
    assert (own.told, own.link) == ("5 July 2022, the answer: “5 July 2022”", "/documents/x")
    assert (first.told, first.link) == ("2012: “in 2012”", "/documents/2012")
    assert percent(first.first) < percent(first.last) < percent(own.first) == percent(own.last) < percent(last.first)


def test_each_date_has_a_row_of_its_own_in_the_order_of_time() -> None:
    line = draw_dates(answered("2022-07-06", "2022-07", "2012"))
    assert line
    assert [one.words for one in line.dates] == ["2012", "July 2022", "5 July 2022", "6 July 2022"]
    assert all(other.y - one.y >= 24 for one, other in pairwise(line.dates))
    assert all(0 < one.words_y <= one.y < line.base < line.height for one in line.dates)


def test_words_stand_on_the_side_with_more_room_or_above_their_mark_where_neither_has_enough() -> None:
    first, last = drawn(answered("1912"))
    assert (first.anchor, last.anchor) == ("start", "end") and first.is_beside and last.is_beside
    assert (first.at, last.at) == (first.last, last.first)
    long = drawn(answered("2022-07-01/2022-07-20", own="2022-06-28/2022-08-02"))
    assert [(one.is_beside, one.anchor, one.at) for one in long] == [(False, "start", "0%"), (False, "start", "0%")]
    assert all(one.y - one.words_y >= 20 for one in long)


def test_words_and_marks_of_many_dates_never_meet_on_a_narrow_screen_or_a_wide_one(chromium: str) -> None:
    stylesheet = (Path(__file__).parents[1] / "web/static/style.css").read_text(encoding="utf-8")
    near = [f"2022-07-{day:02}" for day in range(6, 17)]
    far = ["1950", "1962-03", "1975-11-30", "1988", "1999-12-31", "2001", "2012", "2013-01", "2024-04", "2025", "2026"]
    long = ["2021-12-15/2022-11-20", "2022-12-30/2023-02-12", "2020", "2026-09"]
    cases = [near[:1], far[:1], near[:4], far[:4], near, far, long]
    environment = Environment(loader=FileSystemLoader(FOLDER), autoescape=True)
    with browser_at(chromium) as browser:
        page = browser.new_page()
        for others in cases:
            svg = str(environment.get_template("_dates.html").module.dates(draw_dates(answered(*others)), ""))  # type: ignore[attr-defined]  # a macro of the template
            for width in (320, 1280):
                page.set_viewport_size({"width": width, "height": 900})
                page.set_content(f'<style>{stylesheet}</style><main class="wide"><p class="answer">{svg}</main>')
                boxes = page.locator(".dates").evaluate(BOXES)
                assert len(boxes) == 2 * (len(others) + 1)
                assert not [pair for pair in combinations(boxes, 2) if meet(*pair)], (others, width)
                assert all(box["left"] >= 0 and box["right"] <= width for box in boxes), (others, width)


def meet(one: dict[str, float], other: dict[str, float]) -> bool:
    """Whether two boxes have any of their area in common."""
    return (
        one["left"] < other["right"]
        and other["left"] < one["right"]
        and one["top"] < other["bottom"]
        and other["top"] < one["bottom"]
    )


def test_a_short_time_is_told_by_months_and_a_long_one_by_years() -> None:
    short, long = draw_dates(answered("2022-06-20")), draw_dates(answered("1990"))
    assert short and [tick.words for tick in short.ticks] == ["Jun 2022", "Jul 2022", ""]
    assert long and long.ticks[0].words == "1990"


@pytest.mark.parametrize(
    "answer",
    [
        answered(),
        answered("-0043"),
        answered("2012", kind="number"),
        replace(answered("2012"), answer=None, status="abstained", reason="not_answered", reason_text="No."),
    ],
    ids=["one date", "before Christ", "no date", "no answer"],
)
def test_there_is_no_line_without_two_dates(answer: Answer) -> None:
    assert draw_dates(answer) is None


def test_of_many_dates_the_first_are_drawn_the_answer_among_them() -> None:
    many = drawn(answered(*(str(year) for year in range(1950, 1980))))
    assert len(many) == MOST and sum(one.is_answer for one in many) == 1


def test_dates_of_other_editions_and_of_before_stand_there_too() -> None:
    for relation in ("edition", "earlier"):
        assert len(drawn(answered("2012", relation=relation))) == 2
